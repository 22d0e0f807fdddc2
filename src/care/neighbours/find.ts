/**
 * @module Which other card software a machine has, by all the signs of it: the list of installed programs (both views of the
 * registry), services, processes, files, lines in the list of hosts, ports.
 */

import type { Say } from '../../base/index.ts';
import { type CardSoftware, cardSoftware } from '../../catalogue/index.ts';
import { type Machine, type RegistryKey, textOf } from '../machine.ts';
import type { Own } from '../own.ts';
import { compareVersions, versionOf } from './versions.ts';
import { programsOfWine } from './wine.ts';

export type SignKind = 'registered' | 'service' | 'process' | 'file' | 'host' | 'port';
export interface Sign {
  readonly kind: SignKind;
  readonly what: string;
}
export interface Neighbour {
  readonly id: string;
  readonly name: Say;
  /** As people say it: 5.1.53 is 5.1.5.3. */
  readonly version?: string;
  /** What the list of installed programs calls it. */
  readonly registered?: string;
  readonly signs: readonly Sign[];
  /** A process or a port of it was seen. */
  readonly running: boolean;
  /** Nothing but what an uninstaller left behind. */
  readonly leftover: boolean;
  /** The command that removes it, as its own installer wrote it down: to be copied, never run by us. */
  readonly uninstall?: string;
  /** Who is here and may not be beside it, `opencshis` among them. */
  readonly against: readonly string[];
  /** It is older than what may stay (Q8). */
  readonly old: boolean;
}

interface Installed {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly uninstall: string;
}

/** @param own ports that our own program serves: they are no sign of another. */
export async function findNeighbours(machine: Machine, own: readonly number[] = []): Promise<readonly Neighbour[]> {
  const installed = await installedPrograms(machine);
  const found = await Promise.all(cardSoftware.map((one) => findOne(machine, one, installed, own)));
  const here = found.filter((one) => one !== undefined);
  const ids = new Set(['opencshis', ...here.filter((one) => !one.leftover).map(({ id }) => id)]);
  return here.map((one) => ({
    ...one,
    against: one.leftover ? [] : enemiesOf(one.id).filter((id) => ids.has(id)),
  }));
}

/** Said on one side, it holds on both. */
const enemiesOf = (id: string): readonly string[] => [
  ...new Set([
    ...(cardSoftware.find((one) => one.id === id)?.against ?? []),
    ...cardSoftware.filter(({ against }) => against.includes(id)).map((one) => one.id),
  ]),
];

async function findOne(
  machine: Machine,
  one: CardSoftware,
  installed: readonly Installed[],
  own: readonly number[],
): Promise<Neighbour | undefined> {
  const entries = installed.filter((each) => isRegisteredAs(one, each));
  const entry = entries.find((each) => isOld(one, each)) ?? entries[0];
  const lists = await Promise.all([
    services(machine, one),
    processes(machine, one),
    files(machine, one),
    hosts(machine, one),
    ports(machine, one, own),
  ]);
  const signs = [...(entry ? [{ kind: 'registered' as const, what: entry.name }] : []), ...lists.flat()];
  if (signs.length === 0) return undefined;
  const version = entry?.version ? versionOf(entry.version) : undefined;
  return {
    id: one.id,
    name: one.name,
    ...(version ? { version } : {}),
    ...(entry ? { registered: entry.name } : {}),
    signs,
    running: signs.some(({ kind }) => kind === 'process' || kind === 'port'),
    leftover: signs.every(({ kind }) => kind === 'file' || kind === 'host'),
    ...uninstallOf(machine, one, entry),
    against: one.against,
    old: entry !== undefined && isOld(one, entry),
  };
}

const isOld = ({ since }: CardSoftware, { version }: Installed): boolean =>
  version !== '' && since !== undefined && compareVersions(versionOf(version), since) < 0;

const isRegisteredAs = ({ registered = [] }: CardSoftware, entry: Installed): boolean =>
  registered.some(
    ({ name, publisher, version }) =>
      name.test(entry.name) && (publisher?.test(entry.publisher) ?? true) && (version?.test(entry.version) ?? true),
  );

const uninstallKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** Both views and both hives: a 32-bit installer writes where a 64-bit program does not look by itself. On Linux, Wine's. */
export async function installedPrograms(machine: Machine): Promise<readonly Installed[]> {
  if (machine.platform === 'linux')
    return (await programsOfWine(machine)).map(({ prefix, key, values }) => ({
      ...installedOf(values),
      uninstall: `WINEPREFIX=${quoted(prefix)} wine uninstaller --remove ${quoted(key)}`,
    }));
  if (machine.platform !== 'win32') return [];
  const places = [
    ['HKLM', 64],
    ['HKLM', 32],
    ['HKCU', 64],
  ] as const;
  const lists = await Promise.all(
    places.map(async ([hive, view]) => Object.values(await machine.registryBelow(`${hive}\\${uninstallKey}`, view))),
  );
  return lists.flat().map(({ values }) => ({ ...installedOf(values), uninstall: values.UninstallString ?? '' }));
}
const installedOf = (values: { readonly [name: string]: string }): Omit<Installed, 'uninstall'> => ({
  name: values.DisplayName ?? '',
  publisher: values.Publisher ?? '',
  version: values.DisplayVersion ?? '',
});
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

