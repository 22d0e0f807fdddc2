import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  apiByName,
  apis,
  catalogueJson,
  cPrototype,
  errorByCode,
  errors,
  exportsOf,
  flatFields,
  records,
  resultTables,
  tables,
} from './index.ts';
import type { RecordSpec } from './schema.ts';

/** The layouts that have names, and those that a function declares in its own place. */
const all = [
  ...new Set<RecordSpec>([
    ...Object.values(records),
    ...apis.flatMap((api) =>
      api.params.flatMap((param) => [...(param.record ? [param.record] : []), ...Object.values(param.variants ?? {})]),
    ),
  ]),
];

test('all sections of the manual 3.3 are declared, and the later functions', () => {
  const sections = [
    ...Array.from({ length: 52 }, (_, index) => `1.${index + 1}`),
    '2.1',
    '2.2',
    '3.1',
    ...Array.from({ length: 8 }, (_, index) => `4.${index + 1}`),
    '5.1',
    '5.2',
  ];
  assert.equal(sections.length, 65);
  for (const no of [
    ...sections,
    '1.53',
    '1.54',
    '1.56',
    '3.2',
    'csGetVersion',
    'csGetLastUnTreatmentData',
    'hisGetInsurerData',
    'csDownloadData',
    'csGetHospName',
    'csGetHospAbbName',
    'hpcVerifyHPCPINR',
    'hpcGetAllData',
    'hisGetHPCType',
    'VPNGetRandom',
    'VPNH_Sign',
    'VPNH_VerifySign',
    'HCA_GNFuncCall',
    'csEnableHCAAPI',
    'csDisableHCAAPI',
    'hisGetSam0',
    'csDownloadHCApplet',
  ]) {
    assert.ok(apiByName(no), no);
  }
  assert.equal(new Set(apis.map((api) => api.name)).size, apis.length);
  assert.equal(apiByName('CSGETHOSPID')?.no, '2.2');
  assert.equal(apiByName('hisGetHPCENAME')?.no, '4.8');
});

/** Ordinal, name, bytes of stdcall arguments: the export table of the official library, all that is known of it. */
const officialExports = [
  '1 hisGetRegisterPrevent 8 · 2 hisGetTreatmentNoNeedHPC 8 · 3 hisGetCumulativeFee 8 · 4 hisGetSeqNumber 16 · 5 hisGetInoculateData 8 · 6 hisWriteTreatmentCode 20',
  '7 hisWritePrescription 16 · 8 hisWriteAllergicMedicines 16 · 9 hisWriteHealthInsurance 16 · 10 hisDeletePredeliveryData 8 · 11 csVerifyHCPIN 0 · 12 csDisableHCPIN 0',
  '13 hisGetOrganDonate 8 · 14 hisWriteNewBorn 16 · 15 hisWriteTreatmentFee 16 · 16 hisWriteOrganDonate 12 · 17 hisGetRegisterBasic 8 · 18 hisGetRegisterPregnant 8',
  '19 hisGetCumulativeData 8 · 20 hisGetTreatmentNeedHPC 8 · 21 hisReadPrescription 32 · 23 hisWritePredeliveryCheckup 12 · 24 hisWriteInoculateData 16 · 25 csInputHCPIN 0',
  '26 csUpdateHCContents 0 · 28 hisGetCriticalIllness 8 · 30 hpcInputHPCPIN 0 · 31 hpcVerifyHPCPIN 0 · 32 csOpenCom 4 · 33 csCloseCom 0',
  '34 csVerifySAMDC 0 · 35 hpcGetHPCStatus 8 · 37 hisGetInsurerData 8 · 38 hpcUnlockHPC 0 · 39 hpcGetHPCSN 8 · 40 hpcGetHPCSSN 8',
  '41 hpcGetHPCCNAME 8 · 42 hpcGetHPCENAME 8 · 43 hisWriteEmergentTel 12 · 44 csUploadData 20 · 45 hisGetEmergentTel 8 · 46 hisGetLastSeqNum 8',
  '47 hisGetCardStatus 4 · 48 hisGetBasicData 8 · 50 csGetDateTime 8 · 51 csGetCardNo 12 · 53 csISSetPIN 0 · 54 hisGetSeqNumber256 20',
  '56 hisGetRegisterBasic2 8 · 57 csUnGetSeqNumber 4 · 58 csUpdateHCNoReset 0 · 59 HCA_GNFuncCall 32 · 60 hisReadPrescriptMain 20 · 61 hisReadPrescriptLongTerm 20',
  '62 hisReadPrescriptHVE 20 · 63 hisReadPrescriptAllergic 20 · 64 hisWriteMultiPrescript 20 · 65 hisWriteAllergicNum 20 · 66 hisWriteTreatmentData 20 · 67 hisWritePrescriptionSign 24',
  '68 hisWriteMultiPrescriptSign 28 · 69 csGetHospID 8 · 70 hisGetCriticalIllnessID 16 · 71 csGetVersion 0 · 76 csGetVersionEx 4 · 77 hisGetHPCType 0',
  '78 csSoftwareReset 4 · 81 hisGetSam0 8 · 82 hpcGetAllData 8 · 84 hisGetICD10EnC 8 · 85 hisGetICD10DeC 8 · 87 hpcVerifyHPCPINR 0',
  '92 csGetHospName 8 · 93 csGetHospAbbName 8 · 99 csEnableHCAAPI 0 · 100 csDisableHCAAPI 0 · 101 csUploadDataPrec 24 · 102 VPNGetRandom 8',
  '103 VPNH_Sign 20 · 104 VPNH_VerifySign 20',
].flatMap((line) => line.split(' · ').map((one) => one.split(' ') as [string, string, string]));

