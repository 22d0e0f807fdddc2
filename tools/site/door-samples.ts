/** @module How a function is called over HTTP and at the command line. */

import { paramValue } from '../../src/catalogue/examples.ts';
import type { Api, Param } from '../../src/catalogue/schema.ts';
import type { Book } from './book.ts';
import { modelOf } from './sample-model.ts';

/** What a caller of HTTP or of the command line gives: no buffers, no lengths. */
export const givenOf = (book: Book, api: Api): readonly (readonly [name: string, value: string | number])[] => {
  const model = modelOf(book, api);
  return api.params.flatMap((param, at): (readonly [string, string | number])[] => {
    const arg = model.args[at];
    if (arg === undefined || param.direction === 'out' || param.kind === 'unused') return [];
    if (arg.role === 'int' || arg.role === 'cell') return [[param.name, arg.value]];
    if (arg.role === 'record')
      return [
        [
          param.name,
          arg.pieces
            .map((one) => one.bytes)
            .join('')
            .trimEnd(),
        ],
      ];
    return arg.role === 'text' || arg.role === 'textInOut' ? [[param.name, arg.value]] : [];
  });
};

/** A file is the body, of the request or of the answer; its path is nobody's business but the caller's. */
export function httpSample(book: Book, api: Api): string {
  const path = (kind: Param['kind']) => api.params.find((one) => one.kind === kind);
  const [into, out] = [path('fileIn'), path('fileOut')];
  const given = givenOf(book, api).filter(([name]) => name !== into?.name && name !== out?.name);
  const query =
    into === undefined ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
  const body = Object.fromEntries(given);
  const short = JSON.stringify(body);
  return [
    `curl "$URL/api/v1/call/${api.name}${query}" \\`,
    '  -H "x-opencshis-token: $TOKEN" \\',
    ...(into === undefined
      ? [
          "  -H 'content-type: application/json' \\",
          ...(out === undefined ? [] : [`  -o ${shell(paramValue(book, out))} \\`]),
          `  -d ${shell(short.length < 48 ? short : JSON.stringify(body, null, 2))}`,
        ]
      : ["  -H 'content-type: application/octet-stream' \\", `  --data-binary @${shell(paramValue(book, into))}`]),
  ].join('\n');
}
const shell = (text: string): string => (/^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
export function cliSample(book: Book, api: Api): string {
  const words = [`opencshis call ${api.no}`, ...givenOf(book, api).map(([name, value]) => shell(`${name}=${value}`))];
  return words.join(words.join(' ').length < 60 ? ' ' : ' \\\n  ');
}
