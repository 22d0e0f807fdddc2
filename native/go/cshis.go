// cshis.go: Go（cgo）宣告 / declarations for Go (cgo)
// OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).

// Package cshis 呼叫健保卡讀卡機控制軟體；文字是 Big5 / calls the NHI card library; text is Big5.
//
// 以 CGO_LDFLAGS=-L<程式庫的資料夾> 告訴連結器程式庫在哪裡 / CGO_LDFLAGS=-L<folder> tells the linker where the library is.
package cshis

/*
#cgo CFLAGS: -I${SRCDIR}/../include
#cgo LDFLAGS: -lcshis
#include <stdlib.h>
#include "cshis.h"
*/
import "C"

import (
	"strings"
	"unsafe"
)

type keeper []unsafe.Pointer

func (kept keeper) free() {
	for _, one := range kept {
		C.free(one)
	}
}

func textOf(kept *keeper, text string) *C.char {
	copied := C.CString(text)
	*kept = append(*kept, unsafe.Pointer(copied))
	return copied
}

func bytesOf(bytes []byte) *C.char {
	if len(bytes) == 0 {
		return nil
	}
	return (*C.char)(unsafe.Pointer(&bytes[0]))
}

// Field 一個欄位的 Big5 位元組，去掉尾端空白 / a field's bytes of Big5, without the blanks at its end
func Field(buffer []byte, at, length int) string {
	return strings.TrimRight(string(buffer[at:at+length]), " ")
}

// HisGetBasicData 1.1 讀取不需密碼的基本資料 / Basic data, without a PIN
func HisGetBasicData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetBasicData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetRegisterBasic 1.2 診間服務時讀取基本資料 / Basic data for the consulting room
func HisGetRegisterBasic(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetRegisterBasic(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetRegisterPrevent 1.3 預防保健掛號 / Preventive services
func HisGetRegisterPrevent(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetRegisterPrevent(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetRegisterPregnant 1.4 孕婦產前檢查掛號 / Antenatal examinations
func HisGetRegisterPregnant(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetRegisterPregnant(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetTreatmentNoNeedHPC 1.5 讀取就醫資料（不需醫事人員卡） / Visits, without a professional card
func HisGetTreatmentNoNeedHPC(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetTreatmentNoNeedHPC(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetCumulativeData 1.6 讀取就醫累計資料 / Cumulative data
func HisGetCumulativeData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetCumulativeData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetCumulativeFee 1.7 讀取醫療費用總累計 / Fees since the card was issued
func HisGetCumulativeFee(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetCumulativeFee(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetTreatmentNeedHPC 1.8 讀取就醫資料（需醫事人員卡） / Visits, with a professional card
func HisGetTreatmentNeedHPC(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetTreatmentNeedHPC(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetSeqNumber 1.9 取得就醫序號 / Register a visit (128-byte signature) (上傳格式 2.0 的簽章為 256 位元組，請改用 1.53 / upload format 2.0 wants a signature of 256 characters: use 1.53)
func HisGetSeqNumber(cTreatItem string, cBabyTreat string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetSeqNumber(textOf(&kept, cTreatItem), textOf(&kept, cBabyTreat), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisReadPrescription 1.10 讀取處方箋 / Prescriptions
func HisReadPrescription(pOutpatientPrescription []byte, iBufferLenOutpatient *int16, pLongTermPrescription []byte, iBufferLenLongTerm *int16, pImportantTreatmentCode []byte, iBufferLenImportant *int16, pIrritationDrug []byte, iBufferLenIrritation *int16) int {
	return int(C.hisReadPrescription(bytesOf(pOutpatientPrescription), (*C.short)(iBufferLenOutpatient), bytesOf(pLongTermPrescription), (*C.short)(iBufferLenLongTerm), bytesOf(pImportantTreatmentCode), (*C.short)(iBufferLenImportant), bytesOf(pIrritationDrug), (*C.short)(iBufferLenIrritation)))
}

// HisGetInoculateData 1.11 讀取預防接種資料 / Vaccinations
func HisGetInoculateData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetInoculateData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetOrganDonate 1.12 讀取器官捐贈及安寧緩和醫療註記 / Organ donation and palliative care
func HisGetOrganDonate(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetOrganDonate(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetEmergentTel 1.13 讀取緊急聯絡電話 / Emergency telephone
func HisGetEmergentTel(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetEmergentTel(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetLastSeqNum 1.14 讀取最近一次就醫序號 / Last visit number
func HisGetLastSeqNum(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetLastSeqNum(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetCardStatus 1.15 讀取卡片狀態 / A card's state
func HisGetCardStatus(cardType int) int {
	return int(C.hisGetCardStatus(C.int(cardType)))
}

// HisWriteTreatmentCode 1.16 就醫診療資料寫入 / Write diagnoses
func HisWriteTreatmentCode(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte, pBufferDocID []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteTreatmentCode(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), bytesOf(pBufferDocID)))
}

// HisWriteTreatmentFee 1.17 就醫費用資料寫入 / Write fees
func HisWriteTreatmentFee(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteTreatmentFee(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite)))
}

// HisWritePrescription 1.18 處方箋寫入 / Write a prescription item
func HisWritePrescription(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWritePrescription(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite)))
}

// HisWriteNewBorn 1.19 新生兒註記寫入 / Attach a newborn
func HisWriteNewBorn(pPatientID string, pPatientBirthDate string, pNewBornDate string, pNoOfDelivered string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteNewBorn(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pNewBornDate), textOf(&kept, pNoOfDelivered)))
}

// HisWriteAllergicMedicines 1.20 過敏藥物寫入 / Write allergies
func HisWriteAllergicMedicines(pPatientID string, pPatientBirthDate string, pDataWrite []byte, pBufferDocID []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteAllergicMedicines(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), bytesOf(pBufferDocID)))
}

// HisWriteOrganDonate 1.21 器官捐贈及安寧緩和醫療註記寫入 / Write organ donation and palliative care
func HisWriteOrganDonate(pPatientID string, pPatientBirthDate string, pOrganDonate string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteOrganDonate(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pOrganDonate)))
}

// HisWriteHealthInsurance 1.22 預防保健資料寫入 / Write a preventive service
func HisWriteHealthInsurance(pPatientID string, pPatientBirthDate string, pServiceItem string, pServiceItemCode string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteHealthInsurance(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pServiceItem), textOf(&kept, pServiceItemCode)))
}

// HisWriteEmergentTel 1.23 緊急聯絡電話寫入 / Write the emergency telephone
func HisWriteEmergentTel(pPatientID string, pPatientBirthDate string, pEmergentTel string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteEmergentTel(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pEmergentTel)))
}

// HisWritePredeliveryCheckup 1.24 產前檢查資料寫入 / Write an antenatal examination
func HisWritePredeliveryCheckup(pPatientID string, pPatientBirthDate string, pCheckupCode string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWritePredeliveryCheckup(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pCheckupCode)))
}

// HisDeletePredeliveryData 1.25 清除產前檢查資料 / Delete antenatal examinations
func HisDeletePredeliveryData(pPatientID string, pPatientBirthDate string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisDeletePredeliveryData(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate)))
}

// HisWriteInoculateData 1.26 預防接種資料寫入 / Write a vaccination
func HisWriteInoculateData(pPatientID string, pPatientBirthDate string, pItem string, pPackageNumber string) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteInoculateData(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), textOf(&kept, pItem), textOf(&kept, pPackageNumber)))
}

// CsVerifyHCPIN 1.27 驗證健保卡密碼 / Verify the health card's PIN
func CsVerifyHCPIN() int {
	return int(C.csVerifyHCPIN())
}

// CsInputHCPIN 1.28 輸入新的健保卡密碼 / Set a new PIN
func CsInputHCPIN() int {
	return int(C.csInputHCPIN())
}

// CsDisableHCPIN 1.29 停用健保卡密碼 / Disable the PIN
func CsDisableHCPIN() int {
	return int(C.csDisableHCPIN())
}

// CsUpdateHCContents 1.30 健保卡卡片內容更新 / Update the card's contents
func CsUpdateHCContents() int {
	return int(C.csUpdateHCContents())
}

