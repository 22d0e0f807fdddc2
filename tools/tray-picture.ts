/**
 * @module Makes docs/pictures/tray.png: the icon on a real panel (xfce4-panel, on a screen that nobody sees), its menu open,
 * once connected and once with the network cut. `node tools/tray-picture.ts`; needs the Debian packages xvfb, xfce4-panel,
 * xfconf, imagemagick, xdotool, dbus, adwaita-icon-theme and fonts-wqy-microhei.
 */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { cliFor } from '../test/support/cli.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'opencshis-picture-'));
const running: ChildProcess[] = [];

const config = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="background-style" type="uint" value="1"/>
      <property name="background-rgba" type="array">
        <value type="double" value="0.85"/>
        <value type="double" value="0.87"/>
        <value type="double" value="0.9"/>
        <value type="double" value="1"/>
      </property>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
`;

/** Starts a program and answers the first line that it says on standard output. */
async function firstLine(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  running.push(child);
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error(`${command} said nothing`);
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const base = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: `${folder}/config`,
  XDG_RUNTIME_DIR: folder,
  LANG: 'zh_TW.UTF-8',
  LC_ALL: 'C.UTF-8',
};
const world = path.join(folder, 'world');
try {
  const display = `:${await firstLine('Xvfb', ['-displayfd', '1', '-screen', '0', '360x230x24', '-nolisten', 'tcp'], base)}`;
  const bus = await firstLine('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    ...base,
    DISPLAY: display,
  });
  const env = { ...base, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus };
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { env, encoding: 'utf8' });
  const channels = `${folder}/config/xfce4/xfconf/xfce-perchannel-xml`;
  mkdirSync(channels, { recursive: true });
  writeFileSync(`${channels}/xfce4-panel.xml`, config);
  running.push(spawn('xfce4-panel', ['--disable-wm-check'], { env, stdio: 'ignore' }));

  const cli = cliFor(world, {
    ...(env as { [name: string]: string }),
    OPENCSHIS_DESKTOP: 'on',
    SSH_CONNECTION: '',
    SSH_TTY: '',
  });
  const done = async (...args: string[]): Promise<void> => {
    const ran = await cli(...args);
    if (ran.code !== 0) throw new Error(ran.stderr);
  };
  await done('world', 'new', '--port', '0', '--people', '5');
  await done('start', '--minimised');
  const shot = async (name: string): Promise<void> => {
    await wait(7000);
    run('xdotool', 'mousemove', '18', '214', 'click', '3');
    await wait(1500);
    run('import', '-window', 'root', `${folder}/${name}.png`);
    run('xdotool', 'key', 'Escape');
  };
  await shot('good');
  await done('network', 'down');
  await shot('offline');
  await done('stop');
  const target = path.join(root, 'docs/pictures/tray.png');
  mkdirSync(path.dirname(target), { recursive: true });
  // The screen behind is black and nothing else is.
  const shots = [`${folder}/good.png`, `${folder}/offline.png`];
  run(
    'convert',
    ...shots,
    '-fill',
    '#f4f6f8',
    '-opaque',
    'black',
    '+append',
    '-strip',
    '-colors',
    '48',
    `PNG8:${target}`,
  );
  process.stdout.write(`${target}\n`);
} finally {
  await cliFor(world)('stop');
  for (const child of running.reverse()) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
