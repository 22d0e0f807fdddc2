/**
 * @module The compact certificate of a simulated world: what cards, security modules and delegations show each other.
 * Cards must parse it, so it has a fixed width instead of X.509. Issued by the world's root alone; no chains.
 *
 * | bytes (1-based) | what |
 * | --- | --- |
 * | 1 | version, 1 |
 * | 2 | kind: 1 root, 2 SAM, 3 delegation, 4 HC, 5 HPC |
 * | 3 | flags, bit 0: simulated |
 * | 4 | reserved, 0 |
 * | 5-12 | key number of the certified key |
 * | 13-20 | world |
 * | 21-32 | card number or SAM id, ASCII, blank-padded |
 * | 33-42 | institution, ASCII, blanks for health cards |
 * | 43-50, 51-58 | not before, not after, milliseconds since 1970, unsigned big-endian |
 * | 59-123 | P-256 public key, uncompressed |
 * | 124-187 | ECDSA P-256 with SHA-256 (r then s) by the root over bytes 1-123 |
 */

import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import { say } from '../base/say.ts';

export const certificateLength = 187;
const signedLength = 123;
const kinds = { root: 1, sam: 2, delegation: 3, hc: 4, hpc: 5 } as const;
export type CertificateKind = keyof typeof kinds;

export interface Certificate {
  readonly kind: CertificateKind;
  readonly simulated: boolean;
  /** 8 bytes each, as 16 hex digits. */
  readonly keyNo: string;
  readonly world: string;
  readonly subject: string;
  readonly hospId: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** 65 bytes, 0x04 first. */
  readonly publicKey: Uint8Array;
}

/** The certificate's 187 bytes, signed by `sign` (64 bytes, r then s, over what it is given). */
export function encodeCertificate(certificate: Certificate, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const out = new Uint8Array(certificateLength);
  const view = new DataView(out.buffer);
  out.set([1, kinds[certificate.kind], certificate.simulated ? 1 : 0, 0]);
  out.set(hexBytes(certificate.keyNo, 8, 'keyNo'), 4);
  out.set(hexBytes(certificate.world, 8, 'world'), 12);
  out.set(padded(certificate.subject, 12, 'subject'), 20);
  out.set(padded(certificate.hospId, 10, 'hospId'), 32);
  view.setBigUint64(42, BigInt(certificate.notBefore));
  view.setBigUint64(50, BigInt(certificate.notAfter));
  if (certificate.publicKey.length !== 65 || certificate.publicKey[0] !== 4) throw malformed('publicKey');
  out.set(certificate.publicKey, 58);
  const signature = sign(out.subarray(0, signedLength));
  if (signature.length !== 64) throw malformed('signature');
  out.set(signature, signedLength);
  return out;
}

/** Reads a certificate; the signature is *not* checked (`verifyCertificate` does both). Fails with 4071 when malformed. */
export function decodeCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length !== certificateLength) throw malformed('length');
  if (bytes[0] !== 1) throw malformed('version');
  const kind = (Object.keys(kinds) as CertificateKind[]).find((name) => kinds[name] === bytes[1]);
  if (kind === undefined) throw malformed('kind');
  if (bytes[58] !== 4) throw malformed('publicKey');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const ascii = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1').trimEnd();
  return {
    kind,
    simulated: ((bytes[2] ?? 0) & 1) === 1,
    keyNo: Buffer.from(bytes.subarray(4, 12)).toString('hex'),
    world: Buffer.from(bytes.subarray(12, 20)).toString('hex'),
    subject: ascii(20, 32),
    hospId: ascii(32, 42),
    notBefore: Number(view.getBigUint64(42)),
    notAfter: Number(view.getBigUint64(50)),
    publicKey: bytes.slice(58, 123),
  };
}

/** The certificate when the root signed it and it is of `kind` and of `world`; fails with 4071 else. */
export function verifyCertificate(
  bytes: Uint8Array,
  root: Uint8Array,
  expected: { kind: CertificateKind | readonly CertificateKind[]; world?: string },
): Certificate {
  const certificate = decodeCertificate(bytes);
  const allowed = typeof expected.kind === 'string' ? [expected.kind] : expected.kind;
  if (!allowed.includes(certificate.kind)) throw malformed('kind');
  if (expected.world !== undefined && certificate.world !== expected.world) throw malformed('world');
  const good = verify('sha256', bytes.subarray(0, signedLength), p256Verifier(root), bytes.subarray(signedLength));
  if (!good) throw malformed('signature');
  return certificate;
}

/**
 * A public key of 65 uncompressed bytes (04, x, y), ready for `crypto.verify` over r-then-s signatures.
 *
 * @throws Failure 4071 when the bytes are no point of the curve
 */
export function p256Verifier(publicKey: Uint8Array): { key: KeyObject; dsaEncoding: 'ieee-p1363' } {
  if (publicKey.length !== 65 || publicKey[0] !== 4) throw malformed('publicKey');
  const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33, 65)].map((half) =>
    Buffer.from(half).toString('base64url'),
  ) as [string, string];
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    return { key, dsaEncoding: 'ieee-p1363' };
  } catch (cause) {
    throw malformed('publicKey', cause);
  }
}

function hexBytes(hex: string, length: number, field: string): Uint8Array {
  if (!new RegExp(`^[0-9a-f]{${length * 2}}$`).test(hex)) throw malformed(field);
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function padded(text: string, length: number, field: string): Uint8Array {
  if (!/^[\x20-\x7e]*$/.test(text) || text.length > length) throw malformed(field);
  return new Uint8Array(Buffer.from(text.padEnd(length), 'latin1'));
}

function malformed(field: string, cause?: unknown): Failure {
  return new Failure(4071, {
    kind: 'certificate',
    cause,
    why: say({
      zh: `卡片或安全模組的憑證不正確（${field}）`,
      en: `the certificate of a card or security module is not right (${field})`,
    }),
  });
}
