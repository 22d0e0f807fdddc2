// Q7, what works while a counter is cut off: every cell of docs/offline.md is tried, and the page is held to it.
// deadline: 200
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

import { copiedWorldFolder, newCounter, type TestCounter, visitNow } from '../../test/support/counter.ts';
import { personOf, writingInputs } from '../../test/support/writing.ts';
import { apis } from '../catalogue/index.ts';

/** Two modes of 5.1; a dedicated reader (3.5) has a module card that signs until it loses its power, and no modes. */
const modes = {
  delegated: { profile: '5.1', offlineMode: 'delegated' },
  official: { profile: '5.1', offlineMode: 'official' },
  dedicated: { profile: '3.5', offlineMode: 'delegated' },
} as const;
type Mode = keyof typeof modes;
const days = (count: number) => count * 86_400_000;
const cut = { both: [undefined], sam: ['sam'], centre: ['centre'], none: [] } as const;
type Cut = keyof typeof cut;

interface Situation {
  readonly zh: string;
  readonly en: string;
  readonly link: Cut;
  /** Verified and registered at least once before the cut. */
  readonly verified: boolean;
  /** The programs were restarted meanwhile (a power cut), the clock so many days later. */
  readonly restarted?: number;
  /** So many days went by with the power on. */
  readonly waited?: number;
  /** The security module card was taken out meanwhile, and put in again or not. */
  readonly torn?: 'back' | 'out';
}
const cloudSituations = {
  cut: { zh: '連線認證後斷網', en: 'verified, then cut off', link: 'both', verified: true },
  centre: { zh: '只斷資料中心', en: 'verified, the centre alone cut off', link: 'centre', verified: true },
  sam: { zh: '只斷安全模組服務', en: 'verified, the SAM service alone cut off', link: 'sam', verified: true },
  restarted: { zh: '斷網中停電復電', en: 'cut off, and the power was off', link: 'both', verified: true, restarted: 0 },
  expired: {
    zh: '斷網兩天，授權過期',
    en: 'cut off for two days: the delegation has ended',
    link: 'both',
    verified: true,
    restarted: 2,
  },
  longer: {
    zh: '斷網六十五天',
    en: 'cut off for 65 days: no day key is left',
    link: 'both',
    verified: true,
    restarted: 65,
  },
  never: { zh: '從未連線', en: 'never connected', link: 'both', verified: false, restarted: 0 },
} as const satisfies { readonly [name: string]: Situation };
const cardSituations = {
  cut: { zh: '連線認證後斷網', en: 'verified, then cut off', link: 'both', verified: true },
  longer: {
    zh: '斷網六十五天，未斷電',
    en: 'cut off for 65 days, the power on: no day key is left',
    link: 'both',
    verified: true,
    waited: 65,
  },
  restarted: { zh: '斷網中停電復電', en: 'cut off, and the power was off', link: 'both', verified: true, restarted: 0 },
  torn: {
    zh: '斷網中拔插安全模組卡',
    en: 'cut off, the module card out and in again',
    link: 'both',
    verified: true,
    torn: 'back',
  },
  out: {
    zh: '沒有安全模組卡（連線中）',
    en: 'connected, without the module card',
    link: 'none',
    verified: true,
    torn: 'out',
  },
  never: { zh: '從未連線', en: 'never connected', link: 'both', verified: false, restarted: 0 },
} as const satisfies { readonly [name: string]: Situation };
const situationsOf = {
  delegated: cloudSituations,
  official: cloudSituations,
  dedicated: cardSituations,
} as const satisfies { readonly [M in Mode]: { readonly [name: string]: Situation } };
type CloudSituation = keyof typeof cloudSituations;
type CardSituation = keyof typeof cardSituations;

