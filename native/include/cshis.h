/*
 * cshis.h: 健保卡讀卡機控制軟體 API / the NHI card API
 * OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).
 *
 * 長度一律兩個位元組，進：緩衝區大小，出：寫入的位元組數；回傳碼非 0、5010、5141、5174 時緩衝區與長度都不動。
 * 文字是 Big5，以空白補滿，結尾沒有 NUL。
 * Lengths are two bytes: in, the buffer's size; out, the bytes written. On other codes than 0, 5010, 5141 and 5174
 * neither is touched. Text is Big5, blank-padded, without a NUL at its end.
 */
#ifndef CSHIS_H
#define CSHIS_H

#ifdef _WIN32
#define CSHIS_CALL __stdcall
#else
#define CSHIS_CALL
#endif
#ifndef CSHIS_API
#define CSHIS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* 回傳碼 / return codes */
enum cshis_code {
  CSHIS_FAILED = -1, /* 失敗，或尚未實作 / failed, or not written yet */
  CSHIS_OK = 0, /* 成功 / success */
  CSHIS_E4000 = 4000, /* 讀卡機逾時 / reader time-out */
  CSHIS_E4012 = 4012, /* 未置入安全模組卡 / no security module card */
  CSHIS_E4013 = 4013, /* 未置入健保卡 / no health card */
  CSHIS_E4014 = 4014, /* 未置入醫事人員卡 / no professional card */
  CSHIS_E4029 = 4029, /* 卡片權限不足 / not allowed on this card */
  CSHIS_E4032 = 4032, /* 插入的不是安全模組卡 / not a security module card */
  CSHIS_E4033 = 4033, /* 置入的不是健保卡 / not a health card */
  CSHIS_E4034 = 4034, /* 置入的不是醫事人員卡 / not a professional card */
  CSHIS_E4042 = 4042, /* 醫事人員卡密碼尚未認證 / professional card's PIN not verified */
  CSHIS_E4050 = 4050, /* 安全模組尚未與資料中心認證 / security module not verified */
  CSHIS_E4051 = 4051, /* 安全模組與資料中心認證失敗 / security module refused by the data centre */
  CSHIS_E4061 = 4061, /* 網路不通 / no network */
  CSHIS_E4071 = 4071, /* 健保卡與資料中心認證失敗 / health card refused by the data centre */
  CSHIS_E5001 = 5001, /* 就醫可用次數不足 / no visits left on the card */
  CSHIS_E5002 = 5002, /* 卡片已註銷 / card cancelled */
  CSHIS_E5003 = 5003, /* 卡片已過有效期限 / card expired */
  CSHIS_E5004 = 5004, /* 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days */
  CSHIS_E5005 = 5005, /* 日期時間讀取失敗 / date and time could not be read */
  CSHIS_E5006 = 5006, /* 讀取安全模組的院所代碼失敗 / the security module's institution could not be read */
  CSHIS_E5007 = 5007, /* 寫入就醫資料登錄失敗 / the visit could not be written */
  CSHIS_E5008 = 5008, /* 安全模組簽章失敗 / the security module could not sign */
  CSHIS_E5009 = 5009, /* 無寫入就醫相關紀錄之權限 / no right to write this record */
  CSHIS_E5010 = 5010, /* 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error) */
  CSHIS_E5012 = 5012, /* 此人未在保 / not insured */
  CSHIS_E5015 = 5015, /* 門診處方箋讀取失敗 / outpatient prescriptions could not be read */
  CSHIS_E5016 = 5016, /* 長期處方箋讀取失敗 / long-term prescriptions could not be read */
  CSHIS_E5017 = 5017, /* 重要醫令讀取失敗 / important orders could not be read */
  CSHIS_E5018 = 5018, /* 過敏藥物讀取失敗 / allergies could not be read */
  CSHIS_E5020 = 5020, /* 資料與健保卡不是同一人 / another person than the card says */
  CSHIS_E5022 = 5022, /* 卡片裡找不到這筆就醫 / no such visit on the card */
  CSHIS_E5023 = 5023, /* 就醫資料登錄寫入失敗 / the visit could not be written */
  CSHIS_E5028 = 5028, /* 就醫費用寫入失敗 / the fees could not be written */
  CSHIS_E5033 = 5033, /* 門診處方箋寫入失敗 / the prescription could not be written */
  CSHIS_E5051 = 5051, /* 新生兒註記寫入失敗 / the newborn could not be written */
  CSHIS_E5052 = 5052, /* 新生兒依附資料不完整 / the newborn's data are not complete */
  CSHIS_E5056 = 5056, /* 讀取醫事人員身分證號失敗 / the professional's id could not be read */
  CSHIS_E5057 = 5057, /* 過敏藥物寫入失敗 / the allergy could not be written */
  CSHIS_E5061 = 5061, /* 器官捐贈註記寫入失敗 / the consent could not be written */
  CSHIS_E5062 = 5062, /* 放棄器官捐贈註記輸入 / entering the consent was given up */
  CSHIS_E5067 = 5067, /* 安全模組的院所代碼讀取失敗 / the security module's institution could not be read */
  CSHIS_E5068 = 5068, /* 預防保健資料寫入失敗 / the preventive service could not be written */
  CSHIS_E5071 = 5071, /* 緊急聯絡電話寫入失敗 / the telephone could not be written */
  CSHIS_E5078 = 5078, /* 產前檢查資料寫入失敗 / the antenatal examination could not be written */
  CSHIS_E5079 = 5079, /* 性別不符：卡片記載為男性 / the card says male */
  CSHIS_E5081 = 5081, /* 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel */
  CSHIS_E5082 = 5082, /* 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel */
  CSHIS_E5083 = 5083, /* 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC */
  CSHIS_E5084 = 5084, /* 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel */
  CSHIS_E5087 = 5087, /* 清除產前檢查資料失敗 / antenatal examinations could not be deleted */
  CSHIS_E5093 = 5093, /* 預防接種資料寫入失敗 / the vaccination could not be written */
  CSHIS_E5102 = 5102, /* 密碼不符或已鎖住 / wrong or locked PIN */
  CSHIS_E5105 = 5105, /* 原密碼尚未通過認證 / the present PIN was not verified */
  CSHIS_E5107 = 5107, /* 兩次新密碼不同 / the two new PINs differ */
  CSHIS_E5108 = 5108, /* 密碼變更失敗 / the PIN could not be changed */
  CSHIS_E5109 = 5109, /* 密碼輸入已取消 / PIN entry was cancelled */
  CSHIS_E5110 = 5110, /* 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN */
  CSHIS_E5111 = 5111, /* 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use */
  CSHIS_E5122 = 5122, /* 醫事人員卡仍未解開 / the professional card is still locked */
  CSHIS_E5130 = 5130, /* 更新健保卡內容失敗 / the card's contents could not be updated */
  CSHIS_E5141 = 5141, /* 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only */
  CSHIS_E5150 = 5150, /* 卡片中無此筆就醫 / no such visit on the card */
  CSHIS_E5151 = 5151, /* 就醫類別為數值才可退掛 / only numbered categories can be undone */
  CSHIS_E5152 = 5152, /* 醫療院所不同，不可退掛 / another institution's visit */
  CSHIS_E5153 = 5153, /* 已經退掛過 / already undone */
  CSHIS_E5154 = 5154, /* 超過可退掛的 24 小時 / more than 24 hours ago */
  CSHIS_E5160 = 5160, /* 就醫可用次數不合理 / the visits available do not fit */
  CSHIS_E5161 = 5161, /* 最近一次就醫年不合理 / the last number's year does not fit */
  CSHIS_E5162 = 5162, /* 最近一次就醫序號不合理 / the last number does not fit */
  CSHIS_E5163 = 5163, /* 住診費用總累計不合理 / total inpatient fees don't fit */
  CSHIS_E5164 = 5164, /* 門診費用總累計不合理 / total outpatient fees don't fit */
  CSHIS_E5165 = 5165, /* 就醫累計資料年不合理 / the cumulative data's year does not fit */
  CSHIS_E5166 = 5166, /* 就醫累計次數不合理 / the count of visits does not fit */
  CSHIS_E5167 = 5167, /* 門診部分負擔累計不合理 / outpatient copayments don't fit */
  CSHIS_E5168 = 5168, /* 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit */
  CSHIS_E5169 = 5169, /* 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit */
  CSHIS_E5170 = 5170, /* 門診＋住診部分負擔累計不合理 / all copayments don't fit */
  CSHIS_E5171 = 5171, /* 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit */
  CSHIS_E5172 = 5172, /* 門診醫療費用累計不合理 / outpatient fees don't fit */
  CSHIS_E5173 = 5173, /* 住診醫療費用累計不合理 / inpatient fees don't fit */
  CSHIS_E5174 = 5174, /* 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid) */
  CSHIS_E6005 = 6005, /* 安全模組的外部認證失敗 / the SAM did not accept the data centre */
  CSHIS_E6006 = 6006, /* 資料中心的外部認證失敗 / the data centre did not accept the SAM */
  CSHIS_E6007 = 6007, /* 安全模組的內部認證失敗 / the SAM's internal authentication failed */
  CSHIS_E6008 = 6008, /* 寫入讀卡機日期時間失敗 / the reader's clock could not be set */
  CSHIS_E6014 = 6014, /* 資料中心驗證簽章失敗 / the data centre refused the signature */
  CSHIS_E6015 = 6015, /* 檔案大小不合或傳輸失敗 / size differs or transfer failed */
  CSHIS_E6016 = 6016, /* 記憶體或磁碟空間不足 / out of memory or disk */
  CSHIS_E6017 = 6017, /* 找不到檔案或沒有權限 / file not found or not allowed */
  CSHIS_E6018 = 6018, /* 參數錯誤 / wrong parameter */
  CSHIS_E9013 = 9013, /* 無效的安全模組 / invalid security module */
  CSHIS_E9020 = 9020, /* 資料中心驗章錯誤 / the data centre found the signature wrong */
  CSHIS_E9081 = 9081, /* 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet */
  CSHIS_E9082 = 9082, /* 此卡已註銷，無法更新 / card cancelled: cannot be updated */
  CSHIS_E9083 = 9083, /* 不在保 / not insured */
  CSHIS_E9084 = 9084, /* 停保中 / insurance suspended */
  CSHIS_E9085 = 9085, /* 已退保 / insurance ended */
  CSHIS_E9086 = 9086, /* 個人欠費 / the person owes premiums */
  CSHIS_E9087 = 9087, /* 負責人欠費 / the responsible person owes premiums */
  CSHIS_E9088 = 9088, /* 投保單位欠費 / the insuring unit owes premiums */
  CSHIS_E9089 = 9089, /* 個人及單位均欠費 / person and unit owe premiums */
  CSHIS_E9090 = 9090, /* 欠費且未在保 / owes premiums and is not insured */
  CSHIS_E9100 = 9100, /* 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies */
  CSHIS_E9127 = 9127, /* 找不到對應編碼或參數不正確 / not in the packed range, or not valid */
  CSHIS_E9129 = 9129, /* 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution */
  CSHIS_E9130 = 9130, /* 醫事人員卡已註銷或停用 / professional card cancelled */
  CSHIS_E9140 = 9140 /* 醫事人員卡已逾有效期限 / professional card expired */
};

