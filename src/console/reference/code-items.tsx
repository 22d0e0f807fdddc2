/** @module Return codes as items of a list, each with its meaning and the way to its help; unknown ones are left out. */

import { linkTo } from '../route.ts';
import { word } from '../words.ts';
import { type Book, findCode } from './types.ts';

export const CodeItems = ({ known, codes }: { readonly known: Book; readonly codes: readonly number[] }) => (
  <>
    {codes.flatMap((code) => {
      const entry = findCode(known, code);
      return entry
        ? [
            <li key={code}>
              <a href={linkTo('help', String(code))}>
                {code} {word(entry)}
              </a>
            </li>,
          ]
        : [];
    })}
  </>
);
