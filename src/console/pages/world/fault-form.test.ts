import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf as accepted, faultKinds } from '../../../world/index.ts';
import { faultOf, left } from './fault-form.ts';

test('the form of every fault, filled in with its defaults or with nothing that is not asked for, is taken', () => {
  for (const kind of faultKinds) {
    const required = kind.options
      .filter((one) => one.required)
      .map((one): [string, string] => [one.name, one.choices?.[0] ?? '']);
    assert.equal(accepted(faultOf(kind, Object.fromEntries(required))).name, kind.name);
    const all = kind.options.map((one): [string, string] => [
      one.name,
      one.kind === 'flag'
        ? 'on'
        : String(one.default ?? one.choices?.[0] ?? one.from ?? (one.kind === 'hex' ? '8026' : 'x')),
    ]);
    const full = accepted(faultOf(kind, { ...Object.fromEntries(all), times: '3' }));
    assert.equal(full.times, 3);
    assert.equal(Object.keys(full.options ?? {}).length, kind.options.length, kind.name);
  }
});

test('what is not a number is refused in words, not turned into none', () => {
  const kind = faultKinds.find((one) => one.name === 'reader-late') ?? assert.fail();
  assert.throws(() => accepted(faultOf(kind, { ms: 'soon' })), { code: 6018 });
  assert.throws(() => accepted(faultOf(kind, { ms: '0' })), { code: 6018 });
  assert.throws(() => accepted(faultOf(kind, { times: '1.5' })), { code: 6018 });
});

test('what is left of a fault', () => {
  const of = (name: string) => faultKinds.find((one) => one.name === name);
  const on = { id: '1', name: 'x' };
  assert.equal(left({ ...on, struck: 7 }, of('reader-late')), undefined);
  assert.equal(left({ ...on, struck: 0 }, of('tear')), 1);
  assert.equal(left({ ...on, struck: 1 }, of('tear')), 0);
  assert.equal(left({ ...on, struck: 2, times: 5 }, of('reader-late')), 3);
  assert.equal(left({ ...on, struck: 9, times: 5 }, of('reader-late')), 0);
});