test("ordinals and bytes of arguments are the official library's; no ordinal besides them", () => {
  assert.equal(officialExports.length, 80);
  for (const [ordinal, name, bytes] of officialExports) {
    const api = apiByName(name);
    assert.ok(api, name);
    assert.equal(api.name, name, 'as the library spells it');
    assert.equal(api.ordinal, Number(ordinal), name);
    assert.equal(api.params.length * 4, Number(bytes), name);
  }
  const known = new Map(officialExports.map(([ordinal, name]) => [name, Number(ordinal)]));
  for (const api of apis) assert.equal(api.ordinal, known.get(api.name), api.name);
});

test('every name is exported once, by an ordinal of its own: without an official one from 200', () => {
  const all = exportsOf();
  assert.equal(new Set(all.map((one) => one.ordinal)).size, all.length);
  assert.equal(new Set(all.map((one) => one.name)).size, all.length);
  for (const one of all) assert.equal(one.official, one.ordinal < 200, one.name);
  // Never moved: programs bind by them. What comes later may take any other.
  const moved = Object.entries({
    hisGetSeqNumber256N1: 200,
    hisGetTreatNumNoICCard: 201,
    hisGetTreatNumICCard: 202,
    csGetLastUnTreatmentData: 203,
    csDownloadData: 204,
    csDownloadHCApplet: 205,
    csGetHOSPID: 206,
    hisGetHPCENAME: 207,
  }).filter(([name, ordinal]) => all.find((one) => one.name === name)?.ordinal !== ordinal);
  assert.deepEqual(moved, []);
  const names = new Set(all.map((one) => one.name));
  for (const api of apis) for (const name of [api.name, ...api.aliases]) assert.ok(names.has(name), name);
});

