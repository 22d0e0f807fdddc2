/**
 * @module Shapes: what a scenario file may hold, declared once as data. Three things come from a shape: the TypeScript
 * type of what is read, the check that names line and column, and the JSON Schema that is published.
 */

import type { Say } from '../../base/index.ts';

interface About {
  readonly title: Say;
}
/** One word or number, taken as it is written (`0001` stays `0001`). */
export interface TextShape extends About {
  readonly kind: 'text';
  readonly pattern?: string;
  /** What the pattern means, for people. */
  readonly means?: Say;
}
export interface ChoiceShape<C extends string = string> extends About {
  readonly kind: 'choice';
  readonly of: readonly C[];
}
export interface WholeShape extends About {
  readonly kind: 'whole';
  readonly from: number;
  readonly to: number;
}
export interface ListShape<S extends Shape = Shape> extends About {
  readonly kind: 'list';
  readonly of: S;
}
/** Any names, each with a value of one shape. */
export interface MapShape<S extends Shape = Shape> extends About {
  readonly kind: 'map';
  readonly of: S;
  readonly names?: string;
}
export interface FieldsShape<F extends FieldShapes = FieldShapes> extends About {
  readonly kind: 'fields';
  readonly fields: F;
  readonly required?: readonly string[];
}
/** By what stands there: one value, a list, or names with values; at most one shape of each. */
export interface EitherShape<S extends readonly Shape[] = readonly Shape[]> extends About {
  readonly kind: 'either';
  readonly of: S;
}
/** Names with values of which exactly one is a verb; each verb brings names of its own, and all have some in common. */
export interface VerbsShape<V extends VerbShapes = VerbShapes, C extends FieldShapes = FieldShapes> extends About {
  readonly kind: 'verbs';
  readonly verbs: V;
  readonly common: C;
}
export type FieldShapes = { readonly [name: string]: Shape };
export type VerbShapes = {
  readonly [verb: string]: {
    readonly value: Shape;
    readonly fields: FieldShapes;
    readonly required?: readonly string[];
  };
};
export type Shape =
  | TextShape
  | ChoiceShape
  | WholeShape
  | ListShape
  | MapShape
  | FieldsShape
  | EitherShape
  | VerbsShape;

/** The TypeScript type of what a shape reads. What is not required may be missing; of the verbs, all but one are. */
export type Read<S> = S extends { readonly kind: 'choice'; readonly of: readonly (infer C)[] }
  ? C
  : S extends { readonly kind: 'text' }
    ? string
    : S extends { readonly kind: 'whole' }
      ? number
      : S extends { readonly kind: 'list'; readonly of: infer I }
        ? readonly Read<I>[]
        : S extends { readonly kind: 'map'; readonly of: infer I }
          ? { readonly [name: string]: Read<I> }
          : S extends { readonly kind: 'either'; readonly of: readonly (infer I)[] }
            ? Read<I>
            : S extends { readonly kind: 'fields'; readonly fields: infer F }
              ? { readonly [N in keyof F]?: Read<F[N]> }
              : S extends { readonly kind: 'verbs'; readonly verbs: infer V; readonly common: infer C }
                ? { readonly [N in keyof V]?: V[N] extends { readonly value: infer I } ? Read<I> : never } & {
                    readonly [M in FieldName<V>]?: Read<FieldOf<V, M>>;
                  } & { readonly [M in keyof C]?: Read<C[M]> }
                : never;
type FieldName<V> = { [N in keyof V]: V[N] extends { readonly fields: infer F } ? keyof F : never }[keyof V];
type FieldOf<V, M> = {
  [N in keyof V]: V[N] extends { readonly fields: infer F } ? (M extends keyof F ? F[M] : never) : never;
}[keyof V];

export const text = (title: Say, pattern?: string, means?: Say): TextShape => ({
  kind: 'text',
  title,
  ...(pattern === undefined ? {} : { pattern }),
  ...(means === undefined ? {} : { means }),
});
export const choice = <const C extends string>(title: Say, of: readonly C[]): ChoiceShape<C> => ({
  kind: 'choice',
  title,
  of,
});
export const whole = (title: Say, from: number, to: number): WholeShape => ({ kind: 'whole', title, from, to });
export const list = <S extends Shape>(title: Say, of: S): ListShape<S> => ({ kind: 'list', title, of });
export const map = <S extends Shape>(title: Say, of: S, names?: string): MapShape<S> => ({
  kind: 'map',
  title,
  of,
  ...(names === undefined ? {} : { names }),
});
export const fields = <const F extends FieldShapes>(
  title: Say,
  of: F,
  required: readonly (keyof F & string)[] = [],
): FieldsShape<F> => ({ kind: 'fields', title, fields: of, required });
export const either = <const S extends readonly Shape[]>(title: Say, ...of: S): EitherShape<S> => ({
  kind: 'either',
  title,
  of,
});

type Json = { readonly [name: string]: unknown };

/**
 * JSON Schema (2020-12) of a shape; both languages stand in the description. What has a name in `definitions` is written
 * once, and so is each verb.
 */
export function jsonSchema(shape: Shape, definitions: { readonly [name: string]: Shape }): Json {
  const names = new Map(Object.entries(definitions).map(([name, one]) => [one, name]));
  const defs: { [name: string]: Json } = {};
  const once = (name: string, make: () => Json): Json => {
    if (!Object.hasOwn(defs, name)) {
      defs[name] = {};
      defs[name] = make();
    }
    return { $ref: `#/$defs/${name}` };
  };
  const of = (one: Shape): Json => {
    const name = names.get(one);
    return name === undefined ? bare(one) : once(name, () => bare(one));
  };
  const object = (title: Say, fields: FieldShapes, required: readonly string[]): Json => ({
    description: words(title),
    type: required.length > 0 ? 'object' : ['object', 'null'],
    properties: Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, of(one)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  });
  const bare = (one: Shape): Json => {
    const description = words(one.title);
    switch (one.kind) {
      case 'text':
        return {
          description,
          type: ['string', 'number', 'boolean', 'null'],
          ...(one.pattern === undefined ? {} : { pattern: one.pattern }),
        };
      case 'choice':
        // A section's number may be written without quotes.
        return one.of.some((each) => /^\d/.test(each))
          ? { description, anyOf: [{ enum: one.of }, { type: 'number' }] }
          : { description, enum: one.of };
      case 'whole':
        return { description, type: 'integer', minimum: one.from, maximum: one.to };
      case 'list':
        return { description, type: 'array', items: of(one.of) };
      case 'map':
        return {
          description,
          type: 'object',
          additionalProperties: of(one.of),
          ...(one.names === undefined ? {} : { propertyNames: { pattern: one.names } }),
        };
      case 'fields':
        return object(one.title, one.fields, one.required ?? []);
      case 'either':
        return { description, anyOf: one.of.map(of) };
      case 'verbs':
        return {
          description,
          oneOf: Object.entries(one.verbs).map(([verb, own]) =>
            once(verb, () =>
              object(own.value.title, { [verb]: own.value, ...own.fields, ...one.common }, [
                verb,
                ...(own.required ?? []),
              ]),
            ),
          ),
        };
    }
  };
  const whole = of(shape);
  return { ...whole, $defs: defs };
}
const words = ({ zh, en }: Say): string => `${zh}\n${en}`;
