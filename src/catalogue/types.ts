/**
 * @module Every function's inputs and decoded buffers as types, generated from the catalogue: npm run types:catalogue
 * (long: one entry a function, one line a field).
 */

export interface Functions {
  /** 1.1 讀取不需密碼的基本資料 Basic data, without a PIN */
  readonly hisGetBasicData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 卡片號碼 card number */
        readonly cardNo: string;
        /** 13-32 姓名 name */
        readonly name: string;
        /** 33-42 身分證號或身分證明文件號碼 id number */
        readonly personId: string;
        /** 43-49 出生日期 birth date */
        readonly birthDate: string;
        /** 50-50 性別 sex */
        readonly sex: string;
        /** 51-57 發卡日期 issue date */
        readonly issueDate: string;
        /** 58-58 卡片註銷註記 card cancellation mark */
        readonly cancelMark: string;
        /** 59-72 緊急聯絡電話 emergency telephone */
        readonly emergencyTel: string;
      };
    };
  };
  /** 1.2 診間服務時讀取基本資料 Basic data for the consulting room */
  readonly hisGetRegisterBasic: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 卡片號碼 card number */
        readonly cardNo: string;
        /** 13-32 姓名 name */
        readonly name: string;
        /** 33-42 身分證號或身分證明文件號碼 id number */
        readonly personId: string;
        /** 43-49 出生日期 birth date */
        readonly birthDate: string;
        /** 50-50 性別 sex */
        readonly sex: string;
        /** 51-57 發卡日期 issue date */
        readonly issueDate: string;
        /** 58-58 卡片註銷註記 card cancellation mark */
        readonly cancelMark: string;
        /** 59-60 保險人代碼 insurer code */
        readonly insurerCode: string;
        /** 61-61 保險對象身分註記 status of the insured */
        readonly insuredMark: string;
        /** 62-68 卡片有效期限 card valid until */
        readonly validUntil: string;
        /** 69-70 就醫可用次數 visits available */
        readonly available: number;
        /** 71-77 新生兒出生日期（依附註記） attached newborn's birth date */
        readonly newbornDate: string;
        /** 78-78 新生兒胞胎註記（依附註記） attached newborn's number of births */
        readonly newbornMark: string;
      };
    };
  };
  /** 1.3 預防保健掛號 Preventive services */
  readonly hisGetRegisterPrevent: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 6 x 21 bytes from 1: 預防保健資料 preventive service */
        readonly items: readonly {
          /** 1-2 保健服務項目註記 service */
          readonly serviceItem: string;
          /** 3-9 檢查日期 date of examination */
          readonly checkDate: string;
          /** 10-19 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 20-21 檢查項目代碼 examination code */
          readonly checkCode: string;
        }[];
      };
    };
  };
  /** 1.4 孕婦產前檢查掛號 Antenatal examinations */
  readonly hisGetRegisterPregnant: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 11 x 19 bytes from 1: 孕婦產前檢查資料 antenatal examination */
        readonly items: readonly {
          /** 1-7 檢查日期 date of examination */
          readonly checkDate: string;
          /** 8-17 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 18-19 檢查項目代碼 examination code */
          readonly checkCode: string;
        }[];
      };
    };
  };
  /** 1.5 讀取就醫資料（不需醫事人員卡） Visits, without a professional card */
  readonly hisGetTreatmentNoNeedHPC: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 6 x 14 bytes from 1: 重大傷病註記 catastrophic illness */
        readonly illnesses: readonly {
          /** 1-7 有效期限起始日 valid from */
          readonly validFrom: string;
          /** 8-14 有效期限終止日 valid until */
          readonly validUntil: string;
        }[];
        /** 6 x 69 bytes from 85: 就醫資料登錄 visit */
        readonly visits: readonly {
          /** 1-2 就醫類別 category of the visit */
          readonly treatItem: string;
          /** 3-3 新生兒就醫註記 newborn mark */
          readonly babyTreat: string;
          /** 4-16 就診日期時間 date and time of the visit */
          readonly visitTime: string;
          /** 17-17 補卡註記 after-check mark */
          readonly afterCheck: string;
          /** 18-21 就醫序號 visit number */
          readonly seqNumber: string;
          /** 22-31 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 32-39 門診醫療費用（當次） outpatient fee of this visit */
          readonly outpatientFee: number;
          /** 40-47 門診部分負擔費用（當次） outpatient copayment of this visit */
          readonly outpatientCopay: number;
          /** 48-55 住院醫療費用（當次） inpatient fee of this stay */
          readonly inpatientFee: number;
          /** 56-62 住院部分負擔（急性 30 天、慢性 180 天以下） inpatient copayment, acute to 30 or chronic to 180 days */
          readonly inpatientCopayShort: number;
          /** 63-69 住院部分負擔（急性 31 天、慢性 181 天以上） inpatient copayment, acute from 31 or chronic from 181 days */
          readonly inpatientCopayLong: number;
        }[];
      };
    };
  };
  /** 1.6 讀取就醫累計資料 Cumulative data */
  readonly hisGetCumulativeData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 2 x 67 bytes from 1: 就醫累計資料 cumulative data of a year */
        readonly years: readonly {
          /** 1-3 年 ROC year */
          readonly year: string;
          /** 4-7 門住診就醫累計次數 visits */
          readonly visits: number;
          /** 8-17 門診醫療費用累計 outpatient fees */
          readonly outpatientFee: number;
          /** 18-27 住診醫療費用累計 inpatient fees */
          readonly inpatientFee: number;
          /** 28-35 門診部分負擔費用累計 outpatient copayments */
          readonly outpatientCopay: number;
          /** 36-43 住診部分負擔累計（急性 30 天、慢性 180 天以下） inpatient copayments, shorter stays */
          readonly inpatientCopayShort: number;
          /** 44-51 住診部分負擔累計（急性 31 天、慢性 181 天以上） inpatient copayments, longer stays */
          readonly inpatientCopayLong: number;
          /** 52-59 門診＋住診部分負擔費用累計 copayments, all */
          readonly copay: number;
          /** 60-67 門診＋住診（急性 30 天、慢性 180 天以下）部分負擔累計 copayments, outpatient and shorter stays */
          readonly copayShort: number;
        }[];
      };
    };
  };
  /** 1.7 讀取醫療費用總累計 Fees since the card was issued */
  readonly hisGetCumulativeFee: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-10 門診醫療費用總累計 outpatient fees, total */
        readonly outpatientTotal: number;
        /** 11-20 住診醫療費用總累計 inpatient fees, total */
        readonly inpatientTotal: number;
      };
    };
  };
  /** 1.8 讀取就醫資料（需醫事人員卡） Visits, with a professional card */
  readonly hisGetTreatmentNeedHPC: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 6 x 19 bytes from 1: 重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） catastrophic illness (the sixth group: marks 4A and 4B since 104) */
        readonly illnesses: readonly {
          /** 1-5 重大傷病代碼 illness code */
          readonly code: string;
          /** 6-12 有效期限起始日 valid from */
          readonly validFrom: string;
          /** 13-19 有效期限終止日 valid until */
          readonly validUntil: string;
        }[];
        /** 6 x 43 bytes from 115: 就醫資料登錄 visit */
        readonly visits: readonly {
          /** 1-13 就診日期時間 date and time of the visit */
          readonly visitTime: string;
          /** 14-18 主要診斷碼 main diagnosis */
          readonly mainCode: string;
          /** 19-23 次要診斷碼 1 secondary diagnosis 1 */
          readonly subCode1: string;
          /** 24-28 次要診斷碼 2 secondary diagnosis 2 */
          readonly subCode2: string;
          /** 29-33 次要診斷碼 3 secondary diagnosis 3 */
          readonly subCode3: string;
          /** 34-38 次要診斷碼 4 secondary diagnosis 4 */
          readonly subCode4: string;
          /** 39-43 次要診斷碼 5 secondary diagnosis 5 */
          readonly subCode5: string;
        }[];
      };
    };
  };
  /** 1.9 取得就醫序號 Register a visit (128-byte signature)
   * @deprecated upload format 2.0 wants a signature of 256 characters: use 1.53 */
  readonly hisGetSeqNumber: {
    readonly in: {
      /** 就醫類別 category of the visit */
      readonly cTreatItem: string | Uint8Array;
      /** 新生兒就醫註記 newborn mark */
      readonly cBabyTreat: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-13 就診日期時間 date and time of the visit */
        readonly visitTime: string;
        /** 14-17 就醫序號 visit number */
        readonly seqNumber: string;
        /** 18-27 醫療院所代碼 institution code */
        readonly hospId: string;
        /** 28-155 安全簽章 security signature */
        readonly signature: Uint8Array;
        /** 156-167 SAM ID SAM id */
        readonly samId: string;
      };
    };
  };
  /** 1.10 讀取處方箋 Prescriptions */
  readonly hisReadPrescription: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pOutpatientPrescription?: {
        /** 60 x 61 bytes from 1: 門診處方箋 prescription item */
        readonly items: readonly {
          /** 1-13 就診日期時間 date and time of the visit */
          readonly visitTime: string;
          /** 14-14 醫令類別 order type */
          readonly orderType: string;
          /** 15-26 診療項目代號 order code */
          readonly orderCode: string;
          /** 27-32 診療部位 part of the body */
          readonly position: string;
          /** 33-50 用法 usage */
          readonly usage: string;
          /** 51-52 天數 days */
          readonly days: string;
          /** 53-59 總量 total quantity */
          readonly quantity: string;
          /** 60-61 交付處方註記 delivery note */
          readonly delivery: string;
        }[];
      };
      readonly pLongTermPrescription?: {
        /** 30 x 44 bytes from 1: 長期處方箋 long-term item */
        readonly items: readonly {
          /** 1-7 開立日期 date of the order */
          readonly orderDate: string;
          /** 8-17 藥品代碼 drug code */
          readonly drugCode: string;
          /** 18-35 用法 usage */
          readonly usage: string;
          /** 36-37 天數 days */
          readonly days: string;
          /** 38-44 總量 total quantity */
          readonly quantity: string;
        }[];
      };
      readonly pImportantTreatmentCode?: {
        /** 10 x 36 bytes from 1: 重要醫令項目 important order */
        readonly items: readonly {
          /** 1-7 實施日期 date done */
          readonly doneDate: string;
          /** 8-17 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 18-23 重要醫令項目代碼 important order code */
          readonly orderCode: string;
          /** 24-29 實施部位代碼 part of the body */
          readonly position: string;
          /** 30-36 總量 total quantity */
          readonly quantity: string;
        }[];
      };
      readonly pIrritationDrug?: {
        /** 3 x 40 bytes from 1: 過敏藥物 allergy */
        readonly items: readonly {
          /** 1-40 過敏藥物成份名稱 name of the allergenic ingredient */
          readonly drugName: string;
        }[];
      };
    };
  };
  /** 1.11 讀取預防接種資料 Vaccinations */
  readonly hisGetInoculateData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 40 x 35 bytes from 1: 預防接種資料項目 vaccination */
        readonly items: readonly {
          /** 1-6 疫苗種類 vaccine */
          readonly vaccine: string;
          /** 7-13 接種日期 date given */
          readonly date: string;
          /** 14-23 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 24-35 疫苗批號 batch number */
          readonly batch: string;
        }[];
      };
    };
  };
  /** 1.12 讀取器官捐贈及安寧緩和醫療註記 Organ donation and palliative care */
  readonly hisGetOrganDonate: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-1 同意器官捐贈及安寧緩和醫療註記 consent to organ donation and palliative care */
        readonly organDonate: string;
      };
    };
  };
  /** 1.13 讀取緊急聯絡電話 Emergency telephone */
  readonly hisGetEmergentTel: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-14 緊急聯絡電話 emergency telephone */
        readonly emergencyTel: string;
      };
    };
  };
  /** 1.14 讀取最近一次就醫序號 Last visit number */
  readonly hisGetLastSeqNum: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-7 最近一次就醫序號 last visit number */
        readonly lastSeqNumber: string;
      };
    };
  };
  /** 1.15 讀取卡片狀態 A card's state */
  readonly hisGetCardStatus: {
    readonly in: {
      /** 卡片種類：1 安全模組、2 健保卡、3 醫事人員卡 kind of card: 1 SAM, 2 health card, 3 professional card */
      readonly CardType: number;
    };
    readonly out: Record<never, never>;
  };
  /** 1.16 就醫診療資料寫入 Write diagnoses */
  readonly hisWriteTreatmentCode: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 就醫診療資料 diagnoses of a visit */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.17 就醫費用資料寫入 Write fees */
  readonly hisWriteTreatmentFee: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 就醫費用資料 fees of a visit */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.18 處方箋寫入 Write a prescription item */
  readonly hisWritePrescription: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 一組門診處方箋 one prescription item */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.19 新生兒註記寫入 Attach a newborn */
  readonly hisWriteNewBorn: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 新生兒出生日期 newborn's birth date */
      readonly pNewBornDate: string | Uint8Array;
      /** 新生兒胞胎註記 number of births */
      readonly pNoOfDelivered: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.20 過敏藥物寫入 Write allergies */
  readonly hisWriteAllergicMedicines: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 過敏藥物 allergies */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.21 器官捐贈及安寧緩和醫療註記寫入 Write organ donation and palliative care */
  readonly hisWriteOrganDonate: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 同意註記 consent */
      readonly pOrganDonate: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.22 預防保健資料寫入 Write a preventive service */
  readonly hisWriteHealthInsurance: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 保健服務項目註記 service */
      readonly pServiceItem: string | Uint8Array;
      /** 檢查項目代碼 examination code */
      readonly pServiceItemCode: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.23 緊急聯絡電話寫入 Write the emergency telephone */
  readonly hisWriteEmergentTel: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 緊急聯絡電話 emergency telephone */
      readonly pEmergentTel: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.24 產前檢查資料寫入 Write an antenatal examination */
  readonly hisWritePredeliveryCheckup: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 檢查項目代碼 examination code */
      readonly pCheckupCode: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.25 清除產前檢查資料 Delete antenatal examinations */
  readonly hisDeletePredeliveryData: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.26 預防接種資料寫入 Write a vaccination */
  readonly hisWriteInoculateData: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 疫苗種類 vaccine */
      readonly pItem: string | Uint8Array;
      /** 疫苗批號 batch number */
      readonly pPackageNumber: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.27 驗證健保卡密碼 Verify the health card's PIN */
  readonly csVerifyHCPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.28 輸入新的健保卡密碼 Set a new PIN */
  readonly csInputHCPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.29 停用健保卡密碼 Disable the PIN */
  readonly csDisableHCPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.30 健保卡卡片內容更新 Update the card's contents */
  readonly csUpdateHCContents: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.31 開啟讀卡機連結埠 Open the reader's port */
  readonly csOpenCom: {
    readonly in: {
      /** 0 為 COM1，1 為 COM2，以此類推 0 is COM1, 1 is COM2, and so on */
      readonly Comport: number;
    };
    readonly out: Record<never, never>;
  };
  /** 1.32 關閉讀卡機連結埠 Close the reader's port */
  readonly csCloseCom: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.33 讀取重大傷病註記 Catastrophic illness */
  readonly hisGetCriticalIllness: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 6 x 19 bytes from 1: 重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） catastrophic illness (the sixth group: marks 4A and 4B since 104) */
        readonly illnesses: readonly {
          /** 1-5 重大傷病代碼 illness code */
          readonly code: string;
          /** 6-12 有效期限起始日 valid from */
          readonly validFrom: string;
          /** 13-19 有效期限終止日 valid until */
          readonly validUntil: string;
        }[];
      };
    };
  };
  /** 1.34 讀取讀卡機日期時間 The reader's date and time */
  readonly csGetDateTime: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-3 民國年 ROC year */
        readonly year: string;
        /** 4-5 月 month */
        readonly month: string;
        /** 6-7 日 day */
        readonly day: string;
        /** 8-9 時 hour */
        readonly hour: string;
        /** 10-11 分 minute */
        readonly minute: string;
        /** 12-13 秒 second */
        readonly second: string;
      };
    };
  };
  /** 1.35 讀取卡片號碼 A card's number */
  readonly csGetCardNo: {
    readonly in: {
      /** 卡片種類：1 安全模組、2 健保卡、3 醫事人員卡 kind of card: 1 SAM, 2 health card, 3 professional card */
      readonly CardType: number;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 卡片號碼 card number */
        readonly cardNo: string;
      };
    };
  };
  /** 1.36 檢查健保卡是否設定密碼 Is a PIN set? */
  readonly csISSetPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.37 取得就醫序號（256 位元組簽章） Register a visit (256-character signature) */
  readonly hisGetSeqNumber256: {
    readonly in: {
      /** 就醫類別 category of the visit */
      readonly cTreatItem: string | Uint8Array;
      /** 新生兒就醫註記 newborn mark */
      readonly cBabyTreat: string | Uint8Array;
      /** 補卡註記：1 正常、2 補卡 after-check mark: 1 ordinary, 2 later */
      readonly cTreatAfterCheck: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-13 就診日期時間 date and time of the visit */
        readonly visitTime: string;
        /** 14-17 就醫序號 visit number */
        readonly seqNumber: string;
        /** 18-27 醫療院所代碼 institution code */
        readonly hospId: string;
        /** 28-283 安全簽章 security signature */
        readonly signature: string;
        /** 284-295 SAM ID SAM id */
        readonly samId: string;
        /** 296-296 是否同日就診 second visit of the day */
        readonly sameDay: string;
      };
    };
  };
  /** 1.38 掛號或報到時讀取有效期限及就醫次數 Validity and visits available */
  readonly hisGetRegisterBasic2: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-7 卡片有效期限 card valid until */
        readonly validUntil: string;
        /** 8-9 就醫可用次數 visits available */
        readonly available: number;
      };
    };
  };
  /** 1.39 退掛 Undo a registration */
  readonly csUnGetSeqNumber: {
    readonly in: {
      /** 欲退掛之就診日期時間 date and time of the visit to undo */
      readonly pUnTreatDate: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.40 健保卡卡片內容更新（不重置卡片） Update the card's contents, without a reset */
  readonly csUpdateHCNoReset: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.41 讀取門診處方箋 Outpatient prescriptions */
  readonly hisReadPrescriptMain: {
    readonly in: {
      /** 起始位置，1 為第一筆 first, from 1 */
      readonly iStartPos: number;
      /** 終止位置 last */
      readonly iEndPos: number;
      /** 筆數 number of records */
      readonly iRecCount: number;
    };
    readonly out: {
      readonly pOutpatientPrescription?: {
        /** 60 x 61 bytes from 1: 門診處方箋 prescription item */
        readonly items: readonly {
          /** 1-13 就診日期時間 date and time of the visit */
          readonly visitTime: string;
          /** 14-14 醫令類別 order type */
          readonly orderType: string;
          /** 15-26 診療項目代號 order code */
          readonly orderCode: string;
          /** 27-32 診療部位 part of the body */
          readonly position: string;
          /** 33-50 用法 usage */
          readonly usage: string;
          /** 51-52 天數 days */
          readonly days: string;
          /** 53-59 總量 total quantity */
          readonly quantity: string;
          /** 60-61 交付處方註記 delivery note */
          readonly delivery: string;
        }[];
      };
    };
  };
  /** 1.42 讀取長期處方箋 Long-term prescriptions */
  readonly hisReadPrescriptLongTerm: {
    readonly in: {
      /** 起始位置，1 為第一筆 first, from 1 */
      readonly iStartPos: number;
      /** 終止位置 last */
      readonly iEndPos: number;
      /** 筆數 number of records */
      readonly iRecCount: number;
    };
    readonly out: {
      readonly pLongTermPrescription?: {
        /** 30 x 44 bytes from 1: 長期處方箋 long-term item */
        readonly items: readonly {
          /** 1-7 開立日期 date of the order */
          readonly orderDate: string;
          /** 8-17 藥品代碼 drug code */
          readonly drugCode: string;
          /** 18-35 用法 usage */
          readonly usage: string;
          /** 36-37 天數 days */
          readonly days: string;
          /** 38-44 總量 total quantity */
          readonly quantity: string;
        }[];
      };
    };
  };
  /** 1.43 讀取重要醫令 Important orders */
  readonly hisReadPrescriptHVE: {
    readonly in: {
      /** 起始位置，1 為第一筆 first, from 1 */
      readonly iStartPos: number;
      /** 終止位置 last */
      readonly iEndPos: number;
      /** 筆數 number of records */
      readonly iRecCount: number;
    };
    readonly out: {
      readonly pImportantTreatmentCode?: {
        /** 10 x 36 bytes from 1: 重要醫令項目 important order */
        readonly items: readonly {
          /** 1-7 實施日期 date done */
          readonly doneDate: string;
          /** 8-17 醫療院所代碼 institution code */
          readonly hospId: string;
          /** 18-23 重要醫令項目代碼 important order code */
          readonly orderCode: string;
          /** 24-29 實施部位代碼 part of the body */
          readonly position: string;
          /** 30-36 總量 total quantity */
          readonly quantity: string;
        }[];
      };
    };
  };
  /** 1.44 讀取過敏藥物 Allergies */
  readonly hisReadPrescriptAllergic: {
    readonly in: {
      /** 起始位置，1 為第一筆 first, from 1 */
      readonly iStartPos: number;
      /** 終止位置 last */
      readonly iEndPos: number;
      /** 筆數 number of records */
      readonly iRecCount: number;
    };
    readonly out: {
      readonly pIrritationDrug?: {
        /** 3 x 40 bytes from 1: 過敏藥物 allergy */
        readonly items: readonly {
          /** 1-40 過敏藥物成份名稱 name of the allergenic ingredient */
          readonly drugName: string;
        }[];
      };
    };
  };
  /** 1.45 多筆處方箋寫入 Write prescription items */
  readonly hisWriteMultiPrescript: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 一組門診處方箋 one prescription item */
      readonly pDataWrite: string | Uint8Array;
      /** 筆數 number of items */
      readonly iWriteCount: number;
    };
    readonly out: Record<never, never>;
  };
  /** 1.46 過敏藥物寫入指定欄位 Write one allergy */
  readonly hisWriteAllergicNum: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 一組過敏藥物 one allergy */
      readonly pDataWrite: string | Uint8Array;
      /** 指定欄位 1 到 3 which, 1 to 3 */
      readonly iNum: number;
    };
    readonly out: Record<never, never>;
  };
  /** 1.47 就醫診療資料及費用寫入 Write diagnoses and fees */
  readonly hisWriteTreatmentData: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 就醫診療資料及費用 diagnoses and fees of a visit */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 1.48 處方箋寫入並回傳簽章 Write a prescription item, signed */
  readonly hisWritePrescriptionSign: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 一組門診處方箋 one prescription item */
      readonly pDataWrite: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-40 處方簽章 item's signature */
        readonly signature: string;
      };
    };
  };
  /** 1.49 多筆處方箋寫入並回傳簽章 Write prescription items, signed */
  readonly hisWriteMultiPrescriptSign: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
      /** 一組門診處方箋 one prescription item */
      readonly pDataWrite: string | Uint8Array;
      /** 筆數 number of items */
      readonly iWriteCount: number;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 60 x 40 bytes from 1: 處方簽章 item's signature */
        readonly items: readonly {
          /** 1-40 處方簽章 item's signature */
          readonly signature: string;
        }[];
      };
    };
  };
  /** 1.50 讀取重大傷病註記（身分比對） Catastrophic illness, for a named person */
  readonly hisGetCriticalIllnessID: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 出生日期 birth date */
      readonly pPatientBirthDate: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 6 x 19 bytes from 1: 重大傷病註記（第 6 組自 104 年起為 4A、4B 註記） catastrophic illness (the sixth group: marks 4A and 4B since 104) */
        readonly illnesses: readonly {
          /** 1-5 重大傷病代碼 illness code */
          readonly code: string;
          /** 6-12 有效期限起始日 valid from */
          readonly validFrom: string;
          /** 13-19 有效期限終止日 valid until */
          readonly validUntil: string;
        }[];
      };
    };
  };
  /** 1.51 取得控制軟體版本 Version of the control software */
  readonly csGetVersionEx: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 1.52 重置讀卡機或卡片 Reset reader or cards */
  readonly csSoftwareReset: {
    readonly in: {
      /** 0 讀卡機（5.1 為雲端安全模組主控台）、1 安全模組、2 醫事人員卡、3 健保卡 0 reader (5.1: the cloud security module), 1 SAM, 2 professional card, 3 health card */
      readonly Type: number;
    };
    readonly out: Record<never, never>;
  };
  /** 1.53 取得就醫序號、安全簽章及就醫識別碼 Register a visit: number, signature, treatment identifier */
  readonly hisGetSeqNumber256N1: {
    readonly in: {
      /** 就醫類別 category of the visit */
      readonly cTreatItem: string | Uint8Array;
      /** 新生兒就醫註記 newborn mark */
      readonly cBabyTreat: string | Uint8Array;
      /** 補卡註記：1 正常、2 補卡 after-check mark: 1 ordinary, 2 later */
      readonly cTreatAfterCheck: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-13 就診日期時間 date and time of the visit */
        readonly visitTime: string;
        /** 14-17 就醫序號 visit number */
        readonly seqNumber: string;
        /** 18-27 醫療院所代碼 institution code */
        readonly hospId: string;
        /** 28-283 安全簽章 security signature */
        readonly signature: string;
        /** 284-295 SAM ID SAM id */
        readonly samId: string;
        /** 296-296 是否同日就診 second visit of the day */
        readonly sameDay: string;
        /** 297-316 就醫識別碼 treatment identifier */
        readonly treatNum: string;
      };
    };
  };
  /** 1.54 無卡取得就醫識別碼 Treatment identifier without a card */
  readonly hisGetTreatNumNoICCard: {
    readonly in: {
      /** 身分證號 id number */
      readonly pPatientID: string | Uint8Array;
      /** 醫療院所代碼 institution code */
      readonly pHospID: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-13 電腦日期時間 computer's date and time */
        readonly visitTime: string;
        /** 14-23 醫療院所代碼 institution code */
        readonly hospId: string;
        /** 24-43 就醫識別碼 treatment identifier */
        readonly treatNum: string;
      };
    };
  };
  /** 1.56 有卡取得就醫識別碼 Treatment identifier of a visit on the card */
  readonly hisGetTreatNumICCard: {
    readonly in: {
      /** 就診日期時間 date and time of the visit */
      readonly pDateTime: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-20 就醫識別碼 treatment identifier */
        readonly treatNum: string;
      };
    };
  };
  /** 2.1 安全模組與資料中心認證 Verify the security module with the data centre */
  readonly csVerifySAMDC: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 2.2 讀取安全模組院所代碼 The security module's institution */
  readonly csGetHospID: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-10 醫療院所代碼 institution code */
        readonly hospId: string;
      };
    };
  };
  /** 3.1 資料上傳 Upload a file */
  readonly csUploadData: {
    readonly in: {
      /** 上傳檔案 file to upload */
      readonly pUploadFileName: string | Uint8Array;
      /** 檔案大小 size in bytes */
      readonly pFileSize?: string | Uint8Array;
      /** 筆數 number of records */
      readonly pNumber?: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 安全模組代碼 SAM id */
        readonly samId: string;
        /** 13-22 醫事服務機構代碼 institution code */
        readonly hospId: string;
        /** 23-36 上傳日期時間 sent at */
        readonly sentAt: string;
        /** 37-50 接收日期時間 received at */
        readonly receivedAt: string;
      };
    };
  };
  /** 3.2 資料上傳（含醫令筆數） Upload a file, with a count of orders */
  readonly csUploadDataPrec: {
    readonly in: {
      /** 上傳檔案 file to upload */
      readonly pUploadFileName: string | Uint8Array;
      /** 檔案大小 size in bytes */
      readonly pFileSize?: string | Uint8Array;
      /** 筆數 number of records */
      readonly pNumber?: string | Uint8Array;
      /** 醫令筆數 number of orders */
      readonly pPrecNumber?: string | Uint8Array;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 安全模組代碼 SAM id */
        readonly samId: string;
        /** 13-22 醫事服務機構代碼 institution code */
        readonly hospId: string;
        /** 23-36 上傳日期時間 sent at */
        readonly sentAt: string;
        /** 37-50 接收日期時間 received at */
        readonly receivedAt: string;
      };
    };
  };
  /** 4.1 取得醫事人員卡狀態 Is a professional card there? */
  readonly hpcGetHPCStatus: {
    readonly in: {
      /** 1：醫事人員卡是否存在 1: is there a professional card */
      readonly Req: number;
    };
    readonly out: Record<never, never>;
  };
  /** 4.2 檢查醫事人員卡密碼 Verify the professional card's PIN */
  readonly hpcVerifyHPCPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 4.3 輸入新的醫事人員卡密碼 Set a new PIN on the professional card */
  readonly hpcInputHPCPIN: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 4.4 解開鎖住的醫事人員卡 Unlock the professional card */
  readonly hpcUnlockHPC: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** 4.5 取得醫事人員卡序號 The professional card's number */
  readonly hpcGetHPCSN: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly SN?: {
        /** 1-12 醫事人員卡序號 professional card's number */
        readonly cardNo: string;
      };
    };
  };
  /** 4.6 取得醫事人員身分證字號 The professional's id number */
  readonly hpcGetHPCSSN: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly SSN?: {
        /** 1-10 醫事人員身分證字號 professional's id number */
        readonly personId: string;
      };
    };
  };
  /** 4.7 取得醫事人員中文姓名 The professional's Chinese name */
  readonly hpcGetHPCCNAME: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly CNAME?: {
        /** 1-20 中文姓名 Chinese name */
        readonly name: string;
      };
    };
  };
  /** 4.8 取得醫事人員英文姓名 The professional's English name */
  readonly hpcGetHPCENAME: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly ENAME?: {
        /** 1-40 英文姓名 English name */
        readonly name: string;
      };
    };
  };
  /** 5.1 疾病診斷碼押碼 Pack a diagnosis code */
  readonly hisGetICD10EnC: {
    readonly in: {
      /** 原始診斷碼（可含小數點） diagnosis code, with or without its dot */
      readonly IN: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** 5.2 疾病診斷碼解押碼 Unpack a diagnosis code */
  readonly hisGetICD10DeC: {
    readonly in: {
      /** 押碼後的診斷碼 packed code */
      readonly IN: string | Uint8Array;
    };
    readonly out: Record<never, never>;
  };
  /** csGetVersion 取得控制軟體版本（舊） Version of the control software (old) */
  readonly csGetVersion: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** hisGetInsurerData 讀取保險人資料 The insurer's data */
  readonly hisGetInsurerData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-2 保險人代碼 insurer code */
        readonly insurerCode: string;
        /** 3-3 保險對象身分註記 status of the insured */
        readonly insuredMark: string;
        /** 4-10 卡片有效期限 card valid until */
        readonly validUntil: string;
        /** 11-12 就醫可用次數 visits available */
        readonly available: number;
        /** 13-19 新生兒出生日期（依附註記） attached newborn's birth date */
        readonly newbornDate: string;
        /** 20-20 新生兒胞胎註記（依附註記） attached newborn's number of births */
        readonly newbornMark: string;
      };
    };
  };
  /** csGetLastUnTreatmentData 讀取最近一次退掛資料 Last undone registration */
  readonly csGetLastUnTreatmentData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-2 就醫類別 category of the visit */
        readonly treatItem: string;
        /** 3-3 新生兒就醫註記 newborn mark */
        readonly babyTreat: string;
        /** 4-16 就診日期時間 date and time of the visit */
        readonly visitTime: string;
        /** 17-17 補卡註記 after-check mark */
        readonly afterCheck: string;
        /** 18-21 就醫序號 visit number */
        readonly seqNumber: string;
        /** 22-31 醫療院所代碼 institution code */
        readonly hospId: string;
      };
    };
  };
  /** csDownloadData 資料下載 Download a file */
  readonly csDownloadData: {
    readonly in: {
      /** 安全模組代碼 SAM id */
      readonly pSAMID: string | Uint8Array;
      /** 醫療院所代碼 institution code */
      readonly pHospID: string | Uint8Array;
      /** 筆數（可空白） number of records (may be blank) */
      readonly pNumber: string | Uint8Array;
      /** 上傳日期時間 sent at */
      readonly pSendDate: string | Uint8Array;
      /** 接收日期時間 received at */
      readonly pRecvDate: string | Uint8Array;
      /** 伺服器亂數（可空白） server's random (may be blank) */
      readonly pServerRandom: string | Uint8Array;
      /** 下載檔案 file to write */
      readonly pDownloadFileName: string;
    };
    readonly out: Record<never, never>;
  };
  /** csGetHospName 讀取安全模組的院所名稱 The institution's name */
  readonly csGetHospName: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-60 醫療院所名稱 institution's name */
        readonly hospName: string;
      };
    };
  };
  /** csGetHospAbbName 讀取安全模組的院所簡稱 The institution's abbreviated name */
  readonly csGetHospAbbName: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-20 醫療院所簡稱 institution's abbreviated name */
        readonly hospAbbName: string;
      };
    };
  };
  /** hpcVerifyHPCPINR 檢查醫事人員卡密碼（同 4.2） Verify the professional card's PIN (as 4.2) */
  readonly hpcVerifyHPCPINR: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** hpcGetAllData 取得醫事人員卡資料（4.5 至 4.8） The professional card's data (4.5 to 4.8) */
  readonly hpcGetAllData: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-12 醫事人員卡序號 professional card's number */
        readonly cardNo: string;
        /** 13-22 醫事人員身分證字號 professional's id number */
        readonly personId: string;
        /** 23-42 中文姓名 Chinese name */
        readonly name: string;
        /** 43-82 英文姓名 English name */
        readonly englishName: string;
      };
    };
  };
  /** hisGetHPCType 取得醫事人員卡類別 The professional card's kind */
  readonly hisGetHPCType: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** VPNGetRandom 取得登入用亂數 A random for a log-in */
  readonly VPNGetRandom: {
    readonly in: Record<never, never>;
    readonly out: {
      readonly pBuffer?: {
        /** 1-16 亂數 random */
        readonly random: string;
      };
    };
  };
  /** VPNH_Sign 登入與上傳服務的簽章 Sign for a log-in or an upload service */
  readonly VPNH_Sign: {
    readonly in: {
      /** 亂數（網站或 VPNGetRandom 給的） the random of the site, or of VPNGetRandom */
      readonly pRandom: string | Uint8Array;
      /** 簽章卡片：3 安全模組，4 另含健保卡與醫事人員卡 signing cards: 3 SAM, 4 with health and professional card */
      readonly iCardType: number;
      /** 服務代碼（30 上傳、91 用藥提示、11 識別碼） service: 30 upload, 91 medicines, 11 identifiers, .. */
      readonly iService: number;
    };
    readonly out: {
      readonly pBuffer?: {
        /** 1-13 簽章日期時間 signed at */
        readonly signedAt: string;
        /** 14-25 SAM ID SAM id */
        readonly samId: string;
        /** 26-35 醫療院所代碼 institution code */
        readonly hospId: string;
        /** 36-47 健保卡號碼（卡片種類 4） health card's number (kind 4) */
        readonly hcCardNo: string;
        /** 48-59 醫事人員卡序號（卡片種類 4） professional card's number (kind 4) */
        readonly hpcCardNo: string;
        /** 60-315 簽章 signature */
        readonly signature: string;
      };
    };
  };
  /** VPNH_VerifySign 驗證登入與上傳服務的簽章 Verify such a signature */
  readonly VPNH_VerifySign: {
    readonly in: {
      /** 亂數（網站或 VPNGetRandom 給的） the random of the site, or of VPNGetRandom */
      readonly pRandom: string | Uint8Array;
      /** 簽章卡片：3 安全模組，4 另含健保卡與醫事人員卡 signing cards: 3 SAM, 4 with health and professional card */
      readonly iCardType: number;
      /** 服務代碼（30 上傳、91 用藥提示、11 識別碼） service: 30 upload, 91 medicines, 11 identifiers, .. */
      readonly iService: number;
      /** 登入與上傳服務的簽章 signature for a log-in or an upload service */
      readonly pSign: string | Uint8Array;
      /** 簽章長度 the signature's length */
      readonly iSignLen: number;
    };
    readonly out: Record<never, never>;
  };
  /** HCA_GNFuncCall 醫事憑證通用呼叫 Calls of the professionals' certificates */
  readonly HCA_GNFuncCall: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** csEnableHCAAPI 啟用醫事憑證 Enable the professionals' certificates */
  readonly csEnableHCAAPI: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** csDisableHCAAPI 停用醫事憑證 Disable the professionals' certificates */
  readonly csDisableHCAAPI: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** hisGetSam0 讀取安全模組資料 The security module's own data */
  readonly hisGetSam0: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
  /** csDownloadHCApplet 下載健保卡程式 Download the health card's applet */
  readonly csDownloadHCApplet: {
    readonly in: Record<never, never>;
    readonly out: Record<never, never>;
  };
}
export type ApiName = keyof Functions;
export type InputsOf<N extends ApiName> = Functions[N]['in'];
export type OutputFieldsOf<N extends ApiName> = Functions[N]['out'];
