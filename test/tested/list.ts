/**
 * @module What was tested on which system, feature by feature: run there, simulated (and how), or not run. The tests that
 * are named must be there, and in a whole run they must have run. docs/tested.md is made of it (npm run docs:tested).
 */

import type { Say } from '../../src/base/index.ts';

export const systems = ['linux', 'windows', 'macos'] as const;
export type SystemId = (typeof systems)[number];

export type Cell =
  | { readonly how: 'run'; readonly tests: readonly string[]; readonly but?: Say }
  | { readonly how: 'simulated'; readonly by: Say; readonly tests: readonly string[]; readonly but?: Say }
  | { readonly how: 'not'; readonly why: Say };
export interface Feature {
  readonly id: string;
  readonly title: Say;
  readonly cells: { readonly [S in SystemId]: Cell };
}
const run = (...tests: string[]): Cell => ({ how: 'run', tests });
const not = (zh: string, en: string): Cell => ({ how: 'not', why: { zh, en } });
const simulated = (zh: string, en: string, ...tests: string[]): Cell => ({ how: 'simulated', by: { zh, en }, tests });
const but = (cell: Cell, zh: string, en: string): Cell => (cell.how === 'not' ? cell : { ...cell, but: { zh, en } });

const noMachine = not('沒有這種電腦可以試', 'there was no such machine');
const asData = (...tests: string[]): Cell =>
  simulated('寫出來的內容與指令，當作資料檢查', 'what would be written and run, as data', ...tests);
const recorded = (...tests: string[]): Cell =>
  simulated('由我們依文件組成的錄製機器', 'recorded machines that were put together by us from documents', ...tests);

