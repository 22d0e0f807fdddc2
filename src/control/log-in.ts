/**
 * @module A log-in to a web site by cards: the security module signs, in the envelope of every signature, what the site
 * asked (a nonce), who asked it (the origin that the browser named) and which cards were there and proved themselves.
 */

import { Failure, say } from '../base/index.ts';
import { envelopeHex, isNonce, logInSubject, rocDateTimeOf } from '../codec/index.ts';
import { moduleAt } from '../sam/index.ts';
import type { Cards, Found } from './cards.ts';
import type { Dependencies, Ports } from './context.ts';
import { visitNow } from './functions/identifiers.ts';
import { type Asking, askPin, usableHpc } from './functions/pin.ts';
import { ensureSam } from './needs.ts';
import type { Pins } from './pins.ts';
import type { LogInRequest, SignedLogIn } from './types.ts';

export async function logIn(from: {
  readonly deps: Dependencies;
  readonly cards: Cards;
  readonly pins: Pins;
  readonly ports: Ports;
  readonly process: string;
  readonly request: LogInRequest;
}): Promise<SignedLogIn> {
  const { cards, request } = from;
  const { origin, nonce } = request;
  if (!isNonce(nonce))
    throw new Failure(6018, {
      kind: 'nonce',
      why: say({ zh: '網站的亂數不正確', en: "the site's nonce is not right" }),
    });
  const hc = request.cards === 'sam+hpc' ? undefined : await cards.find('hc');
  const hpc = request.cards === 'sam+hpc' ? await cards.find('hpc') : undefined;
  // A card of NHI's own is told apart before the module is asked for anything.
  if (hc?.identified.real) await cards.use(hc, async () => undefined);
  const device = from.deps.readers.slots().find((slot) => slot.name === (hc ?? hpc)?.slot)?.device;
  const sam = moduleAt(from.deps.sam, device);
  const deps = sam === from.deps.sam ? from.deps : { ...from.deps, sam };
  await ensureSam({ deps, api: { returns } }, 4050);
  await sam.readyToSign();
  const asking: Asking = {
    deps,
    cards,
    pins: from.pins,
    ports: from.ports,
    // Whoever types a PIN sees which site asks for it.
    caller: { program: origin, process: from.process },
    request,
    working: () => undefined,
  };
  const hcCardNo = hc === undefined ? '' : await provedBy(asking, 'hc', hc);
  if (hpc) await usableHpc({ deps, cards }, hpc);
  const hpcCardNo = hpc === undefined ? '' : await provedBy(asking, 'hpc', hpc);
  if (request.signal?.aborted)
    throw new Failure(5109, {
      kind: 'log-in-ended',
      why: say({ zh: '登入已取消', en: 'the log-in was ended' }),
    });
  const { samId, hospId } = await sam.identity();
  const signedAt = rocDateTimeOf(await visitNow({ deps }));
  const personId = logInSubject({ cards: request.cards, origin, nonce, hcCardNo, hpcCardNo });
  const signature = envelopeHex(await sam.sign({ personId, hospId, dateTime: signedAt }));
  return { signedAt, samId, hospId, hcCardNo, hpcCardNo, signature, simulated: deps.simulated };
}
const returns = [4000, 4012, 4032, 4050, 4061, 6008];

/** The card proves itself now, and its holder by the PIN where it has one; answers its number. */
async function provedBy(asking: Asking, kind: 'hc' | 'hpc', found: Found): Promise<string> {
  const { cardNo, status } = await asking.cards.use(found, async (session) => ({
    cardNo: session.identified.cardNo ?? '',
    status: await session.pinStatus(),
  }));
  if (status.set || kind === 'hpc') await askPin(asking, kind, found, 5109, status);
  return cardNo;
}
