/** @module What a scenario file holds, declared: world, cards, steps, what must hold. Faults are those of the bench. */

import { durationPattern, say } from '../../base/index.ts';
import { apis, tables } from '../../catalogue/index.ts';
import { demoCards } from '../demo-cards.ts';
import { faultKinds } from '../fault-kinds.ts';
import { choice, either, fields, list, map, type Read, text, type VerbsShape, whole } from './shape.ts';

const span = (zh: string, en: string) =>
  text(
    say({ zh, en }),
    durationPattern,
    say({ zh: '時間，如 500ms、10s、+2d、0', en: 'a time such as 500ms, 10s, +2d, 0' }),
  );
const handlePattern = '^[a-z0-9][a-z0-9-]{0,30}$';
const card = text(say({ zh: '卡片代號', en: "a card's handle" }));
const value = text(
  say({
    zh: '值；$名稱 是先前記下的，$名稱.欄位 是其中一欄',
    en: 'a value; $name is what was kept before, $name.field one of it',
  }),
);
const titleText = text(say({ zh: '標題', en: 'a title' }));
const title = either(
  say({ zh: '標題，兩種語言', en: 'the title, in both languages' }),
  titleText,
  fields(say({ zh: '兩種語言', en: 'both languages' }), { zh: titleText, en: titleText }, ['zh', 'en']),
);

/** What may be asked of one value of a result. */
const asked = either(
  say({ zh: '應有的值', en: 'what it should be' }),
  text(
    say({
      zh: '值照寫的比較；/…/ 是規則運算式，$名稱.欄位 是先前記下的，null 是沒有',
      en: 'compared as it is written; /../ is a regular expression, $name.field what was kept before, null is nothing',
    }),
  ),
  fields(say({ zh: '其他比較', en: 'other comparisons' }), {
    not: value,
    atLeast: value,
    atMost: value,
  }),
  list(say({ zh: '其中之一', en: 'one of these' }), value),
);
const expect = either(
  say({
    zh: '這一步應有的結果；只寫一個值就是回傳代碼',
    en: 'what must come of this step; a bare value is the return code',
  }),
  value,
  map(say({ zh: '結果的各欄', en: 'fields of the result' }), asked),
  list(say({ zh: '其中一個回傳代碼', en: 'one of these return codes' }), value),
);

const cardKind = choice(
  say({ zh: '卡片的種類', en: 'kind of card' }),
  demoCards.map((one) => one.handle),
);
const nothing = fields(say({ zh: '沒有其他內容', en: 'nothing else' }), {});
const pin = either(
  say({ zh: '要求密碼時輸入的數字；cancel 是取消', en: 'the digits typed where a PIN is asked for; cancel cancels' }),
  value,
  list(say({ zh: '依序輸入', en: 'one after the other' }), value),
);
const faultNames = ['off', ...faultKinds.map((one) => one.name)];
const functionNames = [...new Set(apis.flatMap((api) => [api.no, api.name, ...api.aliases]))];

