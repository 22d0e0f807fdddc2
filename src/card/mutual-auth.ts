/**
 * @module Mutual authentication of card and security module, both halves, pure.
 *
 * The card shows its certificate and 16 random bytes. The module answers with its certificate (187), an ephemeral P-256
 * key (65), 16 random bytes and its signature (64) over label, challenge, both and the card's number. The card checks
 * certificate and signature by the world's root, agrees on a key (ECDH with its own static key, HKDF-SHA-256) and shows
 * with an HMAC that it has it, which proves the card. 332 bytes in, 32 out.
 */

import {
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { Failure, type Random, say } from '../base/index.ts';
import { certificateLength, p256Verifier, verifyCertificate } from '../codec/index.ts';

const label = Buffer.from('OpenCSHIS card mutual authentication 1');
const nonceLength = 16;
export const moduleCommandLength = certificateLength + 65 + nonceLength + 64;

/** What the module signs. */
function signedByModule(challenge: Uint8Array, ephemeral: Uint8Array, nonce: Uint8Array, cardNo: string): Uint8Array {
  return Buffer.concat([label, challenge, ephemeral, nonce, Buffer.from(cardNo.padEnd(12), 'latin1')]);
}

const sessionKey = (shared: Uint8Array, challenge: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([challenge, nonce]), label, 32));
const proof = (key: Uint8Array, challenge: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(createHmac('sha256', key).update('card').update(challenge).update(nonce).digest());

interface ModuleHalf {
  /** What the module must sign with its certified key. */
  readonly toSign: Uint8Array;
  readonly ephemeral: Uint8Array;
  readonly nonce: Uint8Array;
  /** Checks the card's answer, and gives the session key. Fails with 4071. */
  finish(answer: Uint8Array): Uint8Array;
}

/** The module's half up to its signature. Fails with 4071 when the card's certificate is not of this world. */
export function beginModule(
  card: { kind: 'hc' | 'hpc' | 'sam'; certificate: Uint8Array; challenge: Uint8Array },
  module: { root: Uint8Array; world: string; random: Random },
): ModuleHalf {
  const shown = verifyCertificate(card.certificate, module.root, { kind: card.kind, world: module.world });
  const ecdh = createECDH('prime256v1');
  const ephemeral = new Uint8Array(ecdh.generateKeys());
  const nonce = module.random.bytes(nonceLength);
  const key = sessionKey(new Uint8Array(ecdh.computeSecret(shown.publicKey)), card.challenge, nonce);
  return {
    toSign: signedByModule(card.challenge, ephemeral, nonce, shown.subject),
    ephemeral,
    nonce,
    finish(answer) {
      const expected = proof(key, card.challenge, nonce);
      if (answer.length !== expected.length || !timingSafeEqual(answer, expected)) throw notGenuine();
      return key;
    },
  };
}

/** The data of MUTUAL AUTHENTICATE. */
export const moduleCommand = (
  certificate: Uint8Array,
  half: Pick<ModuleHalf, 'ephemeral' | 'nonce'>,
  signature: Uint8Array,
): Uint8Array => new Uint8Array(Buffer.concat([certificate, half.ephemeral, half.nonce, signature]));

/** The module's half. `sign` gives 64 bytes (r then s) with the key that `certificate` certifies. */
export async function moduleAuthenticate(
  card: { kind: 'hc' | 'hpc' | 'sam'; certificate: Uint8Array; challenge: Uint8Array },
  module: {
    root: Uint8Array;
    world: string;
    certificate: Uint8Array;
    sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
    random: Random;
  },
): Promise<{ command: Uint8Array; finish(answer: Uint8Array): Uint8Array }> {
  const half = beginModule(card, module);
  return { command: moduleCommand(module.certificate, half, await module.sign(half.toSign)), finish: half.finish };
}

/** The card's half: the answer and the session key, or undefined when the module is not accepted. */
export function cardAuthenticate(
  command: Uint8Array,
  card: { root: Uint8Array; world: string; cardNo: string; privateKey: KeyObject; challenge: Uint8Array },
): { answer: Uint8Array; key: Uint8Array } | undefined {
  if (command.length !== moduleCommandLength) return undefined;
  const certificate = command.subarray(0, certificateLength);
  const ephemeral = command.subarray(certificateLength, certificateLength + 65);
  const nonce = command.subarray(certificateLength + 65, certificateLength + 65 + nonceLength);
  const signature = command.subarray(certificateLength + 65 + nonceLength);
  try {
    const shown = verifyCertificate(certificate, card.root, { kind: ['sam', 'delegation'], world: card.world });
    const text = signedByModule(card.challenge, ephemeral, nonce, card.cardNo);
    if (!verify('sha256', text, p256Verifier(shown.publicKey), signature)) return undefined;
    const shared = diffieHellman({ privateKey: card.privateKey, publicKey: p256Verifier(ephemeral).key });
    const key = sessionKey(new Uint8Array(shared), card.challenge, nonce);
    return { answer: proof(key, card.challenge, nonce), key };
  } catch {
    // A card tells nobody why it refuses.
    return undefined;
  }
}

/** A key of bytes is looked at anew by each HMAC, which costs more than the HMAC: kept for as long as its session. */
const resumeKeys = new WeakMap<Uint8Array, KeyObject>();

/** RESUME of a session: 16 bytes over a counter that only grows. */
export const resumeProof = (key: Uint8Array, counter: number): Uint8Array => {
  const text = Buffer.from('resume....', 'latin1');
  text.writeUInt32BE(counter, 6);
  let kept = resumeKeys.get(key);
  if (kept === undefined) {
    kept = createSecretKey(key);
    resumeKeys.set(key, kept);
  }
  return new Uint8Array(createHmac('sha256', kept).update(text).digest().subarray(0, 16));
};

export const privateKeyOf = (der: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });

/** The 65 uncompressed bytes of a private key's public half. */
export function publicBytes(key: KeyObject): Uint8Array {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  return Uint8Array.from([4, ...Buffer.from(jwk.x ?? '', 'base64url'), ...Buffer.from(jwk.y ?? '', 'base64url')]);
}

const notGenuine = (): Failure =>
  new Failure(4071, {
    kind: 'card-not-genuine',
    why: say({ zh: '卡片不能證明自己是這張卡', en: 'the card could not prove that it is this card' }),
  });
