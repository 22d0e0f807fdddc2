/** @module One page a function. */

import type { Say } from '../../src/base/say.ts';
import { about, resultMeaning, resultTables } from '../../src/catalogue/index.ts';
import type { Api, Need, Param } from '../../src/catalogue/schema.ts';
import { directionWords, needWords, paramWord, roleWords } from '../../src/catalogue/words.ts';
import type { Book } from './book.ts';
import { colon, type Lang, layoutsOf } from './book.ts';
import { cliSample, httpSample } from './door-samples.ts';
import { type Content, type Html, html, slug } from './html.ts';
import { ruler } from './ruler.ts';
import { type Sample, samplesOf } from './samples.ts';
import { apiFile, type Page, pageOf } from './shell.ts';

const badge = (words: Content, kind = ''): Html => html`<li class="badge ${kind}">${words}</li>`;
const linkTo = (page: Page, key: string): Html => {
  const api = page.book.apis.find((one) => one.no === key || one.name === key);
  return api ? html`<a href="${page.to(apiFile(api))}">${api.no} <code>${api.name}</code></a>` : html`${key}`;
};
const codeLink = (page: Page, code: number): Html =>
  page.book.errors.some((one) => one.code === code)
    ? html`<a class="code" href="${page.to('errors.html')}#c${slug(String(code))}">${code}</a>`
    : html`<span class="code">${code}</span>`;

/** Of a function that nobody has written about yet: what its declaration says. */
function derived(api: Api): Say {
  const zh = api.writes
    ? '寫入資料。'
    : api.params.some((param) => param.direction !== 'in')
      ? '讀取資料。'
      : '執行一項作業。';
  const en = api.writes
    ? 'It writes.'
    : api.params.some((param) => param.direction !== 'in')
      ? 'It reads.'
      : 'It does something.';
  return { zh: `${api.title.zh}。${zh}`, en: `${api.title.en}. ${en}` };
}

function badges({ word }: Page, api: Api): Html {
  const profiles = ['3.5', '5.1'] as const;
  const ordinals = [...(api.ordinal === undefined ? [] : [api.ordinal]), ...Object.values(api.ownOrdinals ?? {})];
  return html`<ul class="badges">${badge(
    html`${word({ zh: '產品線', en: 'lines' })} <b>${profiles.join(' · ')}</b>`,
  )}${badge(html`${word({ zh: '始於', en: 'since' })} <b>${api.since}</b>`)}${
    ordinals.length > 0 && badge(html`${word({ zh: '序數', en: 'ordinal' })} <b>${ordinals.join(' · ')}</b>`)
  }${api.writes ? badge(word({ zh: '會寫入', en: 'writes' }), 'strong') : badge(word({ zh: '唯讀', en: 'reads only' }))}${
    api.online === 'always'
      ? badge(word({ zh: '必須連線', en: 'online only' }), 'strong')
      : api.online === 'by-category' && badge(word({ zh: '部分類別必須連線', en: 'online for some categories' }))
  }${api.roles.includes('page') && badge(word({ zh: '網頁可呼叫', en: 'open to web pages' }))}</ul>`;
}

function prototype(api: Api): Html {
  const params = api.params.map(
    (param) =>
      html`<span class="c-type">${param.cType}</span>${param.cType.endsWith('*') ? '' : ' '}<a href="#p-${slug(param.name)}">${param.name}</a>`,
  );
  return html`<pre class="prototype"><code><span class="c-type">int</span> <b>${api.name}</b>(${
    params.length === 0
      ? html`<span class="c-type">void</span>`
      : params.length < 3
        ? params.map((one, at) => html`${at > 0 && ', '}${one}`)
        : params.map((one, at) => html`${at > 0 && ','}\n    ${one}`)
  }${params.length < 3 ? '' : '\n'});</code></pre>`;
}

