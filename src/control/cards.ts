/** @module The cards in the readers: which is where, what is known of each insertion, one transaction at a time. */

import { type Clock, type CrashAt, Failure, say } from '../base/index.ts';
import {
  type AnyFiles,
  type CardSecurity,
  type CardSession,
  type Identified,
  identify,
  openCard,
  readFree,
  readPublic,
  suspend,
} from '../card/index.ts';
import type { Journal } from '../journal/types.ts';
import type { CardChannel, Readers, SlotInfo } from '../reader/types.ts';
import { moduleAt, type SecurityModule } from '../sam/index.ts';
import { reconcile } from './reconcile.ts';
import type { PublicZone } from './types.ts';

export interface Found {
  readonly slot: string;
  readonly insertion: string;
  readonly identified: Identified;
}
export type FindKind = 'hc' | 'hpc';
const missing = { hc: { none: 4013, other: 4033 }, hpc: { none: 4014, other: 4034 } } as const;

/** What is known of one insertion, forgotten when the card leaves. */
interface Insertion {
  identified?: Identified;
  security?: CardSecurity;
  /** Processes for which the PIN was verified. */
  readonly pin: Set<string>;
  /** After 1.30, until the next command. */
  centreAuthenticated: boolean;
  /** After 1.40, until the card is put in again: 4043. */
  blocked: boolean;
}

export interface Cards {
  /** Fails with 4013/4014, 4033/4034, 4000 when two fit. */
  find(
    kind: FindKind,
    wanted?: { slot?: string | undefined; insertion?: string | undefined; device?: string | undefined },
  ): Promise<Found>;
  /** One exclusive transaction with an authenticated card; open intents of this card are decided first. */
  use<T>(found: Found, work: (session: CardSession<AnyFiles>) => Promise<T>, deadline?: number): Promise<T>;
  free<T>(found: Found, work: (channel: CardChannel) => Promise<T>): Promise<T>;
  hpcBasic(found: Found): Promise<AnyFiles['hpcBasic']>;
  publicZone(slot?: string): Promise<PublicZone>;
  authenticated(insertion: string): boolean;
  state(insertion: string): Insertion;
  forget(process: string): void;
  left(insertion: string): void;
  /** Drops what a reset takes away: sessions, PINs. */
  wasReset(insertion: string): void;
  /** The module lost its power, or left: what it had verified in its device is verified no more. */
  securityGone(device: string | undefined): void;
}

