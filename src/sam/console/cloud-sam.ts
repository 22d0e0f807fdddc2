/**
 * @module The cloud security module's console at the counter. It keeps two things at rest besides its credential:
 * short-lived signing delegations and the coming days' identifier keys. The private half of a delegation is made here.
 */

import { createSecretKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import {
  asFailure,
  type Clock,
  type CrashAt,
  Failure,
  limits,
  type Random,
  type Store,
  say,
} from '../../base/index.ts';
import { moduleAuthenticate, privateKeyOf, publicBytes, sealer } from '../../card/index.ts';
import { tables } from '../../catalogue/index.ts';
import { authorisationHeader, authorisationText } from '../../centre/client/authorisation.ts';
import type { HttpPoster } from '../../centre/client/index.ts';
import {
  buildEnvelope,
  decodeCertificate,
  p256Verifier,
  prescriptionSignature,
  treatNum,
  verifyCertificate,
} from '../../codec/index.ts';
import { type Credential, credentialFile } from '../enrol.ts';
import { refusedByCentre } from '../refusal.ts';
import { proofText, type SealedKeys, type VerifyAnswer } from '../service/protocol.ts';
import type { SamIdentity, SamState, SamStatus, SecurityModule, VisitKey } from '../types.ts';

const keepFile = 'sam/kept.json';

interface Kept {
  readonly v: 1;
  readonly identity: SamIdentity;
  readonly delegation: {
    readonly keyNo: string;
    readonly certificate: string;
    readonly privateKey: string;
    readonly notBefore: number;
    readonly notAfter: number;
  };
  readonly keys: SealedKeys;
  /** The SAM's time when it was last seen: a restart never goes below it. */
  readonly seen: number;
}

export interface CloudSamOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Posts to the SAM's service with the given authorisation. */
  readonly service: (authorise: (method: string, path: string, body: Uint8Array) => Promise<string>) => HttpPoster;
  readonly offlineMode: () => 'official' | 'delegated';
  /** Whether the service can be reached now, as far as the last attempts tell; asked again where it matters. */
  readonly linkUp: () => boolean;
  readonly crash?: CrashAt;
}

const reserved = Object.keys(tables.exceptionCodes.codes);

