/** @module Other card software on the machine. */

export { findNeighbours, isOfficialRunning, type Neighbour, portsOfOwn, type Sign, type SignKind } from './find.ts';
export { mayStop, obstacles } from './installable.ts';
export { compareVersions, versionOf } from './versions.ts';
