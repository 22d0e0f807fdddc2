// Long: all that the native door promises is tried against one running world.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { newFolder, settled } from '../../../test/support/counter.ts';
import { type Doors, handClock, openDoors, until } from '../../../test/support/doors.ts';
import { Failure, limits, startTimeOf, systemRandom } from '../../base/index.ts';
import type { Caller } from '../../control/types.ts';
import { opRoles, ops } from '../ops.ts';
import { connectNative } from './client.ts';
import { bodyReader, bodyWriter, encodeFrame, type FrameType, frameReader, frameTypes, writeValues } from './frames.ts';
import { watchLives } from './lives.ts';
import { boundTo } from './peer.ts';
import { helloProof } from './proof.ts';
import { serveNative } from './server.ts';

const hand = handClock();
const visit = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
const linux = process.platform === 'linux';
let doors: Doors;
const callers: Caller[] = [];
const ended: string[] = [];
before(async () => {
  doors = await openDoors({
    native: { clock: hand.clock },
    ended: (process) => ended.push(process),
  });
  const { session } = doors.control;
  doors.control.session = (caller) => {
    callers.push(caller);
    return session(caller);
  };
});
after(() => doors.close());
beforeEach(() => {
  while (doors.bench.remove() !== undefined);
});

const client = (role: 'program' | 'operator' | 'world' = 'program', more: { clock?: typeof hand.clock } = {}) =>
  connectNative({ path: doors.native.path, token: doors.tokens.byRole[role], role, ...more });

/** A client that says what it likes. */
function rawClient(path = doors.native.path) {
  const frames: { type: FrameType; body: Uint8Array }[] = [];
  let bytes = 0;
  let closed = false;
  const socket = connect(path);
  const feed = frameReader(
    1 << 24,
    (type, body) => frames.push({ type, body }),
    () => socket.destroy(),
  );
  socket.on('data', (part) => {
    bytes += part.length;
    feed(part);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
  });
  const of = (type: FrameType) => frames.filter((one) => one.type === type);
  const send = (type: FrameType, body: Uint8Array) => socket.write(encodeFrame(type, body));
  return {
    socket,
    frames,
    of,
    send,
    heard: () => bytes,
    closed: () => until('closed', () => closed),
    isClosed: () => closed,
    async hello() {
      await until('hello', () => of('hello').length === 1);
      return of('hello')[0]?.body.slice(1) ?? new Uint8Array(0);
    },
    async proveAs(role: number, token: string, version = 1) {
      const nonce = systemRandom.bytes(32);
      send('prove', proveBody(version, role, nonce, helloProof(token, 'client', await this.hello(), nonce)));
    },
    call(id: string, name: string, inputs: { [name: string]: string | number } = {}) {
      const writer = bodyWriter().short(id).short(name);
      writeValues(writer, inputs, (text) => Buffer.from(text, 'latin1'));
      send('call', writer.done());
    },
    answer(id: string): { code: number } | undefined {
      for (const { body } of of('answer')) {
        const reader = bodyReader(body);
        if (reader.short() === id) return { code: reader.i32() };
      }
      return undefined;
    },
  };
}
const proveBody = (version: number, role: number, nonce: Uint8Array, proof: Uint8Array): Uint8Array =>
  bodyWriter().u8(version).u8(role).raw(nonce).raw(proof).i32(process.pid).short('1').short('test').done();
const helloBytes = 5 + 1 + 32;

test('the socket is its user’s own', (t) => {
  if (process.platform === 'win32') return t.skip('pipes have no modes');
  assert.equal(statSync(doors.native.path).mode & 0o777, 0o600);
});

