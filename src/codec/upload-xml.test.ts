import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeUpload } from '../../test/support/upload.ts';
import { Failure, limits } from '../base/index.ts';
import { encodeBig5 } from './big5.ts';
import { uploadScanner } from './upload-xml.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const scan = (...parts: readonly Uint8Array[]) => {
  const scanner = uploadScanner();
  for (const part of parts) scanner.write(part);
  return scanner.end();
};
const refused = (bytes: Uint8Array, why?: RegExp): void => {
  assert.throws(
    () => scan(bytes),
    (error) => {
      assert.ok(error instanceof Failure && error.code === 6015 && error.kind === 'upload-xml', String(error));
      if (why) assert.match(error.why.en, why);
      return true;
    },
  );
};

test('records and orders are counted where they belong, in both encodings', () => {
  for (const encoding of ['Big5', 'UTF-8'] as const)
    for (const [records, orders] of [
      [1, 0],
      [1, 1],
      [7, 3],
    ] as const) {
      const made = makeUpload(records, orders, { encoding });
      assert.deepEqual(scan(made.bytes), {
        encoding: encoding === 'Big5' ? 'big5' : 'utf-8',
        records,
        orders: records * orders,
      });
    }
  assert.deepEqual(scan(bytesOf('<RECS/>')), { encoding: 'utf-8', records: 0, orders: 0 });
  const elsewhere = '<RECS><REC><REC/><MB2/><MB><MB1><MB2/></MB1></MB></REC><X><REC/><MB><MB2/></MB></X></RECS>';
  assert.deepEqual(scan(bytesOf(elsewhere)), { encoding: 'utf-8', records: 1, orders: 0 });
});

test('however a file is cut, the same comes of it', () => {
  const made = makeUpload(4, 2);
  const long = makeUpload(300, 3).bytes;
  fc.assert(
    fc.property(fc.constantFrom(made.bytes, long), fc.array(fc.nat(), { maxLength: 40 }), (bytes, cuts) => {
      const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
      const parts = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      assert.deepEqual(scan(...parts), scan(bytes));
    }),
    { numRuns: 60 },
  );
});

test('a file that was cut short, or has a byte too many, is no upload', () => {
  const { bytes } = makeUpload(2, 1);
  const end = Buffer.from(bytes).lastIndexOf('</RECS>') + '</RECS>'.length;
  for (let length = 0; length < end; length += 7) refused(bytes.subarray(0, length));
  refused(bytes.subarray(0, end - 1));
  refused(new Uint8Array(Buffer.concat([bytes, Buffer.from('x')])));
  refused(new Uint8Array(Buffer.concat([bytes, bytes])));
});

test('whatever the bytes, the answer is a count or a refusal', () => {
  const { bytes } = makeUpload(2, 1);
  const damaged = fc
    .array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
    .map((changes) => {
      const copy = Uint8Array.from(bytes);
      for (const [place, value] of changes) copy[place] = value;
      return copy;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), damaged), (any) => {
      try {
        const { records, orders } = scan(any);
        assert.ok(records >= 0 && orders >= 0);
      } catch (error) {
        assert.ok(error instanceof Failure && error.code === 6015, String(error));
        // The file is full of people: its own text stands in no error.
        assert.doesNotMatch(error.why.en + error.why.zh, /A037341100|測試身分證號/);
      }
    }),
    { numRuns: 500 },
  );
});

test('document types, entities and what they lead to are refused', () => {
  const bodies: readonly string[] = [
    '<!DOCTYPE RECS><RECS/>',
    '<!DOCTYPE RECS SYSTEM "file:///etc/passwd"><RECS/>',
    '<!DOCTYPE RECS [<!ENTITY x SYSTEM "file:///etc/passwd">]><RECS>&x;</RECS>',
    '<!DOCTYPE RECS [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x">%x;]><RECS/>',
    `<!DOCTYPE RECS [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]><RECS>&a30;</RECS>`,
    `<!DOCTYPE RECS [<!ENTITY a "${'x'.repeat(50_000)}">]><RECS>${'&a;'.repeat(5000)}</RECS>`,
  ];
  for (const body of bodies) refused(bytesOf(body), /document type/);
  refused(bytesOf('<RECS>&x;</RECS>'), /entity/);
  refused(bytesOf(`<!DOCTYPE RECS [<!-- ${'x'.repeat(2 * limits.xmlPiece)} -->]><RECS/>`));
  assert.deepEqual(scan(bytesOf('<RECS><REC>&lt;&amp;&gt;&#x4E2D;</REC></RECS>')).records, 1, 'the five of XML itself');
});

