/** @module 1.19 a newborn attached to the card, 1.21 organ donation and palliative care, 1.23 the emergency telephone. */

import { rocDateTimeOf } from '../../codec/index.ts';
import { type Decide, refuse } from '../decide.ts';
import { cancelled, expired, noRight, samePerson } from './checks.ts';
import { careEvent, recordedFile } from './recorded.ts';

/** A date without the number of births is 5052; both blank take the newborn off the card. */
export const writeNewborn: Decide = (view, input, facts) => {
  const value = {
    newbornDate: input.text('pNewBornDate').trimEnd(),
    newbornMark: input.text('pNoOfDelivered').trimEnd(),
  };
  const refused = samePerson(view, input);
  if (refused) return refused;
  if (value.newbornDate !== '' && value.newbornMark === '') return refuse(5052);
  if (value.newbornDate === '' && value.newbornMark !== '') return refuse(6018);
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'newborn', value }],
      events: [careEvent(view, rocDateTimeOf(facts.now), [recordedFile('newborn', value)])],
    }),
  };
};

/** Nothing entered is 5062: a consent is taken back at NHI, not at a counter. */
export const writeConsent: Decide = (view, input, facts) => {
  const value = { organDonate: input.text('pOrganDonate').trimEnd() };
  const refused = samePerson(view, input) ?? noRight(facts);
  if (refused) return refused;
  if (value.organDonate === '') return refuse(5062);
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'organ', value }],
      events: [careEvent(view, rocDateTimeOf(facts.now), [recordedFile('organ', value)])],
    }),
  };
};

/** Blank takes the number off the card. */
export const writeTelephone: Decide = (view, input, facts) => {
  const time = rocDateTimeOf(facts.now);
  const value = { emergencyTel: input.text('pEmergentTel').trimEnd() };
  const refused = samePerson(view, input) ?? cancelled(view) ?? expired(view, time.slice(0, 7));
  if (refused) return refused;
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [{ file: 'emergency', value }],
      events: [careEvent(view, time, [recordedFile('emergency', value)])],
    }),
  };
};