interface Operation {
  readonly zh: string;
  readonly en: string;
  /** What the official software is believed to do without a network. */
  readonly official: string;
  readonly run: (counter: TestCounter, before: Before) => Promise<number>;
}
interface Before {
  readonly visitTime: string;
  readonly personId: string;
}
const caller = { door: 'in-process', role: 'operator', program: 'test', process: 'test' } as const;
const code = async (answer: Promise<{ code: number }>) => (await answer).code;
let asked = 0;
async function writes(counter: TestCounter, name: string, { visitTime }: Before): Promise<number> {
  const api = apis.find((one) => one.name === name) ?? assert.fail(name);
  const { pPatientID, pPatientBirthDate } = await personOf(counter, 'normal');
  return code(counter.call(name, { ...writingInputs(api, visitTime), pPatientID, pPatientBirthDate }));
}
const operations = {
  '1.53 (01)': {
    zh: '掛號',
    en: 'register',
    official: '4061',
    run: (counter) => code(counter.call('1.53', { ...visitNow, cTreatItem: '02' })),
  },
  '1.53 (05)': {
    zh: '掛號，須連線的類別',
    en: 'register, a category that must ask',
    official: '4061',
    run: (counter) => code(counter.call('1.53', { ...visitNow, cTreatItem: '05' })),
  },
  '1.54': {
    zh: '無卡取得識別碼',
    en: 'identifier without a card',
    official: '0',
    run: (counter, { personId }) => code(counter.call('1.54', { pPatientID: personId, pHospID: '3501200000' })),
  },
  '1.56': {
    zh: '讀取識別碼',
    en: "read a visit's identifier",
    official: '0',
    run: (counter, { visitTime }) => code(counter.call('1.56', { pDateTime: visitTime })),
  },
  '1.1': { zh: '讀基本資料', en: 'basic data', official: '0', run: (counter) => code(counter.call('1.1')) },
  '1.47': {
    zh: '寫入診斷與費用',
    en: 'write diagnoses and fees',
    official: '0',
    run: (counter, before) => writes(counter, 'hisWriteTreatmentData', before),
  },
  '1.48': {
    zh: '寫入處方並簽章',
    en: 'write a prescription, signed',
    official: '0',
    run: (counter, before) => writes(counter, 'hisWritePrescriptionSign', before),
  },
  '1.30': { zh: '更新卡片', en: 'update the card', official: '4061', run: (counter) => code(counter.call('1.30')) },
  '1.40': {
    zh: '更新卡片，不重置',
    en: 'update, no reset',
    official: '4061',
    run: (counter) => code(counter.call('1.40')),
  },
  '1.39': {
    zh: '退掛',
    en: 'undo a visit',
    official: '4061',
    run: (counter, { visitTime }) => code(counter.call('1.39', { pUnTreatDate: visitTime })),
  },
  '2.1': { zh: '安全模組認證', en: 'verify the SAM', official: '4061', run: (counter) => code(counter.call('2.1')) },
  exception: {
    zh: '異常登錄',
    en: 'exception registration',
    official: '紙本 on paper',
    run: (counter, { personId }) =>
      code(counter.control.registerException(caller, { requestId: `x${++asked}`, code: 'A001', personId })),
  },
  recover: {
    zh: '補取：本院的就醫',
    en: 'recover a visit of one’s own',
    official: '—',
    run: (counter, { personId, visitTime }) =>
      code(counter.control.recover(caller, { requestId: `r${++asked}`, personId, dateTime: visitTime })),
  },
  'recover exception': {
    zh: '補取：異常登錄',
    en: 'recover for an exception',
    official: '—',
    async run(counter, { personId }) {
      const noted = await counter.control.registerException(caller, {
        requestId: `x${++asked}`,
        code: 'A001',
        personId,
        statedTime: '1150102080000',
      });
      if (noted.code !== 0) return noted.code;
      return code(counter.control.recover(caller, { requestId: `r${++asked}`, personId, dateTime: '1150102080000' }));
    },
  },
} as const satisfies { readonly [name: string]: Operation };
type OperationName = keyof typeof operations;

