/**
 * @module VPNGetRandom, VPNH_Sign, VPNH_VerifySign: the signature by which a counter logs in to web services and uploads.
 * It is the envelope of a visit over another subject, which can be no id number: `VPN:service:cards:random`, with the
 * numbers of the cards behind it. So whoever has the key directory can check it, and it can never pass as a visit.
 */

import { Failure, limits, say } from '../../base/index.ts';
import { envelopeHex, epochOf, rocDateTimeOf, vpnSubject } from '../../codec/index.ts';
import { verifySignature } from '../../sam/index.ts';
import type { Call, PlainFunction, Written } from '../context.ts';
import { type Done, refuse } from '../decide.ts';
import { visitNow } from './identifiers.ts';

/** Which cards sign: 3 the security module; 4 with a health card and a professional card whose PIN is verified. */
const kinds = { sam: 3, withCards: 4 } as const;

interface Cards {
  readonly hcCardNo: string;
  readonly hpcCardNo: string;
}
const subject = (call: Call, cards: Cards): string =>
  vpnSubject({
    service: call.input.int('iService'),
    cards: call.input.int('iCardType'),
    random: call.input.text('pRandom'),
    ...cards,
  });

const random: PlainFunction = {
  kind: 'plain',
  run: async (call) => ({
    code: 0,
    outputs: { pBuffer: { random: Buffer.from(call.deps.random.bytes(8)).toString('hex').toUpperCase() } },
  }),
};

function asked(call: Call): Done | undefined {
  if (!/^[A-Za-z0-9+/=_-]{8,64}$/.test(call.input.text('pRandom')))
    return refuse(6018, say({ zh: '亂數應為 8 到 64 個英數字', en: 'a random has 8 to 64 letters and digits' }));
  const type = call.input.int('iCardType');
  if (type !== kinds.sam && type !== kinds.withCards)
    return refuse(6018, say({ zh: '簽章卡片只有 3、4', en: 'the signing cards are 3 or 4' }));
  return call.input.int('iService') < 0 ? refuse(6018, say({ zh: '沒有這項服務', en: 'no such service' })) : undefined;
}

/** Both cards authenticated now, the professional's PIN given before. */
async function cardsOf(call: Call): Promise<Cards> {
  if (call.input.int('iCardType') === kinds.sam) return { hcCardNo: '', hpcCardNo: '' };
  const device = call.ports.device(call.caller.process);
  const hc = await call.cards.find('hc', { slot: call.request.slot, insertion: call.request.insertion, device });
  const hpc = await call.cards.find('hpc', { device });
  const hcCardNo = await call.cards.use(hc, async (session) => session.identified.cardNo ?? '');
  const hpcCardNo = await call.cards.use(hpc, async (session) => session.identified.cardNo ?? '');
  if (!call.cards.state(hpc.insertion).pin.has(call.caller.process))
    throw new Failure(4042, {
      kind: 'hpc-pin',
      why: say({ zh: '醫事人員卡密碼尚未認證', en: "the professional card's PIN is not verified" }),
      todo: say({ zh: '請先呼叫 hpcVerifyHPCPIN', en: 'call hpcVerifyHPCPIN first' }),
    });
  return { hcCardNo, hpcCardNo };
}

const sign: PlainFunction = {
  kind: 'plain',
  async run(call) {
    const wrong = asked(call);
    if (wrong) return wrong;
    const { sam } = call.deps;
    const cards = await cardsOf(call);
    const { samId, hospId } = await sam.identity();
    await sam.readyToSign();
    const signedAt = rocDateTimeOf(await visitNow(call));
    const signature = envelopeHex(await sam.sign({ personId: subject(call, cards), hospId, dateTime: signedAt }));
    return { code: 0, outputs: { pBuffer: { signedAt, samId, hospId, ...cards, signature } } };
  },
};

const verify: PlainFunction = {
  kind: 'plain',
  async run(call) {
    const wrong = asked(call);
    if (wrong) return wrong;
    const given = call.input.record('pSign') as { readonly [field: string]: string };
    const { signedAt = '', hospId = '', hcCardNo = '', hpcCardNo = '', signature = '' } = given;
    const directory = await call.deps.centre.keyDirectory();
    const personId = subject(call, { hcCardNo, hpcCardNo });
    const { verdict, words } = verifySignature(signature, { personId, hospId, dateTime: signedAt }, directory);
    if (verdict !== 'ok') return refuse(9020, words);
    const age = (await visitNow(call)) - (epochOf(signedAt) ?? 0);
    return age > limits.vpnSignature || age < -limits.clockBehind
      ? refuse(9020, say({ zh: '簽章已超過有效時間', en: 'the signature is no longer valid' }))
      : { code: 0 };
  },
};

export const vpn: { readonly [api: string]: Written } = {
  VPNGetRandom: random,
  VPNH_Sign: sign,
  VPNH_VerifySign: verify,
};
