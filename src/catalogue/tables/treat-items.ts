/** @module Categories of visits (就醫類別): which have a number, deduct from the visits available, must ask the centre. */

import type { CodeTable } from '../schema.ts';

export interface TreatItem {
  /** Has a visit number of its own. */
  readonly number: boolean;
  /** Takes one from the visits available on the card. */
  readonly deducts: boolean;
  /** Must be asked of the data centre at once. */
  readonly online: boolean;
  /** Takes back visits of the last 24 hours. */
  readonly cancels?: 'all' | 'some';
}
const numbered = { number: true, deducts: true, online: false };
const plain = { number: false, deducts: false, online: false };
const asked = { number: false, deducts: false, online: true };

export const treatItems = {
  name: 'treatItems',
  title: { zh: '就醫類別', en: 'category of a visit' },
  source: '健保卡存放內容 8-1; API manual 1.9, 1.37',
  codes: {
    '00': { zh: '其他（不計序號）', en: 'other, without a number', ...plain },
    '01': { zh: '西醫門診', en: 'western medicine', ...numbered },
    '02': { zh: '牙醫門診', en: 'dentistry', ...numbered },
    '03': { zh: '中醫門診', en: 'Chinese medicine', ...numbered },
    '04': { zh: '急診', en: 'emergency', ...numbered },
    '05': { zh: '住院', en: 'admission', ...numbered, online: true },
    '06': { zh: '門診轉診就醫', en: 'on referral', ...numbered },
    '07': { zh: '門診手術後之回診', en: 'return after outpatient surgery', ...numbered },
    '08': { zh: '住院患者出院之回診', en: 'return after discharge', ...numbered },
    '09': { zh: '其他需計序號之就醫', en: 'other, with a number', ...numbered },
    AA: { zh: '同一療程（六次以內）', en: 'course of treatment, up to six', ...plain },
    AB: { zh: '同一療程（非六次以內）', en: 'course of treatment, other', ...plain },
    AC: { zh: '預防保健', en: 'preventive service', ...plain },
    AD: { zh: '職業傷害或職業病門（急）診', en: 'occupational injury or disease', ...plain },
    AE: { zh: '慢性病連續處方箋領藥', en: 'refill of a chronic prescription', ...plain },
    AF: { zh: '藥局調劑', en: 'dispensing at a pharmacy', ...plain },
    AG: { zh: '排程檢查', en: 'scheduled examination', ...plain },
    AH: { zh: '居家照護（第二次以後）', en: 'home care, from the second visit', ...plain },
    AI: { zh: '同日同醫師看診（第二次以後）', en: 'same doctor and day, from the second visit', ...plain },
    BA: { zh: '門（急）診當次轉住院', en: 'admitted from this visit', ...asked },
    BB: { zh: '出院', en: 'discharge', ...asked },
    BC: { zh: '急診中、住院中執行項目', en: 'done during emergency or stay', ...asked },
    BD: { zh: '急診第二日以後之離院', en: 'leaving emergency from the second day', ...asked },
    BE: { zh: '職業傷害或職業病之住院', en: 'admission for occupational injury or disease', ...asked },
    BF: { zh: '繼續住院分段結清', en: 'long stay, settled in part', ...asked },
    BG: { zh: '其他需即時查保之住院', en: 'other stay that asks the centre', ...asked },
    CA: { zh: '其他規定不計次之就醫', en: 'other, by rule without number', ...plain },
    DA: { zh: '門診轉出', en: 'referred to another institution', ...plain },
    DB: { zh: '門診手術後七日內之一次回診', en: 'one return within 7 days of surgery', ...plain },
    DC: { zh: '出院後七日內之一次回診', en: 'one return within 7 days of discharge', ...asked },
    EA: { zh: '其他需即時查保之就醫', en: 'other visit that asks the centre', ...asked },
    ZA: { zh: '取消 24 小時內所有就醫', en: 'cancels all visits of the last 24 hours', ...plain, cancels: 'all' },
    ZB: { zh: '取消 24 小時內部分就醫', en: 'cancels some visits of the last 24 hours', ...plain, cancels: 'some' },
  },
} as const satisfies CodeTable<TreatItem>;
