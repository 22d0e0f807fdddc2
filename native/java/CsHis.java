// CsHis.java: Java（JNA）宣告 / declarations for Java (JNA)
// OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.ShortByReference;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** 文字是 Big5 / text is Big5. */
public interface CsHis extends Library {
    Charset BIG5 = Charset.forName("x-windows-950");

    /** Windows 找 cshis.dll，Linux 找 libcshis.so / cshis.dll on Windows, libcshis.so on Linux. */
    static CsHis load() {
        Map<String, Object> options = new HashMap<>();
        options.put(Library.OPTION_STRING_ENCODING, BIG5.name());
        options.put(Library.OPTION_CALLING_CONVENTION,
                Platform.isWindows() ? Function.ALT_CONVENTION : Function.C_CONVENTION);
        return Native.load("cshis", CsHis.class, options);
    }

    /** 取一個欄位 / one field. */
    static String field(byte[] buffer, int at, int length) {
        return new String(buffer, at, length, BIG5).replaceAll(" +$", "");
    }

    /** 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN. */
    int hisGetBasicData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.2 診間服務時讀取基本資料 / Basic data for the consulting room. */
    int hisGetRegisterBasic(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.3 預防保健掛號 / Preventive services. */
    int hisGetRegisterPrevent(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.4 孕婦產前檢查掛號 / Antenatal examinations. */
    int hisGetRegisterPregnant(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card. */
    int hisGetTreatmentNoNeedHPC(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.6 讀取就醫累計資料 / Cumulative data. */
    int hisGetCumulativeData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.7 讀取醫療費用總累計 / Fees since the card was issued. */
    int hisGetCumulativeFee(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card. */
    int hisGetTreatmentNeedHPC(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53). */
    @Deprecated
    int hisGetSeqNumber(String cTreatItem, String cBabyTreat, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.10 讀取處方箋 / Prescriptions. */
    int hisReadPrescription(byte[] pOutpatientPrescription, ShortByReference iBufferLenOutpatient, byte[] pLongTermPrescription, ShortByReference iBufferLenLongTerm, byte[] pImportantTreatmentCode, ShortByReference iBufferLenImportant, byte[] pIrritationDrug, ShortByReference iBufferLenIrritation);

    /** 1.11 讀取預防接種資料 / Vaccinations. */
    int hisGetInoculateData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care. */
    int hisGetOrganDonate(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.13 讀取緊急聯絡電話 / Emergency telephone. */
    int hisGetEmergentTel(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.14 讀取最近一次就醫序號 / Last visit number. */
    int hisGetLastSeqNum(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.15 讀取卡片狀態 / A card's state. */
    int hisGetCardStatus(int CardType);

    /** 1.16 就醫診療資料寫入 / Write diagnoses. */
    int hisWriteTreatmentCode(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite, byte[] pBufferDocID);

    /** 1.17 就醫費用資料寫入 / Write fees. */
    int hisWriteTreatmentFee(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite);

    /** 1.18 處方箋寫入 / Write a prescription item. */
    int hisWritePrescription(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite);

    /** 1.19 新生兒註記寫入 / Attach a newborn. */
    int hisWriteNewBorn(String pPatientID, String pPatientBirthDate, String pNewBornDate, String pNoOfDelivered);

    /** 1.20 過敏藥物寫入 / Write allergies. */
    int hisWriteAllergicMedicines(String pPatientID, String pPatientBirthDate, byte[] pDataWrite, byte[] pBufferDocID);

    /** 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care. */
    int hisWriteOrganDonate(String pPatientID, String pPatientBirthDate, String pOrganDonate);

    /** 1.22 預防保健資料寫入 / Write a preventive service. */
    int hisWriteHealthInsurance(String pPatientID, String pPatientBirthDate, String pServiceItem, String pServiceItemCode);

    /** 1.23 緊急聯絡電話寫入 / Write the emergency telephone. */
    int hisWriteEmergentTel(String pPatientID, String pPatientBirthDate, String pEmergentTel);

    /** 1.24 產前檢查資料寫入 / Write an antenatal examination. */
    int hisWritePredeliveryCheckup(String pPatientID, String pPatientBirthDate, String pCheckupCode);

    /** 1.25 清除產前檢查資料 / Delete antenatal examinations. */
    int hisDeletePredeliveryData(String pPatientID, String pPatientBirthDate);

    /** 1.26 預防接種資料寫入 / Write a vaccination. */
    int hisWriteInoculateData(String pPatientID, String pPatientBirthDate, String pItem, String pPackageNumber);

    /** 1.27 驗證健保卡密碼 / Verify the health card's PIN. */
    int csVerifyHCPIN();

    /** 1.28 輸入新的健保卡密碼 / Set a new PIN. */
    int csInputHCPIN();

    /** 1.29 停用健保卡密碼 / Disable the PIN. */
    int csDisableHCPIN();

    /** 1.30 健保卡卡片內容更新 / Update the card's contents. */
    int csUpdateHCContents();

    /** 1.31 開啟讀卡機連結埠 / Open the reader's port. */
    int csOpenCom(int Comport);

    /** 1.32 關閉讀卡機連結埠 / Close the reader's port. */
    int csCloseCom();

    /** 1.33 讀取重大傷病註記 / Catastrophic illness. */
    int hisGetCriticalIllness(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.34 讀取讀卡機日期時間 / The reader's date and time. */
    int csGetDateTime(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.35 讀取卡片號碼 / A card's number. */
    int csGetCardNo(int CardType, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.36 檢查健保卡是否設定密碼 / Is a PIN set?. */
    int csISSetPIN();

    /** 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature). */
    int hisGetSeqNumber256(String cTreatItem, String cBabyTreat, String cTreatAfterCheck, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available. */
    int hisGetRegisterBasic2(byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.39 退掛 / Undo a registration. */
    int csUnGetSeqNumber(String pUnTreatDate);

    /** 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset. */
    int csUpdateHCNoReset();

    /** 1.41 讀取門診處方箋 / Outpatient prescriptions. */
    int hisReadPrescriptMain(byte[] pOutpatientPrescription, ShortByReference iBufferLenOutpatient, int iStartPos, int iEndPos, ShortByReference iRecCount);

    /** 1.42 讀取長期處方箋 / Long-term prescriptions. */
    int hisReadPrescriptLongTerm(byte[] pLongTermPrescription, ShortByReference iBufferLenLongTerm, int iStartPos, int iEndPos, ShortByReference iRecCount);

    /** 1.43 讀取重要醫令 / Important orders. */
    int hisReadPrescriptHVE(byte[] pImportantTreatmentCode, ShortByReference iBufferLenImportant, int iStartPos, int iEndPos, ShortByReference iRecCount);

    /** 1.44 讀取過敏藥物 / Allergies. */
    int hisReadPrescriptAllergic(byte[] pIrritationDrug, ShortByReference iBufferLenIrritation, int iStartPos, int iEndPos, ShortByReference iRecCount);

    /** 1.45 多筆處方箋寫入 / Write prescription items. */
    int hisWriteMultiPrescript(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite, ShortByReference iWriteCount);

    /** 1.46 過敏藥物寫入指定欄位 / Write one allergy. */
    int hisWriteAllergicNum(String pPatientID, String pPatientBirthDate, byte[] pDataWrite, byte[] pBufferDocID, int iNum);

    /** 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees. */
    int hisWriteTreatmentData(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite, byte[] pBufferDocID);

    /** 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed. */
    int hisWritePrescriptionSign(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed. */
    int hisWriteMultiPrescriptSign(String pDateTime, String pPatientID, String pPatientBirthDate, byte[] pDataWrite, ShortByReference iWriteCount, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person. */
    int hisGetCriticalIllnessID(String pPatientID, String pPatientBirthDate, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.51 取得控制軟體版本 / Version of the control software. */
    int csGetVersionEx(byte[] pPath);

    /** 1.52 重置讀卡機或卡片 / Reset reader or cards. */
    int csSoftwareReset(int iType);

    /** 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier. */
    int hisGetSeqNumber256N1(String cTreatItem, String cBabyTreat, String cTreatAfterCheck, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.54 無卡取得就醫識別碼 / Treatment identifier without a card. */
    int hisGetTreatNumNoICCard(String pPatientID, String pHospID, byte[] pBuffer, ShortByReference iBufferLen);

    /** 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card. */
    int hisGetTreatNumICCard(String pDateTime, byte[] pBuffer, ShortByReference iBufferLen);

    /** 2.1 安全模組與資料中心認證 / Verify the security module with the data centre. */
    int csVerifySAMDC();

    /** 2.2 讀取安全模組院所代碼 / The security module's institution. */
    int csGetHospID(byte[] pBuffer, ShortByReference iBufferLen);

    /** 2.2 讀取安全模組院所代碼 / The security module's institution. */
    int csGetHOSPID(byte[] pBuffer, ShortByReference iBufferLen);

    /** 3.1 資料上傳 / Upload a file. */
    int csUploadData(String pUploadFileName, byte[] pFileSize, byte[] pNumber, byte[] pBuffer, ShortByReference iBufferLen);

    /** 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders. */
    int csUploadDataPrec(String pUploadFileName, byte[] pFileSize, byte[] pNumber, byte[] pPrecNumber, byte[] pBuffer, ShortByReference iBufferLen);

    /** 4.1 取得醫事人員卡狀態 / Is a professional card there?. */
    int hpcGetHPCStatus(int Req, ShortByReference iStatus);

    /** 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN. */
    int hpcVerifyHPCPIN();

    /** 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card. */
    int hpcInputHPCPIN();

    /** 4.4 解開鎖住的醫事人員卡 / Unlock the professional card. */
    int hpcUnlockHPC();

    /** 4.5 取得醫事人員卡序號 / The professional card's number. */
    int hpcGetHPCSN(byte[] SN, ShortByReference Len_SN);

    /** 4.6 取得醫事人員身分證字號 / The professional's id number. */
    int hpcGetHPCSSN(byte[] SSN, ShortByReference Len_SSN);

    /** 4.7 取得醫事人員中文姓名 / The professional's Chinese name. */
    int hpcGetHPCCNAME(byte[] CNAME, ShortByReference Len_CNAME);

    /** 4.8 取得醫事人員英文姓名 / The professional's English name. */
    int hpcGetHPCENAME(byte[] ENAME, ShortByReference Len_ENAME);

    /** 4.8 取得醫事人員英文姓名 / The professional's English name. */
    int hisGetHPCENAME(byte[] ENAME, ShortByReference Len_ENAME);

    /** 5.1 疾病診斷碼押碼 / Pack a diagnosis code. */
    int hisGetICD10EnC(String pIN, byte[] pOUT);

    /** 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code. */
    int hisGetICD10DeC(String pIN, byte[] pOUT);

    /** 取得控制軟體版本（舊） / Version of the control software (old). */
    int csGetVersion();

    /** 讀取保險人資料 / The insurer's data. */
    int hisGetInsurerData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 讀取最近一次退掛資料 / Last undone registration. */
    int csGetLastUnTreatmentData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 資料下載 / Download a file. */
    int csDownloadData(String pSAMID, String pHospID, String pNumber, String pSendDate, String pRecvDate, String pServerRandom, String pDownloadFileName);

    /** 讀取安全模組的院所名稱 / The institution's name. */
    int csGetHospName(byte[] pBuffer, ShortByReference iBufferLen);

    /** 讀取安全模組的院所簡稱 / The institution's abbreviated name. */
    int csGetHospAbbName(byte[] pBuffer, ShortByReference iBufferLen);

    /** 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2). */
    int hpcVerifyHPCPINR();

    /** 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8). */
    int hpcGetAllData(byte[] pBuffer, ShortByReference iBufferLen);

    /** 取得醫事人員卡類別 / The professional card's kind. */
    int hisGetHPCType();

    /** 取得登入用亂數 / A random for a log-in. */
    int VPNGetRandom(byte[] pBuffer, ShortByReference iBufferLen);

    /** 登入與上傳服務的簽章 / Sign for a log-in or an upload service. */
    int VPNH_Sign(String pRandom, int iCardType, int iService, byte[] pBuffer, ShortByReference iBufferLen);

    /** 驗證登入與上傳服務的簽章 / Verify such a signature. */
    int VPNH_VerifySign(String pRandom, int iCardType, int iService, byte[] pSign, int iSignLen);

    /** 醫事憑證通用呼叫 / Calls of the professionals' certificates. */
    int HCA_GNFuncCall(int lFunction, byte[] pIn, byte[] pOut, int l4, int l5, int l6, int l7, int l8);

    /** 啟用醫事憑證 / Enable the professionals' certificates. */
    int csEnableHCAAPI();

    /** 停用醫事憑證 / Disable the professionals' certificates. */
    int csDisableHCAAPI();

    /** 讀取安全模組資料 / The security module's own data. */
    int hisGetSam0(byte[] pBuffer, ShortByReference iBufferLen);

    /** 下載健保卡程式 / Download the health card's applet. */
    int csDownloadHCApplet();

    /** 回傳碼 / return codes. */
    interface Code {
        int FAILED = -1; // 失敗，或尚未實作 / failed, or not written yet
        int OK = 0; // 成功 / success
        int E4000 = 4000; // 讀卡機逾時 / reader time-out
        int E4012 = 4012; // 未置入安全模組卡 / no security module card
        int E4013 = 4013; // 未置入健保卡 / no health card
        int E4014 = 4014; // 未置入醫事人員卡 / no professional card
        int E4029 = 4029; // 卡片權限不足 / not allowed on this card
        int E4032 = 4032; // 插入的不是安全模組卡 / not a security module card
        int E4033 = 4033; // 置入的不是健保卡 / not a health card
        int E4034 = 4034; // 置入的不是醫事人員卡 / not a professional card
        int E4042 = 4042; // 醫事人員卡密碼尚未認證 / professional card's PIN not verified
        int E4050 = 4050; // 安全模組尚未與資料中心認證 / security module not verified
        int E4051 = 4051; // 安全模組與資料中心認證失敗 / security module refused by the data centre
        int E4061 = 4061; // 網路不通 / no network
        int E4071 = 4071; // 健保卡與資料中心認證失敗 / health card refused by the data centre
        int E5001 = 5001; // 就醫可用次數不足 / no visits left on the card
        int E5002 = 5002; // 卡片已註銷 / card cancelled
        int E5003 = 5003; // 卡片已過有效期限 / card expired
        int E5004 = 5004; // 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days
        int E5005 = 5005; // 日期時間讀取失敗 / date and time could not be read
        int E5006 = 5006; // 讀取安全模組的院所代碼失敗 / the security module's institution could not be read
        int E5007 = 5007; // 寫入就醫資料登錄失敗 / the visit could not be written
        int E5008 = 5008; // 安全模組簽章失敗 / the security module could not sign
        int E5009 = 5009; // 無寫入就醫相關紀錄之權限 / no right to write this record
        int E5010 = 5010; // 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error)
        int E5012 = 5012; // 此人未在保 / not insured
        int E5015 = 5015; // 門診處方箋讀取失敗 / outpatient prescriptions could not be read
        int E5016 = 5016; // 長期處方箋讀取失敗 / long-term prescriptions could not be read
        int E5017 = 5017; // 重要醫令讀取失敗 / important orders could not be read
        int E5018 = 5018; // 過敏藥物讀取失敗 / allergies could not be read
        int E5020 = 5020; // 資料與健保卡不是同一人 / another person than the card says
        int E5022 = 5022; // 卡片裡找不到這筆就醫 / no such visit on the card
        int E5023 = 5023; // 就醫資料登錄寫入失敗 / the visit could not be written
        int E5028 = 5028; // 就醫費用寫入失敗 / the fees could not be written
        int E5033 = 5033; // 門診處方箋寫入失敗 / the prescription could not be written
        int E5051 = 5051; // 新生兒註記寫入失敗 / the newborn could not be written
        int E5052 = 5052; // 新生兒依附資料不完整 / the newborn's data are not complete
        int E5056 = 5056; // 讀取醫事人員身分證號失敗 / the professional's id could not be read
        int E5057 = 5057; // 過敏藥物寫入失敗 / the allergy could not be written
        int E5061 = 5061; // 器官捐贈註記寫入失敗 / the consent could not be written
        int E5062 = 5062; // 放棄器官捐贈註記輸入 / entering the consent was given up
        int E5067 = 5067; // 安全模組的院所代碼讀取失敗 / the security module's institution could not be read
        int E5068 = 5068; // 預防保健資料寫入失敗 / the preventive service could not be written
        int E5071 = 5071; // 緊急聯絡電話寫入失敗 / the telephone could not be written
        int E5078 = 5078; // 產前檢查資料寫入失敗 / the antenatal examination could not be written
        int E5079 = 5079; // 性別不符：卡片記載為男性 / the card says male
        int E5081 = 5081; // 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel
        int E5082 = 5082; // 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel
        int E5083 = 5083; // 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC
        int E5084 = 5084; // 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel
        int E5087 = 5087; // 清除產前檢查資料失敗 / antenatal examinations could not be deleted
        int E5093 = 5093; // 預防接種資料寫入失敗 / the vaccination could not be written
        int E5102 = 5102; // 密碼不符或已鎖住 / wrong or locked PIN
        int E5105 = 5105; // 原密碼尚未通過認證 / the present PIN was not verified
        int E5107 = 5107; // 兩次新密碼不同 / the two new PINs differ
        int E5108 = 5108; // 密碼變更失敗 / the PIN could not be changed
        int E5109 = 5109; // 密碼輸入已取消 / PIN entry was cancelled
        int E5110 = 5110; // 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN
        int E5111 = 5111; // 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use
        int E5122 = 5122; // 醫事人員卡仍未解開 / the professional card is still locked
        int E5130 = 5130; // 更新健保卡內容失敗 / the card's contents could not be updated
        int E5141 = 5141; // 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only
        int E5150 = 5150; // 卡片中無此筆就醫 / no such visit on the card
        int E5151 = 5151; // 就醫類別為數值才可退掛 / only numbered categories can be undone
        int E5152 = 5152; // 醫療院所不同，不可退掛 / another institution's visit
        int E5153 = 5153; // 已經退掛過 / already undone
        int E5154 = 5154; // 超過可退掛的 24 小時 / more than 24 hours ago
        int E5160 = 5160; // 就醫可用次數不合理 / the visits available do not fit
        int E5161 = 5161; // 最近一次就醫年不合理 / the last number's year does not fit
        int E5162 = 5162; // 最近一次就醫序號不合理 / the last number does not fit
        int E5163 = 5163; // 住診費用總累計不合理 / total inpatient fees don't fit
        int E5164 = 5164; // 門診費用總累計不合理 / total outpatient fees don't fit
        int E5165 = 5165; // 就醫累計資料年不合理 / the cumulative data's year does not fit
        int E5166 = 5166; // 就醫累計次數不合理 / the count of visits does not fit
        int E5167 = 5167; // 門診部分負擔累計不合理 / outpatient copayments don't fit
        int E5168 = 5168; // 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit
        int E5169 = 5169; // 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit
        int E5170 = 5170; // 門診＋住診部分負擔累計不合理 / all copayments don't fit
        int E5171 = 5171; // 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit
        int E5172 = 5172; // 門診醫療費用累計不合理 / outpatient fees don't fit
        int E5173 = 5173; // 住診醫療費用累計不合理 / inpatient fees don't fit
        int E5174 = 5174; // 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid)
        int E6005 = 6005; // 安全模組的外部認證失敗 / the SAM did not accept the data centre
        int E6006 = 6006; // 資料中心的外部認證失敗 / the data centre did not accept the SAM
        int E6007 = 6007; // 安全模組的內部認證失敗 / the SAM's internal authentication failed
        int E6008 = 6008; // 寫入讀卡機日期時間失敗 / the reader's clock could not be set
        int E6014 = 6014; // 資料中心驗證簽章失敗 / the data centre refused the signature
        int E6015 = 6015; // 檔案大小不合或傳輸失敗 / size differs or transfer failed
        int E6016 = 6016; // 記憶體或磁碟空間不足 / out of memory or disk
        int E6017 = 6017; // 找不到檔案或沒有權限 / file not found or not allowed
        int E6018 = 6018; // 參數錯誤 / wrong parameter
        int E9013 = 9013; // 無效的安全模組 / invalid security module
        int E9020 = 9020; // 資料中心驗章錯誤 / the data centre found the signature wrong
        int E9081 = 9081; // 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet
        int E9082 = 9082; // 此卡已註銷，無法更新 / card cancelled: cannot be updated
        int E9083 = 9083; // 不在保 / not insured
        int E9084 = 9084; // 停保中 / insurance suspended
        int E9085 = 9085; // 已退保 / insurance ended
        int E9086 = 9086; // 個人欠費 / the person owes premiums
        int E9087 = 9087; // 負責人欠費 / the responsible person owes premiums
        int E9088 = 9088; // 投保單位欠費 / the insuring unit owes premiums
        int E9089 = 9089; // 個人及單位均欠費 / person and unit owe premiums
        int E9090 = 9090; // 欠費且未在保 / owes premiums and is not insured
        int E9100 = 9100; // 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies
        int E9127 = 9127; // 找不到對應編碼或參數不正確 / not in the packed range, or not valid
        int E9129 = 9129; // 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution
        int E9130 = 9130; // 醫事人員卡已註銷或停用 / professional card cancelled
        int E9140 = 9140; // 醫事人員卡已逾有效期限 / professional card expired
    }

    /** 緩衝區配置：_AT 由 0 起算，群組內由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning. */
    interface Layout {
        // 基本資料 / basic data (1.1)
        int BASIC_DATA_LENGTH = 72;
        int BASIC_DATA_CARD_NO_AT = 0;
        int BASIC_DATA_CARD_NO_LENGTH = 12;
        int BASIC_DATA_NAME_AT = 12;
        int BASIC_DATA_NAME_LENGTH = 20;
        int BASIC_DATA_PERSON_ID_AT = 32;
        int BASIC_DATA_PERSON_ID_LENGTH = 10;
        int BASIC_DATA_BIRTH_DATE_AT = 42;
        int BASIC_DATA_BIRTH_DATE_LENGTH = 7;
        int BASIC_DATA_SEX_AT = 49;
        int BASIC_DATA_SEX_LENGTH = 1;
        int BASIC_DATA_ISSUE_DATE_AT = 50;
        int BASIC_DATA_ISSUE_DATE_LENGTH = 7;
        int BASIC_DATA_CANCEL_MARK_AT = 57;
        int BASIC_DATA_CANCEL_MARK_LENGTH = 1;
        int BASIC_DATA_EMERGENCY_TEL_AT = 58;
        int BASIC_DATA_EMERGENCY_TEL_LENGTH = 14;
        // 診間基本資料 / basic data for the consulting room (1.2)
        int REGISTER_BASIC_LENGTH = 78;
        int REGISTER_BASIC_CARD_NO_AT = 0;
        int REGISTER_BASIC_CARD_NO_LENGTH = 12;
        int REGISTER_BASIC_NAME_AT = 12;
        int REGISTER_BASIC_NAME_LENGTH = 20;
        int REGISTER_BASIC_PERSON_ID_AT = 32;
        int REGISTER_BASIC_PERSON_ID_LENGTH = 10;
        int REGISTER_BASIC_BIRTH_DATE_AT = 42;
        int REGISTER_BASIC_BIRTH_DATE_LENGTH = 7;
        int REGISTER_BASIC_SEX_AT = 49;
        int REGISTER_BASIC_SEX_LENGTH = 1;
        int REGISTER_BASIC_ISSUE_DATE_AT = 50;
        int REGISTER_BASIC_ISSUE_DATE_LENGTH = 7;
        int REGISTER_BASIC_CANCEL_MARK_AT = 57;
        int REGISTER_BASIC_CANCEL_MARK_LENGTH = 1;
        int REGISTER_BASIC_INSURER_CODE_AT = 58;
        int REGISTER_BASIC_INSURER_CODE_LENGTH = 2;
        int REGISTER_BASIC_INSURED_MARK_AT = 60;
        int REGISTER_BASIC_INSURED_MARK_LENGTH = 1;
        int REGISTER_BASIC_VALID_UNTIL_AT = 61;
        int REGISTER_BASIC_VALID_UNTIL_LENGTH = 7;
        int REGISTER_BASIC_AVAILABLE_AT = 68;
        int REGISTER_BASIC_AVAILABLE_LENGTH = 2;
        int REGISTER_BASIC_NEWBORN_DATE_AT = 70;
        int REGISTER_BASIC_NEWBORN_DATE_LENGTH = 7;
        int REGISTER_BASIC_NEWBORN_MARK_AT = 77;
        int REGISTER_BASIC_NEWBORN_MARK_LENGTH = 1;
        // 預防保健資料 / preventive services (1.3)
        int REGISTER_PREVENT_LENGTH = 126;
        int REGISTER_PREVENT_ITEMS_AT = 0;
        int REGISTER_PREVENT_ITEMS_COUNT = 6;
        int REGISTER_PREVENT_ITEMS_STEP = 21;
        int REGISTER_PREVENT_ITEMS_SERVICE_ITEM_AT = 0;
        int REGISTER_PREVENT_ITEMS_SERVICE_ITEM_LENGTH = 2;
        int REGISTER_PREVENT_ITEMS_CHECK_DATE_AT = 2;
        int REGISTER_PREVENT_ITEMS_CHECK_DATE_LENGTH = 7;
        int REGISTER_PREVENT_ITEMS_HOSP_ID_AT = 9;
        int REGISTER_PREVENT_ITEMS_HOSP_ID_LENGTH = 10;
        int REGISTER_PREVENT_ITEMS_CHECK_CODE_AT = 19;
        int REGISTER_PREVENT_ITEMS_CHECK_CODE_LENGTH = 2;
        // 孕婦產前檢查資料 / antenatal examinations (1.4)
        int REGISTER_PREGNANT_LENGTH = 209;
        int REGISTER_PREGNANT_ITEMS_AT = 0;
        int REGISTER_PREGNANT_ITEMS_COUNT = 11;
        int REGISTER_PREGNANT_ITEMS_STEP = 19;
        int REGISTER_PREGNANT_ITEMS_CHECK_DATE_AT = 0;
        int REGISTER_PREGNANT_ITEMS_CHECK_DATE_LENGTH = 7;
        int REGISTER_PREGNANT_ITEMS_HOSP_ID_AT = 7;
        int REGISTER_PREGNANT_ITEMS_HOSP_ID_LENGTH = 10;
        int REGISTER_PREGNANT_ITEMS_CHECK_CODE_AT = 17;
        int REGISTER_PREGNANT_ITEMS_CHECK_CODE_LENGTH = 2;
        // 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
        int TREATMENT_NO_NEED_HPC_LENGTH = 498;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_AT = 0;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_COUNT = 6;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_STEP = 14;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_AT = 0;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_AT = 7;
        int TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
        int TREATMENT_NO_NEED_HPC_VISITS_AT = 84;
        int TREATMENT_NO_NEED_HPC_VISITS_COUNT = 6;
        int TREATMENT_NO_NEED_HPC_VISITS_STEP = 69;
        int TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_AT = 0;
        int TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_LENGTH = 2;
        int TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_AT = 2;
        int TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_LENGTH = 1;
        int TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_AT = 3;
        int TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
        int TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_AT = 16;
        int TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_LENGTH = 1;
        int TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_AT = 17;
        int TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_LENGTH = 4;
        int TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_AT = 21;
        int TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_LENGTH = 10;
        int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_AT = 31;
        int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_LENGTH = 8;
        int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_AT = 39;
        int TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_LENGTH = 8;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_AT = 47;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_LENGTH = 8;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_AT = 55;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_LENGTH = 7;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_AT = 62;
        int TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_LENGTH = 7;
        // 就醫累計資料 / cumulative data (1.6)
        int CUMULATIVE_DATA_LENGTH = 134;
        int CUMULATIVE_DATA_YEARS_AT = 0;
        int CUMULATIVE_DATA_YEARS_COUNT = 2;
        int CUMULATIVE_DATA_YEARS_STEP = 67;
        int CUMULATIVE_DATA_YEARS_YEAR_AT = 0;
        int CUMULATIVE_DATA_YEARS_YEAR_LENGTH = 3;
        int CUMULATIVE_DATA_YEARS_VISITS_AT = 3;
        int CUMULATIVE_DATA_YEARS_VISITS_LENGTH = 4;
        int CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_AT = 7;
        int CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_LENGTH = 10;
        int CUMULATIVE_DATA_YEARS_INPATIENT_FEE_AT = 17;
        int CUMULATIVE_DATA_YEARS_INPATIENT_FEE_LENGTH = 10;
        int CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_AT = 27;
        int CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_LENGTH = 8;
        int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_AT = 35;
        int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_LENGTH = 8;
        int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_AT = 43;
        int CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_LENGTH = 8;
        int CUMULATIVE_DATA_YEARS_COPAY_AT = 51;
        int CUMULATIVE_DATA_YEARS_COPAY_LENGTH = 8;
        int CUMULATIVE_DATA_YEARS_COPAY_SHORT_AT = 59;
        int CUMULATIVE_DATA_YEARS_COPAY_SHORT_LENGTH = 8;
        // 醫療費用總累計 / fees since the card was issued (1.7)
        int CUMULATIVE_FEE_LENGTH = 20;
        int CUMULATIVE_FEE_OUTPATIENT_TOTAL_AT = 0;
        int CUMULATIVE_FEE_OUTPATIENT_TOTAL_LENGTH = 10;
        int CUMULATIVE_FEE_INPATIENT_TOTAL_AT = 10;
        int CUMULATIVE_FEE_INPATIENT_TOTAL_LENGTH = 10;
        // 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
        int TREATMENT_NEED_HPC_LENGTH = 372;
        int TREATMENT_NEED_HPC_ILLNESSES_AT = 0;
        int TREATMENT_NEED_HPC_ILLNESSES_COUNT = 6;
        int TREATMENT_NEED_HPC_ILLNESSES_STEP = 19;
        int TREATMENT_NEED_HPC_ILLNESSES_CODE_AT = 0;
        int TREATMENT_NEED_HPC_ILLNESSES_CODE_LENGTH = 5;
        int TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_AT = 5;
        int TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
        int TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_AT = 12;
        int TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
        int TREATMENT_NEED_HPC_VISITS_AT = 114;
        int TREATMENT_NEED_HPC_VISITS_COUNT = 6;
        int TREATMENT_NEED_HPC_VISITS_STEP = 43;
        int TREATMENT_NEED_HPC_VISITS_VISIT_TIME_AT = 0;
        int TREATMENT_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
        int TREATMENT_NEED_HPC_VISITS_MAIN_CODE_AT = 13;
        int TREATMENT_NEED_HPC_VISITS_MAIN_CODE_LENGTH = 5;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE1_AT = 18;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE1_LENGTH = 5;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE2_AT = 23;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE2_LENGTH = 5;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE3_AT = 28;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE3_LENGTH = 5;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE4_AT = 33;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE4_LENGTH = 5;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE5_AT = 38;
        int TREATMENT_NEED_HPC_VISITS_SUB_CODE5_LENGTH = 5;
        // 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
        int TREATMENT_NEED_HPC_ICD10_LENGTH = 540;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_AT = 0;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_COUNT = 6;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_STEP = 23;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_AT = 1;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_AT = 9;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_AT = 16;
        int TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_AT = 138;
        int TREATMENT_NEED_HPC_ICD10_VISITS_COUNT = 6;
        int TREATMENT_NEED_HPC_ICD10_VISITS_STEP = 67;
        int TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_AT = 0;
        int TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_LENGTH = 13;
        int TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_AT = 14;
        int TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_AT = 23;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_AT = 32;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_AT = 41;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_AT = 50;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_LENGTH = 7;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_AT = 59;
        int TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_LENGTH = 7;
        // 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
        int VISIT_GRANT128_LENGTH = 167;
        int VISIT_GRANT128_VISIT_TIME_AT = 0;
        int VISIT_GRANT128_VISIT_TIME_LENGTH = 13;
        int VISIT_GRANT128_SEQ_NUMBER_AT = 13;
        int VISIT_GRANT128_SEQ_NUMBER_LENGTH = 4;
        int VISIT_GRANT128_HOSP_ID_AT = 17;
        int VISIT_GRANT128_HOSP_ID_LENGTH = 10;
        int VISIT_GRANT128_SIGNATURE_AT = 27;
        int VISIT_GRANT128_SIGNATURE_LENGTH = 128;
        int VISIT_GRANT128_SAM_ID_AT = 155;
        int VISIT_GRANT128_SAM_ID_LENGTH = 12;
        // 門診處方箋 / outpatient prescriptions (1.10, 1.41)
        int PRESCRIPTIONS_LENGTH = 3660;
        int PRESCRIPTIONS_ITEMS_AT = 0;
        int PRESCRIPTIONS_ITEMS_COUNT = 60;
        int PRESCRIPTIONS_ITEMS_STEP = 61;
        int PRESCRIPTIONS_ITEMS_VISIT_TIME_AT = 0;
        int PRESCRIPTIONS_ITEMS_VISIT_TIME_LENGTH = 13;
        int PRESCRIPTIONS_ITEMS_ORDER_TYPE_AT = 13;
        int PRESCRIPTIONS_ITEMS_ORDER_TYPE_LENGTH = 1;
        int PRESCRIPTIONS_ITEMS_ORDER_CODE_AT = 14;
        int PRESCRIPTIONS_ITEMS_ORDER_CODE_LENGTH = 12;
        int PRESCRIPTIONS_ITEMS_POSITION_AT = 26;
        int PRESCRIPTIONS_ITEMS_POSITION_LENGTH = 6;
        int PRESCRIPTIONS_ITEMS_USAGE_AT = 32;
        int PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
        int PRESCRIPTIONS_ITEMS_DAYS_AT = 50;
        int PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
        int PRESCRIPTIONS_ITEMS_QUANTITY_AT = 52;
        int PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
        int PRESCRIPTIONS_ITEMS_DELIVERY_AT = 59;
        int PRESCRIPTIONS_ITEMS_DELIVERY_LENGTH = 2;
        // 長期處方箋 / long-term prescriptions (1.10, 1.42)
        int LONG_TERM_PRESCRIPTIONS_LENGTH = 1320;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_AT = 0;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_COUNT = 30;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_STEP = 44;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_AT = 0;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_LENGTH = 7;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_AT = 7;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_LENGTH = 10;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_AT = 17;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_AT = 35;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_AT = 37;
        int LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
        // 重要醫令項目 / important orders (1.10, 1.43)
        int IMPORTANT_ORDERS_LENGTH = 360;
        int IMPORTANT_ORDERS_ITEMS_AT = 0;
        int IMPORTANT_ORDERS_ITEMS_COUNT = 10;
        int IMPORTANT_ORDERS_ITEMS_STEP = 36;
        int IMPORTANT_ORDERS_ITEMS_DONE_DATE_AT = 0;
        int IMPORTANT_ORDERS_ITEMS_DONE_DATE_LENGTH = 7;
        int IMPORTANT_ORDERS_ITEMS_HOSP_ID_AT = 7;
        int IMPORTANT_ORDERS_ITEMS_HOSP_ID_LENGTH = 10;
        int IMPORTANT_ORDERS_ITEMS_ORDER_CODE_AT = 17;
        int IMPORTANT_ORDERS_ITEMS_ORDER_CODE_LENGTH = 6;
        int IMPORTANT_ORDERS_ITEMS_POSITION_AT = 23;
        int IMPORTANT_ORDERS_ITEMS_POSITION_LENGTH = 6;
        int IMPORTANT_ORDERS_ITEMS_QUANTITY_AT = 29;
        int IMPORTANT_ORDERS_ITEMS_QUANTITY_LENGTH = 7;
        // 過敏藥物 / allergies (1.10, 1.20, 1.44)
        int ALLERGIES_LENGTH = 120;
        int ALLERGIES_ITEMS_AT = 0;
        int ALLERGIES_ITEMS_COUNT = 3;
        int ALLERGIES_ITEMS_STEP = 40;
        int ALLERGIES_ITEMS_DRUG_NAME_AT = 0;
        int ALLERGIES_ITEMS_DRUG_NAME_LENGTH = 40;
        // 預防接種資料 / vaccinations (1.11)
        int INOCULATE_DATA_LENGTH = 1400;
        int INOCULATE_DATA_ITEMS_AT = 0;
        int INOCULATE_DATA_ITEMS_COUNT = 40;
        int INOCULATE_DATA_ITEMS_STEP = 35;
        int INOCULATE_DATA_ITEMS_VACCINE_AT = 0;
        int INOCULATE_DATA_ITEMS_VACCINE_LENGTH = 6;
        int INOCULATE_DATA_ITEMS_DATE_AT = 6;
        int INOCULATE_DATA_ITEMS_DATE_LENGTH = 7;
        int INOCULATE_DATA_ITEMS_HOSP_ID_AT = 13;
        int INOCULATE_DATA_ITEMS_HOSP_ID_LENGTH = 10;
        int INOCULATE_DATA_ITEMS_BATCH_AT = 23;
        int INOCULATE_DATA_ITEMS_BATCH_LENGTH = 12;
        // 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
        int ORGAN_DONATE_LENGTH = 1;
        int ORGAN_DONATE_ORGAN_DONATE_AT = 0;
        int ORGAN_DONATE_ORGAN_DONATE_LENGTH = 1;
        // 緊急聯絡電話 / emergency telephone (1.13)
        int EMERGENT_TEL_LENGTH = 14;
        int EMERGENT_TEL_EMERGENCY_TEL_AT = 0;
        int EMERGENT_TEL_EMERGENCY_TEL_LENGTH = 14;
        // 最近一次就醫序號 / last visit number (1.14)
        int LAST_SEQ_NUM_LENGTH = 7;
        int LAST_SEQ_NUM_LAST_SEQ_NUMBER_AT = 0;
        int LAST_SEQ_NUM_LAST_SEQ_NUMBER_LENGTH = 7;
        // 就醫診療資料 / diagnoses of a visit (1.16)
        int TREATMENT_CODE_LENGTH = 31;
        int TREATMENT_CODE_AFTER_CHECK_AT = 0;
        int TREATMENT_CODE_AFTER_CHECK_LENGTH = 1;
        int TREATMENT_CODE_MAIN_CODE_AT = 1;
        int TREATMENT_CODE_MAIN_CODE_LENGTH = 5;
        int TREATMENT_CODE_SUB_CODE1_AT = 6;
        int TREATMENT_CODE_SUB_CODE1_LENGTH = 5;
        int TREATMENT_CODE_SUB_CODE2_AT = 11;
        int TREATMENT_CODE_SUB_CODE2_LENGTH = 5;
        int TREATMENT_CODE_SUB_CODE3_AT = 16;
        int TREATMENT_CODE_SUB_CODE3_LENGTH = 5;
        int TREATMENT_CODE_SUB_CODE4_AT = 21;
        int TREATMENT_CODE_SUB_CODE4_LENGTH = 5;
        int TREATMENT_CODE_SUB_CODE5_AT = 26;
        int TREATMENT_CODE_SUB_CODE5_LENGTH = 5;
        // 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
        int TREATMENT_CODE_ICD10_LENGTH = 55;
        int TREATMENT_CODE_ICD10_AFTER_CHECK_AT = 0;
        int TREATMENT_CODE_ICD10_AFTER_CHECK_LENGTH = 1;
        int TREATMENT_CODE_ICD10_MAIN_CODE_AT = 2;
        int TREATMENT_CODE_ICD10_MAIN_CODE_LENGTH = 7;
        int TREATMENT_CODE_ICD10_SUB_CODE1_AT = 11;
        int TREATMENT_CODE_ICD10_SUB_CODE1_LENGTH = 7;
        int TREATMENT_CODE_ICD10_SUB_CODE2_AT = 20;
        int TREATMENT_CODE_ICD10_SUB_CODE2_LENGTH = 7;
        int TREATMENT_CODE_ICD10_SUB_CODE3_AT = 29;
        int TREATMENT_CODE_ICD10_SUB_CODE3_LENGTH = 7;
        int TREATMENT_CODE_ICD10_SUB_CODE4_AT = 38;
        int TREATMENT_CODE_ICD10_SUB_CODE4_LENGTH = 7;
        int TREATMENT_CODE_ICD10_SUB_CODE5_AT = 47;
        int TREATMENT_CODE_ICD10_SUB_CODE5_LENGTH = 7;
        // 就醫費用資料 / fees of a visit (1.17)
        int TREATMENT_FEE_LENGTH = 38;
        int TREATMENT_FEE_OUTPATIENT_FEE_AT = 0;
        int TREATMENT_FEE_OUTPATIENT_FEE_LENGTH = 8;
        int TREATMENT_FEE_OUTPATIENT_COPAY_AT = 8;
        int TREATMENT_FEE_OUTPATIENT_COPAY_LENGTH = 8;
        int TREATMENT_FEE_INPATIENT_FEE_AT = 16;
        int TREATMENT_FEE_INPATIENT_FEE_LENGTH = 8;
        int TREATMENT_FEE_INPATIENT_COPAY_SHORT_AT = 24;
        int TREATMENT_FEE_INPATIENT_COPAY_SHORT_LENGTH = 7;
        int TREATMENT_FEE_INPATIENT_COPAY_LONG_AT = 31;
        int TREATMENT_FEE_INPATIENT_COPAY_LONG_LENGTH = 7;
        // 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
        int PRESCRIPTION_ITEM_LENGTH = 61;
        int PRESCRIPTION_ITEM_VISIT_TIME_AT = 0;
        int PRESCRIPTION_ITEM_VISIT_TIME_LENGTH = 13;
        int PRESCRIPTION_ITEM_ORDER_TYPE_AT = 13;
        int PRESCRIPTION_ITEM_ORDER_TYPE_LENGTH = 1;
        int PRESCRIPTION_ITEM_ORDER_CODE_AT = 14;
        int PRESCRIPTION_ITEM_ORDER_CODE_LENGTH = 12;
        int PRESCRIPTION_ITEM_POSITION_AT = 26;
        int PRESCRIPTION_ITEM_POSITION_LENGTH = 6;
        int PRESCRIPTION_ITEM_USAGE_AT = 32;
        int PRESCRIPTION_ITEM_USAGE_LENGTH = 18;
        int PRESCRIPTION_ITEM_DAYS_AT = 50;
        int PRESCRIPTION_ITEM_DAYS_LENGTH = 2;
        int PRESCRIPTION_ITEM_QUANTITY_AT = 52;
        int PRESCRIPTION_ITEM_QUANTITY_LENGTH = 7;
        int PRESCRIPTION_ITEM_DELIVERY_AT = 59;
        int PRESCRIPTION_ITEM_DELIVERY_LENGTH = 2;
        // 重大傷病註記 / catastrophic illness (1.33, 1.50)
        int CRITICAL_ILLNESS_LENGTH = 114;
        int CRITICAL_ILLNESS_ILLNESSES_AT = 0;
        int CRITICAL_ILLNESS_ILLNESSES_COUNT = 6;
        int CRITICAL_ILLNESS_ILLNESSES_STEP = 19;
        int CRITICAL_ILLNESS_ILLNESSES_CODE_AT = 0;
        int CRITICAL_ILLNESS_ILLNESSES_CODE_LENGTH = 5;
        int CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_AT = 5;
        int CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_LENGTH = 7;
        int CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_AT = 12;
        int CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_LENGTH = 7;
        // 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
        int CRITICAL_ILLNESS_ICD10_LENGTH = 138;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_AT = 0;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_COUNT = 6;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_STEP = 23;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_AT = 1;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_LENGTH = 7;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_AT = 9;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_AT = 16;
        int CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
        // 讀卡機日期時間 / date and time (1.34)
        int DATE_TIME_LENGTH = 13;
        int DATE_TIME_YEAR_AT = 0;
        int DATE_TIME_YEAR_LENGTH = 3;
        int DATE_TIME_MONTH_AT = 3;
        int DATE_TIME_MONTH_LENGTH = 2;
        int DATE_TIME_DAY_AT = 5;
        int DATE_TIME_DAY_LENGTH = 2;
        int DATE_TIME_HOUR_AT = 7;
        int DATE_TIME_HOUR_LENGTH = 2;
        int DATE_TIME_MINUTE_AT = 9;
        int DATE_TIME_MINUTE_LENGTH = 2;
        int DATE_TIME_SECOND_AT = 11;
        int DATE_TIME_SECOND_LENGTH = 2;
        // 卡片號碼 / card number (1.35)
        int CARD_NUMBER_LENGTH = 12;
        int CARD_NUMBER_CARD_NO_AT = 0;
        int CARD_NUMBER_CARD_NO_LENGTH = 12;
        // 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
        int VISIT_GRANT256_LENGTH = 296;
        int VISIT_GRANT256_VISIT_TIME_AT = 0;
        int VISIT_GRANT256_VISIT_TIME_LENGTH = 13;
        int VISIT_GRANT256_SEQ_NUMBER_AT = 13;
        int VISIT_GRANT256_SEQ_NUMBER_LENGTH = 4;
        int VISIT_GRANT256_HOSP_ID_AT = 17;
        int VISIT_GRANT256_HOSP_ID_LENGTH = 10;
        int VISIT_GRANT256_SIGNATURE_AT = 27;
        int VISIT_GRANT256_SIGNATURE_LENGTH = 256;
        int VISIT_GRANT256_SAM_ID_AT = 283;
        int VISIT_GRANT256_SAM_ID_LENGTH = 12;
        int VISIT_GRANT256_SAME_DAY_AT = 295;
        int VISIT_GRANT256_SAME_DAY_LENGTH = 1;
        // 有效期限與可用次數 / validity and visits available (1.38)
        int REGISTER_BASIC2_LENGTH = 9;
        int REGISTER_BASIC2_VALID_UNTIL_AT = 0;
        int REGISTER_BASIC2_VALID_UNTIL_LENGTH = 7;
        int REGISTER_BASIC2_AVAILABLE_AT = 7;
        int REGISTER_BASIC2_AVAILABLE_LENGTH = 2;
        // 一組過敏藥物 / one allergy (1.46)
        int ALLERGY_ITEM_LENGTH = 40;
        int ALLERGY_ITEM_DRUG_NAME_AT = 0;
        int ALLERGY_ITEM_DRUG_NAME_LENGTH = 40;
        // 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
        int TREATMENT_DATA_LENGTH = 69;
        int TREATMENT_DATA_AFTER_CHECK_AT = 0;
        int TREATMENT_DATA_AFTER_CHECK_LENGTH = 1;
        int TREATMENT_DATA_MAIN_CODE_AT = 1;
        int TREATMENT_DATA_MAIN_CODE_LENGTH = 5;
        int TREATMENT_DATA_SUB_CODE1_AT = 6;
        int TREATMENT_DATA_SUB_CODE1_LENGTH = 5;
        int TREATMENT_DATA_SUB_CODE2_AT = 11;
        int TREATMENT_DATA_SUB_CODE2_LENGTH = 5;
        int TREATMENT_DATA_SUB_CODE3_AT = 16;
        int TREATMENT_DATA_SUB_CODE3_LENGTH = 5;
        int TREATMENT_DATA_SUB_CODE4_AT = 21;
        int TREATMENT_DATA_SUB_CODE4_LENGTH = 5;
        int TREATMENT_DATA_SUB_CODE5_AT = 26;
        int TREATMENT_DATA_SUB_CODE5_LENGTH = 5;
        int TREATMENT_DATA_OUTPATIENT_FEE_AT = 31;
        int TREATMENT_DATA_OUTPATIENT_FEE_LENGTH = 8;
        int TREATMENT_DATA_OUTPATIENT_COPAY_AT = 39;
        int TREATMENT_DATA_OUTPATIENT_COPAY_LENGTH = 8;
        int TREATMENT_DATA_INPATIENT_FEE_AT = 47;
        int TREATMENT_DATA_INPATIENT_FEE_LENGTH = 8;
        int TREATMENT_DATA_INPATIENT_COPAY_SHORT_AT = 55;
        int TREATMENT_DATA_INPATIENT_COPAY_SHORT_LENGTH = 7;
        int TREATMENT_DATA_INPATIENT_COPAY_LONG_AT = 62;
        int TREATMENT_DATA_INPATIENT_COPAY_LONG_LENGTH = 7;
        // 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
        int TREATMENT_DATA_ICD10_LENGTH = 93;
        int TREATMENT_DATA_ICD10_AFTER_CHECK_AT = 0;
        int TREATMENT_DATA_ICD10_AFTER_CHECK_LENGTH = 1;
        int TREATMENT_DATA_ICD10_MAIN_CODE_AT = 2;
        int TREATMENT_DATA_ICD10_MAIN_CODE_LENGTH = 7;
        int TREATMENT_DATA_ICD10_SUB_CODE1_AT = 11;
        int TREATMENT_DATA_ICD10_SUB_CODE1_LENGTH = 7;
        int TREATMENT_DATA_ICD10_SUB_CODE2_AT = 20;
        int TREATMENT_DATA_ICD10_SUB_CODE2_LENGTH = 7;
        int TREATMENT_DATA_ICD10_SUB_CODE3_AT = 29;
        int TREATMENT_DATA_ICD10_SUB_CODE3_LENGTH = 7;
        int TREATMENT_DATA_ICD10_SUB_CODE4_AT = 38;
        int TREATMENT_DATA_ICD10_SUB_CODE4_LENGTH = 7;
        int TREATMENT_DATA_ICD10_SUB_CODE5_AT = 47;
        int TREATMENT_DATA_ICD10_SUB_CODE5_LENGTH = 7;
        int TREATMENT_DATA_ICD10_OUTPATIENT_FEE_AT = 55;
        int TREATMENT_DATA_ICD10_OUTPATIENT_FEE_LENGTH = 8;
        int TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_AT = 63;
        int TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_LENGTH = 8;
        int TREATMENT_DATA_ICD10_INPATIENT_FEE_AT = 71;
        int TREATMENT_DATA_ICD10_INPATIENT_FEE_LENGTH = 8;
        int TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_AT = 79;
        int TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_LENGTH = 7;
        int TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_AT = 86;
        int TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_LENGTH = 7;
        // 處方簽章 / item's signature (1.48)
        int PRESCRIPTION_SIGNATURE_LENGTH = 40;
        int PRESCRIPTION_SIGNATURE_SIGNATURE_AT = 0;
        int PRESCRIPTION_SIGNATURE_SIGNATURE_LENGTH = 40;
        // 各組處方簽章 / items' signatures (1.49)
        int PRESCRIPTION_SIGNATURES_LENGTH = 2400;
        int PRESCRIPTION_SIGNATURES_ITEMS_AT = 0;
        int PRESCRIPTION_SIGNATURES_ITEMS_COUNT = 60;
        int PRESCRIPTION_SIGNATURES_ITEMS_STEP = 40;
        int PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_AT = 0;
        int PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_LENGTH = 40;
        // 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
        int VISIT_GRANT_LENGTH = 316;
        int VISIT_GRANT_VISIT_TIME_AT = 0;
        int VISIT_GRANT_VISIT_TIME_LENGTH = 13;
        int VISIT_GRANT_SEQ_NUMBER_AT = 13;
        int VISIT_GRANT_SEQ_NUMBER_LENGTH = 4;
        int VISIT_GRANT_HOSP_ID_AT = 17;
        int VISIT_GRANT_HOSP_ID_LENGTH = 10;
        int VISIT_GRANT_SIGNATURE_AT = 27;
        int VISIT_GRANT_SIGNATURE_LENGTH = 256;
        int VISIT_GRANT_SAM_ID_AT = 283;
        int VISIT_GRANT_SAM_ID_LENGTH = 12;
        int VISIT_GRANT_SAME_DAY_AT = 295;
        int VISIT_GRANT_SAME_DAY_LENGTH = 1;
        int VISIT_GRANT_TREAT_NUM_AT = 296;
        int VISIT_GRANT_TREAT_NUM_LENGTH = 20;
        // 無卡就醫識別碼 / treatment identifier without a card (1.54)
        int TREAT_NUM_NO_CARD_LENGTH = 43;
        int TREAT_NUM_NO_CARD_VISIT_TIME_AT = 0;
        int TREAT_NUM_NO_CARD_VISIT_TIME_LENGTH = 13;
        int TREAT_NUM_NO_CARD_HOSP_ID_AT = 13;
        int TREAT_NUM_NO_CARD_HOSP_ID_LENGTH = 10;
        int TREAT_NUM_NO_CARD_TREAT_NUM_AT = 23;
        int TREAT_NUM_NO_CARD_TREAT_NUM_LENGTH = 20;
        // 就醫識別碼 / treatment identifier (1.56)
        int TREAT_NUM_CARD_LENGTH = 20;
        int TREAT_NUM_CARD_TREAT_NUM_AT = 0;
        int TREAT_NUM_CARD_TREAT_NUM_LENGTH = 20;
        // 醫療院所代碼 / institution code (2.2)
        int HOSPITAL_LENGTH = 10;
        int HOSPITAL_HOSP_ID_AT = 0;
        int HOSPITAL_HOSP_ID_LENGTH = 10;
        // 上傳收據 / receipt of an upload (3.1, 3.2)
        int UPLOAD_RECEIPT_LENGTH = 50;
        int UPLOAD_RECEIPT_SAM_ID_AT = 0;
        int UPLOAD_RECEIPT_SAM_ID_LENGTH = 12;
        int UPLOAD_RECEIPT_HOSP_ID_AT = 12;
        int UPLOAD_RECEIPT_HOSP_ID_LENGTH = 10;
        int UPLOAD_RECEIPT_SENT_AT_AT = 22;
        int UPLOAD_RECEIPT_SENT_AT_LENGTH = 14;
        int UPLOAD_RECEIPT_RECEIVED_AT_AT = 36;
        int UPLOAD_RECEIPT_RECEIVED_AT_LENGTH = 14;
        // 醫事人員卡序號 / professional card's number (4.5)
        int HPC_NUMBER_LENGTH = 12;
        int HPC_NUMBER_CARD_NO_AT = 0;
        int HPC_NUMBER_CARD_NO_LENGTH = 12;
        // 醫事人員身分證字號 / professional's id number (4.6)
        int HPC_ID_LENGTH = 10;
        int HPC_ID_PERSON_ID_AT = 0;
        int HPC_ID_PERSON_ID_LENGTH = 10;
        // 醫事人員中文姓名 / professional's Chinese name (4.7)
        int HPC_CHINESE_NAME_LENGTH = 20;
        int HPC_CHINESE_NAME_NAME_AT = 0;
        int HPC_CHINESE_NAME_NAME_LENGTH = 20;
        // 醫事人員英文姓名 / professional's English name (4.8)
        int HPC_ENGLISH_NAME_LENGTH = 40;
        int HPC_ENGLISH_NAME_NAME_AT = 0;
        int HPC_ENGLISH_NAME_NAME_LENGTH = 40;
        // 保險人資料 / the insurer's data (hisGetInsurerData)
        int INSURER_DATA_LENGTH = 20;
        int INSURER_DATA_INSURER_CODE_AT = 0;
        int INSURER_DATA_INSURER_CODE_LENGTH = 2;
        int INSURER_DATA_INSURED_MARK_AT = 2;
        int INSURER_DATA_INSURED_MARK_LENGTH = 1;
        int INSURER_DATA_VALID_UNTIL_AT = 3;
        int INSURER_DATA_VALID_UNTIL_LENGTH = 7;
        int INSURER_DATA_AVAILABLE_AT = 10;
        int INSURER_DATA_AVAILABLE_LENGTH = 2;
        int INSURER_DATA_NEWBORN_DATE_AT = 12;
        int INSURER_DATA_NEWBORN_DATE_LENGTH = 7;
        int INSURER_DATA_NEWBORN_MARK_AT = 19;
        int INSURER_DATA_NEWBORN_MARK_LENGTH = 1;
        // 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
        int UNDONE_VISIT_LENGTH = 31;
        int UNDONE_VISIT_TREAT_ITEM_AT = 0;
        int UNDONE_VISIT_TREAT_ITEM_LENGTH = 2;
        int UNDONE_VISIT_BABY_TREAT_AT = 2;
        int UNDONE_VISIT_BABY_TREAT_LENGTH = 1;
        int UNDONE_VISIT_VISIT_TIME_AT = 3;
        int UNDONE_VISIT_VISIT_TIME_LENGTH = 13;
        int UNDONE_VISIT_AFTER_CHECK_AT = 16;
        int UNDONE_VISIT_AFTER_CHECK_LENGTH = 1;
        int UNDONE_VISIT_SEQ_NUMBER_AT = 17;
        int UNDONE_VISIT_SEQ_NUMBER_LENGTH = 4;
        int UNDONE_VISIT_HOSP_ID_AT = 21;
        int UNDONE_VISIT_HOSP_ID_LENGTH = 10;
        // 醫療院所名稱 / institution's name (csGetHospName)
        int HOSPITAL_NAME_LENGTH = 60;
        int HOSPITAL_NAME_HOSP_NAME_AT = 0;
        int HOSPITAL_NAME_HOSP_NAME_LENGTH = 60;
        // 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
        int HOSPITAL_ABB_NAME_LENGTH = 20;
        int HOSPITAL_ABB_NAME_HOSP_ABB_NAME_AT = 0;
        int HOSPITAL_ABB_NAME_HOSP_ABB_NAME_LENGTH = 20;
        // 醫事人員卡資料 / professional card's data (hpcGetAllData)
        int HPC_ALL_DATA_LENGTH = 82;
        int HPC_ALL_DATA_CARD_NO_AT = 0;
        int HPC_ALL_DATA_CARD_NO_LENGTH = 12;
        int HPC_ALL_DATA_PERSON_ID_AT = 12;
        int HPC_ALL_DATA_PERSON_ID_LENGTH = 10;
        int HPC_ALL_DATA_NAME_AT = 22;
        int HPC_ALL_DATA_NAME_LENGTH = 20;
        int HPC_ALL_DATA_ENGLISH_NAME_AT = 42;
        int HPC_ALL_DATA_ENGLISH_NAME_LENGTH = 40;
        // 登入用亂數 / random for a log-in (VPNGetRandom)
        int VPN_RANDOM_LENGTH = 16;
        int VPN_RANDOM_RANDOM_AT = 0;
        int VPN_RANDOM_RANDOM_LENGTH = 16;
        // 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
        int VPN_SIGNATURE_LENGTH = 315;
        int VPN_SIGNATURE_SIGNED_AT_AT = 0;
        int VPN_SIGNATURE_SIGNED_AT_LENGTH = 13;
        int VPN_SIGNATURE_SAM_ID_AT = 13;
        int VPN_SIGNATURE_SAM_ID_LENGTH = 12;
        int VPN_SIGNATURE_HOSP_ID_AT = 25;
        int VPN_SIGNATURE_HOSP_ID_LENGTH = 10;
        int VPN_SIGNATURE_HC_CARD_NO_AT = 35;
        int VPN_SIGNATURE_HC_CARD_NO_LENGTH = 12;
        int VPN_SIGNATURE_HPC_CARD_NO_AT = 47;
        int VPN_SIGNATURE_HPC_CARD_NO_LENGTH = 12;
        int VPN_SIGNATURE_SIGNATURE_AT = 59;
        int VPN_SIGNATURE_SIGNATURE_LENGTH = 256;
    }
}
