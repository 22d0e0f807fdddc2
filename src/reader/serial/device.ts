/** @module Clock, display, reset and pad of a dedicated reader on a serial line. */

import { Failure, limits, say } from '../../base/index.ts';
import { readerFailure } from '../failures.ts';
import type { Device } from '../types.ts';
import { ask, outcome } from './ccid.ts';
import type { Connected } from './connect.ts';
import { decodeTime, deviceSlot, encodeTime, ok, own } from './escape.ts';

export function serialDevice(name: string, connected: () => Connected | undefined): Device {
  const command = async (code: number, data: Uint8Array = new Uint8Array(0)): Promise<Uint8Array> => {
    const link = connected()?.link;
    if (link === undefined) throw readerFailure('reader-gone');
    const sent = new Uint8Array(Buffer.concat([Uint8Array.of(code), data]));
    const answer = await link.request({ type: ask.escape, slot: deviceSlot, data: sent, within: limits.apdu });
    if (answer.outcome === outcome.failed || answer.data[0] !== ok)
      throw new Failure(4000, {
        kind: 'reader-error',
        why: say({ zh: '讀卡機拒絕這個命令', en: 'the reader refused the command' }),
      });
    return answer.data.subarray(1);
  };
  const as = <T>(code: number, zh: string, en: string, work: () => Promise<T>): Promise<T> =>
    work().catch((cause) => {
      throw new Failure(code, { kind: 'reader-clock', why: say({ zh, en }), cause });
    });
  return {
    name,
    // Its digits go to the card alone.
    pad: {},
    clock: {
      get: () =>
        as(5005, '讀不到讀卡機的日期時間', "the reader's clock could not be read", async () => {
          const time = decodeTime(await command(own.clockGet));
          if (time === undefined) throw readerFailure('reader-timeout');
          return time;
        }),
      set: (now) =>
        as(6008, '讀卡機的日期時間無法設定', "the reader's clock could not be set", async () => {
          await command(own.clockSet, encodeTime(now));
        }),
    },
    async show(lines) {
      await command(own.show, Buffer.from(lines.join('\n'), 'utf8').subarray(0, 120));
    },
    async reset() {
      await command(own.reset);
    },
  };
}
