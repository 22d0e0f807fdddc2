// 3.1, 3.2 and csDownloadData from control to the centre's disk: checks before anything is sent, one upload whatever
// happens, receipts (long: one counter serves all of it).
// deadline: 240 s
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import {
  type MadeUpload,
  makeUpload,
  makeUploadOf,
  makeUploadOfExactly,
  memorySink,
  sourceOf,
} from '../../test/support/upload.ts';
import { Failure, limits, say } from '../base/index.ts';
import { openUploadRows } from '../centre/server/index.ts';
import { verifyReceipt } from '../codec/index.ts';
import type { CallAnswer, FileSource } from './index.ts';

let counter: TestCounter;
before(async () => {
  counter = await newCounter();
  await counter.call('csVerifySAMDC');
});
after(() => counter.close());

const latin = (value: unknown): string => Buffer.from(value as Uint8Array).toString('latin1');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const send = (made: MadeUpload, source: FileSource = sourceOf(made.bytes), more: { [param: string]: string } = {}) =>
  counter.call('csUploadData', {
    pUploadFileName: source,
    pFileSize: String(made.bytes.length),
    pNumber: String(made.records),
    ...more,
    iBufferLen: 50,
  });
let salts = 0;
const salt = (): string => `s${++salts}`;

/** What the centre holds: stored and unfinished uploads, and the files. */
function atCentre() {
  const rows = openUploadRows(join(counter.folder, 'centre/uploads.sqlite'));
  try {
    const folder = join(counter.folder, 'centre/uploads');
    return {
      stored: rows.stored('3501200000'),
      unfinished: rows.unfinished('3501200000'),
      files: existsSync(folder) ? readdirSync(folder).sort() : [],
      file: (id: string): Uint8Array => new Uint8Array(readFileSync(join(folder, `${id}.xml`))),
    };
  } finally {
    rows.close();
  }
}
/** The receipt of this file, after checking that there is one of it, everywhere, and that it is right. */
async function oneReceipt(made: MadeUpload, answer: CallAnswer) {
  assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  const centre = atCentre();
  const [receipt, ...others] = centre.stored.filter((one) => one.sha256 === sha256(made.bytes));
  assert.ok(receipt);
  assert.deepEqual(others, []);
  assert.equal(centre.unfinished.includes(receipt.id), false);
  assert.ok(Buffer.compare(centre.file(receipt.id), made.bytes) === 0, "the centre's file is the caller's");
  assert.equal(centre.files.includes(`${receipt.id}.sums`), false);
  assert.deepEqual([receipt.size, receipt.records, receipt.orders], [made.bytes.length, made.records, made.orders]);
  assert.deepEqual(
    (await counter.control.journal()).filter((one) => one.id === receipt.id).map((one) => one.upload),
    [receipt],
  );
  assert.equal(
    latin(answer.outputs.pBuffer),
    `${receipt.samId.padEnd(12)}${receipt.hospId}${receipt.sentAt}${receipt.receivedAt}`,
  );
  return receipt;
}

test('3.1: the file arrives, its receipt is 50 bytes, genuine, and kept on both sides', async () => {
  const made = makeUpload(5, 2);
  const answer = await send(made);
  const receipt = await oneReceipt(made, answer);
  assert.equal(answer.outputs.iBufferLen, 50);
  assert.equal(answer.fields.pBuffer?.hospId, '3501200000');
  const { entries } = await counter.centreClient.keyDirectory();
  const root = entries.find((one) => one.use === 'root');
  assert.ok(verifyReceipt(receipt, Buffer.from(root?.publicKey ?? '', 'base64')));
  assert.equal(latin(answer.outputs.pFileSize), String(made.bytes.length));
  assert.equal(latin(answer.outputs.pNumber), '5');
});

