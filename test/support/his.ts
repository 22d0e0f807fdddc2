/** @module What a HIS might hand to any function: inputs that fit a patient, made from the catalogue's kinds and a seed. */

import { type Random, randomInt } from '../../src/base/index.ts';
import { type Api, type Kind, type Param, type RecordSpec, tables } from '../../src/catalogue/index.ts';
import { encodeRecord } from '../../src/codec/index.ts';

export interface Sick {
  readonly personId: string;
  readonly birthDate: string;
  /** The visit at hand, 13 ROC digits. */
  readonly visitTime: string;
  readonly hospId: string;
}
export type Inputs = { [param: string]: string | number | Uint8Array };

const pick = <T>(random: Random, list: readonly T[]): T => list[randomInt(random, list.length)] as T;
const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => String(randomInt(random, 10))).join('');

/** By the parameter's or field's own name, where its kind does not say enough. */
const named: { readonly [name: string]: (random: Random, sick: Sick) => string | number } = {
  cTreatItem: (random) => pick(random, ['01', '02', '04', '07', '09', 'AC', 'AE', 'CA', 'DA', '00']),
  cBabyTreat: () => ' ',
  cTreatAfterCheck: () => '1',
  afterCheck: () => '1',
  pDateTime: (_random, sick) => sick.visitTime,
  pUnTreatDate: (_random, sick) => sick.visitTime,
  visitTime: (_random, sick) => sick.visitTime,
  pPatientID: (_random, sick) => sick.personId,
  pPatientBirthDate: (_random, sick) => sick.birthDate,
  pHospID: (_random, sick) => sick.hospId,
  pServiceItem: (random) => pick(random, Object.keys(tables.preventItems.codes)),
  pServiceItemCode: (random) => pick(random, ['21', '31', '85', '91']),
  pCheckupCode: (random) => pick(random, ['41', '42', '43', '51']),
  pNoOfDelivered: () => '1',
  orderType: (random) => pick(random, ['1', '2', '3', '4', '5', 'A', 'B']),
  orderCode: (random) => `A${digits(random, 5)}`,
  days: (random) => digits(random, 2),
  quantity: (random) => digits(random, 3),
  usage: (random) => pick(random, ['QD', 'BID', 'TIDPC']),
  delivery: (random) => pick(random, Object.keys(tables.deliveryNotes.codes)),
  IN: (random) => pick(random, ['S52241J', 'G44201', 'J00', '&R9O8']),
  CardType: (random) => 1 + randomInt(random, 3),
  Type: (random) => 1 + randomInt(random, 3),
  Req: () => 1,
  Comport: () => 0,
  iStartPos: () => 1,
  iEndPos: (random) => 1 + randomInt(random, 3),
  iNum: (random) => 1 + randomInt(random, 3),
};

export function inputsFor(api: Api, random: Random, sick: Sick): Inputs {
  const inputs: Inputs = {};
  for (const param of api.params) {
    if (param.direction === 'out') continue;
    const value = inputOf(param, random, sick, inputs);
    if (value !== undefined) inputs[param.name] = value;
  }
  return inputs;
}

function inputOf(param: Param, random: Random, sick: Sick, so: Inputs): string | number | Uint8Array | undefined {
  const own = Object.hasOwn(named, param.name) ? named[param.name] : undefined;
  if (own) return own(random, sick);
  switch (param.kind) {
    case 'record':
      return param.record && recordOf(param.record, random, sick);
    case 'records': {
      const count = 1 + randomInt(random, 8);
      if (param.countedBy) so[param.countedBy] = count;
      const { record } = param;
      return record && Buffer.concat(Array.from({ length: count }, () => recordOf(record, random, sick)));
    }
    case 'int':
      return randomInt(random, 3);
    case 'intOut':
      return so[param.name];
    case 'text':
    case 'char':
      return byKind(param.value ?? 'text', param.length ?? 1, param.table, random);
    default:
      return undefined;
  }
}

function recordOf(spec: RecordSpec, random: Random, sick: Sick): Uint8Array {
  const value: { [field: string]: unknown } = {};
  for (const [name, part] of Object.entries(spec.parts)) {
    if ('fields' in part) {
      value[name] = Array.from({ length: part.count }, () =>
        Object.fromEntries(
          Object.entries(part.fields).map(([inner, field]) => [
            inner,
            byKind(field.kind, field.to - field.from + 1, field.table, random),
          ]),
        ),
      );
      continue;
    }
    const own = Object.hasOwn(named, name) ? named[name] : undefined;
    value[name] = own ? own(random, sick) : byKind(part.kind, part.to - part.from + 1, part.table, random);
  }
  return encodeRecord(spec, value as never);
}

function byKind(kind: Kind, length: number, table: string | undefined, random: Random): string | number | Uint8Array {
  const codes = table === undefined ? undefined : (tables as { [name: string]: { codes: object } })[table]?.codes;
  if (codes) return pick(random, Object.keys(codes));
  return kinds[kind](random, length);
}

const kinds: { readonly [K in Kind]: (random: Random, length: number) => string | number | Uint8Array } = {
  text: (random, length) => pick(random, ['盤尼西林', 'ASPIRIN', '0912345678', '磺胺類', 'A']).slice(0, length / 2),
  alnum: (random, length) => `A${digits(random, Math.min(length, 10) - 1)}`,
  digits,
  money: (random) => randomInt(random, 500),
  count: (random) => randomInt(random, 50),
  uint: (random) => randomInt(random, 200),
  rocDate: () => '1150601',
  rocDateTime: () => '1150601080000',
  westernDateTime: () => '20260601080000',
  personId: () => 'A123456789',
  hospId: () => '3501200000',
  cardNo: () => '900000000001',
  samId: () => 'SAM000000001',
  seqNumber: () => '0001',
  treatNum: () => 'ABCDEFGHIJ0123456789',
  icd: (random, length) =>
    pick(
      random,
      ['J00', 'I10', 'M545', '4660', 'S52241J'].filter((code) => code.length <= length),
    ),
  code: () => '1',
  yesNo: () => 'Y',
  hex: (_random, length) => 'A'.repeat(length),
  bytes: (random, length) => random.bytes(length),
  gap: () => '',
};
