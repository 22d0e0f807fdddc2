// Files uploaded through real processes while these are killed at every named point and at random moments, the network
// is cut, and disks are full: asked again, each ends as exactly one upload, whole, with one receipt.
// deadline: 290 s
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  Failure,
  fileStore,
  limits,
  randomInt,
  seededRandom,
  sleep,
  systemClock,
  systemRandom,
  uploadCrashPoints,
} from '../src/base/index.ts';
import { openUploadRows } from '../src/centre/server/index.ts';
import type { FileSource } from '../src/control/index.ts';
import { connect, startDetached, stopWorld } from '../src/main/daemon.ts';
import { processesFile, readDiscovery } from '../src/main/home.ts';
import { type SwitchBoard, switchBoard, switchFile } from '../src/world/index.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder, newWorldFolder } from '../test/support/counter.ts';
import { ask } from '../test/support/doors.ts';
import { endlessUpload, type MadeUpload, makeUpload, makeUploadOfExactly, sourceOf } from '../test/support/upload.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const rounds = soak ? 100 : 6;
const seed = process.env.OPENCSHIS_SEED ?? String(randomInt(systemRandom, 1_000_000));
const chance = seededRandom(`uploads ${seed}`);
const hospId = '3501200000';

let folder: string;
let board: SwitchBoard;
let closeStore: () => void;
before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  folder = newWorldFolder();
  const own = fileStore(folder);
  closeStore = () => own.close();
  board = switchBoard(own, join(folder, switchFile));
  await startDetached(folder);
});
after(async () => {
  await stopWorld(folder);
  closeStore();
});

type Name = 'control' | 'sam' | 'centre';
const pidOf = (name: Name): number =>
  (JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { [name: string]: { pid: number } })[name]?.pid ??
  0;

let salts = 0;
const newFile = (size: number): MadeUpload => makeUploadOfExactly(size, `e${++salts}`);
const sent: MadeUpload[] = [];

