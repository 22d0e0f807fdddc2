/**
 * @module The security module card in a dedicated reader's SAM slot (3.5), as control sees it. It signs and derives
 * inside; nothing of it is kept here but whose it is. What it holds is gone with its power.
 */

import { createHash } from 'node:crypto';
import { asFailure, type Clock, type CrashAt, Failure, limits, type Random, say } from '../../base/index.ts';
import { identify, readFree, samCard, samNotVerified } from '../../card/index.ts';
import { authorisationHeader, authorisationText } from '../../centre/client/authorisation.ts';
import type { HttpPoster } from '../../centre/client/index.ts';
import { decodeCertificate } from '../../codec/index.ts';
import type { Readers, SlotInfo } from '../../reader/types.ts';
import { refusedByCentre } from '../refusal.ts';
import type { CardVerifyAnswer } from '../service/protocol.ts';
import type { SamIdentity, SamStatus, SecurityModule, VisitKey } from '../types.ts';
import { samCardMissing, samCardOther } from './missing.ts';

export interface SamSlotOptions {
  readonly readers: Readers;
  readonly clock: Clock;
  readonly random: Random;
  /** Posts to the data centre with the given authorisation. */
  readonly centre: (authorise: (method: string, path: string, body: Uint8Array) => Promise<string>) => HttpPoster;
  readonly offlineMode: () => 'official' | 'delegated';
  readonly crash?: CrashAt;
}
type SamCard = ReturnType<typeof samCard>;

/** What never changes of a card while it is in. */
interface Known {
  readonly identity: SamIdentity;
  readonly certificate: Uint8Array;
  readonly keyNo: string;
  readonly notAfter: number;
}

