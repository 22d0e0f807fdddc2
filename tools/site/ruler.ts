/**
 * @module A buffer's layout drawn as a ruler: the whole of it to scale, then each field as a piece of tape with its first
 * and last byte, repeated groups once, and the same as a table.
 */

import type { Say } from '../../src/base/say.ts';
import type { Field, Group, Kind, RecordSpec } from '../../src/catalogue/schema.ts';
import { kindWords } from '../../src/catalogue/words.ts';
import { type Book, colon, type Word } from './book.ts';
import { type Html, html, slug } from './html.ts';

/** Fields of one family have one colour everywhere. */
export const families: { readonly [family: string]: { readonly title: Say; readonly kinds: readonly Kind[] } } = {
  time: { title: { zh: '日期時間', en: 'dates and times' }, kinds: ['rocDate', 'rocDateTime', 'westernDateTime'] },
  name: {
    title: { zh: '識別與號碼', en: 'identifiers and numbers' },
    kinds: ['personId', 'hospId', 'cardNo', 'samId', 'seqNumber', 'treatNum'],
  },
  text: { title: { zh: '文字', en: 'text' }, kinds: ['text', 'alnum', 'digits'] },
  code: { title: { zh: '代碼', en: 'codes' }, kinds: ['code', 'icd', 'yesNo'] },
  sum: { title: { zh: '金額與數量', en: 'amounts and counts' }, kinds: ['money', 'count', 'uint'] },
  sign: { title: { zh: '簽章與位元組', en: 'signatures and bytes' }, kinds: ['hex', 'bytes'] },
  gap: { title: { zh: '空隙', en: 'gap' }, kinds: ['gap'] },
};
const familyOf = (kind: Kind): string =>
  Object.keys(families).find((family) => families[family]?.kinds.includes(kind)) ?? 'text';
