/**
 * @module A virtual card: an ISO 7816-4 applet over a card image.
 *
 * | APDU | what |
 * | --- | --- |
 * | 00 A4 04 00 AID | SELECT: NHI's public application, or ours (answers kind, version, world, card number) |
 * | 00 CA 11 00 02 0000 | GET DATA: the 57 public bytes, as the real card |
 * | 00 A4 02 0C FID, 00 B0 | SELECT EF, READ BINARY: plain, refused where the file wants a SAM or a PIN |
 * | 00 20, 00 24 | VERIFY, CHANGE REFERENCE DATA |
 * | 00 84 | GET CHALLENGE |
 * | 80 10, 80/90 12, 80 14, 80 16 | certificate, mutual authentication (chained), resume, suspend |
 * | 80 B0 FID | read to decide, in a SAM's session |
 * | 80 20, 80 D6 FID, 80 22 | begin, buffered update, commit with a transaction id: all of it or nothing |
 * | 80 26, 80 2C, 80 CA 00 01 | disable PIN, unlock PIN, status (PIN, counter, ring) |
 * | 80 30 to 80 44 | what a security module card does besides: `sam-applet.ts` |
 *
 * Everything but the image is lost without power. Total: any bytes get a status word.
 */

import { type KeyObject, timingSafeEqual } from 'node:crypto';
import { type Random, systemRandom } from '../../base/index.ts';
import { type Command, decodeCommand, encodeResponse, getPublicData, nhiAid, sw } from '../../codec/index.ts';
import type { VirtualCard } from '../../reader/types.ts';
import { type Access, hcFileMap, hcRecords } from '../files/hc.ts';
import { hpcFileMap, hpcRecords } from '../files/hpc.ts';
import { samFileMap, samRecords } from '../files/sam.ts';
import { type CardImage, kindBytes, ringSize } from '../image.ts';
import { cardAuthenticate, privateKeyOf, resumeProof } from '../mutual-auth.ts';
import { samApplet } from './sam-applet.ts';

/** A PIN's bytes, whatever they are, filled up with blanks to its longest. */
const sixBytes = (digits: Uint8Array): Uint8Array => {
  const out = new Uint8Array(6).fill(0x20);
  out.set(digits);
  return out;
};

/** Our own application: an AID of the proprietary, unregistered kind. */
export const ownAid = Uint8Array.from([0xf0, ...Buffer.from('OPENCSHIS')]);
const pinTries = 3;
const challengeLength = 16;

interface FileEntry {
  readonly length: number;
  readonly read: Access;
}
const files = new Map<number, FileEntry>([
  ...Object.entries(hcFileMap).map(
    ([name, entry]) =>
      [entry.fid, { length: hcRecords[name as keyof typeof hcRecords].length, read: entry.read }] as const,
  ),
  [hpcFileMap.hpcBasic.fid, { length: hpcRecords.hpcBasic.length, read: hpcFileMap.hpcBasic.read }],
  [samFileMap.samBasic.fid, { length: samRecords.samBasic.length, read: samFileMap.samBasic.read }],
]);

/** All volatile state; `powerOff` forgets it. */
interface Volatile {
  selected: 'none' | 'nhi' | 'own';
  file: number | undefined;
  challenge: Uint8Array | undefined;
  chain: number[];
  session: { key: Uint8Array; counter: number } | undefined;
  active: boolean;
  pinVerified: boolean;
  pending: Map<number, Uint8Array> | undefined;
}
const cold = (): Volatile => ({
  selected: 'none',
  file: undefined,
  challenge: undefined,
  chain: [],
  session: undefined,
  active: false,
  pinVerified: false,
  pending: undefined,
});

/** ATR of a T=1 card with historical bytes `OpenCSHIS`. */
export const virtualAtr = (() => {
  const historical = Buffer.from('OpenCSHIS');
  const body = [0x80 | historical.length, 0x01, ...historical];
  return Uint8Array.from([0x3b, ...body, body.reduce((sum, byte) => sum ^ byte, 0)]);
})();

/**
 * A virtual card. `save` makes the image durable before the card answers; when it throws, the card answers 6581 and is
 * as it was.
 */
