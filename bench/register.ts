/**
 * @module 1.53 through the native door, against its floor: one round trip of frames of the same size over a local
 * socket, one P-256 signature, two fsynced appends, and the same number of bare APDUs on the virtual card.
 */

import { generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { connect as connectSocket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore, systemClock, systemRandom } from '../src/base/index.ts';
import { virtualCard } from '../src/card/index.ts';
import { connect } from '../src/main/daemon.ts';
import { newCardFor } from '../src/world/index.ts';
import { type Bench, median, ms, timed } from './measure.ts';
import { act, withWorld } from './world.ts';

const rounds = 60;
const journalLine = 1800;
/** What 1.53 sends to the card, counted by the trace of a torn card (`src/control/tear.test.ts`). */
const apdus = 21;

export const register: Bench = {
  name: 'register',
  run: () =>
    withWorld(async (folder) => {
      const own = fileStore(folder);
      const image = newCardFor(folder, own, 'bench', 'normal', systemClock, systemRandom);
      const client = await connect(folder, 'program');
      await client.call('csVerifySAMDC');
      const ours: number[] = [];
      const floor: number[] = [];
      const bare = await floorOf(image);
      for (let round = 0; round < rounds; round++) {
        const card = `b${round}`;
        newCardFor(folder, own, card, 'normal', systemClock, systemRandom);
        await act(folder, 'insert', { card });
        // What a counter does before: the card is known, as it is after 1.1.
        await client.call('hisGetBasicData');
        ours.push(await timed(() => client.call('1.53', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' })));
        await act(folder, 'remove', { card });
        floor.push(await timed(bare.once));
      }
      await bare.close();
      client.close();
      own.close();
      const [one, other] = [median(ours), median(floor)];
      return [
        {
          name: 'register',
          what: { zh: '1.53 全程，對照最低成本', en: '1.53 end to end, against its floor' },
          ours: ms(one),
          floor: ms(other),
          ratio: one / other,
          goal: '≤ 1.5',
          met: one / other <= 1.5,
        },
      ];
    }),
};

async function floorOf(image: Parameters<typeof virtualCard>[0]) {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-floor-'));
  const path = join(folder, 's');
  const server = createServer((socket) => socket.on('data', (part) => socket.write(Buffer.alloc(part.length * 4))));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const socket = connectSocket(path);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const file = openSync(join(folder, 'log'), 'a');
  const card = virtualCard(image, () => undefined);
  const select = Buffer.from('00A4040010D1580000010000000000000000001100', 'hex');
  return {
    async once(): Promise<void> {
      await new Promise<void>((resolve) => {
        socket.once('data', () => resolve());
        socket.write(Buffer.alloc(200));
      });
      sign('sha256', Buffer.alloc(180), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      for (let at = 0; at < apdus; at++) card.process(select);
      for (let commit = 0; commit < 2; commit++) {
        writeSync(file, Buffer.alloc(journalLine));
        fsyncSync(file);
      }
    },
    async close(): Promise<void> {
      socket.destroy();
      closeSync(file);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
