/**
 * @module The registered link `opencshis:open`. Any web page may ask for it, so it is one literal without parameters, and all it
 * does is bring the console forward, or start the control software minimised.
 */

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { say } from '../base/say.ts';
import type { Arrangement, Edit } from './arrangement.ts';
import { configFolder } from './autostart.ts';
import { type Environment, windowsProgram } from './environment.ts';
import { desktopExec, type Program, windowsCommand } from './program.ts';

export const openLink = 'opencshis:open';

/** Does what the link is for when it is exactly that; fails with 6018, kind `usage`, and does nothing, else. */
export async function followLink(given: readonly string[], bringForward: () => Promise<void>): Promise<void> {
  if (given.length !== 1 || given[0] !== openLink)
    throw new Failure(6018, {
      kind: 'usage',
      why: say({
        zh: `只接受 ${openLink}，沒有參數；什麼都沒有做`,
        en: `this is for ${openLink} alone, without parameters; nothing was done`,
      }),
    });
  await bringForward();
}

const entry = 'opencshis-open.desktop';
const follow = ['link', 'follow', '--'];

/** A handler of the scheme in the user's own desktop. */
export function registeredLink(program: Program, at: Environment): Arrangement {
  switch (at.platform) {
    case 'win32': {
      const key = String.raw`HKCU\Software\Classes\opencshis`;
      const reg = windowsProgram(at.env, 'reg.exe');
      const add = (under: string, name: readonly string[], value: string) => ({
        command: reg,
        args: ['add', `${key}${under}`, ...name, '/t', 'REG_SZ', '/d', value, '/f'],
      });
      const command = `${windowsCommand([program.node, program.entry])} ${follow.join(' ')} "%1"`;
      return {
        on: [
          add('', ['/ve'], 'URL:OpenCSHIS'),
          add('', ['/v', 'URL Protocol'], ''),
          add(String.raw`\shell\open\command`, ['/ve'], command),
        ],
        off: [{ command: reg, args: ['delete', key, '/f'] }],
        ask: { command: reg, args: ['query', String.raw`${key}\shell\open\command`] },
      };
    }
    case 'darwin':
      throw new Failure(-1, {
        kind: 'not-here',
        why: say({
          zh: 'macOS 的連結只能由應用程式套件（Info.plist 的 CFBundleURLTypes）登記，目前沒有這個套件',
          en: 'on macOS a link belongs to an application bundle (CFBundleURLTypes in Info.plist), which is not made yet',
        }),
        todo: say({ zh: '請先以 opencshis start 啟動', en: 'start it first, by opencshis start' }),
      });
    default:
      return {
        files: [
          {
            path: join(at.env.XDG_DATA_HOME || join(at.home, '.local', 'share'), 'applications', entry),
            text: `[Desktop Entry]
Type=Application
Name=OpenCSHIS console
Name[zh_TW]=OpenCSHIS 主控台
Exec=${desktopExec(program, follow, '%u')}
MimeType=x-scheme-handler/opencshis;
NoDisplay=true
Terminal=false
`,
          },
        ],
        edits: [defaultHandler(join(configFolder(at), 'mimeapps.list'))],
      };
  }
}

const section = '[Default Applications]';
const line = `x-scheme-handler/opencshis=${entry}`;
/** Our own section, where the file had none; the remark tells it from one in which our line was put. */
const block = `\n${section}\n# opencshis\n${line}\n`;

/** One line in the list of default handlers, which belongs to the user and to every program: nothing else is touched. */
export const defaultHandler = (path: string): Edit => ({
  path,
  add(text) {
    if (lineIn(text)) return text;
    const header = /^\[Default Applications\][ \t\r]*$/m.exec(text);
    if (header === null) return text + block;
    const end = header.index + header[0].length;
    return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
  },
  remove(text) {
    if (text.endsWith(block)) return text.slice(0, -block.length);
    const found = lineIn(text);
    return found ? text.slice(0, found.index) + text.slice(found.index + line.length + 1) : text;
  },
});

const lineIn = (text: string): RegExpExecArray | null =>
  new RegExp(`\\n${line.replaceAll('.', '\\.')}(?=\\n|$)`).exec(text);
