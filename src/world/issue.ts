/** @module Issues cards for people that are there: one with given values (a trace runs again on it), one for a person of the centre. */

import { join } from 'node:path';
import { type Clock, Failure, type Random, randomInt, type Store, say, seededRandom } from '../base/index.ts';
import { type CardProfile, encodeImage, newHealthCard, newProfessionalCard } from '../card/index.ts';
import { demoPerson, openCentreKeys, openCentreStore } from '../centre/server/index.ts';
import { rocDateOf } from '../codec/index.ts';
import { cardFile } from './card-file.ts';
import { cardNumber, freeHandle } from './make.ts';

export interface IssuedCard {
  readonly handle: string;
  readonly kind: 'hc' | 'hpc';
  readonly person: {
    readonly cardNo: string;
    readonly name: string;
    readonly personId: string;
    readonly birthDate: string;
    readonly sex: string;
    readonly issueDate: string;
  };
  readonly files: CardProfile;
  readonly pin?: string;
}

/** The card's image, its row at the centre, and its holder, insured and without debts. */
export function issueCard(
  folder: string,
  store: Store,
  hospId: string,
  card: IssuedCard,
  clock: Clock,
  random: Random,
): void {
  const keys = openCentreKeys(store, clock, random);
  const centre = openCentreStore(join(folder, 'centre/centre.sqlite'));
  const issue = { world: keys.world, root: keys.root, certify: (subject: never) => keys.certify(subject).bytes };
  const { cardNo, personId, name, birthDate, sex } = card.person;
  const state = card.files.basic?.cancelMark === '2' ? '2' : '1';
  const validUntil = card.files.validity?.validUntil ?? '1991231';
  try {
    centre.putCard({ cardNo, personId, kind: card.kind, state, validUntil, counter: 0 });
    if (card.kind === 'hpc') {
      const holder = { cardNo, personId, name, englishName: 'DEMO', profession: 'D', state, validUntil, reserved: '' };
      store.write(cardFile(card.handle), encodeImage(newProfessionalCard(holder, card.pin ?? '123456', hospId, issue)));
      return;
    }
    const illnesses = (card.files.illness?.illnesses ?? [])
      .filter((one) => one.code !== '')
      .map((one) => ({ code: one.code, from: one.validFrom, until: one.validUntil }));
    const designated = card.files.illness?.designated ?? '';
    const insuredMark = card.files.insured?.insuredMark ?? '3';
    const anybody = demoPerson(seededRandom(personId), rocDateOf(clock.now()));
    centre.putPerson({ ...anybody, personId, name, birthDate, sex, insured: 0, illnesses, designated, insuredMark });
    const files = { validity: { validUntil, available: 6 }, ...card.files };
    const profile = { ...files, ...(card.pin === undefined ? {} : { pin: card.pin }) };
    store.write(cardFile(card.handle), encodeImage(newHealthCard(card.person, profile, issue)));
  } finally {
    centre.close();
  }
}

/**
 * The card that a person of the centre has, as it comes from the factory; fails with 6018 where it is on the bench already
 * or the centre knows no such person.
 */
export function cardOfPerson(
  folder: string,
  store: Store,
  handle: string,
  personId: string,
  onBench: readonly string[],
  clock: Clock,
  random: Random,
): void {
  freeHandle(store, handle);
  const keys = openCentreKeys(store, clock, random);
  const centre = openCentreStore(join(folder, 'centre/centre.sqlite'));
  try {
    const person = centre.person(personId);
    if (person === undefined)
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: `資料中心沒有 ${personId} 這個人`, en: `the centre knows nobody with ${personId}` }),
      });
    const held = centre.cardsOf(personId).find((one) => one.kind === 'hc' && one.state === '1');
    if (held !== undefined && onBench.includes(held.cardNo))
      throw new Failure(6018, {
        kind: 'card-exists',
        why: say({ zh: '這個人的卡片已經在清單裡', en: "this person's card is in the list already" }),
      });
    // One that was written before, and is not here, is another card to the ledger: a new number, as a card issued anew.
    const cardNo = held?.counter === 0 ? held.cardNo : cardNumber(1_000_000 + randomInt(random, 1_000_000_000));
    const validUntil = held?.validUntil ?? '1201231';
    if (cardNo !== held?.cardNo) centre.putCard({ cardNo, personId, kind: 'hc', state: '1', validUntil, counter: 0 });
    const { name, birthDate, sex, designated, insuredMark } = person;
    const illnesses = person.illnesses.map(({ code, from, until }) => ({ code, validFrom: from, validUntil: until }));
    const image = newHealthCard(
      { cardNo, name, personId, birthDate, sex, issueDate: rocDateOf(clock.now()) },
      {
        validity: { validUntil, available: 6 },
        insured: { insurerCode: '01', insuredMark },
        illness: { illnesses, designated },
      },
      { world: keys.world, root: keys.root, certify: (subject) => keys.certify(subject).bytes },
    );
    store.write(cardFile(handle), encodeImage(image));
  } finally {
    centre.close();
  }
}
