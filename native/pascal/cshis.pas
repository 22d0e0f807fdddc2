// cshis.pas: Delphi、Free Pascal 宣告 / declarations for Delphi and Free Pascal
// OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).
unit cshis;

{$ifdef fpc}{$mode delphi}{$endif}

interface

const
{$ifdef mswindows}
  CsHisLibrary = 'CsHis.dll';
{$else}
  CsHisLibrary = 'cshis'; // libcshis.so
{$endif}

// 回傳碼 / return codes
  CSHIS_FAILED = -1; // 失敗，或尚未實作 / failed, or not written yet
  CSHIS_OK = 0; // 成功 / success
  CSHIS_E4000 = 4000; // 讀卡機逾時 / reader time-out
  CSHIS_E4012 = 4012; // 未置入安全模組卡 / no security module card
  CSHIS_E4013 = 4013; // 未置入健保卡 / no health card
  CSHIS_E4014 = 4014; // 未置入醫事人員卡 / no professional card
  CSHIS_E4029 = 4029; // 卡片權限不足 / not allowed on this card
  CSHIS_E4032 = 4032; // 插入的不是安全模組卡 / not a security module card
  CSHIS_E4033 = 4033; // 置入的不是健保卡 / not a health card
  CSHIS_E4034 = 4034; // 置入的不是醫事人員卡 / not a professional card
  CSHIS_E4042 = 4042; // 醫事人員卡密碼尚未認證 / professional card's PIN not verified
  CSHIS_E4050 = 4050; // 安全模組尚未與資料中心認證 / security module not verified
  CSHIS_E4051 = 4051; // 安全模組與資料中心認證失敗 / security module refused by the data centre
  CSHIS_E4061 = 4061; // 網路不通 / no network
  CSHIS_E4071 = 4071; // 健保卡與資料中心認證失敗 / health card refused by the data centre
  CSHIS_E5001 = 5001; // 就醫可用次數不足 / no visits left on the card
  CSHIS_E5002 = 5002; // 卡片已註銷 / card cancelled
  CSHIS_E5003 = 5003; // 卡片已過有效期限 / card expired
  CSHIS_E5004 = 5004; // 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days
  CSHIS_E5005 = 5005; // 日期時間讀取失敗 / date and time could not be read
  CSHIS_E5006 = 5006; // 讀取安全模組的院所代碼失敗 / the security module's institution could not be read
  CSHIS_E5007 = 5007; // 寫入就醫資料登錄失敗 / the visit could not be written
  CSHIS_E5008 = 5008; // 安全模組簽章失敗 / the security module could not sign
  CSHIS_E5009 = 5009; // 無寫入就醫相關紀錄之權限 / no right to write this record
  CSHIS_E5010 = 5010; // 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error)
  CSHIS_E5012 = 5012; // 此人未在保 / not insured
  CSHIS_E5015 = 5015; // 門診處方箋讀取失敗 / outpatient prescriptions could not be read
  CSHIS_E5016 = 5016; // 長期處方箋讀取失敗 / long-term prescriptions could not be read
  CSHIS_E5017 = 5017; // 重要醫令讀取失敗 / important orders could not be read
  CSHIS_E5018 = 5018; // 過敏藥物讀取失敗 / allergies could not be read
  CSHIS_E5020 = 5020; // 資料與健保卡不是同一人 / another person than the card says
  CSHIS_E5022 = 5022; // 卡片裡找不到這筆就醫 / no such visit on the card
  CSHIS_E5023 = 5023; // 就醫資料登錄寫入失敗 / the visit could not be written
  CSHIS_E5028 = 5028; // 就醫費用寫入失敗 / the fees could not be written
  CSHIS_E5033 = 5033; // 門診處方箋寫入失敗 / the prescription could not be written
  CSHIS_E5051 = 5051; // 新生兒註記寫入失敗 / the newborn could not be written
  CSHIS_E5052 = 5052; // 新生兒依附資料不完整 / the newborn's data are not complete
  CSHIS_E5056 = 5056; // 讀取醫事人員身分證號失敗 / the professional's id could not be read
  CSHIS_E5057 = 5057; // 過敏藥物寫入失敗 / the allergy could not be written
  CSHIS_E5061 = 5061; // 器官捐贈註記寫入失敗 / the consent could not be written
  CSHIS_E5062 = 5062; // 放棄器官捐贈註記輸入 / entering the consent was given up
  CSHIS_E5067 = 5067; // 安全模組的院所代碼讀取失敗 / the security module's institution could not be read
  CSHIS_E5068 = 5068; // 預防保健資料寫入失敗 / the preventive service could not be written
  CSHIS_E5071 = 5071; // 緊急聯絡電話寫入失敗 / the telephone could not be written
  CSHIS_E5078 = 5078; // 產前檢查資料寫入失敗 / the antenatal examination could not be written
  CSHIS_E5079 = 5079; // 性別不符：卡片記載為男性 / the card says male
  CSHIS_E5081 = 5081; // 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel
  CSHIS_E5082 = 5082; // 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel
  CSHIS_E5083 = 5083; // 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC
  CSHIS_E5084 = 5084; // 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel
  CSHIS_E5087 = 5087; // 清除產前檢查資料失敗 / antenatal examinations could not be deleted
  CSHIS_E5093 = 5093; // 預防接種資料寫入失敗 / the vaccination could not be written
  CSHIS_E5102 = 5102; // 密碼不符或已鎖住 / wrong or locked PIN
  CSHIS_E5105 = 5105; // 原密碼尚未通過認證 / the present PIN was not verified
  CSHIS_E5107 = 5107; // 兩次新密碼不同 / the two new PINs differ
  CSHIS_E5108 = 5108; // 密碼變更失敗 / the PIN could not be changed
  CSHIS_E5109 = 5109; // 密碼輸入已取消 / PIN entry was cancelled
  CSHIS_E5110 = 5110; // 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN
  CSHIS_E5111 = 5111; // 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use
  CSHIS_E5122 = 5122; // 醫事人員卡仍未解開 / the professional card is still locked
  CSHIS_E5130 = 5130; // 更新健保卡內容失敗 / the card's contents could not be updated
  CSHIS_E5141 = 5141; // 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only
  CSHIS_E5150 = 5150; // 卡片中無此筆就醫 / no such visit on the card
  CSHIS_E5151 = 5151; // 就醫類別為數值才可退掛 / only numbered categories can be undone
  CSHIS_E5152 = 5152; // 醫療院所不同，不可退掛 / another institution's visit
  CSHIS_E5153 = 5153; // 已經退掛過 / already undone
  CSHIS_E5154 = 5154; // 超過可退掛的 24 小時 / more than 24 hours ago
  CSHIS_E5160 = 5160; // 就醫可用次數不合理 / the visits available do not fit
  CSHIS_E5161 = 5161; // 最近一次就醫年不合理 / the last number's year does not fit
  CSHIS_E5162 = 5162; // 最近一次就醫序號不合理 / the last number does not fit
  CSHIS_E5163 = 5163; // 住診費用總累計不合理 / total inpatient fees don't fit
  CSHIS_E5164 = 5164; // 門診費用總累計不合理 / total outpatient fees don't fit
  CSHIS_E5165 = 5165; // 就醫累計資料年不合理 / the cumulative data's year does not fit
  CSHIS_E5166 = 5166; // 就醫累計次數不合理 / the count of visits does not fit
  CSHIS_E5167 = 5167; // 門診部分負擔累計不合理 / outpatient copayments don't fit
  CSHIS_E5168 = 5168; // 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit
  CSHIS_E5169 = 5169; // 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit
  CSHIS_E5170 = 5170; // 門診＋住診部分負擔累計不合理 / all copayments don't fit
  CSHIS_E5171 = 5171; // 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit
  CSHIS_E5172 = 5172; // 門診醫療費用累計不合理 / outpatient fees don't fit
  CSHIS_E5173 = 5173; // 住診醫療費用累計不合理 / inpatient fees don't fit
  CSHIS_E5174 = 5174; // 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid)
  CSHIS_E6005 = 6005; // 安全模組的外部認證失敗 / the SAM did not accept the data centre
  CSHIS_E6006 = 6006; // 資料中心的外部認證失敗 / the data centre did not accept the SAM
  CSHIS_E6007 = 6007; // 安全模組的內部認證失敗 / the SAM's internal authentication failed
  CSHIS_E6008 = 6008; // 寫入讀卡機日期時間失敗 / the reader's clock could not be set
  CSHIS_E6014 = 6014; // 資料中心驗證簽章失敗 / the data centre refused the signature
  CSHIS_E6015 = 6015; // 檔案大小不合或傳輸失敗 / size differs or transfer failed
  CSHIS_E6016 = 6016; // 記憶體或磁碟空間不足 / out of memory or disk
  CSHIS_E6017 = 6017; // 找不到檔案或沒有權限 / file not found or not allowed
  CSHIS_E6018 = 6018; // 參數錯誤 / wrong parameter
  CSHIS_E9013 = 9013; // 無效的安全模組 / invalid security module
  CSHIS_E9020 = 9020; // 資料中心驗章錯誤 / the data centre found the signature wrong
  CSHIS_E9081 = 9081; // 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet
  CSHIS_E9082 = 9082; // 此卡已註銷，無法更新 / card cancelled: cannot be updated
  CSHIS_E9083 = 9083; // 不在保 / not insured
  CSHIS_E9084 = 9084; // 停保中 / insurance suspended
  CSHIS_E9085 = 9085; // 已退保 / insurance ended
  CSHIS_E9086 = 9086; // 個人欠費 / the person owes premiums
  CSHIS_E9087 = 9087; // 負責人欠費 / the responsible person owes premiums
  CSHIS_E9088 = 9088; // 投保單位欠費 / the insuring unit owes premiums
  CSHIS_E9089 = 9089; // 個人及單位均欠費 / person and unit owe premiums
  CSHIS_E9090 = 9090; // 欠費且未在保 / owes premiums and is not insured
  CSHIS_E9100 = 9100; // 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies
  CSHIS_E9127 = 9127; // 找不到對應編碼或參數不正確 / not in the packed range, or not valid
  CSHIS_E9129 = 9129; // 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution
  CSHIS_E9130 = 9130; // 醫事人員卡已註銷或停用 / professional card cancelled
  CSHIS_E9140 = 9140; // 醫事人員卡已逾有效期限 / professional card expired

