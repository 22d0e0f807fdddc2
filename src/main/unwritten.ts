/** @module Which functions are declared and not written yet. */

import { apis } from '../catalogue/index.ts';
import { written } from '../control/index.ts';

export const unwritten = (): string[] => apis.map((api) => api.name).filter((name) => !Object.hasOwn(written, name));