/* 函式 / functions */

/* 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN */
CSHIS_API int CSHIS_CALL hisGetBasicData(char *pBuffer, short *iBufferLen);

/* 1.2 診間服務時讀取基本資料 / Basic data for the consulting room */
CSHIS_API int CSHIS_CALL hisGetRegisterBasic(char *pBuffer, short *iBufferLen);

/* 1.3 預防保健掛號 / Preventive services */
CSHIS_API int CSHIS_CALL hisGetRegisterPrevent(char *pBuffer, short *iBufferLen);

/* 1.4 孕婦產前檢查掛號 / Antenatal examinations */
CSHIS_API int CSHIS_CALL hisGetRegisterPregnant(char *pBuffer, short *iBufferLen);

/* 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card */
CSHIS_API int CSHIS_CALL hisGetTreatmentNoNeedHPC(char *pBuffer, short *iBufferLen);

/* 1.6 讀取就醫累計資料 / Cumulative data */
CSHIS_API int CSHIS_CALL hisGetCumulativeData(char *pBuffer, short *iBufferLen);

/* 1.7 讀取醫療費用總累計 / Fees since the card was issued */
CSHIS_API int CSHIS_CALL hisGetCumulativeFee(char *pBuffer, short *iBufferLen);

/* 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card */
CSHIS_API int CSHIS_CALL hisGetTreatmentNeedHPC(char *pBuffer, short *iBufferLen);

/* 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53) */
CSHIS_API int CSHIS_CALL hisGetSeqNumber(const char *cTreatItem, const char *cBabyTreat, char *pBuffer, short *iBufferLen);

/* 1.10 讀取處方箋 / Prescriptions */
CSHIS_API int CSHIS_CALL hisReadPrescription(char *pOutpatientPrescription, short *iBufferLenOutpatient, char *pLongTermPrescription, short *iBufferLenLongTerm, char *pImportantTreatmentCode, short *iBufferLenImportant, char *pIrritationDrug, short *iBufferLenIrritation);

/* 1.11 讀取預防接種資料 / Vaccinations */
CSHIS_API int CSHIS_CALL hisGetInoculateData(char *pBuffer, short *iBufferLen);

/* 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care */
CSHIS_API int CSHIS_CALL hisGetOrganDonate(char *pBuffer, short *iBufferLen);

/* 1.13 讀取緊急聯絡電話 / Emergency telephone */
CSHIS_API int CSHIS_CALL hisGetEmergentTel(char *pBuffer, short *iBufferLen);

/* 1.14 讀取最近一次就醫序號 / Last visit number */
CSHIS_API int CSHIS_CALL hisGetLastSeqNum(char *pBuffer, short *iBufferLen);

/* 1.15 讀取卡片狀態 / A card's state */
CSHIS_API int CSHIS_CALL hisGetCardStatus(int CardType);

/* 1.16 就醫診療資料寫入 / Write diagnoses */
CSHIS_API int CSHIS_CALL hisWriteTreatmentCode(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, char *pBufferDocID);

/* 1.17 就醫費用資料寫入 / Write fees */
CSHIS_API int CSHIS_CALL hisWriteTreatmentFee(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite);

/* 1.18 處方箋寫入 / Write a prescription item */
CSHIS_API int CSHIS_CALL hisWritePrescription(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite);

/* 1.19 新生兒註記寫入 / Attach a newborn */
CSHIS_API int CSHIS_CALL hisWriteNewBorn(const char *pPatientID, const char *pPatientBirthDate, const char *pNewBornDate, const char *pNoOfDelivered);

/* 1.20 過敏藥物寫入 / Write allergies */
CSHIS_API int CSHIS_CALL hisWriteAllergicMedicines(const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, char *pBufferDocID);

/* 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care */
CSHIS_API int CSHIS_CALL hisWriteOrganDonate(const char *pPatientID, const char *pPatientBirthDate, const char *pOrganDonate);

/* 1.22 預防保健資料寫入 / Write a preventive service */
CSHIS_API int CSHIS_CALL hisWriteHealthInsurance(const char *pPatientID, const char *pPatientBirthDate, const char *pServiceItem, const char *pServiceItemCode);

/* 1.23 緊急聯絡電話寫入 / Write the emergency telephone */
CSHIS_API int CSHIS_CALL hisWriteEmergentTel(const char *pPatientID, const char *pPatientBirthDate, const char *pEmergentTel);

/* 1.24 產前檢查資料寫入 / Write an antenatal examination */
CSHIS_API int CSHIS_CALL hisWritePredeliveryCheckup(const char *pPatientID, const char *pPatientBirthDate, const char *pCheckupCode);

/* 1.25 清除產前檢查資料 / Delete antenatal examinations */
CSHIS_API int CSHIS_CALL hisDeletePredeliveryData(const char *pPatientID, const char *pPatientBirthDate);

/* 1.26 預防接種資料寫入 / Write a vaccination */
CSHIS_API int CSHIS_CALL hisWriteInoculateData(const char *pPatientID, const char *pPatientBirthDate, const char *pItem, const char *pPackageNumber);

/* 1.27 驗證健保卡密碼 / Verify the health card's PIN */
CSHIS_API int CSHIS_CALL csVerifyHCPIN(void);

/* 1.28 輸入新的健保卡密碼 / Set a new PIN */
CSHIS_API int CSHIS_CALL csInputHCPIN(void);

/* 1.29 停用健保卡密碼 / Disable the PIN */
CSHIS_API int CSHIS_CALL csDisableHCPIN(void);

