/** @module Dedicated readers on serial ports, by the table of ports: slots, cards that come and go, one exclusive transaction each. */

import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Clock, every, Failure, limits, type Random, randomInt, type Say, say, sleep } from '../../base/index.ts';
import { encodeResponse, padWords } from '../../codec/index.ts';
import { dedicatedSlots } from '../dedicated-slots.ts';
import { readerFailure } from '../failures.ts';
import { type SlotQueue, slotQueue } from '../queue.ts';
import type { CardChannel, Device, PadEntry, ReaderEvent, Readers, SlotInfo, SlotRole } from '../types.ts';
import { ask, failed, icc, outcome, type TellMessage } from './ccid.ts';
import { type Connected, connect } from './connect.ts';
import { serialDevice } from './device.ts';
import { inUse, portTrouble } from './find.ts';
import { type Holder, holderOf } from './holder.ts';
import { serialLimits } from './limits.ts';
import { type OpenLine, openPort } from './line.ts';
import { encodeSecure } from './secure.ts';

/** One row of the table: what csOpenCom opens by this number. */
export interface SerialPort {
  /** 0 is COM1. */
  readonly number: number;
  readonly path: string;
  /** Left out: each is tried. */
  readonly speed?: number;
  /** What the reader is called; unique. */
  readonly name: string;
}

export interface SerialReaders extends Readers {
  /** Another table: ports that stay are not touched. */
  use(ports: readonly SerialPort[]): void;
  /** When each reader that is connected has told its cards, or after `serialLimits.first`. */
  ready(): Promise<void>;
}

interface Slot {
  readonly name: string;
  readonly role: SlotRole;
  readonly queue: SlotQueue;
  insertion: string | undefined;
  atr: Uint8Array;
  looking: Promise<void>;
}
interface Port {
  readonly row: SerialPort;
  readonly slots: readonly Slot[];
  readonly device: Device;
  readonly ended: AbortController;
  readonly running: Promise<void>;
  connected: Connected | undefined;
  why: Say | undefined;
  /** The speed at which it answered last. */
  speed: number | undefined;
  first: PromiseWithResolvers<void>;
}

