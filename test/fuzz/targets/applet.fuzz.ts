/** @module Any commands to a virtual card: a status word is always answered, and nothing is written without rights. */

import { virtualCard } from '../../../src/card/index.ts';
import { image } from './image.ts';

export function fuzz(data: Uint8Array): void {
  let written = false;
  const card = virtualCard(image, (next) => {
    // A PIN's try is the one thing that anybody may use up.
    written ||= JSON.stringify({ ...next, tries: 0 }) !== JSON.stringify({ ...image, tries: 0 });
  });
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 0;
    const answer = card.process(data.subarray(at + 1, at + 1 + length));
    at += 1 + length;
    if (answer.length < 2 || answer.length > 258) throw new Error('no status word');
  }
  if (written) throw new Error('written without a session');
}
