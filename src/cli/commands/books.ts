/** @module explain, catalogue: what there is to know. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import {
  type Api,
  apiByName,
  apis,
  catalogueJson,
  cPrototype,
  errorByCode,
  flatFields,
  tables,
} from '../../catalogue/index.ts';
import { type Cli, usage } from '../context.ts';
import { type Output, table } from '../output.ts';

export function addBooks(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'explain <what>',
      say({
        zh: '說明回傳代碼或函式：5102、1.53、hisGetBasicData',
        en: 'explain a return code or a function: 5102, 1.53, hisGetBasicData',
      }),
    )
    .action(cli.run((what: string) => explain(output, what)));

  cli
    .command(program, 'catalogue', say({ zh: '所有函式', en: 'all functions' }))
    .option('--unwritten', d(say({ zh: '只列已宣告而尚未實作的', en: 'only those declared and not written yet' })))
    .action(
      cli.run(async (options: { unwritten?: boolean }) => {
        const { unwritten } = await import('../../main/unwritten.ts');
        const names = options.unwritten ? new Set(unwritten()) : undefined;
        const list = apis.filter((api) => names === undefined || names.has(api.name));
        if (output.json) return output.value(catalogueJson(list));
        if (list.length > 0)
          output.line(
            table(
              list.map((api) => [
                api.no,
                api.deprecated ? output.style('dim', api.name) : output.style('bold', api.name),
                d(api.title) +
                  (api.deprecated
                    ? output.style(
                        'yellow',
                        ` ${d(say({ zh: `已停用，改用 ${api.deprecated.replacedBy}`, en: `stopped, use ${api.deprecated.replacedBy}` }))}`,
                      )
                    : ''),
              ]),
            ),
          );
      }),
    );
}

function explain(output: Output, what: string) {
  const { word, style } = output;
  if (/^-?\d{1,5}$/.test(what)) {
    const entry = errorByCode(Number(what));
    if (entry) {
      const uses = apis.filter((api) => api.returns.includes(entry.code));
      if (output.json) return output.value({ ...entry, functions: uses.map((api) => api.name) });
      output.line(`${style('bold', what)}  ${entry.zh}`);
      output.line(`      ${entry.en}`);
      output.line(
        table([
          [word(say({ zh: '原因', en: 'cause' })), word(entry.cause)],
          [word(say({ zh: '怎麼辦', en: 'what to do' })), word(entry.todo)],
          [
            word(say({ zh: '有資料', en: 'with data' })),
            word(
              entry.data
                ? say({ zh: '有，回傳內容有效', en: 'yes, the answer is valid' })
                : say({ zh: '沒有', en: 'no' }),
            ),
          ],
          [
            word(say({ zh: '函式', en: 'functions' })),
            uses
              .slice(0, 8)
              .map((api) => `${api.no} ${api.name}`)
              .join(', ') + (uses.length > 8 ? ` +${uses.length - 8}` : '') || '—',
          ],
        ]),
      );
      return;
    }
  }
  const api = apiByName(what);
  if (api) return explainApi(output, api);
  const whole = (tables as { readonly [name: string]: { title: Say; codes: { readonly [code: string]: Say } } })[what];
  if (Object.hasOwn(tables, what) && whole) {
    if (output.json) return output.value(whole);
    output.line(style('bold', word(whole.title)));
    return output.line(table(Object.entries(whole.codes).map(([code, one]) => [code, word(one)])));
  }
  const coded = Object.values(tables).flatMap((one) =>
    typeof one === 'object' && one !== null && 'codes' in one && Object.hasOwn(one.codes, what)
      ? [{ table: one.title as Say, code: (one.codes as { [code: string]: Say })[what] as Say }]
      : [],
  );
  if (coded.length > 0) {
    if (output.json) return output.value(coded);
    output.line(table(coded.map((one) => [what, word(one.code), style('dim', word(one.table))])));
    return;
  }
  throw usage(
    say({
      zh: `找不到 ${what}：可以是回傳代碼、函式編號或名稱、代碼表的代碼`,
      en: `nothing is known as ${what}: a return code, a function's number or name, or a code of a table`,
    }),
    say({ zh: 'opencshis catalogue 列出所有函式', en: 'opencshis catalogue lists all functions' }),
  );
}

function explainApi(output: Output, api: Api) {
  const { word, style } = output;
  if (output.json) return output.value(catalogueJson([api])[0]);
  output.line(`${style('bold', `${api.no} ${api.name}`)}  ${word(api.title)}`);
  if (api.deprecated) output.line(style('yellow', `  ${word(api.deprecated.why)} → ${api.deprecated.replacedBy}`));
  output.line(style('dim', `  ${cPrototype(api)}`));
  const needs: { readonly [need: string]: Say } = {
    port: say({ zh: '連接埠開啟', en: 'port open' }),
    sam: say({ zh: '安全模組認證', en: 'SAM verified' }),
    samCard: say({ zh: '安全模組卡', en: 'SAM card' }),
    hc: say({ zh: '健保卡', en: 'health card' }),
    hcPin: say({ zh: '健保卡密碼（若有設）', en: 'its PIN, if set' }),
    hpc: say({ zh: '醫事人員卡', en: 'professional card' }),
    hpcPin: say({ zh: '醫事人員卡密碼', en: 'its PIN' }),
    network: say({ zh: '網路', en: 'network' }),
  };
  const rows = [
    [
      word(say({ zh: '需要', en: 'needs' })),
      api.needs.map((need) => word(needs[need.need] ?? say({ zh: need.need, en: need.need }))).join('、') || '—',
    ],
    [
      word(say({ zh: '輸入', en: 'in' })),
      api.params
        .filter((param) => param.direction !== 'out' && param.kind !== 'length' && param.kind !== 'unused')
        .map((param) => `${param.name} ${word(param.title)}`)
        .join('、') || '—',
    ],
    [word(say({ zh: '來源', en: 'source' })), api.source],
  ];
  output.line(table(rows));
  for (const param of api.params) {
    if (param.record === undefined) continue;
    output.line(`  ${style('cyan', param.name)} ${param.record.length} bytes`);
    const fields = flatFields(param.record);
    output.line(
      table(
        fields
          .slice(0, 40)
          .map((field) => [
            field.from === field.to ? `${field.from}` : `${field.from}-${field.to}`,
            field.name,
            word(field.title),
          ]),
        '    ',
      ),
    );
    if (fields.length > 40)
      output.line(
        `    … ${fields.length - 40} ${word(say({ zh: '個欄位（--json 全部）', en: 'more fields (--json has all)' }))}`,
      );
  }
  output.line(`  ${style('cyan', word(say({ zh: '回傳', en: 'returns' })))}`);
  output.line(
    table(
      api.returns.map((code) => [String(code), word(meaning(code))]),
      '    ',
    ),
  );
}
const meaning = (code: number): Say => {
  const entry = errorByCode(code);
  return entry ? { zh: entry.zh, en: entry.en } : { zh: '', en: '' };
};
