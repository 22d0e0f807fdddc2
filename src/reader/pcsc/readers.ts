/** @module Real readers: who is there, what is in them, and one exclusive transaction at a time on each. */

import { existsSync } from 'node:fs';
import { uptime } from 'node:os';
import { type Clock, Failure, limits, type Say, say, sleep } from '../../base/index.ts';
import { readerFailure } from '../failures.ts';
import { type SlotQueue, slotQueue } from '../queue.ts';
import type { CardChannel, PadEntry, ReaderEvent, Readers, SlotInfo } from '../types.ts';
import { type Answer, bits, disposition, type Handle, type PcscApi, pnpName, rv } from './api.ts';
import { isIgnored } from './ignored.ts';
import { pcscLimits } from './limits.ts';
import { findPad, type Pad, padSettings, typeOnPad } from './pad.ts';
import type { Platform } from './platform.ts';
import { remoteWords } from './remote-session.ts';
import { watchStillness } from './stillness.ts';

export interface PcscReaders extends Readers {
  /** Whether the service answers now, and why not. */
  readonly available: boolean;
  readonly why: Say | undefined;
}

interface Slot {
  readonly name: string;
  readonly queue: SlotQueue;
  /** The state as the service last gave it, its count of insertions in the high half. */
  state: number;
  atr: Uint8Array;
  insertion: string | undefined;
  /** This reader's own context and handle, so that a call that hangs holds up no other. */
  context: Handle | undefined;
  card: { readonly handle: Handle; readonly insertion: string; protocol: number } | undefined;
  /** What the reader said of its pad; `null` where it was not asked yet. */
  pad: Pad | undefined | null;
}

const gone: readonly number[] = [rv.noCard, rv.removedCard, rv.unpoweredCard, rv.unresponsiveCard, rv.unsupportedCard];
const lost: readonly number[] = [
  rv.invalidHandle,
  rv.noService,
  rv.serviceStopped,
  rv.systemCancelled,
  rv.commError,
  rv.hostGone,
  rv.wrongCall,
];
let made = 0;

