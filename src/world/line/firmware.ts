/**
 * @module What runs inside a simulated dedicated reader: CCID messages in, CCID messages out, over the virtual slots, the
 * pad and the clock of a world. It knows nothing of bytes on a line.
 */

import { type Clock, Failure, limits } from '../../base/index.ts';
import { encodeResponse, padWords } from '../../codec/index.ts';
import type { PadCommand, VirtualReaders } from '../../reader/index.ts';
import { ccid, decodeSecure, escapes, serialLimits } from '../../reader/serial/index.ts';
import type { DedicatedReader } from '../dedicated.ts';

const { ask, answers, chain, decodeAsk, encodeSlotChange, encodeTell, failed, icc, outcome } = ccid;
type Ask = NonNullable<ReturnType<typeof decodeAsk>>;

interface Slot {
  readonly name: string;
  /** The insertion that has power. */
  active: string | undefined;
  /** A command that comes in several messages, and an answer that goes in several. */
  command: Uint8Array[];
  rest: Uint8Array | undefined;
  typing: AbortController | undefined;
}
type Answer = { readonly data?: Uint8Array; readonly error?: number; readonly chain?: number };

export interface Firmware {
  /** Undefined: no command that it knows. Done commands are remembered: the same message again gets the same answer. */
  handle(message: Uint8Array, send: (message: Uint8Array) => void): void;
  /** The plug was pulled: nothing has power, nothing is remembered. */
  powerCut(): Promise<void>;
  close(): void;
}

const remembered = 4;
/** Of its slots, by their numbers. */
const roles = ['hc', 'hpc', 'sam'] as const;

