/** @module The one walk of every call: accept, needs, facts, one card transaction, answer. */

import { asFailure, Failure, type Say, say } from '../base/index.ts';
import type { AnyFiles, CardSession, HcFileName } from '../card/index.ts';
import { carriesData, errorByCode } from '../catalogue/index.ts';
import { encodeRecord } from '../codec/index.ts';
import type { Intent } from '../journal/types.ts';
import type { SecurityModule } from '../sam/types.ts';
import type { Accepted } from './accept.ts';
import { keepOutputs, replay, wasAsked } from './again.ts';
import type { Call, CardFunction, Written } from './context.ts';
import type { Done, Facts, ItemsToSign, Note, View } from './decide.ts';
import { institution } from './functions/institution.ts';
import { checkNeeds } from './needs.ts';
import type { OutputValue } from './types.ts';
import { viewOf } from './view.ts';

/** A call's result before the door's words are added. */
export interface Result {
  readonly code: number;
  readonly outputs: { readonly [param: string]: OutputValue };
  readonly notes: readonly Note[];
  readonly why?: Say;
  readonly todo?: Say;
  readonly kind?: string;
  /** The journalled intent whose answer this is; the door's "delivered" goes there. */
  readonly intent?: string;
}

export const unknownFunction: Result = {
  code: -1,
  outputs: {},
  notes: [],
  kind: 'unknown-function',
  why: say({ zh: '沒有這個函式', en: 'there is no such function' }),
  todo: say({ zh: 'opencshis catalogue 列出所有函式', en: 'opencshis catalogue lists all functions' }),
};
export const notThisRole: Result = {
  code: 4029,
  outputs: {},
  notes: [],
  kind: 'role',
  why: say({ zh: '這個身分不能呼叫這個函式', en: 'this role may not call this function' }),
  todo: say({ zh: '請以程式或操作者的權杖呼叫', en: "call with a program's or the operator's token" }),
};
/** What a declared function answers before it is written, whatever it is given. */
export const notWritten: Result = {
  code: -1,
  outputs: {},
  notes: [],
  kind: 'not-written',
  why: say({ zh: '已宣告，尚未實作', en: 'declared, not written yet' }),
  todo: say({
    zh: 'opencshis catalogue --unwritten 列出所有尚未實作的函式',
    en: 'opencshis catalogue --unwritten lists all of them',
  }),
};

export async function walk(call: Call, written: Written): Promise<Result> {
  for (let again = false; ; again = true) {
    try {
      await checkNeeds(call);
      if (written.kind === 'plain') return finish(call, await written.run(call));
      return await cardCall(call, written);
    } catch (error) {
      // A card that was changed in between starts over, once.
      if (!again && error instanceof Failure && error.kind === 'card-changed' && call.request.insertion === undefined)
        continue;
      return failed(error);
    }
  }
}

