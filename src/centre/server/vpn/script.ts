/** @module The scripts of the simulated site's pages, as browsers run them: two languages, nothing written as HTML. */

import { cardPrograms } from '../../../catalogue/index.ts';

const heard = cardPrograms.filter((one) => one.heard).map(({ port, name }) => ({ port, name }));

const common = `'use strict';
let language = localStorage.getItem('language') ?? 'zh';
const t = (zh, en) => (language === 'zh' ? zh : en);
const say = (words) => (words === undefined ? '' : (words[language] ?? ''));
const make = (name, given = {}, ...inside) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given))
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  element.append(...inside.filter((one) => one !== undefined));
  return element;
};
const box = (kind, ...inside) => make('div', { class: kind }, ...inside.map((one) => (typeof one === 'string' ? make('p', {}, one) : one)));
const post = async (url, body) => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
};
let drawn;
function frame(title) {
  document.documentElement.lang = t('zh-Hant-TW', 'en');
  document.title = title;
  document.getElementById('simulated').textContent = t('模擬網站，不是健保署的網站', 'A simulated site, not one of the NHI Administration');
  document.getElementById('title').textContent = title;
  const button = document.getElementById('language');
  button.textContent = t('English', '中文');
  button.lang = t('en', 'zh-Hant-TW');
}
document.getElementById('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
  drawn = undefined;
  draw();
});
`;