test('3.2 checks and hands back the orders too; the same file by 3.1 is the same upload', async () => {
  const made = makeUpload(3, 4, { salt: salt() });
  const ask = (orders: string) =>
    counter.call('3.2', {
      pUploadFileName: sourceOf(made.bytes),
      pFileSize: String(made.bytes.length),
      pNumber: '3',
      pPrecNumber: orders,
      iBufferLen: 50,
    });
  const wrong = await ask('11');
  assert.equal(wrong.code, 6015);
  assert.match(wrong.failure?.why.zh ?? '', /11.*12/);
  const answer = await ask('12');
  assert.equal(latin(answer.outputs.pPrecNumber), '12');
  const receipt = await oneReceipt(made, answer);
  assert.deepEqual(await oneReceipt(made, await send(made)), receipt);
});

test('sizes and counts come back in the room that they came in: the same text, or nothing new', async () => {
  const made = makeUpload(2, 1, { salt: salt() });
  const size = String(made.bytes.length);
  for (const [pFileSize, pNumber] of [
    [size, '2'],
    [`00${size}`, '0002'],
    ['', ''],
    [size, ''],
  ] as const) {
    const answer = await send(made, undefined, { pFileSize, pNumber });
    assert.equal(answer.code, 0, JSON.stringify(answer.failure));
    assert.equal(latin(answer.outputs.pFileSize), pFileSize);
    assert.equal(latin(answer.outputs.pNumber), pNumber);
  }
  const without = await counter.call('csUploadData', { pUploadFileName: sourceOf(made.bytes) });
  assert.equal(latin(without.outputs.pFileSize), size, 'a caller without memory of its own is told all');
  assert.equal(latin(without.outputs.pNumber), '2');
});

test('what is no upload, or not the one that was said, is refused before a byte is sent', async () => {
  const made = makeUpload(2, 1, { salt: salt() });
  const { bytes } = made;
  let asked = 0;
  const { beginUpload } = counter.centreClient;
  counter.centreClient.beginUpload = (...args) => {
    asked++;
    return beginUpload(...args);
  };
  const before = atCentre().files;
  const doctype = new Uint8Array(
    Buffer.from('<!DOCTYPE RECS [<!ENTITY x SYSTEM "file:///etc/passwd">]><RECS>&x;</RECS>'),
  );
  const cases: readonly [name: string, answer: Promise<CallAnswer>, code: number, why: RegExp][] = [
    ['not there', send(made, { size: -1, read: async () => new Uint8Array(0) }), 6017, /not there|opened/],
    ['another size', send(made, undefined, { pFileSize: String(bytes.length + 1) }), 6015, /size/],
    ['another count', send(made, undefined, { pNumber: '3' }), 6015, /3.*2/],
    ['empty', send({ bytes: new Uint8Array(0), records: 0, orders: 0 }), 6015, /root element/],
    ['one byte', send({ bytes: Uint8Array.of(0x3c), records: 0, orders: 0 }), 6015, /line 1/],
    ['cut short', send({ ...made, bytes: bytes.subarray(0, -20) }), 6015, /line/],
    ['a document type', send({ bytes: doctype, records: 0, orders: 0 }), 6015, /document type/],
    [
      'shorter than it said',
      send(made, { size: bytes.length, read: async (at, n) => bytes.subarray(at, at + n - 5) }),
      6015,
      /broke off/,
    ],
    ['a path', counter.call('csUploadData', { pUploadFileName: '/etc/hostname' }), 6018, /path/],
    ['no number', send(made, undefined, { pNumber: 'two' }), 6018, /./],
    [
      'a buffer too small',
      counter.call('csUploadData', { pUploadFileName: sourceOf(bytes), iBufferLen: 49 }),
      6018,
      /50/,
    ],
  ];
  try {
    for (const [name, waiting, code, why] of cases) {
      const answer = await waiting;
      assert.equal(answer.code, code, `${name}: ${JSON.stringify(answer.failure)}`);
      assert.match(answer.failure?.why.en ?? '', why, name);
      assert.deepEqual(answer.outputs, {}, name);
    }
  } finally {
    counter.centreClient.beginUpload = beginUpload;
  }
  assert.equal(asked, 0);
  assert.deepEqual(atCentre().files, before);
});

