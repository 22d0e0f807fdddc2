/** @module world and network: the simulated world's switches. */

import { type Command, Option } from 'commander';
import { type Say, say } from '../../base/index.ts';
import { defaultWorld, hasWorld, newWorld } from '../../main/daemon.ts';
import { type Cli, usage } from '../context.ts';
import { type Output, table } from '../output.ts';
import { withClient } from './life.ts';

export function addWorld(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  const act = <T>(action: string, body: { [name: string]: unknown }) =>
    withClient(cli, (client) => client.op<T>('world', { action, ...body }), 'world');
  const report = (value: unknown, words: { zh: string; en: string }): void => {
    if (output.json) output.value(value);
    else output.line(d(words));
  };

  const network = program
    .command('network')
    .description(d(say({ zh: '模擬斷線與復線', en: 'cut the network of a simulated world, and mend it' })));
  for (const up of [false, true]) {
    cli
      .command(
        network,
        up ? 'up' : 'down',
        up ? say({ zh: '復線', en: 'connect again' }) : say({ zh: '斷線', en: 'cut' }),
      )
      .addOption(
        new Option('--link <link>', d(say({ zh: '只切一邊', en: 'one link only' }))).choices(['centre', 'sam']),
      )
      .action(
        cli.run(async (options: { link?: string }) => {
          const state = await act<{ links: { centre: boolean; sam: boolean } }>('network', { up, ...options });
          report(
            state,
            up
              ? say({ zh: '網路恢復，未送的會自己送出。', en: 'The network is back; what waits is sent by itself.' })
              : say({
                  zh: '網路斷了。再掛一次號看看：opencshis register',
                  en: 'The network is down. Register again: opencshis register',
                }),
          );
        }),
      );
  }

  const world = program
    .command('world')
    .description(d(say({ zh: '模擬世界：人、時鐘、故障', en: 'the simulated world: people, clock, faults' })));
  cli
    .command(world, 'new', say({ zh: '建立一個世界', en: 'make a world' }))
    .option('--people <n>', d(say({ zh: '示範人數', en: 'demonstration people' })), String(defaultWorld.people))
    .option(
      '--seed <n>',
      d(say({ zh: '人的亂數種子（金鑰永遠是隨機的）', en: "the people's seed; keys are always random" })),
      String(defaultWorld.seed),
    )
    .addOption(
      new Option(
        '--profile <profile>',
        d(say({ zh: '5.1 晶片讀卡機，3.5 專屬讀卡機', en: '5.1 chip reader, 3.5 dedicated reader' })),
      )
        .choices(['5.1', '3.5'])
        .default('5.1'),
    )
    .addOption(
      new Option(
        '--offline <mode>',
        d(
          say({
            zh: '離線時 1.53：delegated 可用，official 回 4061',
            en: '1.53 offline: delegated works, official answers 4061',
          }),
        ),
      )
        .choices(['delegated', 'official'])
        .default('delegated'),
    )
    .option('--readers <n>', d(say({ zh: '專屬讀卡機幾台（3.5）', en: 'how many dedicated readers (3.5)' })), '1')
    .addOption(
      new Option(
        '--line <line>',
        d(
          say({
            zh: '專屬讀卡機接在哪裡（3.5）：inside 程式裡，serial 模擬序列線',
            en: 'where the dedicated readers are (3.5): inside the program, or on a simulated serial line',
          }),
        ),
      )
        .choices(['inside', 'serial'])
        .default('inside'),
    )
    .option('--institution <hospId>', d(say({ zh: '院所代碼', en: 'institution code' })), defaultWorld.hospId)
    .option(
      '--port <n>',
      d(say({ zh: 'HTTP 連接埠，0 為任意', en: 'HTTP port, 0 for any' })),
      String(defaultWorld.httpPort),
    )
    .action(
      cli.run(
        async (options: {
          people: string;
          seed: string;
          profile: '5.1' | '3.5';
          offline: 'delegated' | 'official';
          institution: string;
          readers: string;
          line: 'inside' | 'serial';
          port: string;
        }) => {
          if (options.line === 'serial' && options.profile !== '3.5')
            throw usage(
              say({
                zh: '--line serial 只用於 --profile 3.5：晶片讀卡機不在序列線上',
                en: '--line serial goes with --profile 3.5: chip readers are on no serial line',
              }),
            );
          const people = whole(options.people, '--people', 1, 100_000);
          const made = await newWorld(
            cli.folder,
            {
              people,
              seed: whole(options.seed, '--seed', 0, 0x7fffffff),
              profile: options.profile,
              offlineMode: options.offline,
              hospId: options.institution,
              ...(options.line === 'serial' ? { line: options.line } : {}),
              readers: whole(options.readers, '--readers', 1, 8),
              httpPort: whole(options.port, '--port', 0, 32_767),
            },
            (done, of) => {
              if (process.stderr.isTTY && !output.json) process.stderr.write(`\r${done}/${of}`);
            },
          );
          if (process.stderr.isTTY && !output.json) process.stderr.write('\r');
          report(
            made,
            say({
              zh: `世界建立完成：${people} 人。啟動：opencshis start`,
              en: `A world of ${people} people. Start it: opencshis start`,
            }),
          );
        },
      ),
    );
  cli.command(world, 'show', say({ zh: '世界的狀態', en: 'its state' })).action(
    cli.run(async () => {
      if (!hasWorld(cli.folder))
        throw usage(
          say({ zh: '還沒有世界', en: 'there is no world yet' }),
          say({ zh: 'opencshis world new', en: 'opencshis world new' }),
        );
      const state = await withClient(cli, (client) => client.op<{ [name: string]: unknown }>('worldGet'), 'world');
      if (output.json) return output.value(state);
      output.line(
        table(
          Object.entries(state)
            .filter(([, value]) => !Array.isArray(value) || value.length < 5)
            .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
        ),
      );
    }),
  );
  cli
    .command(world, 'clock <shift>', say({ zh: '撥動時鐘：+2d、-30m、0', en: 'shift the clock: +2d, -30m, 0' }))
    .allowUnknownOption()
    .action(
      cli.run(async (shift: string) => {
        const state = await act<{ now: string }>('clock', { shift: duration(shift) });
        report(state, say({ zh: `世界現在是 ${state.now}`, en: `the world's time is ${state.now}` }));
      }),
    );
  cli
    .command(
      world,
      'offline <mode>',
      say({ zh: '離線模式：official 或 delegated', en: 'offline mode: official or delegated' }),
    )
    .action(
      cli.run(async (mode: string) =>
        report(await act('offline', { mode }), say({ zh: `離線模式：${mode}`, en: `offline mode: ${mode}` })),
      ),
    );
  cli
    .command(
      world,
      'fault [name] [options...]',
      say({
        zh: '打開一個故障；off 全部關閉，不給名稱則列出全部',
        en: 'switch a fault on; off clears all, without a name all are listed',
      }),
    )
    .option('--times <n>', d(say({ zh: '發生幾次', en: 'how often it strikes' })))
    .addHelpText(
      'after',
      d(
        say({
          zh: '\n例：opencshis world fault tear at=3 acted=true',
          en: '\nFor example: opencshis world fault tear at=3 acted=true',
        }),
      ),
    )
    .action(
      cli.run(async (name: string | undefined, pairs: string[], options: { times?: string }) => {
        if (name === undefined) return listFaults(cli);
        const state = await act('fault', {
          name,
          ...(pairs.length === 0 ? {} : { options: Object.fromEntries(pairs.map(optionOf)) }),
          ...(options.times === undefined ? {} : { times: whole(options.times, '--times', 1, 1_000_000) }),
        });
        report(
          state,
          name === 'off'
            ? say({ zh: '沒有故障了。', en: 'No faults.' })
            : say({ zh: `故障：${name}`, en: `fault: ${name}` }),
        );
      }),
    );
}

