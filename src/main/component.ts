/** @module The web component's face of a world: its switch in the folder, its certificate, what the command line asks of it. */

import { homedir } from 'node:os';
import { systemClock, systemRandom } from '../base/index.ts';
import type { Control } from '../control/index.ts';
import { createComponent } from '../doors/component/index.ts';
import type { ComponentControl, Origins } from '../doors/index.ts';
import type { OpenedWorld } from './compose.ts';
import { leafKeeper } from './leaf.ts';
import { version } from './version.ts';

export const componentFile = 'component/switch.json';

export function composeComponent(
  { store, clock }: Pick<OpenedWorld, 'store' | 'clock'>,
  parts: { readonly control: Control; readonly origins: Origins },
): ComponentControl & { resume(): Promise<void>; close(): Promise<void> } {
  const leaf = leafKeeper({
    store,
    clock,
    random: systemRandom,
    home: homedir(),
    changed: async () => component.leafChanged(),
  });
  const component = createComponent({
    clock: systemClock,
    origins: parts.origins,
    parts: { control: parts.control, random: systemRandom, version },
    leaf: leaf.get,
    kept: {
      get() {
        const bytes = store.read(componentFile);
        return bytes !== undefined && (JSON.parse(Buffer.from(bytes).toString('utf8')) as { on: boolean }).on;
      },
      set: (on) => store.write(componentFile, Buffer.from(JSON.stringify({ on }))),
    },
  });
  const actions = {
    status: async () => undefined,
    on: component.switchOn,
    off: component.switchOff,
    install: leaf.install,
    remove: leaf.remove,
  };
  return {
    async act(action) {
      await actions[action]();
      return component.status();
    },
    resume: component.resume,
    async close() {
      leaf.close();
      await component.close();
    },
  };
}
