// What the library survives: lying and silent daemons, threads, forks, closed descriptors, signals. deadline: 300
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sleep, systemClock } from '../src/base/index.ts';
import { newFolder } from '../test/support/counter.ts';
import { until } from '../test/support/doors.ts';
import { type FakeCall, fakeDaemon } from '../test/support/fake-daemon.ts';
import { buildLibrary, buildProgram, endDrivers, noCompiler, startDriver } from '../test/support/library.ts';

const card = Buffer.from('900000000001'.padEnd(72, 'x'));
const basicAnswer = (call: FakeCall): void => call.answer(0, { pBuffer: card, iBufferLen: 72 });

describe('what the library survives', { skip: noCompiler, concurrency: true }, () => {
  let library: ReturnType<typeof buildLibrary>;
  let program: string;
  before(() => {
    library = buildLibrary();
    program = buildProgram(library, 'driver.c');
  });
  after(endDrivers);
  const driver = (folder: string) => startDriver(program, library.file, { OPENCSHIS_HOME: folder });

  test('a daemon that goes in mid-call is asked again, once, by the same id, on a new connection', async () => {
    let times = 0;
    const fake = await fakeDaemon((call) => (++times === 1 ? call.hangUp() : basicAnswer(call)));
    const his = driver(fake.folder);
    assert.deepEqual(await his.say('basic'), { code: 0, length: 72, errnoKept: true, before: [] });
    assert.equal(fake.calls.length, 2);
    assert.equal(fake.calls[0]?.id, fake.calls[1]?.id);
    assert.notEqual(fake.calls[0]?.connection, fake.calls[1]?.connection);
    await until('acknowledged', () => fake.acks.length === 1);
    assert.equal(fake.acks[0], fake.calls[0]?.id);
    his.kill();
    await fake.close();
  });

  test('a daemon that always goes is asked twice, and the answer is 4000; -1 from opening', async () => {
    const fake = await fakeDaemon((call) => call.hangUp());
    const his = driver(fake.folder);
    assert.equal((await his.say('basic')).code, 4000);
    assert.equal(fake.calls.length, 2);
    assert.equal((await his.say('open 0')).code, -1);
    assert.equal((await his.say('version')).code, 5153);
    assert.equal(fake.acks.length, 0);
    his.kill();
    await fake.close();
  });

  test('each call has an id of its own', async () => {
    const fake = await fakeDaemon(basicAnswer);
    const his = driver(fake.folder);
    assert.equal((await his.say('repeat 50')).code, 0);
    assert.equal(new Set(fake.calls.map((call) => call.id)).size, 50);
    assert.equal(fake.connections(), 1);
    his.kill();
    await fake.close();
  });

  test('silence ends a call, and "working" keeps it', async () => {
    const quiet = await fakeDaemon(() => undefined);
    const his = driver(quiet.folder);
    assert.deepEqual(await his.say('basic'), { code: 4000, length: 72, errnoKept: true, before: [] });
    assert.equal(quiet.calls.length, 1);
    his.kill();
    await quiet.close();

    let worked = 0;
    const slow = await fakeDaemon((call) => {
      // Longer in all than the silence that ends a call.
      const again = async (): Promise<void> => {
        for (; worked < 8; worked++) {
          await sleep(systemClock, 1000);
          call.working();
        }
        basicAnswer(call);
      };
      void again();
    });
    const other = driver(slow.folder);
    assert.equal((await other.say('basic')).code, 0);
    assert.equal(worked, 8);
    other.kill();
    await slow.close();
  });

  test('a byte now and then is silence, and so are frames of other calls', async () => {
    for (const drip of [
      (call: FakeCall) => call.raw(Uint8Array.of(0)),
      (call: FakeCall) => call.raw(Buffer.from('0000000a050161', 'hex')),
    ]) {
      let stop = false;
      const fake = await fakeDaemon((call) => {
        const again = async (): Promise<void> => {
          while (!stop) {
            drip(call);
            await sleep(systemClock, 500);
          }
        };
        void again();
      });
      const his = driver(fake.folder);
      assert.equal((await his.say('basic')).code, 4000);
      stop = true;
      his.kill();
      await fake.close();
    }
  });

  test('whoever sits on the path without the token, or says nothing, hears no call', async () => {
    const impostor = await fakeDaemon(basicAnswer, { impostor: true });
    const mute = await fakeDaemon(basicAnswer, { instead: () => undefined });
    const noise = await fakeDaemon(basicAnswer, { instead: (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n') });
    const closing = await fakeDaemon(basicAnswer, { instead: (socket) => void socket.destroy() });
    for (const fake of [impostor, mute, noise, closing]) {
      const his = driver(fake.folder);
      assert.equal((await his.say('open 0')).code, -1);
      assert.equal((await his.say('basic')).code, 4000);
      assert.equal(fake.calls.length, 0);
      his.kill();
      await fake.close();
    }
  });

  test('a discovery file that is not its user’s alone, a link, of a dead process, or no JSON is none', async () => {
    const fake = await fakeDaemon(basicAnswer);
    const file = join(fake.folder, 'run', 'discovery.json');
    const whole = readFileSync(file, 'utf8');
    const his = driver(fake.folder);
    const opens = async () => (await his.say('open 0')).code;
    // One waits from now on: what is tried below must be about new connections.
    const fresh = async (text: string, mode = 0o600): Promise<number> => {
      writeFileSync(file, text);
      chmodSync(file, mode);
      const one = driver(fake.folder);
      const { code } = await one.say('basic');
      one.kill();
      return code;
    };
    assert.equal(await opens(), 0);
    for (const mode of [0o640, 0o604, 0o660, 0o777]) assert.equal(await fresh(whole, mode), 4000, mode.toString(8));
    for (const text of [
      '',
      '{}',
      'null',
      whole.replace(/"pid":\d+/, '"pid":0'),
      whole.replace(/"pid":\d+/, '"pid":4194303'),
      whole.replace(/"started":"\d+"/, '"started":"1"'),
      whole.replace(/"program":"[0-9a-f]{64}"/, '"program":"00"'),
      whole.replace(/"program":"[0-9a-f]{64}"/, `"program":"${'g'.repeat(64)}"`),
      whole.replace(/"native":"[^"]*"/, `"native":"${'/x'.repeat(300)}"`),
      whole.slice(0, 60),
      ' '.repeat(70_000) + whole,
    ])
      assert.equal(await fresh(text), 4000, text.slice(0, 80));
    assert.equal(await fresh(JSON.stringify(JSON.parse(whole), undefined, 2)), 0, 'also with blanks');
    renameSync(file, `${file}.real`);
    symlinkSync(`${file}.real`, file);
    const linked = driver(fake.folder);
    assert.equal((await linked.say('basic')).code, 4000);
    linked.kill();
    his.kill();
    await fake.close();
  });

  test('without OPENCSHIS_HOME the user’s state folder is looked at', async () => {
    const state = newFolder();
    mkdirSync(join(state, 'opencshis'), { mode: 0o700 });
    const fake = await fakeDaemon(basicAnswer, { folder: join(state, 'opencshis') });
    const his = startDriver(program, library.file, { OPENCSHIS_HOME: '', XDG_STATE_HOME: state });
    assert.equal((await his.say('basic')).code, 0);
    his.kill();
    const home = newFolder();
    mkdirSync(join(home, '.local/state'), { recursive: true });
    renameSync(join(state, 'opencshis'), join(home, '.local/state/opencshis'));
    const moved = startDriver(program, library.file, { OPENCSHIS_HOME: '', XDG_STATE_HOME: '', HOME: home });
    // Its socket is where it was: found by the file, and then not there.
    assert.equal((await moved.say('basic')).code, 4000);
    moved.kill();
    await fake.close();
  });

  test('the version that was last seen is told when the daemon is gone', async () => {
    const fake = await fakeDaemon((call) => call.answer(3530), { discovery: { profile: '3.5' } });
    const his = driver(fake.folder);
    assert.equal((await his.say('version')).code, 3530);
    await fake.close();
    assert.equal((await his.say('version')).code, 3530);
    assert.equal((await his.say('basic')).code, 4000);
    his.kill();
  });

  test('a child after fork has a connection of its own, and its parent keeps its', async () => {
    const fake = await fakeDaemon(basicAnswer);
    const his = driver(fake.folder);
    assert.equal((await his.say('basic')).code, 0);
    const said = await his.say('fork');
    assert.deepEqual([said.code, said.before], [0, ['child 0']]);
    assert.deepEqual(
      fake.calls.map((call) => call.connection),
      [1, 2, 1],
    );
    his.kill();
    await fake.close();
  });

  test('a program that closes all descriptors and opens files in their place finds nothing of ours in them', async () => {
    const fake = await fakeDaemon(basicAnswer);
    const file = join(newFolder(), 'data');
    const his = driver(fake.folder);
    assert.equal((await his.say('basic')).code, 0);
    await his.say(`take-descriptors ${file}`);
    assert.equal((await his.say('basic')).code, 0);
    assert.equal(readFileSync(file, 'latin1'), '');
    assert.equal(fake.connections(), 2);
    his.kill();
    await fake.close();
  });

  test('alarms every half millisecond disturb no call', async () => {
    const fake = await fakeDaemon(basicAnswer);
    const his = driver(fake.folder);
    await his.say('alarms');
    assert.equal((await his.say('repeat 300')).code, 0);
    his.kill();
    await fake.close();
  });

  test('unloaded while a thread waits inside, it stays until the thread is out', async () => {
    let held: FakeCall | undefined;
    const fake = await fakeDaemon((call) => {
      if (call.name === 'csVerifyHCPIN') held = call;
      else basicAnswer(call);
    });
    const his = driver(fake.folder);
    await his.say('begin pin');
    await until('asked', () => held !== undefined);
    assert.equal((await his.say('unload')).code, 0);
    held?.answer(0);
    assert.equal((await his.say('end')).code, 0);
    await his.say('load');
    assert.equal((await his.say('basic')).code, 0);
    his.kill();
    await fake.close();
  });

  test('one thread waits for a PIN while another asks: neither waits for the other', async () => {
    let held: FakeCall | undefined;
    const fake = await fakeDaemon((call) => {
      if (call.name === 'csVerifyHCPIN') held = call;
      else call.answer(2);
    });
    const his = driver(fake.folder);
    await his.say('begin pin');
    await until('asked', () => held !== undefined);
    assert.equal((await his.say('status 2')).code, 2);
    held?.answer(5109);
    assert.equal((await his.say('end')).code, 5109);
    assert.deepEqual(
      fake.calls.map((call) => call.name),
      ['csVerifyHCPIN', 'hisGetCardStatus'],
    );
    his.kill();
    await fake.close();
  });

  test('what an answer says too much, too long or in another form is refused, and nothing is written', async () => {
    const lies: ((call: FakeCall) => void)[] = [
      (call) => call.answer(0, { pBuffer: Buffer.alloc(73, 0x41) }),
      (call) => call.answer(0, { pBuffer: Buffer.alloc(8000, 0x41) }),
      (call) => call.answer(0, { pBuffer: 7 }),
      (call) => call.raw(Buffer.from('ffffffff06', 'hex')),
      (call) => call.raw(Buffer.from('0000000006', 'hex')),
      (call) => call.raw(Buffer.from('0000000263ff', 'hex')),
      (call) => call.raw(Buffer.concat([Buffer.from([0, 0, 0, 34, 6, 32]), Buffer.from(call.id)])),
    ];
    for (const lie of lies) {
      const fake = await fakeDaemon(lie);
      const his = driver(fake.folder);
      assert.deepEqual(await his.say('basic'), { code: 4000, length: 72, errnoKept: true, before: [] });
      assert.equal(fake.acks.length, 0);
      his.kill();
      await fake.close();
    }
  });

  test('outputs on a code without data, of no parameter, or of an input touch nothing', async () => {
    const fake = await fakeDaemon((call) =>
      fake.calls.length === 1
        ? call.answer(4013, { pBuffer: card, iBufferLen: 9 })
        : call.answer(0, { pOther: card, iBufferLen: 9 }),
    );
    const his = driver(fake.folder);
    assert.deepEqual(await his.say('basic'), { code: 4013, length: 72, errnoKept: true, before: [] });
    assert.deepEqual(await his.say('basic'), { code: 0, length: 72, errnoKept: true, before: [] });
    his.kill();
    await fake.close();
  });

  test('a code beyond 16 bits keeps its low ones, with their sign', async () => {
    const codes = [-1, 65535, 0x12340001, 70000];
    const fake = await fakeDaemon((call) => call.answer(codes[fake.calls.length - 1] ?? 0));
    const his = driver(fake.folder);
    assert.equal((await his.say('status 2')).code, -1);
    assert.equal((await his.say('status 2')).code, -1);
    assert.equal((await his.say('status 2')).code, 1);
    assert.equal((await his.say('status 2')).code, 4464);
    his.kill();
    await fake.close();
  });
});
