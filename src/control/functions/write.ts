/** @module Writing functions 1.16-1.26, 1.45-1.49: which decision, which facts, and the code of a write that failed. */

import type { CardFunction, Written } from '../context.ts';
import type { Decide, Facts } from '../decide.ts';
import { writeAllergies, writeAllergy } from './allergies.ts';
import { visitNow } from './identifiers.ts';
import { institution } from './institution.ts';
import { writeConsent, writeNewborn, writeTelephone } from './marks.ts';
import { prescriptionFiles, writePrescriptions } from './prescriptions.ts';
import { deleteExaminations, writeExamination, writeService, writeVaccination } from './prevention.ts';
import { professional } from './professional.ts';
import { writeTreatment } from './treatment.ts';

type Gather = NonNullable<CardFunction['gather']>;
/** What is written is told to the data centre in the name of the institution, which is known before the card is locked. */
const writes = (writeFailure: number, decide: Decide, more: Gather = async () => ({})): CardFunction => ({
  kind: 'card',
  writeFailure,
  decide,
  gather: async (call) => ({ ...(await more(call)), identity: await institution(call) }),
});
const prescribes = (signed: boolean): CardFunction => ({
  ...writes(5033, writePrescriptions(signed)),
  files: prescriptionFiles,
});

/** 1.16 and 1.47 go on without a professional card, and with one that cannot be read. */
const anyProfessional: Gather = (call) => professional(call).catch(() => ({}));

/** May the security module write this? Asked where the section lists a code for it. */
const rights: Gather = async (call): Promise<Partial<Facts>> =>
  call.api.returns.includes(5009) && (await call.deps.sam.mayWrite?.()) === false ? { mayWrite: false } : {};
const withDoctor: Gather = async (call) => ({ ...(await professional(call)), ...(await rights(call)) });
const now: Gather = async (call) => ({ now: await visitNow(call), ...(await rights(call)) });

export const writing: { readonly [api: string]: Written } = {
  hisWriteTreatmentCode: writes(5023, writeTreatment({ diagnoses: true, fees: false }), anyProfessional),
  hisWriteTreatmentFee: writes(5028, writeTreatment({ diagnoses: false, fees: true })),
  hisWriteTreatmentData: writes(5023, writeTreatment({ diagnoses: true, fees: true }), anyProfessional),
  hisWritePrescription: prescribes(false),
  hisWriteMultiPrescript: prescribes(false),
  hisWritePrescriptionSign: prescribes(true),
  hisWriteMultiPrescriptSign: prescribes(true),
  hisWriteAllergicMedicines: writes(5057, writeAllergies, withDoctor),
  hisWriteAllergicNum: writes(5057, writeAllergy, withDoctor),
  hisWriteNewBorn: writes(5051, writeNewborn),
  hisWriteOrganDonate: writes(5061, writeConsent, rights),
  hisWriteEmergentTel: writes(5071, writeTelephone),
  hisWriteHealthInsurance: writes(5068, writeService, now),
  hisWritePredeliveryCheckup: writes(5078, writeExamination, now),
  hisDeletePredeliveryData: writes(5087, deleteExaminations, rights),
  hisWriteInoculateData: writes(5093, writeVaccination, now),
};
