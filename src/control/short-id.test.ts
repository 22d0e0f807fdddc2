// A document number (a foreigner's passport) may be shorter than ten characters: the card pads it with blanks (基本資料 3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter } from '../../test/support/counter.ts';
import { personOf, prescriptionItem } from '../../test/support/writing.ts';
import { verifyItem } from './index.ts';

for (const profile of ['5.1', '3.5'] as const)
  test(`${profile}: whoever has a document of nine characters is registered, written for and verified`, async () => {
    const counter = await newCounter({ profile });
    try {
      await counter.act('new', { card: 'foreigner', kind: 'normal' });
      await counter.act('edit', { card: 'foreigner', field: 'basic.personId', value: 'X12345678' });
      counter.bench.insert('foreigner');
      const { pPatientBirthDate } = await personOf(counter, 'foreigner');
      const visit = (await counter.register()).fields.pBuffer;
      const pDateTime = String(visit?.visitTime);
      assert.match(String(visit?.treatNum), /^[0-9A-Z]{20}$/);
      for (const [pPatientID, code] of [
        ['X12345678', 0],
        ['X12345678 ', 0],
        ['X1234567', 5020],
        ['X123456789', 5020],
        ['X1234 678', 6018],
      ] as const) {
        const answer = await counter.call('1.17', { pPatientID, pPatientBirthDate, pDateTime, pDataWrite: '500' });
        assert.equal(answer.code, code, JSON.stringify([pPatientID, answer.failure]));
        answer.delivered();
      }
      const item = prescriptionItem(pDateTime, '1', 'A');
      const signed = await counter.call('1.48', {
        pPatientID: 'X12345678 ',
        pPatientBirthDate,
        pDateTime,
        pDataWrite: item,
        iBufferLen: 40,
      });
      assert.equal(signed.code, 0, JSON.stringify(signed.failure));
      const verdict = await verifyItem(
        { sam: counter.sam, centre: counter.centreClient },
        {
          signature: Buffer.from(signed.outputs.pBuffer as Uint8Array).toString('latin1'),
          personId: 'X12345678',
          hospId: '3501200000',
          dateTime: pDateTime,
          bytes: Buffer.from(item, 'latin1'),
        },
      );
      assert.equal(verdict.verdict, 'ok');
      const noCard = (pPatientID: string) => counter.call('1.54', { pPatientID, pHospID: '3501200000' });
      assert.equal((await noCard('X12345678 ')).code, 0);
      const again = await counter.call('1.56', { pDateTime });
      assert.equal(again.fields.pBuffer?.treatNum, visit?.treatNum);
    } finally {
      await counter.close();
    }
  });
