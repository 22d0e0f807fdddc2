/** @module Issues a card with given values: the made-up cards on which a trace runs again. */

import { join } from 'node:path';
import { type Clock, type Random, type Store, seededRandom } from '../base/index.ts';
import { type CardProfile, encodeImage, newHealthCard, newProfessionalCard } from '../card/index.ts';
import { demoPerson, openCentreKeys, openCentreStore } from '../centre/server/index.ts';
import { rocDateOf } from '../codec/index.ts';
import { cardFile } from './card-file.ts';

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
