/** @module The machine's clock: against the data centre's, and its time zone. */

import { limits, say } from '../../../base/index.ts';
import type { Check, Found } from '../types.ts';

export const clock: Check = {
  id: 'clock',
  area: 'clock',
  title: say({ zh: '時鐘', en: 'clock' }),
  finds: {
    'clock.off': {
      severity: 'problem',
      what: say({
        zh: '電腦的時鐘與資料中心差 {minutes} 分鐘（{direction}）',
        en: "the clock is {minutes} minutes {direction} the data centre's",
      }),
      why: say({
        zh: '就醫時間會錯；慢超過 5 分鐘會得到 5005，憑證也會看似過期',
        en: 'visits get a wrong time; more than 5 minutes behind is 5005, and certificates seem ended',
      }),
      todo: say({ zh: '請開啟自動校時', en: 'let the system set its clock by itself' }),
      faq: [5],
    },
    'clock.zone': {
      severity: 'note',
      what: say({ zh: '系統時區是 {zone}', en: "the system's time zone is {zone}" }),
      why: say({
        zh: '紀錄以台北時間為準；其他程式顯示的時間會不同',
        en: 'visits are in Taipei time; what other programs show will differ',
      }),
      todo: say({ zh: '櫃檯的電腦請設成 Asia/Taipei', en: "set a counter's machine to Asia/Taipei" }),
    },
  },
  async look({ machine, own, now }) {
    const found: Found[] = [];
    const { centre } = await own();
    const asked = centre === undefined ? undefined : await machine.ask(`${centre}/healthz`);
    if (asked?.date !== undefined) {
      const off = now() - asked.date;
      if (Math.abs(off) > limits.clockBehind)
        found.push({
          id: 'clock.off',
          details: { minutes: Math.round(Math.abs(off) / 60_000), direction: off > 0 ? '快 ahead of' : '慢 behind' },
          commands: setting[machine.platform] ?? [],
        });
    }
    if (machine.zoneOffset !== 480)
      found.push({ id: 'clock.zone', details: { zone: machine.timeZone }, commands: zone[machine.platform] ?? [] });
    return found;
  },
};

const setting: { readonly [P in NodeJS.Platform]?: readonly string[] } = {
  linux: ['sudo timedatectl set-ntp true', 'timedatectl'],
  win32: ['w32tm /resync /force', 'w32tm /query /status'],
  darwin: ['sudo sntp -sS time.apple.com'],
};
const zone: { readonly [P in NodeJS.Platform]?: readonly string[] } = {
  linux: ['sudo timedatectl set-timezone Asia/Taipei'],
  win32: ['tzutil /s "Taipei Standard Time"'],
  darwin: ['sudo systemsetup -settimezone Asia/Taipei'],
};
