/** @module All that the doctor looks at, in the order in which it is shown. */

import type { Check } from '../types.ts';
import { disk } from './disk.ts';

export const checks: readonly Check[] = [disk];