/** `at=3`, `acted=true`, `process=centre`: what it means is the world's to check. */
function optionOf(pair: string): [string, string | number | boolean] {
  const [name = '', ...rest] = pair.split('=');
  const text = rest.join('=');
  if (rest.length === 0)
    throw usage(say({ zh: `${pair}：選項寫成 名稱=值`, en: `${pair}: write an option as name=value` }));
  if (text === 'true' || text === 'false') return [name, text === 'true'];
  return [name, /^\d+$/.test(text) && name !== 'sw' && name !== 'ins' ? Number(text) : text];
}

interface FaultKind {
  readonly name: string;
  readonly title: Say;
  readonly options: readonly FaultOption[];
}
interface FaultOption {
  readonly name: string;
  readonly kind: string;
  readonly from?: number;
  readonly to?: number;
  readonly unit?: Say;
  readonly digits?: number;
  readonly choices?: readonly string[];
}

async function listFaults(cli: Cli): Promise<void> {
  const { output } = cli;
  const { faultKinds } = await withClient(
    cli,
    (client) => client.op<{ faultKinds: readonly FaultKind[] }>('worldGet'),
    'world',
  );
  if (output.json) return output.value(faultKinds);
  output.line(
    table(
      faultKinds.map((one) => [
        output.style('cyan', one.name),
        output.word(one.title),
        output.style('dim', one.options.map((option) => `${option.name}=${shapeOf(option, output)}`).join('  ')),
      ]),
    ),
  );
}
const shapeOf = ({ kind, from, to, unit, digits, choices = [] }: FaultOption, { word }: Output): string =>
  kind === 'number'
    ? `${from}-${to}${unit ? ` ${word(unit)}` : ''}`
    : kind === 'hex'
      ? 'x'.repeat(digits ?? 2)
      : kind === 'flag'
        ? 'true|false'
        : choices.length > 4
          ? `${choices.slice(0, 3).join('|')}|..`
          : choices.join('|') || '..';

function whole(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw usage(
    say({ zh: `${name} 是 ${least} 到 ${most} 的整數`, en: `${name} is a whole number from ${least} to ${most}` }),
  );
}

const units: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
function duration(text: string): number {
  const match = /^([+-]?)(\d+)([smhd]?)$/.exec(text);
  if (match === null)
    throw usage(say({ zh: '時間寫成 +2d、-30m、90s 或 0', en: 'write a time as +2d, -30m, 90s or 0' }));
  return (match[1] === '-' ? -1 : 1) * Number(match[2]) * (units[match[3] || 's'] ?? 1000);
}
