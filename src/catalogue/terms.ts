/** @module The glossary: one name a thing, in both languages, as NHI and ISO write it. */

import type { Say } from '../base/say.ts';

export interface Term {
  readonly id: string;
  readonly title: Say;
  readonly words: Say;
}
const term = (id: string, zh: string, en: string, wordsZh: string, wordsEn: string): Term => ({
  id,
  title: { zh, en },
  words: { zh: wordsZh, en: wordsEn },
});

export const terms: readonly Term[] = [
  term(
    'his',
    '醫療資訊系統（HIS）',
    'HIS',
    '診所或醫院的掛號、看診、批價程式；它載入程式庫並呼叫這裡的函式。',
    'Hospital information system: the program of a clinic or hospital for registration, consultation and billing. It loads the library and calls these functions.',
  ),
  term(
    'control-software',
    '讀卡機控制軟體（CS）',
    'control software',
    'HIS 與卡片之間的程式：檢查條件、與安全模組和資料中心往來、讀寫卡片。有兩條產品線，3.5 與 5.1。',
    'The program between HIS and card: it checks what is needed, speaks with security module and data centre, reads and writes the card. There are two lines, 3.5 and 5.1.',
  ),
  term(
    'profile-3.5',
    '3.5（健保專屬讀卡機）',
    '3.5',
    '使用健保專屬讀卡機的產品線：三個插槽，安全模組是插在讀卡機裡的一張卡，密碼在讀卡機的鍵盤輸入。',
    "The line for NHI's dedicated reader: three slots, the security module is a card in one of them, PINs are typed on its pad.",
  ),
  term(
    'profile-5.1',
    '5.1（晶片讀卡機＋雲端安全模組）',
    '5.1',
    '使用一般晶片讀卡機的產品線：安全模組在雲端，由電腦上的主控台程式代理，密碼在電腦輸入。',
    'The line for ordinary chip readers: the security module is in the cloud, a console program on the counter stands for it, PINs are typed at the computer.',
  ),
  term(
    'hc',
    '健保卡（HC）',
    'health card',
    '全民健康保險的晶片卡，記載基本資料、就醫、處方與其他註記。',
    'The chip card of National Health Insurance with basic data, visits, prescriptions and marks.',
  ),
  term(
    'hpc',
    '醫事人員卡（HPC）',
    'professional card',
    '醫師、藥師等人員的卡片；藥局另有藥局專用卡。讀取診斷與處方時需要。',
    'The card of a doctor, pharmacist or other professional; pharmacies have one of their own. Needed to read diagnoses and prescriptions.',
  ),
  term(
    'sam',
    '安全模組（SAM）',
    'security module',
    '代表院所的安全模組：認證健保卡、簽章。3.5 是一張卡，5.1 在雲端。',
    'Stands for the institution: it authenticates health cards and signs. A card in 3.5, in the cloud in 5.1.',
  ),
  term(
    'data-centre',
    '資料中心（IDC、DC）',
    'data centre',
    '健保署的伺服器：認證安全模組、查詢在保、更新卡片、接收上傳。',
    "NHI's servers: they verify security modules, know who is insured, update cards and take uploads.",
  ),
  term(
    'visit-number',
    '就醫序號',
    'visit number',
    '一年之內依序編號的四位數字；類別 01 到 09 才有。',
    'Four digits that count the visits of a year; categories 01 to 09 have one.',
  ),
  term(
    'treatment-identifier',
    '就醫識別碼',
    'treatment identifier',
    '一次就醫的 20 碼識別，上傳格式 2.0 以它串連所有資料。',
    'Twenty characters that name one visit; upload format 2.0 ties all its data together by it.',
  ),
  term(
    'security-signature',
    '安全簽章',
    'security signature',
    '安全模組對一次就醫的簽章：1.53 是 256 個字元，1.9 是 128 個位元組。',
    'What the security module signs for a visit: 256 characters in 1.53, 128 bytes in 1.9.',
  ),
  term(
    'prescription-signature',
    '處方簽章',
    'prescription signature',
    '一筆處方的 40 字元簽章，由 1.48 與 1.49 回傳。',
    'Forty characters for one prescription item, from 1.48 and 1.49.',
  ),
  term(
    'category',
    '就醫類別',
    'category of a visit',
    '兩碼，決定有沒有就醫序號、是否扣次數、是否必須連線。',
    'Two characters that decide whether a visit has a number, takes from the visits available, and must be asked of the data centre.',
  ),
  term(
    'after-check',
    '補卡註記',
    'after-check mark',
    '1 正常，2 補卡（事後補登）。恰好一個位元組。',
    '1 for an ordinary visit, 2 for a card presented later. Exactly one byte.',
  ),
  term(
    'available',
    '就醫可用次數',
    'visits available',
    '卡片上剩餘的次數，看診時扣一，用 1.30 連線更新回 6。',
    'How many visits the card still allows: each takes one, an update online (1.30) restores them to 6.',
  ),
  term(
    'pin',
    '密碼（PIN）',
    'PIN',
    '健保卡 4 到 6 位、醫事人員卡 6 位。健保卡的密碼保護基本資料、有效期限與可用次數以外的內容。',
    "4 to 6 digits on a health card, 6 on a professional card. A health card's PIN guards everything besides basic data, validity and visits available.",
  ),
  term(
    'catastrophic-illness',
    '重大傷病',
    'catastrophic illness',
    '免部分負擔的疾病註記，卡片上有六組。',
    'Marks for illnesses that are free of copayment; six groups on the card.',
  ),
  term(
    'important-order',
    '重要醫令',
    'important order',
    '需要讓其他醫師看到的檢查與治療，卡片上有 10 筆。',
    'Examinations and treatments that other doctors should know of; ten on the card.',
  ),
  term(
    'icd10-marker',
    'ICD-10 標記',
    'ICD-10 marker',
    '呼叫前在緩衝區的診斷碼位置填入 [XXXXXXX]，表示要七碼的 ICD-10；寫入時以中括號包住每個診斷碼。',
    '[XXXXXXX] at the code fields of the buffer before the call asks for whole ICD-10 codes; when writing, each code comes in brackets.',
  ),
  term(
    'packed-code',
    '押碼',
    'packed code',
    '把七碼診斷碼壓成五個位元組的寫法，見 5.1 與 5.2。',
    'A diagnosis code of up to seven characters in the five bytes of a card field; see 5.1 and 5.2.',
  ),
  term(
    'roc-date',
    '民國日期',
    'ROC date',
    '民國年三碼加月日，例如 1150102 是西元 2026 年 1 月 2 日。民國前的年以負號開頭。',
    'Three digits of the ROC year, then month and day: 1150102 is 2 January 2026. Years before 1912 begin with a minus.',
  ),
  term(
    'big5',
    'Big5',
    'Big5',
    '所有中文欄位的編碼，一個中文字兩個位元組；長度與位置都以位元組計算。',
    'How Chinese is written in every field, two bytes a character; lengths and places count bytes.',
  ),
  term(
    'offline',
    '離線',
    'offline',
    '連不到資料中心。讀卡照常；掛號依產品線、類別與安全模組狀態而定。',
    'The data centre cannot be reached. Reading goes on; registration depends on line, category and security module.',
  ),
  term(
    'exception',
    '異常掛號',
    'exception registration',
    '卡片或網路無法使用時先以代碼登錄，之後再補取就醫識別碼。',
    'Where card or network fail, a visit is registered by a code and its identifier fetched later.',
  ),
];
