/** @module Real PC/SC readers where the machine has the service; else why not, in words. */

import { type Say, say } from '../base/index.ts';
import type { Readers } from '../reader/types.ts';

export async function realReaders(): Promise<{ readers: Readers | undefined; why?: Say }> {
  if (process.env.OPENCSHIS_PCSC === 'off')
    return {
      readers: undefined,
      why: say({ zh: '已由 OPENCSHIS_PCSC=off 關閉', en: 'switched off by OPENCSHIS_PCSC=off' }),
    };
  return {
    readers: undefined,
    why: say({ zh: '這個版本尚未接上 PC/SC', en: 'PC/SC is not connected in this version' }),
  };
}
