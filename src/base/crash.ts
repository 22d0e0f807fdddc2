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
/** The same, on the way of an upload. */
export const uploadCrashPoints = [
  'control:upload-begun',
  'control:upload-part',
  'control:upload-stored',
  'control:upload-kept',
  'centre:upload-begun',
  'centre:upload-part',
  'centre:before-upload-stored',
  'centre:after-upload-stored',
] as const;
export type CrashPoint = (typeof crashPoints)[number] | (typeof uploadCrashPoints)[number];

/** Handed to what may crash; a live installation hands nothing. */
export type CrashAt = (point: CrashPoint) => void;
