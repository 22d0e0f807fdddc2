export { type Bench, createBench } from './bench.ts';
export { type CardFace, type CardFile, faceOf, filesOf } from './card-face.ts';
export { cardFile } from './card-file.ts';
export { type DedicatedReader, dedicatedReaders } from './dedicated.ts';
export { demoCards } from './demo-cards.ts';
export { type FaultKind, faultKinds, faultOf, faultPlaces } from './fault-kinds.ts';
export type { FaultOption } from './fault-options.ts';
export { faultyCentre, faultyReaders, faultySam, faultyStore, linkedPoster } from './faults.ts';
export { cardOfPerson, type IssuedCard, issueCard } from './issue.ts';
export { type LineOptions, type SimulatedLine, simulatedLine } from './line/simulated-line.ts';
export {
  makeWorld,
  type NewWorld,
  newCardFor,
  professionalTitles,
  readCard,
  readWorldFile,
  type WorldFile,
  worldFile,
} from './make.ts';
export { findPeople } from './people.ts';
export { samTitles } from './sam-cards.ts';
export { slotsOf } from './slots.ts';
export { type SwitchBoard, switchBoard, switchFile } from './switch-file.ts';
export * from './switches.ts';
