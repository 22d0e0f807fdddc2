export { type ControlOptions, createControl } from './control.ts';
export { written } from './functions/index.ts';
export { versionCodes } from './functions/status.ts';
export { verdict } from './reconcile.ts';
export type * from './types.ts';
export { type ItemAnswer, type ItemQuestion, verifyItem } from './verify-item.ts';
