/** @module The mail and the bundle of this machine: gathers what they are made from, from the running program or without it. */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { Failure, type Store, say, systemClock } from '../base/index.ts';
import {
  bundleOf,
  checkBundle,
  checks,
  examine,
  type Facts,
  filledItems,
  findNeighbours,
  type Given,
  keepGiven,
  type Machine,
  mailOf,
  portsOfOwn,
  readerItems,
  readGiven,
  type Status,
  type ZipEntry,
  zip,
} from '../care/index.ts';
import type { SupportAnswer, SupportControl } from '../doors/index.ts';
import { logFile } from './daemon.ts';
import { readDiscovery } from './home.ts';
import { patientHere } from './patient.ts';
import { version } from './version.ts';

/** What the running control software knows; each may fail where none runs. */
export interface Sources {
  status(): Promise<Status & { readonly sam: { readonly identity?: { readonly hospId: string } } }>;
  trace(): Promise<Facts['trace']>;
  journal(): Promise<Facts['journal']>;
}

/** Bundles that were shown and may still be taken. */
const shownAtOnce = 4;
const logTail = 64 * 1024;

export function composeSupport(
  folder: string,
  machine: () => Machine,
  store: Pick<Store, 'read' | 'write'>,
  sources: Sources,
): SupportControl {
  const shown = new Map<string, readonly ZipEntry[]>();
  const mail = async (status: Awaited<ReturnType<Sources['status']>> | undefined, here: Machine) => {
    const filled = filledItems(readGiven(store), await foundItems(here, status));
    return {
      items: filled,
      missing: filled.filter(({ from }) => from === 'missing').map(({ id }) => id),
      mail: mailOf(filled),
    };
  };
  const files = async (here: Machine): Promise<readonly ZipEntry[]> => {
    const made = bundleOf(await factsOf(folder, here, sources));
    checkBundle(made, Object.values(quietly(() => readDiscovery(folder)?.tokens) ?? {}));
    return made;
  };
  const answer = async (): Promise<SupportAnswer> => {
    const here = machine();
    const [said, made] = await Promise.all([
      sources.status().then(
        (status) => mail(status, here),
        () => mail(undefined, here),
      ),
      files(here),
    ]);
    const id = createHash('sha256').update(zip(made)).digest('hex').slice(0, 16);
    shown.delete(id);
    shown.set(id, made);
    for (const old of [...shown.keys()].slice(0, -shownAtOnce)) shown.delete(old);
    return {
      ...said,
      bundle: {
        id,
        files: made.map(({ name, bytes }) => ({
          name,
          size: bytes.length,
          text: Buffer.from(bytes).toString('utf8'),
        })),
      },
    };
  };
  return {
    answer,
    async set(given) {
      keepGiven(store, given);
      return mail(await sources.status().catch(() => undefined), machine());
    },
    async bundle(id) {
      const made = shown.get(id);
      if (made === undefined)
        throw new Failure(-1, {
          kind: 'bundle-gone',
          why: say({ zh: '這份回報檔已不在，或沒有看過', en: 'this bundle has gone, or was never shown' }),
          todo: say({ zh: '請重新檢視一次', en: 'look at it once more' }),
        });
      return zip(made);
    },
  };
}

async function foundItems(
  machine: Machine,
  status: Awaited<ReturnType<Sources['status']>> | undefined,
): Promise<Given> {
  const [official, pcsc] = await Promise.all([
    findNeighbours(machine).then((all) =>
      all.find(({ id, version: known }) => known && (id === 'cloud' || id === 'dedicated')),
    ),
    status === undefined ? machine.pcsc() : undefined,
  ]);
  const as =
    status === undefined
      ? ''
      : `（${status.profile === '3.5' ? '3.5.3.0' : '5.1.5.3'} 版介面${status.simulated ? '，模擬' : ''}）`;
  const hospId = status?.sam.identity?.hospId;
  return {
    version: `OpenCSHIS ${version}${as}${official ? `；${official.name.zh} ${official.version}` : ''}`,
    ...readerItems(status?.slots, pcsc?.readers ?? []),
    ...(hospId ? { hospId } : {}),
  };
}

async function factsOf(folder: string, machine: Machine, sources: Sources): Promise<Facts> {
  const status = sources.status().catch(() => undefined);
  const patient = patientHere(folder, machine, () => sources.status());
  const own = await patient.own();
  const [answered, examined, neighbours, trace, journal] = await Promise.all([
    status,
    examine(patient, checks, systemClock),
    findNeighbours(machine, portsOfOwn(own)),
    sources.trace().catch(() => []),
    sources.journal().catch(() => []),
  ]);
  return {
    at: systemClock.now(),
    version,
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    release: release(),
    own,
    ...(answered ? { status: answered } : {}),
    examined,
    neighbours,
    trace,
    journal,
    log: quietly(() => endOf(join(folder, logFile))) ?? '',
    folders: foldersOf(folder),
  };
}

function endOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, logTail));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}

function foldersOf(folder: string): Facts['folders'] {
  const names = quietly(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  const count = (path: string, name: string) => {
    const sizes = (quietly(() => readdirSync(path)) ?? []).flatMap((one) => {
      const facts = quietly(() => statSync(join(path, one)));
      return facts?.isFile() ? [facts.size] : [];
    });
    return { name, files: sizes.length, bytes: sizes.reduce((sum, one) => sum + one, 0) };
  };
  return [
    count(folder, '.'),
    ...names.filter((one) => one.isDirectory()).map(({ name }) => count(join(folder, name), name)),
  ];
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
