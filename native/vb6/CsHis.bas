Attribute VB_Name = "CsHis"
' CsHis.bas: Visual Basic 6 宣告 / declarations for Visual Basic 6
' OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).
'
' 呼叫前先以 Space$(長度) 準備緩衝區，並把長度放進 Integer 變數。
' VB 字串是 Unicode，欄位位置是 Big5 位元組：取欄位請用 CsHisField，不要用 Mid$。
' Give each buffer as Space$(length), its length in an Integer. Strings are Unicode in VB and fields are places of
' Big5 bytes: take a field by CsHisField, not by Mid$.
Option Explicit

' 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
Public Declare Function hisGetBasicData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
Public Declare Function hisGetRegisterBasic Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.3 預防保健掛號 / Preventive services
Public Declare Function hisGetRegisterPrevent Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.4 孕婦產前檢查掛號 / Antenatal examinations
Public Declare Function hisGetRegisterPregnant Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
Public Declare Function hisGetTreatmentNoNeedHPC Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.6 讀取就醫累計資料 / Cumulative data
Public Declare Function hisGetCumulativeData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.7 讀取醫療費用總累計 / Fees since the card was issued
Public Declare Function hisGetCumulativeFee Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
Public Declare Function hisGetTreatmentNeedHPC Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
Public Declare Function hisGetSeqNumber Lib "CsHis.dll" (ByVal cTreatItem As String, ByVal cBabyTreat As String, ByRef pBuffer As Byte, ByRef iBufferLen As Integer) As Integer
' 1.10 讀取處方箋 / Prescriptions
Public Declare Function hisReadPrescription Lib "CsHis.dll" (ByVal pOutpatientPrescription As String, ByRef iBufferLenOutpatient As Integer, ByVal pLongTermPrescription As String, ByRef iBufferLenLongTerm As Integer, ByVal pImportantTreatmentCode As String, ByRef iBufferLenImportant As Integer, ByVal pIrritationDrug As String, ByRef iBufferLenIrritation As Integer) As Integer
' 1.11 讀取預防接種資料 / Vaccinations
Public Declare Function hisGetInoculateData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
Public Declare Function hisGetOrganDonate Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.13 讀取緊急聯絡電話 / Emergency telephone
Public Declare Function hisGetEmergentTel Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.14 讀取最近一次就醫序號 / Last visit number
Public Declare Function hisGetLastSeqNum Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.15 讀取卡片狀態 / A card's state
Public Declare Function hisGetCardStatus Lib "CsHis.dll" (ByVal CardType As Integer) As Integer
' 1.16 就醫診療資料寫入 / Write diagnoses
Public Declare Function hisWriteTreatmentCode Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByVal pBufferDocID As String) As Integer
' 1.17 就醫費用資料寫入 / Write fees
Public Declare Function hisWriteTreatmentFee Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String) As Integer
' 1.18 處方箋寫入 / Write a prescription item
Public Declare Function hisWritePrescription Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String) As Integer
' 1.19 新生兒註記寫入 / Attach a newborn
Public Declare Function hisWriteNewBorn Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pNewBornDate As String, ByVal pNoOfDelivered As String) As Integer
' 1.20 過敏藥物寫入 / Write allergies
Public Declare Function hisWriteAllergicMedicines Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByVal pBufferDocID As String) As Integer
' 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
Public Declare Function hisWriteOrganDonate Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pOrganDonate As String) As Integer
' 1.22 預防保健資料寫入 / Write a preventive service
Public Declare Function hisWriteHealthInsurance Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pServiceItem As String, ByVal pServiceItemCode As String) As Integer
' 1.23 緊急聯絡電話寫入 / Write the emergency telephone
Public Declare Function hisWriteEmergentTel Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pEmergentTel As String) As Integer
' 1.24 產前檢查資料寫入 / Write an antenatal examination
Public Declare Function hisWritePredeliveryCheckup Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pCheckupCode As String) As Integer
' 1.25 清除產前檢查資料 / Delete antenatal examinations
Public Declare Function hisDeletePredeliveryData Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String) As Integer
' 1.26 預防接種資料寫入 / Write a vaccination
Public Declare Function hisWriteInoculateData Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pItem As String, ByVal pPackageNumber As String) As Integer
' 1.27 驗證健保卡密碼 / Verify the health card's PIN
Public Declare Function csVerifyHCPIN Lib "CsHis.dll" () As Integer
' 1.28 輸入新的健保卡密碼 / Set a new PIN
Public Declare Function csInputHCPIN Lib "CsHis.dll" () As Integer
' 1.29 停用健保卡密碼 / Disable the PIN
Public Declare Function csDisableHCPIN Lib "CsHis.dll" () As Integer
' 1.30 健保卡卡片內容更新 / Update the card's contents
Public Declare Function csUpdateHCContents Lib "CsHis.dll" () As Integer
' 1.31 開啟讀卡機連結埠 / Open the reader's port
Public Declare Function csOpenCom Lib "CsHis.dll" (ByVal Comport As Integer) As Integer
' 1.32 關閉讀卡機連結埠 / Close the reader's port
Public Declare Function csCloseCom Lib "CsHis.dll" () As Integer
' 1.33 讀取重大傷病註記 / Catastrophic illness
Public Declare Function hisGetCriticalIllness Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.34 讀取讀卡機日期時間 / The reader's date and time
Public Declare Function csGetDateTime Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.35 讀取卡片號碼 / A card's number
Public Declare Function csGetCardNo Lib "CsHis.dll" (ByVal CardType As Integer, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
Public Declare Function csISSetPIN Lib "CsHis.dll" () As Integer
' 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
Public Declare Function hisGetSeqNumber256 Lib "CsHis.dll" (ByVal cTreatItem As String, ByVal cBabyTreat As String, ByVal cTreatAfterCheck As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
Public Declare Function hisGetRegisterBasic2 Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.39 退掛 / Undo a registration
Public Declare Function csUnGetSeqNumber Lib "CsHis.dll" (ByVal pUnTreatDate As String) As Integer
' 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
Public Declare Function csUpdateHCNoReset Lib "CsHis.dll" () As Integer
' 1.41 讀取門診處方箋 / Outpatient prescriptions
Public Declare Function hisReadPrescriptMain Lib "CsHis.dll" (ByVal pOutpatientPrescription As String, ByRef iBufferLenOutpatient As Integer, ByVal iStartPos As Integer, ByVal iEndPos As Integer, ByRef iRecCount As Integer) As Integer
' 1.42 讀取長期處方箋 / Long-term prescriptions
Public Declare Function hisReadPrescriptLongTerm Lib "CsHis.dll" (ByVal pLongTermPrescription As String, ByRef iBufferLenLongTerm As Integer, ByVal iStartPos As Integer, ByVal iEndPos As Integer, ByRef iRecCount As Integer) As Integer
' 1.43 讀取重要醫令 / Important orders
Public Declare Function hisReadPrescriptHVE Lib "CsHis.dll" (ByVal pImportantTreatmentCode As String, ByRef iBufferLenImportant As Integer, ByVal iStartPos As Integer, ByVal iEndPos As Integer, ByRef iRecCount As Integer) As Integer
' 1.44 讀取過敏藥物 / Allergies
Public Declare Function hisReadPrescriptAllergic Lib "CsHis.dll" (ByVal pIrritationDrug As String, ByRef iBufferLenIrritation As Integer, ByVal iStartPos As Integer, ByVal iEndPos As Integer, ByRef iRecCount As Integer) As Integer
' 1.45 多筆處方箋寫入 / Write prescription items
Public Declare Function hisWriteMultiPrescript Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByRef iWriteCount As Integer) As Integer
' 1.46 過敏藥物寫入指定欄位 / Write one allergy
Public Declare Function hisWriteAllergicNum Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByVal pBufferDocID As String, ByVal iNum As Integer) As Integer
' 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
Public Declare Function hisWriteTreatmentData Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByVal pBufferDocID As String) As Integer
' 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
Public Declare Function hisWritePrescriptionSign Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
Public Declare Function hisWriteMultiPrescriptSign Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pDataWrite As String, ByRef iWriteCount As Integer, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
Public Declare Function hisGetCriticalIllnessID Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pPatientBirthDate As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.51 取得控制軟體版本 / Version of the control software
Public Declare Function csGetVersionEx Lib "CsHis.dll" (ByVal pPath As String) As Integer
' 1.52 重置讀卡機或卡片 / Reset reader or cards
Public Declare Function csSoftwareReset Lib "CsHis.dll" (ByVal iType As Long) As Integer
' 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
Public Declare Function hisGetSeqNumber256N1 Lib "CsHis.dll" (ByVal cTreatItem As String, ByVal cBabyTreat As String, ByVal cTreatAfterCheck As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
Public Declare Function hisGetTreatNumNoICCard Lib "CsHis.dll" (ByVal pPatientID As String, ByVal pHospID As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
Public Declare Function hisGetTreatNumICCard Lib "CsHis.dll" (ByVal pDateTime As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
Public Declare Function csVerifySAMDC Lib "CsHis.dll" () As Integer
' 2.2 讀取安全模組院所代碼 / The security module's institution
Public Declare Function csGetHospID Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 3.1 資料上傳 / Upload a file
Public Declare Function csUploadData Lib "CsHis.dll" (ByVal pUploadFileName As String, ByVal pFileSize As String, ByVal pNumber As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
Public Declare Function csUploadDataPrec Lib "CsHis.dll" (ByVal pUploadFileName As String, ByVal pFileSize As String, ByVal pNumber As String, ByVal pPrecNumber As String, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 4.1 取得醫事人員卡狀態 / Is a professional card there?
Public Declare Function hpcGetHPCStatus Lib "CsHis.dll" (ByVal Req As Integer, ByRef iStatus As Integer) As Integer
' 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
Public Declare Function hpcVerifyHPCPIN Lib "CsHis.dll" () As Integer
' 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
Public Declare Function hpcInputHPCPIN Lib "CsHis.dll" () As Integer
' 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
Public Declare Function hpcUnlockHPC Lib "CsHis.dll" () As Integer
' 4.5 取得醫事人員卡序號 / The professional card's number
Public Declare Function hpcGetHPCSN Lib "CsHis.dll" (ByVal SN As String, ByRef Len_SN As Integer) As Integer
' 4.6 取得醫事人員身分證字號 / The professional's id number
Public Declare Function hpcGetHPCSSN Lib "CsHis.dll" (ByVal SSN As String, ByRef Len_SSN As Integer) As Integer
' 4.7 取得醫事人員中文姓名 / The professional's Chinese name
Public Declare Function hpcGetHPCCNAME Lib "CsHis.dll" (ByVal CNAME As String, ByRef Len_CNAME As Integer) As Integer
' 4.8 取得醫事人員英文姓名 / The professional's English name
Public Declare Function hpcGetHPCENAME Lib "CsHis.dll" (ByVal ENAME As String, ByRef Len_ENAME As Integer) As Integer
' 4.8 取得醫事人員英文姓名 / The professional's English name
Public Declare Function hisGetHPCENAME Lib "CsHis.dll" (ByVal ENAME As String, ByRef Len_ENAME As Integer) As Integer
' 5.1 疾病診斷碼押碼 / Pack a diagnosis code
Public Declare Function hisGetICD10EnC Lib "CsHis.dll" (ByVal pIN As String, ByVal pOUT As String) As Integer
' 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
Public Declare Function hisGetICD10DeC Lib "CsHis.dll" (ByVal pIN As String, ByVal pOUT As String) As Integer
' 取得控制軟體版本（舊） / Version of the control software (old)
Public Declare Function csGetVersion Lib "CsHis.dll" () As Integer
' 讀取保險人資料 / The insurer's data
Public Declare Function hisGetInsurerData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 讀取最近一次退掛資料 / Last undone registration
Public Declare Function csGetLastUnTreatmentData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 資料下載 / Download a file
Public Declare Function csDownloadData Lib "CsHis.dll" (ByVal pSAMID As String, ByVal pHospID As String, ByVal pNumber As String, ByVal pSendDate As String, ByVal pRecvDate As String, ByVal pServerRandom As String, ByVal pDownloadFileName As String) As Integer
' 讀取安全模組的院所名稱 / The institution's name
Public Declare Function csGetHospName Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 讀取安全模組的院所簡稱 / The institution's abbreviated name
Public Declare Function csGetHospAbbName Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
Public Declare Function hpcVerifyHPCPINR Lib "CsHis.dll" () As Integer
' 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
Public Declare Function hpcGetAllData Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 取得醫事人員卡類別 / The professional card's kind
Public Declare Function hisGetHPCType Lib "CsHis.dll" () As Integer
' 取得登入用亂數 / A random for a log-in
Public Declare Function VPNGetRandom Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 登入與上傳服務的簽章 / Sign for a log-in or an upload service
Public Declare Function VPNH_Sign Lib "CsHis.dll" (ByVal pRandom As String, ByVal iCardType As Integer, ByVal iService As Integer, ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 驗證登入與上傳服務的簽章 / Verify such a signature
Public Declare Function VPNH_VerifySign Lib "CsHis.dll" (ByVal pRandom As String, ByVal iCardType As Integer, ByVal iService As Integer, ByVal pSign As String, ByVal iSignLen As Integer) As Integer
' 醫事憑證通用呼叫 / Calls of the professionals' certificates
Public Declare Function HCA_GNFuncCall Lib "CsHis.dll" (ByVal lFunction As Long, ByVal pIn As String, ByVal pOut As String, ByVal l4 As Long, ByVal l5 As Long, ByVal l6 As Long, ByVal l7 As Long, ByVal l8 As Long) As Integer
' 啟用醫事憑證 / Enable the professionals' certificates
Public Declare Function csEnableHCAAPI Lib "CsHis.dll" () As Integer
' 停用醫事憑證 / Disable the professionals' certificates
Public Declare Function csDisableHCAAPI Lib "CsHis.dll" () As Integer
' 讀取安全模組資料 / The security module's own data
Public Declare Function hisGetSam0 Lib "CsHis.dll" (ByVal pBuffer As String, ByRef iBufferLen As Integer) As Integer
' 下載健保卡程式 / Download the health card's applet
Public Declare Function csDownloadHCApplet Lib "CsHis.dll" () As Integer

' 回傳碼 / return codes
Public Const CSHIS_FAILED As Integer = -1 ' 失敗，或尚未實作 / failed, or not written yet
Public Const CSHIS_OK As Integer = 0 ' 成功 / success
Public Const CSHIS_E4000 As Integer = 4000 ' 讀卡機逾時 / reader time-out
Public Const CSHIS_E4012 As Integer = 4012 ' 未置入安全模組卡 / no security module card
Public Const CSHIS_E4013 As Integer = 4013 ' 未置入健保卡 / no health card
Public Const CSHIS_E4014 As Integer = 4014 ' 未置入醫事人員卡 / no professional card
Public Const CSHIS_E4029 As Integer = 4029 ' 卡片權限不足 / not allowed on this card
Public Const CSHIS_E4032 As Integer = 4032 ' 插入的不是安全模組卡 / not a security module card
Public Const CSHIS_E4033 As Integer = 4033 ' 置入的不是健保卡 / not a health card
Public Const CSHIS_E4034 As Integer = 4034 ' 置入的不是醫事人員卡 / not a professional card
Public Const CSHIS_E4042 As Integer = 4042 ' 醫事人員卡密碼尚未認證 / professional card's PIN not verified
Public Const CSHIS_E4050 As Integer = 4050 ' 安全模組尚未與資料中心認證 / security module not verified
Public Const CSHIS_E4051 As Integer = 4051 ' 安全模組與資料中心認證失敗 / security module refused by the data centre
Public Const CSHIS_E4061 As Integer = 4061 ' 網路不通 / no network
Public Const CSHIS_E4071 As Integer = 4071 ' 健保卡與資料中心認證失敗 / health card refused by the data centre
Public Const CSHIS_E5001 As Integer = 5001 ' 就醫可用次數不足 / no visits left on the card
Public Const CSHIS_E5002 As Integer = 5002 ' 卡片已註銷 / card cancelled
Public Const CSHIS_E5003 As Integer = 5003 ' 卡片已過有效期限 / card expired
Public Const CSHIS_E5004 As Integer = 5004 ' 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days
Public Const CSHIS_E5005 As Integer = 5005 ' 日期時間讀取失敗 / date and time could not be read
Public Const CSHIS_E5006 As Integer = 5006 ' 讀取安全模組的院所代碼失敗 / the security module's institution could not be read
Public Const CSHIS_E5007 As Integer = 5007 ' 寫入就醫資料登錄失敗 / the visit could not be written
Public Const CSHIS_E5008 As Integer = 5008 ' 安全模組簽章失敗 / the security module could not sign
Public Const CSHIS_E5009 As Integer = 5009 ' 無寫入就醫相關紀錄之權限 / no right to write this record
Public Const CSHIS_E5010 As Integer = 5010 ' 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error)
Public Const CSHIS_E5012 As Integer = 5012 ' 此人未在保 / not insured
Public Const CSHIS_E5015 As Integer = 5015 ' 門診處方箋讀取失敗 / outpatient prescriptions could not be read
Public Const CSHIS_E5016 As Integer = 5016 ' 長期處方箋讀取失敗 / long-term prescriptions could not be read
Public Const CSHIS_E5017 As Integer = 5017 ' 重要醫令讀取失敗 / important orders could not be read
Public Const CSHIS_E5018 As Integer = 5018 ' 過敏藥物讀取失敗 / allergies could not be read
Public Const CSHIS_E5020 As Integer = 5020 ' 資料與健保卡不是同一人 / another person than the card says
Public Const CSHIS_E5022 As Integer = 5022 ' 卡片裡找不到這筆就醫 / no such visit on the card
Public Const CSHIS_E5023 As Integer = 5023 ' 就醫資料登錄寫入失敗 / the visit could not be written
Public Const CSHIS_E5028 As Integer = 5028 ' 就醫費用寫入失敗 / the fees could not be written
Public Const CSHIS_E5033 As Integer = 5033 ' 門診處方箋寫入失敗 / the prescription could not be written
Public Const CSHIS_E5051 As Integer = 5051 ' 新生兒註記寫入失敗 / the newborn could not be written
Public Const CSHIS_E5052 As Integer = 5052 ' 新生兒依附資料不完整 / the newborn's data are not complete
Public Const CSHIS_E5056 As Integer = 5056 ' 讀取醫事人員身分證號失敗 / the professional's id could not be read
Public Const CSHIS_E5057 As Integer = 5057 ' 過敏藥物寫入失敗 / the allergy could not be written
Public Const CSHIS_E5061 As Integer = 5061 ' 器官捐贈註記寫入失敗 / the consent could not be written
Public Const CSHIS_E5062 As Integer = 5062 ' 放棄器官捐贈註記輸入 / entering the consent was given up
Public Const CSHIS_E5067 As Integer = 5067 ' 安全模組的院所代碼讀取失敗 / the security module's institution could not be read
Public Const CSHIS_E5068 As Integer = 5068 ' 預防保健資料寫入失敗 / the preventive service could not be written
Public Const CSHIS_E5071 As Integer = 5071 ' 緊急聯絡電話寫入失敗 / the telephone could not be written
Public Const CSHIS_E5078 As Integer = 5078 ' 產前檢查資料寫入失敗 / the antenatal examination could not be written
Public Const CSHIS_E5079 As Integer = 5079 ' 性別不符：卡片記載為男性 / the card says male
Public Const CSHIS_E5081 As Integer = 5081 ' 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel
Public Const CSHIS_E5082 As Integer = 5082 ' 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel
Public Const CSHIS_E5083 As Integer = 5083 ' 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC
Public Const CSHIS_E5084 As Integer = 5084 ' 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel
Public Const CSHIS_E5087 As Integer = 5087 ' 清除產前檢查資料失敗 / antenatal examinations could not be deleted
Public Const CSHIS_E5093 As Integer = 5093 ' 預防接種資料寫入失敗 / the vaccination could not be written
Public Const CSHIS_E5102 As Integer = 5102 ' 密碼不符或已鎖住 / wrong or locked PIN
Public Const CSHIS_E5105 As Integer = 5105 ' 原密碼尚未通過認證 / the present PIN was not verified
Public Const CSHIS_E5107 As Integer = 5107 ' 兩次新密碼不同 / the two new PINs differ
Public Const CSHIS_E5108 As Integer = 5108 ' 密碼變更失敗 / the PIN could not be changed
Public Const CSHIS_E5109 As Integer = 5109 ' 密碼輸入已取消 / PIN entry was cancelled
Public Const CSHIS_E5110 As Integer = 5110 ' 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN
Public Const CSHIS_E5111 As Integer = 5111 ' 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use
Public Const CSHIS_E5122 As Integer = 5122 ' 醫事人員卡仍未解開 / the professional card is still locked
Public Const CSHIS_E5130 As Integer = 5130 ' 更新健保卡內容失敗 / the card's contents could not be updated
Public Const CSHIS_E5141 As Integer = 5141 ' 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only
Public Const CSHIS_E5150 As Integer = 5150 ' 卡片中無此筆就醫 / no such visit on the card
Public Const CSHIS_E5151 As Integer = 5151 ' 就醫類別為數值才可退掛 / only numbered categories can be undone
Public Const CSHIS_E5152 As Integer = 5152 ' 醫療院所不同，不可退掛 / another institution's visit
Public Const CSHIS_E5153 As Integer = 5153 ' 已經退掛過 / already undone
Public Const CSHIS_E5154 As Integer = 5154 ' 超過可退掛的 24 小時 / more than 24 hours ago
Public Const CSHIS_E5160 As Integer = 5160 ' 就醫可用次數不合理 / the visits available do not fit
Public Const CSHIS_E5161 As Integer = 5161 ' 最近一次就醫年不合理 / the last number's year does not fit
Public Const CSHIS_E5162 As Integer = 5162 ' 最近一次就醫序號不合理 / the last number does not fit
Public Const CSHIS_E5163 As Integer = 5163 ' 住診費用總累計不合理 / total inpatient fees don't fit
Public Const CSHIS_E5164 As Integer = 5164 ' 門診費用總累計不合理 / total outpatient fees don't fit
Public Const CSHIS_E5165 As Integer = 5165 ' 就醫累計資料年不合理 / the cumulative data's year does not fit
Public Const CSHIS_E5166 As Integer = 5166 ' 就醫累計次數不合理 / the count of visits does not fit
Public Const CSHIS_E5167 As Integer = 5167 ' 門診部分負擔累計不合理 / outpatient copayments don't fit
Public Const CSHIS_E5168 As Integer = 5168 ' 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit
Public Const CSHIS_E5169 As Integer = 5169 ' 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit
Public Const CSHIS_E5170 As Integer = 5170 ' 門診＋住診部分負擔累計不合理 / all copayments don't fit
Public Const CSHIS_E5171 As Integer = 5171 ' 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit
Public Const CSHIS_E5172 As Integer = 5172 ' 門診醫療費用累計不合理 / outpatient fees don't fit
Public Const CSHIS_E5173 As Integer = 5173 ' 住診醫療費用累計不合理 / inpatient fees don't fit
Public Const CSHIS_E5174 As Integer = 5174 ' 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid)
Public Const CSHIS_E6005 As Integer = 6005 ' 安全模組的外部認證失敗 / the SAM did not accept the data centre
Public Const CSHIS_E6006 As Integer = 6006 ' 資料中心的外部認證失敗 / the data centre did not accept the SAM
Public Const CSHIS_E6007 As Integer = 6007 ' 安全模組的內部認證失敗 / the SAM's internal authentication failed
Public Const CSHIS_E6008 As Integer = 6008 ' 寫入讀卡機日期時間失敗 / the reader's clock could not be set
Public Const CSHIS_E6014 As Integer = 6014 ' 資料中心驗證簽章失敗 / the data centre refused the signature
Public Const CSHIS_E6015 As Integer = 6015 ' 檔案大小不合或傳輸失敗 / size differs or transfer failed
Public Const CSHIS_E6016 As Integer = 6016 ' 記憶體或磁碟空間不足 / out of memory or disk
Public Const CSHIS_E6017 As Integer = 6017 ' 找不到檔案或沒有權限 / file not found or not allowed
Public Const CSHIS_E6018 As Integer = 6018 ' 參數錯誤 / wrong parameter
Public Const CSHIS_E9013 As Integer = 9013 ' 無效的安全模組 / invalid security module
Public Const CSHIS_E9020 As Integer = 9020 ' 資料中心驗章錯誤 / the data centre found the signature wrong
Public Const CSHIS_E9081 As Integer = 9081 ' 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet
Public Const CSHIS_E9082 As Integer = 9082 ' 此卡已註銷，無法更新 / card cancelled: cannot be updated
Public Const CSHIS_E9083 As Integer = 9083 ' 不在保 / not insured
Public Const CSHIS_E9084 As Integer = 9084 ' 停保中 / insurance suspended
Public Const CSHIS_E9085 As Integer = 9085 ' 已退保 / insurance ended
Public Const CSHIS_E9086 As Integer = 9086 ' 個人欠費 / the person owes premiums
Public Const CSHIS_E9087 As Integer = 9087 ' 負責人欠費 / the responsible person owes premiums
Public Const CSHIS_E9088 As Integer = 9088 ' 投保單位欠費 / the insuring unit owes premiums
Public Const CSHIS_E9089 As Integer = 9089 ' 個人及單位均欠費 / person and unit owe premiums
Public Const CSHIS_E9090 As Integer = 9090 ' 欠費且未在保 / owes premiums and is not insured
Public Const CSHIS_E9100 As Integer = 9100 ' 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies
Public Const CSHIS_E9127 As Integer = 9127 ' 找不到對應編碼或參數不正確 / not in the packed range, or not valid
Public Const CSHIS_E9129 As Integer = 9129 ' 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution
Public Const CSHIS_E9130 As Integer = 9130 ' 醫事人員卡已註銷或停用 / professional card cancelled
Public Const CSHIS_E9140 As Integer = 9140 ' 醫事人員卡已逾有效期限 / professional card expired

' 緩衝區配置：_FROM 由 1 起算，群組內由該組起點起算 / layouts: _FROM counts from 1, within a group from its beginning
' 基本資料 / basic data (1.1)
Public Const BASIC_DATA_LENGTH As Integer = 72
Public Const BASIC_DATA_CARD_NO_FROM As Integer = 1
Public Const BASIC_DATA_CARD_NO_LENGTH As Integer = 12
Public Const BASIC_DATA_NAME_FROM As Integer = 13
Public Const BASIC_DATA_NAME_LENGTH As Integer = 20
Public Const BASIC_DATA_PERSON_ID_FROM As Integer = 33
Public Const BASIC_DATA_PERSON_ID_LENGTH As Integer = 10
Public Const BASIC_DATA_BIRTH_DATE_FROM As Integer = 43
Public Const BASIC_DATA_BIRTH_DATE_LENGTH As Integer = 7
Public Const BASIC_DATA_SEX_FROM As Integer = 50
Public Const BASIC_DATA_SEX_LENGTH As Integer = 1
Public Const BASIC_DATA_ISSUE_DATE_FROM As Integer = 51
Public Const BASIC_DATA_ISSUE_DATE_LENGTH As Integer = 7
Public Const BASIC_DATA_CANCEL_MARK_FROM As Integer = 58
Public Const BASIC_DATA_CANCEL_MARK_LENGTH As Integer = 1
Public Const BASIC_DATA_EMERGENCY_TEL_FROM As Integer = 59
Public Const BASIC_DATA_EMERGENCY_TEL_LENGTH As Integer = 14
' 診間基本資料 / basic data for the consulting room (1.2)
Public Const REGISTER_BASIC_LENGTH As Integer = 78
Public Const REGISTER_BASIC_CARD_NO_FROM As Integer = 1
Public Const REGISTER_BASIC_CARD_NO_LENGTH As Integer = 12
Public Const REGISTER_BASIC_NAME_FROM As Integer = 13
Public Const REGISTER_BASIC_NAME_LENGTH As Integer = 20
Public Const REGISTER_BASIC_PERSON_ID_FROM As Integer = 33
Public Const REGISTER_BASIC_PERSON_ID_LENGTH As Integer = 10
Public Const REGISTER_BASIC_BIRTH_DATE_FROM As Integer = 43
Public Const REGISTER_BASIC_BIRTH_DATE_LENGTH As Integer = 7
Public Const REGISTER_BASIC_SEX_FROM As Integer = 50
Public Const REGISTER_BASIC_SEX_LENGTH As Integer = 1
Public Const REGISTER_BASIC_ISSUE_DATE_FROM As Integer = 51
Public Const REGISTER_BASIC_ISSUE_DATE_LENGTH As Integer = 7
Public Const REGISTER_BASIC_CANCEL_MARK_FROM As Integer = 58
Public Const REGISTER_BASIC_CANCEL_MARK_LENGTH As Integer = 1
Public Const REGISTER_BASIC_INSURER_CODE_FROM As Integer = 59
Public Const REGISTER_BASIC_INSURER_CODE_LENGTH As Integer = 2
Public Const REGISTER_BASIC_INSURED_MARK_FROM As Integer = 61
Public Const REGISTER_BASIC_INSURED_MARK_LENGTH As Integer = 1
Public Const REGISTER_BASIC_VALID_UNTIL_FROM As Integer = 62
Public Const REGISTER_BASIC_VALID_UNTIL_LENGTH As Integer = 7
Public Const REGISTER_BASIC_AVAILABLE_FROM As Integer = 69
Public Const REGISTER_BASIC_AVAILABLE_LENGTH As Integer = 2
Public Const REGISTER_BASIC_NEWBORN_DATE_FROM As Integer = 71
Public Const REGISTER_BASIC_NEWBORN_DATE_LENGTH As Integer = 7
Public Const REGISTER_BASIC_NEWBORN_MARK_FROM As Integer = 78
Public Const REGISTER_BASIC_NEWBORN_MARK_LENGTH As Integer = 1
' 預防保健資料 / preventive services (1.3)
Public Const REGISTER_PREVENT_LENGTH As Integer = 126
Public Const REGISTER_PREVENT_ITEMS_FROM As Integer = 1
Public Const REGISTER_PREVENT_ITEMS_COUNT As Integer = 6
Public Const REGISTER_PREVENT_ITEMS_STEP As Integer = 21
Public Const REGISTER_PREVENT_ITEMS_SERVICE_ITEM_FROM As Integer = 1
Public Const REGISTER_PREVENT_ITEMS_SERVICE_ITEM_LENGTH As Integer = 2
Public Const REGISTER_PREVENT_ITEMS_CHECK_DATE_FROM As Integer = 3
Public Const REGISTER_PREVENT_ITEMS_CHECK_DATE_LENGTH As Integer = 7
Public Const REGISTER_PREVENT_ITEMS_HOSP_ID_FROM As Integer = 10
Public Const REGISTER_PREVENT_ITEMS_HOSP_ID_LENGTH As Integer = 10
Public Const REGISTER_PREVENT_ITEMS_CHECK_CODE_FROM As Integer = 20
Public Const REGISTER_PREVENT_ITEMS_CHECK_CODE_LENGTH As Integer = 2
' 孕婦產前檢查資料 / antenatal examinations (1.4)
Public Const REGISTER_PREGNANT_LENGTH As Integer = 209
Public Const REGISTER_PREGNANT_ITEMS_FROM As Integer = 1
Public Const REGISTER_PREGNANT_ITEMS_COUNT As Integer = 11
Public Const REGISTER_PREGNANT_ITEMS_STEP As Integer = 19
Public Const REGISTER_PREGNANT_ITEMS_CHECK_DATE_FROM As Integer = 1
Public Const REGISTER_PREGNANT_ITEMS_CHECK_DATE_LENGTH As Integer = 7
Public Const REGISTER_PREGNANT_ITEMS_HOSP_ID_FROM As Integer = 8
Public Const REGISTER_PREGNANT_ITEMS_HOSP_ID_LENGTH As Integer = 10
Public Const REGISTER_PREGNANT_ITEMS_CHECK_CODE_FROM As Integer = 18
Public Const REGISTER_PREGNANT_ITEMS_CHECK_CODE_LENGTH As Integer = 2
' 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
Public Const TREATMENT_NO_NEED_HPC_LENGTH As Integer = 498
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_FROM As Integer = 1
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_COUNT As Integer = 6
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_STEP As Integer = 14
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_FROM As Integer = 1
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH As Integer = 7
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_FROM As Integer = 8
Public Const TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH As Integer = 7
Public Const TREATMENT_NO_NEED_HPC_VISITS_FROM As Integer = 85
Public Const TREATMENT_NO_NEED_HPC_VISITS_COUNT As Integer = 6
Public Const TREATMENT_NO_NEED_HPC_VISITS_STEP As Integer = 69
Public Const TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_FROM As Integer = 1
Public Const TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_LENGTH As Integer = 2
Public Const TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_FROM As Integer = 3
Public Const TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_LENGTH As Integer = 1
Public Const TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_FROM As Integer = 4
Public Const TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_LENGTH As Integer = 13
Public Const TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_FROM As Integer = 17
Public Const TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_LENGTH As Integer = 1
Public Const TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_FROM As Integer = 18
Public Const TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_LENGTH As Integer = 4
Public Const TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_FROM As Integer = 22
Public Const TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_LENGTH As Integer = 10
Public Const TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_FROM As Integer = 32
Public Const TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_FROM As Integer = 40
Public Const TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_LENGTH As Integer = 8
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_FROM As Integer = 48
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_FROM As Integer = 56
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_LENGTH As Integer = 7
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_FROM As Integer = 63
Public Const TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_LENGTH As Integer = 7
' 就醫累計資料 / cumulative data (1.6)
Public Const CUMULATIVE_DATA_LENGTH As Integer = 134
Public Const CUMULATIVE_DATA_YEARS_FROM As Integer = 1
Public Const CUMULATIVE_DATA_YEARS_COUNT As Integer = 2
Public Const CUMULATIVE_DATA_YEARS_STEP As Integer = 67
Public Const CUMULATIVE_DATA_YEARS_YEAR_FROM As Integer = 1
Public Const CUMULATIVE_DATA_YEARS_YEAR_LENGTH As Integer = 3
Public Const CUMULATIVE_DATA_YEARS_VISITS_FROM As Integer = 4
Public Const CUMULATIVE_DATA_YEARS_VISITS_LENGTH As Integer = 4
Public Const CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_FROM As Integer = 8
Public Const CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_LENGTH As Integer = 10
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_FEE_FROM As Integer = 18
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_FEE_LENGTH As Integer = 10
Public Const CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_FROM As Integer = 28
Public Const CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_LENGTH As Integer = 8
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_FROM As Integer = 36
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_LENGTH As Integer = 8
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_FROM As Integer = 44
Public Const CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_LENGTH As Integer = 8
Public Const CUMULATIVE_DATA_YEARS_COPAY_FROM As Integer = 52
Public Const CUMULATIVE_DATA_YEARS_COPAY_LENGTH As Integer = 8
Public Const CUMULATIVE_DATA_YEARS_COPAY_SHORT_FROM As Integer = 60
Public Const CUMULATIVE_DATA_YEARS_COPAY_SHORT_LENGTH As Integer = 8
' 醫療費用總累計 / fees since the card was issued (1.7)
Public Const CUMULATIVE_FEE_LENGTH As Integer = 20
Public Const CUMULATIVE_FEE_OUTPATIENT_TOTAL_FROM As Integer = 1
Public Const CUMULATIVE_FEE_OUTPATIENT_TOTAL_LENGTH As Integer = 10
Public Const CUMULATIVE_FEE_INPATIENT_TOTAL_FROM As Integer = 11
Public Const CUMULATIVE_FEE_INPATIENT_TOTAL_LENGTH As Integer = 10
' 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
Public Const TREATMENT_NEED_HPC_LENGTH As Integer = 372
Public Const TREATMENT_NEED_HPC_ILLNESSES_FROM As Integer = 1
Public Const TREATMENT_NEED_HPC_ILLNESSES_COUNT As Integer = 6
Public Const TREATMENT_NEED_HPC_ILLNESSES_STEP As Integer = 19
Public Const TREATMENT_NEED_HPC_ILLNESSES_CODE_FROM As Integer = 1
Public Const TREATMENT_NEED_HPC_ILLNESSES_CODE_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_FROM As Integer = 6
Public Const TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_FROM As Integer = 13
Public Const TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_VISITS_FROM As Integer = 115
Public Const TREATMENT_NEED_HPC_VISITS_COUNT As Integer = 6
Public Const TREATMENT_NEED_HPC_VISITS_STEP As Integer = 43
Public Const TREATMENT_NEED_HPC_VISITS_VISIT_TIME_FROM As Integer = 1
Public Const TREATMENT_NEED_HPC_VISITS_VISIT_TIME_LENGTH As Integer = 13
Public Const TREATMENT_NEED_HPC_VISITS_MAIN_CODE_FROM As Integer = 14
Public Const TREATMENT_NEED_HPC_VISITS_MAIN_CODE_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE1_FROM As Integer = 19
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE1_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE2_FROM As Integer = 24
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE2_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE3_FROM As Integer = 29
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE3_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE4_FROM As Integer = 34
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE4_LENGTH As Integer = 5
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE5_FROM As Integer = 39
Public Const TREATMENT_NEED_HPC_VISITS_SUB_CODE5_LENGTH As Integer = 5
' 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
Public Const TREATMENT_NEED_HPC_ICD10_LENGTH As Integer = 540
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_FROM As Integer = 1
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_COUNT As Integer = 6
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_STEP As Integer = 23
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_FROM As Integer = 2
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_FROM As Integer = 10
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_FROM As Integer = 17
Public Const TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_FROM As Integer = 139
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_COUNT As Integer = 6
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_STEP As Integer = 67
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_FROM As Integer = 1
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_LENGTH As Integer = 13
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_FROM As Integer = 15
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_FROM As Integer = 24
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_FROM As Integer = 33
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_FROM As Integer = 42
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_FROM As Integer = 51
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_LENGTH As Integer = 7
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_FROM As Integer = 60
Public Const TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_LENGTH As Integer = 7
' 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
Public Const VISIT_GRANT128_LENGTH As Integer = 167
Public Const VISIT_GRANT128_VISIT_TIME_FROM As Integer = 1
Public Const VISIT_GRANT128_VISIT_TIME_LENGTH As Integer = 13
Public Const VISIT_GRANT128_SEQ_NUMBER_FROM As Integer = 14
Public Const VISIT_GRANT128_SEQ_NUMBER_LENGTH As Integer = 4
Public Const VISIT_GRANT128_HOSP_ID_FROM As Integer = 18
Public Const VISIT_GRANT128_HOSP_ID_LENGTH As Integer = 10
Public Const VISIT_GRANT128_SIGNATURE_FROM As Integer = 28
Public Const VISIT_GRANT128_SIGNATURE_LENGTH As Integer = 128
Public Const VISIT_GRANT128_SAM_ID_FROM As Integer = 156
Public Const VISIT_GRANT128_SAM_ID_LENGTH As Integer = 12
' 門診處方箋 / outpatient prescriptions (1.10, 1.41)
Public Const PRESCRIPTIONS_LENGTH As Integer = 3660
Public Const PRESCRIPTIONS_ITEMS_FROM As Integer = 1
Public Const PRESCRIPTIONS_ITEMS_COUNT As Integer = 60
Public Const PRESCRIPTIONS_ITEMS_STEP As Integer = 61
Public Const PRESCRIPTIONS_ITEMS_VISIT_TIME_FROM As Integer = 1
Public Const PRESCRIPTIONS_ITEMS_VISIT_TIME_LENGTH As Integer = 13
Public Const PRESCRIPTIONS_ITEMS_ORDER_TYPE_FROM As Integer = 14
Public Const PRESCRIPTIONS_ITEMS_ORDER_TYPE_LENGTH As Integer = 1
Public Const PRESCRIPTIONS_ITEMS_ORDER_CODE_FROM As Integer = 15
Public Const PRESCRIPTIONS_ITEMS_ORDER_CODE_LENGTH As Integer = 12
Public Const PRESCRIPTIONS_ITEMS_POSITION_FROM As Integer = 27
Public Const PRESCRIPTIONS_ITEMS_POSITION_LENGTH As Integer = 6
Public Const PRESCRIPTIONS_ITEMS_USAGE_FROM As Integer = 33
Public Const PRESCRIPTIONS_ITEMS_USAGE_LENGTH As Integer = 18
Public Const PRESCRIPTIONS_ITEMS_DAYS_FROM As Integer = 51
Public Const PRESCRIPTIONS_ITEMS_DAYS_LENGTH As Integer = 2
Public Const PRESCRIPTIONS_ITEMS_QUANTITY_FROM As Integer = 53
Public Const PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH As Integer = 7
Public Const PRESCRIPTIONS_ITEMS_DELIVERY_FROM As Integer = 60
Public Const PRESCRIPTIONS_ITEMS_DELIVERY_LENGTH As Integer = 2
' 長期處方箋 / long-term prescriptions (1.10, 1.42)
Public Const LONG_TERM_PRESCRIPTIONS_LENGTH As Integer = 1320
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_FROM As Integer = 1
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_COUNT As Integer = 30
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_STEP As Integer = 44
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_FROM As Integer = 1
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_LENGTH As Integer = 7
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_FROM As Integer = 8
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_LENGTH As Integer = 10
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_FROM As Integer = 18
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_LENGTH As Integer = 18
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_FROM As Integer = 36
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_LENGTH As Integer = 2
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_FROM As Integer = 38
Public Const LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH As Integer = 7
' 重要醫令項目 / important orders (1.10, 1.43)
Public Const IMPORTANT_ORDERS_LENGTH As Integer = 360
Public Const IMPORTANT_ORDERS_ITEMS_FROM As Integer = 1
Public Const IMPORTANT_ORDERS_ITEMS_COUNT As Integer = 10
Public Const IMPORTANT_ORDERS_ITEMS_STEP As Integer = 36
Public Const IMPORTANT_ORDERS_ITEMS_DONE_DATE_FROM As Integer = 1
Public Const IMPORTANT_ORDERS_ITEMS_DONE_DATE_LENGTH As Integer = 7
Public Const IMPORTANT_ORDERS_ITEMS_HOSP_ID_FROM As Integer = 8
Public Const IMPORTANT_ORDERS_ITEMS_HOSP_ID_LENGTH As Integer = 10
Public Const IMPORTANT_ORDERS_ITEMS_ORDER_CODE_FROM As Integer = 18
Public Const IMPORTANT_ORDERS_ITEMS_ORDER_CODE_LENGTH As Integer = 6
Public Const IMPORTANT_ORDERS_ITEMS_POSITION_FROM As Integer = 24
Public Const IMPORTANT_ORDERS_ITEMS_POSITION_LENGTH As Integer = 6
Public Const IMPORTANT_ORDERS_ITEMS_QUANTITY_FROM As Integer = 30
Public Const IMPORTANT_ORDERS_ITEMS_QUANTITY_LENGTH As Integer = 7
' 過敏藥物 / allergies (1.10, 1.20, 1.44)
Public Const ALLERGIES_LENGTH As Integer = 120
Public Const ALLERGIES_ITEMS_FROM As Integer = 1
Public Const ALLERGIES_ITEMS_COUNT As Integer = 3
Public Const ALLERGIES_ITEMS_STEP As Integer = 40
Public Const ALLERGIES_ITEMS_DRUG_NAME_FROM As Integer = 1
Public Const ALLERGIES_ITEMS_DRUG_NAME_LENGTH As Integer = 40
' 預防接種資料 / vaccinations (1.11)
Public Const INOCULATE_DATA_LENGTH As Integer = 1400
Public Const INOCULATE_DATA_ITEMS_FROM As Integer = 1
Public Const INOCULATE_DATA_ITEMS_COUNT As Integer = 40
Public Const INOCULATE_DATA_ITEMS_STEP As Integer = 35
Public Const INOCULATE_DATA_ITEMS_VACCINE_FROM As Integer = 1
Public Const INOCULATE_DATA_ITEMS_VACCINE_LENGTH As Integer = 6
Public Const INOCULATE_DATA_ITEMS_DATE_FROM As Integer = 7
Public Const INOCULATE_DATA_ITEMS_DATE_LENGTH As Integer = 7
Public Const INOCULATE_DATA_ITEMS_HOSP_ID_FROM As Integer = 14
Public Const INOCULATE_DATA_ITEMS_HOSP_ID_LENGTH As Integer = 10
Public Const INOCULATE_DATA_ITEMS_BATCH_FROM As Integer = 24
Public Const INOCULATE_DATA_ITEMS_BATCH_LENGTH As Integer = 12
' 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
Public Const ORGAN_DONATE_LENGTH As Integer = 1
Public Const ORGAN_DONATE_ORGAN_DONATE_FROM As Integer = 1
Public Const ORGAN_DONATE_ORGAN_DONATE_LENGTH As Integer = 1
' 緊急聯絡電話 / emergency telephone (1.13)
Public Const EMERGENT_TEL_LENGTH As Integer = 14
Public Const EMERGENT_TEL_EMERGENCY_TEL_FROM As Integer = 1
Public Const EMERGENT_TEL_EMERGENCY_TEL_LENGTH As Integer = 14
' 最近一次就醫序號 / last visit number (1.14)
Public Const LAST_SEQ_NUM_LENGTH As Integer = 7
Public Const LAST_SEQ_NUM_LAST_SEQ_NUMBER_FROM As Integer = 1
Public Const LAST_SEQ_NUM_LAST_SEQ_NUMBER_LENGTH As Integer = 7
' 就醫診療資料 / diagnoses of a visit (1.16)
Public Const TREATMENT_CODE_LENGTH As Integer = 31
Public Const TREATMENT_CODE_AFTER_CHECK_FROM As Integer = 1
Public Const TREATMENT_CODE_AFTER_CHECK_LENGTH As Integer = 1
Public Const TREATMENT_CODE_MAIN_CODE_FROM As Integer = 2
Public Const TREATMENT_CODE_MAIN_CODE_LENGTH As Integer = 5
Public Const TREATMENT_CODE_SUB_CODE1_FROM As Integer = 7
Public Const TREATMENT_CODE_SUB_CODE1_LENGTH As Integer = 5
Public Const TREATMENT_CODE_SUB_CODE2_FROM As Integer = 12
Public Const TREATMENT_CODE_SUB_CODE2_LENGTH As Integer = 5
Public Const TREATMENT_CODE_SUB_CODE3_FROM As Integer = 17
Public Const TREATMENT_CODE_SUB_CODE3_LENGTH As Integer = 5
Public Const TREATMENT_CODE_SUB_CODE4_FROM As Integer = 22
Public Const TREATMENT_CODE_SUB_CODE4_LENGTH As Integer = 5
Public Const TREATMENT_CODE_SUB_CODE5_FROM As Integer = 27
Public Const TREATMENT_CODE_SUB_CODE5_LENGTH As Integer = 5
' 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
Public Const TREATMENT_CODE_ICD10_LENGTH As Integer = 55
Public Const TREATMENT_CODE_ICD10_AFTER_CHECK_FROM As Integer = 1
Public Const TREATMENT_CODE_ICD10_AFTER_CHECK_LENGTH As Integer = 1
Public Const TREATMENT_CODE_ICD10_MAIN_CODE_FROM As Integer = 3
Public Const TREATMENT_CODE_ICD10_MAIN_CODE_LENGTH As Integer = 7
Public Const TREATMENT_CODE_ICD10_SUB_CODE1_FROM As Integer = 12
Public Const TREATMENT_CODE_ICD10_SUB_CODE1_LENGTH As Integer = 7
Public Const TREATMENT_CODE_ICD10_SUB_CODE2_FROM As Integer = 21
Public Const TREATMENT_CODE_ICD10_SUB_CODE2_LENGTH As Integer = 7
Public Const TREATMENT_CODE_ICD10_SUB_CODE3_FROM As Integer = 30
Public Const TREATMENT_CODE_ICD10_SUB_CODE3_LENGTH As Integer = 7
Public Const TREATMENT_CODE_ICD10_SUB_CODE4_FROM As Integer = 39
Public Const TREATMENT_CODE_ICD10_SUB_CODE4_LENGTH As Integer = 7
Public Const TREATMENT_CODE_ICD10_SUB_CODE5_FROM As Integer = 48
Public Const TREATMENT_CODE_ICD10_SUB_CODE5_LENGTH As Integer = 7
' 就醫費用資料 / fees of a visit (1.17)
Public Const TREATMENT_FEE_LENGTH As Integer = 38
Public Const TREATMENT_FEE_OUTPATIENT_FEE_FROM As Integer = 1
Public Const TREATMENT_FEE_OUTPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_FEE_OUTPATIENT_COPAY_FROM As Integer = 9
Public Const TREATMENT_FEE_OUTPATIENT_COPAY_LENGTH As Integer = 8
Public Const TREATMENT_FEE_INPATIENT_FEE_FROM As Integer = 17
Public Const TREATMENT_FEE_INPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_FEE_INPATIENT_COPAY_SHORT_FROM As Integer = 25
Public Const TREATMENT_FEE_INPATIENT_COPAY_SHORT_LENGTH As Integer = 7
Public Const TREATMENT_FEE_INPATIENT_COPAY_LONG_FROM As Integer = 32
Public Const TREATMENT_FEE_INPATIENT_COPAY_LONG_LENGTH As Integer = 7
' 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
Public Const PRESCRIPTION_ITEM_LENGTH As Integer = 61
Public Const PRESCRIPTION_ITEM_VISIT_TIME_FROM As Integer = 1
Public Const PRESCRIPTION_ITEM_VISIT_TIME_LENGTH As Integer = 13
Public Const PRESCRIPTION_ITEM_ORDER_TYPE_FROM As Integer = 14
Public Const PRESCRIPTION_ITEM_ORDER_TYPE_LENGTH As Integer = 1
Public Const PRESCRIPTION_ITEM_ORDER_CODE_FROM As Integer = 15
Public Const PRESCRIPTION_ITEM_ORDER_CODE_LENGTH As Integer = 12
Public Const PRESCRIPTION_ITEM_POSITION_FROM As Integer = 27
Public Const PRESCRIPTION_ITEM_POSITION_LENGTH As Integer = 6
Public Const PRESCRIPTION_ITEM_USAGE_FROM As Integer = 33
Public Const PRESCRIPTION_ITEM_USAGE_LENGTH As Integer = 18
Public Const PRESCRIPTION_ITEM_DAYS_FROM As Integer = 51
Public Const PRESCRIPTION_ITEM_DAYS_LENGTH As Integer = 2
Public Const PRESCRIPTION_ITEM_QUANTITY_FROM As Integer = 53
Public Const PRESCRIPTION_ITEM_QUANTITY_LENGTH As Integer = 7
Public Const PRESCRIPTION_ITEM_DELIVERY_FROM As Integer = 60
Public Const PRESCRIPTION_ITEM_DELIVERY_LENGTH As Integer = 2
' 重大傷病註記 / catastrophic illness (1.33, 1.50)
Public Const CRITICAL_ILLNESS_LENGTH As Integer = 114
Public Const CRITICAL_ILLNESS_ILLNESSES_FROM As Integer = 1
Public Const CRITICAL_ILLNESS_ILLNESSES_COUNT As Integer = 6
Public Const CRITICAL_ILLNESS_ILLNESSES_STEP As Integer = 19
Public Const CRITICAL_ILLNESS_ILLNESSES_CODE_FROM As Integer = 1
Public Const CRITICAL_ILLNESS_ILLNESSES_CODE_LENGTH As Integer = 5
Public Const CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_FROM As Integer = 6
Public Const CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_LENGTH As Integer = 7
Public Const CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_FROM As Integer = 13
Public Const CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_LENGTH As Integer = 7
' 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
Public Const CRITICAL_ILLNESS_ICD10_LENGTH As Integer = 138
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_FROM As Integer = 1
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_COUNT As Integer = 6
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_STEP As Integer = 23
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_FROM As Integer = 2
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_LENGTH As Integer = 7
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_FROM As Integer = 10
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_LENGTH As Integer = 7
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_FROM As Integer = 17
Public Const CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_LENGTH As Integer = 7
' 讀卡機日期時間 / date and time (1.34)
Public Const DATE_TIME_LENGTH As Integer = 13
Public Const DATE_TIME_YEAR_FROM As Integer = 1
Public Const DATE_TIME_YEAR_LENGTH As Integer = 3
Public Const DATE_TIME_MONTH_FROM As Integer = 4
Public Const DATE_TIME_MONTH_LENGTH As Integer = 2
Public Const DATE_TIME_DAY_FROM As Integer = 6
Public Const DATE_TIME_DAY_LENGTH As Integer = 2
Public Const DATE_TIME_HOUR_FROM As Integer = 8
Public Const DATE_TIME_HOUR_LENGTH As Integer = 2
Public Const DATE_TIME_MINUTE_FROM As Integer = 10
Public Const DATE_TIME_MINUTE_LENGTH As Integer = 2
Public Const DATE_TIME_SECOND_FROM As Integer = 12
Public Const DATE_TIME_SECOND_LENGTH As Integer = 2
' 卡片號碼 / card number (1.35)
Public Const CARD_NUMBER_LENGTH As Integer = 12
Public Const CARD_NUMBER_CARD_NO_FROM As Integer = 1
Public Const CARD_NUMBER_CARD_NO_LENGTH As Integer = 12
' 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
Public Const VISIT_GRANT256_LENGTH As Integer = 296
Public Const VISIT_GRANT256_VISIT_TIME_FROM As Integer = 1
Public Const VISIT_GRANT256_VISIT_TIME_LENGTH As Integer = 13
Public Const VISIT_GRANT256_SEQ_NUMBER_FROM As Integer = 14
Public Const VISIT_GRANT256_SEQ_NUMBER_LENGTH As Integer = 4
Public Const VISIT_GRANT256_HOSP_ID_FROM As Integer = 18
Public Const VISIT_GRANT256_HOSP_ID_LENGTH As Integer = 10
Public Const VISIT_GRANT256_SIGNATURE_FROM As Integer = 28
Public Const VISIT_GRANT256_SIGNATURE_LENGTH As Integer = 256
Public Const VISIT_GRANT256_SAM_ID_FROM As Integer = 284
Public Const VISIT_GRANT256_SAM_ID_LENGTH As Integer = 12
Public Const VISIT_GRANT256_SAME_DAY_FROM As Integer = 296
Public Const VISIT_GRANT256_SAME_DAY_LENGTH As Integer = 1
' 有效期限與可用次數 / validity and visits available (1.38)
Public Const REGISTER_BASIC2_LENGTH As Integer = 9
Public Const REGISTER_BASIC2_VALID_UNTIL_FROM As Integer = 1
Public Const REGISTER_BASIC2_VALID_UNTIL_LENGTH As Integer = 7
Public Const REGISTER_BASIC2_AVAILABLE_FROM As Integer = 8
Public Const REGISTER_BASIC2_AVAILABLE_LENGTH As Integer = 2
' 一組過敏藥物 / one allergy (1.46)
Public Const ALLERGY_ITEM_LENGTH As Integer = 40
Public Const ALLERGY_ITEM_DRUG_NAME_FROM As Integer = 1
Public Const ALLERGY_ITEM_DRUG_NAME_LENGTH As Integer = 40
' 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
Public Const TREATMENT_DATA_LENGTH As Integer = 69
Public Const TREATMENT_DATA_AFTER_CHECK_FROM As Integer = 1
Public Const TREATMENT_DATA_AFTER_CHECK_LENGTH As Integer = 1
Public Const TREATMENT_DATA_MAIN_CODE_FROM As Integer = 2
Public Const TREATMENT_DATA_MAIN_CODE_LENGTH As Integer = 5
Public Const TREATMENT_DATA_SUB_CODE1_FROM As Integer = 7
Public Const TREATMENT_DATA_SUB_CODE1_LENGTH As Integer = 5
Public Const TREATMENT_DATA_SUB_CODE2_FROM As Integer = 12
Public Const TREATMENT_DATA_SUB_CODE2_LENGTH As Integer = 5
Public Const TREATMENT_DATA_SUB_CODE3_FROM As Integer = 17
Public Const TREATMENT_DATA_SUB_CODE3_LENGTH As Integer = 5
Public Const TREATMENT_DATA_SUB_CODE4_FROM As Integer = 22
Public Const TREATMENT_DATA_SUB_CODE4_LENGTH As Integer = 5
Public Const TREATMENT_DATA_SUB_CODE5_FROM As Integer = 27
Public Const TREATMENT_DATA_SUB_CODE5_LENGTH As Integer = 5
Public Const TREATMENT_DATA_OUTPATIENT_FEE_FROM As Integer = 32
Public Const TREATMENT_DATA_OUTPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_DATA_OUTPATIENT_COPAY_FROM As Integer = 40
Public Const TREATMENT_DATA_OUTPATIENT_COPAY_LENGTH As Integer = 8
Public Const TREATMENT_DATA_INPATIENT_FEE_FROM As Integer = 48
Public Const TREATMENT_DATA_INPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_DATA_INPATIENT_COPAY_SHORT_FROM As Integer = 56
Public Const TREATMENT_DATA_INPATIENT_COPAY_SHORT_LENGTH As Integer = 7
Public Const TREATMENT_DATA_INPATIENT_COPAY_LONG_FROM As Integer = 63
Public Const TREATMENT_DATA_INPATIENT_COPAY_LONG_LENGTH As Integer = 7
' 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
Public Const TREATMENT_DATA_ICD10_LENGTH As Integer = 93
Public Const TREATMENT_DATA_ICD10_AFTER_CHECK_FROM As Integer = 1
Public Const TREATMENT_DATA_ICD10_AFTER_CHECK_LENGTH As Integer = 1
Public Const TREATMENT_DATA_ICD10_MAIN_CODE_FROM As Integer = 3
Public Const TREATMENT_DATA_ICD10_MAIN_CODE_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_SUB_CODE1_FROM As Integer = 12
Public Const TREATMENT_DATA_ICD10_SUB_CODE1_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_SUB_CODE2_FROM As Integer = 21
Public Const TREATMENT_DATA_ICD10_SUB_CODE2_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_SUB_CODE3_FROM As Integer = 30
Public Const TREATMENT_DATA_ICD10_SUB_CODE3_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_SUB_CODE4_FROM As Integer = 39
Public Const TREATMENT_DATA_ICD10_SUB_CODE4_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_SUB_CODE5_FROM As Integer = 48
Public Const TREATMENT_DATA_ICD10_SUB_CODE5_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_OUTPATIENT_FEE_FROM As Integer = 56
Public Const TREATMENT_DATA_ICD10_OUTPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_FROM As Integer = 64
Public Const TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_LENGTH As Integer = 8
Public Const TREATMENT_DATA_ICD10_INPATIENT_FEE_FROM As Integer = 72
Public Const TREATMENT_DATA_ICD10_INPATIENT_FEE_LENGTH As Integer = 8
Public Const TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_FROM As Integer = 80
Public Const TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_LENGTH As Integer = 7
Public Const TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_FROM As Integer = 87
Public Const TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_LENGTH As Integer = 7
' 處方簽章 / item's signature (1.48)
Public Const PRESCRIPTION_SIGNATURE_LENGTH As Integer = 40
Public Const PRESCRIPTION_SIGNATURE_SIGNATURE_FROM As Integer = 1
Public Const PRESCRIPTION_SIGNATURE_SIGNATURE_LENGTH As Integer = 40
' 各組處方簽章 / items' signatures (1.49)
Public Const PRESCRIPTION_SIGNATURES_LENGTH As Integer = 2400
Public Const PRESCRIPTION_SIGNATURES_ITEMS_FROM As Integer = 1
Public Const PRESCRIPTION_SIGNATURES_ITEMS_COUNT As Integer = 60
Public Const PRESCRIPTION_SIGNATURES_ITEMS_STEP As Integer = 40
Public Const PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_FROM As Integer = 1
Public Const PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_LENGTH As Integer = 40
' 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
Public Const VISIT_GRANT_LENGTH As Integer = 316
Public Const VISIT_GRANT_VISIT_TIME_FROM As Integer = 1
Public Const VISIT_GRANT_VISIT_TIME_LENGTH As Integer = 13
Public Const VISIT_GRANT_SEQ_NUMBER_FROM As Integer = 14
Public Const VISIT_GRANT_SEQ_NUMBER_LENGTH As Integer = 4
Public Const VISIT_GRANT_HOSP_ID_FROM As Integer = 18
Public Const VISIT_GRANT_HOSP_ID_LENGTH As Integer = 10
Public Const VISIT_GRANT_SIGNATURE_FROM As Integer = 28
Public Const VISIT_GRANT_SIGNATURE_LENGTH As Integer = 256
Public Const VISIT_GRANT_SAM_ID_FROM As Integer = 284
Public Const VISIT_GRANT_SAM_ID_LENGTH As Integer = 12
Public Const VISIT_GRANT_SAME_DAY_FROM As Integer = 296
Public Const VISIT_GRANT_SAME_DAY_LENGTH As Integer = 1
Public Const VISIT_GRANT_TREAT_NUM_FROM As Integer = 297
Public Const VISIT_GRANT_TREAT_NUM_LENGTH As Integer = 20
' 無卡就醫識別碼 / treatment identifier without a card (1.54)
Public Const TREAT_NUM_NO_CARD_LENGTH As Integer = 43
Public Const TREAT_NUM_NO_CARD_VISIT_TIME_FROM As Integer = 1
Public Const TREAT_NUM_NO_CARD_VISIT_TIME_LENGTH As Integer = 13
Public Const TREAT_NUM_NO_CARD_HOSP_ID_FROM As Integer = 14
Public Const TREAT_NUM_NO_CARD_HOSP_ID_LENGTH As Integer = 10
Public Const TREAT_NUM_NO_CARD_TREAT_NUM_FROM As Integer = 24
Public Const TREAT_NUM_NO_CARD_TREAT_NUM_LENGTH As Integer = 20
' 就醫識別碼 / treatment identifier (1.56)
Public Const TREAT_NUM_CARD_LENGTH As Integer = 20
Public Const TREAT_NUM_CARD_TREAT_NUM_FROM As Integer = 1
Public Const TREAT_NUM_CARD_TREAT_NUM_LENGTH As Integer = 20
' 醫療院所代碼 / institution code (2.2)
Public Const HOSPITAL_LENGTH As Integer = 10
Public Const HOSPITAL_HOSP_ID_FROM As Integer = 1
Public Const HOSPITAL_HOSP_ID_LENGTH As Integer = 10
' 上傳收據 / receipt of an upload (3.1, 3.2)
Public Const UPLOAD_RECEIPT_LENGTH As Integer = 50
Public Const UPLOAD_RECEIPT_SAM_ID_FROM As Integer = 1
Public Const UPLOAD_RECEIPT_SAM_ID_LENGTH As Integer = 12
Public Const UPLOAD_RECEIPT_HOSP_ID_FROM As Integer = 13
Public Const UPLOAD_RECEIPT_HOSP_ID_LENGTH As Integer = 10
Public Const UPLOAD_RECEIPT_SENT_AT_FROM As Integer = 23
Public Const UPLOAD_RECEIPT_SENT_AT_LENGTH As Integer = 14
Public Const UPLOAD_RECEIPT_RECEIVED_AT_FROM As Integer = 37
Public Const UPLOAD_RECEIPT_RECEIVED_AT_LENGTH As Integer = 14
' 醫事人員卡序號 / professional card's number (4.5)
Public Const HPC_NUMBER_LENGTH As Integer = 12
Public Const HPC_NUMBER_CARD_NO_FROM As Integer = 1
Public Const HPC_NUMBER_CARD_NO_LENGTH As Integer = 12
' 醫事人員身分證字號 / professional's id number (4.6)
Public Const HPC_ID_LENGTH As Integer = 10
Public Const HPC_ID_PERSON_ID_FROM As Integer = 1
Public Const HPC_ID_PERSON_ID_LENGTH As Integer = 10
' 醫事人員中文姓名 / professional's Chinese name (4.7)
Public Const HPC_CHINESE_NAME_LENGTH As Integer = 20
Public Const HPC_CHINESE_NAME_NAME_FROM As Integer = 1
Public Const HPC_CHINESE_NAME_NAME_LENGTH As Integer = 20
' 醫事人員英文姓名 / professional's English name (4.8)
Public Const HPC_ENGLISH_NAME_LENGTH As Integer = 40
Public Const HPC_ENGLISH_NAME_NAME_FROM As Integer = 1
Public Const HPC_ENGLISH_NAME_NAME_LENGTH As Integer = 40
' 保險人資料 / the insurer's data (hisGetInsurerData)
Public Const INSURER_DATA_LENGTH As Integer = 20
Public Const INSURER_DATA_INSURER_CODE_FROM As Integer = 1
Public Const INSURER_DATA_INSURER_CODE_LENGTH As Integer = 2
Public Const INSURER_DATA_INSURED_MARK_FROM As Integer = 3
Public Const INSURER_DATA_INSURED_MARK_LENGTH As Integer = 1
Public Const INSURER_DATA_VALID_UNTIL_FROM As Integer = 4
Public Const INSURER_DATA_VALID_UNTIL_LENGTH As Integer = 7
Public Const INSURER_DATA_AVAILABLE_FROM As Integer = 11
Public Const INSURER_DATA_AVAILABLE_LENGTH As Integer = 2
Public Const INSURER_DATA_NEWBORN_DATE_FROM As Integer = 13
Public Const INSURER_DATA_NEWBORN_DATE_LENGTH As Integer = 7
Public Const INSURER_DATA_NEWBORN_MARK_FROM As Integer = 20
Public Const INSURER_DATA_NEWBORN_MARK_LENGTH As Integer = 1
' 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
Public Const UNDONE_VISIT_LENGTH As Integer = 31
Public Const UNDONE_VISIT_TREAT_ITEM_FROM As Integer = 1
Public Const UNDONE_VISIT_TREAT_ITEM_LENGTH As Integer = 2
Public Const UNDONE_VISIT_BABY_TREAT_FROM As Integer = 3
Public Const UNDONE_VISIT_BABY_TREAT_LENGTH As Integer = 1
Public Const UNDONE_VISIT_VISIT_TIME_FROM As Integer = 4
Public Const UNDONE_VISIT_VISIT_TIME_LENGTH As Integer = 13
Public Const UNDONE_VISIT_AFTER_CHECK_FROM As Integer = 17
Public Const UNDONE_VISIT_AFTER_CHECK_LENGTH As Integer = 1
Public Const UNDONE_VISIT_SEQ_NUMBER_FROM As Integer = 18
Public Const UNDONE_VISIT_SEQ_NUMBER_LENGTH As Integer = 4
Public Const UNDONE_VISIT_HOSP_ID_FROM As Integer = 22
Public Const UNDONE_VISIT_HOSP_ID_LENGTH As Integer = 10
' 醫療院所名稱 / institution's name (csGetHospName)
Public Const HOSPITAL_NAME_LENGTH As Integer = 60
Public Const HOSPITAL_NAME_HOSP_NAME_FROM As Integer = 1
Public Const HOSPITAL_NAME_HOSP_NAME_LENGTH As Integer = 60
' 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
Public Const HOSPITAL_ABB_NAME_LENGTH As Integer = 20
Public Const HOSPITAL_ABB_NAME_HOSP_ABB_NAME_FROM As Integer = 1
Public Const HOSPITAL_ABB_NAME_HOSP_ABB_NAME_LENGTH As Integer = 20
' 醫事人員卡資料 / professional card's data (hpcGetAllData)
Public Const HPC_ALL_DATA_LENGTH As Integer = 82
Public Const HPC_ALL_DATA_CARD_NO_FROM As Integer = 1
Public Const HPC_ALL_DATA_CARD_NO_LENGTH As Integer = 12
Public Const HPC_ALL_DATA_PERSON_ID_FROM As Integer = 13
Public Const HPC_ALL_DATA_PERSON_ID_LENGTH As Integer = 10
Public Const HPC_ALL_DATA_NAME_FROM As Integer = 23
Public Const HPC_ALL_DATA_NAME_LENGTH As Integer = 20
Public Const HPC_ALL_DATA_ENGLISH_NAME_FROM As Integer = 43
Public Const HPC_ALL_DATA_ENGLISH_NAME_LENGTH As Integer = 40
' 登入用亂數 / random for a log-in (VPNGetRandom)
Public Const VPN_RANDOM_LENGTH As Integer = 16
Public Const VPN_RANDOM_RANDOM_FROM As Integer = 1
Public Const VPN_RANDOM_RANDOM_LENGTH As Integer = 16
' 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
Public Const VPN_SIGNATURE_LENGTH As Integer = 315
Public Const VPN_SIGNATURE_SIGNED_AT_FROM As Integer = 1
Public Const VPN_SIGNATURE_SIGNED_AT_LENGTH As Integer = 13
Public Const VPN_SIGNATURE_SAM_ID_FROM As Integer = 14
Public Const VPN_SIGNATURE_SAM_ID_LENGTH As Integer = 12
Public Const VPN_SIGNATURE_HOSP_ID_FROM As Integer = 26
Public Const VPN_SIGNATURE_HOSP_ID_LENGTH As Integer = 10
Public Const VPN_SIGNATURE_HC_CARD_NO_FROM As Integer = 36
Public Const VPN_SIGNATURE_HC_CARD_NO_LENGTH As Integer = 12
Public Const VPN_SIGNATURE_HPC_CARD_NO_FROM As Integer = 48
Public Const VPN_SIGNATURE_HPC_CARD_NO_LENGTH As Integer = 12
Public Const VPN_SIGNATURE_SIGNATURE_FROM As Integer = 60
Public Const VPN_SIGNATURE_SIGNATURE_LENGTH As Integer = 256

' 取一個欄位：位置與長度是 Big5 位元組 / one field: place and length are bytes of Big5
Public Function CsHisField(ByVal buffer As String, ByVal first As Integer, ByVal length As Integer) As String
    CsHisField = RTrim$(StrConv(MidB$(StrConv(buffer, vbFromUnicode), first, length), vbUnicode))
End Function
