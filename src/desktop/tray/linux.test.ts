import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { noSession, startBus, startPanel } from '../../../test/support/desktop/session.ts';
import { Failure } from '../../base/index.ts';
import { argb } from './icon.ts';
import { openTray } from './index.ts';
import type { TrayHooks, TrayView } from './types.ts';

const skip = noSession() ?? false;
const cleanup: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const one of cleanup.reverse()) await one();
});

const view: TrayView = {
  state: 'good',
  title: '健保卡 under_score',
  text: '正常 Working\n第二行',
  items: [
    { id: 'open', label: '開啟 a_b', enabled: true },
    { id: 'restart', label: 'restart', enabled: false },
    { id: 'line', label: '', enabled: false },
    { id: 'quit', label: 'quit', enabled: true },
  ],
};

function recorded() {
  const chosen: string[] = [];
  const said: string[] = [];
  let gone = 0;
  let wake = (): void => {};
  const hooks: TrayHooks = {
    chosen: (id) => {
      chosen.push(id);
      wake();
    },
    said: (words) => void said.push(words.en),
    gone: () => {
      gone++;
      wake();
    },
  };
  const until = async (fits: () => boolean): Promise<void> => {
    while (!fits())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { chosen, said, hooks, until, gone: () => gone };
}

async function session(...args: string[]) {
  const bus = await startBus();
  cleanup.push(() => bus.stop());
  const panel = await startPanel(bus, ...args);
  cleanup.push(() => panel.stop());
  const heard = recorded();
  const open = () =>
    openTray(heard.hooks, { platform: 'linux', env: { DBUS_SESSION_BUS_ADDRESS: bus.address }, home: '/nowhere' });
  return { bus, panel, ...heard, open };
}

test('a panel reads icon, words and menu, and what is clicked is told', { skip }, async () => {
  const { panel, chosen, said, until, open } = await session();
  const tray = await open();
  cleanup.push(() => tray.close());
  tray.show(view);
  await panel.event('registered');
  const shown = await panel.shows((one) => one.menu.length === 4);
  assert.equal(shown.id, 'opencshis');
  assert.equal(shown.title, view.title);
  assert.equal(shown.status, 'Active');
  assert.deepEqual(shown.tooltip, [view.title, view.text]);
  assert.equal(shown.icon.pixels, Buffer.from(argb('good', shown.icon.width)).toString('hex'));
  assert.deepEqual(
    shown.menu.map(({ label, enabled, separator }) => ({ label, enabled, separator })),
    [
      { label: '開啟 a__b', enabled: true, separator: false },
      { label: 'restart', enabled: false, separator: false },
      { label: '', enabled: true, separator: true },
      { label: 'quit', enabled: true, separator: false },
    ],
  );
  panel.do('click restart');
  panel.do('click quit');
  await until(() => chosen.length > 0);
  assert.deepEqual(chosen, ['quit'], 'what is not enabled cannot be chosen');
  panel.do('activate');
  await until(() => chosen.length > 1);
  assert.deepEqual(chosen, ['quit', 'open']);
  assert.deepEqual(said, []);

  tray.show({ ...view, state: 'attention', items: view.items.slice(1) });
  const next = await panel.shows((one) => one.status === 'NeedsAttention');
  assert.equal(next.icon.pixels, Buffer.from(argb('attention', next.icon.width)).toString('hex'));
  const ids = Object.fromEntries(shown.menu.map(({ label, id }) => [label, id]));
  assert.ok(
    next.menu.every(({ label, id }) => ids[label] === id),
    'an item keeps its number',
  );
});

test('a panel that comes later gets the icon then, and again when it was started anew', { skip }, async () => {
  const { panel, said, open } = await session('--late');
  const tray = await open();
  cleanup.push(() => tray.close());
  tray.show(view);
  assert.match(said.join(), /comes when a panel does/);
  for (let time = 0; time < 2; time++) {
    panel.do('come');
    await panel.event('registered');
    assert.equal((await panel.shows(() => true)).title, view.title);
    panel.do('leave');
    await panel.event('left');
  }
  assert.equal(said.length, 1, 'said once');
});

test('without a bus it says so; with one that ends it says that it is gone', { skip }, async () => {
  const none = recorded();
  for (const env of [{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, { DBUS_SESSION_BUS_ADDRESS: '?' }])
    await assert.rejects(openTray(none.hooks, { platform: 'linux', env, home: '/nowhere' }), (error) => {
      assert.ok(error instanceof Failure && error.kind === 'no-tray', String(error));
      return true;
    });
  const { bus, panel, until, gone, open } = await session();
  const tray = await open();
  tray.show(view);
  await panel.event('registered');
  await panel.shows((one) => one.title === view.title);
  await bus.stop();
  await until(() => gone() > 0);
  tray.show({ ...view, state: 'offline' });
  assert.equal(gone(), 1);
});
