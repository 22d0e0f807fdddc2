/**
 * @module The last look at a bundle before it is shown: nothing in it may look like a person's or a secret. It is made of
 * allowed fields already; what this finds is a mistake of ours, and no bundle is written.
 */

import { Failure, say } from '../../base/index.ts';
import { apis } from '../../catalogue/index.ts';
import type { ZipEntry } from '../zip.ts';
import { removed } from './allowed.ts';

const looks: readonly (readonly [string, RegExp])[] = [
  ['letters that are no ASCII', /[^\x09\x0a\x0d\x20-\x7e]/],
  ['an id number', /[A-Za-z][A-Da-d1289]\d{8}/],
  ['seven digits or more', /\d{7}/],
  ['an identifier', /(?<![0-9A-Za-z])[0-9A-Z]{20}(?![0-9A-Za-z])/],
  ['hexadecimal', /(?<![0-9A-Za-z])(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{12,}(?![0-9A-Za-z])/],
  ['base64', /[0-9A-Za-z+]{24,}|[0-9A-Za-z+/]{8,}=/],
  ['an address', /[\w.+-]+@[\w-]+\.\w/],
];
/** Longer than what is looked for, and ours. */
const ours = new RegExp(
  apis
    .map(({ name }) => name)
    .filter((name) => name.length >= 12)
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'g',
);

const kindsIn = (text: string): readonly string[] => {
  const rest = text.replaceAll(ours, '');
  return looks.filter(([, pattern]) => pattern.test(rest)).map(([what]) => what);
};
/** A field or a line that looks like what must not be there is left out whole, before the last look would refuse all. */
export const harmless = (text: string): string => (kindsIn(text).length > 0 ? removed : text);

/** What is left of persons and secrets, by the file. */
export function remains(files: readonly ZipEntry[], secrets: readonly string[] = []): readonly string[] {
  return files.flatMap(({ name, bytes }) => {
    const whole = Buffer.from(bytes).toString('utf8');
    const known = secrets.filter((one) => one.length >= 6 && whole.includes(one)).map(() => `${name}: a secret`);
    // Written by us, word by word.
    if (name === 'README.txt') return known;
    return [...known, ...kindsIn(whole).map((what) => `${name}: ${what}`)];
  });
}

export function checkBundle(files: readonly ZipEntry[], secrets: readonly string[] = []): void {
  const found = remains(files, secrets);
  if (found.length > 0)
    throw new Failure(-1, {
      kind: 'bundle-remains',
      why: say({
        zh: `回報檔裡還有像個資或金鑰的內容（${found.join('；')}），沒有產生`,
        en: `something in the bundle still looks like a person's or a secret (${found.join('; ')}): it was not made`,
      }),
      todo: say({ zh: '請把這一行告訴我們；信件不受影響', en: 'tell us this line; the mail goes without it' }),
    });
}
