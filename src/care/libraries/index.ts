/** @module Copies of the library of a HIS, and which program loads which. */

export {
  type Copy,
  copyAt,
  findCopies,
  foldersOfProcesses,
  type Maker,
  officialFolders,
  windowsNames,
} from './copies.ts';
export { type HisLoads, type HisProgram, hisPrograms, type Prediction, predict, runningConsole } from './his.ts';
export { type Installed, installLibrary, keptEnd, undoLibrary } from './install.ts';
export { type PeFacts, readPe } from './pe.ts';
export { searchOrder, wouldLoad } from './search.ts';
