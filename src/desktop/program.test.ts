import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { desktopExec, unitCommand, unitWord, windowsCommand } from './program.ts';

/** A path of any characters but those that end a line. */
const path = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[\p{C}\u2028\u2029]/u.test(text));
const awkward = fc.oneof(path, fc.stringMatching(/^[ "'`$\\%;&|<>~*?#()a]{1,10}$/));

/** As the Desktop Entry Specification reads `Exec`: the string's escapes first, then quoted arguments, then field codes. */
function readExec(line: string): string[] {
  const unescaped = line.replaceAll(/\\\\/g, '\\');
  return [...unescaped.matchAll(/"((?:\\["`$\\]|[^"`$\\])*)"|([^\s"]+)/g)].map(([, quoted, bare]) =>
    (quoted === undefined ? (bare ?? '') : quoted.replaceAll(/\\(["`$\\])/g, '$1')).replaceAll('%%', '%'),
  );
}

test('Exec of a desktop entry says what was meant, for every path', () => {
  fc.assert(
    fc.property(awkward, awkward, awkward, (node, entry, world) => {
      assert.deepEqual(readExec(desktopExec({ node, entry }, ['start', '--minimised'])), [
        node,
        entry,
        'start',
        '--minimised',
      ]);
      assert.deepEqual(readExec(desktopExec({ node, entry, world }, ['x'], '%u')), [
        'env',
        `OPENCSHIS_HOME=${world}`,
        node,
        entry,
        'x',
        '%u',
      ]);
    }),
  );
});

/** As CommandLineToArgvW and the C run-time library of Windows take a command line apart. */
function readWindows(line: string): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < line.length) {
    while (line[at] === ' ') at++;
    let word = '';
    let quoted = false;
    for (; at < line.length && (quoted || line[at] !== ' '); at++) {
      let slashes = 0;
      while (line[at] === '\\') {
        slashes++;
        at++;
      }
      if (line[at] === '"') {
        word += '\\'.repeat(slashes >> 1);
        if (slashes % 2 === 1) word += '"';
        else quoted = !quoted;
      } else {
        word += '\\'.repeat(slashes);
        if (at < line.length && (quoted || line[at] !== ' ')) word += line[at];
        else at--;
      }
    }
    out.push(word);
  }
  return out;
}

test('a command line of Windows says what was meant, for every path', () => {
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 1, maxLength: 4 }), (words) => {
      assert.deepEqual(readWindows(windowsCommand(words)), words);
    }),
  );
});

test('words of a systemd unit are quoted, and nothing in them is replaced', () => {
  assert.equal(unitWord('/a b/50%/$x/"y"\\z'), '"/a b/50%%/$x/\\"y\\"\\\\z"');
  assert.equal(unitCommand(['/bin/$n', 'a$b', 'c%d']), '"/bin/$n" "a$$b" "c%%d"');
});
