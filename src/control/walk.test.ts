import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter } from '../../test/support/counter.ts';

test('a patient at the counter: open, verify, 1.1, 1.38, 1.53, and the centre hears of it', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    assert.equal((await counter.call('csOpenCom', { Comport: 0 })).code, 0);
    assert.equal((await counter.call('csVerifySAMDC')).code, 0);
    const basic = await counter.call('hisGetBasicData', { iBufferLen: 72 });
    assert.equal(basic.code, 0);
    assert.equal((basic.outputs.pBuffer as Uint8Array).length, 72);
    assert.equal(basic.outputs.iBufferLen, 72);
    const short = await counter.call('1.38');
    assert.equal(short.fields.pBuffer?.available, 6);
    const grant = await counter.call('1.53', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' });
    assert.equal(grant.code, 0, JSON.stringify(grant.failure));
    assert.match(String(grant.fields.pBuffer?.treatNum), /^[0-9A-Z]{20}$/);
    assert.equal(grant.fields.pBuffer?.seqNumber, '0001');
    assert.equal(grant.fields.pBuffer?.sameDay, 'N');
    grant.delivered();
    assert.equal((await counter.call('1.38')).fields.pBuffer?.available, 5);
    const second = await counter.call('1.53', { cTreatItem: '02', cBabyTreat: ' ', cTreatAfterCheck: '1' });
    assert.equal(second.code, 5010);
    assert.equal(second.fields.pBuffer?.sameDay, 'Y');
    assert.equal(second.fields.pBuffer?.seqNumber, '0002');
    second.delivered();
    assert.equal(
      (await counter.call('1.56', { pDateTime: String(grant.fields.pBuffer?.visitTime) })).fields.pBuffer?.treatNum,
      grant.fields.pBuffer?.treatNum,
    );
    const undone = await counter.call('1.39', { pUnTreatDate: String(second.fields.pBuffer?.visitTime) });
    assert.equal(undone.code, 0, JSON.stringify(undone.failure));
    undone.delivered();
    assert.equal((await counter.call('1.14')).fields.pBuffer?.lastSeqNumber?.toString().slice(3), '0001');
    assert.equal((await counter.call('1.39', { pUnTreatDate: String(second.fields.pBuffer?.visitTime) })).code, 5153);
  } finally {
    await counter.close();
  }
});
