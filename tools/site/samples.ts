/** @module One small template a language: how a function is called there. */

import type { Api } from '../../src/catalogue/schema.ts';
import { type Book, type Lang, type Word, wordIn } from './book.ts';
import { type Arg, type Model, modelOf, type Shown } from './sample-model.ts';

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly code: string;
}
type Template = (model: Model, word: Word) => readonly string[];

const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const slashes = (words: string): string => `// ${words}`;
const range = (one: { from: number; to: number }): string =>
  one.from === one.to ? `${one.from}` : `${one.from}-${one.to}`;
const note = (one: Shown, word: Word): string => `${range(one)} ${word(one.title)}`;
const width = (one: Shown): number => one.to - one.from + 1;
/** The pieces of a record, one a line: a literal, what joins it to the next, and the field's place and name. */
const pieces = (
  arg: Extract<Arg, { role: 'record' }>,
  word: Word,
  form: {
    readonly literal: (text: string) => string;
    readonly indent: string;
    readonly join: string;
    readonly end: string;
    readonly comment: (words: string) => string;
  },
): string[] => {
  const lines = arg.pieces.map((one, at) => ({
    code: `${form.indent}${form.literal(one.bytes)}${at === arg.pieces.length - 1 ? form.end : form.join}`,
    words: `${range(one)}${one.field ? ` ${word(one.field.title)}` : ''}`,
  }));
  // Comments stand below each other, but for the few lines that are very long.
  const widest = Math.max(0, ...lines.map(({ code }) => code.length).filter((length) => length < 44));
  return lines.map(({ code, words }) => `${code.padEnd(widest)} ${form.comment(words)}`);
};
/** What a language passes for each role; whatever is not said is passed by its name. */
type Passing = { readonly [role in Arg['role']]?: (arg: Extract<Arg, { role: role }>) => string };
const call = (model: Model, how: Passing): string =>
  model.args
    .map((arg) => {
      const pass = how[arg.role] as ((one: Arg) => string) | undefined;
      return arg.role === 'int' ? String(arg.value) : (pass?.(arg) ?? arg.name);
    })
    .join(', ');
/** What a language declares before the call, a list of lines for each role. */
type Declaring = { readonly [role in Arg['role']]?: (arg: Extract<Arg, { role: role }>) => readonly string[] };
const declared = (model: Model, how: Declaring): string[] =>
  model.args.flatMap((arg) => {
    const declare = how[arg.role] as ((one: Arg) => readonly string[]) | undefined;
    return declare?.(arg) ?? [];
  });
/** Reading the answer, where the code lets one; else the code itself. */
const answer = (
  model: Model,
  codeAlone: string,
  before: string,
  line: (one: Shown) => string,
  after?: string,
): readonly string[] =>
  model.shown.length === 0 ? [codeAlone] : [before, ...model.shown.map(line), ...(after === undefined ? [] : [after])];
const anyOf = (model: Model, one: (code: number) => string, or: string): string => model.good.map(one).join(or);
const isBinary = (model: Model, buffer: string): boolean =>
  model.args.some((arg) => arg.role === 'buffer' && arg.binary && arg.name === buffer);

const c: Template = (model, word) => [
  '#include "cshis.h"',
  '',
  ...declared(model, {
    textInOut: (arg) => [`char ${arg.name}[] = ${quote(arg.value)};`],
    record: (arg) => [
      `char ${arg.name}[] =`,
      ...pieces(arg, word, {
        literal: quote,
        indent: '    ',
        join: '',
        end: ';',
        comment: (words) => `/* ${words} */`,
      }),
    ],
    buffer: (arg) => [`char ${arg.name}[${arg.size}];`],
    length: (arg) => [`short ${arg.name} = sizeof ${arg.of};`],
    cell: (arg) => [`short ${arg.name} = ${arg.value};`],
  }),
  `int code = ${model.api.name}(${call(model, {
    text: (arg) => quote(arg.value),
    length: (arg) => `&${arg.name}`,
    cell: (arg) => `&${arg.name}`,
    none: (arg) => (arg.pointer ? 'NULL' : '0'),
  })});`,
  ...answer(
    model,
    'printf("%d\\n", code);',
    `if (${anyOf(model, (code) => `code == ${code}`, ' || ')}) {`,
    (one) => `    printf("%.${width(one)}s\\n", ${one.buffer} + ${one.from - 1}); /* ${note(one, word)} */`,
    '}',
  ),
];

