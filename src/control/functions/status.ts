/** @module States, numbers, clock, versions: 1.15, 1.34, 1.35, 1.36, 1.51, csGetVersion, 2.1, 2.2, 4.1, 4.5-4.8. */

import { asFailure, Failure, say } from '../../base/index.ts';
import { type AnyFiles, readPublic } from '../../card/index.ts';
import { decodeBig5, encodeBig5, fitBig5, rocDateTimeOf } from '../../codec/index.ts';
import type { SamIdentity } from '../../sam/types.ts';
import type { Call, PlainFunction, Written } from '../context.ts';
import { type Done, refuse } from '../decide.ts';
import { ensureSam } from '../needs.ts';
import { professionOf } from '../view.ts';

const plain = (run: PlainFunction['run']): PlainFunction => ({ kind: 'plain', run });
const device = (call: Call) => call.ports.device(call.caller.process);

const noSuchKind = say({
  zh: '卡片種類只有 1 安全模組、2 健保卡、3 醫事人員卡',
  en: 'the kind of card is 1 SAM, 2 health card or 3 professional card',
});

/** What a version call answers; the last digits of 3.5's are our own choice, made like 5.1's. */
export const versionCodes = { '5.1': 5153, '3.5': 3530 } as const;

/** 1.15: a state, 0 no card, 9 another card, 4000 a reader in trouble. */
export const cardStatus = plain(async (call) => {
  const type = call.input.int('CardType');
  if (type === 1) return { code: (await call.deps.sam.status()).state };
  if (type !== 2 && type !== 3) return refuse(6018, noSuchKind);
  const kind = type === 2 ? 'hc' : 'hpc';
  try {
    const found = await call.cards.find(kind, { device: device(call) });
    const state = call.cards.state(found.insertion);
    // Updated by 1.40: nothing of it can be read until it is put in again, and whoever waits for 2 shall wait.
    if (state.blocked) return { code: 1 };
    const centreAuthenticated = state.centreAuthenticated;
    if (state.security === undefined) {
      const done = await ensureSam(call, 4050)
        .then(() => call.cards.use(found, async () => true))
        .catch(() => false);
      if (!done) return { code: 1 };
    }
    const pin = state.pin.has(call.caller.process);
    if (kind === 'hpc') return { code: pin ? 3 : 2 };
    if (centreAuthenticated) return { code: 5 };
    if (pin) return { code: 4 };
    const professional = await call.cards.find('hpc', { device: device(call) }).catch(() => undefined);
    return { code: professional && call.cards.state(professional.insertion).pin.has(call.caller.process) ? 3 : 2 };
  } catch (error) {
    const failure = asFailure(error, 4000, say({ zh: '讀卡機逾時', en: 'reader time-out' }));
    if (failure.code === 4013 || failure.code === 4014) return { code: 0 };
    return failure.code === 4033 || failure.code === 4034 ? { code: 9 } : refuse(4000, failure.why);
  }
});

/** 1.34: the reader's clock in 3.5, the security module's time in 5.1. */
export const dateTime = plain(async (call) => {
  const now = await call.deps.sam.time().catch((error) => {
    if (error instanceof Failure && error.code === 5005) throw error;
    return call.deps.clock.now();
  });
  const text = rocDateTimeOf(now);
  const part = (from: number, to: number) => text.slice(from, to);
  return {
    code: 0,
    outputs: {
      pBuffer: {
        year: part(0, 3),
        month: part(3, 5),
        day: part(5, 7),
        hour: part(7, 9),
        minute: part(9, 11),
        second: part(11, 13),
      },
    },
  };
});

/** 1.35. */
export const cardNumber = plain(async (call) => {
  const type = call.input.int('CardType');
  if (type === 1) {
    const { state, identity } = await call.deps.sam.status();
    if (state === 0) return refuse(4012);
    if (state === 9) return refuse(4032);
    const samId = identity?.samId;
    // The section lists no code for a module that is not verified: to its caller there is none.
    if (samId === undefined) return refuse(4012);
    return { code: 0, outputs: { pBuffer: { cardNo: samId } } };
  }
  if (type === 2) {
    const found = await call.cards.find('hc', { device: device(call) });
    return { code: 0, outputs: { pBuffer: { cardNo: (await call.cards.free(found, readPublic)).cardNo } } };
  }
  if (type !== 3) return refuse(6018, noSuchKind);
  const found = await call.cards.find('hpc', { device: device(call) });
  return { code: 0, outputs: { pBuffer: { cardNo: (await call.cards.hpcBasic(found)).cardNo } } };
});

