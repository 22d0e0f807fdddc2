/** @module What the manual and NHI's questions and answers advise against, looked for in the calls of a trace. */

import type { Trace } from '../trace-file.ts';
import { bufferRules } from './buffers.ts';
import { otherRules } from './others.ts';
import { portRules } from './ports.ts';
import type { Finding, Level, Rule } from './types.ts';
import { visitRules } from './visits.ts';
import { walkOf } from './walk.ts';
import { writingRules } from './writing.ts';

export type { Finding, Hit, Level, Rule } from './types.ts';

export const rules: readonly Rule[] = [...visitRules, ...writingRules, ...bufferRules, ...portRules, ...otherRules];

const order: readonly Level[] = ['error', 'warning', 'note'];

/** Findings by level, then by rule, then by line. */
export function lint(trace: Trace, chosen: readonly Rule[] = rules): Finding[] {
  const walk = walkOf(trace);
  const found = chosen.flatMap((rule) => rule.find(walk).map((hit) => ({ ...hit, rule })));
  return found.sort(
    (a, b) =>
      order.indexOf(a.rule.level) - order.indexOf(b.rule.level) ||
      chosen.indexOf(a.rule) - chosen.indexOf(b.rule) ||
      (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
  );
}

/** The findings as SARIF 2.1.0, which code hosts and editors show beside the trace. */
export function sarifOf(file: string, findings: readonly Finding[], version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'opencshis lint',
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: `${rule.title.zh} ${rule.title.en}` },
              help: { text: `${rule.remedy.zh} ${rule.remedy.en} (${rule.source.en})` },
              defaultConfiguration: { level: rule.level },
            })),
          },
        },
        results: findings.map(({ rule, lines, detail }) => ({
          ruleId: rule.id,
          level: rule.level,
          message: { text: [rule.title.zh, rule.title.en, detail?.en].filter(Boolean).join(' ') },
          locations: [...lines].reverse().map((startLine) => ({
            physicalLocation: { artifactLocation: { uri: file }, region: { startLine } },
          })),
        })),
      },
    ],
  };
}
