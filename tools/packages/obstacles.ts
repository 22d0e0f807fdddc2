/**
 * @module The check before a .deb is unpacked, made of the same table that `opencshis neighbours` goes by: what may stop an
 * installation, as Perl's own data.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayStop } from '../../src/care/index.ts';
import { type CardSoftware, cardSoftware } from '../../src/catalogue/index.ts';

const script = path.join(import.meta.dirname, 'files/obstacles.pl');

export const obstaclesScript = (): string =>
  readFileSync(script, 'utf8').replace('@KNOWN@', () => cardSoftware.filter(mayStop).map(entry).join('\n'));

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
/** Perl reads the same expressions; its delimiters are braces, which pair in each of ours. */
const expression = ({ source, flags }: RegExp): string => `qr{${source}}${flags.includes('i') ? 'i' : ''}`;

function entry({ name, registered = [], since }: CardSoftware): string {
  const wanted = registered.map(
    (one) =>
      `{ ${Object.entries(one)
        .map(([key, value]: [string, RegExp]) => `${key} => ${expression(value)}`)
        .join(', ')} }`,
  );
  const when = since === undefined ? 'always => 1' : `since => ${quoted(since)}`;
  return `  { zh => ${quoted(name.zh)}, en => ${quoted(name.en)}, ${when}, registered => [ ${wanted.join(', ')} ] },`;
}
