/**
 * @module Two answers of one call, byte by byte, by field. What must differ from run to run (times, signatures,
 * identifiers, the security module) is compared by its form, and then held to itself: the same value in one run is the
 * same value in the other.
 */

import { type Say, say } from '../base/index.ts';
import { apiByName } from '../catalogue/index.ts';
import type { Kind, Param } from '../catalogue/schema.ts';
import { decodeBig5, encodeBig5, isPersonId, isRocDate, isRocDateTime, isWesternDateTime } from '../codec/index.ts';
import { layoutOf, placesOf } from './layout.ts';
import { bytesOf, type NumberedCall, type Stored } from './trace-file.ts';

export interface Difference {
  /** Line of the trace. */
  readonly at: number;
  readonly call: string;
  readonly no: string;
  readonly what: 'code' | 'missing' | 'unexpected' | 'length' | 'field' | 'value';
  readonly param?: string;
  readonly field?: string;
  readonly title?: Say;
  /** Bytes of the field in its buffer, and the first that differs; 1-based, as the manual counts. */
  readonly from?: number;
  readonly to?: number;
  readonly byte?: number;
  readonly expected: string;
  readonly actual: string;
  readonly expectedHex?: string;
  readonly actualHex?: string;
  readonly why?: Say;
}

export interface Answered {
  readonly code: number;
  readonly outputs: { readonly [param: string]: number | string | Uint8Array };
}

/** What the trace calls this and the run calls that. */
export interface Twins {
  /** The run's value for the trace's, where one is known. */
  of(value: string): string | undefined;
  /** True when it was new, or is the same as before. */
  learn(expected: string, actual: string): boolean;
  /** A second of a clock, in which more than one thing may happen: another value is no contradiction. */
  learnTime(expected: string, actual: string): void;
}
export function createTwins(): Twins {
  const forward = new Map<string, Set<string>>();
  const add = (expected: string, actual: string): void => {
    const known = forward.get(expected) ?? new Set();
    // The newest is the one that is meant next.
    known.delete(actual);
    forward.set(expected, known.add(actual));
  };
  return {
    of: (value) => [...(forward.get(value) ?? [])].at(-1),
    learn(expected, actual) {
      const known = forward.get(expected);
      if (known === undefined) add(expected, actual);
      return known === undefined || known.has(actual);
    },
    learnTime: add,
  };
}

/** Compared by form alone, whatever the world. */
const alwaysByForm: ReadonlySet<Kind> = new Set([
  'rocDateTime',
  'westernDateTime',
  'hex',
  'treatNum',
  'samId',
  'bytes',
] as const);
/** Kinds whose values are long enough to stand for somebody or some visit wherever they occur. */
const stands: ReadonlySet<Kind> = new Set([...alwaysByForm, 'personId', 'hospId', 'cardNo', 'rocDate'] as const);
/** Outputs that are random, or say where a program lives. */
const looseParams: ReadonlySet<string> = new Set(['pPath', 'VPNGetRandom']);

export interface CompareOptions {
  readonly twins: Twins;
  /**
   * The run is on a card that was not made for this trace: what is on it is another person's, and only forms are
   * compared, of what stands for somebody.
   */
  readonly otherPerson: boolean;
}

export function compareAnswer(expected: NumberedCall, actual: Answered, options: CompareOptions): Difference[] {
  const { at, call, no } = expected;
  const base = { at, call, no };
  if (expected.code !== actual.code && !isPollOf(expected, actual))
    return [{ ...base, what: 'code', expected: String(expected.code), actual: String(actual.code) }];
  const api = apiByName(call);
  return (api?.params ?? []).flatMap((param): Difference[] => {
    if (param.kind === 'length') {
      const [was, is] = [expected.lengths[param.name]?.[1] ?? undefined, actual.outputs[param.name]];
      return was === is
        ? []
        : [
            {
              ...base,
              what: 'length',
              param: param.name,
              title: param.title,
              expected: String(was ?? '-'),
              actual: String(is ?? '-'),
            },
          ];
    }
    const [was, is] = [expected.out[param.name], actual.outputs[param.name]];
    if (was === undefined && is === undefined) return [];
    if (was === undefined || is === undefined)
      return [
        {
          ...base,
          what: was === undefined ? 'unexpected' : 'missing',
          param: param.name,
          title: param.title,
          expected: was === undefined ? '-' : shown(was),
          actual: is === undefined ? '-' : shown(is),
        },
      ];
    if (typeof was === 'number' || typeof is === 'number')
      return was === is
        ? []
        : [{ ...base, what: 'value', param: param.name, title: param.title, expected: shown(was), actual: shown(is) }];
    const [one, other] = [bytesOf(was), is instanceof Uint8Array ? is : encodeBig5(is, 'keep')];
    return compareBytes(param, one, other, options, call).map((found) => ({ ...base, ...found }));
  });
}

/** A card that is being authenticated: how far it was when it was asked depends on the moment. */
const isPollOf = (expected: NumberedCall, actual: Answered): boolean =>
  expected.call === 'hisGetCardStatus' &&
  [expected.code, actual.code].includes(1) &&
  [expected.code, actual.code].every((code) => code >= 1 && code <= 4);

/** Calls that tell a clock's time: what they say may happen to be what another one said. */
const tellsTime: ReadonlySet<string> = new Set([
  'csGetDateTime',
  'hisGetSeqNumber',
  'hisGetSeqNumber256',
  'hisGetSeqNumber256N1',
  'hisGetTreatNumNoICCard',
]);