test('whoever does not know the token, or says anything else first, hears a nonce and nothing more', async () => {
  const good = doors.tokens.byRole;
  const attempts: { [name: string]: (one: ReturnType<typeof rawClient>) => Promise<void> | void } = {
    'a wrong token': (one) => one.proveAs(1, '00'.repeat(32)),
    'a program that says it is the operator': (one) => one.proveAs(2, good.program),
    'an operator that says he is the world': (one) => one.proveAs(3, good.operator),
    'a page': (one) => one.proveAs(4, good.program),
    'no role': (one) => one.proveAs(0, good.program),
    'another version': (one) => one.proveAs(1, good.program, 2),
    'a proof for other nonces': async (one) => {
      await one.hello();
      const nonce = systemRandom.bytes(32);
      one.send('prove', proveBody(1, 1, nonce, helloProof(good.program, 'client', systemRandom.bytes(32), nonce)));
    },
    'the server’s own proof': async (one) => {
      const nonce = systemRandom.bytes(32);
      one.send('prove', proveBody(1, 1, nonce, helloProof(good.program, 'server', await one.hello(), nonce)));
    },
    'a short proof': (one) => void one.send('prove', Uint8Array.of(1, 1, 2)),
    'a call': (one) => one.call('1', 'csGetVersion'),
    'an operation': (one) => void one.send('op', bodyWriter().short('1').short('status').done()),
    'a watch': (one) => void one.send('watch', new Uint8Array(0)),
    garbage: (one) => void one.socket.write('GET / HTTP/1.1\r\n\r\n'),
    'a frame too long': (one) => void one.socket.write(Uint8Array.of(0, 1, 0, 0, 2)),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    const one = rawClient();
    await attempt(one);
    await one.closed();
    assert.ok(one.heard() <= helloBytes, `${name} heard ${one.heard()} bytes`);
  }
  const right = rawClient();
  await right.proveAs(1, good.program);
  await until('welcome', () => right.of('welcome').length === 1);
  right.socket.destroy();
});

test('a recorded hello opens nothing when it is said again', async () => {
  const first = rawClient();
  const nonce = systemRandom.bytes(32);
  const recorded = proveBody(
    1,
    1,
    nonce,
    helloProof(doors.tokens.byRole.program, 'client', await first.hello(), nonce),
  );
  first.send('prove', recorded);
  await until('welcome', () => first.of('welcome').length === 1);
  const second = rawClient();
  await second.hello();
  second.send('prove', recorded);
  await second.closed();
  assert.equal(second.of('welcome').length, 0);
  first.socket.destroy();
});

/** Somebody who took the path and answers as he likes. */
async function squatter(says: (heard: Uint8Array) => (Uint8Array | string)[]) {
  const path = join(newFolder(), 'native.sock');
  const heard: Buffer[] = [];
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      heard.push(part);
      for (const answer of says(part)) socket.write(answer);
    });
    for (const answer of says(new Uint8Array(0))) socket.write(answer);
  });
  server.listen(path);
  await once(server, 'listening');
  return { path, heard, close: () => new Promise((resolve) => server.close(resolve)) };
}
const serverHello = encodeFrame('hello', bodyWriter().u8(1).raw(systemRandom.bytes(32)).done());

test('whoever took the path and does not know the token is refused, and learns no token and no call', async () => {
  const token = doors.tokens.byRole.operator;
  for (const answers of [
    [encodeFrame('welcome', new Uint8Array(32))],
    [encodeFrame('welcome', new Uint8Array(0))],
    [encodeFrame('answer', bodyWriter().short('1').i32(0).done())],
    [encodeFrame('event', Buffer.from('not JSON'))],
    [serverHello],
    ['HTTP/1.1 200 OK\r\n\r\n'],
  ]) {
    const taken = await squatter((heard) => (heard.length === 0 ? [serverHello] : answers));
    await assert.rejects(
      connectNative({ path: taken.path, token, role: 'operator' }),
      (error) => error instanceof Failure && error.code === -1 && error.kind === 'no-daemon',
    );
    const said = Buffer.concat(taken.heard);
    assert.ok(said.length > 0);
    for (const secret of [Buffer.from(token, 'latin1'), Buffer.from(token, 'hex')])
      assert.equal(said.indexOf(secret), -1, 'the token');
    assert.equal(said.indexOf('csOpenCom'), -1);
    await taken.close();
  }
});

