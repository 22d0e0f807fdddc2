/** @module start, stop, status, open, power, reset, backup, restore. */

import type { Command } from 'commander';
import { Failure, say, sleep, systemClock } from '../../base/index.ts';
import { hasScreen, here, mayHaveTray } from '../../desktop/index.ts';
import {
  checkWritable,
  connect,
  consoleLink,
  firstCard,
  hasWorld,
  killWorld,
  newWorld,
  openConsole,
  startDetached,
  stopWorld,
  supervisorHolder,
  waitForDiscovery,
  whenAnswering,
} from '../../main/daemon.ts';
import { type Discovery, machineFolder, readDiscovery, vpnSiteUrl } from '../../main/home.ts';
import { version } from '../../main/version.ts';
import { supervisorAnswers, watchOf } from '../../main/watched.ts';
import { type Cli, usage } from '../context.ts';
import { exits, type Output, table } from '../output.ts';
import {
  type ComponentOp,
  type StatusOp,
  showNeighbours,
  showRestarts,
  showStatus,
  supervisorSilent,
} from '../show-status.ts';

export function addLife(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'start',
      say({ zh: '啟動（沒有世界時先建立一個）', en: 'start; makes a world where there is none' }),
    )
    .option(
      '-f, --foreground',
      d(say({ zh: '在這個終端機執行，Ctrl-C 結束', en: 'run in this terminal, Ctrl-C ends it' })),
    )
    .option(
      '-m, --minimised',
      d(say({ zh: '不開瀏覽器，縮在系統匣', en: 'open no browser; an icon in the tray, where there is one' })),
    )
    .action(
      cli.run((options: { foreground?: boolean; minimised?: boolean }) =>
        start(cli, { foreground: options.foreground === true, minimised: options.minimised === true }),
      ),
    );

  cli.command(program, 'stop', say({ zh: '停止', en: 'stop' })).action(
    cli.run(async () => {
      const ran = await stopWorld(cli.folder);
      if (output.json) return output.value({ stopped: ran });
      output.line(
        ran
          ? d(say({ zh: '已停止。', en: 'Stopped.' }))
          : d(say({ zh: '原本就沒有在執行。', en: 'It was not running.' })),
      );
    }),
  );

  cli.command(program, 'status', say({ zh: '狀態', en: 'status' })).action(
    cli.run(async () => {
      const found = readDiscovery(cli.folder);
      const supervised = supervisorHolder(cli.folder) !== undefined;
      if (found === undefined && !supervised) {
        process.exitCode = exits.notRunning;
        if (output.json) return output.value({ running: false, version });
        return output.line(
          d(say({ zh: '沒有在執行。請執行 opencshis start', en: 'Not running. Run opencshis start' })),
        );
      }
      const status = await withClient(cli, (client) => client.op<StatusOp>('status')).catch((error) => {
        if (!supervised || !(error instanceof Failure)) throw error;
      });
      if (found === undefined || status === undefined) {
        process.exitCode = exits.notRunning;
        const watch = watchOf(cli.folder, await supervisorAnswers(cli.folder));
        if (output.json) return output.value({ running: false, version, watch });
        output.line(d(watch.supervisor ? comesBack : supervisorSilent));
        return showRestarts(output, watch);
      }
      if (output.json)
        return output.value({
          running: true,
          url: found.url,
          profile: found.profile,
          version: found.version,
          pid: found.pid,
          vpnSite: vpnSiteUrl(cli.folder),
          status,
        });
      showStatus(output, found, status, vpnSiteUrl(cli.folder));
      const { neighbours } = await withClient(cli, (client) =>
        client.op<ComponentOp>('component', { action: 'status' }),
      );
      showNeighbours(output, neighbours);
    }),
  );

  cli
    .command(
      program,
      'open',
      say({
        zh: '在瀏覽器開啟主控台；沒有桌面時印出連結（只能用一次）',
        en: 'open the console in the browser; without a desktop print its link, good for one use',
      }),
    )
    .option('-p, --print', d(say({ zh: '只印出連結', en: 'print the link and open nothing' })))
    .action(
      cli.run(async (options: { print?: boolean }) => {
        // A script that takes the link from the output goes on to get it.
        const byHand = options.print || output.json || !process.stdout.isTTY || !hasScreen(here());
        if (!byHand && (await openConsole(cli.folder))) return output.line(d(opened));
        const link = await consoleLink(cli.folder);
        if (output.json) output.value({ link });
        else output.line(link);
      }),
    );

  const power = program
    .command('power')
    .description(d(say({ zh: '模擬停電與復電', en: 'cut the power of a simulated world, and restore it' })));
  cli
    .command(power, 'off', say({ zh: '停電：所有程序立刻消失', en: 'power off: every process is gone at once' }))
    .action(
      cli.run(async () => {
        const ran = await killWorld(cli.folder);
        if (output.json) return output.value({ power: 'off', ran });
        output.line(
          d(
            say({
              zh: '停電了。復電：opencshis power on。期間的就醫以 opencshis register --exception 補登。',
              en: 'The power is off. Back: opencshis power on. Visits meanwhile are entered by opencshis register --exception.',
            }),
          ),
        );
      }),
    );
  cli
    .command(power, 'on', say({ zh: '復電：重新啟動', en: 'power on: start again' }))
    .action(cli.run(() => start(cli, { foreground: false, minimised: true })));

  cli
    .command(
      program,
      'reset [type]',
      say({
        zh: 'csSoftwareReset：0 主控台（3.5 為讀卡機），1 SAM，2 醫事人員卡，3 健保卡',
        en: 'csSoftwareReset: 0 console (3.5: reader), 1 SAM, 2 professional card, 3 health card',
      }),
    )
    .action(
      cli.run(async (type = '0') => {
        const answer = await withClient(cli, (client) => client.call('csSoftwareReset', { Type: Number(type) }));
        if (answer.failure) throw failureOf(answer.failure);
        if (output.json) output.value({ code: answer.code });
        else output.line(d(say({ zh: '已重置。', en: 'Reset.' })));
      }),
    );

  cli
    .command(program, 'backup <file>', say({ zh: '把整個世界存成一個檔案', en: 'save the whole world in one file' }))
    .action(
      cli.run(async (file: string) => {
        const { backup } = await import('../../main/backup.ts');
        const { files, bytes } = await backup(cli.folder, file);
        if (output.json) return output.value({ file, files, bytes });
        output.line(
          d(
            say({
              zh: `已存 ${files} 個檔案，${bytes} 位元組。裡面有金鑰，請妥善保管。`,
              en: `${files} files saved, ${bytes} bytes. It holds keys: keep it safe.`,
            }),
          ),
        );
      }),
    );
  cli
    .command(
      program,
      'restore <file>',
      say({ zh: '從備份還原（舊的會移到旁邊）', en: 'restore a backup; what was there is moved aside' }),
    )
    .action(
      cli.run(async (file: string) => {
        if (supervisorHolder(cli.folder))
          throw usage(
            say({ zh: '世界正在執行，無法還原', en: 'the world is running and cannot be restored' }),
            say({ zh: '請先 opencshis stop', en: 'run opencshis stop first' }),
          );
        const { restore } = await import('../../main/backup.ts');
        const { files, aside } = restore(cli.folder, file);
        if (output.json) return output.value({ files, aside });
        output.line(d(say({ zh: `已還原 ${files} 個檔案。`, en: `${files} files restored.` })));
        if (aside) output.line(d(say({ zh: `原有的在 ${aside}`, en: `what was there is in ${aside}` })));
      }),
    );
}

