// 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
//
//	cd native/go
//	CGO_LDFLAGS=-L../build/linux-x64 go build -o sample.out ./sample
//	LD_LIBRARY_PATH=../build/linux-x64 ./sample.out
//
// 讀到的欄位印成 name=value；遇到沒有預期的回傳碼就結束，結束碼 1。
// Prints the fields as name=value; ends with 1 at a return code that it did not expect.
package main

import (
	"fmt"
	"os"

	"cshis"
)

func check(function string, code int, alsoExpected ...int) {
	for _, expected := range append(alsoExpected, cshis.OK) {
		if code == expected {
			return
		}
	}
	fmt.Fprintf(os.Stderr, "%s: %d\n", function, code)
	cshis.CsCloseCom()
	os.Exit(1)
}

func show(name string, buffer []byte, at, length int) string {
	value := cshis.FromBig5(cshis.Field(buffer, at, length))
	fmt.Printf("%s=%s\n", name, value)
	return value
}

func item(time, kind, code, usage, days, quantity, delivery string) string {
	return fmt.Sprintf("%-13s%-1s%-12s%-6s%-18s%-2s%-7s%-2s", time, kind, code, "", usage, days, quantity, delivery)
}

func main() {
	check("csOpenCom", cshis.CsOpenCom(0))
	// 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
	check("csVerifySAMDC", cshis.CsVerifySAMDC())

	// 1.1 基本資料 / basic data
	basic := make([]byte, cshis.BasicDataLength)
	length := int16(len(basic))
	check("hisGetBasicData", cshis.HisGetBasicData(basic, &length))
	show("cardNo", basic, cshis.BasicDataCardNoAt, cshis.BasicDataCardNoLength)
	show("name", basic, cshis.BasicDataNameAt, cshis.BasicDataNameLength)
	id := show("personId", basic, cshis.BasicDataPersonIdAt, cshis.BasicDataPersonIdLength)
	birth := show("birthDate", basic, cshis.BasicDataBirthDateAt, cshis.BasicDataBirthDateLength)
	show("sex", basic, cshis.BasicDataSexAt, cshis.BasicDataSexLength)
	show("issueDate", basic, cshis.BasicDataIssueDateAt, cshis.BasicDataIssueDateLength)
	show("cancelMark", basic, cshis.BasicDataCancelMarkAt, cshis.BasicDataCancelMarkLength)
	show("emergencyTel", basic, cshis.BasicDataEmergencyTelAt, cshis.BasicDataEmergencyTelLength)

	// 1.38 有效期限與可用次數 / validity and visits available
	validity := make([]byte, cshis.RegisterBasic2Length)
	length = int16(len(validity))
	check("hisGetRegisterBasic2", cshis.HisGetRegisterBasic2(validity, &length))
	show("validUntil", validity, cshis.RegisterBasic2ValidUntilAt, cshis.RegisterBasic2ValidUntilLength)
	show("available", validity, cshis.RegisterBasic2AvailableAt, cshis.RegisterBasic2AvailableLength)

	// 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
	// Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
	grant := make([]byte, cshis.VisitGrantLength)
	length = int16(len(grant))
	check("hisGetSeqNumber256N1", cshis.HisGetSeqNumber256N1("01", " ", "1", grant, &length), cshis.E5010, cshis.E5174)
	time := show("visitTime", grant, cshis.VisitGrantVisitTimeAt, cshis.VisitGrantVisitTimeLength)
	show("seqNumber", grant, cshis.VisitGrantSeqNumberAt, cshis.VisitGrantSeqNumberLength)
	show("hospId", grant, cshis.VisitGrantHospIdAt, cshis.VisitGrantHospIdLength)
	show("signature", grant, cshis.VisitGrantSignatureAt, cshis.VisitGrantSignatureLength)
	show("samId", grant, cshis.VisitGrantSamIdAt, cshis.VisitGrantSamIdLength)
	show("sameDay", grant, cshis.VisitGrantSameDayAt, cshis.VisitGrantSameDayLength)
	show("treatNum", grant, cshis.VisitGrantTreatNumAt, cshis.VisitGrantTreatNumLength)

	// 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式。日期時間用就醫那一刻的，不是電腦的。
	// Diagnoses and fees; brackets mean ICD-10. What is written bears the visit's own time, never the computer's.
	care := "1"
	for _, code := range []string{"J069", "", "", "", "", ""} {
		care += fmt.Sprintf("[%-7s]", code)
	}
	care += "00000350" + "00000050" + "00000000" + "0000000" + "0000000" + "\x00"
	doctor := make([]byte, 11)
	check("hisWriteTreatmentData", cshis.HisWriteTreatmentData(time, id, birth, []byte(care), doctor))
	written := 0
	for written < len(doctor) && doctor[written] != 0 {
		written++
	}
	fmt.Printf("doctorId=%s\n", doctor[:written])

	// 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
	items := item(time, "1", "AC12345100", "TID", "03", "9", "01") + item(time, "3", "00109C", "", "", "1", "03") + "\x00"
	signatures := make([]byte, 2*cshis.PrescriptionSignatureLength)
	count := int16(2)
	length = int16(len(signatures))
	check("hisWriteMultiPrescriptSign", cshis.HisWriteMultiPrescriptSign(time, id, birth, []byte(items), &count, signatures, &length))
	show("signature1", signatures, 0, cshis.PrescriptionSignatureLength)
	show("signature2", signatures, cshis.PrescriptionSignatureLength, cshis.PrescriptionSignatureLength)

	check("csCloseCom", cshis.CsCloseCom())
}
