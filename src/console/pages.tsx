/** @module The pages, in the order of the navigation; each is loaded when it is opened. */

import type { ComponentType } from 'preact';
import type { Words } from '../client/index.ts';
import { say } from './words.ts';

export interface PageEntry {
  readonly name: string;
  readonly title: Words;
  /** In simulated worlds alone. */
  readonly simulated?: true;
  load(): Promise<{ readonly default: ComponentType }>;
}

export const pages: readonly PageEntry[] = [
  { name: 'counter', title: say('櫃台', 'Counter'), load: () => import('./pages/counter.tsx') },
  { name: 'day', title: say('當日', 'Day'), load: () => import('./pages/day.tsx') },
  { name: 'security', title: say('安全模組', 'Security module'), load: () => import('./pages/security.tsx') },
  { name: 'world', title: say('模擬世界', 'World'), simulated: true, load: () => import('./pages/world.tsx') },
  { name: 'explorer', title: say('函式', 'Explorer'), load: () => import('./pages/explorer.tsx') },
  { name: 'trace', title: say('呼叫紀錄', 'Trace'), load: () => import('./pages/trace.tsx') },
  { name: 'doctor', title: say('健檢', 'Doctor'), load: () => import('./pages/doctor.tsx') },
  { name: 'support', title: say('求助', 'Support'), load: () => import('./pages/support.tsx') },
  { name: 'help', title: say('說明', 'Help'), load: () => import('./pages/help.tsx') },
];
