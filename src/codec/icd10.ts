/**
 * @module Packing of ICD-10-CM codes into the card's five characters (API 5.1, 5.2). A code is cut after its third
 * character: the category becomes two characters and the rest three, each the rank in a fixed list (`icd10-lists.ts`).
 *
 * In scope are codes of more than five characters and all that begin with E or V; everything else stands on the card as it
 * is. A packed code is known by its first character, one of 20 symbols. Any category with any suffix of the lists is
 * packed: whether the pair is a code of the official list is not known here (the diagnosis master of a HIS knows).
 */

import { Failure, type Say, say } from '../base/index.ts';
import { categories, endingNames, endings, suffixes } from './icd10-lists.ts';

const symbols = '!"#$%&()*+:<>?@^{|}~';
const digits36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits56 = symbols + digits36;
/** NHI keeps three places free behind each suffix. */
const step = 4;

interface Lists {
  readonly categories: readonly string[];
  readonly suffixes: readonly string[];
  readonly rankOfCategory: ReadonlyMap<string, number>;
  readonly rankOfSuffix: ReadonlyMap<string, number>;
}
let spelledOut: Lists | undefined;
const lists = (): Lists => {
  spelledOut ??= spellOut();
  return spelledOut;
};

/**
 * A code without the dot, blanks around it and lower case.
 *
 * @example
 * normaliseIcd10(' g44.201 '); // 'G44201'
 */
export function normaliseIcd10(code: string): string {
  const trimmed = code.trim();
  // Letters of ASCII alone: in upper case a dotless i would be an I.
  const upper = /[a-z]/.test(trimmed) ? trimmed.replace(/[a-z]+/g, (part) => part.toUpperCase()) : trimmed;
  return upper.charAt(3) === '.' && upper.length > 4 ? upper.slice(0, 3) + upper.slice(4) : upper;
}

const inScope = (plain: string): boolean => plain.length > 5 || plain.startsWith('E') || plain.startsWith('V');

/**
 * Is this code packed on the card: longer than five characters, or E or V first?
 *
 * @example
 * isPackedScope('I10'); // false
 */
export const isPackedScope = (code: string): boolean => inScope(normaliseIcd10(code));

/**
 * Does a card's field hold a packed code?
 *
 * @example
 * isPackedField('"M7WK'); // true
 */
export const isPackedField = (field: string): boolean => field !== '' && symbols.includes(field.charAt(0));

/**
 * API 5.1: the packed form, five characters, or two for a bare category of E or V.
 *
 * @param code with or without the dot, in either case
 * @throws Failure 9127 when the code is not in the packed range, or not made of a category and a suffix of the lists
 * @example
 * packIcd10('G44.201'); // '"M7WK'
 */
export function packIcd10(code: string): string {
  const plain = normaliseIcd10(code);
  if (!inScope(plain)) throw refused(notInScope);
  const { rankOfCategory, rankOfSuffix } = lists();
  const category = rankOfCategory.get(plain.slice(0, 3));
  if (category === undefined) throw refused(notListed);
  const two = digits56.charAt(category / 56) + digits56.charAt(category % 56);
  if (plain.length === 3) return two;
  const suffix = rankOfSuffix.get(plain.slice(3));
  if (suffix === undefined) throw refused(notListed);
  const value = suffix * step;
  return two + digits36.charAt(value / 1296) + digits36.charAt((value / 36) % 36) + digits36.charAt(value % 36);
}

/**
 * API 5.2: the code of a packed form; blanks behind it are padding.
 *
 * @throws Failure 9127 for everything that 5.1 cannot have made
 * @example
 * unpackIcd10('"M7WK'); // 'G44201'
 */
export function unpackIcd10(packed: string): string {
  const field = packed.trimEnd();
  const all = lists();
  const high = symbols.indexOf(field.charAt(0));
  const low = digits56.indexOf(field.charAt(1));
  const category = all.categories[high * 56 + low];
  const whole = field.length === 2 || field.length === 5;
  if (!whole || high < 0 || low < 0 || category === undefined) throw refused(notPacked);
  const code = category + (field.length === 2 ? '' : suffixOf(field, all.suffixes));
  if (!inScope(code)) throw refused(notPacked);
  return code;
}

/**
 * What a card's five characters shall be: packed where the code is in scope, else as it is (an ICD-9 code, a short one).
 *
 * @throws Failure 9127 for a code in scope that the lists do not make
 * @example
 * diagnosisToCard('J01.10'); // 'J0110'
 */
export const diagnosisToCard = (code: string): string => (isPackedScope(code) ? packIcd10(code) : normaliseIcd10(code));

/**
 * The code that a card's field holds. Total: what is no code is shown as it stands.
 *
 * @example
 * diagnosisFromCard('4619 '); // '4619'
 */
export function diagnosisFromCard(field: string): string {
  if (!isPackedField(field)) return field.trimEnd();
  try {
    return unpackIcd10(field);
  } catch {
    return field.trimEnd();
  }
}

function suffixOf(field: string, all: readonly string[]): string {
  let value = 0;
  for (let at = 2; at < 5; at++) {
    const digit = digits36.indexOf(field.charAt(at));
    if (digit < 0) throw refused(notPacked);
    value = value * 36 + digit;
  }
  const suffix = all[value / step];
  if (suffix === undefined) throw refused(notPacked);
  return suffix;
}

function spellOut(): Lists {
  const allCategories = categories.split('|').flatMap((line) =>
    line
      .slice(1)
      .split(' ')
      .flatMap((item) => {
        const [from = '', to = from] = item.split('-');
        if (to === from) return [line.charAt(0) + from];
        const count = Number(to) - Number(from) + 1;
        return Array.from({ length: count }, (_, at) => line.charAt(0) + String(Number(from) + at).padStart(2, '0'));
      }),
  );
  const sets = endings.split(' ').map((set) => Array.from(set, (one) => (one === '.' ? '' : one)));
  const allSuffixes: string[] = [];
  let first = '';
  for (const line of suffixes.split(' ')) {
    const head = line.slice(0, 2);
    if (line.charAt(0) !== first) {
      first = line.charAt(0);
      if (first <= '9') allSuffixes.push(first);
    }
    const alone = line.charAt(2) === '.';
    if (alone) allSuffixes.push(head);
    let thirds = '';
    for (const one of line.slice(alone ? 3 : 2)) {
      const set = sets[endingNames.indexOf(one)];
      if (set === undefined) thirds += one;
      else {
        for (const third of thirds) for (const ending of set) allSuffixes.push(head + third + ending);
        thirds = '';
      }
    }
  }
  return {
    categories: allCategories,
    suffixes: allSuffixes,
    rankOfCategory: ranks(allCategories),
    rankOfSuffix: ranks(allSuffixes),
  };
}

function ranks(list: readonly string[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const [rank, one] of list.entries()) out.set(one, rank);
  return out;
}

const notInScope = say({
  zh: '這個診斷碼不在押碼範圍（超過 5 碼，或 E、V 開頭）',
  en: 'this code is not in the packed range (longer than five characters, or E or V first)',
});
const notListed = say({
  zh: '押碼表裡沒有這個診斷碼',
  en: 'the packing lists do not hold this code',
});
const notPacked = say({ zh: '這不是押碼後的診斷碼', en: 'this is not a packed code' });
const refused = (why: Say): Failure => new Failure(9127, { kind: 'icd10', why });
