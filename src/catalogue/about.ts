/**
 * @module What each function is for, when to call it and what to watch for: two or three sentences for the people who
 * write a HIS. A function without an entry is described by its declaration alone (long: one entry a function).
 */

import type { Say } from '../base/say.ts';

const both = (zh: string, en: string): Say => ({ zh, en });

export const about: { readonly [name: string]: Say } = {
  hisGetBasicData: both(
    '掛號或報到的第一個呼叫：取得持卡人是誰。不需要密碼，設定了密碼的卡片也讀得到。與 1.38 合用，就不必在櫃台請人輸入密碼。',
    'The first call at registration: who the holder is. It needs no PIN, so it also reads cards that have one. Together with 1.38 nobody has to type a PIN at the counter.',
  ),
  hisGetRegisterBasic: both(
    '診間使用：基本資料之外，還有保險人代碼、身分註記、有效期限、可用次數與新生兒依附資料。持卡人設有密碼時會要求輸入；掛號櫃台請改用 1.1 加 1.38。',
    'For the consulting room: besides the basic data, insurer, status, validity, visits available and an attached newborn. It asks for the PIN where one is set; at the counter use 1.1 and 1.38 instead.',
  ),
  hisGetRegisterPrevent: both(
    '讀出最近六筆預防保健紀錄，用來判斷這次的保健服務是否已經做過。',
    'The last six preventive services, to see whether the one of today was done before.',
  ),
  hisGetRegisterPregnant: both(
    '讀出 11 筆產前檢查紀錄，孕婦產檢掛號時使用。',
    'The eleven antenatal examinations, for the registration of an expectant mother.',
  ),
  hisGetTreatmentNoNeedHPC: both(
    '讀出重大傷病起訖日期與最近六次就醫（新的在前），含費用。不需要醫事人員卡；診斷碼不在其中，需要時用 1.8。沒有寫過的群組，文字欄位是空白，費用是 0。',
    'The dates of catastrophic illness and the last six visits, newest first, with their fees. It needs no professional card and has no diagnoses: those come from 1.8. A group never written has blanks in its text fields and zeros in its fees.',
  ),
  hisGetCumulativeData: both(
    '讀出兩個年度的就醫累計次數與部分負擔、醫療費用累計。',
    'Visits, copayments and fees summed up by year, for two years.',
  ),
  hisGetCumulativeFee: both(
    '讀出發卡以來的門診與住診費用總累計。',
    'All outpatient and inpatient fees since the card was issued.',
  ),
  hisGetTreatmentNeedHPC: both(
    '讀出重大傷病與最近六次就醫的診斷碼。需要已驗證密碼的醫事人員卡；藥師與藥局專用卡的重大傷病欄位是空白。要取得完整的 ICD-10 診斷碼，呼叫前在緩衝區的診斷碼位置填入 [XXXXXXX]，版面隨之改變。',
    'Catastrophic illness and the diagnoses of the last six visits. It needs a professional card with its PIN verified; for pharmacists and pharmacies the illness fields are blank. For whole ICD-10 codes put [XXXXXXX] at the code fields before the call: the layout changes with it.',
  ),
  hisGetSeqNumber: both(
    '舊的取得就醫序號，簽章是 128 個二進位位元組。上傳格式 2.0 不接受這種簽章，請改用 1.53。',
    'The old registration, with a signature of 128 raw bytes. Upload format 2.0 does not take that signature: use 1.53.',
  ),
  hisReadPrescription: both(
    '一次讀出門診處方 60 筆、長期處方 30 筆、重要醫令 10 筆與過敏藥物 3 筆，共 5,460 位元組。只要其中一種時，1.41 到 1.44 比較快。',
    'All at once: 60 prescriptions, 30 long-term ones, 10 important orders and 3 allergies, 5,460 bytes. Where one kind will do, 1.41 to 1.44 are quicker.',
  ),
  hisGetInoculateData: both('讀出 40 筆預防接種紀錄。', 'The forty vaccinations on the card.'),
  hisGetOrganDonate: both(
    '讀出器官捐贈與安寧緩和醫療的意願，一個字元。',
    'The wishes on organ donation and palliative care, one character.',
  ),
  hisGetEmergentTel: both('讀出緊急聯絡電話。', 'The telephone number for emergencies.'),
  hisGetLastSeqNum: both(
    '讀出最近一次就醫序號：民國年三碼加序號四碼。',
    'The last visit number: three digits of the ROC year and four of the number.',
  ),
  hisGetCardStatus: both(
    '讀出某一種卡片的狀態。回傳值就是狀態，不是錯誤代碼：例如健保卡回 2 表示已與安全模組認證。插入卡片後會自行開始認證，可以每隔一段時間再問，直到恰好是 2；請不要在迴圈裡不停地問。',
    'The state of one kind of card. The value returned is the state and no error: 2 for a health card means that the security module knows it. Authentication starts by itself when a card goes in; ask again now and then until it is exactly 2, and not in a hot loop.',
  ),
  hisWriteTreatmentCode: both(
    '把診斷碼寫入一次就醫。以就診日期時間找到那一次，先核對身分證號與出生日期。ICD-10 碼以中括號包住七個字元傳入。有醫事人員卡時回傳醫師身分證號，沒有時為空。',
    "Writes the diagnoses of one visit, found by its date and time, once id number and birth date fit the card. ICD-10 codes come as seven characters in brackets. With a professional card the doctor's id number comes back, without one nothing.",
  ),
  hisWriteTreatmentFee: both(
    '寫入一次就醫的費用。累計資料加上的是新舊差額，所以重寫同一次就醫不會重複計算。',
    'Writes the fees of one visit. The sums get new minus old, so that writing the same visit again counts nothing twice.',
  ),
  hisWritePrescription: both(
    '寫入一筆處方。醫令類別 2 同時進入長期處方，5 同時進入重要醫令；寫滿後從最舊的一筆覆寫。',
    'Writes one prescription item. Order type 2 also goes to the long-term prescriptions, 5 to the important orders; a full list overwrites its oldest.',
  ),
  hisWriteNewBorn: both(
    '把新生兒依附在父母的卡片上：出生日期與第幾胎。60 日內可用這張卡就醫。',
    "Attaches a newborn to a parent's card: birth date and number of births. It may be seen with this card for 60 days.",
  ),
  hisWriteAllergicMedicines: both(
    '一次寫入三組過敏藥物，需要醫事人員卡；藥師與藥局不可寫入。只改一組時用 1.46。',
    'Writes all three allergies at once. It needs a professional card; pharmacists and pharmacies may not. To change one, use 1.46.',
  ),
  hisWriteOrganDonate: both(
    '寫入器官捐贈與安寧緩和醫療的意願。',
    'Writes the wishes on organ donation and palliative care.',
  ),
  hisWriteHealthInsurance: both(
    '寫入一筆預防保健；日期取自讀卡機時間，院所取自安全模組。最近六次就醫要有類別 AC；Y 開頭的代碼用來取消 24 小時內同院所的一筆。',
    "Writes a preventive service; its date is the reader's, its institution the security module's. One of the last six visits must be of category AC. A code that begins with Y takes back one of the last 24 hours, made here.",
  ),
  hisWriteEmergentTel: both('寫入緊急聯絡電話。', 'Writes the telephone number for emergencies.'),
  hisWritePredeliveryCheckup: both(
    '寫入一筆產前檢查；卡片記載為男性時拒絕。XA 用來取消 24 小時內同院所的一筆。',
    'Writes an antenatal examination; refused where the card says male. XA takes back one of the last 24 hours, made here.',
  ),
  hisDeletePredeliveryData: both(
    '清除全部 11 筆產前檢查，通常在下一次懷孕開始時。',
    'Deletes all eleven antenatal examinations, as when another pregnancy begins.',
  ),
  hisWriteInoculateData: both(
    '寫入一筆預防接種：疫苗與批號；日期與院所由系統取得。',
    'Writes a vaccination: vaccine and batch; date and institution come by themselves.',
  ),
  csVerifyHCPIN: both(
    '請持卡人輸入健保卡密碼。函式在輸入完成或取消後才回來，可能需要一分鐘。驗證結果只屬於這次插卡與這個程式；取出卡片就失效。',
    "Has the holder type the health card's PIN. It returns when that is done or cancelled, which may take a minute. What is verified holds for this insertion and this program, and ends when the card leaves.",
  ),
  csInputHCPIN: both(
    '設定或變更密碼，輸入兩次，4 到 6 位數字。已有密碼時要先以 1.27 驗證。沒有密碼的卡片成功後即啟用密碼。',
    'Sets or changes the PIN, typed twice, 4 to 6 digits. Where there is one already, verify it by 1.27 first. On a card without a PIN it switches the PIN on.',
  ),
  csDisableHCPIN: both(
    '停用健保卡密碼；要先以 1.27 驗證。',
    "Switches the health card's PIN off; verify it by 1.27 first.",
  ),
  csUpdateHCContents: both(
    '連線到資料中心更新卡片：註銷註記、身分、有效期限、可用次數等。剩 3 次以下才會補到 6 次。完成後卡片會重置，需要再認證。連錯三次鎖住的密碼也在此解開。',
    'Asks the data centre and brings the card up to date: cancellation, status, validity, visits available. Visits are restored to 6 only when 3 or fewer are left. The card is reset afterwards. It also unlocks a PIN that three wrong tries locked.',
  ),
  csOpenCom: both(
    '開啟讀卡機。3.5 必須先呼叫且檢查回傳值，否則其他函式都是 4000；5.1 會在第一個呼叫時自行開啟。0 表示 COM1。',
    'Opens the reader. In 3.5 it comes first and its result must be checked, else everything answers 4000; 5.1 opens by itself at the first call. 0 is COM1.',
  ),
  csCloseCom: both(
    '結束時關閉讀卡機。安全模組的認證狀態屬於這台電腦，不會因此消失。',
    "Closes the reader at the end. The security module's state belongs to the machine and does not go with it.",
  ),
  hisGetCriticalIllness: both(
    '讀出六組重大傷病。沒有醫事人員卡時仍會回傳起訖日期，代碼為 5141；藥師與藥局是 9100。填入 [XXXXXXX] 可取得完整的 ICD-10 碼。',
    'The six groups of catastrophic illness. Without a professional card the dates come all the same, with code 5141; pharmacists and pharmacies get 9100. [XXXXXXX] in the buffer asks for whole ICD-10 codes.',
  ),
  csGetDateTime: both(
    '讀出讀卡機的日期時間（5.1 為安全模組的時間）。就醫紀錄用的是這個時間，不是電腦的時間。',
    "The reader's date and time (in 5.1 the security module's). Visits are recorded with this time and not with the computer's.",
  ),
  csGetCardNo: both(
    '讀出安全模組、健保卡或醫事人員卡的卡號。',
    'The number of the security module, health card or professional card.',
  ),
  csISSetPIN: both(
    '檢查健保卡是否設定了密碼。回傳值是結果：0 沒有，1 有。',
    'Whether the health card has a PIN. The value returned is the result: 0 no, 1 yes.',
  ),
  hisGetSeqNumber256: both(
    '取得就醫序號與 256 字元的簽章，不含就醫識別碼。新的程式請用 1.53。',
    'Registers a visit with a signature of 256 characters, without a treatment identifier. New programs use 1.53.',
  ),
  hisGetRegisterBasic2: both(
    '掛號用：卡片有效期限與就醫可用次數。不檢查密碼，與 1.1 合用即可完成掛號。',
    'For registration: how long the card is valid and how many visits are left. No PIN is asked for; with 1.1 it is all that a counter needs.',
  ),
  csUnGetSeqNumber: both(
    '退掉本院所 24 小時內、類別為數字的一次就醫：次數與費用累計一併回復。必須連線；每一次就醫只能退一次。',
    'Takes back a numbered visit of this institution within 24 hours; counts and sums go back with it. It must be online, and works once a visit.',
  ),
  csUpdateHCNoReset: both(
    '與 1.30 相同，但不重置卡片：之後健保卡回應 4043，直到取出再插入。',
    'The same as 1.30 without resetting the card: it answers 4043 until it is taken out and put in again.',
  ),
  hisReadPrescriptMain: both(
    '讀出指定範圍的門診處方。藥師與藥局只看得到藥品（醫令類別 1、2、A、B），其他為空白。iRecCount 回傳筆數。',
    'A range of the prescriptions. Pharmacists and pharmacies see drugs only (order types 1, 2, A, B), blanks for the rest. iRecCount tells how many.',
  ),
  hisReadPrescriptLongTerm: both('讀出指定範圍的長期處方。', 'A range of the long-term prescriptions.'),
  hisReadPrescriptHVE: both(
    '讀出指定範圍的重要醫令；藥師與藥局不可讀取（9100）。',
    'A range of the important orders; pharmacists and pharmacies may not (9100).',
  ),
  hisReadPrescriptAllergic: both('讀出指定範圍的過敏藥物。', 'A range of the allergies.'),
  hisWriteMultiPrescript: both(
    '一次寫入多筆處方，最多 60 筆；全部寫入或全部不寫。',
    'Writes several prescription items, 60 at most; all of them or none.',
  ),
  hisWriteAllergicNum: both('寫入指定的一組過敏藥物（1 到 3）。', 'Writes one of the three allergies, by its number.'),
  hisWriteTreatmentData: both(
    '一次寫入診斷碼與費用，等於 1.16 加 1.17，一般看診後用這個。ICD-10 碼以中括號包住七個字元傳入，版面隨之改變。',
    'Writes diagnoses and fees together, 1.16 and 1.17 in one: the usual call after a visit. ICD-10 codes come as seven characters in brackets, which changes the layout.',
  ),
  hisWritePrescriptionSign: both(
    '寫入一筆處方並回傳 40 字元的處方簽章，上傳時使用。',
    'Writes one prescription item and answers its signature of 40 characters, for the upload.',
  ),
  hisWriteMultiPrescriptSign: both(
    '一次寫入多筆處方，每筆回傳 40 字元的處方簽章，依序排列；最多 60 筆，全部寫入或全部不寫。',
    'Writes several prescription items and answers a signature of 40 characters for each, in order; 60 at most, all of them or none.',
  ),
  hisGetCriticalIllnessID: both(
    '與 1.33 相同，但先核對身分證號與出生日期，不是同一人時回 5020。',
    "The same as 1.33, for a named person: 5020 where the card is another one's.",
  ),
  csGetVersionEx: both(
    '取得控制軟體版本（回傳值：5.1 為 5153，3.5 為 3530）與載入的程式庫路徑，用來確認實際連結到哪一份。',
    'The version of the control software, as the value returned (5153 in 5.1, 3530 in 3.5), and the path of the library that was loaded: tells which of several is in use.',
  ),
  csSoftwareReset: both(
    '不必拔插電源或卡片就重置讀卡機或某一種卡片。類別 0 在 5.1 重啟雲端安全模組主控台，在 3.5 重置讀卡機。',
    'Resets the reader or a kind of card without a hand on plug or card. Type 0 restarts the cloud security module in 5.1 and the reader in 3.5.',
  ),
  csVerifySAMDC: both(
    '讓安全模組與資料中心認證，開機後做一次。其他函式在需要時也會自行認證。',
    'Verifies the security module with the data centre, once after switching on. Other functions do it by themselves when they need it.',
  ),
  csGetHospID: both(
    '讀出安全模組所屬的醫療院所代碼。長度參數是 short *。失敗一律是 5006。',
    'The institution that the security module belongs to. Its length is a short *. Whatever fails is 5006.',
  ),
  csUploadData: both(
    '把一個檔案上傳到資料中心，取回收執。檔案由呼叫端的程式庫開啟並分段傳送，檔案大小與筆數會與實際核對。',
    "Sends a file to the data centre and returns its receipt. The file is opened by the library on the caller's side and sent in pieces; size and count are checked against what is there.",
  ),
  csUploadDataPrec: both(
    '與 3.1 相同，另外核對醫令筆數。',
    'The same as 3.1, and the number of orders is checked, too.',
  ),
  hpcGetHPCStatus: both(
    '檢查醫事人員卡是否存在：結果在 Status，回傳值是錯誤代碼。',
    'Whether there is a professional card: the answer is in Status, the value returned is a code.',
  ),
  hpcVerifyHPCPIN: both(
    '請醫事人員輸入卡片密碼。需要醫事人員卡的讀寫都以此為前提。',
    'Has the professional type his PIN; whatever reads or writes with a professional card wants it.',
  ),
  hpcInputHPCPIN: both(
    '變更醫事人員卡密碼，新密碼輸入兩次。',
    "Changes the professional card's PIN, the new one typed twice.",
  ),
  hpcUnlockHPC: both('解開連錯三次而鎖住的醫事人員卡。', 'Unlocks a professional card that three wrong PINs locked.'),
  hpcGetHPCSN: both('讀出醫事人員卡的卡號。', "The professional card's number."),
  hpcGetHPCSSN: both('讀出醫事人員的身分證字號。', "The professional's id number."),
  hpcGetHPCCNAME: both('讀出醫事人員的中文姓名，Big5。', "The professional's Chinese name, in Big5."),
  hpcGetHPCENAME: both('讀出醫事人員的英文姓名。', "The professional's English name."),
  hisGetICD10EnC: both(
    '把超過五碼、或以 E、V 開頭的診斷碼壓成最多五個位元組，卡片欄位才放得下。OUT 寫入五個位元組（只有 E、V 三碼類目時是兩個），不補空白與 NUL：呼叫前先清空。不需要卡片，也不需要讀卡機。',
    'Packs a diagnosis code that is longer than five characters, or begins with E or V, into the five bytes of a card field. OUT takes five bytes (two for a bare category of E or V), without blanks or a NUL: clear it before the call. It needs neither card nor reader.',
  ),
  hisGetICD10DeC: both(
    '把押碼還原成診斷碼，最多七個位元組，不補空白與 NUL：呼叫前先清空。',
    'Turns packed bytes back into the diagnosis code, at most seven bytes, without blanks or a NUL: clear OUT before the call.',
  ),
  hisGetSeqNumber256N1: both(
    '掛號的主要函式：寫入一次就醫，回傳就醫序號、256 字元的簽章與 20 碼的就醫識別碼。5010 表示同一天第二次就醫，是提示，資料照樣有效。網路不通時，多數類別仍可使用；05、BA 到 BF 等必須連線查詢的類別是 4061。',
    'The main call of registration: it writes a visit and answers its number, the signature of 256 characters and the treatment identifier of 20. 5010, a second visit on one day, is a message, and the data are valid. Without a network most categories still work; those that must ask the data centre, like 05 and BA to BF, are 4061.',
  ),
  hisGetTreatNumNoICCard: both(
    '沒有卡片時取得就醫識別碼，斷線時也能使用：只需要身分證號與院所代碼。',
    'A treatment identifier without a card, also without a network: id number and institution are enough.',
  ),
  hisGetTreatNumICCard: both(
    '以就診日期時間取得卡片上某一次就醫的識別碼；再問一次得到的是同一個值。',
    'The treatment identifier of a visit on the card, by its date and time; asked again, it is the same value.',
  ),
  csGetVersion: both(
    '舊的版本函式，只有回傳值。新的程式請用 1.51。',
    'The old version function, a value and nothing else. New programs use 1.51.',
  ),
  csDownloadData: both(
    '從資料中心下載一個檔案，由呼叫端的程式庫寫入；完整收到之後才會出現在指定的路徑。',
    "Fetches a file from the data centre. The library writes it on the caller's side, and it appears under its name only when all of it has come.",
  ),
  csGetLastUnTreatmentData: both(
    '讀出卡片上最近一次退掛的就醫。官方的參數與版面不明，這裡的是本專案的選擇。',
    'The visit on the card that was undone last. What the official one answers is not known; this layout is ours.',
  ),
  hisGetInsurerData: both(
    '讀出保險人代碼、身分註記、有效期限、可用次數與新生兒依附資料。官方的版面不明，這裡的是本專案的選擇。',
    'Insurer, status, validity, visits available and an attached newborn. What the official one answers is not known; this layout is ours.',
  ),
  csGetHospName: both(
    '讀出安全模組所屬院所的名稱，Big5。',
    'The name of the institution that the security module belongs to, in Big5.',
  ),
  csGetHospAbbName: both(
    '讀出院所簡稱；限制就醫的比對（9129）用的就是這個名稱。',
    'Its abbreviated name: the one with which a restricted card is compared (9129).',
  ),
  hpcVerifyHPCPINR: both('與 4.2 相同。', 'The same as 4.2.'),
  hpcGetAllData: both('一次取得 4.5 到 4.8 的全部資料。', 'All that 4.5 to 4.8 give, at once.'),
  hisGetHPCType: both(
    '取得醫事人員卡的類別。回傳值是結果；藥師與藥局可以讀的內容比較少。',
    'What kind of professional the card belongs to, as the value returned: pharmacists and pharmacies may read less.',
  ),
  VPNGetRandom: both(
    '取得登入網頁或上傳服務用的亂數；接著以 VPNH_Sign 簽章。',
    'A random for a log-in or an upload service; VPNH_Sign signs it.',
  ),
  VPNH_Sign: both(
    '以安全模組（與卡片）對亂數簽章，供健保資訊網登入與上傳服務驗證。這裡的簽章屬於模擬世界，健保署不會接受。',
    'Signs a random by the security module (and the cards), for log-ins and upload services. What is signed here belongs to a simulated world: NHI does not take it.',
  ),
  VPNH_VerifySign: both('驗證 VPNH_Sign 的簽章。', 'Checks what VPNH_Sign signed.'),
  HCA_GNFuncCall: both(
    '醫事憑證的通用呼叫。需要健保署與醫事憑證管理中心的服務，這裡一律回傳 -1 並說明原因。',
    "The door to the professionals' certificates. It needs services of NHI and of their certification authority: here the answer is -1, and says so.",
  ),
  csEnableHCAAPI: both('需要醫事憑證的服務，這裡一律回傳 -1。', "It needs the certificates' services: here always -1."),
  csDisableHCAAPI: both(
    '需要醫事憑證的服務，這裡一律回傳 -1。',
    "It needs the certificates' services: here always -1.",
  ),
  hisGetSam0: both(
    '需要健保署自己的安全模組，這裡一律回傳 -1。',
    "It needs NHI's own security module: here always -1.",
  ),
  csDownloadHCApplet: both(
    '由健保署更新健保卡上的程式，這裡一律回傳 -1。',
    "NHI's way to renew the program on a card: here always -1.",
  ),
};
