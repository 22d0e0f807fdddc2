// The local certificate in a real NSS database of its own: installed, renewed before its end, removed without a trace.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { handClock } from '../../test/support/doors.ts';
import { Failure, fileStore, limits, systemRandom } from '../base/index.ts';
import { leafFile, leafKeeper } from './leaf.ts';

const skip =
  process.platform !== 'linux'
    ? 'only Linux has a database of its own for this'
    : spawnSync('certutil', ['-H']).error !== undefined
      ? 'no certutil (libnss3-tools): no certificate is installed'
      : false;

function bench() {
  const home = mkdtempSync(join(tmpdir(), 'opencshis-test-'));
  const folder = join(home, 'world');
  mkdirSync(folder);
  const store = fileStore(folder);
  const hand = handClock();
  let changed = 0;
  const open = () =>
    leafKeeper({
      store,
      clock: hand.clock,
      random: systemRandom,
      home,
      changed: async () => {
        changed += 1;
      },
    });
  const listed = (database = join(home, '.pki/nssdb')): string =>
    spawnSync('certutil', ['-L', '-d', `sql:${database}`], { encoding: 'utf8' }).stdout;
  return {
    home,
    folder,
    hand,
    open,
    listed,
    changed: () => changed,
    end: () => {
      store.close();
      rmSync(home, { recursive: true });
    },
  };
}

test('installed, it is trusted as that one server; removed, nothing of it stays', { skip }, async () => {
  const { home, folder, open, listed, changed, end } = bench();
  const keeper = open();
  assert.equal(keeper.get(), undefined);
  await keeper.install();
  assert.match(listed(), /OpenCSHIS localhost [0-9a-f]{8}\s+P,,/);
  assert.equal(statSync(join(folder, leafFile)).mode & 0o777, 0o600);
  const made = keeper.get();
  assert.ok(made && !new X509Certificate(made.certificate).ca);
  await keeper.install();
  assert.deepEqual(keeper.get(), made, 'installed again it is the same');
  assert.equal(changed(), 1);
  await keeper.remove();
  assert.equal(keeper.get(), undefined);
  assert.deepEqual(readdirSync(home), ['world']);
  assert.ok(!existsSync(join(folder, leafFile)));
  keeper.close();
  end();
});

test('a database with other certificates stays, and so do they', { skip }, async () => {
  const { home, open, listed, end } = bench();
  const database = join(home, '.local/share/pki/nssdb');
  mkdirSync(database, { recursive: true });
  spawnSync('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  const other = bench();
  const others = other.open();
  await others.install();
  writeFileSync(join(home, 'other.pem'), others.get()?.certificate ?? '');
  spawnSync('certutil', ['-A', '-d', `sql:${database}`, '-n', 'another', '-t', 'P,,', '-i', join(home, 'other.pem')]);
  const keeper = open();
  await keeper.install();
  assert.match(listed(database), /another[\s\S]*OpenCSHIS|OpenCSHIS[\s\S]*another/);
  assert.ok(!existsSync(join(home, '.pki')));
  await keeper.remove();
  assert.match(listed(database), /another/);
  assert.doesNotMatch(listed(database), /OpenCSHIS/);
  for (const one of [keeper, others]) one.close();
  other.end();
  end();
});

test('it is renewed before its end, by itself, with a new key', { skip }, async () => {
  const { hand, open, changed, listed, end } = bench();
  const keeper = open();
  await keeper.install();
  const first = keeper.get();
  hand.pass(limits.leafLife - limits.leafRenewal - 2 * 3_600_000);
  await keeper.renew();
  assert.deepEqual(keeper.get(), first, 'not yet');
  hand.pass(3 * 3_600_000);
  while (changed() < 2) await new Promise((resolve) => setImmediate(resolve));
  const second = keeper.get();
  assert.ok(first && second);
  assert.equal(second.notAfter - first.notAfter >= limits.leafLife - limits.leafRenewal, true);
  assert.notEqual(second.key, first.key);
  assert.equal(changed(), 2);
  assert.equal(listed().match(/OpenCSHIS/g)?.length, 1, 'the old one is gone');
  keeper.close();
  // Away for longer than it lasts: renewed at the next start.
  hand.pass(2 * limits.leafLife);
  const later = open();
  while (changed() < 3) await new Promise((resolve) => setImmediate(resolve));
  assert.ok((later.get()?.notAfter ?? 0) > hand.clock.now());
  await later.remove();
  later.close();
  end();
});

test('without certutil it says what to install, and keeps nothing', { skip }, async () => {
  const { home, folder, open, end } = bench();
  const keeper = open();
  const path = process.env.PATH;
  process.env.PATH = home;
  try {
    await assert.rejects(keeper.install(), (error) => error instanceof Failure && error.kind === 'no-certutil');
  } finally {
    process.env.PATH = path;
  }
  assert.ok(!existsSync(join(folder, leafFile)));
  keeper.close();
  end();
});
