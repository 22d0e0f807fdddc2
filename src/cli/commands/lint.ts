/** @module lint: what the manual advises against, found in a trace. */

import type { Command } from 'commander';
import { say } from '../../base/index.ts';
import { version } from '../../main/version.ts';
import { type Finding, isCall, type Level, lint, rules, sarifOf, type Trace } from '../../tools/index.ts';
import { type Cli, usage } from '../context.ts';
import { exits, type Output, table } from '../output.ts';
import { readTrace } from './replay.ts';

export function addLint(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'lint [trace]',
      say({
        zh: '檢查呼叫紀錄：手冊與問答集不建議的用法，附出處與改法',
        en: 'check a trace for what the manual advises against, with source and remedy',
      }),
    )
    .option('--rules', d(say({ zh: '列出所有規則', en: 'list the rules' })))
    .option('--sarif', d(say({ zh: '以 SARIF 輸出', en: 'print SARIF' })))
    .action(
      cli.run((file: string | undefined, options: { rules?: boolean; sarif?: boolean }) => {
        if (options.rules) return listRules(output);
        if (file === undefined)
          throw usage(
            say({ zh: '請指定紀錄檔', en: 'name a trace' }),
            say({ zh: 'opencshis trace record <file> 錄一個', en: 'opencshis trace record <file> makes one' }),
          );
        const trace = readTrace(file);
        const findings = lint(trace);
        const worst = findings[0]?.rule.level;
        if (worst === 'error') process.exitCode = exits.refused;
        if (options.sarif) return output.value(sarifOf(file, findings, version));
        if (output.json)
          return output.value({ file, calls: trace.lines.filter(isCall).length, findings: findings.map(plain) });
        show(output, trace, findings);
      }),
    );
}

const plain = ({ rule, lines, detail }: Finding) => ({
  rule: rule.id,
  level: rule.level,
  lines,
  title: rule.title,
  ...(detail ? { detail } : {}),
  source: rule.source,
  remedy: rule.remedy,
});

const levels: {
  readonly [L in Level]: { readonly zh: string; readonly en: string; readonly style: 'red' | 'yellow' | 'cyan' };
} = {
  error: { zh: '錯誤', en: 'error', style: 'red' },
  warning: { zh: '警告', en: 'warning', style: 'yellow' },
  note: { zh: '建議', en: 'note', style: 'cyan' },
};
const mostLines = 8;

function show(output: Output, trace: Trace, findings: readonly Finding[]): void {
  const { word, style } = output;
  const calls = new Map(trace.lines.filter(isCall).map((call) => [call.at, call]));
  for (const rule of new Set(findings.map((one) => one.rule))) {
    const hits = findings.filter((one) => one.rule === rule);
    const level = levels[rule.level];
    output.line(`${style(level.style, word(level))}  ${style('bold', word(rule.title))}  ${style('dim', rule.id)}`);
    for (const { lines, detail } of hits.slice(0, mostLines)) {
      const some = lines.length > 4 ? [...lines.slice(0, 2), '…', lines.at(-1)] : lines;
      const last = calls.get(lines.at(-1) ?? 0);
      const called = last ? `${last.no} ${last.call} → ${last.code}` : '';
      output.line(
        `    ${word(say({ zh: `第 ${some.join('、')} 行`, en: `line ${some.join(', ')}` }))}  ${style('dim', called)}${detail ? `  ${word(detail)}` : ''}`,
      );
    }
    if (hits.length > mostLines)
      output.line(
        `    … ${word(say({ zh: `還有 ${hits.length - mostLines} 處`, en: `and ${hits.length - mostLines} more` }))}`,
      );
    output.line(
      table(
        [
          [word(say({ zh: '改法', en: 'remedy' })), word(rule.remedy)],
          [word(say({ zh: '出處', en: 'source' })), style('dim', word(rule.source))],
        ],
        '    ',
      ),
    );
  }
  const counts = (Object.keys(levels) as Level[])
    .map((level) => ({ level, count: findings.filter((one) => one.rule.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) =>
      style(levels[level].style, `${count} ${word(levels[level])}${output.language === 'en' && count > 1 ? 's' : ''}`),
    );
  output.line(
    counts.length === 0
      ? style(
          'green',
          `✔ ${word(say({ zh: `${calls.size} 個呼叫，沒有發現`, en: `${calls.size} calls, nothing found` }))}`,
        )
      : `${word(say({ zh: `${calls.size} 個呼叫：`, en: `${calls.size} calls: ` }))}${counts.join(output.language === 'zh' ? '、' : ', ')}`,
  );
}

function listRules(output: Output) {
  const { word, style } = output;
  if (output.json) return output.value(rules.map(({ find: _find, ...rule }) => rule));
  output.line(
    table(
      rules.map((rule) => [
        style('bold', rule.id),
        style(levels[rule.level].style, word(levels[rule.level])),
        word(rule.title),
        style('dim', word(rule.source)),
      ]),
      '',
    ),
  );
}