/* 1.30 健保卡卡片內容更新 / Update the card's contents */
CSHIS_API int CSHIS_CALL csUpdateHCContents(void);

/* 1.31 開啟讀卡機連結埠 / Open the reader's port */
CSHIS_API int CSHIS_CALL csOpenCom(int Comport);

/* 1.32 關閉讀卡機連結埠 / Close the reader's port */
CSHIS_API int CSHIS_CALL csCloseCom(void);

/* 1.33 讀取重大傷病註記 / Catastrophic illness */
CSHIS_API int CSHIS_CALL hisGetCriticalIllness(char *pBuffer, short *iBufferLen);

/* 1.34 讀取讀卡機日期時間 / The reader's date and time */
CSHIS_API int CSHIS_CALL csGetDateTime(char *pBuffer, short *iBufferLen);

/* 1.35 讀取卡片號碼 / A card's number */
CSHIS_API int CSHIS_CALL csGetCardNo(int CardType, char *pBuffer, short *iBufferLen);

/* 1.36 檢查健保卡是否設定密碼 / Is a PIN set? */
CSHIS_API int CSHIS_CALL csISSetPIN(void);

/* 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature) */
CSHIS_API int CSHIS_CALL hisGetSeqNumber256(const char *cTreatItem, const char *cBabyTreat, const char *cTreatAfterCheck, char *pBuffer, short *iBufferLen);

/* 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available */
CSHIS_API int CSHIS_CALL hisGetRegisterBasic2(char *pBuffer, short *iBufferLen);

/* 1.39 退掛 / Undo a registration */
CSHIS_API int CSHIS_CALL csUnGetSeqNumber(const char *pUnTreatDate);

/* 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset */
CSHIS_API int CSHIS_CALL csUpdateHCNoReset(void);

/* 1.41 讀取門診處方箋 / Outpatient prescriptions */
CSHIS_API int CSHIS_CALL hisReadPrescriptMain(char *pOutpatientPrescription, short *iBufferLenOutpatient, int iStartPos, int iEndPos, short *iRecCount);

/* 1.42 讀取長期處方箋 / Long-term prescriptions */
CSHIS_API int CSHIS_CALL hisReadPrescriptLongTerm(char *pLongTermPrescription, short *iBufferLenLongTerm, int iStartPos, int iEndPos, short *iRecCount);

/* 1.43 讀取重要醫令 / Important orders */
CSHIS_API int CSHIS_CALL hisReadPrescriptHVE(char *pImportantTreatmentCode, short *iBufferLenImportant, int iStartPos, int iEndPos, short *iRecCount);

/* 1.44 讀取過敏藥物 / Allergies */
CSHIS_API int CSHIS_CALL hisReadPrescriptAllergic(char *pIrritationDrug, short *iBufferLenIrritation, int iStartPos, int iEndPos, short *iRecCount);

/* 1.45 多筆處方箋寫入 / Write prescription items */
CSHIS_API int CSHIS_CALL hisWriteMultiPrescript(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, short *iWriteCount);

/* 1.46 過敏藥物寫入指定欄位 / Write one allergy */
CSHIS_API int CSHIS_CALL hisWriteAllergicNum(const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, char *pBufferDocID, int iNum);

/* 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees */
CSHIS_API int CSHIS_CALL hisWriteTreatmentData(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, char *pBufferDocID);

/* 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed */
CSHIS_API int CSHIS_CALL hisWritePrescriptionSign(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, char *pBuffer, short *iBufferLen);

/* 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed */
CSHIS_API int CSHIS_CALL hisWriteMultiPrescriptSign(const char *pDateTime, const char *pPatientID, const char *pPatientBirthDate, const char *pDataWrite, short *iWriteCount, char *pBuffer, short *iBufferLen);

/* 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person */
CSHIS_API int CSHIS_CALL hisGetCriticalIllnessID(const char *pPatientID, const char *pPatientBirthDate, char *pBuffer, short *iBufferLen);

/* 1.51 取得控制軟體版本 / Version of the control software */
CSHIS_API int CSHIS_CALL csGetVersionEx(char *pPath);

/* 1.52 重置讀卡機或卡片 / Reset reader or cards */
CSHIS_API int CSHIS_CALL csSoftwareReset(long iType);

/* 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier */
CSHIS_API int CSHIS_CALL hisGetSeqNumber256N1(const char *cTreatItem, const char *cBabyTreat, const char *cTreatAfterCheck, char *pBuffer, short *iBufferLen);

/* 1.54 無卡取得就醫識別碼 / Treatment identifier without a card */
CSHIS_API int CSHIS_CALL hisGetTreatNumNoICCard(const char *pPatientID, const char *pHospID, char *pBuffer, short *iBufferLen);

/* 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card */
CSHIS_API int CSHIS_CALL hisGetTreatNumICCard(const char *pDateTime, char *pBuffer, short *iBufferLen);

/* 2.1 安全模組與資料中心認證 / Verify the security module with the data centre */
CSHIS_API int CSHIS_CALL csVerifySAMDC(void);

/* 2.2 讀取安全模組院所代碼 / The security module's institution */
CSHIS_API int CSHIS_CALL csGetHospID(char *pBuffer, short *iBufferLen);

/* 2.2 讀取安全模組院所代碼 / The security module's institution */
CSHIS_API int CSHIS_CALL csGetHOSPID(char *pBuffer, short *iBufferLen);

/* 3.1 資料上傳 / Upload a file */
CSHIS_API int CSHIS_CALL csUploadData(const char *pUploadFileName, char *pFileSize, char *pNumber, char *pBuffer, short *iBufferLen);

/* 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders */
CSHIS_API int CSHIS_CALL csUploadDataPrec(const char *pUploadFileName, char *pFileSize, char *pNumber, char *pPrecNumber, char *pBuffer, short *iBufferLen);

/* 4.1 取得醫事人員卡狀態 / Is a professional card there? */
CSHIS_API int CSHIS_CALL hpcGetHPCStatus(int Req, short *iStatus);

/* 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN */
CSHIS_API int CSHIS_CALL hpcVerifyHPCPIN(void);

/* 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card */
CSHIS_API int CSHIS_CALL hpcInputHPCPIN(void);

/* 4.4 解開鎖住的醫事人員卡 / Unlock the professional card */
CSHIS_API int CSHIS_CALL hpcUnlockHPC(void);

/* 4.5 取得醫事人員卡序號 / The professional card's number */
CSHIS_API int CSHIS_CALL hpcGetHPCSN(char *SN, short *Len_SN);

/* 4.6 取得醫事人員身分證字號 / The professional's id number */
CSHIS_API int CSHIS_CALL hpcGetHPCSSN(char *SSN, short *Len_SSN);

/* 4.7 取得醫事人員中文姓名 / The professional's Chinese name */
CSHIS_API int CSHIS_CALL hpcGetHPCCNAME(char *CNAME, short *Len_CNAME);

/* 4.8 取得醫事人員英文姓名 / The professional's English name */
CSHIS_API int CSHIS_CALL hpcGetHPCENAME(char *ENAME, short *Len_ENAME);

/* 4.8 取得醫事人員英文姓名 / The professional's English name */
CSHIS_API int CSHIS_CALL hisGetHPCENAME(char *ENAME, short *Len_ENAME);

/* 5.1 疾病診斷碼押碼 / Pack a diagnosis code */
CSHIS_API int CSHIS_CALL hisGetICD10EnC(const char *pIN, char *pOUT);

/* 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code */
CSHIS_API int CSHIS_CALL hisGetICD10DeC(const char *pIN, char *pOUT);

/* 取得控制軟體版本（舊） / Version of the control software (old) */
CSHIS_API int CSHIS_CALL csGetVersion(void);

/* 讀取保險人資料 / The insurer's data */
CSHIS_API int CSHIS_CALL hisGetInsurerData(char *pBuffer, short *iBufferLen);

/* 讀取最近一次退掛資料 / Last undone registration */
CSHIS_API int CSHIS_CALL csGetLastUnTreatmentData(char *pBuffer, short *iBufferLen);

/* 資料下載 / Download a file */
CSHIS_API int CSHIS_CALL csDownloadData(const char *pSAMID, const char *pHospID, const char *pNumber, const char *pSendDate, const char *pRecvDate, const char *pServerRandom, const char *pDownloadFileName);

/* 讀取安全模組的院所名稱 / The institution's name */
CSHIS_API int CSHIS_CALL csGetHospName(char *pBuffer, short *iBufferLen);

