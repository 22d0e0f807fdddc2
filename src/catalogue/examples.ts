/** @module Values of examples: made up, of the right form, from the parameter's kind and its code table. */

import type { CodeTable, Field, Group, Kind, Param, RecordSpec } from './schema.ts';

interface Book {
  readonly tables: readonly CodeTable[];
}

const byKind: { readonly [kind in Kind]?: string } = {
  personId: 'A123456789',
  hospId: '3501200000',
  cardNo: '900000000012',
  samId: '350120000001',
  rocDate: '0800101',
  rocDateTime: '1150102093015',
  westernDateTime: '20260102093015',
  seqNumber: '0001',
  treatNum: 'Y0XP8XT7YDCBJGFW7OW6',
  icd: 'J45909',
  yesNo: 'Y',
};
/** Where the kind alone says too little. */
const byName: { readonly [name: string]: string } = {
  Comport: '0',
  CardType: '2',
  Type: '3',
  iEndPos: '3',
  cBabyTreat: ' ',
  orderCode: 'A123456789',
  pOrganDonate: 'A',
  pFileSize: '1234567',
  pNumber: '120',
  pPrecNumber: '860',
  pUploadFileName: '1150102.xml',
  pDownloadFileName: '1150102.zip',
  pEmergentTel: '0912345678',
};
const preferred = ['01', '1'];

/** Fields that an ordinary record leaves blank. */
const leftBlank = /^subCode\d$/;

/** The first code of a table that says something, an ordinary one where there is one. */
function firstCode(book: Book, table: string | undefined, most: number): string | undefined {
  const codes = Object.keys(book.tables.find((one) => one.name === table)?.codes ?? {}).filter(
    (code) => code.trim() !== '' && code.length <= most,
  );
  return preferred.find((code) => codes.includes(code)) ?? codes[0];
}

function valueFor(book: Book, one: { name: string; kind?: Kind; table?: string; width: number }): string {
  const value =
    byName[one.name] ??
    firstCode(book, one.table, one.width) ??
    (one.kind === 'money' ? (/^outpatientFee/.test(one.name) ? '500' : '0').padStart(one.width, '0') : undefined) ??
    (one.kind === 'count' ? '1'.padStart(one.width, '0') : undefined) ??
    (one.kind === undefined ? undefined : byKind[one.kind]) ??
    '1';
  return value.slice(0, one.width);
}

export const paramValue = (book: Book, param: Param): string =>
  valueFor(book, {
    name: param.name,
    ...(param.value === undefined ? {} : { kind: param.value }),
    ...(param.table === undefined ? {} : { table: param.table }),
    width: param.length ?? (param.maxRead ?? 21) - 1,
  });

/** One piece of a record to be written: its bytes, and what they are. */
export interface Piece {
  readonly bytes: string;
  readonly from: number;
  readonly to: number;
  readonly field: Field | undefined;
}

/** A record as pieces of exactly its length: the fields of the first group filled, the other groups blank. */
export function recordPieces(book: Book, spec: RecordSpec): readonly Piece[] {
  const pieces: Piece[] = [];
  let next = 1;
  const blanks = (to: number) => {
    if (to >= next) pieces.push({ bytes: ' '.repeat(to - next + 1), from: next, to, field: undefined });
    next = to + 1;
  };
  const put = (name: string, field: Field, shift: number) => {
    blanks(field.from + shift - 1);
    const width = field.to - field.from + 1;
    const blank = field.kind === 'gap' || (field.kind === 'icd' && leftBlank.test(name));
    const value = blank ? '' : valueFor(book, { name, ...field, width });
    pieces.push({ bytes: value.padEnd(width), from: field.from + shift, to: field.to + shift, field });
    next = field.to + shift + 1;
  };
  for (const [name, part] of Object.entries(spec.parts) as [string, Field | Group][]) {
    if ('fields' in part) {
      for (const [inner, field] of Object.entries(part.fields)) put(inner, field, part.from - 1);
      blanks(part.from + part.count * part.length - 1);
    } else put(name, part, 0);
  }
  blanks(spec.length);
  return pieces;
}
