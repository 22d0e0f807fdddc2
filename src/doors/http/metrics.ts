/** @module What the door counts and how things stand, in Prometheus' text format. */

import type { ControlStatus } from '../../control/types.ts';

export interface Counts {
  readonly calls: Map<string, number>;
  readonly refused: Map<string, number>;
}

export function metrics(status: ControlStatus, counts: Counts): string {
  const lines = [
    ...metric('up', 'gauge', 'The control software answers', [['', 1]]),
    ...metric('sam_verified', 'gauge', 'The security module is verified', [['', status.sam.state === 2 ? 1 : 0]]),
    ...metric('link_up', 'gauge', 'The link to the data centre or to the SAM service is up', [
      ['{link="centre"}', status.links.centre ? 1 : 0],
      ['{link="sam"}', status.links.sam ? 1 : 0],
    ]),
    ...metric('cards_present', 'gauge', 'Cards in the readers', [
      ['', status.slots.filter((slot) => slot.present).length],
    ]),
    ...metric('journal_waiting', 'gauge', 'Events that the data centre has not confirmed yet', [
      ['', status.journal.waiting],
    ]),
    ...metric('journal_in_doubt', 'gauge', 'Writes that are in doubt', [['', status.journal.inDoubt]]),
    ...metric('calls_total', 'counter', 'Calls over HTTP by function', labelled('function', counts.calls)),
    ...metric('refused_total', 'counter', 'Requests that the guard refused, by reason', [
      ...labelled('reason', counts.refused),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

type Sample = readonly [labels: string, value: number];
const metric = (name: string, type: 'gauge' | 'counter', help: string, samples: readonly Sample[]): string[] => [
  `# HELP opencshis_${name} ${help}`,
  `# TYPE opencshis_${name} ${type}`,
  ...samples.map(([labels, value]) => `opencshis_${name}${labels} ${value}`),
];
const labelled = (label: string, values: ReadonlyMap<string, number>): Sample[] =>
  [...values].map(([value, count]) => [`{${label}="${value}"}`, count]);