export const features: readonly Feature[] = [
  {
    id: 'control',
    title: { zh: '控制軟體：啟動、監督、重啟、斷電', en: 'control software: start, supervision, restart, power cut' },
    cells: {
      linux: run('e2e/supervisor.test.ts', 'e2e/kill.test.ts', 'e2e/cli.test.ts'),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'native-door',
    title: { zh: 'DLL 與命令列的連線', en: 'the door for the library and the command line' },
    cells: {
      linux: run('src/doors/native/native.test.ts'),
      windows: simulated(
        'TCP 那一面由 Wine 的程式使用；具名管道沒有試過',
        'its TCP face, by programs under Wine; named pipes were never tried',
        'e2e/wine.test.ts',
        'src/doors/native/tcp.test.ts',
      ),
      macos: noMachine,
    },
  },
  {
    id: 'http-door',
    title: { zh: 'HTTP 與 WebSocket', en: 'HTTP and WebSocket' },
    cells: { linux: run('src/doors/http/attacks.test.ts', 'e2e/doors.test.ts'), windows: noMachine, macos: noMachine },
  },
  {
    id: 'library',
    title: { zh: 'HIS 載入的函式庫', en: 'the library that a HIS loads' },
    cells: {
      linux: run('e2e/library.test.ts', 'e2e/library-hard.test.ts', 'e2e/languages.test.ts'),
      windows: simulated('Wine 8，32 與 64 位元', 'Wine 8, 32 and 64 bit', 'e2e/wine.test.ts'),
      macos: not('dylib 沒有編譯過', 'the dylib was never compiled'),
    },
  },
  {
    id: 'pcsc',
    title: { zh: 'PC/SC 讀卡機', en: 'PC/SC readers' },
    cells: {
      linux: but(
        simulated(
          '真正的 pcscd，讀卡機是 vpcd，卡片是虛擬的',
          'a real pcscd; the reader is vpcd, the card virtual',
          'e2e/pcsc.test.ts',
        ),
        '沒有試過實體讀卡機與實體健保卡',
        'no real reader and no real NHI card was at hand',
      ),
      windows: not('winscard 的綁定沒有執行過', 'the binding of winscard was never run'),
      macos: not('PCSC.framework 的綁定沒有執行過', 'the binding of PCSC.framework was never run'),
    },
  },
  {
    id: 'dedicated',
    title: { zh: '專屬讀卡機（3.5）', en: 'the dedicated reader (3.5)' },
    cells: {
      linux: simulated(
        '虛擬的專屬讀卡機',
        'a virtual dedicated reader',
        'e2e/dedicated.test.ts',
        'e2e/kill-dedicated.test.ts',
      ),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'serial',
    title: { zh: '序列埠上的專屬讀卡機', en: 'the dedicated reader on a serial port' },
    cells: {
      linux: but(
        simulated(
          '我們的讀卡機程式，在虛擬終端機的另一端',
          'a reader of our own at the other end of a pseudo-terminal',
          'e2e/serial.test.ts',
          'src/main/lines.test.ts',
          'src/reader/serial/link.test.ts',
          'src/reader/serial/frame.test.ts',
        ),
        '沒有試過實體讀卡機；官方讀卡機自己的線路協定未知',
        "no real reader was at hand, and the official readers' own line protocol is not known",
      ),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'console',
    title: { zh: '主控台（瀏覽器）', en: 'the console, in a browser' },
    cells: {
      linux: but(
        run('e2e/console.test.ts', 'e2e/console-pin.test.ts', 'e2e/console-doctor.test.ts'),
        '只有 Chromium',
        'Chromium alone',
      ),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'log-in',
    title: { zh: '以卡片登入網站', en: 'log-in to a web site by cards' },
    cells: {
      linux: simulated(
        '模擬的 VPN 網站，真正的 Chromium',
        'a simulated VPN site in a real Chromium',
        'e2e/vpn.test.ts',
      ),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'component',
    title: { zh: '網路服務元件的相容介面與本機憑證', en: "the web component's face and its certificate" },
    cells: {
      linux: run('e2e/component.test.ts', 'src/main/leaf.test.ts'),
      windows: not('憑證要自己安裝，沒有試過', 'its certificate is installed by hand, which nobody tried'),
      macos: not('憑證要自己安裝，沒有試過', 'its certificate is installed by hand, which nobody tried'),
    },
  },
  {
    id: 'tray',
    title: { zh: '系統匣圖示', en: 'the icon in the tray' },
    cells: {
      linux: run('e2e/tray.test.ts'),
      windows: not('PowerShell 的圖示沒有執行過', 'the icon by PowerShell was never run'),
      macos: not('osascript 的圖示沒有執行過', 'the icon by osascript was never run'),
    },
  },
  {
    id: 'desktop',
    title: { zh: '登入時啟動、服務、opencshis:open', en: 'start at log-in, service, opencshis:open' },
    cells: {
      linux: run('e2e/desktop.test.ts'),
      windows: asData('src/desktop/autostart.test.ts', 'src/desktop/program.test.ts'),
      macos: asData('src/desktop/autostart.test.ts'),
    },
  },
  {
    id: 'packages',
    title: { zh: '安裝包', en: 'packages' },
    cells: {
      linux: run('e2e/packages.test.ts', 'e2e/package.test.ts'),
      windows: simulated('在 Wine 裡解開並執行', 'unpacked and run under Wine', 'e2e/package-windows.test.ts'),
      macos: not('沒有 macOS 的安裝包', 'there is no package for macOS'),
    },
  },
  {
    id: 'neighbours',
    title: { zh: '認出其他讀卡軟體', en: 'other card software is recognised' },
    cells: {
      linux: but(
        recorded('src/care/neighbours/neighbours.test.ts', 'e2e/care.test.ts'),
        '程序是真的',
        'a process is real',
      ),
      windows: but(
        recorded('src/care/neighbours/neighbours.test.ts', 'e2e/wine-libraries.test.ts'),
        '登錄檔由 Wine 的 reg 實際印出',
        "the registry as Wine's own reg prints it",
      ),
      macos: recorded('src/care/neighbours/neighbours.test.ts'),
    },
  },
  {
    id: 'libraries',
    title: { zh: '函式庫的各份拷貝，HIS 載入哪一份', en: 'copies of the library, and which HIS loads which' },
    cells: {
      linux: run('src/care/libraries/libraries.test.ts', 'e2e/care.test.ts'),
      windows: simulated(
        'Wine 8 的載入程式，32 與 64 位元',
        "Wine 8's loader, 32 and 64 bit",
        'e2e/wine-libraries.test.ts',
        'src/care/libraries/pe.test.ts',
      ),
      macos: noMachine,
    },
  },
  {
    id: 'support',
    title: { zh: '詢問信與問題回報檔（opencshis support）', en: 'the mail for help, and the bundle' },
    cells: {
      linux: run('src/main/support.test.ts', 'src/care/support/support.test.ts', 'e2e/care.test.ts'),
      windows: noMachine,
      macos: noMachine,
    },
  },
  {
    id: 'doctor',
    title: { zh: '檢查與修復（opencshis doctor）', en: 'the doctor, and what it mends' },
    cells: {
      linux: run(
        'e2e/doctor.test.ts',
        'e2e/doctor-world.test.ts',
        'e2e/doctor-machine.test.ts',
        'src/main/doctor.test.ts',
      ),
      windows: recorded('src/care/doctor/findings.test.ts'),
      macos: recorded('src/care/doctor/findings.test.ts'),
    },
  },
];

/** Where the doctor's faults are made for real: a finding that is named there was. */
export const realFaults = ['e2e/doctor.test.ts', 'e2e/doctor-world.test.ts', 'e2e/doctor/inside.ts'] as const;
