import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeText, html, literal, slug } from './html.ts';

test('whatever text goes in, no markup comes out, and the text comes back', () => {
  const back = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeText(text);
      assert.doesNotMatch(escaped, /[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      assert.doesNotMatch(escaped, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
      if (!/[\0-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/.test(text) && text.isWellFormed())
        assert.equal(back(escaped), text);
      assert.equal(html`<p title="${text}">${[text]}</p>`.text, `<p title="${escaped}">${escaped}</p>`);
    }),
  );
});

test('a template takes numbers, lists, nothing and markup, and escapes all but the markup', () => {
  assert.equal(html`${1}${undefined}${false}${['<', html`<b>${'&'}</b>`]}`.text, '1&lt;<b>&amp;</b>');
});

test("a name becomes an anchor of letters, digits and dashes, and two names never the same one's", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      assert.match(slug(one), /^[\w-]*$/);
      assert.equal(slug(one) === slug(other), one === other);
    }),
  );
});

test('a literal is the same value to a script, and nothing to markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const made = literal({ text: `${text}</script><!--\u2028` });
      assert.doesNotMatch(made, /[<>&\u2028\u2029]/);
      assert.deepEqual(JSON.parse(made), { text: `${text}</script><!--\u2028` });
    }),
  );
});
