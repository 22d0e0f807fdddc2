// RFC 5280: a leaf for this machine's own names, as a parser not written by us reads it.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { leafCertificate } from './leaf-certificate.ts';

test('a leaf is for localhost, 127.0.0.1 and ::1, is no authority, and is signed by its own key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const notBefore = Date.UTC(2026, 0, 31, 23, 59, 59);
  const notAfter = Date.UTC(2049, 11, 31);
  const der = leafCertificate({
    serial: Uint8Array.of(0x12, 0x34, 0xff),
    notBefore,
    notAfter,
    name: 'OpenCSHIS 本機',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  });
  const read = new X509Certificate(der);
  assert.equal(read.ca, false);
  assert.equal(read.serialNumber, '1234FF');
  assert.equal(read.subject, 'CN=OpenCSHIS 本機');
  assert.equal(read.issuer, read.subject);
  assert.equal(Date.parse(read.validFrom), notBefore);
  assert.equal(Date.parse(read.validTo), notAfter);
  assert.equal(read.subjectAltName, 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  assert.deepEqual(read.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.ok(read.verify(publicKey));
  assert.ok(read.checkPrivateKey(privateKey));
  for (const [host, fits] of [
    ['localhost', true],
    ['evil.example', false],
    ['x.localhost', false],
  ] as const)
    assert.equal(read.checkHost(host) !== undefined, fits, host);
  assert.equal(read.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(read.checkIP('127.0.0.2'), undefined);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  assert.ok(!read.verify(other));
});
