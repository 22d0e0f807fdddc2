/**
 * @module ROC calendar: year 001 is 1912; before it `-NN` is the year 1912 - NN, so `-01` is 1911 and there is no year
 * zero. A date is 7 characters (`1140131`, `-011231`), a date-time 13 digits, a western one 14 (yyyyMMddHHmmss).
 * All arithmetic is on civil days; Taiwan's clock is UTC+8 at every instant here, and no machine's time zone is asked.
 *
 * ROC digits are made from an instant in one place only, which refuses whatever is no instant from 1912 to 2910, and
 * their types are not numbers: to convert a date twice (the official software's "year 610") does not compile, and where
 * it is forced it fails.
 */

import { Failure, say } from '../base/index.ts';

declare const dateBrand: unique symbol;
declare const dateTimeBrand: unique symbol;
declare const westernBrand: unique symbol;
/** 7 characters of a day that exists. */
export type RocDate = string & { readonly [dateBrand]: true };
/** 13 digits of a second that exists, year 001 or later. */
export type RocDateTime = string & { readonly [dateTimeBrand]: true };
/** 14 digits, yyyyMMddHHmmss, of a second that exists. */
export type WesternDateTime = string & { readonly [westernBrand]: true };

const dayMs = 86_400_000;
const taipei = 8 * 3_600_000;
const firstDay = daysFromCivil(1912, 1, 1);
const endDay = daysFromCivil(2911, 1, 1);
/** Day of `-990101`, the earliest that seven characters hold. */
const earliestDay = daysFromCivil(1813, 1, 1);

/**
 * Day number (1970-01-01 is 0) of a day of the western calendar (Howard Hinnant's public algorithm, proleptic Gregorian).
 *
 * @example
 * daysFromCivil(1970, 1, 2); // 1
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthPart = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthPart + (monthPart < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthPart + 2) / 5) + 1,
  };
}

/** Day number of a civil day that exists, else undefined. */
function existing(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const number = daysFromCivil(year, month, day);
  const back = civilFromDays(number);
  return back.month === month && back.day === day ? number : undefined;
}

/**
 * ROC date-time (13 digits) of an instant; parts of a second are dropped.
 *
 * @param instant milliseconds since 1970-01-01 UTC
 * @throws Failure 5005, kind `clock-range`, outside 1912-01-01 to 2910-12-31 of Taiwan's time
 * @example
 * rocDateTimeOf(1_639_099_800_000); // '1101210093000'
 */
export function rocDateTimeOf(instant: number): RocDateTime {
  const { day, seconds } = split(instant);
  return `${digitsOfDay(day)}${digitsOfSeconds(seconds)}` as RocDateTime;
}

/**
 * ROC date (7 digits) of an instant. Fails as `rocDateTimeOf` does.
 *
 * @example
 * rocDateOf(1_639_099_800_000); // '1101210'
 */
export const rocDateOf = (instant: number): RocDate => digitsOfDay(split(instant).day);

/**
 * Western date-time (14 digits) of an instant, Taiwan's time. Fails as `rocDateTimeOf` does.
 *
 * @example
 * westernDateTimeOf(1_639_099_800_000); // '20211210093000'
 */
export function westernDateTimeOf(instant: number): WesternDateTime {
  const { day, seconds } = split(instant);
  const { year, month, day: dayOfMonth } = civilFromDays(day);
  return `${year}${two(month)}${two(dayOfMonth)}${digitsOfSeconds(seconds)}` as WesternDateTime;
}

/** The one way from an instant to digits. */
function split(instant: number): { day: number; seconds: number } {
  const local = Math.floor((instant + taipei) / 1000);
  const day = Math.floor(local / 86_400);
  if (typeof instant !== 'number' || !(day >= firstDay && day < endDay)) {
    throw new Failure(5005, {
      kind: 'clock-range',
      why: say({ zh: '時鐘的日期不在民國 1 到 999 年之間', en: 'the clock is outside ROC years 1 to 999' }),
      todo: say({ zh: '請校正電腦或讀卡機的日期時間', en: "set the computer's or the reader's date and time" }),
    });
  }
  return { day, seconds: local - day * 86_400 };
}

