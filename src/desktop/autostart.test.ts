// What Windows and macOS would get, as data: it has not been run there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { Failure } from '../base/index.ts';
import { autostart, service } from './autostart.ts';
import type { Environment } from './environment.ts';
import { registeredLink } from './link.ts';
import type { Program } from './program.ts';

const program: Program = { node: String.raw`C:\Program Files\node.exe`, entry: String.raw`C:\健保\opencshis.cjs` };
const windows: Environment = { platform: 'win32', env: {}, home: 'C:\\' };
const mac: Environment = { platform: 'darwin', env: {}, home: '/h' };
const reg = String.raw`C:\Windows\System32\reg.exe`;
const commands = (list: readonly { command: string; args: readonly string[] }[] = []) =>
  list.map(({ command, args }) => [command, ...args]);

test('Windows: start at log-in is a value of the own Run key, and removed by its name', () => {
  const { files, on, off, ask } = autostart(program, windows);
  const key = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;
  const value = String.raw`"C:\Program Files\node.exe" "C:\健保\opencshis.cjs" "start" "--minimised"`;
  assert.equal(files, undefined);
  assert.deepEqual(commands(on), [[reg, 'add', key, '/v', 'OpenCSHIS', '/t', 'REG_SZ', '/d', value, '/f']]);
  assert.deepEqual(commands(off), [[reg, 'delete', key, '/v', 'OpenCSHIS', '/f']]);
  assert.deepEqual(ask?.args, ['query', key, '/v', 'OpenCSHIS']);
});

test('Windows: the link is a scheme of the own user, and hands over one quoted argument', () => {
  const { on, off } = registeredLink(program, windows);
  const key = String.raw`HKCU\Software\Classes\opencshis`;
  assert.deepEqual(commands(on), [
    [reg, 'add', key, '/ve', '/t', 'REG_SZ', '/d', 'URL:OpenCSHIS', '/f'],
    [reg, 'add', key, '/v', 'URL Protocol', '/t', 'REG_SZ', '/d', '', '/f'],
    [
      reg,
      'add',
      String.raw`${key}\shell\open\command`,
      '/ve',
      '/t',
      'REG_SZ',
      '/d',
      String.raw`"C:\Program Files\node.exe" "C:\健保\opencshis.cjs" link follow -- "%1"`,
      '/f',
    ],
  ]);
  assert.deepEqual(commands(off), [[reg, 'delete', key, '/f']]);
});

test('nothing is written outside of the own user', () => {
  for (const at of [windows, mac])
    for (const make of [autostart, service, registeredLink]) {
      let made: ReturnType<typeof make>;
      try {
        made = make(program, at);
      } catch (error) {
        // What a system cannot do without an administrator or a bundle is refused, with a way out.
        assert.ok(error instanceof Failure && error.kind === 'not-here' && error.todo);
        continue;
      }
      for (const { path } of made.files ?? []) assert.ok(path.startsWith('/h/Library/'), path);
      for (const one of [...(made.on ?? []), ...(made.off ?? [])])
        assert.ok(
          one.command === reg ? one.args[1]?.startsWith('HKCU\\') : one.args[1]?.startsWith('gui/'),
          JSON.stringify(one),
        );
    }
});

test('macOS: agents are property lists that say what to run', () => {
  const odd: Program = { node: '/a & b/<node>', entry: '/c/opencshis.cjs', world: '/w & x' };
  const plists = [autostart(odd, mac), service(odd, mac)].map(({ files }) => files?.[0]);
  assert.deepEqual(
    plists.map((one) => one?.path),
    ['/h/Library/LaunchAgents/org.opencshis.start.plist', '/h/Library/LaunchAgents/org.opencshis.service.plist'],
  );
  const read = `import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))`;
  const values = plists.map((one) => {
    const ran = spawnSync('python3', ['-c', read], { input: one?.text ?? '', encoding: 'utf8' });
    return ran.error ? undefined : JSON.parse(ran.stdout || ran.stderr);
  });
  if (values.includes(undefined)) return;
  assert.deepEqual(values, [
    {
      Label: 'org.opencshis.start',
      ProgramArguments: ['/a & b/<node>', '/c/opencshis.cjs', 'start', '--minimised'],
      EnvironmentVariables: { OPENCSHIS_HOME: '/w & x' },
      RunAtLoad: true,
    },
    {
      Label: 'org.opencshis.service',
      ProgramArguments: ['/a & b/<node>', '/c/opencshis.cjs', 'start', '--foreground', '--minimised'],
      EnvironmentVariables: { OPENCSHIS_HOME: '/w & x' },
      KeepAlive: { SuccessfulExit: false },
      RunAtLoad: true,
    },
  ]);
});
