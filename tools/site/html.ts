/** @module Markup. Whatever is not markup already goes through `escapeText`, and `html` alone makes markup. */

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Control characters are not allowed in HTML, whatever they are escaped to.
const never = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The one way from text into a page, in content and in quoted attributes alike. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(never, '�')
    .replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);

/** Markup that is safe to put into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Content = Html | string | number | undefined | false | readonly Content[];

function textOf(value: Content): string {
  if (value instanceof Html) return value.text;
  if (value === undefined || value === false) return '';
  return typeof value === 'object' ? value.map(textOf).join('') : escapeText(String(value));
}

/** A template whose values are escaped unless `html` made them. Attributes are always quoted. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(parts.reduce((text, part, at) => text + part + (at < values.length ? textOf(values[at]) : ''), ''));

/** A name as a part of a file name or an anchor: other characters become their number. */
export const slug = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9-]/g, (one) => `_${one.charCodeAt(0).toString(16)}_`);

/** A value as a script's literal, harmless inside any markup. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
