import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../base/index.ts';
import { encodeBig5 } from '../../codec/index.ts';
import { registryBelowBy, registryBy, systemProgram } from '../by-programs.ts';
import { neighbours as check } from '../doctor/checks/neighbours.ts';
import { examine } from '../doctor/examine.ts';
import type { Patient } from '../doctor/types.ts';
import { printedText } from '../printed.ts';
import { type Recorded, recordedMachine } from '../recorded-machine.ts';
import { compareVersions, findNeighbours, obstacles, portsOfOwn, versionOf } from './index.ts';

const uninstall = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const windows = (more: Partial<Recorded> = {}): Recorded => ({ platform: 'win32', ...more });
const installed = (key: string, values: { readonly [name: string]: string }, view: '' | ' /32' = '') => ({
  [`${uninstall}\\${key}${view}`]: { values },
});
const official = (version: string) =>
  installed(
    '{A1B2C3D4-0000-0000-0000-000000000001}',
    {
      DisplayName: '健保卡讀卡機控制軟體(PCSC)',
      DisplayVersion: version,
      Publisher: '衛生福利部中央健康保險署',
      UninstallString: 'MsiExec.exe /I{A1B2C3D4-0000-0000-0000-000000000001}',
    },
    ' /32',
  );
const own = {
  world: false,
  simulated: true,
  supervisor: 'none',
  discovery: 'none',
  processes: [],
  httpPort: 0,
  node: 'v24',
  missing: [],
  starters: [],
  component: { on: false },
} as const;
const patient = (recorded: Recorded): Patient => ({
  machine: recordedMachine(recorded),
  folder: '/nowhere',
  version: '0.0.0',
  own: async () => own,
  status: async () => undefined,
  now: () => 0,
});
const findings = async (recorded: Recorded) =>
  (await examine(patient(recorded), [check], systemClock)).flatMap((one) => one.findings);

test('5.1.53 in the registry is 5.1.5.3, and versions are compared by their numbers', () => {
  assert.equal(versionOf('5.1.53'), '5.1.5.3');
  assert.equal(versionOf('5.1.5.7'), '5.1.5.7');
  assert.equal(versionOf('2.5.4'), '2.5.4');
  assert.ok(compareVersions('5.1.5.1', '5.1.5.3') < 0);
  assert.ok(compareVersions('5.1.10', '5.1.9.9') > 0);
  assert.equal(compareVersions('3.5.3', '3.5.3.0'), 0);
  assert.ok(compareVersions('0.9.0', '0.10.0') < 0);
  assert.ok(compareVersions('1.0.0', '0.99.99') > 0);
  assert.equal(compareVersions('1.0.0', '1.0.0'), 0);
});

test('a machine without other card software has none', async () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const)
    assert.deepEqual(await findNeighbours(recordedMachine({ platform })), []);
});

test('the official control software stands in the 32-bit view, and an old one stops an installation (Q8)', async () => {
  const [one] = await findNeighbours(recordedMachine(windows({ registry: official('5.1.51') })));
  assert.equal(one?.id, 'cloud');
  assert.equal(one?.version, '5.1.5.1');
  assert.ok(one?.old);
  assert.equal(one?.uninstall, 'MsiExec.exe /X{A1B2C3D4-0000-0000-0000-000000000001}');
  assert.deepEqual(obstacles([one]), [one]);
  const [found] = await findings(windows({ registry: official('5.1.51') }));
  assert.equal(found?.id, 'neighbours.old');
  assert.match(found?.what.zh ?? '', /舊版.*5\.1\.5\.1/);
  assert.deepEqual(found?.commands, [one?.uninstall]);
});

test('of today’s version we stand beside it, and say so', async () => {
  const recorded = windows({
    registry: official('5.1.53'),
    processes: [{ pid: 7, name: 'csfsim', path: 'C:\\NHI\\BIN\\csfsim.exe' }],
    files: { 'C:\\NHI\\BIN\\csfsim.exe': { size: 1 } },
  });
  const here = await findNeighbours(recordedMachine(recorded));
  assert.deepEqual(
    here.map(({ id, running, signs }) => [id, running, signs.map(({ kind }) => kind)]),
    [['cloud', true, ['registered', 'process', 'file']]],
  );
  assert.deepEqual(obstacles(here), []);
  assert.deepEqual(
    (await findings(recorded)).map(({ id }) => id),
    ['neighbours.beside'],
  );
});

test('the three of Q11 are named, each with whom it may not be beside', async () => {
  const registry = {
    ...official('5.1.53'),
    ...installed('reading', { DisplayName: '健保讀卡控制', UninstallString: '"C:\\x\\unins000.exe"' }),
    ...installed('idc', { DisplayName: 'idc 憑證元件', UninstallString: '"C:\\y\\unins000.exe"' }),
  };
  const here = await findNeighbours(recordedMachine(windows({ registry })));
  const against = Object.fromEntries(here.map((one) => [one.id, [...one.against].sort()]));
  assert.deepEqual(against, {
    cloud: ['card-reading', 'idc', 'opencshis'],
    'card-reading': ['cloud', 'opencshis'],
    idc: ['cloud', 'opencshis'],
  });
  assert.deepEqual(
    obstacles(here).map(({ id }) => id),
    ['card-reading', 'idc'],
  );
  const found = await findings(windows({ registry }));
  assert.deepEqual(
    found.map(({ id }) => id),
    Array(3).fill('neighbours.conflict'),
  );
  assert.deepEqual(found[1]?.commands, ['"C:\\x\\unins000.exe"']);
  assert.deepEqual(found[1]?.faq, [10, 11]);
});

