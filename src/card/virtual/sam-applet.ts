/**
 * @module What a security module card does besides being a card (`sam-protocol.ts` lists the commands). Its key signs
 * inside; the keys that the data centre seals for it are kept without being written, so that they go with the power.
 */

import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { Random } from '../../base/index.ts';
import { tables } from '../../catalogue/index.ts';
import {
  addDays,
  buildEnvelope,
  type Command,
  daysBetween,
  decodeCertificate,
  encodeResponse,
  p256Verifier,
  prescriptionSignature,
  sw,
  treatNum,
} from '../../codec/index.ts';
import { type CardImage, kindBytes } from '../image.ts';
import { beginModule, privateKeyOf } from '../mutual-auth.ts';
import { decodeSamKeys, requestPattern, type SamKeys, samIns, samProof, subjectPattern } from '../sam-protocol.ts';
import { type Sealer, sealer } from '../sealer.ts';
import type { CardKind } from '../types.ts';

export interface SamApplet {
  /** Undefined: not a command of a security module. */
  process(command: Command): Uint8Array | undefined;
  powerOff(): void;
}

interface Volatile {
  begun: { readonly challenge: Uint8Array; readonly seal: Sealer } | undefined;
  /** The centre has proved itself; what it sealed must have this digest. */
  trusted: { readonly seal: Sealer; readonly ephemeral: Uint8Array; readonly digest: Uint8Array } | undefined;
  /** What came of a chained command so far. */
  chain: { readonly ins: number; readonly bytes: number[] } | undefined;
  keys: SamKeys | undefined;
  readonly cards: Map<number, (answer: Uint8Array) => Uint8Array>;
}
const cold = (): Volatile => ({
  begun: undefined,
  trusted: undefined,
  chain: undefined,
  keys: undefined,
  cards: new Map(),
});
const longestChain = 4096;
const chained: readonly number[] = [samIns.request, samIns.load];
const cardsAtOnce = 8;
const reserved = Object.keys(tables.exceptionCodes.codes);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').trimEnd();
const answer = (status: number, data?: Uint8Array): Uint8Array => encodeResponse(status, data);

