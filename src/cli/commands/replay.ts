/** @module replay: runs a trace again, and shows the first difference byte by byte. */

import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Failure, type Say, say } from '../../base/index.ts';
import type { Difference, Trace } from '../../tools/index.ts';
import { parseTrace } from '../../tools/index.ts';
import { type Cli, usage } from '../context.ts';
import { exits, type Output, table } from '../output.ts';

export function addReplay(program: Command, cli: Cli): void {
  const d = cli.output.word;
  cli
    .command(
      program,
      'replay <file>',
      say({
        zh: '重播呼叫紀錄，顯示第一個差異（預設在另建的模擬世界）',
        en: 'run a trace again and show the first difference, in a simulated world of its own',
      }),
    )
    .option('--profile <5.1|3.5>', d(say({ zh: '以哪一種控制軟體', en: 'as which control software' })))
    .option('--offline <official|delegated>', d(say({ zh: '離線模式', en: 'offline mode' })))
    .option(
      '--card <file.field=value>',
      d(
        say({
          zh: '更改重播用的健保卡（可重複），如 validity.available=0',
          en: 'change the made-up card (repeatable), such as validity.available=0',
        }),
      ),
      (value: string, before: string[]) => [...before, value],
      [] as string[],
    )
    .option(
      '--running',
      d(say({ zh: '對執行中的世界與目前的卡片', en: 'against the running world and the card that is in' })),
    )
    .option('--all', d(say({ zh: '顯示所有差異', en: 'show every difference' })))
    .action(cli.run((file: string, options: Options) => run(cli, file, options)));
}

interface Options {
  readonly profile?: string;
  readonly offline?: string;
  readonly card: readonly string[];
  readonly running?: boolean;
  readonly all?: boolean;
}

/** A trace from a file, or from standard input by `-`. */
export function readTrace(file: string): Trace {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new Failure(6017, {
      kind: 'usage',
      why: say({ zh: `無法讀取 ${file}`, en: `${file} cannot be read` }),
      cause,
    });
  }
  return parseTrace(text);
}

async function run(cli: Cli, file: string, options: Options): Promise<void> {
  const { output } = cli;
  const { word, style } = output;
  const profile = oneOf(options.profile, '--profile', ['5.1', '3.5'] as const);
  const offline = oneOf(options.offline, '--offline', ['official', 'delegated'] as const);
  const edits = options.card.map((text) => {
    const [field = '', ...rest] = text.split('=');
    if (!/^\w+\.\w+$/.test(field) || rest.length === 0)
      throw usage(say({ zh: '--card 應為 檔案.欄位=值', en: '--card is file.field=value' }));
    return { field, value: rest.join('=') };
  });
  const trace = readTrace(file);
  const { replay } = await import('../../main/replay.ts');
  const result = await replay(trace, {
    ...(profile ? { profile } : {}),
    ...(offline ? { offline } : {}),
    ...(options.running ? { running: cli.folder } : {}),
    edits,
    all: options.all === true,
  });
  if (result.differences.length > 0) process.exitCode = exits.refused;
  if (output.json) return output.value({ file, simulated: true, ...result });
  if (!trace.whole)
    output.note(
      style(
        'yellow',
        word(say({ zh: '! 這個紀錄檔沒有結尾，只錄到一部分', en: '! this trace has no end: it was cut off' })),
      ),
    );
  for (const { at, call, why } of result.skipped) output.note(style('dim', word(skipWords(at, call, why))));
  for (const one of result.differences) show(output, one);
  const calls = result.calls;
  output.line(
    result.differences.length === 0
      ? style('green', `✔ ${word(say({ zh: `${calls} 個呼叫，沒有差異`, en: `${calls} calls, no difference` }))}`)
      : style(
          'red',
          `✘ ${word(say({ zh: `重播 ${calls} 個呼叫，${result.differences.length} 個差異`, en: `${calls} calls, differences: ${result.differences.length}` }))}`,
        ),
  );
  output.line(
    style(
      'dim',
      `  ${word(
        say({
          zh: '時間、簽章、識別碼、安全模組代碼每次不同，只比較格式。',
          en: 'Times, signatures, identifiers and the SAM differ from run to run: compared by their form.',
        }),
      )}`,
    ),
  );
}

const skipWords = (at: number, call: string, why: string): Say =>
  why === 'file'
    ? say({
        zh: `第 ${at} 行 ${call} 略過：紀錄檔不含檔案內容`,
        en: `line ${at} ${call} is left out: a trace holds no files`,
      })
    : say({ zh: `第 ${at} 行略過：沒有這個函式`, en: `line ${at} is left out: there is no such function` });

function show(output: Output, one: Difference): void {
  const { word, style } = output;
  output.line(
    `${style('bold', word(say({ zh: `第 ${one.at} 行`, en: `line ${one.at}` })))}  ${one.no} ${style('bold', one.call)}`,
  );
  const place =
    one.from === undefined
      ? ''
      : `  ${word(say({ zh: `第 ${one.from}-${one.to} 位元組`, en: `bytes ${one.from}-${one.to}` }))}`;
  const what = {
    code: say({ zh: '回傳代碼', en: 'return code' }),
    missing: say({ zh: '沒有回傳', en: 'not answered' }),
    unexpected: say({ zh: '多回傳', en: 'answered besides' }),
    length: say({ zh: '長度', en: 'length' }),
    field: say({ zh: '欄位', en: 'field' }),
    value: say({ zh: '值', en: 'value' }),
  }[one.what];
  const name = [one.param, one.field, one.title && word(one.title)].filter(Boolean).join('  ');
  const hex = (text: string | undefined): string => (text === undefined ? '' : `  ${style('dim', spaced(text, one))}`);
  const rows = [
    [word(what), `${name}${place}`],
    [word(say({ zh: '紀錄', en: 'expected' })), `${style('green', quoted(one, one.expected))}${hex(one.expectedHex)}`],
    [word(say({ zh: '這次', en: 'actual' })), `${style('red', quoted(one, one.actual))}${hex(one.actualHex)}`],
    ...(one.byte === undefined
      ? []
      : [
          [
            word(say({ zh: '從', en: 'from' })),
            word(say({ zh: `第 ${one.byte} 位元組起不同`, en: `byte ${one.byte} on` })),
          ],
        ]),
    ...(one.why ? [['', style('yellow', word(one.why))]] : []),
  ];
  output.line(table(rows, '    '));
}
const quoted = (one: Difference, text: string): string => (one.what === 'field' ? `"${text}"` : text);
/** Bytes from a little before the first that differs. */
function spaced(hex: string, one: Difference): string {
  const bytes = hex.match(/../g) ?? [];
  const start = Math.max(0, (one.byte ?? 1) - (one.from ?? 1) - 4);
  const part = bytes.slice(start, start + 16);
  return `${start > 0 ? '… ' : ''}${part.join(' ')}${start + 16 < bytes.length ? ' …' : ''}`;
}

function oneOf<T extends string>(value: string | undefined, name: string, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw usage(say({ zh: `${name}：${allowed.join('、')}`, en: `${name}: ${allowed.join(' or ')}` }));
  return found;
}
