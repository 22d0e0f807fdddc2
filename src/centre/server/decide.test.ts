import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEvent } from '../client/types.ts';
import { standingVisits } from './decide.ts';

const event = (more: Partial<LedgerEvent>): LedgerEvent => ({
  id: '0000000000000001',
  type: 'visit',
  hospId: '3501200000',
  samId: 'SAM000000001',
  dateTime: '1151124090000',
  personId: 'A123456789',
  simulated: true,
  ...more,
});

test('a visit stands until it is undone, by its identifier or where it has none by its event', () => {
  const visit = event({ treatNum: 'ABCDEFGHIJ0123456789' });
  const other = event({ id: '0000000000000002', dateTime: '1151124100000' });
  const byIdentifier = event({ id: '3', type: 'undo', linkedTo: 'ABCDEFGHIJ0123456789' });
  const byEvent = event({ id: '4', type: 'undo', linkedTo: '0000000000000002' });
  const doubt = event({ id: '0000000000000005?', type: 'in-doubt', resolves: '0000000000000005' });
  assert.deepEqual(standingVisits([visit, other, doubt]), [visit, other]);
  assert.deepEqual(standingVisits([visit, other, byIdentifier]), [other]);
  assert.deepEqual(standingVisits([visit, other, byEvent]), [visit]);
});
