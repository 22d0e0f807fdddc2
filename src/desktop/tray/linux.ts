/**
 * @module The icon on Linux: StatusNotifierItem with a com.canonical.dbusmenu menu, on the session bus. A panel that comes
 * later (log-in, a restarted desktop) is heard of, and gets the icon then.
 */

import { defineInterface, type MessageBus, sessionBus, Variant } from 'dbus-native';
import { Failure } from '../../base/failure.ts';
import { say } from '../../base/say.ts';
import { argb } from './icon.ts';
import type { Tray, TrayHooks, TrayItem, TrayView } from './types.ts';

const watcher = {
  name: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
} as const;
const itemPath = '/StatusNotifierItem';
const menuPath = '/MenuBar';
const sizes = [16, 22, 24, 32, 48];

/** Fails with -1, kind `no-tray`, where there is no session bus. */
export async function linuxTray(hooks: TrayHooks, address: string | undefined): Promise<Tray> {
  let bus: MessageBus;
  try {
    bus = sessionBus(address === undefined ? {} : { busAddress: address });
  } catch (cause) {
    throw noBus(cause);
  }
  let closing = false;
  bus.connection.on('error', () => undefined);
  const item = createItem(hooks);
  const menu = createMenu(hooks);
  await bus.export(itemPath, item.definition).catch((cause) => {
    throw noBus(cause);
  });
  await bus.export(menuPath, menu.definition);

  const register = (): Promise<boolean> =>
    bus
      .invoke({
        destination: watcher.name,
        path: watcher.path,
        interface: watcher.name,
        member: 'RegisterStatusNotifierItem',
        signature: 's',
        body: [bus.name ?? ''],
      })
      .then(
        () => true,
        () => false,
      );
  bus.connection.on('message', (message) => {
    if (message.member !== 'NameOwnerChanged' || message.sender !== 'org.freedesktop.DBus') return;
    const [name, , owner] = message.body ?? [];
    if (name === watcher.name && owner !== '') void register();
  });
  try {
    await bus.watch(
      `type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher.name}'`,
    );
  } catch (cause) {
    throw noBus(cause);
  }
  bus.connection.on('close', () => {
    if (!closing) hooks.gone();
    closing = true;
  });
  if (!(await register()))
    hooks.said(
      say({
        zh: '桌面目前不顯示系統匣圖示；面板出現時會自動顯示（GNOME 需要 AppIndicator 擴充套件）',
        en: 'the desktop shows no tray icons now; ours comes when a panel does (GNOME needs its AppIndicator extension)',
      }),
    );
  return {
    show(view) {
      if (closing) return;
      item.show(view);
      menu.show(view.items);
    },
    async close() {
      closing = true;
      await bus.close();
    },
  };
}

const noBus = (cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'no-tray',
    why: say({
      zh: '這裡沒有系統匣：沒有桌面的訊息匯流排（D-Bus）',
      en: 'no tray here: there is no session bus (D-Bus)',
    }),
    todo: say({ zh: '以 opencshis open 開啟主控台', en: 'open the console by opencshis open' }),
    cause,
  });

function createItem(hooks: TrayHooks) {
  let shown: TrayView = { state: 'stopped', title: 'OpenCSHIS', text: '', items: [] };
  const property = (type: string, get: () => unknown) => ({ type, access: 'read' as const, get });
  const pixmaps = () => sizes.map((size) => [size, size, Buffer.from(argb(shown.state, size))]);
  const definition = defineInterface({
    name: 'org.kde.StatusNotifierItem',
    methods: {
      Activate: { in: { x: 'i', y: 'i' }, handler: () => hooks.chosen('open') },
      SecondaryActivate: { in: { x: 'i', y: 'i' }, handler: () => hooks.chosen('open') },
      ContextMenu: { in: { x: 'i', y: 'i' }, handler: () => undefined },
      Scroll: { in: { delta: 'i', orientation: 's' }, handler: () => undefined },
    },
    properties: {
      Category: property('s', () => 'ApplicationStatus'),
      Id: property('s', () => 'opencshis'),
      Title: property('s', () => shown.title),
      Status: property('s', () => (shown.state === 'attention' ? 'NeedsAttention' : 'Active')),
      WindowId: property('i', () => 0),
      IconName: property('s', () => ''),
      IconPixmap: property('a(iiay)', pixmaps),
      OverlayIconName: property('s', () => ''),
      OverlayIconPixmap: property('a(iiay)', () => []),
      AttentionIconName: property('s', () => ''),
      AttentionIconPixmap: property('a(iiay)', pixmaps),
      AttentionMovieName: property('s', () => ''),
      ToolTip: property('(sa(iiay)ss)', () => ['', [], shown.title, shown.text]),
      ItemIsMenu: property('b', () => false),
      Menu: property('o', () => menuPath),
    },
    signals: {
      NewTitle: {},
      NewIcon: {},
      NewAttentionIcon: {},
      NewToolTip: {},
      NewStatus: { args: { status: 's' } },
    },
  });
  return {
    definition,
    show(view: TrayView) {
      const before = shown;
      shown = view;
      if (before.state !== view.state) {
        definition.emit.NewIcon?.();
        definition.emit.NewAttentionIcon?.();
        definition.emit.NewStatus?.(view.state === 'attention' ? 'NeedsAttention' : 'Active');
      }
      if (before.state !== view.state || before.text !== view.text) definition.emit.NewToolTip?.();
    },
  };
}

