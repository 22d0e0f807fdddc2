/** @module The catalogue as the C library needs it: tables, exported functions, ordinals. Pure: text from data. */

import { limits } from '../../src/base/index.ts';
import { type Export, errors } from '../../src/catalogue/index.ts';
import type { Api, Param, RecordSpec } from '../../src/catalogue/schema.ts';
import { versionCodes } from '../../src/control/functions/status.ts';
import { listedCode } from '../../src/control/listed.ts';

/** Integers that mean all 32 bits (VB `Long`); of every other the low 16. */
const wide: ReadonlySet<string> = new Set(['csSoftwareReset']);
/** What a function answers where no daemon is; every other 4000. */
const alone: { readonly [name: string]: number } = { csOpenCom: -1, csCloseCom: -1 };
/** Answered with the library's own path, and without a daemon with its own version. */
const versions: ReadonlySet<string> = new Set(['csGetVersion', 'csGetVersionEx']);

const kinds: { readonly [kind in Param['kind']]: string } = {
  text: 'P_TEXT',
  char: 'P_CHAR',
  record: 'P_RECORD',
  records: 'P_RECORDS',
  buffer: 'P_BUFFER',
  fixedOut: 'P_FIXED_OUT',
  length: 'P_LENGTH',
  int: 'P_INT',
  intOut: 'P_INT_OUT',
  textInOut: 'P_TEXT_IN_OUT',
  fileIn: 'P_FILE_IN',
  fileOut: 'P_FILE_OUT',
  unused: 'P_UNUSED',
};

/** Where the bracket of a marker stands, from 0: before the first diagnosis of the longer layout. */
export function markAt(param: Param): number {
  const [spec] = Object.values(param.variants ?? {});
  if (spec === undefined) return -1;
  const first = (one: RecordSpec): number =>
    Math.min(
      ...Object.values(one.parts).map((part) =>
        'fields' in part
          ? Math.min(
              ...Object.values(part.fields)
                .filter((field) => field.kind === 'icd')
                .map((field) => part.from - 1 + field.from),
            )
          : part.kind === 'icd'
            ? part.from
            : Number.POSITIVE_INFINITY,
      ),
    );
  const bracket = first(spec) - 2;
  if (!Number.isInteger(bracket) || bracket < 0) throw new Error(`${param.name}: no diagnosis with room for a bracket`);
  return bracket;
}

const longest = (param: Param): number =>
  Math.max(param.length ?? 0, ...Object.values(param.variants ?? {}).map((spec) => spec.length));

export interface TableRow {
  readonly name: string;
  readonly kind: string;
  readonly length: number;
  readonly most: number;
  readonly mark: number;
  readonly other: number;
  readonly optional: boolean;
}

/** What the library knows of a parameter. */
export function rowOf(api: Api, param: Param): TableRow {
  const at = (name: string | undefined) => api.params.findIndex((one) => one.name === name);
  const row = (length: number, most: number, mark = -1, other = -1): TableRow => ({
    name: param.name,
    kind:
      param.kind === 'int' && wide.has(api.name)
        ? 'P_INT_WIDE'
        : param.kind === 'intOut' && param.direction === 'inout'
          ? 'P_INT_IN_OUT'
          : kinds[param.kind],
    length,
    most,
    mark,
    other,
    optional: param.optional === true,
  });
  switch (param.kind) {
    case 'record':
      return row(param.length ?? 0, longest(param), markAt(param));
    case 'records': {
      const one = param.record?.length ?? 0;
      return row(one, Math.floor(((param.maxRead ?? 1) - 1) / one), -1, at(param.countedBy));
    }
    case 'buffer': {
      const length = api.params.findIndex((other) => other.lengthOf === param.name);
      return row(param.length ?? 0, longest(param), markAt(param), length);
    }
    case 'length':
      return row(2, 2, -1, at(param.lengthOf));
    case 'char':
      return row(1, 1);
    case 'textInOut':
    case 'fileIn':
    case 'fileOut':
      return row(param.maxRead ?? 1, param.maxRead ?? 1);
    case 'text': {
      // Up to where the manual has a NUL, and not it: clients point into the middle of a record, too.
      const most = (param.maxRead ?? (param.length ?? 0) + 1) - 1;
      return row(most, most);
    }
    default:
      return row(param.length ?? 0, param.length ?? 0);
  }
}

/** Room for the largest call: what its parameters may hold, their names and kinds, its ids. */
function frameRoom(apis: readonly Api[]): number {
  const ofParam = (row: TableRow): number =>
    row.name.length + 16 + (row.kind === 'P_RECORDS' ? row.length * row.most : Math.max(row.length, row.most));
  return Math.max(
    ...apis.map((api) => 128 + api.name.length + api.params.reduce((sum, one) => sum + ofParam(rowOf(api, one)), 0)),
  );
}

