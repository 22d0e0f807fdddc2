/** @module A line of bytes, and the one on a serial port. The library that knows ports is loaded with the first one. */

export interface Line {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
export interface LineEvents {
  bytes(bytes: Uint8Array): void;
  /** Once, when the port is gone; not after `close`. */
  lost(cause: unknown): void;
}
export type OpenLine = (path: string, speed: number, events: LineEvents) => Promise<Line>;

/** 8 data bits, no parity, one stop bit; refused where another program holds the port. */
export const openPort: OpenLine = async (path, speed, events) => {
  const { autoDetect } = await import('@serialport/bindings-cpp');
  const port = await autoDetect().open({
    path,
    baudRate: speed,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    lock: true,
    hupcl: false,
  });
  let open = true;
  const end = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await port.close().catch(() => undefined);
  };
  const lost = (cause: unknown): void => {
    if (!open) return;
    void end();
    events.lost(cause);
  };
  const read = async (): Promise<void> => {
    const room = Buffer.alloc(1024);
    while (open) {
      const { bytesRead } = await port.read(room, 0, room.length);
      if (!open) return;
      if (bytesRead > 0) events.bytes(Uint8Array.from(room.subarray(0, bytesRead)));
    }
  };
  read().catch(lost);
  return {
    async write(bytes) {
      if (!open) return;
      try {
        await port.write(Buffer.from(bytes));
      } catch (cause) {
        lost(cause);
      }
    },
    close: end,
  };
};
