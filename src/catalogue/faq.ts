/**
 * @module What NHI's list of questions (110-12-10) asks, answered for this program: thirteen questions, each with what to do,
 * in steps that somebody who has never seen it can take. Shown by `explain`, and by the console's help.
 */

import type { Say } from '../base/say.ts';

export interface FaqStep {
  readonly say: Say;
  /** What is typed; `<..>` stands for what the reader knows. */
  readonly command?: string;
  /** A page of the console. */
  readonly page?: string;
  /** In a simulated world: what brings the situation of this step about. */
  readonly first?: readonly string[];
}
export interface Question {
  readonly no: number;
  readonly question: Say;
  readonly answer: Say;
  readonly steps: readonly FaqStep[];
  /** Functions and codes with more of it. */
  readonly apis: readonly string[];
  readonly codes: readonly number[];
}

const step = (zh: string, en: string, where: Omit<FaqStep, 'say'> = {}): FaqStep => ({
  say: { zh, en },
  ...where,
});

/** What stands for a value that the reader has. */
export const faqValues: { readonly [name: string]: Say } = {
  id: { zh: '身分證號', en: 'id number' },
  institution: { zh: '院所代碼', en: 'institution' },
  time: { zh: '民國日期時間13碼', en: 'ROC date and time, 13 digits' },
  file: { zh: '檔案', en: 'file' },
  clinic: { zh: '機構名稱', en: 'name of the institution' },
  contact: { zh: '聯絡人', en: 'your name' },
  mail: { zh: '電子郵件', en: 'mail address' },
  telephone: { zh: '電話', en: 'telephone' },
  problem: { zh: '問題', en: 'the problem' },
};

