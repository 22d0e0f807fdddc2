export { type Bench, createBench } from './bench.ts';
export { demoCards } from './demo-cards.ts';
export { faultyCentre, faultyReaders, faultySam, linkedPoster } from './faults.ts';
export {
  cardFile,
  makeWorld,
  type NewWorld,
  newCardFor,
  professionalTitles,
  readCard,
  readWorldFile,
  type WorldFile,
  worldFile,
} from './make.ts';
export { type SwitchBoard, switchBoard, switchFile } from './switch-file.ts';
export * from './switches.ts';
