/**
 * @module The exports that the official library is known to have: ordinal, name, bytes of arguments. Typed in by hand and
 * not drawn from the catalogue, so that one holds the other: programs linked years ago bind by these numbers.
 */

const table = `
  1 hisGetRegisterPrevent 8       2 hisGetTreatmentNoNeedHPC 8    3 hisGetCumulativeFee 8        4 hisGetSeqNumber 16
  5 hisGetInoculateData 8         6 hisWriteTreatmentCode 20      7 hisWritePrescription 16      8 hisWriteAllergicMedicines 16
  9 hisWriteHealthInsurance 16   10 hisDeletePredeliveryData 8   11 csVerifyHCPIN 0             12 csDisableHCPIN 0
 13 hisGetOrganDonate 8          14 hisWriteNewBorn 16           15 hisWriteTreatmentFee 16     16 hisWriteOrganDonate 12
 17 hisGetRegisterBasic 8        18 hisGetRegisterPregnant 8     19 hisGetCumulativeData 8      20 hisGetTreatmentNeedHPC 8
 21 hisReadPrescription 32       23 hisWritePredeliveryCheckup 12  24 hisWriteInoculateData 16  25 csInputHCPIN 0
 26 csUpdateHCContents 0         28 hisGetCriticalIllness 8      30 hpcInputHPCPIN 0            31 hpcVerifyHPCPIN 0
 32 csOpenCom 4                  33 csCloseCom 0                 34 csVerifySAMDC 0             35 hpcGetHPCStatus 8
 37 hisGetInsurerData 8          38 hpcUnlockHPC 0               39 hpcGetHPCSN 8               40 hpcGetHPCSSN 8
 41 hpcGetHPCCNAME 8             42 hpcGetHPCENAME 8             43 hisWriteEmergentTel 12      44 csUploadData 20
 45 hisGetEmergentTel 8          46 hisGetLastSeqNum 8           47 hisGetCardStatus 4          48 hisGetBasicData 8
 50 csGetDateTime 8              51 csGetCardNo 12               53 csISSetPIN 0                54 hisGetSeqNumber256 20
 56 hisGetRegisterBasic2 8       57 csUnGetSeqNumber 4           58 csUpdateHCNoReset 0         59 HCA_GNFuncCall 32
 60 hisReadPrescriptMain 20      61 hisReadPrescriptLongTerm 20  62 hisReadPrescriptHVE 20      63 hisReadPrescriptAllergic 20
 64 hisWriteMultiPrescript 20    65 hisWriteAllergicNum 20       66 hisWriteTreatmentData 20    67 hisWritePrescriptionSign 24
 68 hisWriteMultiPrescriptSign 28  69 csGetHospID 8              70 hisGetCriticalIllnessID 16  71 csGetVersion 0
 76 csGetVersionEx 4             77 hisGetHPCType 0              78 csSoftwareReset 4           81 hisGetSam0 8
 82 hpcGetAllData 8              84 hisGetICD10EnC 8             85 hisGetICD10DeC 8            87 hpcVerifyHPCPINR 0
 92 csGetHospName 8              93 csGetHospAbbName 8           99 csEnableHCAAPI 0           100 csDisableHCAAPI 0
101 csUploadDataPrec 24         102 VPNGetRandom 8              103 VPNH_Sign 20               104 VPNH_VerifySign 20`;

export interface OfficialExport {
  readonly ordinal: number;
  readonly name: string;
  readonly bytes: number;
}
export const officialExports: readonly OfficialExport[] = [...table.matchAll(/(\d+) (\w+) (\d+)/g)].map(
  ([, ordinal, name = '', bytes]) => ({ ordinal: Number(ordinal), name, bytes: Number(bytes) }),
);
