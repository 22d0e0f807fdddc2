/** @module What was read of the cards that are in: by calls that ask for no PIN, once an insertion, again after it was written. */

import { signal } from '@preact/signals';
import { type Answer, ClientFailure, type FailureWords, type PublicZone } from '../../../client/index.ts';
import { cards, control, status } from '../../state.ts';
import { say } from '../../words.ts';
import type { CardFacts } from './allows.ts';

export interface Reading {
  readonly facts: CardFacts;
  readonly pinSet?: boolean;
  readonly busy: boolean;
  readonly failure?: FailureWords;
}
/** By insertion. */
export const readings = signal<{ readonly [insertion: string]: Reading }>({});

/** 3.5 calls want the port of the dedicated reader that the card is in; chip readers open by themselves. */
export async function openPort(slotName: string): Promise<void> {
  const { profile, slots = [] } = status.value ?? {};
  if (profile !== '3.5') return;
  const devices = [...new Set(slots.map((slot) => slot.device))];
  const device = slots.find((slot) => slot.name === slotName)?.device;
  await control().call('csOpenCom', { Comport: Math.max(0, devices.indexOf(device)) });
}
/** A function on one card; its failure is thrown. */
export async function callOn(zone: PublicZone, name: string, inputs: object = {}): Promise<Answer> {
  await openPort(zone.slot);
  const answer = await control().call(name, inputs, { card: zone.card });
  if (answer.failure) throw new ClientFailure(200, answer.failure);
  return answer;
}

export async function read(zone: PublicZone): Promise<void> {
  if (zone.real) return;
  const keep = (reading: Reading): void => {
    if (cards.value[zone.slot]?.card !== zone.card) return;
    readings.value = { ...kept(), [zone.card]: reading };
  };
  const before = readings.value[zone.card];
  if (before?.busy) return;
  keep({ facts: {}, ...without(before), busy: true });
  try {
    const pinSet = (await callOn(zone, 'csISSetPIN')).code === 1;
    const facts: CardFacts = {};
    // 1.2 holds all that a counter decides by; behind a PIN the two that ask for none have to do.
    for (const name of pinSet ? ['hisGetBasicData', 'hisGetRegisterBasic2'] : ['hisGetRegisterBasic'])
      Object.assign(facts, (await callOn(zone, name)).fields.pBuffer);
    keep({ facts, pinSet, busy: false });
  } catch (error) {
    keep({
      facts: {},
      ...without(before),
      busy: false,
      failure: (error instanceof ClientFailure && error.failure) || {
        code: -1,
        why: say('控制軟體沒有回應', 'the control software does not answer'),
      },
    });
  }
}
const without = (reading: Reading | undefined): Partial<Reading> => {
  if (reading === undefined) return {};
  const { failure: _failure, ...rest } = reading;
  return rest;
};
/** What was read of cards that are still in. */
const kept = (): typeof readings.value => {
  const here = new Set(Object.values(cards.value).map((zone) => zone.card));
  return Object.fromEntries(Object.entries(readings.value).filter(([insertion]) => here.has(insertion)));
};
