import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formsOf } from '../../test/support/canary.ts';
import { systemRandom } from '../base/index.ts';
import { apis } from '../catalogue/index.ts';
import { at, record } from '../catalogue/schema.ts';
import {
  addDays,
  allPairs,
  daysBetween,
  decodeBig5,
  encodeBig5,
  encodeRecord,
  epochOf,
  isHospId,
  isPersonId,
  isRocDate,
  isRocDateTime,
  personIdOf,
  rocDateTimeOf,
} from '../codec/index.ts';
import { createDisguise } from './disguise.ts';
import { replaceRecord, storeValue } from './disguise-call.ts';
import { treatmentOf } from './keeping.ts';
import { layoutOf, placesOf } from './layout.ts';

const started = epochOf('1150311083000') ?? 0;
const fresh = () => createDisguise(systemRandom.bytes(32), started);
const letter = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVXYWZIO');
const sex = fc.constantFrom('1', '2', '8', '9', 'A', 'B', 'C', 'D') as fc.Arbitrary<'1'>;
const personId = fc
  .tuple(letter, sex, fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, second, serial]) => personIdOf(first, second, String(serial).padStart(7, '0')));
const pairs = [...allPairs()].filter((pair) => !/[\u{f0000}-\u{f00ff}]/u.test(decodeBig5(Uint8Array.from(pair))));
const chinese = fc
  .array(fc.constantFrom(...pairs), { minLength: 2, maxLength: 10 })
  .map((list) => decodeBig5(Uint8Array.from(list.flat())));
const rocDate = fc.integer({ min: -30_000, max: 1500 }).map((days) => addDays('1150101', days) as string);

test('an id number is replaced by one with a right check digit and its sex; what is none does not become one', () => {
  const disguise = fresh();
  fc.assert(
    fc.property(personId, fc.integer({ min: 0, max: 8 }), (id, wrong) => {
      const made = disguise.text(id);
      assert.ok(isPersonId(made) && made !== id && made[1] === id[1]);
      const broken = id.slice(0, 9) + ((Number(id[9]) + 1 + wrong) % 10);
      assert.ok(isPersonId(broken) || !isPersonId(disguise.text(broken)));
    }),
  );
});

test('the same value becomes the same, another becomes another, whatever it is', () => {
  const value = fc.oneof(personId, chinese, fc.stringMatching(/^[0-9]{7,12}$/), fc.stringMatching(/^[A-Z0-9]{10,20}$/));
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 40 }), (values) => {
      const disguise = fresh();
      const made = values.map((one) => disguise.text(one));
      assert.deepEqual(
        values.map((one) => disguise.text(one)),
        made,
      );
      const replaced = made.filter((one, index) => one !== values[index]);
      assert.equal(new Set(replaced).size, replaced.length);
      // Zeros alone say nothing and stay.
      assert.ok(values.every((one, index) => one !== made[index] || /^0+$/.test(one)));
    }),
  );
});

test('every single digit has another digit, all ten of them different', () => {
  const disguise = fresh();
  const made = [...'123456789'].map((one) => disguise.text(one));
  assert.equal(new Set(made).size, 9);
});

test('two traces replace differently', () => {
  const ids = Array.from({ length: 20 }, (_, serial) => personIdOf('A', '1', String(serial).padStart(7, '0')));
  const [one, other] = [fresh(), fresh()];
  assert.notDeepEqual(ids.map(one.text), ids.map(other.text));
});

test('names keep their bytes: as many, Chinese for Chinese, letters for letters, odd bytes for odd bytes', () => {
  const disguise = fresh();
  const kinds = (text: string) =>
    text
      .replace(/[A-Z]/g, 'A')
      .replace(/[a-z]/g, 'a')
      .replace(/\d/g, '0')
      .replace(/[^\x00-\x7f]/g, '字');
  fc.assert(
    fc.property(fc.oneof(chinese, fc.stringMatching(/^[A-Za-z0-9 ,.()-]{1,20}$/)), (name) => {
      const made = disguise.text(name);
      assert.equal(encodeBig5(made).length, encodeBig5(name).length);
      assert.equal(kinds(made), kinds(name));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
      const made = encodeBig5(disguise.text(decodeBig5(bytes)), 'keep');
      assert.equal(made.length, bytes.length);
    }),
  );
});

test('an institution stays a well-formed institution, a telephone keeps its signs', () => {
  const disguise = fresh();
  assert.ok(isHospId(disguise.text('3501200000')));
  assert.match(disguise.text('(02)2345-6789'), /^\(\d\d\)\d{4}-\d{4}$/);
  assert.equal(disguise.text('    '), '    ');
  assert.match(disguise.text('王小明  '), /^[^ ]{3} {2}$/);
});

test('dates move together: the distance between any two stays, and so does the ROC year that the trace began in', () => {
  fc.assert(
    fc.property(rocDate, rocDate, fc.integer({ min: 0, max: 86_399 }), (one, other, second) => {
      const disguise = fresh();
      const [a, b] = [disguise.date(one), disguise.date(other)];
      assert.ok(isRocDate(a) && isRocDate(b) && a !== one);
      assert.equal(daysBetween(a, b), daysBetween(one, other));
      const time = rocDateTimeOf(started + second * 1000);
      const moved = disguise.date(time);
      assert.ok(isRocDateTime(moved));
      assert.equal(moved.slice(7), time.slice(7), 'the time of day stays');
      assert.equal(disguise.date(time.slice(0, 7)), moved.slice(0, 7), 'a date and its date-time move alike');
      assert.equal(disguise.year('1150007'), `${rocDateTimeOf(disguise.instant(started)).slice(0, 3)}0007`);
    }),
  );
  const disguise = fresh();
  assert.equal(disguise.date('0000000'), '0000000');
  assert.equal(disguise.date('       '), '       ');
  assert.notEqual(disguise.date('1150230'), '1150230');
});

