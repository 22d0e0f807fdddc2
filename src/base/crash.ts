/** @module The one list of places where a crash is tried; a live installation hands nothing to what may crash. */

/** Every place where a crash is tried, by process. */
export const crashPoints = [
  'control:before-prepared',
  'control:after-prepared',
  'control:before-commit',
  'control:after-commit',
  'control:after-done',
  'control:before-delivered',
  'control:before-receipt',
  'control:after-receipt',
  'sam:before-sign',
  'sam:after-sign',
  'sam:before-keys-kept',
  'sam:after-keys-kept',
  'centre:before-store',
  'centre:after-store',
  'centre:before-answer',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** Handed to what may crash; a live installation hands nothing. */
export type CrashAt = (point: CrashPoint) => void;