/** A call as a HIS makes it: until it is answered with 0. Answers the codes on the way. */
async function uploadUntilDone(
  made: MadeUpload,
  source: () => FileSource = () => sourceOf(made.bytes),
): Promise<number[]> {
  sent.push(made);
  const codes: number[] = [];
  for (let attempt = 0; ; attempt++) {
    try {
      const client = await connect(folder, 'program');
      try {
        const answer = await client.call(
          'csUploadData',
          {
            pUploadFileName: source(),
            pFileSize: String(made.bytes.length),
            pNumber: String(made.records),
            iBufferLen: 50,
          },
          { requestId: randomUUID() },
        );
        codes.push(answer.code);
        if (answer.code === 0) return codes;
      } finally {
        client.close();
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    assert.ok(attempt < 400, `never answered: ${codes.slice(-5)}`);
    await sleep(systemClock, 25);
  }
}

/** Everything that was sent is at the centre once, whole, and its receipt is in the journal once. */
async function inspect(): Promise<void> {
  const client = await connect(folder, 'operator');
  const journal = await client.op<{ id: string; upload?: { sha256: string; signature: string } }[]>('journal');
  client.close();
  const rows = openUploadRows(join(folder, 'centre/uploads.sqlite'));
  try {
    const stored = rows.stored(hospId);
    const wanted = sent.map((made) => createHash('sha256').update(made.bytes).digest('hex'));
    assert.deepEqual(stored.map((one) => one.sha256).sort(), [...new Set(wanted)].sort());
    assert.deepEqual(rows.unfinished(hospId), []);
    for (const made of sent) {
      const sha256 = createHash('sha256').update(made.bytes).digest('hex');
      const receipt = stored.find((one) => one.sha256 === sha256);
      assert.ok(Buffer.compare(readFileSync(join(folder, 'centre/uploads', `${receipt?.id}.xml`)), made.bytes) === 0);
      assert.deepEqual(
        journal.flatMap((one) => (one.upload?.sha256 === sha256 ? [one.upload.signature] : [])),
        [receipt?.signature],
      );
    }
    assert.deepEqual(
      readdirSync(join(folder, 'centre/uploads')).filter((name) => !name.endsWith('.xml') && !name.endsWith('.sums')),
      [],
    );
  } finally {
    rows.close();
  }
}

const died = async (name: Name, old: number): Promise<boolean> => {
  for (let waited = 0; waited < 500; waited++) {
    if (pidOf(name) !== old) return true;
    await sleep(systemClock, 10);
  }
  return false;
};

for (const point of uploadCrashPoints) {
  test(`killed at ${point}`, async () => {
    const name = point.split(':')[0] as Name;
    const old = pidOf(name);
    board.set({ crashAt: [point] });
    await Promise.all([
      uploadUntilDone(newFile(limits.uploadPart * 2 + 100)),
      died(name, old).then((so) => {
        board.set({ crashAt: [] });
        assert.ok(so, `${point} was never reached`);
      }),
    ]);
    await inspect();
  });
}

for (const name of ['control', 'centre', 'sam'] as const) {
  test(`${name} killed at ${rounds} random moments (seed ${seed})`, async () => {
    for (let round = 0; round < rounds; round++) {
      const made = newFile(limits.uploadPart * 3 + randomInt(chance, limits.uploadPart));
      const at = randomInt(chance, 9);
      const wait = randomInt(chance, 20);
      let reads = 0;
      const killing: FileSource = {
        size: made.bytes.length,
        async read(offset, length) {
          // One reading is 32 pieces of a part; the kill strikes while some part is on its way.
          if (reads++ === at * 16)
            void sleep(systemClock, wait).then(() => {
              try {
                process.kill(pidOf(name), 'SIGKILL');
              } catch {
                // it is being restarted already
              }
            });
          return made.bytes.subarray(offset, offset + length);
        },
      };
      await uploadUntilDone(made, () => killing);
    }
    for (let waited = 0; readDiscovery(folder) === undefined && waited < 500; waited++) await sleep(systemClock, 10);
    await inspect();
  });
}

test('a network that is cut in the middle: back in a moment it is one call, else 4061 and the next call goes on', async () => {
  for (const back of [true, false]) {
    const made = newFile(limits.uploadPart * 6);
    let reads = 0;
    const cutting: FileSource = {
      size: made.bytes.length,
      async read(offset, length) {
        // The first reading is 192 pieces; this is in the second.
        if (reads++ === 230) {
          board.set({ links: { centre: false, sam: false } });
          if (back) void sleep(systemClock, 600).then(() => board.set({ links: { centre: true, sam: true } }));
        }
        return made.bytes.subarray(offset, offset + length);
      },
    };
    const codes = uploadUntilDone(made, () => cutting);
    if (!back) {
      while (sent.length === 0) await sleep(systemClock, 5);
      // It gives up by itself, and says so; until then and after it nothing is stored.
      await sleep(systemClock, limits.uploadRetryFirst * 2 ** (limits.uploadRetries + 1));
      board.set({ links: { centre: true, sam: true } });
    }
    const all = await codes;
    assert.deepEqual([...new Set(all)], back ? [0] : [4061, 0]);
  }
  await inspect();
});

test('a client that goes away and comes back by the same request id has its upload', async () => {
  const made = newFile(limits.uploadPart * 4);
  sent.push(made);
  const requestId = randomUUID();
  const inputs = (source: FileSource) => ({ pUploadFileName: source, iBufferLen: 50 });
  const first = await connect(folder, 'program');
  let reads = 0;
  const leaving: FileSource = {
    size: made.bytes.length,
    async read(offset, length) {
      if (++reads === 150) first.close();
      return made.bytes.subarray(offset, offset + length);
    },
  };
  await assert.rejects(first.call('csUploadData', inputs(leaving), { requestId }));
  const second = await connect(folder, 'program');
  const answer = await second.call('csUploadData', inputs(sourceOf(made.bytes)), { requestId });
  second.close();
  assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  await inspect();
});

/** Resident memory that a process had at most, MB. */
const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024;

const large = soak ? 400_000_000 : 240_000_000;
test(`a file of ${large / 1e6} MB streams: memory stays as it was`, async (t) => {
  if (process.platform !== 'linux') return t.skip('the peak of another process is read from /proc');
  const client = await connect(folder, 'program');
  const send = async (size: number): Promise<void> => {
    const source = endlessUpload(size, `m${size}`);
    const answer = await client.call('csUploadData', {
      pUploadFileName: source,
      pFileSize: String(source.size),
      pNumber: String(source.records),
    });
    assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  };
  // After so much every process has the garbage that it usually has.
  await send(60_000_000);
  const before = (['control', 'centre', 'sam'] as const).map((name) => peakOf(pidOf(name)));
  await send(large);
  const grown = (['control', 'centre', 'sam'] as const).map((name, at) => peakOf(pidOf(name)) - (before[at] ?? 0));
  client.close();
  t.diagnostic(`grown by ${grown.map((one) => one.toFixed(0)).join(', ')} MB (control, centre, sam)`);
  // Garbage comes and goes by a hundred MB; a file that was held would be what it is larger than the one before.
  const held = (large - 60_000_000) / 1e6;
  for (const one of grown) assert.ok(one < held * 0.85, `grown by ${grown.join(', ')} MB`);
});

test('a full disk: at the centre 6016, for a file over HTTP 6016; with room again each is one upload', async (t) => {
  const disk = newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=700', 'tmpfs', disk]);
  if (mounted.status !== 0) return t.skip('no file system may be mounted here, so none can be filled');
  const cli = cliFor(disk);
  t.after(async () => {
    await cli('stop');
    spawnSync('umount', ['-l', disk]);
  });
  assert.equal((await cli('world', 'new', '--people', '3', '--port', '0')).code, 0);
  assert.equal((await cli('start')).code, 0);
  const outside = newFolder();
  const file = join(outside, 'a.xml');
  const large = makeUploadOfExactly(6_000_000, 'disk');
  writeFileSync(file, large.bytes);
  const filler = join(disk, 'filler');
  const fill = (leave: number): void => {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk);
      const room = bavail * bsize - leave;
      if (room <= 0) return;
      try {
        appendFileSync(filler, Buffer.alloc(Math.min(room, 1_000_000)));
      } catch {
        return;
      }
    }
  };
  fill(3_000_000);
  const refused = await cli('upload', file, '--json');
  assert.equal(refused.code, 1);
  assert.equal(JSON.parse(refused.stdout).code, 6016, refused.stdout);
  rmSync(filler);
  const done = JSON.parse((await cli('upload', file, '--json')).stdout);
  assert.equal(done.code, 0);
  assert.equal(done.receipt.size, large.bytes.length);
  // Over HTTP the file waits on the same disk.
  const found = readDiscovery(disk);
  const port = Number(new URL(found?.url ?? '').port);
  const other = makeUploadOfExactly(3_000_000, 'spool');
  const post = () =>
    ask({ port }, 'POST', '/api/v1/call/csUploadData', {
      headers: { 'content-type': 'application/xml', 'x-opencshis-token': found?.tokens.program ?? '' },
      body: other.bytes,
    });
  fill(500_000);
  const full = await post();
  assert.equal(full.json?.failure?.code ?? full.json?.code, 6016, full.text);
  assert.ok(full.json.failure.todo?.zh);
  rmSync(filler);
  assert.equal((await post()).json.code, 0);
  const receipts = JSON.parse((await cli('receipts', '--json')).stdout) as { size: number; verdict: string }[];
  assert.deepEqual(
    receipts.map((one) => [one.size, one.verdict]),
    [
      [6_000_000, 'ok'],
      [3_000_000, 'ok'],
    ],
  );
});

