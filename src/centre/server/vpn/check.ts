/**
 * @module What the simulated NHI VPN site believes: a nonce of its own, once and for five minutes, of the browser session
 * that got it, and a signature that the published key directory verifies for this origin and this nonce.
 */

import { type Clock, limits, type Random, type Say, say } from '../../../base/index.ts';
import { type LogInCards, logInSubject, parseEnvelope, readEnvelopeText, rocDateTimeOf } from '../../../codec/index.ts';
import type { KeyDirectory } from '../../client/types.ts';
import type { CentreStore } from '../store.ts';

/** Handed in: the room of the security module comes after this one. */
export type VerifySignature = (
  signature: string,
  signed: { readonly personId: string; readonly hospId: string; readonly dateTime: string },
  directory: KeyDirectory,
) => { readonly verdict: string; readonly words: Say };

export interface SiteParts {
  readonly store: Pick<CentreStore, 'card' | 'person' | 'institution'>;
  readonly directory: () => KeyDirectory;
  readonly verify: VerifySignature;
  readonly clock: Clock;
  readonly random: Random;
}
export type Outcome =
  | { readonly ok: true; readonly who: Say; readonly detail: readonly string[] }
  | { readonly ok: false; readonly kind: string; readonly why: Say };

interface Challenge {
  readonly session: string;
  readonly origin: string;
  readonly at: number;
}
/** Challenges, and the component's randoms, that are remembered at once. */
const most = 1000;

export function createCheck({ store, directory, verify, clock, random }: SiteParts) {
  const open = new Map<string, Challenge>();
  /** The component makes its own randoms: each is taken once. */
  const seen = new Map<string, number>();
  const trim = (map: Map<string, unknown>): void => {
    while (map.size > most) map.delete(map.keys().next().value ?? '');
  };
  const fresh = (): string => Buffer.from(random.bytes(32)).toString('base64url');

  return {
    challenge(origin: string): { nonce: string; session: string } {
      const [nonce, session] = [fresh(), fresh()];
      open.set(nonce, { session, origin, at: clock.monotonic() });
      trim(open);
      return { nonce, session };
    },

    logIn(
      origin: string,
      said: { readonly session: string; readonly nonce: string; readonly cards: LogInCards; readonly signed: Signed },
    ): Outcome {
      const challenge = open.get(said.nonce);
      // Once, however it ends.
      open.delete(said.nonce);
      if (challenge === undefined) return no('nonce-used', words.used);
      if (challenge.session !== said.session || challenge.origin !== origin) return no('nonce-other', words.other);
      if (clock.monotonic() - challenge.at > limits.nonce) return no('nonce-old', words.old);
      const { cards, nonce, signed } = said;
      const { hospId, hcCardNo, hpcCardNo } = signed;
      if ((cards === 'hc') !== (hcCardNo !== '') || (cards === 'sam+hpc') !== (hpcCardNo !== ''))
        return no('cards', words.cards);
      const personId = logInSubject({ cards, origin, nonce, hcCardNo, hpcCardNo });
      const { verdict, words: why } = verify(
        signed.signature,
        { personId, hospId, dateTime: signed.signedAt },
        directory(),
      );
      if (verdict !== 'ok')
        return no(
          verdict === 'altered-person' ? 'altered' : verdict,
          verdict === 'altered-person' ? words.altered : why,
        );
      return cards === 'hc' ? person(hcCardNo) : institution(hospId, hpcCardNo);
    },

    /** What a page of the web component hands in: basic data, version, random, sign. */
    component(
      origin: string,
      said: {
        readonly cardNo: string;
        readonly personId: string;
        readonly version: string;
        readonly random: string;
        readonly sign: string;
      },
    ): Outcome {
      const bytes = readEnvelopeText(said.sign);
      const envelope = bytes && parseEnvelope(bytes);
      const key = directory().entries.find((one) => one.keyNo === envelope?.keyNo);
      if (envelope === undefined || key === undefined) return no('malformed', words.altered);
      if (Math.abs(clock.now() - envelope.time) > limits.nonce) return no('nonce-old', words.old);
      const { version, random: own, cardNo } = said;
      const nonce = `${version}${own}`;
      const personId = logInSubject({ cards: 'component', origin, nonce, hcCardNo: cardNo, hpcCardNo: '' });
      const dateTime = rocDateTimeOf(envelope.time);
      const { verdict, words: why } = verify(said.sign, { personId, hospId: key.hospId, dateTime }, directory());
      if (verdict !== 'ok')
        return no(
          verdict === 'altered-person' ? 'altered' : verdict,
          verdict === 'altered-person' ? words.altered : why,
        );
      for (const [one, at] of seen) if (clock.monotonic() - at > 2 * limits.nonce) seen.delete(one);
      if (seen.has(nonce)) return no('nonce-used', words.used);
      seen.set(nonce, clock.monotonic());
      trim(seen);
      const found = person(cardNo);
      return found.ok && store.card(cardNo)?.personId !== said.personId ? no('altered', words.altered) : found;
    },
  };

  function person(cardNo: string): Outcome {
    const card = store.card(cardNo);
    const holder = card && store.person(card.personId);
    if (card?.kind !== 'hc' || holder === undefined) return no('card-unknown', words.unknown);
    if (card.state !== '1') return no('card-cancelled', words.cancelled);
    return { ok: true, who: say({ zh: holder.name, en: holder.name }), detail: [cardNo] };
  }
  function institution(hospId: string, cardNo: string): Outcome {
    const card = store.card(cardNo);
    const { name = hospId } = store.institution(hospId) ?? {};
    if (card?.kind !== 'hpc') return no('card-unknown', words.unknown);
    if (card.state !== '1') return no('card-cancelled', words.cancelled);
    return { ok: true, who: say({ zh: name, en: name }), detail: [hospId, cardNo] };
  }
}

export interface Signed {
  readonly signedAt: string;
  readonly hospId: string;
  readonly hcCardNo: string;
  readonly hpcCardNo: string;
  readonly signature: string;
}
const no = (kind: string, why: Say): Outcome => ({ ok: false, kind, why });
const words = {
  used: say({ zh: '這個登入要求不存在，或已經用過', en: 'this log-in is not known here, or was used already' }),
  other: say({ zh: '這個登入要求屬於另一個瀏覽器視窗或網站', en: "this log-in is another browser window's or site's" }),
  old: say({ zh: '這個登入要求已超過五分鐘', en: 'this log-in is more than five minutes old' }),
  cards: say({ zh: '卡片與登入方式不符', en: 'these are not the cards of this log-in' }),
  altered: say({ zh: '簽章不是為這次登入做的', en: 'the signature was not made for this log-in' }),
  unknown: say({ zh: '資料中心沒有這張卡片', en: 'the data centre does not know this card' }),
  cancelled: say({ zh: '這張卡片已註銷', en: 'this card is cancelled' }),
};
