/** @module The tables of docs/tested.md and docs/doctor.md: made of what is declared, and of what recorded machines make. */

import { type Say, systemClock } from '../../src/base/index.ts';
import { type Check, checks, examine } from '../../src/care/index.ts';
import { cases } from '../doctor/cases.ts';
import { patientOf, type System } from '../doctor/healthy.ts';
import { type Cell, features, realFaults, type SystemId, systems } from './list.ts';

export const tested = 'docs/tested.md';
export const doctor = 'docs/doctor.md';
export const command = 'npm run docs:tested';

const names: { readonly [S in SystemId]: string } = { linux: 'Linux', windows: 'Windows', macos: 'macOS' };
const systemOf: { readonly [S in System]: SystemId } = { linux: 'linux', win32: 'windows', darwin: 'macos' };
const both = ({ zh, en }: Say): string => `${zh}<br>${en}`.replaceAll('|', '\\|');
const link = (file: string): string =>
  `[${file
    .split('/')
    .at(-1)
    ?.replace(/(\.test)?\.ts$/, '')}](../${file})`;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): string => [row(...cells), row(...cells.map(() => '---'))].join('\n');

function cellOf(cell: Cell): string {
  if (cell.how === 'not') return `**未試 not run**<br>${both(cell.why)}`;
  const words = cell.how === 'run' ? '**實測 run**' : `**模擬 simulated**<br>${both(cell.by)}`;
  return [words, ...(cell.but ? [both(cell.but)] : []), cell.tests.map(link).join(', ')].join('<br>');
}

const featureTable = (): string =>
  [
    head('', ...systems.map((system) => names[system])),
    ...features.map(({ title, cells }) => row(both(title), ...systems.map((system) => cellOf(cells[system])))),
  ].join('\n');

/** Which systems have a recorded machine for a finding, and which findings a real fault made (`texts`: the tests' own). */
export function madeBy(
  id: string,
  texts: ReadonlyMap<string, string>,
): { readonly [S in SystemId]?: 'real' | 'recorded' } {
  const on = cases.filter(({ finds }) => finds.includes(id)).map(({ system = 'linux' }) => systemOf[system]);
  const real = realFaults.some((file) =>
    [`'${id}'`, `"${id.replace('.', '\\.')}"`].some((one) => texts.get(file)?.includes(one)),
  );
  return {
    ...Object.fromEntries(on.map((system) => [system, 'recorded'])),
    ...(real ? { linux: 'real' as const } : {}),
  };
}
const signs = { real: '● 真的 real', recorded: '○ 錄製 recorded' } as const;

const findingTable = (texts: ReadonlyMap<string, string>): string =>
  [
    head('', ...systems.map((system) => names[system])),
    ...checks.flatMap(({ finds }) =>
      Object.keys(finds).map((id) => {
        const made = madeBy(id, texts);
        return row(`\`${id}\``, ...systems.map((system) => (made[system] ? signs[made[system]] : '')));
      }),
    ),
  ].join('\n');

/** By the findings of recorded machines: what mends them. */
async function fixes(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const one of cases)
    for (const { findings } of await examine(patientOf(one.system ?? 'linux', one), checks, systemClock))
      for (const { id, fix } of findings) if (fix !== undefined) found.set(id, fix.id);
  return found;
}
const severities = { problem: '問題 problem', warning: '注意 warning', note: '說明 note' } as const;

function inventory(check: Check, mending: ReadonlyMap<string, string>): string {
  return [
    `### \`${check.id}\` ${check.title.zh} ${check.title.en}`,
    '',
    head('', '', '什麼 what', '怎麼辦 what to do', '問答 FAQ', '修復 fix'),
    ...Object.entries(check.finds).map(([id, { severity, what, todo, faq = [] }]) =>
      row(
        `\`${id}\``,
        severities[severity],
        both(what),
        both(todo),
        faq.map((no) => `Q${no}`).join(' '),
        mending.has(id) ? `\`${mending.get(id)}\`` : '',
      ),
    ),
  ].join('\n');
}

/** The papers with their tables made anew. */
export async function withTables(texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const mending = await fixes();
  const put = (file: string, name: string, table: string, text: string): string => {
    const [begin, end] = [`<!-- ${name}: ${command} -->`, `<!-- /${name} -->`];
    const [before, rest = ''] = text.split(begin);
    const [, after] = rest.split(end);
    if (after === undefined) throw new Error(`${file} has no place for ${name}`);
    return `${before}${begin}\n\n${table}\n\n${end}${after}`;
  };
  const papers = {
    [tested]: (text: string) =>
      put(tested, 'findings', findingTable(texts), put(tested, 'features', featureTable(), text)),
    [doctor]: (text: string) =>
      put(doctor, 'inventory', checks.map((one) => inventory(one, mending)).join('\n\n'), text),
  };
  return new Map(Object.entries(papers).map(([file, made]) => [file, made(texts.get(file) ?? '')]));
}