// 緩衝區配置：_FROM 由 1 起算（Copy 可直接用），群組內由該組起點起算 / layouts: _FROM counts from 1, as Copy does
// 基本資料 / basic data (1.1)
  BASIC_DATA_LENGTH = 72;
  BASIC_DATA_CARD_NO_FROM = 1;
  BASIC_DATA_CARD_NO_LENGTH = 12;
  BASIC_DATA_NAME_FROM = 13;
  BASIC_DATA_NAME_LENGTH = 20;
  BASIC_DATA_PERSON_ID_FROM = 33;
  BASIC_DATA_PERSON_ID_LENGTH = 10;
  BASIC_DATA_BIRTH_DATE_FROM = 43;
  BASIC_DATA_BIRTH_DATE_LENGTH = 7;
  BASIC_DATA_SEX_FROM = 50;
  BASIC_DATA_SEX_LENGTH = 1;
  BASIC_DATA_ISSUE_DATE_FROM = 51;
  BASIC_DATA_ISSUE_DATE_LENGTH = 7;
  BASIC_DATA_CANCEL_MARK_FROM = 58;
  BASIC_DATA_CANCEL_MARK_LENGTH = 1;
  BASIC_DATA_EMERGENCY_TEL_FROM = 59;
  BASIC_DATA_EMERGENCY_TEL_LENGTH = 14;
// 診間基本資料 / basic data for the consulting room (1.2)
  REGISTER_BASIC_LENGTH = 78;
  REGISTER_BASIC_CARD_NO_FROM = 1;
  REGISTER_BASIC_CARD_NO_LENGTH = 12;
  REGISTER_BASIC_NAME_FROM = 13;
  REGISTER_BASIC_NAME_LENGTH = 20;
  REGISTER_BASIC_PERSON_ID_FROM = 33;
  REGISTER_BASIC_PERSON_ID_LENGTH = 10;
  REGISTER_BASIC_BIRTH_DATE_FROM = 43;
  REGISTER_BASIC_BIRTH_DATE_LENGTH = 7;
  REGISTER_BASIC_SEX_FROM = 50;
  REGISTER_BASIC_SEX_LENGTH = 1;
  REGISTER_BASIC_ISSUE_DATE_FROM = 51;
  REGISTER_BASIC_ISSUE_DATE_LENGTH = 7;
  REGISTER_BASIC_CANCEL_MARK_FROM = 58;
  REGISTER_BASIC_CANCEL_MARK_LENGTH = 1;
  REGISTER_BASIC_INSURER_CODE_FROM = 59;
  REGISTER_BASIC_INSURER_CODE_LENGTH = 2;
  REGISTER_BASIC_INSURED_MARK_FROM = 61;
  REGISTER_BASIC_INSURED_MARK_LENGTH = 1;
  REGISTER_BASIC_VALID_UNTIL_FROM = 62;
  REGISTER_BASIC_VALID_UNTIL_LENGTH = 7;
  REGISTER_BASIC_AVAILABLE_FROM = 69;
  REGISTER_BASIC_AVAILABLE_LENGTH = 2;
  REGISTER_BASIC_NEWBORN_DATE_FROM = 71;
  REGISTER_BASIC_NEWBORN_DATE_LENGTH = 7;
  REGISTER_BASIC_NEWBORN_MARK_FROM = 78;
  REGISTER_BASIC_NEWBORN_MARK_LENGTH = 1;
// 預防保健資料 / preventive services (1.3)
  REGISTER_PREVENT_LENGTH = 126;
  REGISTER_PREVENT_ITEMS_FROM = 1;
  REGISTER_PREVENT_ITEMS_COUNT = 6;
  REGISTER_PREVENT_ITEMS_STEP = 21;
  REGISTER_PREVENT_ITEMS_SERVICE_ITEM_FROM = 1;
  REGISTER_PREVENT_ITEMS_SERVICE_ITEM_LENGTH = 2;
  REGISTER_PREVENT_ITEMS_CHECK_DATE_FROM = 3;
  REGISTER_PREVENT_ITEMS_CHECK_DATE_LENGTH = 7;
  REGISTER_PREVENT_ITEMS_HOSP_ID_FROM = 10;
  REGISTER_PREVENT_ITEMS_HOSP_ID_LENGTH = 10;
  REGISTER_PREVENT_ITEMS_CHECK_CODE_FROM = 20;
  REGISTER_PREVENT_ITEMS_CHECK_CODE_LENGTH = 2;
// 孕婦產前檢查資料 / antenatal examinations (1.4)
  REGISTER_PREGNANT_LENGTH = 209;
  REGISTER_PREGNANT_ITEMS_FROM = 1;
  REGISTER_PREGNANT_ITEMS_COUNT = 11;
  REGISTER_PREGNANT_ITEMS_STEP = 19;
  REGISTER_PREGNANT_ITEMS_CHECK_DATE_FROM = 1;
  REGISTER_PREGNANT_ITEMS_CHECK_DATE_LENGTH = 7;
  REGISTER_PREGNANT_ITEMS_HOSP_ID_FROM = 8;
  REGISTER_PREGNANT_ITEMS_HOSP_ID_LENGTH = 10;
  REGISTER_PREGNANT_ITEMS_CHECK_CODE_FROM = 18;
  REGISTER_PREGNANT_ITEMS_CHECK_CODE_LENGTH = 2;