/* 讀取安全模組的院所簡稱 / The institution's abbreviated name */
CSHIS_API int CSHIS_CALL csGetHospAbbName(char *pBuffer, short *iBufferLen);

/* 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2) */
CSHIS_API int CSHIS_CALL hpcVerifyHPCPINR(void);

/* 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8) */
CSHIS_API int CSHIS_CALL hpcGetAllData(char *pBuffer, short *iBufferLen);

/* 取得醫事人員卡類別 / The professional card's kind */
CSHIS_API int CSHIS_CALL hisGetHPCType(void);

/* 取得登入用亂數 / A random for a log-in */
CSHIS_API int CSHIS_CALL VPNGetRandom(char *pBuffer, short *iBufferLen);

/* 登入與上傳服務的簽章 / Sign for a log-in or an upload service */
CSHIS_API int CSHIS_CALL VPNH_Sign(const char *pRandom, int iCardType, int iService, char *pBuffer, short *iBufferLen);

/* 驗證登入與上傳服務的簽章 / Verify such a signature */
CSHIS_API int CSHIS_CALL VPNH_VerifySign(const char *pRandom, int iCardType, int iService, const char *pSign, int iSignLen);

/* 醫事憑證通用呼叫 / Calls of the professionals' certificates */
CSHIS_API int CSHIS_CALL HCA_GNFuncCall(long lFunction, char *pIn, char *pOut, long l4, long l5, long l6, long l7, long l8);

/* 啟用醫事憑證 / Enable the professionals' certificates */
CSHIS_API int CSHIS_CALL csEnableHCAAPI(void);

/* 停用醫事憑證 / Disable the professionals' certificates */
CSHIS_API int CSHIS_CALL csDisableHCAAPI(void);

/* 讀取安全模組資料 / The security module's own data */
CSHIS_API int CSHIS_CALL hisGetSam0(char *pBuffer, short *iBufferLen);

/* 下載健保卡程式 / Download the health card's applet */
CSHIS_API int CSHIS_CALL csDownloadHCApplet(void);

/* 緩衝區配置：_AT 由 0 起算；群組內的位置由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning */

/* 基本資料 / basic data (1.1) */
#define CSHIS_BASIC_DATA_LENGTH 72
#define CSHIS_BASIC_DATA_CARD_NO_AT 0
#define CSHIS_BASIC_DATA_CARD_NO_LENGTH 12
#define CSHIS_BASIC_DATA_NAME_AT 12
#define CSHIS_BASIC_DATA_NAME_LENGTH 20
#define CSHIS_BASIC_DATA_PERSON_ID_AT 32
#define CSHIS_BASIC_DATA_PERSON_ID_LENGTH 10
#define CSHIS_BASIC_DATA_BIRTH_DATE_AT 42
#define CSHIS_BASIC_DATA_BIRTH_DATE_LENGTH 7
#define CSHIS_BASIC_DATA_SEX_AT 49
#define CSHIS_BASIC_DATA_SEX_LENGTH 1
#define CSHIS_BASIC_DATA_ISSUE_DATE_AT 50
#define CSHIS_BASIC_DATA_ISSUE_DATE_LENGTH 7
#define CSHIS_BASIC_DATA_CANCEL_MARK_AT 57
#define CSHIS_BASIC_DATA_CANCEL_MARK_LENGTH 1
#define CSHIS_BASIC_DATA_EMERGENCY_TEL_AT 58
#define CSHIS_BASIC_DATA_EMERGENCY_TEL_LENGTH 14

/* 診間基本資料 / basic data for the consulting room (1.2) */
#define CSHIS_REGISTER_BASIC_LENGTH 78
#define CSHIS_REGISTER_BASIC_CARD_NO_AT 0
#define CSHIS_REGISTER_BASIC_CARD_NO_LENGTH 12
#define CSHIS_REGISTER_BASIC_NAME_AT 12
#define CSHIS_REGISTER_BASIC_NAME_LENGTH 20
#define CSHIS_REGISTER_BASIC_PERSON_ID_AT 32
#define CSHIS_REGISTER_BASIC_PERSON_ID_LENGTH 10
#define CSHIS_REGISTER_BASIC_BIRTH_DATE_AT 42
#define CSHIS_REGISTER_BASIC_BIRTH_DATE_LENGTH 7
#define CSHIS_REGISTER_BASIC_SEX_AT 49
#define CSHIS_REGISTER_BASIC_SEX_LENGTH 1
#define CSHIS_REGISTER_BASIC_ISSUE_DATE_AT 50
#define CSHIS_REGISTER_BASIC_ISSUE_DATE_LENGTH 7
#define CSHIS_REGISTER_BASIC_CANCEL_MARK_AT 57
#define CSHIS_REGISTER_BASIC_CANCEL_MARK_LENGTH 1
#define CSHIS_REGISTER_BASIC_INSURER_CODE_AT 58
#define CSHIS_REGISTER_BASIC_INSURER_CODE_LENGTH 2
#define CSHIS_REGISTER_BASIC_INSURED_MARK_AT 60
#define CSHIS_REGISTER_BASIC_INSURED_MARK_LENGTH 1
#define CSHIS_REGISTER_BASIC_VALID_UNTIL_AT 61
#define CSHIS_REGISTER_BASIC_VALID_UNTIL_LENGTH 7
#define CSHIS_REGISTER_BASIC_AVAILABLE_AT 68
#define CSHIS_REGISTER_BASIC_AVAILABLE_LENGTH 2
#define CSHIS_REGISTER_BASIC_NEWBORN_DATE_AT 70
#define CSHIS_REGISTER_BASIC_NEWBORN_DATE_LENGTH 7
#define CSHIS_REGISTER_BASIC_NEWBORN_MARK_AT 77
#define CSHIS_REGISTER_BASIC_NEWBORN_MARK_LENGTH 1

/* 預防保健資料 / preventive services (1.3) */
#define CSHIS_REGISTER_PREVENT_LENGTH 126
#define CSHIS_REGISTER_PREVENT_ITEMS_AT 0
#define CSHIS_REGISTER_PREVENT_ITEMS_COUNT 6
#define CSHIS_REGISTER_PREVENT_ITEMS_STEP 21
#define CSHIS_REGISTER_PREVENT_ITEMS_SERVICE_ITEM_AT 0
#define CSHIS_REGISTER_PREVENT_ITEMS_SERVICE_ITEM_LENGTH 2
#define CSHIS_REGISTER_PREVENT_ITEMS_CHECK_DATE_AT 2
#define CSHIS_REGISTER_PREVENT_ITEMS_CHECK_DATE_LENGTH 7
#define CSHIS_REGISTER_PREVENT_ITEMS_HOSP_ID_AT 9
#define CSHIS_REGISTER_PREVENT_ITEMS_HOSP_ID_LENGTH 10
#define CSHIS_REGISTER_PREVENT_ITEMS_CHECK_CODE_AT 19
#define CSHIS_REGISTER_PREVENT_ITEMS_CHECK_CODE_LENGTH 2

/* 孕婦產前檢查資料 / antenatal examinations (1.4) */
#define CSHIS_REGISTER_PREGNANT_LENGTH 209
#define CSHIS_REGISTER_PREGNANT_ITEMS_AT 0
#define CSHIS_REGISTER_PREGNANT_ITEMS_COUNT 11
#define CSHIS_REGISTER_PREGNANT_ITEMS_STEP 19
#define CSHIS_REGISTER_PREGNANT_ITEMS_CHECK_DATE_AT 0
#define CSHIS_REGISTER_PREGNANT_ITEMS_CHECK_DATE_LENGTH 7
#define CSHIS_REGISTER_PREGNANT_ITEMS_HOSP_ID_AT 7
#define CSHIS_REGISTER_PREGNANT_ITEMS_HOSP_ID_LENGTH 10
#define CSHIS_REGISTER_PREGNANT_ITEMS_CHECK_CODE_AT 17
#define CSHIS_REGISTER_PREGNANT_ITEMS_CHECK_CODE_LENGTH 2

/* 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5) */
#define CSHIS_TREATMENT_NO_NEED_HPC_LENGTH 498
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_AT 0
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_COUNT 6
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_STEP 14
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_AT 0
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH 7
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_AT 7
#define CSHIS_TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH 7
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_AT 84
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_COUNT 6
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_STEP 69
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_AT 0
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_LENGTH 2
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_AT 2
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_LENGTH 1
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_AT 3
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_LENGTH 13
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_AT 16
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_LENGTH 1
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_AT 17
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_LENGTH 4
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_AT 21
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_LENGTH 10
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_AT 31
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_AT 39
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_LENGTH 8
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_AT 47
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_AT 55
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_LENGTH 7
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_AT 62
#define CSHIS_TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_LENGTH 7