test('every layout ends where the manual says', () => {
  const lengths: { readonly [name in keyof typeof records]: number } = {
    basicData: 72,
    registerBasic: 78,
    registerBasic2: 9,
    emergentTel: 14,
    lastSeqNum: 7,
    dateTime: 13,
    cardNumber: 12,
    hospital: 10,
    insurerData: 20,
    hospitalName: 60,
    hospitalAbbName: 20,
    undoneVisit: 31,
    hpcAllData: 82,
    vpnRandom: 16,
    vpnSignature: 315,
    hpcNumber: 12,
    hpcId: 10,
    hpcChineseName: 20,
    hpcEnglishName: 40,
    visitGrant128: 167,
    visitGrant256: 296,
    visitGrant: 316,
    treatNumNoCard: 43,
    treatNumCard: 20,
    treatmentNoNeedHpc: 498,
    cumulativeData: 134,
    cumulativeFee: 20,
    criticalIllness: 114,
    criticalIllnessIcd10: 138,
    treatmentNeedHpc: 372,
    treatmentNeedHpcIcd10: 540,
    treatmentCode: 31,
    treatmentCodeIcd10: 55,
    treatmentFee: 38,
    treatmentData: 69,
    treatmentDataIcd10: 93,
    prescriptions: 3660,
    longTermPrescriptions: 1320,
    importantOrders: 360,
    allergies: 120,
    prescriptionItem: 61,
    allergyItem: 40,
    prescriptionSignature: 40,
    prescriptionSignatures: 2400,
    registerPrevent: 126,
    registerPregnant: 209,
    inoculateData: 1400,
    organDonate: 1,
    uploadReceipt: 50,
  };
  for (const [name, length] of Object.entries(lengths))
    assert.equal((records as unknown as Record<string, RecordSpec>)[name]?.length, length, name);
  assert.ok(all.length >= Object.keys(lengths).length);
});

test('no layout overlaps; none but the ICD-10 variants has a gap', () => {
  for (const spec of all) {
    const fields = flatFields(spec);
    let next = 1;
    for (const field of fields) {
      assert.ok(field.from >= next && field.to >= field.from, `${spec.name}.${field.name}`);
      if (!spec.name.endsWith('Icd10')) assert.equal(field.from, next, `${spec.name}.${field.name}`);
      next = field.to + 1;
    }
    if (spec.name.endsWith('Icd10')) assert.ok(next - 1 === spec.length || next === spec.length, spec.name);
    else assert.equal(next - 1, spec.length, spec.name);
  }
});

test("golden places from the manual's pages", () => {
  const places = (spec: RecordSpec) =>
    Object.fromEntries(flatFields(spec).map((field) => [field.name, [field.from, field.to]]));
  const golden: [RecordSpec, string, number, number][] = [
    [records.visitGrant, 'visitTime', 1, 13],
    [records.visitGrant, 'seqNumber', 14, 17],
    [records.visitGrant, 'hospId', 18, 27],
    [records.visitGrant, 'signature', 28, 283],
    [records.visitGrant, 'samId', 284, 295],
    [records.visitGrant, 'sameDay', 296, 296],
    [records.visitGrant, 'treatNum', 297, 316],
    [records.treatmentNoNeedHpc, 'visits[1].treatItem', 85, 86],
    [records.treatmentNoNeedHpc, 'visits[2].visitTime', 157, 169],
    [records.treatmentNoNeedHpc, 'visits[6].inpatientCopayLong', 492, 498],
    [records.treatmentNeedHpc, 'visits[1].visitTime', 115, 127],
    [records.treatmentNeedHpc, 'visits[3].subCode5', 239, 243],
    [records.treatmentNeedHpc, 'visits[6].subCode5', 368, 372],
    [records.treatmentNeedHpcIcd10, 'illnesses[6].code', 117, 123],
    [records.treatmentNeedHpcIcd10, 'visits[1].mainCode', 153, 159],
    [records.treatmentNeedHpcIcd10, 'visits[4].subCode3', 381, 387],
    [records.treatmentNeedHpcIcd10, 'visits[6].subCode5', 533, 539],
    [records.cumulativeData, 'years[2].year', 68, 70],
    [records.cumulativeData, 'years[2].copayShort', 127, 134],
    [records.registerPregnant, 'items[11].checkCode', 208, 209],
    [records.inoculateData, 'items[40].vaccine', 1366, 1371],
    [records.treatmentData, 'inpatientCopayLong', 63, 69],
    [records.treatmentDataIcd10, 'outpatientFee', 56, 63],
    [records.treatmentCodeIcd10, 'subCode5', 48, 54],
    [records.prescriptions, 'items[60].visitTime', 3600, 3612],
    [records.importantOrders, 'items[10].quantity', 354, 360],
    [records.uploadReceipt, 'receivedAt', 37, 50],
    [records.treatNumNoCard, 'treatNum', 24, 43],
  ];
  for (const [spec, field, from, to] of golden)
    assert.deepEqual(places(spec)[field], [from, to], `${spec.name}.${field}`);
});

