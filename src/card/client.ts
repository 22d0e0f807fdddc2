/** @module Speaking to a card: who it is, authenticated sessions, files by name, one transaction of writes. */

import { Failure, limits, say } from '../base/index.ts';
import type { RecordSpec } from '../catalogue/schema.ts';
import {
  type Command,
  decodeRecord,
  decodeResponse,
  encodeRecord,
  exchange,
  getPublicData,
  type PublicRecord,
  padWords,
  readPublicZone,
  selectNhi,
  sw,
} from '../codec/index.ts';
import type { CardChannel } from '../reader/types.ts';
import { type HcFiles, hcFileMap, hcRecords } from './files/hc.ts';
import { type HpcFiles, hpcFileMap, hpcRecords } from './files/hpc.ts';
import { type SamFiles, samFileMap, samRecords } from './files/sam.ts';
import { kindBytes } from './image.ts';
import { resumeProof } from './mutual-auth.ts';
import type {
  CardAuthenticator,
  CardKind,
  CardSecurity,
  CardSession,
  CardWrite,
  Identified,
  OnPad,
  PinResult,
  Untyped,
} from './types.ts';
import { ownAid } from './virtual/applet.ts';

export type AnyFiles = HcFiles & HpcFiles;
const records: { readonly [name: string]: RecordSpec } = { ...hcRecords, ...hpcRecords, ...samRecords };
const fids: { readonly [name: string]: { readonly fid: number } } = {
  ...hcFileMap,
  ...hpcFileMap,
  ...samFileMap,
};
const chunk = 250;

/** One command, its chain of responses followed. */
export const send = (channel: CardChannel, command: Command) =>
  exchange(channel.transmit, command, limits.responseChain);

/** Tries our application, then NHI's public one. Nothing but SELECT reaches a card that is not ours. */
export async function identify(channel: CardChannel): Promise<Identified> {
  const own = await send(channel, { cla: 0, ins: 0xa4, p1: 4, p2: 0, data: ownAid });
  const kind = (Object.keys(kindBytes) as CardKind[]).find((name) => kindBytes[name] === own.data[0]);
  if (own.sw === sw.ok && own.data.length === 22 && own.data[1] === 1 && kind !== undefined) {
    const bytes = Buffer.from(own.data);
    return {
      kind,
      real: false,
      world: bytes.subarray(2, 10).toString('hex'),
      cardNo: bytes.subarray(10, 22).toString('latin1').trimEnd(),
    };
  }
  const nhi = await send(channel, selectNhi);
  return nhi.sw === sw.ok ? { kind: 'hc', real: true } : { kind: 'unknown', real: true };
}

/** The 57 public bytes of any NHI card, real or virtual: SELECT and GET DATA, nothing else. Fails with 4033. */
export async function readPublic(channel: CardChannel): Promise<PublicRecord & { raw: Uint8Array }> {
  const selected = await send(channel, selectNhi);
  return readPublicZone(selected.sw === sw.ok ? await send(channel, getPublicData) : selected);
}

type FreeFiles = HpcFiles & SamFiles;
/** A file that needs no rights (basic data of a professional card, of a security module). */
export async function readFree<N extends keyof FreeFiles>(channel: CardChannel, name: N): Promise<FreeFiles[N]> {
  await send(channel, { cla: 0, ins: 0xa4, p1: 4, p2: 0, data: ownAid });
  return decoded(name, await readBytes(channel, name)) as FreeFiles[N];
}

/** Resumes the session where the card still holds it, else authenticates anew. */
export async function openCard(
  channel: CardChannel,
  identified: Identified,
  authenticator: CardAuthenticator,
  security: CardSecurity | undefined,
): Promise<{ session: CardSession<AnyFiles>; security: CardSecurity }> {
  if (identified.kind === 'unknown')
    throw new Failure(4033, { kind: 'not-nhi', why: say({ zh: '不認得這張卡片', en: 'this card is not known' }) });
  await send(channel, { cla: 0, ins: 0xa4, p1: 4, p2: 0, data: ownAid });
  const resumed = security?.insertion === channel.insertion && (await resume(channel, security));
  const current = resumed && security ? security : await authenticate(channel, identified.kind, authenticator);
  return { session: sessionOver(channel, identified), security: current };
}

/** Drops the card's rights, so that no other program meets a verified card. */
export async function suspend(channel: CardChannel): Promise<void> {
  await send(channel, { cla: 0x80, ins: 0x16, p1: 0, p2: 0 });
}