const verbs = {
  insert: {
    value: text(say({ zh: '插入卡片', en: 'put a card in' })),
    fields: { slot: text(say({ zh: '卡槽：名稱，或 hc、hpc、sam', en: 'the slot: its name, or hc, hpc, sam' })) },
  },
  remove: { value: text(say({ zh: '取出卡片', en: 'take a card out' })), fields: {} },
  call: {
    value: choice(say({ zh: '呼叫函式：編號或名稱', en: 'call a function, by number or name' }), functionNames),
    fields: {
      in: map(
        say({ zh: '輸入，依參數名稱', en: 'inputs by their parameter' }),
        either(
          say({ zh: '值，或一筆資料的各欄', en: 'a value, or the fields of a record' }),
          value,
          map(say({ zh: '一筆資料的各欄', en: 'the fields of a record' }), value),
          list(
            say({ zh: '多筆資料', en: 'several records' }),
            map(say({ zh: '一筆資料的各欄', en: 'the fields of a record' }), value),
          ),
        ),
      ),
      pin,
    },
  },
  register: {
    value: either(
      say({ zh: '掛號的整個流程', en: 'the whole walk of a registration' }),
      text(say({ zh: '就醫類別', en: 'visit category' })),
      fields(say({ zh: '掛號', en: 'registration' }), {
        item: text(say({ zh: '就醫類別', en: 'visit category' })),
        baby: text(say({ zh: '新生兒就醫註記', en: 'newborn mark' })),
        afterCheck: text(say({ zh: '補卡註記', en: 'after-check mark' })),
      }),
    ),
    fields: { pin },
  },
  undo: { value: text(say({ zh: '退掛：就診時間', en: 'undo a visit: its time' })), fields: {} },
  exception: {
    value: choice(
      say({ zh: '異常登錄的代碼', en: 'exception registration: its code' }),
      Object.keys(tables.exceptionCodes.codes),
    ),
    fields: {
      person: text(say({ zh: '身分證號', en: 'id number' })),
      item: text(say({ zh: '就醫類別', en: 'visit category' })),
      time: text(say({ zh: '所述的就診時間，13 位', en: 'the time that is stated, 13 ROC digits' })),
    },
    required: ['person'],
  },
  recover: {
    value: text(
      say({
        zh: '補取就醫識別碼：就診或異常登錄的時間',
        en: 'recover an identifier: the time of the visit or exception',
      }),
    ),
    fields: { person: text(say({ zh: '身分證號', en: 'id number' })) },
    required: ['person'],
  },
  upload: {
    value: either(
      say({ zh: '上傳檔案（3.1）', en: 'upload a file (3.1)' }),
      text(say({ zh: '檔案，相對於這個情境檔', en: 'the file, from where this scenario is' })),
      fields(
        say({ zh: '現做的檔案', en: 'a file made now' }),
        { records: whole(say({ zh: '筆數', en: 'number of records' }), 1, 100_000) },
        ['records'],
      ),
    ),
    fields: {},
  },
  network: {
    value: choice(say({ zh: '斷線或復線', en: 'cut the network, or mend it' }), ['down', 'up']),
    fields: { link: choice(say({ zh: '只有這一邊', en: 'this link only' }), ['centre', 'sam']) },
  },
  power: { value: choice(say({ zh: '停電或復電', en: 'cut the power, or restore it' }), ['off', 'on']), fields: {} },
  clock: { value: span('撥動時鐘（相對於真正的時間）', "set the world's clock, from the real time"), fields: {} },
  offline: {
    value: choice(say({ zh: '離線模式', en: 'offline mode' }), ['official', 'delegated']),
    fields: {},
  },
  fault: {
    value: choice(say({ zh: '打開一個故障；off 全部關閉', en: 'switch a fault on; off clears all' }), faultNames),
    fields: {
      with: map(say({ zh: '故障的選項', en: "the fault's options" }), value),
      times: whole(say({ zh: '發生幾次', en: 'how often it strikes' }), 1, 1_000_000),
    },
  },
  copy: {
    value: text(say({ zh: '複製一張卡片', en: 'copy a card' })),
    fields: { to: text(say({ zh: '複本的代號', en: "the copy's handle" }), handlePattern) },
    required: ['to'],
  },
  run: {
    value: text(
      say({
        zh: '執行一個命令（您的程式），環境裡有這個世界',
        en: 'run a command, such as your own program, with this world in its environment',
      }),
    ),
    fields: {
      env: map(say({ zh: '環境變數', en: 'environment variables' }), value),
      pin,
    },
  },
  status: { value: nothing, fields: {} },
  journal: {
    value: either(say({ zh: '日誌：全部，或一張卡片的', en: 'the journal: all of it, or of one card' }), card, nothing),
    fields: {},
  },
  card: { value: text(say({ zh: '看一張卡片的內容', en: 'look at what is on a card' })), fields: {} },
  centre: {
    value: text(say({ zh: '看資料中心記了這個人什麼', en: 'look at what the centre has of this person' })),
    fields: {},
  },
  once: {
    value: text(
      say({
        zh: '卡片、日誌、資料中心的就醫完全相同，各恰好一次',
        en: 'visits on the card, in the journal and at the centre are the same, each exactly once',
      }),
    ),
    fields: {},
  },
} as const;

