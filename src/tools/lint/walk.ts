/** @module A trace as rules look at it: calls by session, by card, visits by their time. And what several rules ask. */

import { apiByName } from '../../catalogue/index.ts';
import { decodeBig5, decodeRecord, epochOf } from '../../codec/index.ts';
import { fieldsIn } from '../fit.ts';
import { layoutOf } from '../layout.ts';
import { bytesOf, isCall, type NumberedCall, type Trace } from '../trace-file.ts';
import type { Stay, Walk } from './types.ts';

export function walkOf(trace: Trace): Walk {
  const calls = trace.lines.filter(isCall);
  const sessions = new Map<number, NumberedCall[]>();
  for (const call of calls) sessions.set(call.session, [...(sessions.get(call.session) ?? []), call]);
  const stays: { calls: NumberedCall[]; begun: boolean }[] = [{ calls: [], begun: true }];
  const visits = new Map<string, number>();
  for (const line of trace.lines) {
    if (isCall(line)) {
      stays.at(-1)?.calls.push(line);
      for (const time of visitTimesIn(line)) if (!visits.has(time)) visits.set(time, line.at);
    } else if (line.event === 'card-in' && line.card.cardNo !== undefined) stays.push({ calls: [], begun: false });
  }
  const filled: Stay[] = stays.filter((stay) => stay.calls.length > 0);
  return { trace, calls, sessions: [...sessions.values()], stays: filled, visits };
}

const registering: ReadonlySet<string> = new Set(['1.9', '1.37', '1.53']);
export const isRegister = (call: NumberedCall): boolean => registering.has(call.no);
/** Did the call answer a visit (0, or a message beside it)? */
export const granted = (call: NumberedCall): boolean => isRegister(call) && visitTimeOf(call) !== undefined;
export const visitTimeOf = (call: NumberedCall): string | undefined => {
  const time = isRegister(call) ? fieldsIn(call, 'pBuffer')?.visitTime : undefined;
  return typeof time === 'string' && time !== '' ? time : undefined;
};

function visitTimesIn(call: NumberedCall): string[] {
  const own = visitTimeOf(call);
  if (own !== undefined) return [own];
  const shown = ['pBuffer', 'pOutpatientPrescription'].flatMap((param) => {
    const fields = fieldsIn(call, param);
    return [fields?.visits, fields?.items].flatMap((list) => (Array.isArray(list) ? list : []));
  });
  return shown.map((one) => String(one?.visitTime ?? '')).filter((time) => time.length === 13);
}

/** A text input without the blanks and NULs behind it. */
export const textIn = (call: NumberedCall, param: string): string => {
  const value = call.in[param];
  return typeof value === 'number' ? String(value) : decodeBig5(bytesOf(value)).replace(/[\0 ]+$/, '');
};
export const numberIn = (call: NumberedCall, param: string): number | undefined => {
  const value = call.in[param];
  return typeof value === 'number' ? value : undefined;
};
/** The records that a call writes, and whether they carry the ICD-10 marker. */
export function writtenRecords(call: NumberedCall): {
  readonly marked: boolean;
  readonly records: readonly { readonly [field: string]: unknown }[];
} {
  const param = apiByName(call.call)?.params.find((one) => one.name === 'pDataWrite');
  const bytes = bytesOf(call.in.pDataWrite);
  const spec = param && layoutOf(param, bytes);
  if (spec === undefined) return { marked: false, records: [] };
  const count = param?.kind === 'records' ? Math.floor(bytes.length / spec.length) : 1;
  const records = Array.from({ length: count }, (_, at) =>
    decodeRecord(spec, bytes.subarray(at * spec.length, (at + 1) * spec.length)),
  );
  return { marked: spec !== param?.record, records: records as { [field: string]: unknown }[] };
}
/** Does it write to a card, for a visit that it names by its time? */
export const writesVisit = (call: NumberedCall): boolean => 'pDateTime' in call.in && 'pDataWrite' in call.in;
export const needs = (call: NumberedCall, need: string): boolean =>
  apiByName(call.call)?.needs.some((one) => one.need === need) ?? false;

/** When a call began, as an instant of the trace's own time. */
export const instantOf = (trace: Trace, call: NumberedCall): number => (epochOf(trace.header.started) ?? 0) + call.t;

/** Calls behind this one in the same session, within a time. */
export const after = (
  calls: readonly NumberedCall[],
  call: NumberedCall,
  ms = Number.POSITIVE_INFINITY,
): readonly NumberedCall[] =>
  calls.filter((one) => one.at > call.at && one.session === call.session && one.t - call.t <= ms);

/** Pairs of neighbours. */
export const pairs = <T>(list: readonly T[]): [T, T][] => list.slice(1).map((one, index) => [list[index] as T, one]);
