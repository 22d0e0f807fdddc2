/** @module The process of the tray icon: shows the state of the running world, and does what its menu says. Never vital. */

import { spawnSync } from 'node:child_process';
import { Failure, limits, type Say, say, systemClock } from '../base/index.ts';
import { hasScreen, here } from '../desktop/index.ts';
import { isOffline, openTray, type Tray, type TrayHooks, type TrayStatus, viewOf } from '../desktop/tray/index.ts';
import type { NativeClient } from '../doors/native/client.ts';
import { runChild } from './child.ts';
import { connect, openConsole } from './daemon.ts';

const tell = (words: Say): void => void process.stdout.write(`${words.zh}\n${words.en}\n`);

runChild(async (child) => {
  const clock = systemClock;
  let tray: Tray | undefined;
  let client: NativeClient | undefined;
  let status: TrayStatus | undefined;
  let offlineSince: number | undefined;
  let restarting = false;
  let stopped = false;

  const show = (): void => tray?.show(viewOf({ status, offlineSince, restarting }));
  const heard = (now: TrayStatus | undefined): void => {
    status = now;
    if (now !== undefined) offlineSince = isOffline(now) ? (offlineSince ?? clock.now()) : undefined;
    show();
  };

  // One look at a time; what happens meanwhile asks for one more.
  let looking: Promise<void> | undefined;
  let again = false;
  const look = (): void => {
    again = looking !== undefined;
    looking ??= ask().finally(() => {
      looking = undefined;
      if (again) look();
    });
  };
  const ask = async (): Promise<void> => {
    const now = await client?.op<TrayStatus>('status').catch(() => undefined);
    if (client !== undefined && now !== undefined) heard(now);
  };
  const follow = async (): Promise<void> => {
    if (stopped) return;
    try {
      const made = await connect(child.folder);
      client = made;
      made.watch((event) => {
        if (event.type !== 'call' && event.type !== 'card') look();
      });
      made.onClose(lost);
      look();
    } catch {
      lost();
    }
  };
  const lost = (): void => {
    client = undefined;
    heard(undefined);
    clock.after(limits.trayAgain, () => void follow());
  };
  // Not all that is shown is told by an event.
  const lookAgain = (): void => {
    if (client !== undefined) look();
    clock.after(limits.trayLook, lookAgain);
  };

  const actions: { readonly [id: string]: () => Promise<unknown> } = {
    async open() {
      if (!(await openConsole(child.folder, withScreen())))
        tell(say({ zh: '找不到瀏覽器；opencshis open 給連結', en: 'no browser opened; opencshis open gives a link' }));
    },
    async restart() {
      if (restarting || status === undefined) return;
      restarting = true;
      show();
      try {
        // 0 is the console of the security module in 5.1, and the whole reader in 3.5.
        await client?.call('csSoftwareReset', { Type: status.profile === '3.5' ? 1 : 0 });
      } finally {
        restarting = false;
        look();
      }
    },
    async quit() {
      child.stop();
    },
  };
  const hooks: TrayHooks = {
    chosen: (id) => void actions[id]?.().catch(told),
    said: tell,
    gone: () => process.exit(1),
  };
  try {
    tray = await openTray(hooks, here());
  } catch (error) {
    // The world works without: said once, and not tried again.
    told(error);
    process.exit(0);
  }
  heard(undefined);
  void follow();
  lookAgain();
  return async () => {
    stopped = true;
    client?.close();
    await tray?.close();
  };
});

function told(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  tell(error.why);
  if (error.todo) tell(error.todo);
}

/** A service is started before the screen is there; by the time of a click its manager knows where it is. */
function withScreen() {
  const at = here();
  if (at.platform !== 'linux' || hasScreen(at)) return at;
  const { stdout } = spawnSync('systemctl', ['--user', 'show-environment'], { encoding: 'utf8' });
  const known = (stdout ?? '').split('\n').flatMap((line) => {
    const [, name, value] = /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY)=(.+)$/.exec(line) ?? [];
    return name && value ? [[name, value]] : [];
  });
  return { ...at, env: { ...at.env, ...Object.fromEntries(known) } };
}
