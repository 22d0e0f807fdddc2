/** @module Writes `src/catalogue/types.ts`, the functions as TypeScript types, from the catalogue. A test holds it to it. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { apis } from '../src/catalogue/index.ts';
import type { Api, Field, Fields, Group, Kind, Param, RecordSpec } from '../src/catalogue/schema.ts';

const numbers: readonly Kind[] = ['money', 'count', 'uint'];
const valueType = (field: Field): string =>
  numbers.includes(field.kind) ? 'number' : field.kind === 'bytes' ? 'Uint8Array' : 'string';
const property = (indent: string, name: string, field: Field): string =>
  `${indent}/** ${field.from}-${field.to} ${field.title.zh} ${field.title.en} */\n${indent}readonly ${name}: ${valueType(field)};`;
const fieldsType = (indent: string, fields: Fields): string =>
  Object.entries(fields)
    .filter(([, field]) => field.kind !== 'gap')
    .map(([name, field]) => property(indent, name, field))
    .join('\n');

function recordType(spec: RecordSpec): string {
  const parts = Object.entries(spec.parts)
    .filter(([, part]) => 'fields' in part || (part as Field).kind !== 'gap')
    .map(([name, part]: [string, Field | Group]) =>
      'fields' in part
        ? `        /** ${part.count} x ${part.length} bytes from ${part.from}: ${part.title.zh} ${part.title.en} */\n        readonly ${name}: readonly {\n${fieldsType('          ', part.fields)}\n        }[];`
        : property('        ', name, part),
    );
  return `{\n${parts.join('\n')}\n      }`;
}

const inputs = (api: Api): Param[] =>
  api.params.filter((param) => param.direction !== 'out' && !['length', 'buffer', 'unused'].includes(param.kind));
/** A file is its path or its bytes where it is read, its path where it is written: the caller's side opens it. */
const inputType = (param: Param): string =>
  param.kind === 'int' || param.kind === 'intOut'
    ? 'number'
    : param.kind === 'fileOut'
      ? 'string'
      : 'string | Uint8Array';
const mayMiss = (param: Param): boolean => param.optional === true || param.kind === 'textInOut';

function functionType(api: Api): string {
  const given = inputs(api).map(
    (param) =>
      `      /** ${param.title.zh} ${param.title.en} */\n      readonly ${param.name}${mayMiss(param) ? '?' : ''}: ${inputType(param)};`,
  );
  const buffers = api.params
    .filter((param) => param.kind === 'buffer' && param.record)
    .map((param) => `      readonly ${param.name}?: ${recordType(param.record as RecordSpec)};`);
  const block = (lines: string[]): string =>
    lines.length === 0 ? 'Record<never, never>' : `{\n${lines.join('\n')}\n    }`;
  return `  /** ${api.no} ${api.title.zh} ${api.title.en}${api.deprecated ? `\n   * @deprecated ${api.deprecated.why.en}` : ''} */\n  readonly ${api.name}: {\n    readonly in: ${block(given)};\n    readonly out: ${block(buffers)};\n  };`;
}

export const typesFile = 'src/catalogue/types.ts';
export const catalogueTypes = (): string => `/**
 * @module Every function's inputs and decoded buffers as types, generated from the catalogue: npm run types:catalogue
 * (long: one entry a function, one line a field).
 */

export interface Functions {
${apis.map(functionType).join('\n')}
}
export type ApiName = keyof Functions;
export type InputsOf<N extends ApiName> = Functions[N]['in'];
export type OutputFieldsOf<N extends ApiName> = Functions[N]['out'];
`;

if (import.meta.main) writeFileSync(path.resolve(import.meta.dirname, '..', typesFile), catalogueTypes());
