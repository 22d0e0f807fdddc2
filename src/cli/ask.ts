/** @module Questions at a terminal, one line each; Ctrl-C or the end of the input ends them all. */

import { createInterface } from 'node:readline/promises';

export interface Asker {
  /** Undefined where nobody answers any more. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

export function openAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new AbortController();
  lines.on('close', () => gone.abort());
  return {
    ask: (question) =>
      gone.signal.aborted
        ? Promise.resolve(undefined)
        : lines.question(question, { signal: gone.signal }).then(
            (line) => line.trim(),
            () => undefined,
          ),
    close: () => lines.close(),
  };
}