test('a client falls over nothing that a stranger may say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc
            .tuple(fc.constantFrom(...(Object.keys(frameTypes) as FrameType[])), fc.uint8Array({ maxLength: 60 }))
            .map(([type, body]) => encodeFrame(type, body)),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.boolean(),
      async (said, hello) => {
        const clock = handClock();
        const taken = await squatter((heard) => (heard.length === 0 ? [...(hello ? [serverHello] : []), ...said] : []));
        const connecting = connectNative({ path: taken.path, token: '00', role: 'program', clock: clock.clock });
        connecting.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 3));
        clock.pass(limits.nativeConnect);
        await assert.rejects(connecting, Failure);
        await taken.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('without a daemon a client knows it at once', async () => {
  await assert.rejects(
    connectNative({ path: join(newFolder(), 'no.sock'), token: '00', role: 'program' }),
    (error) => error instanceof Failure && error.kind === 'no-daemon' && error.todo !== undefined,
  );
});

test('each role has the operations of its row and no others', async () => {
  assert.deepEqual(Object.keys(opRoles).sort(), Object.keys(ops).sort());
  for (const role of ['program', 'operator', 'world'] as const) {
    const one = await client(role);
    for (const name of [...Object.keys(ops), '__proto__', 'toString', 'nothing']) {
      const outcome = await one.op(name).then(
        () => 'done',
        (error: Failure) => error.kind,
      );
      const allowed = Object.hasOwn(opRoles, name) && opRoles[name]?.includes(role);
      assert.equal(outcome !== 'role' && Object.hasOwn(ops, name), allowed === true, `${name} as ${role}: ${outcome}`);
    }
    one.close();
  }
  const world = await client('world');
  const refused = await world.call('csOpenCom', { Comport: 0 });
  assert.equal(refused.code, 4029);
  world.close();
});

test('events: cards for all, PINs and calls for the operator alone', async () => {
  const heard: { [role: string]: string[] } = { program: [], operator: [], world: [] };
  const clients = await Promise.all(
    (['program', 'operator', 'world'] as const).map(async (role) => {
      const one = await client(role);
      one.watch((event) => heard[role]?.push(event.type));
      await one.op('status');
      return one;
    }),
  );
  doors.bench.insert('pin');
  const waiting = clients[0]?.call('csVerifyHCPIN');
  await until('the request', () => heard.operator?.includes('pin') === true);
  doors.bench.remove();
  assert.notEqual((await waiting)?.code, 0);
  await until('its end', () => heard.operator?.includes('pin-ended') === true && heard.operator.includes('call'));
  for (const role of ['program', 'world']) {
    assert.ok(heard[role]?.includes('card'), role);
    for (const secret of ['pin', 'pin-ended', 'call']) assert.ok(!heard[role]?.includes(secret), `${role} ${secret}`);
  }
  for (const one of clients) one.close();
});

test('while a PIN is awaited the client hears each second that we work, and on what', async () => {
  doors.bench.insert('pin');
  const one = await client();
  const words: string[] = [];
  const calling = one.call('csVerifyHCPIN', {}, { onWorking: (why) => words.push(why.en) });
  await until('the request', () => doors.control.pinRequests().length === 1);
  hand.pass(limits.working);
  await until('the first', () => words.length === 1);
  hand.pass(limits.working * 3);
  await until('the fourth', () => words.length === 4);
  assert.equal(words[0], 'waiting for the PIN');
  const operator = await client('operator');
  const [request] = await operator.op<{ id: string; program: string }[]>('pins');
  assert.match(request?.program ?? '', /tester/);
  await operator.op('pin', { id: request?.id, pin: '1234' });
  assert.equal((await calling).code, 0);
  hand.pass(limits.working * 5);
  await one.op('status');
  assert.equal(words.length, 4, 'and no longer than that');
  one.close();
  operator.close();
});

