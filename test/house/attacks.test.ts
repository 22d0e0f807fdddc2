// Every attack has, at every door, a test that sends it or a reason why it cannot; each test is there and not switched off.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Door, doors } from '../attacks/doors.ts';
import { attacks, type TestRef } from '../attacks/list.ts';
import { paper, withTable } from '../attacks/table.ts';
import { projectFiles, withoutComments } from './sources.ts';

const files = projectFiles();
const ids: readonly string[] = doors.map((door) => door.id);

/** What is wrong with a test that is named; undefined where nothing is. */
function fault({ file, test: title }: TestRef, sources: ReadonlyMap<string, string> = files): string | undefined {
  const text = sources.get(file);
  if (text === undefined) return `${file} is not there`;
  if (!/\.test\.ts$/.test(file) && ![...sources.values()].some((one) => one.includes(file.split('/').at(-1) ?? file)))
    return `nothing runs ${file}`;
  for (const call of withoutComments(text).matchAll(
    /\b(?:test|t\.test)(\.\w+)?\(\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2(?=(.{0,60}))/gs,
  )) {
    const [, changed, , name = '', rest = ''] = call;
    if (!name.replaceAll("\\'", "'").includes(title)) continue;
    if (changed !== undefined || /^,\s*\{[^}]*\b(skip|todo): (true|['"`])/.test(rest))
      return `${file}: “${title}” is switched off`;
    return undefined;
  }
  return `${file} has no test “${title}”`;
}

test('the list has the 23 attacks, each with a cell for each door', () => {
  assert.deepEqual(
    attacks.map((attack) => attack.no),
    Array.from({ length: 23 }, (_, at) => at + 1),
  );
  for (const attack of attacks) {
    assert.deepEqual(Object.keys(attack.cells).toSorted(), ids.toSorted(), `attack ${attack.no}`);
    for (const words of [attack.zh, attack.en, attack.refusedBy]) assert.ok(words.length > 3, `attack ${attack.no}`);
    assert.ok(
      Object.values(attack.cells).some((cell) => typeof cell !== 'string'),
      `attack ${attack.no} is sent somewhere`,
    );
    for (const [door, cell] of Object.entries(attack.cells)) assert.ok(cell.length > 0, `attack ${attack.no}: ${door}`);
  }
});

test('every test that is named is there, is run, and is not switched off', () => {
  const named = attacks.flatMap((attack) =>
    Object.values(attack.cells).flatMap((cell) => (typeof cell === 'string' ? [] : [...cell])),
  );
  assert.ok(named.length > 150);
  assert.deepEqual([...new Set(named.flatMap((one) => fault(one) ?? []))], []);
});

test('every file that listens is a door, and each door’s attacks are made from its own tables', () => {
  const listening = [...files]
    .filter(([file]) => /^src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .filter(([, text]) => /\b(createServer|createHttps?|createSecureServer|createSocket)\(/.test(withoutComments(text)))
    .map(([file]) => file);
  const known: readonly Door[] = doors;
  assert.deepEqual(listening.toSorted(), [...new Set(known.flatMap((door) => door.listens))].toSorted());
  for (const { id, generated, listens } of known) {
    assert.equal(generated !== undefined, listens.length > 0, id);
    for (const table of generated?.tables ?? [])
      assert.ok(files.get(generated?.test ?? '')?.includes(table), `${generated?.test} takes ${table}`);
  }
});

test(`${paper} has the table that the list makes (npm run docs:attacks)`, () => {
  const text = files.get(paper) ?? '';
  assert.equal(withTable(text), text);
});

test('the checks find what they are for', () => {
  const made = new Map([
    [
      'a.test.ts',
      "test('one', () => {});\ntest.skip('two', () => {});\ntest('three', { skip: true }, () => {});\ntest(`four of many`, { skip }, () => {});",
    ],
  ]);
  const of = (title: string, file = 'a.test.ts') => fault({ file, test: title }, made);
  assert.deepEqual([of('one'), of(' of many')], [undefined, undefined]);
  assert.match(of('two') ?? '', /switched off/);
  assert.match(of('three') ?? '', /switched off/);
  assert.match(of('five') ?? '', /no test/);
  assert.match(of('one', 'b.test.ts') ?? '', /not there/);
});
