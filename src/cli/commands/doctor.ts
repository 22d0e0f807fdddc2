/** @module doctor: looks at this machine and at our program on it; says what is wrong, why, and what to do; mends what is ours. */

import type { Command } from 'commander';
import { type Say, say, systemClock } from '../../base/index.ts';
import { checkIds } from '../../care/doctor/ids.ts';
import type { Area, Check, counted, Examined, Finding, Fix, Severity } from '../../care/index.ts';
import { type Cli, usage } from '../context.ts';
import type { Output } from '../output.ts';

interface Options {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly undo?: boolean;
}

/** The worst of what was found; documented in `--help` and docs/doctor.md, for inventories. */
const endings = { well: 0, problem: 1, warning: 4, unknown: 5 } as const;

export function addDoctor(program: Command, cli: Cli): void {
  const { word } = cli.output;
  cli
    .command(
      program,
      'doctor [check...]',
      say({
        zh: '檢查這台電腦：哪裡有問題、為什麼、怎麼辦',
        en: 'examine this machine: what is wrong, why, what to do',
      }),
    )
    .option('--fix', word(say({ zh: '修復屬於我們的檔案與程序', en: 'mend our own files and processes' })))
    .option('--dry-run', word(say({ zh: '只說會修復什麼', en: 'only say what would be mended' })))
    .option('--undo', word(say({ zh: '復原上一次的修復', en: 'undo what was mended last' })))
    .addHelpText(
      'after',
      word(
        say({
          zh: `
檢查：${checkIds.join(' ')}
結束代碼：0 沒有問題，1 有問題，4 只有要注意的，5 有檢查沒能完成
只修復我們自己的東西；其餘的印出指令，由您決定`,
          en: `
Checks: ${checkIds.join(' ')}
Exit codes: 0 well, 1 a problem, 4 warnings alone, 5 a check could not be finished
Only what is ours is mended; for all else there are commands to copy`,
        }),
      ),
    )
    .action(
      cli.run(async (names: string[], options: Options) => {
        if (options.undo) await undo(cli);
        else await look(cli, await chosen(names), options);
      }),
    );
}

async function chosen(names: readonly string[]): Promise<readonly Check[]> {
  const unknown = names.find((name) => !checkIds.some((id) => id === name));
  if (unknown !== undefined)
    throw usage(
      say({ zh: `沒有 ${unknown} 這項檢查`, en: `there is no check ${unknown}` }),
      say({
        zh: `有：${checkIds.join(' ')}`,
        en: `there are ${checkIds.join(' ')}`,
      }),
    );
  const { checks } = await import('../../care/index.ts');
  return names.length === 0 ? checks : checks.filter(({ id }) => names.includes(id));
}

async function look(cli: Cli, wanted: readonly Check[], options: Options): Promise<void> {
  const { output, folder } = cli;
  const { counted, examine, presented, thisMachine } = await import('../../care/index.ts');
  const { patientHere } = await import('../../main/patient.ts');
  const { mendedBy } = await import('../../main/mender.ts');
  const begun = systemClock.monotonic();
  let examined = await examine(patientHere(folder, thisMachine()), wanted, systemClock, inOrder(output, wanted));
  const fixes = options.fix || options.dryRun ? fixesOf(examined) : [];
  const mended: { readonly fix: string; readonly touches: readonly string[]; readonly done: boolean }[] = [];
  for (const fix of fixes) {
    showFix(output, fix, options.dryRun === true);
    if (!options.dryRun) await mendedBy(folder, fix);
    mended.push({ fix: fix.id, touches: fix.touches, done: !options.dryRun });
  }
  if (mended.some(({ done }) => done))
    examined = await examine(patientHere(folder, thisMachine()), wanted, systemClock);
  const counts = counted(examined);
  const worst = (['problem', 'unknown', 'warning'] as const).find((one) => counts[one] > 0) ?? 'well';
  process.exitCode = endings[worst];
  if (output.json)
    return output.value({
      well: worst === 'well',
      ...counts,
      examined: presented(examined),
      ...(mended.length > 0 ? { mended } : {}),
    });
  showEnd(output, counts, wanted.length, systemClock.monotonic() - begun, fixes.length > 0);
  if (!options.fix && !options.dryRun && fixesOf(examined).length > 0)
    output.line(
      output.word(
        say({ zh: '有可以自動修復的：opencshis doctor --fix', en: 'some of it can be mended: opencshis doctor --fix' }),
      ),
    );
}

/** One fix of each kind, as two findings may want the same. */
const fixesOf = (examined: readonly Examined[]): readonly Fix[] => [
  ...new Map(
    examined.flatMap(({ findings }) => findings.flatMap(({ fix }) => (fix ? [[fix.id, fix] as const] : []))),
  ).values(),
];

