/**
 * @module The control software's end of the line: one command a slot at a time, each sent again until it is answered.
 *
 * The answer is the acknowledgement. A command keeps its sequence number when it is sent again, and the reader answers a
 * number that it has done with the answer that it gave: no card ever gets a command twice.
 */

import type { Clock } from '../../base/index.ts';
import { readerFailure } from '../failures.ts';
import { answers, ask, chain, decodeTell, encodeAsk, failed, isSlotChange, outcome, type TellMessage } from './ccid.ts';
import { type Check, encodeFrame, encodeNak, type FrameEvent, frameParser } from './frame.ts';
import { serialLimits } from './limits.ts';
import type { Line } from './line.ts';

export interface Question {
  readonly type: number;
  readonly slot: number;
  readonly data?: Uint8Array;
  readonly level?: number;
  /** Milliseconds for all of it, however often the reader asks for more time. */
  readonly within: number;
  readonly tries?: number;
  /** How long each try waits. */
  readonly wait?: number;
  /** The reader has it and works on it. */
  working?(): void;
  readonly signal?: AbortSignal | undefined;
}

export interface Link {
  /** Fails with `reader-timeout` when the reader works for too long, `reader-gone` when the line is lost. */
  request(question: Question): Promise<TellMessage>;
  /** A command or an answer longer than one message goes in several. */
  transfer(slot: number, command: Uint8Array, within: number): Promise<TellMessage>;
  received(bytes: Uint8Array): void;
  /** The check of all frames from here on; others are noise. */
  use(check: Check, block: number): void;
  /** Does a command of this slot wait for its answer? */
  busy(slot: number): boolean;
  /** The line is of no use any more: everything that waits fails. */
  end(cause?: unknown): void;
}

interface Pending {
  readonly type: number;
  again(): void;
  answered(message: TellMessage): void;
  gone(cause: unknown): void;
  naks: number;
}

