export { samClient } from './cloud-client.ts';
export { credentialFile, enrolSam } from './enrol.ts';
export type * from './types.ts';
export { moduleAt } from './types.ts';
export { type SignatureVerdict, verifySignature } from './verify.ts';
