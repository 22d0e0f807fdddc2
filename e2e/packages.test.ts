// The .deb in a clean Debian: installed, used, upgraded, downgraded, removed, purged. deadline: 400
// alone
// It is long because all of it happens in one root, one step after the other.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sha512Of, signPackage } from '../src/care/install/signature.ts';
import { bring, type CleanRoot, cleanRoot } from '../test/support/clean-root.ts';
import { newFolder } from '../test/support/counter.ts';
import { installed } from '../test/support/installed.ts';
import { buildPackages, testKey } from '../test/support/packages.ts';
import { installedInWine } from '../test/support/wine-registry.ts';
import { releaseOf } from '../tools/packages/contents.ts';
import { deb } from '../tools/packages/debian.ts';

const made = cleanRoot();
const skip = 'missing' in made ? made.missing : false;
const root = made as CleanRoot;
const out = newFolder();
const key = testKey();
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const later = (by: number) => version.replace(/\d+$/, (last) => String(Number(last) + by));
const [next, broken, third] = [later(1), later(2), later(3)];
const service = installed(root);
/** The paths inside of the four versions. */
const debs: string[] = [];
const answered: string[] = [];
let filesBefore = '';

const signed = (as: string, bytes: Uint8Array, platform = 'linux-x64-deb', by = key.privateKey): string =>
  signPackage({ version: as, platform, sha512: sha512Of(bytes) }, by);
/** Into the root, with its signature where there is one; answers its path there. */
function put(name: string, bytes: Uint8Array, signature?: string): string {
  writeFileSync(join(out, name), bytes);
  if (signature !== undefined) {
    writeFileSync(join(out, `${name}.sig`), signature);
    bring(root, join(out, `${name}.sig`), `${name}.sig`);
  }
  return bring(root, join(out, name), name);
}
const debOf = (as: string): Buffer => readFileSync(join(out, `opencshis_${as}_amd64.deb`));

/** Every file of the system, but what the package manager itself remembers. */
const listed = () =>
  root.ok(
    `find / -xdev \\( -path /proc -o -path /dev -o -path /tmp -o -path /srv -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log \\) -prune -o ! -path '/etc/*-' ! -name .pwd.lock -printf '%y %m %u %p\\n' | sort; cat /etc/passwd /etc/group`,
  );

function sameFiles(...texts: readonly [was: string, is: string]): void {
  const [was, is] = texts.map((text) => new Set(text.split('\n'))) as [Set<string>, Set<string>];
  assert.deepEqual(
    [...is].filter((line) => !was.has(line)),
    [],
    'what is left',
  );
  assert.deepEqual(
    [...was].filter((line) => !is.has(line)),
    [],
    'what is gone',
  );
}

/** The identifiers of all visits that were done, as the journal has them. */
async function visits(): Promise<string[]> {
  const list = (await service.json('journal')) as unknown as {
    state: string;
    events: { type: string; treatNum?: string }[];
  }[];
  return list
    .filter(({ state }) => state === 'done')
    .flatMap(({ events }) => events.flatMap((one) => (one.type === 'visit' ? [one.treatNum ?? ''] : [])))
    .sort();
}
/** Another patient with all of his visits before him. */
async function nextPatient(): Promise<void> {
  const name = `patient-${++patients}`;
  for (const act of ['remove', `new ${name}`, `insert ${name}`]) await service.json(`card ${act}`);
}
let patients = 0;
async function register(): Promise<void> {
  const { code, identifier } = await service.json('register --item 01');
  assert.ok(code === 0 || code === 5010, String(code));
  answered.push(String(identifier));
  answered.sort();
}
/** Removed and installed again, which an older version wants; the data stays. */
async function backTo(deb: string | undefined): Promise<void> {
  await root.sh(`dpkg --remove --force-remove-reinstreq opencshis`);
  await root.ok(`dpkg -i ${deb}`);
}

/** A control software that only says why it cannot start. */
const doesNotStart = `process.send({ type: 'failed', text: 'broken on purpose' }, () => process.exit(1));\n`;

const his = `import koffi from '/opt/opencshis/current/node_modules/koffi/index.js';
const library = koffi.load('/opt/opencshis/current/native/build/linux-x64/libcshis.so');
const [open, version] = ['int csOpenCom(int)', 'int hisGetCardStatus(int)'].map((one) => library.func(one));
console.log(open(0), version(1) === 4000 ? 4000 : 0);
`;

