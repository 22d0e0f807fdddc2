/** @module A function answers what its section lists: a cause without a code there is told by the nearest one, in its own words. */

import type { Api } from '../catalogue/schema.ts';

const nearest: { readonly [code: number]: readonly number[] } = {
  // The clock, or the institution in the module: to these sections the module is not ready.
  5005: [4050],
  5006: [5067, 4050],
  // A module that may not sign, and one that failed to.
  5009: [5008],
  5008: [5033],
  // 1.18 lists no code for a visit that is not there, 1.47 none for fees.
  5022: [5033],
  5028: [5023],
  // 4.3 lists one code for a professional card that may not be used; 4.2 tells which.
  9130: [5056],
  9140: [5056],
  // A professional card that cannot be read, to who may not write with it: as if its PIN were not known.
  5056: [4042, 4014],
  // A card that cannot be read was not unlocked, and not written.
  4043: [5122, 5007, 5023, 5028, 5033, 5051, 5057, 5061, 5068, 5071, 5078, 5087, 5093, 5130],
  // 1.33 lists a wrong PIN alone, 1.50 none; what stands behind it is not to be read.
  5102: [4029],
  5109: [5102, 4029],
  // 5.1 and 5.2 have one code for all that is wrong with what they are given.
  6018: [9127],
  // A newborn mark without a newborn on the card.
  5052: [5004],
  // No module card in its slot, or another card, where only "not verified" or "none" is listed.
  4012: [4050],
  4032: [4012, 4050],
  // Not allowed on a card whose free data alone are asked for: it did not answer.
  4029: [4000],
  // A card of the other kind, where only "none" is listed.
  4033: [4013],
  4034: [4014],
  // The module's console does not answer: where only cards and links are listed, that is a time-out.
  4050: [4000],
};

/** The code itself where the section lists it (or lists none at all), else the nearest that it does. */
export function listedCode(api: Pick<Api, 'returns'>, code: number): number {
  if (api.returns.length === 0 || api.returns.includes(code)) return code;
  return nearest[code]?.find((one) => api.returns.includes(one)) ?? code;
}