export const faq: readonly Question[] = [
  {
    no: 1,
    question: {
      zh: '最新版在哪裡？API 說明文件在哪裡？',
      en: 'Where is the newest version, and where are the API documents?',
    },
    answer: {
      zh: '安裝包裡就有全部 API 說明文件；程式自己也說得出每一支函式。',
      en: 'Every package holds all API documents, and the program itself explains each function.',
    },
    steps: [
      step('看現在的版本', 'See the version that is here', { command: 'opencshis --version' }),
      step('列出所有函式', 'List all functions', { command: 'opencshis catalogue' }),
      step('一支函式的欄位、代碼與範例', 'The fields, codes and inputs of one function', {
        command: 'opencshis explain 1.53',
      }),
      step('或在主控台逐一試用', 'Or try each of them in the console', { page: 'explorer' }),
    ],
    apis: ['1.51'],
    codes: [],
  },
  {
    no: 2,
    question: { zh: '要產生就醫識別碼，用哪一支 API？', en: 'Which function makes the treatment identifier?' },
    answer: {
      zh: '掛號用 1.53；沒有卡片或離線時用 1.54；1.9 不要再用，它的簽章只有 128 位元組。',
      en: '1.53 on registering; 1.54 without a card or a network; 1.9 no longer, its signature has 128 bytes only.',
    },
    steps: [
      step('掛號一次，看識別碼', 'Register once, and see the identifier', { command: 'opencshis register' }),
      step('沒有卡片時', 'Without a card', {
        command: 'opencshis call 1.54 pPatientID=<id> pHospID=<institution>',
      }),
      step('錄下 HIS 接下來的呼叫', 'Record the next calls of the HIS', {
        command: 'opencshis trace record <file> --calls 10',
      }),
      step('看它還有沒有用 1.9', 'See whether it still uses 1.9', { command: 'opencshis lint <file>' }),
    ],
    apis: ['1.53', '1.54', '1.9'],
    codes: [4061, 5010],
  },
  {
    no: 3,
    question: {
      zh: '1.54 傳入測試院所代碼，會有錯誤訊息嗎？',
      en: 'Is the code of a test institution refused by 1.54?',
    },
    answer: {
      zh: '不會，只要它就是安全模組的院所代碼；不是的話回 6018。1.53 沒有這個參數。',
      en: "No, as long as it is the security module's own code; another one is 6018. 1.53 has no such parameter.",
    },
    steps: [
      step('看安全模組的院所代碼', "See the security module's institution", { command: 'opencshis call 2.2' }),
      step('以同一個代碼呼叫', 'Call with that code', {
        command: 'opencshis call 1.54 pPatientID=<id> pHospID=<institution>',
      }),
      step('6018 是什麼', 'What 6018 is', { command: 'opencshis explain 6018' }),
    ],
    apis: ['1.54', '2.2'],
    codes: [6018],
  },
  {
    no: 4,
    question: { zh: '1.51 回傳的版號對不對？', en: 'Is the version that 1.51 tells the right one?' },
    answer: {
      zh: '5.1（晶片讀卡機）回 51xx，3.5（專屬讀卡機）回 35xx，跟著執行中的那一種，不跟著讀卡機。',
      en: '51xx in 5.1 (chip reader), 35xx in 3.5 (dedicated reader): by what runs, not by what is plugged in.',
    },
    steps: [
      step('呼叫 1.51', 'Call 1.51', { command: 'opencshis call 1.51' }),
      step('比對執行中的版本', 'Compare it with what runs', { command: 'opencshis status' }),
    ],
    apis: ['1.51', 'csGetVersion'],
    codes: [],
  },
  {
    no: 5,
    question: {
      zh: '1.54 的日期時間會不會變成民國 610 年？',
      en: 'Does the date of 1.54 come out as the year 610?',
    },
    answer: {
      zh: '不會：永遠是 7 碼民國日期加 6 碼時間。電腦時鐘落後 5 分鐘以上時回 5005。',
      en: 'No: it is always 7 digits of the ROC date and 6 of the time. A clock 5 minutes behind is answered by 5005.',
    },
    steps: [
      step('看回覆的 visitTime', 'Look at visitTime in the answer', {
        command: 'opencshis call 1.54 pPatientID=<id> pHospID=<institution>',
      }),
      step('檢查這台電腦的時鐘', "Examine this machine's clock", { command: 'opencshis doctor' }),
    ],
    apis: ['1.54', '2.1'],
    codes: [5005],
  },
  {
    no: 6,
    question: { zh: '控制軟體當機，怎麼辦？', en: 'The control software hangs: what now?' },
    answer: {
      zh: '沒有回應的程序 5 秒內會自己重啟，日誌裡的都還在。要自己重啟：',
      en: 'A process that does not answer is restarted within 5 seconds, and the journal is all there. By hand:',
    },
    steps: [
      step(
        '重啟主控台（3.5：讀卡機），同 csSoftwareReset(0)',
        'Restart the console (3.5: the reader), as csSoftwareReset(0)',
        {
          command: 'opencshis reset 0',
        },
      ),
      step('看是不是好了', 'See whether it is well', { command: 'opencshis status' }),
      step('找原因', 'Find the cause', { command: 'opencshis doctor' }),
    ],
    apis: ['csSoftwareReset'],
    codes: [4000],
  },
  {
    no: 7,
    question: {
      zh: '網路斷了（或停電了），怎麼讀卡、怎麼掛號？',
      en: 'No network, or no power: how is a patient registered?',
    },
    answer: {
      zh: '有電、沒有網路：照常掛號，或以 1.54 取識別碼；網路恢復後自己送出。沒有電：以異常掛號看診，之後補取識別碼。',
      en: 'Power but no network: register as always, or take the identifier by 1.54; it is sent by itself later. No power: register as an exception, and recover the identifier afterwards.',
    },
    steps: [
      step('沒有網路：掛號', 'Without a network: register', {
        command: 'opencshis register',
        first: ['opencshis network down'],
      }),
      step('或以 1.54 取識別碼', 'Or take the identifier by 1.54', {
        command: 'opencshis call 1.54 pPatientID=<id> pHospID=<institution>',
      }),
      step('停電之後：補登異常掛號', 'After a power cut: enter the exception', {
        first: ['opencshis power off', 'opencshis power on', 'opencshis network up'],
        command: 'opencshis register --exception A020 --person <id> --time <time>',
      }),
      step('補取識別碼（要連線）', 'Recover the identifier (online)', {
        command: 'opencshis recover --person <id> --time <time>',
      }),
      step('還有什麼沒送出', 'What is not sent yet', { page: 'day' }),
    ],
    apis: ['1.53', '1.54'],
    codes: [4061],
  },
  {
    no: 8,
    question: { zh: '安裝前要注意什麼？', en: 'What is to be seen to before installing?' },
    answer: {
      zh: '先移除舊版再安裝新版。有舊版時安裝會停下來，說出是哪一個、怎麼移除。',
      en: 'Remove the older version first. Where there is one, installing stops, names it, and says how to remove it.',
    },
    steps: [
      step('看這台電腦上有什麼、怎麼移除', 'See what is on this machine, and how it is removed', {
        command: 'opencshis neighbours',
      }),
      step('裝好之後檢查一次', 'Examine the machine when it is installed', { command: 'opencshis doctor' }),
    ],
    apis: [],
    codes: [],
  },
  {
    no: 9,
    question: { zh: '可以不顯示主控台嗎？', en: 'Can the console be kept out of sight?' },
    answer: {
      zh: '可以，縮在系統匣；主控台只是一個網頁，關掉也照樣運作。',
      en: 'Yes, as an icon in the tray; the console is a page, and all goes on when it is closed.',
    },
    steps: [
      step('登入時啟動，縮在系統匣', 'Start at log-in, minimised', { command: 'opencshis autostart on' }),
      step('不要了', 'Or no longer', { command: 'opencshis autostart off' }),
    ],
    apis: [],
    codes: [],
  },
  {
    no: 10,
    question: { zh: '怎麼以卡片登入健保資訊網（VPN）？', en: 'How is logging in to the VPN site by cards done?' },
    answer: {
      zh: '先開控制軟體，再開網頁；網頁第一次會請你允許，之後就不再問。',
      en: 'First the control software, then the page; the page asks to be let in once.',
    },
    steps: [
      step('看控制軟體是否在執行', 'See whether the control software runs', { command: 'opencshis status' }),
      step('開主控台', 'Open the console', { command: 'opencshis open --print' }),
      step('哪些網頁可以用，哪些在等', 'Which pages are let in, and which ask', { command: 'opencshis origins list' }),
      step('網頁要求時在這裡允許', 'Let the page in here', { page: 'security' }),
    ],
    apis: ['VPNGetRandom', 'VPNH_Sign'],
    codes: [],
  },
  {
    no: 11,
    question: { zh: '登入 VPN 時跳出選擇 COM 埠，怎麼辦？', en: 'Logging in asks for a COM port: what now?' },
    answer: {
      zh: '這台電腦同時有互相衝突的元件（健保讀卡控制、IDC 憑證元件、雲端控制軟體）：只留一種。',
      en: 'Components that do not go together are on this machine (reader control, IDC certificate component, cloud software): keep one kind.',
    },
    steps: [
      step('找出是哪些', 'Find which', { command: 'opencshis neighbours' }),
      step('照它說的移除，再登入一次', 'Remove them as it says, and log in again', { command: 'opencshis status' }),
    ],
    apis: ['csOpenCom'],
    codes: [4000],
  },
  {
    no: 12,
    question: { zh: '有問題想問健保署，要提供什麼？', en: 'What does a question to NHI have to tell?' },
    answer: {
      zh: '十項：院所名稱、代號、聯絡人、電子郵件、電話、版本、讀卡機種類、品牌、型號、問題。',
      en: 'Ten things: institution, its code, a name, mail and telephone, version, kind, brand and model of the reader, the problem.',
    },
    steps: [
      step('填一次，之後會記得', 'Fill it in once, it is kept', {
        command:
          'opencshis support set name=<clinic> contact=<contact> email=<mail> phone=<telephone> detail=<problem>',
      }),
      step('看信，複製或寄出', 'See the mail, copy or send it', { command: 'opencshis support' }),
      step('附上檔案，沒有個人資料', 'With files, without personal data', {
        command: 'opencshis support --yes --output <file>.zip',
      }),
      step('或在主控台', 'Or in the console', { page: 'support' }),
    ],
    apis: ['1.51', '2.2'],
    codes: [],
  },
  {
    no: 13,
    question: {
      zh: '民眾設了密碼又不提供，怎麼掛號？',
      en: 'A patient has set a PIN and does not tell it: how is he registered?',
    },
    answer: {
      zh: '掛號櫃台用 1.1 與 1.38，不需要密碼；需要密碼的 1.2 留給診間。',
      en: 'At the counter by 1.1 and 1.38, which need no PIN; 1.2, which does, is for the consulting room.',
    },
    steps: [
      step('基本資料', 'Basic data', {
        command: 'opencshis call 1.1',
        first: ['opencshis card remove', 'opencshis card insert pin'],
      }),
      step('有效期限與可用次數', 'Validity and visits available', { command: 'opencshis call 1.38' }),
      step('掛號', 'Register', { command: 'opencshis register' }),
    ],
    apis: ['1.1', '1.38', '1.2'],
    codes: [5102, 5109],
  },
];
