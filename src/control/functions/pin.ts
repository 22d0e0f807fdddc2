/** @module PINs: 1.27-1.29 of the health card, 4.2-4.4 of the professional card. */

import { Failure, limits, say } from '../../base/index.ts';
import type { AnyFiles, CardSession, OnPad, Untyped } from '../../card/index.ts';
import { rocDateOf } from '../../codec/index.ts';
import type { PinPad } from '../../reader/types.ts';
import type { Found } from '../cards.ts';
import type { Call, PlainFunction } from '../context.ts';
import { type Done, refuse } from '../decide.ts';
import type { Pad } from '../pins.ts';
import type { PinRequest } from '../types.ts';

interface PinStatus {
  readonly set: boolean;
  readonly left: number;
  readonly locked: boolean;
}
const digits = { hc: { min: 4, max: 6 }, hpc: { min: 4, max: 6 } } as const;

/** As much of a call as a PIN needs: a log-in from a browser asks for one, too. */
export type Asking = Pick<Call, 'deps' | 'cards' | 'pins' | 'ports' | 'working'> & {
  readonly caller: Pick<Call['caller'], 'program' | 'process'>;
  readonly request: Pick<Call['request'], 'signal'>;
};

/** Lets a person type a PIN and verifies it. Fails with 5102 (wrong, locked), 5110, or `cancelledCode`. */
export async function askPin(
  call: Asking,
  card: 'hc' | 'hpc',
  found: Found,
  cancelledCode: number,
  status: PinStatus,
): Promise<void> {
  if (status.locked) throw locked(card);
  const pad = padOf(call, found);
  if (card === 'hc' && pad) await refuseSharedPad(call, found);
  const result =
    pad && !pad.enter
      ? await onPad(call, card, found, 'verify', status.left, (session, entry) => session.verifyPinOnPad?.(entry))
      : await verifyTyped(call, card, found, status.left);
  if (result === 'cancelled' || result === 'timed-out')
    throw new Failure(cancelledCode, {
      kind: `pin-${result}`,
      why:
        result === 'cancelled'
          ? say({ zh: '沒有輸入密碼', en: 'no PIN was typed' })
          : say({ zh: '讀卡機的密碼鍵盤等到逾時', en: "nobody typed on the reader's PIN pad in time" }),
    });
  if (result.result === 'locked') throw locked(card);
  if (result.result === 'wrong') {
    if (result.left === 0) throw locked(card);
    throw new Failure(5102, {
      kind: 'pin-wrong',
      why: say({ zh: `密碼不符，還可以試 ${result.left} 次`, en: `wrong PIN, ${result.left} tries left` }),
    });
  }
  call.cards.state(found.insertion).pin.add(call.caller.process);
}

async function verifyTyped(call: Asking, card: 'hc' | 'hpc', found: Found, left: number) {
  const typed = await ask(call, card, found, 'verify', left);
  if (typed === 'cancelled') return typed;
  try {
    return await call.cards.use(found, (session) => session.verifyPin(typed));
  } finally {
    typed.fill(0);
  }
}

/**
 * The digits go from the reader's pad to the card: all of it in one transaction, as long as a person may take. Control
 * hears how it ended, and never a digit.
 */
async function onPad<T>(
  call: Asking,
  card: 'hc' | 'hpc',
  found: Found,
  purpose: PinRequest['purpose'],
  left: number | undefined,
  work: (session: CardSession<AnyFiles>, entry: OnPad) => Promise<T | Untyped> | undefined,
): Promise<T | Untyped> {
  let typing: Promise<T | Untyped> | undefined;
  const pad: Pad = {
    tells: true,
    async enter(entry) {
      const deadline = limits.pinEntry + limits.cardTransaction;
      typing = call.cards.use(found, async (session) => (await work(session, entry)) ?? 'cancelled', deadline);
      const ended = await typing;
      return ended === 'cancelled' || ended === 'timed-out' ? 'cancelled' : new Uint8Array(0);
    },
  };
  const asked = await ask(call, card, found, purpose, left, pad);
  const result = (await typing) ?? 'cancelled';
  return asked === 'cancelled' && result !== 'timed-out' ? 'cancelled' : result;
}

