/** @module The call of the form as text for other programs: curl, C, Python, TypeScript. */

import type { Inputs } from './form.ts';
import type { ApiEntry, ParamEntry } from './types.ts';

export interface Sample {
  readonly id: 'curl' | 'c' | 'python' | 'typescript';
  readonly title: string;
  readonly code: string;
}
const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** A literal of C and Python; bytes beyond ASCII in Big5 are the program's own business. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
/** C99 promises 4095 characters in one literal. */
const longC = (text: string): string => (text.match(/.{1,60}/gsu) ?? ['']).map(quoted).join('\n    ');
const isText = (param: ParamEntry): boolean => param.cType.startsWith('char') || param.cType.startsWith('const char');
const fileName = (param: ParamEntry): string => (param.kind === 'fileIn' ? 'upload.xml' : 'download.zip');
const fileOf = (api: ApiEntry, kind: string): ParamEntry | undefined => api.params.find((param) => param.kind === kind);
const sizeOf = (api: ApiEntry, param: ParamEntry): number =>
  Math.max(param.length ?? 1, ...Object.values(api.buffers[param.name]?.variants ?? {}).map((one) => one.length));

function curl(api: ApiEntry, inputs: Inputs): string {
  const [into, out] = [fileOf(api, 'fileIn'), fileOf(api, 'fileOut')];
  const query =
    into === undefined
      ? ''
      : `?${new URLSearchParams(Object.entries(inputs).map(([name, value]) => [name, String(value)]))}`;
  return [
    `curl "$URL/api/v1/call/${api.name}${query}" \\`,
    '  -H "x-opencshis-token: $TOKEN" \\',
    ...(into === undefined
      ? [
          "  -H 'content-type: application/json' \\",
          ...(out === undefined ? [] : [`  -o ${fileName(out)} \\`]),
          `  -d ${shell(JSON.stringify(inputs))}`,
        ]
      : ["  -H 'content-type: application/octet-stream' \\", `  --data-binary @${fileName(into)}`]),
  ].join('\n');
}

/** How one argument is declared and passed. */
interface Passed {
  readonly before: readonly string[];
  readonly pass: string;
}
function call(api: ApiEntry, how: (param: ParamEntry) => Passed): { readonly before: string[]; readonly pass: string } {
  const all = api.params.map(how);
  return { before: all.flatMap((one) => one.before), pass: all.map((one) => one.pass).join(', ') };
}
const nameOf = (param: ParamEntry): string =>
  param.name === 'IN' || param.name === 'OUT' ? `p${param.name}` : param.name;
const given = (inputs: Inputs, param: ParamEntry): string => String(inputs[param.name] ?? '');

function c(api: ApiEntry, inputs: Inputs): string {
  const { before, pass } = call(api, (param) => {
    const name = nameOf(param);
    const value = given(inputs, param);
    if (param.kind === 'unused') return { before: [], pass: param.cType.endsWith('*') ? 'NULL' : '0' };
    if (param.kind === 'length') return { before: [`short ${name} = sizeof ${param.lengthOf};`], pass: `&${name}` };
    if (param.kind === 'intOut') return { before: [`short ${name} = ${Number(value)};`], pass: `&${name}` };
    if (!isText(param)) return { before: [], pass: String(Number(value)) };
    if (param.kind === 'fileIn' || param.kind === 'fileOut') return { before: [], pass: quoted(fileName(param)) };
    if (param.kind === 'buffer' || param.kind === 'fixedOut')
      return {
        before: [`char ${name}[${sizeOf(api, param)}]${value === '' ? '' : ` = ${quoted(value)}`};`],
        pass: name,
      };
    if (param.kind === 'textInOut') return { before: [`char ${name}[21] = ${quoted(value)};`], pass: name };
    return value.length > 60
      ? { before: [`char ${name}[] =\n    ${longC(value)};`], pass: name }
      : { before: [], pass: quoted(value) };
  });
  return [
    '#include <stdio.h>',
    '#include "cshis.h"',
    '',
    'int main(void) {',
    ...[...before, `int code = ${api.name}(${pass});`, 'printf("%d\\n", code);', 'return 0;'].map(
      (line) => `    ${line}`,
    ),
    '}',
  ].join('\n');
}

function python(api: ApiEntry, inputs: Inputs): string {
  const { before, pass } = call(api, (param) => {
    const name = nameOf(param);
    const value = given(inputs, param);
    const bytes = `${quoted(value)}.encode("cp950")`;
    if (param.kind === 'unused') return { before: [], pass: param.cType.endsWith('*') ? 'None' : '0' };
    if (param.kind === 'length')
      return { before: [`${name} = c_short(len(${param.lengthOf}))`], pass: `byref(${name})` };
    if (param.kind === 'intOut') return { before: [`${name} = c_short(${Number(value)})`], pass: `byref(${name})` };
    if (!isText(param)) return { before: [], pass: String(Number(value)) };
    if (param.kind === 'fileIn' || param.kind === 'fileOut') return { before: [], pass: `b${quoted(fileName(param))}` };
    if (param.kind === 'buffer' || param.kind === 'fixedOut')
      return {
        before: [`${name} = create_string_buffer(${value === '' ? '' : `${bytes}, `}${sizeOf(api, param)})`],
        pass: name,
      };
    if (param.kind === 'textInOut') return { before: [`${name} = create_string_buffer(${bytes}, 21)`], pass: name };
    return { before: [], pass: bytes };
  });
  return [
    'from ctypes import byref, c_short, create_string_buffer',
    '',
    'import cshis',
    '',
    'library = cshis.load()',
    ...before,
    `code = library.${api.name}(${pass})`,
    'print(code)',
  ].join('\n');
}

function typescript(api: ApiEntry, inputs: Inputs): string {
  const into = fileOf(api, 'fileIn');
  const out = fileOf(api, 'fileOut');
  if (into !== undefined || out !== undefined) {
    const query = into === undefined ? '' : `?\${new URLSearchParams(${JSON.stringify(inputs)})}`;
    return [
      ...(into === undefined ? [] : [`import { readFile } from ${single('node:fs/promises')};`, '']),
      "const { URL: url, TOKEN: token = '' } = process.env;",
      `const response = await fetch(\`\${url}/api/v1/call/${api.name}${query}\`, {`,
      "  method: 'POST',",
      `  headers: { 'x-opencshis-token': token, 'content-type': 'application/${into === undefined ? 'json' : 'octet-stream'}' },`,
      into === undefined
        ? `  body: JSON.stringify(${JSON.stringify(inputs)}),`
        : `  body: await readFile('${fileName(into)}'),`,
      '});',
      into === undefined
        ? 'console.log(response.status, (await response.blob()).size);'
        : 'console.log(await response.json());',
    ].join('\n');
  }
  return [
    `import { createClient } from ${single('@opencshis/client')};`,
    '',
    "const { URL: base = '', TOKEN: token = '' } = process.env;",
    'const client = createClient({ base, token });',
    `const answer = await client.call('${api.name}', ${JSON.stringify(inputs, null, 2)});`,
    'console.log(answer.code, answer.fields);',
  ].join('\n');
}

export const samplesOf = (api: ApiEntry, inputs: Inputs): readonly Sample[] => [
  { id: 'curl', title: 'curl', code: curl(api, inputs) },
  { id: 'c', title: 'C', code: c(api, inputs) },
  { id: 'python', title: 'Python', code: python(api, inputs) },
  { id: 'typescript', title: 'TypeScript', code: typescript(api, inputs) },
];
const single = (name: string): string => `'${name}'`;
