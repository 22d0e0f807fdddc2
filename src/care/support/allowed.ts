/**
 * @module What may stand in a bundle: made from what is known to say nothing of persons (our own words, versions, small
 * numbers), never by leaving out what looks personal. What is not known is `*`.
 */

import { apis, cardSoftware, errors } from '../../catalogue/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import { checks } from '../doctor/checks/index.ts';

export const removed = '*';

const names: ReadonlySet<string> = new Set(apis.map(({ name }) => name));
export const apiName = (value: string): string => (names.has(value) ? value : removed);

export const oneOf = <T extends string>(value: string, list: readonly T[]): T | typeof removed =>
  list.find((one) => one === value) ?? removed;

/** Nothing longer than six digits: a card's number has twelve, a date of birth seven. */
export const number = (value: number | undefined): number | typeof removed =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e6 ? Math.round(value) : removed;

export const versionText = (value: string | undefined): string =>
  /^v?\d{1,4}(\.\d{1,5}){1,3}([-+][a-z]{1,8}\.?\d{0,3})?$/.exec(value ?? '')?.[0] ?? removed;

/** To the minute, in Taiwan's time: `115-11-25 09:33`. */
export function minuteOf(at: number): string {
  const digits = rocDateTimeOf(at);
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5, 7)} ${digits.slice(7, 9)}:${digits.slice(9, 11)}`;
}

/** Parts of paths that every machine has, or that our own installation and the official one have. */
const parts: ReadonlySet<string> = new Set(
  `c: d: windows system32 syswow64 drivers etc hosts program files (x86) nhi lib lib2 bin sam comx1 ini utility usr local opt
  var share systemd system library launchdaemons launchagents run journal cards world centre component directory.json
  world.json origins.json identity.json support.json discovery.json log log.txt lock opencshis cshis.dll cshis50.dll
  libcshis.so libcshis.dylib csfsim.exe nhiicc.service nhiicc x86_64-linux-gnu aarch64-linux-gnu i386-linux-gnu`.split(
    /\s+/,
  ),
);
/** The parts of a path that everybody has; the others (a user, a folder of a HIS) are `*`. */
export const pathText = (value: string): string =>
  value
    .split(/([\\/])/)
    .map((part) => (part === '' || part === '\\' || part === '/' || parts.has(part.toLowerCase()) ? part : removed))
    .join('');

/** Words of our own English texts, as they are spelt there. */
const vocabulary: ReadonlySet<string> = new Set(
  [
    JSON.stringify(errors),
    ...checks.flatMap(({ finds, title, id, area }) => [
      id,
      area,
      title.en,
      ...Object.entries(finds).flatMap(([kind, { what, why, todo }]) => [kind, what.en, why.en, todo.en]),
    ]),
    ...cardSoftware.flatMap(({ id, name }) => [id, name.en]),
    `Error TypeError RangeError SyntaxError ReferenceError AbortError Failure at async new Object Promise Module process node
    internal warning Warning ExperimentalWarning DeprecationWarning unhandled rejection uncaught exception code errno syscall
    ENOENT EACCES EPERM EADDRINUSE ECONNREFUSED ECONNRESET ENOSPC EROFS EPIPE EMFILE ETIMEDOUT open read write connect listen
    tray bus session control sam centre supervisor restarted ended signal exit SIGKILL SIGTERM SIGSEGV null undefined`,
  ].flatMap((text) => text.match(/[A-Za-z]+/g) ?? []),
);
const sourcePlace = /^[a-z][a-z-]*\.(ts|js|cjs)(:\d{1,5}){0,2}$/;

/** A line of a log or a sentence: our own words, names of functions, small numbers, places in our source; the rest is `*`. */
export const lineText = (line: string): string =>
  line
    .slice(0, 400)
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^\s"'`()[\]{},;=<>]+/g, (token) => {
      const place = token.split(/[\\/]/).at(-1) ?? '';
      if (/[\\/]/.test(token)) return sourcePlace.test(place) ? place : removed;
      const core = token.replace(/^[.:!?-]+|[.:!?-]+$/g, '');
      const known = names.has(core) || vocabulary.has(core) || /^\d{1,5}(ms|s)?$/.test(core) || sourcePlace.test(core);
      return core === '' || known ? token : removed;
    })
    .replaceAll(/(\*\s?){2,}/g, '* ')
    .trim();
