/** @module icd10 encode, icd10 decode: a column of diagnosis codes from standard input, in step with whoever reads it. */

import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Command } from 'commander';
import { Failure, type Say, say } from '../../base/index.ts';
import { diagnosisToCard, isPackedField, unpackIcd10 } from '../../codec/index.ts';
import type { Cli } from '../context.ts';
import { exits, type Output } from '../output.ts';

export function addIcd10(program: Command, cli: Cli): void {
  const icd10 = cli.command(
    program,
    'icd10',
    say({ zh: 'ICD-10-CM 診斷碼押碼、解押碼', en: 'pack and unpack ICD-10-CM codes' }),
  );
  const turn = (name: string, title: Say, work: (code: string) => string, example: string) =>
    cli
      .command(icd10, name, title)
      .addHelpText('after', `\n${cli.output.word(explained)}\n\n  $ ${example}`)
      .action(cli.run(() => column(cli.output, work)));
  turn(
    'encode',
    say({ zh: '押碼：標準輸入一行一個診斷碼', en: 'pack: one code a line from standard input' }),
    diagnosisToCard,
    'echo G44.201 | opencshis icd10 encode',
  );
  turn(
    'decode',
    say({ zh: '解押碼：標準輸入一行一個', en: 'unpack: one a line from standard input' }),
    (field) => (isPackedField(field) ? unpackIcd10(field) : field.trimEnd()),
    "echo '\"M7WK' | opencshis icd10 decode",
  );
}

const explained = say({
  zh: `輸出「原碼<TAB>結果」，順序不變。不在押碼範圍的碼（5 碼以內且非 E、V 開頭）不變。
不能轉換的行結果為空，原因寫到標準錯誤，結束代碼 1。`,
  en: `Prints "code<TAB>result" in the same order. Codes outside the packed range (up to five characters, not E or V) stay as
they are. Of a refused line the result is empty, its reason is on standard error, and the exit code is 1.`,
});

/** Turns line by line; reads on only as fast as the output is taken. */
async function column(output: Output, turn: (code: string) => string): Promise<void> {
  if (process.stdin.isTTY)
    output.note(output.word(say({ zh: '請一行輸入一個診斷碼，以 Ctrl-D 結束', en: 'one code a line, Ctrl-D ends' })));
  let at = 0;
  let refused = 0;
  const told = (code: string): string => {
    at += 1;
    try {
      const result = turn(code);
      return output.json ? JSON.stringify({ code, result }) : `${code}\t${result}\n`;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused += 1;
      output.note(
        output.word(
          say({
            zh: `第 ${at} 行：${code}　${error.code} ${error.why.zh}`,
            en: `line ${at}: ${code}  ${error.code} ${error.why.en}`,
          }),
        ),
      );
      return output.json
        ? JSON.stringify({ code, result: null, failure: { code: error.code, why: error.why } })
        : `${code}\t\n`;
    }
  };
  await pipeline(
    process.stdin,
    linesOf,
    (lines: AsyncIterable<string[]>) => printed(lines, told, output.json),
    process.stdout,
    {
      end: false,
    },
  ).catch((error: NodeJS.ErrnoException) => {
    // Whoever read us has enough (`| head`).
    if (error.code !== 'EPIPE') throw error;
  });
  if (refused > 0) process.exitCode = exits.refused;
}

/** Whole lines, as many as each piece of input ends. A last line may lack its end. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of input) {
    const lines = (rest + decoder.write(part)).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map(withoutReturn);
  }
  rest += decoder.end();
  if (rest !== '') yield [withoutReturn(rest)];
}
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** Text for the terminal or a file; with `--json` one list. */
async function* printed(lines: AsyncIterable<string[]>, told: (code: string) => string, json: boolean) {
  let first = true;
  if (json) yield '[';
  for await (const some of lines) {
    if (some.length === 0) continue;
    const texts = some.map(told);
    yield json ? (first ? '' : ',') + texts.join(',') : texts.join('');
    first = false;
  }
  if (json) yield ']\n';
}
