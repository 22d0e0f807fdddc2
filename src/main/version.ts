/** @module This program's version, from its package. */

import { readFileSync } from 'node:fs';

const find = (): string => {
  for (const up of ['../../package.json', '../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (found.name === 'opencshis' && found.version) return found.version;
    } catch {
      // the other place
    }
  }
  return '0.0.0';
};
export const version = find();
