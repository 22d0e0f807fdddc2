/**
 * @module The icon by a helper program of the system (PowerShell, osascript), one JSON value a line. To it: `{ show }` with the
 * whole view. From it: `{ "ready": true }`, `{ "chosen": "open" }`. Its input ends: it takes the icon away and ends.
 */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Clock, systemClock } from '../../base/clock.ts';
import { Failure } from '../../base/failure.ts';
import { limits } from '../../base/limits.ts';
import { say } from '../../base/say.ts';
import { png } from './icon.ts';
import type { Tray, TrayHooks, TrayView } from './types.ts';

export interface Helper {
  readonly command: string;
  readonly args: readonly string[];
}

/** Fails with -1, kind `no-tray`, where the helper cannot be started or never says that it is ready. */
export function childTray(helper: Helper, hooks: TrayHooks, clock: Clock = systemClock): Promise<Tray> {
  return new Promise((resolve, reject) => {
    const child = spawn(helper.command, [...helper.args], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let ready = false;
    let closing = false;
    let complaint = '';
    const ended = new Promise<void>((over) => child.once('close', () => over()));
    const failed = (cause?: unknown): void => {
      cancel();
      child.kill();
      reject(noHelper(helper.command, complaint, cause));
    };
    const cancel = clock.after(limits.trayReady, () => failed());
    child.on('error', failed);
    // Whoever writes to a helper that has just ended hears of it by its end.
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(-400);
    });
    child.on('close', () => {
      if (!ready) failed();
      else if (!closing) hooks.gone();
    });
    createInterface(child.stdout).on('line', (line) => {
      const said = parsed(line);
      if (said.ready === true && !ready) {
        ready = true;
        cancel();
        resolve({
          show(view) {
            if (!closing) child.stdin.write(`${JSON.stringify({ show: shown(view) })}\n`);
          },
          async close() {
            closing = true;
            child.stdin.end();
            const force = clock.after(limits.trayReady, () => child.kill());
            await ended;
            force();
          },
        });
      } else if (ready && typeof said.chosen === 'string') hooks.chosen(said.chosen);
    });
  });
}

const shown = (view: TrayView) => ({ ...view, icon: Buffer.from(png(view.state, 32)).toString('base64') });

/** What is no JSON object says nothing. */
function parsed(line: string): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as { [name: string]: unknown }) : {};
  } catch {
    return {};
  }
}

const noHelper = (command: string, complaint: string, cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'no-tray',
    why: say({
      zh: `這裡沒有系統匣：${command} 無法顯示圖示${complaint === '' ? '' : `（${complaint.trim()}）`}`,
      en: `no tray here: ${command} could not show the icon${complaint === '' ? '' : ` (${complaint.trim()})`}`,
    }),
    todo: say({ zh: '以 opencshis open 開啟主控台', en: 'open the console by opencshis open' }),
    ...(cause === undefined ? {} : { cause }),
  });
