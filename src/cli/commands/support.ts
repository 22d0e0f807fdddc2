/** @module support: the mail that asks NHI for help (Q12), and the bundle that may go with it. Nothing is sent. */

import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Failure, say } from '../../base/index.ts';
import { items } from '../../care/support/items.ts';
import type * as Here from '../../main/support-here.ts';
import { openAsker } from '../ask.ts';
import { type Cli, usage } from '../context.ts';
import { table } from '../output.ts';

interface Options {
  readonly bundle?: boolean;
  readonly output?: string;
  readonly yes?: boolean;
  readonly show?: string;
}
type Support = Parameters<Parameters<typeof Here.withSupport>[1]>[0];

async function withSupport(folder: string, use: (support: Support) => Promise<void>): Promise<void> {
  const here = await import('../../main/support-here.ts');
  return here.withSupport(folder, use);
}

export function addSupport(program: Command, cli: Cli): void {
  const { word } = cli.output;
  const support = cli
    .command(
      program,
      'support',
      say({
        zh: '詢問健保署的信（十個項目），與不含個資的問題回報檔；不會自動寄出',
        en: 'the mail that asks NHI for help, with its ten items; and a bundle without personal data. Nothing is sent',
      }),
    )
    .option('--bundle', word(say({ zh: '列出回報檔裡有什麼', en: 'list what the bundle holds' })))
    .option('--show <NAME>', word(say({ zh: '印出回報檔裡的一個檔', en: 'print one file of the bundle' })))
    .option('--output <FILE.zip>', word(say({ zh: '看過之後寫入這個檔', en: 'write it there, after you saw it' })))
    .option('--yes', word(say({ zh: '不詢問', en: 'without asking' })))
    .addHelpText(
      'after',
      word(
        say({
          zh: `
例：opencshis support set name=健安診所 contact=王小姐 email=a@example.tw phone=02-12345678
    opencshis support --yes --output report.zip`,
          en: `
e.g. opencshis support set name=Clinic contact=Ms.Wang email=a@example.tw phone=02-12345678
     opencshis support --yes --output report.zip`,
        }),
      ),
    )
    .action(
      cli.run((options: Options) =>
        withSupport(cli.folder, async (all) => {
          if (options.bundle || options.show !== undefined || options.output !== undefined)
            await bundle(cli, all, options);
          else await mail(cli, all);
        }),
      ),
    );
  cli
    .command(
      support,
      'set <item=value...>',
      say({
        zh: `填寫項目：${items.map(({ id }) => id).join('、')}；空白表示取消`,
        en: `fill in items: ${items.map(({ id }) => id).join(', ')}; an empty value takes one back`,
      }),
    )
    .action(
      cli.run((given: string[]) =>
        withSupport(cli.folder, async (all) => {
          const pairs = given.map((one) => {
            const at = one.indexOf('=');
            if (at < 1) throw usage(say({ zh: `要寫成 項目=內容：${one}`, en: `write it as item=value: ${one}` }));
            return [one.slice(0, at), one.slice(at + 1)] as const;
          });
          const said = await all.set(Object.fromEntries(pairs));
          if (cli.output.json) return cli.output.value(said);
          await showItems(cli, said);
        }),
      ),
    );
}

type Said = Awaited<ReturnType<Support['set']>>;
async function showItems({ output }: Cli, said: Said): Promise<void> {
  const { missing } = await import('../../care/index.ts');
  const { word, line, style } = output;
  line(
    table(
      said.items.map(({ id, title, value, from }, at) => [
        `${at + 1}`,
        id,
        word(title),
        from === 'missing' ? style('yellow', word(missing)) : (value.split('\n')[0] ?? ''),
      ]),
    ),
  );
}

