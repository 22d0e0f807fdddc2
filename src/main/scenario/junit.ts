/** @module JUnit XML of scenario reports, as continuous integration reads it: a suite a scenario, a case a step. */

import { basename } from 'node:path';
import { nameOf } from './own.ts';
import type { ScenarioReport, StepReport } from './run.ts';

export function junit(reports: readonly ScenarioReport[]): string {
  const suites = reports.map(suite);
  const count = (state: StepReport['state']): number =>
    reports.flatMap((one) => one.steps).filter((one) => one.state === state).length;
  const steps = reports.reduce((sum, one) => sum + one.steps.length, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="opencshis" tests="${steps}" failures="${count('failed')}" skipped="${count('not-reached')}" time="${seconds(reports.reduce((sum, one) => sum + one.ms, 0))}">
${suites.join('\n')}
</testsuites>
`;
}

function suite(report: ScenarioReport): string {
  const { steps } = report;
  const count = (state: StepReport['state']): number => steps.filter((one) => one.state === state).length;
  const cases = steps.map((step) => {
    const name = `${step.number} ${step.title ?? step.what} (${basename(report.file)}:${step.line})`;
    const head = `    <testcase classname="${attribute(nameOf(report.file))}" name="${attribute(name)}" time="${seconds(step.ms)}"`;
    if (step.state === 'held') return `${head}/>`;
    if (step.state === 'not-reached') return `${head}><skipped/></testcase>`;
    const message = step.failures.map((one) => `${one.zh} / ${one.en}`).join('\n');
    return `${head}><failure message="${attribute(message)}">${text(message)}</failure></testcase>`;
  });
  const title = attribute(`${report.title.zh} / ${report.title.en}`);
  return `  <testsuite name="${title}" file="${attribute(report.file)}" tests="${steps.length}" failures="${count('failed')}" skipped="${count('not-reached')}" time="${seconds(report.ms)}">
${cases.join('\n')}${report.log ? `\n    <system-out>${text(report.log)}</system-out>` : ''}
  </testsuite>`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
/** What XML 1.0 does not take at all is left out. */
const allowed = (value: string): string =>
  value.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const text = (value: string): string =>
  allowed(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (value: string): string => text(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
