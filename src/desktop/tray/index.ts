/** @module The tray icon of this system: a face of its own, as D-Bus is loaded with it. */

import type { Environment } from '../environment.ts';
import { busAddress } from '../environment.ts';
import type { Tray, TrayHooks } from './types.ts';

export type { Tray, TrayHooks, TrayItem, TrayState, TrayView } from './types.ts';
export { isOffline, type TrayFacts, type TrayStatus, viewOf } from './view.ts';

/** Fails with -1, kind `no-tray`, in words, where this system or session has none. */
export async function openTray(hooks: TrayHooks, here: Environment): Promise<Tray> {
  if (here.platform === 'win32' || here.platform === 'darwin') {
    const { childTray } = await import('./child.ts');
    if (here.platform === 'win32') return childTray((await import('./windows.ts')).windowsHelper, hooks);
    return childTray((await import('./macos.ts')).macosHelper, hooks);
  }
  const { linuxTray } = await import('./linux.ts');
  return linuxTray(hooks, busAddress(here));
}
