// The .deb in a clean Debian: installed, used, upgraded, downgraded, removed, purged. deadline: 280
// alone
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bring, type CleanRoot, cleanRoot } from '../test/support/clean-root.ts';
import { newFolder } from '../test/support/counter.ts';
import { installed } from '../test/support/installed.ts';
import { buildPackages, testKey } from '../test/support/packages.ts';

const made = cleanRoot();
const skip = 'missing' in made ? made.missing : false;
const root = made as CleanRoot;
const out = newFolder();
const key = testKey();
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const next = version.replace(/\d+$/, (last) => String(Number(last) + 1));
const service = installed(root);
let debs: readonly string[] = [];
let filesBefore = '';

/** Every file of the system, but what the package manager itself remembers. */
const listed = () =>
  root.ok(
    `find / -xdev \\( -path /proc -o -path /dev -o -path /tmp -o -path /srv -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log \\) -prune -o ! -path '/etc/*-' ! -name .pwd.lock -printf '%y %m %u %p\\n' | sort; cat /etc/passwd /etc/group`,
  );

before(async () => {
  if (skip) return;
  for (const as of [version, next]) buildPackages(out, ['--only', 'deb', '--as', as], key.env);
  debs = [version, next].map((one) => {
    const name = `opencshis_${one}_amd64.deb`;
    bring(root, join(out, `${name}.sig`), `${name}.sig`);
    return bring(root, join(out, name), name);
  });
  filesBefore = await listed();
});
after(() => {
  if (!skip) root.close();
});

test('installed without a question, its service runs as its own account and registers a patient', {
  skip,
}, async () => {
  await root.ok(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[0]}`);
  assert.equal((await root.ok('opencshis --version')).trim(), version);
  await service.start();
  const answer = await service.json('register');
  assert.equal(answer.code, 0);
  assert.match(answer.identifier ?? '', /^[0-9A-Z]{20}$/);
  const owner = await root.ok('stat -c "%U %a" /var/lib/opencshis /var/lib/opencshis/run/discovery.json');
  assert.equal(owner, 'opencshis 750\nopencshis 640\n');
});

test('upgraded by dpkg, the old one left beside; the older one is refused in words', { skip }, async () => {
  await root.ok(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[1]}`);
  assert.equal((await root.ok('opencshis --version')).trim(), next);
  await root.ok(`test -x /opt/opencshis/releases/${version}/bin/node`);
  const refused = await root.sh(`DEBIAN_FRONTEND=noninteractive dpkg -i ${debs[0]}`);
  assert.notEqual(refused.code, 0);
  assert.match(refused.out, /is installed and newer than/);
  assert.equal((await root.ok('opencshis --version')).trim(), next);
});

test('removed, the journal stays; purged, nothing stays', { skip }, async () => {
  await root.ok('DEBIAN_FRONTEND=noninteractive dpkg --remove opencshis');
  await root.ok('test -s /var/lib/opencshis/journal/log');
  const removed = await root.sh('ls -d /opt/opencshis /usr/bin/opencshis /usr/bin/csfsim');
  assert.notEqual(removed.code, 0, removed.out);
  assert.equal((await root.sh('ps -e 2>/dev/null | grep node')).out, '');
  await root.ok('dpkg --purge opencshis');
  const [was, is] = [filesBefore, await listed()].map((text) => new Set(text.split('\n')));
  assert.deepEqual(
    [...(is ?? [])].filter((line) => !was?.has(line)),
    [],
    'what is left',
  );
  assert.deepEqual(
    [...(was ?? [])].filter((line) => !is?.has(line)),
    [],
    'what is gone',
  );
});
