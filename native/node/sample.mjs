// 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
//
//   npm install koffi
//   CSHIS_LIBRARY=native/build/linux-x64/libcshis.so node native/node/sample.mjs
//
// 讀到的欄位印成 name=value；遇到沒有預期的回傳碼就結束，結束碼 1。
// Prints the fields as name=value; ends with 1 at a return code that it did not expect.
import { codes, decode, layouts, load } from './cshis.mjs';

const library = load(process.env.CSHIS_LIBRARY);

function check(name, code, expected = [0]) {
  if (expected.includes(code)) return;
  const { zh, en } = codes.get(code) ?? { zh: '', en: '' };
  console.error(`${name}: ${code} ${zh} ${en}`);
  library.csCloseCom();
  process.exit(1);
}

/** 呼叫一個讀取函式，傳回欄位 / calls a reading function, returns its fields. */
function read(name, { length, fields }, inputs = [], expected = [0]) {
  const buffer = Buffer.alloc(length);
  check(name, library[name](...inputs, buffer, [length]), expected);
  const values = decode(fields, buffer);
  for (const [field, value] of Object.entries(values)) console.log(`${field}=${value}`);
  return values;
}

check('csOpenCom', library.csOpenCom(0));
// 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
check('csVerifySAMDC', library.csVerifySAMDC());

// 1.1 基本資料、1.38 有效期限與可用次數 / basic data; validity and visits available
const { personId, birthDate } = read('hisGetBasicData', layouts.basicData);
read('hisGetRegisterBasic2', layouts.registerBasic2);

// 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
// Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
const { visitTime } = read('hisGetSeqNumber256N1', layouts.visitGrant, ['01', ' ', '1'], [0, 5010, 5174]);

// 寫入要用就醫那一刻的日期時間，不是電腦的 / what is written bears the visit's own time, never the computer's
const visit = [visitTime, personId, birthDate];

// 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式 / diagnoses and fees; brackets mean ICD-10
const diagnoses = ['J069', '', '', '', '', ''].map((code) => `[${code.padEnd(7)}]`).join('');
const fees = ['00000350', '00000050', '00000000', '0000000', '0000000'].join('');
const doctor = Buffer.alloc(11);
check('hisWriteTreatmentData', library.hisWriteTreatmentData(...visit, Buffer.from(`1${diagnoses}${fees}\0`), doctor));
console.log(`doctorId=${doctor.toString('latin1').replace(/\0.*/s, '')}`);

// 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
const widths = [13, 1, 12, 6, 18, 2, 7, 2];
const items = [
  [visitTime, '1', 'AC12345100', '', 'TID', '03', '9', '01'],
  [visitTime, '3', '00109C', '', '', '', '1', '03'],
];
const data = items.map((item) => item.map((value, at) => value.padEnd(widths[at])).join('')).join('');
const size = layouts.prescriptionSignature.length;
const signatures = Buffer.alloc(size * items.length);
check(
  'hisWriteMultiPrescriptSign',
  library.hisWriteMultiPrescriptSign(...visit, Buffer.from(`${data}\0`), [items.length], signatures, [
    signatures.length,
  ]),
);
for (const at of items.keys())
  console.log(`signature${at + 1}=${signatures.toString('latin1', at * size, (at + 1) * size)}`);

check('csCloseCom', library.csCloseCom());
