/** @module The face of this room. */

export { checks } from './doctor/checks/index.ts';
export { counted, examine, findingOf, presented } from './doctor/examine.ts';
export { createMender, type Mended, type Mender, undoFile } from './doctor/mend.ts';
export type {
  Area,
  Check,
  Examined,
  Finding,
  Fix,
  Found,
  Kind,
  Kinds,
  Patient,
  Severity,
  Status,
  Step,
} from './doctor/types.ts';
export {
  type Installation,
  installationAt,
  type RunningCounter,
  type Upgraded,
  type UpgradeStep,
  upgrade,
} from './install/index.ts';
export * from './libraries/index.ts';
export type {
  Asked,
  FileFacts,
  Listener,
  Machine,
  PcscFacts,
  Ran,
  Reached,
  RegistryKey,
  RunningProcess,
} from './machine.ts';
export {
  findNeighbours,
  isOfficialRunning,
  mayStop,
  type Neighbour,
  obstacles,
  portsOfOwn,
  type Sign,
} from './neighbours/index.ts';
export type { Life, Own, OwnProcess, Starter } from './own.ts';
export { type Recorded, recordedMachine } from './recorded-machine.ts';
export * from './support/index.ts';
export { thisMachine } from './this-machine.ts';
export { type ZipEntry, zip } from './zip.ts';