// 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
  TREATMENT_NO_NEED_HPC_LENGTH = 498;
  TREATMENT_NO_NEED_HPC_ILLNESSES_FROM = 1;
  TREATMENT_NO_NEED_HPC_ILLNESSES_COUNT = 6;
  TREATMENT_NO_NEED_HPC_ILLNESSES_STEP = 14;
  TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_FROM = 1;
  TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
  TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_FROM = 8;
  TREATMENT_NO_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
  TREATMENT_NO_NEED_HPC_VISITS_FROM = 85;
  TREATMENT_NO_NEED_HPC_VISITS_COUNT = 6;
  TREATMENT_NO_NEED_HPC_VISITS_STEP = 69;
  TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_FROM = 1;
  TREATMENT_NO_NEED_HPC_VISITS_TREAT_ITEM_LENGTH = 2;
  TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_FROM = 3;
  TREATMENT_NO_NEED_HPC_VISITS_BABY_TREAT_LENGTH = 1;
  TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_FROM = 4;
  TREATMENT_NO_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
  TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_FROM = 17;
  TREATMENT_NO_NEED_HPC_VISITS_AFTER_CHECK_LENGTH = 1;
  TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_FROM = 18;
  TREATMENT_NO_NEED_HPC_VISITS_SEQ_NUMBER_LENGTH = 4;
  TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_FROM = 22;
  TREATMENT_NO_NEED_HPC_VISITS_HOSP_ID_LENGTH = 10;
  TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_FROM = 32;
  TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_FEE_LENGTH = 8;
  TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_FROM = 40;
  TREATMENT_NO_NEED_HPC_VISITS_OUTPATIENT_COPAY_LENGTH = 8;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_FROM = 48;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_FEE_LENGTH = 8;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_FROM = 56;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_SHORT_LENGTH = 7;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_FROM = 63;
  TREATMENT_NO_NEED_HPC_VISITS_INPATIENT_COPAY_LONG_LENGTH = 7;
// 就醫累計資料 / cumulative data (1.6)
  CUMULATIVE_DATA_LENGTH = 134;
  CUMULATIVE_DATA_YEARS_FROM = 1;
  CUMULATIVE_DATA_YEARS_COUNT = 2;
  CUMULATIVE_DATA_YEARS_STEP = 67;
  CUMULATIVE_DATA_YEARS_YEAR_FROM = 1;
  CUMULATIVE_DATA_YEARS_YEAR_LENGTH = 3;
  CUMULATIVE_DATA_YEARS_VISITS_FROM = 4;
  CUMULATIVE_DATA_YEARS_VISITS_LENGTH = 4;
  CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_FROM = 8;
  CUMULATIVE_DATA_YEARS_OUTPATIENT_FEE_LENGTH = 10;
  CUMULATIVE_DATA_YEARS_INPATIENT_FEE_FROM = 18;
  CUMULATIVE_DATA_YEARS_INPATIENT_FEE_LENGTH = 10;
  CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_FROM = 28;
  CUMULATIVE_DATA_YEARS_OUTPATIENT_COPAY_LENGTH = 8;
  CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_FROM = 36;
  CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_SHORT_LENGTH = 8;
  CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_FROM = 44;
  CUMULATIVE_DATA_YEARS_INPATIENT_COPAY_LONG_LENGTH = 8;
  CUMULATIVE_DATA_YEARS_COPAY_FROM = 52;
  CUMULATIVE_DATA_YEARS_COPAY_LENGTH = 8;
  CUMULATIVE_DATA_YEARS_COPAY_SHORT_FROM = 60;
  CUMULATIVE_DATA_YEARS_COPAY_SHORT_LENGTH = 8;
// 醫療費用總累計 / fees since the card was issued (1.7)
  CUMULATIVE_FEE_LENGTH = 20;
  CUMULATIVE_FEE_OUTPATIENT_TOTAL_FROM = 1;
  CUMULATIVE_FEE_OUTPATIENT_TOTAL_LENGTH = 10;
  CUMULATIVE_FEE_INPATIENT_TOTAL_FROM = 11;
  CUMULATIVE_FEE_INPATIENT_TOTAL_LENGTH = 10;
// 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
  TREATMENT_NEED_HPC_LENGTH = 372;
  TREATMENT_NEED_HPC_ILLNESSES_FROM = 1;
  TREATMENT_NEED_HPC_ILLNESSES_COUNT = 6;
  TREATMENT_NEED_HPC_ILLNESSES_STEP = 19;
  TREATMENT_NEED_HPC_ILLNESSES_CODE_FROM = 1;
  TREATMENT_NEED_HPC_ILLNESSES_CODE_LENGTH = 5;
  TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_FROM = 6;
  TREATMENT_NEED_HPC_ILLNESSES_VALID_FROM_LENGTH = 7;
  TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_FROM = 13;
  TREATMENT_NEED_HPC_ILLNESSES_VALID_UNTIL_LENGTH = 7;
  TREATMENT_NEED_HPC_VISITS_FROM = 115;
  TREATMENT_NEED_HPC_VISITS_COUNT = 6;
  TREATMENT_NEED_HPC_VISITS_STEP = 43;
  TREATMENT_NEED_HPC_VISITS_VISIT_TIME_FROM = 1;
  TREATMENT_NEED_HPC_VISITS_VISIT_TIME_LENGTH = 13;
  TREATMENT_NEED_HPC_VISITS_MAIN_CODE_FROM = 14;
  TREATMENT_NEED_HPC_VISITS_MAIN_CODE_LENGTH = 5;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE1_FROM = 19;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE1_LENGTH = 5;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE2_FROM = 24;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE2_LENGTH = 5;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE3_FROM = 29;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE3_LENGTH = 5;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE4_FROM = 34;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE4_LENGTH = 5;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE5_FROM = 39;
  TREATMENT_NEED_HPC_VISITS_SUB_CODE5_LENGTH = 5;
// 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
  TREATMENT_NEED_HPC_ICD10_LENGTH = 540;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_FROM = 1;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_COUNT = 6;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_STEP = 23;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_FROM = 2;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_CODE_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_FROM = 10;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_FROM = 17;
  TREATMENT_NEED_HPC_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_FROM = 139;
  TREATMENT_NEED_HPC_ICD10_VISITS_COUNT = 6;
  TREATMENT_NEED_HPC_ICD10_VISITS_STEP = 67;
  TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_FROM = 1;
  TREATMENT_NEED_HPC_ICD10_VISITS_VISIT_TIME_LENGTH = 13;
  TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_FROM = 15;
  TREATMENT_NEED_HPC_ICD10_VISITS_MAIN_CODE_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_FROM = 24;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE1_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_FROM = 33;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE2_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_FROM = 42;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE3_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_FROM = 51;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE4_LENGTH = 7;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_FROM = 60;
  TREATMENT_NEED_HPC_ICD10_VISITS_SUB_CODE5_LENGTH = 7;
// 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
  VISIT_GRANT128_LENGTH = 167;
  VISIT_GRANT128_VISIT_TIME_FROM = 1;
  VISIT_GRANT128_VISIT_TIME_LENGTH = 13;
  VISIT_GRANT128_SEQ_NUMBER_FROM = 14;
  VISIT_GRANT128_SEQ_NUMBER_LENGTH = 4;
  VISIT_GRANT128_HOSP_ID_FROM = 18;
  VISIT_GRANT128_HOSP_ID_LENGTH = 10;
  VISIT_GRANT128_SIGNATURE_FROM = 28;
  VISIT_GRANT128_SIGNATURE_LENGTH = 128;
  VISIT_GRANT128_SAM_ID_FROM = 156;
  VISIT_GRANT128_SAM_ID_LENGTH = 12;
// 門診處方箋 / outpatient prescriptions (1.10, 1.41)
  PRESCRIPTIONS_LENGTH = 3660;
  PRESCRIPTIONS_ITEMS_FROM = 1;
  PRESCRIPTIONS_ITEMS_COUNT = 60;
  PRESCRIPTIONS_ITEMS_STEP = 61;
  PRESCRIPTIONS_ITEMS_VISIT_TIME_FROM = 1;
  PRESCRIPTIONS_ITEMS_VISIT_TIME_LENGTH = 13;
  PRESCRIPTIONS_ITEMS_ORDER_TYPE_FROM = 14;
  PRESCRIPTIONS_ITEMS_ORDER_TYPE_LENGTH = 1;
  PRESCRIPTIONS_ITEMS_ORDER_CODE_FROM = 15;
  PRESCRIPTIONS_ITEMS_ORDER_CODE_LENGTH = 12;
  PRESCRIPTIONS_ITEMS_POSITION_FROM = 27;
  PRESCRIPTIONS_ITEMS_POSITION_LENGTH = 6;
  PRESCRIPTIONS_ITEMS_USAGE_FROM = 33;
  PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
  PRESCRIPTIONS_ITEMS_DAYS_FROM = 51;
  PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
  PRESCRIPTIONS_ITEMS_QUANTITY_FROM = 53;
  PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
  PRESCRIPTIONS_ITEMS_DELIVERY_FROM = 60;
  PRESCRIPTIONS_ITEMS_DELIVERY_LENGTH = 2;
