/** @module 5.1, 5.2: diagnosis codes packed and unpacked. No card, no port, no network. */

import { packIcd10, unpackIcd10 } from '../../codec/index.ts';
import type { PlainFunction, Written } from '../context.ts';

const turning = (turn: (text: string) => string): PlainFunction => ({
  kind: 'plain',
  run: async (call) => ({ code: 0, outputs: { OUT: Buffer.from(turn(call.input.text('IN')), 'latin1') } }),
});

export const diagnoses: { readonly [api: string]: Written } = {
  hisGetICD10EnC: turning(packIcd10),
  hisGetICD10DeC: turning(unpackIcd10),
};
