/** @module The SDK's face. */

export { type Client, ClientFailure, type ClientOptions, createClient, exchangeCode, type Link } from './client.ts';
export type * from './types.ts';