/* 就醫累計資料 / cumulative data (1.6) */
#define CSHIS_CUMULATIVE_DATA_LENGTH 134
#define CSHIS_CUMULATIVE_DATA_YEARS_AT 0
#define CSHIS_CUMULATIVE_DATA_YEARS_COUNT 2
#define CSHIS_CUMULATIVE_DATA_YEARS_STEP 67
#define CSHIS_CUMULATIVE_DATA_YEARS_YEAR_AT 0
#define CSHIS_CUMULATIVE_DATA_YEARS_YEAR_LENGTH 3
#define CSHIS_CUMULATIVE_DATA_YEARS_VISITS_AT 3
#define CSHIS_CUMULATIVE_DATA_YEARS_VISITS_LENGTH 4
#define CSHIS_CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_AT 7
#define CSHIS_CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_LENGTH 10
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_FEE_AT 17
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_FEE_LENGTH 10
#define CSHIS_CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_AT 27
#define CSHIS_CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_LENGTH 8
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_AT 35
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_LENGTH 8
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_AT 43
#define CSHIS_CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_LENGTH 8
#define CSHIS_CUMULATIVE_DATA_YEARS_COPAY_AT 51
#define CSHIS_CUMULATIVE_DATA_YEARS_COPAY_LENGTH 8
#define CSHIS_CUMULATIVE_DATA_YEARS_COPAY_SHORT_AT 59
#define CSHIS_CUMULATIVE_DATA_YEARS_COPAY_SHORT_LENGTH 8

/* 醫療費用總累計 / fees since the card was issued (1.7) */
#define CSHIS_CUMULATIVE_FEE_LENGTH 20
#define CSHIS_CUMULATIVE_FEE_OUTPATIENT_TOTAL_AT 0
#define CSHIS_CUMULATIVE_FEE_OUTPATIENT_TOTAL_LENGTH 10
#define CSHIS_CUMULATIVE_FEE_INPATIENT_TOTAL_AT 10
#define CSHIS_CUMULATIVE_FEE_INPATIENT_TOTAL_LENGTH 10

/* 就醫資料（需醫事人員卡） / visits, with a professional card (1.8) */
#define CSHIS_TREATMENT_NEED_HPC_LENGTH 372
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_AT 0
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_COUNT 6
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_STEP 19
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_CODE_AT 0
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_CODE_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_AT 5
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_AT 12
#define CSHIS_TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_VISITS_AT 114
#define CSHIS_TREATMENT_NEED_HPC_VISITS_COUNT 6
#define CSHIS_TREATMENT_NEED_HPC_VISITS_STEP 43
#define CSHIS_TREATMENT_NEED_HPC_VISITS_VISIT_TIME_AT 0
#define CSHIS_TREATMENT_NEED_HPC_VISITS_VISIT_TIME_LENGTH 13
#define CSHIS_TREATMENT_NEED_HPC_VISITS_MAIN_CODE_AT 13
#define CSHIS_TREATMENT_NEED_HPC_VISITS_MAIN_CODE_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE1_AT 18
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE1_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE2_AT 23
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE2_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE3_AT 28
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE3_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE4_AT 33
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE4_LENGTH 5
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE5_AT 38
#define CSHIS_TREATMENT_NEED_HPC_VISITS_SUB_CODE5_LENGTH 5

/* 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8) */
#define CSHIS_TREATMENT_NEED_HPC_ICD10_LENGTH 540
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_AT 0
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_COUNT 6
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_STEP 23
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_AT 1
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_AT 9
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_AT 16
#define CSHIS_TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_AT 138
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_COUNT 6
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_STEP 67
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_AT 0
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_LENGTH 13
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_AT 14
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_AT 23
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_AT 32
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_AT 41
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_AT 50
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_LENGTH 7
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_AT 59
#define CSHIS_TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_LENGTH 7

/* 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9) */
#define CSHIS_VISIT_GRANT128_LENGTH 167
#define CSHIS_VISIT_GRANT128_VISIT_TIME_AT 0
#define CSHIS_VISIT_GRANT128_VISIT_TIME_LENGTH 13
#define CSHIS_VISIT_GRANT128_SEQ_NUMBER_AT 13
#define CSHIS_VISIT_GRANT128_SEQ_NUMBER_LENGTH 4
#define CSHIS_VISIT_GRANT128_HOSP_ID_AT 17
#define CSHIS_VISIT_GRANT128_HOSP_ID_LENGTH 10
#define CSHIS_VISIT_GRANT128_SIGNATURE_AT 27
#define CSHIS_VISIT_GRANT128_SIGNATURE_LENGTH 128
#define CSHIS_VISIT_GRANT128_SAM_ID_AT 155
#define CSHIS_VISIT_GRANT128_SAM_ID_LENGTH 12

/* 門診處方箋 / outpatient prescriptions (1.10, 1.41) */
#define CSHIS_PRESCRIPTIONS_LENGTH 3660
#define CSHIS_PRESCRIPTIONS_ITEMS_AT 0
#define CSHIS_PRESCRIPTIONS_ITEMS_COUNT 60
#define CSHIS_PRESCRIPTIONS_ITEMS_STEP 61
#define CSHIS_PRESCRIPTIONS_ITEMS_VISIT_TIME_AT 0
#define CSHIS_PRESCRIPTIONS_ITEMS_VISIT_TIME_LENGTH 13
#define CSHIS_PRESCRIPTIONS_ITEMS_ORDER_TYPE_AT 13
#define CSHIS_PRESCRIPTIONS_ITEMS_ORDER_TYPE_LENGTH 1
#define CSHIS_PRESCRIPTIONS_ITEMS_ORDER_CODE_AT 14
#define CSHIS_PRESCRIPTIONS_ITEMS_ORDER_CODE_LENGTH 12
#define CSHIS_PRESCRIPTIONS_ITEMS_POSITION_AT 26
#define CSHIS_PRESCRIPTIONS_ITEMS_POSITION_LENGTH 6
#define CSHIS_PRESCRIPTIONS_ITEMS_USAGE_AT 32
#define CSHIS_PRESCRIPTIONS_ITEMS_USAGE_LENGTH 18
#define CSHIS_PRESCRIPTIONS_ITEMS_DAYS_AT 50
#define CSHIS_PRESCRIPTIONS_ITEMS_DAYS_LENGTH 2
#define CSHIS_PRESCRIPTIONS_ITEMS_QUANTITY_AT 52
#define CSHIS_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH 7
#define CSHIS_PRESCRIPTIONS_ITEMS_DELIVERY_AT 59
#define CSHIS_PRESCRIPTIONS_ITEMS_DELIVERY_LENGTH 2

/* 長期處方箋 / long-term prescriptions (1.10, 1.42) */
#define CSHIS_LONG_TERM_PRESCRIPTIONS_LENGTH 1320
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_AT 0
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_COUNT 30
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_STEP 44
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_AT 0
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_LENGTH 7
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_AT 7
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_LENGTH 10
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_AT 17
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_LENGTH 18
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_AT 35
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_LENGTH 2
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_AT 37
#define CSHIS_LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH 7

/* 重要醫令項目 / important orders (1.10, 1.43) */
#define CSHIS_IMPORTANT_ORDERS_LENGTH 360
#define CSHIS_IMPORTANT_ORDERS_ITEMS_AT 0
#define CSHIS_IMPORTANT_ORDERS_ITEMS_COUNT 10
#define CSHIS_IMPORTANT_ORDERS_ITEMS_STEP 36
#define CSHIS_IMPORTANT_ORDERS_ITEMS_DONE_DATE_AT 0
#define CSHIS_IMPORTANT_ORDERS_ITEMS_DONE_DATE_LENGTH 7
#define CSHIS_IMPORTANT_ORDERS_ITEMS_HOSP_ID_AT 7
#define CSHIS_IMPORTANT_ORDERS_ITEMS_HOSP_ID_LENGTH 10
#define CSHIS_IMPORTANT_ORDERS_ITEMS_ORDER_CODE_AT 17
#define CSHIS_IMPORTANT_ORDERS_ITEMS_ORDER_CODE_LENGTH 6
#define CSHIS_IMPORTANT_ORDERS_ITEMS_POSITION_AT 23
#define CSHIS_IMPORTANT_ORDERS_ITEMS_POSITION_LENGTH 6
#define CSHIS_IMPORTANT_ORDERS_ITEMS_QUANTITY_AT 29
#define CSHIS_IMPORTANT_ORDERS_ITEMS_QUANTITY_LENGTH 7

