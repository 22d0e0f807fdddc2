/** @module The world a test file runs in: a home, cache and temporary folder of its own, nothing of the user's. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Workplace {
  /** Everything that the run writes: `output.log`, and one folder a file. Short, as Unix socket paths are limited. */
  readonly folder: string;
  /** The variables common to all files. */
  readonly env: Readonly<Record<string, string>>;
}

/** Named in the environment of every process that a test file starts, so that what it leaves running is found. */
export const MARK = 'OPENCSHIS_TEST_FILE';

const dropped = /^(OPENCSHIS_|XDG_|NODE_TEST_CONTEXT$|FORCE_COLOR$|NODE_COMPILE_CACHE$)/;

/** The npm cache is read, never the user's world: a new home would mean to download every package again. */
function npmCache(): string {
  if (process.env.npm_config_cache) return process.env.npm_config_cache;
  const asked = spawnSync('npm', ['config', 'get', 'cache'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return asked.stdout?.trim() ?? '';
}

export function openWorkplace(options: { soak: boolean }): Workplace {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'ocs-'));
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !dropped.test(name)) env[name] = value;
  }
  env.PATH = `${path.dirname(process.execPath)}${path.delimiter}${env.PATH ?? ''}`;
  env.NO_COLOR = '1';
  // Neither icons nor windows on the desktop of who runs the tests.
  env.OPENCSHIS_DESKTOP = 'off';
  env.NODE_COMPILE_CACHE = path.join(folder, 'compile');
  env.OPENCSHIS_TEST_OUTPUT = folder;
  const cache = npmCache();
  if (cache) env.npm_config_cache = cache;
  if (options.soak) env.OPENCSHIS_SOAK = '1';
  return { folder, env };
}

/** The environment of one file, its folders made. */
export function environmentOf(workplace: Workplace, name: string): Record<string, string> {
  const home = path.join(workplace.folder, name);
  const folders = {
    HOME: home,
    USERPROFILE: home,
    APPDATA: path.join(home, 'appdata'),
    LOCALAPPDATA: path.join(home, 'local'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_STATE_HOME: path.join(home, 'state'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    TMPDIR: path.join(home, 't'),
    TEMP: path.join(home, 't'),
    TMP: path.join(home, 't'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { ...workplace.env, ...folders, [MARK]: home };
}
