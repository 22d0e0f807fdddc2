/** @module The command line: parsing here, work in `main/` and behind the native door. */

import { Command, CommanderError } from 'commander';
import { say } from '../base/index.ts';
import { settingsAtStart } from '../main/settings.ts';
import { version } from '../main/version.ts';
import { addBooks } from './commands/books.ts';
import { addCards } from './commands/cards.ts';
import { addComponent } from './commands/component.ts';
import { addCounter } from './commands/counter.ts';
import { addDesktop } from './commands/desktop.ts';
import { addDoctor } from './commands/doctor.ts';
import { addIcd10 } from './commands/icd10.ts';
import { addInstall } from './commands/install.ts';
import { addJournal } from './commands/journal.ts';
import { addLibraries } from './commands/libraries.ts';
import { addLife } from './commands/life.ts';
import { addLint } from './commands/lint.ts';
import { addNeighbours } from './commands/neighbours.ts';
import { addOrigins } from './commands/origins.ts';
import { addPorts } from './commands/ports.ts';
import { addReplay } from './commands/replay.ts';
import { addScenario } from './commands/scenario.ts';
import { addSupport } from './commands/support.ts';
import { addTrace } from './commands/trace.ts';
import { addUploads } from './commands/uploads.ts';
import { addWorld } from './commands/world.ts';
import { createCli } from './context.ts';
import { createOutput, exits, type Language, languageOf } from './output.ts';

const args = process.argv.slice(2);
const wrongSettings = settingsAtStart();
const wanted = args.findIndex((one) => one === '--lang' || one.startsWith('--lang='));
const named = wanted < 0 ? undefined : (args[wanted]?.split('=')[1] ?? args[wanted + 1]);
const language = languageOf(named);
const cli = createCli(createOutput(language, args.includes('--json')));
const { output } = cli;

// Whoever reads only the beginning (`| head`) has enough: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const titles: { readonly [title: string]: string } = {
  'Usage:': '用法：',
  'Arguments:': '引數：',
  'Options:': '選項：',
  'Commands:': '指令：',
  'Global Options:': '共用選項：',
};

/** What commander says of a wrong command line. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/, '✘ 缺少引數 $1'],
  [/^error: unknown option '(.+)'/, '✘ 沒有 $1 這個選項'],
  [/^error: unknown command '(.+)'/, '✘ 沒有 $1 這個指令'],
  [/^error: option '(.+)' argument missing/, '✘ 選項 $1 要有值'],
  [/^error: required option '(.+)' not specified/, '✘ 需要選項 $1'],
  [/^error: too many arguments.*Expected (\d+) arguments? but got (\d+).*/, '✘ 引數太多：應為 $1 個，實為 $2 個'],
  [/\(Did you mean (?:one of )?(.+)\?\)/, '（是不是 $1？）'],
];
const complain = (text: string): string =>
  language === 'zh' ? complaints.reduce((said, [found, zh]) => said.replace(found, zh), text) : text;

const program = new Command('opencshis')
  .configureOutput({ outputError: (text, write) => write(complain(text)) })
  .description(
    output.word(
      say({
        zh: '健保卡讀卡機控制軟體：沒有硬體也能跑完整個掛號流程',
        en: "Control software for Taiwan's NHI card; the whole registration, with or without hardware",
      }),
    ),
  )
  .version(version, '-V, --version', output.word(say({ zh: '版本', en: 'the version' })))
  .helpOption('-h, --help', output.word(say({ zh: '說明', en: 'help' })))
  .helpCommand('help [command]', output.word(say({ zh: '某個指令的說明', en: 'help for a command' })))
  .option('--json', output.word(say({ zh: '以 JSON 輸出', en: 'print JSON' })))
  .option(
    '--lang <zh|en>',
    output.word(say({ zh: '語言（預設依系統地區）', en: "language (the locale's by default)" })),
  )
  .configureHelp({
    styleTitle: (title) => output.style('bold', translated(title, language)),
    styleCommandText: (text) => output.style('cyan', text),
    optionDescription: (option) =>
      option.defaultValue === undefined || typeof option.defaultValue === 'boolean'
        ? option.description
        : `${option.description}${output.word(say({ zh: `（預設 ${option.defaultValue}）`, en: ` (default ${option.defaultValue})` }))}`,
    subcommandTerm: (command) =>
      [
        command.name(),
        command.registeredArguments
          .map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`) + (one.variadic ? '..' : ''))
          .join(' '),
      ]
        .filter(Boolean)
        .join(' '),
  })
  .addHelpText(
    'after',
    output.word(
      say({
        zh: `
結束代碼：0 成功，1 被拒絕（見回傳代碼），2 用法錯誤，3 控制軟體沒有在執行
環境變數：OPENCSHIS_HOME 世界的資料夾，NO_COLOR 不用顏色

先試試：opencshis start，然後 opencshis register`,
        en: `
Exit codes: 0 done, 1 refused (see the return code), 2 wrong usage, 3 the control software is not running
Environment: OPENCSHIS_HOME the world's folder, NO_COLOR no colours

Try: opencshis start, then opencshis register`,
      }),
    ),
  )
  .showSuggestionAfterError()
  .showHelpAfterError(output.word(say({ zh: '（--help 有說明）', en: '(--help explains)' })))
  .enablePositionalOptions(false)
  .exitOverride();

addLife(program, cli);
addDesktop(program, cli);
addDoctor(program, cli);
addNeighbours(program, cli);
addInstall(program, cli);
addLibraries(program, cli);
addSupport(program, cli);
addCounter(program, cli);
addJournal(program, cli);
addOrigins(program, cli);
addComponent(program, cli);
addUploads(program, cli);
addCards(program, cli);
addPorts(program, cli);
addWorld(program, cli);
addBooks(program, cli);
addTrace(program, cli);
addReplay(program, cli);
addScenario(program, cli);
addIcd10(program, cli);
addLint(program, cli);

if (args[0] === 'complete') {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(program);
} else {
  cli
    .command(
      program,
      'complete <shell>',
      say({ zh: '指令補全：bash、zsh、fish、powershell', en: 'completions for bash, zsh, fish, powershell' }),
    )
    .action(() => undefined);
}

try {
  if (wrongSettings !== undefined) output.fail(wrongSettings);
  else await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exits.ok : exits.usage;
}

function translated(title: string, to: Language): string {
  return to === 'zh' ? (titles[title] ?? title) : title;
}
