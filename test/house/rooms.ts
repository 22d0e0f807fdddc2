/** @module The layers of the house, as data for the test that holds imports to them. */

/** Each room may import the rooms before it. */
export const order = [
  'base',
  'catalogue',
  'codec',
  'card',
  'journal',
  'reader',
  'centre',
  'sam',
  'control',
  'doors',
  'client',
  'console',
  'native',
  'world',
  'care',
  'tools',
  // The icon needs D-Bus and programs of the system, which the console's page in a browser cannot have: a room of its own.
  'desktop',
  'main',
  'cli',
] as const;

export type Room = (typeof order)[number];

/** What a room shows besides its `index.ts`: lighter (a contract without code) or heavier (loaded when used). */
export const faces: { readonly [room in Room]?: readonly string[] } = {
  base: ['failure.ts', 'say.ts', 'clock.ts', 'random.ts', 'limits.ts', 'file-store.ts', 'crash.ts'],
  catalogue: ['schema.ts', 'types.ts'],
  card: ['types.ts', 'virtual/index.ts'],
  care: ['doctor/ids.ts', 'support/items.ts'],
  journal: ['types.ts'],
  main: [
    'daemon.ts',
    'watched.ts',
    'home.ts',
    'mender.ts',
    'own-libraries.ts',
    'patient.ts',
    'ports.ts',
    'support-here.ts',
    'supervisor.ts',
    'version.ts',
    'settings.ts',
    'migrate.ts',
    'backup.ts',
    'verify.ts',
    'unwritten.ts',
    'replay.ts',
    'scenario/index.ts',
    'scenario/own.ts',
  ],
  reader: ['types.ts', 'pcsc/index.ts', 'serial/index.ts', 'virtual.ts'],
  centre: ['client/index.ts', 'client/types.ts', 'client/authorisation.ts', 'server/index.ts'],
  sam: ['types.ts', 'console/index.ts', 'service/index.ts', 'card/index.ts'],
  control: ['types.ts'],
  doors: [
    'native/index.ts',
    'native/client.ts',
    'register-walk.ts',
    'http/index.ts',
    'component/index.ts',
    'v6/index.ts',
  ],
  world: ['switches.ts', 'bench.ts', 'scenario/index.ts'],
  desktop: ['environment.ts', 'tray/index.ts'],
};

/** Contracts that a room takes from a later one, as types alone: they leave nothing at run time. */
export const contracts: readonly { readonly room: Room; readonly takes: string; readonly why: string }[] = [
  { room: 'card', takes: 'reader/types.ts', why: 'a card is spoken to through a channel that a reader gives' },
  { room: 'journal', takes: 'centre/client/types.ts', why: 'the journal keeps events in the words of the centre' },
];

/** Rooms that see less than all the rooms before them. */
export const only: { readonly [room in Room]?: readonly Room[] } = {
  client: ['catalogue'],
  console: ['client'],
  native: ['base', 'catalogue', 'codec'],
  desktop: ['base'],
  cli: ['base', 'catalogue', 'codec', 'client', 'care', 'tools', 'desktop', 'main'],
};

/** Development packages that are built into what a room publishes. */
export const builtIn: { readonly [room in Room]?: readonly string[] } = {
  console: ['preact', '@preact/signals', '@picocss/pico'],
};

/** Rooms that take types alone from the rooms before them, because they are published on their own. */
export const typesAlone: readonly Room[] = ['client'];

/** A live installation does not compose the world: whoever needs it loads it at the moment of use. */
export const loadedWhenUsed: readonly Room[] = ['world'];

/** Rooms without clock, random source, file system or network, and the parts of Node that they may use. */
export const pure: { readonly [room in Room]?: readonly string[] } = {
  catalogue: [],
  codec: ['node:crypto', 'node:zlib', 'node:buffer', 'node:util'],
  tools: ['node:crypto'],
};
