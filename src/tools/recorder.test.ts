// Real calls at a real counter, recorded twice at once: as they were, and replaced.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formsOf } from '../../test/support/canary.ts';
import { newCounter, settled, type TestCounter, visitNow } from '../../test/support/counter.ts';
import { apiByName } from '../catalogue/index.ts';
import { daysBetween, isHospId, isPersonId, isRocDateTime } from '../codec/index.ts';
import { layoutOf, placesOf } from './layout.ts';
import { bytesOf, isCall, parseTrace, type Trace, type TraceCall } from './trace-file.ts';

let counter: TestCounter;
let real: Trace;
let replaced: Trace;
before(async () => {
  counter = await newCounter({ people: 3 });
  await counter.act('insert', { card: 'normal' });
  await counter.act('insert', { card: 'doctor' });
  const stops = [await counter.record(true), await counter.record()] as const;
  const { call } = counter;
  await call('csOpenCom', { Comport: 0 });
  await call('hisGetBasicData', { iBufferLen: 72 });
  await call('hisGetRegisterBasic');
  await call('csGetHospID');
  await call('csGetDateTime');
  const visit = await counter.register();
  const { visitTime, hospId } = visit.fields.pBuffer as { visitTime: string; hospId: string };
  const { personId, birthDate } = await counter.control.publicZone((await slotOf('normal')) ?? '');
  for (const name of ['hpcGetHPCSN', 'hpcGetHPCSSN', 'hpcGetHPCCNAME', 'hpcGetHPCENAME']) await call(name);
  await call('hisGetTreatNumICCard', { pDateTime: visitTime });
  await call('hisGetTreatNumNoICCard', { pPatientID: personId, pHospID: hospId });
  await call('hisGetLastSeqNum');
  // Wrong use must not leak either: a person where a code belongs, a parameter and a function that do not exist.
  await call('hisWriteHealthInsurance', {
    pPatientID: personId,
    pPatientBirthDate: birthDate,
    pServiceItem: personId,
    pServiceItemCode: '王小明',
  });
  await call('hisGetBasicData', { [personId]: personId, iBufferLen: 5 });
  await call('noSuchFunction', { anything: personId });
  await call('hisWriteTreatmentData', {
    pDateTime: visitTime,
    pPatientID: personId,
    pPatientBirthDate: birthDate,
    pDataWrite: `1${'[J069   ]'.repeat(6)}${'0'.repeat(38)}`,
  });
  await counter.act('network', { up: false });
  await call('hisGetSeqNumber256N1', { ...visitNow, cTreatItem: '05' });
  await counter.act('network', { up: true });
  await counter.act('remove', { card: 'normal' });
  await counter.act('insert', { card: 'rare-name' });
  const inserted = settled(async () => (await call('hisGetCardStatus', { CardType: 2 })).code >= 2);
  await inserted;
  await call('hisGetBasicData');
  await call('csCloseCom');
  [real, replaced] = [stops[0](), stops[1]()];
});
after(() => counter.close());
const slotOf = async (handle: string) => counter.bench.list().find((one) => one.handle === handle)?.slot;

const personal = new Set(['text', 'personId', 'hospId', 'cardNo', 'samId', 'treatNum', 'hex', 'bytes', 'rocDateTime']);
/** Every personal value of the real trace, by its field. */
function secretsOf(trace: Trace): Map<string, string> {
  const secrets = new Map<string, string>();
  const keep = (where: string, text: string): void => {
    const core = text.replace(/[ \0]+$/, '');
    if (core.length >= 2 && !/^0+$/.test(core)) secrets.set(core, where);
  };
  for (const line of trace.lines) {
    if (!isCall(line)) {
      if ('card' in line && typeof line.card === 'object')
        for (const [name, value] of Object.entries(line.card)) if (typeof value === 'string') keep(name, value);
      continue;
    }
    const api = apiByName(line.call);
    for (const [name, value] of [...Object.entries(line.in), ...Object.entries(line.out)]) {
      const param = api?.params.find((one) => one.name === name);
      const bytes = bytesOf(value);
      const spec = param && layoutOf(param, bytes);
      if (spec)
        for (const { from, to, field } of placesOf(spec))
          if (personal.has(field.kind))
            keep(`${line.call}.${name}`, Buffer.from(bytes.subarray(from - 1, to)).toString('latin1'));
      if (param && !spec && (param.value === undefined || personal.has(param.value)) && typeof value === 'string')
        keep(`${line.call}.${name}`, value);
    }
  }
  return secrets;
}

test('no personal value of the run occurs anywhere in the trace, in any form', () => {
  const secrets = secretsOf(real);
  assert.ok(secrets.size >= 15, String(secrets.size));
  const text = JSON.stringify(replaced);
  // What is short may occur by chance inside of something else.
  const found = [...secrets].filter(
    ([value]) => value.length >= 6 && formsOf(value).some((form) => text.includes(form)),
  );
  assert.deepEqual(
    found.map(([, where]) => where),
    [],
  );
  const realText = JSON.stringify(real);
  assert.ok(
    [...secrets.keys()].some((value) => realText.includes(value)),
    'the check looks at the right values',
  );
});

