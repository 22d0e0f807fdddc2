import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import test from 'node:test';
import { sha512Of, signPackage, verifyPackage } from './signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
const bytes = Buffer.from('a package');
const facts = { version: '1.2.3', platform: 'linux-x64-deb', sha512: sha512Of(bytes) };
const signature = signPackage(facts, privateKey);

test('what was signed is what is said', () => {
  assert.deepEqual(verifyPackage(bytes, signature, [pem]), facts);
});

test('one changed byte anywhere is refused', () => {
  for (const flip of [1, 32, 128])
    for (let at = 0; at < signature.length; at++) {
      const changed = Buffer.from(signature, 'latin1');
      changed[at] = (changed[at] ?? 0) ^ flip;
      // Base64 has two spare bits before its padding: they are no part of the signature.
      const same = Buffer.from(changed.toString('latin1').slice(-89), 'base64').equals(
        Buffer.from(signature.slice(-89), 'base64'),
      );
      if (!same || at < signature.length - 89)
        assert.throws(() => verifyPackage(bytes, changed.toString('latin1'), [pem]), { code: -1 });
    }
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => verifyPackage(changed, signature, [pem]), { kind: 'altered' });
  }
});

test('unsigned, by nobody that is trusted, or by no key at all', () => {
  assert.throws(() => verifyPackage(bytes, undefined, [pem]), { kind: 'unsigned' });
  assert.throws(() => verifyPackage(bytes, signature, []), { kind: 'signature' });
  const other = generateKeyPairSync('ed25519');
  assert.throws(() => verifyPackage(bytes, signPackage(facts, other.privateKey), [pem]), { kind: 'signature' });
});
