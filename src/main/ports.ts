/**
 * @module The table of serial ports: which device csOpenCom opens by which number. Kept in the world's folder; control
 * follows it while it runs. No port is ever opened that the table does not name, or somebody asks for.
 */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { every, Failure, type Say, type Store, say, systemClock, systemRandom } from '../base/index.ts';
import type { ControlStatus } from '../control/index.ts';
import type { Readers } from '../reader/types.ts';
import { type OpenedWorld, openWorldFolder } from './compose.ts';
import { connect } from './daemon.ts';
import { processesOf, readDiscovery } from './home.ts';
import { linePath } from './lines.ts';

const portsFile = 'ports.json';
/** Of csOpenCom's number: 0 is COM1. */
const highest = 255;
/** How soon a changed table is taken up, milliseconds. */
const lookEvery = 500;

/** What csOpenCom's number is called. */
export const comOf = (number: number): string => `COM${number + 1}`;

export interface PortRow {
  /** 0 is COM1. */
  readonly number: number;
  readonly path: string;
  /** Left out: the usual ones are tried. */
  readonly speed?: number;
}
type Table = { readonly v: 1; readonly ports: readonly PortRow[] };
type WorldOf = Pick<OpenedWorld, 'folder' | 'store' | 'file'>;

/** Does something about the ports of a world, whether it runs or not. */
export async function inWorld<T>(folder: string, work: (world: WorldOf) => T | Promise<T>): Promise<T> {
  const world = await openWorldFolder(folder);
  try {
    return await work(world);
  } finally {
    world.store.close();
  }
}

export function readPorts(store: Store): readonly PortRow[] {
  const bytes = store.read(portsFile);
  if (bytes === undefined) return [];
  const { v, ports } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Table;
  if (v !== 1)
    throw new Failure(-1, {
      kind: 'newer-format',
      why: say({ zh: 'ports.json 是較新版本建立的', en: 'ports.json was made by a newer version' }),
      todo: say({ zh: '請改用建立它的版本', en: 'use the version that made it' }),
    });
  return ports;
}
function writePorts(store: Store, rows: readonly PortRow[]): void {
  const ports = [...rows].sort((one, other) => one.number - other.number);
  const table: Table = { v: 1, ports };
  store.write(portsFile, Buffer.from(`${JSON.stringify(table, null, 2)}\n`));
}

/** Numbers that the simulated readers of this world have. */
const simulated = (world: WorldOf): number => (world.file.profile === '3.5' ? (world.file.readers ?? 1) : 0);

/** Readers on the ports of the table; undefined in a world that has no dedicated readers. */
export async function portReaders(world: WorldOf): Promise<Readers | undefined> {
  if (world.file.profile !== '3.5') return undefined;
  const { serialReaders } = await import('../reader/serial/index.ts');
  const rows = () => readPorts(world.store).map((row) => ({ ...row, name: nameOf(row.number) }));
  const readers = serialReaders({ ports: rows(), clock: systemClock, random: systemRandom });
  const stamp = (): string => {
    const info = statSync(join(world.folder, portsFile), { bigint: true, throwIfNoEntry: false });
    return info === undefined ? '' : `${info.ino} ${info.mtimeNs} ${info.size}`;
  };
  let last = stamp();
  const stop = every(systemClock, lookEvery, () => {
    const now = stamp();
    if (now !== last) readers.use(rows());
    last = now;
  });
  return {
    ...readers,
    async close() {
      stop();
      await readers.close();
    },
  };
}
const nameOf = (number: number): string => `專屬讀卡機 ${comOf(number)} Dedicated Reader ${comOf(number)}`;

export interface ListedPort extends PortRow {
  readonly com: string;
  readonly simulated: boolean;
  /** Its device is there; of a simulated reader inside the program always. */
  readonly there: boolean;
  /** What the running control software sees there; left out where none runs. */
  readonly reader?: { readonly ready: boolean; readonly why?: Say };
  readonly usedBy?: { readonly pid: number; readonly program?: string; readonly own: boolean };
}

