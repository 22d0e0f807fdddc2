/** @module A desktop without a screen: a home of its own, whose browser writes down what it was given. */

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from '../counter.ts';
import { until } from '../doors.ts';

export interface Desktop {
  readonly home: string;
  readonly env: { readonly [name: string]: string };
  /** What the browser was given, an argument each, once there are so many. */
  given(count: number): Promise<string[]>;
  givenNow(): string[];
}

export function newDesktop(more: { readonly [name: string]: string } = {}): Desktop {
  const home = newFolder();
  const log = path.join(home, 'given.txt');
  const browser = path.join(home, 'browser');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${log}'\n`);
  chmodSync(browser, 0o755);
  const data = path.join(home, 'data');
  const config = path.join(home, 'config');
  mkdirSync(path.join(data, 'applications'), { recursive: true });
  mkdirSync(config);
  writeFileSync(
    path.join(data, 'applications', 'browser.desktop'),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${browser} %u\nMimeType=text/html;x-scheme-handler/http;\n`,
  );
  writeFileSync(
    path.join(config, 'mimeapps.list'),
    '[Default Applications]\ntext/html=browser.desktop\nx-scheme-handler/http=browser.desktop\n',
  );
  const givenNow = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
  return {
    home,
    env: {
      HOME: home,
      XDG_DATA_HOME: data,
      XDG_CONFIG_HOME: config,
      XDG_CURRENT_DESKTOP: '',
      DESKTOP_SESSION: '',
      // Nothing is drawn: the browser is a script.
      DISPLAY: ':0',
      SSH_CONNECTION: '',
      SSH_TTY: '',
      OPENCSHIS_DESKTOP: 'on',
      DBUS_SESSION_BUS_ADDRESS: '',
      XDG_RUNTIME_DIR: home,
      ...more,
    },
    givenNow,
    async given(count) {
      await until(`the browser is given ${count}`, () => givenNow().length >= count);
      return givenNow();
    },
  };
}
