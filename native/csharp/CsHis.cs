// CsHis.cs: C# 宣告 / declarations for C#
// OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).
using System.Runtime.InteropServices;
using System.Text;

/// <summary>文字是 Big5 / text is Big5</summary>
public static class CsHis
{
    private const string Library = "cshis";
    private const CallingConvention Std = CallingConvention.StdCall;

    // 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetBasicData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetRegisterBasic([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.3 預防保健掛號 / Preventive services
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetRegisterPrevent([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.4 孕婦產前檢查掛號 / Antenatal examinations
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetRegisterPregnant([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetTreatmentNoNeedHPC([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.6 讀取就醫累計資料 / Cumulative data
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetCumulativeData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.7 讀取醫療費用總累計 / Fees since the card was issued
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetCumulativeFee([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetTreatmentNeedHPC([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetSeqNumber(string cTreatItem, string cBabyTreat, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.10 讀取處方箋 / Prescriptions
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisReadPrescription([In, Out] byte[] pOutpatientPrescription, ref short iBufferLenOutpatient, [In, Out] byte[] pLongTermPrescription, ref short iBufferLenLongTerm, [In, Out] byte[] pImportantTreatmentCode, ref short iBufferLenImportant, [In, Out] byte[] pIrritationDrug, ref short iBufferLenIrritation);
    // 1.11 讀取預防接種資料 / Vaccinations
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetInoculateData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetOrganDonate([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.13 讀取緊急聯絡電話 / Emergency telephone
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetEmergentTel([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.14 讀取最近一次就醫序號 / Last visit number
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetLastSeqNum([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.15 讀取卡片狀態 / A card's state
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetCardStatus(int CardType);
    // 1.16 就醫診療資料寫入 / Write diagnoses
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteTreatmentCode(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite, [In, Out] byte[] pBufferDocID);
    // 1.17 就醫費用資料寫入 / Write fees
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteTreatmentFee(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite);
    // 1.18 處方箋寫入 / Write a prescription item
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWritePrescription(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite);
    // 1.19 新生兒註記寫入 / Attach a newborn
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteNewBorn(string pPatientID, string pPatientBirthDate, string pNewBornDate, string pNoOfDelivered);
    // 1.20 過敏藥物寫入 / Write allergies
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteAllergicMedicines(string pPatientID, string pPatientBirthDate, byte[] pDataWrite, [In, Out] byte[] pBufferDocID);
    // 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteOrganDonate(string pPatientID, string pPatientBirthDate, string pOrganDonate);
    // 1.22 預防保健資料寫入 / Write a preventive service
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteHealthInsurance(string pPatientID, string pPatientBirthDate, string pServiceItem, string pServiceItemCode);
    // 1.23 緊急聯絡電話寫入 / Write the emergency telephone
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteEmergentTel(string pPatientID, string pPatientBirthDate, string pEmergentTel);
    // 1.24 產前檢查資料寫入 / Write an antenatal examination
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWritePredeliveryCheckup(string pPatientID, string pPatientBirthDate, string pCheckupCode);
    // 1.25 清除產前檢查資料 / Delete antenatal examinations
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisDeletePredeliveryData(string pPatientID, string pPatientBirthDate);
    // 1.26 預防接種資料寫入 / Write a vaccination
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteInoculateData(string pPatientID, string pPatientBirthDate, string pItem, string pPackageNumber);
    // 1.27 驗證健保卡密碼 / Verify the health card's PIN
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csVerifyHCPIN();
    // 1.28 輸入新的健保卡密碼 / Set a new PIN
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csInputHCPIN();
    // 1.29 停用健保卡密碼 / Disable the PIN
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csDisableHCPIN();
    // 1.30 健保卡卡片內容更新 / Update the card's contents
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csUpdateHCContents();
    // 1.31 開啟讀卡機連結埠 / Open the reader's port
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csOpenCom(int Comport);
    // 1.32 關閉讀卡機連結埠 / Close the reader's port
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csCloseCom();
    // 1.33 讀取重大傷病註記 / Catastrophic illness
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetCriticalIllness([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.34 讀取讀卡機日期時間 / The reader's date and time
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetDateTime([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.35 讀取卡片號碼 / A card's number
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetCardNo(int CardType, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csISSetPIN();
    // 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetSeqNumber256(string cTreatItem, string cBabyTreat, string cTreatAfterCheck, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetRegisterBasic2([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.39 退掛 / Undo a registration
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csUnGetSeqNumber(string pUnTreatDate);
    // 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csUpdateHCNoReset();
    // 1.41 讀取門診處方箋 / Outpatient prescriptions
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisReadPrescriptMain([In, Out] byte[] pOutpatientPrescription, ref short iBufferLenOutpatient, int iStartPos, int iEndPos, ref short iRecCount);
    // 1.42 讀取長期處方箋 / Long-term prescriptions
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisReadPrescriptLongTerm([In, Out] byte[] pLongTermPrescription, ref short iBufferLenLongTerm, int iStartPos, int iEndPos, ref short iRecCount);
    // 1.43 讀取重要醫令 / Important orders
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisReadPrescriptHVE([In, Out] byte[] pImportantTreatmentCode, ref short iBufferLenImportant, int iStartPos, int iEndPos, ref short iRecCount);
    // 1.44 讀取過敏藥物 / Allergies
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisReadPrescriptAllergic([In, Out] byte[] pIrritationDrug, ref short iBufferLenIrritation, int iStartPos, int iEndPos, ref short iRecCount);
    // 1.45 多筆處方箋寫入 / Write prescription items
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteMultiPrescript(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite, ref short iWriteCount);
    // 1.46 過敏藥物寫入指定欄位 / Write one allergy
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteAllergicNum(string pPatientID, string pPatientBirthDate, byte[] pDataWrite, [In, Out] byte[] pBufferDocID, int iNum);
    // 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteTreatmentData(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite, [In, Out] byte[] pBufferDocID);
    // 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWritePrescriptionSign(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisWriteMultiPrescriptSign(string pDateTime, string pPatientID, string pPatientBirthDate, byte[] pDataWrite, ref short iWriteCount, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetCriticalIllnessID(string pPatientID, string pPatientBirthDate, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.51 取得控制軟體版本 / Version of the control software
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetVersionEx([In, Out] byte[] pPath);
    // 1.52 重置讀卡機或卡片 / Reset reader or cards
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csSoftwareReset(int iType);
    // 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetSeqNumber256N1(string cTreatItem, string cBabyTreat, string cTreatAfterCheck, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetTreatNumNoICCard(string pPatientID, string pHospID, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetTreatNumICCard(string pDateTime, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csVerifySAMDC();
    // 2.2 讀取安全模組院所代碼 / The security module's institution
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetHospID([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 3.1 資料上傳 / Upload a file
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csUploadData(string pUploadFileName, [In, Out] byte[] pFileSize, [In, Out] byte[] pNumber, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csUploadDataPrec(string pUploadFileName, [In, Out] byte[] pFileSize, [In, Out] byte[] pNumber, [In, Out] byte[] pPrecNumber, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 4.1 取得醫事人員卡狀態 / Is a professional card there?
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetHPCStatus(int Req, ref short iStatus);
    // 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcVerifyHPCPIN();
    // 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcInputHPCPIN();
    // 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcUnlockHPC();
    // 4.5 取得醫事人員卡序號 / The professional card's number
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetHPCSN([In, Out] byte[] SN, ref short Len_SN);
    // 4.6 取得醫事人員身分證字號 / The professional's id number
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetHPCSSN([In, Out] byte[] SSN, ref short Len_SSN);
    // 4.7 取得醫事人員中文姓名 / The professional's Chinese name
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetHPCCNAME([In, Out] byte[] CNAME, ref short Len_CNAME);
    // 4.8 取得醫事人員英文姓名 / The professional's English name
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetHPCENAME([In, Out] byte[] ENAME, ref short Len_ENAME);
    // 4.8 取得醫事人員英文姓名 / The professional's English name
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetHPCENAME([In, Out] byte[] ENAME, ref short Len_ENAME);
    // 5.1 疾病診斷碼押碼 / Pack a diagnosis code
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetICD10EnC(string pIN, [In, Out] byte[] pOUT);
    // 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetICD10DeC(string pIN, [In, Out] byte[] pOUT);
    // 取得控制軟體版本（舊） / Version of the control software (old)
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetVersion();
    // 讀取保險人資料 / The insurer's data
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetInsurerData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 讀取最近一次退掛資料 / Last undone registration
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetLastUnTreatmentData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 資料下載 / Download a file
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csDownloadData(string pSAMID, string pHospID, string pNumber, string pSendDate, string pRecvDate, string pServerRandom, string pDownloadFileName);
    // 讀取安全模組的院所名稱 / The institution's name
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetHospName([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 讀取安全模組的院所簡稱 / The institution's abbreviated name
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csGetHospAbbName([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcVerifyHPCPINR();
    // 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hpcGetAllData([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 取得醫事人員卡類別 / The professional card's kind
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetHPCType();
    // 取得登入用亂數 / A random for a log-in
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int VPNGetRandom([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 登入與上傳服務的簽章 / Sign for a log-in or an upload service
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int VPNH_Sign(string pRandom, int iCardType, int iService, [In, Out] byte[] pBuffer, ref short iBufferLen);
    // 驗證登入與上傳服務的簽章 / Verify such a signature
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int VPNH_VerifySign(string pRandom, int iCardType, int iService, byte[] pSign, int iSignLen);
    // 醫事憑證通用呼叫 / Calls of the professionals' certificates
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int HCA_GNFuncCall(int lFunction, [In, Out] byte[] pIn, [In, Out] byte[] pOut, int l4, int l5, int l6, int l7, int l8);
    // 啟用醫事憑證 / Enable the professionals' certificates
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csEnableHCAAPI();
    // 停用醫事憑證 / Disable the professionals' certificates
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csDisableHCAAPI();
    // 讀取安全模組資料 / The security module's own data
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int hisGetSam0([In, Out] byte[] pBuffer, ref short iBufferLen);
    // 下載健保卡程式 / Download the health card's applet
    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]
    public static extern int csDownloadHCApplet();

    // 回傳碼 / return codes
    public const int FAILED = -1; // 失敗，或尚未實作 / failed, or not written yet
    public const int OK = 0; // 成功 / success
    public const int E4000 = 4000; // 讀卡機逾時 / reader time-out
    public const int E4012 = 4012; // 未置入安全模組卡 / no security module card
    public const int E4013 = 4013; // 未置入健保卡 / no health card
    public const int E4014 = 4014; // 未置入醫事人員卡 / no professional card
    public const int E4029 = 4029; // 卡片權限不足 / not allowed on this card
    public const int E4032 = 4032; // 插入的不是安全模組卡 / not a security module card
    public const int E4033 = 4033; // 置入的不是健保卡 / not a health card
    public const int E4034 = 4034; // 置入的不是醫事人員卡 / not a professional card
    public const int E4042 = 4042; // 醫事人員卡密碼尚未認證 / professional card's PIN not verified
    public const int E4050 = 4050; // 安全模組尚未與資料中心認證 / security module not verified
    public const int E4051 = 4051; // 安全模組與資料中心認證失敗 / security module refused by the data centre
    public const int E4061 = 4061; // 網路不通 / no network
    public const int E4071 = 4071; // 健保卡與資料中心認證失敗 / health card refused by the data centre
    public const int E5001 = 5001; // 就醫可用次數不足 / no visits left on the card
    public const int E5002 = 5002; // 卡片已註銷 / card cancelled
    public const int E5003 = 5003; // 卡片已過有效期限 / card expired
    public const int E5004 = 5004; // 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days
    public const int E5005 = 5005; // 日期時間讀取失敗 / date and time could not be read
    public const int E5006 = 5006; // 讀取安全模組的院所代碼失敗 / the security module's institution could not be read
    public const int E5007 = 5007; // 寫入就醫資料登錄失敗 / the visit could not be written
    public const int E5008 = 5008; // 安全模組簽章失敗 / the security module could not sign
    public const int E5009 = 5009; // 無寫入就醫相關紀錄之權限 / no right to write this record
    public const int E5010 = 5010; // 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error)
    public const int E5012 = 5012; // 此人未在保 / not insured
    public const int E5015 = 5015; // 門診處方箋讀取失敗 / outpatient prescriptions could not be read
    public const int E5016 = 5016; // 長期處方箋讀取失敗 / long-term prescriptions could not be read
    public const int E5017 = 5017; // 重要醫令讀取失敗 / important orders could not be read
    public const int E5018 = 5018; // 過敏藥物讀取失敗 / allergies could not be read
    public const int E5020 = 5020; // 資料與健保卡不是同一人 / another person than the card says
    public const int E5022 = 5022; // 卡片裡找不到這筆就醫 / no such visit on the card
    public const int E5023 = 5023; // 就醫資料登錄寫入失敗 / the visit could not be written
    public const int E5028 = 5028; // 就醫費用寫入失敗 / the fees could not be written
    public const int E5033 = 5033; // 門診處方箋寫入失敗 / the prescription could not be written
    public const int E5051 = 5051; // 新生兒註記寫入失敗 / the newborn could not be written
    public const int E5052 = 5052; // 新生兒依附資料不完整 / the newborn's data are not complete
    public const int E5056 = 5056; // 讀取醫事人員身分證號失敗 / the professional's id could not be read
    public const int E5057 = 5057; // 過敏藥物寫入失敗 / the allergy could not be written
    public const int E5061 = 5061; // 器官捐贈註記寫入失敗 / the consent could not be written
    public const int E5062 = 5062; // 放棄器官捐贈註記輸入 / entering the consent was given up
    public const int E5067 = 5067; // 安全模組的院所代碼讀取失敗 / the security module's institution could not be read
    public const int E5068 = 5068; // 預防保健資料寫入失敗 / the preventive service could not be written
    public const int E5071 = 5071; // 緊急聯絡電話寫入失敗 / the telephone could not be written
    public const int E5078 = 5078; // 產前檢查資料寫入失敗 / the antenatal examination could not be written
    public const int E5079 = 5079; // 性別不符：卡片記載為男性 / the card says male
    public const int E5081 = 5081; // 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel
    public const int E5082 = 5082; // 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel
    public const int E5083 = 5083; // 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC
    public const int E5084 = 5084; // 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel
    public const int E5087 = 5087; // 清除產前檢查資料失敗 / antenatal examinations could not be deleted
    public const int E5093 = 5093; // 預防接種資料寫入失敗 / the vaccination could not be written
    public const int E5102 = 5102; // 密碼不符或已鎖住 / wrong or locked PIN
    public const int E5105 = 5105; // 原密碼尚未通過認證 / the present PIN was not verified
    public const int E5107 = 5107; // 兩次新密碼不同 / the two new PINs differ
    public const int E5108 = 5108; // 密碼變更失敗 / the PIN could not be changed
    public const int E5109 = 5109; // 密碼輸入已取消 / PIN entry was cancelled
    public const int E5110 = 5110; // 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN
    public const int E5111 = 5111; // 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use
    public const int E5122 = 5122; // 醫事人員卡仍未解開 / the professional card is still locked
    public const int E5130 = 5130; // 更新健保卡內容失敗 / the card's contents could not be updated
    public const int E5141 = 5141; // 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only
    public const int E5150 = 5150; // 卡片中無此筆就醫 / no such visit on the card
    public const int E5151 = 5151; // 就醫類別為數值才可退掛 / only numbered categories can be undone
    public const int E5152 = 5152; // 醫療院所不同，不可退掛 / another institution's visit
    public const int E5153 = 5153; // 已經退掛過 / already undone
    public const int E5154 = 5154; // 超過可退掛的 24 小時 / more than 24 hours ago
    public const int E5160 = 5160; // 就醫可用次數不合理 / the visits available do not fit
    public const int E5161 = 5161; // 最近一次就醫年不合理 / the last number's year does not fit
    public const int E5162 = 5162; // 最近一次就醫序號不合理 / the last number does not fit
    public const int E5163 = 5163; // 住診費用總累計不合理 / total inpatient fees don't fit
    public const int E5164 = 5164; // 門診費用總累計不合理 / total outpatient fees don't fit
    public const int E5165 = 5165; // 就醫累計資料年不合理 / the cumulative data's year does not fit
    public const int E5166 = 5166; // 就醫累計次數不合理 / the count of visits does not fit
    public const int E5167 = 5167; // 門診部分負擔累計不合理 / outpatient copayments don't fit
    public const int E5168 = 5168; // 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit
    public const int E5169 = 5169; // 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit
    public const int E5170 = 5170; // 門診＋住診部分負擔累計不合理 / all copayments don't fit
    public const int E5171 = 5171; // 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit
    public const int E5172 = 5172; // 門診醫療費用累計不合理 / outpatient fees don't fit
    public const int E5173 = 5173; // 住診醫療費用累計不合理 / inpatient fees don't fit
    public const int E5174 = 5174; // 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid)
    public const int E6005 = 6005; // 安全模組的外部認證失敗 / the SAM did not accept the data centre
    public const int E6006 = 6006; // 資料中心的外部認證失敗 / the data centre did not accept the SAM
    public const int E6007 = 6007; // 安全模組的內部認證失敗 / the SAM's internal authentication failed
    public const int E6008 = 6008; // 寫入讀卡機日期時間失敗 / the reader's clock could not be set
    public const int E6014 = 6014; // 資料中心驗證簽章失敗 / the data centre refused the signature
    public const int E6015 = 6015; // 檔案大小不合或傳輸失敗 / size differs or transfer failed
    public const int E6016 = 6016; // 記憶體或磁碟空間不足 / out of memory or disk
    public const int E6017 = 6017; // 找不到檔案或沒有權限 / file not found or not allowed
    public const int E6018 = 6018; // 參數錯誤 / wrong parameter
    public const int E9013 = 9013; // 無效的安全模組 / invalid security module
    public const int E9020 = 9020; // 資料中心驗章錯誤 / the data centre found the signature wrong
    public const int E9081 = 9081; // 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet
    public const int E9082 = 9082; // 此卡已註銷，無法更新 / card cancelled: cannot be updated
    public const int E9083 = 9083; // 不在保 / not insured
    public const int E9084 = 9084; // 停保中 / insurance suspended
    public const int E9085 = 9085; // 已退保 / insurance ended
    public const int E9086 = 9086; // 個人欠費 / the person owes premiums
    public const int E9087 = 9087; // 負責人欠費 / the responsible person owes premiums
    public const int E9088 = 9088; // 投保單位欠費 / the insuring unit owes premiums
    public const int E9089 = 9089; // 個人及單位均欠費 / person and unit owe premiums
    public const int E9090 = 9090; // 欠費且未在保 / owes premiums and is not insured
    public const int E9100 = 9100; // 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies
    public const int E9127 = 9127; // 找不到對應編碼或參數不正確 / not in the packed range, or not valid
    public const int E9129 = 9129; // 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution
    public const int E9130 = 9130; // 醫事人員卡已註銷或停用 / professional card cancelled
    public const int E9140 = 9140; // 醫事人員卡已逾有效期限 / professional card expired

    // 緩衝區配置：_AT 由 0 起算，群組內由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning
    // 基本資料 / basic data (1.1)
    public const int BASIC_DATA_LENGTH = 72;
    public const int BASIC_DATA_CARD_NO_AT = 0;
    public const int BASIC_DATA_CARD_NO_LENGTH = 12;
    public const int BASIC_DATA_NAME_AT = 12;
    public const int BASIC_DATA_NAME_LENGTH = 20;
    public const int BASIC_DATA_PERSON_ID_AT = 32;
    public const int BASIC_DATA_PERSON_ID_LENGTH = 10;
    public const int BASIC_DATA_BIRTH_DATE_AT = 42;
    public const int BASIC_DATA_BIRTH_DATE_LENGTH = 7;
    public const int BASIC_DATA_SEX_AT = 49;
    public const int BASIC_DATA_SEX_LENGTH = 1;
    public const int BASIC_DATA_ISSUE_DATE_AT = 50;
    public const int BASIC_DATA_ISSUE_DATE_LENGTH = 7;
    public const int BASIC_DATA_CANCEL_MARK_AT = 57;
    public const int BASIC_DATA_CANCEL_MARK_LENGTH = 1;
    public const int BASIC_DATA_EMERGENCY_TEL_AT = 58;
    public const int BASIC_DATA_EMERGENCY_TEL_LENGTH = 14;
    // 診間基本資料 / basic data for the consulting room (1.2)
    public const int REGISTER_BASIC_LENGTH = 78;
    public const int REGISTER_BASIC_CARD_NO_AT = 0;
    public const int REGISTER_BASIC_CARD_NO_LENGTH = 12;
    public const int REGISTER_BASIC_NAME_AT = 12;
    public const int REGISTER_BASIC_NAME_LENGTH = 20;
    public const int REGISTER_BASIC_PERSON_ID_AT = 32;
    public const int REGISTER_BASIC_PERSON_ID_LENGTH = 10;
    public const int REGISTER_BASIC_BIRTH_DATE_AT = 42;
    public const int REGISTER_BASIC_BIRTH_DATE_LENGTH = 7;
    public const int REGISTER_BASIC_SEX_AT = 49;
    public const int REGISTER_BASIC_SEX_LENGTH = 1;
    public const int REGISTER_BASIC_ISSUE_DATE_AT = 50;
    public const int REGISTER_BASIC_ISSUE_DATE_LENGTH = 7;
    public const int REGISTER_BASIC_CANCEL_MARK_AT = 57;
    public const int REGISTER_BASIC_CANCEL_MARK_LENGTH = 1;
    public const int REGISTER_BASIC_INSURER_CODE_AT = 58;
    public const int REGISTER_BASIC_INSURER_CODE_LENGTH = 2;
    public const int REGISTER_BASIC_INSURED_MARK_AT = 60;
    public const int REGISTER_BASIC_INSURED_MARK_LENGTH = 1;
    public const int REGISTER_BASIC_VALID_UNTIL_AT = 61;
    public const int REGISTER_BASIC_VALID_UNTIL_LENGTH = 7;
    public const int REGISTER_BASIC_AVAILABLE_AT = 68;
    public const int REGISTER_BASIC_AVAILABLE_LENGTH = 2;
    public const int REGISTER_BASIC_NEWBORN_DATE_AT = 70;
    public const int REGISTER_BASIC_NEWBORN_DATE_LENGTH = 7;
    public const int REGISTER_BASIC_NEWBORN_MARK_AT = 77;
    public const int REGISTER_BASIC_NEWBORN_MARK_LENGTH = 1;
    // 預防保健資料 / preventive services (1.3)
    public const int REGISTER_PREVENT_LENGTH = 126;
    public const int REGISTER_PREVENT_ITEMS_AT = 0;
    public const int REGISTER_PREVENT_ITEMS_COUNT = 6;
    public const int REGISTER_PREVENT_ITEMS_STEP = 21;
    public const int REGISTER_PREVENT_ITEMS_SERVICE_ITEM_AT = 0;
    public const int REGISTER_PREVENT_ITEMS_SERVICE_ITEM_LENGTH = 2;
    public const int REGISTER_PREVENT_ITEMS_CHECK_DATE_AT = 2;
    public const int REGISTER_PREVENT_ITEMS_CHECK_DATE_LENGTH = 7;
    public const int REGISTER_PREVENT_ITEMS_HOSP_ID_AT = 9;
    public const int REGISTER_PREVENT_ITEMS_HOSP_ID_LENGTH = 10;
    public const int REGISTER_PREVENT_ITEMS_CHECK_CODE_AT = 19;
    public const int REGISTER_PREVENT_ITEMS_CHECK_CODE_LENGTH = 2;
    // 孕婦產前檢查資料 / antenatal examinations (1.4)
    public const int REGISTER_PREGNANT_LENGTH = 209;
    public const int REGISTER_PREGNANT_ITEMS_AT = 0;
    public const int REGISTER_PREGNANT_ITEMS_COUNT = 11;
    public const int REGISTER_PREGNANT_ITEMS_STEP = 19;
    public const int REGISTER_PREGNANT_ITEMS_CHECK_DATE_AT = 0;
    public const int REGISTER_PREGNANT_ITEMS_CHECK_DATE_LENGTH = 7;
    public const int REGISTER_PREGNANT_ITEMS_HOSP_ID_AT = 7;
    public const int REGISTER_PREGNANT_ITEMS_HOSP_ID_LENGTH = 10;
    public const int REGISTER_PREGNANT_ITEMS_CHECK_CODE_AT = 17;
    public const int REGISTER_PREGNANT_ITEMS_CHECK_CODE_LENGTH = 2;
    // 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
    public const int TREATMENT_NO_NEED_HPC_LENGTH = 498;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_AT = 0;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_COUNT = 6;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_STEP = 14;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_AT = 0;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_AT = 7;
    public const int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
    public const int TREATMENT_NO_NEED_HPC_VISITS_AT = 84;
    public const int TREATMENT_NO_NEED_HPC_VISITS_COUNT = 6;
    public const int TREATMENT_NO_NEED_HPC_VISITS_STEP = 69;
    public const int TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_AT = 0;
    public const int TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_LENGTH = 2;
    public const int TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_AT = 2;
    public const int TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_LENGTH = 1;
    public const int TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_AT = 3;
    public const int TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
    public const int TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_AT = 16;
    public const int TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_LENGTH = 1;
    public const int TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_AT = 17;
    public const int TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_LENGTH = 4;
    public const int TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_AT = 21;
    public const int TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_LENGTH = 10;
    public const int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_AT = 31;
    public const int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_AT = 39;
    public const int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_LENGTH = 8;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_AT = 47;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_AT = 55;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_LENGTH = 7;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_AT = 62;
    public const int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_LENGTH = 7;
    // 就醫累計資料 / cumulative data (1.6)
    public const int CUMULATIVE_DATA_LENGTH = 134;
    public const int CUMULATIVE_DATA_YEARS_AT = 0;
    public const int CUMULATIVE_DATA_YEARS_COUNT = 2;
    public const int CUMULATIVE_DATA_YEARS_STEP = 67;
    public const int CUMULATIVE_DATA_YEARS_YEAR_AT = 0;
    public const int CUMULATIVE_DATA_YEARS_YEAR_LENGTH = 3;
    public const int CUMULATIVE_DATA_YEARS_VISITS_AT = 3;
    public const int CUMULATIVE_DATA_YEARS_VISITS_LENGTH = 4;
    public const int CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_AT = 7;
    public const int CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_LENGTH = 10;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_FEE_AT = 17;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_FEE_LENGTH = 10;
    public const int CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_AT = 27;
    public const int CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_LENGTH = 8;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_AT = 35;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_LENGTH = 8;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_AT = 43;
    public const int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_LENGTH = 8;
    public const int CUMULATIVE_DATA_YEARS_COPAY_AT = 51;
    public const int CUMULATIVE_DATA_YEARS_COPAY_LENGTH = 8;
    public const int CUMULATIVE_DATA_YEARS_COPAY_SHORT_AT = 59;
    public const int CUMULATIVE_DATA_YEARS_COPAY_SHORT_LENGTH = 8;
    // 醫療費用總累計 / fees since the card was issued (1.7)
    public const int CUMULATIVE_FEE_LENGTH = 20;
    public const int CUMULATIVE_FEE_OUTPATIENT_TOTAL_AT = 0;
    public const int CUMULATIVE_FEE_OUTPATIENT_TOTAL_LENGTH = 10;
    public const int CUMULATIVE_FEE_INPATIENT_TOTAL_AT = 10;
    public const int CUMULATIVE_FEE_INPATIENT_TOTAL_LENGTH = 10;
    // 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
    public const int TREATMENT_NEED_HPC_LENGTH = 372;
    public const int TREATMENT_NEED_HPC_ILLNESSES_AT = 0;
    public const int TREATMENT_NEED_HPC_ILLNESSES_COUNT = 6;
    public const int TREATMENT_NEED_HPC_ILLNESSES_STEP = 19;
    public const int TREATMENT_NEED_HPC_ILLNESSES_CODE_AT = 0;
    public const int TREATMENT_NEED_HPC_ILLNESSES_CODE_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_AT = 5;
    public const int TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_AT = 12;
    public const int TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_VISITS_AT = 114;
    public const int TREATMENT_NEED_HPC_VISITS_COUNT = 6;
    public const int TREATMENT_NEED_HPC_VISITS_STEP = 43;
    public const int TREATMENT_NEED_HPC_VISITS_VISIT_TIME_AT = 0;
    public const int TREATMENT_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
    public const int TREATMENT_NEED_HPC_VISITS_MAIN_CODE_AT = 13;
    public const int TREATMENT_NEED_HPC_VISITS_MAIN_CODE_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE1_AT = 18;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE1_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE2_AT = 23;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE2_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE3_AT = 28;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE3_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE4_AT = 33;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE4_LENGTH = 5;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE5_AT = 38;
    public const int TREATMENT_NEED_HPC_VISITS_SUB_CODE5_LENGTH = 5;
    // 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
    public const int TREATMENT_NEED_HPC_ICD10_LENGTH = 540;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_AT = 0;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_COUNT = 6;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_STEP = 23;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_AT = 1;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_AT = 9;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_AT = 16;
    public const int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_AT = 138;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_COUNT = 6;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_STEP = 67;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_AT = 0;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_LENGTH = 13;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_AT = 14;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_AT = 23;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_AT = 32;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_AT = 41;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_AT = 50;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_LENGTH = 7;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_AT = 59;
    public const int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_LENGTH = 7;
    // 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
    public const int VISIT_GRANT128_LENGTH = 167;
    public const int VISIT_GRANT128_VISIT_TIME_AT = 0;
    public const int VISIT_GRANT128_VISIT_TIME_LENGTH = 13;
    public const int VISIT_GRANT128_SEQ_NUMBER_AT = 13;
    public const int VISIT_GRANT128_SEQ_NUMBER_LENGTH = 4;
    public const int VISIT_GRANT128_HOSP_ID_AT = 17;
    public const int VISIT_GRANT128_HOSP_ID_LENGTH = 10;
    public const int VISIT_GRANT128_SIGNATURE_AT = 27;
    public const int VISIT_GRANT128_SIGNATURE_LENGTH = 128;
    public const int VISIT_GRANT128_SAM_ID_AT = 155;
    public const int VISIT_GRANT128_SAM_ID_LENGTH = 12;
    // 門診處方箋 / outpatient prescriptions (1.10, 1.41)
    public const int PRESCRIPTIONS_LENGTH = 3660;
    public const int PRESCRIPTIONS_ITEMS_AT = 0;
    public const int PRESCRIPTIONS_ITEMS_COUNT = 60;
    public const int PRESCRIPTIONS_ITEMS_STEP = 61;
    public const int PRESCRIPTIONS_ITEMS_VISIT_TIME_AT = 0;
    public const int PRESCRIPTIONS_ITEMS_VISIT_TIME_LENGTH = 13;
    public const int PRESCRIPTIONS_ITEMS_ORDER_TYPE_AT = 13;
    public const int PRESCRIPTIONS_ITEMS_ORDER_TYPE_LENGTH = 1;
    public const int PRESCRIPTIONS_ITEMS_ORDER_CODE_AT = 14;
    public const int PRESCRIPTIONS_ITEMS_ORDER_CODE_LENGTH = 12;
    public const int PRESCRIPTIONS_ITEMS_POSITION_AT = 26;
    public const int PRESCRIPTIONS_ITEMS_POSITION_LENGTH = 6;
    public const int PRESCRIPTIONS_ITEMS_USAGE_AT = 32;
    public const int PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
    public const int PRESCRIPTIONS_ITEMS_DAYS_AT = 50;
    public const int PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
    public const int PRESCRIPTIONS_ITEMS_QUANTITY_AT = 52;
    public const int PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
    public const int PRESCRIPTIONS_ITEMS_DELIVERY_AT = 59;
    public const int PRESCRIPTIONS_ITEMS_DELIVERY_LENGTH = 2;
    // 長期處方箋 / long-term prescriptions (1.10, 1.42)
    public const int LONG_TERM_PRESCRIPTIONS_LENGTH = 1320;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_AT = 0;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_COUNT = 30;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_STEP = 44;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_AT = 0;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_LENGTH = 7;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_AT = 7;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_LENGTH = 10;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_AT = 17;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_AT = 35;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_AT = 37;
    public const int LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
    // 重要醫令項目 / important orders (1.10, 1.43)
    public const int IMPORTANT_ORDERS_LENGTH = 360;
    public const int IMPORTANT_ORDERS_ITEMS_AT = 0;
    public const int IMPORTANT_ORDERS_ITEMS_COUNT = 10;
    public const int IMPORTANT_ORDERS_ITEMS_STEP = 36;
    public const int IMPORTANT_ORDERS_ITEMS_DONE_DATE_AT = 0;
    public const int IMPORTANT_ORDERS_ITEMS_DONE_DATE_LENGTH = 7;
    public const int IMPORTANT_ORDERS_ITEMS_HOSP_ID_AT = 7;
    public const int IMPORTANT_ORDERS_ITEMS_HOSP_ID_LENGTH = 10;
    public const int IMPORTANT_ORDERS_ITEMS_ORDER_CODE_AT = 17;
    public const int IMPORTANT_ORDERS_ITEMS_ORDER_CODE_LENGTH = 6;
    public const int IMPORTANT_ORDERS_ITEMS_POSITION_AT = 23;
    public const int IMPORTANT_ORDERS_ITEMS_POSITION_LENGTH = 6;
    public const int IMPORTANT_ORDERS_ITEMS_QUANTITY_AT = 29;
    public const int IMPORTANT_ORDERS_ITEMS_QUANTITY_LENGTH = 7;
    // 過敏藥物 / allergies (1.10, 1.20, 1.44)
    public const int ALLERGIES_LENGTH = 120;
    public const int ALLERGIES_ITEMS_AT = 0;
    public const int ALLERGIES_ITEMS_COUNT = 3;
    public const int ALLERGIES_ITEMS_STEP = 40;
    public const int ALLERGIES_ITEMS_DRUG_NAME_AT = 0;
    public const int ALLERGIES_ITEMS_DRUG_NAME_LENGTH = 40;
    // 預防接種資料 / vaccinations (1.11)
    public const int INOCULATE_DATA_LENGTH = 1400;
    public const int INOCULATE_DATA_ITEMS_AT = 0;
    public const int INOCULATE_DATA_ITEMS_COUNT = 40;
    public const int INOCULATE_DATA_ITEMS_STEP = 35;
    public const int INOCULATE_DATA_ITEMS_VACCINE_AT = 0;
    public const int INOCULATE_DATA_ITEMS_VACCINE_LENGTH = 6;
    public const int INOCULATE_DATA_ITEMS_DATE_AT = 6;
    public const int INOCULATE_DATA_ITEMS_DATE_LENGTH = 7;
    public const int INOCULATE_DATA_ITEMS_HOSP_ID_AT = 13;
    public const int INOCULATE_DATA_ITEMS_HOSP_ID_LENGTH = 10;
    public const int INOCULATE_DATA_ITEMS_BATCH_AT = 23;
    public const int INOCULATE_DATA_ITEMS_BATCH_LENGTH = 12;
    // 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
    public const int ORGAN_DONATE_LENGTH = 1;
    public const int ORGAN_DONATE_ORGAN_DONATE_AT = 0;
    public const int ORGAN_DONATE_ORGAN_DONATE_LENGTH = 1;
    // 緊急聯絡電話 / emergency telephone (1.13)
    public const int EMERGENT_TEL_LENGTH = 14;
    public const int EMERGENT_TEL_EMERGENCY_TEL_AT = 0;
    public const int EMERGENT_TEL_EMERGENCY_TEL_LENGTH = 14;
    // 最近一次就醫序號 / last visit number (1.14)
    public const int LAST_SEQ_NUM_LENGTH = 7;
    public const int LAST_SEQ_NUM_LAST_SEQ_NUMBER_AT = 0;
    public const int LAST_SEQ_NUM_LAST_SEQ_NUMBER_LENGTH = 7;
    // 就醫診療資料 / diagnoses of a visit (1.16)
    public const int TREATMENT_CODE_LENGTH = 31;
    public const int TREATMENT_CODE_AFTER_CHECK_AT = 0;
    public const int TREATMENT_CODE_AFTER_CHECK_LENGTH = 1;
    public const int TREATMENT_CODE_MAIN_CODE_AT = 1;
    public const int TREATMENT_CODE_MAIN_CODE_LENGTH = 5;
    public const int TREATMENT_CODE_SUB_CODE1_AT = 6;
    public const int TREATMENT_CODE_SUB_CODE1_LENGTH = 5;
    public const int TREATMENT_CODE_SUB_CODE2_AT = 11;
    public const int TREATMENT_CODE_SUB_CODE2_LENGTH = 5;
    public const int TREATMENT_CODE_SUB_CODE3_AT = 16;
    public const int TREATMENT_CODE_SUB_CODE3_LENGTH = 5;
    public const int TREATMENT_CODE_SUB_CODE4_AT = 21;
    public const int TREATMENT_CODE_SUB_CODE4_LENGTH = 5;
    public const int TREATMENT_CODE_SUB_CODE5_AT = 26;
    public const int TREATMENT_CODE_SUB_CODE5_LENGTH = 5;
    // 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
    public const int TREATMENT_CODE_ICD10_LENGTH = 55;
    public const int TREATMENT_CODE_ICD10_AFTER_CHECK_AT = 0;
    public const int TREATMENT_CODE_ICD10_AFTER_CHECK_LENGTH = 1;
    public const int TREATMENT_CODE_ICD10_MAIN_CODE_AT = 2;
    public const int TREATMENT_CODE_ICD10_MAIN_CODE_LENGTH = 7;
    public const int TREATMENT_CODE_ICD10_SUB_CODE1_AT = 11;
    public const int TREATMENT_CODE_ICD10_SUB_CODE1_LENGTH = 7;
    public const int TREATMENT_CODE_ICD10_SUB_CODE2_AT = 20;
    public const int TREATMENT_CODE_ICD10_SUB_CODE2_LENGTH = 7;
    public const int TREATMENT_CODE_ICD10_SUB_CODE3_AT = 29;
    public const int TREATMENT_CODE_ICD10_SUB_CODE3_LENGTH = 7;
    public const int TREATMENT_CODE_ICD10_SUB_CODE4_AT = 38;
    public const int TREATMENT_CODE_ICD10_SUB_CODE4_LENGTH = 7;
    public const int TREATMENT_CODE_ICD10_SUB_CODE5_AT = 47;
    public const int TREATMENT_CODE_ICD10_SUB_CODE5_LENGTH = 7;
    // 就醫費用資料 / fees of a visit (1.17)
    public const int TREATMENT_FEE_LENGTH = 38;
    public const int TREATMENT_FEE_OUTPATIENT_FEE_AT = 0;
    public const int TREATMENT_FEE_OUTPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_FEE_OUTPATIENT_COPAY_AT = 8;
    public const int TREATMENT_FEE_OUTPATIENT_COPAY_LENGTH = 8;
    public const int TREATMENT_FEE_INPATIENT_FEE_AT = 16;
    public const int TREATMENT_FEE_INPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_FEE_INPATIENT_COPAY_SHORT_AT = 24;
    public const int TREATMENT_FEE_INPATIENT_COPAY_SHORT_LENGTH = 7;
    public const int TREATMENT_FEE_INPATIENT_COPAY_LONG_AT = 31;
    public const int TREATMENT_FEE_INPATIENT_COPAY_LONG_LENGTH = 7;
    // 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
    public const int PRESCRIPTION_ITEM_LENGTH = 61;
    public const int PRESCRIPTION_ITEM_VISIT_TIME_AT = 0;
    public const int PRESCRIPTION_ITEM_VISIT_TIME_LENGTH = 13;
    public const int PRESCRIPTION_ITEM_ORDER_TYPE_AT = 13;
    public const int PRESCRIPTION_ITEM_ORDER_TYPE_LENGTH = 1;
    public const int PRESCRIPTION_ITEM_ORDER_CODE_AT = 14;
    public const int PRESCRIPTION_ITEM_ORDER_CODE_LENGTH = 12;
    public const int PRESCRIPTION_ITEM_POSITION_AT = 26;
    public const int PRESCRIPTION_ITEM_POSITION_LENGTH = 6;
    public const int PRESCRIPTION_ITEM_USAGE_AT = 32;
    public const int PRESCRIPTION_ITEM_USAGE_LENGTH = 18;
    public const int PRESCRIPTION_ITEM_DAYS_AT = 50;
    public const int PRESCRIPTION_ITEM_DAYS_LENGTH = 2;
    public const int PRESCRIPTION_ITEM_QUANTITY_AT = 52;
    public const int PRESCRIPTION_ITEM_QUANTITY_LENGTH = 7;
    public const int PRESCRIPTION_ITEM_DELIVERY_AT = 59;
    public const int PRESCRIPTION_ITEM_DELIVERY_LENGTH = 2;
    // 重大傷病註記 / catastrophic illness (1.33, 1.50)
    public const int CRITICAL_ILLNESS_LENGTH = 114;
    public const int CRITICAL_ILLNESS_ILLNESSES_AT = 0;
    public const int CRITICAL_ILLNESS_ILLNESSES_COUNT = 6;
    public const int CRITICAL_ILLNESS_ILLNESSES_STEP = 19;
    public const int CRITICAL_ILLNESS_ILLNESSES_CODE_AT = 0;
    public const int CRITICAL_ILLNESS_ILLNESSES_CODE_LENGTH = 5;
    public const int CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_AT = 5;
    public const int CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_LENGTH = 7;
    public const int CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_AT = 12;
    public const int CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_LENGTH = 7;
    // 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
    public const int CRITICAL_ILLNESS_ICD10_LENGTH = 138;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_AT = 0;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_COUNT = 6;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_STEP = 23;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_AT = 1;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_LENGTH = 7;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_AT = 9;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_AT = 16;
    public const int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
    // 讀卡機日期時間 / date and time (1.34)
    public const int DATE_TIME_LENGTH = 13;
    public const int DATE_TIME_YEAR_AT = 0;
    public const int DATE_TIME_YEAR_LENGTH = 3;
    public const int DATE_TIME_MONTH_AT = 3;
    public const int DATE_TIME_MONTH_LENGTH = 2;
    public const int DATE_TIME_DAY_AT = 5;
    public const int DATE_TIME_DAY_LENGTH = 2;
    public const int DATE_TIME_HOUR_AT = 7;
    public const int DATE_TIME_HOUR_LENGTH = 2;
    public const int DATE_TIME_MINUTE_AT = 9;
    public const int DATE_TIME_MINUTE_LENGTH = 2;
    public const int DATE_TIME_SECOND_AT = 11;
    public const int DATE_TIME_SECOND_LENGTH = 2;
    // 卡片號碼 / card number (1.35)
    public const int CARD_NUMBER_LENGTH = 12;
    public const int CARD_NUMBER_CARD_NO_AT = 0;
    public const int CARD_NUMBER_CARD_NO_LENGTH = 12;
    // 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
    public const int VISIT_GRANT256_LENGTH = 296;
    public const int VISIT_GRANT256_VISIT_TIME_AT = 0;
    public const int VISIT_GRANT256_VISIT_TIME_LENGTH = 13;
    public const int VISIT_GRANT256_SEQ_NUMBER_AT = 13;
    public const int VISIT_GRANT256_SEQ_NUMBER_LENGTH = 4;
    public const int VISIT_GRANT256_HOSP_ID_AT = 17;
    public const int VISIT_GRANT256_HOSP_ID_LENGTH = 10;
    public const int VISIT_GRANT256_SIGNATURE_AT = 27;
    public const int VISIT_GRANT256_SIGNATURE_LENGTH = 256;
    public const int VISIT_GRANT256_SAM_ID_AT = 283;
    public const int VISIT_GRANT256_SAM_ID_LENGTH = 12;
    public const int VISIT_GRANT256_SAME_DAY_AT = 295;
    public const int VISIT_GRANT256_SAME_DAY_LENGTH = 1;
    // 有效期限與可用次數 / validity and visits available (1.38)
    public const int REGISTER_BASIC2_LENGTH = 9;
    public const int REGISTER_BASIC2_VALID_UNTIL_AT = 0;
    public const int REGISTER_BASIC2_VALID_UNTIL_LENGTH = 7;
    public const int REGISTER_BASIC2_AVAILABLE_AT = 7;
    public const int REGISTER_BASIC2_AVAILABLE_LENGTH = 2;
    // 一組過敏藥物 / one allergy (1.46)
    public const int ALLERGY_ITEM_LENGTH = 40;
    public const int ALLERGY_ITEM_DRUG_NAME_AT = 0;
    public const int ALLERGY_ITEM_DRUG_NAME_LENGTH = 40;
    // 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
    public const int TREATMENT_DATA_LENGTH = 69;
    public const int TREATMENT_DATA_AFTER_CHECK_AT = 0;
    public const int TREATMENT_DATA_AFTER_CHECK_LENGTH = 1;
    public const int TREATMENT_DATA_MAIN_CODE_AT = 1;
    public const int TREATMENT_DATA_MAIN_CODE_LENGTH = 5;
    public const int TREATMENT_DATA_SUB_CODE1_AT = 6;
    public const int TREATMENT_DATA_SUB_CODE1_LENGTH = 5;
    public const int TREATMENT_DATA_SUB_CODE2_AT = 11;
    public const int TREATMENT_DATA_SUB_CODE2_LENGTH = 5;
    public const int TREATMENT_DATA_SUB_CODE3_AT = 16;
    public const int TREATMENT_DATA_SUB_CODE3_LENGTH = 5;
    public const int TREATMENT_DATA_SUB_CODE4_AT = 21;
    public const int TREATMENT_DATA_SUB_CODE4_LENGTH = 5;
    public const int TREATMENT_DATA_SUB_CODE5_AT = 26;
    public const int TREATMENT_DATA_SUB_CODE5_LENGTH = 5;
    public const int TREATMENT_DATA_OUTPATIENT_FEE_AT = 31;
    public const int TREATMENT_DATA_OUTPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_DATA_OUTPATIENT_COPAY_AT = 39;
    public const int TREATMENT_DATA_OUTPATIENT_COPAY_LENGTH = 8;
    public const int TREATMENT_DATA_INPATIENT_FEE_AT = 47;
    public const int TREATMENT_DATA_INPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_DATA_INPATIENT_COPAY_SHORT_AT = 55;
    public const int TREATMENT_DATA_INPATIENT_COPAY_SHORT_LENGTH = 7;
    public const int TREATMENT_DATA_INPATIENT_COPAY_LONG_AT = 62;
    public const int TREATMENT_DATA_INPATIENT_COPAY_LONG_LENGTH = 7;
    // 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
    public const int TREATMENT_DATA_ICD10_LENGTH = 93;
    public const int TREATMENT_DATA_ICD10_AFTER_CHECK_AT = 0;
    public const int TREATMENT_DATA_ICD10_AFTER_CHECK_LENGTH = 1;
    public const int TREATMENT_DATA_ICD10_MAIN_CODE_AT = 2;
    public const int TREATMENT_DATA_ICD10_MAIN_CODE_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_SUB_CODE1_AT = 11;
    public const int TREATMENT_DATA_ICD10_SUB_CODE1_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_SUB_CODE2_AT = 20;
    public const int TREATMENT_DATA_ICD10_SUB_CODE2_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_SUB_CODE3_AT = 29;
    public const int TREATMENT_DATA_ICD10_SUB_CODE3_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_SUB_CODE4_AT = 38;
    public const int TREATMENT_DATA_ICD10_SUB_CODE4_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_SUB_CODE5_AT = 47;
    public const int TREATMENT_DATA_ICD10_SUB_CODE5_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_OUTPATIENT_FEE_AT = 55;
    public const int TREATMENT_DATA_ICD10_OUTPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_AT = 63;
    public const int TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_LENGTH = 8;
    public const int TREATMENT_DATA_ICD10_INPATIENT_FEE_AT = 71;
    public const int TREATMENT_DATA_ICD10_INPATIENT_FEE_LENGTH = 8;
    public const int TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_AT = 79;
    public const int TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_LENGTH = 7;
    public const int TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_AT = 86;
    public const int TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_LENGTH = 7;
    // 處方簽章 / item's signature (1.48)
    public const int PRESCRIPTION_SIGNATURE_LENGTH = 40;
    public const int PRESCRIPTION_SIGNATURE_SIGNATURE_AT = 0;
    public const int PRESCRIPTION_SIGNATURE_SIGNATURE_LENGTH = 40;
    // 各組處方簽章 / items' signatures (1.49)
    public const int PRESCRIPTION_SIGNATURES_LENGTH = 2400;
    public const int PRESCRIPTION_SIGNATURES_ITEMS_AT = 0;
    public const int PRESCRIPTION_SIGNATURES_ITEMS_COUNT = 60;
    public const int PRESCRIPTION_SIGNATURES_ITEMS_STEP = 40;
    public const int PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_AT = 0;
    public const int PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_LENGTH = 40;
    // 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
    public const int VISIT_GRANT_LENGTH = 316;
    public const int VISIT_GRANT_VISIT_TIME_AT = 0;
    public const int VISIT_GRANT_VISIT_TIME_LENGTH = 13;
    public const int VISIT_GRANT_SEQ_NUMBER_AT = 13;
    public const int VISIT_GRANT_SEQ_NUMBER_LENGTH = 4;
    public const int VISIT_GRANT_HOSP_ID_AT = 17;
    public const int VISIT_GRANT_HOSP_ID_LENGTH = 10;
    public const int VISIT_GRANT_SIGNATURE_AT = 27;
    public const int VISIT_GRANT_SIGNATURE_LENGTH = 256;
    public const int VISIT_GRANT_SAM_ID_AT = 283;
    public const int VISIT_GRANT_SAM_ID_LENGTH = 12;
    public const int VISIT_GRANT_SAME_DAY_AT = 295;
    public const int VISIT_GRANT_SAME_DAY_LENGTH = 1;
    public const int VISIT_GRANT_TREAT_NUM_AT = 296;
    public const int VISIT_GRANT_TREAT_NUM_LENGTH = 20;
    // 無卡就醫識別碼 / treatment identifier without a card (1.54)
    public const int TREAT_NUM_NO_CARD_LENGTH = 43;
    public const int TREAT_NUM_NO_CARD_VISIT_TIME_AT = 0;
    public const int TREAT_NUM_NO_CARD_VISIT_TIME_LENGTH = 13;
    public const int TREAT_NUM_NO_CARD_HOSP_ID_AT = 13;
    public const int TREAT_NUM_NO_CARD_HOSP_ID_LENGTH = 10;
    public const int TREAT_NUM_NO_CARD_TREAT_NUM_AT = 23;
    public const int TREAT_NUM_NO_CARD_TREAT_NUM_LENGTH = 20;
    // 就醫識別碼 / treatment identifier (1.56)
    public const int TREAT_NUM_CARD_LENGTH = 20;
    public const int TREAT_NUM_CARD_TREAT_NUM_AT = 0;
    public const int TREAT_NUM_CARD_TREAT_NUM_LENGTH = 20;
    // 醫療院所代碼 / institution code (2.2)
    public const int HOSPITAL_LENGTH = 10;
    public const int HOSPITAL_HOSP_ID_AT = 0;
    public const int HOSPITAL_HOSP_ID_LENGTH = 10;
    // 上傳收據 / receipt of an upload (3.1, 3.2)
    public const int UPLOAD_RECEIPT_LENGTH = 50;
    public const int UPLOAD_RECEIPT_SAM_ID_AT = 0;
    public const int UPLOAD_RECEIPT_SAM_ID_LENGTH = 12;
    public const int UPLOAD_RECEIPT_HOSP_ID_AT = 12;
    public const int UPLOAD_RECEIPT_HOSP_ID_LENGTH = 10;
    public const int UPLOAD_RECEIPT_SENT_AT_AT = 22;
    public const int UPLOAD_RECEIPT_SENT_AT_LENGTH = 14;
    public const int UPLOAD_RECEIPT_RECEIVED_AT_AT = 36;
    public const int UPLOAD_RECEIPT_RECEIVED_AT_LENGTH = 14;
    // 醫事人員卡序號 / professional card's number (4.5)
    public const int HPC_NUMBER_LENGTH = 12;
    public const int HPC_NUMBER_CARD_NO_AT = 0;
    public const int HPC_NUMBER_CARD_NO_LENGTH = 12;
    // 醫事人員身分證字號 / professional's id number (4.6)
    public const int HPC_ID_LENGTH = 10;
    public const int HPC_ID_PERSON_ID_AT = 0;
    public const int HPC_ID_PERSON_ID_LENGTH = 10;
    // 醫事人員中文姓名 / professional's Chinese name (4.7)
    public const int HPC_CHINESE_NAME_LENGTH = 20;
    public const int HPC_CHINESE_NAME_NAME_AT = 0;
    public const int HPC_CHINESE_NAME_NAME_LENGTH = 20;
    // 醫事人員英文姓名 / professional's English name (4.8)
    public const int HPC_ENGLISH_NAME_LENGTH = 40;
    public const int HPC_ENGLISH_NAME_NAME_AT = 0;
    public const int HPC_ENGLISH_NAME_NAME_LENGTH = 40;
    // 保險人資料 / the insurer's data (hisGetInsurerData)
    public const int INSURER_DATA_LENGTH = 20;
    public const int INSURER_DATA_INSURER_CODE_AT = 0;
    public const int INSURER_DATA_INSURER_CODE_LENGTH = 2;
    public const int INSURER_DATA_INSURED_MARK_AT = 2;
    public const int INSURER_DATA_INSURED_MARK_LENGTH = 1;
    public const int INSURER_DATA_VALID_UNTIL_AT = 3;
    public const int INSURER_DATA_VALID_UNTIL_LENGTH = 7;
    public const int INSURER_DATA_AVAILABLE_AT = 10;
    public const int INSURER_DATA_AVAILABLE_LENGTH = 2;
    public const int INSURER_DATA_NEWBORN_DATE_AT = 12;
    public const int INSURER_DATA_NEWBORN_DATE_LENGTH = 7;
    public const int INSURER_DATA_NEWBORN_MARK_AT = 19;
    public const int INSURER_DATA_NEWBORN_MARK_LENGTH = 1;
    // 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
    public const int UNDONE_VISIT_LENGTH = 31;
    public const int UNDONE_VISIT_TREAT_ITEM_AT = 0;
    public const int UNDONE_VISIT_TREAT_ITEM_LENGTH = 2;
    public const int UNDONE_VISIT_BABY_TREAT_AT = 2;
    public const int UNDONE_VISIT_BABY_TREAT_LENGTH = 1;
    public const int UNDONE_VISIT_VISIT_TIME_AT = 3;
    public const int UNDONE_VISIT_VISIT_TIME_LENGTH = 13;
    public const int UNDONE_VISIT_AFTER_CHECK_AT = 16;
    public const int UNDONE_VISIT_AFTER_CHECK_LENGTH = 1;
    public const int UNDONE_VISIT_SEQ_NUMBER_AT = 17;
    public const int UNDONE_VISIT_SEQ_NUMBER_LENGTH = 4;
    public const int UNDONE_VISIT_HOSP_ID_AT = 21;
    public const int UNDONE_VISIT_HOSP_ID_LENGTH = 10;
    // 醫療院所名稱 / institution's name (csGetHospName)
    public const int HOSPITAL_NAME_LENGTH = 60;
    public const int HOSPITAL_NAME_HOSP_NAME_AT = 0;
    public const int HOSPITAL_NAME_HOSP_NAME_LENGTH = 60;
    // 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
    public const int HOSPITAL_ABB_NAME_LENGTH = 20;
    public const int HOSPITAL_ABB_NAME_HOSP_ABB_NAME_AT = 0;
    public const int HOSPITAL_ABB_NAME_HOSP_ABB_NAME_LENGTH = 20;
    // 醫事人員卡資料 / professional card's data (hpcGetAllData)
    public const int HPC_ALL_DATA_LENGTH = 82;
    public const int HPC_ALL_DATA_CARD_NO_AT = 0;
    public const int HPC_ALL_DATA_CARD_NO_LENGTH = 12;
    public const int HPC_ALL_DATA_PERSON_ID_AT = 12;
    public const int HPC_ALL_DATA_PERSON_ID_LENGTH = 10;
    public const int HPC_ALL_DATA_NAME_AT = 22;
    public const int HPC_ALL_DATA_NAME_LENGTH = 20;
    public const int HPC_ALL_DATA_ENGLISH_NAME_AT = 42;
    public const int HPC_ALL_DATA_ENGLISH_NAME_LENGTH = 40;
    // 登入用亂數 / random for a log-in (VPNGetRandom)
    public const int VPN_RANDOM_LENGTH = 16;
    public const int VPN_RANDOM_RANDOM_AT = 0;
    public const int VPN_RANDOM_RANDOM_LENGTH = 16;
    // 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
    public const int VPN_SIGNATURE_LENGTH = 315;
    public const int VPN_SIGNATURE_SIGNED_AT_AT = 0;
    public const int VPN_SIGNATURE_SIGNED_AT_LENGTH = 13;
    public const int VPN_SIGNATURE_SAM_ID_AT = 13;
    public const int VPN_SIGNATURE_SAM_ID_LENGTH = 12;
    public const int VPN_SIGNATURE_HOSP_ID_AT = 25;
    public const int VPN_SIGNATURE_HOSP_ID_LENGTH = 10;
    public const int VPN_SIGNATURE_HC_CARD_NO_AT = 35;
    public const int VPN_SIGNATURE_HC_CARD_NO_LENGTH = 12;
    public const int VPN_SIGNATURE_HPC_CARD_NO_AT = 47;
    public const int VPN_SIGNATURE_HPC_CARD_NO_LENGTH = 12;
    public const int VPN_SIGNATURE_SIGNATURE_AT = 59;
    public const int VPN_SIGNATURE_SIGNATURE_LENGTH = 256;

    private static readonly Encoding Big5 = Encoding.GetEncoding(950);

    // 取一個欄位 / one field
    public static string Field(byte[] buffer, int at, int length)
    {
        return Big5.GetString(buffer, at, length).TrimEnd(' ');
    }
}
