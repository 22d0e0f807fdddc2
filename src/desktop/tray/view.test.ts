import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { argb, png } from './icon.ts';
import type { TrayState } from './types.ts';
import { type TrayStatus, viewOf } from './view.ts';

const well: TrayStatus = {
  version: '1.2.3',
  profile: '5.1',
  simulated: true,
  sam: { state: 2, kind: 'cloud', online: true, delegation: { valid: true } },
  slots: [{ name: 'A', state: 'ready' }],
  links: { centre: true, sam: true },
  journal: { waiting: 0, inDoubt: 0, refused: 0 },
};
const seen = (status: TrayStatus | undefined, offlineSince?: number) => viewOf({ status, offlineSince });
const labels = (status: TrayStatus | undefined, offlineSince?: number): string =>
  seen(status, offlineSince)
    .items.map((one) => one.label)
    .join('\n');

test('each state by what makes it, and with its reason in both languages', () => {
  const cases: readonly [TrayState, TrayStatus | undefined, RegExp][] = [
    ['good', well, /^正常 Working$/m],
    ['good', { ...well, sam: { state: 1, kind: 'cloud', online: false } }, /^正常/m],
    ['good', { ...well, journal: { ...well.journal, waiting: 3 } }, /3 筆尚未送到資料中心 3 not at/],
    ['offline', { ...well, links: { centre: false, sam: true } }, /^離線，自 \d\d:\d\d 起 Offline since \d\d:\d\d$/m],
    ['offline', { ...well, links: { centre: true, sam: false } }, /^離線，自/m],
    ['attention', { ...well, journal: { ...well.journal, inDoubt: 1 } }, /不確定.*in doubt/],
    ['attention', { ...well, journal: { ...well.journal, refused: 2 } }, /2 筆資料中心不收 2 not taken/],
    ['attention', { ...well, slots: [{ name: 'A', state: 'failed' }] }, /沒有回應.*do not answer/],
    ['attention', { ...well, sam: { state: 0, kind: 'card', online: false } }, /沒有安全模組卡 no security/],
    ['attention', { ...well, sam: { state: 9, kind: 'card', online: false } }, /不是安全模組卡/],
    [
      'attention',
      { ...well, sam: { state: 1, kind: 'cloud', online: true, lastFailure: { code: 4051 } } },
      /認證失敗（4051）.*not verified \(4051\)/,
    ],
    // What is pressing comes first; that it is offline is said beside.
    [
      'attention',
      { ...well, links: { centre: false, sam: false }, journal: { ...well.journal, inDoubt: 1 } },
      /不確定[\s\S]*離線，自/,
    ],
    ['stopped', undefined, /沒有回應.*does not answer/],
  ];
  for (const [state, status, words] of cases) {
    const view = seen(status, 0);
    assert.equal(view.state, state, JSON.stringify(status));
    assert.match(view.text, words);
    assert.match(labels(status, 0), words);
    assert.match(view.title, /健保卡/);
  }
  assert.match(seen({ ...well, links: { centre: false, sam: true } }).text, /^離線 Offline$/m);
});

test('what can be chosen is what can be done: without the control software, only to quit', () => {
  const enabled = (view: ReturnType<typeof viewOf>) => view.items.filter((one) => one.enabled).map((one) => one.id);
  assert.deepEqual(enabled(seen(well)), ['open', 'restart', 'quit']);
  assert.deepEqual(enabled(seen(undefined)), ['quit']);
  assert.deepEqual(enabled(viewOf({ status: well, restarting: true })), ['open', 'quit']);
  for (const view of [seen(well), seen(undefined)])
    assert.equal(new Set(view.items.map((one) => one.id)).size, view.items.length, 'each item has an id of its own');
});

const states: readonly TrayState[] = ['good', 'offline', 'attention', 'stopped'];

test('the states are told apart without colour, at every size', () => {
  /** What an eye without colours sees on a panel of some grey: where there is ink, and where white. */
  const grey = (state: TrayState, size: number): number[] => {
    const pixels = argb(state, size);
    return Array.from({ length: size * size }, (_, at) => {
      const [alpha = 0, red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 4);
      const white = Math.min(red, green, blue) > 0xb0;
      return alpha < 0x80 ? 0 : white ? 2 : 1;
    });
  };
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 64 }), (size) => {
      for (const [at, one] of states.entries())
        for (const other of states.slice(at + 1)) {
          const [a, b] = [grey(one, size), grey(other, size)];
          const different = a.filter((value, place) => value !== b[place]).length;
          assert.ok(different > size * size * 0.1, `${one} and ${other} at ${size}: ${different}`);
        }
    }),
    { numRuns: 12 },
  );
});

test('the PNG is one that others read', async () => {
  const { spawnSync } = await import('node:child_process');
  const script = `import struct,sys,zlib
data=sys.stdin.buffer.read(); assert data[:8]==b'\\x89PNG\\r\\n\\x1a\\n'
at=8; kinds=[]; body=b''
while at<len(data):
    size,=struct.unpack('>I',data[at:at+4]); kind=data[at+4:at+8]; part=data[at+8:at+8+size]
    assert struct.unpack('>I',data[at+8+size:at+12+size])[0]==zlib.crc32(kind+part)
    kinds.append(kind.decode()); body+=part if kind==b'IDAT' else b''; at+=12+size
print(kinds,len(zlib.decompress(body)))`;
  const ran = spawnSync('python3', ['-c', script], { input: png('good', 32), encoding: 'utf8' });
  if (ran.error) return;
  assert.equal(ran.stdout.trim(), `['IHDR', 'IDAT', 'IEND'] ${32 * (32 * 4 + 1)}`, ran.stderr);
});
