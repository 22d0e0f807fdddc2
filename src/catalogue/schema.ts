/**
 * @module The words in which the catalogue is written: layouts, parameters, functions, code tables, errors.
 * Data only; `codec/` gives it behaviour, and TypeScript infers the value types from it.
 */

import type { Say } from '../base/say.ts';

/**
 * What a field holds, and so its value in TypeScript:
 * - `text` Big5, left-aligned, blank-padded · `alnum` ASCII likewise · `digits` all digits or all blanks
 * - `money` digits, zero-padded, value a number · `count` likewise
 * - `rocDate` 7 digits (a leading `-` before 1912) or blanks · `rocDateTime` 13 · `westernDateTime` 14 (yyyyMMddHHmmss)
 * - `personId`, `hospId` (10), `cardNo`, `samId` (12), `seqNumber` (4 digits or blanks), `treatNum` (20 base-36)
 * - `icd` a diagnosis code · `code` one of a code table · `yesNo` Y or N · `hex` upper-case hexadecimal
 * - `uint` an unsigned big-endian integer (fees on the card) · `bytes` raw · `gap` bytes that belong to no field (read: ignored; written: blanks)
 */
export interface KindValues {
  text: string;
  alnum: string;
  digits: string;
  money: number;
  count: number;
  rocDate: string;
  rocDateTime: string;
  westernDateTime: string;
  personId: string;
  hospId: string;
  cardNo: string;
  samId: string;
  seqNumber: string;
  treatNum: string;
  icd: string;
  code: string;
  yesNo: string;
  hex: string;
  uint: number;
  bytes: Uint8Array;
  gap: string;
}
export type Kind = keyof KindValues;

/** One field: 1-based first and last byte as the manual counts them (relative to its group inside a group). */
export interface Field<K extends Kind = Kind> {
  readonly from: number;
  readonly to: number;
  readonly kind: K;
  readonly title: Say;
  /** Name of the code table, where `kind` is `code`. */
  readonly table?: string;
}

/** A repeated group: `count` groups of `length` bytes, the first at byte `from`. */
export interface Group<F extends Fields = Fields> {
  readonly from: number;
  readonly count: number;
  readonly length: number;
  readonly title: Say;
  readonly fields: F;
}
export type Fields = { readonly [name: string]: Field };
export type Parts = { readonly [name: string]: Field | Group };

/** A buffer's layout. `length` is its exact number of bytes. */
export interface RecordSpec<P extends Parts = Parts> {
  readonly name: string;
  readonly length: number;
  readonly title: Say;
  readonly parts: P;
}

type FieldValue<F> = F extends Field<infer K> ? KindValues[K] : never;
type FieldsValue<F extends Fields> = { -readonly [N in keyof F]: FieldValue<F[N]> };
/** The TypeScript value of a record: fields by name, groups as arrays. */
export type RecordValue<R extends RecordSpec> = {
  -readonly [N in keyof R['parts']]: R['parts'][N] extends Group<infer F>
    ? FieldsValue<F>[]
    : FieldValue<R['parts'][N]>;
};

export const record = <const P extends Parts>(name: string, length: number, title: Say, parts: P): RecordSpec<P> => ({
  name,
  length,
  title,
  parts,
});
export const at = <const K extends Kind>(from: number, to: number, kind: K, zh: string, en: string): Field<K> => ({
  from,
  to,
  kind,
  title: { zh, en },
});
/** A field whose value is one of a code table. */
export const coded = (from: number, to: number, table: string, zh: string, en: string): Field<'code'> => ({
  from,
  to,
  kind: 'code',
  table,
  title: { zh, en },
});
export const group = <const F extends Fields>(
  from: number,
  count: number,
  length: number,
  zh: string,
  en: string,
  fields: F,
): Group<F> => ({ from, count, length, title: { zh, en }, fields });

/** Control software lines: dedicated reader (3.5), chip reader with the cloud security module (5.1). */
export type Profile = '3.5' | '5.1';

/** What a function must find before it runs, checked in the order in which it is listed. */
export type NeedName = 'port' | 'sam' | 'hc' | 'hcPin' | 'hpc' | 'hpcPin' | 'samCard' | 'network';
export interface Need {
  readonly need: NeedName;
  /** The code that this function's section lists when it is missing, or `degrade`: go on with less. */
  readonly whenMissing: number | 'degrade';
  /** Only in this profile; in both where it is left out. */
  readonly profile?: Profile;
}

