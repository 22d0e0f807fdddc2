/** @module Other card programs of a counter's machine, by the loopback ports that they are known to answer at. */

import type { Say } from '../base/say.ts';

export interface CardProgram {
  readonly port: number;
  readonly name: Say;
  /** It speaks plain HTTP, and so can be heard by a web page. */
  readonly heard?: true;
}

const component: Say = { zh: '健保卡網路服務元件（NHIICC）', en: 'the web component NHIICC' };
export const cardPrograms: readonly CardProgram[] = [
  { port: 59001, name: component, heard: true },
  { port: 59002, name: component },
  { port: 7777, name: component },
  { port: 61161, name: { zh: 'HiPKI 本機元件（HiCOS）', en: "HiPKI's local server (HiCOS)" }, heard: true },
  { port: 3033, name: { zh: '虛擬健保卡控制軟體', en: "the virtual card's program" }, heard: true },
];
