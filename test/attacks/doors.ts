/** @module Every door of the program: where it listens or is reached, and the table from which its attacks are made. */

export interface Door {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Files that listen; none where others come in by another way. */
  readonly listens: readonly string[];
  /** The test that attacks it, and the words by which that test takes what the door offers from the door's own table. */
  readonly generated?: { readonly test: string; readonly tables: readonly string[] };
}

export const doors = [
  {
    id: 'http',
    zh: 'HTTP 門',
    en: 'HTTP',
    listens: ['src/doors/http/server.ts'],
    generated: { test: 'src/doors/http/attacks.test.ts', tables: ['...routes', '...apis.map', 'route.roles'] },
  },
  {
    id: 'websocket',
    zh: 'WebSocket',
    en: 'WebSocket',
    listens: ['src/doors/http/server.ts'],
    generated: { test: 'src/doors/http/attacks.test.ts', tables: ["route.answer === 'websocket'"] },
  },
  {
    id: 'native',
    zh: '本機通訊埠（Unix socket）',
    en: 'native socket',
    listens: ['src/doors/native/server.ts'],
    generated: { test: 'src/doors/native/native.test.ts', tables: ['Object.keys(ops)', 'opRoles'] },
  },
  {
    id: 'tcp',
    zh: '本機通訊埠（TCP）',
    en: 'native TCP',
    listens: ['src/doors/native/server.ts'],
    generated: { test: 'src/doors/native/tcp.test.ts', tables: ['helloProof'] },
  },
  {
    id: 'component',
    zh: '網路服務元件介面',
    en: 'web component',
    listens: ['src/doors/component/server.ts'],
    generated: { test: 'src/doors/component/attacks.test.ts', tables: ['...componentApis.map'] },
  },
  {
    id: 'centre',
    zh: '模擬資料中心',
    en: 'simulated centre',
    listens: ['src/centre/server/server.ts'],
    generated: { test: 'src/centre/server/attacks.test.ts', tables: ['counter.centre.paths.map'] },
  },
  {
    id: 'site',
    zh: '模擬 VPN 網站',
    en: 'simulated VPN site',
    listens: ['src/centre/server/vpn/server.ts'],
    generated: { test: 'src/centre/server/vpn/attacks.test.ts', tables: ['of sitePaths'] },
  },
  {
    id: 'module',
    zh: '雲端安全模組主控台',
    en: 'cloud module',
    listens: ['src/sam/console/server.ts'],
    generated: { test: 'src/sam/console/server.test.ts', tables: ['wireProof'] },
  },
  { id: 'sdk', zh: '瀏覽器 SDK', en: 'SDK', listens: [] },
  { id: 'library', zh: 'HIS 函式庫', en: 'C library', listens: [] },
  { id: 'card', zh: '卡片與讀卡機', en: 'cards, readers', listens: [] },
  { id: 'console', zh: '主控台網頁', en: 'console page', listens: [] },
  { id: 'desktop', zh: '系統匣與連結', en: 'tray, link', listens: [] },
  { id: 'files', zh: '檔案與套件', en: 'files, packages', listens: [] },
] as const satisfies readonly Door[];
export type DoorId = (typeof doors)[number]['id'];
