export { decodeLines } from './log-lines.ts';
export { inDoubtId, openJournal } from './open-journal.ts';
export type * from './types.ts';