export function cloudSam(options: CloudSamOptions): SecurityModule {
  const { store, clock, random, crash } = options;
  const credential = readJson<Credential>(store, credentialFile);
  const root = credential === undefined ? undefined : Uint8Array.from(Buffer.from(credential.root, 'base64'));
  const certificate =
    credential === undefined
      ? undefined
      : decodeCertificate(Uint8Array.from(Buffer.from(credential.certificate, 'base64')));
  const samKey = credential === undefined ? undefined : privateKeyOf(credential.privateKey);
  let kept = readJson<Kept>(store, keepFile);
  let delegationKey: KeyObject | undefined = kept && privateKeyOf(kept.delegation.privateKey);
  let verified = false;
  const listeners = new Set<() => void>();
  let online = false;
  let lastFailure: { code: number; at: number } | undefined;
  // The SAM's time: what the service said, carried by the monotonic clock; after a restart the PC's, never below `seen`.
  let timeBase: { at: number; monotonic: number } | undefined;
  let renewing: (() => void) | undefined;

  const now = (): number => {
    const shifted = timeBase === undefined ? clock.now() : timeBase.at + (clock.monotonic() - timeBase.monotonic);
    return Math.max(shifted, kept?.seen ?? 0);
  };
  const delegationValid = (): boolean =>
    kept !== undefined && now() >= kept.delegation.notBefore && now() <= kept.delegation.notAfter;
  const signWith = (key: KeyObject) => (bytes: Uint8Array) =>
    new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
  const authorisation = (keyNo: string, key: KeyObject, method: string, path: string, body: Uint8Array): string => {
    const nonce = Buffer.from(random.bytes(16)).toString('hex');
    const time = clock.now();
    return authorisationHeader(keyNo, time, nonce, signWith(key)(authorisationText(method, path, body, time, nonce)));
  };
  const service = options.service(async (method, path, body) => {
    if (credential === undefined || samKey === undefined) throw noSam();
    return authorisation(credential.keyNo, samKey, method, path, body);
  });

  const keep = (next: Kept): void => {
    crash?.('sam:before-keys-kept');
    store.write(keepFile, Buffer.from(JSON.stringify(next)));
    crash?.('sam:after-keys-kept');
    kept = next;
    delegationKey = privateKeyOf(next.delegation.privateKey);
  };
  const state = (): SamState => (credential === undefined ? 0 : verified ? 2 : 1);
  const become = (now: boolean): void => {
    const changed = verified !== now;
    verified = now;
    if (changed) for (const listener of [...listeners]) listener();
  };
  const drop = (): void => {
    store.remove(keepFile);
    kept = undefined;
    delegationKey = undefined;
    become(false);
  };

  const verifyNow = async (): Promise<void> => {
    if (credential === undefined || root === undefined) throw noSam();
    const challenge = Buffer.from(random.bytes(16)).toString('base64');
    const fresh = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const seal = sealer();
    let answer: VerifyAnswer;
    try {
      answer = (await service.post('/sam/v1/verify', {
        challenge,
        delegationKey: Buffer.from(publicBytes(fresh)).toString('base64'),
        ephemeral: Buffer.from(seal.publicKey).toString('base64'),
      })) as unknown as VerifyAnswer;
      online = true;
    } catch (error) {
      const failure = asFailure(error, 4051, say({ zh: '認證失敗', en: 'verification failed' }));
      if (failure.code === 4061) {
        online = false;
        throw failure;
      }
      online = true;
      // A revoked SAM keeps nothing that signs.
      if (failure.code === 9060) drop();
      throw refusedByCentre(failure);
    }
    const proofGood =
      typeof answer.proof === 'string' &&
      verify(
        'sha256',
        proofText(challenge, answer.now, credential.hospId),
        p256Verifier(root),
        Buffer.from(answer.proof, 'base64'),
      );
    if (!proofGood || answer.identity.hospId !== credential.hospId) {
      throw new Failure(6005, {
        kind: 'centre-not-genuine',
        why: say({ zh: '資料中心不能證明自己', en: 'the data centre could not prove itself' }),
      });
    }
    try {
      const certificate = Uint8Array.from(Buffer.from(answer.delegation, 'base64'));
      const issued = verifyCertificate(certificate, root, { kind: 'delegation', world: credential.world });
      const opened = seal.open(Buffer.from(answer.ephemeral, 'base64'), Buffer.from(answer.sealed, 'base64'));
      const keys = JSON.parse(Buffer.from(opened).toString('utf8')) as SealedKeys;
      if (Buffer.compare(issued.publicKey, publicBytes(fresh)) !== 0) throw new TypeError('delegation of another key');
      keep({
        v: 1,
        identity: answer.identity,
        delegation: {
          keyNo: issued.keyNo,
          certificate: answer.delegation,
          privateKey: fresh.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
          notBefore: issued.notBefore,
          notAfter: issued.notAfter,
        },
        keys,
        seen: answer.now,
      });
    } catch (cause) {
      if (cause instanceof Failure && cause.kind !== 'certificate') throw cause;
      throw new Failure(6007, {
        kind: 'sam-internal',
        why: say({ zh: '安全模組無法使用收到的金鑰', en: 'the security module cannot use the keys it was given' }),
        cause,
      });
    }
    timeBase = { at: answer.now, monotonic: clock.monotonic() };
    become(true);
    renewLater();
  };
  const renewLater = (): void => {
    renewing?.();
    renewing = clock.after(limits.delegationLife / 2, () => {
      verifyNow().catch(() => {
        renewing = clock.after(limits.outboxLongest, renewLater);
      });
    });
  };

  const held = (): Kept => {
    if (kept === undefined) throw notVerified();
    return kept;
  };
  const readyToSign = async (): Promise<void> => {
    held();
    if (options.offlineMode() === 'official') {
      // The official line signs while it is connected only; whether it is, is asked and not guessed.
      if (!options.linkUp()) online = false;
      else
        await service.get('/healthz').then(
          () => (online = true),
          (error) => {
            online = false;
            throw error;
          },
        );
      if (!online) throw offline();
    }
    if (!delegationValid()) await verifyNow();
    if (!delegationValid()) throw offline();
  };

  return {
    known: state,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async status(): Promise<SamStatus> {
      return {
        state: state(),
        kind: 'cloud',
        ...(certificate ? { certificate: { keyNo: certificate.keyNo, notAfter: certificate.notAfter } } : {}),
        ...(kept
          ? {
              identity: kept.identity,
              delegation: {
                keyNo: kept.delegation.keyNo,
                notAfter: kept.delegation.notAfter,
                valid: delegationValid(),
              },
            }
          : {}),
        ...(kept ? { identifierKeysUntil: Object.keys(kept.keys.identifierKeys).sort().at(-1) ?? '' } : {}),
        online,
        offlineMode: options.offlineMode(),
        ...(lastFailure ? { lastFailure } : {}),
        simulated: true,
      };
    },
    async verify() {
      try {
        await verifyNow();
        lastFailure = undefined;
      } catch (error) {
        lastFailure = { code: error instanceof Failure ? error.code : 4051, at: clock.now() };
        // With a valid delegation the counter goes on offline: what is held was verified when it was given.
        if (lastFailure.code === 4061 && delegationValid()) become(true);
        throw error;
      }
    },
    async identity() {
      return held().identity;
    },
    async time() {
      // Nobody carried the time over a restart: a clock that is far behind what was seen is not trusted.
      if (timeBase === undefined && (kept?.seen ?? 0) - clock.now() > limits.clockBehind) {
        throw new Failure(5005, {
          kind: 'clock-behind',
          why: say({
            zh: '電腦的時鐘比安全模組上次見到的時間慢五分鐘以上',
            en: "the computer's clock is more than five minutes behind what the security module saw",
          }),
          todo: say({
            zh: '請校正電腦的日期時間，或連線後再試',
            en: "set the computer's date and time, or connect and try again",
          }),
        });
      }
      return now();
    },
    readyToSign,
    async sign(visit: VisitKey) {
      const { delegation } = held();
      if (delegationKey === undefined || !delegationValid()) throw offline();
      crash?.('sam:before-sign');
      const envelope = buildEnvelope(visit, { keyNo: delegation.keyNo, simulated: true });
      const signed = envelope.complete(signWith(delegationKey)(envelope.toSign));
      crash?.('sam:after-sign');
      return signed;
    },
    async identifier(visit) {
      const key = kept?.keys.identifierKeys[visit.dateTime.slice(0, 7)];
      if (key === undefined || visit.hospId !== kept?.identity.hospId) return undefined;
      return treatNum(Buffer.from(key, 'base64'), visit, reserved);
    },
    async signPrescriptions(visit, items) {
      const { keys } = held();
      const key = createSecretKey(Buffer.from(keys.prescriptionKey, 'base64'));
      return items.map(({ number, bytes }) => prescriptionSignature(key, keys.prescriptionKeyNo, visit, number, bytes));
    },
    async authenticate(card) {
      const { delegation } = held();
      if (delegationKey === undefined || root === undefined || credential === undefined) throw notVerified();
      const half = await moduleAuthenticate(card, {
        root,
        world: credential.world,
        certificate: Uint8Array.from(Buffer.from(delegation.certificate, 'base64')),
        sign: signWith(delegationKey),
        random,
      });
      return { command: half.command, finish: async (answer) => half.finish(answer) };
    },
    async authorise(method, path, body) {
      if (kept && delegationKey && delegationValid())
        return authorisation(kept.delegation.keyNo, delegationKey, method, path, body);
      if (credential === undefined || samKey === undefined) throw noSam();
      return authorisation(credential.keyNo, samKey, method, path, body);
    },
    async reset() {
      become(false);
      lastFailure = undefined;
    },
    async close() {
      renewing?.();
      service.close();
    },
  };
}

function readJson<T extends { v: 1 }>(store: Store, name: string): T | undefined {
  const bytes = store.read(name);
  if (bytes === undefined) return undefined;
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
    if (value.v === 1) return value;
  } catch {
    // told below
  }
  throw new Failure(9201, {
    kind: 'sam-file',
    why: say({ zh: `安全模組檔案 ${name} 無法讀取`, en: `the security module's file ${name} cannot be read` }),
  });
}

const offline = (): Failure =>
  new Failure(4061, {
    kind: 'offline',
    why: say({ zh: '網路不通，且目前沒有可用的簽章授權', en: 'no network, and no delegation that may sign now' }),
  });
const notVerified = (): Failure =>
  new Failure(4050, {
    kind: 'sam-not-verified',
    why: say({
      zh: '安全模組尚未與健保署資料中心認證',
      en: 'the security module is not verified with the data centre',
    }),
  });
const noSam = (): Failure =>
  new Failure(4012, {
    kind: 'no-sam',
    why: say({ zh: '這台電腦沒有安全模組', en: 'this computer has no security module' }),
  });
