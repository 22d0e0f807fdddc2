/** @module The process of the control software: control, its doors, the discovery file. */

import { chmodSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Failure, limits, type Store, startTimeOf, systemClock, systemRandom } from '../base/index.ts';
import { thisMachine } from '../care/index.ts';
import { type ItemQuestion, verifyItem } from '../control/index.ts';
import { serveHttp } from '../doors/http/index.ts';
import { createIdentity, createOrigins, createTokens } from '../doors/index.ts';
import { serveNative } from '../doors/native/index.ts';
import { samClient } from '../sam/index.ts';
import { runChild } from './child.ts';
import { composeComponent } from './component.ts';
import { centreUrl, composeControl, openWorldFolder, samToken, socketPath } from './compose.ts';
import { consoleAssets } from './console-assets.ts';
import { keepDirectory } from './directory.ts';
import { composeDoctor } from './doctor.ts';
import { consolesFile, type Discovery, discoveryFile, identityFile, originsFile, sharedModes } from './home.ts';
import { worldLines } from './lines.ts';
import { portReaders } from './ports.ts';
import { realReaders } from './real-readers.ts';
import { recorderOf } from './recorder.ts';
import { composeSupport } from './support.ts';
import { version } from './version.ts';
import { watchOf } from './watched.ts';
import { worldControl } from './world-control.ts';

runChild(async (child) => {
  const world = await openWorldFolder(child.folder);
  const { file, board } = world;
  const cloud = () =>
    samClient({
      path: socketPath(child.folder, 'sam'),
      token: samToken(world),
      clock: systemClock,
      random: systemRandom,
      offlineMode: () => board.get().offlineMode,
    });
  const real = await realReaders(systemClock, await portReaders(world));
  const lines = await worldLines(world);
  const whole = Promise.withResolvers<void>();
  const made = composeControl(world, {
    whole: whole.promise,
    centreUrl: centreUrl(world),
    real,
    ...(lines ? { lines } : {}),
    watch: () => watchOf(child.folder, child.supervisorAnswers),
    ...(file.profile === '5.1' ? { sam: cloud(), restartSam: () => child.restart('sam') } : {}),
  });
  await made.ready();
  const directory = keepDirectory(world, made);
  const tokens = createTokens(systemClock, systemRandom, {
    read: () => world.store.read(consolesFile),
    write: (bytes) => world.store.write(consolesFile, bytes),
  });
  const origins = createOrigins(systemClock, systemRandom, {
    read: () => world.store.read(originsFile),
    write: (bytes) => world.store.write(originsFile, bytes),
  });
  const component = composeComponent(world, { control: made.control, origins });
  const deps = {
    control: made.control,
    component,
    random: systemRandom,
    origins,
    world: worldControl(world, made, child.cutPower),
    newLink: tokens.newCode,
    directory: directory.fetch,
    verifyItem: (question: ItemQuestion) => verifyItem(made, question),
    recorder: recorderOf({
      control: made.control,
      clock: world.clock,
      random: systemRandom,
      links: () => board.get().links,
    }),
    doctor: composeDoctor(child.folder, world.store, made.control),
    support: composeSupport(child.folder, thisMachine, world.store, {
      status: () => made.control.status(),
      trace: async () => made.control.trace(),
      journal: () => made.control.journal({}),
    }),
    stop: child.stop,
  };
  const native = await serveNative(deps, {
    path: socketPath(child.folder, 'native'),
    tokens: tokens.byRole,
    clock: systemClock,
    random: systemRandom,
    user: userInfo().username,
    ...(process.platform === 'win32' || process.env.OPENCSHIS_NATIVE_TCP === 'on' ? { tcpPort: 0 } : {}),
  });
  const before = portBefore(world.store);
  const http = await serveHttp(deps, {
    port: process.env.OPENCSHIS_HTTP_PORT ? Number(process.env.OPENCSHIS_HTTP_PORT) : file.httpPort,
    ...(before === undefined ? {} : { portBefore: before }),
    tokens,
    identity: createIdentity({
      read: () => world.store.read(identityFile),
      write: (bytes) => world.store.write(identityFile, bytes),
    }),
    clock: systemClock,
    version,
    profile: file.profile,
    spool: join(child.folder, 'run'),
    assets: consoleAssets,
  });
  await component.resume();
  const discovery: Discovery = {
    v: 1,
    pid: process.pid,
    started: startTimeOf(process.pid) ?? '?',
    native: native.path,
    ...(native.tcp ? { tcp: native.tcp } : {}),
    url: http.url,
    tokens: tokens.byRole,
    profile: file.profile,
    version,
    world: file.world,
    simulated: true,
  };
  // Programs find the control software when all that it needs is there, and the disk has room to say so.
  const announce = (): void => {
    try {
      world.store.write(discoveryFile, Buffer.from(JSON.stringify(discovery)));
      if (process.env.OPENCSHIS_SHARED === 'on') shareWithGroup(child.folder, native.path);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      systemClock.after(limits.supervisorHeartbeat, announce);
    }
  };
  child.whenWhole(() => {
    announce();
    whole.resolve();
  });
  return async () => {
    await Promise.all([native.close(), http.close(), component.close()]);
    directory.stop();
    await made.close();
    world.store.close();
  };
});

/** The port of the process before this one, where there was one since the supervisor began. */
function portBefore(store: Store): number | undefined {
  const bytes = store.read(discoveryFile);
  return bytes && Number(new URL((JSON.parse(Buffer.from(bytes).toString('utf8')) as Discovery).url).port);
}

/** The machine's service: whoever is in its group finds it and speaks to it. All else stays its own. */
function shareWithGroup(folder: string, socket: string): void {
  for (const [path, mode] of Object.entries({ ...sharedModes(folder), [socket]: 0o660 })) chmodSync(path, mode);
}