function needs(page: Page, api: Api): Html {
  const { word } = page;
  if (api.needs.length === 0)
    return html`<p>${word({ zh: '不需要讀卡機、卡片或網路。', en: 'Neither reader, card nor network.' })}</p>`;
  const missing = (need: Need): Content =>
    need.whenMissing === 'degrade'
      ? word({ zh: '照常回傳，資料較少', en: 'goes on with less' })
      : html`${codeLink(page, need.whenMissing)} ${word(meaning(page.book, need.whenMissing))}`;
  return html`<p>${word({ zh: '依序檢查；缺少時回傳右欄的代碼，什麼都不會改變。', en: 'Checked in this order. What is missing answers the code beside it, and nothing has changed.' })}</p>
<div class="scroll"><table><thead><tr><th scope="col">${word({ zh: '需要', en: 'needs' })}</th><th scope="col">${word({
    zh: '缺少時',
    en: 'when missing',
  })}</th></tr></thead><tbody>${api.needs.map(
    (need) =>
      html`<tr><td>${word(needWords[need.need])}${need.profile && html` <span class="quiet">（${word({ zh: '只在', en: 'only in' })} ${need.profile}）</span>`}</td><td>${missing(need)}</td></tr>`,
  )}</tbody></table></div>`;
}
const meaning = (book: Book, code: number): Say => {
  const entry = book.errors.find((one) => one.code === code);
  return { zh: entry?.zh ?? '', en: entry?.en ?? '' };
};

function lengthOf(param: Param, word: Page['word']): Content {
  if (param.kind === 'records') return html`${param.record?.length ?? ''} × <code>${param.countedBy ?? 'n'}</code>`;
  if (param.variants)
    return [param.record?.length ?? param.length, ...Object.values(param.variants).map((one) => one.length)].join(
      ' / ',
    );
  if (param.kind === 'text' || param.kind === 'char')
    return param.kind === 'char' ? '1' : html`${param.length ?? ''} + NUL`;
  if (param.length !== undefined) return param.length;
  if (param.maxRead !== undefined) return html`≤ ${param.maxRead - 1} + NUL`;
  return param.kind === 'int' ? '' : word({ zh: '2', en: '2' });
}

function parameters(page: Page, api: Api): Html {
  const { word } = page;
  if (api.params.length === 0) return html`<p>${word({ zh: '沒有參數。', en: 'It takes no parameters.' })}</p>`;
  return html`<div class="scroll"><table class="params"><thead><tr><th scope="col">${word({ zh: '名稱', en: 'name' })}</th><th scope="col">${word(
    { zh: '方向', en: 'direction' },
  )}</th><th scope="col">${word({ zh: '型別', en: 'type' })}</th><th scope="col">${word({ zh: '位元組', en: 'bytes' })}</th><th scope="col">${word(
    { zh: '意義', en: 'meaning' },
  )}</th></tr></thead><tbody>${api.params.map((param) => {
    const table = page.book.tables.find((one) => one.name === param.table);
    const hasLayout = param.record !== undefined;
    return html`<tr id="p-${slug(param.name)}"><td><code>${param.name}</code></td><td>${word(directionWords[param.direction])}</td><td class="nowrap"><code>${
      param.cType
    }</code></td><td class="number">${lengthOf(param, word)}</td><td>${word(param.title)}<br><span class="quiet">${word(paramWord(param))}${
      table && html`；<a href="${page.to('tables.html')}#${slug(table.name)}">${word(table.title)}</a>`
    }${hasLayout && html` · <a href="#l-${slug(param.name)}">${word({ zh: '版面', en: 'layout' })}</a>`}</span></td></tr>`;
  })}</tbody></table></div>`;
}

interface Marker {
  readonly title: Say;
  readonly reading: Say;
  readonly writing: Say;
}
const markers: { readonly [marker: string]: Marker } = {
  icd10: {
    title: { zh: 'ICD-10 標記', en: 'ICD-10 marker' },
    reading: {
      zh: '呼叫前把緩衝區填滿空白，並在每個診斷碼的位置放入九個字元 [XXXXXXX]；回傳時各為空白、七個字元、空白。',
      en: 'Before the call fill the buffer with blanks and put the nine characters [XXXXXXX] at each code field; each comes back as a blank, seven characters and a blank.',
    },
    writing: {
      zh: '每個診斷碼以中括號包住七個字元（不足補空白）傳入。',
      en: 'Each code comes as seven characters, padded with blanks, in brackets.',
    },
  },
};

