/**
 * @module What a security module card is told and tells, as bytes: the commands that only it knows, the data centre's
 * proof, and the bundle of keys that the centre seals for it. All are our own: NHI's are not published.
 *
 * | APDU | data | answer |
 * | --- | --- | --- |
 * | 80 30 | | begin a verification: challenge 16, ephemeral key 65 |
 * | 90/80 32 | a request to the centre, as text, chained where it is long | signature 64 |
 * | 80 34 | the centre's time 8, its proof 64, its ephemeral key 65, SHA-256 of the sealed keys 32 | |
 * | 90/80 36 | the sealed keys, chained | |
 * | 80 38 | | verified 1, last day of the keys 7 |
 * | 80 3A | date-time 13, whose visit (id number 10) or what else is signed (`VPN:..`) | signature envelope 128 |
 * | 80 3C | date-time 13, id number 10 | treatment identifier 20 |
 * | 80 3E | id number 10, identifier 20, item 2, bytes 61 | prescription signature 20 |
 * | 80 40 | card's kind 1, challenge 16, certificate 187 | handle 1, ephemeral key 65, nonce 16, signature 64 |
 * | 80 42 | handle 1, card's answer 32 | session key 32 |
 * | 80 44 | | forgets all that power off would |
 *
 * Everything from 80 3A on wants a verification since power-up: 6985 without one.
 */

export const samIns = {
  begin: 0x30,
  request: 0x32,
  external: 0x34,
  load: 0x36,
  status: 0x38,
  sign: 0x3a,
  identifier: 0x3c,
  prescription: 0x3e,
  authenticate: 0x40,
  finish: 0x42,
  forget: 0x44,
} as const;

/** The only texts that the card's key signs for its host, so that none of them is a visit or a mutual authentication. */
export const requestPattern = /^(GET|POST|PUT|UPLOAD)\|\/[\w/.-]{1,250}\|[0-9a-f]{64}\|\d{1,15}\|[0-9a-f]{32}$/;

/** Whose envelope the card makes: a visit's, by the id number, or a web log-in's, which can be no id number. */
export const subjectPattern = /^([A-Z0-9]{1,10}|VPN:[\w:+/=-]{1,200})$/;

/** What the centre's root signs to prove itself, with what it seals. */
export const samProof = (proof: {
  challenge: Uint8Array;
  now: number;
  hospId: string;
  ephemeral: Uint8Array;
  digest: Uint8Array;
}): Uint8Array => {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  return Buffer.from(
    `OpenCSHIS SAM card verification|${hex(proof.challenge)}|${proof.now}|${proof.hospId}|${hex(proof.ephemeral)}|${hex(proof.digest)}`,
  );
};

/** What a verified card derives from: identifier keys of consecutive days, and the prescription key. */
export interface SamKeys {
  /** 7 ROC digits. */
  readonly firstDay: string;
  readonly identifierKeys: readonly Uint8Array[];
  readonly prescriptionKeyNo: number;
  readonly prescriptionKey: Uint8Array;
}
const keyLength = 32;
const headLength = 7 + 2 + keyLength;

/** First day 7, prescription key number 2 and key 32, then 32 bytes a day. */
export const encodeSamKeys = (keys: SamKeys): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(keys.firstDay, 'latin1'),
      Uint8Array.of(keys.prescriptionKeyNo >> 8, keys.prescriptionKeyNo & 0xff),
      keys.prescriptionKey,
      ...keys.identifierKeys,
    ]),
  );

/** Undefined where it is none. */
export function decodeSamKeys(bytes: Uint8Array): SamKeys | undefined {
  const rest = bytes.length - headLength;
  const firstDay = Buffer.from(bytes.subarray(0, 7)).toString('latin1');
  if (rest <= 0 || rest % keyLength !== 0 || !/^\d{7}$/.test(firstDay)) return undefined;
  return {
    firstDay,
    prescriptionKeyNo: (bytes[7] ?? 0) * 256 + (bytes[8] ?? 0),
    prescriptionKey: bytes.slice(9, headLength),
    identifierKeys: Array.from({ length: rest / keyLength }, (_, index) =>
      bytes.slice(headLength + index * keyLength, headLength + (index + 1) * keyLength),
    ),
  };
}
