// Packing of ICD-10-CM codes (API 5.1, 5.2).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../base/index.ts';
import {
  diagnosisFromCard,
  diagnosisToCard,
  isPackedField,
  isPackedScope,
  normaliseIcd10,
  packIcd10,
  unpackIcd10,
} from './icd10.ts';

const soak = Boolean(process.env.OPENCSHIS_SOAK);
const runs = { numRuns: soak ? 200_000 : 2_000 };
const refused = (error: unknown): boolean => error instanceof Failure && error.code === 9127 && error.kind === 'icd10';
const symbols = '!"#$%&()*+:<>?@^{|}~';
const digits36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = (value: number): string => value.toString(36).toUpperCase().padStart(3, '0');
const place = (one: string): number => (symbols + digits36).indexOf(one);

/** Code, rank of category and of suffix (-1: none), value, packed; rows of NHI's table of 103/08/12. */
const vectors: readonly (readonly [string, number, number, number, string])[] = [
  ['B08010', 0, 98, 392, '!!0AW'],
  ['C44102', 1, 1266, 5064, '!"3WO'],
  ['C7A010', 3, 98, 392, '!$0AW'],
  ['D3A020', 4, 282, 1128, '!%0VC'],
  ['D37030', 5, 427, 1708, '!&1BG'],
  ['E00', 12, -1, -1, '!>'],
  ['E000', 12, 0, 0, '!>000'],
  ['E119', 23, 9777, 39108, '!3U6C'],
  ['E11321', 23, 4110, 16440, '!3COO'],
  ['F10120', 85, 1526, 6104, '"94PK'],
  ['G44201', 98, 2561, 10244, '"M7WK'],
  ['H401324', 122, 1724, 6896, '#:5BK'],
  ['I82409', 155, 5273, 21092, '#NG9W'],
  ['J45901', 160, 9783, 39132, '#SU70'],
  ['K50012', 166, 129, 516, '#Y0EC'],
  ['L89000', 172, 2, 8, '$%008'],
  ['M1A0110', 182, 106, 424, '$@0BS'],
  ['M80051A', 214, 713, 2852, '$Q278'],
  ['N99510', 232, 6552, 26208, '%*K80'],
  ['O320XX1', 242, 1221, 4884, '%}3RO'],
  ['O9A211', 261, 2654, 10616, '%H86W'],
  ['P03810', 262, 8775, 35100, '%IR30'],
  ['Q51810', 263, 8775, 35100, '%JR30'],
  ['R402111', 270, 2656, 10624, '%Q874'],
  ['S02110A', 278, 1360, 5440, '%Y474'],
  ['S12000A', 288, 3, 12, '&*00C'],
  ['S52241J', 327, 3134, 12536, '&R9O8'],
  ['S72001Q', 347, 23, 92, '(<02K'],
  ['T3695XS', 391, 10046, 40184, '(ZV08'],
  ['T50Z96S', 405, 10392, 41568, ')?W2O'],
  ['V00', 442, -1, -1, ')U'],
  ['V0001XD', 442, 277, 1108, ')U0US'],
  ['V231XXS', 463, 2551, 10204, '*^7VG'],
  ['V99XXXA', 539, 10342, 41368, '+FVX4'],
  ['W001XXD', 540, 2550, 10200, '+G7VC'],
  ['W3400XA', 573, 91, 364, ':?0A4'],
  ['X0800XD', 619, 92, 368, '<$0A8'],
  ['Y92139', 686, 1822, 7288, '>@5MG'],
  ['Z98810', 716, 8775, 35100, '>OR30'],
];

test('39 codes of the official table, both ways; every first letter and every first symbol in use', () => {
  assert.equal(vectors.length, 39);
  for (const [code, category, suffix, value, packed] of vectors) {
    assert.equal(packIcd10(code), packed);
    assert.equal(unpackIcd10(packed), code);
    assert.equal(value, suffix < 0 ? -1 : 4 * suffix);
    assert.equal(place(packed.charAt(0)) * 56 + place(packed.charAt(1)), category);
    assert.equal(packed.length, suffix < 0 ? 2 : 5);
    assert.equal(unpackIcd10(packed.padEnd(5)), code, 'as it stands on the card');
  }
  assert.equal(new Set(vectors.map(([code]) => code.charAt(0))).size, 24);
  assert.equal(new Set(vectors.map(([, , , , packed]) => packed.charAt(0))).size, 13);
});

test('a code is taken with its dot, in lower case and with blanks around it', () => {
  for (const [code, , , , packed] of vectors) {
    assert.equal(packIcd10(code.toLowerCase()), packed);
    assert.equal(packIcd10(`  ${code} `), packed);
    if (code.length > 3) assert.equal(packIcd10(`${code.slice(0, 3)}.${code.slice(3)}`), packed);
  }
  assert.equal(packIcd10('O320xx0'), '%}3RK');
  assert.equal(normaliseIcd10('j01.10'), 'J0110');
});

test('out of scope: unchanged both ways on the card, refused by 5.1 and 5.2', () => {
  for (const code of ['I10', 'J0110', 'K2970', 'Z000', '36042', '4619', '485', '']) {
    assert.equal(diagnosisToCard(code), code);
    assert.equal(diagnosisFromCard(code.padEnd(5)), code);
    assert.equal(isPackedScope(code), false);
    assert.throws(() => packIcd10(code), refused, code);
    assert.throws(() => unpackIcd10(code), refused, code);
  }
});