test('every code that a function lists is in the registry; every table that is named exists', () => {
  for (const api of apis) {
    for (const code of api.returns) if (api.result !== 'value') assert.ok(errorByCode(code), `${api.no} ${code}`);
    for (const need of api.needs)
      if (need.whenMissing !== 'degrade') assert.ok(errorByCode(need.whenMissing), `${api.no} ${need.need}`);
    for (const param of api.params) if (param.table) assert.ok(param.table in tables, `${api.no} ${param.table}`);
    for (const name of api.results ?? []) assert.ok(name in tables, `${api.no} ${name}`);
    // Every value that is a result is in one of its tables, and the other way round.
    const results = new Set(resultTables(api).flatMap((one) => Object.keys(one.codes)));
    assert.deepEqual(
      [...results].sort(),
      api.results
        ? api.returns
            .filter((code) => code < 1000)
            .map(String)
            .sort()
        : [],
    );
    for (const param of api.params)
      if (param.lengthOf) assert.ok(api.params.some((one) => one.name === param.lengthOf && one.kind === 'buffer'));
  }
  assert.equal(new Set(errors.map((entry) => entry.code)).size, errors.length);
  for (const entry of errors)
    for (const words of [entry.zh, entry.en, entry.cause.zh, entry.cause.en, entry.todo.zh, entry.todo.en])
      assert.notEqual(words.trim(), '');
  assert.deepEqual(
    errors.filter((entry) => entry.data).map((entry) => entry.code),
    [0, 5010, 5141, 5174],
  );
  // Appendix 1 from 4000 to 9140, less the reserved ones.
  for (const code of [
    4000, 4043, 4071, 5018, 5087, 5122, 5141, 5173, 6014, 6018, 9030, 9051, 9071, 9092, 9101, 9128, 9127, 9129, 9140,
  ])
    assert.ok(errorByCode(code), String(code));
});

test('a code says what helps with it, not what helps with its neighbours', () => {
  const says: readonly (readonly [code: number, what: 'cause' | 'todo', zh: RegExp, en: RegExp])[] = [
    [3209, 'cause', /相同/, /same/],
    [4029, 'cause', /密碼/, /PIN/],
    [4042, 'todo', /4\.2/, /4\.2/],
    [4043, 'todo', /重新插入/, /put it in again/],
    [4071, 'cause', /資料中心/, /data centre/],
    [5002, 'todo', /新卡|換發/, /new card/],
    [5009, 'cause', /安全模組/, /security module/],
    [5010, 'cause', /今天/, /today/],
    [5012, 'todo', /投保/, /insur/],
    [5015, 'cause', /讀/, /read/],
    [5018, 'cause', /讀/, /read/],
    [5020, 'todo', /病歷|病人/, /patient/],
    [5022, 'cause', /六次/, /six/],
    [5105, 'todo', /1\.27/, /1\.27/],
    [5107, 'todo', /兩次/, /twice/],
    [5110, 'todo', /取出醫事人員卡/, /professional card out/],
    [5122, 'cause', /資料中心/, /data centre/],
    [5141, 'todo', /插入醫事人員卡/, /professional card in/],
    [5174, 'todo', /1\.56|補取/, /1\.56|recover/],
    [6014, 'todo', /2\.1/, /2\.1/],
    [9060, 'todo', /健保署/, /NHI/],
    [9071, 'todo', /日期|時間/, /clock|date/],
    [9081, 'todo', /照常/, /as it is/],
    [9082, 'todo', /新卡|換發/, /new card/],
    [9129, 'todo', /指定/, /designated/],
    [9140, 'todo', /換發|展延/, /renew/],
    [9202, 'cause', /另一台/, /another computer/],
  ];
  for (const [code, what, zh, en] of says) {
    const words = errorByCode(code)?.[what] ?? assert.fail(String(code));
    assert.match(words.zh, zh, `${code} ${what}`);
    assert.match(words.en, en, `${code} ${what}`);
  }
  for (const entry of errors.filter((one) => one.code !== 0))
    assert.notEqual(entry.cause.en, errorByCode(0)?.cause.en, `${entry.code} is answered: something is to be told`);
});

