/** @module Exception registration and recovery (補取): ours, not calls of the library (ruling 12). */

import { Failure, limits, say } from '../base/index.ts';
import { tables } from '../catalogue/index.ts';
import { checkValue, epochOf, isRocDateTime } from '../codec/index.ts';
import type { Dependencies } from './context.ts';
import { freeSecond, noCardVisit, visitNow } from './functions/identifiers.ts';
import { meaningOf } from './kernel.ts';
import type { Caller, ExceptionRequest, Recovered, RecoverRequest } from './types.ts';

const personTitle = { zh: '身分證號', en: 'id number' };

export async function registerException(
  deps: Dependencies,
  caller: Caller,
  request: ExceptionRequest,
): Promise<Recovered> {
  return told(deps, async () => {
    if (!Object.hasOwn(tables.exceptionCodes.codes, request.code))
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: '沒有這個異常代碼', en: 'there is no such exception code' }),
        todo: say({
          zh: 'opencshis explain exceptionCodes 列出代碼',
          en: 'opencshis explain exceptionCodes lists them',
        }),
      });
    checkValue('personId', request.personId || '?', 10, personTitle);
    if (request.statedTime !== undefined && !isRocDateTime(request.statedTime))
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: '時間應為民國 13 碼', en: 'the time is 13 ROC digits' }),
      });
    const again = deps.journal.byRequest(request.requestId, caller.program)?.events[0];
    if (again) return { code: 0, dateTime: again.dateTime };
    const identity = await deps.sam.identity();
    const dateTime = request.statedTime ?? (await ownSecond(deps, request.personId));
    const id = Buffer.from(deps.random.bytes(8)).toString('hex');
    deps.journal.done({
      id,
      api: 'exception',
      preparedAt: deps.clock.now(),
      program: caller.program,
      inputs: request.code,
      requestId: request.requestId,
      answer: { code: 0, outputs: {} },
      events: [
        {
          id,
          type: 'exception',
          hospId: identity.hospId,
          samId: identity.samId,
          dateTime,
          personId: request.personId,
          exceptionCode: request.code,
          ...(request.treatItem ? { treatItem: request.treatItem } : {}),
          ...(request.babyTreat ? { babyTreat: request.babyTreat } : {}),
          ...(request.statedTime === undefined ? {} : { timeStatedByHand: true }),
          simulated: deps.simulated,
        },
      ],
    });
    return { code: 0, dateTime };
  });
}

/** By person and time it is recovered: never the second of a visit that has an identifier of its own. */
async function ownSecond(deps: Dependencies, personId: string): Promise<string> {
  const dateTime = freeSecond(await visitNow({ deps }), [deps.seconds.taken.get(personId) ?? '']);
  deps.seconds.take(personId, dateTime);
  return dateTime;
}

/** By person and time: the ledger's value, else the own key's for a visit of this counter, else 1.54 for an exception. */
export async function recover(deps: Dependencies, caller: Caller, request: RecoverRequest): Promise<Recovered> {
  return told(deps, async () => {
    checkValue('personId', request.personId || '?', 10, personTitle);
    if (!isRocDateTime(request.dateTime))
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: '時間應為民國 13 碼', en: 'the time is 13 ROC digits' }),
      });
    const identity = await deps.sam.identity();
    const key = { personId: request.personId, hospId: identity.hospId, dateTime: request.dateTime };
    const own = await deps.journal.entries({
      since: (epochOf(request.dateTime) ?? 0) - limits.replayMemory,
      accept: (entry) => entry.state === 'done' && entry.events.some((event) => event.personId === request.personId),
    });
    const mine = own.flatMap((entry) => entry.events).filter((event) => event.dateTime === request.dateTime);
    const visit = mine.find((event) => event.type === 'visit' || event.type === 'no-card');
    if (visit) {
      const treatNum = visit.treatNum ?? (await deps.sam.identifier(key));
      if (treatNum) return { code: 0, treatNum, dateTime: request.dateTime, how: 'own-key' };
    }
    const exception = mine.find((event) => event.type === 'exception');
    if (exception) {
      // Of one that was recovered long ago the history alone tells.
      const before = own
        .flatMap((entry) => entry.events)
        .find((event) => event.type === 'no-card' && event.linkedTo === exception.id);
      if (before?.treatNum)
        return { code: 0, treatNum: before.treatNum, dateTime: before.dateTime, how: 'linked-to-exception' };
      const made = await noCardVisit(
        { deps, request, caller },
        request.personId,
        await visitNow({ deps }),
        exception.id,
      );
      deps.journal.delivered(made.id);
      return { code: 0, treatNum: made.treatNum, dateTime: made.dateTime, how: 'linked-to-exception' };
    }
    const treatNum = await deps.centre.treatNum(key);
    if (treatNum === undefined)
      throw new Failure(5022, {
        kind: 'no-visit',
        why: say({ zh: '找不到這個人在這個時間的就醫', en: 'no visit of this person at this time' }),
      });
    return { code: 0, treatNum, dateTime: request.dateTime, how: 'ledger' };
  });
}

async function told(deps: Dependencies, work: () => Promise<Omit<Recovered, 'simulated'>>): Promise<Recovered> {
  try {
    return { ...(await work()), simulated: deps.simulated };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { meaning, todo } = meaningOf(error.code);
    return {
      code: error.code,
      simulated: deps.simulated,
      failure: {
        code: error.code,
        meaning,
        why: error.why,
        todo: error.todo ?? todo,
        ...(error.kind ? { kind: error.kind } : {}),
      },
    };
  }
}