/** The module in the SAM slot of one device. */
export function samInSlot(options: SamSlotOptions, device: string | undefined): SecurityModule {
  const { readers, clock, random, crash } = options;
  const known = new Map<string, Known>();
  let lastFailure: { readonly code: number; readonly at: number; readonly insertion: string | undefined } | undefined;
  let verifying: Promise<void> | undefined;
  let renewing: (() => void) | undefined;

  const slot = (): SlotInfo | undefined =>
    readers.slots().find((one) => one.role === 'sam' && one.device === device && one.present);

  /** One exclusive transaction. Fails with 4012, 4032, and 4000 for a reader in trouble. */
  const inCard = async <T>(work: (card: SamCard, known: Known) => Promise<T>, insertion?: string): Promise<T> => {
    const here = slot();
    if (here === undefined) throw samCardMissing();
    try {
      return await readers.exclusive(
        here.name,
        async (channel) => {
          // Selects our application anew: another user of the reader may have selected another.
          const who = await identify(channel);
          if (who.kind !== 'sam') throw samCardOther();
          const card = samCard(channel);
          let of = known.get(channel.insertion);
          if (of === undefined) {
            const certificate = await card.certificate();
            const { keyNo, notAfter } = decodeCertificate(certificate);
            const identity = await readFree(channel, 'samBasic');
            of = { identity, certificate, keyNo, notAfter };
            known.clear();
            known.set(channel.insertion, of);
          }
          return await work(card, of);
        },
        insertion === undefined ? {} : { insertion },
      );
    } catch (error) {
      if (error instanceof Failure && ['no-card', 'card-gone', 'card-changed'].includes(error.kind ?? ''))
        throw samCardMissing(error);
      throw error;
    }
  };

  const authorise = async (method: string, path: string, body: Uint8Array): Promise<string> => {
    const time = clock.now();
    const nonce = Buffer.from(random.bytes(16)).toString('hex');
    return inCard(async (card, { keyNo }) =>
      authorisationHeader(
        keyNo,
        time,
        nonce,
        await card.signRequest(authorisationText(method, path, body, time, nonce)),
      ),
    );
  };
  const centre = options.centre(authorise);

  /** The card proves itself by the request that it signs, the centre by its root's signature over the card's challenge. */
  const verifyNow = async (): Promise<void> => {
    const insertion = slot()?.insertion;
    const begun = await inCard((card) => card.begin(), insertion);
    const answer = (await centre
      .post('/sam/v1/verify-card', { challenge: base64(begun.challenge), ephemeral: base64(begun.ephemeral) })
      .catch(async (error) => {
        const failure = asFailure(error, 4051, say({ zh: '認證失敗', en: 'verification failed' }));
        if (failure.code < 9000) throw failure;
        // A module that was withdrawn signs no more, from this moment on.
        if (failure.code === 9060) await inCard((card) => card.forget(), insertion);
        throw refusedByCentre(failure);
      })) as unknown as CardVerifyAnswer;
    const [proof, ephemeral, sealed] = [answer.proof, answer.ephemeral, answer.sealed].map(bytesOf);
    if (proof?.length !== 64 || ephemeral?.length !== 65 || sealed === undefined) throw notGenuine();
    const digest = createHash('sha256').update(sealed).digest();
    await inCard((card) => card.external({ now: Number(answer.now), proof, ephemeral, digest }), insertion);
    // Before the card may sign: a visit must not be dated by a clock that could not be set.
    await setClock(answer.now);
    crash?.('sam:before-keys-kept');
    await inCard((card) => card.load(sealed), insertion);
    crash?.('sam:after-keys-kept');
    renewLater(limits.delegationLife / 2);
  };
  const setClock = async (now: number): Promise<void> => {
    try {
      await readers.device(device ?? '')?.clock?.set(now);
    } catch (cause) {
      throw new Failure(6008, {
        kind: 'clock-not-set',
        why: say({ zh: '讀卡機的日期時間無法設定', en: "the reader's clock could not be set" }),
        cause,
      });
    }
  };
  /** The coming days' keys are renewed while there is a connection; without one it is tried again. */
  const renewLater = (wait: number): void => {
    renewing?.();
    renewing = clock.after(wait, () => {
      verify().catch(() => renewLater(limits.outboxLongest));
    });
  };
  const verify = (): Promise<void> => {
    verifying ??= verifyNow()
      .then(
        () => {
          lastFailure = undefined;
        },
        (error) => {
          const failure = asFailure(error, 4051, say({ zh: '認證失敗', en: 'verification failed' }));
          // The card lost its power half-way: it does not know what it was asked before.
          const code = failure.code === 4050 ? 6007 : failure.code;
          lastFailure = { code, at: clock.now(), insertion: slot()?.insertion };
          throw code === failure.code ? failure : new Failure(code, { why: failure.why, cause: error });
        },
      )
      .finally(() => {
        verifying = undefined;
      });
    return verifying;
  };
  /** A card that cannot sign is 5008, whatever the reason; one without a verification says so itself. */
  const signing = <T>(work: (card: SamCard) => Promise<T>): Promise<T> =>
    inCard(work).catch((error) => {
      const failure = asFailure(error, 5008, say({ zh: '安全模組簽章失敗', en: 'the module could not sign' }));
      if (failure.code === 4000 || failure.code === 4050) throw failure;
      throw new Failure(5008, { kind: failure.kind ?? 'sam-sign', why: failure.why, cause: error });
    });

  return {
    async status(): Promise<SamStatus> {
      const insertion = slot()?.insertion;
      const failed = lastFailure?.insertion === insertion ? lastFailure : undefined;
      const base = {
        kind: 'card',
        online: failed?.code !== 4061,
        offlineMode: options.offlineMode(),
        ...(failed ? { lastFailure: { code: failed.code, at: failed.at } } : {}),
        simulated: true,
      } as const;
      try {
        return await inCard(async (card, { identity, keyNo, notAfter }) => {
          const { verified, keysUntil } = await card.status();
          return {
            ...base,
            state: verified ? 2 : 1,
            identity,
            keyNo,
            certificate: { keyNo, notAfter },
            ...(keysUntil === undefined ? {} : { identifierKeysUntil: keysUntil }),
          };
        });
      } catch (error) {
        if (!(error instanceof Failure) || (error.code !== 4012 && error.code !== 4032)) throw error;
        return { ...base, state: error.code === 4012 ? 0 : 9 };
      }
    },
    verify,
    identity: () => inCard(async (_card, { identity }) => identity),
    async time() {
      const reader = readers.device(device ?? '')?.clock;
      if (reader === undefined) throw noClock();
      return reader.get();
    },
    async readyToSign() {
      const { verified } = await inCard((card) => card.status());
      if (!verified) throw samNotVerified();
    },
    async sign(visit: VisitKey) {
      crash?.('sam:before-sign');
      const signed = await signing((card) => card.sign(visit));
      crash?.('sam:after-sign');
      return signed;
    },
    identifier: (visit) =>
      inCard(async (card, { identity }) => (visit.hospId === identity.hospId ? card.identifier(visit) : undefined)),
    // Each item is a transaction of its own: sixty in one could outlast the time that a transaction has.
    signPrescriptions: (visit, items) =>
      Promise.all(items.map(({ number, bytes }) => signing((card) => card.signPrescription(visit, number, bytes)))),
    async authenticate(shown) {
      const { handle, command } = await inCard(async (card, { certificate }) => {
        const half = await card.authenticate(shown);
        return { handle: half.handle, command: new Uint8Array(Buffer.concat([certificate, half.rest])) };
      });
      return { command, finish: (answer) => inCard((card) => card.finish(handle, answer)) };
    },
    authorise,
    async reset() {
      await inCard(async () => undefined);
      await readers.reset(slot()?.name ?? '');
      lastFailure = undefined;
    },
    async close() {
      renewing?.();
      centre.close();
    },
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (value: unknown): Uint8Array | undefined =>
  typeof value === 'string' ? Uint8Array.from(Buffer.from(value, 'base64')) : undefined;
const notGenuine = (): Failure =>
  new Failure(6005, {
    kind: 'centre-not-genuine',
    why: say({ zh: '資料中心不能證明自己', en: 'the data centre could not prove itself' }),
  });
const noClock = (): Failure =>
  new Failure(5005, {
    kind: 'no-clock',
    why: say({ zh: '讀卡機沒有時鐘', en: 'the reader has no clock' }),
  });