/** What the table says, with who uses each port; and other ports of this machine. */
export async function listPorts(
  world: WorldOf,
): Promise<{ readonly ports: readonly ListedPort[]; readonly others: readonly Omit<ListedPort, 'number' | 'com'>[] }> {
  const { candidates, holderOf } = await import('../reader/serial/index.ts');
  const ours = new Set(Object.values(processesOf(world.folder)).map(({ pid }) => pid));
  const user = (path: string): Pick<ListedPort, 'there' | 'usedBy'> => {
    const holder = holderOf(path);
    const there = /^COM\d+$/.test(path) || existsSync(path);
    if (holder === undefined) return { there };
    const { pid, program } = holder;
    return { there, usedBy: { pid, ...(program === undefined ? {} : { program }), own: ours.has(pid) } };
  };
  const seen = await seenBy(world.folder);
  const reader = (number: number): Pick<ListedPort, 'reader'> => {
    const slot = seen.find((one) => one.port === number);
    return slot ? { reader: { ready: slot.state === 'ready', ...(slot.why ? { why: slot.why } : {}) } } : {};
  };
  const inside = Array.from({ length: simulated(world) }, (_, number): ListedPort => {
    if (world.file.line !== 'serial') return { number, com: comOf(number), path: '', simulated: true, there: true };
    const path = linePath(world.folder, number);
    return { number, com: comOf(number), path, simulated: true, ...user(path), ...reader(number) };
  });
  const rows = readPorts(world.store);
  const table = rows.map(
    (row): ListedPort => ({
      ...row,
      com: comOf(row.number),
      simulated: false,
      ...user(row.path),
      ...reader(row.number),
    }),
  );
  const others = (await candidates())
    .filter((path) => !rows.some((row) => row.path === path))
    .map((path) => ({ path, simulated: false, ...user(path) }));
  return { ports: [...inside, ...table], others };
}

/** The slots of the running control software; none where it does not run. */
async function seenBy(folder: string): Promise<ControlStatus['slots']> {
  if (readDiscovery(folder) === undefined) return [];
  const client = await connect(folder);
  try {
    return (await client.op<ControlStatus>('status')).slots;
  } finally {
    client.close();
  }
}

const wrong = (why: Say): Failure => new Failure(6018, { kind: 'usage', why });

function onlyDedicated(world: WorldOf): void {
  if (world.file.profile !== '3.5')
    throw wrong(
      say({
        zh: '這個世界是晶片讀卡機 5.1：序列埠只屬於專屬讀卡機（3.5）',
        en: 'this world has chip readers (5.1): serial ports belong to dedicated readers (3.5)',
      }),
    );
}

/** Gives a number to a device, or takes it away. */
export function setPort(world: WorldOf, number: number, row: Omit<PortRow, 'number'> | undefined): readonly PortRow[] {
  onlyDedicated(world);
  if (!Number.isInteger(number) || number < 0 || number > highest)
    throw wrong(say({ zh: `號碼是 0 到 ${highest}`, en: `a number is 0 to ${highest}` }));
  if (number < simulated(world))
    throw wrong(
      say({
        zh: `${comOf(number)} 是這個世界的模擬讀卡機；請用 ${simulated(world)} 以上的號碼`,
        en: `${comOf(number)} is the simulated reader of this world; use a number from ${simulated(world)}`,
      }),
    );
  const others = readPorts(world.store).filter((one) => one.number !== number);
  if (row !== undefined) {
    if (!/^(\/|COM\d+$)/.test(row.path) || row.path.length > 200)
      throw wrong(
        say({ zh: '裝置是 /dev/ttyUSB0 或 COM3 這樣的名稱', en: 'a device is a name such as /dev/ttyUSB0 or COM3' }),
      );
    const same = others.find((one) => one.path === row.path);
    if (same)
      throw wrong(
        say({ zh: `${row.path} 已經是 ${comOf(same.number)}`, en: `${row.path} is ${comOf(same.number)} already` }),
      );
  }
  writePorts(world.store, row === undefined ? others : [...others, { number, ...row }]);
  return readPorts(world.store);
}

export interface AskedPort {
  readonly path: string;
  readonly found: boolean;
  readonly speed?: number;
  readonly why?: Say;
  /** The number that it has now. */
  readonly number?: number;
}

/** Asks ports whether a reader is there, those given or all; who is found gets the next free number, unless it has one. */
export async function findPorts(
  world: WorldOf,
  paths: readonly string[],
  asking: (path: string) => void = () => undefined,
): Promise<readonly AskedPort[]> {
  onlyDedicated(world);
  const { askPort, candidates } = await import('../reader/serial/index.ts');
  const asked: AskedPort[] = [];
  for (const path of paths.length > 0 ? paths : await candidates()) {
    asking(path);
    const { found, speed, why } = await askPort(path, systemClock, systemRandom);
    const rows = readPorts(world.store);
    let number = rows.find((row) => row.path === path)?.number;
    if (found && number === undefined) {
      number = simulated(world);
      while (rows.some((row) => row.number === number)) number += 1;
      setPort(world, number, { path });
    }
    asked.push({
      path,
      found,
      ...(speed === undefined ? {} : { speed }),
      ...(why ? { why } : {}),
      ...(number === undefined ? {} : { number }),
    });
  }
  return asked;
}
