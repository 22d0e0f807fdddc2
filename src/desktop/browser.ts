/** @module Hands a link to the desktop's browser, without showing its one-use code to other users of the machine. */

import { spawn } from 'node:child_process';
import { type Clock, systemClock } from '../base/clock.ts';
import { limits } from '../base/limits.ts';
import { type Environment, windowsProgram } from './environment.ts';

export interface Handing {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * How a link is handed over. On Linux and macOS everybody sees the arguments of everybody's programs, and whoever is
 * quicker uses the code: the browser gets the path of a page that its user alone can read, which leads on to the link.
 * A browser in a snap cannot read it: it gets the link. On Windows arguments are the user's own.
 */
export function handing(
  { platform, env }: Pick<Environment, 'platform' | 'env'>,
  target: { readonly link: string; readonly page: string; readonly browser?: string },
): Handing {
  switch (platform) {
    case 'win32':
      return { command: windowsProgram(env, 'rundll32.exe'), args: ['url.dll,FileProtocolHandler', target.link] };
    case 'darwin':
      return { command: 'open', args: [target.page] };
    default:
      return { command: 'xdg-open', args: [isSnap(target.browser) ? target.link : target.page] };
  }
}

/** Snaps name their programs `SNAP_PROGRAM.desktop`. */
const isSnap = (browser: string | undefined): boolean => /^[a-z0-9-]+_[a-z0-9-]+\.desktop$/.test(browser ?? '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The page that leads on. Its link works once and for minutes; the page may stay. */
export const leadingPage = (link: string): string => `<!doctype html>
<html lang="zh-Hant-TW"><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${escaped(link)}">
<title>OpenCSHIS 主控台</title>
<p><a href="${escaped(link)}">開啟主控台 Open the console</a></p></html>
`;

/**
 * Opens the link in a browser; false where nothing did. `keepPage` writes the page, readable by its user alone, and answers
 * its path.
 */
export async function openInBrowser(
  link: string,
  at: Environment,
  keepPage: (html: string) => string,
  clock: Clock = systemClock,
): Promise<boolean> {
  const page = at.platform === 'win32' ? '' : keepPage(leadingPage(link));
  const browser = at.platform === 'win32' || at.platform === 'darwin' ? undefined : await defaultBrowser(at, clock);
  return ranWell(handing(at, { link, page, ...(browser ? { browser } : {}) }), at, clock);
}

/** The desktop file of the default browser, as `xdg-settings` says; undefined where it cannot say. */
function defaultBrowser({ env }: Environment, clock: Clock): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('xdg-settings', ['get', 'default-web-browser'], {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const cancel = clock.after(limits.browserStart, () => child.kill());
    child.on('error', () => resolve(undefined));
    child.on('close', () => {
      cancel();
      resolve(said.trim() || undefined);
    });
  });
}

/** Some openers end at once, some live as long as the browser: one that has not failed by then has opened it. */
function ranWell({ command, args }: Handing, { env }: Environment, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { env: { ...env }, detached: true, stdio: 'ignore', windowsHide: true });
    const done = (well: boolean): void => {
      cancel();
      child.unref();
      resolve(well);
    };
    const cancel = clock.after(limits.browserStart, () => done(true));
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}