async function services({ platform, ...machine }: Machine, { services: known = {} }: CardSoftware): Promise<Sign[]> {
  const sign = (what: string): Sign => ({ kind: 'service', what });
  if (platform === 'win32') {
    const keys = await Promise.all(
      (known.windows ?? []).map(
        async (name): Promise<[string, RegistryKey | undefined]> => [
          name,
          await machine.registry(`HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`),
        ],
      ),
    );
    return keys.filter(([, key]) => key !== undefined).map(([name]) => sign(name));
  }
  if (platform === 'linux' && known.linux !== undefined) {
    const units = unitFolders.map((folder) => `${folder}/${known.linux}`);
    const there = await Promise.all(units.map((unit) => machine.file(unit)));
    // /lib is /usr/lib on most systems: one unit is one sign.
    return units
      .filter((_unit, at) => there[at] !== undefined)
      .slice(0, 1)
      .map(sign);
  }
  if (platform === 'darwin' && known.mac !== undefined) {
    const lists = await Promise.all(
      launchFolders.map(async (folder) =>
        (await machine.list(folder))
          .filter((name) => name.startsWith(known.mac ?? ''))
          .map((name) => `${folder}/${name}`),
      ),
    );
    return lists.flat().map(sign);
  }
  return [];
}
const unitFolders = [
  '/etc/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];
const launchFolders = ['/Library/LaunchDaemons', '/Library/LaunchAgents'];

async function processes(machine: Machine, { processes: known = [] }: CardSoftware): Promise<Sign[]> {
  if (known.length === 0) return [];
  return (await machine.processes())
    .filter(({ name, path }) => known.some((one) => one.test(name)) && !isOurs(path))
    .map(({ name, pid }) => ({ kind: 'process', what: `${name} (${pid})` }));
}
/** A starter of ours goes by an old name (`csfsim`). */
const isOurs = (path = ''): boolean => /[\\/]opencshis[\\/]/i.test(path);

async function files({ platform, ...machine }: Machine, { files: known = {} }: CardSoftware): Promise<Sign[]> {
  const paths = (platform === 'win32' ? known.windows : platform === 'darwin' ? known.mac : known.linux) ?? [];
  const there = await Promise.all(paths.map((path) => machine.file(path)));
  return paths.filter((_path, at) => there[at] !== undefined).map((what) => ({ kind: 'file', what }));
}

async function hosts(machine: Machine, { host }: CardSoftware): Promise<Sign[]> {
  if (host === undefined) return [];
  const path =
    machine.platform === 'win32'
      ? `${machine.env.SystemRoot ?? 'C:\\Windows'}\\System32\\drivers\\etc\\hosts`
      : '/etc/hosts';
  const lines = ((await textOf(machine, path)) ?? '').split('\n').map((line) => line.replace(/#.*/, '').trim());
  return lines.some((line) => line.split(/\s+/).slice(1).includes(host)) ? [{ kind: 'host', what: host }] : [];
}

async function ports(machine: Machine, { ports: known = [] }: CardSoftware, own: readonly number[]): Promise<Sign[]> {
  if (known.length === 0) return [];
  const listening = await machine.listeners();
  return known
    .filter(({ port }) => !own.includes(port))
    .flatMap(({ port }): Sign[] => {
      const one = listening.find((each) => each.port === port);
      return one ? [{ kind: 'port', what: one.program ? `${port} [${one.program}]` : String(port) }] : [];
    });
}

function uninstallOf({ platform }: Machine, one: CardSoftware, entry: Installed | undefined): { uninstall?: string } {
  if (entry?.uninstall) return { uninstall: msiToRemove(entry.uninstall) };
  if (platform === 'linux' && one.services?.linux !== undefined)
    return { uninstall: `sudo systemctl disable --now ${one.services.linux}` };
  if (platform === 'darwin' && one.services?.mac !== undefined)
    return { uninstall: `sudo launchctl bootout system/${one.services.mac}` };
  return {};
}

/** An MSI often registers its change dialogue (`/I`) where its removal (`/X`) is meant. */
const msiToRemove = (command: string): string => command.replace(/^(msiexec(?:\.exe)?\s+)\/I(?=\s*\{)/i, '$1/X');

/** Where our own face of the web component answers. */
export const portsOfOwn = ({ supervisor, component }: Pick<Own, 'supervisor' | 'component'>): readonly number[] =>
  component.on && supervisor === 'running'
    ? (cardSoftware.find(({ id }) => id === 'nhiicc')?.ports ?? []).map(({ port }) => port)
    : [];

/** Whether the console of the official control software runs: asked by its process alone, which is quick. */
export async function isOfficialRunning(machine: Machine): Promise<boolean> {
  const cloud = cardSoftware.find(({ id }) => id === 'cloud');
  return cloud !== undefined && (await processes(machine, cloud)).length > 0;
}
