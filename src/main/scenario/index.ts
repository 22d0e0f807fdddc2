/** @module Scenarios for the command line and for tests: find them, read them, run them, say what came of them. */

import { readFileSync } from 'node:fs';
import type { ReadScenario } from '../../world/scenario/index.ts';

export { closeAll, noWorld } from './ground.ts';
export { junit } from './junit.ts';
export { runScenario, type ScenarioReport, type StepReport, titleOf } from './run.ts';

/** Reads and checks one; fails with kind `usage`, line and column. */
export async function loadScenario(file: string): Promise<ReadScenario> {
  const { readScenario, checkScenario } = await import('../../world/scenario/index.ts');
  const read = readScenario(readFileSync(file, 'utf8'), file);
  checkScenario(read);
  return read;
}

/** The published schema, from the declarations that the files are checked by. */
export async function scenarioSchema(): Promise<string> {
  const { definitions, jsonSchema, scenarioShape } = await import('../../world/scenario/index.ts');
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'OpenCSHIS scenario',
    ...jsonSchema(scenarioShape, definitions),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
