/**
 * @module What `npm test` runs, in this order: the machine, format and lint, types, the house checks, the unit tests,
 * whole walks through real programs, packaging, and at last what looks at the output of all the others.
 *
 *   npm test                     everything
 *   npm test -- src/codec e2e/x  the test files under these paths only
 *   npm run test:quick           lint, types, house checks and unit tests
 *   npm run soak                 everything with full counts (OPENCSHIS_SOAK=1), the result kept in docs/soak.md
 */

import { spawn } from 'node:child_process';
import { globSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { prepareMachine } from './runner/debian.ts';
import { environmentOf, openWorkplace } from './runner/environment.ts';
import { killMarked } from './runner/processes.ts';
import { Report } from './runner/report.ts';
import { type Result, runFile, wishesOf } from './runner/run-file.ts';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

const flags = new Set(process.argv.slice(2).filter((one) => one.startsWith('--')));
const only = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const quick = flags.has('--quick');
const soak = flags.has('--soak') || process.env.OPENCSHIS_SOAK === '1';

interface Step {
  readonly title: string;
  readonly quick: boolean;
  readonly command?: readonly string[];
  readonly files?: readonly string[];
  readonly without?: readonly string[];
  /** Seconds a file; one that needs more says so in its first lines. */
  readonly deadline?: number;
}

const steps: readonly Step[] = [
  {
    title: 'format and lint',
    quick: true,
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=40'],
  },
  { title: 'types', quick: true, command: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'] },
  {
    title: 'types of the console',
    quick: true,
    command: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', 'src/console'],
  },
  { title: 'house checks', quick: true, files: ['test/house/*.test.ts', 'test/runner/*.test.ts'], deadline: 60 },
  {
    title: 'unit tests',
    quick: true,
    files: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    deadline: 120,
  },
  {
    title: 'whole walks',
    quick: false,
    files: ['e2e/**/*.test.ts'],
    without: ['e2e/package*.test.ts'],
    deadline: 300,
  },
  { title: 'packaging', quick: false, files: ['e2e/package*.test.ts'], deadline: 300 },
  { title: 'after all the others', quick: false, files: ['test/after/*.test.ts'], deadline: 300 },
];

const workplace = openWorkplace({ soak });
const log = path.join(workplace.folder, 'output.log');
const report = new Report(log);
const homes = new Map<string, Record<string, string>>();

function envFor(name: string): Record<string, string> {
  const env = environmentOf(workplace, String(homes.size));
  homes.set(name, env);
  return env;
}

function stopAll(): void {
  for (const env of homes.values()) killMarked(env.HOME ?? '');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopAll();
    rmSync(workplace.folder, { recursive: true, force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

function runCommand(title: string, command: readonly string[]): Promise<Result> {
  const start = performance.now();
  const result: Result = { file: title, passed: 0, failed: [], skipped: [], output: '', ms: 0 };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...command], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        result.output += text;
      });
    }
    const done = (problem: string | undefined) => {
      result.ms = performance.now() - start;
      if (problem === undefined) result.passed = 1;
      else result.failed.push({ name: command.slice(1).join(' '), message: `${problem}\n${result.output.trim()}` });
      resolve(result);
    };
    child.on('error', (error) => done(String(error)));
    child.on('close', (code, signal) => done(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
}

function filesOf(step: Step): string[] {
  const without = new Set(globSync([...(step.without ?? [])]));
  return globSync([...(step.files ?? [])])
    .filter((file) => !without.has(file))
    .filter((file) => only.length === 0 || only.some((prefix) => file.startsWith(path.normalize(prefix))))
    .sort();
}

async function runFiles(files: readonly string[], deadline: number): Promise<void> {
  const planned = files.map((file) => ({ file, wishes: wishesOf(file) }));
  const together = planned.filter((one) => !one.wishes.alone);
  const alone = planned.filter((one) => one.wishes.alone);
  const worker = async (queue: typeof planned) => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const seconds = (one.wishes.deadline ?? deadline) * (soak ? 60 : 1);
      report.add(await runFile(path.resolve(one.file), { deadline: seconds, env: envFor(one.file) }));
    }
  };
  const width = Math.min(4, Math.max(2, availableParallelism()));
  await Promise.all(Array.from({ length: width }, () => worker(together)));
  await worker(alone);
}

const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
report.say(`OpenCSHIS tests on ${machine}`);

if (!quick && only.length === 0) {
  report.heading('the machine');
  const prepared = prepareMachine((line) => report.say(line));
  report.say(prepared.line);
  if (prepared.missing) report.say(`SOME TESTS WILL SKIP: ${prepared.missing}`);
}

for (const step of steps) {
  if (quick && !step.quick) continue;
  if (step.command) {
    if (only.length > 0) continue;
    report.heading(step.title);
    report.add(await runCommand(step.title, step.command));
    continue;
  }
  const files = filesOf(step);
  if (files.length === 0) continue;
  report.heading(step.title);
  await runFiles(files, step.deadline ?? 120);
}

stopAll();
if (report.failed > 0) report.say(`\neverything that was printed: ${log}`);
if (soak && only.length === 0) {
  const day = new Date().toISOString().slice(0, 10);
  const counts = `${report.passed} passed, ${report.failed} failed, ${report.skipped.length} skipped`;
  const failures = report.failures.map((text) => `\n\`\`\`\n${text}\n\`\`\`\n`).join('');
  writeFileSync('docs/soak.md', `# Soak\n\nThe last \`npm run soak\`: ${day}, ${machine}.\n\n${counts}.\n${failures}`);
}
const code = report.close();
if (code === 0) rmSync(workplace.folder, { recursive: true, force: true });
process.exitCode = code;
