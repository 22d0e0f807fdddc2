/** @module Runs one test file in a process of its own and counts what it says. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MARK } from './environment.ts';
import { killMarked, markedProcesses } from './processes.ts';

export interface Failed {
  readonly name: string;
  readonly message: string;
}

export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export interface Result {
  readonly file: string;
  passed: number;
  readonly failed: Failed[];
  readonly skipped: Skipped[];
  /** All that the file and its tests printed. */
  output: string;
  ms: number;
}

export interface Plan {
  /** Seconds after which a test fails, and how much later the file is killed with all it has started. */
  readonly deadline: number;
  readonly grace?: number;
  readonly env: Record<string, string>;
}

/** A file may ask for more time, and to run by itself: `// .. deadline: 600`, `// alone`, in its first lines. */
export function wishesOf(file: string): { deadline?: number; alone: boolean } {
  const head = readFileSync(file, 'utf8').slice(0, 1000);
  const seconds = /^\/\/.*\bdeadline: (\d+)(?: s)?$/m.exec(head)?.[1];
  return { ...(seconds ? { deadline: Number(seconds) } : {}), alone: /^\/\/ alone\b/m.test(head) };
}

function describe(error: unknown): string {
  const cause = (error as { cause?: unknown } | undefined)?.cause ?? error;
  if (!(cause instanceof Error)) return String(cause);
  const lines = (cause.stack ?? String(cause)).split('\n').filter((line) => !/^\s+at .*\(?node:/.test(line));
  const nested = cause.cause ? `\ncaused by: ${describe(cause.cause)}` : '';
  return lines.join('\n') + nested;
}

const lastLines = (text: string, count: number) => text.trimEnd().split('\n').slice(-count).join('\n');

export async function runFile(file: string, plan: Plan): Promise<Result> {
  const result: Result = { file, passed: 0, failed: [], skipped: [], output: '', ms: 0 };
  const last = plan.deadline + (plan.grace ?? 5);
  const mark = plan.env[MARK] ?? '';
  const start = performance.now();
  const stop = new AbortController();
  const running = new Map<number | string, string>();
  let hung = '';
  const watchdog = setTimeout(() => {
    hung = `the file hung and was killed after ${last} s; then running: ${
      [...running.values()].join(', ') || 'unknown'
    }`;
    killMarked(mark);
    stop.abort();
  }, last * 1000);
  const isFile = (data: { name: string; nesting: number }) => data.nesting === 0 && path.resolve(data.name) === file;
  const stream = run({
    files: [file],
    concurrency: 1,
    isolation: 'process',
    timeout: plan.deadline * 1000,
    signal: stop.signal,
    env: plan.env,
  });
  for await (const event of stream) {
    switch (event.type) {
      case 'test:stdout':
      case 'test:stderr':
        result.output += event.data.message;
        break;
      case 'test:dequeue':
        if (!isFile(event.data)) running.set(`${event.data.nesting} ${event.data.name}`, event.data.name);
        break;
      case 'test:pass': {
        const { data } = event;
        running.delete(`${data.nesting} ${data.name}`);
        if (data.skip !== undefined) result.skipped.push({ name: data.name, reason: String(data.skip) });
        else if (data.todo !== undefined) result.skipped.push({ name: data.name, reason: `todo ${data.todo}` });
        else if (isFile(data)) result.failed.push({ name: 'the file', message: 'no test is in it' });
        else if (data.details.type !== 'suite') result.passed++;
        break;
      }
      case 'test:fail': {
        const { data } = event;
        running.delete(`${data.nesting} ${data.name}`);
        const error = data.details.error as Error & { failureType?: string };
        if (data.todo !== undefined) result.skipped.push({ name: data.name, reason: `todo ${data.todo}` });
        else if (error.failureType === 'subtestsFailed')
          break; // told by the subtest itself
        else if (isFile(data)) result.failed.push({ name: 'the file', message: '' });
        else result.failed.push({ name: data.name, message: describe(error) });
        break;
      }
    }
  }
  clearTimeout(watchdog);
  if (hung) result.failed.push({ name: 'the file', message: hung });
  await endLeftovers(mark, result);
  if (result.passed + result.failed.length + result.skipped.length === 0) {
    result.failed.push({ name: 'the file', message: 'no test was heard of' });
  }
  // What a broken file says of itself stands in its output; several notes of it are one failure.
  const own = result.failed.filter((one) => one.name === 'the file');
  if (own.length > 0) {
    const said = own.map((one) => one.message).filter((message) => message !== '');
    const message = [...said, lastLines(result.output, 60)].filter(Boolean).join('\n') || 'its process failed';
    result.failed.splice(0, result.failed.length, ...result.failed.filter((one) => one.name !== 'the file'));
    result.failed.push({ name: 'the file', message });
  }
  result.ms = performance.now() - start;
  return result;
}

/** A file leaves nothing running. A process that is on its way out gets two seconds. */
async function endLeftovers(mark: string, result: Result): Promise<void> {
  if (!mark) return;
  let left = markedProcesses(mark);
  for (let tries = 0; left.length > 0 && tries < 20; tries++) {
    await wait(100);
    left = markedProcesses(mark);
  }
  if (left.length === 0) return;
  killMarked(mark);
  const commands = left.map((one) => one.command || '?').join('; ');
  result.failed.push({ name: 'the file', message: `left running after its end: ${commands}` });
}
