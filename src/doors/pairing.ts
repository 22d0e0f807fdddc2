/**
 * @module A web page and this control software get to know each other: a key agreement whose outcome both show as six
 * digits. Neither side can choose its nonce after it has seen the other's (ours is committed to before), so that whoever
 * stands between them shows two different codes, but for one try in a million. The page's token is computed by both and
 * never sent; afterwards the page knows us by the key that was part of the code.
 */

import { createECDH, createHash } from 'node:crypto';
import { type Clock, Failure, limits, type Random, say } from '../base/index.ts';
import type { Identity } from './identity.ts';
import type { Origins, Standing } from './origins.ts';

export interface Pairing {
  /** The page's public key (P-256 point) -> ours, our lasting one, and the commitment to our nonce. */
  begin(origin: string, key: string): { id: string; identity: string; key: string; commitment: string };
  /** The page's nonce -> ours; from here on the operator sees the request. */
  reveal(origin: string, id: string, nonce: string): { nonce: string };
  standing(origin: string, id: string): { standing: Standing };
  /** Signed for a page that knows our key, before it sends its token. */
  prove(origin: string, nonce: string): { signature: string };
}
interface Begun {
  readonly origin: string;
  readonly port: number;
  readonly identity: string;
  readonly key: string;
  readonly pageKey: string;
  readonly secret: Buffer;
  readonly nonce: string;
  /** The request at the operator's, once the page's nonce is here. */
  asked?: string;
  /** Ends the wait for a page that went silent. */
  heard: () => void;
}

const mostBegun = 32;
/** Unpadded base64url of that many bytes. */
const isBytes = (text: string, length: number): boolean =>
  /^[\w-]*$/.test(text) && text.length === Math.ceil((length * 4) / 3);
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export function createPairing(
  deps: {
    readonly clock: Clock;
    readonly random: Random;
    readonly origins: Origins;
    readonly identity: { open(): Identity };
  },
  port: () => number,
): Pairing {
  const { clock, random, origins } = deps;
  const begun = new Map<string, Begun>();
  const fresh = (length: number): string => Buffer.from(random.bytes(length)).toString('base64url');
  /** One of another origin is none. */
  const of = (origin: string, id: string): Begun | undefined => {
    const found = begun.get(id);
    return found?.origin === origin ? found : undefined;
  };
  const listen = (one: Begun, asked: string): void => {
    one.heard();
    one.heard = clock.after(limits.originSilence, () => origins.withdraw(asked));
  };
  return {
    begin(origin, pageKey) {
      if (!isBytes(pageKey, 65)) throw wrongKey();
      for (const [id, one] of begun) if (one.origin === origin && one.asked === undefined) begun.delete(id);
      if (begun.size >= mostBegun) throw busy();
      const own = createECDH('prime256v1');
      own.generateKeys();
      let secret: Buffer;
      try {
        secret = own.computeSecret(Buffer.from(pageKey, 'base64url'));
      } catch {
        throw wrongKey();
      }
      const id = fresh(16);
      const identity = deps.identity.open().key;
      const key = own.getPublicKey().toString('base64url');
      const nonce = fresh(32);
      const silent = clock.after(limits.originSilence, () => begun.delete(id));
      begun.set(id, { origin, port: port(), identity, key, pageKey, secret, nonce, heard: silent });
      clock.after(2 * limits.originRequest, () => begun.delete(id));
      const commitment = sha256(['opencshis commitment 1', identity, key, pageKey, nonce].join('\n'));
      return { id, identity, key, commitment: commitment.toString('base64url') };
    },
    reveal(origin, id, nonce) {
      const one = of(origin, id);
      if (one === undefined || one.asked !== undefined || !isBytes(nonce, 32)) throw ended();
      const said = ['opencshis pairing 1', origin, one.port, one.identity, one.key, one.pageKey, one.nonce, nonce];
      const transcript = sha256(said.join('\n'));
      const request = origins.ask(origin, 'page', {
        code: String(transcript.readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
        token: sha256('opencshis token 1\n', one.secret, transcript).toString('hex'),
      });
      if (request === undefined) {
        begun.delete(id);
        throw busy();
      }
      one.asked = request.id;
      listen(one, request.id);
      return { nonce: one.nonce };
    },
    standing(origin, id) {
      const one = of(origin, id);
      const asked = one?.asked;
      if (one !== undefined && asked !== undefined) listen(one, asked);
      return { standing: asked === undefined ? 'ended' : origins.standing(asked) };
    },
    prove(origin, nonce) {
      if (!isBytes(nonce, 32)) throw ended();
      return { signature: deps.identity.open().sign(['opencshis proof 1', nonce, origin, port()].join('\n')) };
    },
  };
}

const wrongKey = (): Failure =>
  new Failure(6018, { kind: 'parameter', why: say({ zh: 'key 不正確', en: 'key is not right' }) });
const busy = (): Failure =>
  new Failure(-1, {
    kind: 'pairing-busy',
    why: say({ zh: '這個網站現在不能要求連線', en: 'this origin may not ask to be let in now' }),
    todo: say({
      zh: '請等十分鐘，或先處理主控台上等待中的要求',
      en: 'wait ten minutes, or settle first what waits in the console',
    }),
  });
const ended = (): Failure =>
  new Failure(-1, {
    kind: 'pairing-ended',
    why: say({ zh: '這次的連線要求已結束', en: 'this request to be let in has ended' }),
    todo: say({ zh: '請在網頁上重新要求一次', en: 'ask again on the page' }),
  });
