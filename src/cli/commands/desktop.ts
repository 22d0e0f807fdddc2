/** @module autostart, service, link: what is put into the user's desktop, and taken out again. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { Failure, type Say, say } from '../../base/index.ts';
import {
  type Arrangement,
  arrange,
  arranged,
  autostart,
  disarrange,
  type Environment,
  followLink,
  hasScreen,
  here,
  openLink,
  type Program,
  registeredLink,
  service,
} from '../../desktop/index.ts';
import { openConsole, supervisorHolder, waitForDiscovery } from '../../main/daemon.ts';
import type { Cli } from '../context.ts';
import { start } from './life.ts';

interface Offered {
  readonly make: (program: Program, at: Environment) => Arrangement;
  readonly done: Say;
  readonly undone: Say;
  readonly is: { readonly on: Say; readonly off: Say };
}

export function addDesktop(program: Command, cli: Cli): void {
  const { output } = cli;
  const group = (name: string, about: Say, [put, take]: readonly [string, string], offered: Offered): Command => {
    const command = program.command(name).description(output.word(about));
    cli.command(command, put, say({ zh: '裝上', en: 'put it there' })).action(cli.run(() => putThere(cli, offered)));
    cli
      .command(command, take, say({ zh: '移除，不留痕跡', en: 'take it away without a trace' }))
      .action(cli.run(() => takeAway(cli, offered)));
    cli
      .command(command, 'status', say({ zh: '是否裝上', en: 'whether it is there' }))
      .action(cli.run(() => showStanding(cli, offered)));
    return command;
  };
  group('autostart', say({ zh: '登入時啟動，縮在系統匣', en: 'start at log-in, minimised' }), ['on', 'off'], {
    make: autostart,
    done: say({ zh: '下次登入時會自動啟動。', en: 'It starts at the next log-in.' }),
    undone: say({ zh: '登入時不再啟動。', en: 'It no longer starts at log-in.' }),
    is: {
      on: say({ zh: '登入時啟動', en: 'it starts at log-in' }),
      off: say({ zh: '登入時不啟動', en: 'it does not start at log-in' }),
    },
  });
  group(
    'service',
    say({ zh: '作為使用者的服務，失敗時自動重啟', en: "as the user's service, started again when it fails" }),
    ['install', 'remove'],
    {
      make: needsSystemd(service),
      done: say({
        zh: '下次登入時由系統啟動；現在就要：systemctl --user start opencshis',
        en: 'the system starts it at the next log-in; now: systemctl --user start opencshis',
      }),
      undone: say({ zh: '服務已移除。', en: 'The service is removed.' }),
      is: {
        on: say({ zh: '服務已安裝', en: 'the service is installed' }),
        off: say({ zh: '服務沒有安裝', en: 'the service is not installed' }),
      },
    },
  );
  const link = group(
    'link',
    say({ zh: `網頁連結 ${openLink}：叫出主控台`, en: `the link ${openLink}, by which a page calls the console` }),
    ['install', 'remove'],
    {
      make: registeredLink,
      done: say({ zh: `${openLink} 會叫出主控台。`, en: `${openLink} calls the console.` }),
      undone: say({ zh: `${openLink} 已移除。`, en: `${openLink} is removed.` }),
      is: {
        on: say({ zh: '連結已登記', en: 'the link is registered' }),
        off: say({ zh: '連結沒有登記', en: 'the link is not registered' }),
      },
    },
  );
  cli
    .command(
      link,
      'follow [what...]',
      say({ zh: `由桌面呼叫：只接受 ${openLink}`, en: `called by the desktop: takes ${openLink} alone` }),
    )
    .action(cli.run((what: string[]) => followLink(what, () => comeForward(cli))));
}

/** As a second start does; where nothing runs, a first one that opens no window by itself. */
async function comeForward(cli: Cli): Promise<void> {
  const { folder } = cli;
  if (supervisorHolder(folder) === undefined) return start(cli, { foreground: false, minimised: true });
  await waitForDiscovery(folder, () => supervisorHolder(folder) === undefined);
  if (!hasScreen(here()) || !(await openConsole(folder)))
    throw new Failure(-1, {
      kind: 'no-browser',
      why: say({ zh: '找不到瀏覽器', en: 'no browser opened' }),
      todo: say({ zh: 'opencshis open --print 給連結', en: 'opencshis open --print gives a link' }),
    });
}

const made = (cli: Cli, { make }: Offered): Arrangement =>
  make(
    {
      node: process.execPath,
      entry: fileURLToPath(new URL('../../../bin/opencshis.cjs', import.meta.url)),
      ...(process.env.OPENCSHIS_HOME ? { world: cli.folder } : {}),
    },
    here(),
  );

function putThere(cli: Cli, offered: Offered): void {
  arrange(made(cli, offered));
  tell(cli, 'on', offered.done);
}

function takeAway(cli: Cli, offered: Offered): void {
  const arrangement = made(cli, offered);
  const wasThere = arranged(arrangement) !== 'off';
  if (wasThere) disarrange(arrangement);
  tell(cli, 'off', wasThere ? offered.undone : offered.is.off);
}

function showStanding(cli: Cli, offered: Offered): void {
  const state = arranged(made(cli, offered));
  tell(
    cli,
    state,
    state === 'other'
      ? say({
          zh: '有，但不是由這裡的這個程式裝上的；再裝一次會取代它',
          en: 'there, but not put there by this program as it is here; putting it there again replaces it',
        })
      : offered.is[state],
  );
}

function tell({ output }: Cli, state: string, words: Say): void {
  if (output.json) output.value({ state });
  else output.line(output.word(words));
}

/** Where there is no systemd, nothing would ever read the unit. */
const needsSystemd =
  (make: Offered['make']): Offered['make'] =>
  (program, at) => {
    if (at.platform === 'linux' && spawnSync('systemctl', ['--version'], { stdio: 'ignore' }).status !== 0)
      throw new Failure(-1, {
        kind: 'not-here',
        why: say({ zh: '這裡沒有 systemd', en: 'there is no systemd here' }),
        todo: say({ zh: '請用 opencshis autostart on', en: 'use opencshis autostart on' }),
      });
    return make(program, at);
  };