/* 過敏藥物 / allergies (1.10, 1.20, 1.44) */
#define CSHIS_ALLERGIES_LENGTH 120
#define CSHIS_ALLERGIES_ITEMS_AT 0
#define CSHIS_ALLERGIES_ITEMS_COUNT 3
#define CSHIS_ALLERGIES_ITEMS_STEP 40
#define CSHIS_ALLERGIES_ITEMS_DRUG_NAME_AT 0
#define CSHIS_ALLERGIES_ITEMS_DRUG_NAME_LENGTH 40

/* 預防接種資料 / vaccinations (1.11) */
#define CSHIS_INOCULATE_DATA_LENGTH 1400
#define CSHIS_INOCULATE_DATA_ITEMS_AT 0
#define CSHIS_INOCULATE_DATA_ITEMS_COUNT 40
#define CSHIS_INOCULATE_DATA_ITEMS_STEP 35
#define CSHIS_INOCULATE_DATA_ITEMS_VACCINE_AT 0
#define CSHIS_INOCULATE_DATA_ITEMS_VACCINE_LENGTH 6
#define CSHIS_INOCULATE_DATA_ITEMS_DATE_AT 6
#define CSHIS_INOCULATE_DATA_ITEMS_DATE_LENGTH 7
#define CSHIS_INOCULATE_DATA_ITEMS_HOSP_ID_AT 13
#define CSHIS_INOCULATE_DATA_ITEMS_HOSP_ID_LENGTH 10
#define CSHIS_INOCULATE_DATA_ITEMS_BATCH_AT 23
#define CSHIS_INOCULATE_DATA_ITEMS_BATCH_LENGTH 12

/* 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12) */
#define CSHIS_ORGAN_DONATE_LENGTH 1
#define CSHIS_ORGAN_DONATE_ORGAN_DONATE_AT 0
#define CSHIS_ORGAN_DONATE_ORGAN_DONATE_LENGTH 1

/* 緊急聯絡電話 / emergency telephone (1.13) */
#define CSHIS_EMERGENT_TEL_LENGTH 14
#define CSHIS_EMERGENT_TEL_EMERGENCY_TEL_AT 0
#define CSHIS_EMERGENT_TEL_EMERGENCY_TEL_LENGTH 14

/* 最近一次就醫序號 / last visit number (1.14) */
#define CSHIS_LAST_SEQ_NUM_LENGTH 7
#define CSHIS_LAST_SEQ_NUM_LAST_SEQ_NUMBER_AT 0
#define CSHIS_LAST_SEQ_NUM_LAST_SEQ_NUMBER_LENGTH 7

/* 就醫診療資料 / diagnoses of a visit (1.16) */
#define CSHIS_TREATMENT_CODE_LENGTH 31
#define CSHIS_TREATMENT_CODE_AFTER_CHECK_AT 0
#define CSHIS_TREATMENT_CODE_AFTER_CHECK_LENGTH 1
#define CSHIS_TREATMENT_CODE_MAIN_CODE_AT 1
#define CSHIS_TREATMENT_CODE_MAIN_CODE_LENGTH 5
#define CSHIS_TREATMENT_CODE_SUB_CODE1_AT 6
#define CSHIS_TREATMENT_CODE_SUB_CODE1_LENGTH 5
#define CSHIS_TREATMENT_CODE_SUB_CODE2_AT 11
#define CSHIS_TREATMENT_CODE_SUB_CODE2_LENGTH 5
#define CSHIS_TREATMENT_CODE_SUB_CODE3_AT 16
#define CSHIS_TREATMENT_CODE_SUB_CODE3_LENGTH 5
#define CSHIS_TREATMENT_CODE_SUB_CODE4_AT 21
#define CSHIS_TREATMENT_CODE_SUB_CODE4_LENGTH 5
#define CSHIS_TREATMENT_CODE_SUB_CODE5_AT 26
#define CSHIS_TREATMENT_CODE_SUB_CODE5_LENGTH 5

/* 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16) */
#define CSHIS_TREATMENT_CODE_ICD10_LENGTH 55
#define CSHIS_TREATMENT_CODE_ICD10_AFTER_CHECK_AT 0
#define CSHIS_TREATMENT_CODE_ICD10_AFTER_CHECK_LENGTH 1
#define CSHIS_TREATMENT_CODE_ICD10_MAIN_CODE_AT 2
#define CSHIS_TREATMENT_CODE_ICD10_MAIN_CODE_LENGTH 7
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE1_AT 11
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE1_LENGTH 7
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE2_AT 20
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE2_LENGTH 7
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE3_AT 29
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE3_LENGTH 7
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE4_AT 38
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE4_LENGTH 7
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE5_AT 47
#define CSHIS_TREATMENT_CODE_ICD10_SUB_CODE5_LENGTH 7

/* 就醫費用資料 / fees of a visit (1.17) */
#define CSHIS_TREATMENT_FEE_LENGTH 38
#define CSHIS_TREATMENT_FEE_OUTPATIENT_FEE_AT 0
#define CSHIS_TREATMENT_FEE_OUTPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_FEE_OUTPATIENT_COPAY_AT 8
#define CSHIS_TREATMENT_FEE_OUTPATIENT_COPAY_LENGTH 8
#define CSHIS_TREATMENT_FEE_INPATIENT_FEE_AT 16
#define CSHIS_TREATMENT_FEE_INPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_FEE_INPATIENT_COPAY_SHORT_AT 24
#define CSHIS_TREATMENT_FEE_INPATIENT_COPAY_SHORT_LENGTH 7
#define CSHIS_TREATMENT_FEE_INPATIENT_COPAY_LONG_AT 31
#define CSHIS_TREATMENT_FEE_INPATIENT_COPAY_LONG_LENGTH 7

/* 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49) */
#define CSHIS_PRESCRIPTION_ITEM_LENGTH 61
#define CSHIS_PRESCRIPTION_ITEM_VISIT_TIME_AT 0
#define CSHIS_PRESCRIPTION_ITEM_VISIT_TIME_LENGTH 13
#define CSHIS_PRESCRIPTION_ITEM_ORDER_TYPE_AT 13
#define CSHIS_PRESCRIPTION_ITEM_ORDER_TYPE_LENGTH 1
#define CSHIS_PRESCRIPTION_ITEM_ORDER_CODE_AT 14
#define CSHIS_PRESCRIPTION_ITEM_ORDER_CODE_LENGTH 12
#define CSHIS_PRESCRIPTION_ITEM_POSITION_AT 26
#define CSHIS_PRESCRIPTION_ITEM_POSITION_LENGTH 6
#define CSHIS_PRESCRIPTION_ITEM_USAGE_AT 32
#define CSHIS_PRESCRIPTION_ITEM_USAGE_LENGTH 18
#define CSHIS_PRESCRIPTION_ITEM_DAYS_AT 50
#define CSHIS_PRESCRIPTION_ITEM_DAYS_LENGTH 2
#define CSHIS_PRESCRIPTION_ITEM_QUANTITY_AT 52
#define CSHIS_PRESCRIPTION_ITEM_QUANTITY_LENGTH 7
#define CSHIS_PRESCRIPTION_ITEM_DELIVERY_AT 59
#define CSHIS_PRESCRIPTION_ITEM_DELIVERY_LENGTH 2

/* 重大傷病註記 / catastrophic illness (1.33, 1.50) */
#define CSHIS_CRITICAL_ILLNESS_LENGTH 114
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_AT 0
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_COUNT 6
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_STEP 19
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_CODE_AT 0
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_CODE_LENGTH 5
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_AT 5
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_LENGTH 7
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_AT 12
#define CSHIS_CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_LENGTH 7

/* 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50) */
#define CSHIS_CRITICAL_ILLNESS_ICD10_LENGTH 138
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_AT 0
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_COUNT 6
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_STEP 23
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_AT 1
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_LENGTH 7
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_AT 9
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_LENGTH 7
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_AT 16
#define CSHIS_CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_LENGTH 7