/** Seven characters of a day from `-990101` to `9991231`. */
function digitsOfDay(number: number): RocDate {
  if (!(number >= earliestDay && number < endDay)) throw noSuchDate();
  const { year, month, day } = civilFromDays(number);
  const years = year >= 1912 ? String(year - 1911).padStart(3, '0') : `-${two(1912 - year)}`;
  return `${years}${two(month)}${two(day)}` as RocDate;
}

const two = (value: number): string => String(value).padStart(2, '0');
const digitsOfSeconds = (seconds: number): string =>
  two(Math.floor(seconds / 3600)) + two(Math.floor(seconds / 60) % 60) + two(seconds % 60);

/**
 * Day number (1970-01-01 is 0) of a ROC date, or undefined when there is no such day.
 *
 * @example
 * rocDay('0590102'); // 1
 */
export function rocDay(date: string): number | undefined {
  const match = /^(?:(\d{3})|-(\d{2}))(\d{2})(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const [after, before, month, day] = match.slice(1).map(Number) as [number, number, number, number];
  if (after === 0 || before === 0) return undefined;
  return existing(match[1] === undefined ? 1912 - before : after + 1911, month, day);
}

/**
 * Is this a ROC date (7 characters) that exists?
 *
 * @example
 * isRocDate('1140229'); // false
 */
export const isRocDate = (date: string): date is RocDate => rocDay(date) !== undefined;

/**
 * Is this a ROC date-time (13 digits) that exists? Seconds are 00 to 59; years before 1912 have none.
 *
 * @example
 * isRocDateTime('1130229235959'); // true
 */
export const isRocDateTime = (text: string): text is RocDateTime => epochOf(text) !== undefined;

/**
 * Is this a western date-time (yyyyMMddHHmmss) that exists?
 *
 * @example
 * isWesternDateTime('20250229000000'); // false
 */
export const isWesternDateTime = (text: string): text is WesternDateTime => epochOfWestern(text) !== undefined;

/**
 * Milliseconds since 1970 of a ROC date-time (13 digits), or undefined when there is no such time.
 *
 * @example
 * epochOf('1101210093000'); // 1_639_099_800_000
 */
export function epochOf(dateTime: string): number | undefined {
  if (!/^\d{13}$/.test(dateTime)) return undefined;
  return instantOf(rocDay(dateTime.slice(0, 7)), dateTime.slice(7));
}

/**
 * Milliseconds since 1970 of a western date-time (14 digits, Taiwan's time), or undefined when there is no such time.
 *
 * @example
 * epochOfWestern('20211210093000'); // 1_639_099_800_000
 */
export function epochOfWestern(dateTime: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})\d{6}$/.exec(dateTime);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return instantOf(existing(year, month, day), dateTime.slice(8));
}

/** `HHmmss` of a day. */
function instantOf(day: number | undefined, clock: string): number | undefined {
  const [hours, minutes, seconds] = [0, 2, 4].map((at) => Number(clock.slice(at, at + 2))) as [number, number, number];
  if (day === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return day * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 - taipei;
}

/**
 * Whole days from one ROC date to another; undefined where one of them does not exist.
 *
 * @example
 * daysBetween('1130228', '1130301'); // 2
 */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [rocDay(from), rocDay(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

/**
 * Completed years of age on a day; undefined where one of the dates does not exist. Who was born on 29 February is a
 * year older on 1 March of a common year.
 *
 * @example
 * ageOn('0890229', '1070301'); // 18
 */
export function ageOn(birth: string, date: string): number | undefined {
  const [from, to] = [rocDay(birth), rocDay(date)];
  if (from === undefined || to === undefined) return undefined;
  const [born, now] = [civilFromDays(from), civilFromDays(to)];
  const reached = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (reached ? 0 : 1);
}

/**
 * The ROC date `days` after (or, below zero, before) a ROC date.
 *
 * @throws Failure 6018, kind `roc-date`, where there is no such date or the answer is outside `-990101` to `9991231`
 * @example
 * addDays('1131231', 1); // '1140101'
 */
export function addDays(date: string, days: number): RocDate {
  const start = rocDay(date);
  if (start === undefined || !Number.isInteger(days)) throw noSuchDate();
  return digitsOfDay(start + days);
}

const noSuchDate = (): Failure =>
  new Failure(6018, { kind: 'roc-date', why: say({ zh: '沒有這個民國日期', en: 'there is no such ROC date' }) });