/** A killed dpkg holds its lock until it is gone: the next one is tried again meanwhile. */
const patiently = 'again() { for i in $(seq 100); do "$@" && return 0; sleep 0.1; done; return 1; }; again';

/** Starts a command and kills it with all that it started, as soon as something is to be seen or it has ended. */
const killedWhen = (command: string, seen: string, then = 'true'): string =>
  `setsid ${command} 2>&1 & pid=$!; until ${seen} >/dev/null 2>&1; do kill -0 $pid 2>/dev/null || break; done; kill -9 -$pid 2>/dev/null; wait $pid; ${then}`;

before(() => {
  if (skip) return;
  buildPackages(out, ['--only', 'deb'], key.env);
  const release = (as: string) => releaseOf(as, 'linux-x64-deb', { os: 'linux', cpu: 'x64' }, [key.publicPem]);
  for (const as of [version, next, broken, third]) {
    const name = `opencshis_${as}_amd64.deb`;
    const bytes =
      as === version
        ? debOf(version)
        : deb(
            as,
            as === broken
              ? release(as).map((one) =>
                  one.name === 'dist/main/control.js' ? { ...one, bytes: Buffer.from(doesNotStart) } : one,
                )
              : release(as),
            1,
          );
    debs.push(put(name, bytes, signed(as, bytes)));
  }
});
after(async () => {
  if (!skip) await root.close();
});

test('beside an old official version or a component that is in its way nothing is installed, and it is said why', {
  skip,
}, async () => {
  await root.ok('mkdir -p /root/.wine /etc/systemd/system /usr/local/share/NHIICC');
  // The citizen's component is in nobody's way.
  await root.ok('touch /etc/systemd/system/NHIICC.service');
  const registry = join(root.path, 'root/.wine/system.reg');
  writeFileSync(registry, '');
  const before = await listed();
  for (const [program, version, zh, en] of [
    ['健保卡讀卡機控制軟體(PCSC)', '5.1.51', '雲端安全模組控制軟體（csfsim） 5.1.5.1', 'the official control software'],
    ['健保讀卡控制', '1.0', '健保讀卡控制 1.0', 'the web reader-control component'],
  ] as const) {
    writeFileSync(registry, installedInWine('Old', { DisplayName: program, DisplayVersion: version }));
    const ran = await root.sh(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[0]}`);
    assert.equal(ran.code, 1, ran.out);
    assert.ok(ran.out.includes(`沒有安裝：請先移除 ${zh}`), ran.out);
    assert.ok(ran.out.includes(`not installed: first remove ${en}`), ran.out);
    assert.ok(ran.out.includes(`WINEPREFIX='/root/.wine' wine uninstaller --remove 'Old'`), ran.out);
    sameFiles(before, await listed());
    assert.doesNotMatch((await root.sh('dpkg -s opencshis')).out, /^Status: .* installed/m);
  }
  writeFileSync(registry, installedInWine('Old', { DisplayName: '健保讀卡控制' }));
  await root.ok(`OPENCSHIS_INSTALL_ANYWAY=1 dpkg -i ${debs[0]}`);
  const told = await root.sh('opencshis neighbours --json');
  assert.equal(told.code, 1);
  assert.equal((JSON.parse(told.out) as { installable: boolean }).installable, false);
  await root.ok('dpkg --purge opencshis');
  await root.ok('rm -r /root/.wine /etc/systemd/system/NHIICC.service /usr/local/share/NHIICC');
});

for (const [where, seen] of [
  ['while it is unpacked', 'ls /opt/opencshis/package'],
  ['while its release is made', 'ls /opt/opencshis/releases/.new'],
  ['when it was turned to', 'test -L /opt/opencshis/current'],
] as const)
  test(`a first installation that is killed ${where}: the same command makes it whole`, { skip }, async () => {
    await root.ok(killedWhen(`dpkg -i ${debs[0]} >/dev/null`, seen));
    const half = await root.sh('opencshis --version 2>/dev/null');
    assert.ok(half.code !== 0 || half.out === `${version}\n`, 'none, or a whole one');
    await root.ok(`${patiently} dpkg -i ${debs[0]}`);
    assert.equal(await root.ok('opencshis --version'), `${version}\n`);
    assert.match(await root.ok('dpkg -s opencshis'), /^Status: install ok installed$/m);
    assert.equal(await root.ok('ls -A /opt/opencshis/releases'), `${version}\n`);
    await root.ok('dpkg --purge opencshis');
  });

const startsByPath = `import { execFileSync } from 'node:child_process';
import koffi from '/opt/opencshis/current/node_modules/koffi/index.js';
const open = koffi.load('/opt/opencshis/current/native/build/linux-x64/libcshis.so').func('int csOpenCom(int)');
console.log(open(0));
execFileSync('/usr/bin/csfsim', { stdio: 'ignore' });
while (open(0) !== 0) await new Promise((again) => setTimeout(again, 50));
execFileSync('/usr/bin/csfsim', { stdio: 'ignore' });
console.log(open(0));
`;
test('a HIS that starts csfsim by its path and asks until it answers gets ours', { skip }, async () => {
  await root.ok(`dpkg -i ${debs[0]}`);
  writeFileSync(join(root.path, 'srv/starts.mjs'), startsByPath);
  await root.ok('useradd --create-home clerk');
  const asClerk =
    'cd / && setpriv --reuid=clerk --regid=clerk --init-groups env HOME=/tmp/clerk OPENCSHIS_PCSC=off OPENCSHIS_DESKTOP=off';
  await root.ok('install -d -o clerk /tmp/clerk');
  assert.equal(await root.ok(`${asClerk} /opt/opencshis/current/bin/node /srv/starts.mjs`), '-1\n0\n');
  assert.match(await root.ok(`${asClerk} opencshis explain 9240`), /csfsim/);
  await root.ok(`${asClerk} opencshis stop`);
  await root.ok('userdel --remove clerk 2>/dev/null; dpkg --purge opencshis');
});

test('installed without a question, its service runs as its own account and registers a patient', {
  skip,
}, async () => {
  filesBefore = await listed();
  await root.ok(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[0]}`);
  assert.equal((await root.ok('opencshis --version')).trim(), version);
  await service.start();
  await register();
  assert.match(answered[0] ?? '', /^[0-9A-Z]{20}$/);
  const owner = await root.ok('stat -c "%U %a" /var/lib/opencshis /var/lib/opencshis/run/discovery.json');
  assert.equal(owner, 'opencshis 750\nopencshis 640\n');
});

