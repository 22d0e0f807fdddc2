/**
 * @module What every language's declarations are made of, drawn from the catalogue once: functions with plain parameter
 * types, layouts with 0-based places, return codes. A language's file adds its grammar and nothing else.
 */

import { apis, errorByCode } from '../../src/catalogue/index.ts';
import type { Api, Field, Fields, Group, Param, RecordSpec } from '../../src/catalogue/schema.ts';

/**
 * How a parameter is passed: `value` an integer · `text` a NUL-terminated input · `record` input bytes · `buffer` bytes
 * that are written · `cell` a pointer to an integer of two bytes (lengths and counts).
 */
export type Passing = 'value' | 'text' | 'record' | 'buffer' | 'cell';

export interface DeclaredParam {
  readonly name: string;
  readonly passing: Passing;
  /** 32 bits by value, where everything else means its low 16. */
  readonly long: boolean;
  /** The buffer holds raw bytes too, and is no text in any encoding. */
  readonly binary: boolean;
}
export interface Declared {
  readonly name: string;
  readonly no: string;
  readonly zh: string;
  readonly en: string;
  /** Why not to use it. */
  readonly deprecated?: string;
  readonly params: readonly DeclaredParam[];
}

/** Names that some language keeps for itself, and what they are called in all of them. */
const renamed: { readonly [name: string]: string } = { IN: 'pIN', OUT: 'pOUT', Type: 'iType', Status: 'iStatus' };
export const paramName = (param: Param): string => renamed[param.name] ?? param.name;

const passingOf = (param: Param): Passing => {
  if (param.kind === 'unused')
    return param.cType === 'char *' ? 'buffer' : param.cType.endsWith('*') ? 'cell' : 'value';
  if (param.kind === 'int') return 'value';
  if (param.kind === 'length' || param.kind === 'intOut') return 'cell';
  if (param.direction !== 'in') return 'buffer';
  return param.kind === 'record' || param.kind === 'records' ? 'record' : 'text';
};
const isGroup = (part: Field | Group): part is Group => 'fields' in part;
const hasBytes = (spec: RecordSpec | undefined): boolean =>
  Object.values(spec?.parts ?? {}).some((part: Field | Group) =>
    isGroup(part) ? Object.values(part.fields).some((one) => one.kind === 'bytes') : part.kind === 'bytes',
  );

function declaredOf(api: Api, name: string): Declared {
  return {
    name,
    no: api.no,
    zh: api.title.zh,
    en: api.title.en,
    ...(api.deprecated ? { deprecated: `${api.deprecated.why.zh} / ${api.deprecated.why.en}` } : {}),
    params: api.params.map((param) => ({
      name: paramName(param),
      passing: passingOf(param),
      // Visual Basic programs declare this one as Long.
      long: api.name === 'csSoftwareReset' || String(param.cType) === 'long',
      binary: hasBytes(param.record),
    })),
  };
}

/** Every export: each function under each of its spellings. */
export const functions: readonly Declared[] = apis.flatMap((api) =>
  [api.name, ...api.aliases].map((name) => declaredOf(api, name)),
);
/** For languages without case: csGetHospID and csGetHOSPID are one identifier there, declared once. */
export const functionsWithoutCase: readonly Declared[] = functions.filter(
  (one, at) => functions.findIndex((other) => other.name.toLowerCase() === one.name.toLowerCase()) === at,
);
/** `1.1 title / title`: the one line above each declaration. */
export const heading = (one: Declared): string =>
  `${/^\d/.test(one.no) ? `${one.no} ` : ''}${one.zh} / ${one.en}${one.deprecated ? ` (${one.deprecated})` : ''}`;

export interface Place {
  readonly name: string;
  /** 0-based, from the beginning of the buffer, or of its group. */
  readonly at: number;
  readonly length: number;
  readonly zh: string;
  readonly en: string;
}
export interface GroupLayout {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly step: number;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Place[];
}
export interface Layout {
  readonly name: string;
  readonly length: number;
  readonly zh: string;
  readonly en: string;
  /** Sections that use it. */
  readonly usedBy: readonly string[];
  readonly fields: readonly Place[];
  readonly groups: readonly GroupLayout[];
}