function layouts(page: Page, api: Api): Content {
  const { book, word, to } = page;
  const all = layoutsOf(api);
  if (all.length === 0) return undefined;
  return html`<section id="layouts"><h2>${word({ zh: '資料版面', en: 'Layouts' })}</h2>
<p class="quiet">${word({ zh: '位置從 1 起算，與手冊相同。尺上每一段是一個欄位，左上角是第一個位元組，右上角是最後一個；顏色代表內容的種類。', en: 'Places count from 1, as in the manual. Each piece of tape is a field: its first byte at the top left, its last at the top right; the colour tells what kind of value it holds.' })} <a href="${to('guide.html')}#ruler">${word({ zh: '圖例', en: 'legend' })}</a></p>
${all.map(({ param, marker, spec }) => {
  const plain = marker === undefined ? undefined : api.params.find((one) => one.name === param)?.record;
  const counted = api.params.find((one) => one.name === param)?.countedBy;
  const known = marker === undefined ? undefined : markers[marker];
  return html`<section id="l-${slug(param)}${marker === undefined ? '' : `-${slug(marker)}`}" class="layout"><h3><code>${param}</code> ${word(spec.title)}${
    marker !== undefined && html` <span class="with">${known ? word(known.title) : marker}</span>`
  } <span class="bytes">${spec.length} ${word({ zh: '位元組', en: 'bytes' })}${counted !== undefined && html` × <code>${counted}</code>`}</span></h3>${
    known && html`<p>${word(api.writes ? known.writing : known.reading)}</p>`
  }${ruler(book, spec, word, to, plain)}</section>`;
})}</section>`;
}

/** Values that are results: a table of them, or one for each value of the parameter that chooses. */
function results({ word, to }: Page, api: Api): Content {
  const all = resultTables(api);
  if (all.length === 0) return undefined;
  return html`<p>${word({
    zh: '小於 1000 的回傳值是結果，其他為代碼。',
    en: 'Values below 1000 are results, the others are codes.',
  })}</p><div class="results">${all.map(
    (table, at) =>
      html`<div><h3>${api.resultsBy !== undefined && html`<code>${api.resultsBy} = ${at + 1}</code> `}<a href="${to('tables.html')}#${slug(table.name)}">${word(table.title)}</a></h3><div class="scroll"><table><tbody>${Object.entries(
        table.codes,
      ).map(
        ([value, words]) => html`<tr><td class="code">${value}</td><td>${word(words)}</td></tr>`,
      )}</tbody></table></div></div>`,
  )}</div>`;
}

function returns(page: Page, api: Api): Html {
  const { book, word } = page;
  if (api.returns.length === 0)
    return html`<p>${word({ zh: '回傳值就是結果，沒有錯誤代碼。', en: 'The value returned is the result; there are no codes.' })}</p>`;
  const codes = api.returns.filter((code) => resultMeaning(api, code) === undefined);
  return html`${results(page, api)}<div class="scroll"><table class="returns"><thead><tr><th scope="col">${word({ zh: '代碼', en: 'code' })}</th><th scope="col">${word({ zh: '意義', en: 'meaning' })}</th><th scope="col">${word(
    { zh: '可能原因', en: 'likely cause' },
  )}</th><th scope="col">${word({ zh: '怎麼辦', en: 'what to do' })}</th></tr></thead><tbody>${codes.map((code) => {
    const entry = book.errors.find((one) => one.code === code);
    if (entry === undefined) return html`<tr><td>${codeLink(page, code)}</td><td colspan="3"></td></tr>`;
    return html`<tr${entry.data && html` class="good"`}><td>${codeLink(page, code)}</td><td>${word(entry)}${
      entry.data && code !== 0 && html` <span class="tag">${word({ zh: '資料有效', en: 'data valid' })}</span>`
    }</td><td>${code === 0 ? '' : word(entry.cause)}</td><td>${code === 0 ? '' : word(entry.todo)}</td></tr>`;
  })}</tbody></table></div>`;
}