async function undo({ output, folder }: Cli): Promise<void> {
  const { undoLast } = await import('../../main/mender.ts');
  const done = undoLast(folder);
  if (output.json) {
    output.value({ undone: done });
    return;
  }
  output.line(
    `${output.style('green', '✔')} ${output.word(say({ zh: '已復原：', en: 'undone: ' }))}${output.word(done.title)}`,
  );
  for (const path of done.touches) output.line(`    ${path}`);
}

const areas: { readonly [A in Area]: Say } = {
  program: say({ zh: '程式', en: 'program' }),
  readers: say({ zh: '讀卡機', en: 'readers' }),
  module: say({ zh: '安全模組', en: 'security module' }),
  network: say({ zh: '網路', en: 'network' }),
  clock: say({ zh: '時鐘', en: 'clock' }),
  neighbours: say({ zh: '其他元件', en: 'other card software' }),
  disk: say({ zh: '磁碟', en: 'disk' }),
  journal: say({ zh: '日誌', en: 'journal' }),
  library: say({ zh: '函式庫', en: 'libraries' }),
  session: say({ zh: '工作階段與瀏覽器', en: 'session and browsers' }),
};

/** Shows each check when it and all before it have ended; meanwhile a terminal sees how many have. */
function inOrder(output: Output, wanted: readonly Check[]): (one: Examined) => void {
  if (output.json) return () => undefined;
  const ended = new Map<string, Examined>();
  const order = [...wanted].sort((a, b) => firstOf(wanted, a) - firstOf(wanted, b));
  let shown = 0;
  let area: Area | undefined;
  const terminal = process.stderr.isTTY;
  return (one) => {
    ended.set(one.check, one);
    if (terminal) process.stderr.write('\r\u001b[K');
    for (let next = ended.get(order[shown]?.id ?? ''); next; next = ended.get(order[++shown]?.id ?? '')) {
      if (next.area !== area && next.state !== 'not-here')
        output.line(output.style('bold', output.word(areas[next.area])));
      area = next.area;
      show(output, next);
    }
    if (terminal && ended.size < order.length)
      process.stderr.write(`${output.word(say({ zh: '檢查中', en: 'examining' }))} ${ended.size}/${order.length}`);
  };
}
const firstOf = (wanted: readonly Check[], { area }: Check): number => wanted.findIndex((one) => one.area === area);

const signs: { readonly [S in Severity]: readonly ['red' | 'yellow' | 'dim', string] } = {
  problem: ['red', '✘'],
  warning: ['yellow', '!'],
  note: ['dim', 'i'],
};

const unknown = {
  late: say({ zh: '沒有在時限內回答', en: 'did not answer in time' }),
  failed: say({ zh: '無法檢查', en: 'could not be examined' }),
} as const;

function show(output: Output, { state, title, findings }: Examined): void {
  const { line, style, word } = output;
  if (state === 'well') line(`  ${style('green', '✔')} ${word(title)}`);
  if (state === 'late' || state === 'failed') line(`  ${style('yellow', '?')} ${word(title)}  ${word(unknown[state])}`);
  for (const finding of findings) showFinding(output, finding);
}

function showFinding({ line, style, word }: Output, finding: Finding): void {
  const [colour, sign] = signs[finding.severity];
  line(`  ${style(colour, sign)} ${word(finding.what)}  ${style('dim', finding.id)}`);
  line(`      ${word(finding.why)}`);
  line(`    → ${word(finding.todo)}`);
  for (const command of finding.commands ?? []) line(`      $ ${command}`);
  if (finding.faq)
    line(
      style(
        'dim',
        `      ${word(say({ zh: '健保署問答', en: "NHI's questions" }))} ${finding.faq.map((no) => `Q${no}`).join(' ')}`,
      ),
    );
}

function showFix({ json, line, style, word }: Output, { title, touches }: Fix, dry: boolean): void {
  if (json) return;
  const done = dry ? say({ zh: '會修復', en: 'would mend' }) : say({ zh: '修復', en: 'mending' });
  line(`${style('cyan', '⚙')} ${word(done)}：${word(title)}`.replace('：', word(say({ zh: '：', en: ': ' }))));
  for (const path of touches) line(`    ${path}`);
}

function showEnd(
  { line, style, word }: Output,
  counts: ReturnType<typeof counted>,
  of: number,
  took: number,
  fixed: boolean,
): void {
  const { problem, warning, note, unknown: open } = counts;
  const seconds = (took / 1000).toFixed(1);
  line();
  line(
    style(
      problem > 0 ? 'red' : warning + open > 0 ? 'yellow' : 'green',
      word(
        say({
          zh: `${problem} 個問題，${warning} 個注意，${note} 個說明${open > 0 ? `，${open} 項沒能檢查` : ''}（${of} 項檢查，${seconds} 秒${fixed ? '，含修復' : ''}）`,
          en: `${problem} problems, ${warning} warnings, ${note} notes${open > 0 ? `, ${open} not examined` : ''} (${of} checks, ${seconds} s${fixed ? ', mending included' : ''})`,
        }),
      ),
    ),
  );
}