test('nobody but root can write what is installed, and the service is not root', { skip }, async () => {
  assert.equal(
    await root.ok('find /opt/opencshis /usr/lib/opencshis ! -type l \\( ! -user root -o -perm /022 \\)'),
    '',
  );
  const pid = await root.ok('cat /tmp/service.pid');
  assert.equal((await root.ok(`stat -c %U /proc/${pid.trim()}`)).trim(), 'opencshis');
});

test('a HIS of another user finds the service by its group, and by nothing else', { skip }, async () => {
  writeFileSync(join(root.path, 'srv/his.mjs'), his);
  await root.ok('useradd --no-create-home -G opencshis clerk && useradd --no-create-home stranger');
  const run = (user: string) =>
    root.ok(
      `cd / && setpriv --reuid=${user} --regid=${user} --init-groups env HOME=/nowhere /opt/opencshis/current/bin/node /srv/his.mjs`,
    );
  assert.equal(await run('clerk'), '0 0\n');
  assert.equal(await run('stranger'), '-1 4000\n');
  const status = await root.ok(
    'cd / && setpriv --reuid=clerk --regid=clerk --init-groups env HOME=/nowhere NODE_DISABLE_COMPILE_CACHE=1 opencshis status --json',
  );
  assert.equal((JSON.parse(status) as { version: string }).version, version);
  await root.ok('chown clerk /var/lib/opencshis/run/discovery.json');
  assert.equal(await run('clerk'), '-1 4000\n');
  await root.ok('chown opencshis /var/lib/opencshis/run/discovery.json && userdel clerk && userdel stranger');
});

