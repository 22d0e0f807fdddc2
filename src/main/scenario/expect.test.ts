import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expectation } from '../../world/scenario/index.ts';
import { unmet } from './expect.ts';

const result = {
  code: 5010,
  seqNumber: '0007',
  sameDay: 'Y',
  gone: undefined,
  list: ['a', 'b'],
  in: { deep: { er: 3 } },
};
const held = (expect: Expectation) => unmet(result, expect).length === 0;

test('a bare value is the return code, several are alternatives', () => {
  assert.ok(held('5010') && held(['0', '5010']));
  assert.ok(!held('0') && !held(['0', '1']));
});

test('values are compared as they are written', () => {
  assert.ok(held({ seqNumber: '0007', sameDay: 'Y', 'in.deep.er': '3', 'list.1': 'b' }));
  assert.ok(!held({ seqNumber: '7' }) && !held({ sameDay: 'y' }) && !held({ sameDay: ' Y' }));
  assert.ok(held({ seqNumber: '/^\\d{4}$/' }) && !held({ seqNumber: '/^\\d{5}$/' }));
  assert.ok(held({ gone: 'null', never: 'null' }) && !held({ sameDay: 'null' }) && !held({ gone: '' }));
  assert.ok(held({ code: { atLeast: '5010', atMost: '5010', not: '0' } }));
  assert.ok(!held({ code: { atLeast: '5011' } }) && !held({ code: { atMost: '5009' } }));
  assert.ok(!held({ code: { not: '5010' } }) && !held({ gone: { atLeast: '0' } }));
});

test('what does not hold says what was expected and what came', () => {
  assert.deepEqual(unmet(result, { code: ['0', '1'], seqNumber: { not: '0007' }, gone: 'x' }), [
    { field: 'code', expected: { zh: '0 或 1', en: '0 or 1' }, came: '5010' },
    { field: 'seqNumber', expected: { zh: '不是 0007', en: 'not 0007' }, came: '0007' },
    { field: 'gone', expected: { zh: 'x', en: 'x' }, came: 'null' },
  ]);
});
