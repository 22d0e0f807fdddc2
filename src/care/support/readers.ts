/** @module What the readers of a machine are: dedicated or chip card readers, their brand and model by their names. */

import type { Status } from '../doctor/types.ts';
import type { Given } from './items.ts';

/** By the beginning of what PC/SC calls them. */
const brands: readonly (readonly [RegExp, string])[] = [
  [/^ACS\b|^ACR\d/i, 'ACS'],
  [/^(CASTLES|EZ100|EZ-?USB|EZM)/i, 'CASTLES'],
  [/^(InfoThink|IT-?\d{3}|Infothink)/i, 'InfoThink'],
  [/^(Gemalto|Gemplus|Thales)/i, 'Gemalto'],
  [/^(Identiv|Identive|SCM|SCR\d)/i, 'Identiv'],
  [/^(OMNIKEY|HID)/i, 'HID OMNIKEY'],
  [/^(Alcor|AU9\d)/i, 'Alcor Micro'],
  [/^(Feitian|FT)/i, 'Feitian'],
  [/^Cherry/i, 'Cherry'],
  [/^(Realtek|RTS)/i, 'Realtek'],
  [/^(KINYO|KCR)/i, 'KINYO'],
  [/^(Generic|USB)\b/i, 'Generic'],
];
const word = /^[A-Za-z]{1,20}$|^[A-Za-z0-9]{1,4}$|^[A-Za-z]{1,6}[A-Za-z-]*\d{1,4}[A-Za-z0-9-]{0,6}$/;

/** Without serial numbers, interfaces and slot numbers: `Gemalto PC Twin Reader (A1B2C3D4) 00 00` is the PC Twin Reader. */
export function modelOf(name: string): { readonly brand?: string; readonly model: string } {
  const plain = name.replaceAll(/\[[^\]]*\]|\([^)]*\)/g, ' ').replace(/(\s+[0-9A-F]{2}){1,2}\s*$/i, '');
  const words = plain.split(/[\s_/]+/).filter((one) => word.test(one));
  const model = words.join(' ').slice(0, 60) || '?';
  const brand = brands.find(([looks]) => looks.test(plain))?.[1];
  return { ...(brand ? { brand } : {}), model };
}

type Slot = Status['slots'][number];
/** Items 7 to 9. */
export function readerItems(slots: readonly Slot[] | undefined, byPcsc: readonly string[]): Given {
  const chips = slots === undefined ? byPcsc : slots.filter(({ kind }) => kind === 'pcsc').map(({ name }) => name);
  const dedicated = (slots ?? []).filter(({ kind }) => kind === 'serial');
  const kinds = [
    ...(dedicated.length > 0 ? ['健保專屬讀卡機'] : []),
    ...(chips.length > 0 ? ['晶片讀卡機'] : []),
    ...(slots?.some(({ kind }) => kind === 'virtual') && dedicated.length + chips.length === 0
      ? ['模擬讀卡機（沒有實體）']
      : []),
  ];
  const models = chips.map(modelOf);
  const together = (list: readonly (string | undefined)[]): string => [...new Set(list.filter(Boolean))].join('、');
  const [brand, model] = [together(models.map((one) => one.brand)), together(models.map((one) => one.model))];
  return {
    ...(kinds.length > 0 ? { readerKind: kinds.join('、') } : {}),
    ...(brand ? { brand } : {}),
    ...(model ? { model } : {}),
  };
}
