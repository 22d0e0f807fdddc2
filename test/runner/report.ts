/** @module Prints what happened: compact for people on the terminal, everything in `output.log`. */

import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Result, Skipped } from './run-file.ts';

const indent = (text: string, by: string) => text.replaceAll(/^/gm, by);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export class Report {
  passed = 0;
  failed = 0;
  readonly skipped: (Skipped & { file: string })[] = [];
  readonly failures: string[] = [];
  readonly #log: string;
  readonly #print: (line: string) => void;
  readonly #start = performance.now();

  constructor(log: string, print: (line: string) => void = console.log) {
    this.#log = log;
    this.#print = print;
  }

  /** To the terminal and the log. */
  say(line: string): void {
    this.#print(line);
    appendFileSync(this.#log, `${line}\n`);
  }

  heading(title: string): void {
    this.say(`\n== ${title}  (at ${seconds(performance.now() - this.#start)})`);
  }

  /** One file, or one command: a line, then failures in full and skips with their reason. */
  add(result: Result): void {
    const name = path.relative(process.cwd(), result.file) || result.file;
    this.passed += result.passed;
    this.failed += result.failed.length;
    this.skipped.push(...result.skipped.map((one) => ({ ...one, file: name })));
    const counts = [
      `${result.passed} passed`,
      ...(result.failed.length ? [`${result.failed.length} FAILED`] : []),
      ...(result.skipped.length ? [`${result.skipped.length} skipped`] : []),
    ].join(', ');
    this.say(`${result.failed.length ? 'FAIL' : 'ok  '} ${name}  ${counts}  ${seconds(result.ms)}`);
    for (const one of result.skipped) this.say(`     skipped: ${one.name}: ${one.reason || 'NO REASON GIVEN'}`);
    for (const one of result.failed) {
      const text = `  ${name}: ${one.name}\n${indent(one.message, '    ')}`;
      this.failures.push(text);
      this.say(text);
    }
    if (result.output) appendFileSync(this.#log, `-- printed by ${name}\n${indent(result.output, '  ')}\n`);
  }

  /** The closing: everything that failed once more, then the one line of counts. Answers the exit code. */
  close(): number {
    if (this.failures.length) this.say(`\n== failures\n${this.failures.join('\n')}`);
    if (this.passed + this.failed === 0) this.say('no test ran: that is a failure');
    this.say(`\ntook ${seconds(performance.now() - this.#start)}`);
    this.say(`${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`);
    return this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}
