/** @module Keys of a release: the private one from outside (a file or the environment), the public ones in the repository. */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../src/care/install/keys');

/** OPENCSHIS_RELEASE_KEY: a PEM, or the path of one. Undefined: what is made is not signed. */
export function releaseKey(env: NodeJS.ProcessEnv = process.env): KeyObject | undefined {
  const given = env.OPENCSHIS_RELEASE_KEY;
  if (!given) return undefined;
  const key = createPrivateKey(given.includes('-----BEGIN') ? given : readFileSync(given, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('OPENCSHIS_RELEASE_KEY is not an Ed25519 key');
  return key;
}

/** The public keys that the made version trusts: the repository's, and those of OPENCSHIS_TRUSTED_KEYS (a file). */
export function trustedKeys(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const files = globSync('*.pem', { cwd: folder })
    .sort()
    .map((name) => path.join(folder, name));
  if (env.OPENCSHIS_TRUSTED_KEYS) files.push(env.OPENCSHIS_TRUSTED_KEYS);
  return files.map((file) => {
    const key = createPublicKey(readFileSync(file, 'utf8'));
    return String(key.export({ type: 'spki', format: 'pem' }));
  });
}
