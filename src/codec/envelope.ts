/**
 * @module The signature envelope, 128 bytes, the same for every door.
 *
 * | bytes (1-based) | what |
 * | --- | --- |
 * | 1 | version, 1 |
 * | 2 | flags, bit 0: simulated |
 * | 3-10 | key number |
 * | 11-18 | time of the visit, milliseconds since 1970, big-endian |
 * | 19-22, 23-26, 27-30 | check values of person, institution and time: first 4 bytes of SHA-256 |
 * | 31-64 | reserved, 0 |
 * | 65-128 | ECDSA P-256, SHA-256 (r then s) over bytes 1-64 and the text `id|institution|date-time` |
 *
 * 1.9 hands out the bytes, 1.37 and 1.53 256 upper-case hex digits, the later service base64.
 */

import { createHash, type KeyObject, verify } from 'node:crypto';
import { p256Verifier } from './certificate.ts';
import { epochOf } from './roc-date.ts';

export const envelopeLength = 128;
const head = 64;

export interface SignedVisit {
  readonly personId: string;
  readonly hospId: string;
  /** 13 ROC digits. */
  readonly dateTime: string;
}

export interface Envelope {
  readonly version: number;
  readonly simulated: boolean;
  /** 16 hex digits. */
  readonly keyNo: string;
  readonly time: number;
  readonly checks: { readonly person: string; readonly institution: string; readonly time: string };
  readonly signature: Uint8Array;
}

/** What is to be signed (bytes 1-64 and the text), and how the 64-byte signature completes it. */
export function buildEnvelope(
  visit: SignedVisit,
  key: { keyNo: string; simulated: boolean },
): { toSign: Uint8Array; complete(signature: Uint8Array): Uint8Array } {
  const time = epochOf(visit.dateTime);
  if (time === undefined || !/^[0-9a-f]{16}$/.test(key.keyNo)) throw new RangeError('no such time or key number');
  const out = new Uint8Array(envelopeLength);
  out.set([1, key.simulated ? 1 : 0]);
  out.set(Buffer.from(key.keyNo, 'hex'), 2);
  new DataView(out.buffer).setBigUint64(10, BigInt(time));
  out.set(Buffer.from(check(visit.personId) + check(visit.hospId) + check(visit.dateTime), 'hex'), 18);
  return {
    toSign: signedBytes(out, visit),
    complete(signature) {
      if (signature.length !== 64) throw new RangeError('a P-256 signature has 64 bytes');
      out.set(signature, head);
      return out;
    },
  };
}

/** The envelope's parts, or undefined when it is not one (length, version, reserved bytes). */
export function parseEnvelope(bytes: Uint8Array): Envelope | undefined {
  if (bytes.length !== envelopeLength || bytes[0] !== 1 || (bytes[1] ?? 0) > 1) return undefined;
  if (bytes.subarray(30, head).some((byte) => byte !== 0)) return undefined;
  const hex = Buffer.from(bytes).toString('hex');
  return {
    version: 1,
    simulated: bytes[1] === 1,
    keyNo: hex.slice(4, 20),
    time: Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(10)),
    checks: { person: hex.slice(36, 44), institution: hex.slice(44, 52), time: hex.slice(52, 60) },
    signature: bytes.slice(head),
  };
}

/** 128 raw bytes, 256 hex digits or base64: whichever it is, or undefined. */
export function readEnvelopeText(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  if (/^[0-9A-Fa-f]{256}$/.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'hex'));
  const bytes = Uint8Array.from(Buffer.from(trimmed, 'base64'));
  return bytes.length === envelopeLength ? bytes : undefined;
}

export type EnvelopeCheck =
  | 'ok'
  | 'malformed'
  | 'altered-person'
  | 'altered-institution'
  | 'altered-time'
  | 'bad-signature';

/** Checks an envelope against a visit with the key that its key number names. */
export function verifyEnvelope(
  bytes: Uint8Array,
  visit: SignedVisit,
  publicKey: Uint8Array | { key: KeyObject; dsaEncoding: 'ieee-p1363' },
): EnvelopeCheck {
  const envelope = parseEnvelope(bytes);
  if (envelope === undefined) return 'malformed';
  if (envelope.checks.person !== check(visit.personId)) return 'altered-person';
  if (envelope.checks.institution !== check(visit.hospId)) return 'altered-institution';
  if (envelope.checks.time !== check(visit.dateTime) || envelope.time !== epochOf(visit.dateTime))
    return 'altered-time';
  const key = publicKey instanceof Uint8Array ? p256Verifier(publicKey) : publicKey;
  return verify('sha256', signedBytes(bytes, visit), key, envelope.signature) ? 'ok' : 'bad-signature';
}

const check = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

function signedBytes(envelope: Uint8Array, visit: SignedVisit): Uint8Array {
  const text = Buffer.from(`${visit.personId}|${visit.hospId}|${visit.dateTime}`, 'latin1');
  return new Uint8Array(Buffer.concat([envelope.subarray(0, head), text]));
}
