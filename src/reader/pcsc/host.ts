/**
 * @module The process that holds the PC/SC library.
 *
 * A call into a reader that hangs cannot be called back: its thread stays, and a process with such a thread does not end
 * (libuv joins its pool, Node its workers). So the library lives here, with threads of its own, and the control
 * software ends this process when it ends itself.
 */

import { type Answer, type PcscApi, rv } from './api.ts';
import { bindPcsc } from './native.ts';
import { thisPlatform } from './platform.ts';

export interface Question {
  readonly id: number;
  readonly name: keyof PcscApi | 'ping';
  readonly args: readonly unknown[];
}
export interface Reply {
  readonly id: number;
  readonly answer: Answer;
}

const end = (): void => {
  // `process.exit` would wait for a thread that hangs.
  process.kill(process.pid, 'SIGKILL');
};
process.on('disconnect', end);
// Ctrl-C reaches the whole group; the control software decides when this process ends.
process.on('SIGINT', () => undefined);

function load(): PcscApi | undefined {
  const platform = thisPlatform();
  if (platform === undefined) return undefined;
  try {
    return bindPcsc(platform);
  } catch {
    return undefined;
  }
}
const api = load();
process.on('message', async (question: Question) => {
  // Is this process alive? Told without the library, which may hang.
  if (question.name === 'ping') return void process.send?.({ id: question.id, answer: { rv: rv.ok } } satisfies Reply);
  const call = api?.[question.name] as ((...args: readonly unknown[]) => Promise<Answer>) | undefined;
  const answer = call === undefined ? { rv: rv.noLibrary } : await call(...question.args);
  const reply: Reply = { id: question.id, answer };
  if (process.connected) process.send?.(reply);
});