// 長期處方箋 / long-term prescriptions (1.10, 1.42)
  LONG_TERM_PRESCRIPTIONS_LENGTH = 1320;
  LONG_TERM_PRESCRIPTIONS_ITEMS_FROM = 1;
  LONG_TERM_PRESCRIPTIONS_ITEMS_COUNT = 30;
  LONG_TERM_PRESCRIPTIONS_ITEMS_STEP = 44;
  LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_FROM = 1;
  LONG_TERM_PRESCRIPTIONS_ITEMS_ORDER_DATE_LENGTH = 7;
  LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_FROM = 8;
  LONG_TERM_PRESCRIPTIONS_ITEMS_DRUG_CODE_LENGTH = 10;
  LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_FROM = 18;
  LONG_TERM_PRESCRIPTIONS_ITEMS_USAGE_LENGTH = 18;
  LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_FROM = 36;
  LONG_TERM_PRESCRIPTIONS_ITEMS_DAYS_LENGTH = 2;
  LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_FROM = 38;
  LONG_TERM_PRESCRIPTIONS_ITEMS_QUANTITY_LENGTH = 7;
// 重要醫令項目 / important orders (1.10, 1.43)
  IMPORTANT_ORDERS_LENGTH = 360;
  IMPORTANT_ORDERS_ITEMS_FROM = 1;
  IMPORTANT_ORDERS_ITEMS_COUNT = 10;
  IMPORTANT_ORDERS_ITEMS_STEP = 36;
  IMPORTANT_ORDERS_ITEMS_DONE_DATE_FROM = 1;
  IMPORTANT_ORDERS_ITEMS_DONE_DATE_LENGTH = 7;
  IMPORTANT_ORDERS_ITEMS_HOSP_ID_FROM = 8;
  IMPORTANT_ORDERS_ITEMS_HOSP_ID_LENGTH = 10;
  IMPORTANT_ORDERS_ITEMS_ORDER_CODE_FROM = 18;
  IMPORTANT_ORDERS_ITEMS_ORDER_CODE_LENGTH = 6;
  IMPORTANT_ORDERS_ITEMS_POSITION_FROM = 24;
  IMPORTANT_ORDERS_ITEMS_POSITION_LENGTH = 6;
  IMPORTANT_ORDERS_ITEMS_QUANTITY_FROM = 30;
  IMPORTANT_ORDERS_ITEMS_QUANTITY_LENGTH = 7;
// 過敏藥物 / allergies (1.10, 1.20, 1.44)
  ALLERGIES_LENGTH = 120;
  ALLERGIES_ITEMS_FROM = 1;
  ALLERGIES_ITEMS_COUNT = 3;
  ALLERGIES_ITEMS_STEP = 40;
  ALLERGIES_ITEMS_DRUG_NAME_FROM = 1;
  ALLERGIES_ITEMS_DRUG_NAME_LENGTH = 40;
// 預防接種資料 / vaccinations (1.11)
  INOCULATE_DATA_LENGTH = 1400;
  INOCULATE_DATA_ITEMS_FROM = 1;
  INOCULATE_DATA_ITEMS_COUNT = 40;
  INOCULATE_DATA_ITEMS_STEP = 35;
  INOCULATE_DATA_ITEMS_VACCINE_FROM = 1;
  INOCULATE_DATA_ITEMS_VACCINE_LENGTH = 6;
  INOCULATE_DATA_ITEMS_DATE_FROM = 7;
  INOCULATE_DATA_ITEMS_DATE_LENGTH = 7;
  INOCULATE_DATA_ITEMS_HOSP_ID_FROM = 14;
  INOCULATE_DATA_ITEMS_HOSP_ID_LENGTH = 10;
  INOCULATE_DATA_ITEMS_BATCH_FROM = 24;
  INOCULATE_DATA_ITEMS_BATCH_LENGTH = 12;
// 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
  ORGAN_DONATE_LENGTH = 1;
  ORGAN_DONATE_ORGAN_DONATE_FROM = 1;
  ORGAN_DONATE_ORGAN_DONATE_LENGTH = 1;
// 緊急聯絡電話 / emergency telephone (1.13)
  EMERGENT_TEL_LENGTH = 14;
  EMERGENT_TEL_EMERGENCY_TEL_FROM = 1;
  EMERGENT_TEL_EMERGENCY_TEL_LENGTH = 14;
// 最近一次就醫序號 / last visit number (1.14)
  LAST_SEQ_NUM_LENGTH = 7;
  LAST_SEQ_NUM_LAST_SEQ_NUMBER_FROM = 1;
  LAST_SEQ_NUM_LAST_SEQ_NUMBER_LENGTH = 7;
// 就醫診療資料 / diagnoses of a visit (1.16)
  TREATMENT_CODE_LENGTH = 31;
  TREATMENT_CODE_AFTER_CHECK_FROM = 1;
  TREATMENT_CODE_AFTER_CHECK_LENGTH = 1;
  TREATMENT_CODE_MAIN_CODE_FROM = 2;
  TREATMENT_CODE_MAIN_CODE_LENGTH = 5;
  TREATMENT_CODE_SUB_CODE1_FROM = 7;
  TREATMENT_CODE_SUB_CODE1_LENGTH = 5;
  TREATMENT_CODE_SUB_CODE2_FROM = 12;
  TREATMENT_CODE_SUB_CODE2_LENGTH = 5;
  TREATMENT_CODE_SUB_CODE3_FROM = 17;
  TREATMENT_CODE_SUB_CODE3_LENGTH = 5;
  TREATMENT_CODE_SUB_CODE4_FROM = 22;
  TREATMENT_CODE_SUB_CODE4_LENGTH = 5;
  TREATMENT_CODE_SUB_CODE5_FROM = 27;
  TREATMENT_CODE_SUB_CODE5_LENGTH = 5;
// 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
  TREATMENT_CODE_ICD10_LENGTH = 55;
  TREATMENT_CODE_ICD10_AFTER_CHECK_FROM = 1;
  TREATMENT_CODE_ICD10_AFTER_CHECK_LENGTH = 1;
  TREATMENT_CODE_ICD10_MAIN_CODE_FROM = 3;
  TREATMENT_CODE_ICD10_MAIN_CODE_LENGTH = 7;
  TREATMENT_CODE_ICD10_SUB_CODE1_FROM = 12;
  TREATMENT_CODE_ICD10_SUB_CODE1_LENGTH = 7;
  TREATMENT_CODE_ICD10_SUB_CODE2_FROM = 21;
  TREATMENT_CODE_ICD10_SUB_CODE2_LENGTH = 7;
  TREATMENT_CODE_ICD10_SUB_CODE3_FROM = 30;
  TREATMENT_CODE_ICD10_SUB_CODE3_LENGTH = 7;
  TREATMENT_CODE_ICD10_SUB_CODE4_FROM = 39;
  TREATMENT_CODE_ICD10_SUB_CODE4_LENGTH = 7;
  TREATMENT_CODE_ICD10_SUB_CODE5_FROM = 48;
  TREATMENT_CODE_ICD10_SUB_CODE5_LENGTH = 7;
