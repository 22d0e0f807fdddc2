/**
 * @module Files of a client, as its daemon's side sees them: asked for piece by piece over the client's own connection.
 * Several pieces are on their way at once, so that a file is not as slow as its round trips.
 */

import { type Clock, Failure, limits, say } from '../../base/index.ts';
import type { FileSink, FileSource } from '../../control/types.ts';
import { bodyReader, bodyWriter, type FrameType, filePart } from './frames.ts';

interface Asked {
  /** `chunk`: the bytes. `write`: none, once the next offset was right. */
  resolve(bytes: Uint8Array): void;
  reject(error: Failure): void;
  /** `chunk`: how many were asked for. `write`: the next offset. */
  readonly expected: number;
  cancel(): void;
}

export interface RemoteFiles {
  source(requestId: string, param: string, size: number): FileSource;
  sink(requestId: string, param: string): FileSink;
  /** A client's answer. Throws RangeError where nothing was asked, or more came than was. */
  heard(type: 'chunk' | 'write', body: Uint8Array): void;
  /** The connection ended. */
  gone(): void;
}

export function remoteFiles(clock: Clock, send: (type: FrameType, body: Uint8Array) => void): RemoteFiles {
  const asked = new Map<string, Asked>();
  let ended = false;
  const ask = (
    type: 'chunk' | 'write',
    requestId: string,
    param: string,
    offset: number,
    rest: Uint8Array,
    expected: number,
  ) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (ended) return reject(callerGone());
      const key = `${type}\n${requestId}\n${param}\n${offset}`;
      const cancel = clock.after(limits.fileAnswer, () => reject(callerGone()));
      asked.set(key, { resolve, reject, expected, cancel });
      send(type, bodyWriter().short(requestId).short(param).u64(offset).raw(rest).done());
    });
  return {
    source: (requestId, param, size) => ({
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        const got = await Promise.all(
          piecesOf(length).map(async (at) => {
            const part = Math.min(filePart, length - at);
            const piece = await ask('chunk', requestId, param, offset + at, bodyWriter().i32(part).done(), part);
            bytes.set(piece, at);
            return piece.length;
          }),
        );
        // What comes after a piece that was not whole would have a gap before it.
        const short = got.findIndex((part, index) => part < Math.min(filePart, length - index * filePart));
        return short < 0 ? bytes : bytes.subarray(0, short * filePart + (got[short] ?? 0));
      },
    }),
    sink: (requestId, param) => ({
      async write(offset, bytes) {
        await Promise.all(
          piecesOf(bytes.length).map((at) => {
            const part = bytes.subarray(at, at + filePart);
            return ask('write', requestId, param, offset + at, part, offset + at + part.length);
          }),
        );
      },
    }),
    heard(type, body) {
      const reader = bodyReader(body);
      const requestId = reader.short();
      const param = reader.short();
      const offset = reader.u64();
      const bytes = reader.rest();
      if (type === 'chunk') {
        const one = take(`chunk\n${requestId}\n${param}\n${offset}`);
        if (bytes.length > one.expected) throw new RangeError('more than was asked for');
        one.resolve(bytes);
        return;
      }
      // The answer names the next offset alone, or -1 for the oldest piece that waits.
      const prefix = `write\n${requestId}\n${param}\n`;
      const key = [...asked].find(
        ([name, one]) => name.startsWith(prefix) && (offset === -1 || one.expected === offset),
      )?.[0];
      const one = take(key ?? '');
      if (offset === -1) one.reject(notWritten());
      else one.resolve(bytes);
    },
    gone() {
      ended = true;
      for (const one of asked.values()) {
        one.cancel();
        one.reject(callerGone());
      }
      asked.clear();
    },
  };

  function take(key: string): Asked {
    const one = asked.get(key);
    if (one === undefined) throw new RangeError('nobody asked for this');
    asked.delete(key);
    one.cancel();
    return one;
  }
}

const piecesOf = (length: number): number[] =>
  Array.from({ length: Math.ceil(length / filePart) }, (_, index) => index * filePart);

/** Kind `caller-gone`: what came of the call is not kept for the same request id, so that it may be asked again. */
const callerGone = (): Failure =>
  new Failure(4000, {
    kind: 'caller-gone',
    why: say({ zh: '傳送檔案的程式已離線', en: 'the program that gave the file is gone' }),
    todo: say({ zh: '請再呼叫一次，會從中斷處繼續', en: 'call again: it goes on where it stopped' }),
  });
const notWritten = (): Failure =>
  new Failure(6016, {
    kind: 'file-not-written',
    why: say({ zh: '呼叫端無法寫入檔案', en: "the caller's side could not write the file" }),
    todo: say({ zh: '請檢查路徑、權限與磁碟空間', en: 'check path, permissions and disk space' }),
  });
