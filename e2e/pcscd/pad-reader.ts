/** @module A reader with a PIN pad behind a real pcscd: its driver (ifd-socket.c) asks here. It is honest or lies, by choice. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { decodePinCommand, encodeFeatures } from '../../src/reader/pcsc/pin-pad.ts';
import { platforms } from '../../src/reader/pcsc/platform.ts';
import type { VirtualCard } from '../../src/reader/types.ts';

const { controlCode } = platforms.linux;
const codes = { verify: controlCode(1), modify: controlCode(2), properties: controlCode(3) };

/** How the reader answers; `keys` is what a person types, once it is asked. */
export interface PadReader {
  card: VirtualCard | undefined;
  features: 'pad' | 'none' | 'unsupported' | 'broken';
  keys: (entry: { min: number; max: number; twice: boolean }) => Promise<string | Uint8Array>;
  /** Every byte that the computer sent to the reader or got from it. */
  readonly line: Uint8Array[];
  close(): Promise<void>;
}
const done = 0;
const unsupported = 1;
const broken = 2;

/** Builds the driver and listens; the answer's `config` is for pcscd. */
export async function padReader(folder: string): Promise<PadReader & { readonly config: string }> {
  const library = join(folder, 'libifdsocket.so');
  const source = join(import.meta.dirname, 'ifd-socket.c');
  const built = spawnSync(
    'gcc',
    ['-shared', '-fPIC', '-Wall', '-Wextra', '-Werror', '-I/usr/include/PCSC', source, '-o', library],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(built.stderr);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    let rest = Buffer.alloc(0);
    let turn: Promise<void> = Promise.resolve();
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      rest = Buffer.concat([rest, part]);
      while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
        const what = String.fromCharCode(rest[0] ?? 0);
        const data = Uint8Array.from(rest.subarray(5, 5 + rest.readUInt32BE(1)));
        rest = rest.subarray(5 + data.length);
        turn = turn.then(async () => {
          const answer = await asked(what, data);
          const head = Buffer.alloc(4);
          head.writeUInt32BE(answer.length);
          if (what !== 'P') reader.line.push(data, answer);
          socket.write(Buffer.concat([head, answer]));
        });
      }
    });
  });
  const reader: PadReader = {
    card: undefined,
    features: 'pad',
    keys: async () => '',
    line: [],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const asked = async (what: string, data: Uint8Array): Promise<Uint8Array> => {
    const { card } = reader;
    if (what === 'P') return Uint8Array.of(card ? 1 : 0);
    if (what === 'D' || what === 'R') {
      card?.powerOff();
      return what === 'R' ? (card?.atr ?? new Uint8Array(0)) : new Uint8Array(0);
    }
    if (what === 'T') return card?.process(data) ?? new Uint8Array(0);
    return control(Buffer.from(data).readUInt32BE(0), data.subarray(4));
  };
  const control = async (code: number, data: Uint8Array): Promise<Uint8Array> => {
    if (reader.features === 'unsupported') return Uint8Array.of(unsupported);
    if (reader.features === 'broken') return Uint8Array.of(broken);
    if (code === controlCode(3400))
      return Uint8Array.of(
        done,
        ...encodeFeatures(
          new Map(
            reader.features === 'none'
              ? []
              : [
                  [0x06, codes.verify],
                  [0x07, codes.modify],
                  [0x12, codes.properties],
                ],
          ),
        ),
      );
    // Its USB numbers, 1209:7ad0.
    if (code === codes.properties) return Uint8Array.of(done, 0x0b, 2, 0x09, 0x12, 0x0c, 2, 0xd0, 0x7a);
    const twice = code === codes.modify;
    const entry = decodePinCommand(data, twice);
    if (entry === undefined) return Uint8Array.of(done, 0x6b, 0x80);
    const typed = await reader.keys(entry);
    if (typeof typed !== 'string') return typed;
    // The digits go into the card here, and nowhere else.
    const digits = Buffer.from(typed, 'latin1');
    const answer = reader.card?.process(Uint8Array.of(...entry.command, digits.length, ...digits));
    return Uint8Array.of(done, ...(answer ?? [0x64, 0x00]));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const config = join(folder, 'pad.conf');
  writeFileSync(config, `FRIENDLYNAME "Test Pinpad"\nLIBPATH ${library}\nCHANNELID ${port}\n`);
  return Object.assign(reader, { config });
}

export const padSays = (word: number): Uint8Array => Uint8Array.of(done, word >> 8, word & 0xff);
export const padFails = (how: 'unsupported' | 'broken'): Uint8Array =>
  Uint8Array.of(how === 'unsupported' ? unsupported : broken);