// 就醫費用資料 / fees of a visit (1.17)
  TREATMENT_FEE_LENGTH = 38;
  TREATMENT_FEE_OUTPATIENT_FEE_FROM = 1;
  TREATMENT_FEE_OUTPATIENT_FEE_LENGTH = 8;
  TREATMENT_FEE_OUTPATIENT_COPAY_FROM = 9;
  TREATMENT_FEE_OUTPATIENT_COPAY_LENGTH = 8;
  TREATMENT_FEE_INPATIENT_FEE_FROM = 17;
  TREATMENT_FEE_INPATIENT_FEE_LENGTH = 8;
  TREATMENT_FEE_INPATIENT_COPAY_SHORT_FROM = 25;
  TREATMENT_FEE_INPATIENT_COPAY_SHORT_LENGTH = 7;
  TREATMENT_FEE_INPATIENT_COPAY_LONG_FROM = 32;
  TREATMENT_FEE_INPATIENT_COPAY_LONG_LENGTH = 7;
// 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
  PRESCRIPTION_ITEM_LENGTH = 61;
  PRESCRIPTION_ITEM_VISIT_TIME_FROM = 1;
  PRESCRIPTION_ITEM_VISIT_TIME_LENGTH = 13;
  PRESCRIPTION_ITEM_ORDER_TYPE_FROM = 14;
  PRESCRIPTION_ITEM_ORDER_TYPE_LENGTH = 1;
  PRESCRIPTION_ITEM_ORDER_CODE_FROM = 15;
  PRESCRIPTION_ITEM_ORDER_CODE_LENGTH = 12;
  PRESCRIPTION_ITEM_POSITION_FROM = 27;
  PRESCRIPTION_ITEM_POSITION_LENGTH = 6;
  PRESCRIPTION_ITEM_USAGE_FROM = 33;
  PRESCRIPTION_ITEM_USAGE_LENGTH = 18;
  PRESCRIPTION_ITEM_DAYS_FROM = 51;
  PRESCRIPTION_ITEM_DAYS_LENGTH = 2;
  PRESCRIPTION_ITEM_QUANTITY_FROM = 53;
  PRESCRIPTION_ITEM_QUANTITY_LENGTH = 7;
  PRESCRIPTION_ITEM_DELIVERY_FROM = 60;
  PRESCRIPTION_ITEM_DELIVERY_LENGTH = 2;
// 重大傷病註記 / catastrophic illness (1.33, 1.50)
  CRITICAL_ILLNESS_LENGTH = 114;
  CRITICAL_ILLNESS_ILLNESSES_FROM = 1;
  CRITICAL_ILLNESS_ILLNESSES_COUNT = 6;
  CRITICAL_ILLNESS_ILLNESSES_STEP = 19;
  CRITICAL_ILLNESS_ILLNESSES_CODE_FROM = 1;
  CRITICAL_ILLNESS_ILLNESSES_CODE_LENGTH = 5;
  CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_FROM = 6;
  CRITICAL_ILLNESS_ILLNESSES_VALID_FROM_LENGTH = 7;
  CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_FROM = 13;
  CRITICAL_ILLNESS_ILLNESSES_VALID_UNTIL_LENGTH = 7;
// 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
  CRITICAL_ILLNESS_ICD10_LENGTH = 138;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_FROM = 1;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_COUNT = 6;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_STEP = 23;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_FROM = 2;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_CODE_LENGTH = 7;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_FROM = 10;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_FROM_LENGTH = 7;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_FROM = 17;
  CRITICAL_ILLNESS_ICD10_ILLNESSES_VALID_UNTIL_LENGTH = 7;
// 讀卡機日期時間 / date and time (1.34)
  DATE_TIME_LENGTH = 13;
  DATE_TIME_YEAR_FROM = 1;
  DATE_TIME_YEAR_LENGTH = 3;
  DATE_TIME_MONTH_FROM = 4;
  DATE_TIME_MONTH_LENGTH = 2;
  DATE_TIME_DAY_FROM = 6;
  DATE_TIME_DAY_LENGTH = 2;
  DATE_TIME_HOUR_FROM = 8;
  DATE_TIME_HOUR_LENGTH = 2;
  DATE_TIME_MINUTE_FROM = 10;
  DATE_TIME_MINUTE_LENGTH = 2;
  DATE_TIME_SECOND_FROM = 12;
  DATE_TIME_SECOND_LENGTH = 2;
// 卡片號碼 / card number (1.35)
  CARD_NUMBER_LENGTH = 12;
  CARD_NUMBER_CARD_NO_FROM = 1;
  CARD_NUMBER_CARD_NO_LENGTH = 12;
// 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
  VISIT_GRANT256_LENGTH = 296;
  VISIT_GRANT256_VISIT_TIME_FROM = 1;
  VISIT_GRANT256_VISIT_TIME_LENGTH = 13;
  VISIT_GRANT256_SEQ_NUMBER_FROM = 14;
  VISIT_GRANT256_SEQ_NUMBER_LENGTH = 4;
  VISIT_GRANT256_HOSP_ID_FROM = 18;
  VISIT_GRANT256_HOSP_ID_LENGTH = 10;
  VISIT_GRANT256_SIGNATURE_FROM = 28;
  VISIT_GRANT256_SIGNATURE_LENGTH = 256;
  VISIT_GRANT256_SAM_ID_FROM = 284;
  VISIT_GRANT256_SAM_ID_LENGTH = 12;
  VISIT_GRANT256_SAME_DAY_FROM = 296;
  VISIT_GRANT256_SAME_DAY_LENGTH = 1;
// 有效期限與可用次數 / validity and visits available (1.38)
  REGISTER_BASIC2_LENGTH = 9;
  REGISTER_BASIC2_VALID_UNTIL_FROM = 1;
  REGISTER_BASIC2_VALID_UNTIL_LENGTH = 7;
  REGISTER_BASIC2_AVAILABLE_FROM = 8;
  REGISTER_BASIC2_AVAILABLE_LENGTH = 2;
// 一組過敏藥物 / one allergy (1.46)
  ALLERGY_ITEM_LENGTH = 40;
  ALLERGY_ITEM_DRUG_NAME_FROM = 1;
  ALLERGY_ITEM_DRUG_NAME_LENGTH = 40;
// 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
  TREATMENT_DATA_LENGTH = 69;
  TREATMENT_DATA_AFTER_CHECK_FROM = 1;
  TREATMENT_DATA_AFTER_CHECK_LENGTH = 1;
  TREATMENT_DATA_MAIN_CODE_FROM = 2;
  TREATMENT_DATA_MAIN_CODE_LENGTH = 5;
  TREATMENT_DATA_SUB_CODE1_FROM = 7;
  TREATMENT_DATA_SUB_CODE1_LENGTH = 5;
  TREATMENT_DATA_SUB_CODE2_FROM = 12;
  TREATMENT_DATA_SUB_CODE2_LENGTH = 5;
  TREATMENT_DATA_SUB_CODE3_FROM = 17;
  TREATMENT_DATA_SUB_CODE3_LENGTH = 5;
  TREATMENT_DATA_SUB_CODE4_FROM = 22;
  TREATMENT_DATA_SUB_CODE4_LENGTH = 5;
  TREATMENT_DATA_SUB_CODE5_FROM = 27;
  TREATMENT_DATA_SUB_CODE5_LENGTH = 5;
  TREATMENT_DATA_OUTPATIENT_FEE_FROM = 32;
  TREATMENT_DATA_OUTPATIENT_FEE_LENGTH = 8;
  TREATMENT_DATA_OUTPATIENT_COPAY_FROM = 40;
  TREATMENT_DATA_OUTPATIENT_COPAY_LENGTH = 8;
  TREATMENT_DATA_INPATIENT_FEE_FROM = 48;
  TREATMENT_DATA_INPATIENT_FEE_LENGTH = 8;
  TREATMENT_DATA_INPATIENT_COPAY_SHORT_FROM = 56;
  TREATMENT_DATA_INPATIENT_COPAY_SHORT_LENGTH = 7;
  TREATMENT_DATA_INPATIENT_COPAY_LONG_FROM = 63;
  TREATMENT_DATA_INPATIENT_COPAY_LONG_LENGTH = 7;
