/** @module What the command line prints: language, colours, failures, exit codes. */

import { styleText } from 'node:util';
import { asFailure, type Failure, type Say, say } from '../base/index.ts';

export type Language = 'zh' | 'en';

/** Exit codes, the same for every command. */
export const exits = { ok: 0, refused: 1, usage: 2, notRunning: 3 } as const;

/** `--lang`, else the locale (zh* is Chinese), else English. */
export function languageOf(wanted: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  const name = wanted || env.OPENCSHIS_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return name.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

type Style = Parameters<typeof styleText>[0];

export interface Output {
  readonly language: Language;
  readonly json: boolean;
  /** The sentence in the user's language. */
  word(words: Say): string;
  line(text?: string): void;
  /** One JSON value, the only thing on standard output. */
  value(value: unknown): void;
  /** To standard error. */
  note(text: string): void;
  style(style: Style, text: string): string;
  /** Reports a failure and sets the exit code. */
  fail(error: unknown): void;
}

export function createOutput(language: Language, json: boolean): Output {
  const word = (words: Say): string => words[language];
  const style = (format: Style, text: string): string => styleText(format, text, { stream: process.stdout });
  const line = (text = ''): void => void process.stdout.write(`${text}\n`);
  return {
    language,
    json,
    word,
    style,
    line,
    value: (value) => line(JSON.stringify(value, undefined, process.stdout.isTTY ? 2 : undefined)),
    note: (text) => void process.stderr.write(`${text}\n`),
    fail(error) {
      const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
      process.exitCode = exitOf(failure);
      if (json) {
        line(
          JSON.stringify({
            code: failure.code,
            failure: { code: failure.code, why: failure.why, todo: failure.todo, kind: failure.kind },
          }),
        );
      }
      const name = failure.code === -1 ? '' : `${failure.code} `;
      process.stderr.write(`${styleText('red', `✘ ${name}${word(failure.why)}`, { stream: process.stderr })}\n`);
      if (failure.todo) process.stderr.write(`  → ${word(failure.todo)}\n`);
      if (failure !== error && process.env.OPENCSHIS_DEBUG)
        process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
    },
  };
}

const exitOf = (failure: Failure): number =>
  failure.kind === 'no-daemon' ? exits.notRunning : failure.kind === 'usage' ? exits.usage : exits.refused;

/** Columns side by side; wide (Chinese) characters count two. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, column) =>
            column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell) + 2),
          )
          .join(''),
    )
    .join('\n');
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
export const widthOf = (text: string): number =>
  [...text.replace(escapes, '')].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);