function ask(
  call: Asking,
  card: 'hc' | 'hpc',
  found: Found,
  purpose: PinRequest['purpose'],
  left?: number,
  pad: Pad | undefined = typingPad(padOf(call, found)),
): Promise<Uint8Array | 'cancelled'> {
  call.working(say({ zh: '等待輸入密碼', en: 'waiting for the PIN' }));
  return call.pins.ask(
    {
      card,
      purpose,
      slot: found.slot,
      insertion: found.insertion,
      ...digits[card],
      ...(left === undefined ? {} : { left }),
      program: call.caller.program,
    },
    call.request.signal,
    pad,
  );
}

const typingPad = (pad: PinPad | undefined): Pad | undefined => pad?.enter && { enter: pad.enter };

/** The pad of the reader that the card is in; most chip readers have none, and the PIN is typed at the computer. */
function padOf(call: Asking, found: Found): PinPad | undefined {
  const slot = call.deps.readers.slots().find((one) => one.name === found.slot);
  // It gives the digits to the card alone.
  if (slot?.pad === 'ready') return {};
  return slot?.device === undefined ? undefined : call.deps.readers.device(slot.device)?.pad;
}

/** 5110: a PIN typed on a pad that a professional card shares. */
async function refuseSharedPad(call: Asking, found?: Found): Promise<void> {
  // A chip reader's pad is beside the one slot that it has.
  if (found && call.deps.readers.slots().some((one) => one.name === found.slot && one.pad === 'ready')) return;
  const present = await call.cards.find('hpc', { device: call.ports.device(call.caller.process) }).then(
    () => true,
    () => false,
  );
  if (present)
    throw new Failure(5110, {
      kind: 'hpc-in',
      why: say({ zh: '讀卡機裡還有醫事人員卡', en: 'a professional card is in the reader' }),
    });
}

const locked = (card: 'hc' | 'hpc'): Failure =>
  new Failure(5102, {
    kind: 'pin-locked',
    why: say({ zh: '密碼已鎖住', en: 'the PIN is locked' }),
    todo:
      card === 'hc'
        ? say({ zh: '請連線更新卡片內容（1.30）解鎖', en: "update the card's contents online (1.30) to unlock it" })
        : say({ zh: '請以 hpcUnlockHPC 解鎖', en: 'unlock it by hpcUnlockHPC' }),
  });

const hc = (call: Call): Found => call.hc ?? missing();
const hpc = (call: Call): Found => call.hpc ?? missing();
const missing = (): never => {
  throw new TypeError('the need was not declared');
};
const pinStatus = (call: Call, found: Found) => call.cards.use(found, (session) => session.pinStatus());

/** 1.27. A card without a PIN is verified as it is. */
export const verifyHcPin: PlainFunction = {
  kind: 'plain',
  async run(call) {
    if (padOf(call, hc(call))) await refuseSharedPad(call);
    const status = await pinStatus(call, hc(call));
    if (status.set) await askPin(call, 'hc', hc(call), 5109, status);
    return { code: 0 };
  },
};

/** 1.28: two new PINs that agree; where one is set it must have been verified before. */
export const inputHcPin: PlainFunction = {
  kind: 'plain',
  async run(call) {
    await refuseSharedPad(call);
    return newPin(call, 'hc', hc(call));
  },
};
export const inputHpcPin: PlainFunction = {
  kind: 'plain',
  async run(call) {
    await hpcUsable(call);
    return newPin(call, 'hpc', hpc(call));
  },
};

async function newPin(call: Call, card: 'hc' | 'hpc', found: Found): Promise<Done> {
  const status = await pinStatus(call, found);
  const verified = call.cards.state(found.insertion).pin.has(call.caller.process);
  if (status.set && !verified) return refuse(5105);
  const pad = padOf(call, found);
  const refused = pad && !pad.enter ? await setOnPad(call, card, found) : await setTyped(call, card, found);
  if (refused) return refused;
  call.cards.state(found.insertion).pin.add(call.caller.process);
  return { code: 0 };
}

