/** @module Asks one port politely whether a dedicated reader is there: who has it open is not disturbed. */

import { type Clock, Failure, type Random, type Say, say } from '../../base/index.ts';
import { connect } from './connect.ts';
import { type Holder, holderOf } from './holder.ts';
import { serialLimits } from './limits.ts';
import { openPort } from './line.ts';

export interface Asked {
  readonly path: string;
  readonly found: boolean;
  readonly speed?: number;
  readonly holder?: Holder;
  readonly why?: Say;
}

export async function askPort(
  path: string,
  clock: Clock,
  random: Random,
  speeds = serialLimits.speeds,
): Promise<Asked> {
  const holder = holderOf(path);
  if (holder) return { path, found: false, holder, why: inUse(holder) };
  try {
    const found = await connect({ path, speeds, open: openPort, clock, random });
    await found.close();
    return { path, found: true, speed: found.speed };
  } catch (error) {
    return { path, found: false, why: error instanceof Failure ? error.why : portTrouble(path, error).why };
  }
}

export const inUse = ({ pid, program }: Holder): Say =>
  program === undefined
    ? say({ zh: `連結埠正由程序 ${pid} 使用`, en: `the port is in use by process ${pid}` })
    : say({ zh: `連結埠正由 ${program}（程序 ${pid}）使用`, en: `the port is in use by ${program} (process ${pid})` });

/** What the system says of a port that cannot be opened, in words. */
export function portTrouble(path: string, error: unknown): { readonly why: Say; readonly todo: Say } {
  const text = error instanceof Error ? error.message : String(error);
  const known = troubles.find(({ sign }) => sign.test(text));
  return known
    ? { why: known.why(path), todo: known.todo }
    : {
        why: say({ zh: `無法開啟 ${path}：${text}`, en: `${path} cannot be opened: ${text}` }),
        todo: say({ zh: '請檢查連接線，或拔插讀卡機', en: 'look at the cable, or unplug the reader and plug it in' }),
      };
}
const troubles: readonly { readonly sign: RegExp; readonly why: (path: string) => Say; readonly todo: Say }[] = [
  {
    sign: /permission|access denied/i,
    why: (path) => say({ zh: `沒有權限開啟 ${path}`, en: `${path} may not be opened` }),
    todo: say({
      zh: '請把使用者加入 dialout 群組：sudo usermod -aG dialout $USER，然後重新登入',
      en: 'add the user to the group dialout: sudo usermod -aG dialout $USER, then log in again',
    }),
  },
  {
    sign: /lock|busy/i,
    why: (path) => say({ zh: `${path} 正由其他程式使用`, en: `${path} is in use by another program` }),
    todo: say({ zh: '請關閉使用這個連結埠的程式', en: 'close the program that uses the port' }),
  },
  {
    sign: /no such file|not found|no such device/i,
    why: (path) => say({ zh: `沒有 ${path} 這個連結埠`, en: `there is no port ${path}` }),
    todo: say({
      zh: '請接上讀卡機；名稱可能已改變（opencshis ports）',
      en: 'connect the reader; its name may have changed (opencshis ports)',
    }),
  },
];