async function resume(channel: CardChannel, security: CardSecurity): Promise<boolean> {
  security.counter += 1;
  const data = Buffer.alloc(20);
  data.writeUInt32BE(security.counter);
  data.set(resumeProof(security.key, security.counter), 4);
  return (await send(channel, { cla: 0x80, ins: 0x14, p1: 0, p2: 0, data })).sw === sw.ok;
}

async function authenticate(
  channel: CardChannel,
  kind: CardKind,
  authenticator: CardAuthenticator,
): Promise<CardSecurity> {
  const certificate = await expect(channel, { cla: 0x80, ins: 0x10, p1: 0, p2: 0, le: 256 });
  const challenge = await expect(channel, { cla: 0, ins: 0x84, p1: 0, p2: 0, le: 16 });
  const { command, finish } = await authenticator.authenticate({ kind, certificate, challenge });
  await expect(channel, { cla: 0x90, ins: 0x12, p1: 0, p2: 0, data: command.subarray(0, chunk) });
  const answer = await send(channel, { cla: 0x80, ins: 0x12, p1: 0, p2: 0, data: command.subarray(chunk), le: 32 });
  if (answer.sw !== sw.ok) {
    throw new Failure(4029, {
      kind: 'sam-not-accepted',
      why: say({ zh: '卡片不接受這個安全模組', en: 'the card does not accept this security module' }),
    });
  }
  return { insertion: channel.insertion, key: await finish(answer.data), counter: 0 };
}

/** A file's bytes, of just its length. */
async function readBytes(channel: CardChannel, name: string): Promise<Uint8Array> {
  const spec = records[name];
  const fid = fids[name]?.fid;
  if (spec === undefined || fid === undefined) throw new TypeError(`no file ${name}`);
  const out = new Uint8Array(spec.length);
  for (let at = 0; at < spec.length; at += chunk) {
    const le = Math.min(chunk, spec.length - at);
    const data = Uint8Array.of(at >> 8, at & 0xff);
    const part = await expect(channel, { cla: 0x80, ins: 0xb0, p1: fid >> 8, p2: fid & 0xff, data, le });
    // More or fewer bytes than were asked for would shift all that follows.
    if (part.length !== le) throw strangeAnswer(le, part.length);
    out.set(part, at);
  }
  return out;
}

const strangeAnswer = (asked: number, came: number): Failure =>
  new Failure(4043, {
    kind: 'card-answer',
    why: say({
      zh: `卡片應回覆 ${asked} 位元組，實為 ${came}`,
      en: `the card should have answered ${asked} bytes and answered ${came}`,
    }),
  });

const decoded = (name: string, bytes: Uint8Array): unknown => decodeRecord(records[name] as RecordSpec, bytes);

function sessionOver(channel: CardChannel, identified: Identified): CardSession<AnyFiles> {
  const cache = new Map<string, Uint8Array>();
  const bytesOf = async (name: string): Promise<Uint8Array> => {
    const bytes = cache.get(name) ?? (await readBytes(channel, name));
    cache.set(name, bytes);
    return bytes;
  };
  const status = async () => {
    const bytes = await expect(channel, { cla: 0x80, ins: 0xca, p1: 0, p2: 1, le: 256 });
    if (bytes.length < 7) throw strangeAnswer(7, bytes.length);
    const ids = Buffer.from(bytes.subarray(7)).toString('hex').match(/.{16}/g) ?? [];
    return {
      set: bytes[0] === 1,
      left: bytes[1] ?? 0,
      verified: bytes[2] === 1,
      counter: new DataView(bytes.buffer, bytes.byteOffset).getUint32(3),
      ids: [...ids],
    };
  };
  return {
    identified,
    readBytes: bytesOf,
    async read(names) {
      const out: { [name: string]: unknown } = {};
      for (const name of names) out[name] = decoded(name, await bytesOf(name));
      return out as Pick<AnyFiles, (typeof names)[number]>;
    },
    async pinStatus() {
      const { set, left, verified } = await status();
      return { set, left, locked: set && left === 0, verified };
    },
    verifyPin: async (digits) => pinResult((await send(channel, { ...verifyPin, data: digits })).sw),
    async setPin(digits) {
      await expect(channel, { ...changePin, data: digits });
    },
    ...(channel.onPad ? pinsOnPad(channel.onPad) : {}),
    async disablePin() {
      await expect(channel, { cla: 0x80, ins: 0x26, p1: 0, p2: 0 });
    },
    async unlockPin() {
      await expect(channel, { cla: 0x80, ins: 0x2c, p1: 0, p2: 0 });
    },
    async ring() {
      const { ids, counter } = await status();
      return { ids, counter };
    },
    async commit(transactionId, writes) {
      await expect(channel, { cla: 0x80, ins: 0x20, p1: 0, p2: 0 });
      for (const write of writes) await putFile(channel, write, cache.get(write.file));
      await expect(channel, {
        cla: 0x80,
        ins: 0x22,
        p1: 0,
        p2: 0,
        data: Uint8Array.from(Buffer.from(transactionId, 'hex')),
      });
      cache.clear();
    },
  };
}

