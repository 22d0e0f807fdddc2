/** @module The attacks as they stand in SECURITY.md: one table of what refuses each, one of what does not apply, and why. */

import { doors } from './doors.ts';
import { type Attack, attacks } from './list.ts';

export const paper = 'SECURITY.md';
const [begin, end] = ['<!-- attacks: npm run docs:attacks -->', '<!-- /attacks -->'];
const nameOf = (id: string): string => doors.find((door) => door.id === id)?.en ?? id;
const entries = (attack: Attack) => Object.entries(attack.cells);

function table(): string {
  const rows = attacks.map((attack) => {
    const tested = entries(attack).filter(([, cell]) => typeof cell !== 'string');
    const files = new Set(tested.flatMap(([, cell]) => (typeof cell === 'string' ? [] : cell.map((one) => one.file))));
    const links = [...files].map((file) => `[${file.split('/').at(-1)?.replace('.test.ts', '')}](${file})`);
    const at = tested.length === doors.length ? 'all' : tested.map(([id]) => nameOf(id)).join(', ');
    return `| ${attack.no} | ${attack.zh} ${attack.en} | ${at} | ${attack.refusedBy} | ${links.join(', ')} |`;
  });
  const reasons = attacks.map((attack) => {
    const byReason = new Map<string, string[]>();
    for (const [id, cell] of entries(attack))
      if (typeof cell === 'string') byReason.set(cell, [...(byReason.get(cell) ?? []), nameOf(id)]);
    return `| ${attack.no} | ${[...byReason].map(([reason, names]) => `*${names.join(', ')}*: ${reason}`).join('; ')} |`;
  });
  return [
    '| | attack | sent to | refused by | tests |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Where an attack is not sent, and why:',
    '',
    '| | door and reason |',
    '| --- | --- |',
    ...reasons,
  ].join('\n');
}

/** The paper with its table made anew. */
export function withTable(text: string): string {
  const [before, rest = ''] = text.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined) throw new Error(`${paper} has no place for the table`);
  return `${before}${begin}\n\n${table()}\n\n${end}${after}`;
}