export function openLink(options: {
  readonly line: Line;
  readonly speed: number;
  readonly clock: Clock;
  /** Where the numbers of this life of the line begin: another place than those of the last one. */
  readonly firstSeq: number;
  slotsChanged(): void;
  /** A message was sent as often as it may be, and nobody answers. */
  lost(cause: unknown): void;
}): Link {
  const { line, clock, speed } = options;
  const parser = frameParser();
  const pending = new Map<string, Pending>();
  /** The last command of each slot that waits. */
  const tails = new Map<number, Promise<unknown>>();
  let seq = options.firstSeq & 0xff;
  let check: Check = 'lrc';
  let block: number = serialLimits.block;
  let over = false;
  let endGap: (() => void) | undefined;
  const onLine = (bytes: number): number => Math.ceil((bytes * 10_000) / speed);

  const take = (event: FrameEvent): void => {
    if (event.kind === 'nak') {
      for (const one of [...pending.values()]) one.again();
      return;
    }
    if (event.kind === 'bad' || event.check !== check) {
      const [one] = [...pending.values()].filter(({ naks }) => naks < serialLimits.naks);
      if (one === undefined) return;
      one.naks += 1;
      void line.write(encodeNak(check));
      return;
    }
    if (isSlotChange(event.message)) {
      options.slotsChanged();
      return;
    }
    const message = decodeTell(event.message);
    const one = message && pending.get(`${message.slot}/${message.seq}`);
    // An answer that came late, after the command was sent again, or one to nobody.
    if (message === undefined || one === undefined || answers[one.type] !== message.type) return;
    one.answered(message);
  };

  const ask1 = (question: Question): Promise<TellMessage> =>
    new Promise((resolve, reject) => {
      const { type, slot, data = new Uint8Array(0), level = 0, tries = serialLimits.tries, signal } = question;
      if (over) return reject(readerFailure('reader-gone'));
      seq = (seq + 1) & 0xff;
      const key = `${slot}/${seq}`;
      const frame = encodeFrame(encodeAsk({ type, slot, seq, level, data }), check);
      const patience = (question.wait ?? serialLimits.answer) + onLine(frame.length + block + 16);
      let left = tries;
      let cancel: () => void = () => undefined;
      const finish = (): void => {
        pending.delete(key);
        cancel();
        endAll();
        signal?.removeEventListener('abort', abort);
      };
      const giveUp = (cause: unknown): void => {
        finish();
        reject(cause);
      };
      const send = (): void => {
        if (left === 0) {
          giveUp(readerFailure('reader-gone'));
          // Who asks only whether anybody is there decides by itself.
          if (question.tries === undefined) options.lost(readerFailure('reader-timeout'));
          return;
        }
        left -= 1;
        cancel();
        cancel = clock.after(patience, send);
        void line.write(frame);
      };
      const abort = (): void =>
        void link.request({ type: ask.abort, slot, within: serialLimits.padSlack }).catch(() => undefined);
      const endAll = clock.after(question.within, () => {
        giveUp(readerFailure('reader-timeout'));
        // The card or whoever types is let go; what it still answers belongs to nobody.
        abort();
      });
      pending.set(key, {
        type,
        naks: 0,
        again: send,
        answered(message) {
          if (message.outcome !== outcome.working) {
            finish();
            return resolve(message);
          }
          left = tries;
          cancel();
          cancel = clock.after(patience, send);
          question.working?.();
        },
        gone: giveUp,
      });
      send();
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
    });

  const link: Link = {
    request(question) {
      // Ends what another command of this slot does: it cannot wait behind it.
      if (question.type === ask.abort) return ask1(question);
      const { slot } = question;
      const turn = (tails.get(slot) ?? Promise.resolve()).then(() => ask1(question));
      const tail = turn.then(
        () => undefined,
        () => undefined,
      );
      tails.set(slot, tail);
      void tail.then(() => tails.get(slot) === tail && tails.delete(slot));
      return turn;
    },
    async transfer(slot, command, within) {
      const until = clock.monotonic() + within;
      const part = (level: number, data: Uint8Array): Promise<TellMessage> =>
        link.request({ type: ask.transfer, slot, level, data, within: Math.max(1, until - clock.monotonic()) });
      const pieces = Math.max(1, Math.ceil(command.length / block));
      let answer: TellMessage | undefined;
      for (let at = 0; at < pieces; at++) {
        const data = command.subarray(at * block, (at + 1) * block);
        const last = at === pieces - 1;
        answer = await part(
          pieces === 1 ? chain.whole : at === 0 ? chain.begins : last ? chain.ends : chain.continues,
          data,
        );
        if (answer.outcome === outcome.failed) return answer;
      }
      if (answer === undefined) throw readerFailure('reader-gone');
      const parts = [answer.data];
      while (answer.chain === chain.begins || answer.chain === chain.continues) {
        answer = await part(chain.next, new Uint8Array(0));
        if (answer.outcome === outcome.failed) return answer;
        parts.push(answer.data);
        if (parts.length * block > serialLimits.whole + block)
          return { ...answer, outcome: outcome.failed, error: failed.hardware };
      }
      return { ...answer, data: new Uint8Array(Buffer.concat(parts)) };
    },
    received(bytes) {
      endGap?.();
      endGap = undefined;
      for (const event of parser.push(bytes)) take(event);
      if (parser.waiting > 0 && !over)
        endGap = clock.after(serialLimits.gap + onLine(block), () => {
          for (const event of parser.silence()) take(event);
        });
    },
    use(next, most) {
      check = next;
      block = Math.min(most, serialLimits.block);
    },
    busy: (slot) => tails.has(slot),
    end(cause = readerFailure('reader-gone')) {
      if (over) return;
      over = true;
      endGap?.();
      for (const one of [...pending.values()]) one.gone(cause);
    },
  };
  return link;
}