// 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
  TREATMENT_DATA_ICD10_LENGTH = 93;
  TREATMENT_DATA_ICD10_AFTER_CHECK_FROM = 1;
  TREATMENT_DATA_ICD10_AFTER_CHECK_LENGTH = 1;
  TREATMENT_DATA_ICD10_MAIN_CODE_FROM = 3;
  TREATMENT_DATA_ICD10_MAIN_CODE_LENGTH = 7;
  TREATMENT_DATA_ICD10_SUB_CODE1_FROM = 12;
  TREATMENT_DATA_ICD10_SUB_CODE1_LENGTH = 7;
  TREATMENT_DATA_ICD10_SUB_CODE2_FROM = 21;
  TREATMENT_DATA_ICD10_SUB_CODE2_LENGTH = 7;
  TREATMENT_DATA_ICD10_SUB_CODE3_FROM = 30;
  TREATMENT_DATA_ICD10_SUB_CODE3_LENGTH = 7;
  TREATMENT_DATA_ICD10_SUB_CODE4_FROM = 39;
  TREATMENT_DATA_ICD10_SUB_CODE4_LENGTH = 7;
  TREATMENT_DATA_ICD10_SUB_CODE5_FROM = 48;
  TREATMENT_DATA_ICD10_SUB_CODE5_LENGTH = 7;
  TREATMENT_DATA_ICD10_OUTPATIENT_FEE_FROM = 56;
  TREATMENT_DATA_ICD10_OUTPATIENT_FEE_LENGTH = 8;
  TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_FROM = 64;
  TREATMENT_DATA_ICD10_OUTPATIENT_COPAY_LENGTH = 8;
  TREATMENT_DATA_ICD10_INPATIENT_FEE_FROM = 72;
  TREATMENT_DATA_ICD10_INPATIENT_FEE_LENGTH = 8;
  TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_FROM = 80;
  TREATMENT_DATA_ICD10_INPATIENT_COPAY_SHORT_LENGTH = 7;
  TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_FROM = 87;
  TREATMENT_DATA_ICD10_INPATIENT_COPAY_LONG_LENGTH = 7;
// 處方簽章 / item's signature (1.48)
  PRESCRIPTION_SIGNATURE_LENGTH = 40;
  PRESCRIPTION_SIGNATURE_SIGNATURE_FROM = 1;
  PRESCRIPTION_SIGNATURE_SIGNATURE_LENGTH = 40;
// 各組處方簽章 / items' signatures (1.49)
  PRESCRIPTION_SIGNATURES_LENGTH = 2400;
  PRESCRIPTION_SIGNATURES_ITEMS_FROM = 1;
  PRESCRIPTION_SIGNATURES_ITEMS_COUNT = 60;
  PRESCRIPTION_SIGNATURES_ITEMS_STEP = 40;
  PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_FROM = 1;
  PRESCRIPTION_SIGNATURES_ITEMS_SIGNATURE_LENGTH = 40;
// 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
  VISIT_GRANT_LENGTH = 316;
  VISIT_GRANT_VISIT_TIME_FROM = 1;
  VISIT_GRANT_VISIT_TIME_LENGTH = 13;
  VISIT_GRANT_SEQ_NUMBER_FROM = 14;
  VISIT_GRANT_SEQ_NUMBER_LENGTH = 4;
  VISIT_GRANT_HOSP_ID_FROM = 18;
  VISIT_GRANT_HOSP_ID_LENGTH = 10;
  VISIT_GRANT_SIGNATURE_FROM = 28;
  VISIT_GRANT_SIGNATURE_LENGTH = 256;
  VISIT_GRANT_SAM_ID_FROM = 284;
  VISIT_GRANT_SAM_ID_LENGTH = 12;
  VISIT_GRANT_SAME_DAY_FROM = 296;
  VISIT_GRANT_SAME_DAY_LENGTH = 1;
  VISIT_GRANT_TREAT_NUM_FROM = 297;
  VISIT_GRANT_TREAT_NUM_LENGTH = 20;
// 無卡就醫識別碼 / treatment identifier without a card (1.54)
  TREAT_NUM_NO_CARD_LENGTH = 43;
  TREAT_NUM_NO_CARD_VISIT_TIME_FROM = 1;
  TREAT_NUM_NO_CARD_VISIT_TIME_LENGTH = 13;
  TREAT_NUM_NO_CARD_HOSP_ID_FROM = 14;
  TREAT_NUM_NO_CARD_HOSP_ID_LENGTH = 10;
  TREAT_NUM_NO_CARD_TREAT_NUM_FROM = 24;
  TREAT_NUM_NO_CARD_TREAT_NUM_LENGTH = 20;
// 就醫識別碼 / treatment identifier (1.56)
  TREAT_NUM_CARD_LENGTH = 20;
  TREAT_NUM_CARD_TREAT_NUM_FROM = 1;
  TREAT_NUM_CARD_TREAT_NUM_LENGTH = 20;
// 醫療院所代碼 / institution code (2.2)
  HOSPITAL_LENGTH = 10;
  HOSPITAL_HOSP_ID_FROM = 1;
  HOSPITAL_HOSP_ID_LENGTH = 10;
// 上傳收據 / receipt of an upload (3.1, 3.2)
  UPLOAD_RECEIPT_LENGTH = 50;
  UPLOAD_RECEIPT_SAM_ID_FROM = 1;
  UPLOAD_RECEIPT_SAM_ID_LENGTH = 12;
  UPLOAD_RECEIPT_HOSP_ID_FROM = 13;
  UPLOAD_RECEIPT_HOSP_ID_LENGTH = 10;
  UPLOAD_RECEIPT_SENT_AT_FROM = 23;
  UPLOAD_RECEIPT_SENT_AT_LENGTH = 14;
  UPLOAD_RECEIPT_RECEIVED_AT_FROM = 37;
  UPLOAD_RECEIPT_RECEIVED_AT_LENGTH = 14;
// 醫事人員卡序號 / professional card's number (4.5)
  HPC_NUMBER_LENGTH = 12;
  HPC_NUMBER_CARD_NO_FROM = 1;
  HPC_NUMBER_CARD_NO_LENGTH = 12;
// 醫事人員身分證字號 / professional's id number (4.6)
  HPC_ID_LENGTH = 10;
  HPC_ID_PERSON_ID_FROM = 1;
  HPC_ID_PERSON_ID_LENGTH = 10;
// 醫事人員中文姓名 / professional's Chinese name (4.7)
  HPC_CHINESE_NAME_LENGTH = 20;
  HPC_CHINESE_NAME_NAME_FROM = 1;
  HPC_CHINESE_NAME_NAME_LENGTH = 20;
// 醫事人員英文姓名 / professional's English name (4.8)
  HPC_ENGLISH_NAME_LENGTH = 40;
  HPC_ENGLISH_NAME_NAME_FROM = 1;
  HPC_ENGLISH_NAME_NAME_LENGTH = 40;
// 保險人資料 / the insurer's data (hisGetInsurerData)
  INSURER_DATA_LENGTH = 20;
  INSURER_DATA_INSURER_CODE_FROM = 1;
  INSURER_DATA_INSURER_CODE_LENGTH = 2;
  INSURER_DATA_INSURED_MARK_FROM = 3;
  INSURER_DATA_INSURED_MARK_LENGTH = 1;
  INSURER_DATA_VALID_UNTIL_FROM = 4;
  INSURER_DATA_VALID_UNTIL_LENGTH = 7;
  INSURER_DATA_AVAILABLE_FROM = 11;
  INSURER_DATA_AVAILABLE_LENGTH = 2;
  INSURER_DATA_NEWBORN_DATE_FROM = 13;
  INSURER_DATA_NEWBORN_DATE_LENGTH = 7;
  INSURER_DATA_NEWBORN_MARK_FROM = 20;
  INSURER_DATA_NEWBORN_MARK_LENGTH = 1;