test('a client waits on from the last it heard, and gives up after silence alone', async () => {
  const own = handClock();
  doors.bench.insert('pin');
  const one = await client('program', { clock: own.clock });
  let heard = 0;
  let outcome = '';
  const calling = one
    .call(
      'csVerifyHCPIN',
      {},
      {
        onWorking: () => {
          heard += 1;
        },
      },
    )
    .then(
      () => 'answered',
      (error: Failure) => error.kind ?? '?',
    )
    .then((how) => {
      outcome = how;
    });
  await until('the request', () => doors.control.pinRequests().length === 1);
  for (let second = 1; second <= 4; second++) {
    own.pass(limits.nativeSilence - 1);
    hand.pass(limits.working);
    await until('working', () => heard === second);
    assert.equal(outcome, '');
  }
  own.pass(limits.nativeSilence);
  await calling;
  assert.equal(outcome, 'daemon-lost');
  one.close();
  await until('the request went with him', () => doors.control.pinRequests().length === 0);
});

test('cancel ends the waiting for a PIN: 5109', async () => {
  doors.bench.insert('pin');
  const one = rawClient();
  await one.proveAs(1, doors.tokens.byRole.program);
  one.call('to-cancel', 'csVerifyHCPIN');
  await until('the request', () => doors.control.pinRequests().length === 1);
  one.send('cancel', bodyWriter().short('of-nobody').done());
  one.send('cancel', bodyWriter().short('to-cancel').done());
  await until('the answer', () => one.answer('to-cancel') !== undefined);
  assert.equal(one.answer('to-cancel')?.code, 5109);
  assert.deepEqual(doors.control.pinRequests(), []);
  one.send('cancel', bodyWriter().short('to-cancel').done());
  one.call('after', 'csGetVersion');
  await until('the next', () => one.answer('after') !== undefined);
  one.socket.destroy();
});

const undelivered = async () => (await doors.control.status()).journal.undelivered;

test('an answer lost before its acknowledgement is given again to the same question; an acknowledged one is not', async () => {
  doors.bench.insert('normal');
  const ask = async (ack: boolean, requestId?: string) => {
    const one = await client();
    const answer = await one.call('hisGetSeqNumber256N1', visit, { ack, ...(requestId ? { requestId } : {}) });
    if (ack) await until('delivered', async () => (await undelivered()) === 0);
    one.close();
    return String(answer.fields.pBuffer?.treatNum);
  };
  const lost = await ask(false, 'lost-1');
  assert.match(lost, /^[0-9A-Z]{20}$/);
  assert.equal(await undelivered(), 1);
  assert.equal(await ask(false), lost, 'another request id, a new connection');
  assert.equal(await ask(false, 'lost-1'), lost, 'the same request id');
  assert.equal(await ask(true), lost);
  assert.equal(await undelivered(), 0);
  const next = await ask(true);
  assert.notEqual(next, lost, 'once it is delivered the same question is a new visit');
  assert.equal(await ask(true, 'lost-1'), lost, 'and its request id still has its answer');
});

test('an answer that was on its way when the connection broke is found again by its request id', async () => {
  doors.bench.insert('illness');
  const one = rawClient();
  await one.proveAs(1, doors.tokens.byRole.program);
  one.call('broken-1', 'hisGetSeqNumber256N1', visit);
  await until('it is done', async () => (await undelivered()) === 1);
  one.socket.destroy();
  const other = await client();
  const answer = await other.call('hisGetSeqNumber256N1', visit, { requestId: 'broken-1' });
  assert.equal(answer.code, 0);
  await until('delivered', async () => (await undelivered()) === 0);
  other.close();
});

