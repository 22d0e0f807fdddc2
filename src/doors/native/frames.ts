/**
 * @module Frames of the native door: 4 bytes length (big-endian, of what follows), 1 byte type, body.
 * `docs/native-door.md` is the whole of it on one page; a client in C needs no more.
 */

export const frameTypes = {
  hello: 1,
  prove: 2,
  welcome: 3,
  call: 4,
  working: 5,
  answer: 6,
  ack: 7,
  cancel: 8,
  op: 9,
  opAnswer: 10,
  event: 11,
  watch: 12,
  chunk: 13,
  write: 14,
} as const;
export type FrameType = keyof typeof frameTypes;
export const protocolVersion = 1;
/** Bytes of a file in one `chunk` or `write`. */
export const filePart = 8192;

export function encodeFrame(type: FrameType, body: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(5 + body.length);
  out.writeUInt32BE(body.length + 1);
  out[4] = frameTypes[type];
  out.set(body, 5);
  return new Uint8Array(out.buffer, out.byteOffset, out.length);
}

/** Collects frames from a stream; `bad` is called once for a frame that is too long, empty or of no known type. */
export function frameReader(
  limit: number,
  frame: (type: FrameType, body: Uint8Array) => void,
  bad: () => void,
): (part: Uint8Array) => void {
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  const names = new Map(Object.entries(frameTypes).map(([name, value]) => [value as number, name as FrameType]));
  return (part) => {
    if (ended) return;
    rest = rest.length === 0 ? Buffer.from(part.buffer, part.byteOffset, part.length) : Buffer.concat([rest, part]);
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(0);
      const type = names.get(rest[4] ?? 0);
      if (length < 1 || length > limit || type === undefined) {
        ended = true;
        bad();
        return;
      }
      if (rest.length < 4 + length) return;
      // Not copied: what a socket reads into is never written again.
      const body = new Uint8Array(rest.buffer, rest.byteOffset + 5, length - 1);
      rest = rest.subarray(4 + length);
      frame(type, body);
      if (ended) return;
    }
  };
}

/** Writes the fields of a body: short texts (1 byte length), bytes (4 bytes length), 32-bit integers. */
export class BodyWriter {
  #bytes = Buffer.allocUnsafe(256);
  #at = 0;

  u8(value: number): this {
    this.#room(1);
    this.#bytes[this.#at++] = value;
    return this;
  }
  i32(value: number): this {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
    return this;
  }
  /** 8 bytes; -1 is all ones. */
  u64(value: number): this {
    this.#room(8);
    this.#at = this.#bytes.writeBigInt64BE(BigInt(value), this.#at);
    return this;
  }
  short(text: string): this {
    const length = Buffer.byteLength(text, 'utf8');
    if (length > 255) throw new RangeError('a short text has at most 255 bytes');
    this.u8(length);
    this.#room(length);
    this.#at += this.#bytes.write(text, this.#at, 'utf8');
    return this;
  }
  long(bytes: Uint8Array): this {
    return this.i32(bytes.length).raw(bytes);
  }
  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }
  done(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#at);
  }

  #room(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}
export const bodyWriter = (): BodyWriter => new BodyWriter();

/** Reads them again; throws RangeError beyond the end. */
export class BodyReader {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Uint8Array) {
    this.#body = Buffer.from(body.buffer, body.byteOffset, body.length);
  }
  u8(): number {
    return this.#body[this.#take(1)] ?? 0;
  }
  i32(): number {
    return this.#body.readInt32BE(this.#take(4));
  }
  /** An offset or a size, which no file has beyond 2^53; -1 for all ones. */
  u64(): number {
    const value = this.#body.readBigInt64BE(this.#take(8));
    if (value < -1n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('no such offset');
    return Number(value);
  }
  short(): string {
    const length = this.u8();
    const from = this.#take(length);
    return this.#body.toString('utf8', from, from + length);
  }
  long(): Uint8Array {
    return this.raw(this.i32());
  }
  /** A view: nobody writes into a frame that was read. */
  raw(length: number): Uint8Array {
    const from = this.#take(length);
    return new Uint8Array(this.#body.buffer, this.#body.byteOffset + from, length);
  }
  rest(): Uint8Array {
    return this.raw(this.#body.length - this.#at);
  }

  /** Where the next bytes begin. */
  #take(length: number): number {
    const from = this.#at;
    if (length < 0 || from + length > this.#body.length) throw new RangeError('the frame ends too early');
    this.#at += length;
    return from;
  }
}
export const bodyReader = (body: Uint8Array): BodyReader => new BodyReader(body);

/** A file of the caller's: one to be read (its size; -1: it could not be opened), or one to be written. */
export type WireFile = { readonly file: 'in'; readonly size: number } | { readonly file: 'out' };
export type WireValue = number | string | Uint8Array | WireFile;

/**
 * Named values: 1 byte count, then name, kind (0 bytes, 1 integer, 2 a file to read, 3 a file to write) and value of
 * each. Text travels as Big5 bytes.
 */
export function writeValues(
  writer: BodyWriter,
  values: { readonly [name: string]: WireValue },
  textBytes: (text: string) => Uint8Array,
): void {
  const names = Object.keys(values);
  writer.u8(names.length);
  for (const name of names) {
    const value = values[name] as WireValue;
    writer.short(name);
    if (typeof value === 'number') writer.u8(1).i32(value);
    else if (isWireFile(value)) value.file === 'in' ? writer.u8(2).u64(value.size) : writer.u8(3);
    else writer.u8(0).long(typeof value === 'string' ? textBytes(value) : value);
  }
}

const isWireFile = (value: WireValue): value is WireFile => typeof value === 'object' && 'file' in value;

export function readValues(reader: BodyReader): { [name: string]: number | Uint8Array | WireFile } {
  const out: { [name: string]: number | Uint8Array | WireFile } = Object.create(null);
  const count = reader.u8();
  for (let index = 0; index < count; index++) {
    const name = reader.short();
    const kind = reader.u8();
    if (kind > 3) throw new RangeError('no such kind of value');
    if (kind === 2) out[name] = { file: 'in', size: reader.u64() };
    else if (kind === 3) out[name] = { file: 'out' };
    else out[name] = kind === 1 ? reader.i32() : reader.long();
  }
  return { ...out };
}
