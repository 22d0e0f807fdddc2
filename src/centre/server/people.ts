/** @module Demonstration people, the same for the same seed. Keys never come from a seed. */

import { type Random, randomInt } from '../../base/index.ts';
import { addDays, personIdOf } from '../../codec/index.ts';
import type { Institution, Person } from './store.ts';

const families = [...'陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高簡朱鍾施游詹沈彭胡余'];
const given = [...'家志明俊雅淑美麗文雄建宏怡君佳玲惠婷承恩宗翰宜柏冠廷詩涵欣妤品子宇彥博思安心潔雲峰秀英春嬌'];
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

export const demoInstitutions: readonly Institution[] = [
  { hospId: '3501200000', name: '開放健康診所', abbName: '開放診所', test: false },
  { hospId: '1101100011', name: '示範綜合醫院', abbName: '示範醫院', test: false },
  { hospId: '5901200001', name: '街角特約藥局', abbName: '街角藥局', test: false },
  // Test institution codes are ordinary institutions here (Q3).
  { hospId: 'T501200000', name: '測試院所一', abbName: '測試一', test: true },
  { hospId: 'Z999999999', name: '測試院所二', abbName: '測試二', test: true },
];

export function demoPerson(random: Random, today: string): Person {
  const pick = <T>(list: readonly T[]): T => list[randomInt(random, list.length)] as T;
  const sex = randomInt(random, 2) === 0 ? 'M' : 'F';
  const digits = Array.from({ length: 7 }, () => randomInt(random, 10)).join('');
  const name = pick(families) + pick(given) + (randomInt(random, 8) === 0 ? '' : pick(given));
  const insured = randomInt(random, 20) === 0 ? pick([9083, 9085, 9086, 9089, 9090]) : 0;
  const ill = randomInt(random, 15) === 0;
  return {
    personId: personIdOf(letters[randomInt(random, letters.length)] as string, sex === 'M' ? '1' : '2', digits),
    name,
    birthDate: addDays(today, -(365 + randomInt(random, 90 * 365))),
    sex,
    insured,
    insuredMark: pick(['3', '3', '3', '3', '1', '2']),
    illnesses: ill
      ? [{ code: pick(['C509', 'N186', 'F200', 'E75']), from: addDays(today, -400), until: addDays(today, 700) }]
      : [],
    dentalMark: '',
    rareMark: '',
    oilMark: '',
    designated: '',
    pinEnabled: true,
  };
}
