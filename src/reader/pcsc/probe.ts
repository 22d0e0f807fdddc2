/** @module One look at the PC/SC service: is it there, does it answer in time, which readers has it? */

import type { Clock } from '../../base/index.ts';
import { rv } from './api.ts';
import { thisPlatform } from './platform.ts';
import { remotePcsc } from './remote.ts';

export interface PcscLook {
  readonly state: 'answered' | 'late' | 'no-library';
  /** What the first call answered that failed; 0 where none did. */
  readonly rv: number;
  readonly readers: readonly string[];
}

/** By a process of its own, which is ended when the look is over: a service that hangs holds nobody up. */
export async function probePcsc(clock: Clock, deadline: number): Promise<PcscLook> {
  if (thisPlatform() === undefined) return { state: 'no-library', rv: rv.noLibrary, readers: [] };
  const api = remotePcsc(clock);
  const late = Promise.withResolvers<PcscLook>();
  const cancel = clock.after(deadline, () => late.resolve({ state: 'late', rv: rv.timeout, readers: [] }));
  try {
    return await Promise.race([look(api), late.promise]);
  } finally {
    cancel();
    api.stop();
  }
}

async function look(api: ReturnType<typeof remotePcsc>): Promise<PcscLook> {
  const opened = await api.establish();
  if (opened.rv === rv.noLibrary) return { state: 'no-library', rv: opened.rv, readers: [] };
  if (opened.rv !== rv.ok) return { state: 'answered', rv: opened.rv, readers: [] };
  const { rv: result, names } = await api.listReaders(opened.context);
  return { state: 'answered', rv: result === rv.noReaders ? rv.ok : result, readers: names };
}
