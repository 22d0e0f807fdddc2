/**
 * @module Answer to reset (ISO 7816-3, clause 8), total: at most 33 bytes, every length checked against them.
 *
 * TS, T0 (high half: which of TA1 TB1 TC1 TD1 follow; low half: number of historical bytes K), the interface bytes, K
 * historical bytes, and the check byte TCK unless only T=0 is offered.
 */

export interface Atr {
  /** `direct` (3B) or `inverse` (3F). */
  readonly convention: 'direct' | 'inverse';
  /** Transmission protocols (T) in the order offered; 0 where none is named. */
  readonly protocols: readonly number[];
  /** At most 15 bytes. */
  readonly historical: Uint8Array;
}

const longest = 33;

/**
 * The parts of an ATR, or undefined where a length, the check byte or the first byte is not right.
 *
 * @example
 * parseAtr(Uint8Array.of(0x3b, 0x02, 0x14, 0x50))?.historical; // Uint8Array.of(0x14, 0x50)
 */
export function parseAtr(bytes: Uint8Array): Atr | undefined {
  const [ts, t0] = bytes;
  if (bytes.length > longest || t0 === undefined || (ts !== 0x3b && ts !== 0x3f)) return undefined;
  const protocols: number[] = [];
  let at = 2;
  for (let present = t0 >> 4; present !== 0; ) {
    const count = [1, 2, 4].filter((bit) => (present & bit) !== 0).length;
    const td = (present & 8) === 0 ? undefined : bytes[at + count];
    if ((present & 8) !== 0 && td === undefined) return undefined;
    at += count + (td === undefined ? 0 : 1);
    if (td !== undefined && (td & 15) !== 15) protocols.push(td & 15);
    present = td === undefined ? 0 : td >> 4;
  }
  if (protocols.length === 0) protocols.push(0);
  const historicalEnd = at + (t0 & 15);
  const hasCheck = protocols.some((protocol) => protocol !== 0);
  if (bytes.length !== historicalEnd + (hasCheck ? 1 : 0)) return undefined;
  if (hasCheck && bytes.subarray(1).reduce((sum, byte) => sum ^ byte, 0) !== 0) return undefined;
  return {
    convention: ts === 0x3b ? 'direct' : 'inverse',
    protocols: [...new Set(protocols)],
    historical: bytes.slice(at, historicalEnd),
  };
}
