// Every exported function with wrong inputs, between guard pages and under sanitisers: deadline: 300
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { seededRandom, sleep, systemClock } from '../src/base/index.ts';
import { apiByName, apis } from '../src/catalogue/index.ts';
import type { WireValue } from '../src/doors/native/frames.ts';
import { connect, firstCard, newWorld, startDetached, stopWorld } from '../src/main/daemon.ts';
import { processesFile } from '../src/main/home.ts';
import { newFolder } from '../test/support/counter.ts';
import { type FakeCall, fakeDaemon } from '../test/support/fake-daemon.ts';
import { buildHard, noClang, runProgram } from '../test/support/library.ts';

const cases = process.env.OPENCSHIS_SOAK === '1' ? 200 : 40;
const exported = apis.reduce((sum, api) => sum + 1 + api.aliases.length, 0);
const summary = (text: string) => /^calls (\d+) faults (\d+) functions (\d+)$/m.exec(text)?.slice(1).map(Number);

describe('wrong inputs of every kind', { skip: noClang }, () => {
  let hard: string;
  before(() => {
    hard = buildHard(['-fsanitize=address,undefined', '-fno-sanitize-recover=all']);
  });
  const run = async (home: string, count = cases, seed = 1) => {
    const ran = await runProgram(hard, [String(count), String(seed), newFolder()], { OPENCSHIS_HOME: home });
    assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`.slice(0, 4000));
    const [calls = 0, faults, functions] = summary(ran.stdout) ?? [];
    assert.equal(faults, 0);
    assert.equal(functions, exported);
    assert.ok(calls >= exported * 80, `${calls} calls`);
  };

  test('where no daemon is', () => run(newFolder()));

  test('against a daemon that lies in every way', async () => {
    const random = seededRandom(11);
    const chance = (below: number): number => (random.bytes(4)[0] ?? 0) % below;
    const fake = await fakeDaemon((call) => lie(call, chance));
    await run(fake.folder);
    assert.ok(fake.calls.length > 1000);
    await fake.close();
  });

  test('under the sanitiser of threads, against a daemon that tells the truth', async () => {
    const fake = await fakeDaemon(truth);
    const watched = buildHard(['-fsanitize=thread']);
    const ran = await runProgram('setarch', ['-R', watched, String(cases), '3', newFolder()], {
      OPENCSHIS_HOME: fake.folder,
    });
    await fake.close();
    assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`.slice(0, 4000));
    assert.deepEqual(summary(ran.stdout)?.slice(1), [0, exported]);
  });

  test('against a world, whose card is pulled and put back, and whose control software is killed meanwhile', async () => {
    process.env.OPENCSHIS_PCSC = 'off';
    const home = newFolder();
    await newWorld(home, { httpPort: 0, people: 5 });
    await startDetached(home);
    await firstCard(home);
    let over = false;
    const meddle = async (): Promise<void> => {
      for (let round = 0; !over; round++) {
        await meddleOnce(home, round).catch(() => undefined);
        await sleep(systemClock, 20);
      }
    };
    const meddling = meddle();
    try {
      await run(home);
    } finally {
      over = true;
      await meddling;
      await stopWorld(home);
    }
  });

  for (const [what, plant] of Object.entries({
    'a byte written behind a buffer': [
      'memcpy(to, got->p, n);\n    write_two',
      'memcpy(to, got->p, n); to[came] = 0;\n    write_two',
    ],
    'a byte written before one': [
      'memcpy(to, got->p, n);\n    write_two',
      'memcpy(to, got->p, n); to[-1] = 0;\n    write_two',
    ],
    'a byte read behind a text': [
      'case P_TEXT: *n = until_nul(given, p->length);',
      'case P_TEXT: *n = until_nul(given, p->length + 1);',
    ],
    'four bytes written to a length': ['memcpy(p, &two, 2);', 'memcpy(p, &value, 4);'],
    'a length changed on a failure': [
      '  if (r->bad) return BROKEN;\n  *code = answered;',
      '  if (k->f->count > 1 && k->f->params[1].kind == P_LENGTH && k->a[1].p) write_two(k->a[1].p, 1);\n  *code = answered;',
    ],
  }) as [string, [string, string]][])
    test(`the trial finds ${what}`, async () => {
      const planted = buildHard(['-fsanitize=address,undefined', '-fno-sanitize-recover=all'], (source) => {
        assert.equal(source.split(plant[0]).length, 2, 'the place of the overrun is not where it was');
        return source.replace(plant[0], plant[1]);
      });
      const fake = await fakeDaemon(truth);
      const ran = await runProgram(planted, ['40', '1', newFolder()], { OPENCSHIS_HOME: fake.folder });
      await fake.close();
      assert.notEqual(ran.code, 0);
      assert.match(ran.stdout + ran.stderr, /FAULT|AddressSanitizer/);
    });
});

