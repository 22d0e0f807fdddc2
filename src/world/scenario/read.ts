/** @module Reads a scenario file: YAML by its shape, with the line and column of everything for what is said later. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { Failure, type Say, say } from '../../base/index.ts';
import type { ScenarioFile } from './declaration.ts';
import { scenarioShape } from './declaration.ts';
import type { FieldShapes, Shape } from './shape.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}
export interface Places {
  /** Where an object of the file stands, or one of its names. */
  of(object: object, name?: string): Place;
}
export interface ReadScenario {
  readonly file: string;
  readonly scenario: ScenarioFile;
  readonly places: Places;
}

/** A file that is not right: exit code 2, with line and column. */
export const badFile = (file: string, { line, column }: Place, words: Say): Failure =>
  new Failure(6018, {
    kind: 'usage',
    why: say({ zh: `${file} 第 ${line} 行第 ${column} 欄：${words.zh}`, en: `${file}:${line}:${column}: ${words.en}` }),
  });

interface Reading {
  place(node: Node | null | undefined, outside: Place): Place;
  note(object: object, place: Place, names: ReadonlyMap<string, Place>): void;
  fail(place: Place, words: Say): Failure;
  resolve(node: Node | null | undefined): Node | null | undefined;
}

/** Fails with kind `usage` and the place of the first thing that is not right. */
export function readScenario(text: string, file: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const known = new WeakMap<object, { place: Place; names: ReadonlyMap<string, Place> }>();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [wrong] = document.errors;
  if (wrong)
    throw badFile(
      file,
      at(wrong.pos[0]),
      say({ zh: `YAML 語法不正確（${wrong.code}）：${wrong.message}`, en: `this is no YAML: ${wrong.message}` }),
    );
  const reading: Reading = {
    place: (node, outside) => (node?.range ? at(node.range[0]) : outside),
    note: (object, place, names) => void known.set(object, { place, names }),
    fail: (place, words) => badFile(file, place, words),
    resolve: (node) => (isAlias(node) ? node.resolve(document) : node),
  };
  const start = { line: 1, column: 1 };
  const scenario = take(reading, scenarioShape, document.contents, start) as ScenarioFile;
  return {
    file,
    scenario,
    places: {
      of(object, name) {
        const one = known.get(object);
        return (name === undefined ? undefined : one?.names.get(name)) ?? one?.place ?? start;
      },
    },
  };
}

function take(reading: Reading, shape: Shape, found: Node | null | undefined, outside: Place): unknown {
  const node = reading.resolve(found);
  const place = reading.place(node, outside);
  switch (shape.kind) {
    case 'text': {
      const written = scalarOf(reading, shape, node, place);
      if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(written))
        throw reading.fail(
          place,
          say({
            zh: `${shape.title.zh}：${written} 不是${shape.means?.zh ?? `這種寫法（${shape.pattern}）`}`,
            en: `${shape.title.en}: ${written} is not ${shape.means?.en ?? `of this form (${shape.pattern})`}`,
          }),
        );
      return written;
    }
    case 'choice': {
      const written = scalarOf(reading, shape, node, place);
      const one = shape.of.find((each) => each.toLowerCase() === written.toLowerCase());
      if (one === undefined) throw reading.fail(place, noSuch(shape.title, written, shape.of));
      return one;
    }
    case 'whole': {
      const written = scalarOf(reading, shape, node, place);
      const number = Number(written);
      if (!/^\d+$/.test(written) || number < shape.from || number > shape.to)
        throw reading.fail(
          place,
          say({
            zh: `${shape.title.zh}是 ${shape.from} 到 ${shape.to} 的整數`,
            en: `${shape.title.en} is a whole number from ${shape.from} to ${shape.to}`,
          }),
        );
      return number;
    }
    case 'list': {
      if (!isSeq(node)) throw reading.fail(place, other(shape, say({ zh: '清單（- …）', en: 'a list (- ..)' })));
      const items = node.items.map((one) => take(reading, shape.of, one as Node, place));
      reading.note(items, place, new Map());
      return items;
    }
    case 'either': {
      const kind = shape.of.find((one) => fits(one, node));
      if (kind === undefined)
        throw reading.fail(
          place,
          other(shape, say({ zh: shape.of.map(formOf('zh')).join('或'), en: shape.of.map(formOf('en')).join(' or ') })),
        );
      return take(reading, kind, node, place);
    }
    case 'map':
      return namesOf(reading, shape, node, place, (name, at) => {
        if (shape.names !== undefined && !new RegExp(shape.names).test(name))
          throw reading.fail(
            at,
            say({
              zh: `名稱 ${name} 不合（${shape.names}）`,
              en: `the name ${name} is not of the form ${shape.names}`,
            }),
          );
        return shape.of;
      });
    case 'fields':
      return withAll(
        reading,
        namesOf(reading, shape, node, place, named(reading, shape.fields)),
        shape.required ?? [],
        place,
      );
    case 'verbs': {
      const all = isMap(node) ? node.items.map((one) => String((one.key as Node & { value?: unknown })?.value)) : [];
      const verbs = all.filter((name) => Object.hasOwn(shape.verbs, name));
      const [verb = ''] = verbs;
      const own = shape.verbs[verb];
      if (isMap(node) && own === undefined) {
        const strange = all.find((name) => !Object.hasOwn(shape.common, name)) ?? all[0] ?? '?';
        const key = node.items.find((one) => String((one.key as { value?: unknown })?.value) === strange)?.key as Node;
        throw reading.fail(reading.place(key, place), noSuch(shape.title, strange, Object.keys(shape.verbs)));
      }
      if (verbs.length > 1)
        throw reading.fail(
          place,
          say({
            zh: `一個步驟只做一件事，這裡有 ${verbs.join('、')}`,
            en: `a step does one thing, and here are ${verbs.join(', ')}`,
          }),
        );
      if (own === undefined) throw reading.fail(place, other(shape, say({ zh: '名稱與值', en: 'names with values' })));
      const known = { [verb]: own.value, ...own.fields, ...shape.common };
      return withAll(reading, namesOf(reading, shape, node, place, named(reading, known)), own.required ?? [], place);
    }
  }
}

