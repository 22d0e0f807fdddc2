// A counter with a dedicated reader (3.5) by the command line: its processes, its cards, its pad, its power.
// deadline: 200
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { processesFile } from '../src/main/home.ts';
import { open } from '../src/main/index.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';

const folder = newFolder();
const cli = cliFor(folder);
const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await cli(...args, '--json')).stdout) as T;
interface Registration {
  readonly code: number;
  readonly identifier?: string;
  readonly signature: string;
  readonly patient: { readonly personId: string };
  readonly visit: { readonly visitTime: string; readonly hospId: string };
}
interface Status {
  readonly status: {
    readonly profile: string;
    readonly sam: { readonly state: number; readonly kind: string };
    readonly slots: readonly { readonly role: string; readonly present: boolean; readonly name: string }[];
    readonly journal: { readonly waiting: number };
  };
}
const samState = async () => (await json<Status>('status')).status.sam.state;

before(async () => {
  assert.equal((await cli('world', 'new', '--profile', '3.5', '--port', '0', '--people', '20')).code, 0);
  const started = await cli('start');
  assert.equal(started.code, 0, started.stderr);
  assert.match(started.stdout, /dedicated reader 3\.5/);
});
after(async () => {
  await cli('stop');
});

test('no process but control has the module: it is a card in the reader', async () => {
  const processes = JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as object;
  assert.deepEqual(Object.keys(processes).sort(), ['centre', 'control']);
  const { status } = await json<Status>('status');
  assert.deepEqual([status.profile, status.sam.kind, status.sam.state], ['3.5', 'card', 2]);
  assert.deepEqual(
    status.slots.map(({ role, present }) => [role, present]),
    [
      ['sam', true],
      ['hpc', false],
      ['hc', true],
    ],
  );
});

test('until csOpenCom a call is 4000, in words; then 1.51 is 3530 and 1.1 answers', async () => {
  const closed = await cli('call', '1.1');
  assert.equal(closed.code, 1);
  assert.match(closed.stderr, /4000[\s\S]*csOpenCom/);
  assert.equal((await cli('call', 'csOpenCom', 'Comport=1')).code, 1);
  assert.equal((await cli('call', 'csOpenCom', 'Comport=0')).code, 0);
  assert.equal((await cli('call', '1.1')).code, 0);
  assert.match((await cli('call', '1.51')).stdout, /3530/);
});

test('a registration, its signature good offline by the directory that was kept', async () => {
  const done = await json<Registration>('register');
  assert.equal(done.code, 0);
  assert.match(String(done.identifier), /^[0-9A-Z]{20}$/);
  await settled(() => existsSync(join(folder, 'directory.json')));
  await cli('network', 'down');
  const { personId } = done.patient;
  const { visitTime, hospId } = done.visit;
  const told = ['--person', personId, '--institution', hospId, '--time', visitTime];
  const verified = await cli('verify', done.signature, ...told);
  assert.equal(verified.code, 0, verified.stderr);
  const second = await json<Registration>('register', '--item', '02');
  assert.equal(second.code, 5010, 'a verified module card signs without a network');
  assert.match(String(second.identifier), /^[0-9A-Z]{20}$/);
  await cli('network', 'up');
  await settled(async () => (await json<Status>('status')).status.journal.waiting === 0);
});

test('without power it has verified nothing: offline only exceptions; connected again all', async () => {
  await cli('network', 'down');
  assert.equal((await cli('power', 'off')).code, 0);
  assert.equal((await cli('power', 'on')).code, 0);
  assert.equal(await samState(), 1);
  const refused = await cli('register', '--item', '03');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /4050|4061/);
  assert.equal((await cli('register', '--exception', 'A001', '--person', 'A123456789')).code, 0);
  await cli('network', 'up');
  const done = await json<Registration>('register', '--item', '03');
  assert.equal(done.code, 5010);
  assert.equal(await samState(), 2);
});

test('the module card torn out, another card in its slot, one that is withdrawn', async () => {
  const codeOf = async () => (await json<{ code: number }>('call', '2.1')).code;
  assert.match((await cli('card', 'remove', 'sam')).stdout, /sam is out/);
  assert.match((await cli('status')).stdout, /no security module card/);
  assert.equal(await codeOf(), 4012);
  assert.equal((await cli('card', 'insert', 'illness', '--reader', 'sam')).code, 0);
  assert.match((await cli('status')).stdout, /no security module\b/);
  assert.equal(await codeOf(), 4032);
  assert.equal((await cli('card', 'remove', 'illness')).code, 0);
  assert.equal((await cli('card', 'insert', 'sam-withdrawn')).code, 0);
  assert.equal(await codeOf(), 4051);
  assert.equal((await cli('card', 'remove', 'sam-withdrawn')).code, 0);
  assert.equal((await cli('card', 'insert', 'sam')).code, 0);
  assert.equal(await codeOf(), 0);
});

test('a PIN is typed on the reader’s pad, from another terminal', async () => {
  await cli('card', 'remove', 'normal');
  await cli('card', 'insert', 'pin');
  assert.equal((await cli('reader', 'pad', '1234')).code, 1, 'nobody waits');
  for (const [digits, code] of [
    [['1234'], 0],
    [[], 1],
  ] as const) {
    await cli('reset', '3');
    const asking = cli('call', '1.2');
    await settled(async () => (await cli('reader', 'pad', ...digits)).code === 0);
    const asked = await asking;
    assert.equal(asked.code, code, asked.stderr);
    assert.match(asked.stderr, /on the reader's pad/);
  }
  await cli('card', 'insert', 'doctor');
  await cli('reset', '3');
  assert.match((await cli('call', '1.2')).stderr, /5110/);
});

test('1.52: the reader’s reset takes the module’s power', async () => {
  assert.equal(await samState(), 2);
  assert.equal((await cli('reset', '0')).code, 0);
  assert.equal(await samState(), 1);
  assert.equal((await cli('call', '2.1')).code, 0);
});

test('open({ profile }) is such a counter in one process', async () => {
  const counter = await open({ profile: '3.5' });
  try {
    assert.equal((await counter.call('hisGetBasicData')).code, 4000);
    assert.equal((await counter.call('csOpenCom', { Comport: 0 })).code, 0);
    assert.equal((await counter.call('hisGetBasicData')).code, 0);
    const visit = await counter.call('hisGetSeqNumber256N1', {
      cTreatItem: '01',
      cBabyTreat: ' ',
      cTreatAfterCheck: '1',
    });
    assert.equal(visit.code, 0);
    assert.equal((await counter.call('csGetVersion')).code, 3530);
  } finally {
    await counter.close();
  }
});
