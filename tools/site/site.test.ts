// The API reference: complete, without a dead link, valid, the same bytes twice, and deaf to hostile strings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { Failure } from '../../src/base/index.ts';
import { about } from '../../src/catalogue/about.ts';
import { api, buffer, fileIn, int, text, written } from '../../src/catalogue/build.ts';
import { apis, errors, record, tables, terms } from '../../src/catalogue/index.ts';
import { resultTables } from '../../src/catalogue/results.ts';
import { at, group } from '../../src/catalogue/schema.ts';
import { accept } from '../../src/control/accept.ts';
import { openApi } from '../../src/doors/http/openapi.ts';
import { type Book, languages, layoutsOf } from './book.ts';
import { givenOf } from './door-samples.ts';
import { codeAnchor } from './errors-page.ts';
import { slug } from './html.ts';
import { linkFaults, tagsOf } from './links.ts';
import { samplesOf } from './samples.ts';
import { searchRows } from './search-index.ts';
import { apiFile } from './shell.ts';
import { ourBook, siteOf } from './site.ts';

const book = ourBook('1.2.3');
const site = siteOf(book);
const pageAt = (name: string): string => site.get(name) ?? assert.fail(`${name} is missing`);
const idsOf = (name: string): Set<string> =>
  new Set(tagsOf(pageAt(name)).flatMap((tag) => tag.attributes.get('id') ?? []));
const words = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

for (const lang of languages) {
  test(`${lang}: every function has its page, with every parameter, code, field, group and variant`, () => {
    for (const one of apis) {
      const name = `${lang}/${apiFile(one)}`;
      const page = words(pageAt(name));
      const ids = idsOf(name);
      assert.ok(page.includes(one.title[lang]) && page.includes(one.name), name);
      for (const param of one.params) {
        assert.ok(ids.has(`p-${slug(param.name)}`), `${name} ${param.name}`);
        assert.ok(page.includes(param.title[lang]), `${name} ${param.name}`);
      }
      for (const { param, marker, spec } of layoutsOf(one)) {
        assert.ok(ids.has(`l-${slug(param)}${marker ? `-${slug(marker)}` : ''}`), `${name} ${param} ${marker}`);
        assert.ok(page.includes(String(spec.length)), name);
        for (const [field, part] of Object.entries(spec.parts)) {
          assert.ok(page.includes(field) && page.includes(part.title[lang]), `${name} ${field}`);
          const places =
            'fields' in part
              ? Object.values(part.fields).map((inner) => [inner.from + part.from - 1, inner.to + part.from - 1])
              : [[part.from, part.to]];
          for (const [from, to] of places)
            assert.ok(page.includes(from === to ? `${from}` : `${from}–${to}`), `${name} ${field}`);
          if ('fields' in part) assert.ok(page.includes(`× ${part.count}`), `${name} ${field}`);
        }
      }
      for (const code of one.returns) {
        const entry = errors.find((each) => each.code === code);
        const meanings = resultTables(one).flatMap((table) => table.codes[String(code)] ?? []);
        for (const meaning of meanings) assert.ok(page.includes(meaning[lang]), `${name} ${code}`);
        if (meanings.length > 0) continue;
        assert.ok(page.includes(String(code)) && page.includes(entry?.[lang] ?? ''), `${name} ${code}`);
        if (code !== 0) assert.ok(page.includes(entry?.todo[lang] ?? ''), `${name} ${code}`);
      }
      assert.equal((pageAt(name).match(/class="panel"/g) ?? []).length, 8, name);
      if (one.deprecated) assert.ok(page.includes(one.deprecated.why[lang]), name);
    }
  });

  test(`${lang}: every code, table and term has its entry`, () => {
    const codes = words(pageAt(`${lang}/errors.html`));
    for (const entry of errors) {
      assert.ok(idsOf(`${lang}/errors.html`).has(codeAnchor(entry.code)), String(entry.code));
      assert.ok(codes.includes(entry[lang]), String(entry.code));
    }
    const page = words(pageAt(`${lang}/tables.html`));
    for (const table of book.tables) {
      assert.ok(idsOf(`${lang}/tables.html`).has(slug(table.name)), table.name);
      for (const one of Object.values(table.codes)) assert.ok(page.includes(one[lang]), table.name);
    }
    for (const term of terms) assert.ok(words(pageAt(`${lang}/glossary.html`)).includes(term.words[lang]), term.id);
  });

  test(`${lang}: the search knows 5010, 掛號, csGetHospID, and everything else by its name`, () => {
    const rows = searchRows(book, lang);
    const found = (word: string) => rows.filter((row) => row.join(' ').toLowerCase().includes(word.toLowerCase()));
    for (const word of [
      '5010',
      '掛號',
      'csGetHospID',
      'csGetHOSPID',
      '1.53',
      'registration',
      ...apis.map((one) => one.name),
    ])
      assert.notEqual(found(word).length, 0, word);
    for (const entry of errors.filter((one) => one.en !== 'reserved'))
      assert.ok(
        rows.some((row) => row[0] === String(entry.code)),
        String(entry.code),
      );
  });
}

