// The command line as people use it: languages, exit codes, JSON, PINs, cards, power, backups. deadline: 200
// It is long because every command of the line is tried on one world, which takes longer to start than all of them take.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { sleep, systemClock } from '../src/base/index.ts';
import { apis } from '../src/catalogue/index.ts';
import { supervisorHolder } from '../src/main/daemon.ts';
import { unwritten } from '../src/main/unwritten.ts';
import { cliEntry, cliFor, runNode } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';
import { prescriptionItem } from '../test/support/writing.ts';

const folder = newFolder();
const cli = cliFor(folder);
const json = async <T>(...args: string[]): Promise<T> => {
  const ran = await cli(...args, '--json');
  assert.equal(ran.stdout.trim().split('\n').length, 1, `one line of JSON: ${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as T;
};

before(async () => {
  assert.equal((await cli('status')).code, 3);
  assert.equal((await cli('register')).code, 3);
  assert.equal((await cli('world', 'new', '--port', '0', '--people', '20')).code, 0);
  assert.equal((await cli('start')).code, 0);
});
after(async () => {
  await cli('stop');
});

test('help speaks the language of the locale and of --lang, and names every command', async () => {
  const english = (await cli('--help')).stdout;
  const chinese = (await cliFor(folder, { LANG: 'zh_TW.UTF-8' })('--help')).stdout;
  const asked = (await cli('--help', '--lang', 'zh')).stdout;
  assert.match(english, /^Usage:/);
  assert.match(chinese, /^用法：/);
  assert.equal(asked, chinese);
  const names = (text: string) => [...text.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name);
  assert.deepEqual(names(english), names(chinese));
  for (const name of [
    'start',
    'stop',
    'status',
    'open',
    'register',
    'recover',
    'call',
    'card',
    'reader',
    'world',
    'network',
    'power',
    'reset',
    'verify',
    'explain',
    'catalogue',
    'trace',
    'backup',
    'restore',
    'complete',
  ])
    assert.ok(names(english).includes(name), name);
});

test('exit codes: 2 for wrong usage, 1 for a refusal, and nothing but words on standard error', async () => {
  for (const args of [
    ['nonsense'],
    ['call', 'noSuchFunction'],
    ['call', '1.1', 'nothing=1'],
    ['verify', 'x'],
    ['world', 'new', '--people', 'many'],
    ['explain', 'qqqq'],
  ]) {
    const ran = await cli(...args);
    assert.equal(ran.code, 2, args.join(' '));
    assert.equal(ran.stdout, '', args.join(' '));
    assert.doesNotMatch(ran.stderr, /\n\s+at /, 'no stack');
  }
  assert.equal((await cli('call', '1.39', 'pUnTreatDate=1150101000000')).code, 1);
});

test('a wrong command line is told in the language of the user', async () => {
  for (const [args, zh] of [
    [['explain'], /缺少引數 what/],
    [['explan', 'x'], /沒有 explan 這個指令\n（是不是 explain？）/],
    [['explain', '--foo', 'x'], /沒有 --foo 這個選項/],
    [['start', 'a', 'b'], /引數太多：應為 0 個，實為 2 個/],
    [['verify', '--person'], /選項 --person <id> 要有值/],
  ] as const) {
    const ran = await cli(...args, '--lang=zh');
    assert.deepEqual([ran.code, ran.stdout], [2, ''], args.join(' '));
    assert.match(ran.stderr, zh);
    assert.doesNotMatch(ran.stderr, /error/, args.join(' '));
  }
});

test('colours only for a terminal, and never with NO_COLOR', async () => {
  const csi = `${String.fromCharCode(27)}[`;
  const typed = (env: string) =>
    spawnSync('script', ['-qec', `env ${env} ${process.execPath} ${cliEntry} status`, '/dev/null'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        OPENCSHIS_HOME: folder,
        TERM: 'xterm',
        CI: undefined,
        NO_COLOR: undefined,
        NODE_DISABLE_COLORS: undefined,
      } as NodeJS.ProcessEnv,
    });
  assert.ok(!(await cli('status')).stdout.includes(csi));
  if (typed('-u NO_COLOR').error) return;
  assert.ok(typed('-u NO_COLOR').stdout.includes(csi));
  assert.ok(!typed('NO_COLOR=1').stdout.includes(`${csi}3`));
});

test('completions for four shells, and what they complete', async () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const ran = await cli('complete', shell);
    assert.equal(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /opencshis/);
  }
  assert.match((await cli('complete', '--', 'net')).stdout, /network/);
});

test('status, reader and card lists say what is there', async () => {
  const status = await json<{ running: boolean; url: string; profile: string; version: string }>('status');
  assert.equal(status.running, true);
  assert.match(status.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(status.profile, '5.1');
  const cards = await json<{ handle: string; slot?: string }[]>('card', 'list');
  assert.equal(cards.find((card) => card.handle === 'normal')?.slot !== undefined, true);
  const { readers } = await json<{ readers: { name: string; present: boolean }[] }>('reader', 'list');
  assert.equal(readers.filter((one) => one.present).length, 1);
});

interface Registered {
  code: number;
  identifier: string;
  signature: string;
  visit: { visitTime: string; hospId: string };
  patient: { personId: string; name: string };
}
let visit: Registered;

test('register --json holds identifier and signature, and verify explains each way to be wrong', async () => {
  visit = await json<Registered>('register');
  assert.equal(visit.code, 0);
  const check = (changes: { signature?: string; person?: string; institution?: string; time?: string }) =>
    cli(
      'verify',
      changes.signature ?? visit.signature,
      '--person',
      changes.person ?? visit.patient.personId,
      '--institution',
      changes.institution ?? visit.visit.hospId,
      '--time',
      changes.time ?? visit.visit.visitTime,
      '--json',
    );
  const verdict = async (changes: Parameters<typeof check>[0]) =>
    JSON.parse((await check(changes)).stdout) as { verdict: string; simulated: boolean };
  assert.deepEqual((({ verdict: word, simulated }) => [word, simulated])(await verdict({})), ['ok', true]);
  assert.equal((await verdict({ person: 'A123456789' })).verdict, 'altered-person');
  assert.equal((await verdict({ institution: '0401180014' })).verdict, 'altered-institution');
  assert.equal((await verdict({ time: '1150101000000' })).verdict, 'altered-time');
  const flipped = `${visit.signature.slice(0, 200)}${visit.signature[200] === '0' ? '1' : '0'}${visit.signature.slice(201)}`;
  assert.equal((await verdict({ signature: flipped })).verdict, 'altered');
  assert.equal((await verdict({ signature: 'nonsense' })).verdict, 'malformed');
  assert.equal((await check({ signature: 'nonsense' })).code, 1);
});

test('call answers code, fields and buffer; 1.9 says that it is stopped', async () => {
  const answer = await json<{ code: number; fields: { name: string }; buffer: string }>('call', '1.1');
  assert.equal(answer.code, 0);
  assert.equal(answer.fields.name, visit.patient.name);
  assert.equal(Buffer.from(answer.buffer, 'base64').length, 72);
  const old = await cli('call', 'hisGetSeqNumber', 'cTreatItem=02', 'cBabyTreat= ');
  assert.match(old.stderr, /use 1\.53/);
  const visits = (await cli('call', '1.5')).stdout;
  assert.match(visits, /^ {2}visits\[1\] +treatItem 0\d {2}visitTime \d{13} {2}.*seqNumber \d{4}/m);
  assert.match(visits, /^ {2}illnesses +all 6 are empty$/m);
});

test('a prescription is written with a signature, and verify --item asks who can tell', async () => {
  const { fields } = await json<{ fields: { birthDate: string; personId: string } }>('call', '1.1');
  const item = prescriptionItem(visit.visit.visitTime, '1', 'A012345100', 'TID&HS');
  const who = [`pPatientID=${fields.personId}`, `pPatientBirthDate=${fields.birthDate}`];
  const inputs = [`pDateTime=${visit.visit.visitTime}`, ...who, `pDataWrite=${item}`];
  const answer = await json<{ code: number; fields: { signature: string } }>('call', '1.48', ...inputs);
  assert.equal(answer.code, 0);
  const { signature } = answer.fields;
  assert.match(signature, /^[0-9A-F]{40}$/);
  const visitIs = ['--person', fields.personId, '--institution', visit.visit.hospId, '--time', visit.visit.visitTime];
  const good = await cli('verify', signature, ...visitIs, '--item', item);
  assert.equal(good.code, 0, good.stderr);
  assert.match(good.stdout, /genuine/);
  const bad = await cli('verify', signature, ...visitIs, '--item', item.replace('TID', 'QID'), '--json');
  assert.equal(bad.code, 1);
  assert.equal((JSON.parse(bad.stdout) as { verdict: string }).verdict, 'altered');
});

test('catalogue lists everything, and --unwritten exactly what is not written', async () => {
  assert.equal((await json<unknown[]>('catalogue')).length, apis.length);
  const names = (await json<{ name: string }[]>('catalogue', '--unwritten')).map((one) => one.name);
  assert.deepEqual(names.sort(), unwritten().sort());
  for (const name of names) {
    const answer = await json<{ code: number; failure: { kind: string } }>('call', name);
    assert.deepEqual([name, answer.code, answer.failure.kind], [name, -1, 'not-written']);
  }
});

test('explain knows codes, functions, sections and table codes', async () => {
  for (const what of ['5102', '4050', '1.53', 'hisGetBasicData', '-1', '01'])
    assert.equal((await cli('explain', what)).code, 0, what);
  assert.match((await cli('explain', '5010')).stdout, /Y|yes/);
});

test('explain shows a repeated group once, each layout by its marker, results in their own words', async () => {
  const visits = (await cli('explain', '1.8')).stdout;
  assert.match(visits, /visits × 6 +visit 43 bytes each/);
  assert.match(visits, /pBuffer \[icd10\] 540 bytes/);
  assert.equal(visits.match(/subCode5/g)?.length, 2);
  assert.match(visits, /professional card +4014/);
  const state = (await cli('explain', '1.15')).stdout;
  assert.match(state, /\n {4}5 +authenticated by the data centre/);
  const many = (await cli('explain', '1.45')).stdout;
  assert.match(many, /pDataWrite 3660 bytes\n +items × 60 +one prescription item 61 bytes each/);
  assert.match(many, /iWriteCount .*given before the call/);
  assert.match((await cli('explain', '1.51')).stdout, /outputs\n +pPath .*260 bytes at most/);
  assert.doesNotMatch((await cli('explain', '0')).stdout, /hisGetCardStatus/);
});

test('call says what a result means, and where the inputs stand when one is wrong', async () => {
  assert.match(
    (await cli('call', '1.15', 'CardType=1')).stdout,
    /^1\.15 hisGetCardStatus {2}2 {2}verified with the data centre\n$/,
  );
  assert.match((await cli('call', '1.53', 'cTreatItem=QQ')).stderr, /→ opencshis explain 1\.53 lists the inputs/);
});

test('explain finds words in either language, and says when there are none', async () => {
  assert.match((await cli('explain', '處方')).stdout, /1\.49 +hisWriteMultiPrescriptSign/);
  assert.match((await cli('explain', 'antenatal written')).stdout, /^ +5078 /m);
  const found = await json<{ functions: { no: string }[]; codes: object[]; tables: object[] }>('explain', 'vaccin');
  assert.deepEqual([found.functions.map((one) => one.no).sort(), found.codes.length], [['1.11', '1.26'], 1]);
});

test('who reads the beginning alone hears nothing of the rest', async () => {
  const ran = spawnSync('bash', ['-c', `'${process.execPath}' '${cliEntry}' explain 1.10 | head -1`], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  });
  assert.match(ran.stdout, /^1\.10 hisReadPrescription/);
  assert.equal(ran.stderr, '');
});

test('cards are made, changed, shown, put in and taken out', async () => {
  assert.equal((await cli('card', 'new', 'mine', '--kind', 'normal')).code, 0);
  assert.equal((await cli('card', 'new', 'mine')).code, 1);
  assert.equal((await cli('card', 'edit', 'mine', 'validity.available=2')).code, 0);
  const shown = await json<{ files: { validity: { available: number } } }>('card', 'show', 'mine');
  assert.equal(shown.files.validity.available, 2);
  assert.equal((await cli('card', 'edit', 'mine', 'validity.nothing=2')).code, 1);
  await cli('card', 'remove');
  assert.equal((await cli('card', 'insert', 'mine')).code, 0);
  const zone = await json<{ personId: string; real: boolean }>('card', 'read');
  assert.equal(zone.real, false);
  assert.equal((await json<{ fields: { available: number } }>('call', '1.38')).fields.available, 2);
  await cli('card', 'remove', 'mine');
});

test('a PIN is asked for at the terminal, and typed unseen', async (t) => {
  if (spawnSync('script', ['--version']).error) return t.skip('no script(1) here, so no terminal to type at');
  await cli('card', 'insert', 'pin');
  const type = (typed: string) =>
    new Promise<string>((resolve) => {
      const child = spawn(
        'script',
        ['-qec', `${process.execPath} ${cliEntry} call csVerifyHCPIN --lang en`, '/dev/null'],
        {
          env: { ...process.env, OPENCSHIS_HOME: folder },
          stdio: ['pipe', 'pipe', 'ignore'],
        },
      );
      let seen = '';
      let sent = false;
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        seen += text;
        if (!sent && /PIN/.test(seen)) {
          sent = true;
          child.stdin.write(typed);
        }
      });
      child.on('close', () => resolve(stripVTControlCharacters(seen)));
    });
  const right = await type('1234\r');
  assert.match(right, /csVerifyHCPIN {2}0/);
  assert.ok(!right.includes('1234'), 'the digits are not shown');
  assert.match(await type('9999\r'), /5102/);
  assert.match(await type('\u0003'), /5109/);
  await cli('card', 'remove', 'pin');
  await cli('card', 'insert', 'normal');
});

test('offline: register goes on, an exception is registered and recovered, and the centre hears of it later', async () => {
  assert.equal((await cli('network', 'down')).code, 0);
  assert.equal((await json<Registered>('register', '--item', '03')).code, 5010);
  const exception = await json<{ code: number; dateTime: string; treatNum?: string }>(
    'register',
    '--exception',
    'A001',
  );
  assert.equal(exception.code, 0);
  const again = await json<{ code: number; identifier: string }>(
    'recover',
    '--person',
    visit.patient.personId,
    '--time',
    visit.visit.visitTime,
  );
  assert.deepEqual([again.code, again.identifier], [0, visit.identifier]);
  assert.ok((await json<{ status: { journal: { waiting: number } } }>('status')).status.journal.waiting > 0);
  assert.equal((await cli('network', 'up')).code, 0);
  await settled(
    async () => (await json<{ status: { journal: { waiting: number } } }>('status')).status.journal.waiting === 0,
  );
});

test('trace shows calls without a name, a number or an identifier', async () => {
  const text = (await cli('trace')).stdout + (await cli('trace', '--json')).stdout;
  assert.match(text, /hisGetSeqNumber256N1/);
  for (const secret of [visit.identifier, visit.signature, visit.patient.personId, visit.patient.name])
    assert.ok(!text.includes(secret));
  // By itself: a time in milliseconds may well hold these digits.
  assert.doesNotMatch(text, /(?<!\d)1234(?!\d)/);
});

test('power off kills everything at once; power on brings all of it back', async () => {
  const before = await json<{ visit: unknown }>('register', '--item', '04');
  assert.ok(before.visit);
  await cli('power', 'off');
  assert.equal((await cli('status')).code, 3);
  assert.equal(supervisorHolder(folder), undefined);
  const stated = await cli('register', '--exception', 'A001');
  assert.equal(stated.code, 3);
  assert.equal((await cli('power', 'on')).code, 0);
  const time = visit.visit.visitTime.replace(/....$/, '0000');
  const entered = await json<{ code: number }>('register', '--exception', 'A001', '--time', time);
  assert.equal(entered.code, 0);
});

test('a backup restores the same world elsewhere; a broken one touches nothing', async () => {
  const file = join(newFolder(), 'world.backup');
  assert.equal((await cli('backup', file)).code, 0);
  const other = join(newFolder(), 'other');
  const there = cliFor(other);
  assert.equal((await there('restore', file)).code, 0);
  assert.deepEqual(readdirSync(join(other, 'cards')).sort(), readdirSync(join(folder, 'cards')).sort());
  assert.equal((await there('start')).code, 0);
  const found = JSON.parse(
    (await there('recover', '--person', visit.patient.personId, '--time', visit.visit.visitTime, '--json')).stdout,
  ) as { identifier: string };
  assert.equal(found.identifier, visit.identifier);
  await there('stop');
  const broken = join(newFolder(), 'broken');
  const bytes = readFileSync(file);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(broken, bytes.subarray(0, bytes.length - 100));
  const refused = await there('restore', broken);
  assert.equal(refused.code, 1);
  assert.ok(existsSync(join(other, 'world.json')));
  assert.equal((await cli('restore', file)).code, 2, 'not while it runs');
});

test('csResetFsim ends a control software that answers to nothing, and starts it again', async () => {
  const holder = supervisorHolder(folder);
  assert.ok(holder);
  process.kill(holder.pid, 'SIGSTOP');
  const ran = await runNode([cliEntry.replace('main.ts', 'cs-reset-fsim.ts'), '--json'], { OPENCSHIS_HOME: folder });
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal((JSON.parse(ran.stdout) as { wasRunning: boolean }).wasRunning, true);
  assert.notEqual(supervisorHolder(folder)?.pid, holder.pid);
  assert.equal((await json<Registered>('register', '--item', '05')).code === -1, false);
});

test('Ctrl-C on start --foreground stops everything that it started and leaves nothing behind', async () => {
  const own = newFolder();
  await cliFor(own)('world', 'new', '--port', '0');
  const child = spawn(process.execPath, [cliEntry, 'start', '--foreground', '--lang', 'en'], {
    env: { ...process.env, OPENCSHIS_HOME: own, OPENCSHIS_PCSC: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
  });
  await settled(() => seen.includes('Ctrl-C') || child.exitCode !== null);
  assert.equal(child.exitCode, null, seen);
  const { pid } = JSON.parse((await cliFor(own)('status', '--json')).stdout) as { pid: number };
  const processes = JSON.parse(readFileSync(join(own, 'run/processes.json'), 'utf8')) as {
    [name: string]: { pid: number };
  };
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  assert.equal(await ended, 0);
  await sleep(systemClock, 50);
  for (const one of [pid, ...Object.values(processes).map((each) => each.pid)])
    assert.throws(() => process.kill(one, 0), /ESRCH/);
  assert.deepEqual(
    readdirSync(join(own, 'run')).filter((name) => name !== 'centre.json'),
    [],
  );
});
