/** @module native/node/cshis.mjs: Node through koffi. */

import { banner, codes, type DeclaredParam, functions, heading, layouts, type Place } from './model.ts';

const typeOf = (param: DeclaredParam): string =>
  ({
    value: param.long ? 'long ' : 'int ',
    text: 'const char *',
    record: '_In_ uint8_t *',
    buffer: '_Inout_ uint8_t *',
    cell: '_Inout_ short *',
  })[param.passing];
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);
const key = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);
const fieldsOf = (fields: readonly Place[], indent: string): string =>
  fields.map((one) => `${indent}${key(one.name)}: [${one.at}, ${one.length}], // ${one.zh} / ${one.en}`).join('\n');
const prototype = (one: (typeof functions)[number]): string =>
  `int __stdcall ${one.name}(${one.params.map((param) => `${typeOf(param)}${param.name}`).join(', ') || 'void'})`;

export const nodeModule = (): string => `${banner('cshis.mjs', 'Node（koffi）宣告', 'declarations for Node (koffi)')
  .map((line) => `// ${line}`)
  .join('\n')}
//
// 文字參數給字串，緩衝區與紀錄給 Buffer，長度給只有一個數字的陣列（呼叫後是寫入的長度）；文字是 Big5。
// Texts are strings, buffers and records Buffers, a length an array of one number, changed by the call; text is Big5.
import koffi from 'koffi';

/** 函式，依名稱 / the functions, by name. */
export function load(file = process.platform === 'win32' ? 'CsHis.dll' : 'libcshis.so') {
  const library = koffi.load(file);
  return Object.fromEntries(prototypes.map((one) => [/(\\w+)\\(/.exec(one)?.[1], library.func(one)]));
}

/** 一個緩衝區的欄位，依名稱 / a buffer's fields, by name. */
export function decode(fields, buffer) {
  const big5 = new TextDecoder('big5');
  return Object.fromEntries(
    Object.entries(fields).map(([name, [at, length]]) => [
      name,
      big5.decode(buffer.subarray(at, at + length)).trimEnd(),
    ]),
  );
}

const prototypes = [
${functions.map((one) => `  // ${heading(one)}\n  '${prototype(one)}',`).join('\n')}
];

/** 回傳碼 / return codes. */
export const codes = new Map([
${codes.map((code) => `  [${code.code}, { zh: ${quoted(code.zh)}, en: ${quoted(code.en)} }],`).join('\n')}
]);

/** 欄位：[由 0 起算的位置, 長度] / fields: [place from 0, length]. */
export const layouts = {
${layouts
  .map((layout) => {
    const groups = layout.groups.map(
      (group) =>
        `    ${group.name}: {\n      at: ${group.at},\n      count: ${group.count},\n      step: ${group.step},\n      fields: {\n${fieldsOf(group.fields, '        ')}\n      },\n    },`,
    );
    const fields = layout.fields.length > 0 ? [`    fields: {\n${fieldsOf(layout.fields, '      ')}\n    },`] : [];
    return `  // ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n  ${layout.name}: {\n    length: ${layout.length},\n${[...fields, ...groups].join('\n')}\n  },`;
  })
  .join('\n')}
};
`;
