/** @module Ports of this machine: ours, taken by somebody else; and those at which other card programs are known to answer. */

import { say } from '../../../base/index.ts';
import { cardPrograms } from '../../../catalogue/index.ts';
import type { Check, Found } from '../types.ts';

export const ports: Check = {
  id: 'ports',
  area: 'neighbours',
  title: say({ zh: '連接埠', en: 'ports' }),
  finds: {
    'ports.taken': {
      severity: 'problem',
      what: say({ zh: '我們的連接埠 {port} 被 {program} 佔用', en: 'our port {port} is taken by {program}' }),
      why: say({
        zh: '控制軟體不會偷偷換連接埠：HIS 與網頁會找不到它',
        en: 'the control software does not move to another port in silence: HIS and pages would not find it',
      }),
      todo: say({
        zh: '請關閉佔用它的程式，或在 world.json 改 httpPort',
        en: 'close the program that holds it, or change httpPort in world.json',
      }),
      faq: [6, 11],
    },
    'ports.neighbour': {
      severity: 'warning',
      what: say({ zh: '{name} 正在連接埠 {port} 回答（{program}）', en: '{name} answers at port {port} ({program})' }),
      why: say({
        zh: '這些元件並存時，登入網站會跳出選擇 COM PORT 或下載元件的訊息',
        en: 'with two of them side by side, web sites ask for a COM port or for a download at log-in',
      }),
      todo: say({ zh: '只留一種：解除安裝不用的那一個', en: 'keep one of them: uninstall what is not used' }),
      faq: [10, 11],
    },
  },
  async look({ machine, own, status }) {
    const [listeners, { httpPort, processes, component, supervisor }, answering] = await Promise.all([
      machine.listeners(),
      own(),
      status(),
    ]);
    const ours = new Set(processes.filter(({ life }) => life !== 'dead').map(({ pid }) => pid));
    const at = (port: number) => listeners.find((one) => one.port === port && !(one.pid && ours.has(one.pid)));
    const found: Found[] = [];
    const holder = httpPort === 0 ? undefined : at(httpPort);
    // Where it runs well, whoever listens there is itself, though this account may not see whose it is.
    if (holder !== undefined && !(holder.pid === undefined && supervisor === 'running' && answering !== undefined))
      found.push({ id: 'ports.taken', details: { port: httpPort, program: nameOf(holder) } });
    for (const { port, name } of cardPrograms) {
      const other = at(port);
      const mine =
        component.on && other?.pid === undefined && answering !== undefined && [59001, 59002, 7777].includes(port);
      if (other !== undefined && !mine)
        found.push({ id: 'ports.neighbour', details: { port, name: `${name.zh} ${name.en}`, program: nameOf(other) } });
    }
    return found;
  },
};

const nameOf = ({ program, pid }: { readonly program?: string; readonly pid?: number }): string =>
  program === undefined ? (pid === undefined ? '?' : `${pid}`) : `${program} ${pid ?? ''}`.trim();
