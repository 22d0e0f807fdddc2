/**
 * @module The made-up cards on which a trace runs again: what they must have held before its first call, read from what
 * its calls answered. What no call showed is an ordinary card's. Pure: the world that holds them is made elsewhere.
 */

import type { CardProfile } from '../card/index.ts';
import { apiByName } from '../catalogue/index.ts';
import { addDays, decodeRecord, isRocDate } from '../codec/index.ts';
import { layoutOf } from './layout.ts';
import { bytesOf, isCall, type NumberedCall, type Trace, type TraceCard } from './trace-file.ts';

export interface MadeUpCard {
  readonly handle: string;
  readonly kind: 'hc' | 'hpc';
  readonly person: {
    readonly cardNo: string;
    readonly name: string;
    readonly personId: string;
    readonly birthDate: string;
    readonly sex: string;
    readonly issueDate: string;
  };
  /** Files of the health card, as a card maker takes them. */
  readonly files: CardProfile;
  readonly pin: boolean;
}
export interface Fitted {
  /** The institution that the trace's security module belongs to, where a call showed it. */
  readonly hospId: string | undefined;
  readonly cards: readonly MadeUpCard[];
  /** Cards that are in when it begins, and the card of each `card-in` line, by the line. */
  readonly first: readonly { readonly handle: string; readonly slot: number }[];
  readonly inserted: ReadonlyMap<number, string>;
}

/** PIN of every made-up health card that has one, and of a made-up professional's. */
export const madeUpPin = { hc: '1234', hpc: '123456' } as const;

type Loose = { readonly [name: string]: unknown };
type Files = { [file: string]: { [field: string]: unknown } };

/** Which buffer shows which file of the card: the fields of the same name. */
const shows: { readonly [call: string]: readonly (readonly [param: string, ...files: string[]])[] } = {
  hisGetBasicData: [['pBuffer', 'basic', 'emergency']],
  hisGetRegisterBasic: [['pBuffer', 'basic', 'validity', 'insured', 'newborn']],
  hisGetRegisterBasic2: [['pBuffer', 'validity']],
  hisGetEmergentTel: [['pBuffer', 'emergency']],
  hisGetLastSeqNum: [['pBuffer', 'lastSeq']],
  hisGetCriticalIllness: [['pBuffer', 'illness']],
  hisGetCriticalIllnessID: [['pBuffer', 'illness']],
  hisGetTreatmentNoNeedHPC: [['pBuffer', 'illness', 'visits']],
  hisGetTreatmentNeedHPC: [['pBuffer', 'illness', 'visits']],
  hisGetCumulativeData: [['pBuffer', 'cumulative']],
  hisGetCumulativeFee: [['pBuffer', 'totals']],
  hisGetRegisterPrevent: [['pBuffer', 'prevent']],
  hisGetRegisterPregnant: [['pBuffer', 'pregnant']],
  hisGetInoculateData: [['pBuffer', 'inoculation']],
  hisGetOrganDonate: [['pBuffer', 'organ']],
  hisReadPrescription: [
    ['pOutpatientPrescription', 'prescriptions'],
    ['pLongTermPrescription', 'longTerm'],
    ['pImportantTreatmentCode', 'important'],
    ['pIrritationDrug', 'allergy'],
  ],
};
/** Fields by file; groups are taken whole. */
const fieldsOf: { readonly [file: string]: readonly string[] } = {
  basic: ['cardNo', 'name', 'personId', 'birthDate', 'sex', 'issueDate', 'cancelMark'],
  emergency: ['emergencyTel'],
  validity: ['validUntil', 'available'],
  insured: ['insurerCode', 'insuredMark'],
  newborn: ['newbornDate', 'newbornMark'],
  lastSeq: ['lastSeqNumber'],
  illness: ['illnesses'],
  visits: ['visits'],
  cumulative: ['years'],
  totals: ['outpatientTotal', 'inpatientTotal'],
  organ: ['organDonate'],
};
const groupOnly = ['items'];
const registers: ReadonlySet<string> = new Set(['hisGetSeqNumber', 'hisGetSeqNumber256', 'hisGetSeqNumber256N1']);
/** Files that a call changes besides the one that its name says. */
const registered = ['validity', 'lastSeq', 'visits', 'cumulative'];

/** One health card as it comes out of the calls. */
interface Growing {
  readonly seen: TraceCard;
  readonly files: Files;
  /** What must have been, by what happened, where no call showed it. */
  readonly guessed: Files;
  readonly changed: Set<string>;
  /** Times of visits that the trace itself registered, and how many of them used up a visit. */
  readonly own: Set<string>;
  deducted: number;
  pin: boolean;
}