type Found = Omit<Difference, 'at' | 'call' | 'no'>;

function compareBytes(param: Param, was: Uint8Array, is: Uint8Array, options: CompareOptions, call: string): Found[] {
  if (looseParams.has(param.name) || looseParams.has(call)) return [];
  const spec = layoutOf(param, was);
  const whole = { param: param.name, title: param.title };
  if (was.length !== is.length && spec !== undefined)
    return [{ ...whole, what: 'length', expected: String(was.length), actual: String(is.length) }];
  const places =
    spec === undefined || spec.name === 'dateTime'
      ? [
          {
            name: undefined,
            title: param.title,
            kind: spec ? 'rocDateTime' : param.value,
            from: 1,
            to: Math.max(was.length, is.length),
          } as const,
        ]
      : placesOf(spec).map(({ name, from, to, field }) => ({ name, title: field.title, kind: field.kind, from, to }));
  return places.flatMap(({ name, title, kind, from, to }): Found[] => {
    const [one, other] = [was.subarray(from - 1, to), is.subarray(from - 1, to)];
    const odd = compareField(kind, one, other, options, tellsTime.has(call));
    if (odd === undefined) return [];
    const byte =
      from +
      Math.max(
        0,
        one.findIndex((value, index) => value !== other[index]),
      );
    return [
      {
        what: 'field',
        param: param.name,
        ...(name === undefined ? {} : { field: name }),
        title,
        from,
        to,
        byte,
        expected: decodeBig5(one),
        actual: decodeBig5(other),
        expectedHex: hex(one),
        actualHex: hex(other),
        ...(odd === true ? {} : { why: odd }),
      },
    ];
  });
}

/** Undefined: alike. `true`: not. Words, where it was compared by form. */
function compareField(
  kind: Kind | undefined,
  was: Uint8Array,
  is: Uint8Array,
  options: CompareOptions,
  clock: boolean,
): true | Say | undefined {
  const [one, other] = [trimmed(was), trimmed(is)];
  if (options.otherPerson) {
    if (kind === undefined || !stands.has(kind) || one === '' || other === '') return undefined;
  } else {
    if (kind === undefined || !alwaysByForm.has(kind)) return Buffer.compare(was, is) === 0 ? undefined : true;
    if (one === '' || other === '') return one === other ? undefined : true;
  }
  if (!sameForm(kind, one, other))
    return say({ zh: '以格式比較，格式不同', en: 'compared by its form, and of another form' });
  if ((clock && kind === 'rocDateTime') || (options.otherPerson && /^rocDate/.test(kind))) {
    options.twins.learnTime(one, other);
    return undefined;
  }
  return options.twins.learn(one, other)
    ? undefined
    : say({
        zh: '以格式比較；同一個值先前對應到另一個值',
        en: 'compared by its form; the same value stood for another one before',
      });
}

const checks: { readonly [K in Kind]?: (text: string) => boolean } = {
  rocDate: isRocDate,
  rocDateTime: isRocDateTime,
  westernDateTime: isWesternDateTime,
  personId: isPersonId,
  hex: (text) => /^[0-9A-F]+$/.test(text),
  treatNum: (text) => /^[0-9A-Z]{20}$/.test(text),
};
function sameForm(kind: Kind, one: string, other: string): boolean {
  const check = checks[kind];
  if (check !== undefined) return check(one) === check(other) && (kind !== 'hex' || one.length === other.length);
  return kind === 'text' || one.length === other.length;
}

const trimmed = (bytes: Uint8Array): string => decodeBig5(bytes).replace(/[\0 ]+$/, '');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const shown = (value: Stored | Uint8Array): string =>
  typeof value === 'number' ? String(value) : trimmed(value instanceof Uint8Array ? value : bytesOf(value));

/** The inputs of a traced call for another run: its own values in place of the trace's. */
export function inputsFor(call: NumberedCall, twins: Twins): { [param: string]: string | number | Uint8Array } {
  const params = new Map((apiByName(call.call)?.params ?? []).map((param) => [param.name, param]));
  const inputs: { [param: string]: string | number | Uint8Array } = {};
  for (const [name, value] of Object.entries(call.in)) {
    const param = params.get(name);
    if (typeof value === 'number' || param === undefined)
      inputs[name] = typeof value === 'object' ? bytesOf(value) : value;
    else inputs[name] = withTwins(param, bytesOf(value), twins);
  }
  for (const [name, [given]] of Object.entries(call.lengths)) if (given !== null) inputs[name] = given;
  return inputs;
}

function withTwins(param: Param, bytes: Uint8Array, twins: Twins): Uint8Array {
  const spec = param.kind === 'buffer' ? undefined : layoutOf(param, bytes);
  if (spec === undefined) {
    const twin = param.value && stands.has(param.value) ? twins.of(trimmed(bytes)) : undefined;
    return twin === undefined ? bytes : encodeBig5(twin, 'keep');
  }
  const out = Uint8Array.from(bytes);
  for (let start = 0; start < bytes.length; start += spec.length)
    for (const { from, to, field } of placesOf(spec)) {
      if (!stands.has(field.kind)) continue;
      const part = bytes.subarray(start + from - 1, start + to);
      const twin = twins.of(trimmed(part));
      const made = twin === undefined ? undefined : encodeBig5(twin, 'keep');
      if (made && made.length <= part.length)
        out.set([...made, ...Array(part.length - made.length).fill(0x20)], start + from - 1);
    }
  return out;
}
