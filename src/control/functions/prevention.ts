/** @module 1.22 preventive services, 1.24 and 1.25 antenatal examinations, 1.26 vaccinations. */

import { say } from '../../base/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import type { Accepted } from '../accept.ts';
import { type Decide, type Done, type Facts, refuse, type View } from '../decide.ts';
import { writtenVisits } from '../view.ts';
import { cancelled, expired, noRight, samePerson, within24Hours } from './checks.ts';
import { careEvent, recordedFile, recordedGroup } from './recorded.ts';
import { oldestFirst, putInTurn } from './rotation.ts';

/** Which service a cancelling code takes back. */
const cancelledService: { readonly [code: string]: string } = {
  YA: '01',
  YB: '02',
  YC: '03',
  YD: '05',
  YE: '06',
  YF: '04',
  YG: '07',
  YH: '08',
};
const cancelledExamination = 'XA';
type Service = View['prevent']['items'][number];
type Examination = View['pregnant']['items'][number];

/** When and where, from the security module. */
const here = (facts: Facts) => ({
  time: rocDateTimeOf(facts.now),
  today: rocDateTimeOf(facts.now).slice(0, 7),
  hospId: facts.identity?.hospId ?? '',
});
const usable = (view: View, facts: Facts): Done | undefined => cancelled(view) ?? expired(view, here(facts).today);

/** 5001 and 5083: a service belongs to a visit (AC) among the card's six, on a card that has visits left. */
const belongsToVisit = (view: View): Done | undefined =>
  view.validity.available <= 0
    ? refuse(5001)
    : writtenVisits(view.visits.visits).some((visit) => visit.treatItem === 'AC')
      ? undefined
      : refuse(5083);

/** Was one done here within 24 hours that was not taken back yet? Each cancelling takes back the newest before it. */
const standing = <T extends { checkDate: string; hospId: string; checkCode: string }>(
  items: readonly T[],
  facts: Facts,
  isCancelling: (item: T) => boolean,
): boolean => {
  const left: T[] = [];
  for (const item of items.filter((one) => one.hospId === here(facts).hospId)) {
    if (isCancelling(item)) left.pop();
    else left.push(item);
  }
  return left.some((item) => within24Hours(item.checkDate, facts.now));
};

export const writeService: Decide = (view, input, facts) => {
  const serviceItem = input.text('pServiceItem').trimEnd();
  const checkCode = input.text('pServiceItemCode').trimEnd();
  const service = cancelledService[checkCode];
  if (serviceItem === '') return missing('pServiceItem');
  if (service !== undefined && service !== serviceItem)
    return refuse(6018, say({ zh: '取消代碼與保健服務項目不符', en: 'the cancelling code is for another service' }));
  const refused = samePerson(view, input) ?? noRight(facts) ?? usable(view, facts) ?? belongsToVisit(view);
  if (refused) return refused;
  const same = oldestFirst(view.prevent).filter((item) => item.serviceItem === serviceItem);
  if (service !== undefined && !standing(same, facts, (item) => item.checkCode in cancelledService))
    return refuse(5084);
  const { today, hospId, time } = here(facts);
  const item: Service = { serviceItem, checkDate: today, hospId, checkCode };
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'prevent', value: putInTurn(view.prevent, [item], (one) => one.checkDate === '') }],
      events: [careEvent(view, time, [recordedGroup('prevent', item)])],
    }),
  };
};

const forWomen = (view: View, input: Accepted): Done | undefined =>
  samePerson(view, input) ?? (view.basic.sex === 'M' ? refuse(5079) : undefined);

export const writeExamination: Decide = (view, input, facts) => {
  const checkCode = input.text('pCheckupCode').trimEnd();
  if (checkCode === '') return missing('pCheckupCode');
  const refused = forWomen(view, input) ?? noRight(facts) ?? usable(view, facts) ?? belongsToVisit(view);
  if (refused) return refused;
  const done = oldestFirst(view.pregnant);
  if (checkCode === cancelledExamination && !standing(done, facts, (one) => one.checkCode === cancelledExamination))
    return refuse(5082);
  const { today, hospId, time } = here(facts);
  const item: Examination = { checkDate: today, hospId, checkCode };
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'pregnant', value: putInTurn(view.pregnant, [item], (one) => one.checkDate === '') }],
      events: [careEvent(view, time, [recordedGroup('pregnant', item)])],
    }),
  };
};

export const deleteExaminations: Decide = (view, input, facts) => {
  const refused = forWomen(view, input) ?? noRight(facts);
  if (refused) return refused;
  const value = { items: [], next: 0 };
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'pregnant', value }],
      events: [careEvent(view, here(facts).time, [recordedFile('pregnant', value)])],
    }),
  };
};

export const writeVaccination: Decide = (view, input, facts) => {
  const vaccine = input.text('pItem').trimEnd();
  if (vaccine === '') return missing('pItem');
  const refused = samePerson(view, input) ?? noRight(facts) ?? usable(view, facts);
  if (refused) return refused;
  const { today, hospId, time } = here(facts);
  const item = { vaccine, date: today, hospId, batch: input.text('pPackageNumber').trimEnd() };
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'inoculation', value: putInTurn(view.inoculation, [item], (one) => one.date === '') }],
      events: [careEvent(view, time, [recordedGroup('inoculation', item)])],
    }),
  };
};

const missing = (name: string): Done => refuse(6018, say({ zh: `缺少 ${name}`, en: `${name} is missing` }));
