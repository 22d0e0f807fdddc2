import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Failure } from '../../base/index.ts';
import { childTray, type Helper } from './child.ts';
import { macosHelper } from './macos.ts';
import type { TrayHooks, TrayView } from './types.ts';
import { windowsHelper } from './windows.ts';

const folder = mkdtempSync(join(tmpdir(), 'opencshis-tray-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const view: TrayView = {
  state: 'offline',
  title: '健保卡',
  text: '離線',
  items: [{ id: 'open', label: '開啟主控台', enabled: true }],
};
/** Stands in for the system's helper: the same lines, no icon. */
const helper = (script: string): Helper => ({
  command: process.execPath,
  args: ['-e', `const say = (value) => console.log(JSON.stringify(value));\n${script}`],
});

function hooksWith(done: (what: string) => void): TrayHooks {
  return { chosen: (id) => done(`chosen ${id}`), said: () => undefined, gone: () => done('gone') };
}

test('a helper is shown the whole view, tells what was chosen, and ends with its input', async () => {
  const shown = join(folder, 'shown');
  const ended = join(folder, 'ended');
  const heard: string[] = [];
  let wake = (): void => {};
  const tray = await childTray(
    helper(`
      const fs = require('fs');
      say({ ready: true });
      process.stdout.write('no json\\n"text"\\nnull\\n{"chosen":7}\\n');
      const lines = require('readline').createInterface({ input: process.stdin });
      lines.on('line', (line) => { fs.writeFileSync(${JSON.stringify(shown)}, line); say({ chosen: 'open' }); });
      lines.on('close', () => fs.writeFileSync(${JSON.stringify(ended)}, ''));
    `),
    hooksWith((what) => {
      heard.push(what);
      wake();
    }),
  );
  const chosen = new Promise<void>((resolve) => {
    wake = resolve;
  });
  tray.show(view);
  await chosen;
  const { show } = JSON.parse(readFileSync(shown, 'utf8'));
  const { icon, ...rest } = show;
  assert.deepEqual(rest, JSON.parse(JSON.stringify(view)));
  assert.equal(Buffer.from(icon, 'base64').subarray(1, 4).toString(), 'PNG');
  await tray.close();
  tray.show(view);
  assert.ok(existsSync(ended));
  assert.deepEqual(heard, ['chosen open'], 'closed by us is not gone');
});

test('a helper that ends by itself is told of', async () => {
  const gone = await new Promise<string>((resolve) => {
    void childTray(helper('say({ ready: true });'), hooksWith(resolve)).then((tray) => tray.show(view));
  });
  assert.equal(gone, 'gone');
});

test('a helper that is not there, complains, or says nothing sensible is no tray, in words', async () => {
  const cases: readonly [Helper, RegExp][] = [
    [{ command: join(folder, 'nowhere'), args: [] }, /no tray here/],
    [helper(`console.error('no such assembly'); process.exit(1);`), /no such assembly/],
    [helper(`console.log('{"ready":"perhaps"}');`), /no tray here/],
  ];
  for (const [one, words] of cases)
    await assert.rejects(
      childTray(
        one,
        hooksWith(() => undefined),
      ),
      (error) => {
        assert.ok(error instanceof Failure && error.kind === 'no-tray');
        assert.match(error.why.en, words);
        return true;
      },
    );
});

test('the scripts for Windows and macOS are whole, and speak the same words', () => {
  const powershell = Buffer.from(windowsHelper.args.at(-1) ?? '', 'base64').toString('utf16le');
  const javascript = macosHelper.args.at(-1) ?? '';
  // A command line of Windows holds 32767 characters.
  assert.ok(windowsHelper.args.join(' ').length < 32_000);
  for (const script of [powershell, javascript])
    for (const word of ['ready', 'chosen', 'show', 'icon', 'title', 'text', 'items', 'label', 'enabled', 'id'])
      assert.match(script, new RegExp(`\\b${word}\\b`, 'i'), word);
  // It parses, which is all that can be said of it here.
  new Function(javascript);
  for (const pair of ['{}', '()', '[]'])
    assert.equal(powershell.split(pair[0] ?? '').length, powershell.split(pair[1] ?? '').length, pair);
});
