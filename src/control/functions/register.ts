/** @module Registration: 1.9, 1.37, 1.53. One decision, three layouts of its answer. */

import { limits, say } from '../../base/index.ts';
import { ageOn, daysBetween, decodeBig5, encodeBig5, epochOf, fitBig5, nextSeqNumber } from '../../codec/index.ts';
import { type Decide, type Done, type Facts, type Note, refuse, type View } from '../decide.ts';
import { countVisit, isCancelled, treatItem, type Visit, visitTime, writtenVisits } from '../view.ts';
import { cancelled, expired } from './checks.ts';

/** The decision; `form` is how the signature is handed out. */
export const register =
  (form: 'raw128' | 'hex256'): Decide =>
  (view, input, facts) => {
    const item = treatItem(input.text('cTreatItem'));
    const baby = input.text('cBabyTreat').trim();
    const visits = writtenVisits(view.visits.visits);
    const { identity } = facts;
    if (item === undefined) return refuse(6018);
    if (identity === undefined) return refuse(5006);
    const time = visitTime(visits, facts.now, facts.taken?.get(view.basic.personId));
    if (time === undefined) {
      return {
        code: 5005,
        why: say({
          zh: '時鐘比卡片上最近一次就醫慢五分鐘以上',
          en: "the clock is more than five minutes behind the card's newest visit",
        }),
        todo: say({
          zh: '請校正時間後重新執行安全模組認證（2.1）',
          en: 'set the clock and verify the security module again (2.1)',
        }),
      };
    }
    const today = time.slice(0, 7);
    const refused =
      cancelled(view) ??
      expired(view, today) ??
      restricted(view, facts) ??
      newborn(view, baby, today) ??
      notInsured(facts) ??
      nothingToCancel(visits, item, identity.hospId, facts.now);
    if (refused) return refused;
    if (item.deducts && view.validity.available <= 0) return refuse(5001);
    const number = item.number ? nextSeqNumber(view.lastSeq.lastSeqNumber, today.slice(0, 3)) : undefined;
    if (item.number && number === undefined) {
      return refuse(5001, say({ zh: '今年的就醫序號已用到 1500', en: "this year's visit numbers are used up (1500)" }));
    }
    const sameDay =
      item.number &&
      visits.some(
        (visit) =>
          treatItem(visit.treatItem)?.number && visit.visitTime.startsWith(today) && !isCancelled(visits, visit),
      );
    const afterCheck = input.api.params.some((param) => param.name === 'cTreatAfterCheck')
      ? input.text('cTreatAfterCheck')
      : '1';
    const seqNumber = number?.slice(3) ?? '';
    const { personId, cardNo } = view.basic;
    return {
      code: sameDay ? 5010 : 0,
      sign: { personId, hospId: identity.hospId, dateTime: time },
      writing({ signature = new Uint8Array(128), treatNum = '' }) {
        // Only 1.53 hands out an identifier, and only it can miss one.
        const code = treatNum === '' && input.api.returns.includes(5174) ? 5174 : sameDay ? 5010 : 0;
        const visit: Visit = {
          ...blankVisit,
          treatItem: input.text('cTreatItem'),
          babyTreat: baby,
          visitTime: time,
          afterCheck,
          seqNumber,
          hospId: identity.hospId,
          treatNum,
        };
        const signed = form === 'raw128' ? signature : Buffer.from(signature).toString('hex').toUpperCase();
        const linked = facts.openExceptions.find((exception) => exception.personId === personId)?.id ?? 'MISS';
        return {
          code,
          outputs: {
            pBuffer: {
              visitTime: time,
              seqNumber,
              hospId: identity.hospId,
              signature: signed,
              samId: identity.samId,
              sameDay: sameDay ? 'Y' : 'N',
              treatNum,
            },
          },
          notes: [...(sameDay ? [secondVisit] : []), ...reminders(view, input.text('cTreatItem'), today)],
          writes: [
            {
              file: 'validity',
              value: { ...view.validity, available: view.validity.available - (item.deducts ? 1 : 0) },
            },
            ...(number === undefined ? [] : [{ file: 'lastSeq' as const, value: { lastSeqNumber: number } }]),
            { file: 'visits', value: { visits: [visit, ...visits].slice(0, 6) } },
            { file: 'cumulative', value: { years: countVisit(view.cumulative.years, today.slice(0, 3)) } },
          ],
          events: [
            {
              type: 'visit',
              dateTime: time,
              personId,
              cardNo,
              treatItem: input.text('cTreatItem'),
              babyTreat: baby,
              afterCheck,
              seqNumber,
              sameDay: Boolean(sameDay),
              signature: Buffer.from(signature).toString('base64'),
              ...(treatNum === '' ? {} : { treatNum }),
              ...(afterCheck === '2' ? { linkedTo: linked } : {}),
            },
          ],
        };
      },
    };
  };