test('the doctor finds nothing wrong with a service that shows itself to its group, whoever asks', {
  skip,
}, async () => {
  await root.ok('useradd --no-create-home -G opencshis clerk');
  const clerk =
    'setpriv --reuid=clerk --regid=clerk --init-groups env HOME=/nowhere NODE_DISABLE_COMPILE_CACHE=1 opencshis';
  for (const command of [service.command(''), 'opencshis', clerk]) {
    const said = await root.ok(`cd / && ${command} doctor program disk --json`);
    const { examined } = JSON.parse(said) as { examined: { state: string; findings: { id: string }[] }[] };
    assert.deepEqual(
      examined.map(({ state, findings }) => [state, ...findings.map(({ id }) => id)]),
      [['well'], ['well']],
      `${command}: ${said}`,
    );
  }
  await root.ok('userdel clerk');
});

const refusals: readonly (readonly [string, () => string, RegExp])[] = [
  ['unsigned', () => put('unsigned.deb', debOf(next)), /has no signature file/],
  [
    'altered by one byte',
    () => {
      const bytes = Buffer.from(debOf(next));
      bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] ?? 0) ^ 1;
      return put('altered.deb', bytes, signed(next, debOf(next)));
    },
    /was altered/,
  ],
  [
    'with something behind it',
    () => put('polyglot.deb', Buffer.concat([debOf(next), Buffer.from('#!/bin/sh\n')]), signed(next, debOf(next))),
    /was altered/,
  ],
  [
    'signed by another key',
    () => put('stranger.deb', debOf(next), signed(next, debOf(next), 'linux-x64-deb', testKey().privateKey)),
    /not by a release key/,
  ],
  [
    'of another system',
    () => put('windows.deb', debOf(next), signed(next, debOf(next), 'win32-x64-zip')),
    /is for win32-x64-zip/,
  ],
  [
    'whose signature says another version',
    () => put('renamed.deb', debOf(next), signed(next, debOf(next)).replace(next, '9.9.9')),
    /not by a release key/,
  ],
];
for (const [name, file, says] of refusals)
  test(`an upgrade ${name} is refused, and nothing changes`, { skip }, async () => {
    const inside = file();
    for (const mode of ['--check', '--now']) {
      const ran = await root.sh(`opencshis upgrade ${inside} ${mode} --lang en`);
      assert.equal(ran.code, 1);
      assert.match(ran.out, says);
    }
    assert.equal((await root.ok('opencshis --version')).trim(), version);
  });

test('an upgrade waits for whoever types a PIN, then the new version runs, and the visit is there', {
  skip,
}, async () => {
  await service.json('card remove');
  await service.json('card insert pin');
  await root.ok(`cd / && ${service.command('call 1.2 --lang en')} >/tmp/call 2>&1 & echo $! >/tmp/call.pid`);
  await service.until('grep -q "waiting for" /tmp/call');
  await root.ok(`opencshis upgrade ${debs[1]} --lang en >/tmp/upgrade 2>&1 & echo $! >/tmp/upgrade.pid`);
  await service.until('grep -q "waiting until it is idle" /tmp/upgrade');
  assert.equal((await service.json('status')).version, version);
  await root.ok('kill -9 $(cat /tmp/call.pid)');
  await service.until('! kill -0 $(cat /tmp/upgrade.pid) 2>/dev/null');
  assert.match(await root.ok('cat /tmp/upgrade'), new RegExp(`upgraded: ${version} -> ${next}`));
  assert.equal((await service.json('status')).version, next);
  assert.deepEqual(await visits(), answered);
  await service.json('card remove');
  await service.json('card insert normal');
});

