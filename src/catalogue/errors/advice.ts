/**
 * @module What is likely and what helps, for the codes whose family would say something that is not so for them. A code
 * that is not here says what its family says.
 */

import type { Family } from './families.ts';
import type { rows } from './rows.ts';

type Code = (typeof rows)[number][0];
const advice = (causeZh: string, causeEn: string, todoZh: string, todoEn: string): Family => ({
  cause: { zh: causeZh, en: causeEn },
  todo: { zh: todoZh, en: todoEn },
});

const professionalPin = advice(
  '醫事人員卡插著，這個程式還沒有驗證它的密碼；卡片取出或程式結束後要再驗證一次',
  'the professional card is in, and this program has not verified its PIN; taking the card out or ending the program forgets it',
  '執行 4.2 並請醫事人員輸入密碼，再試一次',
  'call 4.2, have the professional type the PIN, and try again',
);
const unreadable = advice(
  '卡片的這個區段讀不出來：晶片接觸不良或內容損壞',
  'this part of the card could not be read: bad contacts, or damaged contents',
  '清潔晶片後重新插入再讀；其他資料不受影響，仍失敗請持卡人換卡',
  'clean the chip, put the card in again and read again; other data are not affected. If it stays so the card is to be replaced',
);
const cancelledCard = advice(
  '這張卡片已經註銷，通常是遺失、毀損換發後的舊卡',
  'this card was cancelled: mostly an old one that was lost or replaced',
  '請持卡人出示換發的新卡；沒有新卡以異常代碼登錄，並請其洽健保署換發',
  'ask for the new card; without one register an exception, and send the holder to NHI for a new card',
);
const moduleInstitution = advice(
  '安全模組讀不出院所代碼：尚未認證、沒有回應或內容損壞',
  'the security module could not tell its institution: not verified, not answering, or damaged',
  '執行安全模組認證（2.1），或重置安全模組（1.52，參數 1）後再試',
  'verify the security module (2.1), or reset it (1.52 with 1), and try again',
);
const moduleContract = advice(
  '院所的合約或安全模組目前不能使用',
  "the institution's contract, or the security module, is not in force",
  '請洽健保署確認合約與安全模組的效期；恢復前以異常代碼登錄',
  'ask NHI about the contract and the validity of the module; register exceptions until then',
);
const unknownCard = advice(
  '資料中心不接受這張健保卡：已換發、已註銷、不是發出的卡片，或是複製的卡片',
  'the data centre does not accept this health card: replaced, cancelled, not one of its own, or a copy',
  '確認插入的是持卡人最新的卡片；仍失敗請持卡人洽健保署，本次以異常代碼登錄',
  "make sure that it is the holder's newest card; else send the holder to NHI and register an exception",
);
const unknownModule = advice(
  '資料中心與安全模組互不接受',
  'data centre and security module do not accept each other',
  '重新執行安全模組認證（2.1）；仍失敗請洽健保署並提供代碼',
  'verify the security module again (2.1); if it fails again, tell NHI the code',
);

