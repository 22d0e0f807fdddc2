/** @module The looks of a scenario: at a card, the journal, the data centre, and whether all three say the same. */

import type { JournalEntry } from '../../journal/types.ts';
import type { Result } from './expect.ts';
import type { Ground } from './ground.ts';

type Visit = {
  readonly visitTime: string;
  readonly treatNum: string;
  readonly hospId: string;
  readonly undone: string;
};

const visitsOf = (files: { readonly [file: string]: { readonly [field: string]: unknown } }): Visit[] =>
  ((files.visits?.visits ?? []) as Visit[]).filter((visit) => visit.visitTime !== '');

/** The person whose card it is. */
export const personOf = async (ground: Ground, handle: string): Promise<string> =>
  String((await ground.show(handle)).files.basic?.personId ?? '');

export async function cardOf(ground: Ground, handle: string): Promise<Result> {
  const { files, ...card } = await ground.show(handle);
  const { visits: _visits, basic = {}, ...others } = files;
  const visits = visitsOf(files);
  return {
    ...basic,
    ...others,
    ...card,
    visits: visits.length,
    undone: visits.filter((visit) => visit.undone === 'Y').length,
    newest: visits[0],
    identifiers: visits.map((visit) => visit.treatNum),
  };
}

export async function centreOf(ground: Ground, handle: string): Promise<Result> {
  const events = ground.ledger(await personOf(ground, handle));
  const count = (type: string): number => events.filter((event) => event.type === type).length;
  const visits = events.filter((event) => event.type === 'visit');
  return {
    events: events.length,
    visits: visits.length,
    undone: count('undo'),
    noCard: count('no-card'),
    exceptions: count('exception'),
    care: count('care'),
    inDoubt: count('in-doubt'),
    identifiers: events.flatMap((event) => (event.treatNum ? [event.treatNum] : [])),
    newest: events.at(-1),
  };
}

type Entry = Pick<JournalEntry, 'state' | 'sent' | 'delivered' | 'cardNo' | 'events'>;

export async function journalOf(ground: Ground, handle?: string): Promise<Result> {
  const cardNo = handle === undefined ? undefined : (await ground.show(handle)).cardNo;
  const entries = (await ground.op<Entry[]>('journal')).filter((one) => cardNo === undefined || one.cardNo === cardNo);
  const count = (state: Entry['state']): number => entries.filter((one) => one.state === state).length;
  const { journal } = await ground.op<{ journal: Result }>('status');
  return {
    entries: entries.length,
    prepared: count('prepared'),
    done: count('done'),
    dropped: count('dropped'),
    undecided: count('undecided'),
    sent: entries.filter((one) => one.sent).length,
    ...journal,
  };
}

/**
 * `same` is true where the own visits on the card, those in the journal and those at the centre are the same, each once,
 * and nothing waits; else it says what differs. `answered`: what the HIS was told, where the scenario knows all of it.
 */
export async function onceOf(
  ground: Ground,
  handle: string,
  answered: readonly (readonly [string, string])[] | undefined,
): Promise<Result> {
  const { files, cardNo } = await ground.show(handle);
  const text = (time: string, treatNum: string): string => `${time} ${treatNum}`;
  const card = visitsOf(files)
    .filter((visit) => visit.hospId === ground.hospId)
    .map((visit) => text(visit.visitTime, visit.treatNum))
    .sort();
  const centre = ground
    .ledger(String(files.basic?.personId ?? ''))
    .filter((event) => event.type === 'visit' && event.hospId === ground.hospId)
    .map((event) => text(event.dateTime, event.treatNum ?? ''))
    .sort();
  const journal = (await ground.op<Entry[]>('journal'))
    .filter((one) => one.cardNo === cardNo && one.state === 'done')
    .flatMap((one) => one.events.filter((event) => event.type === 'visit'))
    .map((event) => text(event.dateTime, event.treatNum ?? ''))
    .sort();
  const { waiting, inDoubt, refused } = (await ground.op<{ journal: { [count: string]: number } }>('status')).journal;
  const known = new Set(answered?.map(([time, treatNum]) => text(time, treatNum)));
  const differ = (name: string, one: readonly string[], other: readonly string[]): string[] =>
    one.join() === other.join() ? [] : [`${name}: ${one.join(', ') || '-'} / ${other.join(', ') || '-'}`];
  const wrong = [
    // A card keeps the newest six.
    ...differ('card / centre', card, centre.slice(-Math.max(card.length, Math.min(centre.length, 6)))),
    ...differ('journal / centre', journal, centre),
    ...(answered === undefined ? [] : centre.filter((one) => !known.has(one)).map((one) => `never answered: ${one}`)),
    ...(waiting || inDoubt || refused ? [`waiting ${waiting}, in doubt ${inDoubt}, refused ${refused}`] : []),
  ];
  return { visits: centre.length, same: wrong.length === 0 ? true : wrong.join('; ') };
}
