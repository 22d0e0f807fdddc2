/** @module upgrade, migrate, settings: what is done to the program itself, and to the format of its state. */

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { Failure, type Say, say, systemClock } from '../../base/index.ts';
import type { RunningCounter, UpgradeStep } from '../../care/index.ts';
import { supervisorHolder } from '../../main/daemon.ts';
import { homeFolder, machineFolder } from '../../main/home.ts';
import { heldSettings, settings, settingsFile } from '../../main/settings.ts';
import { type Cli, usage } from '../context.ts';
import { exits, table } from '../output.ts';

const words: { readonly [S in UpgradeStep]: Say } = {
  check: say({ zh: '檢查簽章…', en: 'checking the signature ..' }),
  wait: say({ zh: '櫃檯使用中，等它空閒…', en: 'the counter is in use, waiting until it is idle ..' }),
  put: say({ zh: '放入新版本…', en: 'putting the new version beside ..' }),
  stop: say({ zh: '停止舊版本…', en: 'stopping the old version ..' }),
  turn: say({ zh: '換成新版本…', en: 'turning to the new version ..' }),
  start: say({ zh: '啟動新版本…', en: 'starting the new version ..' }),
  back: say({ zh: '新版本沒有回應，回到舊版本…', en: 'the new version does not answer, going back ..' }),
};

export function addInstall(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'upgrade <file>',
      say({
        zh: '以簽章的套件升級；新版本起不來就自己回到舊版',
        en: 'upgrade by a signed package; goes back by itself where it does not come up',
      }),
    )
    .option('--check', d(say({ zh: '只檢查套件，不安裝', en: 'only check the package' })))
    .option('--now', d(say({ zh: '不等櫃檯空閒', en: 'do not wait for an idle counter' })))
    .action(
      cli.run(async (file: string, options: { check?: boolean; now?: boolean }) => {
        const { installationAt, upgrade } = await import('../../care/index.ts');
        const own = installationAt(resolve(fileURLToPath(new URL('../../../', import.meta.url))));
        if (!existsSync(file))
          throw new Failure(6018, {
            kind: 'usage',
            why: say({ zh: `沒有 ${file} 這個檔案`, en: `there is no ${file}` }),
          });
        const done = await upgrade(file, own, counterOf(own.root), {
          clock: systemClock,
          check: options.check === true,
          now: options.now === true,
          tell: (step) => output.note(d(words[step])),
        });
        if (done.state === 'back') process.exitCode = exits.refused;
        if (output.json) return output.value(done);
        const { from, to } = done;
        output.line(
          d(
            {
              checked: say({ zh: `可以升級：${from} → ${to}`, en: `it can be upgraded: ${from} -> ${to}` }),
              upgraded: say({ zh: `已升級：${from} → ${to}`, en: `upgraded: ${from} -> ${to}` }),
              back: say({
                zh: `${to} 無法啟動，已回到 ${from}；資料沒有變動`,
                en: `${to} did not come up: back to ${from}, the data as it was`,
              }),
            }[done.state],
          ),
        );
      }),
    );

  cli
    .command(
      program,
      'migrate [backup]',
      say({
        zh: '換成這個版本最新的資料格式，先存備份；不能換回去',
        en: 'switch on the newest format of the state, after a backup; there is no way back but that',
      }),
    )
    .action(
      cli.run(async (file: string | undefined) => {
        if (supervisorHolder(cli.folder))
          throw usage(
            say({ zh: '世界正在執行', en: 'the world is running' }),
            say({ zh: '請先 opencshis stop', en: 'run opencshis stop first' }),
          );
        const to = file ?? `${cli.folder}.before-migrate`;
        const { migrate } = await import('../../main/migrate.ts');
        const done = await migrate(cli.folder, to);
        if (output.json) return output.value(done);
        output.line(
          d(
            done.backup
              ? say({
                  zh: `格式 ${done.from} → ${done.to}；之前的備份在 ${done.backup}`,
                  en: `format ${done.from} -> ${done.to}; what was before is in ${done.backup}`,
                })
              : say({ zh: `已經是格式 ${done.to}，不必轉換`, en: `this is format ${done.to} already: nothing to do` }),
          ),
        );
      }),
    );

  cli
    .command(
      program,
      'settings',
      say({ zh: '目前的設定與來源', en: 'the settings that hold, and where they come from' }),
    )
    .action(
      cli.run(() => {
        const held = heldSettings();
        const file = settingsFile();
        if (output.json) return output.value({ file, settings: held });
        output.line(d(say({ zh: `設定檔：${file}`, en: `settings file: ${file}` })));
        output.line(
          table(
            held.map(({ name, variable, value, from }) => [
              name,
              value ?? '-',
              d(origins[from]),
              variable,
              d((settings[name] as { about: Say }).about),
            ]),
          ),
        );
      }),
    );
}

const origins = {
  environment: say({ zh: '環境變數', en: 'environment' }),
  file: say({ zh: '設定檔', en: 'file' }),
  default: say({ zh: '預設', en: 'default' }),
} as const;

/** The counter of this installation, asked and told as the account that it runs as. */
function counterOf(root: string): RunningCounter {
  const folder = process.env.OPENCSHIS_HOME || process.platform !== 'linux' ? homeFolder() : machineFolder;
  const owner = existsSync(folder) && process.getuid?.() === 0 ? statSync(folder) : undefined;
  const run = (args: readonly string[]) => {
    const name = process.platform === 'win32' ? 'opencshis.exe' : 'current/bin/node';
    const entry = process.platform === 'win32' ? [] : [join(root, 'current/bin/opencshis.cjs')];
    return spawnSync(join(root, name), [...entry, ...args, '--json'], {
      encoding: 'utf8',
      cwd: root,
      env: { ...process.env, OPENCSHIS_HOME: folder, ...(folder === machineFolder ? { OPENCSHIS_SHARED: 'on' } : {}) },
      stdio: ['ignore', 'pipe', 'ignore'],
      ...(owner ? { uid: owner.uid, gid: owner.gid } : {}),
    });
  };
  const unit = 'opencshis.service';
  const bySystemd =
    folder === machineFolder &&
    existsSync('/run/systemd/system') &&
    spawnSync('systemctl', ['is-active', '--quiet', unit]).status === 0;
  return {
    state() {
      const { stdout } = run(['status']);
      try {
        const { running, version, status } = JSON.parse(stdout) as {
          running: boolean;
          version: string;
          status?: { busy?: { calls: number; pins: number } };
        };
        return running ? { version, calls: status?.busy?.calls ?? 0, pins: status?.busy?.pins ?? 0 } : undefined;
      } catch {
        return undefined;
      }
    },
    stop: () => void (bySystemd ? spawnSync('systemctl', ['stop', unit]) : run(['stop'])),
    start() {
      if (bySystemd) {
        // Its ExecStartPost waits for the first answer.
        spawnSync('systemctl', ['start', unit]);
      } else run(['start', '--minimised']);
    },
  };
}
