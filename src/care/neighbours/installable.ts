/** @module May we be installed beside what is here? Asked before anything is changed (Q8, Q11). */

import type { CardSoftware } from '../../catalogue/index.ts';
import type { Neighbour } from './find.ts';

/** What stops an installation: an older control software, which is removed first, or a component of Q11. */
export const obstacles = (here: readonly Neighbour[]): readonly Neighbour[] =>
  here.filter((one) => !one.leftover && (one.old || isOfQ11(one)));

/** Those that make log-in sites ask for a COM port when they stand beside a control software. */
const isOfQ11 = ({ id }: { readonly id: string }): boolean => id === 'card-reading' || id === 'idc';

/** Those that can stop one at all, whatever their version. */
export const mayStop = (one: CardSoftware): boolean => one.since !== undefined || isOfQ11(one);
