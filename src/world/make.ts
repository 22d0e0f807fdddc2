/** @module Makes a world: people from a seed, keys at random, cards, an enrolled security module. */

import { join } from 'node:path';
import {
  type Clock,
  Failure,
  type Random,
  randomInt,
  type Store,
  say,
  seededRandom,
  systemRandom,
} from '../base/index.ts';
import {
  type CardImage,
  decodeImage,
  encodeImage,
  hcRecords,
  type Issue,
  newHealthCard,
  newProfessionalCard,
} from '../card/index.ts';
import type { Profile } from '../catalogue/schema.ts';
import {
  type CentreKeys,
  type CentreStore,
  demoInstitutions,
  demoPerson,
  newCentreKeys,
  openCentreKeys,
  openCentreStore,
} from '../centre/server/index.ts';
import { personIdOf, rocDateOf } from '../codec/index.ts';
import { enrolSam } from '../sam/index.ts';
import { cardFile } from './card-file.ts';
import { demoCards } from './demo-cards.ts';
import { enrolSamCards } from './sam-cards.ts';
import { switchFile } from './switch-file.ts';
import { restingSwitches } from './switches.ts';

/** `world.json`: what a world is. */
export interface WorldFile {
  readonly v: 1;
  readonly world: string;
  readonly simulated: true;
  readonly profile: Profile;
  readonly hospId: string;
  readonly seed: number;
  readonly people: number;
  /** 0: any free port, told in the discovery file. */
  readonly httpPort: number;
  readonly centrePort: number;
  /** Dedicated readers (3.5), each with a security module card of its own; 1 where it is left out. */
  readonly readers?: number;
  /** `serial`: each dedicated reader is behind a pseudo-terminal, and reached over it. */
  readonly line?: 'serial';
}
export const worldFile = 'world.json';

export interface NewWorld {
  readonly profile: Profile;
  readonly offlineMode: 'official' | 'delegated';
  readonly seed: number;
  readonly people: number;
  readonly hospId: string;
  readonly httpPort: number;
  readonly readers?: number;
  readonly line?: 'serial';
}

export function makeWorld(
  folder: string,
  store: Store,
  wanted: NewWorld,
  clock: Clock,
  random: Random,
  progress: (done: number, of: number) => void = () => undefined,
): WorldFile {
  if (store.read(worldFile) !== undefined) {
    throw new Failure(-1, {
      kind: 'world-exists',
      why: say({ zh: '這個資料夾已經有一個世界', en: 'there is a world in this folder already' }),
      todo: say({ zh: '請換一個 OPENCSHIS_HOME，或先移走它', en: 'use another OPENCSHIS_HOME, or move it away' }),
    });
  }
  newCentreKeys(store, random);
  const keys = openCentreKeys(store, clock, random);
  const today = rocDateOf(clock.now());
  const path = join(folder, 'centre/centre.sqlite');
  const centre = openCentreStore(path);
  try {
    const people = seededRandom(wanted.seed);
    for (const institution of demoInstitutions) centre.putInstitution(institution);
    if (!demoInstitutions.some((one) => one.hospId === wanted.hospId))
      centre.putInstitution({ hospId: wanted.hospId, name: '自訂院所', abbName: '自訂院所', test: true });
    const issue: Issue = { world: keys.world, root: keys.root, certify: (subject) => keys.certify(subject).bytes };
    centre.transaction(() => {
      for (let index = 0; index < wanted.people; index++) {
        const person = demoPerson(people, today);
        centre.putPerson(person);
        centre.putCard({
          cardNo: cardNumber(index + 100),
          personId: person.personId,
          kind: 'hc',
          state: '1',
          validUntil: '1201231',
          counter: 0,
        });
        if (index % 500 === 0) progress(index, wanted.people);
      }
      demoCards.forEach((demo, index) => {
        const { name, birthDate, cancelled, ...profile } = demo.profile(today);
        const person = {
          ...demoPerson(people, today),
          insured: 0,
          ...(name ? { name } : {}),
          birthDate: birthDate ?? '0790101',
          illnesses: illnessesOf(profile),
          designated: profile.illness?.designated ?? '',
        };
        const cardNo = cardNumber(index + 1);
        centre.putPerson(person);
        centre.putCard({
          cardNo,
          personId: person.personId,
          kind: 'hc',
          state: cancelled ? '2' : '1',
          validUntil: profile.validity?.validUntil ?? '1201231',
          counter: 0,
        });
        const { personId, sex } = person;
        store.write(
          cardFile(demo.handle),
          encodeImage(
            newHealthCard(
              { cardNo, name: person.name, personId, birthDate: person.birthDate, sex, issueDate: '1120301' },
              profile,
              issue,
            ),
          ),
        );
      });
      for (const [handle, cardNo, profession, state, validUntil] of professionals) {
        const digits = String(randomInt(people, 10_000_000)).padStart(7, '0');
        const holder = {
          cardNo,
          personId: personIdOf('A', '1', digits),
          name: professionalNames[profession],
          englishName: 'DEMO, PROFESSIONAL',
          profession,
          state,
          validUntil,
          reserved: '',
        };
        centre.putCard({ cardNo, personId: holder.personId, kind: 'hpc', state, validUntil, counter: 0 });
        store.write(cardFile(handle), encodeImage(newProfessionalCard(holder, '123456', wanted.hospId, issue)));
      }
    });
    enrolments[wanted.profile](store, centre, keys, wanted);
  } finally {
    centre.close();
  }
  store.write(switchFile, Buffer.from(JSON.stringify({ ...restingSwitches, offlineMode: wanted.offlineMode })));
  const world: WorldFile = {
    v: 1,
    world: keys.world,
    simulated: true,
    profile: wanted.profile,
    hospId: wanted.hospId,
    seed: wanted.seed,
    people: wanted.people,
    httpPort: wanted.httpPort,
    centrePort: 0,
    ...(wanted.profile === '3.5' ? { readers: wanted.readers ?? 1 } : {}),
    ...(wanted.profile === '3.5' && wanted.line ? { line: wanted.line } : {}),
  };
  // Last: a folder with this file holds a whole world.
  store.write(worldFile, Buffer.from(`${JSON.stringify(world, null, 2)}\n`));
  return world;
}

