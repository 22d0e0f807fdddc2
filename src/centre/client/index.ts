export { type Authorise, type HttpPoster, httpCentre, httpPoster, noNetwork } from './http.ts';
export { type Outbox, startOutbox } from './outbox.ts';
export type * from './types.ts';
