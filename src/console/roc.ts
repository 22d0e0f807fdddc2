/** @module Dates as the card has them (ROC years) and as people read them. Pure; Taiwan is eight hours ahead, always. */

import type { Language } from './words.ts';

interface Parts {
  /** Western. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `HH:mm`, and `HH:mm:ss`; empty where there is a date alone. */
  readonly short: string;
  readonly long: string;
}
/** 7 or 13 digits; before 1912 the year is `-NN`. Undefined for blanks and whatever else is no date. */
export function rocParts(text: string): Parts | undefined {
  const found = /^(\d{3}|-\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute, second] = found;
  if (!(Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)) return undefined;
  const roc = Number(year);
  return {
    year: roc < 0 ? 1912 + roc : 1911 + roc,
    month: Number(month),
    day: Number(day),
    short: hour === undefined ? '' : `${hour}:${minute}`,
    long: hour === undefined ? '' : `${hour}:${minute}:${second}`,
  };
}
const two = (value: number): string => String(value).padStart(2, '0');

/** `民國 114 年 11 月 25 日`, `25 November 2025 (ROC 114)`; what is no date is shown as it stands. */
export function showDate(text: string, language: Language): string {
  const parts = rocParts(text);
  if (parts === undefined) return text;
  const { year, month, day } = parts;
  const roc = year >= 1912 ? `${year - 1911}` : `前 ${1912 - year}`;
  if (language === 'zh') return `民國${roc.startsWith('前') ? '' : ' '}${roc} 年 ${month} 月 ${day} 日`;
  return `${day} ${months[month - 1]} ${year}${year >= 1912 ? ` (ROC ${year - 1911})` : ''}`;
}
const months = 'January February March April May June July August September October November December'.split(' ');

/** As short as a table wants it: `114/11/25 10:20`, `2025-11-25 10:20`. */
export function showTime(text: string, language: Language): string {
  const parts = rocParts(text);
  if (parts === undefined) return text;
  const { year, month, day, short } = parts;
  const date = language === 'zh' ? `${year - 1911}/${two(month)}/${two(day)}` : `${year}-${two(month)}-${two(day)}`;
  return short === '' ? date : `${date} ${short}`;
}

/** Full years of age on a day. */
export function ageOn(birth: string, today: string): number | undefined {
  const [from, to] = [rocParts(birth), rocParts(today)];
  if (from === undefined || to === undefined) return undefined;
  const had = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (had ? 0 : 1);
}

const dayMs = 86_400_000;
const ahead = 8 * 3_600_000;
/** Days since 1970 of a civil date. */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
/** Milliseconds since 1970 of a ROC date or date and time. */
export function epochOf(text: string): number | undefined {
  const parts = rocParts(text);
  if (parts === undefined) return undefined;
  const [hour = 0, minute = 0, second = 0] = parts.long === '' ? [] : parts.long.split(':').map(Number);
  return daysOf(parts.year, parts.month, parts.day) * dayMs + (hour * 3600 + minute * 60 + second) * 1000 - ahead;
}
/** 13 ROC digits of a moment in Taiwan. */
export function rocOf(epoch: number): string {
  const local = epoch + ahead;
  const days = Math.floor(local / dayMs);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const seconds = Math.floor((local - days * dayMs) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join('');
  return `${String(year - 1911).padStart(3, '0')}${two(month)}${two(day)}${time}`;
}
/** Whole days from one date to another; negative where the other is before. */
export function daysBetween(from: string, to: string): number | undefined {
  const [one, other] = [epochOf(from.slice(0, 7)), epochOf(to.slice(0, 7))];
  return one === undefined || other === undefined ? undefined : Math.round((other - one) / dayMs);
}
/** 13 ROC digits of what a `datetime-local` field holds, `2025-11-25T10:20`. */
export function rocOfField(value: string): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute] = found;
  const roc = Number(year) - 1911;
  return roc < 1 || roc > 999 ? undefined : `${String(roc).padStart(3, '0')}${month}${day}${hour}${minute}00`;
}
/** What a `datetime-local` field holds for a moment. */
export const fieldOf = (epoch: number): string => {
  const text = rocOf(epoch);
  const parts = rocParts(text);
  return parts === undefined ? '' : `${parts.year}-${two(parts.month)}-${two(parts.day)}T${parts.short}`;
};
