import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('readers that cannot be asked while no descriptor is left are asked again later, and nothing else ends', (t) => {
  if (process.platform !== 'linux' || spawnSync('prlimit', ['--version']).status !== 0)
    return t.skip('the descriptors of a process cannot be limited here');
  const script = `
    import { spawnSync } from 'node:child_process';
    import { readdirSync } from 'node:fs';
    import { remotePcsc } from ${JSON.stringify(new URL('./remote.ts', import.meta.url))};
    import { systemClock } from ${JSON.stringify(new URL('../../base/index.ts', import.meta.url))};
    const limit = (files) => spawnSync('prlimit', ['--pid', String(process.pid), '--nofile=' + files + ':']);
    const pcsc = remotePcsc(systemClock);
    limit(readdirSync('/proc/self/fd').length);
    const first = await pcsc.establish();
    const second = await pcsc.establish();
    console.log(first.rv, second.rv);
    pcsc.stop();`;
  const said = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    encoding: 'utf8',
  });
  assert.equal(said.trim(), '-2 -2');
});
