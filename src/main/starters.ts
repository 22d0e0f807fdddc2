/** @module What of ours stands in a user's desktop and starts a program: is that program still there? */

import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine, Starter } from '../care/index.ts';
import {
  type Arrangement,
  autostart,
  type Environment,
  type Program,
  registeredLink,
  service,
} from '../desktop/index.ts';

/** As the program would be started from the desktop; `world` where it is not the usual place. */
export const thisProgram = (world?: string): Program => ({
  node: process.execPath,
  entry: fileURLToPath(new URL('../../bin/opencshis.cjs', import.meta.url)),
  ...(world === undefined ? {} : { world }),
});

const made: { readonly [S in Starter['id']]: (program: Program, at: Environment) => Arrangement } = {
  autostart,
  service,
  link: registeredLink,
};

export function startersOf({ platform, env, home }: Pick<Machine, 'platform' | 'env' | 'home'>): Starter[] {
  const program = thisProgram(env.OPENCSHIS_HOME || undefined);
  return Object.entries(made).flatMap(([id, make]) => {
    try {
      return (make(program, { platform, env, home }).files ?? []).flatMap(({ path, text }): Starter[] => {
        const there = textAt(path);
        if (there === undefined) return [];
        const gone = pathsIn(there).find((one) => !existsSync(one));
        return [{ id: id as Starter['id'], path, right: text, ...(gone === undefined ? {} : { gone }) }];
      });
    } catch {
      // A system that has no such thing.
      return [];
    }
  });
}

/** Node and the guard, out of a line `Exec=`, `ExecStart=`, or a property list. */
function pathsIn(text: string): string[] {
  const commands = [
    ...[...text.matchAll(/^Exec(?:Start)?=(.*)$/gm)].map(([, line = '']) => line),
    ...[...text.matchAll(/<string>([^<]*)<\/string>/g)].map(([, word = '']) => `"${word}"`),
  ].join(' ');
  return [...commands.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)]
    .map(([, quoted, bare]) => (quoted ?? bare ?? '').replaceAll('%%', '%').replaceAll(/\\(.)/g, '$1'))
    .filter((word) => isAbsolute(word) && (/node(\.exe)?$/.test(word) || word.endsWith('.cjs')));
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