test('a registration in one go is delivered when its client says so, not when it was written to the wire', async () => {
  doors.bench.insert('newborn');
  const one = rawClient();
  await one.proveAs(1, doors.tokens.byRole.program);
  one.send('op', bodyWriter().short('walk-1').short('register').raw(Buffer.from('{"treatItem":"01"}')).done());
  await until('the answer', () => one.of('opAnswer').length === 1);
  assert.equal(await undelivered(), 1);
  one.send('ack', bodyWriter().short('walk-1').done());
  await until('delivered', async () => (await undelivered()) === 0);
  one.socket.destroy();
  const other = await client();
  const walked = await other.op<{ treatNum: string }>('register', { treatItem: '02' });
  assert.match(walked.treatNum, /^[0-9A-Z]{20}$/);
  await until('delivered by our client', async () => (await undelivered()) === 0);
  other.close();
});

test('clients at once each hear their own answers', async () => {
  doors.bench.insert('normal');
  const clients = await Promise.all([client(), client(), client('operator')]);
  const asked = clients.flatMap((one) =>
    Array.from({ length: 8 }, (_, index) =>
      index % 2 === 0 ? one.call('hisGetBasicData', {}) : one.call('csGetVersion', {}),
    ),
  );
  const answers = await Promise.all(asked);
  answers.forEach((answer, index) => {
    assert.equal(answer.api, index % 2 === 0 ? 'hisGetBasicData' : 'csGetVersion');
  });
  clients[0]?.close();
  assert.equal((await clients[1]?.call('hisGetBasicData'))?.code, 0);
  for (const one of clients) one.close();
});

test('a frame that is too long, of no type, or cannot be read ends its own connection and no other', async () => {
  const bystander = await client();
  const bad: Uint8Array[] = [
    Uint8Array.of(0, 0, 64, 1, frameTypes.call),
    Uint8Array.of(255, 255, 255, 255, frameTypes.call),
    Uint8Array.of(0, 0, 0, 0, frameTypes.call),
    Uint8Array.of(0, 0, 0, 1, 99),
    encodeFrame('call', Uint8Array.of(200, 1)),
    encodeFrame('ack', new Uint8Array(0)),
    encodeFrame('cancel', new Uint8Array(0)),
    encodeFrame('answer', new Uint8Array(0)),
    encodeFrame('prove', new Uint8Array(0)),
    encodeFrame('chunk', new Uint8Array(10)),
    encodeFrame('call', bodyWriter().short('1').short('csGetVersion').u8(0).raw(Buffer.from('not JSON')).done()),
  ];
  for (const bytes of bad) {
    const one = rawClient();
    await one.proveAs(1, doors.tokens.byRole.program);
    await until('welcome', () => one.of('welcome').length === 1);
    one.socket.write(bytes);
    await one.closed();
  }
  const strange = rawClient();
  await strange.proveAs(1, doors.tokens.byRole.program);
  strange.send('op', bodyWriter().short('1').short('status').raw(Buffer.from('[}')).done());
  await until('a refusal', () => strange.of('opAnswer').length === 1);
  strange.socket.destroy();
  assert.ok((await bystander.call('csGetVersion')).code > 0);
  bystander.close();
});

