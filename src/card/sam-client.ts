/** @module A security module card inside one exclusive transaction, command by command. */

import { Failure, say } from '../base/index.ts';
import { sw } from '../codec/index.ts';
import type { CardChannel } from '../reader/types.ts';
import { send } from './client.ts';
import { kindBytes } from './image.ts';
import { samIns } from './sam-protocol.ts';
import type { CardKind } from './types.ts';

const chunk = 250;

/** Status words are failures of the code that is handed over, but for 6985: not verified since power-up (4050). */
export function samCard(channel: CardChannel) {
  const ask = async (ins: number, data: Uint8Array, le: number, code: number, cla = 0x80) => {
    const answer = await send(channel, { cla, ins, p1: 0, p2: 0, ...(data.length > 0 ? { data } : {}), le });
    if (answer.sw === sw.ok) return answer.data;
    if (answer.sw === sw.conditionsNotSatisfied) throw samNotVerified();
    throw refused(code, answer.sw);
  };
  const nothing = new Uint8Array(0);
  const visitBytes = (visit: { personId: string; dateTime: string }): Uint8Array =>
    Buffer.from(visit.dateTime.padEnd(13) + visit.personId.padEnd(10), 'latin1');
  const chained = async (ins: number, data: Uint8Array, le: number): Promise<Uint8Array> => {
    let at = 0;
    for (; at + chunk < data.length; at += chunk) await ask(ins, data.subarray(at, at + chunk), 1, 6007, 0x90);
    return ask(ins, data.subarray(at), le, 6007);
  };
  return {
    certificate: () => ask(0x10, nothing, 256, 6007),
    async begin() {
      const bytes = await ask(samIns.begin, nothing, 81, 6007);
      return { challenge: bytes.subarray(0, 16), ephemeral: bytes.subarray(16) };
    },
    signRequest: (text: Uint8Array) => chained(samIns.request, text, 64),
    async external(proof: { now: number; proof: Uint8Array; ephemeral: Uint8Array; digest: Uint8Array }) {
      const time = new Uint8Array(8);
      new DataView(time.buffer).setBigUint64(0, BigInt(proof.now));
      await ask(samIns.external, Buffer.concat([time, proof.proof, proof.ephemeral, proof.digest]), 1, 6005);
    },
    async load(sealed: Uint8Array) {
      await chained(samIns.load, sealed, 1);
    },
    async status(): Promise<{ verified: boolean; keysUntil?: string }> {
      const bytes = await ask(samIns.status, nothing, 8, 4050);
      return bytes[0] === 1
        ? { verified: true, keysUntil: Buffer.from(bytes.subarray(1)).toString('latin1') }
        : { verified: false };
    },
    sign: (visit: { personId: string; dateTime: string }) => ask(samIns.sign, visitBytes(visit), 128, 5008),
    /** Undefined: that day's key is not held. */
    async identifier(visit: { personId: string; dateTime: string }): Promise<string | undefined> {
      const { data, sw: status } = await send(channel, {
        cla: 0x80,
        ins: samIns.identifier,
        p1: 0,
        p2: 0,
        data: visitBytes(visit),
        le: 20,
      });
      return status === sw.ok ? Buffer.from(data).toString('latin1') : undefined;
    },
    signPrescription: (visit: { personId: string; treatNum: string }, item: number, bytes: Uint8Array) =>
      ask(
        samIns.prescription,
        Buffer.concat([
          Buffer.from(visit.personId.padEnd(10) + visit.treatNum.padEnd(20), 'latin1'),
          Uint8Array.of(item >> 8, item & 0xff),
          bytes,
        ]),
        20,
        5008,
      ),
    async authenticate(card: { kind: CardKind; certificate: Uint8Array; challenge: Uint8Array }) {
      const data = Buffer.concat([Uint8Array.of(kindBytes[card.kind]), card.challenge, card.certificate]);
      const bytes = await ask(samIns.authenticate, data, 146, 4071);
      return { handle: bytes[0] ?? 0, rest: bytes.subarray(1) };
    },
    finish: (handle: number, answer: Uint8Array) =>
      ask(samIns.finish, Buffer.concat([Uint8Array.of(handle), answer]), 32, 4071),
    async forget() {
      await ask(samIns.forget, nothing, 1, 4050);
    },
  };
}

export const samNotVerified = (): Failure =>
  new Failure(4050, {
    kind: 'sam-not-verified',
    why: say({
      zh: '安全模組卡通電後尚未與健保署資料中心認證',
      en: 'the security module card was not verified with the data centre since it has power',
    }),
  });

const refused = (code: number, status: number): Failure => {
  const hex = status.toString(16).toUpperCase().padStart(4, '0');
  return new Failure(code, {
    kind: 'sam-card-refused',
    why: say({ zh: `安全模組卡回應 ${hex}`, en: `the security module card answered ${hex}` }),
  });
};
