/** @module The ten items that NHI wants to be told when it is asked for help (110-12-10, Q12). */

import { Failure, type Say, type Store, say } from '../../base/index.ts';

export interface Item {
  readonly id: string;
  readonly title: Say;
  /** Found by the program, where nobody says otherwise. */
  readonly found?: true;
  readonly looks?: RegExp;
  readonly longest: number;
}
const oneLine = 100;

export const items = [
  { id: 'name', title: say({ zh: '醫事機構名稱', en: 'name of the institution' }), longest: oneLine },
  {
    id: 'hospId',
    title: say({ zh: '醫事機構代號', en: 'code of the institution' }),
    looks: /^[0-9A-Za-z]{10}$/,
    longest: 10,
  },
  { id: 'contact', title: say({ zh: '聯絡人姓名', en: 'name of the person to reach' }), longest: oneLine },
  {
    id: 'email',
    title: say({ zh: '聯絡人 email', en: "that person's e-mail" }),
    looks: /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/,
    longest: oneLine,
  },
  {
    id: 'phone',
    title: say({ zh: '聯絡人電話', en: "that person's telephone" }),
    looks: /^[0-9+()# -]{6,30}$/,
    longest: 30,
  },
  {
    id: 'version',
    title: say({ zh: '讀卡機控制軟體版本', en: 'version of the control software' }),
    found: true,
    longest: oneLine,
  },
  {
    id: 'readerKind',
    title: say({ zh: '使用健保專屬讀卡機或晶片讀卡機', en: 'dedicated reader, or chip card reader' }),
    found: true,
    longest: oneLine,
  },
  { id: 'brand', title: say({ zh: '讀卡機品牌', en: "the reader's brand" }), found: true, longest: oneLine },
  { id: 'model', title: say({ zh: '讀卡機型號', en: "the reader's model" }), found: true, longest: oneLine },
  { id: 'detail', title: say({ zh: '問題詳述', en: 'the question in detail' }), longest: 4000 },
] as const satisfies readonly Item[];
export type ItemId = (typeof items)[number]['id'];
export type Given = { readonly [I in ItemId]?: string };

/** In the world's folder: what the user said once. */
export const supportFile = 'support.json';

export function readGiven(store: Pick<Store, 'read'>): Given {
  const bytes = store.read(supportFile);
  if (bytes === undefined) return {};
  try {
    const { v, items: kept } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { v: number; items: Given };
    if (v === 1)
      return Object.fromEntries(Object.entries(kept).filter(([id, value]) => fault(id, value) === undefined));
  } catch {
    // is asked again
  }
  return {};
}

/** Keeps what was given beside what was known; an empty text takes one back. */
export function keepGiven(store: Pick<Store, 'read' | 'write'>, given: { readonly [id: string]: unknown }): Given {
  for (const [id, value] of Object.entries(given)) {
    const why = value === '' && isItem(id) ? undefined : fault(id, value);
    if (why) throw new Failure(6018, { kind: 'usage', why });
  }
  if (Object.keys(given).length === 0) return readGiven(store);
  const all = Object.entries({ ...readGiven(store), ...(given as Given) }).filter(([, value]) => value !== '');
  const kept = Object.fromEntries(all.map(([id, value]) => [id, value.trim()])) as Given;
  store.write(supportFile, Buffer.from(JSON.stringify({ v: 1, items: kept })));
  return kept;
}

const isItem = (id: string): id is ItemId => items.some((one) => one.id === id);
/** Line ends would add headers to a mail. */
const controls = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

function fault(id: string, value: unknown): Say | undefined {
  const item: Item | undefined = items.find((one) => one.id === id);
  if (item === undefined) {
    const ids = items.map((one) => one.id).join(', ');
    return say({
      zh: `沒有 ${id.slice(0, 40)} 這一項；可用：${ids}`,
      en: `there is no item ${id.slice(0, 40)}; there are ${ids}`,
    });
  }
  const { title, looks, longest } = item;
  const wrong = (zh: string, en: string): Say => say({ zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` });
  if (typeof value !== 'string' || value.trim() === '') return wrong('要有內容', 'something must be given');
  if (value.length > longest) return wrong(`最多 ${longest} 個字`, `at most ${longest} characters`);
  const lines = id === 'detail' ? value.replaceAll(/[\r\n\t]/g, '') : value;
  if (controls.test(lines)) return wrong('不可有換行或控制字元', 'no line ends or control characters');
  return looks === undefined || looks.test(value.trim()) ? undefined : wrong('格式不正確', 'it does not look like one');
}