const blankVisit: Visit = {
  treatItem: '',
  babyTreat: '',
  visitTime: '',
  afterCheck: '',
  seqNumber: '',
  hospId: '',
  doctorId: '',
  mainCode: '',
  subCode1: '',
  subCode2: '',
  subCode3: '',
  subCode4: '',
  subCode5: '',
  outpatientFee: 0,
  outpatientCopay: 0,
  inpatientFee: 0,
  inpatientCopayShort: 0,
  inpatientCopayLong: 0,
  treatNum: '',
  undone: '',
};

/** 9129: restricted to one institution by its abbreviated name, cut to 14 bytes on a character's border. */
function restricted(view: View, facts: Facts): Done | undefined {
  const designated = view.illness.designated;
  if (designated === '') return undefined;
  const own = fitBig5(facts.identity?.hospAbbName ?? '', 14);
  return decodeBig5(encodeBig5(own, 'box')).trimEnd() === designated ? undefined : refuse(9129);
}

function newborn(view: View, baby: string, today: string): Done | undefined {
  if (baby === '') return undefined;
  const { newbornDate, newbornMark } = view.newborn;
  if (newbornDate === '')
    return refuse(5052, say({ zh: '卡片上沒有新生兒依附資料', en: 'no newborn is attached to this card' }));
  if (newbornMark === '') return refuse(5052);
  return (daysBetween(newbornDate, today) ?? 0) > limits.newbornDays ? refuse(5004) : undefined;
}

const notInsured = (facts: Facts): Done | undefined =>
  facts.eligibility && facts.eligibility.code !== 0 ? refuse(facts.eligibility.code) : undefined;

/** 5081: ZA and ZB cancel visits of the last 24 hours at the same institution. */
function nothingToCancel(visits: readonly Visit[], item: object, hospId: string, now: number): Done | undefined {
  if (!('cancels' in item)) return undefined;
  const some = visits.some(
    (visit) =>
      visit.hospId === hospId &&
      !/^Z/.test(visit.treatItem) &&
      !isCancelled(visits, visit) &&
      now - (epochOf(visit.visitTime) ?? 0) <= limits.undoWindow,
  );
  return some ? undefined : refuse(5081);
}

const secondVisit: Note = {
  level: 'warning',
  text: say({ zh: '今天已在其他科別或院所看診（同日第二次就醫）', en: 'a second visit of the day' }),
};

/** Visit-count reminder (developers' kit), and an illness that ends within 30 days. */
function reminders(view: View, item: string, today: string): Note[] {
  const active = view.illness.illnesses.filter((one) => one.code !== '');
  const notes: Note[] = active.flatMap((one): Note[] => {
    const left = daysBetween(today, one.validUntil);
    if (left === undefined || left > 30) return [];
    return [
      {
        level: 'warning',
        text:
          left < 0
            ? say({ zh: '重大傷病註記已到期', en: 'a catastrophic-illness mark has ended' })
            : say({ zh: `重大傷病註記將於 ${left} 日後到期`, en: `a catastrophic-illness mark ends in ${left} days` }),
      },
    ];
  });
  const counted = /^0[0-8]$/.test(item);
  const age = ageOn(view.basic.birthDate, today) ?? 0;
  if (!counted || active.length > 0 || age <= 18) return notes;
  const count = (view.cumulative.years.find((year) => year.year === today.slice(0, 3))?.visits ?? 0) + 1;
  if (count < (age >= 65 ? 40 : 30)) return notes;
  return [
    ...notes,
    {
      level: count >= 90 ? 'red' : 'warning',
      text: say({ zh: `今年已就醫 ${count} 次`, en: `${count} visits this year` }),
    },
  ];
}

/** Is the category one that must ask the data centre? */
export const mustAsk = (item: string): boolean => treatItem(item)?.online === true;
