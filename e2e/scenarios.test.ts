// Every scenario that comes along, each in a world of its own with real processes, a few at the same time. deadline: 240
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { systemClock, systemRandom } from '../src/base/index.ts';
import { loadScenario, runScenario, titleOf } from '../src/main/scenario/index.ts';
import { nameOf, ownScenarios } from '../src/main/scenario/own.ts';

const files = ownScenarios();

describe('scenarios', { concurrency: 3 }, () => {
  for (const file of files)
    test(nameOf(file), async () => {
      const report = await runScenario(await loadScenario(file), { clock: systemClock, random: systemRandom });
      const failed = report.steps.filter((one) => one.state === 'failed');
      assert.ok(
        report.held,
        `${failed.map((one) => `${file}:${one.line} ${one.what}: ${one.failures.map((each) => each.en).join('; ')}`).join('\n')}\n${report.log}`,
      );
    });
});

test('each says in both languages what it is, and what it shows', async () => {
  for (const file of files) {
    const read = await loadScenario(file);
    const { zh, en } = titleOf(read);
    assert.ok(/[\u4e00-\u9fff]/.test(zh) && /^[\x20-\x7e’]+$/.test(en), `${file}: ${zh} ${en}`);
    assert.ok(read.scenario.shows, file);
    assert.ok(read.scenario.holds?.length, `${file} says what must hold at the end`);
  }
});