export const advices: { readonly [C in Code]?: Family } = {
  1001: advice(
    '之前已經初始化，或沒有開啟的連線',
    'it was initialised before, or nothing is open',
    '不影響作業，可以繼續',
    'go on: it changes nothing',
  ),
  1402: professionalPin,
  3209: advice(
    '要寫入的內容與卡片上的相同',
    'what was to be written is the same as what the card has',
    '視為成功，可以繼續',
    'take it as done and go on',
  ),
  4029: advice(
    '讀寫的條件不足：健保卡密碼沒有驗證、安全模組沒有認證，或這項資料不開放給這個程式',
    "a condition for it is not met: the holder's PIN is not verified, the security module is not, or this program may not have it",
    '驗證健保卡密碼（1.27）與安全模組（2.1）後再試；真卡的其餘資料需健保署的安全模組',
    "verify the holder's PIN (1.27) and the security module (2.1) and try again; a real card's other data need NHI's own module",
  ),
  4042: professionalPin,
  4043: advice(
    '卡片讀寫中斷、晶片接觸不良，或 1.40 更新後還沒有重新插入',
    'reading or writing was cut off, the contacts are bad, or the card was updated by 1.40 and not put in again',
    '取出同一張卡片，重新插入後再試',
    'take the same card out, put it in again and retry',
  ),
  4071: unknownCard,
  5001: advice(
    '卡片的就醫可用次數已用完，或今年的就醫序號已用到 1500',
    "the visits available on the card are used up, or this year's numbers have come to 1500",
    '連線更新卡片內容（1.30）後重新掛號',
    "update the card's contents online (1.30) and register again",
  ),
  5002: cancelledCard,
  5003: advice(
    '卡片上的有效期限已過',
    "the card's validity has ended",
    '連線更新卡片內容（1.30）；仍過期請持卡人洽健保署',
    "update the card's contents online (1.30); if it is still expired, send the holder to NHI",
  ),
  5004: advice(
    '新生兒以父母的卡片依附就醫最多 60 日',
    "a newborn may use a parent's card for 60 days",
    '請以新生兒自己的健保卡就醫，或以異常代碼登錄',
    "use the newborn's own card, or register an exception",
  ),
  5006: moduleInstitution,
  5009: advice(
    '院所的安全模組沒有寫入這類資料的權限',
    "the institution's security module has no right to write these data",
    '換一張醫事人員卡沒有幫助；請洽健保署確認院所的權限',
    "another professional's card does not help: ask NHI about the institution's rights",
  ),
  5010: advice(
    '這張卡片今天已有另一次計次的就醫',
    'this card has another numbered visit of today',
    '這是提示：資料有效，繼續作業；若是重複掛號請退掛（1.39）',
    'a message: the data are valid, go on. Undo it (1.39) if it was registered twice',
  ),
  5012: advice(
    '資料中心查無有效投保',
    'the data centre finds no valid insurance',
    '請保險對象洽投保單位或健保署；本次改以自費或其他身分處理',
    'the patient should ask the insuring unit or NHI; go on as self-paid or otherwise',
  ),
  5015: unreadable,
  5016: unreadable,
  5017: unreadable,
  5018: unreadable,
  5020: advice(
    '傳入的身分證號或出生日期不是這張卡片的持卡人',
    "the id number or birth date that was passed is not the card holder's",
    '核對開啟的病歷與插入的卡片是不是同一位病人',
    "check that the patient's record that is open and the card in the reader belong together",
  ),
  5022: advice(
    '卡片只保留最近六次就醫：這個就診日期時間不在其中，或已經退掛',
    'a card keeps the last six visits: this date and time is none of them, or was undone',
    '使用掛號（1.53）回傳的就診日期時間，不要用電腦時間',
    "use the date and time that 1.53 answered, not the computer's clock",
  ),
  5052: advice(
    '有新生兒註記而卡片上沒有完整的新生兒出生日期與胞胎註記',
    "a newborn was named, and the card lacks the newborn's birth date or number of births",
    '先以 1.19 寫入新生兒出生日期與胞胎註記',
    "write the newborn's birth date and number of births first (1.19)",
  ),
  5056: advice(
    '醫事人員卡讀不出來，或這張卡片目前不能使用',
    'the professional card could not be read, or may not be used',
    '重新插入醫事人員卡再試；執行 4.2 可知道原因',
    'put the professional card in again; 4.2 tells the reason',
  ),
  5062: advice(
    '沒有輸入同意註記',
    'no consent was entered',
    '確認要寫入的註記後再試；不寫入則不必處理',
    'enter the consent and try again, or leave it',
  ),
  5067: moduleInstitution,
  5102: advice(
    '密碼輸入錯誤，或已連錯三次而鎖住',
    'the PIN is wrong, or three wrong ones have locked it',
    '請持卡人再輸入一次；鎖住時健保卡以連線更新（1.30）、醫事人員卡以 4.4 解鎖',
    'have the holder type it again; a locked health card is unlocked by an update online (1.30), a professional card by 4.4',
  ),
  5105: advice(
    '變更或停用密碼之前沒有先驗證原密碼',
    'the present PIN was not verified before it was to be changed or disabled',
    '先驗證原密碼（健保卡 1.27、醫事人員卡 4.2）',
    'verify the present PIN first (health card 1.27, professional card 4.2)',
  ),
  5107: advice(
    '兩次輸入的新密碼不同，密碼沒有變更',
    'the new PIN was typed differently; nothing has changed',
    '再執行一次，兩次輸入相同的 4 到 6 位數字',
    'call again and type the same 4 to 6 digits twice',
  ),
  5108: advice(
    '新密碼沒有寫進卡片，原密碼仍有效',
    'the new PIN was not written; the old one is still valid',
    '重新插入卡片、驗證原密碼後再試',
    'put the card in again, verify the old PIN and retry',
  ),
  5109: advice(
    '按了取消，或在時限內沒有輸入密碼',
    'cancel was pressed, or no PIN was typed in time',
    '再執行一次並輸入密碼；取消不計入錯誤次數',
    'call again and type the PIN; cancelling costs no try',
  ),
  5110: advice(
    '健保卡密碼要在共用的鍵盤輸入，而醫事人員卡還插著',
    "the holder's PIN would be typed on a shared pad while a professional card is in",
    '取出醫事人員卡，請持卡人輸入密碼後再插回',
    'take the professional card out, have the holder type the PIN, then put it back',
  ),
  5111: advice(
    '停用沒有寫進卡片，密碼仍啟用',
    'disabling was not written; the PIN is still in use',
    '重新插入卡片、驗證密碼後再試',
    'put the card in again, verify the PIN and retry',
  ),
  5122: advice(
    '資料中心沒有同意解鎖、網路不通，或卡片無法讀寫',
    'the data centre did not allow it, the network is down, or the card could not be used',
    '確認網路後再試；仍失敗請洽發卡單位換卡',
    'check the network and retry; else the issuer must replace the card',
  ),
  5141: advice(
    '讀卡機裡沒有醫事人員卡，只回傳起訖日期',
    'no professional card is in: only the dates are answered',
    '需要代碼時請插入醫事人員卡並驗證密碼（4.2）後再讀',
    'for the codes put a professional card in, verify its PIN (4.2) and read again',
  ),
  5174: advice(
    '就醫已寫入，但這一天的識別碼金鑰不在本機',
    "the visit was written, and this day's identifier key is not held here",
    '序號與簽章有效，照常看診；連線後以 1.56 或 opencshis recover 補取識別碼，不要重新掛號',
    'number and signature are valid, go on; once connected get the identifier by 1.56 or opencshis recover, and do not register again',
  ),
  6014: advice(
    '資料中心不接受這次上傳的簽章',
    'the data centre did not accept the signature of this upload',
    '重新執行安全模組認證（2.1）後重送；仍失敗請洽健保署',
    'verify the security module again (2.1) and send again; else ask NHI',
  ),
  9010: unknownCard,
  9011: unknownCard,
  9012: unknownCard,
  9013: unknownModule,
  9014: unknownModule,
  9015: unknownModule,
  9020: unknownModule,
  9060: moduleContract,
  9061: moduleContract,
  9062: moduleContract,
  9071: advice(
    '這台電腦或讀卡機的日期與資料中心不同',
    "the date here is not the data centre's",
    '校正日期時間並執行安全模組認證（2.1）後重送',
    'set the clock, verify the security module (2.1) and send again',
  ),
  9081: advice(
    '可用次數還有 4 次以上，還不必更新',
    'four or more visits are left: an update is not due',
    '不需更新，卡片照常使用',
    'no update is needed: use the card as it is',
  ),
  9082: cancelledCard,
  9129: advice(
    '持卡人限在指定院所就醫，本院所不是',
    'the holder may be treated at a designated institution only, and this is another',
    '請持卡人到指定院所就醫；有轉診或急診請依健保署規定處理',
    "send the holder to the designated institution; referrals and emergencies go by NHI's rules",
  ),
  9130: advice(
    '這張醫事人員卡已註銷或停用',
    'this professional card was cancelled or suspended',
    '改用有效的醫事人員卡，並洽發卡單位',
    'use a valid professional card, and ask the issuer',
  ),
  9140: advice(
    '醫事人員卡的有效期限已過',
    "the professional card's validity has ended",
    '改用有效的醫事人員卡，並洽發卡單位展延或換發',
    'use a valid professional card, and have this one renewed by its issuer',
  ),
  9200: advice(
    '找不到雲端安全模組的資料夾',
    "the cloud security module's folder is missing",
    '確認安全模組已安裝在這台電腦、路徑沒有更動',
    'check that the module is installed on this computer and its folder was not moved',
  ),
  9201: advice(
    '雲端安全模組的檔案損壞，或沒有讀取權限',
    "the cloud security module's file is damaged, or may not be read",
    '確認檔案權限；損壞請由備份還原或向健保署重新申請',
    'check the rights of the file; a damaged one is restored from a backup or applied for again',
  ),
  9202: advice(
    '同一個雲端安全模組正在另一台電腦上使用',
    'the same cloud security module is in use on another computer',
    '先在另一台電腦停用，再於這台啟用',
    'stop it on the other computer first',
  ),
  9203: advice(
    '正式與測試的安全模組或卡片混在一起使用',
    'live and test modules or cards were mixed',
    '正式環境用正式的、測試環境用測試的安全模組與卡片',
    'use live modules and cards for live work, test ones for tests',
  ),
};
