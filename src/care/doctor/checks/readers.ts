/** @module The way to real readers: the PC/SC service, its library, its permissions, its drivers, and what it lists. */

import { say } from '../../../base/index.ts';
import { type Machine, textOf } from '../../machine.ts';
import type { Check, Found, Patient, Severity } from '../types.ts';

/** Return values of SCardEstablishContext and SCardListReaders (pcsclite.h, winerror.h). */
const answers = { noAccess: 0x80100027, noService: 0x8010001d, serviceStopped: 0x8010001e, notPermitted: 0x8010006a };
const pcscd = ['/usr/sbin/pcscd', '/usr/local/sbin/pcscd'];
/** Readers that Windows makes of other things: no card of ours is ever in one. */
const notReal = /windows hello|microsoft virtual|virtual smart ?card|uicc/i;

export const readers: Check = {
  id: 'readers',
  area: 'readers',
  title: say({ zh: '讀卡機與 PC/SC', en: 'readers and PC/SC' }),
  finds: {
    'readers.switched-off': {
      severity: 'note',
      what: say({
        zh: '實體讀卡機已由 OPENCSHIS_PCSC=off 關閉',
        en: 'real readers are switched off by OPENCSHIS_PCSC=off',
      }),
      why: say({ zh: '只有虛擬讀卡機', en: 'there are virtual readers alone' }),
      todo: say({ zh: '要用實體讀卡機請移除這個環境變數後重新啟動', en: 'for real ones unset it and start again' }),
    },
    'readers.no-library': {
      severity: 'problem',
      what: say({ zh: '沒有 PC/SC 函式庫', en: 'the PC/SC library is missing' }),
      why: say({ zh: '控制軟體由它和讀卡機說話', en: 'the control software speaks to readers by it' }),
      todo: say({ zh: '請安裝後重新檢查', en: 'install it and look again' }),
      commands: ['sudo apt install libpcsclite1 pcscd libccid'],
    },
    'readers.no-service': {
      severity: 'problem',
      what: say({ zh: '沒有安裝 PC/SC 服務（pcscd）', en: 'the PC/SC service (pcscd) is not installed' }),
      why: say({ zh: '沒有它就看不到讀卡機', en: 'without it no reader is seen' }),
      todo: say({ zh: '請安裝後重新檢查', en: 'install it and look again' }),
      commands: ['sudo apt install pcscd libccid'],
    },
    'readers.service-stopped': {
      severity: 'problem',
      what: say({ zh: 'PC/SC 服務已安裝，但沒有在執行', en: 'the PC/SC service is installed, and does not run' }),
      why: say({ zh: '它的通訊端不在：{socket}', en: 'its socket is not there: {socket}' }),
      todo: say({ zh: '請啟動，並設成開機啟動', en: 'start it, and let it start with the machine' }),
      commands: ['sudo systemctl enable --now pcscd.socket'],
    },
    'readers.not-permitted': {
      severity: 'problem',
      what: say({
        zh: 'PC/SC 服務不讓這個帳號使用讀卡機',
        en: 'the PC/SC service does not let this account use readers',
      }),
      why: say({
        zh: 'polkit 只允許坐在電腦前的使用者；服務帳號與遠端登入會被拒絕',
        en: 'polkit lets in who sits at the machine; service accounts and remote log-ins are refused',
      }),
      todo: say({ zh: '請加一條 polkit 規則，允許這個帳號', en: 'add a polkit rule that lets this account in' }),
      commands: [
        `printf 'polkit.addRule(function(a, s) { if (/^org.debian.pcsc-lite./.test(a.id) && s.user == "%s") return polkit.Result.YES; });\\n' "$(id -un)" | sudo tee /etc/polkit-1/rules.d/49-opencshis.rules`,
        'sudo systemctl restart polkit pcscd',
      ],
    },
    'readers.service-hangs': {
      severity: 'problem',
      what: say({ zh: 'PC/SC 服務沒有回答', en: 'the PC/SC service does not answer' }),
      why: say({
        zh: '服務或某台讀卡機的驅動程式停住了；所有用讀卡機的程式都會等它',
        en: "the service or a reader's driver stands still; every program that uses readers waits for it",
      }),
      todo: say({
        zh: '請拔插讀卡機；還是沒有回答，就重新啟動服務',
        en: 'unplug the reader and plug it in; if that is not enough, restart the service',
      }),
      faq: [6],
    },
    'readers.service-trouble': {
      severity: 'problem',
      what: say({ zh: 'PC/SC 服務回覆錯誤 {answer}', en: 'the PC/SC service answers {answer}' }),
      why: say({ zh: '函式庫與服務的版本可能不合', en: 'library and service may be of versions that do not fit' }),
      todo: say({ zh: '請更新兩者，再重新啟動服務', en: 'update both, then restart the service' }),
    },
    'readers.windows-stopped': {
      severity: 'problem',
      what: say({
        zh: 'Windows 的智慧卡服務（SCardSvr）沒有在執行',
        en: "Windows' smart card service (SCardSvr) does not run",
      }),
      why: say({
        zh: '從沒接過讀卡機的電腦不會啟動它；有些單位也會停用它',
        en: 'a machine that never had a reader does not start it; some places disable it',
      }),
      todo: say({ zh: '請以系統管理員執行下列指令', en: 'run these commands as an administrator' }),
      commands: ['sc config SCardSvr start= auto', 'sc start SCardSvr'],
    },
    'readers.none': {
      severity: 'warning',
      what: say({ zh: 'PC/SC 服務沒有看到讀卡機', en: 'the PC/SC service sees no reader' }),
      why: say({
        zh: '沒有接上、線材或 USB 埠有問題，或驅動程式不認得它',
        en: 'none is plugged in, cable or USB port are bad, or no driver knows it',
      }),
      todo: say({
        zh: '請接上讀卡機，直接接在電腦上而不是經過集線器',
        en: 'plug one in, at the machine itself rather than at a hub',
      }),
    },
    'readers.no-driver': {
      severity: 'problem',
      what: say({
        zh: '讀卡機已接上，但沒有驅動程式（libccid）',
        en: 'a reader is plugged in, and its driver (libccid) is missing',
      }),
      why: say({ zh: 'USB 上有 CCID 裝置：{devices}', en: 'there is a CCID device on the USB: {devices}' }),
      todo: say({ zh: '請安裝驅動程式', en: 'install the driver' }),
      commands: ['sudo apt install libccid', 'sudo systemctl restart pcscd'],
    },
    'readers.not-real': {
      severity: 'warning',
      what: say({ zh: '只有 Windows 自己的虛擬讀卡機', en: "there are Windows' own virtual readers alone" }),
      why: say({
        zh: '{names} 不是插卡的讀卡機（例如 Windows Hello）',
        en: '{names} is no reader that takes cards (Windows Hello, say)',
      }),
      todo: say({
        zh: '請接上讀卡機；控制軟體不會使用這些虛擬讀卡機',
        en: 'plug a reader in; the virtual ones are not used',
      }),
    },
    'readers.hanging': {
      severity: 'problem',
      what: say({ zh: '讀卡機沒有回應：{names}', en: 'a reader does not answer: {names}' }),
      why: say({
        zh: '卡片髒污或接觸不良，或讀卡機停住',
        en: 'the card is dirty or makes no contact, or the reader stands still',
      }),
      todo: say({
        zh: '請取出卡片、拔插讀卡機；或呼叫 csSoftwareReset',
        en: 'take the card out, unplug the reader and plug it in; or call csSoftwareReset',
      }),
      faq: [6],
    },
  },
  async look(patient) {
    // At once: each may take as long as it is given.
    const [status, ofService] = await Promise.all([patient.status(), service(patient)]);
    const hanging = (status?.slots ?? []).filter(({ state }) => state === 'hanging').map(({ name }) => name);
    const stuck: Found[] = hanging.length > 0 ? [{ id: 'readers.hanging', details: { names: hanging } }] : [];
    return [...stuck, ...ofService];
  },
};

