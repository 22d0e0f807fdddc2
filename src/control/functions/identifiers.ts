/** @module 1.54 (no card), 1.56 (from the card), and the look-ups behind a recovery. */

import { Failure, limits, say } from '../../base/index.ts';
import { epochOf, rocDateTimeOf } from '../../codec/index.ts';
import type { Call, CardFunction, PlainFunction } from '../context.ts';
import { type Facts, refuse } from '../decide.ts';
import { writtenVisits } from '../view.ts';

/** The next second that this person has not used without a card. */
export function freeSecond(now: number, used: readonly string[]): string {
  const newest = Math.max(0, ...used.map((time) => epochOf(time) ?? 0));
  const second = Math.floor(now / 1000) * 1000;
  return rocDateTimeOf(second > newest || newest - second > limits.clockBehind ? second : newest + 1000);
}

/** 1.54: identifier by the day's key; linked to the person's exception of the same day, answered again for it. */
export const treatNumNoCard: PlainFunction = {
  kind: 'plain',
  async run(call) {
    const { sam } = call.deps;
    const identity = await sam.identity();
    const personId = call.input.text('pPatientID');
    if (call.input.text('pHospID') !== identity.hospId)
      return refuse(6018, say({ zh: '院所代碼與安全模組的不同', en: "the institution is not the security module's" }));
    const result = await noCardVisit(call, personId, await visitNow(call));
    return {
      code: 0,
      outputs: { pBuffer: { visitTime: result.dateTime, hospId: identity.hospId, treatNum: result.treatNum } },
    };
  },
};

/** Makes (or finds again) the visit without a card, journalled as done before it is answered. */
export async function noCardVisit(
  call: Pick<Call, 'deps'> & {
    readonly request: { readonly requestId: string };
    readonly caller: { readonly program: string };
    readonly api?: { readonly name: string };
    readonly input?: { readonly digest: string };
  },
  personId: string,
  now: number,
  exceptionId?: string,
): Promise<{ treatNum: string; dateTime: string; id: string }> {
  const { sam, journal, random, seconds } = call.deps;
  const identity = await sam.identity();
  return seconds.alone(async () => {
    const events = journal.live().flatMap((entry) => entry.events.map((event) => ({ ...event, entry: entry.id })));
    const mine = events.filter((event) => event.personId === personId && event.hospId === identity.hospId);
    const today = rocDateTimeOf(now).slice(0, 7);
    const exception = mine
      .filter(
        (event) =>
          event.type === 'exception' &&
          (exceptionId === undefined ? event.dateTime.startsWith(today) : event.id === exceptionId),
      )
      .at(-1);
    const before = exception && mine.find((event) => event.type === 'no-card' && event.linkedTo === exception.id);
    if (before?.treatNum !== undefined)
      return { treatNum: before.treatNum, dateTime: before.dateTime, id: before.entry };
    const dateTime = freeSecond(now, [
      ...mine.filter((event) => event.type === 'no-card').map((event) => event.dateTime),
      seconds.taken.get(personId) ?? '',
    ]);
    const giveBack = seconds.take(personId, dateTime);
    const treatNum = await sam.identifier({ personId, hospId: identity.hospId, dateTime }).catch((error) => {
      giveBack();
      throw error;
    });
    if (treatNum === undefined) {
      giveBack();
      throw new Failure(4061, {
        kind: 'no-day-key',
        why: say({
          zh: '這一天的識別碼金鑰不在本機，需連線取得',
          en: "this day's identifier key is not held here: a connection is needed",
        }),
      });
    }
    const id = Buffer.from(random.bytes(8)).toString('hex');
    journal.done({
      id,
      api: call.api?.name ?? 'recover',
      preparedAt: call.deps.clock.now(),
      program: call.caller.program,
      inputs: call.input?.digest ?? '',
      requestId: call.request.requestId,
      answer: { code: 0, outputs: {} },
      events: [
        {
          id,
          type: 'no-card',
          hospId: identity.hospId,
          samId: identity.samId,
          dateTime,
          personId,
          treatNum,
          simulated: call.deps.simulated,
          ...(exception ? { linkedTo: exception.id } : {}),
        },
      ],
    });
    return { treatNum, dateTime, id };
  });
}

/** The time of a visit (ruling 13). Fails with 5005 when the clock is behind what the journal saw. */
export async function visitNow(call: Pick<Call, 'deps'>): Promise<number> {
  const now = await call.deps.sam.time().catch((error) => {
    if (error instanceof Failure && error.code === 5005) throw error;
    return call.deps.clock.now();
  });
  if (call.deps.journal.latestTime() - now > limits.clockBehind) {
    throw new Failure(5005, {
      kind: 'clock-behind',
      why: say({ zh: '時鐘比日誌慢五分鐘以上', en: 'the clock is more than five minutes behind the journal' }),
      todo: say({ zh: '請校正電腦的日期時間', en: "set the computer's date and time" }),
    });
  }
  return now;
}

/** 1.56: the identifier on the card; blank there, by the own key or from the centre. */
export const treatNumCard: CardFunction = {
  kind: 'card',
  async gather(call): Promise<Partial<Facts>> {
    if (call.hc === undefined) return {};
    const { basic, visits } = await call.cards.use(call.hc, (session) => session.read(['basic', 'visits']));
    const dateTime = call.input.text('pDateTime');
    const visit = writtenVisits(visits.visits).find((one) => one.visitTime === dateTime);
    if (visit === undefined || visit.treatNum !== '') return {};
    const key = { personId: basic.personId, hospId: visit.hospId, dateTime };
    const treatNum = (await call.deps.sam.identifier(key)) ?? (await call.deps.centre.treatNum(key));
    return treatNum === undefined ? {} : { treatNum };
  },
  decide(view, input, facts) {
    const visit = writtenVisits(view.visits.visits).find((one) => one.visitTime === input.text('pDateTime'));
    if (visit === undefined) return refuse(5022);
    const treatNum = visit.treatNum === '' ? facts.treatNum : visit.treatNum;
    return treatNum === undefined ? refuse(5022) : { code: 0, outputs: { pBuffer: { treatNum } } };
  },
};