// 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
  UNDONE_VISIT_LENGTH = 31;
  UNDONE_VISIT_TREAT_ITEM_FROM = 1;
  UNDONE_VISIT_TREAT_ITEM_LENGTH = 2;
  UNDONE_VISIT_BABY_TREAT_FROM = 3;
  UNDONE_VISIT_BABY_TREAT_LENGTH = 1;
  UNDONE_VISIT_VISIT_TIME_FROM = 4;
  UNDONE_VISIT_VISIT_TIME_LENGTH = 13;
  UNDONE_VISIT_AFTER_CHECK_FROM = 17;
  UNDONE_VISIT_AFTER_CHECK_LENGTH = 1;
  UNDONE_VISIT_SEQ_NUMBER_FROM = 18;
  UNDONE_VISIT_SEQ_NUMBER_LENGTH = 4;
  UNDONE_VISIT_HOSP_ID_FROM = 22;
  UNDONE_VISIT_HOSP_ID_LENGTH = 10;
// 醫療院所名稱 / institution's name (csGetHospName)
  HOSPITAL_NAME_LENGTH = 60;
  HOSPITAL_NAME_HOSP_NAME_FROM = 1;
  HOSPITAL_NAME_HOSP_NAME_LENGTH = 60;
// 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
  HOSPITAL_ABB_NAME_LENGTH = 20;
  HOSPITAL_ABB_NAME_HOSP_ABB_NAME_FROM = 1;
  HOSPITAL_ABB_NAME_HOSP_ABB_NAME_LENGTH = 20;
// 醫事人員卡資料 / professional card's data (hpcGetAllData)
  HPC_ALL_DATA_LENGTH = 82;
  HPC_ALL_DATA_CARD_NO_FROM = 1;
  HPC_ALL_DATA_CARD_NO_LENGTH = 12;
  HPC_ALL_DATA_PERSON_ID_FROM = 13;
  HPC_ALL_DATA_PERSON_ID_LENGTH = 10;
  HPC_ALL_DATA_NAME_FROM = 23;
  HPC_ALL_DATA_NAME_LENGTH = 20;
  HPC_ALL_DATA_ENGLISH_NAME_FROM = 43;
  HPC_ALL_DATA_ENGLISH_NAME_LENGTH = 40;
// 登入用亂數 / random for a log-in (VPNGetRandom)
  VPN_RANDOM_LENGTH = 16;
  VPN_RANDOM_RANDOM_FROM = 1;
  VPN_RANDOM_RANDOM_LENGTH = 16;
// 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
  VPN_SIGNATURE_LENGTH = 315;
  VPN_SIGNATURE_SIGNED_AT_FROM = 1;
  VPN_SIGNATURE_SIGNED_AT_LENGTH = 13;
  VPN_SIGNATURE_SAM_ID_FROM = 14;
  VPN_SIGNATURE_SAM_ID_LENGTH = 12;
  VPN_SIGNATURE_HOSP_ID_FROM = 26;
  VPN_SIGNATURE_HOSP_ID_LENGTH = 10;
  VPN_SIGNATURE_HC_CARD_NO_FROM = 36;
  VPN_SIGNATURE_HC_CARD_NO_LENGTH = 12;
  VPN_SIGNATURE_HPC_CARD_NO_FROM = 48;
  VPN_SIGNATURE_HPC_CARD_NO_LENGTH = 12;
  VPN_SIGNATURE_SIGNATURE_FROM = 60;
  VPN_SIGNATURE_SIGNATURE_LENGTH = 256;

