// What the pages decide, held to the catalogue itself and to what the control software takes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { apiByName, catalogueJson, flatFields, referenceJson, wholeLayout } from '../../catalogue/index.ts';
import type { TraceEntry } from '../../client/index.ts';
import { big5Length, encodeBig5 } from '../../codec/index.ts';
import { accept } from '../../control/accept.ts';
import { big5Bytes, cellsOf, padded } from './big5.ts';
import * as form from './form.ts';
import { buffersOf, rulerOf, stepMark } from './ruler.ts';
import { samplesOf } from './samples.ts';
import { entriesOf, searchIn } from './search.ts';
import { everything, filtered, merged } from './trace.ts';
import type { ApiEntry, Book } from './types.ts';
import { isGood, meaningOf } from './types.ts';

// Assigned without a cast: what the control software tells is what these pages take.
const apis: readonly ApiEntry[] = catalogueJson();
const book: Book = { ...referenceJson(), apis };
const entryOf = (what: string): ApiEntry =>
  apis.find((api) => api.no === what || api.name === what) ?? assert.fail(what);

/** The inputs as the doors hand them on, files opened. */
const opened = (api: ApiEntry, inputs: form.Inputs): object => ({
  ...inputs,
  ...Object.fromEntries(
    api.params.flatMap((param): [string, unknown][] =>
      param.kind === 'fileIn'
        ? [[param.name, { size: 0, read: async () => new Uint8Array(0) }]]
        : param.kind === 'fileOut'
          ? [[param.name, { write: async () => undefined }]]
          : [],
    ),
  ),
});
const accepts = (api: ApiEntry, values: form.Values): boolean => {
  try {
    accept(apiByName(api.name) ?? assert.fail(api.name), opened(api, form.inputsOf(api, values)) as never);
    return true;
  } catch {
    return false;
  }
};

test('a text takes as many bytes as Big5 has for it, and is padded to its field', () => {
  const text = fc.string({ unit: fc.constantFrom('王', '小', '明', 'A', '1', ' ', '　', '龜') });
  fc.assert(
    fc.property(text, (value) => {
      assert.equal(big5Bytes(value), big5Length(value));
      assert.equal(big5Bytes(padded(value, 60)), Math.max(60, big5Length(value)));
    }),
  );
  assert.equal(big5Bytes('😀'), undefined);
});

test('bytes are shown at their places, a character of two bytes at its first', () => {
  const cells = cellsOf(encodeBig5('A王 '));
  assert.deepEqual(
    cells.map(({ at, hex, text }) => [at, hex, text]),
    [
      [1, '41', 'A'],
      [2, 'A4', '王'],
      [3, 'FD', ''],
      [4, '20', '\u00a0'],
    ],
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const shown = cellsOf(bytes);
      assert.deepEqual(
        shown.map((cell) => Number.parseInt(cell.hex, 16)),
        [...bytes],
      );
      assert.deepEqual(
        shown.map((cell) => cell.at),
        [...bytes].map((_, at) => at + 1),
      );
    }),
  );
});

test('the marks of a ruler are the fields of every layout of the catalogue, byte by byte', () => {
  let layouts = 0;
  for (const entry of apis) {
    const api = apiByName(entry.name) ?? assert.fail(entry.name);
    for (const param of api.params) {
      for (const [marker, spec] of [['', wholeLayout(param)], ...Object.entries(param.variants ?? {})] as const) {
        if (spec === undefined) continue;
        layouts++;
        const told = entry.buffers[param.name] ?? assert.fail(`${entry.name} ${param.name}`);
        const { fields } = marker === '' ? told : (told.variants[marker] ?? assert.fail(marker));
        const ruler = rulerOf(fields, new Uint8Array(spec.length));
        const owner: (string | undefined)[] = new Array(spec.length).fill(undefined);
        for (const field of flatFields(spec))
          if (field.kind !== 'gap') owner.fill(field.name, field.from - 1, field.to);
        assert.deepEqual(
          ruler.markAt.map((mark) => mark?.field.name),
          owner,
        );
        assert.ok(ruler.marks.every((mark, at) => at === 0 || mark.shade !== ruler.marks[at - 1]?.shade));
        let mark = stepMark(ruler, undefined, 1);
        for (const each of ruler.marks) {
          assert.equal(mark, each);
          mark = stepMark(ruler, mark, 1);
        }
        assert.equal(mark, ruler.marks[0]);
        // Fewer bytes: only what is whole is marked.
        fc.assert(
          fc.property(fc.nat(spec.length), (length) => {
            const cut = rulerOf(fields, new Uint8Array(length));
            assert.ok(cut.marks.every(({ field }) => field.to <= length));
            assert.equal(cut.markAt.length, length);
          }),
          { numRuns: 5 },
        );
      }
    }
  }
  assert.ok(layouts > 60);
});

