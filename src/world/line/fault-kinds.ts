/** @module What goes wrong on a simulated serial line. */

import { say } from '../../base/index.ts';
import type { FaultKind } from '../fault-kinds.ts';
import { type FaultOption, waits } from '../fault-options.ts';

const way: FaultOption = {
  name: 'way',
  title: say({ zh: '只有這個方向', en: 'this way only' }),
  kind: 'choice',
  choices: ['to-reader', 'from-reader'],
};

export const lineFaults: readonly FaultKind[] = [
  {
    name: 'line-cut',
    place: 'reader',
    title: say({ zh: '序列線掉了幾個位元組', en: 'bytes are lost on the serial line' }),
    codes: [],
    lasts: 'until-off',
    options: [
      {
        name: 'bytes',
        title: say({ zh: '每個訊框掉多少', en: 'how many of each frame' }),
        kind: 'number',
        unit: say({ zh: '位元組', en: 'bytes' }),
        from: 1,
        to: 64,
        default: 1,
      },
      way,
    ],
  },
  {
    name: 'line-noise',
    place: 'reader',
    title: say({ zh: '序列線有雜訊', en: 'noise on the serial line' }),
    codes: [],
    lasts: 'until-off',
    options: [
      {
        name: 'percent',
        title: say({ zh: '多少訊框受影響', en: 'how many frames are hit' }),
        kind: 'number',
        unit: say({ zh: '百分比', en: 'percent' }),
        from: 1,
        to: 100,
        default: 20,
      },
      way,
    ],
  },
  {
    name: 'line-late',
    place: 'reader',
    title: say({ zh: '序列線上的回覆都晚', en: 'answers are late on the serial line' }),
    codes: [],
    lasts: 'until-off',
    options: [waits(10_000)],
  },
  {
    name: 'line-speed',
    place: 'reader',
    title: say({ zh: '讀卡機用另一個速率', en: 'the reader speaks at another speed' }),
    codes: [],
    lasts: 'until-off',
    options: [
      {
        name: 'baud',
        title: say({ zh: '速率', en: 'speed' }),
        kind: 'number',
        unit: say({ zh: '鮑', en: 'baud' }),
        from: 9_600,
        to: 115_200,
        default: 9_600,
      },
    ],
  },
  {
    name: 'line-unplugged',
    place: 'reader',
    title: say({ zh: '讀卡機的線被拔掉', en: "the reader's cable is pulled out" }),
    codes: [4000],
    lasts: 'until-off',
    options: [
      {
        name: 'after',
        title: say({
          zh: '在下一個回覆的第幾個位元組（不指定是立刻）',
          en: 'in the next answer, after so many bytes (else at once)',
        }),
        kind: 'number',
        unit: say({ zh: '位元組', en: 'bytes' }),
        from: 0,
        to: 500,
      },
    ],
  },
];