const vbQuote = (text: string): string =>
  text.trim() === '' && text.length > 1 ? `Space$(${text.length})` : `"${text.replaceAll('"', '""')}"`;
const vb6: Template = (model, word) => [
  `' ${word({ zh: '專案加入 native/vb6/CsHis.bas', en: 'with native/vb6/CsHis.bas in the project' })}`,
  ...declared(model, {
    textInOut: (arg) => [`Dim ${arg.name} As String: ${arg.name} = ${vbQuote(arg.value)}`],
    // One statement a piece: a line may be continued 24 times only.
    record: (arg) => [
      `Dim ${arg.name} As String`,
      ...pieces(arg, word, {
        literal: (text) => `${arg.name} = ${arg.name} & ${vbQuote(text)}`,
        indent: '',
        join: '',
        end: '',
        comment: (words) => `' ${words}`,
      }),
    ],
    buffer: (arg) =>
      arg.binary
        ? [`Dim ${arg.name}(0 To ${arg.size - 1}) As Byte`]
        : [`Dim ${arg.name} As String: ${arg.name} = Space$(${arg.size})`],
    length: (arg) => [`Dim ${arg.name} As Integer: ${arg.name} = ${arg.size}`],
    cell: (arg) => [`Dim ${arg.name} As Integer: ${arg.name} = ${arg.value}`],
  }),
  'Dim code As Integer',
  `code = ${model.api.name}(${call(model, {
    text: (arg) => vbQuote(arg.value),
    buffer: (arg) => (arg.binary ? `${arg.name}(0)` : arg.name),
    none: (arg) => (arg.pointer ? 'vbNullString' : '0'),
  })})`,
  ...answer(
    model,
    'Debug.Print code',
    `If ${anyOf(model, (code) => `code = ${code}`, ' Or ')} Then`,
    (one) =>
      `    Debug.Print CsHisField(${isBinary(model, one.buffer) ? `StrConv(${one.buffer}, vbUnicode)` : one.buffer}, ${one.from}, ${width(one)}) ' ${note(one, word)}`,
    'End If',
  ),
];

const pascal: Template = (model, word) => [
  'uses cshis;',
  '',
  'var',
  ...declared(model, {
    textInOut: (arg) => [`  ${arg.name}: AnsiString;`],
    record: (arg) => [`  ${arg.name}: AnsiString;`],
    buffer: (arg) => [`  ${arg.name}: AnsiString;`],
    length: (arg) => [`  ${arg.name}: SmallInt;`],
    cell: (arg) => [`  ${arg.name}: SmallInt;`],
  }),
  '  code: Integer;',
  'begin',
  ...declared(model, {
    textInOut: (arg) => [`  ${arg.name} := ${single(arg.value)};`],
    record: (arg) => [
      `  ${arg.name} :=`,
      ...pieces(arg, word, { literal: single, indent: '    ', join: ' +', end: ';', comment: slashes }),
    ],
    buffer: (arg) => [`  ${arg.name} := StringOfChar(AnsiChar(' '), ${arg.size});`],
    length: (arg) => [`  ${arg.name} := Length(${arg.of});`],
    cell: (arg) => [`  ${arg.name} := ${arg.value};`],
  }),
  `  code := ${model.api.name}(${call(model, {
    text: (arg) => single(arg.value),
    textInOut: (arg) => `PAnsiChar(${arg.name})`,
    record: (arg) => `PAnsiChar(${arg.name})`,
    buffer: (arg) => `PAnsiChar(${arg.name})`,
    none: (arg) => (arg.pointer ? 'nil' : '0'),
  })});`,
  ...answer(
    model,
    '  Writeln(code);',
    `  if ${anyOf(model, (code) => `(code = ${code})`, ' or ')} then`,
    (one) =>
      `${one === model.shown[0] ? '  begin\n' : ''}    Writeln(CsHisField(${one.buffer}, ${one.from}, ${width(one)})); // ${note(one, word)}`,
    '  end;',
  ),
  'end.',
];

