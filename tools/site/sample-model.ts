/** @module A call as every language's sample needs it: what is declared, what is passed, what is read of the answer. */

import type { Say } from '../../src/base/say.ts';
import { type Piece, paramValue, recordPieces } from '../../src/catalogue/examples.ts';
import { carriesData } from '../../src/catalogue/index.ts';
import type { Api, Kind, Param, RecordSpec } from '../../src/catalogue/schema.ts';
import { paramName as nameOf } from '../declarations/model.ts';
import type { Book } from './book.ts';

export type Arg =
  /** Text that is only read; a literal will do. */
  | { readonly role: 'text'; readonly name: string; readonly value: string }
  /** Text that is read and written back. */
  | { readonly role: 'textInOut'; readonly name: string; readonly value: string }
  | { readonly role: 'record'; readonly name: string; readonly pieces: readonly Piece[]; readonly size: number }
  | { readonly role: 'buffer'; readonly name: string; readonly size: number; readonly binary: boolean }
  | { readonly role: 'length'; readonly name: string; readonly of: string; readonly size: number }
  | { readonly role: 'int'; readonly name: string; readonly value: number }
  | { readonly role: 'cell'; readonly name: string; readonly value: number }
  /** Not used by the function: nothing, or no place. */
  | { readonly role: 'none'; readonly name: string; readonly pointer: boolean };

/** A field that the sample prints; 1-based as in the manual. */
export interface Shown {
  readonly buffer: string;
  readonly from: number;
  readonly to: number;
  readonly title: Say;
}

export interface Model {
  readonly api: Api;
  readonly args: readonly Arg[];
  /** Codes with which the answer may be read. */
  readonly good: readonly number[];
  readonly shown: readonly Shown[];
}

/** What a person would look at first, in this order; raw bytes and signatures never. */
const telling: readonly Kind[] = [
  'treatNum',
  'text',
  'personId',
  'rocDateTime',
  'seqNumber',
  'icd',
  'count',
  'money',
  'rocDate',
  'code',
  'digits',
  'alnum',
  'westernDateTime',
  'cardNo',
  'hospId',
  'samId',
];
function shownOf(name: string, spec: RecordSpec, most: number): Shown[] {
  const fields = Object.values(spec.parts).flatMap((part) =>
    'fields' in part
      ? Object.values(part.fields).map((field) => ({ field, shift: part.from - 1 }))
      : [{ field: part, shift: 0 }],
  );
  const rank = (kind: Kind): number => telling.indexOf(kind);
  return fields
    .filter(({ field }) => rank(field.kind) >= 0)
    .sort((one, other) => rank(one.field.kind) - rank(other.field.kind))
    .slice(0, most)
    .sort((one, other) => one.field.from + one.shift - other.field.from - other.shift)
    .map(({ field, shift }) => ({
      buffer: name,
      from: field.from + shift,
      to: field.to + shift,
      title: field.title,
    }));
}

function argOf(book: Book, api: Api, param: Param): Arg {
  const name = nameOf(param);
  const value = () => paramValue(book, param);
  switch (param.kind) {
    case 'unused':
      return param.cType === 'char *' || !param.cType.endsWith('*')
        ? { role: 'none', name, pointer: param.cType.endsWith('*') }
        : { role: 'cell', name, value: 0 };
    case 'int':
      return { role: 'int', name, value: Number(value()) };
    case 'intOut':
      return { role: 'cell', name, value: param.direction === 'inout' ? 1 : 0 };
    case 'length': {
      const of = api.params.find((one) => one.name === param.lengthOf);
      return { role: 'length', name, of: of ? nameOf(of) : '', size: of?.length ?? 0 };
    }
    case 'buffer':
    case 'fixedOut':
      return {
        role: 'buffer',
        name,
        size: param.length ?? 0,
        binary: Object.values(param.record?.parts ?? {}).some((part) => !('fields' in part) && part.kind === 'bytes'),
      };
    case 'record':
    case 'records': {
      const pieces = param.record ? recordPieces(book, param.record) : [];
      return { role: 'record', name, pieces, size: param.record?.length ?? 0 };
    }
    case 'textInOut':
      return { role: 'textInOut', name, value: value() };
    default:
      return { role: 'text', name, value: value() };
  }
}

export function modelOf(book: Book, api: Api): Model {
  const buffers = api.params.filter((param) => param.kind === 'buffer' && param.record);
  const shown = buffers.flatMap((param) =>
    param.record ? shownOf(nameOf(param), param.record, buffers.length > 1 ? 1 : 3) : [],
  );
  return {
    api,
    args: api.params.map((param) => argOf(book, api, param)),
    good: api.returns.filter((code) => carriesData(code)),
    shown,
  };
}
