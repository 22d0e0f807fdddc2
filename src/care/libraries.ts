/** @module Where a HIS would find its library: the folders that the system searches, in their order. */

import { join, win32 } from 'node:path';
import type { Machine } from './machine.ts';

export interface LibraryPlace {
  readonly path: string;
  readonly size: number;
}
const names = { windows: ['CsHis.dll', 'CsHis50.dll'], linux: ['libcshis.so'], mac: ['libcshis.dylib'] } as const;

export async function libraryPlaces(machine: Machine): Promise<readonly LibraryPlace[]> {
  const windows = machine.platform === 'win32';
  const wanted = windows ? names.windows : machine.platform === 'darwin' ? names.mac : names.linux;
  const places = await Promise.all(
    foldersOf(machine).flatMap((folder) =>
      wanted.map(async (name) => {
        const path = windows ? win32.join(folder, name) : join(folder, name);
        const facts = await machine.file(path);
        return facts === undefined || facts.folder ? [] : [{ path, size: facts.size }];
      }),
    ),
  );
  return places.flat();
}

function foldersOf({ platform, env, arch }: Machine): readonly string[] {
  if (platform === 'win32') {
    const system = env.SystemRoot ?? 'C:\\Windows';
    const path = (env.Path ?? env.PATH ?? '').split(';').filter(Boolean);
    return distinct(
      [`${system}\\System32`, `${system}\\SysWOW64`, system, ...path, 'C:\\NHI\\LIB', 'C:\\NHI\\LIB2'],
      (one) => one.toLowerCase().replace(/\\$/, ''),
    );
  }
  const own = (env[platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean);
  const debian = arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return distinct([...own, '/usr/local/lib', `/usr/lib/${debian}`, '/usr/lib'], (one) => one.replace(/(?<=.)\/$/, ''));
}

const distinct = (list: readonly string[], key: (one: string) => string): readonly string[] =>
  [...new Map(list.toReversed().map((one) => [key(one), one])).values()].toReversed();
