/**
 * @module The floor of an upload, as a process of its own: the same frames over a local socket, each part written and
 * synced to one file, and nothing else. Prints the socket's path; answers each `call` frame (its first value's size)
 * by an `answer` when the file is there.
 */

import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { limits, systemClock } from '../src/base/index.ts';
import { bodyReader, encodeFrame, frameReader } from '../src/doors/native/frames.ts';
import { remoteFiles } from '../src/doors/native/remote-files.ts';

const [path = '', file = ''] = process.argv.slice(2);
createServer((socket) => {
  const files = remoteFiles(systemClock, (type, body) => socket.write(encodeFrame(type, body)));
  const take = async (size: number): Promise<void> => {
    const source = files.source('f', 'f', size);
    const descriptor = openSync(file, 'w');
    const part = (at: number) => source.read(at, Math.min(limits.uploadPart, size - at));
    let next = part(0);
    for (let at = 0; at < size; at += limits.uploadPart) {
      const bytes = await next;
      if (at + bytes.length < size) next = part(at + limits.uploadPart);
      writeSync(descriptor, bytes);
      fdatasyncSync(descriptor);
    }
    closeSync(descriptor);
    socket.write(encodeFrame('answer', new Uint8Array(0)));
  };
  socket.on('error', () => undefined);
  socket.on(
    'data',
    frameReader(
      limits.frame,
      (type, body) => {
        if (type === 'chunk') files.heard(type, body);
        else void take(bodyReader(body).u64());
      },
      () => socket.destroy(),
    ),
  );
}).listen(path, () => process.stdout.write('ready\n'));
process.stdin.on('end', () => process.exit()).resume();
