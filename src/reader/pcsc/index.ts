/** @module Real readers through the system's PC/SC service. Heavy: loaded when used. */

import type { Clock } from '../../base/index.ts';
import { thisPlatform } from './platform.ts';
import { type PcscReaders, pcscReaders } from './readers.ts';
import { remotePcsc } from './remote.ts';

export { rv as pcscAnswers } from './api.ts';
export { type PcscLook, probePcsc } from './probe.ts';
export type { PcscReaders };

/** Undefined on systems whose PC/SC is not known. */
export function systemReaders(
  clock: Clock,
  more: Partial<Parameters<typeof pcscReaders>[0]> = {},
): PcscReaders | undefined {
  const platform = thisPlatform();
  return platform && pcscReaders({ api: remotePcsc(clock), platform, clock, ...more });
}
