/** @module The plain page at `/`: that we run, and where the console will be. No inline script or style is allowed. */

import { createHash } from 'node:crypto';

const style = `:root{color-scheme:light dark;font:17px/1.6 system-ui,"Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif}
body{margin:0;display:grid;min-height:100vh;place-items:center;background:Canvas;color:CanvasText}
main{max-width:40rem;padding:2rem}h1{font-size:1.9rem;margin:0 0 .2rem}.en{opacity:.75;font-size:.92em}
dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1.2rem;margin:1.5rem 0}dt{opacity:.75}dd{margin:0;font-variant-numeric:tabular-nums}
.sim{display:inline-block;border:2px solid currentColor;border-radius:.4rem;padding:.1rem .6rem;font-weight:600}`;

export const pageScript = `const text=(id,value)=>{document.getElementById(id).textContent=value};
const show=async token=>{const answer=await fetch('/api/v1/status',{headers:{'x-opencshis-token':token}});if(!answer.ok){text('state','連結已失效，請執行 opencshis open / the link has ended: run opencshis open');return}
const s=await answer.json();text('state','已連線 connected');text('sam',s.sam.state===2?'已認證 verified':'尚未認證 not verified');text('cards',s.slots.map(x=>x.name+'：'+(x.present?'有卡片 card':'空 empty')).join('；'));text('waiting',s.journal.waiting+'（不確定 in doubt：'+s.journal.inDoubt+'）')};
const code=new URLSearchParams(location.hash.slice(1)).get('code');history.replaceState(null,'',location.pathname);
const begin=async()=>{let token=sessionStorage.getItem('token');if(code){const answer=await fetch('/api/v1/session',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({code})});if(answer.ok){token=(await answer.json()).token;sessionStorage.setItem('token',token)}}
if(token)await show(token);else text('state','請以 opencshis open 取得連結 / get a link by opencshis open')};
begin();
`;

const styleHash = createHash('sha256').update(style).digest('base64');
export const contentSecurityPolicy = `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;

export function page(facts: { version: string; profile: string; simulated: boolean }): string {
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>OpenCSHIS 控制軟體</title><style>${style}</style></head>
<body><main>
<h1>OpenCSHIS 控制軟體執行中</h1><p class="en" lang="en">The control software is running. The console will be on this page.</p>
${facts.simulated ? '<p class="sim">模擬世界 SIMULATED</p>' : ''}
<dl><dt>版本 Version</dt><dd>${facts.version}（${facts.profile}）</dd><dt>連線 Link</dt><dd id="state">…</dd><dt>安全模組 SAM</dt><dd id="sam">–</dd><dt>讀卡機 Readers</dt><dd id="cards">–</dd><dt>待送資料中心 Waiting</dt><dd id="waiting">–</dd></dl>
<p>主控台將在這一頁。目前請使用終端機：<code>opencshis --help</code></p><p class="en" lang="en">Until then use the terminal: <code>opencshis --help</code></p>
</main><script src="/page.js"></script></body></html>
`;
}
