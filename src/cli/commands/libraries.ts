/** @module libraries: copies of the library that a HIS loads; which HIS would load which; ours put into a HIS's folder. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../../base/index.ts';
import type * as Care from '../../care/index.ts';
import type { Copy, HisLoads, Machine, Maker, Prediction } from '../../care/index.ts';
import { supervisorHolder } from '../../main/daemon.ts';
import { ownLibrary } from '../../main/own-libraries.ts';
import { type Cli, usage } from '../context.ts';
import { type Output, table } from '../output.ts';

interface InstallOptions {
  readonly replace?: boolean;
  readonly undo?: boolean;
  readonly bits?: string;
  readonly from?: string;
}

export function addLibraries(program: Command, cli: Cli): void {
  const { output } = cli;
  const { word } = output;
  const libraries = cli
    .command(
      program,
      'libraries [folder...]',
      say({
        zh: 'HIS 載入的函式庫：有哪些、版本與位元、哪個 HIS 會載入哪一份',
        en: 'libraries that a HIS loads: where, which version and bits, and which HIS would load which',
      }),
    )
    .action(cli.run((folders: string[]) => look(cli, folders)));
  cli
    .command(
      libraries,
      'install <folder>',
      say({ zh: '把我們的函式庫放進 HIS 的資料夾', en: "put our library into a HIS's folder" }),
    )
    .option(
      '--replace',
      word(say({ zh: '取代原有的；原來的留在旁邊', en: 'in place of another, which is kept beside' })),
    )
    .option('--undo', word(say({ zh: '放回原來的', en: 'put back what was there' })))
    .option('--bits <32|64>', word(say({ zh: '位元（預設依 HIS 的程式）', en: "bits (the HIS's own by default)" })))
    .option('--from <FILE>', word(say({ zh: '用這一份我們的函式庫', en: 'our library, from this file' })))
    .action(cli.run((folder: string, options: InstallOptions) => install(cli, folder, options)));
}

async function look({ output, folder }: Cli, given: readonly string[]): Promise<void> {
  const { findCopies, foldersOfProcesses, hisPrograms, isOfficialRunning, predict, runningConsole, thisMachine } =
    await import('../../care/index.ts');
  const machine = thisMachine();
  for (const one of given)
    if (!existsSync(one)) throw usage(say({ zh: `沒有資料夾 ${one}`, en: `there is no folder ${one}` }));
  const folders = [...given.map((one) => resolve(one)), ...(await foldersOfProcesses(machine))];
  const [copies, official] = await Promise.all([findCopies(machine, folders), isOfficialRunning(machine)]);
  const running = runningConsole(supervisorHolder(folder) !== undefined, official);
  // A folder that was named has its programs shown; of the others those that have a copy of their own.
  const having = folders.filter((one, at) => at < given.length || copies.some(({ path }) => isIn(path, one)));
  const programs: HisLoads[] = [];
  for (const one of having)
    programs.push(...(await hisPrograms(machine, one)).map((each) => predict(machine, each, copies, running)));
  if (output.json) return output.value({ running: running ?? null, copies, programs });
  show(output, copies, programs, running);
}
const isIn = (path: string, folder: string): boolean => /^[\\/][^\\/]+$/.test(path.slice(folder.length));

const makers: { readonly [M in Maker]: ReturnType<typeof say> } = {
  opencshis: say({ zh: 'OpenCSHIS', en: 'OpenCSHIS' }),
  official: say({ zh: '官方', en: 'official' }),
  unknown: say({ zh: '不明', en: 'unknown' }),
};

function show(
  output: Output,
  copies: readonly Copy[],
  programs: readonly HisLoads[],
  running: Maker | undefined,
): void {
  const { line, word } = output;
  if (copies.length === 0) line(word(say({ zh: '找不到函式庫', en: 'no library was found' })));
  else
    line(
      table([
        [
          '',
          word(say({ zh: '版本', en: 'version' })),
          word(say({ zh: '位元', en: 'bits' })),
          word(say({ zh: '來源', en: 'whose' })),
          'SHA-256',
        ],
        ...copies.map(({ path, version = '', bits, maker, digest = '' }) => [
          path,
          version,
          `${bits ?? '?'}`,
          word(makers[maker]),
          digest,
        ]),
      ]),
    );
  if (running)
    line(`${word(say({ zh: '執行中的控制軟體', en: 'the control software that runs' }))}: ${word(makers[running])}`);
  for (const { path, bits, loads } of programs) {
    line();
    line(`${path}  ${bits}-bit`);
    for (const one of loads) line(`  ${one.name} → ${outcome(output, one, bits)}`);
  }
}

function outcome({ word, style }: Output, { copy, error, belongs }: Prediction, bits: 32 | 64): string {
  if (copy === undefined) return style('red', word(say({ zh: '找不到（錯誤 126）', en: 'not found (error 126)' })));
  if (error === 193)
    return style(
      'red',
      `${copy.path}  ${word(
        say({
          zh: `位元不同（${copy.bits ?? '?'}），載入失敗：錯誤 193；請換成 ${bits} 位元的`,
          en: `of other bits (${copy.bits ?? '?'}): loading fails with error 193; it wants one of ${bits} bits`,
        }),
      )}`,
    );
  const whose = `${copy.path} ${copy.version ?? ''} ${word(makers[copy.maker])}`;
  return belongs === false
    ? style(
        'yellow',
        `${whose}  ${word(say({ zh: '不屬於執行中的控制軟體', en: 'it does not belong to the control software that runs' }))}`,
      )
    : whose;
}

async function install({ output }: Cli, given: string, options: InstallOptions): Promise<void> {
  const { word, line } = output;
  const folder = resolve(given);
  if (!existsSync(folder)) throw usage(say({ zh: `沒有資料夾 ${given}`, en: `there is no folder ${given}` }));
  if (options.replace && options.undo)
    throw usage(say({ zh: '--replace 與 --undo 擇一', en: 'either --replace or --undo' }));
  const care = await import('../../care/index.ts');
  const machine = care.thisMachine();
  const bits = bitsOf(options.bits) ?? (await bitsWanted(care, machine, folder));
  const names = namesFor(care, machine, folder);
  const source = options.from ?? ownLibrary(machine.platform, machine.arch, bits);
  const done = names.map((name) =>
    options.undo ? care.undoLibrary(folder, name) : care.installLibrary(source, folder, name, options.replace),
  );
  if (output.json) return output.value({ bits, done });
  for (const one of done)
    line(`${one.path}  ${word(did[one.did])}${'kept' in one && one.kept ? `（${one.kept}）` : ''}`);
}

const did = {
  installed: say({ zh: '已放入', en: 'installed' }),
  replaced: say({ zh: '已取代，原來的留在旁邊', en: 'replaced; the one from before is beside it' }),
  same: say({ zh: '已經是這一份', en: 'it is there already' }),
  'put-back': say({ zh: '已放回原來的', en: 'the one from before is back' }),
  removed: say({ zh: '已移除', en: 'removed' }),
  nothing: say({ zh: '沒有要復原的', en: 'nothing to undo' }),
} as const;

function bitsOf(text: string | undefined): 32 | 64 | undefined {
  if (text === undefined) return undefined;
  if (text === '32') return 32;
  if (text === '64') return 64;
  throw usage(say({ zh: '--bits 為 32 或 64', en: '--bits is 32 or 64' }));
}

/** Those of the programs there; where it cannot be told, 32 on Windows, as nearly every HIS is. */
async function bitsWanted({ hisPrograms }: typeof Care, machine: Machine, folder: string): Promise<32 | 64> {
  if (machine.platform !== 'win32') return 64;
  const programs = await hisPrograms(machine, folder);
  return programs.length > 0 && programs.every(({ bits }) => bits === 64) ? 64 : 32;
}

/** The second name of the library only where it is in use. */
function namesFor({ keptEnd, windowsNames }: typeof Care, { platform }: Machine, folder: string): readonly string[] {
  if (platform !== 'win32') return [platform === 'darwin' ? 'libcshis.dylib' : 'libcshis.so'];
  const [first, second] = windowsNames;
  const isThere = existsSync(join(folder, second)) || existsSync(join(folder, `${second}${keptEnd}`));
  return isThere ? [first, second] : [first];
}
