/** @module What the doctor's checks are called, in the order in which they are shown: all that `--help` needs of them. */

export const checkIds = [
  'program',
  'readers',
  'module',
  'network',
  'clock',
  'ports',
  'neighbours',
  'disk',
  'journal',
  'library',
  'session',
  'browser',
] as const;