const comesBack = say({
  zh: '控制軟體目前沒有回應；監督程序會在幾秒內重新啟動它。',
  en: 'The control software does not answer now; its supervisor starts it again within seconds.',
});

const opened = say({ zh: '已在瀏覽器開啟主控台。', en: 'The console is open in the browser.' });

interface How {
  readonly foreground: boolean;
  readonly minimised: boolean;
}

export async function start(cli: Cli, how: How): Promise<void> {
  const { output, folder } = cli;
  const d = output.word;
  const { foreground } = how;
  // The machine's service keeps its lock to itself, and is seen by what it announces.
  if (supervisorHolder(folder)) {
    if (await supervisorAnswers(folder)) return bringForward(cli, how);
    await takeOver(cli);
  } else if (folder === machineFolder && readDiscovery(folder)) return bringForward(cli, how);
  if (!hasWorld(folder)) {
    if (!output.json)
      output.note(d(say({ zh: '第一次執行，正在建立模擬世界…', en: 'first run: making a simulated world ..' })));
    await newWorld(folder);
  }
  if (!foreground) {
    try {
      await startDetached(folder);
    } catch (error) {
      // Two were started in one moment, as at a log-in.
      if (supervisorHolder(folder)) return bringForward(cli, how);
      throw error;
    }
    await firstCard(folder);
    await greet(cli, how);
    return;
  }
  checkWritable(folder);
  const { processNames, supervise } = await import('../../main/supervisor.ts');
  const world = supervise(folder, processNames(folder));
  const end = (): void => void world.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    await world.ready;
    await waitForDiscovery(folder);
    await firstCard(folder);
    await greet(cli, how);
  } catch (error) {
    end();
    await world.ended;
    throw error instanceof Failure
      ? error
      : new Failure(-1, {
          kind: 'not-started',
          why: say({ zh: String((error as Error).message), en: String((error as Error).message) }),
          cause: error,
        });
  }
  await world.ended;
  if (!output.json) output.line(d(say({ zh: '已停止。', en: 'Stopped.' })));
}

