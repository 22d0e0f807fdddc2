/** @module trace list, trace record: the calls of a HIS, on the terminal and as a file. */

import { closeSync, futimesSync, openSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
import { Failure, type Say, say, systemClock } from '../../base/index.ts';
import { epochOf } from '../../codec/index.ts';
import { connect } from '../../main/daemon.ts';
import { endLine, isCall, type TraceHeader, type TraceLine } from '../../tools/index.ts';
import { type Cli, usage } from '../context.ts';
import type { Output } from '../output.ts';
import { withClient } from './life.ts';

export function addTrace(program: Command, cli: Cli): void {
  const d = cli.output.word;
  const trace = cli.command(
    program,
    'trace',
    say({
      zh: 'HIS 的呼叫：列出最近的，或錄成檔案（不含個資）',
      en: 'calls of a HIS: list recent ones, record them, without personal data',
    }),
  );
  const follow = d(say({ zh: '持續顯示', en: 'go on as they come' }));
  cli
    .command(trace, 'list', say({ zh: '最近的呼叫', en: 'recent calls' }))
    .option('-f, --follow', follow)
    .action(cli.run((options: { follow?: boolean }) => list(cli, options.follow === true)));
  trace
    .option('-f, --follow', follow)
    .action(cli.run((options: { follow?: boolean }) => list(cli, options.follow === true)));
  cli
    .command(trace, 'record <file>', say({ zh: '錄成檔案，Ctrl-C 結束', en: 'record into a file, Ctrl-C ends it' }))
    .option('--for <seconds>', d(say({ zh: '錄多久', en: 'for how long' })))
    .option('--calls <n>', d(say({ zh: '錄幾個呼叫', en: 'how many calls' })))
    .option(
      '--with-data',
      d(say({ zh: '不替換任何資料（僅限模擬世界）', en: 'values as they are, in a simulated world only' })),
    )
    .option('-q, --quiet', d(say({ zh: '不在畫面上顯示呼叫', en: 'do not show the calls' })))
    .action(cli.run((file: string, options: RecordOptions) => record(cli, file, options)));
}

interface Traced {
  readonly at: number;
  readonly api: string;
  readonly code: number;
  readonly ms: number;
  readonly door: string;
  readonly inputs: { readonly [name: string]: string };
  readonly why?: Say;
}

async function list(cli: Cli, follow: boolean): Promise<void> {
  const { output } = cli;
  const show = (entry: Traced): void => {
    if (output.json) return void process.stdout.write(`${JSON.stringify(entry)}\n`);
    const inputs = Object.entries(entry.inputs)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
    const why = entry.why ? `  ${output.style('dim', output.word(entry.why))}` : '';
    output.line(
      `${output.style('dim', clockTime(entry.at))} ${row(output, { ...entry, call: entry.api, bad: entry.why !== undefined })}  ${inputs}${why}`,
    );
  };
  const recent = await withClient(cli, (client) => client.op<Traced[]>('trace'));
  if (!follow && output.json) return output.value(recent);
  for (const entry of follow ? recent.slice(-10) : recent) show(entry);
  if (!follow) return;
  const client = await connect(cli.folder, 'operator');
  client.watch((event) => {
    if (event.type === 'call') show(event.trace);
  });
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => {
      client.close();
      resolve();
    });
    client.onClose(resolve);
  });
}

const row = (output: Output, one: { call: string; code: number; ms: number; bad: boolean }): string =>
  `${output.style(one.bad ? 'red' : 'green', String(one.code).padStart(5))} ${one.call.padEnd(26)} ${String(one.ms).padStart(5)} ms`;
const clockTime = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Taipei',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(at);

interface RecordOptions {
  readonly for?: string;
  readonly calls?: string;
  readonly withData?: boolean;
  readonly quiet?: boolean;
}