test('an older version is refused in words, by the program and by dpkg', { skip }, async () => {
  const bySelf = await root.sh(`opencshis upgrade ${debs[0]} --lang en`);
  assert.equal(bySelf.code, 1);
  assert.match(bySelf.out, /is older than/);
  const byDpkg = await root.sh(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[0]}`);
  assert.notEqual(byDpkg.code, 0);
  assert.match(byDpkg.out, /is installed and newer than/);
  assert.equal((await root.ok('opencshis --version')).trim(), next);
});

test('a version that does not come up: back to the one before by itself, which answers', { skip }, async () => {
  const ran = await root.sh(`opencshis upgrade ${debs[2]} --lang en`);
  assert.equal(ran.code, 1, ran.out);
  assert.match(ran.out, new RegExp(`${broken} did not come up: back to ${next}`));
  assert.equal((await service.json('status')).version, next);
  assert.deepEqual(await visits(), answered);
});

test('the same by dpkg: the service goes back after the second start that fails', { skip }, async () => {
  await service.json('stop');
  await root.ok(`dpkg -i ${debs[2]}`);
  assert.equal((await root.ok('opencshis --version')).trim(), broken);
  for (let starts = 0; starts < 2; starts++) assert.equal(await service.tries(), false);
  await service.start();
  assert.equal((await service.json('status')).version, next);
  await backTo(debs[1]);
  await service.start();
});

test('an upgrade at once, while patients are registered: each visit that was answered is there once', {
  skip,
}, async () => {
  await nextPatient();
  const before = new Set(await visits());
  await root.ok(
    `cd / && (for i in 1 2 3 4 5 6; do ${service.command('register --item 01 --json')}; done) >/tmp/registered 2>/dev/null & echo $! >/tmp/loop.pid`,
  );
  await service.until('grep -q identifier /tmp/registered');
  await root.ok(`opencshis upgrade ${debs[3]} --now`);
  await service.until('! kill -0 $(cat /tmp/loop.pid) 2>/dev/null');
  const got = [...(await root.ok('cat /tmp/registered')).matchAll(/"identifier":"([0-9A-Z]{20})"/g)].map(
    ([, id]) => id,
  );
  const now = await visits();
  assert.ok(got.length > 0);
  assert.equal(new Set(now).size, now.length, 'none twice');
  assert.deepEqual(
    got.filter((id) => !now.includes(id ?? '')),
    [],
  );
  assert.ok(now.filter((id) => !before.has(id)).length <= 6);
  answered.splice(0, answered.length, ...now);
  await backTo(debs[1]);
  await service.start();
});

const release = (name: string): string => `/opt/opencshis/releases/${name}`;
const killed = [
  ['putting', 'the package is copied', 'ls /opt/opencshis/incoming'],
  ['putting', 'dpkg unpacks', 'ls /opt/opencshis/package | grep dpkg-new'],
  ['putting', 'its release is made', `test -e ${release('.new')} -o -e ${release(third)}`],
  ['stopping', 'it is said', 'true'],
  ['turning', 'it is said', 'true'],
  ['starting', 'it is said', 'true'],
  ['starting', 'the new one locks its folder', `test -e /var/lib/opencshis/run/lock`],
  ['going back', 'it is said', 'true'],
] as const;
for (const [step, when, seen] of killed)
  test(`killed at "${step}", when ${when}: one whole version runs then, and each visit is there once`, {
    skip,
  }, async () => {
    await nextPatient();
    await register();
    const to = step === 'going back' ? debs[2] : debs[3];
    await root.ok('rm -f /tmp/upgrade');
    await root.ok(
      killedWhen(
        `opencshis upgrade ${to} --lang en >/tmp/upgrade`,
        `{ grep -q "${step}" /tmp/upgrade && ${seen}; }`,
        `grep -q "${step}" /tmp/upgrade`,
      ),
    );
    await root.ok(`${patiently} dpkg --configure -a`);
    await service.json('stop');
    await service.start(3);
    const running = String((await service.json('status')).version);
    assert.ok([next, third].includes(running), running);
    assert.equal(await root.ok('opencshis --version'), `${running}\n`);
    assert.deepEqual(await visits(), answered);
    await backTo(debs[1]);
    await service.start();
  });

test('removed, the journal stays; purged, nothing stays', { skip }, async () => {
  // Killed in the middle of it first: what is left is removed by the same command.
  await root.ok(killedWhen('dpkg --remove opencshis >/dev/null', 'test ! -e /var/lib/opencshis/run/discovery.json'));
  await root.ok(`${patiently} dpkg --remove --force-remove-reinstreq opencshis`);
  await root.ok('test -s /var/lib/opencshis/journal/log');
  const removed = await root.sh('ls -d /opt/opencshis /usr/bin/opencshis /usr/bin/csfsim');
  assert.notEqual(removed.code, 0, removed.out);
  assert.equal((await root.sh('ls -l /proc/[0-9]*/exe 2>/dev/null | grep opencshis')).out, '');
  await root.ok('dpkg --purge opencshis');
  sameFiles(filesBefore, await listed());
});
