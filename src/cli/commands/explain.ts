/** @module What there is to know of one thing: a return code, a function, a code table or one of its codes, or some words. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Say, say } from '../../base/index.ts';
import {
  type Api,
  about,
  apiByName,
  apis,
  type CodeTable,
  catalogueJson,
  cPrototype,
  type ErrorEntry,
  errorByCode,
  errors,
  type Field,
  faq,
  faqValues,
  type Group,
  allTables as known,
  type Param,
  type Question,
  type RecordSpec,
  resultMeaning,
  resultTables,
  returnMeaning,
  wholeLayout,
  words,
} from '../../catalogue/index.ts';
import { usage } from '../context.ts';
import { type Output, table } from '../output.ts';

/** The section of the manual; a function without one has its name alone. */
export const numberOf = (api: Api): string => (api.no === api.name ? '' : api.no);
const titleOf = (api: Api): string => [numberOf(api), api.name].filter(Boolean).join(' ');

export function explain(output: Output, what: string) {
  const entry = /^-?\d{1,5}$/.test(what) ? errorByCode(Number(what)) : undefined;
  if (entry) return explainCode(output, entry);
  const asked = /^q(\d{1,2})$/i.exec(what)?.[1];
  const question = faq.find(({ no }) => no === Number(asked));
  if (question) return explainQuestion(output, question);
  if (what.toLowerCase() === 'faq') return listQuestions(output);
  const api = apiByName(what);
  if (api) return explainApi(output, api);
  const whole = known.find((one) => one.name === what);
  if (whole) return explainTable(output, whole);
  const coded = known.filter((one) => Object.hasOwn(one.codes, what));
  if (coded.length > 0) {
    const { word, style } = output;
    const rows = coded.map((one) => ({ table: one.title, code: one.codes[what] as Say }));
    if (output.json) return output.value(rows);
    return output.line(table(rows.map((one) => [what, word(one.code), style('dim', word(one.table))])));
  }
  const heard = Object.hasOwn(ofOthers, what) ? ofOthers[what] : undefined;
  if (heard) return output.json ? output.value({ code: Number(what), ...heard }) : output.line(output.word(heard));
  return find(output, what);
}

/** Codes that a HIS may show and none of our functions returns. */
const ofOthers: { readonly [code: string]: Say } = {
  9240: say({
    zh: '9240：主控台沒有執行。啟動 csfsim（opencshis start --minimised），再問到它回答為止；本程式的函式庫此時回 -1（csOpenCom）或 4000',
    en: '9240: the console is not running. Start csfsim (opencshis start --minimised) and ask until it answers; our own library answers -1 (csOpenCom) or 4000 meanwhile',
  }),
};

/** Whatever has all the words in a title or a name. */
function find(output: Output, what: string) {
  const { word, style } = output;
  const wanted = what.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (...texts: readonly string[]): boolean =>
    wanted.length > 0 && wanted.every((one) => texts.join(' ').toLowerCase().includes(one));
  const functions = apis.filter((api) => has(api.name, api.title.zh, api.title.en, ...api.aliases));
  const codes = errors.filter((one) => has(one.zh, one.en));
  const of = known.filter((one) => has(one.name, one.title.zh, one.title.en));
  if (functions.length + codes.length + of.length === 0)
    throw usage(
      say({
        zh: `找不到 ${what}：可以是回傳代碼、函式編號或名稱、代碼表的代碼，或標題中的文字`,
        en: `nothing is known as ${what}: a return code, a function's number or name, a code of a table, or words of a title`,
      }),
      say({ zh: 'opencshis catalogue 列出所有函式', en: 'opencshis catalogue lists all functions' }),
    );
  if (output.json) return output.value({ functions: catalogueJson(functions), codes, tables: of });
  const rows = [
    ...functions.map((api) => [numberOf(api) || '·', style('bold', api.name), word(api.title)]),
    ...codes.map((one) => [style('bold', String(one.code)), '', word(one)]),
    ...of.map((one) => ['', style('cyan', one.name), word(one.title)]),
  ];
  output.line(table(rows));
}