const csharp: Template = (model, word) => [
  ...(model.args.some((arg) => arg.role === 'record' || arg.role === 'textInOut')
    ? ['Encoding big5 = Encoding.GetEncoding(950);', '']
    : []),
  ...declared(model, {
    textInOut: (arg) => [`byte[] ${arg.name} = big5.GetBytes(${quote(arg.value)} + "\\0");`],
    record: (arg) => [
      `byte[] ${arg.name} = big5.GetBytes(`,
      ...pieces(arg, word, { literal: quote, indent: '    ', join: ' +', end: ' + "\\0");', comment: slashes }),
    ],
    buffer: (arg) => [`byte[] ${arg.name} = new byte[${arg.size}];`],
    length: (arg) => [`short ${arg.name} = (short)${arg.of}.Length;`],
    cell: (arg) => [`short ${arg.name} = ${arg.value};`],
  }),
  `int code = CsHis.${model.api.name}(${call(model, {
    text: (arg) => quote(arg.value),
    length: (arg) => `ref ${arg.name}`,
    cell: (arg) => `ref ${arg.name}`,
    none: (arg) => (arg.pointer ? 'null' : '0'),
  })});`,
  ...answer(
    model,
    'Console.WriteLine(code);',
    `if (${anyOf(model, (code) => `code == ${code}`, ' || ')})\n{`,
    (one) => `    Console.WriteLine(CsHis.Field(${one.buffer}, ${one.from - 1}, ${width(one)})); // ${note(one, word)}`,
    '}',
  ),
];

const java: Template = (model, word) => [
  'CsHis cs = CsHis.load();',
  '',
  ...declared(model, {
    textInOut: (arg) => [`byte[] ${arg.name} = (${quote(arg.value)} + "\\0").getBytes(CsHis.BIG5);`],
    record: (arg) => [
      `byte[] ${arg.name} = (`,
      ...pieces(arg, word, {
        literal: quote,
        indent: '    ',
        join: ' +',
        end: ' + "\\0").getBytes(CsHis.BIG5);',
        comment: slashes,
      }),
    ],
    buffer: (arg) => [`byte[] ${arg.name} = new byte[${arg.size}];`],
    length: (arg) => [`ShortByReference ${arg.name} = new ShortByReference((short) ${arg.of}.length);`],
    cell: (arg) => [`ShortByReference ${arg.name} = new ShortByReference((short) ${arg.value});`],
  }),
  `int code = cs.${model.api.name}(${call(model, {
    text: (arg) => quote(arg.value),
    none: (arg) => (arg.pointer ? 'null' : '0'),
  })});`,
  ...answer(
    model,
    'System.out.println(code);',
    `if (${anyOf(model, (code) => `code == ${code}`, ' || ')}) {`,
    (one) =>
      `    System.out.println(CsHis.field(${one.buffer}, ${one.from - 1}, ${width(one)})); // ${note(one, word)}`,
    '}',
  ),
];

