// cshis.mjs: Node（koffi）宣告 / declarations for Node (koffi)
// OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).
//
// 文字參數給字串，緩衝區與紀錄給 Buffer，長度給只有一個數字的陣列（呼叫後是寫入的長度）；文字是 Big5。
// Texts are strings, buffers and records Buffers, a length an array of one number, changed by the call; text is Big5.
import koffi from 'koffi';

/** 函式，依名稱 / the functions, by name. */
export function load(file = process.platform === 'win32' ? 'CsHis.dll' : 'libcshis.so') {
  const library = koffi.load(file);
  return Object.fromEntries(prototypes.map((one) => [/(\w+)\(/.exec(one)?.[1], library.func(one)]));
}

/** 一個緩衝區的欄位，依名稱 / a buffer's fields, by name. */
export function decode(fields, buffer) {
  const big5 = new TextDecoder('big5');
  return Object.fromEntries(
    Object.entries(fields).map(([name, [at, length]]) => [
      name,
      big5.decode(buffer.subarray(at, at + length)).trimEnd(),
    ]),
  );
}

const prototypes = [
  // 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
  'int __stdcall hisGetBasicData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
  'int __stdcall hisGetRegisterBasic(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.3 預防保健掛號 / Preventive services
  'int __stdcall hisGetRegisterPrevent(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.4 孕婦產前檢查掛號 / Antenatal examinations
  'int __stdcall hisGetRegisterPregnant(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
  'int __stdcall hisGetTreatmentNoNeedHPC(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.6 讀取就醫累計資料 / Cumulative data
  'int __stdcall hisGetCumulativeData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.7 讀取醫療費用總累計 / Fees since the card was issued
  'int __stdcall hisGetCumulativeFee(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
  'int __stdcall hisGetTreatmentNeedHPC(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
  'int __stdcall hisGetSeqNumber(const char *cTreatItem, const char *cBabyTreat, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.10 讀取處方箋 / Prescriptions
  'int __stdcall hisReadPrescription(_Inout_ uint8_t *pOutpatientPrescription, _Inout_ short *iBufferLenOutpatient, _Inout_ uint8_t *pLongTermPrescription, _Inout_ short *iBufferLenLongTerm, _Inout_ uint8_t *pImportantTreatmentCode, _Inout_ short *iBufferLenImportant, _Inout_ uint8_t *pIrritationDrug, _Inout_ short *iBufferLenIrritation)',
  // 1.11 讀取預防接種資料 / Vaccinations
  'int __stdcall hisGetInoculateData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
  'int __stdcall hisGetOrganDonate(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.13 讀取緊急聯絡電話 / Emergency telephone
  'int __stdcall hisGetEmergentTel(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.14 讀取最近一次就醫序號 / Last visit number
  'int __stdcall hisGetLastSeqNum(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.15 讀取卡片狀態 / A card's state
  'int __stdcall hisGetCardStatus(int CardType)',
  // 1.16 就醫診療資料寫入 / Write diagnoses
  'int __stdcall hisWriteTreatmentCode(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ uint8_t *pBufferDocID)',
  // 1.17 就醫費用資料寫入 / Write fees
  'int __stdcall hisWriteTreatmentFee(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite)',
  // 1.18 處方箋寫入 / Write a prescription item
  'int __stdcall hisWritePrescription(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite)',
  // 1.19 新生兒註記寫入 / Attach a newborn
  'int __stdcall hisWriteNewBorn(const char *pPatientID, const char *pPatientBirthDate, const char *pNewBornDate, const char *pNoOfDelivered)',
  // 1.20 過敏藥物寫入 / Write allergies
  'int __stdcall hisWriteAllergicMedicines(const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ uint8_t *pBufferDocID)',
  // 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
  'int __stdcall hisWriteOrganDonate(const char *pPatientID, const char *pPatientBirthDate, const char *pOrganDonate)',
  // 1.22 預防保健資料寫入 / Write a preventive service
  'int __stdcall hisWriteHealthInsurance(const char *pPatientID, const char *pPatientBirthDate, const char *pServiceItem, const char *pServiceItemCode)',
  // 1.23 緊急聯絡電話寫入 / Write the emergency telephone
  'int __stdcall hisWriteEmergentTel(const char *pPatientID, const char *pPatientBirthDate, const char *pEmergentTel)',
  // 1.24 產前檢查資料寫入 / Write an antenatal examination
  'int __stdcall hisWritePredeliveryCheckup(const char *pPatientID, const char *pPatientBirthDate, const char *pCheckupCode)',
  // 1.25 清除產前檢查資料 / Delete antenatal examinations
  'int __stdcall hisDeletePredeliveryData(const char *pPatientID, const char *pPatientBirthDate)',
  // 1.26 預防接種資料寫入 / Write a vaccination
  'int __stdcall hisWriteInoculateData(const char *pPatientID, const char *pPatientBirthDate, const char *pItem, const char *pPackageNumber)',
  // 1.27 驗證健保卡密碼 / Verify the health card's PIN
  'int __stdcall csVerifyHCPIN(void)',
  // 1.28 輸入新的健保卡密碼 / Set a new PIN
  'int __stdcall csInputHCPIN(void)',
  // 1.29 停用健保卡密碼 / Disable the PIN
  'int __stdcall csDisableHCPIN(void)',
  // 1.30 健保卡卡片內容更新 / Update the card's contents
  'int __stdcall csUpdateHCContents(void)',
  // 1.31 開啟讀卡機連結埠 / Open the reader's port
  'int __stdcall csOpenCom(int Comport)',
  // 1.32 關閉讀卡機連結埠 / Close the reader's port
  'int __stdcall csCloseCom(void)',
  // 1.33 讀取重大傷病註記 / Catastrophic illness
  'int __stdcall hisGetCriticalIllness(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.34 讀取讀卡機日期時間 / The reader's date and time
  'int __stdcall csGetDateTime(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.35 讀取卡片號碼 / A card's number
  'int __stdcall csGetCardNo(int CardType, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
  'int __stdcall csISSetPIN(void)',
  // 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
  'int __stdcall hisGetSeqNumber256(const char *cTreatItem, const char *cBabyTreat, const char *cTreatAfterCheck, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
  'int __stdcall hisGetRegisterBasic2(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.39 退掛 / Undo a registration
  'int __stdcall csUnGetSeqNumber(const char *pUnTreatDate)',
  // 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
  'int __stdcall csUpdateHCNoReset(void)',
  // 1.41 讀取門診處方箋 / Outpatient prescriptions
  'int __stdcall hisReadPrescriptMain(_Inout_ uint8_t *pOutpatientPrescription, _Inout_ short *iBufferLenOutpatient, int iStartPos, int iEndPos, _Inout_ short *iRecCount)',
  // 1.42 讀取長期處方箋 / Long-term prescriptions
  'int __stdcall hisReadPrescriptLongTerm(_Inout_ uint8_t *pLongTermPrescription, _Inout_ short *iBufferLenLongTerm, int iStartPos, int iEndPos, _Inout_ short *iRecCount)',
  // 1.43 讀取重要醫令 / Important orders
  'int __stdcall hisReadPrescriptHVE(_Inout_ uint8_t *pImportantTreatmentCode, _Inout_ short *iBufferLenImportant, int iStartPos, int iEndPos, _Inout_ short *iRecCount)',
  // 1.44 讀取過敏藥物 / Allergies
  'int __stdcall hisReadPrescriptAllergic(_Inout_ uint8_t *pIrritationDrug, _Inout_ short *iBufferLenIrritation, int iStartPos, int iEndPos, _Inout_ short *iRecCount)',
  // 1.45 多筆處方箋寫入 / Write prescription items
  'int __stdcall hisWriteMultiPrescript(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ short *iWriteCount)',
  // 1.46 過敏藥物寫入指定欄位 / Write one allergy
  'int __stdcall hisWriteAllergicNum(const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ uint8_t *pBufferDocID, int iNum)',
  // 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
  'int __stdcall hisWriteTreatmentData(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ uint8_t *pBufferDocID)',
  // 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
  'int __stdcall hisWritePrescriptionSign(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
  'int __stdcall hisWriteMultiPrescriptSign(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, _In_ uint8_t *pDataWrite, _Inout_ short *iWriteCount, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
  'int __stdcall hisGetCriticalIllnessID(const char *pPatientID, const char *pPatientBirthDate, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.51 取得控制軟體版本 / Version of the control software
  'int __stdcall csGetVersionEx(_Inout_ uint8_t *pPath)',
  // 1.52 重置讀卡機或卡片 / Reset reader or cards
  'int __stdcall csSoftwareReset(long iType)',
  // 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
  'int __stdcall hisGetSeqNumber256N1(const char *cTreatItem, const char *cBabyTreat, const char *cTreatAfterCheck, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
  'int __stdcall hisGetTreatNumNoICCard(const char *pPatientID, const char *pHospID, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
  'int __stdcall hisGetTreatNumICCard(const char *pDateTime, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
  'int __stdcall csVerifySAMDC(void)',
  // 2.2 讀取安全模組院所代碼 / The security module's institution
  'int __stdcall csGetHospID(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 2.2 讀取安全模組院所代碼 / The security module's institution
  'int __stdcall csGetHOSPID(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 3.1 資料上傳 / Upload a file
  'int __stdcall csUploadData(const char *pUploadFileName, _Inout_ uint8_t *pFileSize, _Inout_ uint8_t *pNumber, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
  'int __stdcall csUploadDataPrec(const char *pUploadFileName, _Inout_ uint8_t *pFileSize, _Inout_ uint8_t *pNumber, _Inout_ uint8_t *pPrecNumber, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 4.1 取得醫事人員卡狀態 / Is a professional card there?
  'int __stdcall hpcGetHPCStatus(int Req, _Inout_ short *iStatus)',
  // 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
  'int __stdcall hpcVerifyHPCPIN(void)',
  // 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
  'int __stdcall hpcInputHPCPIN(void)',
  // 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
  'int __stdcall hpcUnlockHPC(void)',
  // 4.5 取得醫事人員卡序號 / The professional card's number
  'int __stdcall hpcGetHPCSN(_Inout_ uint8_t *SN, _Inout_ short *Len_SN)',
  // 4.6 取得醫事人員身分證字號 / The professional's id number
  'int __stdcall hpcGetHPCSSN(_Inout_ uint8_t *SSN, _Inout_ short *Len_SSN)',
  // 4.7 取得醫事人員中文姓名 / The professional's Chinese name
  'int __stdcall hpcGetHPCCNAME(_Inout_ uint8_t *CNAME, _Inout_ short *Len_CNAME)',
  // 4.8 取得醫事人員英文姓名 / The professional's English name
  'int __stdcall hpcGetHPCENAME(_Inout_ uint8_t *ENAME, _Inout_ short *Len_ENAME)',
  // 4.8 取得醫事人員英文姓名 / The professional's English name
  'int __stdcall hisGetHPCENAME(_Inout_ uint8_t *ENAME, _Inout_ short *Len_ENAME)',
  // 5.1 疾病診斷碼押碼 / Pack a diagnosis code
  'int __stdcall hisGetICD10EnC(const char *pIN, _Inout_ uint8_t *pOUT)',
  // 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
  'int __stdcall hisGetICD10DeC(const char *pIN, _Inout_ uint8_t *pOUT)',
  // 取得控制軟體版本（舊） / Version of the control software (old)
  'int __stdcall csGetVersion(void)',
  // 讀取保險人資料 / The insurer's data
  'int __stdcall hisGetInsurerData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 讀取最近一次退掛資料 / Last undone registration
  'int __stdcall csGetLastUnTreatmentData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 資料下載 / Download a file
  'int __stdcall csDownloadData(const char *pSAMID, const char *pHospID, const char *pNumber, const char *pSendDate, const char *pRecvDate, const char *pServerRandom, const char *pDownloadFileName)',
  // 讀取安全模組的院所名稱 / The institution's name
  'int __stdcall csGetHospName(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 讀取安全模組的院所簡稱 / The institution's abbreviated name
  'int __stdcall csGetHospAbbName(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
  'int __stdcall hpcVerifyHPCPINR(void)',
  // 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
  'int __stdcall hpcGetAllData(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 取得醫事人員卡類別 / The professional card's kind
  'int __stdcall hisGetHPCType(void)',
  // 取得登入用亂數 / A random for a log-in
  'int __stdcall VPNGetRandom(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 登入與上傳服務的簽章 / Sign for a log-in or an upload service
  'int __stdcall VPNH_Sign(const char *pRandom, int iCardType, int iService, _Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 驗證登入與上傳服務的簽章 / Verify such a signature
  'int __stdcall VPNH_VerifySign(const char *pRandom, int iCardType, int iService, _In_ uint8_t *pSign, int iSignLen)',
  // 醫事憑證通用呼叫 / Calls of the professionals' certificates
  'int __stdcall HCA_GNFuncCall(long lFunction, _Inout_ uint8_t *pIn, _Inout_ uint8_t *pOut, long l4, long l5, long l6, long l7, long l8)',
  // 啟用醫事憑證 / Enable the professionals' certificates
  'int __stdcall csEnableHCAAPI(void)',
  // 停用醫事憑證 / Disable the professionals' certificates
  'int __stdcall csDisableHCAAPI(void)',
  // 讀取安全模組資料 / The security module's own data
  'int __stdcall hisGetSam0(_Inout_ uint8_t *pBuffer, _Inout_ short *iBufferLen)',
  // 下載健保卡程式 / Download the health card's applet
  'int __stdcall csDownloadHCApplet(void)',
];

/** 回傳碼 / return codes. */
export const codes = new Map([
  [-1, { zh: '失敗，或尚未實作', en: 'failed, or not written yet' }],
  [0, { zh: '成功', en: 'success' }],
  [4000, { zh: '讀卡機逾時', en: 'reader time-out' }],
  [4012, { zh: '未置入安全模組卡', en: 'no security module card' }],
  [4013, { zh: '未置入健保卡', en: 'no health card' }],
  [4014, { zh: '未置入醫事人員卡', en: 'no professional card' }],
  [4029, { zh: '卡片權限不足', en: 'not allowed on this card' }],
  [4032, { zh: '插入的不是安全模組卡', en: 'not a security module card' }],
  [4033, { zh: '置入的不是健保卡', en: 'not a health card' }],
  [4034, { zh: '置入的不是醫事人員卡', en: 'not a professional card' }],
  [4042, { zh: '醫事人員卡密碼尚未認證', en: "professional card's PIN not verified" }],
  [4050, { zh: '安全模組尚未與資料中心認證', en: 'security module not verified' }],
  [4051, { zh: '安全模組與資料中心認證失敗', en: 'security module refused by the data centre' }],
  [4061, { zh: '網路不通', en: 'no network' }],
  [4071, { zh: '健保卡與資料中心認證失敗', en: 'health card refused by the data centre' }],
  [5001, { zh: '就醫可用次數不足', en: 'no visits left on the card' }],
  [5002, { zh: '卡片已註銷', en: 'card cancelled' }],
  [5003, { zh: '卡片已過有效期限', en: 'card expired' }],
  [5004, { zh: '新生兒依附就醫已逾 60 日', en: 'newborn attached for more than 60 days' }],
  [5005, { zh: '日期時間讀取失敗', en: 'date and time could not be read' }],
  [5006, { zh: '讀取安全模組的院所代碼失敗', en: "the security module's institution could not be read" }],
  [5007, { zh: '寫入就醫資料登錄失敗', en: 'the visit could not be written' }],
  [5008, { zh: '安全模組簽章失敗', en: 'the security module could not sign' }],
  [5009, { zh: '無寫入就醫相關紀錄之權限', en: 'no right to write this record' }],
  [5010, { zh: '同一天看診兩科（含）以上（提示）', en: 'second visit of the day (a message, not an error)' }],
  [5012, { zh: '此人未在保', en: 'not insured' }],
  [5015, { zh: '門診處方箋讀取失敗', en: 'outpatient prescriptions could not be read' }],
  [5016, { zh: '長期處方箋讀取失敗', en: 'long-term prescriptions could not be read' }],
  [5017, { zh: '重要醫令讀取失敗', en: 'important orders could not be read' }],
  [5018, { zh: '過敏藥物讀取失敗', en: 'allergies could not be read' }],
  [5020, { zh: '資料與健保卡不是同一人', en: 'another person than the card says' }],
  [5022, { zh: '卡片裡找不到這筆就醫', en: 'no such visit on the card' }],
  [5023, { zh: '就醫資料登錄寫入失敗', en: 'the visit could not be written' }],
  [5028, { zh: '就醫費用寫入失敗', en: 'the fees could not be written' }],
  [5033, { zh: '門診處方箋寫入失敗', en: 'the prescription could not be written' }],
  [5051, { zh: '新生兒註記寫入失敗', en: 'the newborn could not be written' }],
  [5052, { zh: '新生兒依附資料不完整', en: "the newborn's data are not complete" }],
  [5056, { zh: '讀取醫事人員身分證號失敗', en: "the professional's id could not be read" }],
  [5057, { zh: '過敏藥物寫入失敗', en: 'the allergy could not be written' }],
  [5061, { zh: '器官捐贈註記寫入失敗', en: 'the consent could not be written' }],
  [5062, { zh: '放棄器官捐贈註記輸入', en: 'entering the consent was given up' }],
  [5067, { zh: '安全模組的院所代碼讀取失敗', en: "the security module's institution could not be read" }],
  [5068, { zh: '預防保健資料寫入失敗', en: 'the preventive service could not be written' }],
  [5071, { zh: '緊急聯絡電話寫入失敗', en: 'the telephone could not be written' }],
  [5078, { zh: '產前檢查資料寫入失敗', en: 'the antenatal examination could not be written' }],
  [5079, { zh: '性別不符：卡片記載為男性', en: 'the card says male' }],
  [5081, { zh: '最近 24 小時內同院所未曾就醫，不可取消', en: 'no visit here within 24 hours to cancel' }],
  [5082, { zh: '最近 24 小時內同院所未曾產檢，不可取消', en: 'no antenatal examination here within 24 hours to cancel' }],
  [5083, { zh: '最近六次就醫沒有 AC，不可單獨寫入', en: 'none of the last six visits is AC' }],
  [5084, { zh: '最近 24 小時內同院所沒有這項保健服務，不可取消', en: 'no such service here within 24 hours to cancel' }],
  [5087, { zh: '清除產前檢查資料失敗', en: 'antenatal examinations could not be deleted' }],
  [5093, { zh: '預防接種資料寫入失敗', en: 'the vaccination could not be written' }],
  [5102, { zh: '密碼不符或已鎖住', en: 'wrong or locked PIN' }],
  [5105, { zh: '原密碼尚未通過認證', en: 'the present PIN was not verified' }],
  [5107, { zh: '兩次新密碼不同', en: 'the two new PINs differ' }],
  [5108, { zh: '密碼變更失敗', en: 'the PIN could not be changed' }],
  [5109, { zh: '密碼輸入已取消', en: 'PIN entry was cancelled' }],
  [5110, { zh: '輸入健保卡密碼時請移除醫事人員卡', en: 'take the professional card out before typing the PIN' }],
  [5111, { zh: '停用失敗，密碼仍啟用', en: 'not disabled: the PIN is still in use' }],
  [5122, { zh: '醫事人員卡仍未解開', en: 'the professional card is still locked' }],
  [5130, { zh: '更新健保卡內容失敗', en: "the card's contents could not be updated" }],
  [5141, { zh: '未置入醫事人員卡，僅有起訖日期', en: 'without a professional card: dates only' }],
  [5150, { zh: '卡片中無此筆就醫', en: 'no such visit on the card' }],
  [5151, { zh: '就醫類別為數值才可退掛', en: 'only numbered categories can be undone' }],
  [5152, { zh: '醫療院所不同，不可退掛', en: "another institution's visit" }],
  [5153, { zh: '已經退掛過', en: 'already undone' }],
  [5154, { zh: '超過可退掛的 24 小時', en: 'more than 24 hours ago' }],
  [5160, { zh: '就醫可用次數不合理', en: 'the visits available do not fit' }],
  [5161, { zh: '最近一次就醫年不合理', en: "the last number's year does not fit" }],
  [5162, { zh: '最近一次就醫序號不合理', en: 'the last number does not fit' }],
  [5163, { zh: '住診費用總累計不合理', en: "total inpatient fees don't fit" }],
  [5164, { zh: '門診費用總累計不合理', en: "total outpatient fees don't fit" }],
  [5165, { zh: '就醫累計資料年不合理', en: "the cumulative data's year does not fit" }],
  [5166, { zh: '就醫累計次數不合理', en: 'the count of visits does not fit' }],
  [5167, { zh: '門診部分負擔累計不合理', en: "outpatient copayments don't fit" }],
  [5168, { zh: '住診（短期）部分負擔累計不合理', en: "shorter-stay copayments don't fit" }],
  [5169, { zh: '住診（長期）部分負擔累計不合理', en: "longer-stay copayments don't fit" }],
  [5170, { zh: '門診＋住診部分負擔累計不合理', en: "all copayments don't fit" }],
  [5171, { zh: '門診＋短期住診部分負擔累計不合理', en: "outpatient and shorter-stay copayments don't fit" }],
  [5172, { zh: '門診醫療費用累計不合理', en: "outpatient fees don't fit" }],
  [5173, { zh: '住診醫療費用累計不合理', en: "inpatient fees don't fit" }],
  [5174, { zh: '就醫識別碼取得失敗（其餘資料仍有效）', en: 'no treatment identifier (the other data are valid)' }],
  [6005, { zh: '安全模組的外部認證失敗', en: 'the SAM did not accept the data centre' }],
  [6006, { zh: '資料中心的外部認證失敗', en: 'the data centre did not accept the SAM' }],
  [6007, { zh: '安全模組的內部認證失敗', en: "the SAM's internal authentication failed" }],
  [6008, { zh: '寫入讀卡機日期時間失敗', en: "the reader's clock could not be set" }],
  [6014, { zh: '資料中心驗證簽章失敗', en: 'the data centre refused the signature' }],
  [6015, { zh: '檔案大小不合或傳輸失敗', en: 'size differs or transfer failed' }],
  [6016, { zh: '記憶體或磁碟空間不足', en: 'out of memory or disk' }],
  [6017, { zh: '找不到檔案或沒有權限', en: 'file not found or not allowed' }],
  [6018, { zh: '參數錯誤', en: 'wrong parameter' }],
  [9013, { zh: '無效的安全模組', en: 'invalid security module' }],
  [9020, { zh: '資料中心驗章錯誤', en: 'the data centre found the signature wrong' }],
  [9081, { zh: '可用次數大於 3 次，未達更新標準', en: 'more than 3 visits left: not updated yet' }],
  [9082, { zh: '此卡已註銷，無法更新', en: 'card cancelled: cannot be updated' }],
  [9083, { zh: '不在保', en: 'not insured' }],
  [9084, { zh: '停保中', en: 'insurance suspended' }],
  [9085, { zh: '已退保', en: 'insurance ended' }],
  [9086, { zh: '個人欠費', en: 'the person owes premiums' }],
  [9087, { zh: '負責人欠費', en: 'the responsible person owes premiums' }],
  [9088, { zh: '投保單位欠費', en: 'the insuring unit owes premiums' }],
  [9089, { zh: '個人及單位均欠費', en: 'person and unit owe premiums' }],
  [9090, { zh: '欠費且未在保', en: 'owes premiums and is not insured' }],
  [9100, { zh: '藥師、藥劑生、特約藥局或藥局專用卡無權限', en: 'not for pharmacists and pharmacies' }],
  [9127, { zh: '找不到對應編碼或參數不正確', en: 'not in the packed range, or not valid' }],
  [9129, { zh: '持卡人於非所限制的醫療院所就診', en: 'the holder is restricted to another institution' }],
  [9130, { zh: '醫事人員卡已註銷或停用', en: 'professional card cancelled' }],
  [9140, { zh: '醫事人員卡已逾有效期限', en: 'professional card expired' }],
]);

/** 欄位：[由 0 起算的位置, 長度] / fields: [place from 0, length]. */
export const layouts = {
  // 基本資料 / basic data (1.1)
  basicData: {
    length: 72,
    fields: {
      cardNo: [0, 12], // 卡片號碼 / card number
      name: [12, 20], // 姓名 / name
      personId: [32, 10], // 身分證號或身分證明文件號碼 / id number
      birthDate: [42, 7], // 出生日期 / birth date
      sex: [49, 1], // 性別 / sex
      issueDate: [50, 7], // 發卡日期 / issue date
      cancelMark: [57, 1], // 卡片註銷註記 / card cancellation mark
      emergencyTel: [58, 14], // 緊急聯絡電話 / emergency telephone
    },
  },
  // 診間基本資料 / basic data for the consulting room (1.2)
  registerBasic: {
    length: 78,
    fields: {
      cardNo: [0, 12], // 卡片號碼 / card number
      name: [12, 20], // 姓名 / name
      personId: [32, 10], // 身分證號或身分證明文件號碼 / id number
      birthDate: [42, 7], // 出生日期 / birth date
      sex: [49, 1], // 性別 / sex
      issueDate: [50, 7], // 發卡日期 / issue date
      cancelMark: [57, 1], // 卡片註銷註記 / card cancellation mark
      insurerCode: [58, 2], // 保險人代碼 / insurer code
      insuredMark: [60, 1], // 保險對象身分註記 / status of the insured
      validUntil: [61, 7], // 卡片有效期限 / card valid until
      available: [68, 2], // 就醫可用次數 / visits available
      newbornDate: [70, 7], // 新生兒出生日期（依附註記） / attached newborn's birth date
      newbornMark: [77, 1], // 新生兒胞胎註記（依附註記） / attached newborn's number of births
    },
  },
  // 預防保健資料 / preventive services (1.3)
  registerPrevent: {
    length: 126,
    items: {
      at: 0,
      count: 6,
      step: 21,
      fields: {
        serviceItem: [0, 2], // 保健服務項目註記 / service
        checkDate: [2, 7], // 檢查日期 / date of examination
        hospId: [9, 10], // 醫療院所代碼 / institution code
        checkCode: [19, 2], // 檢查項目代碼 / examination code
      },
    },
  },
  // 孕婦產前檢查資料 / antenatal examinations (1.4)
  registerPregnant: {
    length: 209,
    items: {
      at: 0,
      count: 11,
      step: 19,
      fields: {
        checkDate: [0, 7], // 檢查日期 / date of examination
        hospId: [7, 10], // 醫療院所代碼 / institution code
        checkCode: [17, 2], // 檢查項目代碼 / examination code
      },
    },
  },
  // 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
  treatmentNoNeedHpc: {
    length: 498,
    illnesses: {
      at: 0,
      count: 6,
      step: 14,
      fields: {
        validFrom: [0, 7], // 有效期限起始日 / valid from
        validUntil: [7, 7], // 有效期限終止日 / valid until
      },
    },
    visits: {
      at: 84,
      count: 6,
      step: 69,
      fields: {
        treatItem: [0, 2], // 就醫類別 / category of the visit
        babyTreat: [2, 1], // 新生兒就醫註記 / newborn mark
        visitTime: [3, 13], // 就診日期時間 / date and time of the visit
        afterCheck: [16, 1], // 補卡註記 / after-check mark
        seqNumber: [17, 4], // 就醫序號 / visit number
        hospId: [21, 10], // 醫療院所代碼 / institution code
        outpatientFee: [31, 8], // 門診醫療費用（當次） / outpatient fee of this visit
        outpatientCopay: [39, 8], // 門診部分負擔費用（當次） / outpatient copayment of this visit
        inpatientFee: [47, 8], // 住院醫療費用（當次） / inpatient fee of this stay
        inpatientCopayShort: [55, 7], // 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
        inpatientCopayLong: [62, 7], // 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
      },
    },
  },
  // 就醫累計資料 / cumulative data (1.6)
  cumulativeData: {
    length: 134,
    years: {
      at: 0,
      count: 2,
      step: 67,
      fields: {
        year: [0, 3], // 年 / ROC year
        visits: [3, 4], // 門住診就醫累計次數 / visits
        outpatientFee: [7, 10], // 門診醫療費用累計 / outpatient fees
        inpatientFee: [17, 10], // 住診醫療費用累計 / inpatient fees
        outpatientCopay: [27, 8], // 門診部分負擔費用累計 / outpatient copayments
        inpatientCopayShort: [35, 8], // 住診部分負擔累計（急性 30 天、慢性 180 天以下） / inpatient copayments, shorter stays
        inpatientCopayLong: [43, 8], // 住診部分負擔累計（急性 31 天、慢性 181 天以上） / inpatient copayments, longer stays
        copay: [51, 8], // 門診＋住診部分負擔費用累計 / copayments, all
        copayShort: [59, 8], // 門診＋住診（急性 30 天、慢性 180 天以下）部分負擔累計 / copayments, outpatient and shorter stays
      },
    },
  },
  // 醫療費用總累計 / fees since the card was issued (1.7)
  cumulativeFee: {
    length: 20,
    fields: {
      outpatientTotal: [0, 10], // 門診醫療費用總累計 / outpatient fees, total
      inpatientTotal: [10, 10], // 住診醫療費用總累計 / inpatient fees, total
    },
  },
  // 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
  treatmentNeedHpc: {
    length: 372,
    illnesses: {
      at: 0,
      count: 6,
      step: 19,
      fields: {
        code: [0, 5], // 重大傷病代碼 / illness code
        validFrom: [5, 7], // 有效期限起始日 / valid from
        validUntil: [12, 7], // 有效期限終止日 / valid until
      },
    },
    visits: {
      at: 114,
      count: 6,
      step: 43,
      fields: {
        visitTime: [0, 13], // 就診日期時間 / date and time of the visit
        mainCode: [13, 5], // 主要診斷碼 / main diagnosis
        subCode1: [18, 5], // 次要診斷碼 1 / secondary diagnosis 1
        subCode2: [23, 5], // 次要診斷碼 2 / secondary diagnosis 2
        subCode3: [28, 5], // 次要診斷碼 3 / secondary diagnosis 3
        subCode4: [33, 5], // 次要診斷碼 4 / secondary diagnosis 4
        subCode5: [38, 5], // 次要診斷碼 5 / secondary diagnosis 5
      },
    },
  },
  // 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
  treatmentNeedHpcIcd10: {
    length: 540,
    illnesses: {
      at: 0,
      count: 6,
      step: 23,
      fields: {
        code: [1, 7], // 重大傷病代碼 / illness code
        validFrom: [9, 7], // 有效期限起始日 / valid from
        validUntil: [16, 7], // 有效期限終止日 / valid until
      },
    },
    visits: {
      at: 138,
      count: 6,
      step: 67,
      fields: {
        visitTime: [0, 13], // 就診日期時間 / date and time of the visit
        mainCode: [14, 7], // 主要診斷碼 / main diagnosis
        subCode1: [23, 7], // 次要診斷碼 1 / secondary diagnosis 1
        subCode2: [32, 7], // 次要診斷碼 2 / secondary diagnosis 2
        subCode3: [41, 7], // 次要診斷碼 3 / secondary diagnosis 3
        subCode4: [50, 7], // 次要診斷碼 4 / secondary diagnosis 4
        subCode5: [59, 7], // 次要診斷碼 5 / secondary diagnosis 5
      },
    },
  },
  // 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
  visitGrant128: {
    length: 167,
    fields: {
      visitTime: [0, 13], // 就診日期時間 / date and time of the visit
      seqNumber: [13, 4], // 就醫序號 / visit number
      hospId: [17, 10], // 醫療院所代碼 / institution code
      signature: [27, 128], // 安全簽章 / security signature
      samId: [155, 12], // SAM ID / SAM id
    },
  },
  // 門診處方箋 / outpatient prescriptions (1.10, 1.41)
  prescriptions: {
    length: 3660,
    items: {
      at: 0,
      count: 60,
      step: 61,
      fields: {
        visitTime: [0, 13], // 就診日期時間 / date and time of the visit
        orderType: [13, 1], // 醫令類別 / order type
        orderCode: [14, 12], // 診療項目代號 / order code
        position: [26, 6], // 診療部位 / part of the body
        usage: [32, 18], // 用法 / usage
        days: [50, 2], // 天數 / days
        quantity: [52, 7], // 總量 / total quantity
        delivery: [59, 2], // 交付處方註記 / delivery note
      },
    },
  },
  // 長期處方箋 / long-term prescriptions (1.10, 1.42)
  longTermPrescriptions: {
    length: 1320,
    items: {
      at: 0,
      count: 30,
      step: 44,
      fields: {
        orderDate: [0, 7], // 開立日期 / date of the order
        drugCode: [7, 10], // 藥品代碼 / drug code
        usage: [17, 18], // 用法 / usage
        days: [35, 2], // 天數 / days
        quantity: [37, 7], // 總量 / total quantity
      },
    },
  },
  // 重要醫令項目 / important orders (1.10, 1.43)
  importantOrders: {
    length: 360,
    items: {
      at: 0,
      count: 10,
      step: 36,
      fields: {
        doneDate: [0, 7], // 實施日期 / date done
        hospId: [7, 10], // 醫療院所代碼 / institution code
        orderCode: [17, 6], // 重要醫令項目代碼 / important order code
        position: [23, 6], // 實施部位代碼 / part of the body
        quantity: [29, 7], // 總量 / total quantity
      },
    },
  },
  // 過敏藥物 / allergies (1.10, 1.20, 1.44)
  allergies: {
    length: 120,
    items: {
      at: 0,
      count: 3,
      step: 40,
      fields: {
        drugName: [0, 40], // 過敏藥物成份名稱 / name of the allergenic ingredient
      },
    },
  },
  // 預防接種資料 / vaccinations (1.11)
  inoculateData: {
    length: 1400,
    items: {
      at: 0,
      count: 40,
      step: 35,
      fields: {
        vaccine: [0, 6], // 疫苗種類 / vaccine
        date: [6, 7], // 接種日期 / date given
        hospId: [13, 10], // 醫療院所代碼 / institution code
        batch: [23, 12], // 疫苗批號 / batch number
      },
    },
  },
  // 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
  organDonate: {
    length: 1,
    fields: {
      organDonate: [0, 1], // 同意器官捐贈及安寧緩和醫療註記 / consent to organ donation and palliative care
    },
  },
  // 緊急聯絡電話 / emergency telephone (1.13)
  emergentTel: {
    length: 14,
    fields: {
      emergencyTel: [0, 14], // 緊急聯絡電話 / emergency telephone
    },
  },
  // 最近一次就醫序號 / last visit number (1.14)
  lastSeqNum: {
    length: 7,
    fields: {
      lastSeqNumber: [0, 7], // 最近一次就醫序號 / last visit number
    },
  },
  // 就醫診療資料 / diagnoses of a visit (1.16)
  treatmentCode: {
    length: 31,
    fields: {
      afterCheck: [0, 1], // 補卡註記 / after-check mark
      mainCode: [1, 5], // 主要診斷碼 / main diagnosis
      subCode1: [6, 5], // 次要診斷碼 1 / secondary diagnosis 1
      subCode2: [11, 5], // 次要診斷碼 2 / secondary diagnosis 2
      subCode3: [16, 5], // 次要診斷碼 3 / secondary diagnosis 3
      subCode4: [21, 5], // 次要診斷碼 4 / secondary diagnosis 4
      subCode5: [26, 5], // 次要診斷碼 5 / secondary diagnosis 5
    },
  },
  // 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
  treatmentCodeIcd10: {
    length: 55,
    fields: {
      afterCheck: [0, 1], // 補卡註記 / after-check mark
      mainCode: [2, 7], // 主要診斷碼 / main diagnosis
      subCode1: [11, 7], // 次要診斷碼 1 / secondary diagnosis 1
      subCode2: [20, 7], // 次要診斷碼 2 / secondary diagnosis 2
      subCode3: [29, 7], // 次要診斷碼 3 / secondary diagnosis 3
      subCode4: [38, 7], // 次要診斷碼 4 / secondary diagnosis 4
      subCode5: [47, 7], // 次要診斷碼 5 / secondary diagnosis 5
    },
  },
  // 就醫費用資料 / fees of a visit (1.17)
  treatmentFee: {
    length: 38,
    fields: {
      outpatientFee: [0, 8], // 門診醫療費用（當次） / outpatient fee of this visit
      outpatientCopay: [8, 8], // 門診部分負擔費用（當次） / outpatient copayment of this visit
      inpatientFee: [16, 8], // 住院醫療費用（當次） / inpatient fee of this stay
      inpatientCopayShort: [24, 7], // 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
      inpatientCopayLong: [31, 7], // 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
  },
  // 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
  prescriptionItem: {
    length: 61,
    fields: {
      visitTime: [0, 13], // 就診日期時間 / date and time of the visit
      orderType: [13, 1], // 醫令類別 / order type
      orderCode: [14, 12], // 診療項目代號 / order code
      position: [26, 6], // 診療部位 / part of the body
      usage: [32, 18], // 用法 / usage
      days: [50, 2], // 天數 / days
      quantity: [52, 7], // 總量 / total quantity
      delivery: [59, 2], // 交付處方註記 / delivery note
    },
  },
  // 重大傷病註記 / catastrophic illness (1.33, 1.50)
  criticalIllness: {
    length: 114,
    illnesses: {
      at: 0,
      count: 6,
      step: 19,
      fields: {
        code: [0, 5], // 重大傷病代碼 / illness code
        validFrom: [5, 7], // 有效期限起始日 / valid from
        validUntil: [12, 7], // 有效期限終止日 / valid until
      },
    },
  },
  // 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
  criticalIllnessIcd10: {
    length: 138,
    illnesses: {
      at: 0,
      count: 6,
      step: 23,
      fields: {
        code: [1, 7], // 重大傷病代碼 / illness code
        validFrom: [9, 7], // 有效期限起始日 / valid from
        validUntil: [16, 7], // 有效期限終止日 / valid until
      },
    },
  },
  // 讀卡機日期時間 / date and time (1.34)
  dateTime: {
    length: 13,
    fields: {
      year: [0, 3], // 民國年 / ROC year
      month: [3, 2], // 月 / month
      day: [5, 2], // 日 / day
      hour: [7, 2], // 時 / hour
      minute: [9, 2], // 分 / minute
      second: [11, 2], // 秒 / second
    },
  },
  // 卡片號碼 / card number (1.35)
  cardNumber: {
    length: 12,
    fields: {
      cardNo: [0, 12], // 卡片號碼 / card number
    },
  },
  // 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
  visitGrant256: {
    length: 296,
    fields: {
      visitTime: [0, 13], // 就診日期時間 / date and time of the visit
      seqNumber: [13, 4], // 就醫序號 / visit number
      hospId: [17, 10], // 醫療院所代碼 / institution code
      signature: [27, 256], // 安全簽章 / security signature
      samId: [283, 12], // SAM ID / SAM id
      sameDay: [295, 1], // 是否同日就診 / second visit of the day
    },
  },
  // 有效期限與可用次數 / validity and visits available (1.38)
  registerBasic2: {
    length: 9,
    fields: {
      validUntil: [0, 7], // 卡片有效期限 / card valid until
      available: [7, 2], // 就醫可用次數 / visits available
    },
  },
  // 一組過敏藥物 / one allergy (1.46)
  allergyItem: {
    length: 40,
    fields: {
      drugName: [0, 40], // 過敏藥物成份名稱 / name of the allergenic ingredient
    },
  },
  // 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
  treatmentData: {
    length: 69,
    fields: {
      afterCheck: [0, 1], // 補卡註記 / after-check mark
      mainCode: [1, 5], // 主要診斷碼 / main diagnosis
      subCode1: [6, 5], // 次要診斷碼 1 / secondary diagnosis 1
      subCode2: [11, 5], // 次要診斷碼 2 / secondary diagnosis 2
      subCode3: [16, 5], // 次要診斷碼 3 / secondary diagnosis 3
      subCode4: [21, 5], // 次要診斷碼 4 / secondary diagnosis 4
      subCode5: [26, 5], // 次要診斷碼 5 / secondary diagnosis 5
      outpatientFee: [31, 8], // 門診醫療費用（當次） / outpatient fee of this visit
      outpatientCopay: [39, 8], // 門診部分負擔費用（當次） / outpatient copayment of this visit
      inpatientFee: [47, 8], // 住院醫療費用（當次） / inpatient fee of this stay
      inpatientCopayShort: [55, 7], // 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
      inpatientCopayLong: [62, 7], // 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
  },
  // 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
  treatmentDataIcd10: {
    length: 93,
    fields: {
      afterCheck: [0, 1], // 補卡註記 / after-check mark
      mainCode: [2, 7], // 主要診斷碼 / main diagnosis
      subCode1: [11, 7], // 次要診斷碼 1 / secondary diagnosis 1
      subCode2: [20, 7], // 次要診斷碼 2 / secondary diagnosis 2
      subCode3: [29, 7], // 次要診斷碼 3 / secondary diagnosis 3
      subCode4: [38, 7], // 次要診斷碼 4 / secondary diagnosis 4
      subCode5: [47, 7], // 次要診斷碼 5 / secondary diagnosis 5
      outpatientFee: [55, 8], // 門診醫療費用（當次） / outpatient fee of this visit
      outpatientCopay: [63, 8], // 門診部分負擔費用（當次） / outpatient copayment of this visit
      inpatientFee: [71, 8], // 住院醫療費用（當次） / inpatient fee of this stay
      inpatientCopayShort: [79, 7], // 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
      inpatientCopayLong: [86, 7], // 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
  },
  // 處方簽章 / item's signature (1.48)
  prescriptionSignature: {
    length: 40,
    fields: {
      signature: [0, 40], // 處方簽章 / item's signature
    },
  },
  // 各組處方簽章 / items' signatures (1.49)
  prescriptionSignatures: {
    length: 2400,
    items: {
      at: 0,
      count: 60,
      step: 40,
      fields: {
        signature: [0, 40], // 處方簽章 / item's signature
      },
    },
  },
  // 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
  visitGrant: {
    length: 316,
    fields: {
      visitTime: [0, 13], // 就診日期時間 / date and time of the visit
      seqNumber: [13, 4], // 就醫序號 / visit number
      hospId: [17, 10], // 醫療院所代碼 / institution code
      signature: [27, 256], // 安全簽章 / security signature
      samId: [283, 12], // SAM ID / SAM id
      sameDay: [295, 1], // 是否同日就診 / second visit of the day
      treatNum: [296, 20], // 就醫識別碼 / treatment identifier
    },
  },
  // 無卡就醫識別碼 / treatment identifier without a card (1.54)
  treatNumNoCard: {
    length: 43,
    fields: {
      visitTime: [0, 13], // 電腦日期時間 / computer's date and time
      hospId: [13, 10], // 醫療院所代碼 / institution code
      treatNum: [23, 20], // 就醫識別碼 / treatment identifier
    },
  },
  // 就醫識別碼 / treatment identifier (1.56)
  treatNumCard: {
    length: 20,
    fields: {
      treatNum: [0, 20], // 就醫識別碼 / treatment identifier
    },
  },
  // 醫療院所代碼 / institution code (2.2)
  hospital: {
    length: 10,
    fields: {
      hospId: [0, 10], // 醫療院所代碼 / institution code
    },
  },
  // 上傳收據 / receipt of an upload (3.1, 3.2)
  uploadReceipt: {
    length: 50,
    fields: {
      samId: [0, 12], // 安全模組代碼 / SAM id
      hospId: [12, 10], // 醫事服務機構代碼 / institution code
      sentAt: [22, 14], // 上傳日期時間 / sent at
      receivedAt: [36, 14], // 接收日期時間 / received at
    },
  },
  // 醫事人員卡序號 / professional card's number (4.5)
  hpcNumber: {
    length: 12,
    fields: {
      cardNo: [0, 12], // 醫事人員卡序號 / professional card's number
    },
  },
  // 醫事人員身分證字號 / professional's id number (4.6)
  hpcId: {
    length: 10,
    fields: {
      personId: [0, 10], // 醫事人員身分證字號 / professional's id number
    },
  },
  // 醫事人員中文姓名 / professional's Chinese name (4.7)
  hpcChineseName: {
    length: 20,
    fields: {
      name: [0, 20], // 中文姓名 / Chinese name
    },
  },
  // 醫事人員英文姓名 / professional's English name (4.8)
  hpcEnglishName: {
    length: 40,
    fields: {
      name: [0, 40], // 英文姓名 / English name
    },
  },
  // 保險人資料 / the insurer's data (hisGetInsurerData)
  insurerData: {
    length: 20,
    fields: {
      insurerCode: [0, 2], // 保險人代碼 / insurer code
      insuredMark: [2, 1], // 保險對象身分註記 / status of the insured
      validUntil: [3, 7], // 卡片有效期限 / card valid until
      available: [10, 2], // 就醫可用次數 / visits available
      newbornDate: [12, 7], // 新生兒出生日期（依附註記） / attached newborn's birth date
      newbornMark: [19, 1], // 新生兒胞胎註記（依附註記） / attached newborn's number of births
    },
  },
  // 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
  undoneVisit: {
    length: 31,
    fields: {
      treatItem: [0, 2], // 就醫類別 / category of the visit
      babyTreat: [2, 1], // 新生兒就醫註記 / newborn mark
      visitTime: [3, 13], // 就診日期時間 / date and time of the visit
      afterCheck: [16, 1], // 補卡註記 / after-check mark
      seqNumber: [17, 4], // 就醫序號 / visit number
      hospId: [21, 10], // 醫療院所代碼 / institution code
    },
  },
  // 醫療院所名稱 / institution's name (csGetHospName)
  hospitalName: {
    length: 60,
    fields: {
      hospName: [0, 60], // 醫療院所名稱 / institution's name
    },
  },
  // 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
  hospitalAbbName: {
    length: 20,
    fields: {
      hospAbbName: [0, 20], // 醫療院所簡稱 / institution's abbreviated name
    },
  },
  // 醫事人員卡資料 / professional card's data (hpcGetAllData)
  hpcAllData: {
    length: 82,
    fields: {
      cardNo: [0, 12], // 醫事人員卡序號 / professional card's number
      personId: [12, 10], // 醫事人員身分證字號 / professional's id number
      name: [22, 20], // 中文姓名 / Chinese name
      englishName: [42, 40], // 英文姓名 / English name
    },
  },
  // 登入用亂數 / random for a log-in (VPNGetRandom)
  vpnRandom: {
    length: 16,
    fields: {
      random: [0, 16], // 亂數 / random
    },
  },
  // 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
  vpnSignature: {
    length: 315,
    fields: {
      signedAt: [0, 13], // 簽章日期時間 / signed at
      samId: [13, 12], // SAM ID / SAM id
      hospId: [25, 10], // 醫療院所代碼 / institution code
      hcCardNo: [35, 12], // 健保卡號碼（卡片種類 4） / health card's number (kind 4)
      hpcCardNo: [47, 12], // 醫事人員卡序號（卡片種類 4） / professional card's number (kind 4)
      signature: [59, 256], // 簽章 / signature
    },
  },
};
