// A day at a counter through the command line: recorded, run again, checked against the manual's advice. deadline: 240
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { encodeBig5 } from '../src/codec/index.ts';
import { connect } from '../src/main/daemon.ts';
import { isCall, parseTrace } from '../src/tools/index.ts';
import { leaks } from '../test/support/canary.ts';
import { cliEntry, cliFor } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';

const folder = newFolder();
const cli = cliFor(folder);
const chinese = cliFor(folder, { LANG: 'zh_TW.UTF-8' });
const file = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(file(name), 'utf8');

before(async () => {
  await cli('world', 'new', '--port', '0', '--people', '3');
  await cli('start');
});
after(() => cli('stop'));

/** `trace record` in the background, ended by Ctrl-C as a person would. */
async function recording(name: string, ...more: string[]) {
  const child = spawn(process.execPath, [cliEntry, 'trace', 'record', file(name), ...more], {
    env: { ...process.env, OPENCSHIS_HOME: folder, LANG: 'en_US.UTF-8', LC_ALL: '', OPENCSHIS_PCSC: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  await settled(() => existsSync(file(name)) && statSync(file(name)).size > 0 && said.includes(name));
  return {
    ended,
    async stop(): Promise<{ code: number; said: string }> {
      child.kill('SIGINT');
      return { code: await ended, said };
    },
  };
}

interface Visit {
  readonly identifier: string;
  readonly signature: string;
  readonly visit: { readonly visitTime: string };
  readonly patient: {
    readonly name: string;
    readonly personId: string;
    readonly cardNo: string;
    readonly birthDate: string;
  };
}
const item = (time: string, code: string): string =>
  `${time}1${code.padEnd(12)}${' '.repeat(6)}${'QID'.padEnd(18)}07${'28'.padEnd(7)}01`;
let visit: Visit;

test('a day is recorded: no person, number, date or signature of it is in the file', async () => {
  const running = await recording('day.jsonl');
  const client = await connect(folder, 'operator');
  const call = async (name: string, inputs: { [param: string]: string | number | Uint8Array } = {}) =>
    client.call(name, inputs);
  const { personId, birthDate } = await client.op<Visit['patient']>('card');
  await call('csOpenCom', { Comport: 0 });
  await call('hisGetBasicData', { iBufferLen: 72 });
  visit = JSON.parse((await cli('register', '--json')).stdout) as Visit;
  const time = visit.visit.visitTime;
  const who = { pDateTime: time, pPatientID: personId, pPatientBirthDate: birthDate };
  await call('hisWriteTreatmentData', {
    ...who,
    pDataWrite: `1${['J069', 'E1165', '', '', '', ''].map((code) => `[${code.padEnd(7)}]`).join('')}${'00000350'}${'00000050'}${'0'.repeat(22)}`,
  });
  const items = item(time, 'AC12345100') + item(time, 'BC23456100');
  await call('hisWriteMultiPrescriptSign', { ...who, pDataWrite: encodeBig5(items), iWriteCount: 2, iBufferLen: 80 });
  await call('hisGetTreatmentNoNeedHPC', { iBufferLen: 498 });
  await cli('card', 'remove');
  await cli('card', 'insert', 'illness');
  await call('hisGetBasicData', { iBufferLen: 72 });
  const second = await call('hisGetSeqNumber256N1', {
    cTreatItem: '01',
    cBabyTreat: ' ',
    cTreatAfterCheck: '1',
    iBufferLen: 316,
  });
  await call('csUnGetSeqNumber', { pUnTreatDate: String(second.fields.pBuffer?.visitTime) });
  await call('csCloseCom');
  client.close();
  const { code, said } = await running.stop();
  assert.equal(code, 0, said);
  assert.match(said, /names, numbers, dates and signatures are replaced/);
  assert.match(said, /hisGetSeqNumber256N1/);
  const trace = parseTrace(text('day.jsonl'));
  assert.ok(trace.whole && trace.header.values === 'replaced' && trace.header.simulated);
  assert.ok(trace.lines.filter(isCall).length >= 12);
  const { name, cardNo } = visit.patient;
  const secrets = {
    name,
    personId,
    cardNo,
    birthDate,
    identifier: visit.identifier,
    signature: visit.signature,
    time,
    day: time.slice(0, 7),
  };
  assert.deepEqual(leaks(text('day.jsonl'), { ...secrets, folder }), []);
  assert.deepEqual(leaks(said, secrets), []);
  // Nor does the file's own date tell by how much its dates were moved.
  assert.ok(Math.abs(Date.now() - statSync(file('day.jsonl')).mtimeMs) > 365 * 86_400_000);
  assert.equal(statSync(file('day.jsonl')).mode & 0o77, 0);
});

test('run again, the day has no difference; in official offline mode or on a changed card the first one is named', async () => {
  const same = await cli('replay', file('day.jsonl'));
  assert.equal(same.code, 0, same.stdout + same.stderr);
  assert.match(same.stdout, /no difference/);
  const changed = await cli('replay', file('day.jsonl'), '--card', 'basic.sex=M', '--card', 'validity.available=2');
  assert.equal(changed.code, 1);
  assert.match(changed.stdout, /1\.(1|38) hisGet/);
  assert.match(changed.stdout, /bytes \d+-\d+/);
  assert.match(
    (await chinese('replay', file('day.jsonl'), '--card', 'validity.available=2')).stdout,
    /就醫可用次數 {2}第 8-9 位元組/,
  );
  const json = JSON.parse((await cli('replay', file('day.jsonl'), '--card', 'validity.available=2', '--json')).stdout);
  assert.deepEqual([json.differences[0].field, json.differences[0].byte, json.simulated], ['available', 9, true]);
  assert.equal((await cli('replay', file('day.jsonl'), '--profile', '9')).code, 2);
  assert.equal((await cli('replay', file('nothing.jsonl'))).code, 2);
});

test('recorded with its values it says so, in the file and at the terminal; the network and a number of calls end it', async () => {
  await cli('card', 'remove');
  await cli('card', 'insert', 'normal');
  const running = await recording('real.jsonl', '--with-data', '--calls', '2');
  await cli('call', '1.1');
  await cli('network', 'down');
  await cli('call', '1.53', 'cTreatItem=05', 'cBabyTreat= ', 'cTreatAfterCheck=1');
  assert.equal(await running.ended, 0);
  await cli('network', 'up');
  const { said } = await running.stop();
  assert.match(said, /holds values as they are, of a simulated world/);
  const trace = parseTrace(text('real.jsonl'));
  assert.equal(trace.header.values, 'real');
  assert.ok(text('real.jsonl').includes(visit.patient.personId));
  assert.deepEqual(
    trace.lines.map((line) => (isCall(line) ? line.no : line.event)),
    ['1.1', 'network', '1.53'],
  );
  // The same file is not written over.
  const again = await cli('trace', 'record', file('real.jsonl'), '--calls', '1');
  assert.equal(again.code, 1);
  assert.match(again.stderr, /exists already/);
});

test('a trace runs again against the running world, by form where it is another person', async () => {
  await cli('card', 'remove');
  await cli('card', 'insert', 'newborn');
  const ran = await cli('replay', file('real.jsonl'), '--running', '--json');
  const { differences, calls } = JSON.parse(ran.stdout);
  // The network is there now: the second call is answered.
  assert.equal(calls, 2);
  assert.deepEqual([differences[0].no, differences[0].what, differences[0].expected], ['1.53', 'code', '4061']);
});

test('lint: a clean day has nothing, a bad one has its lines, sources and remedies in both languages', async () => {
  const clean = await cli('lint', file('day.jsonl'), '--json');
  const found = (JSON.parse(clean.stdout) as { findings: { rule: string; level: string }[] }).findings;
  assert.deepEqual(
    found.filter((one) => one.level === 'error'),
    [],
  );
  assert.equal(clean.code, 0);
  const running = await recording('bad.jsonl', '--calls', '4', '--quiet');
  await cli('call', '1.9', 'cTreatItem=04', 'cBabyTreat= ');
  await cli('call', '1.1', 'iBufferLen=0');
  await cli('call', 'csGetVersion');
  await cli('call', '1.31', 'Comport=0');
  assert.equal(await running.ended, 0);
  const english = await cli('lint', file('bad.jsonl'));
  assert.equal(english.code, 1);
  for (const words of [
    /register-1\.9/,
    /length-uninitialised/,
    /version-old/,
    /close-missing/,
    /line 2/,
    /remedy/,
    /source/,
  ])
    assert.match(english.stdout, words);
  const zh = await chinese('lint', file('bad.jsonl'));
  for (const words of [/錯誤/, /改法/, /出處/, /問答集/]) assert.match(zh.stdout, words);
  const sarif = JSON.parse((await cli('lint', file('bad.jsonl'), '--sarif')).stdout);
  assert.equal(sarif.version, '2.1.0');
  assert.ok(sarif.runs[0].results.length >= 4);
  assert.ok(JSON.parse((await cli('lint', '--rules', '--json')).stdout).length >= 30);
  assert.equal((await cli('lint')).code, 2);
  writeFileSync(file('no.jsonl'), 'nothing\n');
  assert.equal((await cli('lint', file('no.jsonl'))).code, 1);
});