test('every table of the catalogue is in the book', () => {
  assert.deepEqual(
    book.tables.map((one) => one.name).sort(),
    Object.values(tables)
      .flatMap((one) => ('codes' in one ? [one.name] : []))
      .sort(),
  );
});

test('words about functions are about functions that exist', () => {
  assert.deepEqual(
    Object.keys(about).filter((name) => !apis.some((one) => one.name === name)),
    [],
  );
});

test('no link and no anchor leads nowhere, and the check would say so', () => {
  assert.deepEqual(linkFaults(site), []);
  const planted = (text: string) =>
    linkFaults(
      new Map([
        ['zh/a.html', text],
        ['zh/b.html', '<p id="here"></p>'],
      ]),
    ).length;
  assert.equal(planted('<a href="b.html#here"></a>'), 0);
  for (const bad of [
    '<a href="c.html"></a>',
    '<a href="b.html#there"></a>',
    '<a href="#there"></a>',
    '<a href="../b.html"></a>',
    '<script src="https://example.com/x.js"></script>',
    '<a href="//example.com"></a>',
    '<p id="one"></p><p id="one"></p>',
    '<ul aria-labelledby="there"></ul>',
  ])
    assert.equal(planted(bad), 1, bad);
});

test('the markup is valid HTML', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    // A combobox with a list is what the search is; there is no native one that takes free text.
    rules: { 'prefer-native-element': 'off' },
  });
  // All function pages come from one template: looked at are those that have something of their own, all of them in a soak.
  const special = apis.filter(
    (one, index) =>
      process.env.OPENCSHIS_SOAK === '1' ||
      index % 8 === 0 ||
      one.deprecated !== undefined ||
      one.results !== undefined ||
      one.aliases.length > 0 ||
      one.params.some(
        (param) => param.variants !== undefined || ['records', 'fileIn', 'fileOut', 'unused'].includes(param.kind),
      ),
  );
  const many = special.map((one, index) => `${languages[index % 2]}/${apiFile(one)}`);
  const others = [...site.keys()].filter((name) => name.endsWith('.html') && !name.includes('/api/'));
  for (const name of [...others, ...many]) {
    const report = await validator.validateString(pageAt(name));
    assert.deepEqual(
      report.results.flatMap((one) =>
        one.messages.map((each) => `${name}:${each.line}: ${each.ruleId}: ${each.message}`),
      ),
      [],
    );
  }
});

test('every page has the strict policy, and nothing that it forbids', () => {
  for (const [name, text] of site) {
    if (!name.endsWith('.html')) continue;
    assert.match(text, /default-src &#39;none&#39;|default-src 'none'/, name);
    for (const tag of tagsOf(text)) {
      for (const key of tag.attributes.keys()) assert.doesNotMatch(key, /^(on|style$)/, `${name} ${tag.name} ${key}`);
      assert.ok(!['style', 'iframe', 'object', 'base', 'form'].includes(tag.name), `${name} ${tag.name}`);
    }
    assert.doesNotMatch(text, /<script[^>]*>[^<]/, name);
  }
});

test('built twice, every byte is the same', () => {
  assert.deepEqual(siteOf(ourBook('1.2.3')), site);
});

test('hostile strings in every place stay text', () => {
  const evil = `"'><img src=x onerror=alert(1)><script>alert(2)</script>&amp;</textarea>\`\${x}\\`;
  const both = { zh: evil, en: evil };
  const spec = record('evil', 12, both, {
    [`a${evil}`]: at(1, 4, 'text', evil, evil),
    [`b${evil}`]: group(5, 2, 4, evil, evil, { [`c${evil}`]: at(1, 4, 'digits', evil, evil) }),
  });
  const hostile: Book = {
    apis: [
      api(`9.1${evil}`, `evil${evil}`, evil, evil, {
        ordinal: 1,
        aliases: [evil],
        since: evil,
        source: evil,
        deprecated: { since: evil, replacedBy: evil, why: both },
        replaces: evil,
        params: [
          text(`t${evil}`, 99, 'text', evil, evil, `table${evil}`),
          int(`i${evil}`, evil, evil),
          fileIn(`f${evil}`, evil, evil),
          written(`w${evil}`, spec, { [evil]: spec }),
          ...buffer(`p${evil}`, `l${evil}`, spec, { icd10: spec }),
        ],
        returns: [0, 7777],
      }),
    ],
    errors: [{ code: 7777, zh: evil, en: evil, cause: both, todo: both, data: true, reachBy: evil }],
    tables: [{ name: `table${evil}`, title: both, source: evil, codes: { [evil]: both } }],
    terms: [{ id: evil, title: both, words: both }],
    version: evil,
  };
  const made = siteOf(hostile);
  assert.deepEqual(linkFaults(made), []);
  // Exactly the tags and attributes that harmless words would have given.
  const harmless = siteOf(
    JSON.parse(JSON.stringify(hostile).replaceAll(JSON.stringify(evil).slice(1, -1), 'x')) as Book,
  );
  const shape = (text: string) => tagsOf(text).map((tag) => `${tag.name} ${[...tag.attributes.keys()].join(' ')}`);
  const pages = (from: ReadonlyMap<string, string>) => [...from].filter(([name]) => name.endsWith('.html'));
  assert.deepEqual(
    pages(made).map(([, text]) => shape(text)),
    pages(harmless).map(([, text]) => shape(text)),
  );
  for (const [name, content] of made) {
    if (name.endsWith('.html')) assert.doesNotMatch(content, /<img|<script>|onerror=alert\(1\)>/, name);
    if (name.includes('search-')) assert.doesNotMatch(content, /[<>]/, name);
  }
});

test('samples are told in the language of the page, and no two languages of programs are alike', () => {
  for (const one of apis) {
    const [zh, en] = languages.map((lang) => samplesOf(book, one, lang));
    assert.deepEqual(
      zh?.map((sample) => sample.id),
      en?.map((sample) => sample.id),
    );
    assert.equal(new Set(zh?.map((sample) => sample.code)).size, 8, one.name);
    for (const sample of zh ?? [])
      assert.ok(sample.code.toLowerCase().includes(one.name.toLowerCase()), `${one.name} ${sample.id}`);
  }
});

interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}
const fits = (value: unknown, schema: Schema): boolean =>
  schema.anyOf
    ? schema.anyOf.some((one) => fits(value, one))
    : (schema.type === 'integer' ? Number.isInteger(value) : typeof value === schema.type) &&
      (schema.enum?.includes(value) ?? true) &&
      (typeof value !== 'string' ||
        (value.length <= (schema.maxLength ?? Infinity) && value.length >= (schema.minLength ?? 0))) &&
      (typeof value !== 'number' || (value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity)));

