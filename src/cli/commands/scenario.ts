/** @module scenario: run scenario files against a simulated world, list those that come along, print the schema. */

import { writeFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { Failure, say, systemClock, systemRandom } from '../../base/index.ts';
import { readDiscovery } from '../../main/home.ts';
import type { ScenarioReport, StepReport } from '../../main/scenario/index.ts';
import { findScenarios, nameOf, ownScenarios } from '../../main/scenario/own.ts';
import { type Cli, usage } from '../context.ts';
import { exits, type Output, table } from '../output.ts';

interface RunOptions {
  readonly junit?: string;
  readonly here?: boolean;
  readonly jobs: string;
}

export function addScenario(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  const scenario = program.command('scenario').description(
    d(
      say({
        zh: '情境：在模擬世界裡跑一天裡會出的事',
        en: 'scenarios: the days that go wrong, in a simulated world',
      }),
    ),
  );
  const files = new Argument('[files...]');
  // Any file will do; these are merely known by name.
  if (process.argv[2] === 'complete') files.argChoices = ownScenarios().map(nameOf);
  cli
    .command(
      scenario,
      'run',
      say({
        zh: '執行情境：檔案、資料夾或附帶情境的名稱',
        en: 'run scenarios: files, folders, or names of those that come along',
      }),
    )
    .addArgument(files)
    .option('--junit <file>', d(say({ zh: '另存 JUnit XML', en: 'write JUnit XML as well' })))
    .option(
      '--here',
      d(say({ zh: '在執行中的世界裡跑，跑完恢復原狀', en: 'in the world that is running, left as it was found' })),
    )
    .option('--jobs <n>', d(say({ zh: '同時跑幾個', en: 'how many at a time' })), '1')
    .action(cli.run((wanted: string[], options: RunOptions) => run(cli, wanted, options)));

  cli
    .command(scenario, 'list', say({ zh: '附帶的情境', en: 'the scenarios that come along' }))
    .action(cli.run(() => list(output)));
  cli.command(scenario, 'schema', say({ zh: '情境檔的 JSON Schema', en: 'the JSON Schema of a scenario file' })).action(
    cli.run(async () => {
      const { scenarioSchema } = await import('../../main/scenario/index.ts');
      output.line((await scenarioSchema()).trimEnd());
    }),
  );
}

async function run(cli: Cli, wanted: readonly string[], options: RunOptions): Promise<void> {
  const { output } = cli;
  const jobs = Number(options.jobs);
  if (!Number.isSafeInteger(jobs) || jobs < 1 || jobs > 64)
    throw usage(say({ zh: '--jobs 是 1 到 64 的整數', en: '--jobs is a whole number from 1 to 64' }));
  if (options.here && jobs > 1)
    throw usage(
      say({
        zh: '執行中的世界只有一個：--here 不能同時跑好幾個',
        en: 'there is one running world: --here runs one at a time',
      }),
    );
  if (wanted.length === 0)
    throw usage(
      say({ zh: '請指定情境檔、資料夾或名稱', en: 'name scenario files, folders, or names' }),
      say({ zh: 'opencshis scenario list 列出附帶的情境', en: 'opencshis scenario list lists those that come along' }),
    );
  const { closeAll, junit, loadScenario, noWorld, runScenario } = await import('../../main/scenario/index.ts');
  // All of them are read before a world is made for the first.
  const scenarios = await Promise.all(wanted.flatMap(findScenarios).map(loadScenario));
  if (options.here && readDiscovery(cli.folder) === undefined) throw noWorld();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => void closeAll().then(() => process.exit(code)));

  const reports: ScenarioReport[] = [];
  const queue = scenarios.map((read, index) => ({ read, index }));
  const worker = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const { read, index } = one;
      const report = await runScenario(read, {
        clock: systemClock,
        random: systemRandom,
        ...(options.here ? { running: cli.folder } : {}),
        onStep: (step) => progress(output, read.file, step),
      });
      reports[index] = report;
      if (!output.json) show(output, report);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));

  if (options.junit !== undefined) write(options.junit, junit(reports));
  const held = reports.filter((one) => one.held).length;
  if (held < reports.length) process.exitCode = exits.refused;
  if (output.json) return output.value(reports.map((one) => ({ name: nameOf(one.file), ...one })));
  if (reports.length === 1) return;
  const all = held === reports.length;
  output.line(
    output.style(
      all ? 'green' : 'red',
      output.word(
        say({ zh: `${reports.length} 個情境，${held} 個成立`, en: `${reports.length} scenarios, ${held} held` }),
      ),
    ),
  );
}

/** On a terminal: which step just ended; a longer line before it is wiped away. */
function progress(output: Output, file: string, step: StepReport): void {
  if (output.json || !process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K… ${nameOf(file)} ${step.number} ${step.what}`);
}

function show(output: Output, report: ScenarioReport): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const mark = report.held ? output.style('green', '✔') : output.style('red', '✘');
  const seconds = output.style('dim', `${(report.ms / 1000).toFixed(1)} s`);
  output.line(`${mark} ${output.style('bold', nameOf(report.file))}  ${output.word(report.title)}  ${seconds}`);
  for (const step of report.steps.filter((one) => one.state === 'failed')) {
    const where = output.style('dim', `${report.file}:${step.line}`);
    const which = /^\d/.test(step.number)
      ? say({ zh: `第 ${step.number} 步`, en: `step ${step.number}` })
      : say({ zh: step.number, en: step.number });
    output.line(`  ${output.word(which)} ${step.title ?? step.what}  ${where}`);
    for (const failure of step.failures) output.line(`    ${output.style('red', output.word(failure))}`);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new Failure(6016, {
      kind: 'report',
      why: say({ zh: `無法寫入 ${file}`, en: `${file} could not be written` }),
      todo: say({ zh: '請檢查資料夾與權限', en: 'check its folder and permissions' }),
      cause,
    });
  }
}

async function list(output: Output): Promise<void> {
  const { loadScenario, titleOf } = await import('../../main/scenario/index.ts');
  const own = await Promise.all(ownScenarios().map(loadScenario));
  const rows = own.map((read) => ({
    name: nameOf(read.file),
    file: read.file,
    title: titleOf(read),
    shows: read.scenario.shows ?? '',
  }));
  if (output.json) return output.value(rows);
  output.line(
    table(rows.map((one) => [output.style('cyan', one.name), output.word(one.title), output.style('dim', one.shows)])),
  );
}
