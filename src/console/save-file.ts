/** @module A file made in the page, put where the browser puts what it downloads; nothing of it goes into an address. */

import { after } from './time-and-chance.ts';

export function saveFile(name: string, type: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has begun to read it by then.
  after(10_000, () => URL.revokeObjectURL(url));
}
