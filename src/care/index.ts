/** @module The face of this room. */

export { checks } from './doctor/checks/index.ts';
export { examine } from './doctor/examine.ts';
export type { Area, Check, Examined, Finding, Fix, Patient, Severity, Status, Undo } from './doctor/types.ts';
export type { FileFacts, Listener, Machine, Ran, RegistryKey, RunningProcess } from './machine.ts';
export { thisMachine } from './this-machine.ts';