async function cardCall(call: Call, written: CardFunction): Promise<Result> {
  const found = call.hc;
  if (found === undefined) throw new TypeError(`${call.api.name} reads a card without needing one`);
  const { deps } = call;
  // What is done needs no network and no leave from the centre any more.
  if (written.after === undefined && wasAsked(call, found.identified.cardNo)) {
    const again = await call.cards.use(found, (session) => replay(call, session));
    if (again) return again;
  }
  const gathered = await written.gather?.(call);
  // Whose writing it is stands in every event: without it the centre would refuse what the card already has.
  const identified = gathered?.identity ?? (call.api.writes ? await institution(call) : undefined);
  const facts: Facts = {
    now: deps.clock.now(),
    profile: deps.profile,
    simulated: deps.simulated,
    // The whole journal is looked at, and few decisions ask.
    get openExceptions() {
      return openExceptions(call);
    },
    taken: deps.seconds.taken,
    ...gathered,
    ...(identified ? { identity: identified } : {}),
  };
  let giveBack = (): void => undefined;
  const work = async (session: CardSession<AnyFiles>): Promise<Result> => {
    if (call.api.writes) {
      const again = await replay(call, session);
      if (again) return again;
    }
    const view = await readFiles(call, written, session);
    const outcome = written.decide(view, call.input, facts);
    if (!('writing' in outcome) || outcome.writing === undefined) return finish(call, outcome);
    // In the same breath as the decision: nobody else decides for this second.
    if (outcome.sign) giveBack = deps.seconds.take(outcome.sign.personId, outcome.sign.dateTime);
    const [signature, treatNum] = outcome.sign
      ? await Promise.all([deps.sam.sign(outcome.sign), deps.sam.identifier(outcome.sign)])
      : [];
    const items = outcome.signItems ? await signItems(deps.sam, outcome.signItems) : undefined;
    const wanted = outcome.writing({
      ...(signature ? { signature } : {}),
      ...(treatNum ? { treatNum } : {}),
      ...(items ? { items } : {}),
    });
    const ring = await session.ring();
    const id = Buffer.from(deps.random.bytes(8)).toString('hex');
    const answer = finish(call, wanted);
    const { identity } = facts;
    if (identity === undefined) throw new TypeError(`${call.api.name} writes and is not declared so`);
    const intent: Intent = {
      id,
      api: call.api.name,
      preparedAt: deps.clock.now(),
      ...(session.identified.cardNo === undefined ? {} : { cardNo: session.identified.cardNo }),
      ...(ring.ids[0] === undefined ? {} : { ringBefore: ring.ids[0] }),
      cardCounter: ring.counter,
      program: call.caller.program,
      inputs: call.input.digest,
      requestId: call.request.requestId,
      answer: { code: answer.code, outputs: keepOutputs(answer.outputs) },
      events: wanted.events.map((event, index) => ({
        ...event,
        id: index === 0 ? id : `${id}${index}`,
        hospId: identity.hospId,
        samId: identity.samId,
        simulated: deps.simulated,
        cardCounter: ring.counter + 1,
      })),
    };
    deps.crash?.('control:before-prepared');
    deps.journal.prepare(intent);
    deps.crash?.('control:after-prepared');
    try {
      deps.crash?.('control:before-commit');
      await session.commit(id, wanted.writes);
      deps.crash?.('control:after-commit');
    } catch (error) {
      return notCommitted(call, written, id, error);
    }
    try {
      deps.journal.done(id);
    } catch (error) {
      // The card has it and the promise says so; when the card is seen again it is completed.
      return { ...failed(error), code: written.writeFailure ?? 4043, ...inDoubt };
    }
    deps.crash?.('control:after-done');
    return { ...answer, intent: id };
  };
  const result = await call.cards.use(found, work).catch((error) => {
    giveBack();
    throw error;
  });
  if (result.kind === 'card-refused') giveBack();
  if (result.intent === undefined || written.after === undefined) return result;
  try {
    await written.after(call, facts);
    return result;
  } catch {
    // The card left between its transaction and what follows (a reset, a PIN unlocked): asked again, it is completed.
    return { code: written.writeFailure ?? 4043, outputs: {}, notes: [], ...inDoubt };
  }
}

/** The files that the function declares; one that the card refuses has its own code in some sections. */
async function readFiles(call: Call, written: CardFunction, session: CardSession<AnyFiles>): Promise<View> {
  const raw: { [file: string]: Uint8Array } = {};
  for (const name of (written.files?.(call.input) ?? call.api.reads) as HcFileName[]) {
    raw[name] = await session.readBytes(name).catch((error) => {
      const code = written.readFailures?.[name];
      if (code === undefined || !(error instanceof Failure) || error.code !== 4043) throw error;
      throw new Failure(code, { kind: 'card-read', why: error.why, cause: error });
    });
  }
  return viewOf(raw);
}