const same = (all: number): { readonly [S in CloudSituation]: number } => ({
  cut: all,
  centre: all,
  sam: all,
  restarted: all,
  expired: all,
  longer: all,
  never: all,
});
const online = { ...same(4061) } as const;
const common = {
  // 5010: the patient registered once before the cut.
  '1.53 (05)': { ...online, sam: 5010 },
  '1.54': { ...same(0), longer: 4061, never: 4050 },
  '1.56': { ...same(0), expired: 4061, longer: 4061, never: 4061 },
  '1.1': { ...same(0), expired: 4050, longer: 4050, never: 4050 },
  // The items' key is at the counter; writing to a card takes the delegation, as reading it does.
  '1.47': { ...same(0), expired: 4050, longer: 4050, never: 4050 },
  '1.48': { ...same(0), expired: 4050, longer: 4050, never: 4050 },
  // 9081: six visits are left, so that there is nothing to restore.
  '1.30': { ...online, sam: 9081 },
  '1.40': { ...online, sam: 9081 },
  '1.39': { ...online, sam: 0 },
  '2.1': { ...online, centre: 0 },
  exception: { ...same(0), never: 4050 },
  recover: { ...same(0), never: 4050 },
  'recover exception': { ...same(0), longer: 4061, never: 4050 },
} as const;
/** Without a verification since it has power the module card does nothing; whose it is, it tells at any time. */
const unverified = (code: number) => ({ restarted: code, torn: code, never: code });
const cards: Expected<CardSituation> = {
  // 5174: signed, and no identifier for a day whose key was never held.
  '1.53 (01)': { cut: 5010, longer: 5174, out: 4050, ...unverified(4061) },
  '1.53 (05)': { cut: 4061, longer: 4061, out: 4050, ...unverified(4061) },
  '1.54': { cut: 0, longer: 4061, out: 4050, ...unverified(4061) },
  '1.56': { cut: 0, longer: 0, out: 4050, ...unverified(4061) },
  '1.1': { cut: 0, longer: 0, out: 4050, ...unverified(4050) },
  '1.47': { cut: 0, longer: 0, out: 4050, ...unverified(4050) },
  '1.48': { cut: 0, longer: 0, out: 4050, ...unverified(4050) },
  '1.30': { cut: 4061, longer: 4061, out: 4050, ...unverified(4061) },
  '1.40': { cut: 4061, longer: 4061, out: 4050, ...unverified(4061) },
  '1.39': { cut: 4061, longer: 4061, out: 4050, ...unverified(4061) },
  '2.1': { cut: 4061, longer: 4061, out: 4012, ...unverified(4061) },
  exception: { cut: 0, longer: 0, out: 4012, ...unverified(0) },
  recover: { cut: 0, longer: 0, out: 4012, ...unverified(0), never: 4061 },
  'recover exception': { cut: 0, longer: 4061, out: 4012, ...unverified(4061) },
};
/** What must be answered, by mode, operation and situation. */
type Expected<S extends string> = { readonly [O in OperationName]: { readonly [N in S]: number } };
const expected: {
  readonly delegated: Expected<CloudSituation>;
  readonly official: Expected<CloudSituation>;
  readonly dedicated: Expected<CardSituation>;
} = {
  delegated: {
    ...common,
    '1.53 (01)': { ...same(5010), expired: 4061, longer: 4061, never: 4061 },
  },
  official: {
    ...common,
    // The centre alone being away does not keep the module's service from signing.
    '1.53 (01)': { ...same(4061), centre: 5010 },
  },
  dedicated: cards,
};

async function openCutOff(mode: Mode, situation: Situation): Promise<{ counter: TestCounter; before: Before }> {
  const wanted = modes[mode];
  const folder = copiedWorldFolder(wanted);
  let counter = await newCounter(wanted, folder);
  let before: Before = { visitTime: '1150101080000', personId: '' };
  counter.bench.insert('normal');
  const personId = String((await counter.card('normal')).files.basic?.personId);
  before = { ...before, personId };
  if (situation.verified) {
    const visit = await counter.register();
    assert.equal(visit.code, 0);
    before = { personId, visitTime: String(visit.fields.pBuffer?.visitTime) };
    await counter.ledger(personId);
  }
  for (const link of cut[situation.link]) await counter.act('network', { up: false, ...(link ? { link } : {}) });
  if (situation.waited !== undefined) await counter.act('clock', { shift: days(situation.waited) });
  if (situation.torn !== undefined) counter.bench.remove('sam');
  if (situation.torn === 'back') counter.bench.insert('sam');
  if (situation.restarted !== undefined) {
    await counter.act('clock', { shift: days(situation.restarted) });
    await counter.close();
    if (!situation.verified && wanted.profile === '5.1') {
      // Nothing of a connection that there may have been at the first insertion.
      const { fileStore } = await import('../base/index.ts');
      const store = fileStore(folder);
      store.remove('sam/kept.json');
      store.close();
    }
    counter = await newCounter(wanted, folder);
  }
  return { counter, before };
}