test('other PC/SC software is not taken for the official one', async () => {
  const registry = {
    ...installed('a', { DisplayName: 'PCSC Driver Package', Publisher: 'ACS', DisplayVersion: '4.2.8' }),
    ...installed('b', { DisplayName: 'OpenCSHIS', Publisher: 'OpenCSHIS', DisplayVersion: '5.1.9' }),
  };
  assert.deepEqual(await findNeighbours(recordedMachine(windows({ registry }))), []);
});

test('the web component by its service, its unit, its launch agent; the ports of our own face are not it', async () => {
  const service = windows({ registry: { 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NHIICC': {} } });
  const unit: Recorded = {
    platform: 'linux',
    files: { '/etc/systemd/system/NHIICC.service': { text: '' }, '/usr/local/share/NHIICC/x': { text: '' } },
  };
  const agent: Recorded = {
    platform: 'darwin',
    files: { '/Library/LaunchDaemons/tw.gov.nhi.nhiicc.plist': { text: '' } },
  };
  for (const recorded of [service, unit, agent]) {
    const [one] = await findNeighbours(recordedMachine(recorded));
    assert.equal(one?.id, 'nhiicc', recorded.platform);
    assert.equal(one?.leftover, false);
    assert.deepEqual(
      (await findings(recorded)).map(({ id }) => id),
      ['neighbours.here'],
    );
  }
  const listening: Recorded = { platform: 'linux', listeners: [{ address: '127.0.0.1', port: 59001 }] };
  assert.equal((await findNeighbours(recordedMachine(listening))).length, 1);
  const ours = portsOfOwn({ supervisor: 'running', component: { on: true } });
  assert.deepEqual(await findNeighbours(recordedMachine(listening), ours), []);
  assert.deepEqual(portsOfOwn({ supervisor: 'dead', component: { on: true } }), []);
});

test('what an uninstaller left behind is a leftover and stops nothing', async () => {
  const recorded = windows({
    files: {
      'C:\\Windows\\System32\\drivers\\etc\\hosts': {
        text: '127.0.0.1 localhost\r\n127.0.0.1\ticcert.nhi.gov.tw # x\r\n',
      },
      'C:\\NHI\\SAM\\COMX1\\0123456789012345678901.SAM': { text: 'x' },
    },
  });
  const here = await findNeighbours(recordedMachine(recorded));
  assert.deepEqual(
    here.map(({ id, leftover }) => [id, leftover]),
    [['nhiicc', true]],
  );
  assert.deepEqual(obstacles(here), []);
  const found = await findings(recorded);
  assert.deepEqual(
    found.map(({ id }) => id),
    ['neighbours.leftover', 'neighbours.module-file'],
  );
  assert.doesNotMatch(JSON.stringify(found), /0123456789012345678901/);
  const comment = windows({
    files: { 'C:\\Windows\\System32\\drivers\\etc\\hosts': { text: '#127.0.0.1 iccert.nhi.gov.tw' } },
  });
  assert.deepEqual(await findNeighbours(recordedMachine(comment)), []);
});

test('our own starter of the name csfsim is not the official one', async () => {
  const processes = [{ pid: 3, name: 'csfsim', path: 'C:\\Program Files\\OpenCSHIS\\csfsim.exe' }];
  assert.deepEqual(await findNeighbours(recordedMachine(windows({ processes }))), []);
});

test('what `reg query /s` prints is read in both views, in UTF-8 or Big5', async () => {
  const text = [
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\One',
    '    DisplayName    REG_SZ    健保讀卡控制',
    '    DisplayVersion    REG_SZ    1.0',
    '    Comments    REG_SZ    ',
    '    Size    REG_DWORD    0x10',
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\One\\Deeper',
    '    Other    REG_SZ    no',
    '',
  ].join('\r\n');
  const asked: string[] = [];
  const run = async (_program: string, args: readonly string[]) => {
    asked.push(args.join(' '));
    return { code: 0, out: printedText(encodeBig5(text, 'box')), err: '' };
  };
  const below = await registryBelowBy(run, uninstall, 32);
  assert.deepEqual(Object.keys(below), ['One']);
  assert.deepEqual(below.One, {
    values: { DisplayName: '健保讀卡控制', DisplayVersion: '1.0', Comments: '', Size: '0x10' },
    keys: ['Deeper'],
  });
  assert.deepEqual(asked, [`query ${uninstall} /s /reg:32`]);
  assert.deepEqual((await registryBy(run, uninstall, 64))?.keys, ['One']);
  assert.equal(printedText(Buffer.from('健保')), '健保');
});

test('programs of Windows are run from where Windows has them', () => {
  const there = (path: string): boolean =>
    /\\(reg|powershell)\.exe$/.test(path) && (path.includes('v1.0') || path.includes('reg'));
  const env = { SystemRoot: 'D:\\Win' };
  assert.equal(systemProgram('reg', env, there), 'D:\\Win\\System32\\reg.exe');
  assert.equal(systemProgram('powershell', env, there), 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  assert.equal(systemProgram('node', env, there), 'node');
  assert.equal(systemProgram('C:\\x\\reg.exe', env, there), 'C:\\x\\reg.exe');
});