test('the command line: upload, receipts, download, verify', async () => {
  const cli = cliFor(folder);
  const place = newFolder();
  const file = join(place, '上傳.xml');
  const made = makeUpload(3, 2, { salt: 'cli' });
  sent.push(made);
  writeFileSync(file, made.bytes);
  const wrong = await cli('upload', file, '--number', '4');
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /6015 .*4.*3/);
  assert.equal((await cli('upload', join(place, 'nothing.xml'))).code, 1);
  const shown = await cli('upload', file, '--number', '3', '--orders', '6');
  assert.equal(shown.code, 0, shown.stderr);
  assert.match(shown.stdout, /received by the data centre {2}simulated/);
  assert.match((await cli('upload', file, '--lang', 'zh')).stdout, /資料中心已收到/);
  const { code, receipt } = JSON.parse((await cli('upload', file, '--json')).stdout);
  assert.equal(code, 0);
  assert.deepEqual([receipt.records, receipt.orders], [3, 6]);
  const called = JSON.parse((await cli('call', 'csUploadData', `pUploadFileName=${file}`, '--json')).stdout);
  assert.equal(Buffer.from(called.buffer, 'base64').length, 50);
  assert.match((await cli('receipts')).stdout, new RegExp(receipt.id));
  const result = join(place, 'result.txt');
  assert.equal((await cli('download', result, '--upload', receipt.id)).code, 0);
  const genuine = await cli('verify', '--receipt', result);
  assert.equal(genuine.code, 0);
  assert.match(genuine.stdout, /genuine/);
  writeFileSync(result, readFileSync(result, 'latin1').replace('"records":3', '"records":4'), 'latin1');
  const altered = await cli('verify', '--receipt', result);
  assert.equal(altered.code, 1);
  assert.match(altered.stdout, /altered/);
  assert.equal((await cli('download', join(place, 'no/such/folder/x'), '--upload', receipt.id)).code, 1);
  assert.equal((await cli('download', result, '--upload', 'none')).code, 1);
  assert.deepEqual(readdirSync(place).sort(), ['result.txt', '上傳.xml'].sort(), 'nothing half done is left');
  assert.equal((await cli('verify')).code, 2);
});