export const loginScript = `${common}
/** Other card programs that speak plain HTTP, and so can be heard by a page. */
const others = ${JSON.stringify(heard)};
let control = 'http://127.0.0.1:21053';
let state = { kind: 'looking' };
let neighbours = [];
let failure;
const set = (next) => {
  state = next;
  draw();
};

async function permission() {
  for (const name of ['loopback-network', 'local-network-access', 'local-network'])
    try {
      return (await navigator.permissions.query({ name })).state;
    } catch {
      // This browser knows no such permission.
    }
  return 'unknown';
}
async function answers(port) {
  try {
    await fetch('http://localhost:' + port + '/', { mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
async function closed() {
  const there = await Promise.all(others.map(({ port }) => answers(port)));
  neighbours = others.filter((_one, index) => there[index]);
  return { kind: 'closed', permission: await permission() };
}
/** What the control software says, again and again: the page goes on by itself. */
async function look() {
  if (state.kind !== 'signing' && state.kind !== 'in') {
    // The site may be away with its world: the address that was good is tried again.
    control = await fetch('/control').then((one) => one.json()).then((one) => one.url, () => control);
    const asking = setTimeout(() => set({ kind: 'browser' }), 2500);
    let answer;
    try {
      answer = await post(control + '/api/v1/log-in', {});
    } catch {
      answer = undefined;
    }
    clearTimeout(asking);
    if (state.kind !== 'signing' && state.kind !== 'in') {
      if (answer === undefined) set(await closed());
      else {
        neighbours = answer.neighbours ?? [];
        set({ kind: answer.standing, code: answer.code });
      }
    }
  }
  setTimeout(look, 1000);
}
async function ask() {
  const answer = await post(control + '/api/v1/log-in', { ask: true }).catch(() => ({ standing: 'looking' }));
  set({ kind: answer.standing, code: answer.code });
}
async function logIn(cards) {
  failure = undefined;
  set({ kind: 'signing', cards });
  try {
    const { nonce, session } = await post('/challenge', {});
    const answer = await post(control + '/api/v1/log-in', { cards, nonce });
    if (answer.signed === undefined) {
      failure = answer.failure;
      return set({ kind: answer.failure === undefined ? 'looking' : 'accepted' });
    }
    const outcome = await post('/log-in', { session, nonce, cards, signed: answer.signed });
    if (outcome.ok) return set({ kind: 'in', ...outcome, cards });
    failure = { why: outcome.why };
    set({ kind: 'accepted' });
  } catch {
    set({ kind: 'looking' });
  }
}

const warning = () =>
  neighbours.length === 0
    ? undefined
    : box(
        'warn',
        t('這台電腦上還有其他讀卡元件在執行，可能與控制軟體衝突。請解除安裝不用的那一個：', 'Other card programs are running on this computer and may be in the way. Remove the one that is not used:'),
        make('ul', {}, ...neighbours.map(({ port, name }) => make('li', {}, say(name) + '（' + port + '）'))),
      );
const open = () => make('a', { class: 'button main', href: 'opencshis:open' }, t('開啟讀卡機控制軟體', 'Open the control software'));
const views = {
  looking: () => [make('h1', {}, t('正在尋找讀卡機控制軟體', 'Looking for the control software')), make('p', {}, t('請稍候。', 'One moment.'))],
  browser: () => [
    make('h1', {}, t('瀏覽器正在詢問', 'Your browser is asking')),
    make('p', {}, t('瀏覽器會問是否允許這個網站連線到這台電腦上的程式，請按「允許」。', 'It asks whether this site may connect to programs on this computer. Please choose “Allow”.')),
  ],
  closed: ({ permission }) => [
    make('h1', {}, t('請先開啟讀卡機控制軟體主控台', 'Please open the control software first')),
    permission === 'denied'
      ? box('bad', t('瀏覽器不允許這個網站連線到這台電腦。請按網址列左邊的圖示，在網站設定中把「本機網路」改為允許，再重新整理這一頁。', 'The browser does not let this site connect to this computer. Click the sign left of the address, allow “local network” (or “apps on device”) in the site settings, and reload this page.'))
      : undefined,
    make('p', {}, t('這一頁需要讀卡機控制軟體，它現在沒有開啟。', 'This page needs the control software, and it is not open now.')),
    make(
      'ol',
      {},
      make('li', {}, t('先開啟主控台（Chrome、Edge 不會自動帶起它）：', 'First open the console; Chrome and Edge do not start it by themselves: '), open()),
      make('li', {}, t('或在終端機輸入 ', 'or type in a terminal: '), make('code', {}, 'opencshis start')),
      make('li', {}, t('然後回到這一頁。它會自己繼續，不必重新整理。', 'Then come back to this page. It goes on by itself; there is nothing to reload.')),
    ),
    box('note', t('控制軟體已經安裝，只是沒有開啟：請不要另外下載其他讀卡元件，兩個元件並存會使登入失敗。', 'The control software is installed and merely closed: do not download another card component. Two of them side by side make log-ins fail.')),
    warning(),
    permission === 'prompt' ? make('p', { class: 'quiet' }, t('若瀏覽器詢問是否允許連線到這台電腦，請按「允許」。', 'Where the browser asks whether to connect to this computer, choose “Allow”.')) : undefined,
  ],
  unknown: () => [
    make('h1', {}, t('第一次在這台電腦登入', 'The first log-in on this computer')),
    make('p', {}, t('控制軟體已開啟。這個網站還沒有得到允許，請按下面的按鈕，再到主控台同意一次。', 'The control software is open. It has not let this site in yet: ask with the button below, and agree once in the console.')),
    make('p', { class: 'quiet' }, t('網站：', 'Site: '), make('code', {}, location.origin)),
    make('div', { class: 'choices' }, make('button', { type: 'button', class: 'main', onclick: ask }, t('要求使用卡片登入', 'Ask to log in by cards'))),
  ],
  waiting: ({ code }) => [
    make('h1', {}, t('請在主控台按「允許」', 'Please choose “Allow” in the console')),
    make('p', {}, t('主控台會顯示這個網站與下面的代碼，相同才允許：', 'The console shows this site and the code below. Allow it where they are the same:')),
    make('p', { class: 'code' }, code ?? ''),
    make('p', {}, make('code', {}, location.origin)),
    make('p', { class: 'quiet' }, t('也可以在終端機輸入 ', 'Or in a terminal: '), make('code', {}, 'opencshis origins accept ' + (code ?? ''))),
  ],
  refused: () => [
    make('h1', {}, t('主控台拒絕了這個網站', 'The console refused this site')),
    make('p', {}, t('十分鐘後可以再要求一次。', 'It may be asked again in ten minutes.')),
  ],
  ended: () => [
    make('h1', {}, t('要求已逾時', 'The request has ended')),
    make('p', {}, t('主控台上沒有人回答。', 'Nobody answered in the console.')),
    make('div', { class: 'choices' }, make('button', { type: 'button', class: 'main', onclick: ask }, t('再要求一次', 'Ask again'))),
  ],
  busy: () => [
    make('h1', {}, t('現在不能要求', 'Not now')),
    make('p', {}, t('主控台上已有其他要求，或要求太多次。請先處理，或等十分鐘。', 'Others are waiting in the console, or it was asked too often. Settle those, or wait for ten minutes.')),
    make('div', { class: 'choices' }, make('button', { type: 'button', onclick: ask }, t('再要求一次', 'Ask again'))),
  ],
  accepted: () => [
    make('h1', {}, t('選擇登入方式', 'How do you log in?')),
    failure === undefined
      ? undefined
      : box('bad', (failure.code === undefined ? '' : failure.code + t('：', ': ')) + say(failure.why), say(failure.todo)),
    make(
      'div',
      { class: 'choices' },
      make('button', { type: 'button', class: 'main', onclick: () => logIn('sam+hpc') }, t('院所：安全模組與醫事人員卡', 'Institution: security module and professional card')),
      make('button', { type: 'button', onclick: () => logIn('hc') }, t('個人：健保卡', 'Person: health card')),
    ),
    make('p', { class: 'quiet' }, t('每次登入只簽這個網站的這一次要求。', 'What is signed is good for this site and this log-in alone.')),
    warning(),
  ],
  signing: ({ cards }) => [
    make('h1', {}, t('正在以卡片登入', 'Logging in by cards')),
    make('p', {}, cards === 'sam+hpc' ? t('請在主控台或讀卡機按鍵輸入醫事人員卡密碼，不要取出卡片。', 'Type the professional card’s PIN in the console or on the reader, and leave the card in.') : t('請不要取出卡片。設有密碼的卡片，請在主控台輸入密碼。', 'Leave the card in. Where it has a PIN, type it in the console.')),
  ],
  in: ({ who, detail, cards }) => [
    make('h1', {}, t('登入成功', 'You are logged in')),
    box('good', say(who), make('p', {}, make('code', {}, detail.join('  '))), cards === 'hc' ? t('以健保卡登入', 'by a health card') : t('以安全模組與醫事人員卡登入', 'by security module and professional card')),
    make('div', { class: 'choices' }, make('button', { type: 'button', onclick: () => set({ kind: 'looking' }) }, t('登出', 'Log out'))),
  ],
};
function draw() {
  const now = JSON.stringify([state, neighbours, failure, language]);
  if (now === drawn) return;
  drawn = now;
  frame(t('健保資訊網服務系統（模擬）', 'NHI VPN site (simulated)'));
  document.getElementById('main').replaceChildren(...(views[state.kind] ?? views.looking)(state).filter((one) => one !== undefined));
}
draw();
look();
`;