// CsOpenCom 1.31 開啟讀卡機連結埠 / Open the reader's port
func CsOpenCom(comport int) int {
	return int(C.csOpenCom(C.int(comport)))
}

// CsCloseCom 1.32 關閉讀卡機連結埠 / Close the reader's port
func CsCloseCom() int {
	return int(C.csCloseCom())
}

// HisGetCriticalIllness 1.33 讀取重大傷病註記 / Catastrophic illness
func HisGetCriticalIllness(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetCriticalIllness(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetDateTime 1.34 讀取讀卡機日期時間 / The reader's date and time
func CsGetDateTime(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetDateTime(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetCardNo 1.35 讀取卡片號碼 / A card's number
func CsGetCardNo(cardType int, pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetCardNo(C.int(cardType), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsISSetPIN 1.36 檢查健保卡是否設定密碼 / Is a PIN set?
func CsISSetPIN() int {
	return int(C.csISSetPIN())
}

// HisGetSeqNumber256 1.37 取得就醫序號（256 位元組簽章） / Register a visit (256-character signature)
func HisGetSeqNumber256(cTreatItem string, cBabyTreat string, cTreatAfterCheck string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetSeqNumber256(textOf(&kept, cTreatItem), textOf(&kept, cBabyTreat), textOf(&kept, cTreatAfterCheck), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetRegisterBasic2 1.38 掛號或報到時讀取有效期限及就醫次數 / Validity and visits available
func HisGetRegisterBasic2(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetRegisterBasic2(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsUnGetSeqNumber 1.39 退掛 / Undo a registration
func CsUnGetSeqNumber(pUnTreatDate string) int {
	var kept keeper
	defer kept.free()
	return int(C.csUnGetSeqNumber(textOf(&kept, pUnTreatDate)))
}

// CsUpdateHCNoReset 1.40 健保卡卡片內容更新（不重置卡片） / Update the card's contents, without a reset
func CsUpdateHCNoReset() int {
	return int(C.csUpdateHCNoReset())
}

// HisReadPrescriptMain 1.41 讀取門診處方箋 / Outpatient prescriptions
func HisReadPrescriptMain(pOutpatientPrescription []byte, iBufferLenOutpatient *int16, iStartPos int, iEndPos int, iRecCount *int16) int {
	return int(C.hisReadPrescriptMain(bytesOf(pOutpatientPrescription), (*C.short)(iBufferLenOutpatient), C.int(iStartPos), C.int(iEndPos), (*C.short)(iRecCount)))
}

// HisReadPrescriptLongTerm 1.42 讀取長期處方箋 / Long-term prescriptions
func HisReadPrescriptLongTerm(pLongTermPrescription []byte, iBufferLenLongTerm *int16, iStartPos int, iEndPos int, iRecCount *int16) int {
	return int(C.hisReadPrescriptLongTerm(bytesOf(pLongTermPrescription), (*C.short)(iBufferLenLongTerm), C.int(iStartPos), C.int(iEndPos), (*C.short)(iRecCount)))
}

// HisReadPrescriptHVE 1.43 讀取重要醫令 / Important orders
func HisReadPrescriptHVE(pImportantTreatmentCode []byte, iBufferLenImportant *int16, iStartPos int, iEndPos int, iRecCount *int16) int {
	return int(C.hisReadPrescriptHVE(bytesOf(pImportantTreatmentCode), (*C.short)(iBufferLenImportant), C.int(iStartPos), C.int(iEndPos), (*C.short)(iRecCount)))
}

// HisReadPrescriptAllergic 1.44 讀取過敏藥物 / Allergies
func HisReadPrescriptAllergic(pIrritationDrug []byte, iBufferLenIrritation *int16, iStartPos int, iEndPos int, iRecCount *int16) int {
	return int(C.hisReadPrescriptAllergic(bytesOf(pIrritationDrug), (*C.short)(iBufferLenIrritation), C.int(iStartPos), C.int(iEndPos), (*C.short)(iRecCount)))
}

// HisWriteMultiPrescript 1.45 多筆處方箋寫入 / Write prescription items
func HisWriteMultiPrescript(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte, iWriteCount *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteMultiPrescript(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), (*C.short)(iWriteCount)))
}

// HisWriteAllergicNum 1.46 過敏藥物寫入指定欄位 / Write one allergy
func HisWriteAllergicNum(pPatientID string, pPatientBirthDate string, pDataWrite []byte, pBufferDocID []byte, iNum int) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteAllergicNum(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), bytesOf(pBufferDocID), C.int(iNum)))
}

// HisWriteTreatmentData 1.47 就醫診療資料及費用寫入 / Write diagnoses and fees
func HisWriteTreatmentData(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte, pBufferDocID []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteTreatmentData(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), bytesOf(pBufferDocID)))
}

// HisWritePrescriptionSign 1.48 處方箋寫入並回傳簽章 / Write a prescription item, signed
func HisWritePrescriptionSign(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWritePrescriptionSign(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisWriteMultiPrescriptSign 1.49 多筆處方箋寫入並回傳簽章 / Write prescription items, signed
func HisWriteMultiPrescriptSign(pDateTime string, pPatientID string, pPatientBirthDate string, pDataWrite []byte, iWriteCount *int16, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisWriteMultiPrescriptSign(textOf(&kept, pDateTime), textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pDataWrite), (*C.short)(iWriteCount), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetCriticalIllnessID 1.50 讀取重大傷病註記（身分比對） / Catastrophic illness, for a named person
func HisGetCriticalIllnessID(pPatientID string, pPatientBirthDate string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetCriticalIllnessID(textOf(&kept, pPatientID), textOf(&kept, pPatientBirthDate), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetVersionEx 1.51 取得控制軟體版本 / Version of the control software
func CsGetVersionEx(pPath []byte) int {
	return int(C.csGetVersionEx(bytesOf(pPath)))
}

// CsSoftwareReset 1.52 重置讀卡機或卡片 / Reset reader or cards
func CsSoftwareReset(iType int) int {
	return int(C.csSoftwareReset(C.long(iType)))
}

// HisGetSeqNumber256N1 1.53 取得就醫序號、安全簽章及就醫識別碼 / Register a visit: number, signature, treatment identifier
func HisGetSeqNumber256N1(cTreatItem string, cBabyTreat string, cTreatAfterCheck string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetSeqNumber256N1(textOf(&kept, cTreatItem), textOf(&kept, cBabyTreat), textOf(&kept, cTreatAfterCheck), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetTreatNumNoICCard 1.54 無卡取得就醫識別碼 / Treatment identifier without a card
func HisGetTreatNumNoICCard(pPatientID string, pHospID string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetTreatNumNoICCard(textOf(&kept, pPatientID), textOf(&kept, pHospID), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetTreatNumICCard 1.56 有卡取得就醫識別碼 / Treatment identifier of a visit on the card
func HisGetTreatNumICCard(pDateTime string, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetTreatNumICCard(textOf(&kept, pDateTime), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsVerifySAMDC 2.1 安全模組與資料中心認證 / Verify the security module with the data centre
func CsVerifySAMDC() int {
	return int(C.csVerifySAMDC())
}

// CsGetHospID 2.2 讀取安全模組院所代碼 / The security module's institution
func CsGetHospID(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetHospID(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetHOSPID 2.2 讀取安全模組院所代碼 / The security module's institution
func CsGetHOSPID(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetHOSPID(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsUploadData 3.1 資料上傳 / Upload a file
func CsUploadData(pUploadFileName string, pFileSize []byte, pNumber []byte, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.csUploadData(textOf(&kept, pUploadFileName), bytesOf(pFileSize), bytesOf(pNumber), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsUploadDataPrec 3.2 資料上傳（含醫令筆數） / Upload a file, with a count of orders
func CsUploadDataPrec(pUploadFileName string, pFileSize []byte, pNumber []byte, pPrecNumber []byte, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.csUploadDataPrec(textOf(&kept, pUploadFileName), bytesOf(pFileSize), bytesOf(pNumber), bytesOf(pPrecNumber), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HpcGetHPCStatus 4.1 取得醫事人員卡狀態 / Is a professional card there?
func HpcGetHPCStatus(req int, iStatus *int16) int {
	return int(C.hpcGetHPCStatus(C.int(req), (*C.short)(iStatus)))
}

// HpcVerifyHPCPIN 4.2 檢查醫事人員卡密碼 / Verify the professional card's PIN
func HpcVerifyHPCPIN() int {
	return int(C.hpcVerifyHPCPIN())
}

// HpcInputHPCPIN 4.3 輸入新的醫事人員卡密碼 / Set a new PIN on the professional card
func HpcInputHPCPIN() int {
	return int(C.hpcInputHPCPIN())
}

// HpcUnlockHPC 4.4 解開鎖住的醫事人員卡 / Unlock the professional card
func HpcUnlockHPC() int {
	return int(C.hpcUnlockHPC())
}

// HpcGetHPCSN 4.5 取得醫事人員卡序號 / The professional card's number
func HpcGetHPCSN(sN []byte, len_SN *int16) int {
	return int(C.hpcGetHPCSN(bytesOf(sN), (*C.short)(len_SN)))
}

// HpcGetHPCSSN 4.6 取得醫事人員身分證字號 / The professional's id number
func HpcGetHPCSSN(sSN []byte, len_SSN *int16) int {
	return int(C.hpcGetHPCSSN(bytesOf(sSN), (*C.short)(len_SSN)))
}

// HpcGetHPCCNAME 4.7 取得醫事人員中文姓名 / The professional's Chinese name
func HpcGetHPCCNAME(cNAME []byte, len_CNAME *int16) int {
	return int(C.hpcGetHPCCNAME(bytesOf(cNAME), (*C.short)(len_CNAME)))
}

// HpcGetHPCENAME 4.8 取得醫事人員英文姓名 / The professional's English name
func HpcGetHPCENAME(eNAME []byte, len_ENAME *int16) int {
	return int(C.hpcGetHPCENAME(bytesOf(eNAME), (*C.short)(len_ENAME)))
}

// HisGetHPCENAME 4.8 取得醫事人員英文姓名 / The professional's English name
func HisGetHPCENAME(eNAME []byte, len_ENAME *int16) int {
	return int(C.hisGetHPCENAME(bytesOf(eNAME), (*C.short)(len_ENAME)))
}

// HisGetICD10EnC 5.1 疾病診斷碼押碼 / Pack a diagnosis code
func HisGetICD10EnC(pIN string, pOUT []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetICD10EnC(textOf(&kept, pIN), bytesOf(pOUT)))
}

// HisGetICD10DeC 5.2 疾病診斷碼解押碼 / Unpack a diagnosis code
func HisGetICD10DeC(pIN string, pOUT []byte) int {
	var kept keeper
	defer kept.free()
	return int(C.hisGetICD10DeC(textOf(&kept, pIN), bytesOf(pOUT)))
}

// CsGetVersion 取得控制軟體版本（舊） / Version of the control software (old)
func CsGetVersion() int {
	return int(C.csGetVersion())
}

// HisGetInsurerData 讀取保險人資料 / The insurer's data
func HisGetInsurerData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetInsurerData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetLastUnTreatmentData 讀取最近一次退掛資料 / Last undone registration
func CsGetLastUnTreatmentData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetLastUnTreatmentData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsDownloadData 資料下載 / Download a file
func CsDownloadData(pSAMID string, pHospID string, pNumber string, pSendDate string, pRecvDate string, pServerRandom string, pDownloadFileName string) int {
	var kept keeper
	defer kept.free()
	return int(C.csDownloadData(textOf(&kept, pSAMID), textOf(&kept, pHospID), textOf(&kept, pNumber), textOf(&kept, pSendDate), textOf(&kept, pRecvDate), textOf(&kept, pServerRandom), textOf(&kept, pDownloadFileName)))
}

// CsGetHospName 讀取安全模組的院所名稱 / The institution's name
func CsGetHospName(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetHospName(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsGetHospAbbName 讀取安全模組的院所簡稱 / The institution's abbreviated name
func CsGetHospAbbName(pBuffer []byte, iBufferLen *int16) int {
	return int(C.csGetHospAbbName(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HpcVerifyHPCPINR 檢查醫事人員卡密碼（同 4.2） / Verify the professional card's PIN (as 4.2)
func HpcVerifyHPCPINR() int {
	return int(C.hpcVerifyHPCPINR())
}

// HpcGetAllData 取得醫事人員卡資料（4.5 至 4.8） / The professional card's data (4.5 to 4.8)
func HpcGetAllData(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hpcGetAllData(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// HisGetHPCType 取得醫事人員卡類別 / The professional card's kind
func HisGetHPCType() int {
	return int(C.hisGetHPCType())
}

// VPNGetRandom 取得登入用亂數 / A random for a log-in
func VPNGetRandom(pBuffer []byte, iBufferLen *int16) int {
	return int(C.VPNGetRandom(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// VPNH_Sign 登入與上傳服務的簽章 / Sign for a log-in or an upload service
func VPNH_Sign(pRandom string, iCardType int, iService int, pBuffer []byte, iBufferLen *int16) int {
	var kept keeper
	defer kept.free()
	return int(C.VPNH_Sign(textOf(&kept, pRandom), C.int(iCardType), C.int(iService), bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// VPNH_VerifySign 驗證登入與上傳服務的簽章 / Verify such a signature
func VPNH_VerifySign(pRandom string, iCardType int, iService int, pSign []byte, iSignLen int) int {
	var kept keeper
	defer kept.free()
	return int(C.VPNH_VerifySign(textOf(&kept, pRandom), C.int(iCardType), C.int(iService), bytesOf(pSign), C.int(iSignLen)))
}

// HCA_GNFuncCall 醫事憑證通用呼叫 / Calls of the professionals' certificates
func HCA_GNFuncCall(lFunction int, pIn []byte, pOut []byte, l4 int, l5 int, l6 int, l7 int, l8 int) int {
	return int(C.HCA_GNFuncCall(C.long(lFunction), bytesOf(pIn), bytesOf(pOut), C.long(l4), C.long(l5), C.long(l6), C.long(l7), C.long(l8)))
}

// CsEnableHCAAPI 啟用醫事憑證 / Enable the professionals' certificates
func CsEnableHCAAPI() int {
	return int(C.csEnableHCAAPI())
}

// CsDisableHCAAPI 停用醫事憑證 / Disable the professionals' certificates
func CsDisableHCAAPI() int {
	return int(C.csDisableHCAAPI())
}

// HisGetSam0 讀取安全模組資料 / The security module's own data
func HisGetSam0(pBuffer []byte, iBufferLen *int16) int {
	return int(C.hisGetSam0(bytesOf(pBuffer), (*C.short)(iBufferLen)))
}

// CsDownloadHCApplet 下載健保卡程式 / Download the health card's applet
func CsDownloadHCApplet() int {
	return int(C.csDownloadHCApplet())
}

// 回傳碼 / return codes

const Failed = -1  // 失敗，或尚未實作 / failed, or not written yet
const OK = 0       // 成功 / success
const E4000 = 4000 // 讀卡機逾時 / reader time-out
const E4012 = 4012 // 未置入安全模組卡 / no security module card
const E4013 = 4013 // 未置入健保卡 / no health card
const E4014 = 4014 // 未置入醫事人員卡 / no professional card
const E4029 = 4029 // 卡片權限不足 / not allowed on this card
const E4032 = 4032 // 插入的不是安全模組卡 / not a security module card
const E4033 = 4033 // 置入的不是健保卡 / not a health card
const E4034 = 4034 // 置入的不是醫事人員卡 / not a professional card
const E4042 = 4042 // 醫事人員卡密碼尚未認證 / professional card's PIN not verified
const E4050 = 4050 // 安全模組尚未與資料中心認證 / security module not verified
const E4051 = 4051 // 安全模組與資料中心認證失敗 / security module refused by the data centre
const E4061 = 4061 // 網路不通 / no network
const E4071 = 4071 // 健保卡與資料中心認證失敗 / health card refused by the data centre
const E5001 = 5001 // 就醫可用次數不足 / no visits left on the card
const E5002 = 5002 // 卡片已註銷 / card cancelled
const E5003 = 5003 // 卡片已過有效期限 / card expired
const E5004 = 5004 // 新生兒依附就醫已逾 60 日 / newborn attached for more than 60 days
const E5005 = 5005 // 日期時間讀取失敗 / date and time could not be read
const E5006 = 5006 // 讀取安全模組的院所代碼失敗 / the security module's institution could not be read
const E5007 = 5007 // 寫入就醫資料登錄失敗 / the visit could not be written
const E5008 = 5008 // 安全模組簽章失敗 / the security module could not sign
const E5009 = 5009 // 無寫入就醫相關紀錄之權限 / no right to write this record
const E5010 = 5010 // 同一天看診兩科（含）以上（提示） / second visit of the day (a message, not an error)
const E5012 = 5012 // 此人未在保 / not insured
const E5015 = 5015 // 門診處方箋讀取失敗 / outpatient prescriptions could not be read
const E5016 = 5016 // 長期處方箋讀取失敗 / long-term prescriptions could not be read
const E5017 = 5017 // 重要醫令讀取失敗 / important orders could not be read
const E5018 = 5018 // 過敏藥物讀取失敗 / allergies could not be read
const E5020 = 5020 // 資料與健保卡不是同一人 / another person than the card says
const E5022 = 5022 // 卡片裡找不到這筆就醫 / no such visit on the card
const E5023 = 5023 // 就醫資料登錄寫入失敗 / the visit could not be written
const E5028 = 5028 // 就醫費用寫入失敗 / the fees could not be written
const E5033 = 5033 // 門診處方箋寫入失敗 / the prescription could not be written
const E5051 = 5051 // 新生兒註記寫入失敗 / the newborn could not be written
const E5052 = 5052 // 新生兒依附資料不完整 / the newborn's data are not complete
const E5056 = 5056 // 讀取醫事人員身分證號失敗 / the professional's id could not be read
const E5057 = 5057 // 過敏藥物寫入失敗 / the allergy could not be written
const E5061 = 5061 // 器官捐贈註記寫入失敗 / the consent could not be written
const E5062 = 5062 // 放棄器官捐贈註記輸入 / entering the consent was given up
const E5067 = 5067 // 安全模組的院所代碼讀取失敗 / the security module's institution could not be read
const E5068 = 5068 // 預防保健資料寫入失敗 / the preventive service could not be written
const E5071 = 5071 // 緊急聯絡電話寫入失敗 / the telephone could not be written
const E5078 = 5078 // 產前檢查資料寫入失敗 / the antenatal examination could not be written
const E5079 = 5079 // 性別不符：卡片記載為男性 / the card says male
const E5081 = 5081 // 最近 24 小時內同院所未曾就醫，不可取消 / no visit here within 24 hours to cancel
const E5082 = 5082 // 最近 24 小時內同院所未曾產檢，不可取消 / no antenatal examination here within 24 hours to cancel
const E5083 = 5083 // 最近六次就醫沒有 AC，不可單獨寫入 / none of the last six visits is AC
const E5084 = 5084 // 最近 24 小時內同院所沒有這項保健服務，不可取消 / no such service here within 24 hours to cancel
const E5087 = 5087 // 清除產前檢查資料失敗 / antenatal examinations could not be deleted
const E5093 = 5093 // 預防接種資料寫入失敗 / the vaccination could not be written
const E5102 = 5102 // 密碼不符或已鎖住 / wrong or locked PIN
const E5105 = 5105 // 原密碼尚未通過認證 / the present PIN was not verified
const E5107 = 5107 // 兩次新密碼不同 / the two new PINs differ
const E5108 = 5108 // 密碼變更失敗 / the PIN could not be changed
const E5109 = 5109 // 密碼輸入已取消 / PIN entry was cancelled
const E5110 = 5110 // 輸入健保卡密碼時請移除醫事人員卡 / take the professional card out before typing the PIN
const E5111 = 5111 // 停用失敗，密碼仍啟用 / not disabled: the PIN is still in use
const E5122 = 5122 // 醫事人員卡仍未解開 / the professional card is still locked
const E5130 = 5130 // 更新健保卡內容失敗 / the card's contents could not be updated
const E5141 = 5141 // 未置入醫事人員卡，僅有起訖日期 / without a professional card: dates only
const E5150 = 5150 // 卡片中無此筆就醫 / no such visit on the card
const E5151 = 5151 // 就醫類別為數值才可退掛 / only numbered categories can be undone
const E5152 = 5152 // 醫療院所不同，不可退掛 / another institution's visit
const E5153 = 5153 // 已經退掛過 / already undone
const E5154 = 5154 // 超過可退掛的 24 小時 / more than 24 hours ago
const E5160 = 5160 // 就醫可用次數不合理 / the visits available do not fit
const E5161 = 5161 // 最近一次就醫年不合理 / the last number's year does not fit
const E5162 = 5162 // 最近一次就醫序號不合理 / the last number does not fit
const E5163 = 5163 // 住診費用總累計不合理 / total inpatient fees don't fit
const E5164 = 5164 // 門診費用總累計不合理 / total outpatient fees don't fit
const E5165 = 5165 // 就醫累計資料年不合理 / the cumulative data's year does not fit
const E5166 = 5166 // 就醫累計次數不合理 / the count of visits does not fit
const E5167 = 5167 // 門診部分負擔累計不合理 / outpatient copayments don't fit
const E5168 = 5168 // 住診（短期）部分負擔累計不合理 / shorter-stay copayments don't fit
const E5169 = 5169 // 住診（長期）部分負擔累計不合理 / longer-stay copayments don't fit
const E5170 = 5170 // 門診＋住診部分負擔累計不合理 / all copayments don't fit
const E5171 = 5171 // 門診＋短期住診部分負擔累計不合理 / outpatient and shorter-stay copayments don't fit
const E5172 = 5172 // 門診醫療費用累計不合理 / outpatient fees don't fit
const E5173 = 5173 // 住診醫療費用累計不合理 / inpatient fees don't fit
const E5174 = 5174 // 就醫識別碼取得失敗（其餘資料仍有效） / no treatment identifier (the other data are valid)
const E6005 = 6005 // 安全模組的外部認證失敗 / the SAM did not accept the data centre
const E6006 = 6006 // 資料中心的外部認證失敗 / the data centre did not accept the SAM
const E6007 = 6007 // 安全模組的內部認證失敗 / the SAM's internal authentication failed
const E6008 = 6008 // 寫入讀卡機日期時間失敗 / the reader's clock could not be set
const E6014 = 6014 // 資料中心驗證簽章失敗 / the data centre refused the signature
const E6015 = 6015 // 檔案大小不合或傳輸失敗 / size differs or transfer failed
const E6016 = 6016 // 記憶體或磁碟空間不足 / out of memory or disk
const E6017 = 6017 // 找不到檔案或沒有權限 / file not found or not allowed
const E6018 = 6018 // 參數錯誤 / wrong parameter
const E9013 = 9013 // 無效的安全模組 / invalid security module
const E9020 = 9020 // 資料中心驗章錯誤 / the data centre found the signature wrong
const E9081 = 9081 // 可用次數大於 3 次，未達更新標準 / more than 3 visits left: not updated yet
const E9082 = 9082 // 此卡已註銷，無法更新 / card cancelled: cannot be updated
const E9083 = 9083 // 不在保 / not insured
const E9084 = 9084 // 停保中 / insurance suspended
const E9085 = 9085 // 已退保 / insurance ended
const E9086 = 9086 // 個人欠費 / the person owes premiums
const E9087 = 9087 // 負責人欠費 / the responsible person owes premiums
const E9088 = 9088 // 投保單位欠費 / the insuring unit owes premiums
const E9089 = 9089 // 個人及單位均欠費 / person and unit owe premiums
const E9090 = 9090 // 欠費且未在保 / owes premiums and is not insured
const E9100 = 9100 // 藥師、藥劑生、特約藥局或藥局專用卡無權限 / not for pharmacists and pharmacies
const E9127 = 9127 // 找不到對應編碼或參數不正確 / not in the packed range, or not valid
const E9129 = 9129 // 持卡人於非所限制的醫療院所就診 / the holder is restricted to another institution
const E9130 = 9130 // 醫事人員卡已註銷或停用 / professional card cancelled
const E9140 = 9140 // 醫事人員卡已逾有效期限 / professional card expired

// 緩衝區配置：At 由 0 起算，群組內由該組起點起算 / layouts: At counts from 0, within a group from its beginning

// 基本資料 / basic data (1.1)
const BasicDataLength = 72
const BasicDataCardNoAt = 0
const BasicDataCardNoLength = 12
const BasicDataNameAt = 12
const BasicDataNameLength = 20
const BasicDataPersonIdAt = 32
const BasicDataPersonIdLength = 10
const BasicDataBirthDateAt = 42
const BasicDataBirthDateLength = 7
const BasicDataSexAt = 49
const BasicDataSexLength = 1
const BasicDataIssueDateAt = 50
const BasicDataIssueDateLength = 7
const BasicDataCancelMarkAt = 57
const BasicDataCancelMarkLength = 1
const BasicDataEmergencyTelAt = 58
const BasicDataEmergencyTelLength = 14

// 診間基本資料 / basic data for the consulting room (1.2)
const RegisterBasicLength = 78
const RegisterBasicCardNoAt = 0
const RegisterBasicCardNoLength = 12
const RegisterBasicNameAt = 12
const RegisterBasicNameLength = 20
const RegisterBasicPersonIdAt = 32
const RegisterBasicPersonIdLength = 10
const RegisterBasicBirthDateAt = 42
const RegisterBasicBirthDateLength = 7
const RegisterBasicSexAt = 49
const RegisterBasicSexLength = 1
const RegisterBasicIssueDateAt = 50
const RegisterBasicIssueDateLength = 7
const RegisterBasicCancelMarkAt = 57
const RegisterBasicCancelMarkLength = 1
const RegisterBasicInsurerCodeAt = 58
const RegisterBasicInsurerCodeLength = 2
const RegisterBasicInsuredMarkAt = 60
const RegisterBasicInsuredMarkLength = 1
const RegisterBasicValidUntilAt = 61
const RegisterBasicValidUntilLength = 7
const RegisterBasicAvailableAt = 68
const RegisterBasicAvailableLength = 2
const RegisterBasicNewbornDateAt = 70
const RegisterBasicNewbornDateLength = 7
const RegisterBasicNewbornMarkAt = 77
const RegisterBasicNewbornMarkLength = 1

// 預防保健資料 / preventive services (1.3)
const RegisterPreventLength = 126
const RegisterPreventItemsAt = 0
const RegisterPreventItemsCount = 6
const RegisterPreventItemsStep = 21
const RegisterPreventItemsServiceItemAt = 0
const RegisterPreventItemsServiceItemLength = 2
const RegisterPreventItemsCheckDateAt = 2
const RegisterPreventItemsCheckDateLength = 7
const RegisterPreventItemsHospIdAt = 9
const RegisterPreventItemsHospIdLength = 10
const RegisterPreventItemsCheckCodeAt = 19
const RegisterPreventItemsCheckCodeLength = 2

// 孕婦產前檢查資料 / antenatal examinations (1.4)
const RegisterPregnantLength = 209
const RegisterPregnantItemsAt = 0
const RegisterPregnantItemsCount = 11
const RegisterPregnantItemsStep = 19
const RegisterPregnantItemsCheckDateAt = 0
const RegisterPregnantItemsCheckDateLength = 7
const RegisterPregnantItemsHospIdAt = 7
const RegisterPregnantItemsHospIdLength = 10
const RegisterPregnantItemsCheckCodeAt = 17
const RegisterPregnantItemsCheckCodeLength = 2

// 就醫資料（不需醫事人員卡） / visits, without a professional card (1.5)
const TreatmentNoNeedHpcLength = 498
const TreatmentNoNeedHpcIllnessesAt = 0
const TreatmentNoNeedHpcIllnessesCount = 6
const TreatmentNoNeedHpcIllnessesStep = 14
const TreatmentNoNeedHpcIllnessesValidFromAt = 0
const TreatmentNoNeedHpcIllnessesValidFromLength = 7
const TreatmentNoNeedHpcIllnessesValidUntilAt = 7
const TreatmentNoNeedHpcIllnessesValidUntilLength = 7
const TreatmentNoNeedHpcVisitsAt = 84
const TreatmentNoNeedHpcVisitsCount = 6
const TreatmentNoNeedHpcVisitsStep = 69
const TreatmentNoNeedHpcVisitsTreatItemAt = 0
const TreatmentNoNeedHpcVisitsTreatItemLength = 2
const TreatmentNoNeedHpcVisitsBabyTreatAt = 2
const TreatmentNoNeedHpcVisitsBabyTreatLength = 1
const TreatmentNoNeedHpcVisitsVisitTimeAt = 3
const TreatmentNoNeedHpcVisitsVisitTimeLength = 13
const TreatmentNoNeedHpcVisitsAfterCheckAt = 16
const TreatmentNoNeedHpcVisitsAfterCheckLength = 1
const TreatmentNoNeedHpcVisitsSeqNumberAt = 17
const TreatmentNoNeedHpcVisitsSeqNumberLength = 4
const TreatmentNoNeedHpcVisitsHospIdAt = 21
const TreatmentNoNeedHpcVisitsHospIdLength = 10
const TreatmentNoNeedHpcVisitsOutpatientFeeAt = 31
const TreatmentNoNeedHpcVisitsOutpatientFeeLength = 8
const TreatmentNoNeedHpcVisitsOutpatientCopayAt = 39
const TreatmentNoNeedHpcVisitsOutpatientCopayLength = 8
const TreatmentNoNeedHpcVisitsInpatientFeeAt = 47
const TreatmentNoNeedHpcVisitsInpatientFeeLength = 8
const TreatmentNoNeedHpcVisitsInpatientCopayShortAt = 55
const TreatmentNoNeedHpcVisitsInpatientCopayShortLength = 7
const TreatmentNoNeedHpcVisitsInpatientCopayLongAt = 62
const TreatmentNoNeedHpcVisitsInpatientCopayLongLength = 7

// 就醫累計資料 / cumulative data (1.6)
const CumulativeDataLength = 134
const CumulativeDataYearsAt = 0
const CumulativeDataYearsCount = 2
const CumulativeDataYearsStep = 67
const CumulativeDataYearsYearAt = 0
const CumulativeDataYearsYearLength = 3
const CumulativeDataYearsVisitsAt = 3
const CumulativeDataYearsVisitsLength = 4
const CumulativeDataYearsOutpatientFeeAt = 7
const CumulativeDataYearsOutpatientFeeLength = 10
const CumulativeDataYearsInpatientFeeAt = 17
const CumulativeDataYearsInpatientFeeLength = 10
const CumulativeDataYearsOutpatientCopayAt = 27
const CumulativeDataYearsOutpatientCopayLength = 8
const CumulativeDataYearsInpatientCopayShortAt = 35
const CumulativeDataYearsInpatientCopayShortLength = 8
const CumulativeDataYearsInpatientCopayLongAt = 43
const CumulativeDataYearsInpatientCopayLongLength = 8
const CumulativeDataYearsCopayAt = 51
const CumulativeDataYearsCopayLength = 8
const CumulativeDataYearsCopayShortAt = 59
const CumulativeDataYearsCopayShortLength = 8

// 醫療費用總累計 / fees since the card was issued (1.7)
const CumulativeFeeLength = 20
const CumulativeFeeOutpatientTotalAt = 0
const CumulativeFeeOutpatientTotalLength = 10
const CumulativeFeeInpatientTotalAt = 10
const CumulativeFeeInpatientTotalLength = 10

// 就醫資料（需醫事人員卡） / visits, with a professional card (1.8)
const TreatmentNeedHpcLength = 372
const TreatmentNeedHpcIllnessesAt = 0
const TreatmentNeedHpcIllnessesCount = 6
const TreatmentNeedHpcIllnessesStep = 19
const TreatmentNeedHpcIllnessesCodeAt = 0
const TreatmentNeedHpcIllnessesCodeLength = 5
const TreatmentNeedHpcIllnessesValidFromAt = 5
const TreatmentNeedHpcIllnessesValidFromLength = 7
const TreatmentNeedHpcIllnessesValidUntilAt = 12
const TreatmentNeedHpcIllnessesValidUntilLength = 7
const TreatmentNeedHpcVisitsAt = 114
const TreatmentNeedHpcVisitsCount = 6
const TreatmentNeedHpcVisitsStep = 43
const TreatmentNeedHpcVisitsVisitTimeAt = 0
const TreatmentNeedHpcVisitsVisitTimeLength = 13
const TreatmentNeedHpcVisitsMainCodeAt = 13
const TreatmentNeedHpcVisitsMainCodeLength = 5
const TreatmentNeedHpcVisitsSubCode1At = 18
const TreatmentNeedHpcVisitsSubCode1Length = 5
const TreatmentNeedHpcVisitsSubCode2At = 23
const TreatmentNeedHpcVisitsSubCode2Length = 5
const TreatmentNeedHpcVisitsSubCode3At = 28
const TreatmentNeedHpcVisitsSubCode3Length = 5
const TreatmentNeedHpcVisitsSubCode4At = 33
const TreatmentNeedHpcVisitsSubCode4Length = 5
const TreatmentNeedHpcVisitsSubCode5At = 38
const TreatmentNeedHpcVisitsSubCode5Length = 5

// 就醫資料（需醫事人員卡，ICD-10） / visits, with a professional card (ICD-10) (1.8)
const TreatmentNeedHpcIcd10Length = 540
const TreatmentNeedHpcIcd10IllnessesAt = 0
const TreatmentNeedHpcIcd10IllnessesCount = 6
const TreatmentNeedHpcIcd10IllnessesStep = 23
const TreatmentNeedHpcIcd10IllnessesCodeAt = 1
const TreatmentNeedHpcIcd10IllnessesCodeLength = 7
const TreatmentNeedHpcIcd10IllnessesValidFromAt = 9
const TreatmentNeedHpcIcd10IllnessesValidFromLength = 7
const TreatmentNeedHpcIcd10IllnessesValidUntilAt = 16
const TreatmentNeedHpcIcd10IllnessesValidUntilLength = 7
const TreatmentNeedHpcIcd10VisitsAt = 138
const TreatmentNeedHpcIcd10VisitsCount = 6
const TreatmentNeedHpcIcd10VisitsStep = 67
const TreatmentNeedHpcIcd10VisitsVisitTimeAt = 0
const TreatmentNeedHpcIcd10VisitsVisitTimeLength = 13
const TreatmentNeedHpcIcd10VisitsMainCodeAt = 14
const TreatmentNeedHpcIcd10VisitsMainCodeLength = 7
const TreatmentNeedHpcIcd10VisitsSubCode1At = 23
const TreatmentNeedHpcIcd10VisitsSubCode1Length = 7
const TreatmentNeedHpcIcd10VisitsSubCode2At = 32
const TreatmentNeedHpcIcd10VisitsSubCode2Length = 7
const TreatmentNeedHpcIcd10VisitsSubCode3At = 41
const TreatmentNeedHpcIcd10VisitsSubCode3Length = 7
const TreatmentNeedHpcIcd10VisitsSubCode4At = 50
const TreatmentNeedHpcIcd10VisitsSubCode4Length = 7
const TreatmentNeedHpcIcd10VisitsSubCode5At = 59
const TreatmentNeedHpcIcd10VisitsSubCode5Length = 7

// 就醫序號（128 位元組簽章） / visit with a signature of 128 bytes (1.9)
const VisitGrant128Length = 167
const VisitGrant128VisitTimeAt = 0
const VisitGrant128VisitTimeLength = 13
const VisitGrant128SeqNumberAt = 13
const VisitGrant128SeqNumberLength = 4
const VisitGrant128HospIdAt = 17
const VisitGrant128HospIdLength = 10
const VisitGrant128SignatureAt = 27
const VisitGrant128SignatureLength = 128
const VisitGrant128SamIdAt = 155
const VisitGrant128SamIdLength = 12

// 門診處方箋 / outpatient prescriptions (1.10, 1.41)
const PrescriptionsLength = 3660
const PrescriptionsItemsAt = 0
const PrescriptionsItemsCount = 60
const PrescriptionsItemsStep = 61
const PrescriptionsItemsVisitTimeAt = 0
const PrescriptionsItemsVisitTimeLength = 13
const PrescriptionsItemsOrderTypeAt = 13
const PrescriptionsItemsOrderTypeLength = 1
const PrescriptionsItemsOrderCodeAt = 14
const PrescriptionsItemsOrderCodeLength = 12
const PrescriptionsItemsPositionAt = 26
const PrescriptionsItemsPositionLength = 6
const PrescriptionsItemsUsageAt = 32
const PrescriptionsItemsUsageLength = 18
const PrescriptionsItemsDaysAt = 50
const PrescriptionsItemsDaysLength = 2
const PrescriptionsItemsQuantityAt = 52
const PrescriptionsItemsQuantityLength = 7
const PrescriptionsItemsDeliveryAt = 59
const PrescriptionsItemsDeliveryLength = 2

// 長期處方箋 / long-term prescriptions (1.10, 1.42)
const LongTermPrescriptionsLength = 1320
const LongTermPrescriptionsItemsAt = 0
const LongTermPrescriptionsItemsCount = 30
const LongTermPrescriptionsItemsStep = 44
const LongTermPrescriptionsItemsOrderDateAt = 0
const LongTermPrescriptionsItemsOrderDateLength = 7
const LongTermPrescriptionsItemsDrugCodeAt = 7
const LongTermPrescriptionsItemsDrugCodeLength = 10
const LongTermPrescriptionsItemsUsageAt = 17
const LongTermPrescriptionsItemsUsageLength = 18
const LongTermPrescriptionsItemsDaysAt = 35
const LongTermPrescriptionsItemsDaysLength = 2
const LongTermPrescriptionsItemsQuantityAt = 37
const LongTermPrescriptionsItemsQuantityLength = 7

// 重要醫令項目 / important orders (1.10, 1.43)
const ImportantOrdersLength = 360
const ImportantOrdersItemsAt = 0
const ImportantOrdersItemsCount = 10
const ImportantOrdersItemsStep = 36
const ImportantOrdersItemsDoneDateAt = 0
const ImportantOrdersItemsDoneDateLength = 7
const ImportantOrdersItemsHospIdAt = 7
const ImportantOrdersItemsHospIdLength = 10
const ImportantOrdersItemsOrderCodeAt = 17
const ImportantOrdersItemsOrderCodeLength = 6
const ImportantOrdersItemsPositionAt = 23
const ImportantOrdersItemsPositionLength = 6
const ImportantOrdersItemsQuantityAt = 29
const ImportantOrdersItemsQuantityLength = 7

// 過敏藥物 / allergies (1.10, 1.20, 1.44)
const AllergiesLength = 120
const AllergiesItemsAt = 0
const AllergiesItemsCount = 3
const AllergiesItemsStep = 40
const AllergiesItemsDrugNameAt = 0
const AllergiesItemsDrugNameLength = 40

// 預防接種資料 / vaccinations (1.11)
const InoculateDataLength = 1400
const InoculateDataItemsAt = 0
const InoculateDataItemsCount = 40
const InoculateDataItemsStep = 35
const InoculateDataItemsVaccineAt = 0
const InoculateDataItemsVaccineLength = 6
const InoculateDataItemsDateAt = 6
const InoculateDataItemsDateLength = 7
const InoculateDataItemsHospIdAt = 13
const InoculateDataItemsHospIdLength = 10
const InoculateDataItemsBatchAt = 23
const InoculateDataItemsBatchLength = 12

// 器官捐贈及安寧緩和醫療註記 / organ donation and palliative care (1.12)
const OrganDonateLength = 1
const OrganDonateOrganDonateAt = 0
const OrganDonateOrganDonateLength = 1

// 緊急聯絡電話 / emergency telephone (1.13)
const EmergentTelLength = 14
const EmergentTelEmergencyTelAt = 0
const EmergentTelEmergencyTelLength = 14

// 最近一次就醫序號 / last visit number (1.14)
const LastSeqNumLength = 7
const LastSeqNumLastSeqNumberAt = 0
const LastSeqNumLastSeqNumberLength = 7

// 就醫診療資料 / diagnoses of a visit (1.16)
const TreatmentCodeLength = 31
const TreatmentCodeAfterCheckAt = 0
const TreatmentCodeAfterCheckLength = 1
const TreatmentCodeMainCodeAt = 1
const TreatmentCodeMainCodeLength = 5
const TreatmentCodeSubCode1At = 6
const TreatmentCodeSubCode1Length = 5
const TreatmentCodeSubCode2At = 11
const TreatmentCodeSubCode2Length = 5
const TreatmentCodeSubCode3At = 16
const TreatmentCodeSubCode3Length = 5
const TreatmentCodeSubCode4At = 21
const TreatmentCodeSubCode4Length = 5
const TreatmentCodeSubCode5At = 26
const TreatmentCodeSubCode5Length = 5

// 就醫診療資料（ICD-10） / diagnoses of a visit (ICD-10) (1.16)
const TreatmentCodeIcd10Length = 55
const TreatmentCodeIcd10AfterCheckAt = 0
const TreatmentCodeIcd10AfterCheckLength = 1
const TreatmentCodeIcd10MainCodeAt = 2
const TreatmentCodeIcd10MainCodeLength = 7
const TreatmentCodeIcd10SubCode1At = 11
const TreatmentCodeIcd10SubCode1Length = 7
const TreatmentCodeIcd10SubCode2At = 20
const TreatmentCodeIcd10SubCode2Length = 7
const TreatmentCodeIcd10SubCode3At = 29
const TreatmentCodeIcd10SubCode3Length = 7
const TreatmentCodeIcd10SubCode4At = 38
const TreatmentCodeIcd10SubCode4Length = 7
const TreatmentCodeIcd10SubCode5At = 47
const TreatmentCodeIcd10SubCode5Length = 7

// 就醫費用資料 / fees of a visit (1.17)
const TreatmentFeeLength = 38
const TreatmentFeeOutpatientFeeAt = 0
const TreatmentFeeOutpatientFeeLength = 8
const TreatmentFeeOutpatientCopayAt = 8
const TreatmentFeeOutpatientCopayLength = 8
const TreatmentFeeInpatientFeeAt = 16
const TreatmentFeeInpatientFeeLength = 8
const TreatmentFeeInpatientCopayShortAt = 24
const TreatmentFeeInpatientCopayShortLength = 7
const TreatmentFeeInpatientCopayLongAt = 31
const TreatmentFeeInpatientCopayLongLength = 7

// 一組門診處方箋 / one prescription item (1.18, 1.45, 1.48, 1.49)
const PrescriptionItemLength = 61
const PrescriptionItemVisitTimeAt = 0
const PrescriptionItemVisitTimeLength = 13
const PrescriptionItemOrderTypeAt = 13
const PrescriptionItemOrderTypeLength = 1
const PrescriptionItemOrderCodeAt = 14
const PrescriptionItemOrderCodeLength = 12
const PrescriptionItemPositionAt = 26
const PrescriptionItemPositionLength = 6
const PrescriptionItemUsageAt = 32
const PrescriptionItemUsageLength = 18
const PrescriptionItemDaysAt = 50
const PrescriptionItemDaysLength = 2
const PrescriptionItemQuantityAt = 52
const PrescriptionItemQuantityLength = 7
const PrescriptionItemDeliveryAt = 59
const PrescriptionItemDeliveryLength = 2

// 重大傷病註記 / catastrophic illness (1.33, 1.50)
const CriticalIllnessLength = 114
const CriticalIllnessIllnessesAt = 0
const CriticalIllnessIllnessesCount = 6
const CriticalIllnessIllnessesStep = 19
const CriticalIllnessIllnessesCodeAt = 0
const CriticalIllnessIllnessesCodeLength = 5
const CriticalIllnessIllnessesValidFromAt = 5
const CriticalIllnessIllnessesValidFromLength = 7
const CriticalIllnessIllnessesValidUntilAt = 12
const CriticalIllnessIllnessesValidUntilLength = 7

// 重大傷病註記（ICD-10） / catastrophic illness (ICD-10) (1.33, 1.50)
const CriticalIllnessIcd10Length = 138
const CriticalIllnessIcd10IllnessesAt = 0
const CriticalIllnessIcd10IllnessesCount = 6
const CriticalIllnessIcd10IllnessesStep = 23
const CriticalIllnessIcd10IllnessesCodeAt = 1
const CriticalIllnessIcd10IllnessesCodeLength = 7
const CriticalIllnessIcd10IllnessesValidFromAt = 9
const CriticalIllnessIcd10IllnessesValidFromLength = 7
const CriticalIllnessIcd10IllnessesValidUntilAt = 16
const CriticalIllnessIcd10IllnessesValidUntilLength = 7

// 讀卡機日期時間 / date and time (1.34)
const DateTimeLength = 13
const DateTimeYearAt = 0
const DateTimeYearLength = 3
const DateTimeMonthAt = 3
const DateTimeMonthLength = 2
const DateTimeDayAt = 5
const DateTimeDayLength = 2
const DateTimeHourAt = 7
const DateTimeHourLength = 2
const DateTimeMinuteAt = 9
const DateTimeMinuteLength = 2
const DateTimeSecondAt = 11
const DateTimeSecondLength = 2

// 卡片號碼 / card number (1.35)
const CardNumberLength = 12
const CardNumberCardNoAt = 0
const CardNumberCardNoLength = 12

// 就醫序號（256 位元組簽章） / visit with a signature of 256 characters (1.37)
const VisitGrant256Length = 296
const VisitGrant256VisitTimeAt = 0
const VisitGrant256VisitTimeLength = 13
const VisitGrant256SeqNumberAt = 13
const VisitGrant256SeqNumberLength = 4
const VisitGrant256HospIdAt = 17
const VisitGrant256HospIdLength = 10
const VisitGrant256SignatureAt = 27
const VisitGrant256SignatureLength = 256
const VisitGrant256SamIdAt = 283
const VisitGrant256SamIdLength = 12
const VisitGrant256SameDayAt = 295
const VisitGrant256SameDayLength = 1

// 有效期限與可用次數 / validity and visits available (1.38)
const RegisterBasic2Length = 9
const RegisterBasic2ValidUntilAt = 0
const RegisterBasic2ValidUntilLength = 7
const RegisterBasic2AvailableAt = 7
const RegisterBasic2AvailableLength = 2

// 一組過敏藥物 / one allergy (1.46)
const AllergyItemLength = 40
const AllergyItemDrugNameAt = 0
const AllergyItemDrugNameLength = 40

// 就醫診療資料及費用 / diagnoses and fees of a visit (1.47)
const TreatmentDataLength = 69
const TreatmentDataAfterCheckAt = 0
const TreatmentDataAfterCheckLength = 1
const TreatmentDataMainCodeAt = 1
const TreatmentDataMainCodeLength = 5
const TreatmentDataSubCode1At = 6
const TreatmentDataSubCode1Length = 5
const TreatmentDataSubCode2At = 11
const TreatmentDataSubCode2Length = 5
const TreatmentDataSubCode3At = 16
const TreatmentDataSubCode3Length = 5
const TreatmentDataSubCode4At = 21
const TreatmentDataSubCode4Length = 5
const TreatmentDataSubCode5At = 26
const TreatmentDataSubCode5Length = 5
const TreatmentDataOutpatientFeeAt = 31
const TreatmentDataOutpatientFeeLength = 8
const TreatmentDataOutpatientCopayAt = 39
const TreatmentDataOutpatientCopayLength = 8
const TreatmentDataInpatientFeeAt = 47
const TreatmentDataInpatientFeeLength = 8
const TreatmentDataInpatientCopayShortAt = 55
const TreatmentDataInpatientCopayShortLength = 7
const TreatmentDataInpatientCopayLongAt = 62
const TreatmentDataInpatientCopayLongLength = 7

// 就醫診療資料及費用（ICD-10） / diagnoses and fees of a visit (ICD-10) (1.47)
const TreatmentDataIcd10Length = 93
const TreatmentDataIcd10AfterCheckAt = 0
const TreatmentDataIcd10AfterCheckLength = 1
const TreatmentDataIcd10MainCodeAt = 2
const TreatmentDataIcd10MainCodeLength = 7
const TreatmentDataIcd10SubCode1At = 11
const TreatmentDataIcd10SubCode1Length = 7
const TreatmentDataIcd10SubCode2At = 20
const TreatmentDataIcd10SubCode2Length = 7
const TreatmentDataIcd10SubCode3At = 29
const TreatmentDataIcd10SubCode3Length = 7
const TreatmentDataIcd10SubCode4At = 38
const TreatmentDataIcd10SubCode4Length = 7
const TreatmentDataIcd10SubCode5At = 47
const TreatmentDataIcd10SubCode5Length = 7
const TreatmentDataIcd10OutpatientFeeAt = 55
const TreatmentDataIcd10OutpatientFeeLength = 8
const TreatmentDataIcd10OutpatientCopayAt = 63
const TreatmentDataIcd10OutpatientCopayLength = 8
const TreatmentDataIcd10InpatientFeeAt = 71
const TreatmentDataIcd10InpatientFeeLength = 8
const TreatmentDataIcd10InpatientCopayShortAt = 79
const TreatmentDataIcd10InpatientCopayShortLength = 7
const TreatmentDataIcd10InpatientCopayLongAt = 86
const TreatmentDataIcd10InpatientCopayLongLength = 7

// 處方簽章 / item's signature (1.48)
const PrescriptionSignatureLength = 40
const PrescriptionSignatureSignatureAt = 0
const PrescriptionSignatureSignatureLength = 40

// 各組處方簽章 / items' signatures (1.49)
const PrescriptionSignaturesLength = 2400
const PrescriptionSignaturesItemsAt = 0
const PrescriptionSignaturesItemsCount = 60
const PrescriptionSignaturesItemsStep = 40
const PrescriptionSignaturesItemsSignatureAt = 0
const PrescriptionSignaturesItemsSignatureLength = 40

// 就醫序號、安全簽章與就醫識別碼 / visit number, signature and treatment identifier (1.53)
const VisitGrantLength = 316
const VisitGrantVisitTimeAt = 0
const VisitGrantVisitTimeLength = 13
const VisitGrantSeqNumberAt = 13
const VisitGrantSeqNumberLength = 4
const VisitGrantHospIdAt = 17
const VisitGrantHospIdLength = 10
const VisitGrantSignatureAt = 27
const VisitGrantSignatureLength = 256
const VisitGrantSamIdAt = 283
const VisitGrantSamIdLength = 12
const VisitGrantSameDayAt = 295
const VisitGrantSameDayLength = 1
const VisitGrantTreatNumAt = 296
const VisitGrantTreatNumLength = 20

// 無卡就醫識別碼 / treatment identifier without a card (1.54)
const TreatNumNoCardLength = 43
const TreatNumNoCardVisitTimeAt = 0
const TreatNumNoCardVisitTimeLength = 13
const TreatNumNoCardHospIdAt = 13
const TreatNumNoCardHospIdLength = 10
const TreatNumNoCardTreatNumAt = 23
const TreatNumNoCardTreatNumLength = 20

// 就醫識別碼 / treatment identifier (1.56)
const TreatNumCardLength = 20
const TreatNumCardTreatNumAt = 0
const TreatNumCardTreatNumLength = 20

// 醫療院所代碼 / institution code (2.2)
const HospitalLength = 10
const HospitalHospIdAt = 0
const HospitalHospIdLength = 10

// 上傳收據 / receipt of an upload (3.1, 3.2)
const UploadReceiptLength = 50
const UploadReceiptSamIdAt = 0
const UploadReceiptSamIdLength = 12
const UploadReceiptHospIdAt = 12
const UploadReceiptHospIdLength = 10
const UploadReceiptSentAtAt = 22
const UploadReceiptSentAtLength = 14
const UploadReceiptReceivedAtAt = 36
const UploadReceiptReceivedAtLength = 14

// 醫事人員卡序號 / professional card's number (4.5)
const HpcNumberLength = 12
const HpcNumberCardNoAt = 0
const HpcNumberCardNoLength = 12

// 醫事人員身分證字號 / professional's id number (4.6)
const HpcIdLength = 10
const HpcIdPersonIdAt = 0
const HpcIdPersonIdLength = 10

// 醫事人員中文姓名 / professional's Chinese name (4.7)
const HpcChineseNameLength = 20
const HpcChineseNameNameAt = 0
const HpcChineseNameNameLength = 20

// 醫事人員英文姓名 / professional's English name (4.8)
const HpcEnglishNameLength = 40
const HpcEnglishNameNameAt = 0
const HpcEnglishNameNameLength = 40

// 保險人資料 / the insurer's data (hisGetInsurerData)
const InsurerDataLength = 20
const InsurerDataInsurerCodeAt = 0
const InsurerDataInsurerCodeLength = 2
const InsurerDataInsuredMarkAt = 2
const InsurerDataInsuredMarkLength = 1
const InsurerDataValidUntilAt = 3
const InsurerDataValidUntilLength = 7
const InsurerDataAvailableAt = 10
const InsurerDataAvailableLength = 2
const InsurerDataNewbornDateAt = 12
const InsurerDataNewbornDateLength = 7
const InsurerDataNewbornMarkAt = 19
const InsurerDataNewbornMarkLength = 1

// 最近一次退掛的就醫 / the visit that was undone last (csGetLastUnTreatmentData)
const UndoneVisitLength = 31
const UndoneVisitTreatItemAt = 0
const UndoneVisitTreatItemLength = 2
const UndoneVisitBabyTreatAt = 2
const UndoneVisitBabyTreatLength = 1
const UndoneVisitVisitTimeAt = 3
const UndoneVisitVisitTimeLength = 13
const UndoneVisitAfterCheckAt = 16
const UndoneVisitAfterCheckLength = 1
const UndoneVisitSeqNumberAt = 17
const UndoneVisitSeqNumberLength = 4
const UndoneVisitHospIdAt = 21
const UndoneVisitHospIdLength = 10

// 醫療院所名稱 / institution's name (csGetHospName)
const HospitalNameLength = 60
const HospitalNameHospNameAt = 0
const HospitalNameHospNameLength = 60

// 醫療院所簡稱 / institution's abbreviated name (csGetHospAbbName)
const HospitalAbbNameLength = 20
const HospitalAbbNameHospAbbNameAt = 0
const HospitalAbbNameHospAbbNameLength = 20

// 醫事人員卡資料 / professional card's data (hpcGetAllData)
const HpcAllDataLength = 82
const HpcAllDataCardNoAt = 0
const HpcAllDataCardNoLength = 12
const HpcAllDataPersonIdAt = 12
const HpcAllDataPersonIdLength = 10
const HpcAllDataNameAt = 22
const HpcAllDataNameLength = 20
const HpcAllDataEnglishNameAt = 42
const HpcAllDataEnglishNameLength = 40

// 登入用亂數 / random for a log-in (VPNGetRandom)
const VpnRandomLength = 16
const VpnRandomRandomAt = 0
const VpnRandomRandomLength = 16

// 登入與上傳服務的簽章 / signature for a log-in or an upload service (VPNH_Sign, VPNH_VerifySign)
const VpnSignatureLength = 315
const VpnSignatureSignedAtAt = 0
const VpnSignatureSignedAtLength = 13
const VpnSignatureSamIdAt = 13
const VpnSignatureSamIdLength = 12
const VpnSignatureHospIdAt = 25
const VpnSignatureHospIdLength = 10
const VpnSignatureHcCardNoAt = 35
const VpnSignatureHcCardNoLength = 12
const VpnSignatureHpcCardNoAt = 47
const VpnSignatureHpcCardNoLength = 12
const VpnSignatureSignatureAt = 59
const VpnSignatureSignatureLength = 256