test('both traces have the same calls, codes, lengths and forms, byte for byte as long', () => {
  assert.equal(real.header.values, 'real');
  assert.equal(replaced.header.values, 'replaced');
  assert.ok(real.whole && replaced.whole);
  const [one, other] = [real.lines.filter(isCall), replaced.lines.filter(isCall)];
  const bare = ({ call, code, lengths, session, kind }: TraceCall) => ({ call, code, lengths, session, kind });
  assert.deepEqual(other.map(bare), one.map(bare));
  one.forEach((was, index) => {
    const is = other[index] as TraceCall;
    for (const way of ['in', 'out'] as const) {
      assert.equal(Object.keys(is[way]).length, Object.keys(was[way]).length);
      for (const [name, value] of Object.entries(was[way]))
        if (apiByName(was.call)?.params.some((param) => param.name === name))
          assert.equal(bytesOf(is[way][name]).length, bytesOf(value).length, `${was.call} ${name}`);
    }
  });
  assert.deepEqual(
    replaced.lines.filter((line) => !isCall(line)).map((line) => 'event' in line && line.event),
    ['network', 'network', 'card-out', 'card-in'],
  );
});

test('in the trace a person is the same person everywhere, well-formed, and of the same age', () => {
  const calls = replaced.lines.filter(isCall);
  const out = (name: string) => String(calls.find((one) => one.call === name)?.out.pBuffer);
  const basic = out('hisGetBasicData');
  const id = /[A-Z]\d{9}/.exec(basic.slice(12))?.[0] ?? '';
  assert.ok(isPersonId(id));
  const written = calls.find((one) => one.call === 'hisWriteTreatmentData');
  assert.equal(written?.in.pPatientID, id);
  assert.equal(calls.find((one) => one.call === 'hisGetTreatNumNoICCard')?.in.pPatientID, id);
  const visit = out('hisGetSeqNumber256N1');
  assert.ok(isRocDateTime(visit.slice(0, 13)) && isHospId(visit.slice(17, 27)));
  assert.equal(written?.in.pDateTime, visit.slice(0, 13));
  assert.equal(out('csGetHospID'), visit.slice(17, 27));
  assert.equal(calls.find((one) => one.call === 'hisGetTreatNumICCard')?.in.pDateTime, visit.slice(0, 13));
  assert.equal(out('hisGetTreatNumICCard'), visit.slice(296, 316), 'one identifier, wherever it is asked for');
  assert.equal(daysBetween(out('csGetDateTime').slice(0, 7), visit.slice(0, 7)), 0);
  assert.equal(
    out('hisGetLastSeqNum').slice(0, 3),
    visit.slice(0, 3),
    'the year of the last number is the year of the visit',
  );
  assert.equal(replaced.header.cards.find((one) => one.personId)?.personId, id);
  const birth = /[A-Z]\d{9}(.{7})/.exec(basic.slice(12))?.[1] ?? '';
  const wasBasic = String(real.lines.filter(isCall).find((one) => one.call === 'hisGetBasicData')?.out.pBuffer);
  const wasBirth = /[A-Z]\d{9}(.{7})/.exec(wasBasic.slice(12))?.[1] ?? '';
  assert.equal(
    daysBetween(birth, replaced.header.started.slice(0, 7)),
    daysBetween(wasBirth, real.header.started.slice(0, 7)),
  );
});

test('a trace is read back as it was; what is no trace, or a newer one, is refused in words', () => {
  const text = [
    JSON.stringify(replaced.header),
    ...replaced.lines.map(({ at: _at, ...line }) => JSON.stringify(line)),
  ].join('\n');
  const cut = parseTrace(`${text}\n{"call":"csOp`);
  assert.equal(cut.whole, false);
  assert.deepEqual(cut.lines, replaced.lines);
  for (const [bad, why] of [
    ['', /line 1/],
    ['{}', /line 1/],
    ['hello', /line 1/],
    [text.replace('"v":1', '"v":2'), /newer/],
    [`${text}\nnonsense\n{"end":true}`, /line \d+ cannot be read/],
    [`${text}\n{"call":"x"}\n`, /neither a call nor an event/],
  ] as const)
    assert.throws(
      () => parseTrace(bad),
      (error: { kind?: string; why?: { en: string } }) => error.kind === 'trace-file' && why.test(error.why?.en ?? ''),
    );
});

test('real values are recorded in a simulated world alone', async () => {
  const { recorderOf } = await import('../main/recorder.ts');
  const { systemClock, systemRandom } = await import('../base/index.ts');
  const control = {
    ...counter.control,
    status: async () => ({ ...(await counter.control.status()), simulated: false }),
  };
  const live = recorderOf({ control, clock: systemClock, random: systemRandom });
  await assert.rejects(live({ withData: true }), { code: 4029, kind: 'live' });
  const { header } = await live({ withData: false });
  assert.equal((header as { values: string }).values, 'replaced');
});
