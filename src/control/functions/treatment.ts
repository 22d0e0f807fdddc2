/** @module 1.16 diagnoses, 1.17 fees, 1.47 both: into the visit that was registered at `pDateTime`. */

import { Failure, say } from '../../base/index.ts';
import { diagnosisToCard } from '../../codec/index.ts';
import { type Decide, type Facts, refuse, type Writing } from '../decide.ts';
import type { InputRecord } from '../input-record.ts';
import { type Visit, writtenVisits } from '../view.ts';
import { isRefusal, samePerson, visitOf } from './checks.ts';
import { type Fees, withFees } from './fees.ts';
import { careEvent, recordedGroup } from './recorded.ts';

const diagnosisNames = ['mainCode', 'subCode1', 'subCode2', 'subCode3', 'subCode4', 'subCode5'] as const;

export const writeTreatment =
  (what: { readonly diagnoses: boolean; readonly fees: boolean }): Decide =>
  (view, input, facts) => {
    const other = samePerson(view, input);
    if (other) return other;
    const visit = visitOf(view, input);
    if (isRefusal(visit)) return visit;
    const [record] = input.records('pDataWrite');
    if (record === undefined) return refuse(6018);
    const fees = what.fees ? feesOf(record) : undefined;
    const sums = fees && withFees(view, visit, fees);
    if (fees && sums === undefined)
      return refuse(
        5028,
        say({
          zh: '費用累計會小於零或超過位數，沒有寫入',
          en: 'a sum would fall below zero or not fit; nothing was written',
        }),
      );
    const written: Visit = {
      ...visit,
      ...(what.diagnoses ? { ...diagnosesOf(record, visit), ...doctorIn(facts) } : {}),
      ...fees,
    };
    const writing: Writing = {
      code: 0,
      outputs: what.diagnoses ? { pBufferDocID: doctorBytes(facts) } : {},
      writes: [
        {
          file: 'visits',
          value: { visits: writtenVisits(view.visits.visits).map((one) => (one === visit ? written : one)) },
        },
        ...(sums
          ? [
              { file: 'cumulative' as const, value: { years: sums.years } },
              { file: 'totals' as const, value: sums.totals },
            ]
          : []),
      ],
      events: [careEvent(view, visit.visitTime, [recordedGroup('visits', written)])],
    };
    return { code: 0, writing: () => writing };
  };

/** The after-check mark (a blank one changes nothing) and the six diagnoses, packed where they came as ICD-10. */
function diagnosesOf({ spec, value }: InputRecord, visit: Visit): Partial<Visit> {
  const mark = String(value.afterCheck);
  if (!['', '1', '2'].includes(mark))
    throw new Failure(6018, {
      kind: 'field',
      why: say({ zh: '「補卡註記」應為 1 或 2', en: '"after-check mark" must be 1 or 2' }),
    });
  const icd10 = spec.name.endsWith('Icd10');
  const codes = diagnosisNames.map((name) => {
    const code = String(value[name]);
    return [name, icd10 && code !== '' ? packed(code, name, spec) : code] as const;
  });
  return { afterCheck: mark === '' ? visit.afterCheck : mark, ...Object.fromEntries(codes) };
}

/** 9127 is not among the codes of 1.16 and 1.47: a code that cannot be packed is a wrong parameter, and named. */
function packed(code: string, name: (typeof diagnosisNames)[number], spec: InputRecord['spec']): string {
  try {
    return diagnosisToCard(code);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 9127) throw cause;
    const title = spec.parts[name]?.title ?? { zh: name, en: name };
    throw new Failure(6018, {
      kind: 'icd10',
      why: say({ zh: `「${title.zh}」${cause.why.zh}`, en: `"${title.en}": ${cause.why.en}` }),
      cause,
    });
  }
}

const feesOf = ({ value }: InputRecord): Fees => ({
  outpatientFee: Number(value.outpatientFee),
  outpatientCopay: Number(value.outpatientCopay),
  inpatientFee: Number(value.inpatientFee),
  inpatientCopayShort: Number(value.inpatientCopayShort),
  inpatientCopayLong: Number(value.inpatientCopayLong),
});

/** Without a professional card the visit keeps whoever stands in it. */
const doctorIn = ({ professional }: Facts): Partial<Visit> => (professional ? { doctorId: professional.personId } : {});

/** Ten bytes without a NUL, since some programs hand in just ten; one NUL where there is no professional card. */
export const doctorBytes = ({ professional }: Facts): Uint8Array =>
  Buffer.from(professional ? professional.personId.padEnd(10) : '\0', 'latin1');
