/** @module Is this signature genuine? Offline, from the published key directory. */

import { type Say, say } from '../base/index.ts';
import type { KeyDirectory } from '../centre/client/types.ts';
import { epochOf, parseEnvelope, readEnvelopeText, verifyEnvelope } from '../codec/index.ts';
import type { VisitKey } from './types.ts';

export type SignatureVerdict =
  | 'ok'
  | 'malformed'
  | 'altered-person'
  | 'altered-institution'
  | 'altered-time'
  | 'altered'
  | 'wrong-institution'
  | 'expired'
  | 'revoked'
  | 'unknown-key'
  | 'directory-too-old'
  | 'simulated-mismatch';

const words: { readonly [V in SignatureVerdict]: Say } = {
  ok: say({ zh: '簽章正確', en: 'the signature is genuine' }),
  malformed: say({ zh: '這不是安全簽章', en: 'this is not a signature' }),
  'altered-person': say({ zh: '簽章的身分證號與所給的不同', en: 'signed for another person' }),
  'altered-institution': say({ zh: '簽章的院所與所給的不同', en: 'signed for another institution' }),
  'altered-time': say({ zh: '簽章的就診時間與所給的不同', en: 'signed for another time' }),
  altered: say({ zh: '簽章被更改過', en: 'the signature was altered' }),
  'wrong-institution': say({ zh: '簽章的金鑰不屬於這個院所', en: "the key is another institution's" }),
  expired: say({ zh: '就診時間不在簽章授權的期限內', en: "the visit is outside the delegation's validity" }),
  revoked: say({ zh: '簽章時金鑰已被廢止', en: 'the key had been revoked' }),
  'unknown-key': say({ zh: '金鑰目錄裡沒有這把金鑰', en: 'no such key in the directory' }),
  'directory-too-old': say({
    zh: '金鑰目錄比這個簽章舊，請先更新目錄',
    en: 'the directory is older than this key: refresh it',
  }),
  'simulated-mismatch': say({ zh: '模擬與正式的簽章不可混用', en: 'simulated and live signatures do not mix' }),
};

/** @param signature raw bytes' text in hex (256 digits) or base64 */
export function verifySignature(
  signature: string,
  visit: VisitKey,
  directory: KeyDirectory,
): { verdict: SignatureVerdict; words: Say; keyNo?: string; simulated?: boolean } {
  const bytes = readEnvelopeText(signature);
  const envelope = bytes && parseEnvelope(bytes);
  if (bytes === undefined || envelope === undefined || epochOf(visit.dateTime) === undefined) return told('malformed');
  const entry = directory.entries.find((one) => one.keyNo === envelope.keyNo);
  if (entry === undefined)
    return told(envelope.time > directory.issuedAt ? 'directory-too-old' : 'unknown-key', envelope);
  const check = verifyEnvelope(bytes, visit, Buffer.from(entry.publicKey, 'base64'));
  if (check === 'bad-signature') return told('altered', envelope);
  if (check !== 'ok') return told(check, envelope);
  if (entry.hospId !== visit.hospId) return told('wrong-institution', envelope);
  if (entry.simulated !== envelope.simulated) return told('simulated-mismatch', envelope);
  if (envelope.time < entry.notBefore - 1000 || envelope.time > entry.notAfter) return told('expired', envelope);
  if (entry.revokedAt !== undefined && envelope.time >= entry.revokedAt) return told('revoked', envelope);
  return told('ok', envelope);
}

const told = (verdict: SignatureVerdict, envelope?: { keyNo: string; simulated: boolean }) => ({
  verdict,
  words: words[verdict],
  ...(envelope ? { keyNo: envelope.keyNo, simulated: envelope.simulated } : {}),
});
