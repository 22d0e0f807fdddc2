/**
 * @module Does what a fix says, and undoes it: what it touches is written down first, byte for byte, in the world's folder;
 * what somebody changed after it is never put back over.
 */

import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, Failure, type Say, type Store, say } from '../../base/index.ts';
import type { Fix, Step } from './types.ts';

/** What only the whole program can do. */
export interface Hands {
  /** Ends the world's processes and starts them anew; left out where this runs in one of them. */
  readonly restart?: () => Promise<void>;
  readonly renewLeaf: () => Promise<void>;
}
export interface Mender {
  /** Fails where it cannot be done; what was done until then can be undone. */
  mend(fix: Fix): Promise<void>;
  /** The last one that can be undone. */
  last(): Mended | undefined;
  /** Undoes the last one and answers what it was. Fails with -1: `nothing-to-undo`, `changed-since`. */
  undo(): Mended;
}
export interface Mended {
  readonly fix: string;
  readonly title: Say;
  readonly at: number;
  readonly touches: readonly string[];
}
interface Kept extends Mended {
  readonly files: readonly Before[];
}
interface Before {
  readonly path: string;
  /** Undefined: it was not there. */
  readonly mode?: number;
  /** Left out where its mode alone was changed. */
  readonly base64?: string;
  /** What it was after the fix, by mode and digest; a fix that was interrupted has none. */
  readonly after?: string;
}

export const undoFile = 'doctor/undo.json';
const mostKept = 20;

export function createMender(options: { readonly store: Store; readonly clock: Clock; readonly hands: Hands }): Mender {
  const { store, clock, hands } = options;
  const read = (): readonly Kept[] => {
    const bytes = store.read(undoFile);
    return bytes === undefined ? [] : (JSON.parse(Buffer.from(bytes).toString('utf8')) as { list: Kept[] }).list;
  };
  const write = (list: readonly Kept[]): void =>
    store.write(undoFile, Buffer.from(JSON.stringify({ v: 1, list: list.slice(-mostKept) })));

  const does: { readonly [D in Step['do']]: (step: Extract<Step, { do: D }>) => Promise<void> | void } = {
    remove: ({ path }) => rmSync(path, { force: true }),
    mode: ({ path, mode }) => chmodSync(path, mode),
    write: ({ path, text }) => replace(path, Buffer.from(text), modeOf(path) ?? 0o644),
    restart() {
      if (hands.restart === undefined) throw notFromInside();
      return hands.restart();
    },
    'renew-leaf': () => hands.renewLeaf(),
  };

  return {
    async mend(fix) {
      if (fix.needs === 'restart' && hands.restart === undefined) throw notFromInside();
      const { id, title, touches } = fix;
      const before = read();
      const modesAlone = fix.steps.every((step) => step.do === 'mode');
      const mended: Mended = { fix: id, title, at: clock.now(), touches };
      const files = touches.map((path) => keep(path, modesAlone));
      if (touches.length > 0) write([...before, { ...mended, files }]);
      try {
        for (const step of fix.steps) await (does[step.do] as (one: Step) => Promise<void> | void)(step);
      } catch (cause) {
        throw cause instanceof Failure ? cause : notMended(title, cause);
      } finally {
        if (touches.length > 0)
          write([
            ...before,
            { ...mended, files: files.map((one) => ({ ...one, after: standing(one.path, modesAlone) })) },
          ]);
      }
    },
    last() {
      const kept = read().at(-1);
      return kept && mendedOf(kept);
    },
    undo() {
      const list = read();
      const kept = list.at(-1);
      if (kept === undefined)
        throw new Failure(-1, {
          kind: 'nothing-to-undo',
          why: say({ zh: '沒有可以復原的修復', en: 'nothing was mended that could be undone' }),
        });
      for (const { path, base64, mode, after } of kept.files)
        if (after !== undefined && after !== standing(path, base64 === undefined && mode !== undefined))
          throw changedSince(path);
      for (const one of kept.files) putBack(one);
      write(list.slice(0, -1));
      return mendedOf(kept);
    },
  };
}

const mendedOf = ({ fix, title, at, touches }: Kept): Mended => ({ fix, title, at, touches });

const modeOf = (path: string): number | undefined => lstatSync(path, { throwIfNoEntry: false })?.mode;

function keep(path: string, modeAlone: boolean): Before {
  const mode = modeOf(path);
  if (mode === undefined) return { path };
  return { path, mode: mode & 0o7777, ...(modeAlone ? {} : { base64: readFileSync(path).toString('base64') }) };
}

/** How a file stands, short enough to compare. */
function standing(path: string, modeAlone: boolean): string {
  const mode = modeOf(path);
  if (mode === undefined) return 'none';
  const digest = modeAlone ? '' : createHash('sha256').update(readFileSync(path)).digest('hex');
  return `${(mode & 0o7777).toString(8)} ${digest}`;
}

function putBack({ path, mode, base64 }: Before): void {
  if (mode === undefined) rmSync(path, { force: true });
  else if (base64 === undefined) chmodSync(path, mode);
  else replace(path, Buffer.from(base64, 'base64'), mode);
}

/** Whole or not at all. */
function replace(path: string, bytes: Uint8Array, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, bytes, { mode: mode & 0o7777, flush: true });
    chmodSync(beside, mode & 0o7777);
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
}

const notFromInside = (): Failure =>
  new Failure(-1, {
    kind: 'restart-outside',
    why: say({ zh: '控制軟體不能由自己重新啟動', en: 'the control software cannot be restarted by itself' }),
    todo: say({ zh: '請在終端機執行 opencshis doctor --fix', en: 'run opencshis doctor --fix in a terminal' }),
  });
const notMended = (title: Say, cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'not-mended',
    why: say({
      zh: `沒有修好「${title.zh}」：${(cause as NodeJS.ErrnoException).code ?? ''}`,
      en: `not done: ${title.en} (${(cause as NodeJS.ErrnoException).code ?? ''})`,
    }),
    todo: say({
      zh: 'opencshis doctor --undo 會還原已做的部分',
      en: 'opencshis doctor --undo takes back what was done',
    }),
    cause,
  });
const changedSince = (path: string): Failure =>
  new Failure(-1, {
    kind: 'changed-since',
    why: say({
      zh: `修復之後 ${path} 又被改過，沒有復原`,
      en: `${path} was changed after it was mended: nothing was undone`,
    }),
    todo: say({ zh: '請看過後自己決定', en: 'look at it, and decide yourself' }),
  });