const python: Template = (model, word) => [
  ...(model.args.some((arg) => arg.role === 'length' || arg.role === 'cell' || arg.role === 'buffer')
    ? ['from ctypes import byref, c_short, create_string_buffer']
    : []),
  'import cshis',
  '',
  'library = cshis.load()',
  ...declared(model, {
    textInOut: (arg) => [`${arg.name} = create_string_buffer(b${quote(arg.value)})`],
    record: (arg) => [
      `${arg.name} = (`,
      ...pieces(arg, word, {
        literal: (text) => `b${quote(text)}`,
        indent: '    ',
        join: '',
        end: '',
        comment: (words) => ` # ${words}`,
      }),
      ')',
    ],
    buffer: (arg) => [`${arg.name} = create_string_buffer(${arg.size})`],
    length: (arg) => [`${arg.name} = c_short(${arg.size})`],
    cell: (arg) => [`${arg.name} = c_short(${arg.value})`],
  }),
  `code = library.${model.api.name}(${call(model, {
    text: (arg) => `b${quote(arg.value)}`,
    length: (arg) => `byref(${arg.name})`,
    cell: (arg) => `byref(${arg.name})`,
    none: (arg) => (arg.pointer ? 'None' : '0'),
  })})`,
  ...answer(
    model,
    'print(code)',
    model.good.length === 1 ? `if code == ${model.good[0]}:` : `if code in (${model.good.join(', ')}):`,
    (one) => `    print(${one.buffer}.raw[${one.from - 1}:${one.to}].decode("cp950"))  # ${note(one, word)}`,
  ),
];

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const go: Template = (model, word) => [
  'import "cshis"',
  '',
  ...declared(model, {
    textInOut: (arg) => [`${arg.name} := []byte(${quote(arg.value)} + "\\x00")`],
    record: (arg) => [
      `${arg.name} := []byte("" +`,
      ...pieces(arg, word, { literal: quote, indent: '\t', join: ' +', end: ' + "\\x00")', comment: slashes }),
    ],
    buffer: (arg) => [`${arg.name} := make([]byte, ${arg.size})`],
    length: (arg) => [`${arg.name} := int16(len(${arg.of}))`],
    cell: (arg) => [`${arg.name} := int16(${arg.value})`],
  }),
  `code := cshis.${capital(model.api.name)}(${call(model, {
    text: (arg) => quote(arg.value),
    length: (arg) => `&${arg.name}`,
    cell: (arg) => `&${arg.name}`,
    none: (arg) => (arg.pointer ? 'nil' : '0'),
  })})`,
  ...answer(
    model,
    'fmt.Println(code)',
    `if ${anyOf(model, (code) => `code == ${code}`, ' || ')} {`,
    (one) =>
      `\tfmt.Println(cshis.FromBig5(cshis.Field(${one.buffer}, ${one.from - 1}, ${width(one)}))) // ${note(one, word)}`,
    '}',
  ),
];

const node: Template = (model, word) => [
  "import { load } from './cshis.mjs';",
  '',
  'const library = load();',
  ...declared(model, {
    textInOut: (arg) => [`const ${arg.name} = Buffer.from(${quote(`${arg.value}`)} + '\\0');`],
    record: (arg) => [
      `const ${arg.name} = Buffer.from(`,
      ...pieces(arg, word, { literal: quote, indent: '  ', join: ' +', end: " + '\\0');", comment: slashes }),
    ],
    buffer: (arg) => [`const ${arg.name} = Buffer.alloc(${arg.size});`],
    length: (arg) => [`const ${arg.name} = [${arg.of}.length];`],
    cell: (arg) => [`const ${arg.name} = [${arg.value}];`],
  }),
  `const code = library.${model.api.name}(${call(model, {
    text: (arg) => quote(arg.value),
    none: (arg) => (arg.pointer ? 'null' : '0'),
  })});`,
  ...answer(
    model,
    'console.log(code);',
    `if (${anyOf(model, (code) => `code === ${code}`, ' || ')}) {`,
    (one) =>
      `  console.log(new TextDecoder('big5').decode(${one.buffer}.subarray(${one.from - 1}, ${one.to}))); // ${note(one, word)}`,
    '}',
  ),
];

const templates: readonly (readonly [id: string, title: string, template: Template])[] = [
  ['c', 'C', c],
  ['vb6', 'VB6', vb6],
  ['pascal', 'Delphi', pascal],
  ['csharp', 'C#', csharp],
  ['java', 'Java', java],
  ['python', 'Python', python],
  ['go', 'Go', go],
  ['node', 'Node', node],
];

/** The eight languages, in the order of the tabs. */
export function samplesOf(book: Book, api: Api, lang: Lang): readonly Sample[] {
  const model = modelOf(book, api);
  return templates.map(([id, title, template]) => ({ id, title, code: template(model, wordIn(lang)).join('\n') }));
}
