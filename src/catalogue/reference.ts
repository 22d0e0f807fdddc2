/** @module What there is to know besides the functions, as JSON: codes with their causes, code tables, terms, questions, the catalogue's words. */

import { errors } from './errors/index.ts';
import { faq, faqValues } from './faq.ts';
import { allTables } from './results.ts';
import { terms } from './terms.ts';
import * as words from './words.ts';

/** In the shape that `opencshis catalogue --reference --json` prints. */
export const referenceJson = () => ({
  codes: errors.map((entry) => ({ ...entry, reachBy: entry.reachBy ?? null })),
  tables: allTables.map(({ name, title, source, codes }) => ({ name, title, source, codes })),
  terms,
  faq,
  faqValues,
  words: {
    kinds: words.kindWords,
    needs: words.needWords,
    params: words.paramWords,
    directions: words.directionWords,
    roles: words.roleWords,
  },
});
