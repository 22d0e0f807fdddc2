/** @module Ports of this machine: ours, taken by somebody else. */

import { say } from '../../../base/index.ts';
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
  },
  async look({ machine, own, status }) {
    const [listeners, { httpPort, processes, supervisor }, answering] = await Promise.all([
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
    return found;
  },
};

const nameOf = ({ program, pid }: { readonly program?: string; readonly pid?: number }): string =>
  program === undefined ? (pid === undefined ? '?' : `${pid}`) : `${program} ${pid ?? ''}`.trim();
