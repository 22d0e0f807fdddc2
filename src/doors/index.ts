export { type Body, type DoorDependencies, opRoles, ops } from './ops.ts';
export { createTokens, type Tokens } from './tokens.ts';
export { type WorldAction, type WorldControl, worldActions } from './world-control.ts';