export function virtualCard(
  image: CardImage,
  save: (image: CardImage) => void,
  random: Random = systemRandom,
): VirtualCard & { image(): CardImage } {
  let kept = image;
  let now = cold();
  let privateKey: KeyObject | undefined;
  const module = image.kind === 'sam' ? samApplet(image, random) : undefined;

  const store = (next: CardImage): boolean => {
    try {
      save(next);
    } catch {
      return false;
    }
    kept = next;
    return true;
  };
  /** The file that was looked at last, by its text: it is read piece by piece. */
  let looked: { fid: number; text: string; bytes: Uint8Array } | undefined;
  const file = (fid: number): Uint8Array => {
    const text = kept.files[fid.toString(16)] ?? '';
    if (looked?.fid !== fid || looked.text !== text) {
      const length = files.get(fid)?.length ?? 0;
      const bytes = new Uint8Array(length).fill(0x20);
      bytes.set(Buffer.from(text, 'base64').subarray(0, length));
      looked = { fid, text, bytes };
    }
    return looked.bytes;
  };
  const answer = (status: number, data?: Uint8Array): Uint8Array => encodeResponse(status, data);

  const verifyPin = (command: Command): Uint8Array => {
    const digits = command.data;
    if (kept.pin === undefined) return answer(sw.dataNotFound);
    if (digits === undefined)
      return kept.tries === 0 ? answer(sw.pinBlocked) : answer(now.pinVerified ? sw.ok : 0x63c0 | kept.tries);
    if (kept.tries === 0) return answer(sw.pinBlocked);
    if (digits.length < 4 || digits.length > 6) return answer(sw.wrongLength);
    // The try is taken before the comparison, so that tearing the card out gives no free guess.
    if (!store({ ...kept, tries: kept.tries - 1 })) return answer(sw.memoryFailure);
    if (!timingSafeEqual(sixBytes(digits), sixBytes(Buffer.from(kept.pin?.digits ?? '', 'latin1')))) {
      now.pinVerified = false;
      return kept.tries === 0 ? answer(sw.pinBlocked) : answer(0x63c0 | kept.tries);
    }
    if (!store({ ...kept, tries: pinTries })) return answer(sw.memoryFailure);
    now.pinVerified = true;
    return answer(sw.ok);
  };

  const changePin = (command: Command): Uint8Array => {
    const digits = Buffer.from(command.data ?? []).toString('latin1');
    if (!/^\d{4,6}$/.test(digits)) return answer(sw.wrongData);
    if (!now.active || (kept.pin !== undefined && !now.pinVerified)) return answer(sw.securityNotSatisfied);
    if (!store({ ...kept, pin: { digits }, tries: pinTries })) return answer(sw.memoryFailure);
    now.pinVerified = true;
    return answer(sw.ok);
  };

  const authenticate = (command: Command, last: boolean): Uint8Array => {
    now.chain.push(...(command.data ?? []));
    if (now.chain.length > 400) {
      now.chain = [];
      return answer(sw.wrongLength);
    }
    if (!last) return answer(sw.ok);
    const whole = Uint8Array.from(now.chain);
    const challenge = now.challenge;
    now.chain = [];
    now.challenge = undefined;
    if (challenge === undefined) return answer(sw.conditionsNotSatisfied);
    privateKey ??= privateKeyOf(kept.privateKey);
    const root = Uint8Array.from(Buffer.from(kept.root, 'base64'));
    const result = cardAuthenticate(whole, { root, world: kept.world, cardNo: kept.cardNo, privateKey, challenge });
    if (result === undefined) return answer(sw.securityNotSatisfied);
    now.session = { key: result.key, counter: 0 };
    now.active = true;
    now.pinVerified = false;
    return answer(sw.ok, result.answer);
  };

  const resume = (command: Command): Uint8Array => {
    const data = command.data;
    if (now.session === undefined || data?.length !== 20) return answer(sw.conditionsNotSatisfied);
    const [first = 0, second = 0, third = 0, fourth = 0] = data;
    const counter = ((first * 256 + second) * 256 + third) * 256 + fourth;
    const expected = resumeProof(now.session.key, counter);
    if (counter <= now.session.counter || !timingSafeEqual(expected, data.subarray(4)))
      return answer(sw.securityNotSatisfied);
    now.session.counter = counter;
    now.active = true;
    now.pending = undefined;
    return answer(sw.ok);
  };

  const read = (fid: number, offset: number, le: number, privileged: boolean): Uint8Array => {
    const entry = files.get(fid);
    if (entry === undefined) return answer(sw.fileNotFound);
    const open =
      entry.read === 'free' ||
      (now.active && (privileged || entry.read === 'sam' || kept.pin === undefined || now.pinVerified));
    if (!open) return answer(sw.securityNotSatisfied);
    const bytes = file(fid);
    if (offset >= bytes.length) return answer(sw.wrongParameters);
    return answer(sw.ok, bytes.subarray(offset, offset + le));
  };

  const update = (command: Command): Uint8Array => {
    const fid = command.p1 * 256 + command.p2;
    const entry = files.get(fid);
    const data = command.data;
    if (entry === undefined) return answer(sw.fileNotFound);
    if (!now.active) return answer(sw.securityNotSatisfied);
    if (now.pending === undefined) return answer(sw.conditionsNotSatisfied);
    if (data === undefined || data.length < 3) return answer(sw.wrongLength);
    const offset = (data[0] ?? 0) * 256 + (data[1] ?? 0);
    if (offset + data.length - 2 > entry.length) return answer(sw.notEnoughMemory);
    const bytes = now.pending.get(fid) ?? file(fid).slice();
    bytes.set(data.subarray(2), offset);
    now.pending.set(fid, bytes);
    return answer(sw.ok);
  };

  const commit = (command: Command): Uint8Array => {
    if (!now.active) return answer(sw.securityNotSatisfied);
    if (now.pending === undefined || command.data?.length !== 8) return answer(sw.conditionsNotSatisfied);
    const changed = Object.fromEntries(
      [...now.pending].map(([fid, bytes]) => [fid.toString(16), Buffer.from(bytes).toString('base64')]),
    );
    const ring = [Buffer.from(command.data).toString('hex'), ...kept.ring].slice(0, ringSize);
    now.pending = undefined;
    const saved = store({ ...kept, files: { ...kept.files, ...changed }, ring, counter: kept.counter + 1 });
    return answer(saved ? sw.ok : sw.memoryFailure);
  };

  const status = (): Uint8Array => {
    const out = new Uint8Array(7 + kept.ring.length * 8);
    out.set([kept.pin === undefined ? 0 : 1, kept.tries, now.pinVerified ? 1 : 0]);
    new DataView(out.buffer).setUint32(3, kept.counter);
    out.set(Buffer.from(kept.ring.join(''), 'hex'), 7);
    return answer(sw.ok, out);
  };

  const selectApplication = (aid: Uint8Array): Uint8Array => {
    now.file = undefined;
    if (Buffer.compare(aid, ownAid) === 0) {
      now.selected = 'own';
      return answer(
        sw.ok,
        Buffer.concat([
          Uint8Array.of(kindBytes[kept.kind], 1),
          Buffer.from(kept.world, 'hex'),
          Buffer.from(kept.cardNo.padEnd(12), 'latin1'),
        ]),
      );
    }
    if (kept.kind === 'hc' && Buffer.compare(aid, nhiAid) === 0) {
      now.selected = 'nhi';
      return answer(sw.ok);
    }
    return answer(sw.fileNotFound);
  };

  const own = (command: Command): Uint8Array => {
    const fid = command.p1 * 256 + command.p2;
    switch (command.cla * 256 + command.ins) {
      case 0x0020:
        return verifyPin(command);
      case 0x0024:
        return changePin(command);
      case 0x0084:
        now.challenge = random.bytes(challengeLength);
        return answer(sw.ok, now.challenge);
      case 0x00b0:
        return now.file === undefined
          ? answer(sw.conditionsNotSatisfied)
          : read(now.file, fid, command.le ?? 256, false);
      case 0x8010:
        return answer(sw.ok, Buffer.from(kept.certificate, 'base64'));
      case 0x9012:
        return authenticate(command, false);
      case 0x8012:
        return authenticate(command, true);
      case 0x8014:
        return resume(command);
      case 0x8016:
        now.active = false;
        now.pending = undefined;
        return answer(sw.ok);
      case 0x80b0:
        return command.data?.length === 2
          ? read(fid, (command.data[0] ?? 0) * 256 + (command.data[1] ?? 0), command.le ?? 256, true)
          : answer(sw.wrongLength);
      case 0x8020:
        if (!now.active) return answer(sw.securityNotSatisfied);
        now.pending = new Map();
        return answer(sw.ok);
      case 0x80d6:
        return update(command);
      case 0x8022:
        return commit(command);
      case 0x8026: {
        if (!now.active || (kept.pin !== undefined && !now.pinVerified && command.p1 !== 1))
          return answer(sw.securityNotSatisfied);
        const { pin: _, ...without } = kept;
        return answer(store({ ...without, tries: pinTries }) ? sw.ok : sw.memoryFailure);
      }
      case 0x802c:
        if (!now.active) return answer(sw.securityNotSatisfied);
        return answer(store({ ...kept, tries: pinTries }) ? sw.ok : sw.memoryFailure);
      case 0x80ca:
        return fid === 1 ? status() : answer(sw.dataNotFound);
      default:
        return (
          module?.process(command) ??
          answer(
            command.cla === 0 || command.cla === 0x80 || command.cla === 0x90 ? sw.insNotSupported : sw.claNotSupported,
          )
        );
    }
  };

  const process = (bytes: Uint8Array): Uint8Array => {
    const command = decodeCommand(bytes);
    if (command === undefined) return answer(sw.wrongLength);
    if (command.cla === 0 && command.ins === 0xa4 && command.p1 === 4)
      return selectApplication(command.data ?? new Uint8Array(0));
    if (now.selected === 'none') return answer(sw.conditionsNotSatisfied);
    if (now.selected === 'nhi') {
      const asked =
        command.cla === 0 &&
        command.ins === getPublicData.ins &&
        command.p1 === getPublicData.p1 &&
        command.p2 === getPublicData.p2;
      return asked ? answer(sw.ok, file(hcFileMap.basic.fid).subarray(0, 57)) : answer(sw.insNotSupported);
    }
    if (command.cla === 0 && command.ins === 0xa4 && command.p1 === 2) {
      const fid = command.data?.length === 2 ? (command.data[0] ?? 0) * 256 + (command.data[1] ?? 0) : -1;
      now.file = files.has(fid) ? fid : undefined;
      return answer(now.file === undefined ? sw.fileNotFound : sw.ok);
    }
    return own(command);
  };

  return {
    atr: virtualAtr,
    process,
    powerOff() {
      now = cold();
      module?.powerOff();
    },
    image: () => kept,
  };
}