function explainCode(output: Output, entry: ErrorEntry) {
  const { word, style } = output;
  const uses = apis.filter((api) => api.returns.includes(entry.code) && !resultMeaning(api, entry.code));
  if (output.json) return output.value({ ...entry, functions: uses.map((api) => api.name) });
  const other = output.language === 'zh' ? entry.en : entry.zh;
  output.line(`${style('bold', String(entry.code))}  ${word(entry)}  ${style('dim', other)}`);
  output.line(
    table([
      [word(say({ zh: '原因', en: 'cause' })), word(entry.cause)],
      [word(say({ zh: '怎麼辦', en: 'what to do' })), word(entry.todo)],
      [
        word(say({ zh: '有資料', en: 'with data' })),
        word(
          entry.data ? say({ zh: '有，回傳內容有效', en: 'yes, the answer is valid' }) : say({ zh: '沒有', en: 'no' }),
        ),
      ],
      ...(entry.reachBy === undefined
        ? []
        : [
            [
              word(say({ zh: '重現', en: 'to see it' })),
              `opencshis world fault ${entry.reachBy}  ${style('dim', word(say({ zh: '（模擬世界）', en: '(simulated worlds)' })))}`,
            ],
          ]),
      [
        word(say({ zh: '函式', en: 'functions' })),
        uses.slice(0, 8).map(titleOf).join(', ') + (uses.length > 8 ? ` +${uses.length - 8}` : '') || '—',
      ],
    ]),
  );
}

function listQuestions(output: Output) {
  if (output.json) return output.value(faq);
  output.line(table(faq.map(({ no, question }) => [output.style('bold', `Q${no}`), output.word(question)])));
}

