/** @module Fills a journal as fast as it can and says what was promised, until it is killed: FOLDER FIRST-NUMBER. */

import { writeSync } from 'node:fs';
import { fileStore, systemClock } from '../../src/base/index.ts';
import { openJournal } from '../../src/journal/index.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const journal = openJournal(fileStore(folder), systemClock);
const bulk = 'x'.repeat(200_000);
for (let count = Number(first); ; count++) {
  const id = String(count).padStart(16, '0');
  const about = { hospId: '3501200000', samId: 'S', dateTime: '1151124090000', personId: 'x', simulated: true };
  journal.prepare({
    id,
    api: 'hisGetSeqNumber256N1',
    preparedAt: systemClock.now(),
    cardNo: '900000000001',
    program: 'his',
    inputs: id,
    requestId: id,
    answer: { code: 0, outputs: { bulk } },
    events: [{ id, type: 'visit', ...about }],
  });
  journal.done(id);
  // Written at once: what was said before a kill was heard.
  writeSync(1, `${id}\n`);
  // Every tenth is not sent: it is in each log that follows.
  if (count % 10 === 0) continue;
  journal.delivered(id);
  journal.receipt(id, 'stored');
}
