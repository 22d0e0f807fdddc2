/**
 * @module Which functions are written. What is declared in the catalogue and not here answers so. A group's file keeps
 * its own list (`reading`, `writing`), so that a new function touches no file besides its declaration and its decision.
 */

import { Failure, say } from '../../base/index.ts';
import type { Call, CardFunction, Written } from '../context.ts';
import { notHere } from './elsewhere.ts';
import { diagnoses } from './icd10.ts';
import { treatNumCard, treatNumNoCard } from './identifiers.ts';
import { signer } from './institution.ts';
import { disableHcPin, inputHcPin, inputHpcPin, unlockHpc, verifyHcPin, verifyHpcPin } from './pin.ts';
import { closeCom, openCom, softwareReset } from './port.ts';
import { reading } from './read.ts';
import { readingAsProfessional } from './read-professional.ts';
import { mustAsk, register } from './register.ts';
import {
  cardNumber,
  cardStatus,
  dateTime,
  hospId,
  hpcChineseName,
  hpcEnglishName,
  hpcNumber,
  hpcPersonId,
  hpcStatus,
  isPinSet,
  laterStatus,
  verifySam,
  version,
  versionEx,
} from './status.ts';
import { undo } from './undo.ts';
import { statementOf, update } from './update.ts';
import { files } from './upload.ts';
import { vpn } from './vpn.ts';
import { writing } from './write.ts';

/** The card's own words before it is locked again: who it is and what its counters say. */
const peek = (call: Call) => {
  if (call.hc === undefined) throw new TypeError('the need was not declared');
  return call.cards.use(call.hc, async (session) => ({
    files: await session.read(['basic', 'validity', 'lastSeq', 'visits', 'cumulative']),
    ring: await session.ring(),
    pinLocked: (await session.pinStatus()).locked,
  }));
};

/** 4071 with the centre's own reason. */
async function authenticateAtCentre(
  call: Call,
  card: { cardNo: string; personId: string; cardCounter: number },
): Promise<void> {
  await call.deps.centre.authenticateCard(card).catch((cause) => {
    if (cause instanceof Failure && cause.code >= 9010 && cause.code <= 9012)
      throw new Failure(4071, {
        kind: 'card-refused',
        why: say({
          zh: `資料中心不接受這張卡片（${cause.code}）`,
          en: `the data centre does not accept this card (${cause.code})`,
        }),
        cause,
      });
    throw cause;
  });
}

const registering = (form: 'raw128' | 'hex256'): CardFunction => ({
  kind: 'card',
  writeFailure: 5007,
  async gather(call) {
    const facts = await signer(call);
    if (mustAsk(call.input.text('cTreatItem'))) {
      const { files, ring } = await peek(call);
      const card = { cardNo: files.basic.cardNo, personId: files.basic.personId };
      await authenticateAtCentre(call, { ...card, cardCounter: ring.counter });
      return {
        ...facts,
        eligibility: await call.deps.centre.eligibility({ ...card, treatItem: call.input.text('cTreatItem') }),
      };
    }
    await call.deps.sam.readyToSign();
    return facts;
  },
  decide: register(form),
});

const updating = (after: CardFunction['after']): CardFunction => ({
  kind: 'card',
  writeFailure: 5130,
  async gather(call) {
    const { files, ring, pinLocked } = await peek(call);
    const fresh = await call.deps.centre.freshContents(statementOf(files, ring, pinLocked)).catch((cause) => {
      if (cause instanceof Failure && (cause.code === 9010 || cause.code === 9012))
        throw new Failure(4071, {
          kind: 'card-refused',
          why: say({
            zh: `資料中心不接受這張卡片（${cause.code}）`,
            en: `the data centre does not accept this card (${cause.code})`,
          }),
          cause,
        });
      throw cause;
    });
    return { ...(await signer(call)), fresh };
  },
  decide: update,
  async after(call, facts) {
    const found = call.hc;
    if (found === undefined) return;
    // What an update also mends: a locked PIN, and one that the centre switched off.
    await call.cards.use(found, async (session) => {
      const pin = await session.pinStatus();
      if (pin.locked) await session.unlockPin();
      if (pin.set && facts.fresh?.pinEnabled === false) await session.disablePin();
    });
    for (const closed of facts.fresh?.closed ?? []) {
      const entry = call.deps.journal.get(closed.id);
      if (entry?.state === 'undecided')
        closed.as === 'visit' ? call.deps.journal.done(closed.id) : call.deps.journal.dropped(closed.id);
    }
    await after?.(call, facts);
  },
});

export const written: { readonly [api: string]: Written } = {
  ...reading,
  ...readingAsProfessional,
  ...diagnoses,
  ...laterStatus,
  ...vpn,
  ...notHere,
  hpcVerifyHPCPINR: verifyHpcPin,
  ...writing,
  hisGetSeqNumber: registering('raw128'),
  hisGetSeqNumber256: registering('hex256'),
  hisGetSeqNumber256N1: registering('hex256'),
  hisGetCardStatus: cardStatus,
  csVerifyHCPIN: verifyHcPin,
  csInputHCPIN: inputHcPin,
  csDisableHCPIN: disableHcPin,
  csUpdateHCContents: updating(async (call) => {
    if (call.hc === undefined) return;
    await call.deps.readers.reset(call.hc.slot);
    call.cards.wasReset(call.hc.insertion);
    call.cards.state(call.hc.insertion).centreAuthenticated = true;
  }),
  csUpdateHCNoReset: updating(async (call) => {
    if (call.hc) call.cards.state(call.hc.insertion).blocked = true;
  }),
  csOpenCom: openCom,
  csCloseCom: closeCom,
  csGetDateTime: dateTime,
  csGetCardNo: cardNumber,
  csISSetPIN: isPinSet,
  csUnGetSeqNumber: {
    kind: 'card',
    writeFailure: 5130,
    async gather(call) {
      const facts = await signer(call);
      const { files, ring } = await peek(call);
      const card = { cardNo: files.basic.cardNo, personId: files.basic.personId };
      await authenticateAtCentre(call, { ...card, cardCounter: ring.counter });
      await call.deps.centre.mayUndo({
        ...card,
        hospId: facts.identity?.hospId ?? '',
        dateTime: call.input.text('pUnTreatDate'),
      });
      return facts;
    },
    decide: undo,
  },
  ...files,
  csGetVersionEx: versionEx,
  csGetVersion: version,
  csSoftwareReset: softwareReset,
  hisGetTreatNumNoICCard: treatNumNoCard,
  hisGetTreatNumICCard: treatNumCard,
  csVerifySAMDC: verifySam,
  csGetHospID: hospId,
  hpcGetHPCStatus: hpcStatus,
  hpcVerifyHPCPIN: verifyHpcPin,
  hpcInputHPCPIN: inputHpcPin,
  hpcUnlockHPC: unlockHpc,
  hpcGetHPCSN: hpcNumber,
  hpcGetHPCSSN: hpcPersonId,
  hpcGetHPCCNAME: hpcChineseName,
  hpcGetHPCENAME: hpcEnglishName,
};