/** Commands as the reader types them, his own values in words. */
function explainQuestion(output: Output, { no, question, answer, steps, apis: of, codes }: Question) {
  const { word, style } = output;
  if (output.json) return output.value(faq.find((one) => one.no === no));
  output.line(`${style('bold', `Q${no}`)}  ${word(question)}`);
  for (const line of folded(word(answer), 92)) output.line(`  ${line}`);
  for (const [at, step] of steps.entries()) {
    output.line(`  ${at + 1}. ${word(step.say)}`);
    if (step.command) output.line(`     ${style('cyan', withWords(step.command, word))}`);
    if (step.page)
      output.line(`     ${style('dim', word(say({ zh: `主控台 #/${step.page}`, en: `console #/${step.page}` })))}`);
  }
  const more = [...of, ...codes.map(String)];
  if (more.length > 0)
    output.line(style('dim', `  ${word(say({ zh: '更多', en: 'more' }))} opencshis explain ${more.join(' | ')}`));
}

const withWords = (command: string, word: Output['word']): string =>
  command.replace(/<(\w+)>/g, (all, name: string) => {
    const known = faqValues[name];
    return known ? `<${word(known)}>` : all;
  });

function explainTable(output: Output, one: CodeTable) {
  if (output.json) return output.value(one);
  output.line(output.style('bold', output.word(one.title)));
  output.line(
    table(Object.entries(one.codes).map(([code, meaning]) => [code.trim() === '' ? '␠' : code, output.word(meaning)])),
  );
}

function explainApi(output: Output, api: Api) {
  const { word, style } = output;
  if (output.json) return output.value(catalogueJson([api])[0]);
  output.line(`${style('bold', titleOf(api))}  ${word(api.title)}`);
  const written = about[api.name];
  if (written) for (const line of folded(word(written), 92)) output.line(`  ${line}`);
  if (api.deprecated) output.line(style('yellow', `  ${word(api.deprecated.why)} → ${api.deprecated.replacedBy}`));
  output.line(style('dim', `  ${cPrototype(api)}`));
  const ordinals = [api.ordinal, ...Object.values(api.ownOrdinals ?? {})].filter((one) => one !== undefined);
  const facts: (readonly [Say, string])[] = [
    [say({ zh: '始於', en: 'since' }), api.since],
    ...(ordinals.length > 0 ? [[say({ zh: '序數', en: 'ordinal' }), ordinals.join(', ')] as const] : []),
    ...(api.replaces ? [[say({ zh: '取代', en: 'replaces' }), api.replaces] as const] : []),
    ...(api.online
      ? [
          [
            say({ zh: '連線', en: 'online' }),
            word(
              api.online === 'always'
                ? say({ zh: '必須', en: 'always' })
                : say({ zh: '依就醫類別', en: 'for some categories' }),
            ),
          ] as const,
        ]
      : []),
    [say({ zh: '來源', en: 'source' }), api.source],
  ];
  output.line(table(facts.map(([name, value]) => [word(name), value])));
  section(output, say({ zh: '需要（缺少時的代碼）', en: 'needs (and what is answered without)' }), [
    ...api.needs.map((one) => [
      word(words.needWords[one.need]) + (one.profile ? ` (${one.profile})` : ''),
      one.whenMissing === 'degrade' ? word(say({ zh: '資料較少', en: 'goes on with less' })) : String(one.whenMissing),
    ]),
  ]);
  section(
    output,
    say({ zh: '輸入', en: 'inputs' }),
    api.params
      .filter((param) => param.direction !== 'out' && param.kind !== 'length' && param.kind !== 'unused')
      .map((param) => [
        param.name,
        word(param.title),
        style('dim', word(words.paramWord(param)) + (param.table ? ` · ${param.table}` : '')),
      ]),
  );
  section(
    output,
    say({ zh: '輸出', en: 'outputs' }),
    api.params
      .filter((param) => param.direction === 'out' && param.record === undefined)
      .map((param) => [
        param.name,
        word(param.title),
        style('dim', word(param.kind === 'fixedOut' ? atMost(param) : words.paramWord(param))),
      ]),
  );
  for (const param of api.params) {
    const whole = wholeLayout(param);
    if (whole) layout(output, param.name, whole);
    for (const [marker, spec] of Object.entries(param.variants ?? {}))
      layout(output, `${param.name} [${marker}]`, spec);
  }
  for (const [at, one] of resultTables(api).entries())
    section(
      output,
      api.resultsBy === undefined
        ? one.title
        : { zh: `${api.resultsBy}=${at + 1}：${one.title.zh}`, en: `${api.resultsBy}=${at + 1}: ${one.title.en}` },
      Object.entries(one.codes).map(([value, meaning]) => [value, word(meaning)]),
    );
  section(
    output,
    say({ zh: '回傳', en: 'returns' }),
    api.returns
      .filter((code) => resultMeaning(api, code) === undefined)
      .map((code) => [String(code), word(returnMeaning(api, code))]),
  );
  const page = pageOf(api, output.language);
  if (page) output.line(style('dim', `  ${word(say({ zh: '更多', en: 'more' }))} ${page}`));
}

/** Bytes of an answer that no length goes with. */
const atMost = ({ length = 0 }: Param): Say =>
  say({ zh: `最多 ${length} 位元組，沒有長度參數`, en: `${length} bytes at most; it has no length parameter` });

function section(output: Output, title: Say, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  output.line(`  ${output.style('cyan', output.word(title))}`);
  output.line(table(rows, '    '));
}

/** A layout, its repeated groups once. */
function layout(output: Output, name: string, spec: RecordSpec): void {
  const { word, style } = output;
  const place = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
  output.line(`  ${style('cyan', name)} ${spec.length} ${word(say({ zh: '位元組', en: 'bytes' }))}`);
  const row = (inner: string, field: Field, shift: number): readonly string[] => [
    place(field.from + shift, field.to + shift),
    inner,
    word(field.title) + (field.table ? style('dim', ` ${field.table}`) : ''),
  ];
  const rows = Object.entries(spec.parts).flatMap(([inner, part]: [string, Field | Group]) =>
    'fields' in part
      ? [
          [
            '',
            style('bold', `${inner} × ${part.count}`),
            `${word(part.title)} ${style('dim', word(say({ zh: `每組 ${part.length} 位元組，以下為第 1 組`, en: `${part.length} bytes each; the first is` })))}`,
          ],
          ...Object.entries(part.fields).map(([field, one]) => row(`  ${field}`, one, part.from - 1)),
        ]
      : [row(inner, part, 0)],
  );
  output.line(table(rows, '    '));
}

/** Lines of at most so many columns; Chinese breaks anywhere, other text between words. */
function folded(text: string, columns: number): string[] {
  const lines: string[] = [''];
  let used = 0;
  for (const piece of text.match(/[\u2e80-\uffef][，。；：、）」]*|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? []) {
    const width = [...piece].reduce((sum, one) => sum + (one >= '\u2e80' ? 2 : 1), 0);
    if (used + width > columns && used > 0) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += piece;
    used += width;
  }
  return lines.map((line) => line.trimEnd());
}

/** Its page of the API reference, where that was built or came with the package. */
function pageOf(api: Api, language: string): string | undefined {
  for (const up of ['../../../', '../../']) {
    const file = fileURLToPath(new URL(`${up}docs/site/${language}/api/${api.name}.html`, import.meta.url));
    if (existsSync(file)) return file;
  }
  return undefined;
}
