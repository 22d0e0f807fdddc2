/** @module What the command line takes of installation. */

export { type Installation, installationAt } from './installation.ts';
export { type RunningCounter, type Upgraded, type UpgradeStep, upgrade } from './upgrade.ts';
