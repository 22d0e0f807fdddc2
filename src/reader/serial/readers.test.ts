import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '../../../test/support/counter.ts';
import { systemClock, systemRandom } from '../../base/index.ts';
import type { OpenLine } from './line.ts';
import { serialReaders } from './readers.ts';

test('a port whose row changes, or moves to another number, is let go before it is opened anew', async () => {
  const opened: string[] = [];
  let open = 0;
  const exclusively: OpenLine = async (path, speed) => {
    // As a system does that gives a port to one program alone.
    if (open > 0) throw new Error('Cannot lock port');
    open += 1;
    opened.push(`${path} ${speed}`);
    return {
      write: async () => undefined,
      async close() {
        open -= 1;
      },
    };
  };
  const row = { number: 6, path: 'COM7', speed: 115_200, name: 'reader' };
  const readers = serialReaders({
    ports: [row],
    clock: systemClock,
    random: systemRandom,
    open: exclusively,
    holder: () => undefined,
  });
  const whys = () => readers.slots().map(({ why }) => why?.en);
  await settled(() => opened.length === 1);
  const seen = new Set<string | undefined>();
  readers.use([{ ...row, speed: 57_600 }]);
  await settled(() => whys().every((why) => seen.add(why)) && opened.includes('COM7 57600'));
  readers.use([{ ...row, speed: 57_600, number: 0 }]);
  opened.length = 0;
  await settled(() => whys().every((why) => seen.add(why)) && opened.includes('COM7 57600'));
  assert.equal(readers.slots()[0]?.port, 0);
  assert.deepEqual(
    [...seen].filter((why) => why?.includes('in use')),
    [],
  );
  await readers.close();
  assert.equal(open, 0);
});

test('of two changes in a row the last one holds, and none after the end', async () => {
  const row = { number: 6, path: 'COM7', speed: 115_200, name: 'reader' };
  let opened = 0;
  const open: OpenLine = async () => {
    opened += 1;
    return { write: async () => undefined, close: async () => undefined };
  };
  const readers = serialReaders({
    ports: [row],
    clock: systemClock,
    random: systemRandom,
    open,
    holder: () => undefined,
  });
  await settled(() => opened === 1);
  readers.use([{ ...row, speed: 57_600 }]);
  readers.use([]);
  await settled(() => readers.slots().length === 0);
  readers.use([{ ...row, speed: 9_600 }]);
  await settled(() => readers.slots().length === 3);
  readers.use([{ ...row, speed: 19_200 }]);
  await readers.close();
  assert.equal(readers.slots().length, 0);
});
