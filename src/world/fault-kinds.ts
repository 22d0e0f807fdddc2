/**
 * @module Every fault of a simulated world, declared once: what it is called, what it takes, in which units and within
 * which bounds. The world's action checks by this list, the command line prints it, the console draws its bench from it.
 */

import { crashPoints, Failure, type Say, say, uploadCrashPoints } from '../base/index.ts';
import { errors, type ReachFault, reachFaults } from '../catalogue/index.ts';
import { type FaultOption, waits } from './fault-options.ts';
import { lineFaults } from './line/fault-kinds.ts';
import type { FaultSwitch } from './switches.ts';

/** What a fault strikes: its place on the bench. */
export type FaultPlace = 'card' | 'reader' | 'module' | 'network' | 'centre' | 'disk' | 'process';
export const faultPlaces: { readonly [P in FaultPlace]: Say } = {
  card: say({ zh: '卡片', en: 'card' }),
  reader: say({ zh: '讀卡機', en: 'reader' }),
  module: say({ zh: '安全模組', en: 'security module' }),
  network: say({ zh: '網路', en: 'network' }),
  centre: say({ zh: '資料中心', en: 'data centre' }),
  disk: say({ zh: '磁碟', en: 'disk' }),
  process: say({ zh: '程序', en: 'processes' }),
};

export interface FaultKind {
  readonly name: string;
  readonly place: FaultPlace;
  readonly title: Say;
  /** The return codes that it makes happen by itself, where there are such. */
  readonly codes: readonly number[];
  /** How often it strikes where nothing is said: once, or until it is switched off. A `now` happens at once. */
  readonly lasts: 'once' | 'until-off' | 'now';
  readonly options: readonly FaultOption[];
}

const places: { readonly [F in ReachFault]: FaultPlace } = {
  'card-rights': 'card',
  'sam-refused': 'module',
  'card-auth': 'centre',
  'clock-read': 'module',
  'sam-hospid': 'module',
  'write-visit': 'card',
  'sam-sign': 'module',
  'no-write-right': 'module',
  'read-prescriptions': 'card',
  'read-long-term': 'card',
  'read-important': 'card',
  'read-allergy': 'card',
  'read-hpc': 'card',
  'update-contents': 'card',
  'identifier-key': 'module',
  'sam-external-auth': 'module',
  'centre-external-auth': 'centre',
  'sam-internal-auth': 'module',
  'set-reader-clock': 'reader',
  'upload-signature': 'centre',
  'upload-transfer': 'centre',
  'disk-full': 'centre',
};
/** Where the words of a code alone would not say what is broken. */
const titles: { readonly [F in ReachFault]?: Say } = {
  'write-visit': say({ zh: '卡片拒絕寫入', en: 'the card refuses to be written' }),
  'disk-full': say({ zh: '資料中心的磁碟已滿（上傳）', en: "the data centre's disk is full (uploads)" }),
};

/** What is on a professional card can still be read. */
const of: FaultOption = {
  name: 'of',
  title: say({ zh: '只限這種卡片', en: 'of this kind of card alone' }),
  kind: 'choice',
  choices: ['hc'],
};

const byCode = (name: ReachFault): FaultKind => {
  const rows = errors.filter((one) => one.reachBy === name);
  return {
    name,
    place: places[name],
    title: titles[name] ?? say({ zh: rows[0]?.zh ?? name, en: rows[0]?.en ?? name }),
    codes: rows.map((one) => one.code),
    lasts: 'until-off',
    options: name === 'card-rights' ? [of] : [],
  };
};