function samples(page: Page, api: Api): Html {
  const { word } = page;
  const list = samplesOf(page.book, api, page.lang);
  const panel = (one: Sample, at: number): Html =>
    html`<div class="panel" id="s-${one.id}" data-tab="${one.id}"><h3 id="t-${one.id}">${one.title}</h3><pre><code>${one.code}</code></pre>${at < 0 && ''}</div>`;
  return html`<div class="tabs" data-label="${word({ zh: '程式語言', en: 'language' })}">${list.map(panel)}</div>
<div class="beside"><div><h3>HTTP</h3><pre><code>${httpSample(page.book, api)}</code></pre></div><div><h3>${word({ zh: '命令列', en: 'Command line' })}</h3><pre><code>${cliSample(page.book, api)}</code></pre></div></div>
<p class="quiet">${word({
    zh: '各語言的宣告檔與完整範例在 native/ 之下。$URL 與 $TOKEN 在世界資料夾的 run/discovery.json。',
    en: "Declarations and whole programs stand in native/, a folder for each language. $URL and $TOKEN are in run/discovery.json of the world's folder.",
  })} <a href="${page.to('guide.html')}#calling">${word({ zh: '呼叫須知', en: 'how to call' })}</a></p>`;
}

export function functionPage(book: Book, lang: Lang, api: Api): string {
  const at = book.apis.indexOf(api);
  const [before, after] = [book.apis[at - 1], book.apis[at + 1]];
  const number = /^\d/.test(api.no) ? `${api.no} ` : '';
  return pageOf(
    book,
    lang,
    apiFile(api),
    `${number}${api.name}`,
    (page) => {
      const { word, to } = page;
      const other: Lang = lang === 'zh' ? 'en' : 'zh';
      return html`<p class="crumbs"><a href="${to('index.html')}">${word({ zh: '函式', en: 'Functions' })}</a></p>
<h1>${number && html`<span class="no">${number.trim()}</span> `}<span class="name">${api.name}</span></h1>
<p class="lead">${word(api.title)} <span class="quiet" lang="${other === 'zh' ? 'zh-Hant-TW' : 'en'}">${api.title[other]}</span></p>
${badges(page, api)}
${
  api.deprecated &&
  html`<div class="callout warn"><p><strong>${word({ zh: '已停用', en: 'Deprecated' })}</strong> (${api.deprecated.since})${word(colon)}${word(api.deprecated.why)}</p><p>${word({ zh: '改用', en: 'Use' })} ${linkTo(page, api.deprecated.replacedBy)}</p></div>`
}${api.replaces && html`<p>${word({ zh: '取代', en: 'Replaces' })} ${linkTo(page, api.replaces)}</p>`}
<p>${word(about[api.name] ?? derived(api))}</p>
${prototype(api)}
${
  api.aliases.length > 0 &&
  html`<p class="quiet">${word({ zh: '也以此名稱匯出：', en: 'Also exported as ' })}${api.aliases.map((alias, index) => html`${index > 0 && ', '}<code>${alias}</code>`)}</p>`
}
<section id="needs"><h2>${word({ zh: '需要', en: 'Needs' })}</h2>${needs(page, api)}</section>
<section id="parameters"><h2>${word({ zh: '參數', en: 'Parameters' })}</h2>${parameters(page, api)}</section>
${layouts(page, api)}
<section id="returns"><h2>${word({ zh: '回傳代碼', en: 'Return codes' })}</h2>${returns(page, api)}</section>
<section id="samples"><h2>${word({ zh: '範例', en: 'Samples' })}</h2>${samples(page, api)}</section>
<section id="more"><h2>${word({ zh: '其他', en: 'More' })}</h2><dl class="more"><dt>${word({ zh: '誰可以呼叫', en: 'who may call' })}</dt><dd>${api.roles
        .map((role) => word(roleWords[role]))
        .join(
          word({ zh: '、', en: ', ' }),
        )}</dd><dt>${word({ zh: '來源', en: 'source' })}</dt><dd>${api.source}</dd></dl></section>
<nav class="turn" aria-label="${word({ zh: '前後函式', en: 'neighbours' })}">${before ? html`<a href="${to(apiFile(before))}" rel="prev">← ${before.no} ${before.name === before.no ? '' : before.name}</a>` : html`<span></span>`}${
        after &&
        html`<a href="${to(apiFile(after))}" rel="next">${after.no} ${after.name === after.no ? '' : after.name} →</a>`
      }</nav>`;
    },
    { side: true },
  );
}
