/** @module A mistake put here on purpose: a fuzzer that does not find it finds nothing. */

/** One byte after the other: each that fits is new ground, which is what the search follows. */
const way = [0x43, 0x53, 0x48, 0x49];

export function fuzz(data: Uint8Array): void {
  let fits = 0;
  if (data[0] === way[0]) {
    fits = 1;
    if (data[1] === way[1]) {
      fits = 2;
      if (data[2] === way[2]) {
        fits = 3;
        if (data[3] === way[3]) throw new Error('planted');
      }
    }
  }
  if (fits > data.length) throw new Error('more bytes fit than there are');
}
