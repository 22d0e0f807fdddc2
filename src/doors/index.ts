export { createIdentity } from './identity.ts';
export {
  type Body,
  type ComponentControl,
  type DoctorControl,
  type DoorDependencies,
  opRoles,
  ops,
  type Recording,
} from './ops.ts';
export {
  type Asking,
  createOrigins,
  type KnownOrigin,
  mayAsk,
  type OriginEvent,
  type Origins,
  type Purpose,
} from './origins.ts';
export { OpFile, type SupportAnswer, type SupportControl, type SupportMail } from './support.ts';
export { createTokens, type Tokens } from './tokens.ts';
export { type WorldAction, type WorldControl, worldActions } from './world-control.ts';
