// What the later library exports besides the manual's functions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import type { KeyDirectory } from '../centre/client/index.ts';
import { decodeBig5 } from '../codec/index.ts';
import { verifySignature } from '../sam/index.ts';
import type { CallAnswer } from './index.ts';

async function withCounter(work: (counter: TestCounter) => Promise<void>): Promise<void> {
  const counter = await newCounter();
  try {
    await work(counter);
  } finally {
    await counter.close();
  }
}
const bytes = (answer: CallAnswer): Buffer => Buffer.from(answer.outputs.pBuffer as Uint8Array);
const typing = (counter: TestCounter, digits: string): (() => void) =>
  counter.control.watch((event) => {
    if (event.type === 'pin') counter.control.answerPin(event.request.id, Buffer.from(digits));
  });

test('csGetHospName and csGetHospAbbName: the whole field, Big5, blank-padded', () =>
  withCounter(async (counter) => {
    for (const [name, length, text] of [
      ['csGetHospName', 60, '開放健康診所'],
      ['csGetHospAbbName', 20, '開放診所'],
    ] as const) {
      const answer = await counter.call(name, { iBufferLen: length });
      assert.equal(answer.code, 0);
      assert.equal(bytes(answer).length, length);
      assert.equal(decodeBig5(bytes(answer)), text + ' '.repeat(length - 2 * text.length));
      assert.equal(answer.outputs.iBufferLen, length);
      assert.equal((await counter.call(name, { iBufferLen: length - 1 })).code, 6018);
    }
  }));

test('hpcGetAllData is 4.5 to 4.8 in a row; hisGetHPCType tells who', () =>
  withCounter(async (counter) => {
    for (const [card, type] of [
      ['doctor', 1],
      ['pharmacist', 2],
      ['assistant-pharmacist', 3],
      ['pharmacy', 4],
    ] as const) {
      counter.bench.insert(card);
      const parts = [];
      for (const [name, param] of [
        ['4.5', 'SN'],
        ['4.6', 'SSN'],
        ['4.7', 'CNAME'],
        ['4.8', 'ENAME'],
      ] as const)
        parts.push(Buffer.from((await counter.call(name)).outputs[param] as Uint8Array));
      assert.deepEqual(bytes(await counter.call('hpcGetAllData')), Buffer.concat(parts), card);
      assert.equal((await counter.call('hisGetHPCType')).code, type, card);
      counter.bench.remove(card);
    }
    const without = await counter.call('hisGetHPCType');
    assert.deepEqual([without.code, without.failure?.code], [4014, 4014]);
  }));

test('VPNGetRandom gives another one each time', () =>
  withCounter(async (counter) => {
    const randoms = new Set<string>();
    for (let round = 0; round < 50; round++) randoms.add(bytes(await counter.call('VPNGetRandom')).toString('latin1'));
    assert.equal(randoms.size, 50);
    for (const one of randoms) assert.match(one, /^[0-9A-F]{16}$/);
  }));

