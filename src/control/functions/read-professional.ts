/**
 * @module What is read with a professional card, and how much of it by whom: 1.8, 1.10, 1.33, 1.41-1.44, 1.50. A doctor
 * reads all; a pharmacist, an assistant pharmacist and a pharmacy's own card no illness and no important order, and of the
 * prescriptions the drugs; without a professional card 1.33 and 1.50 give dates alone.
 */

import type { HcFileName } from '../../card/index.ts';
import { type RecordSpec, records, tables } from '../../catalogue/index.ts';
import { type Source, transcribe } from '../../codec/index.ts';
import type { CardFunction, Written } from '../context.ts';
import { type Decide, type Done, type Facts, refuse, type View } from '../decide.ts';
import { fileOf, filesOf, isCardCancelled, isHolder } from '../view.ts';
import { professional } from './professional.ts';

const isPharmacy = (facts: Facts): boolean => facts.professional?.pharmacy === true;

/** 1.8: blanks in the place of the illnesses for a pharmacy, and 0. */
const visits: Decide = (view, input, facts) => ({
  code: 0,
  outputs: {
    pBuffer: transcribe(input.layout('pBuffer'), filesOf(view, isPharmacy(facts) ? ['visits'] : ['illness', 'visits'])),
  },
});

/** The illnesses' dates without their codes. */
const dates = ((): RecordSpec => {
  const { illnesses } = records.criticalIllness.parts;
  const { validFrom, validUntil } = illnesses.fields;
  return { ...records.criticalIllness, parts: { illnesses: { ...illnesses, fields: { validFrom, validUntil } } } };
})();

/** 1.33, and 1.50 for a named person. */
const illnesses: Decide = (view, input, facts) => {
  const named = input.api.params.some((param) => param.name === 'pPatientID');
  if (named && !isHolder(view, input)) return refuse(5020);
  if (isCardCancelled(view)) return refuse(5002);
  if (isPharmacy(facts)) return refuse(9100);
  const file = fileOf(view, 'illness');
  return facts.professional === undefined
    ? { code: 5141, outputs: { pBuffer: transcribe(input.layout('pBuffer'), [{ ...file, spec: dates }]) } }
    : { code: 0, outputs: { pBuffer: transcribe(input.layout('pBuffer'), [file]) } };
};

/** Which buffer shows which file. */
const prescriptionFiles = {
  pOutpatientPrescription: 'prescriptions',
  pLongTermPrescription: 'longTerm',
  pImportantTreatmentCode: 'important',
  pIrritationDrug: 'allergy',
} as const satisfies { readonly [param: string]: HcFileName };
const readFailures = { prescriptions: 5015, longTerm: 5016, important: 5017, allergy: 5018 } as const;

/** 1.10: all four, blanks for what a pharmacy may not read, and 0. */
const prescriptions: Decide = (view, input, facts) => {
  const outputs = Object.entries(prescriptionFiles).map(([param, file]) => [
    param,
    transcribe(input.layout(param), allowed(view, file, facts)),
  ]);
  return { code: 0, outputs: Object.fromEntries(outputs) };
};

/** 1.41 to 1.44: the groups from one place to another of one file. */
const range = (
  param: keyof typeof prescriptionFiles,
  refusal: (facts: Facts) => Done | undefined = () => undefined,
): CardFunction => ({
  kind: 'card',
  readFailures,
  gather: professional,
  decide(view, input, facts) {
    const refused = refusal(facts);
    if (refused) return refused;
    const first = input.int('iStartPos');
    const [step = 0] = groupLengths(input.layout(param));
    const from = allowed(view, prescriptionFiles[param], facts).map(({ spec, bytes }) => ({
      spec,
      bytes: bytes.subarray((first - 1) * step),
    }));
    return {
      code: 0,
      outputs: { [param]: transcribe(input.layout(param), from), iRecCount: input.int('iEndPos') - first + 1 },
    };
  },
});
const groupLengths = (spec: RecordSpec): number[] =>
  Object.values(spec.parts).flatMap((part) => ('fields' in part ? [part.length] : []));

/** The file as this professional may read it; none where he may not. */
function allowed(view: View, file: HcFileName, facts: Facts): Source[] {
  const source = fileOf(view, file);
  if (!isPharmacy(facts)) return [source];
  if (file === 'important') return [];
  if (file !== 'prescriptions') return [source];
  const bytes = Uint8Array.from(source.bytes);
  const { length } = records.prescriptions.parts.items;
  view.prescriptions.items.forEach((item, index) => {
    if (!isDrug(item.orderType)) bytes.fill(0x20, index * length, (index + 1) * length);
  });
  return [{ ...source, bytes }];
}
const isDrug = (orderType: string): boolean => {
  const codes: { readonly [code: string]: object & { readonly zh: string; readonly drug?: boolean } } =
    tables.orderTypes.codes;
  return Object.hasOwn(codes, orderType) && codes[orderType]?.drug === true;
};

export const readingAsProfessional: { readonly [api: string]: Written } = {
  hisGetTreatmentNeedHPC: { kind: 'card', gather: professional, decide: visits },
  hisReadPrescription: { kind: 'card', gather: professional, readFailures, decide: prescriptions },
  hisGetCriticalIllness: { kind: 'card', gather: professional, decide: illnesses },
  hisGetCriticalIllnessID: { kind: 'card', gather: professional, decide: illnesses },
  hisReadPrescriptMain: range('pOutpatientPrescription'),
  hisReadPrescriptLongTerm: range('pLongTermPrescription'),
  hisReadPrescriptHVE: range('pImportantTreatmentCode', (facts) => (isPharmacy(facts) ? refuse(9100) : undefined)),
  hisReadPrescriptAllergic: range('pIrritationDrug'),
};
