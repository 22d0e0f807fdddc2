/** @module The people of a world, whether a card of theirs is on the bench or not. */

import { join } from 'node:path';
import { openCentreStore } from '../centre/server/index.ts';

const most = 50;

/** The first of those whose name or number has this in it, and how many there are. */
export function findPeople(folder: string, text: string) {
  const centre = openCentreStore(join(folder, 'centre/centre.sqlite'));
  try {
    const { people, of } = centre.findPeople(text.trim().toUpperCase(), most);
    return {
      of,
      people: people.map(({ personId, name, birthDate, sex, insured }) => ({
        personId,
        name,
        birthDate,
        sex,
        insured,
      })),
    };
  } finally {
    centre.close();
  }
}