/** What a good daemon would say: whole buffers where there is room, else 6018. */
function truth(call: FakeCall): void {
  const outputs: { [name: string]: WireValue } = {};
  let code = 0;
  for (const param of apiByName(call.name)?.params ?? []) {
    if (param.kind === 'buffer') {
      const cell = apiByName(call.name)?.params.find((one) => one.lengthOf === param.name)?.name ?? '';
      if (Number(call.inputs[cell]) < (param.length ?? 0)) code = 6018;
      outputs[param.name] = Buffer.alloc(param.length ?? 0, 0x42);
    } else if (param.kind === 'fixedOut') outputs[param.name] = Buffer.alloc(param.length ?? 0, 0x42);
    else if (param.kind === 'textInOut') outputs[param.name] = Buffer.from('9');
    else if (param.kind === 'intOut') outputs[param.name] = 1;
  }
  call.answer(code, code === 0 ? outputs : {});
}

/** One of many lies, by chance. */
function lie(call: FakeCall, chance: (below: number) => number): void {
  const params = apiByName(call.name)?.params ?? [];
  const bytes = (length: number): Uint8Array => Buffer.alloc(Math.max(0, length), 0x42);
  const all = (value: (length: number) => WireValue): { [name: string]: WireValue } =>
    Object.fromEntries(params.map((param) => [param.name, value(param.length ?? 2)]));
  const piece = (type: 'chunk' | 'write', rest: Uint8Array): void => {
    const name = params.find((param) => param.kind === 'fileIn' || param.kind === 'fileOut')?.name ?? 'x';
    call.send(
      type,
      Buffer.concat([Buffer.from([32]), Buffer.from(call.id), Buffer.from([name.length]), Buffer.from(name), rest]),
    );
  };
  const offset = (high: number, low: number): Buffer => {
    const out = Buffer.alloc(8);
    out.writeUInt32BE(high, 0);
    out.writeUInt32BE(low, 4);
    return out;
  };
  const lies: (() => void)[] = [
    () => truth(call),
    () => truth(call),
    () => call.answer(4013, all(bytes)),
    () =>
      call.answer(
        0,
        all((length) => bytes(length + 1)),
      ),
    () =>
      call.answer(
        0,
        all((length) => bytes(length - 1)),
      ),
    () =>
      call.answer(
        0,
        all(() => bytes(16000)),
      ),
    () =>
      call.answer(
        0,
        all(() => -1),
      ),
    () =>
      call.answer(
        5010,
        all(() => 32768),
      ),
    () =>
      call.answer(
        0,
        all(() => bytes(0)),
      ),
    () => call.raw(Buffer.from('ffffffff06', 'hex')),
    () => call.raw(Buffer.from('00000000', 'hex')),
    () => call.raw(Buffer.from([0, 0, 0, 40, 6, 255, ...Buffer.from(call.id), 1, 2, 3, 4, 5, 6, 7])),
    () => call.send('answer', Buffer.concat([Buffer.from([32]), Buffer.from(call.id), Buffer.from([0, 0, 0, 0, 255])])),
    () =>
      call.send(
        'answer',
        Buffer.concat([Buffer.from([32]), Buffer.from(call.id), Buffer.from('00000000010162007fffffff', 'hex')]),
      ),
    () => call.send('event', Buffer.from('{}')),
    () => call.hangUp(),
    () => {
      call.raw(Buffer.from([0, 0, 1]));
      call.hangUp();
    },
    () => {
      for (let at = 0; at < 3; at++) call.working();
      truth(call);
    },
    () => {
      piece('chunk', Buffer.concat([offset(0, 0), Buffer.from([0, 0, 32, 0])]));
      piece('chunk', Buffer.concat([offset(0, 1), Buffer.from([0, 0, 0, 9])]));
      truth(call);
    },
    () => piece('chunk', Buffer.concat([offset(0, 0), Buffer.from([0, 0, 32, 1])])),
    () => piece('chunk', Buffer.concat([offset(0xffffffff, 0xffffffff), Buffer.from([0, 0, 0, 1])])),
    () => piece('chunk', Buffer.from([1])),
    () => {
      piece('write', Buffer.concat([offset(0, 0), bytes(8192)]));
      truth(call);
    },
    () => {
      piece('write', Buffer.concat([offset(0, 100), bytes(3)]));
      call.answer(4061);
    },
    () => piece('write', Buffer.concat([offset(0x7fffffff, 0xffffffff), bytes(9)])),
  ];
  lies[chance(lies.length)]?.();
}

/** Somebody at the counter pulls the card, puts it back, closes PIN requests; now and then the control software is killed. */
async function meddleOnce(home: string, round: number): Promise<void> {
  if (round % 40 === 39) {
    const processes = JSON.parse(readFileSync(join(home, processesFile), 'utf8')) as { control?: { pid: number } };
    if (processes.control) process.kill(processes.control.pid, 'SIGKILL');
    return;
  }
  const operator = await connect(home, 'operator');
  const world = await connect(home, 'world');
  try {
    for (const request of await operator.op<{ id: string }[]>('pins')) await operator.op('pin', { id: request.id });
    if (round % 6 === 5) {
      await world.op('world', { action: 'remove', card: 'normal' });
      await world.op('world', { action: 'insert', card: 'normal' });
    }
  } finally {
    operator.close();
    world.close();
  }
}