/* 讀卡機日期時間 / date and time (1.34) */
#define CSHIS_DATE_TIME_LENGTH 13
#define CSHIS_DATE_TIME_YEAR_AT 0
#define CSHIS_DATE_TIME_YEAR_LENGTH 3
#define CSHIS_DATE_TIME_MONTH_AT 3
#define CSHIS_DATE_TIME_MONTH_LENGTH 2
#define CSHIS_DATE_TIME_DAY_AT 5
#define CSHIS_DATE_TIME_DAY_LENGTH 2
#define CSHIS_DATE_TIME_HOUR_AT 7
#define CSHIS_DATE_TIME_HOUR_LENGTH 2
#define CSHIS_DATE_TIME_MINUTE_AT 9
#define CSHIS_DATE_TIME_MINUTE_LENGTH 2
#define CSHIS_DATE_TIME_SECOND_AT 11
#define CSHIS_DATE_TIME_SECOND_LENGTH 2

/* 卡片號碼 / card number (1.35) */
#define CSHIS_CARD_NUMBER_LENGTH 12
#define CSHIS_CARD_NUMBER_CARD_NO_AT 0
#define CSHIS_CARD_NUMBER_CARD_NO_LENGTH 12

/* 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37) */
#define CSHIS_VISIT_GRANT256_LENGTH 296
#define CSHIS_VISIT_GRANT256_VISIT_TIME_AT 0
#define CSHIS_VISIT_GRANT256_VISIT_TIME_LENGTH 13
#define CSHIS_VISIT_GRANT256_SEQ_NUMBER_AT 13
#define CSHIS_VISIT_GRANT256_SEQ_NUMBER_LENGTH 4
#define CSHIS_VISIT_GRANT256_HOSP_ID_AT 17
#define CSHIS_VISIT_GRANT256_HOSP_ID_LENGTH 10
#define CSHIS_VISIT_GRANT256_SIGNATURE_AT 27
#define CSHIS_VISIT_GRANT256_SIGNATURE_LENGTH 256
#define CSHIS_VISIT_GRANT256_SAM_ID_AT 283
#define CSHIS_VISIT_GRANT256_SAM_ID_LENGTH 12
#define CSHIS_VISIT_GRANT256_SAME_DAY_AT 295
#define CSHIS_VISIT_GRANT256_SAME_DAY_LENGTH 1

/* 有效期限與可用次數 / validity and visits available (1.38) */
#define CSHIS_REGISTER_BASIC2_LENGTH 9
#define CSHIS_REGISTER_BASIC2_VALID_UNTIL_AT 0
#define CSHIS_REGISTER_BASIC2_VALID_UNTIL_LENGTH 7
#define CSHIS_REGISTER_BASIC2_AVAILABLE_AT 7
#define CSHIS_REGISTER_BASIC2_AVAILABLE_LENGTH 2

/* 一組過敏藥物 / one allergy (1.46) */
#define CSHIS_ALLERGY_ITEM_LENGTH 40
#define CSHIS_ALLERGY_ITEM_DRUG_NAME_AT 0
#define CSHIS_ALLERGY_ITEM_DRUG_NAME_LENGTH 40

/* 就醫診療資料及費用 / diagnoses and fees of a visit (1.47) */
#define CSHIS_TREATMENT_DATA_LENGTH 69
#define CSHIS_TREATMENT_DATA_AFTER_CHECK_AT 0
#define CSHIS_TREATMENT_DATA_AFTER_CHECK_LENGTH 1
#define CSHIS_TREATMENT_DATA_MAIN_CODE_AT 1
#define CSHIS_TREATMENT_DATA_MAIN_CODE_LENGTH 5
#define CSHIS_TREATMENT_DATA_SUB_CODE1_AT 6
#define CSHIS_TREATMENT_DATA_SUB_CODE1_LENGTH 5
#define CSHIS_TREATMENT_DATA_SUB_CODE2_AT 11
#define CSHIS_TREATMENT_DATA_SUB_CODE2_LENGTH 5
#define CSHIS_TREATMENT_DATA_SUB_CODE3_AT 16
#define CSHIS_TREATMENT_DATA_SUB_CODE3_LENGTH 5
#define CSHIS_TREATMENT_DATA_SUB_CODE4_AT 21
#define CSHIS_TREATMENT_DATA_SUB_CODE4_LENGTH 5
#define CSHIS_TREATMENT_DATA_SUB_CODE5_AT 26
#define CSHIS_TREATMENT_DATA_SUB_CODE5_LENGTH 5
#define CSHIS_TREATMENT_DATA_OUTPATIENT_FEE_AT 31
#define CSHIS_TREATMENT_DATA_OUTPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_DATA_OUTPATIENT_COPAY_AT 39
#define CSHIS_TREATMENT_DATA_OUTPATIENT_COPAY_LENGTH 8
#define CSHIS_TREATMENT_DATA_INPATIENT_FEE_AT 47
#define CSHIS_TREATMENT_DATA_INPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_DATA_INPATIENT_COPAY_SHORT_AT 55
#define CSHIS_TREATMENT_DATA_INPATIENT_COPAY_SHORT_LENGTH 7
#define CSHIS_TREATMENT_DATA_INPATIENT_COPAY_LONG_AT 62
#define CSHIS_TREATMENT_DATA_INPATIENT_COPAY_LONG_LENGTH 7

/* 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47) */
#define CSHIS_TREATMENT_DATA_ICD10_LENGTH 93
#define CSHIS_TREATMENT_DATA_ICD10_AFTER_CHECK_AT 0
#define CSHIS_TREATMENT_DATA_ICD10_AFTER_CHECK_LENGTH 1
#define CSHIS_TREATMENT_DATA_ICD10_MAIN_CODE_AT 2
#define CSHIS_TREATMENT_DATA_ICD10_MAIN_CODE_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE1_AT 11
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE1_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE2_AT 20
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE2_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE3_AT 29
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE3_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE4_AT 38
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE4_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE5_AT 47
#define CSHIS_TREATMENT_DATA_ICD10_SUB_CODE5_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_OUTPATIENT_FEE_AT 55
#define CSHIS_TREATMENT_DATA_ICD10_OUTPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_AT 63
#define CSHIS_TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_LENGTH 8
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_FEE_AT 71
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_FEE_LENGTH 8
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_AT 79
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_LENGTH 7
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_AT 86
#define CSHIS_TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_LENGTH 7

/* 處方簽章 / item's signature (1.48) */
#define CSHIS_PRESCRIPTION_SIGNATURE_LENGTH 40
#define CSHIS_PRESCRIPTION_SIGNATURE_SIGNATURE_AT 0
#define CSHIS_PRESCRIPTION_SIGNATURE_SIGNATURE_LENGTH 40

/* 各組處方簽章 / items' signatures (1.49) */
#define CSHIS_PRESCRIPTION_SIGNATURES_LENGTH 2400
#define CSHIS_PRESCRIPTION_SIGNATURES_ITEMS_AT 0
#define CSHIS_PRESCRIPTION_SIGNATURES_ITEMS_COUNT 60
#define CSHIS_PRESCRIPTION_SIGNATURES_ITEMS_STEP 40
#define CSHIS_PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_AT 0
#define CSHIS_PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_LENGTH 40

/* 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53) */
#define CSHIS_VISIT_GRANT_LENGTH 316
#define CSHIS_VISIT_GRANT_VISIT_TIME_AT 0
#define CSHIS_VISIT_GRANT_VISIT_TIME_LENGTH 13
#define CSHIS_VISIT_GRANT_SEQ_NUMBER_AT 13
#define CSHIS_VISIT_GRANT_SEQ_NUMBER_LENGTH 4
#define CSHIS_VISIT_GRANT_HOSP_ID_AT 17
#define CSHIS_VISIT_GRANT_HOSP_ID_LENGTH 10
#define CSHIS_VISIT_GRANT_SIGNATURE_AT 27
#define CSHIS_VISIT_GRANT_SIGNATURE_LENGTH 256
#define CSHIS_VISIT_GRANT_SAM_ID_AT 283
#define CSHIS_VISIT_GRANT_SAM_ID_LENGTH 12
#define CSHIS_VISIT_GRANT_SAME_DAY_AT 295
#define CSHIS_VISIT_GRANT_SAME_DAY_LENGTH 1
#define CSHIS_VISIT_GRANT_TREAT_NUM_AT 296
#define CSHIS_VISIT_GRANT_TREAT_NUM_LENGTH 20

