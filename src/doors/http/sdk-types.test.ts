// What the SDK and the console believe of answers and events is what control makes: the compiler holds one to the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDoors } from '../../../test/support/doors.ts';
import type * as Sdk from '../../client/index.ts';
import type * as Control from '../../control/types.ts';

type Json<T> = T extends Uint8Array ? string : T extends object ? { readonly [K in keyof T]: Json<T[K]> } : T;
const believed = {
  status: (status: Json<Control.ControlStatus>): Sdk.Status => status,
  zone: (zone: Json<Control.PublicZone>): Sdk.PublicZone => zone,
  event: (event: Json<Control.ControlEvent>): Sdk.ServerEvent => event,
  pin: (request: Json<Control.PinRequest>): Sdk.PinRequest => request,
  call: (entry: Json<Control.TraceEntry>): Sdk.TraceEntry => entry,
};

test('a status has every part that the SDK believes it has', async () => {
  const doors = await openDoors();
  try {
    const { json } = await doors.get('operator', '/api/v1/status');
    const status = believed.status(json);
    assert.deepEqual(Object.keys(status.journal).sort(), ['cut', 'inDoubt', 'refused', 'undelivered', 'waiting']);
    assert.ok(status.slots.length > 0 && status.sam.kind === 'cloud' && status.simulated);
  } finally {
    await doors.close();
  }
});
