/**
 * @module Machines on which nothing is wrong, as recordings: what a case of the doctor's changes. Linux as a bare Debian with
 * a reader has it; Windows and macOS were put together by us from what their documents say, and never seen.
 */

import type { Own, Patient, Recorded, Status } from '../../src/care/index.ts';
import { recordedMachine } from '../../src/care/index.ts';
import { encodeLine } from '../../src/journal/log-lines.ts';

/** 2026-06-01 08:00 in Taipei. */
export const now = 1_780_272_000_000;
export const day = 86_400_000;
export type System = 'linux' | 'win32' | 'darwin';

export const folders: { readonly [S in System]: string } = {
  linux: '/var/counter/world',
  win32: 'C:\\Users\\counter\\AppData\\Local\\OpenCSHIS',
  darwin: '/var/counter/world',
};
export const goodLine = encodeLine({ v: 1, t: 'delivered', at: 0, id: '00' });

const files = (system: System): Recorded['files'] => {
  const at = (name: string): string => [folders[system], ...name.split('/')].join('/');
  return {
    [at('world.json')]: { text: '{}' },
    [at('sam/credential.json')]: { text: '{}' },
    [at('journal/log')]: { base64: Buffer.from(goodLine).toString('base64') },
  };
};
const pcsc = { state: 'answered', rv: 0, readers: ['CASTLES EZ100PU 0'] } as const;
const common = (system: System): Recorded => ({
  platform: system,
  files: files(system) ?? {},
  programs: { 'node --version': { out: 'v24.21.0\n' } },
  disk: { free: 10 * 1024 ** 3, of: 100 * 1024 ** 3 },
  pcsc,
  names: { '127.0.0.1': ['127.0.0.1'], 'centre.example': ['192.0.2.7'] },
  ports: { '127.0.0.1:40001': 'open', 'centre.example:443': 'open' },
  answers: {
    'http://127.0.0.1:40001/healthz': { status: 200, date: now },
    'https://centre.example/healthz': { status: 200, date: now },
  },
});
export const machines: { readonly [S in System]: Recorded } = {
  linux: common('linux'),
  win32: {
    ...common('win32'),
    env: { SystemRoot: 'C:\\Windows', SESSIONNAME: 'Console', Path: 'C:\\Windows\\System32' },
    programs: {
      'node --version': { out: 'v24.21.0\r\n' },
      'powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE': {
        out: '    目前的 AC 電源設定索引: 0x00000000\r\n    目前的 DC 電源設定索引: 0x00000384\r\n',
      },
      'powercfg /query SCHEME_CURRENT 2a737441-1930-4402-8d77-b2bebba308a3 48e6b7a6-50f5-4782-a5d4-53bb8f07e226': {
        out: '    目前的 AC 電源設定索引: 0x00000000\r\n    目前的 DC 電源設定索引: 0x00000001\r\n',
      },
    },
  },
  darwin: {
    ...common('darwin'),
    programs: {
      'node --version': { out: 'v24.21.0\n' },
      'pmset -g': { out: ' sleep                0 (sleep prevented by powerd)\n' },
    },
  },
};

export const healthyOwn: Own = {
  world: true,
  simulated: false,
  profile: '5.1',
  supervisor: 'running',
  discovery: 'running',
  version: '0.1.0',
  processes: [{ name: 'control', pid: 41, life: 'running' }],
  httpPort: 21053,
  centre: 'http://127.0.0.1:40001',
  node: 'v24.21.0',
  missing: [],
  starters: [],
  component: { on: false },
};
export const healthyStatus: Status = {
  profile: '5.1',
  simulated: false,
  now,
  sam: {
    state: 2,
    kind: 'cloud',
    online: true,
    offlineMode: 'delegated',
    certificate: { keyNo: '01', notAfter: now + 400 * day },
    delegation: { keyNo: '02', notAfter: now + day, valid: true },
    identifierKeysUntil: '1150731',
    simulated: false,
  },
  links: { centre: true, sam: true },
  journal: { waiting: 0, inDoubt: 0, undelivered: 0, refused: 0, cut: 0 },
  slots: [{ name: 'CASTLES EZ100PU 0', kind: 'pcsc', state: 'ready' }],
};

export interface Changes {
  readonly machine?: Partial<Recorded>;
  readonly own?: Partial<Own>;
  readonly status?: Partial<Status> | 'none';
}

/** A healthy machine with one thing changed; files, programs, names and the like are added to those that are there. */
export function patientOf(system: System, { machine = {}, own = {}, status = {} }: Changes = {}): Patient {
  const base = machines[system];
  const both = <K extends 'files' | 'programs' | 'names' | 'ports' | 'answers' | 'env'>(key: K) => ({
    [key]: { ...base[key], ...machine[key] },
  });
  const recorded: Recorded = {
    ...base,
    ...machine,
    ...both('files'),
    ...both('programs'),
    ...both('names'),
    ...both('ports'),
    ...both('answers'),
    ...both('env'),
  };
  return {
    machine: recordedMachine(recorded),
    folder: folders[system],
    version: '0.1.0',
    own: async () => ({ ...healthyOwn, ...own }),
    status: async () => (status === 'none' ? undefined : { ...healthyStatus, ...status }),
    now: () => now,
  };
}