/** Steps that only look: asked until they hold. */
export const looks = ['status', 'journal', 'card', 'centre', 'once'] as const;

const common = {
  title: text(say({ zh: '這一步在做什麼', en: 'what this step is about' })),
  expect,
  keep: text(
    say({ zh: '把結果記下，之後以 $名稱 使用', en: 'keep the result under this name, for $name later' }),
    '^[a-z][a-zA-Z0-9]*$',
  ),
  within: span(
    '在這段時間內反覆做，直到符合；只是查看的步驟預設 10s',
    'done again until it holds, for as long as this; steps that look have 10s by themselves',
  ),
} as const;
const verbsShape: VerbsShape<typeof verbs, typeof common> = {
  kind: 'verbs',
  title: say({ zh: '一個步驟', en: 'a step' }),
  verbs,
  common,
};
const together = {
  value: list(say({ zh: '同時做這些步驟', en: 'do these steps at the same time' }), verbsShape),
  fields: {},
};
const stepShape: VerbsShape<typeof verbs & { together: typeof together }, typeof common> = {
  ...verbsShape,
  verbs: { ...verbs, together },
};
const lookShape = {
  kind: 'verbs',
  title: say({ zh: '查看', en: 'a look' }),
  verbs: {
    status: verbs.status,
    journal: verbs.journal,
    card: verbs.card,
    centre: verbs.centre,
    once: verbs.once,
  },
  common,
} as const satisfies VerbsShape;

export const scenarioShape = fields(
  say({ zh: 'OpenCSHIS 情境', en: 'a scenario of OpenCSHIS' }),
  {
    title,
    shows: text(say({ zh: '出自哪個問答或規定', en: 'which question, answer or ruling it shows' })),
    world: fields(
      say({
        zh: '世界；在執行中的世界裡跑時只用 profile 與 offline',
        en: 'the world; of one that runs already, profile and offline alone count',
      }),
      {
        profile: choice(say({ zh: '5.1 晶片讀卡機，3.5 專屬讀卡機', en: '5.1 chip reader, 3.5 dedicated reader' }), [
          '5.1',
          '3.5',
        ]),
        offline: choice(say({ zh: '離線模式', en: 'offline mode' }), ['official', 'delegated']),
        seed: whole(say({ zh: '人的亂數種子', en: "the people's seed" }), 0, 0x7fffffff),
        people: whole(say({ zh: '人數', en: 'how many people' }), 1, 100_000),
        readers: whole(say({ zh: '專屬讀卡機幾台', en: 'how many dedicated readers' }), 1, 8),
        institution: text(say({ zh: '院所代碼', en: 'institution code' }), '^[0-9A-Z]{10}$'),
      },
    ),
    cards: map(
      say({ zh: '這個情境的卡片，依代號', en: 'the cards of this scenario by their handle' }),
      either(
        say({ zh: '哪一種卡片', en: 'what kind of card' }),
        cardKind,
        fields(
          say({ zh: '種類與改動', en: 'its kind, and what is changed on it' }),
          {
            kind: cardKind,
            edit: map(say({ zh: '檔案.欄位 與值', en: 'file.field with its value' }), value),
          },
          ['kind'],
        ),
      ),
      handlePattern,
    ),
    steps: list(say({ zh: '依序的步驟', en: 'the steps, in their order' }), stepShape),
    holds: list(say({ zh: '最後必須成立的', en: 'what must hold at the end' }), lookShape),
  },
  ['title', 'steps'],
);

/** What the published schema writes once and refers to. */
export const definitions = { value, title, asked, expect, pin, cardKind };

export type ScenarioFile = Read<typeof scenarioShape>;
export type Step = Read<typeof stepShape>;
export type SingleStep = Read<typeof verbsShape>;
export type Verb = keyof typeof verbs;
export type Expectation = Read<typeof expect>;
export type Asked = Read<typeof asked>;
