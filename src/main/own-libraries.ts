/** @module Where this installation has its own libraries for HIS programs. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In the clone, in the npm package and in the packages of a release alike. */
export function ownLibrary(platform: NodeJS.Platform, arch: string, bits: 32 | 64): string {
  const build = fileURLToPath(new URL('../../native/build/', import.meta.url));
  const beside = fileURLToPath(new URL('../native/build/', import.meta.url));
  const root = existsSync(build) || !existsSync(beside) ? build : beside;
  if (platform === 'win32') return `${root}win${bits}/CsHis.dll`;
  return platform === 'darwin' ? `${root}macos-${arch}/libcshis.dylib` : `${root}linux-${arch}/libcshis.so`;
}