/** 1.36. */
export const isPinSet = plain(async (call) => {
  if (call.hc === undefined) return refuse(4013);
  const { set } = await call.cards.use(call.hc, (session) => session.pinStatus());
  return { code: set ? 1 : 0 };
});

/** 1.51: the path is the caller's library; without one, this program's name. */
export const versionEx = plain(async (call) => ({
  code: versionCodes[call.deps.profile],
  outputs: { pPath: Buffer.from(`OpenCSHIS ${call.deps.version}\0`, 'latin1') },
}));
export const version = plain(async (call) => ({ code: versionCodes[call.deps.profile] }));

/** 2.1. */
export const verifySam = plain(async (call) => {
  call.working(say({ zh: '安全模組與資料中心認證中', en: 'verifying the security module' }));
  await call.deps.sam.verify();
  return { code: 0 };
});

/** 2.2, csGetHospName, csGetHospAbbName: what the security module knows of its institution. */
const institution = (pick: (identity: SamIdentity) => object) =>
  plain(async (call) => {
    const identity = await call.deps.sam.identity().catch((cause) => {
      throw new Failure(5006, {
        kind: 'sam-hospid',
        why: asFailure(cause, 5006, say({ zh: '讀取院所代碼失敗', en: 'the institution could not be read' })).why,
        cause,
      });
    });
    return { code: 0, outputs: { pBuffer: pick(identity) } };
  });
/** A name as records hold it: without what Big5 has no code for, cut on a character's border. */
const named = (name: string, length: number): string => decodeBig5(encodeBig5(fitBig5(name, length), 'box')).trimEnd();
export const hospId = institution((identity) => ({ hospId: identity.hospId }));
const hospName = institution((identity) => ({ hospName: named(identity.hospName, 60) }));
const hospAbbName = institution((identity) => ({ hospAbbName: named(identity.hospAbbName, 20) }));

/** 4.1. */
export const hpcStatus = plain(async (call): Promise<Done> => {
  if (call.input.int('Req') !== 1) return refuse(6018, say({ zh: 'Req 只有 1', en: 'Req is 1' }));
  await call.cards.find('hpc', { device: device(call) });
  return { code: 0, outputs: { Status: 1 } };
});

/** The professional card's free data; 6018 where they cannot be read. */
async function holderOf(call: Call): Promise<AnyFiles['hpcBasic']> {
  if (call.hpc === undefined) throw new TypeError('the need was not declared');
  return call.cards.hpcBasic(call.hpc).catch((cause) => {
    if (cause instanceof Failure && cause.code === 4000) throw cause;
    throw new Failure(6018, {
      kind: 'hpc-read',
      why: say({ zh: '讀取醫事人員卡錯誤', en: 'the professional card could not be read' }),
      cause,
    });
  });
}
const hpcField = (
  param: string,
  name: 'cardNo' | 'personId' | 'name',
  pick: 'cardNo' | 'personId' | 'name' | 'englishName',
) => plain(async (call) => ({ code: 0, outputs: { [param]: { [name]: (await holderOf(call))[pick] } } }));
export const hpcNumber = hpcField('SN', 'cardNo', 'cardNo');
export const hpcPersonId = hpcField('SSN', 'personId', 'personId');
export const hpcChineseName = hpcField('CNAME', 'name', 'name');
export const hpcEnglishName = hpcField('ENAME', 'name', 'englishName');

/** hpcGetAllData: 4.5 to 4.8 in one. */
const hpcAllData = plain(async (call) => {
  const { cardNo, personId, name, englishName } = await holderOf(call);
  return { code: 0, outputs: { pBuffer: { cardNo, personId, name, englishName } } };
});

/** hisGetHPCType. */
const hpcType = plain(async (call) => ({ code: professionOf((await holderOf(call)).profession).type }));

export const laterStatus: { readonly [api: string]: Written } = {
  csGetHospName: hospName,
  csGetHospAbbName: hospAbbName,
  hpcGetAllData: hpcAllData,
  hisGetHPCType: hpcType,
};
