/** @module The pages of the simulated NHI VPN site. What is said on them is the script's, in two languages. */

const page = (script: string, title: string): string => `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css"><script src="/${script}" defer></script></head>
<body><header><p class="simulated" id="simulated"></p>
<strong id="title"></strong><button type="button" id="language"></button></header>
<main id="main" aria-live="polite"></main>
<noscript>請開啟 JavaScript。<span lang="en">Please enable JavaScript.</span></noscript></body></html>
`;

export const loginPage = page('site.js', '健保資訊網服務系統（模擬）');
export const componentPage = page('component.js', '網路服務元件登入（模擬）');
