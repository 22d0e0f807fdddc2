/** @module Many counters on one centre, each with a connection of its own, as the centre sees them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/base/index.ts';
import { httpCentre, httpPoster } from '../src/centre/client/index.ts';
import { composeCentre, composeSam, openWorldFolder } from '../src/main/compose.ts';
import { newWorld } from '../src/main/daemon.ts';
import { timed } from './measure.ts';

export async function createCounters(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-bench-'));
  await newWorld(folder, { httpPort: 0, people: count });
  const world = await openWorldFolder(folder);
  const centre = await composeCentre(world);
  const url = () => `http://127.0.0.1:${centre.port}`;
  const sam = composeSam(world, url);
  await sam.verify();
  const posters = Array.from({ length: count }, () =>
    httpPoster(url, systemClock, (method, path, body) => sam.authorise(method, path, body)),
  );
  const people = posters.map((poster, at) => ({
    centre: httpCentre(poster),
    personId: `A1${String(at).padStart(8, '0')}`,
  }));
  const identity = await sam.identity();
  let made = 0;
  return {
    /** Every counter sends one visit to the ledger, all at once, so many times; milliseconds of each. */
    async registerTogether(rounds: number): Promise<number[]> {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await Promise.all(
          people.map(async ({ centre: one, personId }) => {
            const id = (++made).toString(16).padStart(16, '0');
            const event = {
              id,
              type: 'no-card' as const,
              hospId: identity.hospId,
              samId: identity.samId,
              dateTime: `11501${String((round % 28) + 1).padStart(2, '0')}080000`.padEnd(13, '0').slice(0, 13),
              personId,
              simulated: true,
            };
            times.push(await timed(() => one.submit([event])));
          }),
        );
      }
      return times.slice(count);
    },
    async close(): Promise<void> {
      for (const poster of posters) poster.close();
      await sam.close();
      await centre.close();
      world.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
