/** @module A virtual card behind vpcd: two-byte length, then data; one byte is power off, on, reset or "give the ATR". */

import { connect, type Socket } from 'node:net';
import type { VirtualCard } from '../../src/reader/index.ts';

export interface Plugged {
  /** Takes the card out. */
  remove(): Promise<void>;
}

/** Puts a card into vpcd's slot; `before` may answer for the card, take it out (throw), or hang (never resolve). */
export function plug(
  card: VirtualCard,
  port: number,
  before: (command: Uint8Array) => Promise<Uint8Array | undefined> | undefined = () => undefined,
): Promise<Plugged> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let rest = Buffer.alloc(0);
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    const send = (bytes: Uint8Array): void => {
      const head = Buffer.alloc(2);
      head.writeUInt16BE(bytes.length);
      socket.write(Buffer.concat([head, bytes]));
    };
    const handle = async (message: Uint8Array): Promise<void> => {
      if (message.length === 1) {
        if (message[0] === 4) send(card.atr);
        else if (message[0] !== 1) card.powerOff();
        return;
      }
      try {
        send((await before(message)) ?? card.process(message));
      } catch {
        socket.destroy();
      }
    };
    let queue: Promise<void> = Promise.resolve();
    socket.setNoDelay(true);
    socket.once('connect', () =>
      resolve({
        async remove() {
          socket.destroy();
          await closed;
          card.powerOff();
        },
      }),
    );
    socket.on('error', reject);
    socket.on('data', (part) => {
      rest = Buffer.concat([rest, part]);
      while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
        const message = Uint8Array.from(rest.subarray(2, 2 + rest.readUInt16BE(0)));
        rest = rest.subarray(2 + message.length);
        queue = queue.then(() => handle(message));
      }
    });
  });
}
