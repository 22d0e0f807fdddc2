/** @module The console's files as the door gives them, and the policy under which a browser runs them. */

export interface Asset {
  readonly type: string;
  readonly text: string;
}
export type Assets = ReadonlyMap<string, Asset>;

/** Nothing from elsewhere, nothing inline; `data:` is for the signs that the style sheet draws itself. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Where the console is not there (a library inside of a program), the page says where it is. */
export const noAssets: Assets = new Map([
  [
    'index.html',
    {
      type: 'text/html; charset=utf-8',
      text: `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>OpenCSHIS</title></head>
<body><main><h1>OpenCSHIS</h1><p>控制軟體執行中，這裡沒有主控台。請以 <code>opencshis start</code> 啟動。</p>
<p lang="en">The control software is running, without its console. Start it by <code>opencshis start</code>.</p></main></body></html>
`,
    },
  ],
]);
