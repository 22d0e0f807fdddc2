/** @module What the command line takes of installation. */

export { type Installation, installationAt } from './installation.ts';
export { type RunningCounter, type Step, type Upgraded, upgrade } from './upgrade.ts';