export function fitCards(trace: Trace): Fitted {
  const cards: { growing: Growing; handle: string; kind: 'hc' | 'hpc' }[] = [];
  const inserted = new Map<number, string>();
  const where = new Map<number, string>();
  let hospId: string | undefined;
  const take = (seen: TraceCard): string => {
    const kind = seen.cardNo === undefined ? 'hpc' : 'hc';
    const known = cards.find((one) => one.kind === kind && (kind === 'hpc' || one.growing.seen.cardNo === seen.cardNo));
    const handle = known?.handle ?? `${kind}-${cards.length + 1}`;
    if (known === undefined)
      cards.push({
        handle,
        kind,
        growing: { seen, files: {}, guessed: {}, changed: new Set(), own: new Set(), deducted: 0, pin: false },
      });
    where.set(seen.slot, handle);
    return handle;
  };
  const first = trace.header.cards.map((seen) => ({ handle: take(seen), slot: seen.slot }));
  const current = (kind: 'hc' | 'hpc'): Growing | undefined => {
    const handles = new Set(where.values());
    return cards.filter((one) => one.kind === kind && handles.has(one.handle)).at(-1)?.growing;
  };
  for (const line of trace.lines) {
    if (isCall(line)) {
      hospId ??= institutionOf(line);
      const card = current('hc');
      if (card) learn(card, line, trace);
      const professional = current('hpc');
      if (professional) learnProfessional(professional, line);
    } else if (line.event === 'card-in') inserted.set(line.at, take(line.card));
    else if (line.event === 'card-out') where.delete(line.slot);
    else if (line.event === 'pin' && line.card === 'hc') {
      const card = current('hc');
      if (card && line.purpose === 'verify') card.pin = true;
    }
  }
  const used = trace.lines.filter(isCall).some((line) => usesProfessional(line));
  if (used && !cards.some((one) => one.kind === 'hpc')) {
    const slot = Math.max(0, ...first.map((one) => one.slot)) + 1;
    first.push({ handle: take({ slot }), slot });
  }
  return { hospId, cards: cards.map(made), first, inserted };
}

function learn(card: Growing, line: NumberedCall, trace: Trace): void {
  const { files, changed } = card;
  const put = (file: string, values: Loose): void => {
    const known = files[file] ?? {};
    files[file] = known;
    for (const [name, value] of Object.entries(values))
      known[name] = Object.hasOwn(known, name) ? both(known[name], value) : value;
  };
  for (const [param, ...shown] of shows[line.call] ?? []) {
    const value = fieldsIn(line, param);
    if (value === undefined) continue;
    for (const file of shown) {
      const values = Object.fromEntries(
        (fieldsOf[file] ?? groupOnly).flatMap((name) => (name in value ? [[name, value[name]]] : [])),
      );
      const before = changed.has(file) ? beforeOwn(card, file, values) : values;
      if (before) put(file, before);
    }
  }
  if (line.call === 'csISSetPIN' && line.code === 1) card.pin = true;
  if (registers.has(line.call)) learnVisit(card, line, trace, put);
  const api = apiByName(line.call);
  if (api?.writes && line.code === 0)
    for (const file of api.reads) if (file !== 'basic' && !registers.has(line.call)) changed.add(file);
}

/** What was seen first stays; a group that another call shows with more fields gets those (1.5 has no codes, 1.8 has). */
const both = (first: unknown, later: unknown): unknown =>
  Array.isArray(first) && Array.isArray(later)
    ? first.map((one: Loose, index) => ({ ...(later[index] as Loose | undefined), ...one }))
    : first;

/** What a file held before the trace's own visits changed it; undefined where that cannot be told. */
function beforeOwn(card: Growing, file: string, values: Loose): Loose | undefined {
  if (file === 'validity' && typeof values.available === 'number')
    return { ...values, available: values.available + card.deducted };
  if (file === 'visits' && Array.isArray(values.visits))
    return { visits: values.visits.filter((one: Loose) => !card.own.has(String(one.visitTime))) };
  if (file === 'prescriptions' && Array.isArray(values.items))
    return { items: values.items.filter((one: Loose) => !card.own.has(String(one.visitTime))) };
  return undefined;
}

