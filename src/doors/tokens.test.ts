import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handClock } from '../../test/support/doors.ts';
import { limits, systemRandom } from '../base/index.ts';
import { createTokens } from './tokens.ts';

test('a one-use code is used once, and never after five minutes', () => {
  const { clock, pass } = handClock();
  const tokens = createTokens(clock, systemRandom);
  const code = tokens.newCode();
  const made = tokens.exchange(code);
  const token = made?.operator;
  assert.equal(tokens.roleOf(token ?? '')?.role, 'operator');
  assert.equal(tokens.roleOf(made?.world ?? '')?.role, 'world');
  assert.equal(tokens.exchange(code), undefined, 'a second time');
  const inTime = tokens.newCode();
  const late = tokens.newCode();
  pass(limits.oneUseCode);
  assert.ok(tokens.exchange(inTime));
  pass(1);
  assert.equal(tokens.exchange(late), undefined);
  assert.equal(tokens.exchange(late), undefined, 'nor after the clock is set back');
  for (const wrong of ['', 'x', token ?? '', tokens.byRole.operator]) assert.equal(tokens.exchange(wrong), undefined);
});

test('tokens of other tables, cut, lengthened or in other letters are nobody', () => {
  const { clock } = handClock();
  const tokens = createTokens(clock, systemRandom);
  const other = createTokens(clock, systemRandom);
  for (const [role, token] of Object.entries(tokens.byRole)) {
    assert.equal(tokens.roleOf(token)?.role, role);
    for (const wrong of [token.toUpperCase(), token.slice(1), `${token}0`, '', ` ${token}`, '\u00e9'.repeat(64)])
      assert.equal(tokens.roleOf(wrong), undefined);
    assert.equal(other.roleOf(token), undefined);
  }
  assert.equal(new Set(Object.values(tokens.byRole)).size, 3);
});

test('no two consoles ever have the same name, however many came before', () => {
  const { clock } = handClock();
  const tokens = createTokens(clock, systemRandom);
  const names = new Set<string>();
  for (let index = 0; index < 450; index++) {
    const token = tokens.exchange(tokens.newCode());
    names.add(tokens.roleOf(token?.operator ?? '')?.holder ?? 'nobody');
  }
  assert.equal(names.size, 450);
});

test('a console outlives a restart; what is kept gives nobody a token; after a week it has ended', () => {
  const { clock, pass } = handClock();
  let kept: Uint8Array | undefined;
  const memory = {
    read: () => kept,
    write: (bytes: Uint8Array) => {
      kept = bytes;
    },
  };
  const first = createTokens(clock, systemRandom, memory);
  const made = first.exchange(first.newCode());
  assert.ok(made && kept);
  const text = Buffer.from(kept).toString();
  for (const token of Object.values(made)) assert.ok(!text.includes(token));
  const second = createTokens(clock, systemRandom, memory);
  assert.deepEqual(second.roleOf(made.operator), first.roleOf(made.operator));
  assert.deepEqual(second.roleOf(made.world), first.roleOf(made.world));
  for (const { digest } of JSON.parse(text)) assert.equal(second.roleOf(digest), undefined);
  pass(limits.consoleToken);
  assert.equal(second.roleOf(made.operator)?.role, 'operator');
  pass(1);
  assert.equal(second.roleOf(made.operator), undefined);
  for (const damaged of [
    '',
    '{',
    '{}',
    '[null,1,{"digest":3}]',
    '[{"digest":"a","role":"program","holder":"x","since":0}]',
  ])
    assert.ok(createTokens(clock, systemRandom, { ...memory, read: () => Buffer.from(damaged) }).newCode());
});
