// Long: one scene a rule, both ways. Each rule with a trace that breaks it and one that keeps it: real calls at a real counter, where it can be had so. deadline: 180
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newCounter, settled, type TestCounter, visitNow } from '../../../test/support/counter.ts';
import { limits } from '../../base/index.ts';
import { apiByName } from '../../catalogue/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import { isCall, parseTrace, type Trace, type TraceCall } from '../trace-file.ts';
import { lint, rules, sarifOf } from './index.ts';

let counter: TestCounter;
let person: { personId: string; birthDate: string };
before(async () => {
  counter = await newCounter({ people: 1 });
  await swap('normal');
});
after(() => counter.close());

type Call = TestCounter['call'];
/** Real calls. */
type Scene = (call: Call) => Promise<unknown>;
/** Lines as they would be, where a fault, a person or another reader is needed to have them. */
type Made = readonly Partial<TraceCall & { event: string; card: object; slot: number }>[];

const swap = async (card: string): Promise<void> => {
  for (const one of counter.bench.list()) if (one.slot) await counter.act('remove', { card: one.handle });
  await counter.act('insert', { card });
  await settled(async () => (await counter.as('waiting')('hisGetCardStatus', { CardType: 2 })).code >= 2);
  const zone = await counter.control.publicZone();
  person = { personId: zone.personId, birthDate: zone.birthDate };
};
const wait = async (seconds: number): Promise<void> => {
  const { clockShift } = counter.world.board.get();
  await counter.act('clock', { shift: clockShift + seconds * 1000 });
};
const network = async (up: boolean): Promise<void> => {
  await counter.act('network', { up });
  // A failed verification is remembered for some seconds.
  if (up) await wait(limits.samFailureMemory / 1000 + 1);
};
const open: Scene = (call) => call('csOpenCom', { Comport: 0 });
const close: Scene = (call) => call('csCloseCom');
const basic: Scene = (call) => call('hisGetBasicData');
async function register(call: Call, more: object = {}): Promise<string> {
  const answer = await call('hisGetSeqNumber256N1', { ...visitNow, ...more });
  return String((answer.fields.pBuffer as { visitTime?: string } | undefined)?.visitTime ?? '');
}
const who = () => ({ pPatientID: person.personId, pPatientBirthDate: person.birthDate });
const icd10 = (...codes: string[]): string =>
  `1${Array.from({ length: 6 }, (_, at) => `[${(codes[at] ?? '').padEnd(7)}]`).join('')}`;
const plain = (...codes: string[]): string => `1${codes.join('').padEnd(30)}`;
const fees = '0'.repeat(38);
const item = (time: string): string =>
  `${time}1${'AC12345100'.padEnd(12)}${' '.repeat(6)}${'QID'.padEnd(18)}07${'28'.padEnd(7)}01`;
const diagnoses = (call: Call, time: string, data = icd10('J069') + fees) =>
  call('hisWriteTreatmentData', { pDateTime: time, ...who(), pDataWrite: data });
const times = async (count: number, one: () => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < count; at++) await one();
};
const second = (time: string): string => rocDateTimeOf(Date.UTC(2026, 0, 5) + Number(time.slice(-2)) * 1000);

async function recorded(scene: Scene): Promise<Trace> {
  const stop = await counter.record();
  await scene(async (...asked) => {
    const answer = await counter.call(...asked);
    answer.delivered();
    return answer;
  });
  // An insertion is told by the control software when it has looked at the card.
  await counter.control.status();
  return stop();
}
function made(lines: Made): Trace {
  const header = {
    opencshis: 'trace',
    v: 1,
    profile: '5.1',
    version: '0',
    simulated: true,
    values: 'replaced',
    started: '1150105080000',
    offlineMode: 'delegated',
    links: { centre: true, sam: true },
    samVerified: true,
    cards: [],
  };
  const full = lines.map((line, index) =>
    'event' in line
      ? { t: index * 1000, ...line }
      : {
          no: apiByName(line.call ?? '')?.no,
          t: index * 1000,
          ms: 1,
          session: 1,
          program: 1,
          in: {},
          code: 0,
          out: {},
          lengths: {},
          ...line,
        },
  );
  return parseTrace([header, ...full, { end: true }].map((one) => JSON.stringify(one)).join('\n'));
}
const cardIn = { event: 'card-in', card: { slot: 1, cardNo: '900000000001' } };

