// Pages of other origins by the command line, and over a restart of the control software. deadline: 150
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ClientFailure, connect, type Paired, pair } from '../src/client/index.ts';
import { asPage } from '../test/support/as-page.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder } from '../test/support/counter.ts';

const origin = 'https://his.example';
const folder = newFolder();
const cli = cliFor(folder);
const json = async <T>(...args: string[]): Promise<T> => {
  const ran = await cli(...args, '--json');
  return JSON.parse(ran.stdout || ran.stderr) as T;
};
interface Listed {
  readonly asking: readonly { readonly origin: string; readonly code: string }[];
  readonly known: readonly { readonly origin: string }[];
}
const url = async (): Promise<string> => (await json<{ url: string }>('status')).url;

before(async () => {
  assert.equal((await cli('world', 'new', '--port', '0')).code, 0);
  assert.equal((await cli('start')).code, 0);
});
after(async () => {
  await cli('stop');
});

test('a page is let in by the code at the terminal, is known after a restart, and is taken back', () =>
  asPage(origin, async () => {
    let shown = (_code: string): void => undefined;
    const code = new Promise<string>((resolve) => {
      shown = resolve;
    });
    const asked = pair({ base: await url(), show: shown });
    const list = (await cli('origins', 'list')).stdout;
    assert.match(list, new RegExp(`${origin}.*${await code}`));
    assert.equal((await cli('origins', 'accept', '000000')).code, (await code) === '000000' ? 0 : 1);
    const accepted = await cli('origins', 'accept', await code);
    assert.equal(accepted.stdout.trim(), `${origin} is let in`, accepted.stderr);
    const paired: Paired = await asked;
    assert.equal((await (await connect(paired)).status()).simulated, true);

    for (const name of ['origins.json', 'identity.json']) {
      const file = join(folder, name);
      if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600, name);
      assert.ok(!readFileSync(file, 'utf8').includes(paired.token), name);
    }
    assert.equal((await cli('stop')).code, 0);
    await assert.rejects(connect(paired), (error) => error instanceof ClientFailure && error.kind === 'not-running');
    assert.equal((await cli('start')).code, 0);
    const again = { ...paired, base: await url() };
    assert.equal((await (await connect(again)).status()).simulated, true, 'the same key, the same token');
    const other = { ...again, identity: Buffer.alloc(65, 4).toString('base64url') };
    await assert.rejects(connect(other), (error) => error instanceof ClientFailure && error.kind === 'impostor');

    assert.deepEqual(
      (await json<Listed>('origins', 'list')).known.map((one) => one.origin),
      [origin],
    );
    assert.equal((await cli('origins', 'revoke', origin)).code, 0);
    assert.equal((await cli('origins', 'revoke', origin)).code, 1);
    await assert.rejects(connect(again), ClientFailure);
    assert.deepEqual(await json<Listed>('origins', 'list'), { asking: [], known: [] });
    const log = readFileSync(join(folder, 'run/log.txt'), 'utf8');
    assert.ok(!log.includes(paired.token), 'no token in a log');
  }));

test('a page is refused at the terminal', () =>
  asPage(origin, async () => {
    let shown = (_code: string): void => undefined;
    const code = new Promise<string>((resolve) => {
      shown = resolve;
    });
    const asked = pair({ base: await url(), show: shown });
    const refused = await cli('origins', 'refuse', await code);
    assert.equal(refused.stdout.trim(), `${origin} is refused`, refused.stderr);
    await assert.rejects(asked, (error) => error instanceof ClientFailure && error.kind === 'pairing-refused');
  }));