test('depth, and the length of one text, one tag and one comment, have an end', () => {
  const nested = (depth: number): string => `<RECS>${'<a>'.repeat(depth - 1)}${'</a>'.repeat(depth - 1)}</RECS>`;
  assert.equal(scan(bytesOf(nested(limits.xmlDepth))).records, 0);
  refused(bytesOf(nested(limits.xmlDepth + 1)), /deep/);
  refused(bytesOf(nested(300_000)), /deep/);
  const long = 'x'.repeat(limits.xmlPiece + 100_000);
  for (const body of [`<RECS>${long}</RECS>`, `<RECS a="${long}"/>`, `<RECS><!--${long}--></RECS>`, `<${long}`])
    refused(bytesOf(body), /too long/);
  const short = 'x'.repeat(limits.xmlPiece / 2);
  assert.equal(scan(bytesOf(`<RECS>${`<REC>${short}</REC>`.repeat(4)}</RECS>`)).records, 4);
});

test('only Big5 and UTF-8, as declared', () => {
  const says = (label: string): string => `<?xml version="1.0" encoding="${label}"?><RECS>中</RECS>`;
  for (const label of ['Big5', 'big5', 'BIG5', 'MS950', 'cp950'])
    assert.equal(scan(encodeBig5(says(label))).encoding, 'big5', label);
  for (const label of ['UTF-8', 'utf-8']) assert.equal(scan(bytesOf(says(label))).encoding, 'utf-8', label);
  assert.equal(scan(bytesOf('\ufeff<RECS/>')).encoding, 'utf-8', 'a mark at the beginning');
  for (const label of ['UTF-16', 'GBK', 'Big5-HKSCS', 'utf-7', 'constructor'])
    refused(bytesOf(says(label)), /neither Big5 nor UTF-8/);
  for (const bytes of [Buffer.from(`\ufeff${says('UTF-16')}`, 'utf16le'), Buffer.from('<RECS/>', 'utf16le')])
    refused(new Uint8Array(bytes), /neither Big5 nor UTF-8/);
  // Chinese in the other encoding than the declaration says.
  refused(encodeBig5('<?xml version="1.0" encoding="UTF-8"?><RECS>中文字</RECS>'), /not UTF-8/);
  refused(encodeBig5('<RECS>中文字</RECS>'), /not UTF-8/);
  const around = (...bytes: number[]): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="Big5"?><RECS>'),
        Buffer.from(bytes),
        Buffer.from('</RECS>'),
      ]),
    );
  assert.equal(scan(around(0xa4, 0xa4, 0xf9, 0xd6, 0xfa, 0x40)).encoding, 'big5', 'rare and user-defined characters');
  for (const bytes of [[0x80], [0xff], [0xa4, 0x20], [0xa4]]) refused(around(...bytes), /not Big5/);
});

test('memory does not grow with the file', () => {
  const scanner = uploadScanner();
  const record = bytesOf(`<REC><MB><MB1><M01>${'x'.repeat(1000)}</M01></MB1><MB2/></MB></REC>`.repeat(250));
  scanner.write(bytesOf('<RECS>'));
  const heap = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  for (let at = 0; at < 20; at++) scanner.write(record);
  const before = heap();
  for (let at = 0; at < 200; at++) scanner.write(record);
  assert.ok(heap() - before < 200 * record.length * 0.5, 'far less is held than was read');
  scanner.write(bytesOf('</RECS>'));
  assert.equal(scanner.end().records, 220 * 250);
});
