// The library and a whole world: restarts, two programs at once, files up and down, a kill in mid-upload. deadline: 300
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openUploadRows } from '../src/centre/server/index.ts';
import { connect, firstCard, newWorld, startDetached, stopWorld } from '../src/main/daemon.ts';
import { processesFile } from '../src/main/home.ts';
import { newFolder } from '../test/support/counter.ts';
import { until } from '../test/support/doors.ts';
import { buildLibrary, buildProgram, endDrivers, noCompiler, startDriver } from '../test/support/library.ts';
import { makeUpload } from '../test/support/upload.ts';

describe('the library and a whole world', { skip: noCompiler }, () => {
  let library: ReturnType<typeof buildLibrary>;
  let program: string;
  before(() => {
    library = buildLibrary();
    program = buildProgram(library, 'driver.c');
  });
  after(endDrivers);
  const driver = (folder: string) => startDriver(program, library.file, { OPENCSHIS_HOME: folder });

  const home = newFolder();
  before(async () => {
    process.env.OPENCSHIS_PCSC = 'off';
    await newWorld(home, { httpPort: 0, people: 5 });
    await startDetached(home);
    await firstCard(home);
  });
  after(async () => {
    await stopWorld(home);
  });

  test('restarted between two calls, stopped, and started again: each call is about what is there', async () => {
    const his = driver(home);
    assert.equal((await his.say('basic')).code, 0);
    await stopWorld(home);
    assert.equal((await his.say('basic')).code, 4000);
    assert.equal((await his.say('open 0')).code, -1);
    assert.equal((await his.say('version')).code, 5153);
    await startDetached(home);
    await until('its card', async () => (await his.say('basic')).code === 0);
    const child = await his.say('fork');
    assert.deepEqual([child.code, child.before], [0, ['child 0']]);
    his.kill();
  });

  test('two programs at once are served, and a visit of each is its own', async () => {
    const both = [driver(home), driver(home)];
    const codes = await Promise.all(both.map((his) => his.say('repeat 40')));
    assert.deepEqual(
      codes.map(({ code }) => code),
      [0, 0],
    );
    // One after the other: at the same moment they are one program that asks the same thing twice.
    const visits = [(await both[0]?.say('visit'))?.code, (await both[1]?.say('visit'))?.code];
    assert.deepEqual(visits, [0, 5010]);
    for (const his of both) his.kill();
  });

  test('a file is uploaded by its side, with its receipt, and its result fetched; what cannot be read is 6017', async () => {
    const his = driver(home);
    await until('the module', async () => (await his.say('sam')).code === 0);
    const made = makeUpload(300, 1, { salt: 'library' });
    const place = newFolder();
    const file = join(place, 'upload.xml');
    writeFileSync(file, made.bytes);
    const [size, count] = [String(made.bytes.length), String(made.records)];
    const sent = await his.say(`upload ${file} ${size} ${count}`);
    assert.deepEqual([sent.code, sent.length, sent.before], [0, 50, [`texts ${size} ${count}`]]);
    const wrong = await his.say(`upload ${file} 7 ${count}`);
    assert.deepEqual([wrong.code, wrong.length, wrong.before], [6015, 50, [`texts 7 ${count}`]]);
    // The texts lie in memory that cannot be written, and are right.
    const small = makeUpload(1, 1, { salt: 'read-only' });
    const other = join(place, 'small.xml');
    writeFileSync(other, small.bytes);
    assert.equal((await his.say(`upload-read-only ${other}`)).code, 6015);
    spawnSync('mkfifo', [join(place, 'pipe')]);
    for (const name of ['missing.xml', 'pipe', '.']) {
      const answer = await his.say(`upload ${join(place, name)} 7 1`);
      assert.deepEqual([answer.code, answer.length], [6017, 50], name);
    }
    const operator = await connect(home, 'operator');
    const entries = await operator.op<{ upload?: { [field: string]: string | number } }[]>('journal');
    operator.close();
    const receipt: { [field: string]: string | number } = entries.find((entry) => entry.upload)?.upload ?? {};
    const of = ['samId', 'hospId', 'records', 'sentAt', 'receivedAt', 'serverRandom'].map((name) => receipt[name]);
    const result = join(place, 'result');
    assert.equal((await his.say(`download ${result} ${of.join(' ')}`)).code, 0);
    assert.ok(readFileSync(result).length > 0);
    assert.equal((await his.say(`download ${join(place, 'no/such/folder')} ${of.join(' ')}`)).code !== 0, true);
    assert.notEqual((await his.say(`download ${join(place, 'never')} ${[...of.slice(0, 5), 'X'].join(' ')}`)).code, 0);
    assert.deepEqual(
      readdirSync(place).sort(),
      ['pipe', 'result', 'small.xml', 'upload.xml'],
      'nothing half-written stays',
    );
    his.kill();
  });

  test('an upload whose control software is killed in the middle arrives once', async () => {
    const his = driver(home);
    const made = makeUpload(60_000, 1, { salt: 'killed' });
    const file = join(newFolder(), 'big.xml');
    writeFileSync(file, made.bytes);
    const sending = his.say(`upload ${file} ${made.bytes.length} ${made.records}`);
    const { control } = JSON.parse(readFileSync(join(home, processesFile), 'utf8')) as { control: { pid: number } };
    const rows = () => openUploadRows(join(home, 'centre/uploads.sqlite'));
    await until('parts arrive', () => {
      const open = rows();
      try {
        return open.unfinished('3501200000').length > 0;
      } finally {
        open.close();
      }
    });
    process.kill(control.pid, 'SIGKILL');
    const sent = await sending;
    if (sent.code !== 0) {
      // The new control software was not there within what a call waits for: the HIS asks again, as it would.
      assert.equal(sent.code, 4000);
      await until(
        'sent',
        async () => (await his.say(`upload ${file} ${made.bytes.length} ${made.records}`)).code === 0,
      );
    }
    const open = rows();
    const stored = open.stored('3501200000').filter((one) => one.size === made.bytes.length);
    open.close();
    assert.equal(stored.length, 1);
    his.kill();
  });
});
