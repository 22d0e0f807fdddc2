/** @module All that the doctor looks at, in the order in which it is shown. */

import type { Check } from '../types.ts';
import { browser } from './browser.ts';
import { clock } from './clock.ts';
import { disk } from './disk.ts';
import { journal } from './journal.ts';
import { library } from './library.ts';
import { module } from './module.ts';
import { neighbours } from './neighbours.ts';
import { network } from './network.ts';
import { ports } from './ports.ts';
import { program } from './program.ts';
import { readers } from './readers.ts';
import { session } from './session.ts';

export const checks: readonly Check[] = [
  program,
  readers,
  module,
  network,
  clock,
  ports,
  neighbours,
  disk,
  journal,
  library,
  session,
  browser,
];
