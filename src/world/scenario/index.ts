export { callInputs, checkScenario, faultBody, namesIn } from './check.ts';
export {
  type Asked,
  definitions,
  type Expectation,
  looks,
  type ScenarioFile,
  type SingleStep,
  type Step,
  scenarioShape,
} from './declaration.ts';
export { badFile, type Place, type Places, type ReadScenario, readScenario } from './read.ts';
export { jsonSchema } from './shape.ts';