const scenes: { readonly [rule: string]: { readonly breaks: Scene | Made; readonly keeps: Scene | Made } } = {
  'register-1.9': {
    breaks: (call) => call('hisGetSeqNumber', { cTreatItem: '04', cBabyTreat: ' ' }),
    keeps: (call) => register(call),
  },
  'register-1.37': {
    breaks: (call) => call('1.37', { ...visitNow, cTreatItem: '04' }),
    keeps: (call) => register(call),
  },
  'basic-1.2-at-registration': {
    breaks: async (call) => {
      await call('hisGetRegisterBasic');
      await register(call);
    },
    keeps: async (call) => {
      await basic(call);
      await call('hisGetRegisterBasic2');
      await register(call);
      await call('hisGetRegisterBasic');
    },
  },
  'same-day-as-error': {
    breaks: async (call) => {
      await register(call, { cTreatItem: '02' });
      const time = await register(call);
      await call('csUnGetSeqNumber', { pUnTreatDate: time });
    },
    keeps: async (call) => {
      await register(call, { cTreatItem: '02' });
      const time = await register(call);
      await diagnoses(call, time);
    },
  },
  'identifier-twice': {
    breaks: async (call) => {
      const time = await register(call);
      await call('hisGetTreatNumICCard', { pDateTime: time });
    },
    keeps: async (call) => {
      await register(call);
      await basic(call);
    },
  },
  'offline-without-1.54': {
    breaks: async (call) => {
      await network(false);
      await register(call, { cTreatItem: '05' });
      await network(true);
    },
    keeps: async (call) => {
      await network(false);
      await register(call, { cTreatItem: '05' });
      await call('hisGetTreatNumNoICCard', { pPatientID: person.personId, pHospID: '3501200000' });
      await network(true);
    },
  },
  'offline-retried': {
    breaks: async (call) => {
      await network(false);
      await times(3, () => register(call, { cTreatItem: '05' }));
      await network(true);
    },
    keeps: [0, 600_000, 1_200_000].map((t) => ({ call: 'hisGetSeqNumber256N1', code: 4061, t })),
  },
  'undo-again': {
    breaks: async (call) => {
      const time = await register(call);
      await times(3, () => call('csUnGetSeqNumber', { pUnTreatDate: time }));
    },
    keeps: async (call) => {
      await times(2, async () => call('csUnGetSeqNumber', { pUnTreatDate: await register(call) }));
    },
  },
  'update-needless': {
    breaks: async (call) => {
      await swap('normal-2');
      await call('csUpdateHCContents');
    },
    keeps: [{ call: 'hisGetRegisterBasic2' }, { call: 'csUpdateHCContents' }],
  },
  'used-after-1.40': {
    breaks: [cardIn, { call: 'csUpdateHCNoReset' }, { call: 'hisGetBasicData', code: 4043 }],
    keeps: [cardIn, { call: 'csUpdateHCNoReset' }, { event: 'card-out', slot: 1 }, cardIn, { call: 'hisGetBasicData' }],
  },
  'illness-twice': {
    breaks: async (call) => {
      await call('hisGetCriticalIllness');
      await call('hisGetCriticalIllnessID', who());
    },
    keeps: (call) => times(2, () => call('hisGetCriticalIllness')),
  },
  'write-without-visit': {
    breaks: async (call) => {
      await basic(call);
      await diagnoses(call, '1140102030405');
    },
    keeps: async (call) => {
      await basic(call);
      await diagnoses(call, await register(call));
    },
  },
  'time-from-computer': {
    breaks: async (call) => {
      const time = await register(call);
      await wait(7);
      await diagnoses(call, rocDateTimeOf(counter.world.clock.now() + (time.endsWith('0') ? 1000 : 0)));
    },
    keeps: async (call) => {
      const time = await register(call);
      await wait(7);
      await diagnoses(call, time);
    },
  },
  'icd10-without-brackets': {
    breaks: async (call) => {
      const time = await register(call);
      await diagnoses(call, time, plain('E1165') + fees);
      await diagnoses(call, time, plain('S72141A') + fees);
    },
    keeps: async (call) => {
      const time = await register(call);
      await diagnoses(call, time);
      await diagnoses(call, time, plain('J069 ', '4660 ') + fees);
    },
  },
  'items-one-by-one': {
    breaks: async (call) => {
      const time = await register(call);
      await times(3, () => call('hisWritePrescriptionSign', { pDateTime: time, ...who(), pDataWrite: item(time) }));
    },
    keeps: async (call) => {
      const time = await register(call);
      await call('hisWriteMultiPrescriptSign', {
        pDateTime: time,
        ...who(),
        pDataWrite: item(time).repeat(3),
        iWriteCount: 3,
      });
    },
  },
  'items-unsigned': {
    breaks: async (call) => {
      const time = await register(call);
      await call('hisWriteMultiPrescript', { pDateTime: time, ...who(), pDataWrite: item(time), iWriteCount: 1 });
    },
    keeps: async (call) => {
      const time = await register(call);
      await call('hisWriteMultiPrescriptSign', { pDateTime: time, ...who(), pDataWrite: item(time), iWriteCount: 1 });
    },
  },
  'item-time-differs': {
    breaks: async (call) => {
      const time = await register(call);
      await call('hisWriteMultiPrescriptSign', {
        pDateTime: time,
        ...who(),
        pDataWrite: item(time) + item(second(time)),
        iWriteCount: 2,
      });
    },
    keeps: async (call) => {
      const time = await register(call);
      await call('hisWriteMultiPrescriptSign', {
        pDateTime: time,
        ...who(),
        pDataWrite: item(time).repeat(2),
        iWriteCount: 2,
      });
    },
  },
  'write-before-identity': {
    breaks: async (call) => {
      await swap('normal');
      await diagnoses(call, await register(call));
    },
    keeps: async (call) => {
      await swap('normal');
      await basic(call);
      await diagnoses(call, await register(call));
    },
  },
  'wrong-person-again': {
    breaks: [1, 2].map(() => ({
      call: 'hisWriteTreatmentFee',
      code: 5020,
      in: { pPatientID: 'A123456789', pDataWrite: fees },
    })),
    keeps: ['A123456789', 'B123456780'].map((id) => ({
      call: 'hisWriteTreatmentFee',
      code: 5020,
      in: { pPatientID: id, pDataWrite: fees },
    })),
  },
  'fees-apart': {
    breaks: async (call) => {
      const time = await register(call);
      await call('hisWriteTreatmentCode', { pDateTime: time, ...who(), pDataWrite: icd10('J069') });
      await call('hisWriteTreatmentFee', { pDateTime: time, ...who(), pDataWrite: fees });
    },
    keeps: async (call) => diagnoses(call, await register(call)),
  },
  'prevention-without-visit': {
    breaks: [{ call: 'hisWriteHealthInsurance', code: 5083 }],
    keeps: [{ call: 'hisWriteHealthInsurance' }],
  },
  'write-after-undo': {
    breaks: async (call) => {
      const time = await register(call);
      await call('csUnGetSeqNumber', { pUnTreatDate: time });
      await diagnoses(call, time);
    },
    keeps: async (call) => {
      await call('csUnGetSeqNumber', { pUnTreatDate: await register(call) });
      await diagnoses(call, await register(call));
    },
  },
  'length-too-small': {
    breaks: (call) => call('hisGetBasicData', { iBufferLen: 58 }),
    keeps: async (call) => {
      await call('hisGetBasicData', { iBufferLen: 72 });
      await call('hisGetBasicData', { iBufferLen: 200 });
    },
  },
  'length-uninitialised': {
    breaks: async (call) => {
      await call('hisGetBasicData', { iBufferLen: 0 });
      await call('hisGetBasicData', { iBufferLen: -13108 });
    },
    keeps: (call) => call('hisGetBasicData', { iBufferLen: 72 }),
  },
  'length-reused': {
    breaks: async (call) => {
      await call('hisGetRegisterBasic2', { iBufferLen: 9 });
      await call('hisGetBasicData', { iBufferLen: 9 });
    },
    keeps: async (call) => {
      await call('hisGetRegisterBasic2', { iBufferLen: 9 });
      await call('hisGetBasicData', { iBufferLen: 72 });
    },
  },
  'range-wrong': {
    breaks: async (call) => {
      await call('hisReadPrescriptAllergic', { iStartPos: 0, iEndPos: 3 });
      await call('hisReadPrescriptHVE', { iStartPos: 1, iEndPos: 60 });
    },
    keeps: (call) => call('hisReadPrescriptMain', { iStartPos: 1, iEndPos: 60 }),
  },
  'open-ignored': {
    breaks: async (call) => {
      await call('csOpenCom', { Comport: -1 });
      await basic(call);
    },
    keeps: async (call) => {
      await call('csOpenCom', { Comport: -1 });
      await open(call);
      await basic(call);
    },
  },
  'open-missing': {
    breaks: basic,
    keeps: async (call) => {
      await open(call);
      await basic(call);
    },
  },
  'close-missing': {
    breaks: open,
    keeps: async (call) => {
      await open(call);
      await close(call);
    },
  },
  'open-around-each': {
    breaks: (call) =>
      times(3, async () => {
        await open(call);
        await basic(call);
        await close(call);
      }),
    keeps: async (call) => {
      await open(call);
      await times(3, () => basic(call));
      await close(call);
    },
  },
  'sam-verified-again': {
    breaks: (call) => times(2, () => call('csVerifySAMDC')),
    keeps: async (call) => {
      await call('csVerifySAMDC');
      await call('csSoftwareReset', { Type: 1 });
      await call('csVerifySAMDC');
    },
  },
  'reset-loop': {
    breaks: (call) => times(3, () => call('csSoftwareReset', { Type: 3 })),
    keeps: [0, 60_000, 120_000].map((t) => ({ call: 'csSoftwareReset', t })),
  },
  'status-hot-loop': {
    breaks: (call) => times(12, () => call('hisGetCardStatus', { CardType: 2 })),
    keeps: (call) =>
      times(12, async () => {
        await call('hisGetCardStatus', { CardType: 2 });
        await wait(1);
      }),
  },
  'version-old': { breaks: (call) => call('csGetVersion'), keeps: (call) => call('csGetVersionEx') },
  'pin-beside-professional': {
    breaks: [{ call: 'csVerifyHCPIN', code: 5110 }],
    keeps: [{ call: 'csVerifyHCPIN' }],
  },
  'pin-change-unverified': {
    breaks: [{ call: 'csInputHCPIN', code: 5105 }],
    keeps: [{ call: 'csVerifyHCPIN' }, { call: 'csInputHCPIN' }],
  },
  'pin-guessed': {
    breaks: [1, 2, 3].map(() => ({ call: 'csVerifyHCPIN', code: 5102 })),
    keeps: [{ call: 'csVerifyHCPIN', code: 5102 }, { call: 'csVerifyHCPIN', code: 5102 }, { call: 'hisGetBasicData' }],
  },
  'pin-needless': {
    breaks: async (call) => {
      await call('csVerifyHCPIN');
      await basic(call);
      await register(call);
    },
    keeps: async (call) => {
      await call('csVerifyHCPIN');
      await basic(call);
      await call('hisGetTreatmentNoNeedHPC');
    },
  },
  'upload-unchecked': {
    breaks: [
      { call: 'csUploadData', in: { pFileSize: '1000', pNumber: '3' }, out: { pFileSize: '0999', pNumber: '3' } },
    ],
    keeps: [
      { call: 'csUploadData', in: { pFileSize: '1000', pNumber: '3' }, out: { pFileSize: '1000', pNumber: '3' } },
    ],
  },
};