const verifyPin = { cla: 0, ins: 0x20, p1: 0, p2: 1 } as const;
const changePin = { cla: 0, ins: 0x24, p1: 1, p2: 1 } as const;

function pinResult(status: number): PinResult {
  if (status === sw.ok) return { result: 'ok' };
  if (status === sw.pinBlocked) return { result: 'locked' };
  if (status >> 4 === 0x63c) return { result: 'wrong', left: status & 15 };
  throw cardRefused(status);
}

function pinsOnPad(onPad: NonNullable<CardChannel['onPad']>) {
  const typed = async (command: typeof verifyPin | typeof changePin, twice: boolean, entry: OnPad): Promise<number> => {
    const { cla, ins, p1, p2 } = command;
    return decodeResponse(await onPad({ ...entry, command: Uint8Array.of(cla, ins, p1, p2), twice })).sw;
  };
  const untyped = (status: number): Untyped | undefined =>
    status === padWords.cancelled ? 'cancelled' : status === padWords.timedOut ? 'timed-out' : undefined;
  return {
    async verifyPinOnPad(entry: OnPad) {
      const status = await typed(verifyPin, false, entry);
      return untyped(status) ?? pinResult(status);
    },
    async setPinOnPad(entry: OnPad) {
      const status = await typed(changePin, true, entry);
      if (status === sw.ok) return 'set';
      if (status === padWords.different) return 'different';
      const ended = untyped(status);
      if (ended === undefined) throw cardRefused(status);
      return ended;
    },
  } satisfies Partial<CardSession<AnyFiles>>;
}

/** Only what changed is sent; a file that was not read before is sent whole. */
async function putFile(channel: CardChannel, write: CardWrite<AnyFiles>, before?: Uint8Array): Promise<void> {
  const spec = records[write.file];
  const fid = fids[write.file]?.fid;
  if (spec === undefined || fid === undefined) throw new TypeError(`no file ${write.file}`);
  const bytes = encodeRecord(spec, write.value as never, before);
  for (const [from, to] of changedRanges(before, bytes)) {
    const data = Buffer.concat([Uint8Array.of(from >> 8, from & 0xff), bytes.subarray(from, to)]);
    await expect(channel, { cla: 0x80, ins: 0xd6, p1: fid >> 8, p2: fid & 0xff, data });
  }
}

/**
 * Where the two differ, as few commands as that takes: each range is at most one command's data, and what lies between
 * two changes goes along while it fits.
 */
export function changedRanges(before: Uint8Array | undefined, after: Uint8Array): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (let at = 0; at < after.length; at++) {
    if (before !== undefined && before[at] === after[at]) continue;
    const last = ranges.at(-1);
    if (last && at < last[0] + chunk) last[1] = at + 1;
    else ranges.push([at, at + 1]);
  }
  return ranges;
}

/** The data of an answer that must be 9000. */
async function expect(channel: CardChannel, command: Command): Promise<Uint8Array> {
  const answer = await send(channel, command);
  if (answer.sw !== sw.ok) throw cardRefused(answer.sw);
  return answer.data;
}

function cardRefused(status: number): Failure {
  const hex = status.toString(16).toUpperCase().padStart(4, '0');
  return status === sw.securityNotSatisfied
    ? new Failure(4029, {
        kind: 'card-refused',
        why: say({ zh: `卡片權限不足（${hex}）`, en: `the card does not allow it (${hex})` }),
      })
    : new Failure(4043, {
        kind: 'card-refused',
        why:
          hex === '6581'
            ? say({
                zh: '卡片無法寫入（6581），沒有寫進任何東西',
                en: 'the card could not be written (6581); nothing was',
              })
            : say({ zh: `卡片回應 ${hex}`, en: `the card answered ${hex}` }),
      });
}
