/** @module The guide (how to read the pages, how to call) and the glossary. */

import type { Kind } from '../../src/catalogue/schema.ts';
import { kindWords } from '../../src/catalogue/words.ts';
import type { Book, Lang } from './book.ts';
import { html, slug } from './html.ts';
import { families } from './ruler.ts';
import { apiFile, type Page, pageOf } from './shell.ts';

const api = ({ book, to }: Page, no: string) => {
  const found = book.apis.find((one) => one.no === no);
  return found ? html`<a href="${to(apiFile(found))}">${no}</a>` : no;
};
const code = ({ book, to }: Page, number: number) =>
  book.errors.some((one) => one.code === number)
    ? html`<a class="code" href="${to('errors.html')}#c${slug(String(number))}">${number}</a>`
    : html`${number}`;

const chinese = (page: Page) => html`
<section id="calling"><h2>呼叫須知</h2>
<ul>
<li>所有函式回傳一個整數。0 是成功；${code(page, 5010)}、${code(page, 5141)}、${code(page, 5174)} 是提示，資料照樣有效；其他代碼表示什麼都沒有寫入，緩衝區與長度也維持原樣。</li>
<li>Windows 上 32 位元程式庫為 stdcall、無修飾名稱，序數與官方相同；其他平台為一般的 C 呼叫慣例。</li>
<li>長度參數在官方標頭是 <code>short *</code>，手冊寫 <code>int *</code>；這裡一律只讀、只寫兩個位元組，兩種宣告都可以。呼叫前填入容量，太小是 ${code(page, 6018)}，什麼都不會改變。</li>
<li>緩衝區的尾端沒有 NUL，也不會超出您給的長度。文字是 Big5，位置以位元組計算。</li>
<li>輸入的文字以 NUL 結尾；補卡註記恰好一個位元組，不含 NUL。</li>
<li>3.5 要先呼叫 ${api(page, '1.31')}；5.1 會自行開啟。安全模組在需要時自行認證。</li>
<li>需要密碼的函式會等到輸入完成，最久約一分鐘；請勿在介面執行緒上呼叫。</li>
</ul></section>
<section id="icd10"><h2>ICD-10 標記</h2>
<p>卡片上的診斷碼欄位只有五個位元組。讀取（${api(page, '1.8')}、${api(page, '1.33')}、${api(page, '1.50')}）時，呼叫前把緩衝區填滿空白，並在每個診斷碼的位置放入 <code>[XXXXXXX]</code>，回傳的版面就會改為七碼；每個欄位是空白、七個字元、空白。寫入（${api(page, '1.16')}、${api(page, '1.47')}）時，每個診斷碼以 <code>[</code>、七個字元、<code>]</code> 傳入。也可以用 ${api(page, '5.1')}、${api(page, '5.2')} 自行押碼。</p></section>
<section id="exactly-once"><h2>同一次就醫只有一筆</h2>
<p>呼叫途中斷線或程式中斷時，以同樣的輸入再呼叫一次：已經寫入而沒有收到的那一筆會再回覆一次，不會變成兩筆。寫入途中卡片被取出，代碼會說明「狀態未定」；把同一張卡片放回去，程式會先核對再繼續。</p></section>`;

const english = (page: Page) => html`
<section id="calling"><h2>How to call</h2>
<ul>
<li>Every function returns an integer. 0 is success; ${code(page, 5010)}, ${code(page, 5141)} and ${code(page, 5174)} are messages, and the data are valid; any other code means that nothing was written and that buffer and length are as they were.</li>
<li>On Windows the 32-bit library is stdcall with undecorated names and the official ordinals; elsewhere it is plain C.</li>
<li>Lengths are <code>short *</code> in the official header and <code>int *</code> in the manual. Here two bytes are read and two written, so that both work. Give the capacity before the call; too small is ${code(page, 6018)}, and nothing has changed.</li>
<li>A buffer has no NUL at its end, and nothing is written beyond the length that you gave. Text is Big5; places count bytes.</li>
<li>Input text ends with a NUL. The after-check mark is exactly one byte, without a NUL.</li>
<li>In 3.5 call ${api(page, '1.31')} first; 5.1 opens by itself. The security module verifies itself when it is needed.</li>
<li>A function that asks for a PIN waits until it is typed, about a minute at most: do not call it on the thread of your window.</li>
</ul></section>
<section id="icd10"><h2>The ICD-10 marker</h2>
<p>A diagnosis has five bytes on the card. Before reading (${api(page, '1.8')}, ${api(page, '1.33')}, ${api(page, '1.50')}) fill the buffer with blanks and put <code>[XXXXXXX]</code> at each code field: the answer then has seven characters for each, a blank on either side. When writing (${api(page, '1.16')}, ${api(page, '1.47')}) each code comes as <code>[</code>, seven characters, <code>]</code>. ${api(page, '5.1')} and ${api(page, '5.2')} pack and unpack by hand.</p></section>
<section id="exactly-once"><h2>One visit, once</h2>
<p>Where a call broke off, call again with the same inputs: a visit that was written and not delivered is answered once more and never made twice. Where a card left while it was written, the words say that it is in doubt; put the same card back, and the program checks it before it goes on.</p></section>`;

export const guidePage = (book: Book, lang: Lang): string =>
  pageOf(book, lang, 'guide.html', lang === 'zh' ? '使用說明' : 'Guide', (page) => {
    const { word } = page;
    return html`<h1>${word({ zh: '使用說明', en: 'Guide' })}</h1>
${lang === 'zh' ? chinese(page) : english(page)}
<section id="ruler"><h2>${word({ zh: '怎麼看尺', en: 'How to read a ruler' })}</h2>
<p>${word({
      zh: '最上面的細條是整個緩衝區，依比例。下面每一段是一個欄位：左上角是第一個位元組，右上角是最後一個，從 1 起算。框起來的一組重複數次，只畫第一組。',
      en: 'The thin strip on top is the whole buffer to scale. Below it each piece is a field: its first byte at the top left, its last at the top right, from 1. What stands in a frame repeats, and only its first group is drawn.',
    })}</p>
<ul class="legend">${Object.entries(families).map(([family, { title }]) => html`<li><span class="swatch k-${family}"></span>${word(title)}</li>`)}</ul>
<h3>${word({ zh: '欄位的內容', en: 'What a field holds' })}</h3>
<div class="scroll"><table><thead><tr><th scope="col">${word({ zh: '種類', en: 'kind' })}</th><th scope="col">${word({ zh: '內容', en: 'contents' })}</th></tr></thead><tbody>${(
      Object.keys(kindWords) as Kind[]
    ).map(
      (kind) => html`<tr id="kind-${kind}"><td><code>${kind}</code></td><td>${word(kindWords[kind])}</td></tr>`,
    )}</tbody></table></div></section>`;
  });

export const glossaryPage = (book: Book, lang: Lang): string =>
  pageOf(book, lang, 'glossary.html', lang === 'zh' ? '名詞' : 'Glossary', ({ word }) => {
    const other = lang === 'zh' ? 'en' : 'zh';
    return html`<h1>${word({ zh: '名詞', en: 'Glossary' })}</h1>
<dl class="terms">${book.terms.map(
      (one) =>
        html`<div id="${slug(one.id)}"><dt>${word(one.title)} <span class="quiet" lang="${other === 'zh' ? 'zh-Hant-TW' : 'en'}">${one.title[other]}</span></dt><dd>${word(one.words)}</dd></div>`,
    )}</dl>`;
  });
