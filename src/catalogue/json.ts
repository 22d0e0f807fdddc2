/** @module The catalogue as JSON: every field of every group spelled out, 1-based as in the manual. */

import type { Say } from '../base/say.ts';
import { about } from './about.ts';
import { apis, exportsOf } from './apis/index.ts';
import { errorByCode } from './errors/index.ts';
import { paramValue, recordPieces } from './examples.ts';
import { allTables } from './results.ts';
import type { Api, Field, Group, Kind, Param, RecordSpec } from './schema.ts';

export interface JsonField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly title: Say;
  /** Name of the code table, where `kind` is `code`. */
  readonly table?: string;
}

/** Every field with its own place; the first group's is `visits[1].treatItem`. */
export function flatFields(spec: RecordSpec): JsonField[] {
  const one = (name: string, field: Field, shift: number): JsonField => ({
    name,
    from: field.from + shift,
    to: field.to + shift,
    kind: field.kind,
    title: field.title,
    ...(field.table === undefined ? {} : { table: field.table }),
  });
  return Object.entries(spec.parts).flatMap(([name, part]: [string, Field | Group]) =>
    'fields' in part
      ? Array.from({ length: part.count }, (_, index) =>
          Object.entries(part.fields).map(([inner, field]) =>
            one(`${name}[${index + 1}].${inner}`, field, part.from - 1 + index * part.length),
          ),
        ).flat()
      : [one(name, part, 0)],
  );
}

/** The layout of all that a parameter may hold: records that another parameter counts stand one after the other. */
export function wholeLayout(param: Param): RecordSpec | undefined {
  const { record } = param;
  if (record === undefined || param.kind !== 'records') return record;
  const count = Math.floor((param.maxRead ?? 0) / record.length);
  const fields = record.parts as Group['fields'];
  return {
    ...record,
    length: record.length * count,
    parts: { items: { from: 1, count, length: record.length, title: record.title, fields } },
  };
}

const layout = (spec: RecordSpec) => ({ length: spec.length, fields: flatFields(spec) });

type Variants = { readonly [marker: string]: ReturnType<typeof layout> };
interface Buffer extends ReturnType<typeof layout> {
  readonly variants: Variants;
}
function buffersOf(params: readonly Param[]): { readonly [param: string]: Buffer } {
  return Object.fromEntries(
    params.flatMap((param) => {
      const whole = wholeLayout(param);
      if (whole === undefined) return [];
      const variants = Object.entries(param.variants ?? {}).map(([marker, spec]) => [marker, layout(spec)]);
      return [[param.name, { ...layout(whole), variants: Object.fromEntries(variants) as Variants }]];
    }),
  );
}

const book = { tables: allTables };
/** A made-up value of the right form: a text, a number, the fields of a record; null where nothing is handed in. */
function exampleOf(param: Param): string | number | { readonly [field: string]: string } | null {
  if (param.direction === 'out' || param.kind === 'length' || param.kind === 'buffer' || param.kind === 'unused')
    return null;
  if (param.kind === 'int') return Number(paramValue(book, param));
  if (param.kind === 'intOut') return 1;
  const spec = wholeLayout(param);
  if (spec === undefined) return paramValue(book, param);
  const names = new Map(flatFields(spec).map((field) => [field.from, field.name]));
  const given = recordPieces(book, spec).flatMap(({ field, from, bytes }): [string, string][] =>
    field === undefined || field.kind === 'gap' || bytes.trim() === ''
      ? []
      : [[names.get(from) ?? field.title.en, bytes.trimEnd()]],
  );
  return Object.fromEntries(given);
}

/** The catalogue in the shape that `opencshis catalogue --json` prints. */
export function catalogueJson(list: readonly Api[] = apis) {
  return list.map((api) => ({
    no: api.no,
    name: api.name,
    aliases: api.aliases,
    title: api.title,
    about: about[api.name] ?? null,
    prototype: cPrototype(api),
    since: api.since,
    deprecated: api.deprecated ?? null,
    replaces: api.replaces ?? null,
    ordinal: api.ordinal ?? null,
    exports: exportsOf([api]).map(({ name, ordinal, official }) => ({ name, ordinal, official })),
    needs: api.needs,
    params: api.params.map((param) => ({
      name: param.name,
      direction: param.direction,
      kind: param.kind,
      cType: param.cType,
      length: param.length ?? null,
      maxRead: param.maxRead ?? null,
      title: param.title,
      value: param.value ?? null,
      optional: param.optional === true,
      lengthOf: param.lengthOf ?? null,
      example: exampleOf(param),
      table: param.table ?? null,
      range: param.range ?? null,
      countedBy: param.countedBy ?? null,
    })),
    buffers: buffersOf(api.params),
    returns: api.returns.map((code) => ({ code, zh: errorByCode(code)?.zh ?? '', en: errorByCode(code)?.en ?? '' })),
    result: api.result ?? null,
    results: api.results ?? [],
    resultsBy: api.resultsBy ?? null,
    writes: api.writes,
    online: api.online ?? null,
    roles: api.roles,
    source: api.source,
  }));
}

/** The C prototype, as in the manual. */
export function cPrototype(api: Api): string {
  const params = api.params.map((param) =>
    param.cType.endsWith('*') ? `${param.cType}${param.name}` : `${param.cType} ${param.name}`,
  );
  return `int ${api.name}(${params.length === 0 ? 'void' : params.join(', ')});`;
}
