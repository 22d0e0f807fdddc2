/** @module Demonstration cards in every state that a counter may meet. */

import type { CardProfile } from '../card/index.ts';
import { addDays } from '../codec/index.ts';

export interface DemoCard {
  readonly handle: string;
  readonly zh: string;
  readonly en: string;
  readonly profile: (
    today: string,
  ) => CardProfile & { readonly name?: string; readonly birthDate?: string; readonly cancelled?: boolean };
}
const visitBlank = {
  babyTreat: '',
  afterCheck: '1',
  doctorId: '',
  mainCode: '',
  subCode1: '',
  subCode2: '',
  subCode3: '',
  subCode4: '',
  subCode5: '',
  outpatientFee: 0,
  outpatientCopay: 0,
  inpatientFee: 0,
  inpatientCopayShort: 0,
  inpatientCopayLong: 0,
  treatNum: '',
  undone: '',
};

export const demoCards: readonly DemoCard[] = [
  { handle: 'normal', zh: '一般卡', en: 'an ordinary card', profile: () => ({}) },
  {
    handle: 'cancelled',
    zh: '已註銷',
    en: 'cancelled',
    profile: () => ({ basic: { cancelMark: '2' }, cancelled: true }),
  },
  {
    handle: 'expired',
    zh: '已過有效期限',
    en: 'expired',
    profile: (today) => ({ validity: { validUntil: addDays(today, -1), available: 6 } }),
  },
  { handle: 'pin', zh: '設有密碼 1234', en: 'with PIN 1234', profile: () => ({ pin: '1234' }) },
  { handle: 'locked', zh: '密碼已鎖', en: 'PIN locked', profile: () => ({ pin: '1234', locked: true }) },
  {
    handle: 'no-visits',
    zh: '可用次數為 0',
    en: 'no visits left',
    profile: () => ({ validity: { validUntil: '1201231', available: 0 } }),
  },
  {
    handle: 'illness',
    zh: '重大傷病',
    en: 'catastrophic illness',
    profile: (today) => ({
      illness: { illnesses: [{ code: 'C509', validFrom: addDays(today, -300), validUntil: addDays(today, 20) }] },
    }),
  },
  {
    handle: 'newborn',
    zh: '依附新生兒',
    en: 'newborn attached',
    profile: (today) => ({ newborn: { newbornDate: addDays(today, -10), newbornMark: '1' } }),
  },
  {
    handle: 'newborn-old',
    zh: '新生兒逾 60 日',
    en: 'newborn older than 60 days',
    profile: (today) => ({ newborn: { newbornDate: addDays(today, -61), newbornMark: '1' } }),
  },
  {
    handle: 'restricted',
    zh: '指定他院就醫',
    en: 'restricted to another institution',
    profile: () => ({ illness: { designated: '遠方醫院' } }),
  },
  { handle: 'rare-name', zh: '罕見字姓名', en: 'a name with rare characters', profile: () => ({ name: '陳堃\uE000' }) },
  { handle: 'born-before-1912', zh: '民國前出生', en: 'born before 1912', profile: () => ({ birthDate: '-020315' }) },
  {
    handle: 'seen-today',
    zh: '今天已在他院看診',
    en: 'seen elsewhere today',
    profile: (today) => ({
      lastSeq: { lastSeqNumber: `${today.slice(0, 3)}0007` },
      visits: {
        visits: [
          { ...visitBlank, treatItem: '02', visitTime: `${today}000001`, seqNumber: '0007', hospId: '1101100011' },
        ],
      },
    }),
  },
];