// 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
function hisGetBasicData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetBasicData';
// 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
function hisGetRegisterBasic(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetRegisterBasic';
// 1.3 預防保健掛號 / Preventive services
function hisGetRegisterPrevent(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetRegisterPrevent';
// 1.4 孕婦產前檢查掛號 / Antenatal examinations
function hisGetRegisterPregnant(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetRegisterPregnant';
// 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
function hisGetTreatmentNoNeedHPC(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetTreatmentNoNeedHPC';
// 1.6 讀取就醫累計資料 / Cumulative data
function hisGetCumulativeData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetCumulativeData';
// 1.7 讀取醫療費用總累計 / Fees since the card was issued
function hisGetCumulativeFee(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetCumulativeFee';
// 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
function hisGetTreatmentNeedHPC(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetTreatmentNeedHPC';
// 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
function hisGetSeqNumber(cTreatItem: PAnsiChar; cBabyTreat: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetSeqNumber';
// 1.10 讀取處方箋 / Prescriptions
function hisReadPrescription(pOutpatientPrescription: PAnsiChar; var iBufferLenOutpatient: SmallInt; pLongTermPrescription: PAnsiChar; var iBufferLenLongTerm: SmallInt; pImportantTreatmentCode: PAnsiChar; var iBufferLenImportant: SmallInt; pIrritationDrug: PAnsiChar; var iBufferLenIrritation: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisReadPrescription';
// 1.11 讀取預防接種資料 / Vaccinations
function hisGetInoculateData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetInoculateData';
// 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
function hisGetOrganDonate(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetOrganDonate';
// 1.13 讀取緊急聯絡電話 / Emergency telephone
function hisGetEmergentTel(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetEmergentTel';
// 1.14 讀取最近一次就醫序號 / Last visit number
function hisGetLastSeqNum(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetLastSeqNum';
// 1.15 讀取卡片狀態 / A card's state
function hisGetCardStatus(CardType: Integer): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetCardStatus';
// 1.16 就醫診療資料寫入 / Write diagnoses
function hisWriteTreatmentCode(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; pBufferDocID: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteTreatmentCode';
// 1.17 就醫費用資料寫入 / Write fees
function hisWriteTreatmentFee(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteTreatmentFee';
// 1.18 處方箋寫入 / Write a prescription item
function hisWritePrescription(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWritePrescription';
// 1.19 新生兒註記寫入 / Attach a newborn
function hisWriteNewBorn(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pNewBornDate: PAnsiChar; pNoOfDelivered: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteNewBorn';
// 1.20 過敏藥物寫入 / Write allergies
function hisWriteAllergicMedicines(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; pBufferDocID: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteAllergicMedicines';
// 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
function hisWriteOrganDonate(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pOrganDonate: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteOrganDonate';
// 1.22 預防保健資料寫入 / Write a preventive service
function hisWriteHealthInsurance(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pServiceItem: PAnsiChar; pServiceItemCode: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteHealthInsurance';
// 1.23 緊急聯絡電話寫入 / Write the emergency telephone
function hisWriteEmergentTel(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pEmergentTel: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteEmergentTel';
// 1.24 產前檢查資料寫入 / Write an antenatal examination
function hisWritePredeliveryCheckup(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pCheckupCode: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWritePredeliveryCheckup';
// 1.25 清除產前檢查資料 / Delete antenatal examinations
function hisDeletePredeliveryData(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisDeletePredeliveryData';
// 1.26 預防接種資料寫入 / Write a vaccination
function hisWriteInoculateData(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pItem: PAnsiChar; pPackageNumber: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteInoculateData';
// 1.27 驗證健保卡密碼 / Verify the health card's PIN
function csVerifyHCPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csVerifyHCPIN';
// 1.28 輸入新的健保卡密碼 / Set a new PIN
function csInputHCPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csInputHCPIN';
// 1.29 停用健保卡密碼 / Disable the PIN
function csDisableHCPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csDisableHCPIN';
// 1.30 健保卡卡片內容更新 / Update the card's contents
function csUpdateHCContents: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csUpdateHCContents';
// 1.31 開啟讀卡機連結埠 / Open the reader's port
function csOpenCom(Comport: Integer): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csOpenCom';
// 1.32 關閉讀卡機連結埠 / Close the reader's port
function csCloseCom: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csCloseCom';
// 1.33 讀取重大傷病註記 / Catastrophic illness
function hisGetCriticalIllness(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetCriticalIllness';
// 1.34 讀取讀卡機日期時間 / The reader's date and time
function csGetDateTime(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetDateTime';
// 1.35 讀取卡片號碼 / A card's number
function csGetCardNo(CardType: Integer; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetCardNo';
// 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
function csISSetPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csISSetPIN';
// 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
function hisGetSeqNumber256(cTreatItem: PAnsiChar; cBabyTreat: PAnsiChar; cTreatAfterCheck: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetSeqNumber256';
// 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
function hisGetRegisterBasic2(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetRegisterBasic2';
// 1.39 退掛 / Undo a registration
function csUnGetSeqNumber(pUnTreatDate: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csUnGetSeqNumber';
// 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
function csUpdateHCNoReset: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csUpdateHCNoReset';
// 1.41 讀取門診處方箋 / Outpatient prescriptions
function hisReadPrescriptMain(pOutpatientPrescription: PAnsiChar; var iBufferLenOutpatient: SmallInt; iStartPos: Integer; iEndPos: Integer; var iRecCount: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisReadPrescriptMain';
// 1.42 讀取長期處方箋 / Long-term prescriptions
function hisReadPrescriptLongTerm(pLongTermPrescription: PAnsiChar; var iBufferLenLongTerm: SmallInt; iStartPos: Integer; iEndPos: Integer; var iRecCount: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisReadPrescriptLongTerm';
// 1.43 讀取重要醫令 / Important orders
function hisReadPrescriptHVE(pImportantTreatmentCode: PAnsiChar; var iBufferLenImportant: SmallInt; iStartPos: Integer; iEndPos: Integer; var iRecCount: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisReadPrescriptHVE';
// 1.44 讀取過敏藥物 / Allergies
function hisReadPrescriptAllergic(pIrritationDrug: PAnsiChar; var iBufferLenIrritation: SmallInt; iStartPos: Integer; iEndPos: Integer; var iRecCount: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisReadPrescriptAllergic';
// 1.45 多筆處方箋寫入 / Write prescription items
function hisWriteMultiPrescript(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; var iWriteCount: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteMultiPrescript';
// 1.46 過敏藥物寫入指定欄位 / Write one allergy
function hisWriteAllergicNum(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; pBufferDocID: PAnsiChar; iNum: Integer): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteAllergicNum';
// 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
function hisWriteTreatmentData(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; pBufferDocID: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteTreatmentData';
// 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
function hisWritePrescriptionSign(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWritePrescriptionSign';
// 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
function hisWriteMultiPrescriptSign(pDateTime: PAnsiChar; pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pDataWrite: PAnsiChar; var iWriteCount: SmallInt; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisWriteMultiPrescriptSign';
// 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
function hisGetCriticalIllnessID(pPatientID: PAnsiChar; pPatientBirthDate: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetCriticalIllnessID';
// 1.51 取得控制軟體版本 / Version of the control software
function csGetVersionEx(pPath: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetVersionEx';
// 1.52 重置讀卡機或卡片 / Reset reader or cards
function csSoftwareReset(iType: LongInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csSoftwareReset';
// 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
function hisGetSeqNumber256N1(cTreatItem: PAnsiChar; cBabyTreat: PAnsiChar; cTreatAfterCheck: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetSeqNumber256N1';
// 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
function hisGetTreatNumNoICCard(pPatientID: PAnsiChar; pHospID: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetTreatNumNoICCard';
// 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
function hisGetTreatNumICCard(pDateTime: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetTreatNumICCard';
// 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
function csVerifySAMDC: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csVerifySAMDC';
// 2.2 讀取安全模組院所代碼 / The security module's institution
function csGetHospID(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetHospID';
// 3.1 資料上傳 / Upload a file
function csUploadData(pUploadFileName: PAnsiChar; pFileSize: PAnsiChar; pNumber: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csUploadData';
// 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
function csUploadDataPrec(pUploadFileName: PAnsiChar; pFileSize: PAnsiChar; pNumber: PAnsiChar; pPrecNumber: PAnsiChar; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csUploadDataPrec';
// 4.1 取得醫事人員卡狀態 / Is a professional card there?
function hpcGetHPCStatus(Req: Integer; var iStatus: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetHPCStatus';
// 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
function hpcVerifyHPCPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcVerifyHPCPIN';
// 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
function hpcInputHPCPIN: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcInputHPCPIN';
// 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
function hpcUnlockHPC: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcUnlockHPC';
// 4.5 取得醫事人員卡序號 / The professional card's number
function hpcGetHPCSN(SN: PAnsiChar; var Len_SN: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetHPCSN';
// 4.6 取得醫事人員身分證字號 / The professional's id number
function hpcGetHPCSSN(SSN: PAnsiChar; var Len_SSN: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetHPCSSN';
// 4.7 取得醫事人員中文姓名 / The professional's Chinese name
function hpcGetHPCCNAME(CNAME: PAnsiChar; var Len_CNAME: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetHPCCNAME';
// 4.8 取得醫事人員英文姓名 / The professional's English name
function hpcGetHPCENAME(ENAME: PAnsiChar; var Len_ENAME: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetHPCENAME';
// 4.8 取得醫事人員英文姓名 / The professional's English name
function hisGetHPCENAME(ENAME: PAnsiChar; var Len_ENAME: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetHPCENAME';
// 5.1 疾病診斷碼押碼 / Pack a diagnosis code
function hisGetICD10EnC(pIN: PAnsiChar; pOUT: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetICD10EnC';
// 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
function hisGetICD10DeC(pIN: PAnsiChar; pOUT: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetICD10DeC';
// 取得控制軟體版本（舊） / Version of the control software (old)
function csGetVersion: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetVersion';
// 讀取保險人資料 / The insurer's data
function hisGetInsurerData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetInsurerData';
// 讀取最近一次退掛資料 / Last undone registration
function csGetLastUnTreatmentData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetLastUnTreatmentData';
// 資料下載 / Download a file
function csDownloadData(pSAMID: PAnsiChar; pHospID: PAnsiChar; pNumber: PAnsiChar; pSendDate: PAnsiChar; pRecvDate: PAnsiChar; pServerRandom: PAnsiChar; pDownloadFileName: PAnsiChar): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csDownloadData';
// 讀取安全模組的院所名稱 / The institution's name
function csGetHospName(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetHospName';
// 讀取安全模組的院所簡稱 / The institution's abbreviated name
function csGetHospAbbName(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csGetHospAbbName';
// 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
function hpcVerifyHPCPINR: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcVerifyHPCPINR';
// 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
function hpcGetAllData(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hpcGetAllData';
// 取得醫事人員卡類別 / The professional card's kind
function hisGetHPCType: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetHPCType';
// 取得登入用亂數 / A random for a log-in
function VPNGetRandom(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'VPNGetRandom';
// 登入與上傳服務的簽章 / Sign for a log-in or an upload service
function VPNH_Sign(pRandom: PAnsiChar; iCardType: Integer; iService: Integer; pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'VPNH_Sign';
// 驗證登入與上傳服務的簽章 / Verify such a signature
function VPNH_VerifySign(pRandom: PAnsiChar; iCardType: Integer; iService: Integer; pSign: PAnsiChar; iSignLen: Integer): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'VPNH_VerifySign';
// 醫事憑證通用呼叫 / Calls of the professionals' certificates
function HCA_GNFuncCall(lFunction: LongInt; pIn: PAnsiChar; pOut: PAnsiChar; l4: LongInt; l5: LongInt; l6: LongInt; l7: LongInt; l8: LongInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'HCA_GNFuncCall';
// 啟用醫事憑證 / Enable the professionals' certificates
function csEnableHCAAPI: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csEnableHCAAPI';
// 停用醫事憑證 / Disable the professionals' certificates
function csDisableHCAAPI: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csDisableHCAAPI';
// 讀取安全模組資料 / The security module's own data
function hisGetSam0(pBuffer: PAnsiChar; var iBufferLen: SmallInt): Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'hisGetSam0';
// 下載健保卡程式 / Download the health card's applet
function csDownloadHCApplet: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name 'csDownloadHCApplet';

// 取一個欄位，位置由 1 起算 / one field, from 1
function CsHisField(const Buffer: AnsiString; From, Length: Integer): AnsiString;

implementation

function CsHisField(const Buffer: AnsiString; From, Length: Integer): AnsiString;
var
  Last: Integer;
begin
  Result := Copy(Buffer, From, Length);
  Last := System.Length(Result);
  while (Last > 0) and (Result[Last] = ' ') do
    Dec(Last);
  SetLength(Result, Last);
end;

end.