test('every rule has a scene that breaks it and one that keeps it', () => {
  assert.deepEqual(Object.keys(scenes).sort(), rules.map((rule) => rule.id).sort());
  assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
});

for (const rule of rules)
  test(`${rule.id}: ${rule.title.en}`, async () => {
    const { breaks, keeps } = scenes[rule.id] ?? {};
    assert.ok(breaks && keeps);
    // Real scenes begin with a card of their own, so that one rule's visits are none of another's.
    const traceOf = async (scene: Scene | Made): Promise<Trace> => {
      if (typeof scene !== 'function') return made(scene);
      await freshCard();
      return recorded(scene);
    };
    const broken = await traceOf(breaks);
    const found = lint(broken, [rule]);
    assert.ok(found.length > 0, 'the scene that breaks it is found');
    const lines = new Set(broken.lines.map((line) => line.at));
    for (const one of found) assert.ok(one.lines.length > 0 && one.lines.every((line) => lines.has(line)));
    assert.deepEqual(lint(await traceOf(keeps), [rule]), [], 'the scene that keeps it is not');
  });

let cards = 1;
async function freshCard(): Promise<void> {
  const handle = `normal-${++cards}`;
  await counter.act('new', { card: handle, kind: 'normal' });
  if (cards === 2) await counter.act('new', { card: 'spare', kind: 'normal' });
  await swap(handle);
}

