/**
 * @module Replaces values in their form: an id number by one with a right check digit, a date by a date with the same
 * distance to every other, a Big5 name by a name of as many bytes. The same value is replaced by the same, another by
 * another, within one trace; the key, and what was seen, are gone when it ends.
 *
 * What this cannot hide: all dates move by one number of days, so that who knows one true date of a trace knows the
 * others; and which values are equal, for a trace must replay.
 */

import { createHmac } from 'node:crypto';
import type { SecondOfPersonId } from '../codec/index.ts';
import {
  addDays,
  decodeBig5,
  encodeBig5,
  epochOf,
  epochOfWestern,
  isPersonId,
  isRocDate,
  personIdOf,
  rocDateTimeOf,
  westernDateTimeOf,
} from '../codec/index.ts';

export interface Disguise {
  /** Nothing is replaced, not even what belongs to no field. */
  readonly real: boolean;
  /** Any text in its form, as many bytes as it has in code page 950. Blank stays blank. */
  text(value: string): string;
  /** 7 ROC digits, 13 ROC digits or 14 western ones, moved; what is no date is replaced as text. */
  date(value: string): string;
  /** A ROC year (three digits) in front of whatever follows. */
  year(value: string): string;
  /** Raw bytes, by as many others. */
  bytes(value: Uint8Array): Uint8Array;
  /** An instant, moved. */
  instant(at: number): number;
  /** Was this replaced somewhere? Then it is not kept elsewhere either. */
  isKnown(value: string): boolean;
  forget(): void;
}

const dayMs = 86_400_000;
const fourYears = 1461;

/** As `--with-data` writes: nothing is replaced. */
export const noDisguise: Disguise = {
  real: true,
  text: (value) => value,
  date: (value) => value,
  year: (value) => value,
  bytes: (value) => value,
  instant: (at) => at,
  isKnown: () => false,
  forget: () => undefined,
};

/**
 * @param key 32 random bytes, of this trace alone
 * @param started instant of the trace's start: its place in the ROC year is kept, so that visit numbers still follow
 */
export function createDisguise(key: Uint8Array, started: number): Disguise {
  const secret = Uint8Array.from(key);
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const days = shiftOf(drawer(secret, 'shift'), started);
  const years = Math.round(days / 365.25);

  /** The first draw that is free: not the value itself, and no other value's. */
  const once = (value: string, make: (pick: Pick) => string): string => {
    const before = given.get(value);
    if (before !== undefined) return before;
    let made = value;
    for (let tries = 0; tries < mostTries && (made === value || taken.has(made)); tries++)
      made = make(drawer(secret, `${tries}|${value}`));
    given.set(value, made);
    taken.add(made);
    return made;
  };

  const text = (value: string): string => {
    const [, core = '', padding = ''] = /^(.*?)([ \0]*)$/s.exec(value) ?? [];
    if (core === '' || /^0+$/.test(core)) return value;
    return once(core, (pick) => (forms.find((form) => form.is(core)) ?? byClass).make(core, pick)) + padding;
  };
  const moved = (value: string): string | undefined => {
    if (isRocDate(value)) return attempt(() => addDays(value, days));
    const [roc, western] = [epochOf(value), epochOfWestern(value)];
    if (roc !== undefined) return attempt(() => rocDateTimeOf(roc + days * dayMs));
    return western === undefined ? undefined : attempt(() => westernDateTimeOf(western + days * dayMs));
  };
  return {
    real: false,
    text,
    date(value) {
      const core = value.replace(/[ \0]+$/, '');
      const date = moved(core);
      if (date === undefined) return text(value);
      given.set(core, date);
      return date + value.slice(core.length);
    },
    year: (value) => {
      const match = /^(\d{3})(.*)$/s.exec(value);
      const year = Number(match?.[1] ?? 0);
      return match === null || year === 0 ? text(value) : String(year + years).padStart(3, '0') + match[2];
    },
    bytes: (value) => {
      const pick = drawer(secret, `bytes|${Buffer.from(value).toString('base64')}`);
      return value.map(() => pick(256));
    },
    instant: (at) => at + days * dayMs,
    isKnown: (value) => given.has(value),
    forget() {
      secret.fill(0);
      given.clear();
      taken.clear();
    },
  };
}

