import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept } from '../control/accept.ts';
import { apis, catalogueJson, errors, flatFields, referenceJson, wholeLayout } from './index.ts';

test('every code has its cause and what helps, every table that a field or parameter names is there', () => {
  const { codes, tables, terms } = JSON.parse(JSON.stringify(referenceJson())) as ReturnType<typeof referenceJson>;
  assert.deepEqual(
    codes.map(({ code }) => code),
    errors.map(({ code }) => code),
  );
  for (const { zh, en, cause, todo } of codes)
    for (const text of [zh, en, cause.zh, cause.en, todo.zh, todo.en]) assert.notEqual(text, '');
  assert.ok(terms.length > 20);
  const names = new Set(tables.map((table) => table.name));
  for (const api of catalogueJson()) {
    const wanted = [
      ...api.results,
      ...api.params.flatMap((param) => param.table ?? []),
      ...Object.values(api.buffers).flatMap((one) => one.fields.flatMap((field) => field.table ?? [])),
    ];
    for (const name of wanted) assert.ok(names.has(name), `${api.name}: ${name}`);
    assert.match(api.prototype, new RegExp(`^int ${api.name}\\(`));
  }
});

test('the examples of every function are what its inputs take', () => {
  const json = catalogueJson();
  for (const api of apis) {
    const entry = json.find((one) => one.name === api.name) ?? assert.fail(api.name);
    const inputs = Object.fromEntries(
      entry.params.flatMap(({ name, kind, example }): [string, unknown][] => {
        if (kind === 'fileIn') return [[name, { size: 0, read: async () => new Uint8Array(0) }]];
        if (kind === 'fileOut') return [[name, { write: async () => undefined }]];
        if (example === null) return [];
        if (typeof example !== 'object') return [[name, example]];
        const param = api.params.find((one) => one.name === name) ?? assert.fail(name);
        const spec = wholeLayout(param) ?? assert.fail(name);
        let bytes = ' '.repeat(spec.length);
        const fields = new Map(flatFields(spec).map((field) => [field.name, field]));
        for (const [of, value] of Object.entries(example)) {
          const { from, to } = fields.get(of) ?? assert.fail(`${name}.${of}`);
          bytes = `${bytes.slice(0, from - 1)}${value.padEnd(to - from + 1)}${bytes.slice(to)}`;
        }
        return [[name, bytes.trimEnd()]];
      }),
    );
    assert.doesNotThrow(() => accept(api, inputs as never), api.name);
  }
});