function createMenu(hooks: TrayHooks) {
  let items: readonly TrayItem[] = [];
  let revision = 1;
  // An item keeps its number for ever: a menu that changes under the pointer must not do another thing.
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  const propertiesOf = (one: TrayItem): { [name: string]: Variant } =>
    one.label === ''
      ? { type: new Variant('s', 'separator') }
      : {
          // An underscore would mark a key.
          label: new Variant('s', one.label.replaceAll('_', '__')),
          enabled: new Variant('b', one.enabled),
          visible: new Variant('b', true),
        };
  const rootProperties = { 'children-display': new Variant('s', 'submenu') };
  const find = (number: number) => items.find((one) => numberOf(one.id) === number);
  const clicked = (number: number, event: string): void => {
    const one = find(number);
    if (event === 'clicked' && one?.enabled) hooks.chosen(one.id);
  };
  const definition = defineInterface({
    name: 'com.canonical.dbusmenu',
    methods: {
      GetLayout: {
        in: { parentId: 'i', recursionDepth: 'i', propertyNames: 'as' },
        out: { revision: 'u', layout: '(ia{sv}av)' },
        handler: ({ parentId, recursionDepth }: { parentId: number; recursionDepth: number }) => {
          const one = find(parentId);
          const children =
            recursionDepth === 0
              ? []
              : items.map((each) => new Variant('(ia{sv}av)', [numberOf(each.id), propertiesOf(each), []]));
          return {
            revision,
            layout: one ? [parentId, propertiesOf(one), []] : [0, rootProperties, children],
          };
        },
      },
      GetGroupProperties: {
        in: { ids: 'ai', propertyNames: 'as' },
        out: { properties: 'a(ia{sv})' },
        handler: ({ ids }: { ids: readonly number[] }) =>
          items
            .filter((one) => ids.length === 0 || ids.includes(numberOf(one.id)))
            .map((one) => [numberOf(one.id), propertiesOf(one)]),
      },
      GetProperty: {
        in: { id: 'i', name: 's' },
        out: { value: 'v' },
        handler: ({ id, name }: { id: number; name: string }) => {
          const one = find(id);
          return (one ? propertiesOf(one)[name] : undefined) ?? new Variant('s', '');
        },
      },
      Event: {
        in: { id: 'i', eventId: 's', data: 'v', timestamp: 'u' },
        handler: ({ id, eventId }: { id: number; eventId: string }) => clicked(id, eventId),
      },
      EventGroup: {
        in: { events: 'a(isvu)' },
        out: { idErrors: 'ai' },
        handler: ({ events }: { events: readonly (readonly [number, string])[] }) => {
          for (const [id, event] of events) clicked(id, event);
          return events.map(([id]) => id).filter((id) => id !== 0 && find(id) === undefined);
        },
      },
      AboutToShow: { in: { id: 'i' }, out: { needUpdate: 'b' }, handler: () => false },
      AboutToShowGroup: {
        in: { ids: 'ai' },
        out: { updatesNeeded: 'ai', idErrors: 'ai' },
        handler: () => ({ updatesNeeded: [], idErrors: [] }),
      },
    },
    properties: {
      Version: { type: 'u', access: 'read', get: () => 3 },
      Status: { type: 's', access: 'read', get: () => 'normal' },
      TextDirection: { type: 's', access: 'read', get: () => 'ltr' },
      IconThemePath: { type: 'as', access: 'read', get: () => [] },
    },
    signals: {
      LayoutUpdated: { args: { revision: 'u', parent: 'i' } },
      ItemsPropertiesUpdated: { args: { updated: 'a(ia{sv})', removed: 'a(ias)' } },
      ItemActivationRequested: { args: { id: 'i', timestamp: 'u' } },
    },
  });
  return {
    definition,
    show(next: readonly TrayItem[]) {
      if (JSON.stringify(next) === JSON.stringify(items)) return;
      items = next;
      revision++;
      definition.emit.LayoutUpdated?.(revision, 0);
    },
  };
}
