/** @module A card that answers anything to anything: who it is, its public zone, an authentication, its files. */

import { Failure } from '../../../src/base/index.ts';
import { identify, openCard, readFree, readPublic } from '../../../src/card/index.ts';
import type { CardChannel } from '../../../src/reader/types.ts';
import { onlyRejects } from './only-throws.ts';

export async function fuzz(data: Uint8Array): Promise<void> {
  let at = 0;
  let asked = 0;
  const channel = {
    insertion: '1',
    async transmit() {
      asked += 1;
      if (asked > 5000) throw new Error('a card can make us ask for ever');
      const length = data[at] ?? 0;
      const answer = data.slice(at + 1, at + 1 + length + (data[at] === 255 ? 3 : 0));
      at += 1 + length;
      return answer;
    },
  } as unknown as CardChannel;
  const identified = await onlyRejects([Failure], () => identify(channel));
  await onlyRejects([Failure], () => readPublic(channel));
  await onlyRejects([Failure], () => readFree(channel, 'hpcBasic'));
  if (identified === undefined) return;
  const authenticator = {
    authenticate: async () => ({
      command: new Uint8Array(300),
      finish: async (answer: Uint8Array) => {
        if (answer.length !== 32) throw new Failure(4029, { why: { zh: '長度', en: 'length' } });
        return answer;
      },
    }),
  };
  await onlyRejects([Failure], async () => {
    const { session } = await openCard(channel, identified, authenticator, undefined);
    await session.read(['basic', 'visits', 'prescriptions']);
    await session.ring();
    await session.verifyPin(Uint8Array.of(0x31, 0x32, 0x33, 0x34));
    await session.commit('00000000000000aa', []);
  });
}