const at: FaultOption = {
  name: 'at',
  title: say({ zh: '從現在起第幾個命令（0 是下一個）', en: 'at which command from now on (0 is the next)' }),
  kind: 'number',
  unit: say({ zh: '個 APDU', en: 'APDUs' }),
  from: 0,
  to: 10_000,
  default: 0,
};
const acted: FaultOption = {
  name: 'acted',
  title: say({ zh: '卡片已執行這個命令', en: 'the card acted on it before' }),
  kind: 'flag',
  default: false,
};
const role: FaultOption = {
  name: 'role',
  title: say({ zh: '只算這種卡槽', en: 'counting only slots of this kind' }),
  kind: 'choice',
  choices: ['hc', 'hpc', 'sam', 'any'],
};
const slot: FaultOption = {
  name: 'slot',
  title: say({ zh: '只算這個卡槽', en: 'counting only this slot' }),
  kind: 'slot',
};
const ins: FaultOption = {
  name: 'ins',
  title: say({ zh: '只算這種命令（CLA 與 INS）', en: 'counting only this command (class and instruction)' }),
  kind: 'hex',
  digits: 4,
};
const link: FaultOption = {
  name: 'link',
  title: say({ zh: '只有這一邊', en: 'this link only' }),
  kind: 'choice',
  choices: ['centre', 'sam'],
};

const own: readonly FaultKind[] = [
  {
    name: 'tear',
    place: 'card',
    title: say({ zh: '在第 n 個命令抽出卡片', en: 'the card is pulled out at the n-th command' }),
    codes: [],
    lasts: 'once',
    options: [at, acted, role, slot, ins],
  },
  {
    name: 'answer-lost',
    place: 'card',
    title: say({ zh: '卡片做了，回覆遺失', en: 'the card acts, its answer is lost' }),
    codes: [4000],
    lasts: 'once',
    options: [at, role, slot, ins],
  },
  {
    name: 'wrong-sw',
    place: 'card',
    title: say({ zh: '卡片回覆錯誤的狀態碼', en: 'the card answers a wrong status word' }),
    codes: [],
    lasts: 'once',
    options: [
      { name: 'sw', title: say({ zh: '狀態碼', en: 'status word' }), kind: 'hex', digits: 4, default: '6f00' },
      at,
      acted,
      role,
      slot,
      ins,
    ],
  },
  {
    name: 'reader-timeout',
    place: 'reader',
    title: say({ zh: '讀卡機沒有回應', en: 'the reader does not answer' }),
    codes: [4000],
    lasts: 'until-off',
    options: [],
  },
  {
    name: 'reader-late',
    place: 'reader',
    title: say({ zh: '讀卡機每個命令都慢', en: 'the reader is late with every command' }),
    codes: [],
    lasts: 'until-off',
    options: [waits(10_000)],
  },
  ...lineFaults,
  {
    name: 'network-slow',
    place: 'network',
    title: say({ zh: '網路很慢', en: 'the network is slow' }),
    codes: [],
    lasts: 'until-off',
    options: [waits(60_000), link],
  },
  {
    name: 'network-reset',
    place: 'network',
    title: say({ zh: '連線中途被切斷', en: 'the connection breaks in the middle' }),
    codes: [4061],
    lasts: 'until-off',
    options: [
      {
        name: 'acted',
        title: say({
          zh: '對方已收到並完成，只有回覆遺失',
          en: 'the other side has done it, the answer alone is lost',
        }),
        kind: 'flag',
        default: false,
      },
      link,
    ],
  },
  {
    name: 'counter-disk-full',
    place: 'disk',
    title: say({
      zh: '櫃台電腦的磁碟已滿（日誌寫不進去）',
      en: "the counter's disk is full (its journal cannot be written)",
    }),
    codes: [],
    lasts: 'until-off',
    options: [],
  },
  {
    name: 'crash',
    place: 'process',
    title: say({ zh: '程序在某個時刻死掉', en: 'a process dies at a certain point' }),
    codes: [],
    lasts: 'once',
    options: [
      {
        name: 'at',
        title: say({ zh: '時刻（程序:位置）', en: 'the point (process:place)' }),
        kind: 'choice',
        choices: [...crashPoints, ...uploadCrashPoints],
        required: true,
      },
    ],
  },
  {
    name: 'kill',
    place: 'process',
    title: say({ zh: '程序在任意時刻被終止', en: 'a process is killed at any moment' }),
    codes: [],
    lasts: 'now',
    options: [
      {
        name: 'process',
        title: say({ zh: '哪個程序', en: 'which process' }),
        kind: 'choice',
        choices: ['centre', 'sam', 'control'],
        required: true,
      },
      {
        name: 'within',
        title: say({ zh: '在多久之內的任意時刻（0 是現在）', en: 'at a random moment within (0 is now)' }),
        kind: 'number',
        unit: say({ zh: '毫秒', en: 'ms' }),
        from: 0,
        to: 60_000,
        default: 0,
      },
    ],
  },
];