export function pcscReaders(options: {
  readonly api: PcscApi & { stop(): void };
  readonly platform: Platform;
  readonly clock: Clock;
  readonly env?: { readonly [name: string]: string | undefined };
  /** Milliseconds since the machine's start, also those in which it slept. */
  readonly uptime?: () => number;
}): PcscReaders {
  const { api, platform, clock, env = process.env } = options;
  const settings = padSettings(env);
  const slots = new Map<string, Slot>();
  const listeners = new Set<(event: ReaderEvent) => void>();
  const born = (++made).toString(36);
  let insertions = 0;
  let closed = false;
  let waiting: Handle | undefined;
  let why: Say | undefined = reasons.starting;
  /** All that was held is let go, and looked for anew without a pause. */
  let anew = false;
  const closing = new AbortController();
  const stopWatching = watchStillness(clock, options.uptime ?? (() => uptime() * 1000), () => {
    anew = true;
    if (waiting !== undefined) void api.cancel(waiting);
  });
  let silent = false;
  /** What needs no reader is answered in time, or the library's process is given up: the service hangs, or it does. */
  const inTime = <T extends Answer>(asked: Promise<T>, beyond = 0): Promise<T | undefined> =>
    new Promise((resolve) => {
      const cancel = clock.after(beyond + pcscLimits.service, () => {
        silent = true;
        api.stop();
        resolve(undefined);
      });
      void asked.then((answer) => {
        cancel();
        if (answer.rv === rv.ok) silent = false;
        resolve(answer);
      });
    });
  /** A call into a reader that never comes back goes with the library's process, where that takes no card from anybody. */
  const giveUp = (slot: Slot): void => {
    clock.after(pcscLimits.hang, () => {
      if (closed || slots.get(slot.name) !== slot || !slot.queue.hanging) return;
      const others = [...slots.values()].some((one) => one !== slot && one.insertion !== undefined);
      if (others) return giveUp(slot);
      api.stop();
    });
  };
  const tell = (event: ReaderEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const take = (slot: Slot): void => {
    const { insertion, card } = slot;
    slot.insertion = undefined;
    slot.atr = new Uint8Array(0);
    slot.card = undefined;
    if (card) void api.disconnect(card.handle, disposition.leave);
    if (insertion !== undefined) tell({ type: 'removed', slot: slot.name, insertion });
  };
  const drop = (slot: Slot): void => {
    take(slot);
    if (slot.context !== undefined) void api.release(slot.context);
    slot.context = undefined;
    slots.delete(slot.name);
    tell({ type: 'slot-removed', slot: slot.name });
  };
  const sync = (names: readonly string[]): void => {
    for (const slot of [...slots.values()]) if (!names.includes(slot.name)) drop(slot);
    for (const name of names) {
      if (slots.has(name)) continue;
      slots.set(name, {
        name,
        queue: slotQueue(clock),
        state: bits.unaware,
        atr: new Uint8Array(0),
        insertion: undefined,
        context: undefined,
        card: undefined,
        pad: null,
      });
      tell({ type: 'slot-added', slot: name });
    }
  };
  const saw = (slot: Slot, event: number, atr: Uint8Array) => {
    const present = (event & bits.present) !== 0 && (event & bits.mute) === 0;
    // A card that was changed between two looks has another count, though one is in as before.
    const another = event >>> 16 !== slot.state >>> 16;
    slot.state = event & ~bits.changed;
    if (!present) return take(slot);
    if (slot.insertion !== undefined && !another) return;
    take(slot);
    slot.insertion = `pcsc${born}-${++insertions}`;
    slot.atr = atr;
    tell({ type: 'inserted', slot: slot.name, insertion: slot.insertion });
  };

  /** One life of the service: until it goes away. */
  const follow = async (context: Handle): Promise<void> => {
    for (;;) {
      const listed = await inTime(api.listReaders(context));
      if (closed || anew || listed === undefined) return;
      if (listed.rv !== rv.ok && listed.rv !== rv.noReaders) return;
      const { names } = listed;
      sync(names.filter((name) => !isIgnored(name, env.OPENCSHIS_PCSC_IGNORE)));
      why = undefined;
      const watched = [
        ...(platform.pnp ? [{ name: pnpName, current: names.length << 16 }] : []),
        ...[...slots.values()].map(({ name, state }) => ({ name, current: state })),
      ];
      if (watched.length === 0) {
        await sleep(clock, pcscLimits.waitWithoutPnp, closing.signal);
        continue;
      }
      const wait = platform.pnp ? pcscLimits.wait : pcscLimits.waitWithoutPnp;
      const changed = await inTime(api.statusChange(context, wait, watched), wait);
      if (closed || anew || changed === undefined) return;
      if (changed.rv === rv.timeout) continue;
      if (changed.rv === rv.unknownReader) continue;
      if (changed.rv !== rv.ok) return;
      for (const { name, event, atr } of changed.seen) {
        const slot = slots.get(name);
        if (slot && (event & bits.changed) !== 0) saw(slot, event, atr);
      }
    }
  };
  const run = async (): Promise<void> => {
    while (!closed) {
      // Nothing is loaded and started where no service is.
      if (platform.sockets.length > 0 && !platform.sockets.some((path) => existsSync(path))) {
        why = reasons.noService;
        await sleep(clock, pcscLimits.retry, closing.signal);
        continue;
      }
      const made = await inTime(api.establish());
      if (made?.rv === rv.ok) {
        const { context } = made;
        waiting = context;
        await follow(context);
        waiting = undefined;
        // What belonged to the library's process ended with it, and must not start another.
        if (closed) return;
        void api.release(context);
        for (const slot of [...slots.values()]) drop(slot);
      }
      const noLibrary = made?.rv === rv.noLibrary;
      why = noLibrary ? reasons.noLibrary : silent ? reasons.silent : reasons.noService;
      if (closed) return;
      if (anew) {
        anew = false;
        continue;
      }
      await sleep(clock, noLibrary ? pcscLimits.retryLibrary : pcscLimits.retry, closing.signal);
    }
  };
  const running = run().catch((error) => {
    if (!closed) throw error;
  });

  const failure = (slot: Slot, result: number): Failure => {
    if (gone.includes(result)) return readerFailure('card-gone');
    if (result === rv.readerUnavailable || result === rv.unknownReader) return readerFailure('reader-gone');
    if (lost.includes(result)) {
      slot.context = undefined;
      slot.card = undefined;
      return readerFailure('reader-gone');
    }
    return new Failure(4000, {
      kind: 'reader-error',
      why: say({
        zh: `讀卡機回報錯誤 ${hex(result)}`,
        en: `the reader reported ${hex(result)}`,
      }),
      todo: say({ zh: '請重新插卡，或拔插讀卡機', en: 'put the card in again, or unplug the reader and plug it in' }),
    });
  };
  const connected = async (slot: Slot, insertion: string): Promise<NonNullable<Slot['card']>> => {
    if (slot.card?.insertion === insertion) return slot.card;
    if (slot.context === undefined) {
      const context = await api.establish();
      if (context.rv !== rv.ok) throw failure(slot, context.rv);
      slot.context = context.context;
    }
    const { rv: result, card, protocol } = await api.connect(slot.context, slot.name);
    if (result !== rv.ok) throw failure(slot, result);
    slot.card = { handle: card, insertion, protocol };
    // Asked once a reader; again with the next card where it could not say.
    if (slot.pad === null || slot.pad?.state === 'query-failed')
      slot.pad = await findPad(api, platform, slot.name, card, settings);
    return slot.card;
  };
  const begin = async (slot: Slot, insertion: string): Promise<NonNullable<Slot['card']>> => {
    for (let tries = 1; ; tries++) {
      const card = await connected(slot, insertion);
      const result = (await api.begin(card.handle)).rv;
      if (result === rv.ok) return card;
      if (tries >= pcscLimits.begins) throw failure(slot, result);
      if (result === rv.resetCard || result === rv.unpoweredCard) {
        // Somebody else reset it or cut its power, and may do so again: the same card, its volatile state gone.
        const back = await api.reconnect(card.handle, disposition.leave);
        if (back.rv === rv.ok) card.protocol = back.protocol;
        else if (back.rv !== rv.resetCard && back.rv !== rv.unpoweredCard) throw failure(slot, back.rv);
      } else if (result === rv.invalidHandle) {
        slot.card = undefined;
        slot.context = undefined;
      } else throw failure(slot, result);
    }
  };
  const theSlot = (name: string): Slot => {
    const slot = slots.get(name);
    if (slot === undefined) throw readerFailure('reader-gone');
    return slot;
  };

  return {
    get available() {
      return why === undefined;
    },
    get why() {
      const remote = why && remoteWords(env);
      return remote ? say({ zh: `${why?.zh}；${remote.zh}`, en: `${why?.en}; ${remote.en}` }) : why;
    },
    slots: () =>
      [...slots.values()].map(
        (slot): SlotInfo => ({
          name: slot.name,
          kind: 'pcsc',
          role: 'any',
          present: slot.insertion !== undefined,
          ...(slot.insertion === undefined ? {} : { insertion: slot.insertion, atr: slot.atr }),
          state: slot.queue.hanging ? 'hanging' : 'ready',
          ...(slot.pad ? { pad: slot.pad.state } : {}),
        }),
      ),
    device: () => undefined,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async exclusive(name, work, wanted = {}) {
      const slot = theSlot(name);
      const deadline = wanted.deadline ?? limits.cardTransaction;
      return slot.queue.run(async () => {
        const { insertion } = slot;
        if (insertion === undefined) throw readerFailure('no-card');
        if (wanted.insertion !== undefined && wanted.insertion !== insertion) throw readerFailure('card-changed');
        // After the deadline nobody waits for this work any more: it must not go on with the card.
        let expired = false;
        const cancel = clock.after(deadline, () => {
          expired = true;
          giveUp(slot);
        });
        const card = await begin(slot, insertion).catch((error) => {
          cancel();
          throw error;
        });
        const { pad } = slot;
        const channel: CardChannel = {
          slot: name,
          insertion,
          atr: slot.atr,
          async transmit(command) {
            if (expired) throw readerFailure('reader-timeout');
            const { rv: result, response } = await api.transmit(card.handle, card.protocol, command);
            if (result !== rv.ok) throw failure(slot, result === rv.resetCard ? rv.removedCard : result);
            if (expired) throw readerFailure('reader-timeout');
            if (response.length < 2) throw readerFailure('card-gone');
            return response;
          },
          ...(pad?.state === 'ready'
            ? {
                async onPad(entry: PadEntry) {
                  if (expired) throw readerFailure('reader-timeout');
                  const typed = await typeOnPad(api, clock, pad, card.handle, entry).catch((error) => {
                    slot.pad = { ...pad, state: 'refused' };
                    throw error;
                  });
                  if ('failed' in typed) throw failure(slot, typed.failed);
                  return typed.response;
                },
              }
            : {}),
        };
        try {
          return await work(channel);
        } finally {
          cancel();
          await api.end(card.handle, disposition.leave);
        }
      }, deadline);
    },
    async reset(name) {
      const slot = theSlot(name);
      // Whoever resets it has waited long enough: the call that hangs goes with the library's process, and all is found anew.
      if (slot.queue.hanging) return api.stop();
      await slot.queue.run(async () => {
        if (slot.insertion === undefined) throw readerFailure('no-card');
        const card = await connected(slot, slot.insertion);
        const back = await api.reconnect(card.handle, disposition.reset);
        if (back.rv !== rv.ok) throw failure(slot, back.rv);
        card.protocol = back.protocol;
      }, limits.cardTransaction);
    },
    async close() {
      closed = true;
      closing.abort();
      stopWatching();
      if (waiting !== undefined) void api.cancel(waiting);
      for (const slot of slots.values()) if (slot.card) void api.disconnect(slot.card.handle, disposition.leave);
      api.stop();
      await running;
      listeners.clear();
    },
  };
}

const hex = (result: number): string => `0x${(result >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
const reasons = {
  starting: say({ zh: '正在尋找 PC/SC 服務', en: 'looking for the PC/SC service' }),
  noService: say({ zh: 'PC/SC 服務沒有在執行（pcscd）', en: 'no PC/SC service runs here (pcscd)' }),
  silent: say({
    zh: 'PC/SC 服務沒有回應；恢復後會自動接上（Linux：systemctl restart pcscd）',
    en: 'the PC/SC service does not answer; it is found again when it does (Linux: systemctl restart pcscd)',
  }),
  noLibrary: say({
    zh: '這台電腦沒有 PC/SC 函式庫（Debian：libpcsclite1）',
    en: 'there is no PC/SC library on this machine (Debian: libpcsclite1)',
  }),
} as const;