async function record(cli: Cli, file: string, options: RecordOptions): Promise<void> {
  const { output } = cli;
  const { word, style } = output;
  const seconds = positive(options.for, '--for');
  const most = positive(options.calls, '--calls');
  const client = await connect(cli.folder, 'operator');
  let out: number | undefined;
  try {
    let lines = 0;
    let calls = 0;
    let finish = (_whole: boolean): void => {};
    const ended = new Promise<boolean>((resolve) => {
      finish = resolve;
    });
    const waiting: TraceLine[] = [];
    const keep = (line: TraceLine): void => {
      if (out === undefined) return void waiting.push(line);
      if (most !== undefined && calls >= most) return;
      writeLine(out, JSON.stringify(line));
      lines += 1;
      if (!isCall(line)) return;
      calls += 1;
      if (!output.json && options.quiet !== true)
        output.line(
          `${style('dim', `+${(line.t / 1000).toFixed(3)}`.padStart(10))} ${row(output, { ...line, bad: line.kind !== undefined })}`,
        );
      if (calls === most) finish(true);
    };
    const header = (await client.record({ withData: options.withData === true }, (line) =>
      keep(line as TraceLine),
    )) as TraceHeader;
    out = create(file);
    writeLine(out, JSON.stringify(header));
    for (const line of waiting.splice(0)) keep(line);
    announce(output, file, header);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish(true));
    client.onClose(() => finish(false));
    if (seconds !== undefined) systemClock.after(seconds * 1000, () => finish(true));
    const whole = await ended;
    if (!whole)
      throw new Failure(4000, {
        kind: 'daemon-lost',
        why: say({
          zh: `控制軟體結束了；${file} 只錄到這裡（${calls} 個呼叫）`,
          en: `the control software ended; ${file} has ${calls} calls and no end`,
        }),
      });
    writeLine(out, endLine(lines));
    // The file's own date would tell by how many days its dates were moved.
    if (header.values === 'replaced') futimesSync(out, ...times(header.started));
    if (output.json) return output.value({ file, calls, values: header.values, simulated: header.simulated });
    output.line(
      style(
        'green',
        `✔ ${word(say({ zh: `${file}：${calls} 個呼叫`, en: `${file}: ${calls} ${calls === 1 ? 'call' : 'calls'}` }))}`,
      ),
    );
    output.line(`  opencshis lint ${file}\n  opencshis replay ${file}`);
  } finally {
    client.close();
    if (out !== undefined) closeSync(out);
  }
}

/** What kind of trace it is, before the first call: whoever hands it on should know. */
function announce(output: Output, file: string, header: TraceHeader): void {
  if (output.json) return;
  const { word, style } = output;
  const real = header.values === 'real';
  output.note(
    style(
      real ? 'yellow' : 'dim',
      real
        ? word(
            say({
              zh: `! ${file} 含有未替換的資料（模擬世界）`,
              en: `! ${file} holds values as they are, of a simulated world`,
            }),
          )
        : word(
            say({
              zh: `錄到 ${file}；姓名、號碼、日期、簽章已替換，金鑰在結束時丟棄。Ctrl-C 結束。`,
              en: `Recording into ${file}; names, numbers, dates and signatures are replaced, the key is thrown away at the end. Ctrl-C ends it.`,
            }),
          ),
    ),
  );
}

function create(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Failure(6016, {
      kind: 'file',
      why: exists
        ? say({ zh: `${file} 已經存在`, en: `${file} exists already` })
        : say({ zh: `無法寫入 ${file}`, en: `${file} cannot be written` }),
      todo: say({ zh: '請換一個檔名', en: 'use another name' }),
      cause,
    });
  }
}
const times = (started: string): [number, number] => {
  const seconds = (epochOf(started) ?? 0) / 1000;
  return [seconds, seconds];
};
const writeLine = (out: number, line: string): void => void writeSync(out, `${line}\n`);

function positive(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text.replace(/s$/, ''));
  if (!(value > 0)) throw usage(say({ zh: `${name} 是大於 0 的數字`, en: `${name} is a number above 0` }));
  return value;
}