export function cTable(apis: readonly Api[]): string {
  const room = frameRoom(apis);
  if (room > limits.frame) throw new Error(`the largest call (${room} bytes) is over the limit of a frame`);
  const text = (value: string) => JSON.stringify(value);
  const params = apis
    .filter((api) => api.params.length > 0)
    .map((api) => {
      const rows = api.params.map((param) => {
        const row = rowOf(api, param);
        return `  { ${text(row.name)}, ${row.kind}, ${row.length}, ${row.most}, ${row.mark}, ${row.other}, ${Number(row.optional)} },`;
      });
      return `static const struct param in_${api.name}[] = {\n${rows.join('\n')}\n};`;
    });
  const functions = apis.map((api) => {
    const own = Number(versions.has(api.name));
    return `  { ${text(api.name)}, ${api.params.length > 0 ? `in_${api.name}` : 'NULL'}, ${api.params.length}, ${listedCode(api, 6018)}, ${alone[api.name] ?? 4000}, ${Number(api.result === 'value')}, ${own} },`;
  });
  const paths = apis.flatMap((api) => (versions.has(api.name) ? api.params.map((one) => one.length ?? 0) : []));
  return `/* Generated from the catalogue by npm run build:native. */

enum kind { ${[...new Set(['P_INT_WIDE', 'P_INT_IN_OUT', ...Object.values(kinds)])].join(', ')} };
struct param {
  const char *name;
  enum kind kind;
  int length; /* its bytes; of one record where they are counted */
  int most;   /* its bytes in the longer layout; number of records; of a text both ways or a path, with its NUL */
  int mark;   /* where a marker's bracket stands, from 0; -1 where there is none */
  int other;  /* the parameter that is its length or its count; -1 */
  int optional;
};
struct function {
  const char *name;
  const struct param *params;
  int count;
  int bad;     /* what a wrong parameter answers */
  int alone;   /* what it answers without a daemon */
  int value;   /* its code is a result: data may come with any */
  int version; /* it tells its own version and path */
};
struct arg { void *p; int i; };

enum {
  FRAME_ROOM = ${room},
  PARAMS_MOST = ${Math.max(...apis.map((api) => api.params.length))},
  TEXT_MOST = ${Math.max(1, ...apis.flatMap((api) => api.params.map((param) => (param.kind === 'textInOut' ? (param.maxRead ?? 1) : 1))))},
  OWN_PATH_MOST = ${Math.max(...paths)},
  VERSION_NEW_LINE = ${versionCodes['5.1']},
  VERSION_OLD_LINE = ${versionCodes['3.5']},
  FILE_NOT_WRITTEN = 6016,
  DATA_CODES = ${errors.filter((one) => one.data).length}
};
static const short data_codes[] = { ${errors
    .filter((one) => one.data)
    .map((one) => one.code)
    .join(', ')} };

${params.join('\n')}

static const struct function functions[] = {
${functions.join('\n')}
};
`;
}

const byValue = (param: Param): boolean => !param.cType.endsWith('*');

/** The exported functions, each under all of its names. Pointers are void *: lengths are \`short *\` to one caller, \`int *\` to another. */
export function cExports(apis: readonly Api[]): string {
  const one = (api: Api, name: string, at: number): string => {
    const declared = api.params.map((param, place) => (byValue(param) ? `int a${place}` : `void *a${place}`));
    const given = api.params.map((param, place) => (byValue(param) ? `{ NULL, a${place} }` : `{ a${place}, 0 }`));
    const head = `API ${name}(${declared.join(', ') || 'void'})`;
    if (given.length === 0) return `${head} { return cshis_call(&functions[${at}], NULL); }`;
    return `${head} {\n  struct arg args[] = { ${given.join(', ')} };\n  return cshis_call(&functions[${at}], args);\n}`;
  };
  return `/* Generated from the catalogue by npm run build:native. */

${apis.flatMap((api, at) => [api.name, ...api.aliases].map((name) => one(api, name, at))).join('\n')}
`;
}

/** Bytes of arguments, as 32-bit stdcall counts them: every parameter is one word. */
const stackBytes = (one: Export): number => 4 * one.api.params.length;

/**
 * Module definition: undecorated names with their ordinals. In 32 bits the code behind a name is decorated by its
 * arguments' bytes; `decorated` names it so to linkers, which is what an import library is made from.
 */
export function defFile(library: string, list: readonly Export[], bits: 32 | 64, decorated = false): string {
  const line = (one: Export): string => {
    const stdcall = `${one.name}@${stackBytes(one)}`;
    const name = bits === 64 ? one.name : decorated ? stdcall : `${one.name}=${stdcall}`;
    return `  ${name} @${one.ordinal}`;
  };
  return `LIBRARY ${library}\nEXPORTS\n${list.map(line).join('\n')}\n`;
}

/** For a test program: every exported function behind one form of call, beside what the table says of it. */
export function cEntries(apis: readonly Api[]): string {
  const rows = apis.flatMap((api, at) => [api.name, ...api.aliases].map((name) => ({ api, at, name })));
  const one = ({ api, name }: (typeof rows)[number]): string => {
    const declared = api.params.map((param) => (byValue(param) ? 'int' : 'void *')).join(', ') || 'void';
    const given = api.params.map((param, place) => `a[${place}].${byValue(param) ? 'i' : 'p'}`).join(', ');
    return `int ${name}(${declared});\nstatic int call_${name}(struct arg *a) { (void)a; return ${name}(${given}); }`;
  };
  return `/* Generated from the catalogue for tests. */
${rows.map(one).join('\n')}
static const struct entry { const char *name; const struct function *f; int (*call)(struct arg *); } entries[] = {
${rows.map(({ name, at }) => `  { "${name}", &functions[${at}], call_${name} },`).join('\n')}
};
`;
}
