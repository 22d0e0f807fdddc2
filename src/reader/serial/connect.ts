/** @module Opens a port and asks who is there, at each speed in turn. Whoever does not answer is left alone at once. */

import { type Clock, Failure, type Random, randomInt, say } from '../../base/index.ts';
import { ask, outcome } from './ccid.ts';
import { decodeIdentity, deviceSlot, type Identity, own } from './escape.ts';
import { serialLimits } from './limits.ts';
import type { Line, OpenLine } from './line.ts';
import { type Link, openLink } from './link.ts';

export interface Connected {
  readonly link: Link;
  readonly identity: Identity;
  readonly speed: number;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly path: string;
  readonly speeds: readonly number[];
  readonly open: OpenLine;
  readonly clock: Clock;
  readonly random: Random;
  slotsChanged?(): void;
  lost?(cause: unknown): void;
}

/** Fails with 4000, kind `no-reader-at-port`, or with what the port said. */
export async function connect(options: ConnectOptions): Promise<Connected> {
  for (const speed of options.speeds) {
    const found = await at(speed, options);
    if (found) return found;
  }
  const tried = options.speeds.join('、');
  throw new Failure(4000, {
    kind: 'no-reader-at-port',
    why: say({
      zh: `${options.path} 上沒有專屬讀卡機回應（試過的速率：${tried}）`,
      en: `no dedicated reader answers at ${options.path} (speeds tried: ${options.speeds.join(', ')})`,
    }),
    todo: say({
      zh: '請檢查電源、連接線與速率（opencshis ports）',
      en: 'look at its power, its cable and the speed (opencshis ports)',
    }),
  });
}

async function at(speed: number, options: ConnectOptions): Promise<Connected | undefined> {
  const { path, clock, random } = options;
  let link: Link | undefined;
  let greeted = false;
  let line: Line | undefined;
  const lost = (cause: unknown): void => {
    link?.end(cause);
    void line?.close();
    if (greeted) options.lost?.(cause);
  };
  line = await options.open(path, speed, { bytes: (bytes) => link?.received(bytes), lost });
  const made = openLink({
    line,
    speed,
    clock,
    firstSeq: randomInt(random, 256),
    slotsChanged: () => options.slotsChanged?.(),
    lost,
  });
  link = made;
  const close = async (): Promise<void> => {
    made.end();
    await line?.close();
  };
  const hello = { type: ask.escape, slot: deviceSlot, data: Uint8Array.of(own.identify) };
  try {
    const { hello: wait, hellos: tries } = serialLimits;
    const answer = await made.request({ ...hello, wait, tries, within: serialLimits.padSlack });
    const identity = answer.outcome === outcome.done ? decodeIdentity(answer.data) : undefined;
    if (identity === undefined) {
      await close();
      return undefined;
    }
    made.use(identity.crc ? 'crc' : 'lrc', identity.block);
    greeted = true;
    return { link: made, identity, speed, close };
  } catch (error) {
    await close();
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