/** Asks once for what is missing, where somebody is there to ask. */
async function mail(cli: Cli, support: Support): Promise<void> {
  const { output } = cli;
  const { word, line, style } = output;
  let said = await support.set({});
  if (output.json) return output.value(said);
  if (process.stdin.isTTY && process.stdout.isTTY && said.missing.length > 0) {
    said = await fillIn(cli, support, said);
  }
  const { to, subject, body, mailto } = said.mail;
  line(`${word(say({ zh: '收件者', en: 'To' }))}: ${to}`);
  line(`${word(say({ zh: '主旨', en: 'Subject' }))}: ${subject}`);
  line();
  line(body);
  line(style('dim', word(say({ zh: '以郵件程式開啟：', en: 'Opens your mail program:' }))));
  line(mailto);
  if (said.missing.length > 0)
    output.note(
      word(
        say({
          zh: `還沒有填：${said.missing.join('、')}（opencshis support set ${said.missing[0]}=…）`,
          en: `not filled in: ${said.missing.join(', ')} (opencshis support set ${said.missing[0]}=..)`,
        }),
      ),
    );
}

async function bundle(cli: Cli, support: Support, options: Options): Promise<void> {
  const { output } = cli;
  const { word, line } = output;
  const { bundle: made } = await support.answer();
  if (options.show !== undefined) {
    const file = made.files.find(({ name }) => name === options.show);
    if (file === undefined)
      throw usage(
        say({ zh: `回報檔裡沒有 ${options.show}`, en: `there is no ${options.show} in the bundle` }),
        say({ zh: made.files.map(({ name }) => name).join(' '), en: made.files.map(({ name }) => name).join(' ') }),
      );
    return output.json ? output.value(file) : line(file.text);
  }
  const listing = made.files.map(({ name, size }) => ({ name, size }));
  if (options.output === undefined) {
    if (output.json) return output.value({ files: listing });
    line(table(listing.map(({ name, size }) => [name, `${size}`])));
    line(
      word(
        say({
          zh: '--show NAME 看內容；--output FILE.zip 寫成檔案',
          en: '--show NAME prints one; --output FILE.zip writes them',
        }),
      ),
    );
    return;
  }
  const target = resolve(options.output);
  if (!target.endsWith('.zip')) throw usage(say({ zh: '檔名要以 .zip 結尾', en: 'its name ends with .zip' }));
  if (existsSync(target))
    throw usage(say({ zh: `${options.output} 已經存在`, en: `${options.output} is there already` }));
  if (!output.json) line(table(listing.map(({ name, size }) => [name, `${size}`])));
  if (!options.yes && !(await isAgreed(cli, options.output))) return;
  const bytes = await support.bundle(made.id);
  write(target, bytes);
  if (output.json) return output.value({ file: target, size: bytes.length, files: listing });
  line(
    word(
      say({
        zh: `已寫入 ${options.output}（${bytes.length} 位元組），沒有寄給任何人`,
        en: `written to ${options.output} (${bytes.length} bytes), and sent to nobody`,
      }),
    ),
  );
}

async function isAgreed({ output: { word, json } }: Cli, name: string): Promise<boolean> {
  if (json || !process.stdin.isTTY)
    throw usage(
      say({ zh: '沒有人可以確認；看過之後加上 --yes', en: 'nobody is here to agree: add --yes once you saw it' }),
    );
  const asker = openAsker();
  try {
    const question = say({ zh: `寫入 ${name}？[y/N] `, en: `Write ${name}? [y/N] ` });
    return /^(y|yes|是)$/i.test((await asker.ask(word(question))) ?? '');
  } finally {
    asker.close();
  }
}

/** One question for each item that is missing; an empty line leaves it, what is refused is asked again. */
async function fillIn({ output: { word, note } }: Cli, support: Support, before: Said): Promise<Said> {
  const asker = openAsker();
  let said = before;
  try {
    for (const { id, title } of before.items.filter(({ from }) => from === 'missing')) {
      for (;;) {
        const value = await asker.ask(`${word(title)}: `);
        if (value === undefined) return said;
        if (value === '') break;
        try {
          said = await support.set({ [id]: value });
          break;
        } catch (error) {
          if (!(error instanceof Failure) || error.kind !== 'usage') throw error;
          note(`✘ ${word(error.why)}`);
        }
      }
    }
    return said;
  } finally {
    asker.close();
  }
}

function write(target: string, bytes: Uint8Array): void {
  try {
    writeFileSync(target, bytes, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new Failure(-1, {
      kind: 'not-written',
      why: say({ zh: `無法寫入 ${target}`, en: `${target} could not be written` }),
      cause,
    });
  }
}