export function firmware(options: {
  readonly readers: VirtualReaders;
  readonly device: DedicatedReader;
  readonly clock: Clock;
  /** Told when a card comes or goes. */
  changed(message: Uint8Array): void;
}): Firmware {
  const { readers, device, clock } = options;
  const slots = roles.map((role): Slot => {
    const name = readers.slots().find((slot) => slot.device === device.name && slot.role === role)?.name ?? '';
    return { name, active: undefined, command: [], rest: undefined, typing: undefined };
  });
  const done = new Map<number, { readonly asked: Buffer; answer: Uint8Array | undefined }[]>();
  let display = '';
  const infoOf = (slot: Slot) => readers.slots().find((one) => one.name === slot.name);
  const stateOf = (slot: Slot | undefined): number => {
    const insertion = slot && infoOf(slot)?.insertion;
    return insertion === undefined ? icc.absent : insertion === slot?.active ? icc.active : icc.inactive;
  };
  const off = async (slot: Slot): Promise<void> => {
    slot.typing?.abort();
    slot.active = undefined;
    slot.command = [];
    slot.rest = undefined;
    await readers.reset(slot.name).catch(() => undefined);
  };

  const transmit = (slot: Slot, command: Uint8Array): Promise<Uint8Array> =>
    readers.exclusive(slot.name, (channel) => channel.transmit(command), {
      deadline: limits.apdu,
      ...(slot.active === undefined ? {} : { insertion: slot.active }),
    });
  const cardSays = async (slot: Slot, command: Uint8Array): Promise<Answer> => {
    try {
      return split(slot, await transmit(slot, command));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { error: failed.mute };
    }
  };
  const split = (slot: Slot, data: Uint8Array, first = true): Answer => {
    const last = data.length <= serialLimits.block;
    slot.rest = last ? undefined : data.subarray(serialLimits.block);
    const link = last ? (first ? chain.whole : chain.ends) : first ? chain.begins : chain.continues;
    return { data: data.subarray(0, serialLimits.block), chain: link };
  };
  const transfer = async (slot: Slot, { level, data }: Ask): Promise<Answer> => {
    if (stateOf(slot) !== icc.active) return { error: failed.mute };
    if (level === chain.next) return slot.rest ? split(slot, slot.rest, false) : { error: failed.hardware };
    if (level === chain.whole || level === chain.begins) slot.command = [];
    slot.command.push(data);
    if (slot.command.length * serialLimits.block > serialLimits.whole + serialLimits.block)
      return { error: failed.hardware };
    if (level === chain.begins || level === chain.continues) return { data: new Uint8Array(0), chain: chain.next };
    const command = new Uint8Array(Buffer.concat(slot.command));
    slot.command = [];
    return cardSays(slot, command);
  };

  /** The digits stay here: from the pad into the command, and to the card. */
  const secure = async (slot: Slot, entry: PadCommand): Promise<Answer> => {
    const typing = new AbortController();
    slot.typing = typing;
    const gone = readers.watch((event) => {
      if (event.type === 'removed' && event.slot === slot.name) typing.abort();
    });
    const cancel = clock.after(entry.timeout * 1000, () => typing.abort());
    const type = (prompt: string) =>
      device.pad.enter({ prompt, min: entry.min, max: entry.max, signal: typing.signal });
    const typed: Uint8Array[] = [];
    try {
      const prompts = entry.twice ? [display, `${display}，再輸入一次 again`] : [display];
      for (const prompt of prompts) {
        const digits = await type(prompt);
        if (stateOf(slot) !== icc.active) return { error: failed.mute };
        if (digits === 'cancelled') return { error: typing.signal.aborted ? failed.aborted : failed.pinCancelled };
        typed.push(digits);
      }
      const [first = new Uint8Array(0), second = first] = typed;
      if (Buffer.compare(first, second) !== 0) return { data: encodeResponse(padWords.different) };
      return await cardSays(slot, Uint8Array.of(...entry.command, first.length, ...first));
    } finally {
      for (const digits of typed) digits.fill(0);
      cancel();
      gone();
      slot.typing = undefined;
      display = '';
    }
  };

  const own: { readonly [code: number]: (data: Uint8Array) => Promise<Uint8Array> } = {
    [escapes.own.identify]: async () =>
      escapes.encodeIdentity({ roles, crc: true, pad: true, block: serialLimits.block }).subarray(1),
    [escapes.own.clockGet]: async () => escapes.encodeTime(await device.clock.get()),
    async [escapes.own.clockSet](data) {
      const time = escapes.decodeTime(data);
      if (time === undefined) throw new Error('no time');
      await device.clock.set(time);
      return new Uint8Array(0);
    },
    async [escapes.own.show](data) {
      display = Buffer.from(data).toString('utf8');
      return new Uint8Array(0);
    },
    async [escapes.own.reset]() {
      await device.reset?.();
      for (const slot of slots) await off(slot);
      return new Uint8Array(0);
    },
  };
  const escaped = async ([code = 0, ...rest]: Uint8Array): Promise<Answer> => {
    const work = own[code];
    if (work === undefined) return { error: failed.notSupported };
    try {
      return { data: Uint8Array.of(escapes.ok, ...(await work(Uint8Array.from(rest)))) };
    } catch {
      return { data: Uint8Array.of(1) };
    }
  };

  const commands: { readonly [type: number]: (slot: Slot, asked: Ask) => Promise<Answer> } = {
    [ask.slotStatus]: async () => ({}),
    async [ask.powerOn](slot) {
      const info = infoOf(slot);
      if (info?.atr === undefined) return { error: failed.mute };
      await off(slot);
      slot.active = info.insertion;
      return { data: info.atr };
    },
    async [ask.powerOff](slot) {
      await off(slot);
      return {};
    },
    [ask.transfer]: transfer,
    async [ask.secure](slot, { data }) {
      const entry = decodeSecure(data);
      if (entry === undefined) return { error: failed.notSupported };
      return stateOf(slot) === icc.active ? secure(slot, entry) : { error: failed.mute };
    },
    async [ask.abort](slot) {
      slot.typing?.abort();
      return {};
    },
  };
  const answerTo = async (asked: Ask): Promise<Uint8Array> => {
    const slot = slots[asked.slot];
    const work = slot && commands[asked.type];
    const answer: Answer =
      asked.slot === escapes.deviceSlot && asked.type === ask.escape
        ? await escaped(asked.data)
        : work
          ? await work(slot, asked)
          : { error: failed.notSupported };
    return tellOf(asked, answer.error === undefined ? outcome.done : outcome.failed, answer);
  };
  const tellOf = (asked: Ask, how: number, { data = new Uint8Array(0), error = 0, chain: link = 0 }: Answer) =>
    encodeTell({
      type: answers[asked.type] ?? 0,
      slot: asked.slot,
      seq: asked.seq,
      icc: stateOf(slots[asked.slot]),
      outcome: how,
      error,
      chain: link,
      data,
    });

  const stop = readers.watch((event) => {
    const at = slots.findIndex((one) => one.name === event.slot);
    if (at < 0) return;
    options.changed(
      encodeSlotChange(slots.map((slot, index) => ({ present: stateOf(slot) !== icc.absent, changed: index === at }))),
    );
  });

  return {
    handle(message, send) {
      const asked = decodeAsk(message);
      if (asked === undefined) return;
      const bytes = Buffer.from(message);
      const memory = done.get(asked.slot) ?? [];
      done.set(asked.slot, memory);
      const before = memory.find((one) => one.asked.equals(bytes));
      // What a slot's state is, is asked anew: nothing is done by it.
      if (before && asked.type !== ask.slotStatus)
        return send(before.answer ?? tellOf(asked, outcome.working, { error: 1 }));
      const entry: (typeof memory)[number] = { asked: bytes, answer: undefined };
      memory.push(entry);
      if (memory.length > remembered) memory.shift();
      let cancel: () => void = () => undefined;
      const working = (): void => {
        cancel = clock.after(serialLimits.extension, working);
        send(tellOf(asked, outcome.working, { error: 1 }));
      };
      // A pad that waits for keys says so at once.
      if (asked.type === ask.secure) cancel = clock.after(1, working);
      else cancel = clock.after(serialLimits.extension, working);
      void answerTo(asked).then((answer) => {
        cancel();
        entry.answer = answer;
        send(answer);
      });
    },
    async powerCut() {
      done.clear();
      display = '';
      for (const slot of slots) await off(slot);
    },
    close: stop,
  };
}