const isGroup = (part: Field | Group): part is Group => 'fields' in part;
export const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`);

interface Strip {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}
const strips = (spec: RecordSpec): Strip[] =>
  Object.values(spec.parts).flatMap((part: Field | Group) =>
    isGroup(part)
      ? Array.from({ length: part.count }, (_, index) =>
          Object.values(part.fields).map((field) => ({
            from: field.from + part.from - 1 + index * part.length,
            to: field.to + part.from - 1 + index * part.length,
            kind: field.kind,
          })),
        ).flat()
      : [part],
  );

/** The whole buffer to scale; what is too fine to be seen there is below in large. */
function scale(spec: RecordSpec, word: Word): Html {
  // Thousands of slivers say no more than their groups do.
  const all = strips(spec);
  const drawn =
    all.length <= 120
      ? all
      : Object.values(spec.parts).flatMap((part: Field | Group): Strip[] =>
          isGroup(part)
            ? Array.from({ length: part.count }, (_, index) => ({
                from: part.from + index * part.length,
                to: part.from + (index + 1) * part.length - 1,
                kind: Object.values(part.fields)[0]?.kind ?? 'text',
              }))
            : [part],
        );
  const gap = spec.length / 900;
  return html`<div class="scale" aria-hidden="true"><span>1</span><svg viewBox="0 0 ${spec.length} 10" preserveAspectRatio="none">${drawn.map(
    (one) =>
      html`<rect class="k-${familyOf(one.kind)}" x="${one.from - 1}" y="0" width="${(one.to - one.from + 1 - gap).toFixed(3)}" height="10"></rect>`,
  )}</svg><span>${spec.length} ${word({ zh: '位元組', en: 'bytes' })}</span></div>`;
}

const tape = (name: string, field: Field, shift: number, word: Word): Html => {
  const width = field.to - field.from + 1;
  return html`<li class="tape k-${familyOf(field.kind)} b${width}"><span class="from">${field.from + shift}</span>${
    width > 1 && html`<span class="to">${field.to + shift}</span>`
  }<span class="title">${word(field.title)}</span><code>${name}</code></li>`;
};

const starts = (group: Group): string => {
  const all = Array.from({ length: group.count }, (_, index) => String(group.from + index * group.length));
  return all.length <= 12 ? all.join(', ') : `${all.slice(0, 3).join(', ')} … ${all.at(-1)}`;
};

function tapes(spec: RecordSpec, word: Word): Html {
  return html`<ol class="tapes">${Object.entries(spec.parts).map(([name, part]: [string, Field | Group]) =>
    isGroup(part)
      ? html`<li class="repeat"><p><strong>${word(part.title)}</strong> <code>${name}</code> <b class="times">× ${part.count}</b> <span>${word(
          {
            zh: `每組 ${part.length} 位元組，起點 ${starts(part)}`,
            en: `${part.length} bytes each, beginning at ${starts(part)}`,
          },
        )}</span></p><ol class="tapes">${Object.entries(part.fields).map(([inner, field]) => tape(inner, field, part.from - 1, word))}</ol></li>`
      : tape(name, part, 0, word),
  )}</ol>`;
}

/** Where a field of a variant stands without the marker. */
type Plain = (name: string, inner?: string) => Field | undefined;
const plainOf =
  (spec: RecordSpec | undefined): Plain =>
  (name, inner) => {
    const part: Field | Group | undefined = spec?.parts[name];
    if (part === undefined) return undefined;
    if (!isGroup(part)) return inner === undefined ? part : undefined;
    const field = inner === undefined ? undefined : part.fields[inner];
    return field && { ...field, from: field.from + part.from - 1, to: field.to + part.from - 1 };
  };

function fieldsTable(
  book: Book,
  spec: RecordSpec,
  word: Word,
  plain: RecordSpec | undefined,
  to: (file: string) => string,
): Html {
  const before = plainOf(plain);
  const row = (name: string, field: Field, shift: number, inner?: string): Html => {
    const old = before(name, inner);
    const table = book.tables.find((one) => one.name === field.table);
    return html`<tr><td class="number"><span class="swatch k-${familyOf(field.kind)}"></span>${range(field.from + shift, field.to + shift)}</td><td class="number">${
      field.to - field.from + 1
    }</td>${plain && html`<td class="number quiet">${old ? range(old.from, old.to) : '—'}</td>`}<td><code>${inner ?? name}</code></td><td>${word(field.title)}</td><td class="quiet">${
      table
        ? html`<a href="${to('tables.html')}#${slug(table.name)}">${word({ zh: '代碼表', en: 'code table' })}${word(colon)}${word(table.title)}</a>`
        : word(kindWords[field.kind])
    }</td></tr>`;
  };
  return html`<div class="scroll"><table class="fields"><thead><tr><th scope="col">${word({ zh: '位元組', en: 'bytes' })}</th><th scope="col">${word(
    { zh: '長度', en: 'length' },
  )}</th>${plain && html`<th scope="col">${word({ zh: '無標記時', en: 'without marker' })}</th>`}<th scope="col">${word(
    {
      zh: '欄位',
      en: 'field',
    },
  )}</th><th scope="col">${word({ zh: '意義', en: 'meaning' })}</th><th scope="col">${word({ zh: '內容', en: 'contents' })}</th></tr></thead>${Object.entries(
    spec.parts,
  ).map(([name, part]: [string, Field | Group]) =>
    isGroup(part)
      ? html`<tbody class="group"><tr><th scope="rowgroup" colspan="${plain ? 6 : 5}">${word(part.title)} <code>${name}</code> × ${part.count}<span class="quiet"> · ${word(
          {
            zh: `第 n 組加 ${part.length} × (n − 1)`,
            en: `group n: add ${part.length} × (n − 1)`,
          },
        )}</span></th></tr>${Object.entries(part.fields).map(([inner, field]) => row(name, field, part.from - 1, inner))}</tbody>`
      : html`<tbody>${row(name, part, 0)}</tbody>`,
  )}</table></div>`;
}

/** One layout; `plain` is the layout without the marker, where this one is a variant. */
export function ruler(
  book: Book,
  spec: RecordSpec,
  word: Word,
  to: (file: string) => string,
  plain?: RecordSpec,
): Html {
  return html`<div class="ruler">${scale(spec, word)}${tapes(spec, word)}</div>${fieldsTable(book, spec, word, plain, to)}`;
}

/** The classes that say how many bytes a piece of tape has: CSS rules, as a page may carry no style of its own. */
export function widthRules(book: Book): string {
  const widths = new Set<number>();
  for (const api of book.apis)
    for (const param of api.params)
      for (const spec of [param.record, ...Object.values(param.variants ?? {})])
        for (const part of Object.values(spec?.parts ?? {}) as (Field | Group)[])
          for (const field of isGroup(part) ? Object.values(part.fields) : [part])
            widths.add(field.to - field.from + 1);
  return [...widths]
    .sort((one, other) => one - other)
    .map((width) => `.b${width}{--bytes:${width};--ticks:${width > 40 ? width / 10 : width}}`)
    .join('\n');
}
