/**
 * @module One recorded machine at least for each finding of the doctor: a healthy one with one thing wrong. Long: one table.
 * Return values, outputs and paths of Linux are as a Debian gives them; those of Windows and macOS were put together by us from
 * documents, and never seen.
 */

import { crc32 } from 'node:zlib';
import { madePe } from '../support/made-pe.ts';
import { type Changes, day, folders, healthyStatus, now, type System } from './healthy.ts';

export interface Case extends Changes {
  /** What must be found, and nothing else. */
  readonly finds: readonly string[];
  readonly title: string;
  readonly system?: System;
}
const world = folders.linux;
const inWorld = (name: string): string => `${world}/${name}`;
const readers = (rv: number, names: readonly string[] = []): Changes => ({
  machine: { pcsc: { state: 'answered', rv, readers: names } },
});
const sam = (changes: Partial<typeof healthyStatus.sam>): Changes => ({
  status: { sam: { ...healthyStatus.sam, ...changes } },
});
const journal = (changes: Partial<typeof healthyStatus.journal>): Changes => ({
  status: { journal: { ...healthyStatus.journal, ...changes } },
});
const ccid = {
  '/sys/bus/usb/devices/1-1:1.0/bInterfaceClass': { text: '0b\n' },
  '/sys/bus/usb/devices/1-1/product': { text: 'EZ100PU\n' },
};
const installed = (values: { readonly [name: string]: string }) => ({
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{1} /32': { values },
});
const secure = { own: { centre: 'https://centre.example' } };
const powercfg = (idle: string, usb: string) => ({
  programs: {
    'powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE': {
      out: `    Current AC Power Setting Index: 0x${idle}\r\n    Current DC Power Setting Index: 0x00000384\r\n`,
    },
    'powercfg /query SCHEME_CURRENT 2a737441-1930-4402-8d77-b2bebba308a3 48e6b7a6-50f5-4782-a5d4-53bb8f07e226': {
      out: `    Current AC Power Setting Index: 0x${usb}\r\n    Current DC Power Setting Index: 0x00000001\r\n`,
    },
  },
});
const leaf = (notAfter: number, trusted = true) => ({
  own: { component: { on: true, leaf: { notAfter, trusted, touches: [inWorld('component/leaf.json')] } } },
});
const newer = '{"v":2,"t":"done","at":0}';