export const faultKinds: readonly FaultKind[] = [...own, ...reachFaults.map(byCode)];

const wrong = (zh: string, en: string): Failure => new Failure(6018, { kind: 'parameter', why: say({ zh, en }) });

/** A fault as the world's action takes it, checked; fails with 6018 and words. */
export function faultOf(body: { readonly [name: string]: unknown }): Omit<FaultSwitch, 'id'> {
  const { name, times, options = {} } = body;
  const kind = faultKinds.find((one) => one.name === name);
  const names = faultKinds.map((one) => one.name);
  if (kind === undefined)
    throw wrong(
      `沒有 ${String(name)} 這個故障：${names.join('、')}`,
      `there is no fault ${String(name)}: ${names.join(', ')}`,
    );
  if (times !== undefined && !(Number.isSafeInteger(times) && Number(times) >= 1 && Number(times) <= 1_000_000))
    throw wrong('times 是 1 到 1000000 的整數', 'times is a whole number from 1 to 1000000');
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw wrong('options 是名稱與值', 'options are names with values');
  const given = options as { readonly [name: string]: unknown };
  for (const each of Object.keys(given))
    if (!kind.options.some((one) => one.name === each))
      throw wrong(`${kind.name} 沒有 ${each} 這個選項`, `${kind.name} has no option ${each}`);
  for (const one of kind.options) checkOption(one, given[one.name]);
  return {
    name: kind.name,
    ...(times === undefined ? {} : { times: Number(times) }),
    ...(Object.keys(given).length === 0 ? {} : { options: given as NonNullable<FaultSwitch['options']> }),
  };
}

function checkOption(one: FaultOption, value: unknown): void {
  if (value === undefined) {
    if (one.required)
      throw wrong(`要指定 ${one.name}：${one.choices?.join('、')}`, `name ${one.name}: ${one.choices?.join(', ')}`);
    return;
  }
  const fits: { readonly [K in FaultOption['kind']]: boolean } = {
    number: Number.isSafeInteger(value) && Number(value) >= (one.from ?? 0) && Number(value) <= (one.to ?? 0),
    flag: typeof value === 'boolean',
    choice: one.choices?.includes(value as string) ?? false,
    slot: typeof value === 'string' && value !== '' && value.length <= 100,
    hex: typeof value === 'string' && new RegExp(`^[0-9a-f]{${one.digits}}$`, 'i').test(value),
  };
  if (fits[one.kind]) return;
  const shape: { readonly [K in FaultOption['kind']]: Say } = {
    number: say({ zh: `${one.from} 到 ${one.to} 的整數`, en: `a whole number from ${one.from} to ${one.to}` }),
    flag: say({ zh: 'true 或 false', en: 'true or false' }),
    choice: say({ zh: one.choices?.join('、') ?? '', en: `one of ${one.choices?.join(', ')}` }),
    slot: say({ zh: '卡槽的名稱', en: "the name of a reader's slot" }),
    hex: say({ zh: `${one.digits} 位十六進位`, en: `${one.digits} hex digits` }),
  };
  throw wrong(`${one.name} 應為 ${shape[one.kind].zh}`, `${one.name} is ${shape[one.kind].en}`);
}
