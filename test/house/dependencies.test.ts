import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dependencyFaults, isAllowed, type Lock, type Manifest } from './dependencies.ts';
import { root } from './sources.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('every dependency has a reason, an exact version and a permissive licence', () => {
  const manifest: Manifest = JSON.parse(read('package.json'));
  const lock: Lock = JSON.parse(read('package-lock.json'));
  assert.deepEqual(dependencyFaults(manifest, lock, read('docs/dependencies.md')), []);
});

test('the lock can be installed by npm ci: it knows every optional package that its packages name', () => {
  // npm leaves optional packages of other systems out of a lock made beside an old node_modules, then refuses it.
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([where, one]) =>
    Object.keys(one.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${where}/node_modules/${name}` in packages),
    ),
  );
  assert.deepEqual(missing, []);
  assert.ok(existsSync(path.join(root, '.npmrc')) && read('.npmrc').includes('ignore-scripts=true'));
});

test('the check finds what it is for', () => {
  const lock: Lock = { packages: { '': {}, 'node_modules/a': { version: '1.2.3', license: 'MIT' } } };
  const page = '| `a` | MIT | because it is needed |';
  const faults = (version: string, text: string, other = lock) =>
    dependencyFaults({ dependencies: { a: version } }, other, text).join('\n');
  assert.equal(faults('1.2.3', page), '');
  assert.match(faults('^1.2.3', page), /not an exact version/);
  const copyleft = (dev: boolean): Lock => ({
    packages: { ...lock.packages, 'node_modules/b': { version: '1.0.0', license: 'MPL-2.0', dev } },
  });
  assert.equal(faults('1.2.3', page, copyleft(true)), '');
  assert.match(faults('1.2.3', page, copyleft(false)), /licence MPL-2\.0/);
  assert.match(faults('1.2.4', page), /the lock has 1\.2\.3/);
  assert.match(faults('1.2.3', ''), /no line of reason/);
  assert.match(faults('1.2.3', page.replace('MIT', 'ISC')), /its licence is MIT/);
  assert.match(faults('1.2.3', `${page}\n| \`b\` | MIT | because it was needed |`), /b: described/);
  const gpl: Lock = { packages: { ...lock.packages, 'node_modules/c': { version: '1.0.0', license: 'GPL-3.0-only' } } };
  assert.match(faults('1.2.3', page, gpl), /node_modules\/c: licence GPL/);
  assert.ok(isAllowed('(MIT OR GPL-2.0)') && !isAllowed('MIT AND GPL-2.0') && !isAllowed(undefined));
});
