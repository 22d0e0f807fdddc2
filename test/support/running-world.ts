/** @module A whole world running in processes of its own, as on a counter, for programs that come in from outside. */

import { firstCard, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { readDiscovery } from '../../src/main/home.ts';
import type { NewWorld } from '../../src/world/index.ts';
import { newWorldFolder } from './counter.ts';
import { ask } from './doors.ts';

export interface RunningWorld {
  readonly folder: string;
  readonly url: string;
  /** A link that opens the console, once. */
  link(): Promise<string>;
  /** All that is to be known of the simulated world. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  state(): Promise<any>;
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
export async function runningWorld(card = 'normal', wanted: Partial<NewWorld> = {}): Promise<RunningWorld> {
  const folder = newWorldFolder(wanted);
  process.env.OPENCSHIS_PCSC = 'off';
  process.env.OPENCSHIS_DESKTOP ??= 'off';
  process.env.OPENCSHIS_NATIVE_TCP = 'on';
  const { url } = await startDetached(folder);
  const worldToken = (): string => readDiscovery(folder)?.tokens.world ?? '';
  await firstCard(folder, card);
  const port = Number(new URL(url).port);
  const post = async (path: string, token: string | undefined, body: object) => {
    const answered = await ask({ port }, 'POST', path, {
      headers: { 'content-type': 'application/json', 'x-opencshis-token': token ?? '' },
      body: JSON.stringify(body),
    });
    if (answered.status !== 200) throw new Error(`${path}: ${answered.status} ${answered.text}`);
    return answered.json;
  };
  return {
    folder,
    url,
    // Its tokens are others after each start: read anew.
    link: async () => {
      const { code } = (await post('/api/v1/link', readDiscovery(folder)?.tokens.operator, {})) as { code: string };
      return `${url}/#code=${code}`;
    },
    state: async () =>
      (await ask({ port }, 'GET', '/api/v1/world', { headers: { 'x-opencshis-token': worldToken() } })).json,
    call: (name, inputs = {}) => post(`/api/v1/call/${name}`, readDiscovery(folder)?.tokens.program, inputs),
    act: (action, body) => post(`/api/v1/world/${action}`, worldToken(), body),
    async stop() {
      await stopWorld(folder);
    },
  };
}
