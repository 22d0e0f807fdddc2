/** @module What the manual does not describe: the developers' kit's header, the later library's export table, client programs. */

import { api, buffer, cardPin, fileOut, int, need, onlySam, pages, port, text, unused, written } from '../build.ts';
import * as r from '../records/index.ts';

const later = '5.1.5.3';
const header = "developers' kit, header";
const table = 'export table of the later library';
const ours = (source: string): string => `${source}; parameters and layout are our choice`;
/** Needs services or keys of NHI's own: the answer is -1 and says so. */
const elsewhere = { needs: [], returns: [-1], since: later, source: `${table}; not done here` } as const;

const hpcPort = [port, need('hpc', 4014)];
const vpnWhat = [
  text('pRandom', 64, 'alnum', '亂數（網站或 VPNGetRandom 給的）', 'the random of the site, or of VPNGetRandom'),
  int(
    'iCardType',
    '簽章卡片：3 安全模組，4 另含健保卡與醫事人員卡',
    'signing cards: 3 SAM, 4 with health and professional card',
  ),
  int(
    'iService',
    '服務代碼（30 上傳、91 用藥提示、11 識別碼）',
    'service: 30 upload, 91 medicines, 11 identifiers, ..',
  ),
];

export const laterApis = [
  api('csGetVersion', 'csGetVersion', '取得控制軟體版本（舊）', 'Version of the control software (old)', {
    ordinal: 71,
    since: '3.0',
    needs: [],
    params: [],
    returns: [],
    result: 'value',
    roles: pages,
    source: header,
  }),
  api('hisGetInsurerData', 'hisGetInsurerData', '讀取保險人資料', "The insurer's data", {
    ordinal: 37,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.insurerData, undefined, 'short *'),
    returns: [0, 4000, 4013, 4029, 4033, 4050, 5102, 5109],
    reads: ['insured', 'validity', 'newborn'],
    source: ours(header),
  }),
  api('csGetLastUnTreatmentData', 'csGetLastUnTreatmentData', '讀取最近一次退掛資料', 'Last undone registration', {
    ownOrdinals: { csGetLastUnTreatmentData: 203 },
    since: '3.0',
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.undoneVisit, undefined, 'short *'),
    returns: [0, 4000, 4013, 4029, 4033, 4050, 5102, 5109, 5150],
    reads: ['visits'],
    source: ours(header),
  }),
  api('csDownloadData', 'csDownloadData', '資料下載', 'Download a file', {
    ownOrdinals: { csDownloadData: 204 },
    since: later,
    needs: onlySam,
    params: [
      text('pSAMID', 12, 'samId', '安全模組代碼', 'SAM id'),
      text('pHospID', 10, 'hospId', '醫療院所代碼', 'institution code'),
      text('pNumber', 20, 'digits', '筆數（可空白）', 'number of records (may be blank)'),
      text('pSendDate', 14, 'digits', '上傳日期時間', 'sent at'),
      text('pRecvDate', 14, 'digits', '接收日期時間', 'received at'),
      text('pServerRandom', 16, 'alnum', '伺服器亂數（可空白）', "server's random (may be blank)"),
      fileOut('pDownloadFileName', '下載檔案', 'file to write'),
    ],
    returns: [0, 4000, 4050, 4061, 5067, 6015, 6016, 6017, 9013],
    online: 'always',
    source: 'public client programs',
  }),
  api('csGetHospName', 'csGetHospName', '讀取安全模組的院所名稱', "The institution's name", {
    ordinal: 92,
    since: later,
    needs: [need('port', 5006, '3.5'), need('sam', 5006)],
    params: buffer('pBuffer', 'iBufferLen', r.hospitalName),
    returns: [0, 5006],
    source: ours(table),
  }),
  api('csGetHospAbbName', 'csGetHospAbbName', '讀取安全模組的院所簡稱', "The institution's abbreviated name", {
    ordinal: 93,
    since: later,
    needs: [need('port', 5006, '3.5'), need('sam', 5006)],
    params: buffer('pBuffer', 'iBufferLen', r.hospitalAbbName),
    returns: [0, 5006],
    source: ours(table),
  }),
  api(
    'hpcVerifyHPCPINR',
    'hpcVerifyHPCPINR',
    '檢查醫事人員卡密碼（同 4.2）',
    "Verify the professional card's PIN (as 4.2)",
    {
      ordinal: 87,
      since: later,
      needs: [port, need('sam', 4050), need('hpc', 4014)],
      params: [],
      returns: [0, 4000, 4014, 4029, 4034, 4050, 5102, 5109, 5056, 9130, 9140],
      source: ours(table),
    },
  ),
  api(
    'hpcGetAllData',
    'hpcGetAllData',
    '取得醫事人員卡資料（4.5 至 4.8）',
    "The professional card's data (4.5 to 4.8)",
    {
      ordinal: 82,
      since: later,
      needs: hpcPort,
      params: buffer('pBuffer', 'iBufferLen', r.hpcAllData),
      returns: [0, 4000, 4014, 4034, 6018],
      source: ours(table),
    },
  ),
  api('hisGetHPCType', 'hisGetHPCType', '取得醫事人員卡類別', "The professional card's kind", {
    ordinal: 77,
    since: later,
    needs: hpcPort,
    params: [],
    returns: [1, 2, 3, 4, 5, 9, 4000, 4014, 4034, 6018],
    result: 'value',
    results: ['hpcTypes'],
    source: ours(table),
  }),
  api('VPNGetRandom', 'VPNGetRandom', '取得登入用亂數', 'A random for a log-in', {
    ordinal: 102,
    since: later,
    needs: [],
    params: buffer('pBuffer', 'iBufferLen', r.vpnRandom),
    returns: [0],
    source: ours(table),
  }),
  api('VPNH_Sign', 'VPNH_Sign', '登入與上傳服務的簽章', 'Sign for a log-in or an upload service', {
    ordinal: 103,
    since: later,
    needs: onlySam,
    params: [...vpnWhat, ...buffer('pBuffer', 'iBufferLen', r.vpnSignature)],
    returns: [0, 4000, 4013, 4014, 4033, 4034, 4042, 4050, 4061, 5008, 6018],
    source: ours(table),
  }),
  api('VPNH_VerifySign', 'VPNH_VerifySign', '驗證登入與上傳服務的簽章', 'Verify such a signature', {
    ordinal: 104,
    since: later,
    needs: onlySam,
    params: [...vpnWhat, written('pSign', r.vpnSignature), int('iSignLen', '簽章長度', "the signature's length")],
    returns: [0, 4000, 4050, 4061, 6018, 9020],
    source: ours(table),
  }),
  api('HCA_GNFuncCall', 'HCA_GNFuncCall', '醫事憑證通用呼叫', "Calls of the professionals' certificates", {
    ...elsewhere,
    ordinal: 59,
    params: ['lFunction', 'pIn', 'pOut', 'l4', 'l5', 'l6', 'l7', 'l8'].map((name) =>
      unused(name, name.startsWith('p') ? 'char *' : 'long'),
    ),
  }),
  api('csEnableHCAAPI', 'csEnableHCAAPI', '啟用醫事憑證', "Enable the professionals' certificates", {
    ...elsewhere,
    ordinal: 99,
    params: [],
  }),
  api('csDisableHCAAPI', 'csDisableHCAAPI', '停用醫事憑證', "Disable the professionals' certificates", {
    ...elsewhere,
    ordinal: 100,
    params: [],
  }),
  api('hisGetSam0', 'hisGetSam0', '讀取安全模組資料', "The security module's own data", {
    ...elsewhere,
    ordinal: 81,
    params: [unused('pBuffer', 'char *'), unused('iBufferLen', 'int *')],
  }),
  api('csDownloadHCApplet', 'csDownloadHCApplet', '下載健保卡程式', "Download the health card's applet", {
    ...elsewhere,
    // Its arguments are unknown. None is the guess that harms least: a caller's stack is never popped too far.
    ownOrdinals: { csDownloadHCApplet: 205 },
    params: [],
  }),
];
