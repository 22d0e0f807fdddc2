/** @module Packages as a release makes them, made once for a test file, with keys of the test's own. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './counter.ts';

export function testKey(): {
  readonly env: { [name: string]: string };
  readonly privateKey: KeyObject;
  readonly publicPem: string;
} {
  const folder = newFolder();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [own, theirs] = [join(folder, 'key.pem'), join(folder, 'public.pem')];
  writeFileSync(own, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const publicPem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(theirs, publicPem);
  return { env: { OPENCSHIS_RELEASE_KEY: own, OPENCSHIS_TRUSTED_KEYS: theirs }, privateKey, publicPem };
}

/** `dist/` is made once a test file. */
let built = false;
/** Runs the packager; answers what it said. */
export function buildPackages(
  out: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): string {
  if (!built) {
    const ran = spawnSync(process.execPath, ['tools/build.ts'], { encoding: 'utf8' });
    assert.equal(ran.status, 0, `${ran.stdout}${ran.stderr}`);
    built = true;
  }
  const made = spawnSync(process.execPath, ['tools/packages/build.ts', '--out', out, '--level', '1', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(made.status, 0, `${made.stdout}${made.stderr}`);
  return made.stdout + made.stderr;
}
