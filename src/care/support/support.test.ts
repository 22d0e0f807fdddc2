import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leaks } from '../../../test/support/canary.ts';
import { memoryStore } from '../../base/index.ts';
import { lineText, minuteOf, number, pathText, versionText } from './allowed.ts';
import { bundleOf, type Facts } from './bundle.ts';
import { items, keepGiven, readGiven, supportFile } from './items.ts';
import { filledItems, mailOf } from './mail.ts';
import { modelOf, readerItems } from './readers.ts';
import { checkBundle, remains } from './scan.ts';

const given = {
  name: '健安診所',
  hospId: '3501200000',
  contact: '王小姐',
  email: 'a.b@example.tw',
  phone: '(02)1234-5678#9',
  detail: '讀不到卡\n第二行',
} as const;

test('Q12: ten items, asked for once and kept, an empty text takes one back', () => {
  assert.equal(items.length, 10);
  const store = memoryStore();
  assert.deepEqual(readGiven(store), {});
  assert.deepEqual(keepGiven(store, {}), {});
  assert.equal(store.read(supportFile), undefined);
  keepGiven(store, given);
  assert.deepEqual(readGiven(store), given);
  keepGiven(store, { contact: '', phone: '0912345678' });
  const { contact: _, ...rest } = given;
  assert.deepEqual(readGiven(store), { ...rest, phone: '0912345678' });
});

test('what is no item, no line, or does not look like one is refused, and nothing is kept of it', () => {
  const store = memoryStore();
  for (const wrong of [
    { nobody: 'x' },
    { __proto__: undefined, toString: 'x' },
    { name: 'a\r\nBcc: everybody@example.tw' },
    { email: 'no address' },
    { email: 'a@b.tw, c@d.tw' },
    { hospId: '12' },
    { phone: 'call me' },
    { name: 'x'.repeat(101) },
    { name: 7 },
    { name: '   ' },
    { contact: 'a\u2028b' },
  ])
    assert.throws(() => keepGiven(store, wrong as Record<string, unknown>), { code: 6018 }, JSON.stringify(wrong));
  assert.equal(store.read(supportFile), undefined);
  store.write(supportFile, Buffer.from('{"v":1,"items":{"email":"\\r\\n","name":"ok"}}'));
  assert.deepEqual(readGiven(store), { name: 'ok' });
  store.write(supportFile, Buffer.from('no JSON'));
  assert.deepEqual(readGiven(store), {});
});

test('the mail lists the ten in their order; what was given goes before what was found', () => {
  const filled = filledItems(given, { hospId: '0000000000', version: 'OpenCSHIS 1', brand: 'ACS' });
  assert.deepEqual(
    filled.map(({ from }) => from),
    ['given', 'given', 'given', 'given', 'given', 'found', 'missing', 'found', 'missing', 'given'],
  );
  const { to, subject, body, mailto } = mailOf(filled);
  assert.equal(to, 'ic_service@nhi.gov.tw');
  assert.equal(subject, '讀卡機控制軟體問題詢問（健安診所 3501200000）');
  const numbers = [...body.matchAll(/^\((\d+)\) /gm)].map(([, no]) => Number(no));
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.match(body, /\(10\) 問題詳述：\n讀不到卡\n第二行/);
  assert.match(body, /\(9\) .*：（待填）/);
  const link = new URL(mailto);
  assert.equal(link.pathname, to);
  assert.equal(link.searchParams.get('subject'), subject);
  assert.equal(link.searchParams.get('body'), body.replaceAll('\n', '\r\n'));
  const long = mailOf(filledItems({ ...given, detail: '很長'.repeat(1500) }, {}));
  assert.ok(long.body.length > 3000 && long.mailto.length <= 2000);
});