export function samApplet(image: CardImage, random: Random): SamApplet {
  const root = Uint8Array.from(Buffer.from(image.root, 'base64'));
  const { keyNo, hospId, simulated } = decodeCertificate(Uint8Array.from(Buffer.from(image.certificate, 'base64')));
  let key: KeyObject | undefined;
  let now = cold();
  let handles = 0;

  const signed = (bytes: Uint8Array): Uint8Array => {
    key ??= privateKeyOf(image.privateKey);
    return new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
  };
  const visitOf = (data: Uint8Array) => ({
    personId: text(data.subarray(13)),
    hospId,
    dateTime: text(data.subarray(0, 13)),
  });

  const external = (data: Uint8Array): Uint8Array => {
    const begun = now.begun;
    now.begun = undefined;
    if (begun === undefined) return answer(sw.conditionsNotSatisfied);
    const [time, proof, ephemeral, digest] = [
      Number(new DataView(data.buffer, data.byteOffset).getBigUint64(0)),
      data.subarray(8, 72),
      data.slice(72, 137),
      data.slice(137),
    ];
    const proved = samProof({ challenge: begun.challenge, now: time, hospId, ephemeral, digest });
    if (!verify('sha256', proved, p256Verifier(root), proof)) return answer(sw.securityNotSatisfied);
    now.trusted = { seal: begun.seal, ephemeral, digest };
    return answer(sw.ok);
  };

  const load = (sealed: Uint8Array): Uint8Array => {
    const trusted = now.trusted;
    now.trusted = undefined;
    if (trusted === undefined) return answer(sw.conditionsNotSatisfied);
    if (Buffer.compare(createHash('sha256').update(sealed).digest(), trusted.digest) !== 0) return answer(sw.wrongData);
    const keys = decodeSamKeys(trusted.seal.open(trusted.ephemeral, sealed));
    if (keys === undefined) return answer(sw.wrongData);
    now.keys = keys;
    return answer(sw.ok);
  };

  const authenticate = (data: Uint8Array): Uint8Array => {
    const kind = (Object.keys(kindBytes) as CardKind[]).find((name) => kindBytes[name] === data[0]);
    if (kind === undefined) return answer(sw.wrongData);
    const shown = { kind, challenge: data.slice(1, 17), certificate: data.slice(17) };
    const half = beginModule(shown, { root, world: image.world, random });
    const handle = handles++ & 0xff;
    if (now.cards.size >= cardsAtOnce) now.cards.delete(now.cards.keys().next().value ?? -1);
    now.cards.set(handle, half.finish);
    return answer(sw.ok, Buffer.concat([Uint8Array.of(handle), half.ephemeral, half.nonce, signed(half.toSign)]));
  };

  const finish = (data: Uint8Array): Uint8Array => {
    const handle = data[0] ?? -1;
    const half = now.cards.get(handle);
    now.cards.delete(handle);
    return half === undefined ? answer(sw.dataNotFound) : answer(sw.ok, half(data.slice(1)));
  };

  /** What each command takes (bytes of data) and does; `verified`: only since a verification. */
  const commands: {
    readonly [ins: number]: {
      readonly data: number | 'some';
      readonly verified: boolean;
      readonly run: (data: Uint8Array, keys: SamKeys) => Uint8Array;
    };
  } = {
    [samIns.begin]: {
      data: 0,
      verified: false,
      run() {
        now.begun = { challenge: random.bytes(16), seal: sealer() };
        return answer(sw.ok, Buffer.concat([now.begun.challenge, now.begun.seal.publicKey]));
      },
    },
    [samIns.request]: {
      data: 'some',
      verified: false,
      run: (data) =>
        requestPattern.test(Buffer.from(data).toString('latin1')) ? answer(sw.ok, signed(data)) : answer(sw.wrongData),
    },
    [samIns.external]: { data: 169, verified: false, run: external },
    [samIns.load]: { data: 'some', verified: false, run: load },
    [samIns.status]: {
      data: 0,
      verified: false,
      run: () =>
        answer(
          sw.ok,
          now.keys === undefined
            ? Uint8Array.of(0)
            : Buffer.from(`\x01${addDays(now.keys.firstDay, now.keys.identifierKeys.length - 1)}`, 'latin1'),
        ),
    },
    [samIns.sign]: {
      data: 'some',
      verified: true,
      run(data) {
        const visit = visitOf(data);
        if (!subjectPattern.test(visit.personId)) return answer(sw.wrongData);
        const envelope = buildEnvelope(visit, { keyNo, simulated });
        return answer(sw.ok, envelope.complete(signed(envelope.toSign)));
      },
    },
    [samIns.identifier]: {
      data: 23,
      verified: true,
      run(data, keys) {
        const visit = visitOf(data);
        const day = keys.identifierKeys[daysBetween(keys.firstDay, visit.dateTime.slice(0, 7)) ?? -1];
        return day === undefined
          ? answer(sw.dataNotFound)
          : answer(sw.ok, Buffer.from(treatNum(day, visit, reserved), 'latin1'));
      },
    },
    [samIns.prescription]: {
      data: 93,
      verified: true,
      run(data, keys) {
        const item = (data[30] ?? 0) * 256 + (data[31] ?? 0);
        const visit = { personId: text(data.subarray(0, 10)), treatNum: text(data.subarray(10, 30)) };
        return answer(
          sw.ok,
          prescriptionSignature(keys.prescriptionKey, keys.prescriptionKeyNo, visit, item, data.slice(32)),
        );
      },
    },
    [samIns.authenticate]: { data: 204, verified: true, run: authenticate },
    [samIns.finish]: { data: 33, verified: true, run: finish },
    [samIns.forget]: {
      data: 0,
      verified: false,
      run() {
        now = cold();
        return answer(sw.ok);
      },
    },
  };
  const none: SamKeys = {
    firstDay: '',
    identifierKeys: [],
    prescriptionKeyNo: 0,
    prescriptionKey: new Uint8Array(0),
  };

  return {
    process({ cla, ins, data = new Uint8Array(0) }) {
      const entry = Object.hasOwn(commands, ins) ? commands[ins] : undefined;
      const chain = cla === 0x90 && chained.includes(ins);
      if (entry === undefined || (cla !== 0x80 && !chain)) return undefined;
      const before = now.chain?.ins === ins ? now.chain.bytes : [];
      const whole = [...before, ...data];
      now.chain = undefined;
      if (whole.length > longestChain) return answer(sw.wrongLength);
      if (chain) {
        now.chain = { ins, bytes: whole };
        return answer(sw.ok);
      }
      if (entry.data === 'some' ? whole.length === 0 : whole.length !== entry.data) return answer(sw.wrongLength);
      if (entry.verified && now.keys === undefined) return answer(sw.conditionsNotSatisfied);
      try {
        return entry.run(Uint8Array.from(whole), now.keys ?? none);
      } catch {
        // A card tells nobody why it refuses.
        return answer(sw.securityNotSatisfied);
      }
    },
    powerOff() {
      now = cold();
    },
  };
}
