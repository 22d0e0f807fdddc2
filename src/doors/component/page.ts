/** @module The pop-up through which a page that cannot reach the face itself asks it: `auth.html`, by postMessage. */

export const authPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const authPage = `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>OpenCSHIS</title>
<script src="/auth.js" defer></script></head>
<body><main><h1>OpenCSHIS</h1><p id="zh">這個視窗替開啟它的網頁讀卡，請勿關閉。</p>
<p id="en" lang="en">This window reads cards for the page that opened it. Leave it open.</p>
<p id="origin"></p></main></body></html>
`;

/**
 * A message is `{ id, api, ...inputs }`; the answer is `{ id, ...answer }`, to the origin that the browser names as the
 * message's own. `ready` tells the opener that it may begin; it says nothing else, so anybody may hear it.
 */
export const authScript = `'use strict';
addEventListener('message', async (event) => {
  if (event.source === null || event.source !== window.opener || typeof event.data !== 'object' || event.data === null) return;
  const { id, api, ...inputs } = event.data;
  if (typeof api !== 'string' || !/^[A-Za-z]{1,32}$/.test(api)) return;
  document.getElementById('origin').textContent = event.origin;
  let answer = { result: '8013' };
  try {
    const response = await fetch('/api/' + api, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-opencshis-opener': event.origin },
      body: JSON.stringify(inputs),
    });
    if (response.ok) answer = await response.json();
  } catch {
    answer = { result: '4061' };
  }
  event.source.postMessage({ id, ...answer }, event.origin);
});
window.opener?.postMessage({ ready: true }, '*');
`;
