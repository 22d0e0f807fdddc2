/** @module Real PC/SC readers where the machine has the service; else why not, in words. */

import { type Clock, type Say, say } from '../base/index.ts';
import type { Readers } from '../reader/types.ts';

export interface RealReaders {
  readonly readers: Readers | undefined;
  /** Asked anew each time: the service may come and go. */
  readonly available: boolean;
  readonly why: Say | undefined;
}

export async function realReaders(clock: Clock): Promise<RealReaders> {
  if (process.env.OPENCSHIS_PCSC === 'off') {
    return {
      readers: undefined,
      available: false,
      why: say({ zh: '已由 OPENCSHIS_PCSC=off 關閉', en: 'switched off by OPENCSHIS_PCSC=off' }),
    };
  }
  const { systemReaders } = await import('../reader/pcsc/index.ts');
  const readers = systemReaders(clock);
  return {
    readers,
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
