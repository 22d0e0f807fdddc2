/**
 * @module An X.509 certificate (RFC 5280) for this machine's own names, signed by itself: a leaf that can certify nothing
 * else (CA:FALSE), good for `localhost`, 127.0.0.1 and ::1 as a server alone. There is no authority behind it whose key
 * could make others. Pure: whoever calls holds the key.
 */

import { rocDateTimeOf } from './roc-date.ts';
import { encodeTlv } from './tlv.ts';

export interface LeafParts {
  /** Positive, at most 20 bytes. */
  readonly serial: Uint8Array;
  /** Milliseconds since 1970, before 2050. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly name: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** ECDSA with SHA-256, DER. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const sequence = (...parts: readonly Uint8Array[]): Uint8Array => encodeTlv('30', join(...parts));
const oid = (hex: string): Uint8Array => encodeTlv('06', Buffer.from(hex, 'hex'));
const text = (tag: string, value: string): Uint8Array => encodeTlv(tag, Buffer.from(value, 'utf8'));
const bits = (value: Uint8Array, unused = 0): Uint8Array => encodeTlv('03', join(Uint8Array.of(unused), value));
const isTrue = Uint8Array.of(0x01, 1, 0xff);
const extension = (id: string, critical: boolean, value: Uint8Array): Uint8Array =>
  sequence(oid(id), ...(critical ? [isTrue] : []), encodeTlv('04', value));

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2 */
const algorithm = sequence(oid('2a8648ce3d040302'));
/** A moment as 13 ROC digits (Taiwan's time, UTC+8) is a western one in UTC, two digits of the year. */
const utcTime = (at: number): Uint8Array => {
  const roc = rocDateTimeOf(at - 8 * 3_600_000);
  return text('17', `${String((Number(roc.slice(0, 3)) + 1911) % 100).padStart(2, '0')}${roc.slice(3)}Z`);
};

const extensions = encodeTlv(
  'A3',
  sequence(
    // 2.5.29.19 basicConstraints, an empty sequence: no authority
    extension('551d13', true, sequence()),
    // 2.5.29.15 keyUsage: digitalSignature
    extension('551d0f', true, bits(Uint8Array.of(0x80), 7)),
    // 2.5.29.37 extKeyUsage: serverAuth
    extension('551d25', false, sequence(oid('2b06010505070301'))),
    // 2.5.29.17 subjectAltName
    extension(
      '551d11',
      false,
      sequence(
        text('82', 'localhost'),
        encodeTlv('87', Uint8Array.of(127, 0, 0, 1)),
        encodeTlv('87', Uint8Array.of(...new Array(15).fill(0), 1)),
      ),
    ),
  ),
);

/** The certificate, DER. */
export function leafCertificate(parts: LeafParts): Uint8Array {
  // 2.5.4.3 commonName
  const name = sequence(encodeTlv('31', sequence(oid('550403'), text('0C', parts.name))));
  const toSign = sequence(
    encodeTlv('A0', encodeTlv('02', Uint8Array.of(2))),
    encodeTlv('02', parts.serial),
    algorithm,
    name,
    sequence(utcTime(parts.notBefore), utcTime(parts.notAfter)),
    name,
    parts.publicKey,
    extensions,
  );
  return sequence(toSign, algorithm, bits(parts.sign(toSign)));
}