for (const mode of Object.keys(modes) as Mode[]) {
  const answers: { readonly [operation: string]: { readonly [situation: string]: number } } = expected[mode];
  for (const [name, situation] of Object.entries<Situation>(situationsOf[mode])) {
    test(`${mode}: ${situation.en}`, async () => {
      for (const [operation, { run }] of Object.entries(operations) as [OperationName, Operation][]) {
        const { counter, before } = await openCutOff(mode, situation);
        try {
          const answer = await run(counter, before);
          assert.equal(answer, answers[operation]?.[name], `${operation}, ${name}`);
        } finally {
          await counter.close();
        }
      }
    });
  }
}

/** The page is the tables above, for people. */
function page(): string {
  const cell = (answer: number | undefined): string => (answer === 0 || answer === 5010 ? '✔' : String(answer));
  const head = (first: string, cells: readonly string[]): string =>
    `| ${[first, ...cells].join(' | ')} |\n| ${['---', ...cells.map(() => ':-:')].join(' | ')} |`;
  const table = (mode: Mode): string => {
    const situations = Object.entries<Situation>(situationsOf[mode]);
    const answers: { readonly [operation: string]: { readonly [situation: string]: number } } = expected[mode];
    // What the official chip-reader line does without a network says nothing of a module card.
    const last = mode === 'dedicated' ? [] : ['官方 official'];
    return [
      head('', [...situations.map(([, { zh, en }]) => `${zh}<br>${en}`), ...last]),
      ...(Object.entries(operations) as [OperationName, Operation][]).map(
        ([operation, { zh, en, official }]) =>
          `| ${[
            `**${operation}** ${zh} ${en}`,
            ...situations.map(([name]) => cell(answers[operation]?.[name])),
            ...(last.length > 0 ? [official] : []),
          ].join(' | ')} |`,
      ),
    ].join('\n');
  };
  return `# 斷線時還能做什麼 What works offline

✔ is an answer with data; a number is the return code. The first two tables are the chip reader's (profile 5.1), their
last column what the official software is believed to do without a network; the third is the dedicated reader's (3.5).
Every cell is a test (\`src/control/offline.test.ts\`), which also writes this page:
\`OPENCSHIS_WRITE=1 node --test src/control/offline.test.ts\`.

In 5.1 the counter keeps two things for such days: a signing delegation of 24 hours, and the identifier keys of the coming 60
days. What happens meanwhile is in the journal and reaches the centre once, by itself, when the network is back. What was
entered by hand after a power cut carries the time that was stated, marked as such.

## delegated：以授權簽章（預設 default）

${table('delegated')}

## official：比照官方軟體 as the official software

${table('official')}

## 專屬讀卡機 dedicated reader (3.5)

A module card that was verified signs until it loses its power: by a power cut, a reset of the reader, or when it is taken
out. What it derives from goes with it; whose it is, it tells at any time, so that exceptions can be registered. The world's
offline mode changes nothing here.

${table('dedicated')}

- 5174：已簽章，但沒有當日的識別碼金鑰。Signed, without an identifier: the day's key was never held.
- 9081：可用次數尚多，不需更新。Enough visits are left: nothing to update; the centre was asked and said so.
- 只斷安全模組服務時，資料中心仍可回答須連線的類別。With the SAM service alone cut off, the centre still answers.
- 授權過期後，卡片要等重新連線才能讀寫，但無卡取得識別碼仍可用。After the delegation's end cards wait for a
  connection; identifiers without a card are still given.
`;
}

test('docs/offline.md says what these tests prove', () => {
  if (process.env.OPENCSHIS_WRITE === '1') writeFileSync('docs/offline.md', page());
  assert.equal(readFileSync('docs/offline.md', 'utf8'), page());
});
