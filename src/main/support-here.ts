/** @module The mail and the bundle from a terminal: the running control software is asked over its door, where one runs. */

import { fileStore } from '../base/index.ts';
import { type Facts, type Status, thisMachine } from '../care/index.ts';
import type { SupportControl } from '../doors/index.ts';
import { connect } from './daemon.ts';
import { composeSupport } from './support.ts';

export async function withSupport<T>(folder: string, use: (support: SupportControl) => Promise<T>): Promise<T> {
  const store = fileStore(folder);
  const ask = async <A>(op: string): Promise<A> => {
    const client = await connect(folder);
    try {
      return await client.op<A>(op);
    } finally {
      client.close();
    }
  };
  try {
    return await use(
      composeSupport(folder, thisMachine, store, {
        status: () => ask<Status>('status'),
        trace: () => ask<Facts['trace']>('trace'),
        journal: () => ask<Facts['journal']>('journal'),
      }),
    );
  } finally {
    store.close();
  }
}
