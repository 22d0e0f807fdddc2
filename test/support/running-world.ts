/** @module A whole world running in processes of its own, as on a counter, for programs that come in from outside. */

import { firstCard, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { newWorldFolder } from './counter.ts';
import { ask } from './doors.ts';

export interface RunningWorld {
  readonly folder: string;
  /** The same function through the HTTP door. */
  call(name: string, inputs?: object): Promise<HttpAnswer>;
  /** Changes the simulated world, as its console does. */
  act(action: string, body: object): Promise<unknown>;
  stop(): Promise<void>;
}
export interface HttpAnswer {
  readonly code: number;
  /** Decoded buffers by parameter, their fields by name. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly fields: { readonly [buffer: string]: any };
}

/** Starts a world with a card in its first reader; also on TCP, for Windows programs. */
export async function runningWorld(card = 'normal'): Promise<RunningWorld> {
  const folder = newWorldFolder();
  process.env.OPENCSHIS_PCSC = 'off';
  process.env.OPENCSHIS_DESKTOP ??= 'off';
  process.env.OPENCSHIS_NATIVE_TCP = 'on';
  const { url, tokens } = await startDetached(folder);
  await firstCard(folder, card);
  const post = async (path: string, token: string | undefined, body: object) => {
    const answered = await ask({ port: Number(new URL(url).port) }, 'POST', path, {
      headers: { 'content-type': 'application/json', 'x-opencshis-token': token ?? '' },
      body: JSON.stringify(body),
    });
    if (answered.status !== 200) throw new Error(`${path}: ${answered.status} ${answered.text}`);
    return answered.json;
  };
  return {
    folder,
    call: (name, inputs = {}) => post(`/api/v1/call/${name}`, tokens.program, inputs),
    act: (action, body) => post(`/api/v1/world/${action}`, tokens.world, body),
    async stop() {
      await stopWorld(folder);
    },
  };
}