test('the buffers of an answer come in the order of the parameters, with what was asked and answered', () => {
  const answer = { pBuffer: Buffer.from('1150101080000').toString('base64'), iBufferLen: 13 };
  const [buffer, ...more] = buffersOf(entryOf('1.34'), answer);
  assert.deepEqual([buffer?.param, buffer?.asked, buffer?.answered, more.length], ['pBuffer', 13, 13, 0]);
  const [packed] = buffersOf(entryOf('5.1'), { OUT: Buffer.from('12345').toString('base64') });
  assert.deepEqual([packed?.param, packed?.ruler.marks[0]?.field.to], ['OUT', 5]);
});

test('the example of every function fits its form, and the control software takes what it makes', () => {
  for (const api of apis) {
    const values = form.exampleValues(api);
    assert.deepEqual(form.faultsOf(book, api, values), {}, api.name);
    assert.ok(accepts(api, values), api.name);
    for (const param of api.params)
      for (const marker of Object.keys(api.buffers[param.name]?.variants ?? {})) {
        const chosen = { ...values, [form.layoutKey(param.name)]: marker };
        assert.ok(accepts(api, chosen), `${api.name} ${marker}`);
        const sent = String(form.inputsOf(api, chosen)[param.name]);
        if (param.kind === 'record') assert.match(sent, /^.\[[^\]]{7}\]/);
        else assert.equal(sent, '[XXXXXXX]');
      }
  }
});

test('the form refuses what the control software refuses, and nothing else', () => {
  const keys = apis.flatMap((api) =>
    api.params.flatMap((param): string[][] => {
      const control = form.controlOf(api, param);
      if (control === 'text' || control === 'choice' || control === 'int') return [[api.name, param.name]];
      if (control !== 'record' && control !== 'records') return [];
      return form.fieldsChosen(api, param, {}).map((field) => [api.name, form.fieldKey(param.name, field.name)]);
    }),
  );
  const some = fc.oneof(
    fc.string({ unit: fc.constantFrom('0', '1', '9', 'A', 'Z', 'a', '-', ' ', '王', '.'), maxLength: 24 }),
    fc.constantFrom(
      '',
      '1',
      '01',
      '1150101',
      '1150230',
      '-010101',
      '1150101080000',
      '1150101246060',
      '20260101080000',
      'A123456789',
      '32768',
      '-32768',
      '7',
      '0000000',
      'N',
      '王'.repeat(20),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...keys), some, ([name = '', key = ''], value) => {
      const api = entryOf(name);
      const values = { ...form.exampleValues(api), [key]: value };
      const faults = form.faultsOf(book, api, values);
      const [of = '', ...names] = key.split('.');
      const field = api.buffers[of]?.fields.find((one) => one.name === names.join('.'));
      // In a record it would push its neighbours aside, which nobody could see afterwards.
      if (field && (big5Bytes(value.trimEnd()) ?? 0) > field.to - field.from + 1) return assert.ok(key in faults);
      assert.equal(
        Object.keys(faults).length === 0,
        accepts(api, values),
        `${api.name} ${key} ${JSON.stringify(value)}`,
      );
    }),
    { numRuns: 3000 },
  );
});

test('as many records as are wanted stand one after the other, and are counted', () => {
  const api = entryOf('1.45');
  const param = api.params.find(({ name }) => name === 'pDataWrite') ?? assert.fail();
  assert.deepEqual(form.itemsOf(api, param), { most: 60, length: 61 });
  const values = {
    ...form.exampleValues(api),
    [form.countKey('pDataWrite')]: '2',
    'pDataWrite.items[2].visitTime': '1150102093015',
    'pDataWrite.items[2].orderType': '2',
    'pDataWrite.items[2].orderCode': '藥品',
    'pDataWrite.items[2].delivery': '02',
  };
  const inputs = form.inputsOf(api, values);
  assert.equal(inputs.iWriteCount, 2);
  const bytes = encodeBig5(String(inputs.pDataWrite));
  assert.equal(bytes.length, 122);
  assert.equal(Buffer.from(bytes.subarray(61, 75)).toString('latin1'), '11501020930152');
  assert.equal(form.fieldsChosen(api, param, values).length, 16);
});

