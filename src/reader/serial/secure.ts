/** @module The data of PC_to_RDR_Secure (CCID 1.1, 6.1.11): a command in which the reader's pad fills in the digits. */

/** What a pad is asked: the command without its data, how many digits, and whether they are typed twice. */
export interface SecureEntry {
  /** CLA, INS, P1, P2. */
  readonly command: Uint8Array;
  readonly min: number;
  readonly max: number;
  /** A new PIN, typed twice and compared by the pad. */
  readonly twice: boolean;
  /** Seconds. */
  readonly timeout: number;
}
const verify = 0;
const modify = 1;
/** Bytes as units, left-justified, ASCII digits; no block of fixed length, so that Lc is the number of digits. */
const format = 0x82;
const withEnter = 0x02;
/** The language of what the pad says by itself: Chinese (Taiwan). */
const language = [0x04, 0x04] as const;

export function encodeSecure({ command, min, max, twice, timeout }: SecureEntry): Uint8Array {
  const apdu = [...command, 0];
  return twice
    ? Uint8Array.of(modify, timeout, format, 0, 0, 0, 0, max, min, 1, withEnter, 2, ...language, 1, 2, 0, 0, 0, ...apdu)
    : Uint8Array.of(verify, timeout, format, 0, 0, max, min, withEnter, 1, ...language, 0, 0, 0, 0, ...apdu);
}

/** Undefined: not an entry that a pad for such digits can do. */
export function decodeSecure(data: Uint8Array): SecureEntry | undefined {
  const [operation, timeout = 0, shape] = data;
  if ((operation !== verify && operation !== modify) || shape !== format) return undefined;
  const twice = operation === modify;
  const [max = 0, min = 0] = data.subarray(twice ? 7 : 5);
  const apdu = data.subarray(twice ? 19 : 15);
  if (apdu.length !== 5 || min < 1 || max < min || max > 16) return undefined;
  return { command: apdu.slice(0, 4), min, max, twice, timeout };
}