const mostTries = 1000;
type Pick = (below: number) => number;

/** Whole leap cycles back, and some days: the same place of the ROC year, within a few weeks, so that numbers follow on. */
function shiftOf(pick: Pick, started: number): number {
  const yearOf = (at: number): number => Number(rocDateTimeOf(at).slice(0, 3));
  const blocks = 1 + pick(4);
  for (;;) {
    const days = -blocks * fourYears + pick(57) - 28;
    if (yearOf(started + days * dayMs) === yearOf(started) - 4 * blocks) return days;
  }
}

/** Numbers below a bound from HMAC in counter mode. */
function drawer(key: Uint8Array, what: string): Pick {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return (below) => {
    if (pool.length < 4) pool = createHmac('sha256', key).update(`${counter++}|${what}`).digest();
    const value = pool.readUInt32BE(0);
    pool = pool.subarray(4);
    return value % below;
  };
}

interface Form {
  is(value: string): boolean;
  make(value: string, pick: Pick): string;
}
const from = (alphabet: string) => (pick: Pick) => alphabet.charAt(pick(alphabet.length));
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

/** Forms that are known by their look; the letter and sex digit of an id number keep their kind. */
const forms: readonly Form[] = [
  {
    is: isPersonId,
    make: (value, pick) =>
      personIdOf(from(upper)(pick), value.charAt(1) as SecondOfPersonId, run(7, from(digits), pick)),
  },
  {
    is: (value) => /^[0-9A-F]{40,}$/.test(value),
    make: (value, pick) => run(value.length, from('0123456789ABCDEF'), pick),
  },
  {
    is: (value) => /^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{20}$/.test(value),
    make: (value, pick) => run(value.length, from(digits + upper), pick),
  },
];
const run = (length: number, one: (pick: Pick) => string, pick: Pick): string =>
  Array.from({ length }, () => one(pick)).join('');

/** Everything else by its characters: letters by letters, digits by digits, Chinese by Chinese, the rest stays. */
const byClass: Form = {
  is: () => true,
  make(value, pick) {
    for (;;) {
      const made = [...value].map((character) => another(character, pick)).join('');
      // What was no id number does not become one: whether it is one decides what a HIS does.
      if (!isPersonId(made)) return made;
    }
  },
};

/** The 5,401 common characters of Big5, A440 to C67E: two bytes each. */
let common: string | undefined;
const chinese = (): string => {
  common ??= decodeBig5(
    Uint8Array.from(
      Array.from({ length: 0xc6 - 0xa4 + 1 }, (_, row) => 0xa4 + row).flatMap((lead) =>
        Array.from({ length: 0xfe - 0x40 + 1 }, (_, at) => 0x40 + at)
          .filter((trail) => (trail <= 0x7e || trail >= 0xa1) && (lead < 0xc6 || trail <= 0x7e))
          .flatMap((trail) => [lead, trail]),
      ),
    ),
  );
  return common;
};
const oddByte = String.fromCodePoint(0xf00ff);
const wideDigits = '０１２３４５６７８９';
const wideLetters = 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ';

function another(character: string, pick: Pick): string {
  if (/[A-Z]/.test(character)) return from(upper)(pick);
  if (/[a-z]/.test(character)) return from(upper)(pick).toLowerCase();
  if (/[0-9]/.test(character)) return from(digits)(pick);
  if (wideDigits.includes(character)) return from(wideDigits)(pick);
  if (wideLetters.includes(character)) return from(wideLetters)(pick);
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return character;
  // One byte that is no character stays one byte that is none.
  if (point >= 0xf0000) return oddByte;
  return encodeBig5(character, 'box').length === 2 ? from(chinese())(pick) : character;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined; // outside of what seven or thirteen digits hold
  }
}
