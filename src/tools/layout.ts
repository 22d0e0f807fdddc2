/** @module A buffer's layout as its bytes tell it: the plain one, or the one of the ICD-10 marker; its fields in a row. */

import type { Field, Group, Param, RecordSpec } from '../catalogue/schema.ts';
import { isGroup } from '../codec/index.ts';

/** A field with its own place, 1-based; `name` as `catalogue --json` prints it, `visits[1].treatItem`. */
export interface Placed {
  readonly name: string;
  /** Without its group. */
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly field: Field;
}

const known = new WeakMap<RecordSpec, readonly Placed[]>();
export function placesOf(spec: RecordSpec): readonly Placed[] {
  const before = known.get(spec);
  if (before) return before;
  const one = (name: string, plain: string, field: Field, shift: number): Placed => ({
    name,
    plain,
    from: field.from + shift,
    to: field.to + shift,
    field,
  });
  const places = Object.entries(spec.parts)
    .flatMap(([name, part]: [string, Field | Group]) =>
      isGroup(part)
        ? Array.from({ length: part.count }, (_, index) =>
            Object.entries(part.fields).map(([inner, field]) =>
              one(`${name}[${index + 1}].${inner}`, inner, field, part.from - 1 + index * part.length),
            ),
          ).flat()
        : [one(name, name, part, 0)],
    )
    .sort((a, b) => a.from - b.from);
  known.set(spec, places);
  return places;
}

/** What a written record's or an answer's bytes are laid out by; undefined where the parameter has no layout. */
export function layoutOf(param: Param, bytes: Uint8Array): RecordSpec | undefined {
  const { record, variants } = param;
  if (record === undefined || variants === undefined) return record;
  if (param.kind === 'buffer') return Object.values(variants).find((one) => one.length === bytes.length) ?? record;
  // A record with the marker has its first code in brackets, where the plain one has the code itself.
  return bytes[1] === 0x5b ? (variants.icd10 ?? record) : record;
}