test('a file that changes while it is sent is not taken, and not mixed with what it was', async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 2 + 5, salt());
  const other = Uint8Array.from(made.bytes);
  other[other.length - 1] = 0x0a;
  let reads = 0;
  const changing: FileSource = {
    size: made.bytes.length,
    read: async (at, length) => (++reads > 5 ? other : made.bytes).subarray(at, at + length),
  };
  const refused = await send(made, changing);
  assert.equal(refused.code, 6015);
  assert.match(refused.failure?.why.en ?? '', /changed/);
  await oneReceipt(made, await send(made));
});

test('at once from many programs: one upload, one receipt', async () => {
  const made = makeUploadOf(600_000, salt());
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((program) =>
      counter.as(program)('csUploadData', { pUploadFileName: sourceOf(made.bytes), iBufferLen: 50 }),
    ),
  );
  const receipts = await Promise.all(answers.map((answer) => oneReceipt(made, answer)));
  assert.equal(new Set(receipts.map((one) => one.signature)).size, 1);
});

test('each code that the section lists and this machine can give, and an upload after each', async () => {
  const made = makeUpload(1, 1, { salt: salt() });
  const faults: readonly [fault: string, code: number][] = [
    ['sam-hospid', 5067],
    ['clock-read', 5005],
    ['sam-sign', 5008],
    ['upload-signature', 6014],
    ['upload-transfer', 6015],
    ['disk-full', 6016],
  ];
  for (const [name, code] of faults) {
    await counter.act('fault', { name });
    assert.equal((await send(made)).code, code, name);
    await counter.act('fault', { name: 'off' });
  }
  await counter.act('network', { up: false });
  const offline = await send(made);
  assert.equal(offline.code, 4061);
  await counter.act('network', { up: true });
  assert.equal(
    atCentre().stored.some((one) => one.sha256 === sha256(made.bytes)),
    false,
  );
  await oneReceipt(made, await send(made));
  await counter.act('network', { up: false });
  assert.equal((await send(made)).code, 4061, 'always online, also for what is known');
  await counter.act('network', { up: true });
});

test('3.5: a security module card signs it; without the port, the card, or with another one in its slot', async () => {
  const dedicated = await newCounter({ profile: '3.5' });
  const made = makeUploadOfExactly(limits.uploadPart + 1, salt());
  const ask = () => dedicated.call('csUploadData', { pUploadFileName: sourceOf(made.bytes), iBufferLen: 50 });
  try {
    const done = await ask();
    assert.equal(done.code, 0, JSON.stringify(done.failure));
    const sam = dedicated.bench.list().find((one) => one.kind === 'sam' && one.slot !== undefined);
    assert.equal(done.fields.pBuffer?.samId, sam?.cardNo);
    dedicated.bench.remove(sam?.handle);
    assert.equal((await ask()).code, 4012);
    dedicated.bench.insert('normal', sam?.slot);
    assert.equal((await ask()).code, 4032);
    await dedicated.call('csCloseCom');
    assert.equal((await ask()).code, 4000);
  } finally {
    await dedicated.close();
  }
});

test('sizes round the borders of a part', async () => {
  const { uploadPart } = limits;
  for (const size of [500, uploadPart - 1, uploadPart, uploadPart + 1, 3 * uploadPart, 3 * uploadPart + 1]) {
    const made = makeUploadOfExactly(size, salt());
    await oneReceipt(made, await send(made));
  }
});