test('Q2: 1.9 is marked as stopped and 1.53 stands in its place', () => {
  assert.equal(apiByName('1.9')?.deprecated?.replacedBy, '1.53');
  assert.equal(apiByName('1.53')?.replaces, '1.9');
  assert.deepEqual(
    apis.filter((api) => api.deprecated).map((api) => api.no),
    ['1.9'],
  );
});

test('the eight hard entries: prototype and JSON', () => {
  assert.equal(
    cPrototype(apiByName('1.53') ?? assert.fail()),
    'int hisGetSeqNumber256N1(char *cTreatItem, char *cBabyTreat, char *cTreatAfterCheck, char *pBuffer, int *iBufferLen);',
  );
  assert.equal(
    cPrototype(apiByName('3.1') ?? assert.fail()),
    'int csUploadData(char *pUploadFileName, char *pFileSize, char *pNumber, char *pBuffer, int *iBufferLen);',
  );
  assert.equal(
    cPrototype(apiByName('1.49') ?? assert.fail()),
    'int hisWriteMultiPrescriptSign(char *pDateTime, char *pPatientID, char *pPatientBirthDate, char *pDataWrite, int *iWriteCount, char *pBuffer, int *iBufferLen);',
  );
  assert.equal(cPrototype(apiByName('csSoftwareReset') ?? assert.fail()), 'int csSoftwareReset(int Type);');
  assert.equal(cPrototype(apiByName('5.1') ?? assert.fail()), 'int hisGetICD10EnC(char *IN, char *OUT);');
  const json = catalogueJson();
  const entry = (no: string) => json.find((one) => one.no === no) ?? assert.fail(no);
  assert.deepEqual(entry('1.8').buffers.pBuffer?.variants.icd10?.length, 540);
  assert.deepEqual(entry('1.33').buffers.pBuffer?.variants.icd10?.fields[0], {
    name: 'illnesses[1].code',
    from: 2,
    to: 8,
    kind: 'icd',
    title: { zh: '重大傷病代碼', en: 'illness code' },
  });
  // Sixty items are handed in one after the other: each field of each has its own place, as on the manual's page.
  for (const no of ['1.45', '1.49']) {
    const items = entry(no).buffers.pDataWrite ?? assert.fail(no);
    assert.equal(items.length, 3660);
    assert.equal(items.fields.length, 60 * 8);
    assert.deepEqual(
      items.fields.slice(-8).map(({ name, from, to }) => [name, from, to]),
      [
        ['items[60].visitTime', 3600, 3612],
        ['items[60].orderType', 3613, 3613],
        ['items[60].orderCode', 3614, 3625],
        ['items[60].position', 3626, 3631],
        ['items[60].usage', 3632, 3649],
        ['items[60].days', 3650, 3651],
        ['items[60].quantity', 3652, 3658],
        ['items[60].delivery', 3659, 3660],
      ],
    );
    assert.equal(entry(no).params.find((param) => param.name === 'pDataWrite')?.countedBy, 'iWriteCount');
  }
  assert.equal(entry('1.47').params.at(-1)?.kind, 'fixedOut');
  assert.equal(
    entry('1.53').returns.find((one) => one.code === 5010)?.en,
    'second visit of the day (a message, not an error)',
  );
  assert.deepEqual(JSON.parse(JSON.stringify(json)).length, apis.length);
});

test('pages may call only what is listed for them', () => {
  assert.deepEqual(
    apis.filter((api) => api.roles.includes('page')).map((api) => api.no),
    ['1.1', '1.15', '1.31', '1.32', '1.34', '1.35', '1.36', '1.38', '1.51', '1.53', '2.2', 'csGetVersion'],
  );
  assert.ok(apis.every((api) => !api.roles.includes('world')));
});
