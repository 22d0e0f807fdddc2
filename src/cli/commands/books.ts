/** @module explain, catalogue: what there is to know. */

import type { Command } from 'commander';
import { say } from '../../base/index.ts';
import { apis, catalogueJson, errors, referenceJson } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { table } from '../output.ts';
import { explain, numberOf } from './explain.ts';

export function addBooks(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'explain <what>',
      say({
        zh: '說明回傳代碼、函式或代碼，或以文字尋找：5102、1.53、AC、處方、問答集 Q7、faq',
        en: "explain a return code, a function or a code, or find words: 5102, 1.53, AC, prescription, NHI's questions (Q7, faq)",
      }),
    )
    .action(cli.run((what: string) => explain(output, what)));

  cli
    .command(program, 'catalogue', say({ zh: '所有函式', en: 'all functions' }))
    .option('--unwritten', d(say({ zh: '只列已宣告而尚未實作的', en: 'only those declared and not written yet' })))
    .option(
      '--reference',
      d(
        say({
          zh: '改列回傳碼；--json 另有代碼表與名詞',
          en: 'list the return codes instead; with --json code tables and terms, too',
        }),
      ),
    )
    .action(
      cli.run(async (options: { unwritten?: boolean; reference?: boolean }) => {
        if (options.reference) {
          if (output.json) return output.value(referenceJson());
          return output.line(table(errors.map((entry) => [String(entry.code), d(entry), d(entry.todo)])));
        }
        const { unwritten } = await import('../../main/unwritten.ts');
        const names = options.unwritten ? new Set(unwritten()) : undefined;
        const list = apis.filter((api) => names === undefined || names.has(api.name));
        if (output.json) return output.value(catalogueJson(list));
        if (list.length > 0)
          output.line(
            table(
              list.map((api) => [
                numberOf(api),
                api.deprecated ? output.style('dim', api.name) : output.style('bold', api.name),
                d(api.title) +
                  (api.deprecated
                    ? output.style(
                        'yellow',
                        ` ${d(say({ zh: `已停用，改用 ${api.deprecated.replacedBy}`, en: `stopped, use ${api.deprecated.replacedBy}` }))}`,
                      )
                    : ''),
              ]),
            ),
          );
      }),
    );
}
