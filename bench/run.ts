/**
 * @module `npm run bench`: ours against a floor that is measured in the same run. Prints a table and keeps it in
 * `docs/performance.md`, with the machine.
 *
 *   npm run bench                    everything; the page is written
 *   npm run bench -- --only start    one of them; nothing is written
 *   npm run bench -- --only start --keep   and its rows on the page are put in place of the old ones
 *   npm run bench -- --json
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { ci } from './ci.ts';
import { counters } from './counters.ts';
import { doctor } from './doctor.ts';
import { icd10 } from './icd10.ts';
import { library } from './library.ts';
import type { Bench, Figure } from './measure.ts';
import { register } from './register.ts';
import { memory, start } from './start.ts';
import { trouble } from './trouble.ts';
import { upload } from './upload.ts';
import { wine } from './wine.ts';

const benches: readonly Bench[] = [
  register,
  start,
  memory,
  doctor,
  ci,
  counters,
  icd10,
  library,
  wine,
  upload,
  trouble,
];
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const json = args.includes('--json');

const figures: Figure[] = [];
for (const bench of benches) {
  if (only !== undefined && bench.name !== only) continue;
  if (!json) process.stderr.write(`${bench.name} ..\n`);
  figures.push(...(await bench.run()));
}

const row = (figure: Figure): string[] => [
  figure.name,
  `${figure.what.zh}<br>${figure.what.en}`,
  figure.ours,
  figure.floor,
  figure.ratio === undefined ? '-' : figure.ratio.toFixed(2),
  figure.goal,
  figure.skipped ?? (figure.met ? 'met' : 'not met'),
];
const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
if (json) console.log(JSON.stringify({ machine, figures }));
else for (const figure of figures) console.log(row(figure).join('  ').replace('<br>', ' '));

const page = 'docs/performance.md';
const rows = figures.map((figure) => `| ${row(figure).join(' | ')} |`);
if (only !== undefined && args.includes('--keep')) {
  const lines = readFileSync(page, 'utf8').split('\n');
  const isOld = (line: string): boolean => figures.some(({ name }) => line.startsWith(`| ${name} |`));
  const first = lines.findIndex(isOld);
  const kept = lines.filter((line) => !isOld(line));
  kept.splice(first >= 0 ? first : kept.findLastIndex((line) => line.startsWith('|')) + 1, 0, ...rows);
  writeFileSync(page, kept.join('\n'));
}

if (only === undefined) {
  const day = new Date().toISOString().slice(0, 10);
  const head = ['bench', '比較 what', 'ours', 'floor', 'ratio', 'goal', ''];
  writeFileSync(
    page,
    `# 效能 Performance

Written by \`npm run bench\` on ${day}: ${machine}. Ratios are against a floor of the same run; absolute figures are this machine's.

| ${head.join(' | ')} |
| ${head.map(() => '---').join(' | ')} |
${rows.join('\n')}

Not measured yet: 1.1 through pcscd and vpcd against the bare APDUs by the same binding.
`,
  );
}