/** Who is given a security module: the cloud's (5.1) lives in the console's folder, a card (3.5) in its reader's slot. */
const enrolments: {
  readonly [P in Profile]: (store: Store, centre: CentreStore, keys: CentreKeys, wanted: NewWorld) => void;
} = {
  '5.1'(store, centre, keys, { hospId }) {
    enrolSam(store, { samId: 'SAM000000001', hospId, world: keys.world, root: keys.root }, (subject) =>
      keys.certify(subject, centre),
    );
    store.write('sam/token', Buffer.from(Buffer.from(systemRandom.bytes(32)).toString('hex')));
  },
  '3.5'(store, centre, keys, { hospId, readers = 1 }) {
    enrolSamCards(store, centre, keys, hospId, readers);
  },
};

/** Titles of the professional cards, for the same list. */
export const professionalTitles = [
  { handle: 'doctor', zh: '醫師，密碼 123456', en: 'a doctor, PIN 123456' },
  { handle: 'pharmacist', zh: '藥師，密碼 123456', en: 'a pharmacist, PIN 123456' },
  { handle: 'assistant-pharmacist', zh: '藥劑生，密碼 123456', en: 'an assistant pharmacist, PIN 123456' },
  { handle: 'pharmacy', zh: '特約藥局專用卡，密碼 123456', en: "a pharmacy's own card, PIN 123456" },
  { handle: 'doctor-expired', zh: '醫師，已過期', en: 'a doctor, expired' },
  { handle: 'doctor-cancelled', zh: '醫師，已註銷', en: 'a doctor, cancelled' },
] as const;

const professionals = [
  ['doctor', 'H00000000001', 'D', '1', '1201231'],
  ['pharmacist', 'H00000000002', 'P', '1', '1201231'],
  ['doctor-expired', 'H00000000003', 'D', '1', '1120101'],
  ['doctor-cancelled', 'H00000000004', 'D', '2', '1201231'],
  ['assistant-pharmacist', 'H00000000005', 'A', '1', '1201231'],
  ['pharmacy', 'H00000000006', 'S', '1', '1201231'],
] as const;
const professionalNames = { D: '示範醫師', P: '示範藥師', A: '示範藥劑生', S: '示範藥局' } as const;

