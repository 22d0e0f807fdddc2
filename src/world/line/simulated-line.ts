/** @module A dedicated reader behind a pseudo-terminal: a stable path to its port, its plug, its speed, and what a bad line does. */

import { lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, every, type Random, randomInt } from '../../base/index.ts';
import type { VirtualReaders } from '../../reader/index.ts';
import { type Check, encodeFrame, encodeNak, frameParser, serialLimits } from '../../reader/serial/index.ts';
import type { DedicatedReader } from '../dedicated.ts';
import type { SwitchBoard } from '../switch-file.ts';
import { type Firmware, firmware } from './firmware.ts';
import type { Pty } from './pty.ts';

export interface SimulatedLine {
  readonly path: string;
  /** The port is there, or is not because its plug is out. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface LineOptions {
  readonly path: string;
  readonly readers: VirtualReaders;
  readonly device: DedicatedReader;
  readonly board: SwitchBoard;
  readonly clock: Clock;
  readonly random: Random;
  /** All that goes over the line, as it leaves either end; for tests. */
  watch?(way: 'to-reader' | 'from-reader', bytes: Uint8Array): void;
}

/** The speed of a reader whose speed nobody changed. */
const usualSpeed = 115_200;

export function simulatedLine(options: LineOptions): SimulatedLine {
  const { path, board, clock, random } = options;
  let pty: Pty | undefined;
  let check: Check = 'lrc';
  let parser = frameParser();
  let last: Uint8Array | undefined;
  let endGap: (() => void) | undefined;
  let closed = false;
  /** The plug is being pulled: nothing more is said. */
  let dying = false;
  let tail: Promise<void> = Promise.resolve();

  const unlink = (): void => {
    try {
      if (lstatSync(path).isSymbolicLink()) rmSync(path);
    } catch {
      // it is not there
    }
  };
  const unplug = (): void => {
    dying = false;
    endGap?.();
    pty?.close();
    pty = undefined;
    unlink();
    void brain.powerCut();
  };
  const plug = async (): Promise<void> => {
    const { openPty } = await import('./pty.ts');
    if (closed || pty) return;
    check = 'lrc';
    parser = frameParser();
    last = undefined;
    pty = openPty(received, unplug);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    unlink();
    symlinkSync(pty.path, path);
  };

  /** What a bad line makes of bytes on their way. */
  const spoilt = (way: string, bytes: Uint8Array): Uint8Array => {
    const here = (fault: { options?: { readonly [name: string]: unknown } }): boolean =>
      fault.options?.way === undefined || fault.options.way === way;
    let out = bytes;
    const wanted = Number(board.get().faults.find((one) => one.name === 'line-speed')?.options?.baud ?? usualSpeed);
    const actual = pty?.speed();
    if (actual !== undefined && actual !== wanted) out = Uint8Array.from(random.bytes(Math.ceil(out.length / 2)));
    const cut = board.strikes('line-cut', here);
    if (cut) {
      const count = Math.min(Number(cut.options?.bytes ?? 1), out.length);
      const from = randomInt(random, out.length - count + 1);
      out = new Uint8Array(Buffer.concat([out.subarray(0, from), out.subarray(from + count)]));
    }
    const noise = board.strikes(
      'line-noise',
      (fault) => here(fault) && randomInt(random, 100) < Number(fault.options?.percent ?? 20),
    );
    if (noise && out.length > 0) {
      out = Uint8Array.from(out);
      const at = randomInt(random, out.length);
      out[at] = (out[at] ?? 0) ^ (1 + randomInt(random, 255));
      if (randomInt(random, 2) === 0)
        out = new Uint8Array(Buffer.concat([random.bytes(1 + randomInt(random, 8)), out]));
    }
    return out;
  };
  const put = (frame: Uint8Array): void => {
    if (dying) return;
    options.watch?.('from-reader', frame);
    const bytes = spoilt('from-reader', frame);
    const out = board.strikes('line-unplugged');
    if (!out) {
      pty?.write(bytes);
      return;
    }
    // Never all of it: the plug is out in the middle.
    pty?.write(bytes.subarray(0, Math.min(Number(out.options?.after ?? 3), bytes.length - 1)));
    dying = true;
    // Whoever reads has the beginning of the frame before the plug is out.
    clock.after(20, unplug);
  };
  const write = (frame: Uint8Array): void => {
    last = frame;
    const late = board.strikes('line-late');
    if (late) clock.after(Number(late.options?.ms ?? 1000), () => put(frame));
    else put(frame);
  };
  const send = (message: Uint8Array): void => write(encodeFrame(message, check));

  const brain: Firmware = firmware({ ...options, changed: send });
  const take = (bytes: Uint8Array | undefined): void => {
    for (const event of bytes === undefined ? parser.silence() : parser.push(bytes)) {
      if (event.kind === 'nak') {
        if (last) put(last);
      } else if (event.kind === 'bad') put(encodeNak(check));
      else {
        // Whoever asks decides how strongly it is checked.
        check = event.check;
        brain.handle(event.message, send);
      }
    }
  };
  function received(bytes: Uint8Array): void {
    options.watch?.('to-reader', bytes);
    endGap?.();
    take(spoilt('to-reader', bytes));
    if (parser.waiting > 0) endGap = clock.after(serialLimits.gap, () => take(undefined));
  }

  const follow = (): void => {
    const out = board
      .get()
      .faults.find(
        ({ id, name, times, options: { after } = {} }) =>
          name === 'line-unplugged' &&
          (times === undefined || board.count(id) < times) &&
          (pty === undefined || after === undefined),
      );
    if (out && pty) {
      unplug();
      board.struck(out.id);
    }
    if (!out && !pty) tail = tail.then(plug);
  };
  // Another process turns switches as well.
  const stopLooking = every(clock, 50, follow);
  const stop = board.watch(follow);
  follow();

  return {
    path,
    ready: async () => tail,
    async close() {
      closed = true;
      stopLooking();
      stop();
      await tail;
      brain.close();
      unplug();
    },
  };
}