function learnVisit(card: Growing, line: NumberedCall, trace: Trace, put: (file: string, values: Loose) => void): void {
  const visit = fieldsIn(line, 'pBuffer');
  const today = trace.header.started.slice(0, 7);
  if (line.code === 5001) put('validity', { available: 0 });
  if (line.code === 5002) put('basic', { cancelMark: '2' });
  if (line.code === 5003) put('validity', { validUntil: addDays(today, -1) });
  if (line.code === 9129) put('illness', { designated: '遠方醫院' });
  if (visit === undefined) return;
  const [time, number] = [String(visit.visitTime), String(visit.seqNumber)];
  if (/^\d{4}$/.test(number) && !card.changed.has('lastSeq'))
    put('lastSeq', {
      lastSeqNumber: Number(number) > 1 ? time.slice(0, 3) + String(Number(number) - 1).padStart(4, '0') : '',
    });
  // A second visit of a day whose first is not in the trace was at another institution, before.
  const again = line.code === 5010 || visit.sameDay === 'Y';
  if (again && ![...card.own].some((one) => one.slice(0, 7) === time.slice(0, 7)))
    card.guessed.visits ??= {
      visits: [
        {
          treatItem: '02',
          visitTime: `${time.slice(0, 7)}000001`,
          seqNumber: number,
          hospId: '1101100011',
          afterCheck: '1',
        },
      ],
    };
  card.own.add(time);
  const item = String(line.in.cTreatItem ?? '').trim();
  if (/^0[1-9]$/.test(item)) card.deducted += 1;
  for (const file of registered) card.changed.add(file);
}

/** A professional's own data; the PIN is always set. */
function learnProfessional(card: Growing, line: NumberedCall): void {
  const basic = card.files.basic ?? {};
  card.files.basic = basic;
  const keep = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '' && basic[name] === undefined) basic[name] = value;
  };
  const fields: { readonly [call: string]: readonly [param: string, field: string, as: string] } = {
    hpcGetHPCSN: ['SN', 'cardNo', 'cardNo'],
    hpcGetHPCSSN: ['SSN', 'personId', 'personId'],
    hpcGetHPCCNAME: ['CNAME', 'name', 'name'],
  };
  const [param, field, as] = fields[line.call] ?? [];
  if (param && field && as) keep(as, fieldsIn(line, param)?.[field]);
  const doctor = line.out.pBufferDocID;
  if (typeof doctor === 'string') keep('personId', doctor.replace(/[\0 ]+$/, ''));
}
const usesProfessional = (line: NumberedCall): boolean =>
  line.code === 0 &&
  (/^hpcGet(HPCSN|HPCSSN|HPCCNAME)$/.test(line.call) || /[^\0 ]/.test(String(line.out.pBufferDocID ?? '')));

const institutionOf = (line: NumberedCall): string | undefined => {
  const shown = registers.has(line.call) || line.call === 'csGetHospID' ? fieldsIn(line, 'pBuffer')?.hospId : undefined;
  return typeof shown === 'string' && shown !== '' ? shown : undefined;
};

/** A buffer's fields; undefined where the call answered none. */
export function fieldsIn(line: NumberedCall, param: string): Loose | undefined {
  const declared = apiByName(line.call)?.params.find((one) => one.name === param);
  const bytes = bytesOf(line.out[param]);
  const spec = declared && bytes.length > 0 ? layoutOf(declared, bytes) : undefined;
  return spec && (decodeRecord(spec, bytes) as Loose);
}

function made(one: { growing: Growing; handle: string; kind: 'hc' | 'hpc' }): MadeUpCard {
  const { seen, files, guessed, pin } = one.growing;
  const { basic = {}, ...others } = { ...guessed, ...files };
  const text = (name: keyof TraceCard & keyof MadeUpCard['person'], otherwise: string): string =>
    String(seen[name] ?? basic[name] ?? otherwise);
  const illness = others.illness;
  // The sixth group of 1.5 and 1.33 is no illness of the card's file.
  if (illness && Array.isArray(illness.illnesses)) illness.illnesses = illness.illnesses.slice(0, 5);
  const mark = basic.cancelMark === undefined ? {} : { basic: { cancelMark: basic.cancelMark } };
  const birthDate = text('birthDate', '0790101');
  return {
    handle: one.handle,
    kind: one.kind,
    person: {
      cardNo: text('cardNo', one.kind === 'hc' ? '900000000777' : 'H00000000777'),
      name: text('name', one.kind === 'hc' ? '示範' : '示範醫師'),
      personId: text('personId', 'A123456789'),
      birthDate: isRocDate(birthDate) ? birthDate : '0790101',
      sex: text('sex', 'M'),
      issueDate: text('issueDate', '1040101'),
    },
    files: { ...others, ...mark } as CardProfile,
    pin,
  };
}