test('items 7 to 9 are found by the readers, without serial numbers', () => {
  assert.deepEqual(modelOf('ACS ACR38U-CCID 00 00'), { brand: 'ACS', model: 'ACS ACR38U-CCID' });
  assert.deepEqual(modelOf('Gemalto PC Twin Reader (A1B2C3D4) 01 00'), {
    brand: 'Gemalto',
    model: 'Gemalto PC Twin Reader',
  });
  assert.deepEqual(modelOf('CASTLES EZ100PU 0'), { brand: 'CASTLES', model: 'CASTLES EZ100PU 0' });
  assert.doesNotMatch(modelOf('Reader [CCID Interface] (53691234567890) 00 00').model, /\d{3}/);
  assert.equal(modelOf('王小明的讀卡機').model, '?');
  const slot = (name: string, kind: string) => ({ name, kind, state: 'ready' });
  assert.deepEqual(readerItems([slot('ACS ACR38U 00 00', 'pcsc'), slot('COM3/HC', 'serial')], []), {
    readerKind: '健保專屬讀卡機、晶片讀卡機',
    brand: 'ACS',
    model: 'ACS ACR38U',
  });
  assert.equal(readerItems(undefined, ['EZUSB PC/SC Smart Card Reader 0']).readerKind, '晶片讀卡機');
  assert.match(readerItems([slot('virtual', 'virtual')], []).readerKind ?? '', /模擬/);
});

test('what is allowed: small numbers, versions, times to the minute, places that every machine has', () => {
  assert.equal(number(999_999), 999_999);
  assert.equal(number(1_151_125), '*');
  assert.equal(number(Number.NaN), '*');
  assert.equal(versionText('5.1.5.3'), '5.1.5.3');
  assert.equal(versionText('A123456789'), '*');
  assert.equal(minuteOf(1_639_099_800_000), '110-12-10 09:30');
  assert.equal(pathText('C:\\Users\\王小明\\HIS\\CsHis.dll'), 'C:\\*\\*\\*\\CsHis.dll');
  assert.equal(pathText('/usr/lib/x86_64-linux-gnu/libcshis.so'), '/usr/lib/x86_64-linux-gnu/libcshis.so');
  assert.equal(lineText('Error: 王小明 A123456789'), 'Error: *');
  assert.match(lineText('at sam (file:///opt/x/src/main/control.ts:51:12)'), /at sam \(control\.ts:51:12\)/);
});

/** Whatever a name, a number or a text of a person is, and whatever stands around it. */
const person = fc.oneof(
  fc.constantFrom('王小明', 'A123456789', 'AB12345678', '000000000012', '0750101', '0912345678', '歐陽𠮷娜'),
  fc.stringMatching(/^[0-9A-Z]{20}$/),
  fc.stringMatching(/^[0-9A-F]{256}$/),
  fc.stringMatching(/^[A-Za-z]{3}\.[A-Za-z]{5}@[a-z]{6}\.tw$/),
);
const emptyFacts: Facts = {
  at: 0,
  version: '1.0.0',
  node: 'v24.1.0',
  platform: 'linux',
  arch: 'x64',
  release: '6.1.0-13-amd64',
  own: {
    world: true,
    simulated: true,
    supervisor: 'running',
    discovery: 'running',
    processes: [],
    httpPort: 0,
    node: 'v24.1.0',
    missing: [],
    starters: [],
    component: { on: false },
  },
  examined: [],
  neighbours: [],
  trace: [],
  journal: [],
  log: '',
  folders: [],
};
const factsWith = (canary: string): Facts => ({
  ...emptyFacts,
  version: canary,
  node: canary,
  platform: canary,
  release: canary,
  examined: [
    {
      check: canary,
      area: 'disk',
      title: { zh: canary, en: canary },
      state: 'found',
      took: 1,
      findings: [
        {
          id: 'disk.owner',
          severity: 'problem',
          what: { zh: canary, en: canary },
          why: { zh: canary, en: canary },
          todo: { zh: canary, en: canary },
          commands: [canary],
          details: {
            folder: `/home-of/${canary}/x`,
            files: [canary, `C:\\${canary}`],
            [canary]: canary,
            freeBytes: 123_456_789_012,
          },
        },
      ],
    },
  ],
  neighbours: [
    {
      id: 'cloud',
      name: { zh: canary, en: canary },
      version: canary,
      registered: canary,
      signs: [{ kind: 'file', what: canary }],
      running: true,
      leftover: false,
      uninstall: canary,
      against: [],
      old: false,
    },
  ],
  trace: [
    {
      at: 0,
      api: canary,
      code: 0,
      ms: 1,
      door: 'http',
      program: canary,
      inputs: { [canary]: canary, a: '<text 10>' },
      steps: [canary, `sam ${canary}`],
      why: { zh: canary, en: `sam ${canary}` },
    },
  ],
  journal: [
    {
      id: canary,
      api: canary,
      preparedAt: 0,
      requestId: canary,
      events: [],
      state: 'done',
      delivered: true,
      sent: true,
      refused: canary,
      cardNo: canary,
    },
  ],
  log: `${canary}\nError: ${canary} at ${canary}\nname=${canary};id:${canary}\n"${canary}"\n${Buffer.from(canary).toString('base64')} ${Buffer.from(canary).toString('hex')}`,
  folders: [{ name: canary, files: 1, bytes: 10 }],
});