test('whatever is lost, damaged or cut on the way, asking again ends in exactly one upload', async () => {
  const { sendPart, finishUpload, beginUpload } = counter.centreClient;
  const network = (): Failure => new Failure(4061, { why: say({ zh: '斷線', en: 'cut' }) });
  const fault = fc.constantFrom('lost', 'lost-after', 'damaged', 'none', 'none');
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 500, max: limits.uploadPart * 5 }),
        fc.array(fault, { maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 2 }),
        async (size, faults, cuts) => {
          const made = makeUploadOfExactly(size, salt());
          const left = [...faults];
          const trouble =
            <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
            async (...args: A): Promise<R> => {
              const one = left.shift();
              if (one === 'lost') throw network();
              const last = args.at(-1);
              if (one === 'damaged' && last instanceof Uint8Array) {
                const damaged = Uint8Array.from(last);
                damaged[0] = (damaged[0] ?? 0) ^ 1;
                return call(...(args.with(-1, damaged) as A));
              }
              const answer = await call(...args);
              if (one === 'lost-after') throw network();
              return answer;
            };
          counter.centreClient.beginUpload = trouble(beginUpload);
          counter.centreClient.sendPart = trouble(sendPart);
          counter.centreClient.finishUpload = trouble(finishUpload);
          // The program that gives the file goes away at the n-th reading, and comes back.
          for (const cut of cuts) {
            let reads = 0;
            const leaving: FileSource = {
              size,
              read: async (at, length) => {
                if (reads++ === cut)
                  throw new Failure(4000, { kind: 'caller-gone', why: say({ zh: '離線', en: 'gone' }) });
                return made.bytes.subarray(at, at + length);
              },
            };
            const answer = await send(made, leaving);
            // 4061: more was lost in a row than is waited for.
            assert.ok([0, 4000, 4061, 6015].includes(answer.code), `${answer.code}`);
          }
          let answer = await send(made);
          for (let tries = 0; answer.code !== 0 && tries < 9; tries++) answer = await send(made);
          await oneReceipt(made, answer);
        },
      ),
      { numRuns: process.env.OPENCSHIS_SOAK === '1' ? 300 : 20 },
    );
  } finally {
    Object.assign(counter.centreClient, { sendPart, finishUpload, beginUpload });
  }
});

test('an upload that was cut goes on where it stopped', async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 6, salt());
  const { sendPart } = counter.centreClient;
  const sent: number[] = [];
  counter.centreClient.sendPart = (id, index, ...rest) => {
    sent.push(index);
    return sendPart(id, index, ...rest);
  };
  try {
    // The first reading takes six; of the second, four are read and the fifth finds nobody.
    let reads = 0;
    const leaving: FileSource = {
      size: made.bytes.length,
      async read(at, length) {
        if (++reads > 10) throw new Failure(4000, { kind: 'caller-gone', why: say({ zh: '離線', en: 'gone' }) });
        return made.bytes.subarray(at, at + length);
      },
    };
    assert.equal((await send(made, leaving)).code, 4000);
    assert.deepEqual(sent, [0, 1, 2, 3]);
    sent.length = 0;
    await oneReceipt(made, await send(made));
    assert.deepEqual(sent, [4, 5]);
    sent.length = 0;
    await oneReceipt(made, await send(made));
    assert.deepEqual(sent, [], 'and once it is stored, nothing is sent');
  } finally {
    counter.centreClient.sendPart = sendPart;
  }
});

test("a part that rots on the centre's disk is found and sent again", async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 3, salt());
  const { finishUpload } = counter.centreClient;
  counter.centreClient.finishUpload = async () => {
    throw new Failure(6016, { why: say({ zh: '滿', en: 'full' }) });
  };
  assert.equal((await send(made)).code, 6016);
  counter.centreClient.finishUpload = finishUpload;
  const [id = ''] = atCentre().unfinished;
  const file = join(counter.folder, 'centre/uploads', `${id}.xml`);
  const bytes = readFileSync(file);
  bytes[limits.uploadPart + 7] = 0x41;
  writeFileSync(file, bytes);
  // The centre's own look at what came is in memory: a new process looks at the disk.
  await counter.close();
  counter = await newCounter({}, counter.folder);
  await counter.call('csVerifySAMDC');
  await oneReceipt(made, await send(made));
});

test('a full disk at the counter when the centre has it already: refused, and the next call has the same receipt', async () => {
  const made = makeUpload(2, 2, { salt: salt() });
  const { store } = counter.world;
  const { append } = store;
  store.append = () => {
    throw new Failure(6016, { kind: 'disk-full', why: say({ zh: '磁碟已滿', en: 'the disk is full' }) });
  };
  const refused = await send(made);
  store.append = append;
  assert.equal(refused.code, 6016);
  assert.deepEqual(refused.outputs, {});
  assert.equal(atCentre().stored.filter((one) => one.sha256 === sha256(made.bytes)).length, 1);
  await oneReceipt(made, await send(made));
});

