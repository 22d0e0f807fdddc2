/**
 * @module The icon of each state, drawn here: no file to find, every size sharp. Told apart by their shapes alone: a disc with
 * a tick, a ring with a bar across, a triangle with an exclamation mark, a square with two bars.
 */

import { crc32, deflateSync } from 'node:zlib';
import type { TrayState } from './types.ts';

type Point = readonly [x: number, y: number];
/** Whether a point of the unit square is inside. */
type Shape = (x: number, y: number) => boolean;

const disc =
  ([cx, cy]: Point, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius;

/** A thick line with round ends through some points. */
const stroke =
  (width: number, ...points: readonly Point[]): Shape =>
  (x, y) =>
    points.some(([ax, ay], at) => {
      const [bx, by] = points[at + 1] ?? [ax, ay];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= width / 2;
    });

/** Within a convex outline, its corners clockwise on the screen, made larger all around by `round`. */
const polygon =
  (round: number, ...corners: readonly Point[]): Shape =>
  (x, y) => {
    const first = corners[0] ?? [0, 0];
    const inside = corners.every(([ax, ay], at) => {
      const [bx, by] = corners[at + 1] ?? first;
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    });
    return inside || stroke(round * 2, ...corners, first)(x, y);
  };

const middle: Point = [0.5, 0.5];

interface Drawing {
  readonly colour: number;
  readonly body: Shape;
  /** White upon the body; where it leaves the body, it is cut out of it. */
  readonly sign: Shape;
}

const drawings: { readonly [S in TrayState]: Drawing } = {
  good: {
    colour: 0x1f883d,
    body: disc(middle, 0.48),
    sign: stroke(0.13, [0.27, 0.53], [0.44, 0.69], [0.74, 0.34]),
  },
  offline: {
    colour: 0x6b7785,
    body: (x, y) =>
      (disc(middle, 0.48)(x, y) && !disc(middle, 0.33)(x, y)) || stroke(0.14, [0.2, 0.8], [0.8, 0.2])(x, y),
    sign: () => false,
  },
  attention: {
    colour: 0xd97706,
    body: polygon(0.06, [0.5, 0.1], [0.92, 0.88], [0.08, 0.88]),
    sign: (x, y) => stroke(0.12, [0.5, 0.38], [0.5, 0.6])(x, y) || disc([0.5, 0.76], 0.07)(x, y),
  },
  stopped: {
    colour: 0xb42318,
    body: polygon(0.08, [0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]),
    sign: (x, y) => stroke(0.14, [0.36, 0.3], [0.36, 0.7])(x, y) || stroke(0.14, [0.64, 0.3], [0.64, 0.7])(x, y),
  },
};

/** Points looked at in each direction of one pixel. */
const samples = 4;

/** Four bytes a pixel, row by row: alpha, red, green, blue, as StatusNotifierItem wants them. */
export function argb(state: TrayState, size: number): Uint8Array {
  const { colour, body, sign } = drawings[state];
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let inBody = 0;
      let inSign = 0;
      for (let part = 0; part < samples * samples; part++) {
        const x = (column + ((part % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(part / samples) + 0.5) / samples) / size;
        if (!body(x, y)) continue;
        inBody++;
        if (sign(x, y)) inSign++;
      }
      if (inBody === 0) continue;
      const white = inSign / inBody;
      const mixed = (shift: number): number => {
        const own = (colour >> shift) & 0xff;
        return Math.round(own + (0xff - own) * white);
      };
      pixels.set(
        [Math.round((inBody / samples ** 2) * 0xff), mixed(16), mixed(8), mixed(0)],
        (row * size + column) * 4,
      );
    }
  return pixels;
}

/** The same as a PNG file (RFC 2083), for Windows, macOS and pages. */
export function png(state: TrayState, size: number): Uint8Array {
  const pixels = argb(state, size);
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let at = 0; at < size * size; at++) {
    const [alpha = 0, red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 4);
    rows.set([red, green, blue, alpha], Math.floor(at / size) * (1 + size * 4) + 1 + (at % size) * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, colours with alpha.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
