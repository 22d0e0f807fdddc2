/** @module Start at log-in: what each system starts for a user by itself. */

import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { say } from '../base/say.ts';
import type { Arrangement } from './arrangement.ts';
import { type Environment, windowsProgram } from './environment.ts';
import { desktopExec, type Program, unitCommand, unitWord, windowsCommand, xmlText } from './program.ts';

export const configFolder = ({ env, home }: Environment): string => env.XDG_CONFIG_HOME || join(home, '.config');

const runKey = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;
const start = ['start', '--minimised'];

/** XDG autostart; the account's Run key; a LaunchAgent. */
export function autostart(program: Program, at: Environment): Arrangement {
  switch (at.platform) {
    case 'win32': {
      const value = windowsCommand([program.node, program.entry, ...start]);
      const reg = windowsProgram(at.env, 'reg.exe');
      return {
        on: [{ command: reg, args: ['add', runKey, '/v', 'OpenCSHIS', '/t', 'REG_SZ', '/d', value, '/f'] }],
        off: [{ command: reg, args: ['delete', runKey, '/v', 'OpenCSHIS', '/f'] }],
        ask: { command: reg, args: ['query', runKey, '/v', 'OpenCSHIS'] },
      };
    }
    case 'darwin':
      return { files: [agent(at, 'org.opencshis.start', program, start, '')] };
    default:
      return {
        files: [
          {
            path: join(configFolder(at), 'autostart', 'opencshis.desktop'),
            text: `[Desktop Entry]
Type=Application
Name=OpenCSHIS
Name[zh_TW]=OpenCSHIS 健保卡控制軟體
Comment=Control software for Taiwan's NHI card
Comment[zh_TW]=登入時啟動健保卡控制軟體，縮在系統匣
Exec=${desktopExec(program, start)}
Terminal=false
X-GNOME-Autostart-enabled=true
`,
          },
        ],
      };
  }
}

/** A user's own service, restarted when it fails; nothing of it needs an administrator. */
export function service(program: Program, at: Environment): Arrangement {
  const run = ['start', '--foreground', '--minimised'];
  switch (at.platform) {
    case 'win32':
      throw new Failure(-1, {
        kind: 'not-here',
        why: say({
          zh: 'Windows 的服務需要系統管理員，也看不到使用者的桌面',
          en: "a Windows service needs an administrator, and does not see a user's desktop",
        }),
        todo: say({ zh: '請用 opencshis autostart on', en: 'use opencshis autostart on' }),
      });
    case 'darwin': {
      const file = agent(at, 'org.opencshis.service', program, run, keptAlive);
      const place = `gui/${process.getuid?.() ?? 0}`;
      return {
        files: [file],
        on: [{ command: 'launchctl', args: ['bootstrap', place, file.path] }],
        off: [{ command: 'launchctl', args: ['bootout', `${place}/org.opencshis.service`], mayFail: true }],
      };
    }
    default: {
      const folder = join(configFolder(at), 'systemd', 'user');
      const path = join(folder, 'opencshis.service');
      // Where no manager of the user runs (a container), it reads the files when it does.
      const reload = { command: 'systemctl', args: ['--user', 'daemon-reload'], mayFail: true };
      const world = program.world === undefined ? '' : `Environment=${unitWord(`OPENCSHIS_HOME=${program.world}`)}\n`;
      return {
        files: [
          {
            path,
            text: `[Unit]
Description=OpenCSHIS 健保卡控制軟體 (control software)

[Service]
${world}ExecStart=${unitCommand([program.node, program.entry, ...run])}
Restart=on-failure

[Install]
WantedBy=default.target
`,
          },
        ],
        // What `systemctl --user enable` would make.
        links: [{ path: join(folder, 'default.target.wants', 'opencshis.service'), to: path }],
        on: [reload],
        off: [{ command: 'systemctl', args: ['--user', 'stop', 'opencshis.service'], mayFail: true }],
        gone: [reload],
      };
    }
  }
}

const keptAlive = `  <key>KeepAlive</key>
  <dict><key>SuccessfulExit</key><false/></dict>
`;

function agent(at: Environment, label: string, program: Program, args: readonly string[], more: string) {
  const words = [program.node, program.entry, ...args].map((word) => `    <string>${xmlText(word)}</string>`);
  const world =
    program.world === undefined
      ? ''
      : `  <key>EnvironmentVariables</key>
  <dict><key>OPENCSHIS_HOME</key><string>${xmlText(program.world)}</string></dict>
`;
  return {
    path: join(at.home, 'Library', 'LaunchAgents', `${label}.plist`),
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${label}</string>
  <key>ProgramArguments</key>
  <array>
${words.join('\n')}
  </array>
${world}${more}  <key>RunAtLoad</key>
  <true/>
</dict>
</plist>
`,
  };
}
