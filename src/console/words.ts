/** @module Words in two languages, one of them chosen; zh-TW where nobody has chosen. */

import { effect, signal } from '@preact/signals';
import type { Words } from '../client/index.ts';

export type Language = 'zh' | 'en';
const key = 'language';
const stored = (): Language => (globalThis.localStorage?.getItem(key) === 'en' ? 'en' : 'zh');

export const language = signal<Language>(stored());

/** Keeps the choice, and tells the browser in which language the page is. */
export function followLanguage(): void {
  effect(() => {
    localStorage.setItem(key, language.value);
    document.documentElement.lang = language.value === 'zh' ? 'zh-Hant-TW' : 'en';
  });
}

export const say = (zh: string, en: string): Words => ({ zh, en });
export const word = (words: Words): string => words[language.value];
/** Both at once: `t('掛號', 'Register')`. */
export const t = (zh: string, en: string): string => (language.value === 'zh' ? zh : en);