test('refused by the packing: in scope, and not made of a listed category and suffix', () => {
  const none = ['E12', 'V07', 'A000000', 'S18XXXA', 'G4420Z', 'C43111', 'G44201AB', 'E', 'V', 'EE', 'E00.', 'G4 4201'];
  const odd = ['G4.4201', 'G44..201', 'G44.20.1', 'ı82409', 'ſ72001Q', 'I82409\u3000X', '"M7WK0', '診斷碼六個字'];
  for (const code of [...none, ...odd]) {
    assert.throws(() => packIcd10(code), refused, code);
    assert.throws(() => diagnosisToCard(code), refused, code);
  }
});

test('refused by the unpacking; on the card shown as it stands', () => {
  const none = ['!', '!!', '!!0', '!!000', '!!0AX', '!!W2S', '>P000', '"m7wk', "!'000"];
  const odd = ['"', "!'", '"\'', '"M7W', '"M7WK0', '"M7WKK', '"M 7WK', '~~ZZZ', '""0-0', '"M診', '"M7W\u212a'];
  for (const packed of [...none, ...odd]) {
    assert.throws(() => unpackIcd10(packed), refused, packed);
    assert.equal(isPackedField(packed), true);
    assert.equal(diagnosisFromCard(packed), packed);
  }
});

const accepted = (unpack: () => string): string[] => {
  try {
    return [unpack()];
  } catch {
    return [];
  }
};
const all56 = [...symbols, ...digits36];
/** The lists in the order of their ranks, found by asking for every place there is. */
const categories = all56
  .flatMap((one) => all56.map((two) => one + two))
  .flatMap((two) => accepted(() => unpackIcd10(`${two}W2O`).slice(0, 3)));
const suffixes = Array.from({ length: 36 ** 3 / 4 }, (_, rank) => digits(4 * rank)).flatMap((three) =>
  accepted(() => unpackIcd10(`)U${three}`).slice(3)),
);
const digest = (list: readonly string[]): string =>
  createHash('sha256').update(list.join('\n')).digest('hex').slice(0, 16);

test('the two lists are whole: 717 categories, 10,393 suffixes, in their order', () => {
  assert.equal(categories.length, 717);
  assert.equal(suffixes.length, 10_393);
  const lengths = [1, 2, 3, 4].map((length) => suffixes.filter((one) => one.length === length).length);
  assert.deepEqual(lengths, [10, 82, 1087, 9214]);
  assert.deepEqual([...suffixes].sort(), suffixes);
  assert.equal(digest(categories), '2a740f82604dfb73');
  assert.equal(digest(suffixes), '91f4c4a967422d1d');
  categories.forEach((one, rank) => {
    assert.equal(packIcd10(`${one}XXXA`).slice(0, 2), `${all56[Math.floor(rank / 56)]}${all56[rank % 56]}`);
  });
  suffixes.forEach((one, rank) => {
    assert.equal(packIcd10(`V00${one}`), `)U${digits(4 * rank)}`);
  });
});

test('171 bare categories of E and V take two characters', () => {
  const bare = categories.filter((category) => isPackedScope(category));
  assert.equal(bare.length, 171);
  for (const category of bare) {
    assert.equal(packIcd10(category).length, 2);
    assert.equal(unpackIcd10(packIcd10(category)), category);
  }
});

test('every category and every suffix, there and back', () => {
  for (const category of categories) assert.equal(unpackIcd10(packIcd10(`${category}XXXA`)), `${category}XXXA`);
  for (const suffix of suffixes) assert.equal(unpackIcd10(packIcd10(`V00${suffix}`)), `V00${suffix}`);
});

const pairs = fc
  .tuple(fc.constantFrom(...categories), fc.constantFrom(...suffixes))
  .map(([category, suffix]) => category + suffix);

test('any category with any suffix: there and back, in five characters of the alphabet', () => {
  fc.assert(
    fc.property(pairs, (code) => {
      assert.equal(diagnosisFromCard(diagnosisToCard(code)), code);
      if (!isPackedScope(code)) return;
      const packed = packIcd10(code);
      assert.match(packed, /^[!-&()*+:<>][!-&()*+:<>?@^{|}~0-9A-Z][0-9A-Z]{2}[048CGKOSW]$/);
      assert.equal(unpackIcd10(packed), code);
    }),
    runs,
  );
});

test('what can be unpacked packs to the same again; everything else is refused', () => {
  const anything = fc.stringMatching(/^[!-~]{1,7}$/);
  const near = fc.tuple(pairs, fc.nat(4), fc.constantFrom(...symbols, ...digits36)).map(([code, at, one]) => {
    const packed = isPackedScope(code) ? packIcd10(code) : '!>000';
    return packed.slice(0, at) + one + packed.slice(at + 1);
  });
  fc.assert(
    fc.property(fc.oneof(anything, near), (packed) => {
      let code: string;
      try {
        code = unpackIcd10(packed);
      } catch (error) {
        assert.ok(refused(error));
        return;
      }
      assert.equal(packIcd10(code), packed);
    }),
    runs,
  );
});

test('the whole grid of 7,401,720 pairs, no two alike', { skip: soak ? false : 'OPENCSHIS_SOAK=1 only' }, () => {
  const starts = new Set<string>();
  let count = 0;
  for (const category of categories) {
    const seen = new Set<string>();
    let start = '';
    for (const suffix of ['', ...suffixes]) {
      const code = category + suffix;
      if (!isPackedScope(code)) continue;
      const packed = packIcd10(code);
      start ||= packed.slice(0, 2);
      if (unpackIcd10(packed) !== code || seen.has(packed) || !packed.startsWith(start)) assert.fail(code);
      seen.add(packed);
    }
    count += seen.size;
    starts.add(start);
  }
  assert.equal(count, 7_401_720);
  assert.equal(starts.size, categories.length);
});
