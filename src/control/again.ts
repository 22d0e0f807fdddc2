/** @module What was done and never reached its caller is answered again, while it is still true; how answers are kept. */

import type { AnyFiles, CardSession } from '../card/index.ts';
import { rocDateTimeOf } from '../codec/index.ts';
import type { JournalEntry } from '../journal/types.ts';
import type { Call } from './context.ts';
import type { Result } from './kernel.ts';
import type { OutputValue } from './types.ts';
import { isCancelled, viewOf, writtenVisits } from './view.ts';

/**
 * Ruling 14: what is done and was never delivered is the answer to the same question of the same day. A visit is so while
 * it stands on the card; other writing only while nothing came after it: fees that were overwritten are to be written again.
 */
export async function replay(call: Call, session: CardSession<AnyFiles>): Promise<Result | undefined> {
  const { same, entry } = asked(call, session.identified.cardNo);
  // By its id it is the same request, whatever came after it: the program speaks of that very call.
  if (same) return answerOf(same);
  if (entry === undefined || dayOf(entry.preparedAt) !== dayOf(call.deps.clock.now())) return undefined;
  const [event] = entry.events;
  const holds =
    event?.type === 'visit'
      ? await stands(session, event.dateTime)
      : event?.type === 'undo' || (await session.ring()).ids[0] === entry.id;
  return holds ? answerOf(entry) : undefined;
}

/** Is there anything that may be the answer? The card has the last word. */
export const wasAsked = (call: Call, cardNo: string | undefined): boolean => {
  if (!call.api.writes) return false;
  const { same, entry } = asked(call, cardNo);
  return same !== undefined || entry !== undefined;
};

function asked(call: Call, cardNo: string | undefined): { same?: JournalEntry; entry?: JournalEntry } {
  const { journal } = call.deps;
  const what = { program: call.caller.program, inputs: call.input.digest, api: call.api.name };
  const same = journal.byRequest(call.request.requestId, what.program);
  const entry = journal.replay({ ...what, ...(cardNo === undefined ? {} : { cardNo }) });
  const isSame =
    same?.state === 'done' && same.api === what.api && same.inputs === what.inputs && same.cardNo === cardNo;
  return { ...(isSame ? { same } : {}), ...(entry ? { entry } : {}) };
}

const answerOf = ({ id, answer }: JournalEntry): Result => ({
  code: answer.code,
  outputs: restoreOutputs(answer.outputs),
  notes: [],
  intent: id,
});

const dayOf = (time: number): string => rocDateTimeOf(time).slice(0, 7);

async function stands(session: CardSession<AnyFiles>, dateTime: string): Promise<boolean> {
  const visits = writtenVisits(viewOf({ visits: await session.readBytes('visits') }).visits.visits);
  const visit = visits.find((one) => one.visitTime === dateTime);
  return visit !== undefined && !isCancelled(visits, visit);
}

export const keepOutputs = (outputs: Result['outputs']): { [param: string]: string | number } =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : `b:${Buffer.from(value as Uint8Array).toString('base64')}`,
    ]),
  );
const restoreOutputs = (outputs: { readonly [param: string]: string | number }): { [param: string]: OutputValue } =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : Uint8Array.from(Buffer.from(value.slice(2), 'base64')),
    ]),
  );
