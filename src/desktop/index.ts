/** @module The desktop around a running world: its browser, start at log-in, the registered link. The icon has its own face. */

export { type Arranged, type Arrangement, arrange, arranged, disarrange } from './arrangement.ts';
export { autostart, service } from './autostart.ts';
export { openInBrowser } from './browser.ts';
export { type Environment, hasScreen, here, mayHaveTray } from './environment.ts';
export { followLink, openLink, registeredLink } from './link.ts';
export type { Program } from './program.ts';
