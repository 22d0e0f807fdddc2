/**
 * @module From one version to the next: checked, waited for, put beside, turned to, and back again where it does not come
 * up. Wherever it is killed, `current` names a whole release: the old one, or the new one on trial.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Clock, Failure, limits, say, sleep } from '../../base/index.ts';
import type { Say } from '../../base/say.ts';
import { compareVersions } from '../neighbours/versions.ts';
import { beginTrial, checkMayInstall, currentOf, endTrial, type Installation, turnTo } from './installation.ts';
import { type PackageFacts, verifyPackage } from './signature.ts';
import { unzip } from './unzip.ts';

/** The counter that this installation runs, as an upgrade needs it. */
export interface RunningCounter {
  /** Undefined where none runs. */
  state(): { readonly version: string; readonly calls: number; readonly pins: number } | undefined;
  stop(): void;
  /** Starts the current release and returns when it answered or did not come up. */
  start(): void;
}

export type UpgradeStep = 'check' | 'wait' | 'put' | 'stop' | 'turn' | 'start' | 'back';

export interface Upgraded {
  readonly from: string;
  readonly to: string;
  /** `back`: the new version did not come up, the old one runs again. */
  readonly state: 'checked' | 'upgraded' | 'back';
}

/** Is this file one that may follow on what is installed? Reads it once: what was checked is what is installed. */
function checkPackage(file: string, installed: Installation): { readonly facts: PackageFacts; readonly bytes: Buffer } {
  const bytes = readFileSync(file);
  const facts = verifyPackage(
    bytes,
    existsSync(`${file}.sig`) ? readFileSync(`${file}.sig`, 'utf8') : undefined,
    installed.keys,
  );
  if (facts.platform !== installed.platform)
    throw no(
      'platform',
      say({
        zh: `這個套件是給 ${facts.platform} 的，這裡是 ${installed.platform}`,
        en: `this package is for ${facts.platform}, this is ${installed.platform}`,
      }),
    );
  if (facts.version === installed.version)
    throw no('same-version', say({ zh: `已經是 ${facts.version}`, en: `this is ${facts.version} already` }));
  if (compareVersions(facts.version, installed.version) < 0)
    throw no(
      'downgrade',
      say({
        zh: `${facts.version} 比已安裝的 ${installed.version} 舊，不會降版`,
        en: `${facts.version} is older than ${installed.version}, which is installed; it is not replaced by an older one`,
      }),
      say({
        zh: '一定要舊版時：先移除（資料會保留），再安裝舊版',
        en: 'where it must be the older one: remove this one (the data stays), then install that',
      }),
    );
  return { facts, bytes };
}

export async function upgrade(
  file: string,
  installed: Installation,
  counter: RunningCounter,
  options: {
    readonly clock: Clock;
    readonly check?: boolean;
    readonly now?: boolean;
    readonly tell?: (step: UpgradeStep) => void;
  },
): Promise<Upgraded> {
  const tell = options.tell ?? (() => undefined);
  tell('check');
  const { facts, bytes } = checkPackage(file, installed);
  const { root } = installed;
  const from = currentOf(root) ?? installed.version;
  const to = facts.version;
  if (options.check) return { from, to, state: 'checked' };
  checkMayInstall(root);
  const ran = counter.state() !== undefined;
  if (ran && !options.now) await idle(counter, options.clock, tell);
  tell('put');
  put(facts, bytes, installed, basename(file));
  if (ran) {
    tell('stop');
    counter.stop();
  }
  tell('turn');
  beginTrial(root, from, to);
  turnTo(root, to);
  if (ran) {
    tell('start');
    counter.start();
    if (counter.state()?.version !== to) {
      tell('back');
      counter.stop();
      turnTo(root, from);
      endTrial(root);
      counter.start();
      return { from, to, state: 'back' };
    }
    // Where nothing ran, the trial ends at the first start.
    endTrial(root);
  }
  tidy(root, [from, to]);
  return { from, to, state: 'upgraded' };
}

async function idle(counter: RunningCounter, clock: Clock, tell: (step: UpgradeStep) => void): Promise<void> {
  const until = clock.monotonic() + limits.upgradePatience;
  for (let told = false; ; ) {
    const state = counter.state();
    if (state === undefined || (state.calls === 0 && state.pins === 0)) return;
    if (!told) tell('wait');
    told = true;
    if (clock.monotonic() > until)
      throw no(
        'busy',
        say({
          zh: `櫃檯一直有人在用（進行中 ${state.calls}，等待密碼 ${state.pins}），沒有升級`,
          en: `the counter is in use (${state.calls} calls, ${state.pins} PINs asked for): not upgraded`,
        }),
        say({ zh: '稍後再試，或以 --now 立刻停止並升級', en: 'try later, or stop it at once by --now' }),
      );
    await sleep(clock, limits.upgradeLook);
  }
}

/** The new release beside the old one. Until it is whole it has no name by which anything would run it. */
function put(facts: PackageFacts, bytes: Buffer, { root, platform }: Installation, name: string): void {
  if (platform.endsWith('-zip')) {
    const work = join(root, 'releases', '.new');
    const place = join(root, 'releases', facts.version);
    rmSync(work, { recursive: true, force: true });
    unzip(bytes, `releases/${facts.version}/`, work);
    rmSync(place, { recursive: true, force: true });
    renameSync(work, place);
    return;
  }
  // A copy that only the administrator can write: what was checked is what dpkg gets.
  const incoming = join(root, 'incoming');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { mode: 0o700 });
  try {
    const own = join(incoming, name.replaceAll(/[^\w.+-]/g, '_'));
    writeFileSync(own, bytes, { mode: 0o600, flag: 'wx' });
    const ran = spawnSync('/usr/bin/dpkg', ['--force-confold', '-i', own], {
      encoding: 'utf8',
      env: {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        LC_ALL: 'C.UTF-8',
        DEBIAN_FRONTEND: 'noninteractive',
        OPENCSHIS_UPGRADE: '1',
      },
    });
    if (ran.status !== 0) {
      const said = `${ran.stdout}${ran.stderr}${ran.error ?? ''}`.trim().split('\n').slice(-3).join('\n');
      throw no('dpkg', say({ zh: `dpkg 沒有完成\n${said}`, en: `dpkg did not do it\n${said}` }));
    }
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function tidy(root: string, keep: readonly string[]): void {
  for (const name of readdirSync(join(root, 'releases')))
    if (!keep.includes(name)) rmSync(join(root, 'releases', name), { recursive: true, force: true });
}

const no = (kind: string, why: Say, todo?: Say): Failure => new Failure(-1, { kind, why, ...(todo ? { todo } : {}) });
