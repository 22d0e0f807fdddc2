/** @module A raw buffer measured by its layout: which bytes are which field's, and which belong to none. */

import type { Answer } from '../../client/index.ts';
import { bytesOf, type Cell, cellsOf } from './big5.ts';
import type { ApiEntry, FieldEntry, Layout } from './types.ts';

export interface Mark {
  readonly field: FieldEntry;
  /** Two shades take turns, so that neighbours are told apart. */
  readonly shade: 0 | 1;
}
export interface Ruler {
  readonly cells: readonly Cell[];
  readonly marks: readonly Mark[];
  /** The mark of each byte, by its place from 0; undefined where it belongs to no field. */
  readonly markAt: readonly (Mark | undefined)[];
}

/** Fields that end within the bytes that came: a buffer may have been asked for some of its groups. */
export function rulerOf(fields: readonly FieldEntry[], bytes: Uint8Array): Ruler {
  const marks = fields
    .filter((field) => field.kind !== 'gap' && field.to <= bytes.length)
    .map((field, at): Mark => ({ field, shade: at % 2 === 0 ? 0 : 1 }));
  const markAt: (Mark | undefined)[] = new Array(bytes.length).fill(undefined);
  for (const mark of marks) for (let at = mark.field.from; at <= mark.field.to; at++) markAt[at - 1] = mark;
  return { cells: cellsOf(bytes), marks, markAt };
}

/** The field after or before another, and round again. */
export function stepMark(ruler: Ruler, from: Mark | undefined, by: 1 | -1): Mark | undefined {
  const { marks } = ruler;
  const at = from === undefined ? (by === 1 ? -1 : 0) : marks.indexOf(from);
  return marks[(at + by + marks.length) % marks.length];
}

/** The text of a field's bytes as they stand, without the padding. */
export const textOf = (ruler: Ruler, mark: Mark): string =>
  ruler.cells
    .slice(mark.field.from - 1, mark.field.to)
    .map((cell) => cell.text)
    .join('')
    .replaceAll('\u00a0', ' ')
    .trimEnd();

/** The layout in which a buffer came: the one that the input's marker chose, known by its length or by what was asked. */
export function layoutOf(api: ApiEntry, param: string, marker: string): Layout | undefined {
  const buffer = api.buffers[param];
  return buffer?.variants[marker] ?? buffer;
}

export interface AnsweredBuffer {
  readonly param: string;
  readonly bytes: Uint8Array;
  readonly ruler: Ruler;
  /** The bytes that there was room for, and those that came. */
  readonly asked: number | undefined;
  readonly answered: number;
}
/** Every buffer of an answer, in the order of the parameters. */
export function buffersOf(api: ApiEntry, outputs: Answer['outputs'], marker = ''): AnsweredBuffer[] {
  return api.params.flatMap((param) => {
    const value = outputs[param.name];
    if (typeof value !== 'string' || (param.kind !== 'buffer' && param.kind !== 'fixedOut')) return [];
    const bytes = bytesOf(value);
    const layout = layoutOf(api, param.name, marker);
    const fields = layout?.fields ?? [
      { name: param.name, from: 1, to: bytes.length, kind: 'text', title: param.title },
    ];
    const length = api.params.find((one) => one.lengthOf === param.name);
    const answered = length === undefined ? bytes.length : Number(outputs[length.name] ?? bytes.length);
    return [
      {
        param: param.name,
        bytes,
        ruler: rulerOf(bytes.length === 0 ? [] : fields, bytes),
        asked: layout?.length ?? param.length ?? undefined,
        answered,
      },
    ];
  });
}
