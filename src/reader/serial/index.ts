/** @module Dedicated readers (3.5) on serial ports. The library that knows ports is loaded when one is opened. */

export { candidates } from './candidates.ts';
export * as ccid from './ccid.ts';
export * as escapes from './escape.ts';
export { type Asked, askPort } from './find.ts';
export { type Check, encodeFrame, encodeNak, type FrameEvent, type FrameParser, frameParser } from './frame.ts';
export { type Holder as PortHolder, holderOf } from './holder.ts';
export { serialLimits } from './limits.ts';
export { type Line, type LineEvents, type OpenLine, openPort } from './line.ts';
export { type SerialPort, type SerialReaders, serialReaders } from './readers.ts';
export { decodeSecure, encodeSecure } from './secure.ts';
