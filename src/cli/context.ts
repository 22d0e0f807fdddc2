/** @module What every command gets: the output, the world's folder, and how its action is run. */

import type { Command } from 'commander';
import { Failure, type Say, say } from '../base/index.ts';
import { homeFolder } from '../main/home.ts';
import type { Output } from './output.ts';

export interface Cli {
  readonly output: Output;
  readonly folder: string;
  /** A subcommand with its description in the user's language and the options that all have. */
  command(parent: Command, name: string, description: Say): Command;
  /** Runs an action; what it throws becomes the message and the exit code. */
  run<A extends unknown[]>(action: (...args: A) => Promise<void> | void): (...args: A) => Promise<void>;
}

export function createCli(output: Output): Cli {
  return {
    output,
    get folder() {
      return homeFolder();
    },
    command: (parent, name, description) =>
      parent
        .command(name)
        .description(output.word(description))
        .option('--json', output.word(say({ zh: '以 JSON 輸出', en: 'print JSON' })))
        .option('--lang <zh|en>', output.word(say({ zh: '語言', en: 'language' }))),
    run:
      (action) =>
      async (...args) => {
        try {
          await action(...args);
        } catch (error) {
          output.fail(error);
        }
      },
  };
}

export const usage = (words: Say, todo?: Say): Failure =>
  new Failure(6018, { kind: 'usage', why: words, ...(todo ? { todo } : {}) });