/** As it is written: `0001` is four characters, `1.10` no number. */
function scalarOf(reading: Reading, shape: Shape, node: Node | null | undefined, place: Place): string {
  if (isScalar(node) && typeof node.value === 'string') return node.value;
  if (isScalar(node) && node.value === null && node.source !== '') return 'null';
  if (isScalar(node) && node.value !== null) return node.source ?? String(node.value);
  throw reading.fail(place, other(shape, say({ zh: '一個值', en: 'one value' })));
}

function namesOf(
  reading: Reading,
  shape: Shape,
  node: Node | null | undefined,
  place: Place,
  shapeOf: (name: string, place: Place) => Shape,
): { [name: string]: unknown } {
  const out: { [name: string]: unknown } = {};
  const names = new Map<string, Place>();
  if (node !== null && node !== undefined && !(isScalar(node) && node.value === null)) {
    if (!isMap(node)) throw reading.fail(place, other(shape, say({ zh: '名稱與值', en: 'names with values' })));
    for (const { key, value } of node.items) {
      const keyNode = key as Node;
      const at = reading.place(keyNode, place);
      const name = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : String(keyNode);
      names.set(name, at);
      out[name] = take(reading, shapeOf(name, at), value as Node | null, at);
    }
  }
  reading.note(out, place, names);
  return out;
}

const named =
  (reading: Reading, known: FieldShapes) =>
  (name: string, at: Place): Shape => {
    const shape = Object.hasOwn(known, name) ? known[name] : undefined;
    if (shape === undefined) throw reading.fail(at, noSuch(say({ zh: '這裡', en: 'here' }), name, Object.keys(known)));
    return shape;
  };

function withAll<T extends object>(reading: Reading, value: T, required: readonly string[], place: Place): T {
  for (const name of required)
    if (!Object.hasOwn(value, name)) throw reading.fail(place, say({ zh: `缺少 ${name}`, en: `${name} is missing` }));
  return value;
}

function fits(shape: Shape, node: Node | null | undefined): boolean {
  const empty = node === null || node === undefined || (isScalar(node) && node.value === null && node.source === '');
  switch (shape.kind) {
    case 'list':
      return isSeq(node);
    case 'map':
    case 'fields':
    case 'verbs':
      return isMap(node) || empty;
    case 'either':
      return shape.of.some((one) => fits(one, node));
    default:
      return isScalar(node) && !empty;
  }
}

const formOf =
  (language: 'zh' | 'en') =>
  (shape: Shape): string => {
    const words: Say =
      shape.kind === 'list'
        ? say({ zh: '清單', en: 'a list' })
        : ['map', 'fields', 'verbs'].includes(shape.kind)
          ? say({ zh: '名稱與值', en: 'names with values' })
          : say({ zh: '一個值', en: 'one value' });
    return words[language];
  };
const other = (shape: Shape, wanted: Say): Say =>
  say({ zh: `${shape.title.zh}：這裡應是${wanted.zh}`, en: `${shape.title.en}: ${wanted.en} should stand here` });

/** Says the nearest of what there is; all of it where that is little. */
function noSuch(title: Say, written: string, known: readonly string[]): Say {
  const near = known
    .map((one) => [distance(one.toLowerCase(), written.toLowerCase()), one] as const)
    .sort(([a], [b]) => a - b)[0];
  const hint = near && near[0] <= 2 ? near[1] : undefined;
  const all = known.length <= 30 ? known : [];
  return say({
    zh: `${title.zh}：沒有 ${written}${hint ? `，是不是 ${hint}？` : all.length > 0 ? `；可用：${all.join('、')}` : ''}`,
    en: `${title.en}: there is no ${written}${hint ? ` (did you mean ${hint}?)` : all.length > 0 ? `; known are ${all.join(', ')}` : ''}`,
  });
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
