/** @module A world of its own for a bench, in a temporary folder, started as a user starts it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, newWorld, startDetached, stopWorld } from '../src/main/daemon.ts';

export async function withWorld<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-bench-'));
  process.env.OPENCSHIS_PCSC = 'off';
  await newWorld(folder, { httpPort: 0, people: 10 });
  await startDetached(folder);
  try {
    return await work(folder);
  } finally {
    await stopWorld(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function act(folder: string, action: string, body: { readonly [name: string]: unknown }): Promise<void> {
  const client = await connect(folder, 'world');
  try {
    await client.op('world', { action, ...body });
  } finally {
    client.close();
  }
}