test("VPNH_Sign: the key directory alone verifies it, it says simulated, and it can't pass as a visit", () =>
  withCounter(async (counter) => {
    const pRandom = bytes(await counter.call('VPNGetRandom')).toString('latin1');
    const asked = { pRandom, iCardType: 3, iService: 30 };
    const answer = await counter.call('VPNH_Sign', asked);
    assert.equal(answer.code, 0, JSON.stringify(answer.failure));
    assert.equal(bytes(answer).length, 315);
    const signed = answer.fields.pBuffer as { [field: string]: string };
    assert.deepEqual([signed.hospId, signed.hcCardNo, signed.hpcCardNo], ['3501200000', '', '']);
    const published = await fetch(`http://127.0.0.1:${counter.centre.port}/keys`);
    const directory = (await published.json()) as KeyDirectory;
    const visit = { personId: `VPN:30:3:${pRandom}::`, hospId: '3501200000', dateTime: String(signed.signedAt) };
    const checked = verifySignature(String(signed.signature), visit, directory);
    assert.deepEqual([checked.verdict, checked.simulated], ['ok', true]);
    for (const personId of ['A123456789', pRandom, '', `VPN:30:4:${pRandom}::`])
      assert.notEqual(verifySignature(String(signed.signature), { ...visit, personId }, directory).verdict, 'ok');

    const pSign = bytes(answer);
    assert.equal((await counter.call('VPNH_VerifySign', { ...asked, pSign, iSignLen: 315 })).code, 0);
    for (const other of [{ pRandom: `${pRandom.slice(1)}0` }, { iService: 91 }, { iCardType: 4 }])
      assert.equal((await counter.call('VPNH_VerifySign', { ...asked, ...other, pSign, iSignLen: 315 })).code, 9020);
    for (const at of [3, 30, 40, 300]) {
      const altered = Buffer.from(pSign);
      altered[at] = altered[at] === 0x31 ? 0x32 : 0x31;
      const refused = await counter.call('VPNH_VerifySign', { ...asked, pSign: altered, iSignLen: 315 });
      assert.ok([9020, 6018].includes(refused.code), `byte ${at + 1}: ${refused.code}`);
    }
    await counter.act('network', { up: false });
    assert.equal((await counter.call('VPNH_VerifySign', { ...asked, pSign, iSignLen: 315 })).code, 4061);
    await counter.act('network', { up: true });
    await counter.act('clock', { shift: 9 * 3_600_000 });
    await counter.call('2.1');
    assert.equal(
      (await counter.call('VPNH_VerifySign', { ...asked, pSign, iSignLen: 315 })).code,
      9020,
      'good for 8 hours',
    );
  }));

test('VPNH_Sign with the cards: both must be there, the professional known by PIN; their numbers are signed', () =>
  withCounter(async (counter) => {
    const asked = { pRandom: 'ABCDEF0123456789', iCardType: 4, iService: 91 };
    assert.equal((await counter.call('VPNH_Sign', asked)).code, 4013);
    counter.bench.insert('normal');
    assert.equal((await counter.call('VPNH_Sign', asked)).code, 4014);
    counter.bench.insert('doctor');
    assert.equal((await counter.call('VPNH_Sign', asked)).code, 4042);
    const stop = typing(counter, '123456');
    assert.equal((await counter.call('hpcVerifyHPCPINR')).code, 0);
    stop();
    const answer = await counter.call('VPNH_Sign', asked);
    assert.equal(answer.code, 0, JSON.stringify(answer.failure));
    const signed = answer.fields.pBuffer as { [field: string]: string };
    assert.equal(signed.hcCardNo, (await counter.card('normal')).cardNo);
    assert.equal(signed.hpcCardNo, (await counter.card('doctor')).cardNo);
    const pSign = bytes(answer);
    assert.equal((await counter.call('VPNH_VerifySign', { ...asked, pSign, iSignLen: 315 })).code, 0);
    const other = Buffer.from(pSign);
    other.write('900000000099', 35, 'latin1');
    assert.equal((await counter.call('VPNH_VerifySign', { ...asked, pSign: other, iSignLen: 315 })).code, 9020);
  }));

test('a card kind, a random or a service that is none is 6018', () =>
  withCounter(async (counter) => {
    for (const wrong of [
      { iCardType: 1 },
      { pRandom: 'short' },
      { pRandom: 'with:colon!!' },
      { pRandom: 'x'.repeat(65) },
      { iService: -1 },
    ])
      assert.equal(
        (await counter.call('VPNH_Sign', { pRandom: 'ABCDEF0123456789', iCardType: 3, iService: 30, ...wrong })).code,
        6018,
      );
  }));

test("what needs NHI's own services says so, whatever it is given", () =>
  withCounter(async (counter) => {
    for (const name of ['HCA_GNFuncCall', 'csEnableHCAAPI', 'csDisableHCAAPI', 'hisGetSam0', 'csDownloadHCApplet']) {
      const answer = await counter.call(name);
      assert.deepEqual([answer.code, answer.failure?.kind, answer.outputs], [-1, 'not-here', {}], name);
      assert.match(String(answer.failure?.why.zh), /健保署自己的服務或金鑰/);
    }
    assert.equal((await counter.call('HCA_GNFuncCall', { lFunction: 7, pIn: 'x'.repeat(9000), l8: -5 })).code, -1);
  }));
