/** @module Chance, for browsers and Node: the SDK runs where no random source is injected. */

export const fresh = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