/** As pages of the web component do it: three addresses, the JSON functions, else the socket's words. */
export const componentScript = `${common}
let state = { kind: 'start' };
const set = (next) => {
  state = next;
  draw();
};
async function byHttp(base) {
  const call = async (name, inputs = {}) => {
    const answer = await post(base + name, inputs);
    if (answer.result !== '0000') throw new Error(answer.result ?? '4061');
    return answer;
  };
  const { version } = await call('GetVersion');
  const { random } = await call('GetRandom');
  const basic = await call('GetBasic');
  const { sign } = await call('SignHC', { random: version + random });
  return { card_no: basic.card_no, as_id: basic.as_id, version, random, sign };
}
function bySocket(url) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const got = {};
    const steps = ['GetVersion', 'GetRandom', 'GetBasic', 'H_Sign'];
    const next = () => socket.send(steps[0] === 'H_Sign' ? 'H_Sign?Random=' + got.GetVersion + got.GetRandom : steps[0]);
    socket.onerror = () => reject(new Error('4061'));
    socket.onclose = () => reject(new Error('4061'));
    socket.onopen = next;
    socket.onmessage = ({ data }) => {
      const at = data.indexOf(':');
      const value = data.slice(at + 1);
      if (/^\\d{4}$/.test(value)) return reject(new Error(value));
      got[data.slice(0, at)] = value;
      steps.shift();
      if (steps.length > 0) return next();
      const [card_no, as_id] = got.GetBasic.split(',');
      resolve({ card_no, as_id, version: got.GetVersion, random: got.GetRandom, sign: got.H_Sign });
      socket.close();
    };
  });
}
const ways = {
  59001: () => byHttp('http://localhost:59001/api/'),
  59002: () => byHttp('https://localhost:59002/api/'),
  7777: () => bySocket('wss://localhost:7777/echo'),
};
async function logIn(way) {
  set({ kind: 'working', way });
  try {
    const outcome = await post('/component', await ways[way]());
    set(outcome.ok ? { kind: 'in', way, ...outcome } : { kind: 'failed', way, why: outcome.why });
  } catch (error) {
    set({ kind: 'failed', way, code: /^\\d{4}$/.test(error.message) ? error.message : '' });
  }
}
const buttons = () => make('div', { class: 'choices' }, ...Object.keys(ways).map((way) => make('button', { type: 'button', disabled: state.kind === 'working', onclick: () => logIn(way) }, way)));
const views = {
  start: () => [],
  working: ({ way }) => [make('p', {}, t('正在讀卡：', 'Reading the card: ') + way)],
  in: ({ who, detail, way }) => [box('good', t('登入成功：', 'Logged in: ') + say(who), make('p', {}, make('code', {}, detail.join(' ') + ' ' + way)))],
  failed: ({ code, why, way }) => [
    box('bad', t('登入失敗：', 'Not logged in: ') + way + ' ' + (why === undefined ? code : say(why)), why === undefined && code === '' ? t('元件沒有回應，或還沒有允許這個網站。請在主控台允許後再試一次。', 'The component did not answer, or has not let this site in yet. Allow it in the console and try again.') : ''),
  ],
};
function draw() {
  const now = JSON.stringify([state, language]);
  if (now === drawn) return;
  drawn = now;
  frame(t('網路服務元件登入（模擬）', 'Log-in by the web component (simulated)'));
  document.getElementById('main').replaceChildren(
    make('h1', {}, t('以健保卡登入', 'Log in by health card')),
    make('p', {}, t('這一頁以原有網路服務元件的介面讀卡。選擇一個位址：', 'This page reads cards as pages of the existing web component do. Choose an address:')),
    buttons(),
    ...views[state.kind](state),
  );
}
draw();
`;