async function signItems(sam: SecurityModule, { visit, items }: ItemsToSign): Promise<Uint8Array[]> {
  const treatNum = visit.treatNum === '' ? ((await sam.identifier(visit)) ?? '') : visit.treatNum;
  return sam.signPrescriptions({ ...visit, treatNum }, items);
}

/** The card refused (nothing happened, for certain), or left in the middle (in doubt). */
function notCommitted(call: Call, written: CardFunction, id: string, error: unknown): Result {
  const failure = asFailure(error, 4043, say({ zh: '寫入卡片失敗', en: 'writing the card failed' }));
  const code = written.writeFailure ?? 4043;
  if (failure.kind === 'card-refused') {
    call.deps.journal.dropped(id);
    return { code, outputs: {}, notes: [], kind: failure.kind, why: failure.why };
  }
  return { code, outputs: {}, notes: [], ...inDoubt };
}
const inDoubt = {
  kind: 'in-doubt',
  why: say({
    zh: '寫入途中卡片被取出，這筆就醫是否寫入尚不確定',
    en: 'the card left while it was written: in doubt whether it was',
  }),
  todo: say({
    zh: '請把同一張卡片放回讀卡機，程式會先核對',
    en: 'in doubt: put the card back, the program checks it first',
  }),
};

function openExceptions(call: Call): Facts['openExceptions'] {
  const events = call.deps.journal
    .live()
    .filter((entry) => entry.state === 'done')
    .flatMap((entry) => entry.events);
  const linked = new Set(events.map((event) => event.linkedTo));
  return events.filter((event) => event.type === 'exception' && !linked.has(event.id)).reverse();
}

/** Encodes what a function gave by the layouts; a code without data carries none. */
export function finish(call: Pick<Call, 'api' | 'input'>, done: Done): Result {
  const words = { ...(done.why ? { why: done.why } : {}), ...(done.todo ? { todo: done.todo } : {}) };
  if (!carriesData(done.code) && call.api.result !== 'value')
    return { code: done.code, outputs: {}, notes: [], ...words };
  const outputs: { [param: string]: OutputValue } = {};
  for (const param of call.api.params) {
    const value = done.outputs?.[param.name];
    if (value === undefined) continue;
    if (param.kind === 'buffer') outputs[param.name] = bufferOf(call.input, param.name, value);
    else if (param.kind === 'fixedOut') outputs[param.name] = (value as Uint8Array).subarray(0, param.length);
    else if (param.kind === 'textInOut') outputs[param.name] = textBack(call.input, param.name, String(value));
    else outputs[param.name] = value as OutputValue;
  }
  for (const param of call.api.params) {
    const buffer = param.lengthOf === undefined ? undefined : outputs[param.lengthOf];
    if (buffer instanceof Uint8Array) outputs[param.name] = buffer.length;
  }
  return { code: done.code, outputs, notes: done.notes ?? [], ...words };
}

/** A text without a length: the same again where its number is the same, and never more than came in. */
function textBack(input: Accepted, name: string, value: string): Uint8Array {
  const came = input.text(name);
  const fits = !input.given(name) || (value.length <= came.length && Number(came) !== Number(value));
  return Buffer.from(fits ? value : came, 'latin1');
}

const bufferOf = (input: Accepted, name: string, value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : encodeRecord(input.layout(name), value as never);

export function failed(error: unknown): Result {
  const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
  return {
    code: failure.code,
    outputs: {},
    notes: [],
    why: failure.why,
    ...(failure.todo ? { todo: failure.todo } : {}),
    ...(failure.kind ? { kind: failure.kind } : { kind: failure === error ? 'failure' : 'internal' }),
  };
}

/** The registry's words for a code. */
export const meaningOf = (code: number): { meaning: Say; todo: Say } => {
  const entry = errorByCode(code);
  return entry
    ? { meaning: { zh: entry.zh, en: entry.en }, todo: entry.todo }
    : { meaning: say({ zh: '未知代碼', en: 'unknown code' }), todo: say({ zh: '請回報', en: 'please report it' }) };
};
