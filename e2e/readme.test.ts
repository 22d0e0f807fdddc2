import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { cliFor } from '../test/support/cli.ts';
import { newFolder } from '../test/support/counter.ts';

const pages = [
  { file: 'README.md', LANG: 'en_US.UTF-8' },
  { file: 'README.zh-TW.md', LANG: 'zh_TW.UTF-8' },
] as const;
const stops: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const stop of stops) await stop();
});

/** What differs from run to run: times, identifiers, signatures. */
const steady = (text: string): string =>
  text
    .replaceAll(/\d{3}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<time>')
    .replaceAll(/\b[0-9A-F]{32}…/g, '<signature>…')
    .replaceAll(/\b[0-9A-Z]{20}\b/g, '<identifier>')
    .trim();

for (const { file, LANG } of pages) {
  test(`the transcript of ${file} is what a user sees`, async () => {
    const text = readFileSync(file, 'utf8');
    const block = /<!-- transcript -->\s*```console\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const steps = block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = '', ...output] = step.split('\n');
        return { command, output: output.join('\n') };
      });
    assert.ok(steps.length >= 4);
    const folder = newFolder();
    const cli = cliFor(folder, { LANG });
    stops.push(() => cli('stop'));
    assert.equal((await cli('world', 'new', '--port', '0')).code, 0);
    const started = await cli('start');
    assert.equal(started.code, 0, started.stderr);
    for (const { command, output } of steps) {
      const [npx, name, ...args] = command.split(' ');
      assert.deepEqual([npx, name], ['npx', 'opencshis']);
      const ran = await cli(...args);
      assert.equal(steady(ran.stdout), steady(output), `${command}\n${ran.stderr}`);
    }
  });
}