export function createCards(options: {
  readers: Readers;
  sam: SecurityModule;
  journal: Journal;
  clock: Clock;
  crash?: CrashAt | undefined;
  onJournal(): void;
}): Cards {
  const { readers, sam, journal } = options;
  const known = new Map<string, Insertion>();
  const state = (insertion: string): Insertion => {
    const one = known.get(insertion) ?? { pin: new Set<string>(), centreAuthenticated: false, blocked: false };
    known.set(insertion, one);
    return one;
  };
  const who = async (slot: SlotInfo): Promise<Identified | undefined> => {
    if (slot.insertion === undefined) return undefined;
    const one = state(slot.insertion);
    if (one.identified === undefined) {
      try {
        one.identified = await readers.exclusive(slot.name, identify, { insertion: slot.insertion });
      } catch (error) {
        if (error instanceof Failure && ['no-card', 'card-gone', 'card-changed'].includes(error.kind ?? ''))
          return undefined;
        throw error;
      }
    }
    return one.identified;
  };
  const moduleFor = (slot: string): SecurityModule =>
    sam.at === undefined ? sam : moduleAt(sam, readers.slots().find((one) => one.name === slot)?.device);
  const channelUse = <T>(found: Found, work: (channel: CardChannel) => Promise<T>, deadline?: number): Promise<T> =>
    readers.exclusive(found.slot, work, { insertion: found.insertion, deadline });

  const cards: Cards = {
    async find(kind, wanted = {}) {
      const slots = readers
        .slots()
        .filter(
          (slot) =>
            (slot.role === kind || slot.role === 'any') &&
            (wanted.slot === undefined || slot.name === wanted.slot) &&
            (wanted.device === undefined || slot.device === wanted.device),
        );
      if (slots.length === 0)
        throw new Failure(4000, {
          kind: 'no-reader',
          why: say({ zh: '沒有可用的讀卡機', en: 'there is no reader' }),
          todo: say({ zh: '請接上讀卡機', en: 'connect a reader' }),
        });
      const found: Found[] = [];
      let others = 0;
      let hanging: unknown;
      for (const slot of slots) {
        if (!slot.present || slot.insertion === undefined) continue;
        // Looked at once an insertion: what is known needs no turn at the reader.
        const identified =
          state(slot.insertion).identified ??
          (await who(slot).catch((error) => {
            hanging = error;
            return undefined;
          }));
        if (identified?.kind === kind) found.push({ slot: slot.name, insertion: slot.insertion, identified });
        else if (identified !== undefined) others += 1;
      }
      const bound = wanted.insertion === undefined ? found : found.filter((one) => one.insertion === wanted.insertion);
      if (wanted.insertion !== undefined && bound.length === 0)
        throw new Failure(4000, {
          kind: 'card-changed',
          why: say({ zh: '讀卡機裡的卡片已換過', en: 'the card in the reader was changed' }),
          todo: say({ zh: '請重新讀卡', en: 'read the card again' }),
        });
      const [first, second] = bound;
      if (first && second) {
        const names = bound.map((one) => one.slot).join('、');
        throw new Failure(4000, {
          kind: 'two-cards',
          why: say({ zh: `有兩張以上的卡片：${names}`, en: `more than one card: ${names}` }),
          todo: say({ zh: '請只留一張，或指定讀卡機', en: 'leave one in, or name the reader' }),
        });
      }
      if (first) return first;
      if (hanging) throw hanging;
      const free = slots.some((slot) => !slot.present);
      throw cardMissing(others > 0 && !(free && slots.length > 1) ? missing[kind].other : missing[kind].none);
    },
    use: (found, work, deadline) =>
      channelUse(
        found,
        async (channel) => {
          const one = state(found.insertion);
          if (found.identified.real) throw realCard();
          if (one.blocked)
            throw new Failure(4043, {
              kind: 'reinsert',
              why: say({ zh: '卡片更新後尚未重新插入', en: 'the card was updated and not put in again' }),
              todo: say({ zh: '請取出卡片後重新插入', en: 'take the card out and put it in again' }),
            });
          const opened = await openCard(channel, found.identified, moduleFor(found.slot), one.security);
          one.security = opened.security;
          one.centreAuthenticated = false;
          try {
            if (found.identified.kind === 'hc') await reconcile(opened.session, journal, options.onJournal);
            return await work(opened.session);
          } finally {
            await suspend(channel).catch(() => undefined);
          }
        },
        deadline,
      ),
    free: channelUse,
    hpcBasic: (found) => channelUse(found, (channel) => readFree(channel, 'hpcBasic')),
    async publicZone(slot) {
      const found = await cards.find('hc', { slot });
      const { raw, ...zone } = await channelUse(found, readPublic);
      return {
        ...zone,
        rawBase64: Buffer.from(raw).toString('base64'),
        real: found.identified.real,
        slot: found.slot,
        card: found.insertion,
      };
    },
    authenticated: (insertion) => known.get(insertion)?.security !== undefined,
    state,
    forget(process) {
      for (const one of known.values()) one.pin.delete(process);
    },
    left: (insertion) => void known.delete(insertion),
    wasReset(insertion) {
      const one = state(insertion);
      delete one.security;
      one.pin.clear();
    },
    securityGone(device) {
      for (const slot of readers.slots())
        if (slot.device === device && slot.insertion !== undefined) cards.wasReset(slot.insertion);
    },
  };
  return cards;
}

const cardMissing = (code: number): Failure => {
  const words: { readonly [code: number]: ReturnType<typeof say> } = {
    4013: say({ zh: '讀卡機裡沒有健保卡', en: 'there is no health card in the reader' }),
    4033: say({ zh: '讀卡機裡的不是健保卡', en: 'the card in the reader is not a health card' }),
    4014: say({ zh: '讀卡機裡沒有醫事人員卡', en: 'there is no professional card in the reader' }),
    4034: say({ zh: '讀卡機裡的不是醫事人員卡', en: 'the card in the reader is not a professional card' }),
  };
  return new Failure(code, { kind: 'card-missing', why: words[code] ?? say({ zh: '沒有卡片', en: 'no card' }) });
};
const realCard = (): Failure =>
  new Failure(4050, {
    kind: 'real-card',
    why: say({
      zh: '這是真的健保卡：公開資料以外的內容需要健保署自己的安全模組',
      en: "this is a real health card: all but its public zone needs NHI's own security module",
    }),
    todo: say({
      zh: '可用 opencshis card read 讀取公開資料；測試請用模擬卡',
      en: 'read the public zone by opencshis card read; use simulated cards for tests',
    }),
  });
