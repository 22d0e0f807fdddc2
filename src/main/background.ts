/** @module The supervisor on its own, without a terminal. */

import { processNames, supervise } from './supervisor.ts';

const folder = process.argv[2] ?? '';
const world = supervise(folder, processNames(folder));
const end = (): void => void world.stop();
process.on('SIGTERM', end);
process.on('SIGINT', end);
world.ready.catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  end();
});
