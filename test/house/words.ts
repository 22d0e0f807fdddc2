/** @module What must not be written anywhere: machine paths, hosts of registries, tools and papers of one workplace. */

import type { Sources } from './sources.ts';
import { withoutComments } from './sources.ts';

/** Put together from halves, so that this file does not find itself. */
const forbidden: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: new RegExp(`${'/wo'}rk/`), why: 'a path of one machine' },
  { pattern: new RegExp(`(^|[\\s"'\`(=:])/${'(home|root|Users)'}/\\w`), why: 'a path of one machine' },
  { pattern: new RegExp(`\\.\\./${'shar'}ed\\b`), why: 'a folder outside of the project' },
  { pattern: new RegExp(`${'regist'}ry\\.[\\w-]+\\.\\w+`, 'i'), why: 'a host of a registry' },
  { pattern: new RegExp(`^\\s*(@[\\w-]+:)?${'regist'}ry\\s*=`, 'm'), why: 'a host of a registry' },
  { pattern: new RegExp(`"${'resol'}ved":`), why: 'a lock names no hosts (omit-lockfile-registry-resolved)' },
  { pattern: new RegExp(`\\b(${'iss'}ue|ticket)s? #?\\d+`, 'i'), why: 'a number that only one tracker knows' },
  {
    pattern: new RegExp(`\\b(${'anthro'}pic|${'clau'}de|${'chat'}gpt|${'copi'}lot)\\b`, 'i'),
    why: 'a tool of the authors',
  },
  { pattern: new RegExp(`\\b(bare-${'machine'}\\.sh|before-${'stop'})\\b`), why: 'a tool of one workplace' },
];

/** Lines where such a word is right, with the reason. */
export const allowed: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [];

export function wordFaults(files: Sources): string[] {
  return [...files].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, at) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .filter(() => !allowed.some((one) => one.file === file && line.includes(one.text)))
        .map(({ why }) => `${file}:${at + 1}: ${why}: ${line.trim().slice(0, 120)}`),
    ),
  );
}

/** Time and chance come by argument. Biome's list of denied globals holds the rest (`Date`, `setTimeout` ..). */
const calls: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bMath\.random\b/, instead: 'a Random by argument' },
  { pattern: /\b(Date\.now|performance\.now|process\.hrtime)\b/, instead: 'a Clock by argument' },
  { pattern: /\bnew Date\b/, instead: 'a Clock by argument' },
  { pattern: /(?<![.\w])(setTimeout|setInterval)\(/, instead: 'a Clock by argument' },
  { pattern: /'(node:)?timers(\/promises)?'/, instead: 'a Clock by argument' },
  { pattern: /\b(randomBytes|randomUUID|getRandomValues)\(/, instead: 'a Random by argument' },
];

const mayCall = [
  'src/base/clock.ts',
  'src/base/random.ts',
  'src/client/timer.ts',
  'src/client/random.ts',
  'src/console/time-and-chance.ts',
  // Runs in a browser, as the text that the simulated site gives it.
  'src/centre/server/vpn/script.ts',
];

export function callFaults(files: Sources): string[] {
  return [...files]
    .filter(([file]) => /^src\/.*\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !mayCall.includes(file))
    .flatMap(([file, text]) =>
      withoutComments(text)
        .split('\n')
        .flatMap((line, at) =>
          calls
            .filter(({ pattern }) => pattern.test(line) && !/\bfunction \w+\(/.test(line))
            .map(({ instead }) => `${file}:${at + 1}: take ${instead}: ${line.trim().slice(0, 120)}`),
        ),
    );
}
