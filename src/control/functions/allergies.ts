/** @module 1.20 all three allergies, 1.46 one of them. A doctor's card with its PIN; a pharmacist's may not (9100). */

import { say } from '../../base/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import { type Decide, type Done, type Facts, refuse, type View } from '../decide.ts';
import { noRight, samePerson } from './checks.ts';
import { careEvent, recordedFile } from './recorded.ts';
import { doctorBytes } from './treatment.ts';

type Allergy = View['allergy']['items'][number];

const pharmacist = (facts: Facts): Done | undefined =>
  facts.professional?.pharmacy === true
    ? refuse(
        9100,
        say({
          zh: '藥師、藥劑生與藥局專用卡不可寫入過敏藥物',
          en: 'pharmacists and pharmacies may not write allergies',
        }),
      )
    : undefined;

/** All three as they are handed in: a blank one is taken away. */
export const writeAllergies: Decide = (view, input, facts) =>
  samePerson(view, input) ??
  pharmacist(facts) ??
  noRight(facts) ??
  write(view, facts, (input.records('pDataWrite')[0]?.value.items ?? []) as Allergy[]);

export const writeAllergy: Decide = (view, input, facts) => {
  const which = input.int('iNum');
  if (which < 1 || which > 3) return refuse(6018, say({ zh: 'iNum 應為 1 到 3', en: 'iNum must be 1, 2 or 3' }));
  const drugName = String(input.records('pDataWrite')[0]?.value.drugName ?? '');
  return (
    samePerson(view, input) ??
    pharmacist(facts) ??
    write(
      view,
      facts,
      view.allergy.items.map((one, index) => (index === which - 1 ? { drugName } : one)),
    )
  );
};

function write(view: View, facts: Facts, items: Allergy[]): ReturnType<Decide> {
  return {
    code: 0,
    writing: () => ({
      code: 0,
      outputs: { pBufferDocID: doctorBytes(facts) },
      writes: [{ file: 'allergy', value: { items } }],
      events: [careEvent(view, rocDateTimeOf(facts.now), [recordedFile('allergy', { items })])],
    }),
  };
}
