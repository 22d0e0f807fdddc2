/** @module The SDK's face. */

export {
  type AnswerOf,
  type CallOptions,
  type Client,
  type ClientOptions,
  checked,
  createClient,
  exchangeCode,
  type Link,
  type RegisterInputs,
} from './client.ts';
export { ClientFailure, openLink, type Trouble, troubles } from './failure.ts';
export { connect, defaultBase, type Paired, type PairOptions, pair, paired, unpair } from './pair.ts';
export { timeouts } from './request.ts';
export type * from './types.ts';
