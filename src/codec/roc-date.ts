/**
 * @module ROC calendar: year 001 is 1912; before it `-NN` is the year 1912 - NN, and there is no year zero.
 * All arithmetic is on civil days, Taiwan's clock is UTC+8 at every instant that a record can hold, and no machine's
 * time zone is ever asked. ROC digits are made from an instant in one place only, which refuses instants outside
 * 1912 to 2910: a date that was converted twice ("year 610") cannot come out.
 */

import { Failure, say } from '../base/index.ts';

const dayMs = 86_400_000;
const taipei = 8 * 3_600_000;
const firstInstant = daysFromCivil(1912, 1, 1) * dayMs - taipei;
const endInstant = daysFromCivil(2911, 1, 1) * dayMs - taipei;

/** Day number (1970-01-01 is 0) of a day of the western calendar (Howard Hinnant's public algorithm). */
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

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * ROC date-time (13 digits) of an instant. Fails with 5005 outside 1912-2910.
 *
 * @example
 * rocDateTimeOf(1_639_099_800_000); // '1101210093000'
 */
export function rocDateTimeOf(instant: number): string {
  const { date, seconds } = split(instant);
  return `${date}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
}

/** ROC date (7 digits) of an instant. Fails with 5005 outside 1912-2910. */
export const rocDateOf = (instant: number): string => split(instant).date;

/** Western yyyyMMddHHmmss (14 digits) of an instant, Taiwan's time. */
export function westernDateTimeOf(instant: number): string {
  const roc = rocDateTimeOf(instant);
  return `${Number(roc.slice(0, 3)) + 1911}${roc.slice(3)}`;
}

function split(instant: number): { date: string; seconds: number } {
  if (!Number.isFinite(instant) || instant < firstInstant || instant >= endInstant) {
    throw new Failure(5005, {
      kind: 'clock-range',
      why: say({ zh: '時鐘的日期不在民國 1 到 999 年之間', en: 'the clock is outside ROC years 1 to 999' }),
      todo: say({ zh: '請校正電腦或讀卡機的日期時間', en: "set the computer's or the reader's date and time" }),
    });
  }
  const local = Math.floor((instant + taipei) / 1000);
  const days = Math.floor(local / 86_400);
  const { year, month, day } = civilFromDays(days);
  return { date: `${String(year - 1911).padStart(3, '0')}${two(month)}${two(day)}`, seconds: local - days * 86_400 };
}

/** Day number of a 7-digit ROC date, or undefined when there is no such day. */
export function rocDay(date: string): number | undefined {
  const match = /^(?:(\d{3})|-(\d{2}))(\d{2})(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const before = match[2] === undefined ? undefined : Number(match[2]);
  const years = match[1] === undefined ? 0 : Number(match[1]);
  if (before === 0 || (before === undefined && years === 0)) return undefined;
  const year = before === undefined ? years + 1911 : 1912 - before;
  const month = Number(match[3]);
  const day = Number(match[4]);
  if (month < 1 || month > 12 || day < 1) return undefined;
  const number = daysFromCivil(year, month, day);
  const back = civilFromDays(number);
  return back.month === month && back.day === day ? number : undefined;
}

/** Is this a 7-digit ROC date that exists? */
export const isRocDate = (date: string): boolean => rocDay(date) !== undefined;

/** Is this a 13-digit ROC date-time that exists? Seconds 00-59. */
export const isRocDateTime = (text: string): boolean => epochOf(text) !== undefined;

/** Milliseconds since 1970 of a 13-digit ROC date-time, or undefined when there is no such time. */
export function epochOf(dateTime: string): number | undefined {
  if (!/^\d{13}$/.test(dateTime)) return undefined;
  const day = rocDay(dateTime.slice(0, 7));
  const [hours, minutes, seconds] = [7, 9, 11].map((at) => Number(dateTime.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  if (day === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return day * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 - taipei;
}

/** Whole days from one ROC date to another; undefined where one of them does not exist. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [rocDay(from), rocDay(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

/** Completed years of age on a day; undefined where one of the dates does not exist. */
export function ageOn(birth: string, date: string): number | undefined {
  const [from, to] = [rocDay(birth), rocDay(date)];
  if (from === undefined || to === undefined) return undefined;
  const [born, now] = [civilFromDays(from), civilFromDays(to)];
  const reached = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (reached ? 0 : 1);
}

/** The ROC date `days` after a ROC date of year 001 or later. */
export function addDays(date: string, days: number): string {
  const start = rocDay(date);
  if (start === undefined) throw new RangeError('not a ROC date');
  return rocDateOf((start + days) * dayMs - taipei + dayMs / 2);
}
