/**
 * @module The signature envelope, 128 bytes, the same for every door.
 *
 * | bytes (1-based) | what |
 * | --- | --- |
 * | 1 | version, 1 |
 * | 2 | flags, bit 0: simulated; the others are 0 |
 * | 3-10 | key number |
 * | 11-18 | time of the visit, milliseconds since 1970, signed big-endian |
 * | 19-22, 23-26, 27-30 | check values of person, institution and date-time: first 4 bytes of SHA-256 of each text |
 * | 31-64 | reserved, 0 |
 * | 65-128 | ECDSA P-256 with SHA-256 (IEEE P1363: r, then s) over bytes 1-64 and the text `id|institution|date-time` |
 *
 * 1.9 hands out the bytes, 1.37 and 1.53 256 upper-case hex digits, the later service base64. The check values only let
 * `verifyEnvelope` say what was altered; all trust is in the signature. An envelope is personal data: a check value lets
 * an id number be guessed.
 */

import { createHash, type KeyObject, verify } from 'node:crypto';
import { Failure, say } from '../base/index.ts';
import { p256Verifier } from './certificate.ts';
import { epochOf } from './roc-date.ts';

export const envelopeLength = 128;
/** Bytes before the signature. */
const head = 64;
const signatureLength = 64;
const knownVersion = 1;

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

/**
 * What is to be signed (bytes 1-64 and the text), and how the signature completes it. Who signs, and where, is the
 * caller's: `complete(sign(toSign))`.
 *
 * @throws Failure 6018, kind `envelope-input`, when a part of the visit is empty or holds `|`, there is no such time, the
 *   key number is not 16 lower-case hex digits, or a signature has not 64 bytes
 * @example
 * buildEnvelope({ personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' }, { keyNo: '00000000000000aa', simulated: true }).toSign.length; // 99
 */
export function buildEnvelope(
  visit: SignedVisit,
  key: { readonly keyNo: string; readonly simulated: boolean },
): { readonly toSign: Uint8Array; complete(signature: Uint8Array): Uint8Array } {
  const time = timeOf(visit);
  if (time === undefined || !/^[0-9a-f]{16}$/.test(key.keyNo)) throw wrongInput();
  const unsigned = new Uint8Array(head);
  unsigned.set([knownVersion, key.simulated ? 1 : 0]);
  unsigned.set(Buffer.from(key.keyNo, 'hex'), 2);
  new DataView(unsigned.buffer).setBigInt64(10, BigInt(time));
  unsigned.set(Buffer.from(check(visit.personId) + check(visit.hospId) + check(visit.dateTime), 'hex'), 18);
  return {
    toSign: signedBytes(unsigned, visit),
    complete(signature) {
      if (signature.length !== signatureLength) throw wrongInput();
      return Uint8Array.from([...unsigned, ...signature]);
    },
  };
}

/**
 * Why these bytes are no envelope that this program reads; undefined where they are one.
 *
 * @example
 * envelopeProblem(new Uint8Array(128).fill(2)); // 'unknown-version'
 */
export function envelopeProblem(bytes: Uint8Array): 'malformed' | 'unknown-version' | undefined {
  if (bytes.length !== envelopeLength || bytes[0] === 0) return 'malformed';
  if (bytes[0] !== knownVersion) return 'unknown-version';
  const reservedIsZero = bytes.subarray(30, head).every((byte) => byte === 0);
  return (bytes[1] ?? 0) > 1 || !reservedIsZero ? 'malformed' : undefined;
}

/**
 * The envelope's parts, or undefined when it is not one (`envelopeProblem` says why). Nothing is verified yet.
 *
 * @example
 * parseEnvelope(new Uint8Array(128)); // undefined
 */
export function parseEnvelope(bytes: Uint8Array): Envelope | undefined {
  if (envelopeProblem(bytes) !== undefined) return undefined;
  const hex = Buffer.from(bytes).toString('hex');
  return {
    version: knownVersion,
    simulated: bytes[1] === 1,
    keyNo: hex.slice(4, 20),
    time: Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(10)),
    checks: { person: hex.slice(36, 44), institution: hex.slice(44, 52), time: hex.slice(52, 60) },
    signature: bytes.slice(head),
  };
}

/**
 * 256 upper-case hex digits, as 1.37 and 1.53 give them.
 *
 * @example
 * envelopeHex(new Uint8Array(128)).length; // 256
 */
export const envelopeHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/**
 * 172 characters of base64, as the later service gives them.
 *
 * @example
 * envelopeBase64(new Uint8Array(128)).length; // 172
 */
export const envelopeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * 128 bytes from 256 hex digits or base64, whichever it is, or undefined. White space around it is let pass.
 *
 * @example
 * readEnvelopeText('00'.repeat(128))?.length; // 128
 */
export function readEnvelopeText(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  if (/^[0-9A-Fa-f]{256}$/.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'hex'));
  const bytes = Uint8Array.from(Buffer.from(trimmed, 'base64'));
  return bytes.length === envelopeLength && envelopeBase64(bytes) === trimmed ? bytes : undefined;
}

export type EnvelopeCheck =
  | 'ok'
  | 'malformed'
  | 'altered-person'
  | 'altered-institution'
  | 'altered-time'
  | 'bad-signature';

/**
 * Checks an envelope against a visit with the key that its key number names. `altered-...` is the first part of the
 * visit that is not the signed one; `bad-signature` means that the envelope itself was altered or another key signed it.
 * Whether key, institution and day belong together, and live or simulated, the caller asks the key directory.
 *
 * @param publicKey 65 uncompressed bytes, or what `p256Verifier` made of them
 * @throws Failure 4071 when the public key is none
 * @example
 * verifyEnvelope(new Uint8Array(128), { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' }, new Uint8Array(65)); // 'malformed'
 */
export function verifyEnvelope(
  bytes: Uint8Array,
  visit: SignedVisit,
  publicKey: Uint8Array | { key: KeyObject; dsaEncoding: 'ieee-p1363' },
): EnvelopeCheck {
  const envelope = parseEnvelope(bytes);
  if (envelope === undefined) return 'malformed';
  if (envelope.checks.person !== check(visit.personId)) return 'altered-person';
  if (envelope.checks.institution !== check(visit.hospId)) return 'altered-institution';
  if (envelope.checks.time !== check(visit.dateTime) || envelope.time !== timeOf(visit)) return 'altered-time';
  const key = publicKey instanceof Uint8Array ? p256Verifier(publicKey) : publicKey;
  return verify('sha256', signedBytes(bytes, visit), key, envelope.signature) ? 'ok' : 'bad-signature';
}

const check = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Milliseconds of the visit; undefined where a part is missing or could run into its neighbour. */
const timeOf = (visit: SignedVisit): number | undefined =>
  [visit.personId, visit.hospId].every((part) => /^[^|]+$/.test(part)) ? epochOf(visit.dateTime) : undefined;

const signedBytes = (envelope: Uint8Array, visit: SignedVisit): Uint8Array =>
  new Uint8Array(
    Buffer.concat([envelope.subarray(0, head), Buffer.from(`${visit.personId}|${visit.hospId}|${visit.dateTime}`)]),
  );

const wrongInput = (): Failure =>
  new Failure(6018, {
    kind: 'envelope-input',
    why: say({
      zh: '身分證號、院所代碼、就診日期時間或金鑰不正確，無法簽章',
      en: 'id number, institution, visit time or key is not right: nothing can be signed',
    }),
  });
