"""cshis.py: Python（ctypes）宣告 / declarations for Python (ctypes)
OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).

文字是 Big5。文字參數給 bytes，緩衝區給 create_string_buffer(長度)，長度給 byref(c_short(長度))。
Text is Big5. Texts are bytes, buffers create_string_buffer(length), lengths byref(c_short(length)).
"""
import ctypes
import os
from ctypes import POINTER, c_char, c_char_p, c_int, c_long, c_short

Buffer = POINTER(c_char)
Cell = POINTER(c_short)

# 函式：參數 / functions: their parameters
FUNCTIONS = {
    # 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
    'hisGetBasicData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
    'hisGetRegisterBasic': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.3 預防保健掛號 / Preventive services
    'hisGetRegisterPrevent': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.4 孕婦產前檢查掛號 / Antenatal examinations
    'hisGetRegisterPregnant': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
    'hisGetTreatmentNoNeedHPC': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.6 讀取就醫累計資料 / Cumulative data
    'hisGetCumulativeData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.7 讀取醫療費用總累計 / Fees since the card was issued
    'hisGetCumulativeFee': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
    'hisGetTreatmentNeedHPC': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
    'hisGetSeqNumber': [c_char_p, c_char_p, Buffer, Cell],  # cTreatItem, cBabyTreat, pBuffer, iBufferLen
    # 1.10 讀取處方箋 / Prescriptions
    'hisReadPrescription': [Buffer, Cell, Buffer, Cell, Buffer, Cell, Buffer, Cell],  # pOutpatientPrescription, iBufferLenOutpatient, pLongTermPrescription, iBufferLenLongTerm, pImportantTreatmentCode, iBufferLenImportant, pIrritationDrug, iBufferLenIrritation
    # 1.11 讀取預防接種資料 / Vaccinations
    'hisGetInoculateData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
    'hisGetOrganDonate': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.13 讀取緊急聯絡電話 / Emergency telephone
    'hisGetEmergentTel': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.14 讀取最近一次就醫序號 / Last visit number
    'hisGetLastSeqNum': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.15 讀取卡片狀態 / A card's state
    'hisGetCardStatus': [c_int],  # CardType
    # 1.16 就醫診療資料寫入 / Write diagnoses
    'hisWriteTreatmentCode': [c_char_p, c_char_p, c_char_p, c_char_p, Buffer],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite, pBufferDocID
    # 1.17 就醫費用資料寫入 / Write fees
    'hisWriteTreatmentFee': [c_char_p, c_char_p, c_char_p, c_char_p],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite
    # 1.18 處方箋寫入 / Write a prescription item
    'hisWritePrescription': [c_char_p, c_char_p, c_char_p, c_char_p],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite
    # 1.19 新生兒註記寫入 / Attach a newborn
    'hisWriteNewBorn': [c_char_p, c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pNewBornDate, pNoOfDelivered
    # 1.20 過敏藥物寫入 / Write allergies
    'hisWriteAllergicMedicines': [c_char_p, c_char_p, c_char_p, Buffer],  # pPatientID, pPatientBirthDate, pDataWrite, pBufferDocID
    # 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
    'hisWriteOrganDonate': [c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pOrganDonate
    # 1.22 預防保健資料寫入 / Write a preventive service
    'hisWriteHealthInsurance': [c_char_p, c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pServiceItem, pServiceItemCode
    # 1.23 緊急聯絡電話寫入 / Write the emergency telephone
    'hisWriteEmergentTel': [c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pEmergentTel
    # 1.24 產前檢查資料寫入 / Write an antenatal examination
    'hisWritePredeliveryCheckup': [c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pCheckupCode
    # 1.25 清除產前檢查資料 / Delete antenatal examinations
    'hisDeletePredeliveryData': [c_char_p, c_char_p],  # pPatientID, pPatientBirthDate
    # 1.26 預防接種資料寫入 / Write a vaccination
    'hisWriteInoculateData': [c_char_p, c_char_p, c_char_p, c_char_p],  # pPatientID, pPatientBirthDate, pItem, pPackageNumber
    # 1.27 驗證健保卡密碼 / Verify the health card's PIN
    'csVerifyHCPIN': [],
    # 1.28 輸入新的健保卡密碼 / Set a new PIN
    'csInputHCPIN': [],
    # 1.29 停用健保卡密碼 / Disable the PIN
    'csDisableHCPIN': [],
    # 1.30 健保卡卡片內容更新 / Update the card's contents
    'csUpdateHCContents': [],
    # 1.31 開啟讀卡機連結埠 / Open the reader's port
    'csOpenCom': [c_int],  # Comport
    # 1.32 關閉讀卡機連結埠 / Close the reader's port
    'csCloseCom': [],
    # 1.33 讀取重大傷病註記 / Catastrophic illness
    'hisGetCriticalIllness': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.34 讀取讀卡機日期時間 / The reader's date and time
    'csGetDateTime': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.35 讀取卡片號碼 / A card's number
    'csGetCardNo': [c_int, Buffer, Cell],  # CardType, pBuffer, iBufferLen
    # 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
    'csISSetPIN': [],
    # 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
    'hisGetSeqNumber256': [c_char_p, c_char_p, c_char_p, Buffer, Cell],  # cTreatItem, cBabyTreat, cTreatAfterCheck, pBuffer, iBufferLen
    # 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
    'hisGetRegisterBasic2': [Buffer, Cell],  # pBuffer, iBufferLen
    # 1.39 退掛 / Undo a registration
    'csUnGetSeqNumber': [c_char_p],  # pUnTreatDate
    # 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
    'csUpdateHCNoReset': [],
    # 1.41 讀取門診處方箋 / Outpatient prescriptions
    'hisReadPrescriptMain': [Buffer, Cell, c_int, c_int, Cell],  # pOutpatientPrescription, iBufferLenOutpatient, iStartPos, iEndPos, iRecCount
    # 1.42 讀取長期處方箋 / Long-term prescriptions
    'hisReadPrescriptLongTerm': [Buffer, Cell, c_int, c_int, Cell],  # pLongTermPrescription, iBufferLenLongTerm, iStartPos, iEndPos, iRecCount
    # 1.43 讀取重要醫令 / Important orders
    'hisReadPrescriptHVE': [Buffer, Cell, c_int, c_int, Cell],  # pImportantTreatmentCode, iBufferLenImportant, iStartPos, iEndPos, iRecCount
    # 1.44 讀取過敏藥物 / Allergies
    'hisReadPrescriptAllergic': [Buffer, Cell, c_int, c_int, Cell],  # pIrritationDrug, iBufferLenIrritation, iStartPos, iEndPos, iRecCount
    # 1.45 多筆處方箋寫入 / Write prescription items
    'hisWriteMultiPrescript': [c_char_p, c_char_p, c_char_p, c_char_p, Cell],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite, iWriteCount
    # 1.46 過敏藥物寫入指定欄位 / Write one allergy
    'hisWriteAllergicNum': [c_char_p, c_char_p, c_char_p, Buffer, c_int],  # pPatientID, pPatientBirthDate, pDataWrite, pBufferDocID, iNum
    # 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
    'hisWriteTreatmentData': [c_char_p, c_char_p, c_char_p, c_char_p, Buffer],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite, pBufferDocID
    # 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
    'hisWritePrescriptionSign': [c_char_p, c_char_p, c_char_p, c_char_p, Buffer, Cell],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite, pBuffer, iBufferLen
    # 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
    'hisWriteMultiPrescriptSign': [c_char_p, c_char_p, c_char_p, c_char_p, Cell, Buffer, Cell],  # pDateTime, pPatientID, pPatientBirthDate, pDataWrite, iWriteCount, pBuffer, iBufferLen
    # 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
    'hisGetCriticalIllnessID': [c_char_p, c_char_p, Buffer, Cell],  # pPatientID, pPatientBirthDate, pBuffer, iBufferLen
    # 1.51 取得控制軟體版本 / Version of the control software
    'csGetVersionEx': [Buffer],  # pPath
    # 1.52 重置讀卡機或卡片 / Reset reader or cards
    'csSoftwareReset': [c_long],  # iType
    # 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
    'hisGetSeqNumber256N1': [c_char_p, c_char_p, c_char_p, Buffer, Cell],  # cTreatItem, cBabyTreat, cTreatAfterCheck, pBuffer, iBufferLen
    # 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
    'hisGetTreatNumNoICCard': [c_char_p, c_char_p, Buffer, Cell],  # pPatientID, pHospID, pBuffer, iBufferLen
    # 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
    'hisGetTreatNumICCard': [c_char_p, Buffer, Cell],  # pDateTime, pBuffer, iBufferLen
    # 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
    'csVerifySAMDC': [],
    # 2.2 讀取安全模組院所代碼 / The security module's institution
    'csGetHospID': [Buffer, Cell],  # pBuffer, iBufferLen
    # 2.2 讀取安全模組院所代碼 / The security module's institution
    'csGetHOSPID': [Buffer, Cell],  # pBuffer, iBufferLen
    # 3.1 資料上傳 / Upload a file
    'csUploadData': [c_char_p, Buffer, Buffer, Buffer, Cell],  # pUploadFileName, pFileSize, pNumber, pBuffer, iBufferLen
    # 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
    'csUploadDataPrec': [c_char_p, Buffer, Buffer, Buffer, Buffer, Cell],  # pUploadFileName, pFileSize, pNumber, pPrecNumber, pBuffer, iBufferLen
    # 4.1 取得醫事人員卡狀態 / Is a professional card there?
    'hpcGetHPCStatus': [c_int, Cell],  # Req, iStatus
    # 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
    'hpcVerifyHPCPIN': [],
    # 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
    'hpcInputHPCPIN': [],
    # 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
    'hpcUnlockHPC': [],
    # 4.5 取得醫事人員卡序號 / The professional card's number
    'hpcGetHPCSN': [Buffer, Cell],  # SN, Len_SN
    # 4.6 取得醫事人員身分證字號 / The professional's id number
    'hpcGetHPCSSN': [Buffer, Cell],  # SSN, Len_SSN
    # 4.7 取得醫事人員中文姓名 / The professional's Chinese name
    'hpcGetHPCCNAME': [Buffer, Cell],  # CNAME, Len_CNAME
    # 4.8 取得醫事人員英文姓名 / The professional's English name
    'hpcGetHPCENAME': [Buffer, Cell],  # ENAME, Len_ENAME
    # 4.8 取得醫事人員英文姓名 / The professional's English name
    'hisGetHPCENAME': [Buffer, Cell],  # ENAME, Len_ENAME
    # 5.1 疾病診斷碼押碼 / Pack a diagnosis code
    'hisGetICD10EnC': [c_char_p, Buffer],  # pIN, pOUT
    # 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
    'hisGetICD10DeC': [c_char_p, Buffer],  # pIN, pOUT
    # 取得控制軟體版本（舊） / Version of the control software (old)
    'csGetVersion': [],
    # 讀取保險人資料 / The insurer's data
    'hisGetInsurerData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 讀取最近一次退掛資料 / Last undone registration
    'csGetLastUnTreatmentData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 資料下載 / Download a file
    'csDownloadData': [c_char_p, c_char_p, c_char_p, c_char_p, c_char_p, c_char_p, c_char_p],  # pSAMID, pHospID, pNumber, pSendDate, pRecvDate, pServerRandom, pDownloadFileName
    # 讀取安全模組的院所名稱 / The institution's name
    'csGetHospName': [Buffer, Cell],  # pBuffer, iBufferLen
    # 讀取安全模組的院所簡稱 / The institution's abbreviated name
    'csGetHospAbbName': [Buffer, Cell],  # pBuffer, iBufferLen
    # 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
    'hpcVerifyHPCPINR': [],
    # 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
    'hpcGetAllData': [Buffer, Cell],  # pBuffer, iBufferLen
    # 取得醫事人員卡類別 / The professional card's kind
    'hisGetHPCType': [],
    # 取得登入用亂數 / A random for a log-in
    'VPNGetRandom': [Buffer, Cell],  # pBuffer, iBufferLen
    # 登入與上傳服務的簽章 / Sign for a log-in or an upload service
    'VPNH_Sign': [c_char_p, c_int, c_int, Buffer, Cell],  # pRandom, iCardType, iService, pBuffer, iBufferLen
    # 驗證登入與上傳服務的簽章 / Verify such a signature
    'VPNH_VerifySign': [c_char_p, c_int, c_int, c_char_p, c_int],  # pRandom, iCardType, iService, pSign, iSignLen
    # 醫事憑證通用呼叫 / Calls of the professionals' certificates
    'HCA_GNFuncCall': [c_long, Buffer, Buffer, c_long, c_long, c_long, c_long, c_long],  # lFunction, pIn, pOut, l4, l5, l6, l7, l8
    # 啟用醫事憑證 / Enable the professionals' certificates
    'csEnableHCAAPI': [],
    # 停用醫事憑證 / Disable the professionals' certificates
    'csDisableHCAAPI': [],
    # 讀取安全模組資料 / The security module's own data
    'hisGetSam0': [Buffer, Cell],  # pBuffer, iBufferLen
    # 下載健保卡程式 / Download the health card's applet
    'csDownloadHCApplet': [],
}

# 回傳碼 / return codes
CODES = {
    -1: ('失敗，或尚未實作', 'failed, or not written yet'),
    0: ('成功', 'success'),
    4000: ('讀卡機逾時', 'reader time-out'),
    4012: ('未置入安全模組卡', 'no security module card'),
    4013: ('未置入健保卡', 'no health card'),
    4014: ('未置入醫事人員卡', 'no professional card'),
    4029: ('卡片權限不足', 'not allowed on this card'),
    4032: ('插入的不是安全模組卡', 'not a security module card'),
    4033: ('置入的不是健保卡', 'not a health card'),
    4034: ('置入的不是醫事人員卡', 'not a professional card'),
    4042: ('醫事人員卡密碼尚未認證', 'professional card\'s PIN not verified'),
    4050: ('安全模組尚未與資料中心認證', 'security module not verified'),
    4051: ('安全模組與資料中心認證失敗', 'security module refused by the data centre'),
    4061: ('網路不通', 'no network'),
    4071: ('健保卡與資料中心認證失敗', 'health card refused by the data centre'),
    5001: ('就醫可用次數不足', 'no visits left on the card'),
    5002: ('卡片已註銷', 'card cancelled'),
    5003: ('卡片已過有效期限', 'card expired'),
    5004: ('新生兒依附就醫已逾 60 日', 'newborn attached for more than 60 days'),
    5005: ('日期時間讀取失敗', 'date and time could not be read'),
    5006: ('讀取安全模組的院所代碼失敗', 'the security module\'s institution could not be read'),
    5007: ('寫入就醫資料登錄失敗', 'the visit could not be written'),
    5008: ('安全模組簽章失敗', 'the security module could not sign'),
    5009: ('無寫入就醫相關紀錄之權限', 'no right to write this record'),
    5010: ('同一天看診兩科（含）以上（提示）', 'second visit of the day (a message, not an error)'),
    5012: ('此人未在保', 'not insured'),
    5015: ('門診處方箋讀取失敗', 'outpatient prescriptions could not be read'),
    5016: ('長期處方箋讀取失敗', 'long-term prescriptions could not be read'),
    5017: ('重要醫令讀取失敗', 'important orders could not be read'),
    5018: ('過敏藥物讀取失敗', 'allergies could not be read'),
    5020: ('資料與健保卡不是同一人', 'another person than the card says'),
    5022: ('卡片裡找不到這筆就醫', 'no such visit on the card'),
    5023: ('就醫資料登錄寫入失敗', 'the visit could not be written'),
    5028: ('就醫費用寫入失敗', 'the fees could not be written'),
    5033: ('門診處方箋寫入失敗', 'the prescription could not be written'),
    5051: ('新生兒註記寫入失敗', 'the newborn could not be written'),
    5052: ('新生兒依附資料不完整', 'the newborn\'s data are not complete'),
    5056: ('讀取醫事人員身分證號失敗', 'the professional\'s id could not be read'),
    5057: ('過敏藥物寫入失敗', 'the allergy could not be written'),
    5061: ('器官捐贈註記寫入失敗', 'the consent could not be written'),
    5062: ('放棄器官捐贈註記輸入', 'entering the consent was given up'),
    5067: ('安全模組的院所代碼讀取失敗', 'the security module\'s institution could not be read'),
    5068: ('預防保健資料寫入失敗', 'the preventive service could not be written'),
    5071: ('緊急聯絡電話寫入失敗', 'the telephone could not be written'),
    5078: ('產前檢查資料寫入失敗', 'the antenatal examination could not be written'),
    5079: ('性別不符：卡片記載為男性', 'the card says male'),
    5081: ('最近 24 小時內同院所未曾就醫，不可取消', 'no visit here within 24 hours to cancel'),
    5082: ('最近 24 小時內同院所未曾產檢，不可取消', 'no antenatal examination here within 24 hours to cancel'),
    5083: ('最近六次就醫沒有 AC，不可單獨寫入', 'none of the last six visits is AC'),
    5084: ('最近 24 小時內同院所沒有這項保健服務，不可取消', 'no such service here within 24 hours to cancel'),
    5087: ('清除產前檢查資料失敗', 'antenatal examinations could not be deleted'),
    5093: ('預防接種資料寫入失敗', 'the vaccination could not be written'),
    5102: ('密碼不符或已鎖住', 'wrong or locked PIN'),
    5105: ('原密碼尚未通過認證', 'the present PIN was not verified'),
    5107: ('兩次新密碼不同', 'the two new PINs differ'),
    5108: ('密碼變更失敗', 'the PIN could not be changed'),
    5109: ('密碼輸入已取消', 'PIN entry was cancelled'),
    5110: ('輸入健保卡密碼時請移除醫事人員卡', 'take the professional card out before typing the PIN'),
    5111: ('停用失敗，密碼仍啟用', 'not disabled: the PIN is still in use'),
    5122: ('醫事人員卡仍未解開', 'the professional card is still locked'),
    5130: ('更新健保卡內容失敗', 'the card\'s contents could not be updated'),
    5141: ('未置入醫事人員卡，僅有起訖日期', 'without a professional card: dates only'),
    5150: ('卡片中無此筆就醫', 'no such visit on the card'),
    5151: ('就醫類別為數值才可退掛', 'only numbered categories can be undone'),
    5152: ('醫療院所不同，不可退掛', 'another institution\'s visit'),
    5153: ('已經退掛過', 'already undone'),
    5154: ('超過可退掛的 24 小時', 'more than 24 hours ago'),
    5160: ('就醫可用次數不合理', 'the visits available do not fit'),
    5161: ('最近一次就醫年不合理', 'the last number\'s year does not fit'),
    5162: ('最近一次就醫序號不合理', 'the last number does not fit'),
    5163: ('住診費用總累計不合理', 'total inpatient fees don\'t fit'),
    5164: ('門診費用總累計不合理', 'total outpatient fees don\'t fit'),
    5165: ('就醫累計資料年不合理', 'the cumulative data\'s year does not fit'),
    5166: ('就醫累計次數不合理', 'the count of visits does not fit'),
    5167: ('門診部分負擔累計不合理', 'outpatient copayments don\'t fit'),
    5168: ('住診（短期）部分負擔累計不合理', 'shorter-stay copayments don\'t fit'),
    5169: ('住診（長期）部分負擔累計不合理', 'longer-stay copayments don\'t fit'),
    5170: ('門診＋住診部分負擔累計不合理', 'all copayments don\'t fit'),
    5171: ('門診＋短期住診部分負擔累計不合理', 'outpatient and shorter-stay copayments don\'t fit'),
    5172: ('門診醫療費用累計不合理', 'outpatient fees don\'t fit'),
    5173: ('住診醫療費用累計不合理', 'inpatient fees don\'t fit'),
    5174: ('就醫識別碼取得失敗（其餘資料仍有效）', 'no treatment identifier (the other data are valid)'),
    6005: ('安全模組的外部認證失敗', 'the SAM did not accept the data centre'),
    6006: ('資料中心的外部認證失敗', 'the data centre did not accept the SAM'),
    6007: ('安全模組的內部認證失敗', 'the SAM\'s internal authentication failed'),
    6008: ('寫入讀卡機日期時間失敗', 'the reader\'s clock could not be set'),
    6014: ('資料中心驗證簽章失敗', 'the data centre refused the signature'),
    6015: ('檔案大小不合或傳輸失敗', 'size differs or transfer failed'),
    6016: ('記憶體或磁碟空間不足', 'out of memory or disk'),
    6017: ('找不到檔案或沒有權限', 'file not found or not allowed'),
    6018: ('參數錯誤', 'wrong parameter'),
    9013: ('無效的安全模組', 'invalid security module'),
    9020: ('資料中心驗章錯誤', 'the data centre found the signature wrong'),
    9081: ('可用次數大於 3 次，未達更新標準', 'more than 3 visits left: not updated yet'),
    9082: ('此卡已註銷，無法更新', 'card cancelled: cannot be updated'),
    9083: ('不在保', 'not insured'),
    9084: ('停保中', 'insurance suspended'),
    9085: ('已退保', 'insurance ended'),
    9086: ('個人欠費', 'the person owes premiums'),
    9087: ('負責人欠費', 'the responsible person owes premiums'),
    9088: ('投保單位欠費', 'the insuring unit owes premiums'),
    9089: ('個人及單位均欠費', 'person and unit owe premiums'),
    9090: ('欠費且未在保', 'owes premiums and is not insured'),
    9100: ('藥師、藥劑生、特約藥局或藥局專用卡無權限', 'not for pharmacists and pharmacies'),
    9127: ('找不到對應編碼或參數不正確', 'not in the packed range, or not valid'),
    9129: ('持卡人於非所限制的醫療院所就診', 'the holder is restricted to another institution'),
    9130: ('醫事人員卡已註銷或停用', 'professional card cancelled'),
    9140: ('醫事人員卡已逾有效期限', 'professional card expired'),
}

# 欄位：(由 0 起算的位置, 長度) / fields: (place from 0, length)
FIELDS = {
    # 基本資料 / basic data (1.1)
    'basicData': {
        'cardNo': (0, 12),  # 卡片號碼 / card number
        'name': (12, 20),  # 姓名 / name
        'personId': (32, 10),  # 身分證號或身分證明文件號碼 / id number
        'birthDate': (42, 7),  # 出生日期 / birth date
        'sex': (49, 1),  # 性別 / sex
        'issueDate': (50, 7),  # 發卡日期 / issue date
        'cancelMark': (57, 1),  # 卡片註銷註記 / card cancellation mark
        'emergencyTel': (58, 14),  # 緊急聯絡電話 / emergency telephone
    },
    # 診間基本資料 / basic data for the consulting room (1.2)
    'registerBasic': {
        'cardNo': (0, 12),  # 卡片號碼 / card number
        'name': (12, 20),  # 姓名 / name
        'personId': (32, 10),  # 身分證號或身分證明文件號碼 / id number
        'birthDate': (42, 7),  # 出生日期 / birth date
        'sex': (49, 1),  # 性別 / sex
        'issueDate': (50, 7),  # 發卡日期 / issue date
        'cancelMark': (57, 1),  # 卡片註銷註記 / card cancellation mark
        'insurerCode': (58, 2),  # 保險人代碼 / insurer code
        'insuredMark': (60, 1),  # 保險對象身分註記 / status of the insured
        'validUntil': (61, 7),  # 卡片有效期限 / card valid until
        'available': (68, 2),  # 就醫可用次數 / visits available
        'newbornDate': (70, 7),  # 新生兒出生日期（依附註記） / attached newborn's birth date
        'newbornMark': (77, 1),  # 新生兒胞胎註記（依附註記） / attached newborn's number of births
    },
    # 醫療費用總累計 / fees since the card was issued (1.7)
    'cumulativeFee': {
        'outpatientTotal': (0, 10),  # 門診醫療費用總累計 / outpatient fees, total
        'inpatientTotal': (10, 10),  # 住診醫療費用總累計 / inpatient fees, total
    },
    # 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
    'visitGrant128': {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'seqNumber': (13, 4),  # 就醫序號 / visit number
        'hospId': (17, 10),  # 醫療院所代碼 / institution code
        'signature': (27, 128),  # 安全簽章 / security signature
        'samId': (155, 12),  # SAM ID / SAM id
    },
    # 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
    'organDonate': {
        'organDonate': (0, 1),  # 同意器官捐贈及安寧緩和醫療註記 / consent to organ donation and palliative care
    },
    # 緊急聯絡電話 / emergency telephone (1.13)
    'emergentTel': {
        'emergencyTel': (0, 14),  # 緊急聯絡電話 / emergency telephone
    },
    # 最近一次就醫序號 / last visit number (1.14)
    'lastSeqNum': {
        'lastSeqNumber': (0, 7),  # 最近一次就醫序號 / last visit number
    },
    # 就醫診療資料 / diagnoses of a visit (1.16)
    'treatmentCode': {
        'afterCheck': (0, 1),  # 補卡註記 / after-check mark
        'mainCode': (1, 5),  # 主要診斷碼 / main diagnosis
        'subCode1': (6, 5),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (11, 5),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (16, 5),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (21, 5),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (26, 5),  # 次要診斷碼 5 / secondary diagnosis 5
    },
    # 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
    'treatmentCodeIcd10': {
        'afterCheck': (0, 1),  # 補卡註記 / after-check mark
        'mainCode': (2, 7),  # 主要診斷碼 / main diagnosis
        'subCode1': (11, 7),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (20, 7),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (29, 7),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (38, 7),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (47, 7),  # 次要診斷碼 5 / secondary diagnosis 5
    },
    # 就醫費用資料 / fees of a visit (1.17)
    'treatmentFee': {
        'outpatientFee': (0, 8),  # 門診醫療費用（當次） / outpatient fee of this visit
        'outpatientCopay': (8, 8),  # 門診部分負擔費用（當次） / outpatient copayment of this visit
        'inpatientFee': (16, 8),  # 住院醫療費用（當次） / inpatient fee of this stay
        'inpatientCopayShort': (24, 7),  # 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
        'inpatientCopayLong': (31, 7),  # 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
    # 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
    'prescriptionItem': {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'orderType': (13, 1),  # 醫令類別 / order type
        'orderCode': (14, 12),  # 診療項目代號 / order code
        'position': (26, 6),  # 診療部位 / part of the body
        'usage': (32, 18),  # 用法 / usage
        'days': (50, 2),  # 天數 / days
        'quantity': (52, 7),  # 總量 / total quantity
        'delivery': (59, 2),  # 交付處方註記 / delivery note
    },
    # 讀卡機日期時間 / date and time (1.34)
    'dateTime': {
        'year': (0, 3),  # 民國年 / ROC year
        'month': (3, 2),  # 月 / month
        'day': (5, 2),  # 日 / day
        'hour': (7, 2),  # 時 / hour
        'minute': (9, 2),  # 分 / minute
        'second': (11, 2),  # 秒 / second
    },
    # 卡片號碼 / card number (1.35)
    'cardNumber': {
        'cardNo': (0, 12),  # 卡片號碼 / card number
    },
    # 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
    'visitGrant256': {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'seqNumber': (13, 4),  # 就醫序號 / visit number
        'hospId': (17, 10),  # 醫療院所代碼 / institution code
        'signature': (27, 256),  # 安全簽章 / security signature
        'samId': (283, 12),  # SAM ID / SAM id
        'sameDay': (295, 1),  # 是否同日就診 / second visit of the day
    },
    # 有效期限與可用次數 / validity and visits available (1.38)
    'registerBasic2': {
        'validUntil': (0, 7),  # 卡片有效期限 / card valid until
        'available': (7, 2),  # 就醫可用次數 / visits available
    },
    # 一組過敏藥物 / one allergy (1.46)
    'allergyItem': {
        'drugName': (0, 40),  # 過敏藥物成份名稱 / name of the allergenic ingredient
    },
    # 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
    'treatmentData': {
        'afterCheck': (0, 1),  # 補卡註記 / after-check mark
        'mainCode': (1, 5),  # 主要診斷碼 / main diagnosis
        'subCode1': (6, 5),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (11, 5),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (16, 5),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (21, 5),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (26, 5),  # 次要診斷碼 5 / secondary diagnosis 5
        'outpatientFee': (31, 8),  # 門診醫療費用（當次） / outpatient fee of this visit
        'outpatientCopay': (39, 8),  # 門診部分負擔費用（當次） / outpatient copayment of this visit
        'inpatientFee': (47, 8),  # 住院醫療費用（當次） / inpatient fee of this stay
        'inpatientCopayShort': (55, 7),  # 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
        'inpatientCopayLong': (62, 7),  # 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
    # 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
    'treatmentDataIcd10': {
        'afterCheck': (0, 1),  # 補卡註記 / after-check mark
        'mainCode': (2, 7),  # 主要診斷碼 / main diagnosis
        'subCode1': (11, 7),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (20, 7),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (29, 7),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (38, 7),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (47, 7),  # 次要診斷碼 5 / secondary diagnosis 5
        'outpatientFee': (55, 8),  # 門診醫療費用（當次） / outpatient fee of this visit
        'outpatientCopay': (63, 8),  # 門診部分負擔費用（當次） / outpatient copayment of this visit
        'inpatientFee': (71, 8),  # 住院醫療費用（當次） / inpatient fee of this stay
        'inpatientCopayShort': (79, 7),  # 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
        'inpatientCopayLong': (86, 7),  # 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    },
    # 處方簽章 / item's signature (1.48)
    'prescriptionSignature': {
        'signature': (0, 40),  # 處方簽章 / item's signature
    },
    # 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
    'visitGrant': {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'seqNumber': (13, 4),  # 就醫序號 / visit number
        'hospId': (17, 10),  # 醫療院所代碼 / institution code
        'signature': (27, 256),  # 安全簽章 / security signature
        'samId': (283, 12),  # SAM ID / SAM id
        'sameDay': (295, 1),  # 是否同日就診 / second visit of the day
        'treatNum': (296, 20),  # 就醫識別碼 / treatment identifier
    },
    # 無卡就醫識別碼 / treatment identifier without a card (1.54)
    'treatNumNoCard': {
        'visitTime': (0, 13),  # 電腦日期時間 / computer's date and time
        'hospId': (13, 10),  # 醫療院所代碼 / institution code
        'treatNum': (23, 20),  # 就醫識別碼 / treatment identifier
    },
    # 就醫識別碼 / treatment identifier (1.56)
    'treatNumCard': {
        'treatNum': (0, 20),  # 就醫識別碼 / treatment identifier
    },
    # 醫療院所代碼 / institution code (2.2)
    'hospital': {
        'hospId': (0, 10),  # 醫療院所代碼 / institution code
    },
    # 上傳收據 / receipt of an upload (3.1, 3.2)
    'uploadReceipt': {
        'samId': (0, 12),  # 安全模組代碼 / SAM id
        'hospId': (12, 10),  # 醫事服務機構代碼 / institution code
        'sentAt': (22, 14),  # 上傳日期時間 / sent at
        'receivedAt': (36, 14),  # 接收日期時間 / received at
    },
    # 醫事人員卡序號 / professional card's number (4.5)
    'hpcNumber': {
        'cardNo': (0, 12),  # 醫事人員卡序號 / professional card's number
    },
    # 醫事人員身分證字號 / professional's id number (4.6)
    'hpcId': {
        'personId': (0, 10),  # 醫事人員身分證字號 / professional's id number
    },
    # 醫事人員中文姓名 / professional's Chinese name (4.7)
    'hpcChineseName': {
        'name': (0, 20),  # 中文姓名 / Chinese name
    },
    # 醫事人員英文姓名 / professional's English name (4.8)
    'hpcEnglishName': {
        'name': (0, 40),  # 英文姓名 / English name
    },
    # 保險人資料 / the insurer's data (hisGetInsurerData)
    'insurerData': {
        'insurerCode': (0, 2),  # 保險人代碼 / insurer code
        'insuredMark': (2, 1),  # 保險對象身分註記 / status of the insured
        'validUntil': (3, 7),  # 卡片有效期限 / card valid until
        'available': (10, 2),  # 就醫可用次數 / visits available
        'newbornDate': (12, 7),  # 新生兒出生日期（依附註記） / attached newborn's birth date
        'newbornMark': (19, 1),  # 新生兒胞胎註記（依附註記） / attached newborn's number of births
    },
    # 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
    'undoneVisit': {
        'treatItem': (0, 2),  # 就醫類別 / category of the visit
        'babyTreat': (2, 1),  # 新生兒就醫註記 / newborn mark
        'visitTime': (3, 13),  # 就診日期時間 / date and time of the visit
        'afterCheck': (16, 1),  # 補卡註記 / after-check mark
        'seqNumber': (17, 4),  # 就醫序號 / visit number
        'hospId': (21, 10),  # 醫療院所代碼 / institution code
    },
    # 醫療院所名稱 / institution's name (csGetHospName)
    'hospitalName': {
        'hospName': (0, 60),  # 醫療院所名稱 / institution's name
    },
    # 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
    'hospitalAbbName': {
        'hospAbbName': (0, 20),  # 醫療院所簡稱 / institution's abbreviated name
    },
    # 醫事人員卡資料 / professional card's data (hpcGetAllData)
    'hpcAllData': {
        'cardNo': (0, 12),  # 醫事人員卡序號 / professional card's number
        'personId': (12, 10),  # 醫事人員身分證字號 / professional's id number
        'name': (22, 20),  # 中文姓名 / Chinese name
        'englishName': (42, 40),  # 英文姓名 / English name
    },
    # 登入用亂數 / random for a log-in (VPNGetRandom)
    'vpnRandom': {
        'random': (0, 16),  # 亂數 / random
    },
    # 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
    'vpnSignature': {
        'signedAt': (0, 13),  # 簽章日期時間 / signed at
        'samId': (13, 12),  # SAM ID / SAM id
        'hospId': (25, 10),  # 醫療院所代碼 / institution code
        'hcCardNo': (35, 12),  # 健保卡號碼（卡片種類 4） / health card's number (kind 4)
        'hpcCardNo': (47, 12),  # 醫事人員卡序號（卡片種類 4） / professional card's number (kind 4)
        'signature': (59, 256),  # 簽章 / signature
    },
}

# 群組：(位置, 組數, 每組長度, 組內欄位) / groups: (place, how many, length of each, fields within one)
GROUPS = {
    # 預防保健資料：預防保健資料 / preventive service (1.3)
    'registerPrevent.items': (0, 6, 21, {
        'serviceItem': (0, 2),  # 保健服務項目註記 / service
        'checkDate': (2, 7),  # 檢查日期 / date of examination
        'hospId': (9, 10),  # 醫療院所代碼 / institution code
        'checkCode': (19, 2),  # 檢查項目代碼 / examination code
    }),
    # 孕婦產前檢查資料：孕婦產前檢查資料 / antenatal examination (1.4)
    'registerPregnant.items': (0, 11, 19, {
        'checkDate': (0, 7),  # 檢查日期 / date of examination
        'hospId': (7, 10),  # 醫療院所代碼 / institution code
        'checkCode': (17, 2),  # 檢查項目代碼 / examination code
    }),
    # 就醫資料（不需醫事人員卡）：重大傷病註記 / catastrophic illness (1.5)
    'treatmentNoNeedHpc.illnesses': (0, 6, 14, {
        'validFrom': (0, 7),  # 有效期限起始日 / valid from
        'validUntil': (7, 7),  # 有效期限終止日 / valid until
    }),
    # 就醫資料（不需醫事人員卡）：就醫資料登錄 / visit (1.5)
    'treatmentNoNeedHpc.visits': (84, 6, 69, {
        'treatItem': (0, 2),  # 就醫類別 / category of the visit
        'babyTreat': (2, 1),  # 新生兒就醫註記 / newborn mark
        'visitTime': (3, 13),  # 就診日期時間 / date and time of the visit
        'afterCheck': (16, 1),  # 補卡註記 / after-check mark
        'seqNumber': (17, 4),  # 就醫序號 / visit number
        'hospId': (21, 10),  # 醫療院所代碼 / institution code
        'outpatientFee': (31, 8),  # 門診醫療費用（當次） / outpatient fee of this visit
        'outpatientCopay': (39, 8),  # 門診部分負擔費用（當次） / outpatient copayment of this visit
        'inpatientFee': (47, 8),  # 住院醫療費用（當次） / inpatient fee of this stay
        'inpatientCopayShort': (55, 7),  # 住院部分負擔（急性 30 天、慢性 180 天以下） / inpatient copayment, acute to 30 or chronic to 180 days
        'inpatientCopayLong': (62, 7),  # 住院部分負擔（急性 31 天、慢性 181 天以上） / inpatient copayment, acute from 31 or chronic from 181 days
    }),
    # 就醫累計資料：就醫累計資料 / cumulative data of a year (1.6)
    'cumulativeData.years': (0, 2, 67, {
        'year': (0, 3),  # 年 / ROC year
        'visits': (3, 4),  # 門住診就醫累計次數 / visits
        'outpatientFee': (7, 10),  # 門診醫療費用累計 / outpatient fees
        'inpatientFee': (17, 10),  # 住診醫療費用累計 / inpatient fees
        'outpatientCopay': (27, 8),  # 門診部分負擔費用累計 / outpatient copayments
        'inpatientCopayShort': (35, 8),  # 住診部分負擔累計（急性 30 天、慢性 180 天以下） / inpatient copayments, shorter stays
        'inpatientCopayLong': (43, 8),  # 住診部分負擔累計（急性 31 天、慢性 181 天以上） / inpatient copayments, longer stays
        'copay': (51, 8),  # 門診＋住診部分負擔費用累計 / copayments, all
        'copayShort': (59, 8),  # 門診＋住診（急性 30 天、慢性 180 天以下）部分負擔累計 / copayments, outpatient and shorter stays
    }),
    # 就醫資料（需醫事人員卡）：重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） / catastrophic illness (the sixth group: marks 4A and 4B since 104) (1.8)
    'treatmentNeedHpc.illnesses': (0, 6, 19, {
        'code': (0, 5),  # 重大傷病代碼 / illness code
        'validFrom': (5, 7),  # 有效期限起始日 / valid from
        'validUntil': (12, 7),  # 有效期限終止日 / valid until
    }),
    # 就醫資料（需醫事人員卡）：就醫資料登錄 / visit (1.8)
    'treatmentNeedHpc.visits': (114, 6, 43, {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'mainCode': (13, 5),  # 主要診斷碼 / main diagnosis
        'subCode1': (18, 5),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (23, 5),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (28, 5),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (33, 5),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (38, 5),  # 次要診斷碼 5 / secondary diagnosis 5
    }),
    # 就醫資料（需醫事人員卡，ICD-10）：重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） / catastrophic illness (the sixth group: marks 4A and 4B since 104) (1.8)
    'treatmentNeedHpcIcd10.illnesses': (0, 6, 23, {
        'code': (1, 7),  # 重大傷病代碼 / illness code
        'validFrom': (9, 7),  # 有效期限起始日 / valid from
        'validUntil': (16, 7),  # 有效期限終止日 / valid until
    }),
    # 就醫資料（需醫事人員卡，ICD-10）：就醫資料登錄 / visit (1.8)
    'treatmentNeedHpcIcd10.visits': (138, 6, 67, {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'mainCode': (14, 7),  # 主要診斷碼 / main diagnosis
        'subCode1': (23, 7),  # 次要診斷碼 1 / secondary diagnosis 1
        'subCode2': (32, 7),  # 次要診斷碼 2 / secondary diagnosis 2
        'subCode3': (41, 7),  # 次要診斷碼 3 / secondary diagnosis 3
        'subCode4': (50, 7),  # 次要診斷碼 4 / secondary diagnosis 4
        'subCode5': (59, 7),  # 次要診斷碼 5 / secondary diagnosis 5
    }),
    # 門診處方箋：門診處方箋 / prescription item (1.10, 1.41)
    'prescriptions.items': (0, 60, 61, {
        'visitTime': (0, 13),  # 就診日期時間 / date and time of the visit
        'orderType': (13, 1),  # 醫令類別 / order type
        'orderCode': (14, 12),  # 診療項目代號 / order code
        'position': (26, 6),  # 診療部位 / part of the body
        'usage': (32, 18),  # 用法 / usage
        'days': (50, 2),  # 天數 / days
        'quantity': (52, 7),  # 總量 / total quantity
        'delivery': (59, 2),  # 交付處方註記 / delivery note
    }),
    # 長期處方箋：長期處方箋 / long-term item (1.10, 1.42)
    'longTermPrescriptions.items': (0, 30, 44, {
        'orderDate': (0, 7),  # 開立日期 / date of the order
        'drugCode': (7, 10),  # 藥品代碼 / drug code
        'usage': (17, 18),  # 用法 / usage
        'days': (35, 2),  # 天數 / days
        'quantity': (37, 7),  # 總量 / total quantity
    }),
    # 重要醫令項目：重要醫令項目 / important order (1.10, 1.43)
    'importantOrders.items': (0, 10, 36, {
        'doneDate': (0, 7),  # 實施日期 / date done
        'hospId': (7, 10),  # 醫療院所代碼 / institution code
        'orderCode': (17, 6),  # 重要醫令項目代碼 / important order code
        'position': (23, 6),  # 實施部位代碼 / part of the body
        'quantity': (29, 7),  # 總量 / total quantity
    }),
    # 過敏藥物：過敏藥物 / allergy (1.10, 1.20, 1.44)
    'allergies.items': (0, 3, 40, {
        'drugName': (0, 40),  # 過敏藥物成份名稱 / name of the allergenic ingredient
    }),
    # 預防接種資料：預防接種資料項目 / vaccination (1.11)
    'inoculateData.items': (0, 40, 35, {
        'vaccine': (0, 6),  # 疫苗種類 / vaccine
        'date': (6, 7),  # 接種日期 / date given
        'hospId': (13, 10),  # 醫療院所代碼 / institution code
        'batch': (23, 12),  # 疫苗批號 / batch number
    }),
    # 重大傷病註記：重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） / catastrophic illness (the sixth group: marks 4A and 4B since 104) (1.33, 1.50)
    'criticalIllness.illnesses': (0, 6, 19, {
        'code': (0, 5),  # 重大傷病代碼 / illness code
        'validFrom': (5, 7),  # 有效期限起始日 / valid from
        'validUntil': (12, 7),  # 有效期限終止日 / valid until
    }),
    # 重大傷病註記（ICD-10）：重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） / catastrophic illness (the sixth group: marks 4A and 4B since 104) (1.33, 1.50)
    'criticalIllnessIcd10.illnesses': (0, 6, 23, {
        'code': (1, 7),  # 重大傷病代碼 / illness code
        'validFrom': (9, 7),  # 有效期限起始日 / valid from
        'validUntil': (16, 7),  # 有效期限終止日 / valid until
    }),
    # 各組處方簽章：處方簽章 / item's signature (1.49)
    'prescriptionSignatures.items': (0, 60, 40, {
        'signature': (0, 40),  # 處方簽章 / item's signature
    }),
}

# 緩衝區長度 / buffer lengths
LENGTHS = {
    'basicData': 72,
    'registerBasic': 78,
    'registerPrevent': 126,
    'registerPregnant': 209,
    'treatmentNoNeedHpc': 498,
    'cumulativeData': 134,
    'cumulativeFee': 20,
    'treatmentNeedHpc': 372,
    'treatmentNeedHpcIcd10': 540,
    'visitGrant128': 167,
    'prescriptions': 3660,
    'longTermPrescriptions': 1320,
    'importantOrders': 360,
    'allergies': 120,
    'inoculateData': 1400,
    'organDonate': 1,
    'emergentTel': 14,
    'lastSeqNum': 7,
    'treatmentCode': 31,
    'treatmentCodeIcd10': 55,
    'treatmentFee': 38,
    'prescriptionItem': 61,
    'criticalIllness': 114,
    'criticalIllnessIcd10': 138,
    'dateTime': 13,
    'cardNumber': 12,
    'visitGrant256': 296,
    'registerBasic2': 9,
    'allergyItem': 40,
    'treatmentData': 69,
    'treatmentDataIcd10': 93,
    'prescriptionSignature': 40,
    'prescriptionSignatures': 2400,
    'visitGrant': 316,
    'treatNumNoCard': 43,
    'treatNumCard': 20,
    'hospital': 10,
    'uploadReceipt': 50,
    'hpcNumber': 12,
    'hpcId': 10,
    'hpcChineseName': 20,
    'hpcEnglishName': 40,
    'insurerData': 20,
    'undoneVisit': 31,
    'hospitalName': 60,
    'hospitalAbbName': 20,
    'hpcAllData': 82,
    'vpnRandom': 16,
    'vpnSignature': 315,
}


def load(path=None):
    """程式庫；Windows 用 stdcall / the library; by stdcall on Windows."""
    windows = os.name == 'nt'
    name = path or ('CsHis.dll' if windows else 'libcshis.so')
    library = ctypes.WinDLL(name) if windows else ctypes.CDLL(name)
    for function, parameters in FUNCTIONS.items():
        entry = getattr(library, function)
        entry.argtypes = parameters
        entry.restype = c_int
    return library


def decode(layout, buffer):
    """一個緩衝區的欄位，依名稱 / a buffer's fields, by name."""
    raw = bytes(buffer)
    return {name: raw[at:at + length].decode('cp950', 'replace').rstrip(' ')
            for name, (at, length) in FIELDS[layout].items()}
