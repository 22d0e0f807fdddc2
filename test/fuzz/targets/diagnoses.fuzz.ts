/** @module Any text as a diagnosis code: packed and back the same, or refused. */

import { Failure } from '../../../src/base/index.ts';
import { diagnosisFromCard, diagnosisToCard, packIcd10, unpackIcd10 } from '../../../src/codec/index.ts';
import { onlyThrows } from './only-throws.ts';

export function fuzz(data: Uint8Array): void {
  const text = Buffer.from(data).toString('latin1');
  const packed = onlyThrows([Failure], () => packIcd10(text));
  if (packed !== undefined) {
    const again = unpackIcd10(packed);
    if (packIcd10(again) !== packed) throw new Error('another code came back');
  }
  const code = onlyThrows([Failure], () => unpackIcd10(text));
  if (code !== undefined && packIcd10(code) !== text.trimEnd()) throw new Error('another packed form came back');
  const field = onlyThrows([Failure], () => diagnosisToCard(text));
  if (field !== undefined && field.length <= 5) diagnosisFromCard(field);
}