test('one that cancels is answered, and nothing is stored', async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 4, salt());
  const abort = new AbortController();
  let reads = 0;
  const session = counter.control.session({ door: 'in-process', role: 'program', program: 'x', process: 'x' });
  const ask = (signal?: AbortSignal) =>
    session.call({
      requestId: 'cancel-1',
      name: 'csUploadData',
      ...(signal ? { signal } : {}),
      inputs: {
        pUploadFileName: {
          size: made.bytes.length,
          async read(at: number, length: number) {
            if (++reads === 7) abort.abort();
            return made.bytes.subarray(at, at + length);
          },
        },
      },
    });
  assert.equal((await ask(abort.signal)).failure?.kind, 'caller-gone');
  assert.equal(
    atCentre().stored.some((one) => one.sha256 === sha256(made.bytes)),
    false,
  );
  await oneReceipt(made, await ask());
});

test('csDownloadData gives the result of an upload to the institution that sent it, and to no other', async () => {
  const made = makeUpload(4, 1, { salt: salt() });
  const receipt = await oneReceipt(made, await send(made));
  const ask = async (more: { [param: string]: string } = {}) => {
    const sink = memorySink();
    const answer = await counter.call('csDownloadData', {
      pSAMID: receipt.samId,
      pHospID: receipt.hospId,
      pNumber: '4',
      pSendDate: receipt.sentAt,
      pRecvDate: receipt.receivedAt,
      pServerRandom: receipt.serverRandom,
      pDownloadFileName: sink,
      ...more,
    });
    return { code: answer.code, text: new TextDecoder('big5').decode(sink.bytes()) };
  };
  const { code, text } = await ask();
  assert.equal(code, 0);
  const values = [...(text.split('='.repeat(75))[1] ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, value = '']) => value);
  assert.equal(values.length, 12);
  assert.equal(values[3]?.length, 13);
  assert.deepEqual(
    [values[4], values[5], values[9], values[10], values[11]].map((one) => Number(one)),
    [made.bytes.length, 4, 4, 4, 0],
  );
  assert.deepEqual(JSON.parse(/^\{.*\}/m.exec(text)?.[0] ?? ''), receipt);
  assert.equal((await ask({ pNumber: '', pServerRandom: '' })).text, text);
  for (const [more, expected] of [
    [{ pHospID: '3501200001' }, 9013],
    [{ pSAMID: 'SAM000000009' }, 6017],
    [{ pSendDate: '20200101000000' }, 6017],
    [{ pRecvDate: '20200101000000' }, 6017],
    [{ pNumber: '5' }, 6017],
    [{ pServerRandom: '0000000000000000' }, 6017],
  ] as const) {
    const refused = await ask(more);
    assert.equal(refused.code, expected, JSON.stringify(more));
    assert.equal(refused.text, '');
  }
  await counter.act('network', { up: false });
  assert.equal((await ask()).code, 4061);
  await counter.act('network', { up: true });
});

test('a download that is damaged on the way is refused, and one that cannot be written says so', async () => {
  const made = makeUpload(1, 1, { salt: salt() });
  const receipt = await oneReceipt(made, await send(made));
  const inputs = {
    pSAMID: receipt.samId,
    pHospID: receipt.hospId,
    pNumber: '',
    pSendDate: receipt.sentAt,
    pRecvDate: receipt.receivedAt,
    pServerRandom: receipt.serverRandom,
  };
  const { download } = counter.centreClient;
  counter.centreClient.download = async (...args) => {
    const piece = await download(...args);
    const bytes = Uint8Array.from(piece.bytes);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    return { ...piece, bytes };
  };
  assert.equal((await counter.call('csDownloadData', { ...inputs, pDownloadFileName: memorySink() })).code, 6015);
  counter.centreClient.download = download;
  const full = {
    async write() {
      throw new Failure(6016, { why: say({ zh: '滿', en: 'full' }) });
    },
  };
  assert.equal((await counter.call('csDownloadData', { ...inputs, pDownloadFileName: full })).code, 6016);
});
