/** @module The part of `trouble.ts` that kills a pcscd: in a namespace of its own. Prints times as JSON. */

import { plug } from '../e2e/pcscd/bridge.ts';
import { ports, startService } from '../e2e/pcscd/service.ts';
import { Failure, fileStore, sleep, systemClock } from '../src/base/index.ts';
import { encodeImage, readPublic, virtualCard } from '../src/card/index.ts';
import { systemReaders } from '../src/reader/pcsc/index.ts';
import type { Readers } from '../src/reader/types.ts';
import { cardFile, readCard } from '../src/world/index.ts';
import { newFolder, newWorldFolder, settled } from '../test/support/counter.ts';
import { timed } from './measure.ts';

const rounds = 7;
const store = fileStore(newWorldFolder());
const card = () => virtualCard(readCard(store, 'normal'), (next) => store.write(cardFile('normal'), encodeImage(next)));
const present = (of: Readers) => of.slots().filter((slot) => slot.present);

let service = await startService(newFolder());
const readers = systemReaders(systemClock) as Readers;
/** Reads the card that is in, as often as that takes. */
async function read(): Promise<void> {
  for (;;) {
    const [slot] = present(readers);
    try {
      if (slot) return void (await readers.exclusive(slot.name, readPublic));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    await sleep(systemClock, 2);
  }
}
const times = { killed: [] as number[], replugged: [] as number[] };
let plugged = await plug(card(), ports[0]);
for (let round = 0; round < rounds; round++) {
  await read();
  times.replugged.push(
    await timed(async () => {
      await plugged.remove();
      await settled(() => present(readers).length === 0);
      plugged = await plug(card(), ports[0]);
      await read();
    }),
  );
  await read();
  times.killed.push(
    await timed(async () => {
      await service.kill();
      await plugged.remove();
      service = await startService(newFolder());
      plugged = await plug(card(), ports[0]);
      await read();
    }),
  );
}
await plugged.remove();
await readers.close();
await service.kill();
console.log(JSON.stringify(times));
process.exit(0);