test('whatever stands in what the bundle is made from: nothing of a person is in it, in no encoding', () => {
  fc.assert(
    fc.property(person, (canary) => {
      const files = bundleOf(factsWith(canary));
      for (const { name, bytes } of files) {
        assert.deepEqual(leaks(Buffer.from(bytes).toString('latin1'), { canary }), [], name);
        assert.deepEqual(leaks(Buffer.from(bytes).toString('utf8'), { canary }), [], name);
      }
      assert.deepEqual(remains(files), []);
    }),
    { numRuns: 300 },
  );
});

test('what is harmless stays: versions, findings, functions, codes, our own words of the log', () => {
  const files = bundleOf({
    ...factsWith('5.1.5.3'),
    log: 'Error: ECONNREFUSED at sam (/opt/opencshis/src/main/sam.ts:12:3)\n',
    trace: [
      {
        at: 0,
        api: 'hisGetSeqNumber256N1',
        code: 5010,
        ms: 12,
        door: 'native',
        program: 'x',
        inputs: { cTreatItem: '<code 2>' },
        steps: [],
      },
    ],
  });
  const text = (name: string): string => Buffer.from(files.find((one) => one.name === name)?.bytes ?? []).toString();
  assert.match(text('versions.json'), /"version": "5\.1\.5\.3"/);
  assert.match(text('doctor.json'), /"id": "disk\.owner"/);
  assert.match(text('trace.json'), /"api": "hisGetSeqNumber256N1",\n\s*"code": 5010/);
  assert.match(text('trace.json'), /<code 2>/);
  assert.match(text('log.txt'), /Error: ECONNREFUSED at sam \(sam\.ts:12:3\)/);
  checkBundle(files);
});

test('a field that looks like a number of somebody is left out, and the bundle is made without it', () => {
  const slot = (name: string) => ({ name, kind: 'pcsc', state: 'ready' });
  const status = {
    profile: '5.1',
    simulated: false,
    now: 0,
    sam: { state: 2, kind: 'cloud', online: true, offlineMode: 'official', simulated: false },
    links: { centre: true, sam: true },
    journal: { waiting: 0, inDoubt: 0, undelivered: 0, refused: 0, cut: 0 },
    slots: ['AB1234567890 Reader', 'ABCDEF12ABCDEF', 'ACS ACR38U 00 00'].map(slot),
  } as const;
  const files = bundleOf({
    ...emptyFacts,
    status,
    log: 'Error:\u3000at\u00a0sam\u2028Failure\n\u001b[31mError\u001b[0m at sam',
  });
  checkBundle(files);
  const text = (name: string): string => Buffer.from(files.find((one) => one.name === name)?.bytes ?? []).toString();
  assert.match(text('state.json'), /"model": "ACS ACR38U"/);
  assert.doesNotMatch(text('state.json'), /567890|ABCDEF/);
  assert.match(text('log.txt'), /^Error: at sam Failure$/m);
});

test('the last look refuses what slipped through, by its kind and never by its value', () => {
  const slips: readonly (readonly [string, RegExp])[] = [
    ['id A123456789', /id number/],
    ['card 000012345678', /seven digits/],
    ['born 0750101', /seven digits/],
    ['01ABCDEFGHIJKLMNOPQR', /identifier/],
    [Buffer.from('王小明').toString('hex'), /hexadecimal/],
    [Buffer.from('王小明的健保卡').toString('base64'), /base64/],
    [`${Buffer.from('A12345678').toString('base64')}= QTEyMzQ1Njc4OQ==`, /base64/],
    ['王小明', /ASCII/],
    ['someone@example.tw', /address/],
  ];
  for (const [slip, kind] of slips) {
    const files = [{ name: 'x.json', bytes: Buffer.from(`{"a": "${slip}"}`) }];
    const found = remains(files).join('; ');
    assert.match(found, kind, slip);
    assert.ok(!found.includes(slip));
    assert.throws(() => checkBundle(files), { kind: 'bundle-remains' });
  }
  assert.match(
    remains([{ name: 'README.txt', bytes: Buffer.from('secret-of-mine') }], ['secret-of-mine']).join(),
    /a secret/,
  );
});
