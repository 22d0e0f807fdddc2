/**
 * @module What is read from the health card without a professional: 1.1-1.7, 1.11-1.14, 1.38, hisGetInsurerData,
 * csGetLastUnTreatmentData. Nearly all of it is the card's files in another order, so the layout says what is to be done.
 * What stands in `reading` is written; no list elsewhere.
 */

import { hcRecords } from '../../card/index.ts';
import { transcribe } from '../../codec/index.ts';
import type { CardFunction, Written } from '../context.ts';
import { type Decide, refuse, type View } from '../decide.ts';
import { filesOf, isCardCancelled } from '../view.ts';

/** The buffer, filled from the files that the function declares, by the names of the fields. */
const shows = (refusal: (view: View) => ReturnType<typeof refuse> | undefined = () => undefined): CardFunction => ({
  kind: 'card',
  decide: (view, input) =>
    refusal(view) ?? {
      code: 0,
      outputs: { pBuffer: transcribe(input.layout('pBuffer'), filesOf(view, input.api.reads)) },
    },
});
/** Sections that list 5002 refuse a cancelled card. */
const unlessCancelled = (view: View) => (isCardCancelled(view) ? refuse(5002) : undefined);

/** The newest undone visit: the visits come newest first. */
const undoneVisit: Decide = (view, input) => {
  const index = view.visits.visits.findIndex((visit) => visit.undone === 'Y');
  if (index < 0) return refuse(5150);
  const { fields, length } = hcRecords.visits.parts.visits;
  const bytes = view.raw.visits.subarray(index * length, (index + 1) * length);
  const one = { spec: { ...hcRecords.visits, length, parts: fields }, bytes };
  return { code: 0, outputs: { pBuffer: transcribe(input.layout('pBuffer'), [one]) } };
};

export const reading: { readonly [api: string]: Written } = {
  hisGetBasicData: shows(),
  hisGetRegisterBasic: shows(),
  hisGetRegisterPrevent: shows(),
  hisGetRegisterPregnant: shows(),
  hisGetTreatmentNoNeedHPC: shows(),
  hisGetCumulativeData: shows(),
  hisGetCumulativeFee: shows(),
  hisGetInoculateData: shows(),
  hisGetOrganDonate: shows(),
  hisGetEmergentTel: shows(unlessCancelled),
  hisGetLastSeqNum: shows(unlessCancelled),
  hisGetRegisterBasic2: shows(),
  hisGetInsurerData: shows(),
  csGetLastUnTreatmentData: { kind: 'card', decide: undoneVisit },
};