export const cardNumber = (serial: number): string => `9${String(serial).padStart(11, '0')}`;

const illnessesOf = (profile: {
  illness?: Partial<{ illnesses: readonly { code: string; validFrom: string; validUntil: string }[] }>;
}) =>
  (profile.illness?.illnesses ?? [])
    .filter((one) => one.code !== '')
    .map((one) => ({ code: one.code, from: one.validFrom, until: one.validUntil }));

/** Fails with 6018 where a card cannot be called so, or one is. */
export function freeHandle(store: Store, handle: string): void {
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(handle))
    throw new Failure(6018, {
      kind: 'parameter',
      why: say({ zh: '卡片代號請用小寫英數字與減號', en: 'a card handle is lower-case letters, digits and dashes' }),
    });
  if (store.read(cardFile(handle)) !== undefined)
    throw new Failure(6018, {
      kind: 'card-exists',
      why: say({ zh: `已經有卡片 ${handle}`, en: `there is a card ${handle} already` }),
    });
}

/** A new person with a card of that kind, as `card new` makes them. */
export function newCardFor(
  folder: string,
  store: Store,
  handle: string,
  demo: string,
  clock: Clock,
  random: Random,
): CardImage {
  freeHandle(store, handle);
  const kind = demoCards.find((one) => one.handle === demo);
  if (kind === undefined)
    throw new Failure(6018, {
      kind: 'parameter',
      why: say({ zh: `沒有 ${demo} 這種測試卡`, en: `there is no kind of test card ${demo}` }),
      todo: say({
        zh: `可用：${demoCards.map((one) => one.handle).join('、')}`,
        en: `one of: ${demoCards.map((one) => one.handle).join(', ')}`,
      }),
    });
  const keys = openCentreKeys(store, clock, random);
  const centre = openCentreStore(join(folder, 'centre/centre.sqlite'));
  try {
    const today = rocDateOf(clock.now());
    const { name, birthDate, cancelled, ...profile } = kind.profile(today);
    const person = {
      ...demoPerson(random, today),
      insured: 0,
      ...(name ? { name } : {}),
      ...(birthDate ? { birthDate } : {}),
      illnesses: illnessesOf(profile),
      designated: profile.illness?.designated ?? '',
    };
    const cardNo = cardNumber(1_000_000 + randomInt(random, 1_000_000_000));
    centre.putPerson(person);
    centre.putCard({
      cardNo,
      personId: person.personId,
      kind: 'hc',
      state: cancelled ? '2' : '1',
      validUntil: profile.validity?.validUntil ?? '1201231',
      counter: 0,
    });
    const image = newHealthCard(
      {
        cardNo,
        name: person.name,
        personId: person.personId,
        birthDate: person.birthDate,
        sex: person.sex,
        issueDate: today,
      },
      profile,
      { world: keys.world, root: keys.root, certify: (subject) => keys.certify(subject).bytes },
    );
    store.write(cardFile(handle), encodeImage(image));
    return image;
  } finally {
    centre.close();
  }
}

export const readWorldFile = (store: Store): WorldFile | undefined => {
  const bytes = store.read(worldFile);
  if (bytes === undefined) return undefined;
  const world = JSON.parse(Buffer.from(bytes).toString('utf8')) as WorldFile;
  if (world.v !== 1)
    throw new Failure(-1, {
      kind: 'newer-format',
      why: say({ zh: '這個世界是較新版本建立的', en: 'this world was made by a newer version' }),
      todo: say({ zh: '請改用建立它的版本', en: 'use the version that made it' }),
    });
  return world;
};
export const readCard = (store: Store, handle: string): CardImage => {
  const bytes = store.read(cardFile(handle));
  if (bytes === undefined)
    throw new Failure(6018, {
      kind: 'no-card',
      why: say({ zh: `沒有卡片 ${handle}`, en: `there is no card ${handle}` }),
      todo: say({ zh: 'opencshis card list 列出卡片', en: 'opencshis card list lists them' }),
    });
  return decodeImage(bytes);
};
export const hcFileNames = Object.keys(hcRecords);