async function service(patient: Patient): Promise<readonly Found[]> {
  const { machine } = patient;
  const { state, rv, readers: names } = await machine.pcsc();
  if (state === 'switched-off') return [{ id: 'readers.switched-off' }];
  // A simulated counter has virtual readers, one of 3.5 a serial line: they work without any of this.
  const { simulated, profile } = await patient.own();
  const one = (id: string, more: Omit<Found, 'id'> = {}): readonly Found[] => [
    { id, ...(simulated || profile === '3.5' ? { severity: 'note' satisfies Severity } : {}), ...more },
  ];
  if (state === 'no-library') return one('readers.no-library', machine.platform === 'linux' ? {} : { commands: [] });
  if (state === 'late') return one('readers.service-hangs', { commands: restartCommands[machine.platform] ?? [] });
  if (rv === answers.notPermitted || rv === answers.noAccess) return one('readers.not-permitted');
  if (rv === answers.noService || rv === answers.serviceStopped) return one(...(await absent(machine)));
  if (rv !== 0)
    return one('readers.service-trouble', {
      details: { answer: `0x${(rv >>> 0).toString(16)}` },
      commands: restartCommands[machine.platform] ?? [],
    });
  const real = names.filter((name) => !notReal.test(name));
  if (real.length > 0) return [];
  if (names.length > 0) return one('readers.not-real', { details: { names } });
  const devices = machine.platform === 'linux' ? await ccidDevices(machine) : [];
  const driver = (await machine.list('/usr/lib/pcsc/drivers')).includes('ifd-ccid.bundle');
  return devices.length > 0 && !driver ? one('readers.no-driver', { details: { devices } }) : one('readers.none');
}

const restartCommands: { readonly [P in NodeJS.Platform]?: readonly string[] } = {
  linux: ['sudo systemctl restart pcscd'],
  win32: ['net stop SCardSvr', 'net start SCardSvr'],
  darwin: ['sudo killall -9 com.apple.ctkpcscd'],
};

/** Nobody answers: what there is of a service says what to do. */
async function absent(machine: Machine): Promise<[string, Omit<Found, 'id'>]> {
  if (machine.platform === 'win32') return ['readers.windows-stopped', {}];
  if (machine.platform === 'darwin') return ['readers.none', {}];
  const socket = machine.env.PCSCLITE_CSOCK_NAME ?? '/run/pcscd/pcscd.comm';
  const installed = await Promise.all(pcscd.map((path) => machine.file(path)));
  if (installed.every((facts) => facts === undefined)) return ['readers.no-service', {}];
  const there = await machine.file(socket);
  if (there !== undefined && (await machine.notWritable(socket)) !== undefined) return ['readers.not-permitted', {}];
  return ['readers.service-stopped', { details: { socket } }];
}

/** USB interfaces of the smart card class (0b), by the names of their devices. */
export async function ccidDevices(machine: Machine): Promise<readonly string[]> {
  const usb = '/sys/bus/usb/devices';
  const found = await Promise.all(
    (await machine.list(usb)).map(async (name) => {
      const kind = await textOf(machine, `${usb}/${name}/bInterfaceClass`);
      if (kind?.trim() !== '0b') return [];
      const device = name.split(':')[0] ?? name;
      return [(await textOf(machine, `${usb}/${device}/product`))?.trim() ?? device];
    }),
  );
  return [...new Set(found.flat())];
}