test('frames that come in halves are whole when they are', async () => {
  const one = rawClient();
  await one.proveAs(1, doors.tokens.byRole.program);
  await until('welcome', () => one.of('welcome').length === 1);
  const frame = encodeFrame('call', bodyWriter().short('slow').short('csGetVersion').u8(0).done());
  for (const byte of frame) {
    one.socket.write(Uint8Array.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until('the answer', () => one.answer('slow') !== undefined);
  one.socket.destroy();
});

test('a client that says nothing, or half of its proof, is dropped', async () => {
  const silent = rawClient();
  const half = rawClient();
  const good = await client();
  await Promise.all([silent.hello(), half.hello()]);
  half.socket.write(encodeFrame('prove', new Uint8Array(80)).subarray(0, 40));
  await good.op('status');
  assert.ok(!silent.isClosed() && !half.isClosed());
  hand.pass(limits.nativeConnect * 5);
  await Promise.all([silent.closed(), half.closed()]);
  await good.op('status');
  good.close();
});

test('a client that asks and never reads is cut off', async () => {
  const one = rawClient();
  await one.proveAs(1, doors.tokens.byRole.program);
  await until('welcome', () => one.of('welcome').length === 1);
  one.socket.pause();
  let closed = false;
  one.socket.on('close', () => {
    closed = true;
  });
  let asked = 0;
  for (; asked < 400 && !closed; asked++) {
    one.send('op', bodyWriter().short(`${asked}`).short('catalogue').done());
    await new Promise((resolve) => setImmediate(resolve));
  }
  one.socket.resume();
  await until('closed', () => closed);
  assert.ok(one.of('opAnswer').length < asked, 'not all that was asked for was kept for it');
  const reading = await client();
  for (let index = 0; index < 20; index++) await reading.op('catalogue');
  reading.close();
});

test('a path that somebody answers on is a clear failure; a socket left over is taken away', async () => {
  const { native, ...rest } = doors;
  const options = { tokens: doors.tokens.byRole, clock: hand.clock, random: systemRandom, user: 'tester' };
  await assert.rejects(
    serveNative(rest.deps, { ...options, path: native.path }),
    (error) => error instanceof Failure && error.kind === 'port-taken',
  );
  const path = join(newFolder(), 'left.sock');
  const dead = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(path)},()=>process.kill(process.pid,'SIGKILL'))`,
  ]);
  await once(dead, 'exit');
  const door = await serveNative(rest.deps, { ...options, path });
  const one = await connectNative({ path, token: doors.tokens.byRole.program, role: 'program' });
  one.close();
  await door.close();
});

test('a session belongs to the process that the system names, not to the one that the client claims', async (t) => {
  if (!linux) return t.skip('only Linux tells the peer of a socket');
  for (const claim of ['1/1', `${process.pid}/999`, '999999/1', `${process.ppid}/1`]) {
    callers.length = 0;
    const one = await connectNative({
      path: doors.native.path,
      token: doors.tokens.byRole.program,
      role: 'program',
      process: claim,
    });
    assert.equal(callers.length, 1);
    const leader = claim === `${process.ppid}/1` ? `${process.ppid}/${startTimeOf(process.ppid)}` : undefined;
    assert.ok(
      [`${process.pid}/${startTimeOf(process.pid)}`, leader].includes(callers[0]?.process),
      callers[0]?.process,
    );
    assert.equal(callers[0]?.program, `${process.execPath} (tester)`);
    one.close();
  }
});

test('who speaks: the peer, its terminal’s session, or the claim where no system tells', () => {
  const own = { pid: process.pid, uid: process.getuid?.() ?? 0 };
  const claim = { pid: 1, started: '7', program: 'C:\\his.exe' };
  assert.deepEqual(boundTo(undefined, { ...claim, pid: 0 }, 'me'), { process: '0/7', program: 'C:\\his.exe (me)' });
  if (!linux) return;
  const started = startTimeOf(process.pid);
  assert.deepEqual(boundTo(own, claim, 'me'), {
    process: `${process.pid}/${started}`,
    program: `${process.execPath} (me)`,
  });
  assert.match(boundTo({ ...own, uid: own.uid + 1 }, claim, 'me').program, new RegExp(`\\(uid ${own.uid + 1}\\)$`));
});

test('a command speaks for the process that started it where the leader of its terminal is gone', async (t) => {
  if (!linux) return t.skip('only Linux tells the peer of a socket');
  const seen = join(newFolder(), 'seen');
  const script = `
    import { writeFileSync } from 'node:fs';
    import { startTimeOf, terminalOf } from ${JSON.stringify(new URL('../../base/index.ts', import.meta.url).href)};
    import { connectNative } from ${JSON.stringify(new URL('./client.ts', import.meta.url).href)};
    const pid = terminalOf(process.pid);
    const one = await connectNative({
      ...${JSON.stringify({ path: doors.native.path, token: doors.tokens.byRole.program, role: 'program' })},
      process: pid + '/' + startTimeOf(pid),
    });
    one.close();
    writeFileSync(${JSON.stringify(seen)}, process.ppid + '/' + startTimeOf(process.ppid));
  `;
  const file = `${seen}.ts`;
  writeFileSync(file, script);
  callers.length = 0;
  // A session of its own whose leader ends before the command begins.
  const leader = spawn('sh', ['-c', '(sleep 0.3; "$1" "$2"; true) & exit 0', 'sh', process.execPath, file], {
    detached: true,
    stdio: 'ignore',
  });
  await once(leader, 'exit');
  await settled(() => existsSync(seen));
  assert.equal(callers[0]?.process, readFileSync(seen, 'utf8'));
});

test('PINs of a process are forgotten when it is gone, not when it hangs up', async (t) => {
  if (!linux) return t.skip('only Linux tells the peer of a socket');
  doors.bench.insert('pin');
  const script = `
    import { connectNative } from ${JSON.stringify(new URL('./client.ts', import.meta.url).href)};
    const connect = () => connectNative(${JSON.stringify({ path: doors.native.path, token: doors.tokens.byRole.program, role: 'program' })});
    const first = await connect();
    console.log('verified', (await first.call('csVerifyHCPIN')).code);
    first.close();
    process.stdin.once('data', async () => {
      const second = await connect();
      // Not verified would be 5105.
      console.log('still', (await second.call('csDisableHCPIN')).code);
      process.exit(0);
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  // Listened for from the beginning: it may end before anybody waits for it.
  const exited = once(child, 'exit');
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  await until('the request', () => doors.control.pinRequests().length === 1);
  const [request] = doors.control.pinRequests();
  const process_ = `${child.pid}/${startTimeOf(child.pid ?? 0)}`;
  doors.control.answerPin(request?.id ?? '', Buffer.from('1234'));
  await until('verified', () => said.includes('verified 0'));
  assert.ok(callers.some((caller) => caller.process === process_));
  // Another process on the same card has verified nothing.
  const stranger = await client();
  assert.equal((await stranger.call('csDisableHCPIN')).code, 5105);
  stranger.close();
  hand.pass(limits.nativeSilence * 3);
  assert.ok(!ended.includes(process_), 'it hung up and lives');
  child.stdin.write('go\n');
  await until('still verified', () => said.includes('still 0'));
  await exited;
  await until('forgotten', () => {
    hand.pass(limits.nativeSilence);
    return ended.includes(process_);
  });
});

test('a process is asked after until it is gone, and then forgotten once', () => {
  const own = handClock();
  const gone: string[] = [];
  let alive = true;
  const lives = watchLives(
    own.clock,
    (process) => void gone.push(process),
    () => alive,
  );
  const [first, second] = [lives.begin('7/1'), lives.begin('7/1')];
  first();
  first();
  alive = false;
  own.pass(limits.nativeSilence * 2);
  assert.deepEqual(gone, [], 'it has a connection');
  alive = true;
  second();
  own.pass(limits.nativeSilence * 2);
  assert.deepEqual(gone, [], 'it lives');
  const third = lives.begin('7/1');
  third();
  alive = false;
  own.pass(limits.nativeSilence);
  assert.deepEqual(gone, ['7/1']);
  own.pass(limits.nativeSilence * 3);
  assert.deepEqual(gone, ['7/1']);
  lives.begin('8/1')();
  assert.deepEqual(gone, ['7/1', '8/1'], 'gone already when it hung up');
});
