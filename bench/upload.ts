/**
 * @module An upload through the native door, the control software and the data centre, in MB a second, against the bare
 * copy of the same file through the same frames into a synced file (`floor-upload.ts`), in turn.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bodyReader, bodyWriter, encodeFrame, frameReader } from '../src/doors/native/frames.ts';
import { connect } from '../src/main/daemon.ts';
import { endlessUpload } from '../test/support/upload.ts';
import { type Bench, median, timed } from './measure.ts';
import { withWorld } from './world.ts';

const size = 20_000_000;
const rounds = 5;

export const upload: Bench = {
  name: 'upload',
  run: () =>
    withWorld(async (folder) => {
      const client = await connect(folder, 'program');
      await client.call('csVerifySAMDC');
      const bare = await bareCopy();
      const ours: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const made = endlessUpload(size, `b${round}`);
        const bytes = await made.read(0, made.size);
        const took = await timed(async () => {
          const answer = await client.call('csUploadData', { pUploadFileName: bytes });
          if (answer.code !== 0) throw new Error(`answered ${answer.code}`);
        });
        ours.push(bytes.length / 1000 / took);
        floor.push(bytes.length / 1000 / (await timed(() => bare.copy(bytes))));
      }
      client.close();
      await bare.close();
      const [one, other] = [median(ours), median(floor)];
      return [
        {
          name: 'upload',
          what: {
            zh: '上傳 20 MB（讀兩次、兩端檢查 XML），對照同樣訊框複製到檔案',
            en: 'an upload of 20 MB (read twice, its XML on both sides), against a copy through the same frames',
          },
          ours: `${one.toFixed(1)} MB/s`,
          floor: `${other.toFixed(1)} MB/s`,
          ratio: other / one,
          goal: '≤ 10',
          met: other / one <= 10,
        },
      ];
    }),
};

async function bareCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-floor-'));
  const path = join(folder, 's');
  const program = fileURLToPath(new URL('./floor-upload.ts', import.meta.url));
  const child = spawn(process.execPath, [program, path, join(folder, 'file')], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const socket = dial(path);
  await once(socket, 'connect');
  let bytes: Uint8Array = new Uint8Array(0);
  let done = (): void => {};
  socket.on(
    'data',
    frameReader(
      16_384,
      (type, body) => {
        if (type === 'answer') return done();
        const reader = bodyReader(body);
        const [id, name, offset, length] = [reader.short(), reader.short(), reader.u64(), reader.i32()];
        const answer = bodyWriter()
          .short(id)
          .short(name)
          .u64(offset)
          .raw(bytes.subarray(offset, offset + length));
        socket.write(encodeFrame('chunk', answer.done()));
      },
      () => socket.destroy(),
    ),
  );
  return {
    copy: (file: Uint8Array) =>
      new Promise<void>((resolve) => {
        bytes = file;
        done = resolve;
        socket.write(encodeFrame('call', bodyWriter().u64(file.length).done()));
      }),
    async close(): Promise<void> {
      socket.destroy();
      child.stdin.end();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
