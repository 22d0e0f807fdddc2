/** @module The HTTP door's routes as data: who may, what goes in, what comes out. Everything else is refused. */

import type { Say } from '../base/say.ts';
import type { Role } from './schema.ts';

export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** `:name` stands for one path segment. */
  readonly path: string;
  /** Empty: anybody at this machine, without a token. */
  readonly roles: readonly Role[];
  /** `call`: JSON, or the file itself where the function takes one. */
  readonly body: 'none' | 'json' | 'call';
  readonly answer: 'json' | 'text' | 'file' | 'websocket';
  /**
   * From a page of another origin: `asks` even before an operator has let it in, `known` without a token. Else only a page
   * that was let in, with its token, where the roles name it.
   */
  readonly foreign?: 'asks' | 'known';
  readonly title: Say;
}
const programs: readonly Role[] = ['program', 'operator'];
const pages: readonly Role[] = ['program', 'operator', 'page'];
const operators: readonly Role[] = ['operator'];
const worlds: readonly Role[] = ['world'];
const route = (
  name: string,
  method: Route['method'],
  path: string,
  roles: readonly Role[],
  body: Route['body'],
  answer: Route['answer'],
  zh: string,
  en: string,
): Route => ({ name, method, path, roles, body, answer, title: { zh, en } });

export const routes = [
  route('page', 'GET', '/', [], 'none', 'file', '主控台', 'the console'),
  route('asset', 'GET', '/assets/:name', [], 'none', 'file', '主控台的檔案', 'a file of the console'),
  route('health', 'GET', '/healthz', [], 'none', 'json', '是否運作', 'is it alive'),
  route(
    'session',
    'POST',
    '/api/v1/session',
    [],
    'json',
    'json',
    '以一次性代碼換取主控台的權杖',
    "exchange a one-use code for the console's tokens",
  ),
  {
    ...route('pair', 'POST', '/api/v1/pair', [], 'json', 'json', '網頁要求連線', 'a web page asks to be let in'),
    foreign: 'asks',
  },
  {
    ...route(
      'pairing',
      'POST',
      '/api/v1/pair/:id',
      [],
      'json',
      'json',
      '連線要求的下一步或結果',
      'the next step of that, or how it stands',
    ),
    foreign: 'asks',
  },
  {
    ...route(
      'proof',
      'POST',
      '/api/v1/proof',
      [],
      'json',
      'json',
      '向已允許的網頁證明身分',
      'proves itself to a page that was let in',
    ),
    foreign: 'known',
  },
  {
    ...route(
      'logIn',
      'POST',
      '/api/v1/log-in',
      [],
      'json',
      'json',
      '以卡片登入網站，由網站的網頁要求',
      "log in to a web site by cards, as the site's page asks",
    ),
    foreign: 'asks',
  },
  route(
    'catalogue',
    'GET',
    '/api/v1/catalogue',
    programs,
    'none',
    'json',
    '所有函式、回傳碼與版面',
    'every function, return code and layout',
  ),
  route(
    'reference',
    'GET',
    '/api/v1/reference',
    programs,
    'none',
    'json',
    '回傳碼的原因與處理、代碼表、名詞',
    'causes of codes and what to do, code tables, terms',
  ),
  route('openapi', 'GET', '/openapi.json', pages, 'none', 'json', 'OpenAPI 3.1', 'OpenAPI 3.1'),
  route('metrics', 'GET', '/metrics', programs, 'none', 'text', '計量（Prometheus）', "metrics in Prometheus' format"),
  route('status', 'GET', '/api/v1/status', pages, 'none', 'json', '狀態', 'status'),
  route('readers', 'GET', '/api/v1/readers', pages, 'none', 'json', '讀卡機與卡片', 'readers and cards'),
  route('card', 'GET', '/api/v1/card', pages, 'none', 'json', '卡片公開資料', "a card's public zone"),
  route('events', 'GET', '/api/v1/events', pages, 'none', 'websocket', '卡片與讀卡機事件', 'card and reader events'),
  route('call', 'POST', '/api/v1/call/:name', pages, 'call', 'json', '呼叫函式', 'call a function'),
  route('register', 'POST', '/api/v1/register', pages, 'json', 'json', '掛號（整個流程）', 'register, the whole walk'),
  route('exceptions', 'POST', '/api/v1/exceptions', programs, 'json', 'json', '異常登錄', 'exception registration'),
  route('recover', 'POST', '/api/v1/recover', programs, 'json', 'json', '補取就醫識別碼', 'recover an identifier'),
  route('pins', 'GET', '/api/v1/pin', operators, 'none', 'json', '等待輸入的密碼', 'PIN requests'),
  route(
    'pin',
    'POST',
    '/api/v1/pin/:id',
    operators,
    'json',
    'json',
    '輸入或取消密碼',
    'answer or cancel a PIN request',
  ),
  route('journal', 'GET', '/api/v1/journal', operators, 'none', 'json', '日誌', 'the journal'),
  route('directory', 'GET', '/api/v1/directory', operators, 'none', 'json', '金鑰目錄', 'the key directory'),
  route('verify', 'POST', '/api/v1/verify', programs, 'json', 'json', '驗證安全簽章', "verify a visit's signature"),
  route('trace', 'GET', '/api/v1/trace', operators, 'none', 'json', '最近的呼叫', 'recent calls'),
  route('link', 'POST', '/api/v1/link', operators, 'json', 'json', '新的主控台連結', 'a new console link'),
  route(
    'origins',
    'GET',
    '/api/v1/origins',
    operators,
    'none',
    'json',
    '允許的網站與正在要求的網站',
    'web origins that were let in, and those that ask',
  ),
  route(
    'origin',
    'POST',
    '/api/v1/origins/:action',
    operators,
    'json',
    'json',
    '允許、拒絕或撤銷一個網站',
    'accept, refuse or revoke a web origin',
  ),
  route(
    'doctor',
    'GET',
    '/api/v1/doctor',
    operators,
    'none',
    'json',
    '檢查這台電腦：有什麼問題、怎麼辦',
    'examines this machine: what is wrong, what to do',
  ),
  route(
    'mend',
    'POST',
    '/api/v1/doctor/:action',
    operators,
    'json',
    'json',
    '修復一項，或復原上一次的修復',
    'mends one thing, or undoes what was mended last',
  ),
  route(
    'support',
    'GET',
    '/api/v1/support',
    operators,
    'none',
    'json',
    '詢問信的十個項目，與問題回報檔的內容',
    'the ten items of the mail for help, and what would be in the bundle',
  ),
  route(
    'supportSet',
    'POST',
    '/api/v1/support',
    operators,
    'json',
    'json',
    '填寫詢問信的項目',
    'fills in items of the mail',
  ),
  route(
    'supportBundle',
    'POST',
    '/api/v1/support/bundle',
    operators,
    'json',
    'file',
    '下載看過的問題回報檔（zip）',
    'the bundle that was shown, as a zip',
  ),
  route('worldGet', 'GET', '/api/v1/world', worlds, 'none', 'json', '模擬世界的狀態', "the simulated world's state"),
  route('world', 'POST', '/api/v1/world/:action', worlds, 'json', 'json', '改變模擬世界', 'change the simulated world'),
] as const satisfies readonly Route[];
export type RouteName = (typeof routes)[number]['name'];
