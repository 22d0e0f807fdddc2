/**
 * @module Settings of a machine from one file, for fleets: OPENCSHIS_SETTINGS, else /etc/opencshis/settings.json, on
 * Windows %ProgramData%\OpenCSHIS\settings.json. Each stands for a variable of the environment, which comes before it.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, type Say, say } from '../base/index.ts';

type Value = string | boolean;
interface Setting {
  readonly variable: string;
  readonly about: Say;
  /** The variable's text, or undefined where the value is none. */
  readonly text: (value: unknown) => string | undefined;
}
const onOff = (value: unknown): string | undefined => (typeof value === 'boolean' ? (value ? 'on' : 'off') : undefined);

export const settings: { readonly [name: string]: Setting } = {
  home: {
    variable: 'OPENCSHIS_HOME',
    about: say({ zh: '世界的資料夾（絕對路徑）', en: "the world's folder, an absolute path" }),
    text: (value) => (typeof value === 'string' && /^([/\\]|[A-Za-z]:[/\\])/.test(value) ? value : undefined),
  },
  httpPort: {
    variable: 'OPENCSHIS_HTTP_PORT',
    about: say({ zh: '主控台的連接埠（1024-32767，0 為任意）', en: "the console's port (1024-32767, 0 is any)" }),
    text: (value) =>
      Number.isInteger(value) && (value === 0 || ((value as number) >= 1024 && (value as number) < 32768))
        ? String(value)
        : undefined,
  },
  nativeTcp: {
    variable: 'OPENCSHIS_NATIVE_TCP',
    about: say({ zh: '本機通道的 TCP（true 或 false）', en: "the native door's TCP face, true or false" }),
    text: onOff,
  },
  pcsc: {
    variable: 'OPENCSHIS_PCSC',
    about: say({ zh: '使用 PC/SC 讀卡機（true 或 false）', en: 'PC/SC readers, true or false' }),
    text: onOff,
  },
  desktop: {
    variable: 'OPENCSHIS_DESKTOP',
    about: say({ zh: '系統匣與瀏覽器（true 或 false）', en: 'tray and browser, true or false' }),
    text: onOff,
  },
  language: {
    variable: 'OPENCSHIS_LANG',
    about: say({ zh: '語言（zh 或 en）', en: 'language, zh or en' }),
    text: (value) => (value === 'zh' || value === 'en' ? value : undefined),
  },
};

export function settingsFile(env: NodeJS.ProcessEnv = process.env): string {
  if (env.OPENCSHIS_SETTINGS) return env.OPENCSHIS_SETTINGS;
  return process.platform === 'win32'
    ? join(env.ProgramData ?? 'C:\\ProgramData', 'OpenCSHIS', 'settings.json')
    : '/etc/opencshis/settings.json';
}

/** What a file says, checked as a whole; nothing where there is no file. Fails with words that name what is wrong. */
export function readSettings(file: string, mustBeThere = false): { readonly [name: string]: Value } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (!mustBeThere && (cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw wrong(file, say({ zh: '讀不到', en: 'it cannot be read' }), cause);
  }
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw wrong(file, say({ zh: '不是 JSON', en: 'it is not JSON' }), cause);
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw wrong(file, say({ zh: '不是一個物件', en: 'it is not one object' }));
  for (const [name, value] of Object.entries(found)) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (setting === undefined)
      throw wrong(
        file,
        say({
          zh: `沒有 ${name} 這個設定；有的是 ${Object.keys(settings).join('、')}`,
          en: `there is no setting ${name}; there are ${Object.keys(settings).join(', ')}`,
        }),
      );
    if (setting.text(value) === undefined)
      throw wrong(
        file,
        say({
          zh: `${name} 的值不正確：應為${setting.about.zh}`,
          en: `the value of ${name} is not right: it is ${setting.about.en}`,
        }),
      );
  }
  return found as { readonly [name: string]: Value };
}

/** Puts what the file says into the environment, where it says nothing itself; children inherit it. */
export function applySettings(env: NodeJS.ProcessEnv = process.env): void {
  const found = readSettings(settingsFile(env), env.OPENCSHIS_SETTINGS !== undefined);
  for (const [name, value] of Object.entries(found)) {
    const setting = settings[name] as Setting;
    if (env[setting.variable] !== undefined) continue;
    env[setting.variable] = setting.text(value);
    fromFile.add(setting.variable);
  }
}
const fromFile = new Set<string>();

/** At the start of a program. What is wrong is answered, and told when there is a language to tell it in. */
export function settingsAtStart(): unknown {
  try {
    applySettings();
    return undefined;
  } catch (error) {
    return error;
  }
}

export interface Held {
  readonly name: string;
  readonly variable: string;
  readonly value?: string;
  readonly from: 'environment' | 'file' | 'default';
}
/** What holds, and where it comes from. */
export const heldSettings = (env: NodeJS.ProcessEnv = process.env): readonly Held[] =>
  Object.entries(settings).map(([name, { variable }]) => {
    const value = env[variable];
    if (value === undefined) return { name, variable, from: 'default' };
    return { name, variable, value, from: fromFile.has(variable) ? 'file' : 'environment' };
  });

const wrong = (file: string, why: Say, cause?: unknown): Failure =>
  new Failure(6018, {
    kind: 'usage',
    why: say({ zh: `設定檔 ${file}：${why.zh}`, en: `the settings file ${file}: ${why.en}` }),
    todo: say({
      zh: '請改正或移走它；說明在 docs/install.md',
      en: 'mend it or move it away; docs/install.md explains',
    }),
    ...(cause === undefined ? {} : { cause }),
  });