test('after it ended nothing of what was seen is left', () => {
  const disguise = fresh();
  disguise.text('王小明');
  assert.ok(disguise.isKnown('王小明'));
  disguise.forget();
  assert.ok(!disguise.isKnown('王小明'));
});

test('every layout of every function: as many bytes, blank where it was blank, and no personal field as it was', () => {
  const personal = new Set([
    'text',
    'personId',
    'hospId',
    'cardNo',
    'samId',
    'treatNum',
    'hex',
    'rocDate',
    'rocDateTime',
  ]);
  const values: { readonly [kind: string]: string } = {
    text: '王小明',
    personId: 'A123456789',
    hospId: '3501200000',
    cardNo: '900000000123',
    samId: 'SAM123456789',
    treatNum: 'Y0XP8XT7YDCBJGFW7OW6',
    rocDate: '0790405',
    rocDateTime: '1150311083059',
  };
  for (const api of apis)
    for (const param of api.params)
      for (const spec of [param.record, ...Object.values(param.variants ?? {})]) {
        if (spec === undefined) continue;
        const bytes = Buffer.alloc(spec.length, 0x20);
        for (const { from, to, field } of placesOf(spec)) {
          const width = to - from + 1;
          const text = field.kind === 'hex' ? 'ABCDEF0123456789'.repeat(16).slice(0, width) : values[field.kind];
          if (text !== undefined && encodeBig5(text).length <= width) bytes.set(encodeBig5(text), from - 1);
        }
        const disguise = fresh();
        const made = replaceRecord(disguise, spec, bytes);
        assert.equal(made.length, bytes.length, `${api.no} ${spec.name}`);
        for (const { from, to, field, name } of placesOf(spec)) {
          const [was, is] = [bytes.subarray(from - 1, to), made.subarray(from - 1, to)];
          const blank: boolean = field.kind !== 'bytes' && was.every((byte) => byte === 0x20);
          const where: string = `${api.no} ${spec.name} ${name}`;
          if (blank) assert.deepEqual([...is], [...was], where);
          else if (personal.has(field.kind)) assert.notDeepEqual([...is], [...was], where);
        }
        // Whatever its bytes are, and however few: as many come out.
        fc.assert(
          fc.property(fc.uint8Array({ maxLength: spec.length + 3 }), (odd) => {
            assert.equal(replaceRecord(disguise, spec, odd).length, odd.length);
          }),
          { numRuns: 5 },
        );
      }
});

test('the ICD-10 marker and codes stay, a name in the place of a code does not', () => {
  const api = apis.find((one) => one.no === '1.47');
  const param = api?.params.find((one) => one.name === 'pDataWrite');
  assert.ok(param?.record && param.variants?.icd10);
  const bytes = Buffer.from(
    `1${['J069', 'E119', '王小明'].map((code) => (code === '王小明' ? '[A123456]' : `[${code.padEnd(7)}]`)).join('')}`.padEnd(
      93,
    ),
    'latin1',
  );
  assert.equal(layoutOf(param, bytes), param.variants.icd10);
  const made = String(storeValue(fresh(), param, new Uint8Array(bytes), 'in'));
  assert.ok(made.startsWith('1[J069   ][E119   ]['));
  assert.equal(treatmentOf({ kind: 'icd', name: 'mainCode', width: 7 }, '王小明'), 'replace');
  assert.equal(treatmentOf({ kind: 'alnum', name: 'orderCode', width: 12 }, 'A123456789'), 'replace');
  assert.equal(treatmentOf({ kind: 'alnum', name: 'orderCode', width: 12 }, 'AC12345100'), 'keep');
  assert.equal(treatmentOf({ kind: undefined, name: 'whatever', width: 12 }, 'x'), 'replace');
});

test('of a buffer that comes in only the marker goes on: the memory behind it may hold anything', () => {
  const api = apis.find((one) => one.no === '1.33');
  const param = api?.params.find((one) => one.kind === 'buffer');
  const held = Buffer.alloc(138, 0x20);
  held.write('[XXXXXXX]', 0);
  held.write('A123456789', 20);
  const made = String(storeValue(fresh(), param, new Uint8Array(held), 'in'));
  assert.equal(made, '[XXXXXXX]'.padEnd(138));
});

test('a record in no form of a record, and a parameter that no function has, leak nothing', () => {
  const secrets = ['A123456789', '王小明'];
  const disguise = fresh();
  const spec = record('probe', 10, { zh: '', en: '' }, { a: at(1, 10, 'text', '', '') });
  const some = [
    storeValue(disguise, undefined, 'A123456789 王小明', 'in'),
    storeValue(disguise, undefined, Buffer.from(encodeBig5('王小明')), 'in'),
    storeValue(disguise, apis.find((one) => one.no === '1.16')?.params[3], { name: '王小明' }, 'in'),
    String(Buffer.from(replaceRecord(disguise, spec, encodeRecord(spec, { a: '王小明' }))).toString('hex')),
  ];
  const text = JSON.stringify(some);
  for (const secret of secrets) for (const form of formsOf(secret)) assert.ok(!text.includes(form), form);
});
