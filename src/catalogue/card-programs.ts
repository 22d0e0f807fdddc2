/**
 * @module Card software of a counter's machine besides ours, as data: what it is called where it was installed, and by what
 * it is known (processes, services, files, ports). Which of them may not be together: NHI's list of 110-12-10, Q11.
 */

import type { Say } from '../base/say.ts';

/** An entry in the list of installed programs (Windows): all that is given fits. */
export interface RegisteredAs {
  readonly name: RegExp;
  readonly publisher?: RegExp;
  readonly version?: RegExp;
}
export interface CardSoftware {
  readonly id: string;
  readonly name: Say;
  readonly registered?: readonly RegisteredAs[];
  /** Without folder and `.exe`. */
  readonly processes?: readonly RegExp[];
  /** The service's name on Windows, the unit's on Linux, the beginning of the label on macOS. */
  readonly services?: { readonly windows?: readonly string[]; readonly linux?: string; readonly mac?: string };
  /** Files and folders that only it has. */
  readonly files?: {
    readonly windows?: readonly string[];
    readonly linux?: readonly string[];
    readonly mac?: readonly string[];
  };
  /** A line in the list of hosts that it put there. */
  readonly host?: string;
  readonly ports?: readonly { readonly port: number; readonly heard?: true }[];
  /** Those that it may not be beside; `opencshis` is this program. Said on one side, it holds on both. */
  readonly against: readonly string[];
  /** Older than this, it is removed before anything is installed (Q8). */
  readonly since?: string;
}

const component = { zh: '健保卡網路服務元件（NHIICC）', en: 'the web component NHIICC' };

export const cardSoftware: readonly CardSoftware[] = [
  {
    id: 'cloud',
    name: {
      zh: '雲端安全模組控制軟體（csfsim）',
      en: 'the official control software with the cloud security module (csfsim)',
    },
    registered: [
      { name: /PCSC/i, version: /^5\.1/ },
      { name: /PCSC/i, publisher: /健保|健康保險|NHI|National Health Insurance/i },
      { name: /雲端安全模組|雲端.{0,6}控制軟體|csFSIM/i },
    ],
    processes: [/^csfsim$/i],
    files: { windows: ['C:\\NHI\\BIN\\csfsim.exe'] },
    against: ['opencshis', 'card-reading', 'idc'],
    since: '5.1.5.3',
  },
  {
    id: 'dedicated',
    name: { zh: '專屬讀卡機控制軟體（3.5）', en: 'the official control software of the dedicated reader (3.5)' },
    registered: [
      { name: /讀卡機控制軟體/, version: /^3\./ },
      { name: /CSHIS|健保.*控制軟體/i, version: /^3\.[45]/ },
    ],
    against: ['opencshis'],
    since: '3.5.3.0',
  },
  {
    id: 'card-reading',
    name: { zh: '健保讀卡控制', en: 'the web reader-control component (健保讀卡控制)' },
    registered: [{ name: /健保讀卡控制/ }],
    against: ['opencshis', 'cloud'],
  },
  {
    id: 'idc',
    name: { zh: 'idc 憑證元件', en: 'the IDC certificate component (idc 憑證元件)' },
    registered: [{ name: /idc.{0,4}憑證|憑證.{0,4}idc/i }],
    against: ['opencshis', 'cloud'],
  },
  {
    id: 'nhiicc',
    name: component,
    registered: [{ name: /NHIICC|健保卡網路服務/i }],
    processes: [/nhiicc/i],
    services: { windows: ['NHIICC'], linux: 'NHIICC.service', mac: 'tw.gov.nhi.nhiicc' },
    files: { linux: ['/usr/local/share/NHIICC'] },
    host: 'iccert.nhi.gov.tw',
    ports: [{ port: 59001, heard: true }, { port: 59002 }, { port: 7777 }],
    against: [],
  },
  {
    id: 'virtual-card',
    name: { zh: '虛擬健保卡控制軟體', en: "the virtual card's program" },
    registered: [{ name: /虛擬健保卡/ }],
    ports: [{ port: 3033, heard: true }],
    against: [],
  },
  {
    id: 'hipki',
    name: { zh: 'HiPKI 本機元件（HiCOS）', en: "HiPKI's local server (HiCOS)" },
    registered: [{ name: /HiCOS|HiPKI/i }],
    processes: [/^HiPKILocalS/i],
    ports: [{ port: 61161, heard: true }],
    against: [],
  },
];

export interface CardProgram {
  readonly port: number;
  readonly name: Say;
  /** It speaks plain HTTP, and so can be heard by a web page. */
  readonly heard?: true;
}
/** The same by the loopback ports that they are known to answer at. */
export const cardPrograms: readonly CardProgram[] = cardSoftware.flatMap(({ name, ports = [] }) =>
  ports.map(({ port, heard }) => ({ port, name, ...(heard ? { heard } : {}) })),
);
