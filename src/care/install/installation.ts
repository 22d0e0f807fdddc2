/**
 * @module Where this program is installed by a package of its own: releases beside each other, and which is the current
 * one. On Linux that is the link `current`, on Windows `current.txt` (links want rights there).
 */

import {
  existsSync,
  globSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../base/failure.ts';
import { say } from '../../base/say.ts';

export interface Installation {
  /** The folder that holds `releases`. */
  readonly root: string;
  readonly version: string;
  /** `linux-x64-deb`, `win32-x64-zip`. */
  readonly platform: string;
  /** Public keys, PEM. */
  readonly keys: readonly string[];
}

/** The installation whose release lies at `folder`; fails where it came by another way (npm, a clone). */
export function installationAt(folder: string): Installation {
  try {
    const { version, platform } = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as Installation;
    const keys = globSync('keys/*.pem', { cwd: folder })
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    return { root: dirname(dirname(folder)), version, platform, keys };
  } catch (cause) {
    throw new Failure(-1, {
      kind: 'not-a-package',
      why: say({
        zh: '這個程式不是由 .deb 或 zip 套件安裝的',
        en: 'this program was not installed by a .deb or a zip',
      }),
      todo: say({
        zh: '由 npm 安裝的以 npm install opencshis 升級',
        en: 'one that npm installed is upgraded by npm install opencshis',
      }),
      cause,
    });
  }
}

const linked = (root: string): boolean => !existsSync(join(root, 'current.txt'));

export function currentOf(root: string): string | undefined {
  try {
    return linked(root)
      ? basename(readlinkSync(join(root, 'current')))
      : readFileSync(join(root, 'current.txt'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Turns to another release: at once, never to a half one. */
export function turnTo(root: string, version: string): void {
  if (!existsSync(join(root, 'releases', version, 'release.json')))
    throw new Failure(-1, {
      kind: 'no-release',
      why: say({ zh: `版本 ${version} 不在這台電腦上`, en: `the version ${version} is not on this machine` }),
    });
  const [beside, target] = linked(root)
    ? [join(root, 'current.new'), join(root, 'current')]
    : [join(root, 'current.txt.new'), join(root, 'current.txt')];
  rmSync(beside, { force: true });
  if (linked(root)) symlinkSync(`releases/${version}`, beside);
  else writeFileSync(beside, version, { flush: true });
  renameSync(beside, target);
}

const trialFile = (root: string): string => join(root, 'trial');

/** Until it has answered once, a new version is on trial: whoever starts it goes back after its second failure. */
export function beginTrial(root: string, from: string, to: string): void {
  writeFileSync(`${trialFile(root)}.new`, `${from} ${to} 0\n`, { flush: true });
  renameSync(`${trialFile(root)}.new`, trialFile(root));
}
export const endTrial = (root: string): void => rmSync(trialFile(root), { force: true });

/** Only the owner of the folder may change what is installed. */
export function checkMayInstall(root: string): void {
  const { uid } = lstatSync(root);
  if (process.platform === 'win32' || uid === process.getuid?.()) return;
  throw new Failure(-1, {
    kind: 'rights',
    why: say({ zh: '升級需要系統管理員', en: 'an upgrade needs the administrator' }),
    todo: say({ zh: '請以 sudo 執行', en: 'run it by sudo' }),
  });
}
