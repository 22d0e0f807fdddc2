/** @module What a card allows, from what was read of it: pure, in words for the person at the counter. */

import type { Words } from '../../../client/index.ts';
import { ageOn, daysBetween, showDate } from '../../roc.ts';
import { say } from '../../words.ts';

/** As much as was read: 1.1 and 1.38, or 1.2 where no PIN stands before it. */
export interface CardFacts {
  readonly cancelMark?: string;
  readonly validUntil?: string;
  readonly available?: number;
  readonly insuredMark?: string;
  readonly newbornDate?: string;
  readonly newbornMark?: string;
}
export interface Line {
  readonly level: 'good' | 'warning' | 'red' | 'info';
  readonly words: Words;
}
export interface Allowance {
  readonly lines: readonly Line[];
  /** Categories that deduct from the visits left (01-09) are open. */
  readonly numbered: boolean;
  /** Any registration at all. */
  readonly any: boolean;
  /** A newborn may be registered on this card. */
  readonly newborn: boolean;
}
/** Days for which a newborn uses a parent's card. */
export const newbornDays = 60;

const dated = (zh: string, en: string, date: string): Words =>
  say(zh.replace('%', showDate(date, 'zh')), en.replace('%', showDate(date, 'en')));

export function allowance(facts: CardFacts, today: string): Allowance {
  const lines: Line[] = [];
  const add = (level: Line['level'], words: Words): void => void lines.push({ level, words });
  const { cancelMark, validUntil, available, newbornDate = '', newbornMark = '' } = facts;
  const cancelled = cancelMark === '2';
  if (cancelled) add('red', say('卡片已註銷，不能掛號', 'this card was cancelled: it cannot be registered'));
  const left = validUntil === undefined ? undefined : daysBetween(today, validUntil);
  const expired = left !== undefined && left < 0;
  if (validUntil !== undefined && left !== undefined)
    add(
      expired ? 'red' : left <= 30 ? 'warning' : 'good',
      expired
        ? dated('卡片已過期（%），請先更新卡片', 'the card expired on %: update it first', validUntil)
        : dated('有效期限 %', 'valid until %', validUntil),
    );
  const none = available !== undefined && available <= 0;
  if (available !== undefined)
    add(
      none ? 'red' : available <= 2 ? 'warning' : 'good',
      none
        ? say('可用次數 0：請先更新卡片（1.30）', 'no visits left: update the card first (1.30)')
        : say(`可用次數 ${available}`, `${available} visits left`),
    );
  const days = newbornDate === '' ? undefined : daysBetween(newbornDate, today);
  const newborn = days !== undefined && days >= 0 && days <= newbornDays && newbornMark !== '';
  if (days !== undefined)
    add(
      newborn ? 'info' : 'warning',
      newborn
        ? say(
            `依附新生兒（出生第 ${days} 日），可選新生兒註記`,
            `a newborn is attached (day ${days}): choose the newborn mark`,
          )
        : say(`新生兒依附已逾 ${newbornDays} 日`, `the newborn is older than ${newbornDays} days`),
    );
  return {
    lines,
    any: !cancelled && !expired,
    numbered: !cancelled && !expired && !none,
    newborn: newborn && !cancelled,
  };
}

export interface Visit {
  readonly treatItem: string;
  readonly visitTime: string;
  readonly seqNumber: string;
  readonly hospId: string;
}
/** Why a visit cannot be taken back (1.39); undefined where it can. */
export function undoProblem(
  visit: Visit,
  facts: {
    readonly hospId: string | undefined;
    readonly now: string;
    readonly online: boolean;
    readonly undone: boolean;
    readonly hours: number | undefined;
  },
): Words | undefined {
  if (facts.undone) return say('已退掛', 'undone');
  if (visit.hospId !== facts.hospId) return say('他院', 'another institution');
  if (!/^\d/.test(visit.treatItem)) return say('此類別不能退掛', 'this category cannot be undone');
  if (facts.hours === undefined || facts.hours > 24) return say('已逾 24 小時', 'more than 24 hours ago');
  if (!facts.online) return say('要連線才能退掛', 'needs the network');
  return undefined;
}

export const sexWords = (sex: string): Words =>
  sex === 'M' ? say('男', 'male') : sex === 'F' ? say('女', 'female') : say(sex, sex);

export const ageWords = (birth: string, today: string): Words | undefined => {
  const age = ageOn(birth, today);
  return age === undefined ? undefined : say(`${age} 歲`, age === 1 ? '1 year old' : `${age} years old`);
};