/** Nobody would start again what hangs: all of that world ends as in a power cut, and its journal is what goes on. */
async function takeOver({ output, folder }: Cli): Promise<void> {
  checkWritable(folder);
  if (!output.json)
    output.note(
      output.word(
        say({
          zh: '監督程序沒有回應，結束它並重新啟動…',
          en: 'the supervisor does not answer: it is ended, and the world started again ..',
        }),
      ),
    );
  await killWorld(folder);
}

/** A second start is no failure: the one that runs comes forward, with its console unless it is to stay in the tray. */
async function bringForward(cli: Cli, { foreground, minimised }: How): Promise<void> {
  const { output, folder } = cli;
  // It may have been started a moment ago.
  const found = await waitForDiscovery(folder, () => supervisorHolder(folder) === undefined);
  const show = !minimised && !foreground && !output.json && hasScreen(here());
  const shown = show && (await whenAnswering(folder, () => openConsole(folder)));
  const link = shown || minimised ? undefined : await whenAnswering(folder, () => consoleLink(folder));
  if (output.json)
    return output.value({
      running: true,
      already: true,
      url: found.url,
      ...(link ? { link } : {}),
      profile: found.profile,
      version: found.version,
    });
  output.line(
    output.word(
      say({ zh: '已經在執行，沒有再啟動一次。', en: 'It is running already; it was not started a second time.' }),
    ),
  );
  if (shown) output.line(output.word(opened));
  if (link) output.line(link);
}

/** What runs, the link, and what to try next. */
async function greet(cli: Cli, { foreground, minimised }: How): Promise<void> {
  const { output, folder } = cli;
  const d = output.word;
  const found = readDiscovery(folder) as Discovery;
  const link = await consoleLink(folder);
  if (output.json)
    return output.value({ running: true, url: found.url, link, profile: found.profile, version: found.version });
  showStatus(output, found, await settled(cli), vpnSiteUrl(folder));
  output.line();
  output.line(`${output.style('bold', d(say({ zh: '主控台', en: 'Console' })))}  ${output.style('cyan', link)}`);
  output.line(
    output.style(
      'dim',
      `  ${d(say({ zh: '連結只能用一次；opencshis open 給新的', en: 'the link works once; opencshis open gives a new one' }))}`,
    ),
  );
  if (!mayHaveTray(here()))
    output.line(
      output.style('dim', `  ${d(say({ zh: '這裡沒有系統匣：沒有桌面', en: 'no tray here: there is no desktop' }))}`),
    );
  if (!foreground && !minimised && hasScreen(here()) && (await openConsole(folder))) output.line(`  ${d(opened)}`);
  output.line();
  output.line(output.style('bold', d(say({ zh: '試試看（另開一個終端機）', en: 'Try (in another terminal)' }))));
  output.line(tries(output));
  if (foreground) {
    output.line();
    output.line(d(say({ zh: 'Ctrl-C 停止一切。', en: 'Ctrl-C stops everything.' })));
  }
}

/** The card that is in starts the verification; a moment later the status says what came of it. */
async function settled(cli: Cli): Promise<StatusOp> {
  return withClient(cli, async (client) => {
    for (let asked = 0; ; asked++) {
      const status = await client.op<StatusOp>('status');
      if (status.sam.state === 2 || asked === 100) return status;
      await sleep(systemClock, 50);
    }
  });
}

const tries = (output: Output): string =>
  table([
    [
      'npx opencshis register',
      output.word(say({ zh: '替讀卡機裡的病人掛號', en: 'register the patient in the reader' })),
    ],
    [
      'npx opencshis network down',
      output.word(say({ zh: '拔掉網路，再掛一次號', en: 'cut the network, then register again' })),
    ],
    [
      'npx opencshis card list',
      output.word(say({ zh: '其他測試卡片：各種狀態', en: 'more test cards, in all states' })),
    ],
  ]);

export async function withClient<T>(
  cli: Cli,
  work: (client: Awaited<ReturnType<typeof connect>>) => Promise<T>,
  role: 'program' | 'operator' | 'world' = 'operator',
): Promise<T> {
  const client = await connect(cli.folder, role);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

export const failureOf = (report: {
  code: number;
  why: { zh: string; en: string };
  todo: { zh: string; en: string };
  kind?: string;
}): Failure =>
  new Failure(report.code, { why: report.why, todo: report.todo, ...(report.kind ? { kind: report.kind } : {}) });
