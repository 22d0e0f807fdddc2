/** @module The session that this runs in, and what puts the machine or its readers to sleep. */

import { say } from '../../../base/index.ts';
import { type Machine, textOf } from '../../machine.ts';
import type { Check, Found } from '../types.ts';

export const session: Check = {
  id: 'session',
  area: 'session',
  title: say({ zh: '遠端桌面與睡眠', en: 'remote desktop and sleep' }),
  finds: {
    'session.remote-desktop': {
      severity: 'warning',
      what: say({ zh: '這是遠端桌面的工作階段（{kind}）', en: 'this is a session over remote desktop ({kind})' }),
      why: say({
        zh: '讀卡機會被轉送到使用者那一端，或完全看不到；延遲超過 60 毫秒時常會逾時',
        en: "readers are redirected to the user's side, or not seen at all; over 60 ms of delay they time out",
      }),
      todo: say({
        zh: '請在接著讀卡機的電腦上執行控制軟體',
        en: 'run the control software on the machine that has the reader',
      }),
    },
    'session.ssh': {
      severity: 'note',
      what: say({ zh: '這是 SSH 連線', en: 'this is a session over SSH' }),
      why: say({
        zh: 'polkit 可能拒絕遠端登入使用讀卡機；瀏覽器也不會自動開啟',
        en: 'polkit may refuse readers to remote log-ins; and no browser is opened',
      }),
      todo: say({ zh: '請在主機前再檢查一次', en: 'look again at the machine itself' }),
    },
    'session.sleep': {
      severity: 'warning',
      what: say({ zh: '電腦閒置 {minutes} 分鐘會睡眠', en: 'the machine goes to sleep after {minutes} idle minutes' }),
      why: say({
        zh: '睡眠時 HIS 連不到它，醒來後有些讀卡機要重新拔插',
        en: 'a HIS does not reach it then, and some readers want to be plugged in anew afterwards',
      }),
      todo: say({ zh: '櫃檯的電腦請關閉閒置睡眠', en: "switch it off on a counter's machine" }),
    },
    'session.usb-sleep': {
      severity: 'warning',
      what: say({ zh: '系統會讓閒置的 USB 讀卡機睡眠', en: 'the system puts idle USB readers to sleep' }),
      why: say({ zh: '讀卡機睡著後第一次讀卡會慢或失敗', en: 'the first reading after that is slow, or fails' }),
      todo: say({ zh: '請關閉它的省電', en: 'switch that off' }),
    },
  },
  async look({ machine }) {
    return [...remote(machine), ...(await (sleeps[machine.platform] ?? none)(machine))];
  },
};

function remote({ platform, env }: Machine): Found[] {
  const name = env.SESSIONNAME ?? '';
  const kind =
    platform === 'win32'
      ? /^rdp-/i.test(name)
        ? 'RDP'
        : /^ica-/i.test(name)
          ? 'Citrix'
          : undefined
      : env.XRDP_SESSION
        ? 'xrdp'
        : env.ICAROOT && env.CITRIX_SESSION_ID
          ? 'Citrix'
          : undefined;
  if (kind !== undefined) return [{ id: 'session.remote-desktop', details: { kind } }];
  return env.SSH_CONNECTION || env.SSH_TTY ? [{ id: 'session.ssh' }] : [];
}

type Look = (machine: Machine) => Promise<readonly Found[]>;
const none: Look = async () => [];

const sleeps: { readonly [P in NodeJS.Platform]?: Look } = {
  async linux(machine) {
    const folder = '/etc/systemd/logind.conf.d';
    const files = ['/etc/systemd/logind.conf', ...(await machine.list(folder)).map((name) => `${folder}/${name}`)];
    const settings = (await Promise.all(files.map((file) => textOf(machine, file)))).join('\n');
    const action = [...settings.matchAll(/^IdleAction=(\S+)/gm)].at(-1)?.[1];
    const after = [...settings.matchAll(/^IdleActionSec=(\d+)(min|s|h)?/gm)].at(-1);
    const found: Found[] = [];
    if (action !== undefined && ['suspend', 'hibernate', 'hybrid-sleep', 'suspend-then-hibernate'].includes(action))
      found.push({
        id: 'session.sleep',
        details: { minutes: after ? Number(after[1]) * (after[2] === 'h' ? 60 : after[2] === 'min' ? 1 : 1 / 60) : 30 },
        commands: ['sudo systemctl mask sleep.target suspend.target'],
      });
    const asleep = await autosuspended(machine);
    if (asleep.length > 0)
      found.push({
        id: 'session.usb-sleep',
        details: { devices: asleep },
        commands: asleep.map((path) => `echo on | sudo tee ${path}`),
      });
    return found;
  },
  async win32(machine) {
    const index = async (...setting: string[]) => {
      // The words are in the system's language: of the last two numbers the first is for mains, the other for battery.
      const ran = await machine.run('powercfg', ['/query', 'SCHEME_CURRENT', ...setting]);
      const numbers = [...(ran?.out ?? '').matchAll(/:\s*0x([0-9a-f]{8})\s*$/gim)].map(([, hex = '']) =>
        Number.parseInt(hex, 16),
      );
      return numbers.at(-2);
    };
    const [idle, usb] = await Promise.all([
      index('SUB_SLEEP', 'STANDBYIDLE'),
      index('2a737441-1930-4402-8d77-b2bebba308a3', '48e6b7a6-50f5-4782-a5d4-53bb8f07e226'),
    ]);
    const found: Found[] = [];
    if (idle)
      found.push({
        id: 'session.sleep',
        details: { minutes: Math.round(idle / 60) },
        commands: ['powercfg /change standby-timeout-ac 0'],
      });
    if (usb)
      found.push({
        id: 'session.usb-sleep',
        commands: [
          'powercfg /setacvalueindex SCHEME_CURRENT 2a737441-1930-4402-8d77-b2bebba308a3 48e6b7a6-50f5-4782-a5d4-53bb8f07e226 0',
          'powercfg /setactive SCHEME_CURRENT',
        ],
      });
    return found;
  },
  async darwin(machine) {
    const minutes = Number(/^\s*sleep\s+(\d+)/m.exec((await machine.run('pmset', ['-g']))?.out ?? '')?.[1] ?? 0);
    return minutes > 0 ? [{ id: 'session.sleep', details: { minutes }, commands: ['sudo pmset -a sleep 0'] }] : [];
  },
};

/** `power/control` of smart card devices that is `auto`. */
async function autosuspended(machine: Machine): Promise<readonly string[]> {
  const usb = '/sys/bus/usb/devices';
  const found = await Promise.all(
    (await machine.list(usb)).map(async (name) => {
      if ((await textOf(machine, `${usb}/${name}/bInterfaceClass`))?.trim() !== '0b') return [];
      const control = `${usb}/${name.split(':')[0]}/power/control`;
      return (await textOf(machine, control))?.trim() === 'auto' ? [control] : [];
    }),
  );
  return [...new Set(found.flat())];
}
