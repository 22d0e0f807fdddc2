import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Failure } from '../base/index.ts';
import { defaultHandler, followLink, openLink } from './link.ts';

async function acted(given: readonly string[]): Promise<number> {
  let times = 0;
  await followLink(given, async () => {
    times++;
  }).catch((error) => {
    assert.ok(error instanceof Failure && error.kind === 'usage' && error.code === 6018);
    assert.ok(error.why.zh && error.why.en);
  });
  return times;
}

test('the literal acts, once', async () => {
  assert.equal(openLink, 'opencshis:open');
  assert.equal(await acted([openLink]), 1);
});

test('nothing but the literal acts', async () => {
  const around = fc
    .tuple(fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 6 }))
    .filter(([before, behind]) => before + behind !== '')
    .map(([before, behind]) => [`${before}${openLink}${behind}`]);
  const changed = fc
    .tuple(fc.nat({ max: openLink.length - 1 }), fc.string({ unit: 'binary', maxLength: 2 }))
    .map(([at, put]) => [openLink.slice(0, at) + put + openLink.slice(at + 1)]);
  const kin = fc.constantFrom(
    [],
    [''],
    [openLink, ''],
    [openLink, openLink],
    [`${openLink}/`],
    [`${openLink}?`],
    [`${openLink}#`],
    [`${openLink}\n`],
    [`${openLink}\0`],
    [` ${openLink}`],
    ['opencshis://open'],
    ['OPENCSHIS:OPEN'],
    ['opencshis:Open'],
    ['opencshis:%6fpen'],
    ['opencshis:'],
    ['opencshis:stop'],
    ['ｏｐｅｎｃｓｈｉｓ:open'],
    ['--help'],
    ['file:///etc/passwd'],
  );
  const any = fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(around, changed, kin, any), async (given) => {
      fc.pre(!(given.length === 1 && given[0] === openLink));
      assert.equal(await acted(given), 0);
    }),
    { numRuns: 2000 },
  );
});

const list = defaultHandler('mimeapps.list');
const line = 'x-scheme-handler/opencshis=opencshis-open.desktop';

test('the list of default handlers gets one line, and is afterwards what it was, byte for byte', () => {
  const piece = fc.constantFrom(
    '[Default Applications]',
    '[Added Associations]',
    'text/html=firefox.desktop',
    'x-scheme-handler/opencshis=other.desktop',
    '# opencshis',
    '# 註解',
    '',
    ' ',
    '[Default Applications] ',
  );
  const text = fc
    .tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, ended]) => lines.join(end) + (ended && lines.length > 0 ? end : ''));
  fc.assert(
    fc.property(text, (before) => {
      const after = list.add(before);
      assert.equal(after.split('\n').filter((one) => one === line).length, 1);
      assert.equal(list.add(after), after, 'twice is once');
      assert.equal(list.remove(after), before);
    }),
    { numRuns: 1000 },
  );
});

test('what others wrote after us stays', () => {
  const after = `${list.add('')}x-scheme-handler/mailto=mail.desktop\n`;
  const left = list.remove(after);
  assert.match(left, /mailto/);
  assert.doesNotMatch(left, /opencshis-open/);
  assert.equal(list.remove(left), left);
  assert.equal(
    list.remove('[Default Applications]\ntext/html=a.desktop\n'),
    '[Default Applications]\ntext/html=a.desktop\n',
  );
});