test('an exact number comes first, words are found in both languages, in any width and case', () => {
  const search = searchIn(entriesOf(book));
  const first = (query: string) => search(query)[0]?.at;
  for (const entry of book.codes) assert.equal(first(String(entry.code)), String(entry.code));
  for (const api of apis) {
    assert.equal(first(api.no), api.no);
    assert.equal(first(api.name.toUpperCase()), api.no);
    for (const alias of api.aliases) assert.equal(first(alias), api.no);
  }
  assert.equal(first('５０１０'), '5010');
  assert.equal(first('1.53'), '1.53');
  for (const word of ['網路不通', 'NO NETWORK', 'no ｎｅｔｗｏｒｋ']) assert.equal(first(word), '4061', word);
  assert.ok(search('就醫類別').some(({ at }) => at === 'table-treatItems'));
  assert.ok(search('smart chip nothing like that').length === 0);
  assert.equal(first('keyboard'), 'keys');
  fc.assert(
    fc.property(fc.constantFrom(...entriesOf(book)), (entry) => {
      for (const title of [entry.title.zh, entry.title.en])
        assert.ok(
          search(title).some(({ at }) => at === entry.at),
          title,
        );
    }),
  );
});

test('a value is told from a code: results by their table, versions by no table', () => {
  assert.equal(meaningOf(book, entryOf('1.15'), 2, { CardType: 2 }).en, 'authenticated by the SAM');
  assert.ok(isGood(book, entryOf('1.15'), 2));
  assert.ok(isGood(book, entryOf('1.51'), 5153));
  assert.ok(!isGood(book, entryOf('1.39'), 5153));
  assert.ok(isGood(book, entryOf('1.53'), 5010));
  assert.ok(!isGood(book, entryOf('1.53'), 5003));
});

const call = (more: Partial<TraceEntry>): TraceEntry => ({
  at: 1,
  api: 'csOpenCom',
  code: 0,
  ms: 1,
  door: 'http',
  program: 'p',
  inputs: {},
  steps: [],
  ...more,
});
test('calls from before and since are one list, each as often as it was', () => {
  const some = fc.array(fc.record({ at: fc.nat(5), code: fc.nat(2) }).map(call), { maxLength: 12 });
  fc.assert(
    fc.property(some, some, some, (older, both, newer) => {
      const all = merged([...newer, ...both], [...both, ...older]);
      const count = (list: readonly TraceEntry[], one: TraceEntry): number =>
        list.filter((each) => each.at === one.at && each.code === one.code).length;
      for (const one of all)
        assert.equal(count(all, one), Math.max(count([...newer, ...both], one), count([...both, ...older], one)));
      assert.ok(all.every((one, at) => at === 0 || one.at <= (all[at - 1]?.at ?? 0)));
    }),
  );
});
test('a filter keeps what fits all of it', () => {
  const entries = [call({}), call({ api: 'hisGetBasicData', code: 4013, door: 'native', program: 'his' })];
  const titles = (name: string): string => (name === 'hisGetBasicData' ? '1.1 基本資料' : '');
  const found = (filter: object) => filtered(entries, { ...everything, ...filter }, titles).map(({ code }) => code);
  assert.deepEqual(found({}), [0, 4013]);
  for (const filter of [
    { api: '基本' },
    { api: '1.1' },
    { api: 'BASIC' },
    { code: '4013' },
    { door: 'native' },
    { program: 'his' },
  ])
    assert.deepEqual(found(filter), [4013], JSON.stringify(filter));
  assert.deepEqual(found({ api: '1.1', code: '0' }), []);
});

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'samples-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const sample = (api: ApiEntry, id: string): string =>
  samplesOf(api, form.inputsOf(api, form.exampleValues(api))).find((one) => one.id === id)?.code ?? assert.fail(id);
const native = path.resolve(import.meta.dirname, '../../../native');
test('the call as C compiles for every function', { skip: !has('gcc') && 'no gcc' }, () => {
  const bodies = apis.map((api, at) =>
    sample(api, 'c')
      .replaceAll(/^#include.*\n/gm, '')
      .replace('int main(void)', `int s${at}(void)`),
  );
  const file = path.join(folder, 's.c');
  writeFileSync(file, `#include <stdio.h>\n#include "cshis.h"\n${bodies.join('\n')}\n`);
  const made = spawnSync('gcc', ['-std=c99', '-Wall', '-Wextra', '-fsyntax-only', `-I${native}/include`, file], {
    encoding: 'utf8',
  });
  assert.equal(made.stderr, '');
});
test('the call as Python and TypeScript is read for every function', () => {
  for (const api of apis) assert.doesNotThrow(() => stripTypeScriptTypes(sample(api, 'typescript')), api.name);
  if (!has('python3')) return;
  const file = path.join(folder, 's.py');
  writeFileSync(file, apis.map((api) => sample(api, 'python')).join('\n'));
  assert.equal(spawnSync('python3', ['-m', 'py_compile', file], { encoding: 'utf8' }).stderr, '');
});
