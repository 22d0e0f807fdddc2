/** @module Where a world lives: OPENCSHIS_HOME, else the user's state folder; and its discovery file. */

import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure, type Holder, isAlive, say } from '../base/index.ts';
import type { Profile, Role } from '../catalogue/schema.ts';

/** Where the machine's own service keeps its world; the library of a HIS looks there, too. */
export const machineFolder = '/var/lib/opencshis';

export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.OPENCSHIS_HOME) return resolve(env.OPENCSHIS_HOME);
  const own = userFolder(env);
  // A user without a world of one's own uses the machine's, where its service runs and lets him.
  if (process.platform === 'linux' && !existsSync(join(own, 'world.json')) && isReadable(machineFolder))
    return machineFolder;
  return own;
}
function isReadable(folder: string): boolean {
  try {
    readFileSync(join(folder, discoveryFile));
    return true;
  } catch {
    return false;
  }
}

function userFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'OpenCSHIS');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OpenCSHIS');
  return join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'opencshis');
}

export const lockFile = 'run/lock';
/** Digests of the open consoles' tokens. */
export const consolesFile = 'run/consoles.json';
/** The key by which web pages know this control software again. */
export const identityFile = 'identity.json';
/** Web origins that an operator has let in. */
export const originsFile = 'origins.json';
export const discoveryFile = 'run/discovery.json';
export const processesFile = 'run/processes.json';
export const centreFile = 'run/centre.json';
/** Leads a browser on to the console, by its one-use link. */
export const openFile = 'run/open.html';

/** Where the simulated VPN site of a world answers; undefined where it never did. */
export function vpnSiteUrl(folder: string): string | undefined {
  try {
    const { site } = JSON.parse(readFileSync(join(folder, centreFile), 'utf8')) as { readonly site?: number };
    return site === undefined ? undefined : `http://127.0.0.1:${site}`;
  } catch {
    return undefined;
  }
}

/** How local programs find the running control software. Readable by its own user only. */
export interface Discovery extends Holder {
  readonly v: 1;
  readonly native: string;
  /** The native door's second face, for Windows programs. */
  readonly tcp?: { readonly host: string; readonly port: number };
  readonly url: string;
  readonly tokens: { readonly [R in Role]?: string };
  readonly profile: Profile;
  readonly version: string;
  readonly world: string;
  readonly simulated: boolean;
}

/** The discovery file of a running world; undefined when none runs. Fails when the file is not its user's own. */
export function readDiscovery(folder: string): Discovery | undefined {
  const path = join(folder, discoveryFile);
  let discovery: Discovery;
  try {
    if (process.platform !== 'win32' && !isOurs(folder, path)) {
      throw new Failure(-1, {
        kind: 'discovery-owner',
        why: say({
          zh: '探索檔不屬於目前使用者，或別人可以讀取',
          en: 'the discovery file is not this user’s own, or others may read it',
        }),
        todo: say({ zh: '請檢查檔案的擁有者與權限（0600）', en: 'check its owner and permissions (0600)' }),
      });
    }
    discovery = JSON.parse(readFileSync(path, 'utf8')) as Discovery;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return undefined;
  }
  return isAlive(discovery) ? discovery : undefined;
}

/** What the machine's service lets its group see, with the modes that it gives; all else in its folder is its own. */
export const sharedModes = (folder: string): { readonly [path: string]: number } => ({
  [folder]: 0o750,
  [join(folder, 'run')]: 0o750,
  [join(folder, discoveryFile)]: 0o640,
});

/** The user's own and nobody else's; the machine's is its service's, and the service's group may read it. */
export function isOurs(folder: string, path: string): boolean {
  const info = statSync(path);
  if ((info.mode & 0o077) === 0 && info.uid === process.getuid?.()) return true;
  // Only root makes a folder in /var/lib: whoever owns it is who root gave it to.
  const place = lstatSync(folder);
  return (
    resolve(folder) === machineFolder &&
    place.isDirectory() &&
    (info.uid === place.uid || info.uid === 0) &&
    (info.mode & 0o027) === 0
  );
}

/** A process as its supervisor noted it: how often it was started again, and how often of these because it hung. */
export interface NotedProcess extends Holder {
  readonly restarts?: number;
  readonly hung?: number;
}

/** All that the supervisor noted, also of processes that are gone. */
export function notedProcesses(folder: string): { readonly [name: string]: NotedProcess } {
  try {
    return JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { readonly [name: string]: NotedProcess };
  } catch {
    return {};
  }
}

/** The processes of a running world by name, as its supervisor noted them, as far as they are alive. */
export function processesOf(folder: string): { readonly [name: string]: Holder } {
  const noted = notedProcesses(folder);
  return Object.fromEntries(Object.entries(noted).filter(([, holder]) => isAlive(holder)));
}
