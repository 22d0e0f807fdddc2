/**
 * @module Is this file an upload that can be read? A stream of bytes is decoded by its own declaration, held to be
 * well-formed XML, and its records (`RECS/REC`) and orders (`RECS/REC/MB/MB2`) are counted. Memory stays the same
 * whatever the file: a document type (and so every entity bomb) is refused, depth and the length of one piece are bounded.
 *
 * The rules inside a record are not looked at here.
 */

import { SaxesParser } from 'saxes';
import { Failure, limits, type Say, say } from '../base/index.ts';

export interface UploadCounts {
  readonly encoding: 'big5' | 'utf-8';
  readonly records: number;
  readonly orders: number;
}
export interface UploadScanner {
  /** @throws Failure 6015, kind `upload-xml`, at the first thing that is wrong */
  write(bytes: Uint8Array): void;
  /** The end of the file. @throws Failure 6015, kind `upload-xml` */
  end(): UploadCounts;
}

/** Labels under which Big5 and UTF-8 are declared; `TextDecoder('big5')` is Microsoft's table here, as these files want. */
const encodings: { readonly [label: string]: UploadCounts['encoding'] } = {
  big5: 'big5',
  'big5-eten': 'big5',
  'x-x-big5': 'big5',
  cp950: 'big5',
  ms950: 'big5',
  'windows-950': 'big5',
  'utf-8': 'utf-8',
  utf8: 'utf-8',
};
const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;
/** The declaration is over within this many bytes, or there is none. */
const head = 512;
const slice = 65_536;

/**
 * @example
 * const scanner = uploadScanner();
 * scanner.write(new TextEncoder().encode('<RECS><REC><MB><MB2/></MB></REC></RECS>'));
 * scanner.end(); // { encoding: 'utf-8', records: 1, orders: 1 }
 */
export function uploadScanner(): UploadScanner {
  const parser = new SaxesParser();
  /** Names of the open elements, as deep as anything is counted. */
  const path: string[] = [];
  let depth = 0;
  let records = 0;
  let orders = 0;
  /** Where the last whole piece (a tag, a comment ..) ended. */
  let mark = 0;
  let before = Buffer.alloc(0);
  let encoding: UploadCounts['encoding'] | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;

  const at = (): Say =>
    say({ zh: `第 ${parser.line} 行第 ${parser.column} 字`, en: `line ${parser.line}, column ${parser.column}` });
  const wrong = (zh: string, en: string): never => {
    const place = at();
    throw notAnUpload(say({ zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` }));
  };
  /** Text is decoded before it is read: the place is not yet known. */
  const notEncoded = (): never => {
    const name = encoding === 'big5' ? 'Big5' : 'UTF-8';
    throw notAnUpload(
      say({ zh: `第 ${parser.line} 行或其後：不是正確的 ${name}`, en: `line ${parser.line} or after: not ${name}` }),
    );
  };
  // What stands after a colon is the file's own text, which has no place in an error.
  parser.on('error', (error) => {
    const what =
      error.message
        .replace(/^\d+:\d+: /, '')
        .split(':')[0]
        ?.replace(/\.$/, '') ?? '';
    wrong(`不是正確的 XML（${what}）`, what);
  });
  parser.on('doctype', () => wrong('不接受 DOCTYPE', 'a document type is not accepted'));
  const whole = (): void => {
    mark = parser.position;
  };
  parser.on('comment', whole);
  parser.on('processinginstruction', whole);
  parser.on('cdata', whole);
  parser.on('opentag', ({ name }) => {
    whole();
    depth++;
    if (depth > limits.xmlDepth) wrong('巢狀太深', 'nested too deep');
    if (depth === 1 && name !== 'RECS') wrong('最外層不是 RECS', 'the outermost element is not RECS');
    if (depth <= 4) path[depth - 1] = name;
    if (depth === 2 && name === 'REC') records++;
    else if (depth === 4 && name === 'MB2' && path[1] === 'REC' && path[2] === 'MB') orders++;
  });
  parser.on('closetag', () => {
    whole();
    depth--;
  });

  const feed = (text: string): void => {
    // Bytes 80 and FF, which this decoder lets through and which stand in no Big5.
    if (encoding === 'big5' && /[\u0080\uf8f8]/.test(text)) notEncoded();
    for (let from = 0; from < text.length; from += slice) {
      parser.write(text.slice(from, from + slice));
      if (parser.position - mark > limits.xmlPiece) wrong('一段內容太長', 'one piece is too long');
    }
  };
  const decode = (bytes: Uint8Array, more: boolean): void => {
    let text = '';
    try {
      text = decoder?.decode(bytes, { stream: more }) ?? '';
    } catch {
      notEncoded();
    }
    feed(text);
  };
  const begin = (): void => {
    if (/^(\xfe\xff|\xff\xfe|.?\0)/s.test(before.toString('latin1', 0, 4)))
      wrong('編碼不是 Big5 或 UTF-8', 'neither Big5 nor UTF-8');
    const label = declared.exec(before.toString('latin1').replace(/^\xef\xbb\xbf/, ''))?.[1] ?? 'utf-8';
    encoding = Object.hasOwn(encodings, label.toLowerCase()) ? encodings[label.toLowerCase()] : undefined;
    if (encoding === undefined) wrong('編碼不是 Big5 或 UTF-8', 'neither Big5 nor UTF-8');
    decoder = new TextDecoder(encoding, { fatal: true });
    const first = before;
    before = Buffer.alloc(0);
    decode(first, true);
  };
  return {
    write(bytes) {
      if (decoder === undefined) {
        before = Buffer.concat([before, bytes]);
        if (before.length >= head) begin();
      } else decode(bytes, true);
    },
    end() {
      if (decoder === undefined) begin();
      decode(new Uint8Array(0), false);
      parser.close();
      return { encoding: encoding ?? 'utf-8', records, orders };
    },
  };
}

const notAnUpload = (why: Say): Failure =>
  new Failure(6015, {
    kind: 'upload-xml',
    why,
    todo: say({ zh: '請重新產生上傳檔後再送', en: 'make the file anew and send it again' }),
  });