export const cases: readonly Case[] = [
  // program
  {
    finds: ['program.no-world'],
    title: 'no world',
    own: { world: false, supervisor: 'none', discovery: 'none' },
    status: 'none',
  },
  {
    finds: ['program.not-running'],
    title: 'not started',
    own: { supervisor: 'none', discovery: 'none' },
    status: 'none',
  },
  { finds: ['program.hangs'], title: 'the doors do not answer', status: 'none' },
  {
    finds: ['program.hangs'],
    title: 'a process was stopped',
    own: { processes: [{ name: 'control', pid: 41, life: 'stopped' }] },
  },
  { finds: ['program.hangs'], title: 'the supervisor was stopped', own: { supervisor: 'stopped' } },
  {
    finds: ['program.not-ready'],
    title: 'never ready',
    own: { discovery: 'none', processes: [{ name: 'sam', pid: 40, life: 'running' }] },
    status: 'none',
  },
  {
    finds: ['program.not-running', 'program.stale-lock', 'program.dead-discovery'],
    title: 'killed',
    own: { supervisor: 'dead', discovery: 'dead' },
    status: 'none',
  },
  { finds: ['program.old-version'], title: 'an upgrade without a restart', own: { version: '0.0.9' } },
  {
    finds: ['program.several'],
    title: 'two worlds',
    machine: {
      processes: [
        {
          pid: 77,
          name: 'node',
          args: ['/usr/bin/node', '/opt/opencshis/dist/main/background.js', '/var/counter/other'],
        },
      ],
      files: { '/var/counter/other/world.json': { text: '{}' } },
    },
  },
  {
    finds: ['program.old-node'],
    title: "Debian's own Node",
    machine: { programs: { 'node --version': { out: 'v18.19.0\n' } } },
  },
  {
    finds: ['program.missing-files'],
    title: 'a file was taken away',
    own: { missing: ['/opt/opencshis/dist/main/sam.js'] },
  },
  {
    finds: ['program.starter-gone'],
    title: 'autostart of a program that has gone',
    own: {
      starters: [{ id: 'autostart', path: '/var/counter/a.desktop', gone: '/opt/old/bin/opencshis.cjs', right: 'x' }],
    },
  },
  // readers
  {
    finds: ['readers.switched-off'],
    title: 'OPENCSHIS_PCSC=off',
    machine: { pcsc: { state: 'switched-off', rv: 0, readers: [] } },
  },
  {
    finds: ['readers.no-library'],
    title: 'no libpcsclite',
    machine: { pcsc: { state: 'no-library', rv: -1, readers: [] } },
  },
  { finds: ['readers.no-service'], title: 'no pcscd', ...readers(0x8010001d) },
  {
    finds: ['readers.service-stopped'],
    title: 'pcscd does not run',
    machine: { pcsc: { state: 'answered', rv: 0x8010001d, readers: [] }, files: { '/usr/sbin/pcscd': { text: '' } } },
  },
  { finds: ['readers.not-permitted'], title: 'polkit refuses', ...readers(0x8010006a) },
  {
    finds: ['readers.not-permitted'],
    title: 'the socket is not for this account',
    machine: {
      pcsc: { state: 'answered', rv: 0x8010001d, readers: [] },
      files: { '/usr/sbin/pcscd': { text: '' }, '/run/pcscd/pcscd.comm': { text: '', notWritable: 'EACCES' } },
    },
  },
  {
    finds: ['readers.service-hangs'],
    title: 'pcscd hangs',
    machine: { pcsc: { state: 'late', rv: 0x8010000a, readers: [] } },
  },
  { finds: ['readers.service-trouble'], title: 'another error', ...readers(0x80100013) },
  { finds: ['readers.windows-stopped'], title: 'SCardSvr does not run', system: 'win32', ...readers(0x8010001d) },
  { finds: ['readers.windows-stopped'], title: 'SCardSvr was stopped', system: 'win32', ...readers(0x8010001e) },
  { finds: ['readers.none'], title: 'no reader', ...readers(0) },
  { finds: ['readers.none'], title: 'no reader', system: 'win32', ...readers(0) },
  { finds: ['readers.none'], title: 'no service', system: 'darwin', ...readers(0x8010001d) },
  {
    finds: ['readers.no-driver'],
    title: 'a CCID device without libccid',
    machine: { pcsc: { state: 'answered', rv: 0, readers: [] }, files: ccid },
  },
  {
    finds: ['readers.not-real'],
    title: 'Windows Hello alone',
    system: 'win32',
    ...readers(0, ['Windows Hello for Business 1']),
  },
  {
    finds: ['readers.hanging'],
    title: 'a reader that hangs',
    status: { slots: [{ name: 'CASTLES EZ100PU 0', kind: 'pcsc', state: 'hanging' }] },
  },
  // module
  {
    finds: ['module.missing'],
    title: 'the credential is gone',
    machine: { files: { [inWorld('sam/credential.json')]: undefined as never } },
  },
  {
    finds: ['module.not-verified'],
    title: 'not verified',
    ...sam({
      state: 1,
      delegation: undefined as never,
      lastFailure: { code: 4061, at: now, meaning: { zh: '', en: '' }, todo: { zh: '', en: '' } },
    }),
  },
  { finds: ['module.no-card'], title: 'the card is out', ...sam({ kind: 'card', state: 0 }) },
  {
    finds: ['module.certificate-ending'],
    title: 'ten days left',
    ...sam({ certificate: { keyNo: '01', notAfter: now + 10 * day } }),
  },
  { finds: ['module.certificate-ended'], title: 'ended', ...sam({ certificate: { keyNo: '01', notAfter: now - 1 } }) },
  {
    finds: ['module.delegation-ending'],
    title: 'not renewed',
    ...sam({ delegation: { keyNo: '02', notAfter: now + 3 * 3_600_000, valid: true } }),
  },
  { finds: ['module.keys-ending'], title: 'three days left', ...sam({ identifierKeysUntil: '1150604' }) },
  // network
  { finds: ['network.name'], title: 'no name', own: { centre: 'https://nowhere.example' } },
  {
    finds: ['network.tcp'],
    title: 'silent',
    own: secure.own,
    machine: { ports: { 'centre.example:443': 'silent' } },
  },
  { finds: ['network.tcp'], title: 'refused', system: 'win32', machine: { ports: { '127.0.0.1:40001': 'refused' } } },
  {
    finds: ['network.tls'],
    title: 'a firewall that looks in',
    own: secure.own,
    machine: { certificates: { 'centre.example:443': 'SELF_SIGNED_CERT_IN_CHAIN' } },
  },
  {
    finds: ['network.centre'],
    title: 'a proxy answers',
    own: secure.own,
    machine: { answers: { 'https://centre.example/healthz': { status: 503 } } },
  },
  { finds: ['network.cut'], title: 'switched off', status: { links: { centre: false, sam: false } } },
  { finds: ['network.proxy'], title: 'a proxy', machine: { env: { HTTPS_PROXY: 'http://proxy.example:3128' } } },
  // clock
  {
    finds: ['clock.off'],
    title: 'an hour ahead',
    machine: { answers: { 'http://127.0.0.1:40001/healthz': { status: 200, date: now - 3_600_000 } } },
  },
  {
    finds: ['clock.off'],
    title: 'ten minutes behind',
    system: 'win32',
    machine: { answers: { 'http://127.0.0.1:40001/healthz': { status: 200, date: now + 600_000 } } },
  },
  { finds: ['clock.zone'], title: 'UTC', machine: { timeZone: 'UTC', zoneOffset: 0 } },
  { finds: ['clock.zone'], title: 'Tokyo', system: 'darwin', machine: { timeZone: 'Asia/Tokyo', zoneOffset: 540 } },
  // ports
  {
    finds: ['ports.taken'],
    title: 'another program has our port',
    machine: { listeners: [{ address: '127.0.0.1', port: 21053, pid: 9, program: 'nginx' }] },
  },
  // neighbours
  {
    finds: ['neighbours.here'],
    title: 'the web component',
    system: 'win32',
    machine: { listeners: [{ address: '0.0.0.0', port: 7777, pid: 9, program: 'mLNHIICC' }] },
  },
  {
    finds: ['neighbours.here'],
    title: "the web component's unit",
    machine: { files: { '/etc/systemd/system/NHIICC.service': { text: '' } } },
  },
  {
    finds: ['neighbours.old'],
    title: '5.1.5.1',
    system: 'win32',
    machine: {
      registry: installed({
        DisplayName: '健保卡讀卡機控制軟體(PCSC)',
        DisplayVersion: '5.1.51',
        UninstallString: 'MsiExec.exe /X{1}',
      }),
    },
  },
  {
    finds: ['neighbours.beside'],
    title: 'the official console',
    system: 'win32',
    machine: { processes: [{ pid: 9, name: 'csfsim', path: 'C:\\NHI\\BIN\\csfsim.exe' }] },
  },
  {
    finds: ['neighbours.conflict'],
    title: '健保讀卡控制',
    system: 'win32',
    machine: { registry: installed({ DisplayName: '健保讀卡控制', UninstallString: '"C:\\unins000.exe"' }) },
  },
  {
    finds: ['neighbours.leftover'],
    title: 'the line of the web component in the hosts file',
    machine: { files: { '/etc/hosts': { text: '127.0.0.1 localhost\n127.0.0.1 iccert.nhi.gov.tw\n' } } },
  },
  {
    finds: ['neighbours.module-file'],
    title: 'a module file without its software',
    system: 'win32',
    machine: { files: { 'C:\\NHI\\SAM\\COMX1\\0000000000000000000000.SAM': { text: '' } } },
  },
  // disk
  { finds: ['disk.full'], title: 'full', machine: { disk: { free: 5 * 1024 ** 2, of: 1024 ** 3 } } },
  { finds: ['disk.full'], title: 'full', system: 'win32', machine: { disk: { free: 5 * 1024 ** 2, of: 1024 ** 3 } } },
  {
    finds: ['disk.read-only'],
    title: 'read-only',
    machine: { files: { [world]: { folder: true, notWritable: 'EROFS' } } },
  },
  {
    finds: ['disk.not-writable'],
    title: 'not ours to write',
    machine: { files: { [world]: { folder: true, notWritable: 'EACCES' } } },
  },
  {
    finds: ['disk.owner'],
    title: 'run as root once',
    machine: { files: { [inWorld('journal/past-1')]: { text: '', uid: 0 } } },
  },
  {
    finds: ['disk.modes'],
    title: 'open to all',
    machine: { files: { [inWorld('origins.json')]: { text: '', mode: 0o644 } } },
  },
  // journal
  { finds: ['journal.waiting'], title: 'waiting', ...journal({ waiting: 3 }) },
  { finds: ['journal.refused'], title: 'refused', ...journal({ refused: 1 }) },
  { finds: ['journal.in-doubt'], title: 'in doubt', ...journal({ inDoubt: 1 }) },
  { finds: ['journal.cut'], title: 'cut', ...journal({ cut: 17 }) },
  {
    finds: ['journal.newer'],
    title: 'a newer format',
    machine: { files: { [inWorld('journal/log')]: { text: lineOf(newer) } } },
  },
  {
    finds: ['journal.unreadable'],
    title: 'damaged',
    machine: { files: { [inWorld('journal/log')]: { text: 'zzz\n' } } },
  },
  // library
  {
    finds: ['library.found'],
    title: 'one',
    machine: { files: { '/usr/local/lib/libcshis.so': { size: 7, text: '' } } },
  },
  {
    finds: ['library.several'],
    title: 'two that differ',
    machine: {
      files: {
        '/usr/local/lib/libcshis.so': { text: 'one' },
        '/usr/lib/libcshis.so': { text: 'other' },
      },
    },
  },
  {
    finds: ['library.other-console'],
    title: 'the official library, and our control software runs',
    system: 'win32',
    machine: { files: { 'C:\\NHI\\LIB\\CSHIS.dll': { base64: madePe({ version: [5, 1, 5, 3] }).toString('base64') } } },
  },
  // session
  { finds: ['session.remote-desktop'], title: 'RDP', system: 'win32', machine: { env: { SESSIONNAME: 'RDP-Tcp#3' } } },
  {
    finds: ['session.remote-desktop'],
    title: 'Citrix',
    system: 'win32',
    machine: { env: { SESSIONNAME: 'ICA-tcp#1' } },
  },
  { finds: ['session.remote-desktop'], title: 'xrdp', machine: { env: { XRDP_SESSION: '1' } } },
  { finds: ['session.ssh'], title: 'ssh', machine: { env: { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' } } },
  {
    finds: ['session.sleep'],
    title: 'logind',
    machine: { files: { '/etc/systemd/logind.conf': { text: '[Login]\nIdleAction=suspend\nIdleActionSec=20min\n' } } },
  },
  { finds: ['session.sleep'], title: 'powercfg', system: 'win32', machine: powercfg('00000708', '00000000') },
  {
    finds: ['session.sleep'],
    title: 'pmset',
    system: 'darwin',
    machine: { programs: { 'pmset -g': { out: ' sleep                10\n' } } },
  },
  { finds: ['session.usb-sleep'], title: 'powercfg', system: 'win32', machine: powercfg('00000000', '00000001') },
  {
    finds: ['session.usb-sleep'],
    title: 'autosuspend',
    machine: { files: { ...ccid, '/sys/bus/usb/devices/1-1/power/control': { text: 'auto\n' } } },
  },
  // browser
  { finds: ['browser.leaf-ended'], title: 'ended', ...leaf(now - 1) },
  { finds: ['browser.leaf-ending'], title: 'ending', ...leaf(now + 3 * day) },
  { finds: ['browser.leaf-not-trusted'], title: 'not trusted', ...leaf(now + 80 * day, false) },
  {
    finds: ['browser.policy'],
    title: 'a policy',
    machine: {
      files: { '/etc/opt/chrome/policies/managed/lna.json': { text: '{"LocalNetworkAccessBlockedForUrls":["*"]}' } },
    },
  },
  {
    finds: ['browser.policy'],
    title: 'a policy',
    system: 'win32',
    machine: {
      registry: {
        'HKLM\\SOFTWARE\\Policies\\Google\\Chrome\\LocalNetworkAccessBlockedForUrls': { values: { '1': '*' } },
      },
    },
  },
];

function lineOf(json: string): string {
  return `${crc32(Buffer.from(json)).toString(16).padStart(8, '0')} ${json}\n`;
}
