/** @module Functions by what one wants to do, for the index and the sidebar; the manual's numbers stay beside them. */

import type { Say } from '../../src/base/say.ts';
import type { Api } from '../../src/catalogue/schema.ts';

export interface Theme {
  readonly id: string;
  readonly title: Say;
  readonly words: Say;
  readonly has: (api: Api) => boolean;
}
const numbered = (numbers: string) => {
  const set = new Set(numbers.split(' '));
  return (api: Api): boolean => set.has(api.no) || set.has(api.name);
};
const theme = (id: string, zh: string, en: string, wordsZh: string, wordsEn: string, has: Theme['has']): Theme => ({
  id,
  title: { zh, en },
  words: { zh: wordsZh, en: wordsEn },
  has,
});

/** In this order; a function belongs to the first that has it. */
export const themes: readonly Theme[] = [
  theme(
    'register',
    '掛號與就醫識別碼',
    'Registration and identifiers',
    '取得就醫序號、簽章與識別碼，退掛，更新卡片。',
    'Visit number, signature and identifier; undoing; updating a card.',
    numbered('1.9 1.30 1.37 1.39 1.40 1.53 1.54 1.56 csGetLastUnTreatmentData'),
  ),
  theme(
    'pin',
    '密碼',
    'PINs',
    '驗證、設定、停用健保卡密碼。',
    "Verify, set and disable the health card's PIN.",
    numbered('1.27 1.28 1.29 1.36'),
  ),
  theme(
    'reader',
    '讀卡機與狀態',
    'Reader and state',
    '開關連結埠、卡片狀態、時間、版本、重置。',
    'Opening and closing, states of cards, time, version, reset.',
    numbered('1.15 1.31 1.32 1.34 1.35 1.51 1.52 csGetVersion'),
  ),
  theme(
    'hpc',
    '醫事人員卡',
    'Professional cards',
    '狀態、密碼、持卡人。',
    'State, PIN and holder.',
    (api) => api.no.startsWith('4.') || /^(hpc|hisGetHPC)/.test(api.name),
  ),
  theme('icd10', '診斷碼', 'Diagnosis codes', '押碼與解押碼。', 'Packing and unpacking.', (api) =>
    api.no.startsWith('5.'),
  ),
  theme(
    'files',
    '上傳與下載',
    'Uploads and downloads',
    '檔案往來資料中心。',
    'Files to and from the data centre.',
    (api) => api.params.some((param) => param.kind === 'fileIn' || param.kind === 'fileOut'),
  ),
  theme(
    'sam',
    '安全模組',
    'Security module',
    '認證、院所、網頁登入的簽章。',
    'Verification, institution, the signature of web log-ins.',
    (api) =>
      api.no.startsWith('2.') ||
      /^(csVerifySAM|csGetHosp|VPN|HCA|cs(En|Dis)ableHCA|hisGetSam|csDownloadHCA)/.test(api.name),
  ),
  theme(
    'write',
    '寫入健保卡',
    'Writing to the health card',
    '診療、費用、處方與各項註記。',
    'Diagnoses, fees, prescriptions, marks.',
    (api) => api.writes,
  ),
  theme(
    'read',
    '讀取健保卡',
    'Reading the health card',
    '基本資料、就醫、處方與各項註記。',
    'Basic data, visits, prescriptions, marks.',
    () => true,
  ),
];

/** The order in which a reader meets them. */
const shown = ['register', 'read', 'write', 'pin', 'hpc', 'reader', 'sam', 'files', 'icd10'];
export interface Chapter extends Theme {
  readonly apis: readonly Api[];
}
export function chaptersOf(apis: readonly Api[]): readonly Chapter[] {
  const themeOf = (api: Api) => themes.find((one) => one.has(api))?.id;
  return shown.flatMap((id) => {
    const one = themes.find((each) => each.id === id);
    const members = apis.filter((api) => themeOf(api) === id);
    return one && members.length > 0 ? [{ ...one, apis: members }] : [];
  });
}
