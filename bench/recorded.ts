/**
 * @module What the product does for a call, written down from a real run in this process: every APDU to each card, the
 * answer that goes out, how much it wrote into the journal. A floor does the very same, and nothing else.
 */

import { createHmac, createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../src/base/index.ts';
import { type CardImage, encodeImage, identify, openCard, suspend, virtualCard } from '../src/card/index.ts';
import type { CallAnswer, InputValue } from '../src/control/index.ts';
import { bodyWriter, writeValues } from '../src/doors/native/frames.ts';
import { composeAll } from '../src/main/compose.ts';
import { newWorld } from '../src/main/daemon.ts';
import type { CardChannel, VirtualCard } from '../src/reader/types.ts';
import { cardFile } from '../src/world/card-file.ts';
import { readCard } from '../src/world/index.ts';
import { prescriptionItem } from '../test/support/writing.ts';

const handles = ['normal', 'doctor'] as const;
const pin = '123456';
const lastLine = 120;

/** A card in this process, and the session that its resumes are proved by. */
interface FloorCard {
  readonly card: VirtualCard;
  readonly key: KeyObject;
  counter: number;
}
interface Step {
  readonly card: number;
  readonly apdu: Uint8Array;
}
export interface Recorded {
  readonly steps: readonly Step[];
  /** Of the answer's frame, what stands behind the request id. */
  readonly answer: Uint8Array;
  /** Bytes of each durable line. */
  readonly journal: readonly number[];
  /** Signatures of 20 bytes over the bytes of an item. */
  readonly macs: number;
}
export interface Recording {
  readonly calls: { readonly [api: string]: Recorded };
  /** The cards' part of a call: the recorded commands, each resume with a proof of its own. */
  replay(steps: readonly Step[]): void;
  close(): void;
}

export async function record(): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-recorded-'));
  await newWorld(folder, { httpPort: 0, people: 10 });
  const all = await composeAll(folder);
  const { store } = all.world;
  const heard: Step[] = [];
  const images: CardImage[] = [];
  const slots = all.readers.slots();
  for (const [index, handle] of handles.entries()) {
    const card = virtualCard(readCard(store, handle), (next) => {
      images[index] = next;
      store.write(cardFile(handle), encodeImage(next));
    });
    images[index] = card.image();
    const listening: VirtualCard = {
      ...card,
      process(apdu) {
        heard.push({ card: index, apdu: apdu.slice() });
        return card.process(apdu);
      },
    };
    all.readers.insert(slots[index]?.name ?? '', listening);
  }
  all.control.watch((event) => {
    if (event.type === 'pin') all.control.answerPin(event.request.id, Buffer.from(pin));
  });
  const session = all.control.session({ door: 'native', role: 'program', program: 'bench', process: 'bench' });
  const call = async (name: string, inputs: { readonly [param: string]: InputValue }): Promise<CallAnswer> => {
    const answer = await session.call({ requestId: randomUUID(), name, inputs });
    if (answer.code !== 0) throw new Error(`${name} answered ${answer.code} ${answer.failure?.why.en}`);
    answer.delivered();
    return answer;
  };
  const calls: { [api: string]: Recorded } = {};
  const journal = () => statSync(join(folder, 'journal/log'), { throwIfNoEntry: false })?.size ?? 0;
  const keep = async (
    name: string,
    inputs: { readonly [param: string]: InputValue },
    macs = 0,
  ): Promise<CallAnswer> => {
    const before = journal();
    heard.length = 0;
    const answer = await call(name, inputs);
    const written = journal() - before;
    const writer = bodyWriter().i32(answer.code);
    writeValues(writer, answer.outputs, (text) => Buffer.from(text, 'latin1'));
    calls[name] = {
      steps: [...heard],
      answer: writer.long(new Uint8Array(0)).done(),
      journal: written === 0 ? [] : [written - lastLine, lastLine],
      macs,
    };
    return answer;
  };
  /** Comes before what is measured: the floor answers it and does nothing. */
  const prepare = async (name: string, inputs: { readonly [param: string]: InputValue }): Promise<CallAnswer> => {
    const answer = await keep(name, inputs);
    calls[name] = { ...(calls[name] as Recorded), steps: [], journal: [] };
    return answer;
  };
  const repeated = async (name: string, inputs: { readonly [param: string]: InputValue }, macs = 0): Promise<void> => {
    await call(name, inputs);
    await call(name, inputs);
    await keep(name, inputs, macs);
  };

  await repeated('hisGetBasicData', { iBufferLen: 72 });
  const { pBuffer } = (await call('hisGetBasicData', { iBufferLen: 72 })).fields as {
    pBuffer: { personId: string; birthDate: string };
  };
  await prepare('hpcVerifyHPCPIN', {});
  await repeated('hisReadPrescription', {
    iBufferLenOutpatient: 3660,
    iBufferLenLongTerm: 1320,
    iBufferLenImportant: 360,
    iBufferLenIrritation: 120,
  });
  const granted = await prepare('hisGetSeqNumber256N1', {
    cTreatItem: '00',
    cBabyTreat: ' ',
    cTreatAfterCheck: '1',
    iBufferLen: 316,
  });
  const { visitTime } = granted.fields.pBuffer as { visitTime: string };
  const items = Array.from({ length: 60 }, (_, index) =>
    prescriptionItem(visitTime, '1', `AC${String(index).padStart(5, '0')}100`),
  ).join('');
  await repeated(
    'hisWriteMultiPrescriptSign',
    {
      pDateTime: visitTime,
      pPatientID: pBuffer.personId,
      pPatientBirthDate: pBuffer.birthDate,
      pDataWrite: items,
      iWriteCount: 60,
      iBufferLen: 2400,
    },
    60,
  );

  // The floor's own cards: as the run left them, each with a session of its own.
  const own = mkdtempSync(join(tmpdir(), 'opencshis-floor-cards-'));
  const kept = fileStore(own);
  const floorCards: FloorCard[] = [];
  for (const [index, image] of images.entries()) {
    const card = virtualCard(image, (next) => kept.write(cardFile(String(index)), encodeImage(next)));
    const channel: CardChannel = {
      slot: 'floor',
      insertion: 'floor',
      atr: card.atr,
      transmit: async (apdu) => card.process(apdu),
    };
    const { security } = await openCard(channel, await identify(channel), all.sam, undefined);
    await suspend(channel);
    floorCards.push({ card, key: createSecretKey(security.key), counter: security.counter });
  }
  await all.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    calls,
    replay(steps) {
      for (const { card, apdu } of steps) {
        const one = floorCards[card] as FloorCard;
        const answer = one.card.process(isResume(apdu) ? resume(one) : apdu);
        if (answer.at(-2) !== 0x90) throw new Error('the card refused what it did in the recorded run');
      }
    },
    close() {
      kept.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

const isResume = (apdu: Uint8Array): boolean => apdu[0] === 0x80 && apdu[1] === 0x14;

/** RESUME of a session, with the next number. */
function resume(one: FloorCard): Uint8Array {
  const apdu = Buffer.from(`8014000014${'00'.repeat(20)}`, 'hex');
  apdu.writeUInt32BE(++one.counter, 5);
  const text = Buffer.from('resume....', 'latin1');
  text.writeUInt32BE(one.counter, 6);
  createHmac('sha256', one.key).update(text).digest().copy(apdu, 9, 0, 16);
  return apdu;
}
