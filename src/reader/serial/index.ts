/** @module Dedicated readers (3.5) on serial ports. The library that knows ports is loaded when one is opened. */

export { candidates } from './candidates.ts';
export * as ccid from './ccid.ts';
export * as escapes from './escape.ts';
export { askPort } from './find.ts';
export { type Check, encodeFrame, encodeNak, frameParser } from './frame.ts';
export { holderOf } from './holder.ts';
export { serialLimits } from './limits.ts';
export { serialReaders } from './readers.ts';
export { decodeSecure } from './secure.ts';
