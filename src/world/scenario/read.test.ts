import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { Failure } from '../../base/index.ts';
import { scenarioSchema } from '../../main/scenario/index.ts';
import { ownScenarios } from '../../main/scenario/own.ts';
import { checkScenario, readScenario } from './index.ts';

const good = `title: { zh: 掛號, en: a registration }
cards:
  patient: normal
  poor: { kind: no-visits, edit: { validity.available: 0 } }
steps:
  - insert: patient
  - call: 1.10
  - call: 1.53
    in: { cTreatItem: 01, cBabyTreat: ' ', cTreatAfterCheck: 1 }
    expect: { code: [0, 5010], seqNumber: 0001, treatNum: '/^[0-9A-Z]{20}$/' }
    keep: visit
  - call: 1.56
    in: { pDateTime: $visit.visitTime }
  - status:
    expect: { journal.waiting: 0 }
  - together:
      - register: '01'
      - register: { item: '02' }
holds:
  - once: patient
`;
const read = (text: string) => {
  const one = readScenario(text, 'a.yaml');
  checkScenario(one);
  return one;
};
const refused = (text: string, words: RegExp): void =>
  assert.throws(
    () => read(text),
    (error) => {
      assert.ok(error instanceof Failure, String(error));
      assert.equal(error.kind, 'usage');
      assert.match(error.why.en, words);
      const [, line, column] = /^a\.yaml:(\d+):(\d+)/.exec(error.why.en) ?? [];
      assert.ok(error.why.zh.startsWith(`a.yaml 第 ${line} 行第 ${column} 欄：`), error.why.zh);
      return true;
    },
  );

test('what is written is taken as it is written: sections and codes are no numbers', () => {
  const { scenario, places } = read(good);
  const [, section, visit, , status, together] = scenario.steps ?? [];
  assert.equal(section?.call, '1.10');
  assert.deepEqual(visit?.in, { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' });
  assert.deepEqual(visit?.expect, { code: ['0', '5010'], seqNumber: '0001', treatNum: '/^[0-9A-Z]{20}$/' });
  assert.deepEqual(status?.status, {});
  assert.deepEqual(together?.together?.[1]?.register, { item: '02' });
  assert.deepEqual(places.of(visit?.expect as object, 'seqNumber'), { line: 10, column: 32 });
  assert.deepEqual(places.of(together?.together?.[1] as object), { line: 18, column: 9 });
});

test('what is wrong is named with line and column, and the nearest that is right', () => {
  refused(good.replace('insert:', 'insret:'), /^a\.yaml:6:5: .*no insret \(did you mean insert\?\)/);
  refused(good.replace('cTreatItem', 'cTreatItme'), /^a\.yaml:9:11: 1\.53 has no input cTreatItme; it has cTreatItem/);
  refused(good.replace('call: 1.56', 'call: 9.99'), /^a\.yaml:12:11: .*no 9\.99/);
  refused(good.replace('normal', 'golden'), /^a\.yaml:3:12: .*no golden; known are normal/);
  refused(good.replace('insert: patient', 'insert: nobody'), /^a\.yaml:6:5: there is no card nobody/);
  refused(good.replace('$visit.', '$visitt.'), /^a\.yaml:13:5: nothing was kept as visitt/);
  refused(good.replace('  - status:', '  - status:\n    remove: patient'), /^a\.yaml:14:5: a step does one thing/);
  refused(good.replace('title: { zh: 掛號, en: a registration }\n', ''), /^a\.yaml:1:1: title is missing/);
  refused(good.replace(', en: a registration', ''), /^a\.yaml:1:8: en is missing/);
  refused(good.replace('  patient: normal', '  patient: [normal]'), /^a\.yaml:3:12: .*one value or names with values/);
  refused(good.replace('  - insert: patient', '  - insert:'), /^a\.yaml:6:12: .*one value/);
  refused(`${good}  - once: {\n`, /^a\.yaml:\d+:\d+: this is no YAML/);
  refused(`${good}  - fault: kill\n`, /^a\.yaml:21:5: .*no fault/);
  refused('', /^a\.yaml:1:1: title is missing/);
});

test('faults are checked by the list of the bench before a world is made', () => {
  const fault = (text: string) => good.replace('  - status:', `  - fault: ${text}\n  - status:`);
  read(fault('tear\n    with: { at: 3, acted: true, ins: 8022 }'));
  refused(fault('tear\n    with: { at: soon }'), /^a\.yaml:15:5: at is a whole number/);
  refused(fault('kill'), /^a\.yaml:14:5: name process/);
  refused(fault('tare'), /^a\.yaml:14:12: .*did you mean tear/);
});

test('an editor that knows the schema takes and refuses the same', async () => {
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(await scenarioSchema()) as object);
  const check = (text: string) => valid(parse(text));
  for (const file of ownScenarios())
    assert.ok(check(readFileSync(file, 'utf8')), `${file}: ${JSON.stringify(valid.errors)}`);
  assert.ok(check(good), JSON.stringify(valid.errors));
  for (const [from, to] of [
    ['insert:', 'insret:'],
    ['normal', 'golden'],
    ['  - status:', '  - status:\n    remove: patient'],
    [', en: a registration', ''],
    ['keep: visit', 'keep: [visit]'],
    ['  patient: normal', '  patient: [normal]'],
  ] as const)
    assert.ok(!check(good.replace(from, to)), to);
});

test('the published schema is the one that the declarations give', async () => {
  const made = await scenarioSchema();
  const file = 'docs/scenario.schema.json';
  if (process.env.OPENCSHIS_WRITE === '1') writeFileSync(file, made);
  assert.equal(readFileSync(file, 'utf8'), made, 'OPENCSHIS_WRITE=1 node --test src/world/scenario/read.test.ts');
});
