/** @module What a card of the world is at a glance: whose it is, and what is the matter with it, in words. */

import { type Say, say } from '../base/index.ts';
import { type CardImage, hcFileMap, hcRecords, hpcFileMap, hpcRecords, samFileMap, samRecords } from '../card/index.ts';
import type { RecordSpec } from '../catalogue/index.ts';
import { daysBetween, decodeRecord } from '../codec/index.ts';

/** A file of a card, decoded. */
export interface CardFile {
  readonly name: string;
  /** As the image names it: hexadecimal. */
  readonly fid: string;
  readonly spec: RecordSpec;
  readonly value: { readonly [part: string]: unknown };
}
export interface CardMark {
  readonly mark: string;
  readonly zh: string;
  readonly en: string;
}
export interface CardFace {
  readonly name: string;
  readonly personId: string;
  readonly birthDate: string;
  /** What is not ordinary; the gravest first. */
  readonly marks: readonly CardMark[];
}

const layouts = {
  hc: { records: hcRecords, map: hcFileMap },
  hpc: { records: hpcRecords, map: hpcFileMap },
  sam: { records: samRecords, map: samFileMap },
} as const;

/** All files of a card, in the order of its map. */
export function filesOf(image: CardImage): CardFile[] {
  const { records, map } = layouts[image.kind] as {
    readonly records: { readonly [name: string]: RecordSpec };
    readonly map: { readonly [name: string]: { readonly fid: number } };
  };
  return Object.entries(records).map(([name, spec]) => {
    const fid = (map[name]?.fid ?? 0).toString(16);
    return { name, fid, spec, value: decodeRecord(spec, Buffer.from(image.files[fid] ?? '', 'base64')) };
  });
}

type Field = (name: string) => string;
interface Rule {
  readonly mark: string;
  readonly words: Say;
  readonly is: (field: Field, today: string, image: CardImage) => boolean;
}
/** `word` where the field has one: a blank date says nothing. */
const before = (date: string, today: string): boolean => date !== '' && (daysBetween(date, today) ?? 0) > 0;
const rules: readonly Rule[] = [
  {
    mark: 'cancelled',
    words: say({ zh: '已註銷', en: 'cancelled' }),
    is: (field) => field('basic.cancelMark') === '2' || field('hpcBasic.state') === '2',
  },
  {
    mark: 'expired',
    words: say({ zh: '已過有效期限', en: 'expired' }),
    is: (field, today) => before(field('validity.validUntil') || field('hpcBasic.validUntil'), today),
  },
  {
    mark: 'locked',
    words: say({ zh: '密碼已鎖', en: 'PIN locked' }),
    is: (_field, _today, { pin, tries }) => pin !== undefined && tries === 0,
  },
  {
    mark: 'no-visits',
    words: say({ zh: '可用次數為 0', en: 'no visits left' }),
    is: (field, _today, { kind }) => kind === 'hc' && field('validity.available') === '0',
  },
  {
    mark: 'restricted',
    words: say({ zh: '指定院所就醫', en: 'restricted to an institution' }),
    is: (field) => field('illness.designated') !== '',
  },
  {
    mark: 'newborn-old',
    words: say({ zh: '新生兒逾 60 日', en: 'newborn older than 60 days' }),
    is: (field, today) => (daysBetween(field('newborn.newbornDate'), today) ?? 0) > 60,
  },
  {
    mark: 'newborn',
    words: say({ zh: '依附新生兒', en: 'newborn attached' }),
    is: (field, today) => {
      const days = daysBetween(field('newborn.newbornDate'), today);
      return days !== undefined && days <= 60;
    },
  },
  {
    mark: 'seen-today',
    words: say({ zh: '今天已看診', en: 'seen today' }),
    is: (field, today) => field('visits.visits.0.visitTime').startsWith(today),
  },
  {
    mark: 'illness',
    words: say({ zh: '重大傷病', en: 'catastrophic illness' }),
    is: (field) => field('illness.illnesses.0.code') !== '',
  },
  {
    mark: 'pin',
    words: say({ zh: '設有密碼', en: 'PIN set' }),
    is: (_field, _today, { pin, tries }) => pin !== undefined && tries > 0,
  },
];

export function faceOf(image: CardImage, today: string): CardFace {
  const files: { [name: string]: unknown } = Object.fromEntries(filesOf(image).map(({ name, value }) => [name, value]));
  const field: Field = (path) =>
    String(
      path.split('.').reduce<unknown>((at, part) => (at as { [name: string]: unknown } | undefined)?.[part], files) ??
        '',
    );
  return {
    name: field('basic.name') || field('hpcBasic.name') || field('samBasic.hospAbbName'),
    personId: field('basic.personId') || field('hpcBasic.personId'),
    birthDate: field('basic.birthDate'),
    marks: rules.filter(({ is }) => is(field, today, image)).map(({ mark, words: { zh, en } }) => ({ mark, zh, en })),
  };
}
