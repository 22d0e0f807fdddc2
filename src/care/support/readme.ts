/** @module The page that lies in every bundle: what is in it, and what is not. */

export const readme = `OpenCSHIS 問題回報檔 / support bundle

由 opencshis support 產生，不會自動寄出。裡面只有允許的欄位：版本、狀態、檢查結果、函式名稱與回傳代碼、時間（到分）。
沒有姓名、身分證號、生日、卡號、電話、就醫識別碼、簽章、密碼、金鑰、權杖；不認得的字以 * 代替。

versions.json  版本與其他讀卡軟體      versions, other card software
state.json     程式、讀卡機、安全模組   program, readers, security module
doctor.json    檢查結果                what the doctor found
trace.json     最近的呼叫              recent calls
journal.json   最近的寫入              recent writing calls
log.txt        記錄檔                  the log

Made by opencshis support, and sent by nobody but you. It is built of allowed fields alone: versions, states, findings,
names of functions, return codes, times to the minute. No names, id numbers, dates of birth, card numbers, telephones,
identifiers, signatures, PINs, keys or tokens; a word that is not known to be harmless is *.
`;