async function setTyped(call: Call, card: 'hc' | 'hpc', found: Found): Promise<Done | undefined> {
  const first = await ask(call, card, found, 'new');
  if (first === 'cancelled') return refuse(5109);
  const second = await ask(call, card, found, 'repeat');
  if (second === 'cancelled') return refuse(5109);
  if (Buffer.compare(first, second) !== 0) return refuse(5107);
  try {
    await call.cards.use(found, (session) => session.setPin(first));
  } catch (error) {
    if (error instanceof Failure && error.code === 4000) throw error;
    return refuse(5108);
  } finally {
    first.fill(0);
    second.fill(0);
  }
  return undefined;
}

/** Both times on the pad, which compares them itself. */
async function setOnPad(call: Call, card: 'hc' | 'hpc', found: Found): Promise<Done | undefined> {
  try {
    const ended = await onPad(call, card, found, 'new', undefined, (session, entry) => session.setPinOnPad?.(entry));
    if (ended === 'cancelled' || ended === 'timed-out') return refuse(5109);
    return ended === 'different' ? refuse(5107) : undefined;
  } catch (error) {
    if (error instanceof Failure && error.code === 4000) throw error;
    return refuse(5108);
  }
}

/** 1.29. */
export const disableHcPin: PlainFunction = {
  kind: 'plain',
  async run(call) {
    await refuseSharedPad(call);
    const found = hc(call);
    const status = await pinStatus(call, found);
    if (!status.set) return { code: 0 };
    if (!call.cards.state(found.insertion).pin.has(call.caller.process)) return refuse(5105);
    try {
      await call.cards.use(found, (session) => session.disablePin());
    } catch (error) {
      if (error instanceof Failure && error.code === 4000) throw error;
      return refuse(5111);
    }
    return { code: 0 };
  },
};

/** 4.2. */
export const verifyHpcPin: PlainFunction = {
  kind: 'plain',
  async run(call) {
    await hpcUsable(call);
    const found = hpc(call);
    await askPin(call, 'hpc', found, 5109, await pinStatus(call, found));
    return { code: 0 };
  },
};

/** 4.4: the data centre must allow it. */
export const unlockHpc: PlainFunction = {
  kind: 'plain',
  async run(call) {
    const found = hpc(call);
    const holder = await call.cards.hpcBasic(found);
    try {
      await call.deps.centre.mayUnlock({ kind: 'hpc', cardNo: holder.cardNo });
      await call.cards.use(found, (session) => session.unlockPin());
    } catch (error) {
      if (error instanceof Failure) return { code: 5122, why: error.why };
      throw error;
    }
    return { code: 0 };
  },
};

/** 9130, 9140, 5056: whether this professional card may be used at all. */
const hpcUsable = (call: Call): Promise<void> => usableHpc(call, hpc(call));
export async function usableHpc(call: Pick<Call, 'deps' | 'cards'>, found: Found): Promise<void> {
  const holder = await call.cards.hpcBasic(found).catch((cause) => {
    if (cause instanceof Failure && cause.code === 4000) throw cause;
    throw new Failure(5056, {
      kind: 'hpc-read',
      why: say({ zh: '讀取醫事人員身分證號失敗', en: "the professional's id could not be read" }),
      cause,
    });
  });
  if (holder.personId === '')
    throw new Failure(5056, {
      kind: 'hpc-read',
      why: say({ zh: '醫事人員卡沒有身分證號', en: 'the professional card holds no id number' }),
    });
  if (holder.state === '2')
    throw new Failure(9130, {
      kind: 'hpc-cancelled',
      why: say({ zh: '醫事人員卡已註銷或停用', en: 'the professional card is cancelled' }),
    });
  if (holder.validUntil !== '' && holder.validUntil < rocDateOf(call.deps.clock.now()))
    throw new Failure(9140, {
      kind: 'hpc-expired',
      why: say({ zh: '醫事人員卡已逾有效期限', en: 'the professional card has expired' }),
    });
}
