/** @module The cloud SAM's remote service: lives beside the data centre, verifies SAMs, hands out what a counter may hold. */

import { createHash } from 'node:crypto';
import { type Clock, Failure, limits, type Random, say } from '../../base/index.ts';
import { encodeSamKeys, samProof, sealer } from '../../card/index.ts';
import type { KeyDirectoryEntry } from '../../centre/client/types.ts';
import type { CentreKeys, CentreRoute, CentreStore } from '../../centre/server/index.ts';
import { addDays, rocDateOf } from '../../codec/index.ts';
import {
  type CardVerifyAnswer,
  type CardVerifyRequest,
  proofText,
  type SealedKeys,
  type VerifyAnswer,
  type VerifyRequest,
} from './protocol.ts';

export function samService(options: {
  store: CentreStore;
  keys: CentreKeys;
  clock: Clock;
  random: Random;
}): CentreRoute[] {
  const { store, keys, clock, random } = options;
  return [
    {
      path: '/sam/v1/verify',
      handle(body: VerifyRequest, key: KeyDirectoryEntry): VerifyAnswer {
        if (key.use !== 'sam') throw refused(9013);
        const institution = store.institution(key.hospId);
        const delegationKey = bytes(body.delegationKey, 65);
        const ephemeral = bytes(body.ephemeral, 65);
        bytes(body.challenge, 16);
        if (institution === undefined) throw refused(9062);
        const now = clock.now();
        const delegation = keys.certify(
          { kind: 'delegation', subject: key.samId, hospId: key.hospId, publicKey: delegationKey },
          store,
        );
        const days = keyDays(rocDateOf(now));
        const sealed: SealedKeys = {
          identifierKeys: Object.fromEntries(
            days.map((day) => [day, Buffer.from(keys.identifierKey(key.hospId, day)).toString('base64')]),
          ),
          prescriptionKey: Buffer.from(keys.prescriptionKey(key.hospId)).toString('base64'),
          prescriptionKeyNo,
        };
        const own = sealer();
        return {
          now,
          proof: Buffer.from(keys.signByRoot(proofText(body.challenge, now, key.hospId))).toString('base64'),
          identity: {
            samId: key.samId,
            hospId: key.hospId,
            hospName: institution.name,
            hospAbbName: institution.abbName,
          },
          delegation: Buffer.from(delegation.bytes).toString('base64'),
          ephemeral: Buffer.from(own.publicKey).toString('base64'),
          sealed: Buffer.from(own.seal(ephemeral, Buffer.from(JSON.stringify(sealed)), random.bytes(12))).toString(
            'base64',
          ),
        };
      },
    },
    {
      path: '/sam/v1/verify-card',
      handle(body: CardVerifyRequest, key: KeyDirectoryEntry): CardVerifyAnswer {
        if (key.use !== 'sam') throw refused(9013);
        if (store.institution(key.hospId) === undefined) throw refused(9062);
        const challenge = bytes(body.challenge, 16);
        const peer = bytes(body.ephemeral, 65);
        const now = clock.now();
        const days = keyDays(rocDateOf(now));
        const own = sealer();
        const sealed = own.seal(
          peer,
          encodeSamKeys({
            firstDay: days[0] ?? '',
            identifierKeys: days.map((day) => keys.identifierKey(key.hospId, day)),
            prescriptionKeyNo,
            prescriptionKey: keys.prescriptionKey(key.hospId),
          }),
          random.bytes(12),
        );
        const digest = createHash('sha256').update(sealed).digest();
        const proof = keys.signByRoot(
          samProof({ challenge, now, hospId: key.hospId, ephemeral: own.publicKey, digest }),
        );
        const base64 = (part: Uint8Array): string => Buffer.from(part).toString('base64');
        return { now, proof: base64(proof), ephemeral: base64(own.publicKey), sealed: base64(sealed) };
      },
    },
  ];
}

const prescriptionKeyNo = 1;

/** From yesterday on: a visit just before midnight is still asked for after it. */
const keyDays = (today: string): string[] =>
  Array.from({ length: limits.identifierKeyDays + 1 }, (_, index) => addDays(today, index - 1));

function bytes(value: unknown, length: number): Uint8Array {
  const out = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (out.length !== length) throw refused(9002);
  return out;
}
const refused = (code: number): Failure =>
  new Failure(code, { why: say({ zh: '安全模組服務拒絕', en: 'refused by the SAM service' }) });