export function serialReaders(options: {
  readonly ports: readonly SerialPort[];
  readonly clock: Clock;
  readonly random: Random;
  readonly open?: OpenLine;
  readonly holder?: (path: string) => Holder | undefined;
}): SerialReaders {
  const { clock, random, open = openPort, holder = holderOf } = options;
  const ports = new Map<number, Port>();
  const listeners = new Set<(event: ReaderEvent) => void>();
  const life = randomInt(random, 0x7fffffff).toString(36);
  let insertions = 0;
  const tell = (event: ReaderEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const leave = (slot: Slot): void => {
    const { insertion } = slot;
    slot.insertion = undefined;
    slot.atr = new Uint8Array(0);
    if (insertion !== undefined) tell({ type: 'removed', slot: slot.name, insertion });
  };
  const numberOf = (connected: Connected, slot: Slot): number => connected.identity.roles.indexOf(slot.role);

  /** A card that is in and without power is new to us, whatever was in before. */
  const look = (port: Port, slot: Slot): Promise<void> => {
    slot.looking = slot.looking.then(async () => {
      const { connected } = port;
      if (connected === undefined) return;
      const number = numberOf(connected, slot);
      if (number < 0) return;
      const within = limits.apdu;
      try {
        const status = await connected.link.request({ type: ask.slotStatus, slot: number, within });
        if (port.connected !== connected) return;
        if (status.icc === icc.active && slot.insertion !== undefined) return;
        leave(slot);
        if (status.icc === icc.absent) return;
        const powered = await connected.link.request({ type: ask.powerOn, slot: number, within });
        if (port.connected !== connected || powered.outcome !== outcome.done) return;
        slot.insertion = `serial${life}-${++insertions}`;
        slot.atr = powered.data;
        tell({ type: 'inserted', slot: slot.name, insertion: slot.insertion });
      } catch (error) {
        // The line is tried again by itself.
        if (!(error instanceof Failure)) throw error;
      }
    });
    return slot.looking;
  };
  const lookAtAll = (port: Port): Promise<unknown> => Promise.all(port.slots.map((slot) => look(port, slot)));

  /** One connection, from its first answer until the line is lost. */
  const follow = async (port: Port, signal: AbortSignal): Promise<void> => {
    const lost = Promise.withResolvers<void>();
    const { row } = port;
    const speeds = [...new Set([...(port.speed ? [port.speed] : []), ...serialLimits.speeds])];
    const connected = await connect({
      path: row.path,
      speeds: row.speed === undefined ? speeds : [row.speed],
      open,
      clock,
      random,
      slotsChanged: () => void lookAtAll(port),
      lost: () => lost.resolve(),
    });
    port.speed = connected.speed;
    port.connected = connected;
    port.why = undefined;
    const left = (): void => lost.resolve();
    signal.addEventListener('abort', left, { once: true });
    let cancel: () => void = () => undefined;
    try {
      for (const slot of port.slots) tell({ type: 'slot-added', slot: slot.name });
      await lookAtAll(port);
      port.first.resolve();
      // Not all lines tell when the other end goes, and a message about a card may be lost.
      cancel = every(clock, serialLimits.look, () => {
        for (const slot of port.slots) if (!connected.link.busy(numberOf(connected, slot))) void look(port, slot);
      });
      if (signal.aborted) lost.resolve();
      await lost.promise;
    } finally {
      cancel();
      signal.removeEventListener('abort', left);
      port.connected = undefined;
      port.why = reasons.gone(row.path);
      await connected.close();
      for (const slot of port.slots) {
        leave(slot);
        tell({ type: 'slot-removed', slot: slot.name });
      }
    }
  };
  const run = async (port: Port, signal: AbortSignal): Promise<void> => {
    const { path } = port.row;
    while (!signal.aborted) {
      let wait: number = serialLimits.retry;
      const absent = !/^COM\d+$/.test(path) && !existsSync(path);
      const other = absent ? undefined : holder(path);
      if (absent) {
        port.why = portTrouble(path, 'no such file').why;
        wait = serialLimits.absent;
      } else if (other !== undefined) port.why = inUse(other);
      else {
        try {
          await follow(port, signal);
          wait = serialLimits.absent;
        } catch (error) {
          port.why = error instanceof Failure ? error.why : portTrouble(path, error).why;
        }
        port.first.resolve();
      }
      await sleep(clock, wait, signal).catch(() => undefined);
    }
  };

  /** `before`: who has the port until then lets it go. */
  const add = (row: SerialPort, before: Promise<void> = Promise.resolve()): void => {
    const ended = new AbortController();
    const slots = dedicatedSlots(row.name).map(
      ({ name, role }): Slot => ({
        name,
        role,
        queue: slotQueue(clock),
        insertion: undefined,
        atr: new Uint8Array(0),
        looking: Promise.resolve(),
      }),
    );
    const port: Port = {
      row,
      slots,
      ended,
      device: serialDevice(row.name, () => port.connected),
      running: before.then(() => run(port, ended.signal)),
      connected: undefined,
      why: reasons.starting,
      speed: undefined,
      first: Promise.withResolvers(),
    };
    ports.set(row.number, port);
  };
  const drop = async (port: Port): Promise<void> => {
    ports.delete(port.row.number);
    port.ended.abort();
    port.first.resolve();
    await port.running;
  };
  for (const row of options.ports) add(row);

  const find = (name: string): { port: Port; slot: Slot } => {
    for (const port of ports.values()) {
      const slot = port.slots.find((one) => one.name === name);
      if (slot) return { port, slot };
    }
    throw readerFailure('reader-gone');
  };
  const gone = (port: Port): Failure => {
    const failure = readerFailure('reader-gone');
    return port.why === undefined
      ? failure
      : new Failure(4000, { kind: 'reader-gone', why: port.why, todo: reasons.look });
  };
  const channelOf = (port: Port, slot: Slot, insertion: string): CardChannel => {
    const on = async (work: (connected: Connected, number: number) => Promise<TellMessage>): Promise<TellMessage> => {
      const { connected } = port;
      if (slot.insertion !== insertion) throw readerFailure(connected ? 'card-gone' : 'reader-gone');
      if (connected === undefined) throw gone(port);
      const answer = await work(connected, numberOf(connected, slot));
      if (answer.icc !== icc.active) {
        void look(port, slot);
        throw readerFailure('card-gone');
      }
      // A card that left while it worked has acted, and this answer may be another's.
      if (slot.insertion !== insertion) throw readerFailure('card-gone');
      return answer;
    };
    return {
      slot: slot.name,
      insertion,
      atr: slot.atr,
      async transmit(command) {
        const answer = await on(({ link }, number) => link.transfer(number, command, limits.apdu));
        if (answer.outcome === outcome.failed) throw cardFailed(answer.error);
        return answer.data;
      },
      ...(port.connected?.identity.pad
        ? { onPad: (entry) => on(({ link }, number) => typed(link, number, entry)).then(padAnswer) }
        : {}),
    };
    async function typed(link: Connected['link'], number: number, entry: PadEntry): Promise<TellMessage> {
      await port.device.show?.([entry.prompt]);
      let shown = false;
      return link.request({
        type: ask.secure,
        slot: number,
        data: encodeSecure({ ...entry, timeout: limits.pinEntry / 1000 }),
        within: limits.pinEntry + serialLimits.padSlack / 2,
        signal: entry.signal,
        working() {
          if (!shown) entry.shown?.();
          shown = true;
        },
      });
    }
  };

  return {
    slots: () =>
      [...ports.values()]
        .sort((one, other) => one.row.number - other.row.number)
        .flatMap((port) =>
          port.slots.map(
            ({ name, role, insertion, atr, queue }): SlotInfo => ({
              name,
              kind: 'serial',
              role,
              present: insertion !== undefined,
              ...(insertion === undefined ? {} : { insertion, atr }),
              state: port.connected === undefined ? 'gone' : queue.hanging ? 'hanging' : 'ready',
              device: port.row.name,
              port: port.row.number,
              ...(port.why === undefined ? {} : { why: port.why }),
            }),
          ),
        ),
    device: (name) => [...ports.values()].find((port) => port.row.name === name)?.device,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async exclusive(name, work, { deadline, insertion: wanted } = {}) {
      const { port, slot } = find(name);
      return slot.queue.run(async () => {
        if (port.connected === undefined) throw gone(port);
        const { insertion } = slot;
        if (insertion === undefined) throw readerFailure('no-card');
        if (wanted !== undefined && wanted !== insertion) throw readerFailure('card-changed');
        return work(channelOf(port, slot, insertion));
      }, deadline ?? limits.cardTransaction);
    },
    async reset(name) {
      const { port, slot } = find(name);
      await slot.queue.run(async () => {
        const { connected } = port;
        if (connected === undefined) throw gone(port);
        if (slot.insertion === undefined) return;
        const number = numberOf(connected, slot);
        await connected.link.request({ type: ask.powerOff, slot: number, within: limits.apdu });
        await connected.link.request({ type: ask.powerOn, slot: number, within: limits.apdu });
      }, limits.cardTransaction);
    },
    use(rows) {
      const leaving = [...ports.values()].filter(({ row }) => !rows.some((one) => isDeepStrictEqual(one, row)));
      const left = new Map(leaving.map((port) => [port.row.path, drop(port)]));
      for (const row of rows) if (!ports.has(row.number)) add(row, left.get(row.path));
    },
    async ready() {
      const waits = [...ports.values()].map(({ first }) => first.promise);
      const enough = new AbortController();
      await Promise.race([Promise.all(waits), sleep(clock, serialLimits.first, enough.signal).catch(() => undefined)]);
      enough.abort();
    },
    async close() {
      listeners.clear();
      await Promise.all([...ports.values()].map(drop));
    },
  };
}

const reasons = {
  starting: say({ zh: '正在連接讀卡機', en: 'the reader is being connected' }),
  gone: (path: string) => say({ zh: `${path} 上的讀卡機已移除`, en: `the reader at ${path} is gone` }),
  look: say({
    zh: '請檢查讀卡機；接回後會自己恢復（opencshis ports）',
    en: 'look at the reader: once connected it comes back by itself (opencshis ports)',
  }),
};

/** What became of an entry on the pad, as a status word. */
function padAnswer(answer: TellMessage): Uint8Array {
  if (answer.outcome !== outcome.failed) return answer.data;
  if (answer.error === failed.pinTimeout) return encodeResponse(padWords.timedOut);
  if (answer.error === failed.pinCancelled || answer.error === failed.aborted)
    return encodeResponse(padWords.cancelled);
  throw cardFailed(answer.error);
}

const cardFailed = (error: number): Failure =>
  error === failed.mute
    ? readerFailure('card-gone')
    : error === failed.aborted || error === failed.slotBusy
      ? readerFailure('reader-timeout')
      : new Failure(4000, {
          kind: 'reader-error',
          why: say({
            zh: `讀卡機回報錯誤 ${error.toString(16).toUpperCase().padStart(2, '0')}`,
            en: `the reader reported error ${error.toString(16).toUpperCase().padStart(2, '0')}`,
          }),
          todo: say({
            zh: '請重新插卡，或拔插讀卡機',
            en: 'put the card in again, or unplug the reader and plug it in',
          }),
        });