/* 無卡就醫識別碼 / treatment identifier without a card (1.54) */
#define CSHIS_TREAT_NUM_NO_CARD_LENGTH 43
#define CSHIS_TREAT_NUM_NO_CARD_VISIT_TIME_AT 0
#define CSHIS_TREAT_NUM_NO_CARD_VISIT_TIME_LENGTH 13
#define CSHIS_TREAT_NUM_NO_CARD_HOSP_ID_AT 13
#define CSHIS_TREAT_NUM_NO_CARD_HOSP_ID_LENGTH 10
#define CSHIS_TREAT_NUM_NO_CARD_TREAT_NUM_AT 23
#define CSHIS_TREAT_NUM_NO_CARD_TREAT_NUM_LENGTH 20

/* 就醫識別碼 / treatment identifier (1.56) */
#define CSHIS_TREAT_NUM_CARD_LENGTH 20
#define CSHIS_TREAT_NUM_CARD_TREAT_NUM_AT 0
#define CSHIS_TREAT_NUM_CARD_TREAT_NUM_LENGTH 20

/* 醫療院所代碼 / institution code (2.2) */
#define CSHIS_HOSPITAL_LENGTH 10
#define CSHIS_HOSPITAL_HOSP_ID_AT 0
#define CSHIS_HOSPITAL_HOSP_ID_LENGTH 10

/* 上傳收據 / receipt of an upload (3.1, 3.2) */
#define CSHIS_UPLOAD_RECEIPT_LENGTH 50
#define CSHIS_UPLOAD_RECEIPT_SAM_ID_AT 0
#define CSHIS_UPLOAD_RECEIPT_SAM_ID_LENGTH 12
#define CSHIS_UPLOAD_RECEIPT_HOSP_ID_AT 12
#define CSHIS_UPLOAD_RECEIPT_HOSP_ID_LENGTH 10
#define CSHIS_UPLOAD_RECEIPT_SENT_AT_AT 22
#define CSHIS_UPLOAD_RECEIPT_SENT_AT_LENGTH 14
#define CSHIS_UPLOAD_RECEIPT_RECEIVED_AT_AT 36
#define CSHIS_UPLOAD_RECEIPT_RECEIVED_AT_LENGTH 14

/* 醫事人員卡序號 / professional card's number (4.5) */
#define CSHIS_HPC_NUMBER_LENGTH 12
#define CSHIS_HPC_NUMBER_CARD_NO_AT 0
#define CSHIS_HPC_NUMBER_CARD_NO_LENGTH 12

/* 醫事人員身分證字號 / professional's id number (4.6) */
#define CSHIS_HPC_ID_LENGTH 10
#define CSHIS_HPC_ID_PERSON_ID_AT 0
#define CSHIS_HPC_ID_PERSON_ID_LENGTH 10

/* 醫事人員中文姓名 / professional's Chinese name (4.7) */
#define CSHIS_HPC_CHINESE_NAME_LENGTH 20
#define CSHIS_HPC_CHINESE_NAME_NAME_AT 0
#define CSHIS_HPC_CHINESE_NAME_NAME_LENGTH 20

/* 醫事人員英文姓名 / professional's English name (4.8) */
#define CSHIS_HPC_ENGLISH_NAME_LENGTH 40
#define CSHIS_HPC_ENGLISH_NAME_NAME_AT 0
#define CSHIS_HPC_ENGLISH_NAME_NAME_LENGTH 40

/* 保險人資料 / the insurer's data (hisGetInsurerData) */
#define CSHIS_INSURER_DATA_LENGTH 20
#define CSHIS_INSURER_DATA_INSURER_CODE_AT 0
#define CSHIS_INSURER_DATA_INSURER_CODE_LENGTH 2
#define CSHIS_INSURER_DATA_INSURED_MARK_AT 2
#define CSHIS_INSURER_DATA_INSURED_MARK_LENGTH 1
#define CSHIS_INSURER_DATA_VALID_UNTIL_AT 3
#define CSHIS_INSURER_DATA_VALID_UNTIL_LENGTH 7
#define CSHIS_INSURER_DATA_AVAILABLE_AT 10
#define CSHIS_INSURER_DATA_AVAILABLE_LENGTH 2
#define CSHIS_INSURER_DATA_NEWBORN_DATE_AT 12
#define CSHIS_INSURER_DATA_NEWBORN_DATE_LENGTH 7
#define CSHIS_INSURER_DATA_NEWBORN_MARK_AT 19
#define CSHIS_INSURER_DATA_NEWBORN_MARK_LENGTH 1

/* 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData) */
#define CSHIS_UNDONE_VISIT_LENGTH 31
#define CSHIS_UNDONE_VISIT_TREAT_ITEM_AT 0
#define CSHIS_UNDONE_VISIT_TREAT_ITEM_LENGTH 2
#define CSHIS_UNDONE_VISIT_BABY_TREAT_AT 2
#define CSHIS_UNDONE_VISIT_BABY_TREAT_LENGTH 1
#define CSHIS_UNDONE_VISIT_VISIT_TIME_AT 3
#define CSHIS_UNDONE_VISIT_VISIT_TIME_LENGTH 13
#define CSHIS_UNDONE_VISIT_AFTER_CHECK_AT 16
#define CSHIS_UNDONE_VISIT_AFTER_CHECK_LENGTH 1
#define CSHIS_UNDONE_VISIT_SEQ_NUMBER_AT 17
#define CSHIS_UNDONE_VISIT_SEQ_NUMBER_LENGTH 4
#define CSHIS_UNDONE_VISIT_HOSP_ID_AT 21
#define CSHIS_UNDONE_VISIT_HOSP_ID_LENGTH 10

/* 醫療院所名稱 / institution's name (csGetHospName) */
#define CSHIS_HOSPITAL_NAME_LENGTH 60
#define CSHIS_HOSPITAL_NAME_HOSP_NAME_AT 0
#define CSHIS_HOSPITAL_NAME_HOSP_NAME_LENGTH 60

/* 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName) */
#define CSHIS_HOSPITAL_ABB_NAME_LENGTH 20
#define CSHIS_HOSPITAL_ABB_NAME_HOSP_ABB_NAME_AT 0
#define CSHIS_HOSPITAL_ABB_NAME_HOSP_ABB_NAME_LENGTH 20

/* 醫事人員卡資料 / professional card's data (hpcGetAllData) */
#define CSHIS_HPC_ALL_DATA_LENGTH 82
#define CSHIS_HPC_ALL_DATA_CARD_NO_AT 0
#define CSHIS_HPC_ALL_DATA_CARD_NO_LENGTH 12
#define CSHIS_HPC_ALL_DATA_PERSON_ID_AT 12
#define CSHIS_HPC_ALL_DATA_PERSON_ID_LENGTH 10
#define CSHIS_HPC_ALL_DATA_NAME_AT 22
#define CSHIS_HPC_ALL_DATA_NAME_LENGTH 20
#define CSHIS_HPC_ALL_DATA_ENGLISH_NAME_AT 42
#define CSHIS_HPC_ALL_DATA_ENGLISH_NAME_LENGTH 40

/* 登入用亂數 / random for a log-in (VPNGetRandom) */
#define CSHIS_VPN_RANDOM_LENGTH 16
#define CSHIS_VPN_RANDOM_RANDOM_AT 0
#define CSHIS_VPN_RANDOM_RANDOM_LENGTH 16

/* 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign) */
#define CSHIS_VPN_SIGNATURE_LENGTH 315
#define CSHIS_VPN_SIGNATURE_SIGNED_AT_AT 0
#define CSHIS_VPN_SIGNATURE_SIGNED_AT_LENGTH 13
#define CSHIS_VPN_SIGNATURE_SAM_ID_AT 13
#define CSHIS_VPN_SIGNATURE_SAM_ID_LENGTH 12
#define CSHIS_VPN_SIGNATURE_HOSP_ID_AT 25
#define CSHIS_VPN_SIGNATURE_HOSP_ID_LENGTH 10
#define CSHIS_VPN_SIGNATURE_HC_CARD_NO_AT 35
#define CSHIS_VPN_SIGNATURE_HC_CARD_NO_LENGTH 12
#define CSHIS_VPN_SIGNATURE_HPC_CARD_NO_AT 47
#define CSHIS_VPN_SIGNATURE_HPC_CARD_NO_LENGTH 12
#define CSHIS_VPN_SIGNATURE_SIGNATURE_AT 59
#define CSHIS_VPN_SIGNATURE_SIGNATURE_LENGTH 256

#ifdef __cplusplus
}
#endif
#endif