test('OpenAPI declares what a call accepts: the samples fit, and what does not fit is refused', () => {
  const { paths } = openApi('0', 'http://127.0.0.1') as unknown as {
    paths: {
      [path: string]: {
        post: {
          requestBody: {
            content: { [type: string]: { schema: { properties: { [name: string]: Schema }; required?: string[] } } };
          };
          parameters?: { name: string; required: boolean; schema: Schema }[];
        };
      };
    };
  };
  for (const one of apis) {
    const post = paths[`/api/v1/call/${one.name}`]?.post ?? assert.fail(one.name);
    const body = post.requestBody.content['application/json']?.schema;
    const properties =
      body?.properties ?? Object.fromEntries((post.parameters ?? []).map(({ name, schema }) => [name, schema]));
    const required = body
      ? (body.required ?? [])
      : (post.parameters ?? []).flatMap((param) => (param.required ? [param.name] : []));
    const isFile = (name: string) =>
      ['fileIn', 'fileOut'].includes(one.params.find((param) => param.name === name)?.kind ?? '');
    const given = Object.fromEntries(givenOf(book, one).filter(([name]) => !isFile(name)));
    const files = Object.fromEntries(
      one.params
        .filter((param) => isFile(param.name))
        .map((param) => [
          param.name,
          { size: 1, read: async () => undefined, write: async () => undefined, end: async () => undefined } as never,
        ]),
    );
    const takes = (inputs: object): boolean => {
      try {
        accept(one, { ...inputs, ...files });
        return true;
      } catch (error) {
        assert.ok(error instanceof Failure && error.code === 6018, String(error));
        return false;
      }
    };
    assert.ok(takes(given), one.name);
    for (const [name, value] of Object.entries(given))
      assert.ok(fits(value, properties[name] ?? {}), `${one.name} ${name}`);
    for (const name of required) {
      assert.ok(name in given, `${one.name} ${name}`);
      const { [name]: _, ...without } = given;
      assert.equal(takes(without), false, `${one.name} without ${name}`);
    }
    assert.equal(takes({ ...given, somethingElse: '1' }), false);
    for (const [name, schema] of Object.entries(properties)) {
      const param = one.params.find((each) => each.name === name) ?? assert.fail(name);
      if (schema.enum) {
        assert.equal(takes({ ...given, [name]: '~' }), false, `${one.name} ${name}`);
        for (const code of schema.enum)
          if (String(code).length === (param.length ?? 0))
            assert.ok(takes({ ...given, [name]: code }), `${one.name} ${name} ${code}`);
      }
      if (schema.maxLength !== undefined && schema.type === 'string')
        assert.equal(
          takes({ ...given, [name]: '1'.repeat(schema.maxLength + 2) }),
          false,
          `${one.name} ${name} too long`,
        );
      if (schema.type === 'integer')
        assert.equal(takes({ ...given, [name]: 99999 }), false, `${one.name} ${name} too large`);
    }
    const inputs = one.params.filter(
      (param) => param.direction !== 'out' && param.kind !== 'unused' && !isFile(param.name),
    );
    assert.deepEqual(Object.keys(properties).sort(), inputs.map((param) => param.name).sort(), one.name);
  }
});
