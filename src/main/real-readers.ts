/** @module Real readers: PC/SC where the machine has the service, else why not, in words; and those on serial ports. */

import { type Clock, type Say, say } from '../base/index.ts';
import { combineReaders } from '../reader/index.ts';
import type { Readers } from '../reader/types.ts';

export interface RealReaders {
  readonly readers: Readers | undefined;
  /** Asked anew each time: the service may come and go. */
  readonly available: boolean;
  readonly why: Say | undefined;
}

/** `onLines`: those that the table of serial ports names. */
export async function realReaders(clock: Clock, onLines?: Readers): Promise<RealReaders> {
  if (process.env.OPENCSHIS_PCSC === 'off') {
    return {
      readers: onLines,
      available: false,
      why: say({ zh: '已由 OPENCSHIS_PCSC=off 關閉', en: 'switched off by OPENCSHIS_PCSC=off' }),
    };
  }
  const { systemReaders } = await import('../reader/pcsc/index.ts');
  const readers = systemReaders(clock);
  const both = [readers, onLines].filter((one) => one !== undefined);
  return {
    readers: both.length === 0 ? undefined : combineReaders(both),
    get available() {
      return readers?.available ?? false;
    },
    get why() {
      return readers === undefined
        ? say({ zh: '這個系統的 PC/SC 尚未支援', en: "this system's PC/SC is not known" })
        : readers.why;
    },
  };
}