/** How a parameter travels. Buffer and length parameters are paired by `lengthOf`. */
export type ParamKind =
  | 'text' // in, char *, NUL-terminated
  | 'char' // in, exactly one byte, without NUL
  | 'record' // in, char *: one record (or a variant of it), NUL-terminated or of its exact length
  | 'records' // in, char *: `countOf` records, one after the other
  | 'buffer' // out (or in/out, where a marker in it chooses the variant), its capacity in the parameter whose lengthOf names it
  | 'fixedOut' // out, char * without a length: at most `length` bytes
  | 'length' // in/out, int * (two bytes read, two written): capacity in, bytes written out
  | 'int' // in, int
  | 'intOut' // out or in/out, int *
  | 'textInOut' // in/out, char * without a length: no more characters back than came in
  | 'fileIn'
  | 'fileOut'
  | 'unused'; // only there so that the argument bytes are right: neither read nor written nor sent

export interface Param {
  readonly name: string;
  readonly direction: 'in' | 'out' | 'inout';
  readonly kind: ParamKind;
  readonly cType: 'char *' | 'int' | 'long' | 'int *' | 'short *' | 'const char *';
  /** Exact number of bytes of a buffer, or of the text without its NUL. */
  readonly length?: number;
  /** The most bytes that may ever be read from the caller's memory (NUL included). */
  readonly maxRead?: number;
  /** What kind of value a text holds; checked before anything happens (6018 names the parameter). */
  readonly value?: Kind;
  readonly table?: string;
  readonly record?: RecordSpec;
  /** Layouts by a marker (`icd10`): the same parts, other places. */
  readonly variants?: { readonly [marker: string]: RecordSpec };
  /** `length`: the buffer whose capacity this is. */
  readonly lengthOf?: string;
  /** `records`, counted buffers: the parameter that counts them. */
  readonly countedBy?: string;
  /** A buffer of some of its layout's groups: the parameters with the first and the last of them, from 1. */
  readonly range?: { readonly first: string; readonly last: string };
  readonly optional?: boolean;
  readonly title: Say;
}

/** Who may call: a HIS (`program`), the web page (`page`), the person at the machine (`operator`), a simulated world. */
export type Role = 'program' | 'page' | 'operator' | 'world';

export interface Api {
  /** Section of the manual: `1.53`; the name again where there is no section. */
  readonly no: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: Say;
  readonly since: string;
  readonly deprecated?: { readonly since: string; readonly replacedBy: string; readonly why: Say };
  readonly replaces?: string;
  /** Official ordinal of the export, where one is known. */
  readonly ordinal?: number;
  /**
   * Our ordinals, from 200, of the names that the official library does not have at a known one: the function itself, or
   * an alias that is exported as well.
   */
  readonly ownOrdinals?: { readonly [name: string]: number };
  readonly params: readonly Param[];
  readonly needs: readonly Need[];
  /** Every return code that the function's section lists, in its order; positive results (1.15, 1.36) included. */
  readonly returns: readonly number[];
  /** Card files (names of the card's file map) that the decision sees. */
  readonly reads: readonly string[];
  readonly writes: boolean;
  /** Categories (visit items) or `always`: must ask the data centre. */
  readonly online?: 'always' | 'by-category';
  /** A return value that is a result and not an error (1.15, 1.36, 1.51, csGetVersion). */
  readonly result?: 'value';
  /** Names of the code tables that say what those values mean. */
  readonly results?: readonly string[];
  /** The parameter whose value, from 1, says which of them. */
  readonly resultsBy?: string;
  readonly roles: readonly Role[];
  /** The manual's section or the other source. */
  readonly source: string;
}

export interface ErrorEntry {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
  readonly cause: Say;
  readonly todo: Say;
  /** The answer carries data all the same (0, 5010, 5141, 5174). */
  readonly data: boolean;
  /** The switch of a simulated world, or the situation, that makes it happen. */
  readonly reachBy?: string;
}

/** A table of codes; `C` is what is known of each code besides its name. */
export interface CodeTable<C extends object = object> {
  readonly name: string;
  readonly title: Say;
  readonly source: string;
  readonly codes: { readonly [code: string]: Say & C };
}