test('a clean walk, from opening to closing, has nothing that a rule finds', async () => {
  await freshCard();
  const trace = await recorded(async (call) => {
    await open(call);
    await call('csVerifySAMDC');
    await basic(call);
    await call('hisGetRegisterBasic2', { iBufferLen: 9 });
    const time = await register(call);
    await diagnoses(call, time);
    await call('hisWriteMultiPrescriptSign', {
      pDateTime: time,
      ...who(),
      pDataWrite: item(time).repeat(2),
      iWriteCount: 2,
      iBufferLen: 2400,
    });
    await call('hisGetRegisterBasic');
    await close(call);
  });
  assert.ok(trace.lines.filter(isCall).length >= 9);
  assert.deepEqual(
    lint(trace).map((one) => [one.rule.id, one.lines]),
    [],
  );
});

test('findings stand in the order of their level; SARIF has each of them at its line', () => {
  const findings = lint(made([{ call: 'csOpenCom', code: -1 }, { call: 'csGetVersion' }, { call: 'hisGetSeqNumber' }]));
  assert.deepEqual(
    findings.map((one) => one.rule.id),
    ['register-1.9', 'open-ignored', 'version-old'].filter((id) => findings.some((one) => one.rule.id === id)),
  );
  const sarif = sarifOf('a.jsonl', findings, '1') as {
    runs: {
      results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[];
      tool: { driver: { rules: { id: string }[] } };
    }[];
  };
  const [run] = sarif.runs;
  assert.equal(run?.results.length, findings.length);
  assert.equal(run?.tool.driver.rules.length, rules.length);
  assert.equal(run?.results[0]?.locations[0]?.physicalLocation.region.startLine, findings[0]?.lines.at(-1));
});

test('every rule says its words in both languages, with a source', () => {
  for (const { id, title, remedy, source } of rules)
    for (const words of [title, remedy, source]) {
      assert.match(words.zh, /[\u4e00-\u9fff]/, id);
      assert.doesNotMatch(words.en, /[\u4e00-\u9fff]/, id);
      assert.ok(words.en.length > 5, id);
    }
});