const placesOf = (fields: Fields): Place[] =>
  Object.entries(fields)
    .filter(([, field]) => field.kind !== 'gap')
    .map(([name, field]) => ({ name, at: field.from - 1, length: field.to - field.from + 1, ...field.title }));

const uses = apis.flatMap((api) =>
  api.params.flatMap((param) =>
    [param.record, ...Object.values(param.variants ?? {})].flatMap((spec) => (spec ? [{ spec, no: api.no }] : [])),
  ),
);
/** Every layout that a function reads or writes, in the order of the functions. */
export const layouts: readonly Layout[] = [...new Map(uses.map(({ spec }) => [spec.name, spec])).values()].map(
  (spec) => {
    const parts = Object.entries(spec.parts) as [string, Field | Group][];
    return {
      name: spec.name,
      length: spec.length,
      ...spec.title,
      usedBy: [...new Set(uses.filter((use) => use.spec.name === spec.name).map((use) => use.no))],
      fields: placesOf(Object.fromEntries(parts.filter(([, part]) => !isGroup(part))) as Fields),
      groups: parts.flatMap(([name, part]) =>
        isGroup(part)
          ? [
              {
                name,
                at: part.from - 1,
                count: part.count,
                step: part.length,
                ...part.title,
                fields: placesOf(part.fields),
              },
            ]
          : [],
      ),
    };
  },
);

export interface Code {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
}
/** Every return code that a function lists; small positive ones are results (1.15, 1.36), not codes. */
export const codes: readonly Code[] = [...new Set([0, -1, ...apis.flatMap((api) => api.returns)])]
  .filter((code) => code <= 0 || code >= 1000)
  .sort((one, other) => one - other)
  .map((code) => {
    const entry = errorByCode(code);
    return { code, zh: entry?.zh ?? '', en: entry?.en ?? '' };
  });

/** `visitGrant` becomes `VISIT_GRANT`. */
export const upper = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
/** The name of a code as a constant, after the language's prefix. */
export const codeName = ({ code }: Code): string => (code === 0 ? 'OK' : code < 0 ? 'FAILED' : `E${code}`);

export interface Constant {
  readonly name: string;
  readonly value: number;
  readonly zh: string;
  readonly en: string;
}
/**
 * The layouts as a flat list of constants. `first` is what the language calls the first byte: 0, or 1 where strings are
 * counted from 1; the word for a place says which (`AT`, `FROM`).
 */
export function constantsOf(layout: Layout, first: 0 | 1): Constant[] {
  const own = upper(layout.name);
  const place = first === 0 ? 'AT' : 'FROM';
  const field = (prefix: string, one: Place): Constant[] => [
    { name: `${prefix}_${upper(one.name)}_${place}`, value: one.at + first, zh: one.zh, en: one.en },
    { name: `${prefix}_${upper(one.name)}_LENGTH`, value: one.length, zh: one.zh, en: one.en },
  ];
  return [
    { name: `${own}_LENGTH`, value: layout.length, zh: layout.zh, en: layout.en },
    ...layout.fields.flatMap((one) => field(own, one)),
    ...layout.groups.flatMap((group) => {
      const prefix = `${own}_${upper(group.name)}`;
      const { zh, en } = group;
      return [
        { name: `${prefix}_${place}`, value: group.at + first, zh, en },
        { name: `${prefix}_COUNT`, value: group.count, zh, en },
        { name: `${prefix}_STEP`, value: group.step, zh, en },
        ...group.fields.flatMap((one) => field(prefix, one)),
      ];
    }),
  ];
}

/** The first lines of every generated file, without comment signs. */
export const banner = (file: string, zh: string, en: string): readonly string[] => [
  `${file}: ${zh} / ${en}`,
  'OpenCSHIS (MIT). 由目錄產生，請勿手改：npm run native:declarations / generated from the catalogue, do not edit (long for that).',
];
