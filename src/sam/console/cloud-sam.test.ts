// The cloud's security module before a service that lies, and behind a door where others knock: it believes the world's
// root alone, signs by one key that is named in what it signed, and keeps nothing once it was withdrawn.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, test } from 'node:test';
import { newCounter, type TestCounter } from '../../../test/support/counter.ts';
import { Failure, type Store, systemClock, systemRandom } from '../../base/index.ts';
import { publicBytes } from '../../card/index.ts';
import { type HttpPoster, httpPoster } from '../../centre/client/index.ts';
import { openCentreKeys, openCentreStore } from '../../centre/server/index.ts';
import { parseEnvelope, rocDateTimeOf } from '../../codec/index.ts';
import { credentialFile } from '../enrol.ts';
import { proofText, type VerifyAnswer } from '../service/protocol.ts';
import { verifySignature } from '../verify.ts';
import { cloudSam } from './cloud-sam.ts';

let counter: TestCounter;
before(async () => {
  counter = await newCounter();
});
after(() => counter.close());
const visit = { personId: 'A123456789', hospId: '3501200000', dateTime: rocDateTimeOf(systemClock.now()) };

type Sent = { readonly [name: string]: unknown };
/** A module with a memory of its own, whose service's answers pass through other hands. */
function newSam(change: (answer: VerifyAnswer, sent: Sent) => unknown = (answer) => answer) {
  const files = new Map<string, Uint8Array>();
  const credential = counter.world.store.read(credentialFile);
  if (credential) files.set(credentialFile, credential);
  const store: Store = {
    ...counter.world.store,
    read: (name: string) => files.get(name),
    write: (name: string, bytes: Uint8Array) => void files.set(name, bytes),
    remove: (name: string) => void files.delete(name),
  };
  const sam = cloudSam({
    store,
    clock: systemClock,
    random: systemRandom,
    service(authorise): HttpPoster {
      const poster = httpPoster(() => `http://127.0.0.1:${counter.centre.port}`, systemClock, authorise);
      return {
        ...poster,
        post: async (path, body) =>
          change((await poster.post(path, body)) as unknown as VerifyAnswer, body as Sent) as never,
      };
    },
    offlineMode: () => 'delegated',
    linkUp: () => true,
  });
  return { sam, files };
}
const codeOf = (asked: Promise<unknown>): Promise<number> =>
  asked.then(
    () => 0,
    (error) => {
      assert.ok(error instanceof Failure, String(error));
      return error.code;
    },
  );
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const flipped = (text: string, at: number): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return base64(bytes);
};

test('whoever sits where the service was cannot prove himself, and nothing that he says is kept', async () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const byOther = (text: Uint8Array) => base64(sign('sha256', text, { key: other, dsaEncoding: 'ieee-p1363' }));
  let before: VerifyAnswer | undefined;
  const honest = newSam((answer) => (before = answer));
  await honest.sam.verify();
  await honest.sam.close();
  const keys = openCentreKeys(counter.world.store, systemClock, systemRandom);
  const store = openCentreStore(`${counter.folder}/centre/centre.sqlite`);
  const byRoot = (publicKey: Uint8Array): string =>
    base64(keys.certify({ kind: 'delegation', subject: 'X', hospId: visit.hospId, publicKey }, store).bytes);
  const lies: { readonly [what: string]: readonly [code: number, (answer: VerifyAnswer, sent: Sent) => unknown] } = {
    'proved by another key': [
      6005,
      (answer, sent) => ({ ...answer, proof: byOther(proofText(String(sent.challenge), answer.now, visit.hospId)) }),
    ],
    'the answer to an earlier question': [6005, () => before],
    'another time than was proved': [6005, (answer) => ({ ...answer, now: answer.now + 1 })],
    'no proof': [6005, (answer) => ({ ...answer, proof: undefined })],
    'another institution': [6005, (answer) => ({ ...answer, identity: { ...answer.identity, hospId: '0401180014' } })],
    'a delegation that was changed': [6007, (answer) => ({ ...answer, delegation: flipped(answer.delegation, 20) })],
    'a delegation of another key': [6007, (answer) => ({ ...answer, delegation: byRoot(publicBytes(other)) })],
    'a certificate of another kind': [
      6007,
      (answer, sent) => ({
        ...answer,
        delegation: base64(
          keys.certify(
            {
              kind: 'sam',
              subject: 'X',
              hospId: visit.hospId,
              publicKey: Buffer.from(String(sent.delegationKey), 'base64'),
            },
            store,
          ).bytes,
        ),
      }),
    ],
    'sealed keys that were changed': [6007, (answer) => ({ ...answer, sealed: flipped(answer.sealed, 40) })],
    'sealed for somebody else': [6007, (answer) => ({ ...answer, sealed: before?.sealed })],
  };
  for (const [what, [code, lie]] of Object.entries(lies)) {
    const { sam, files } = newSam(lie);
    assert.equal(await codeOf(sam.verify()), code, what);
    assert.equal(sam.known?.(), 1, what);
    assert.deepEqual([...files.keys()], [credentialFile], `${what}: nothing is kept`);
    assert.equal(await codeOf(sam.sign(visit as never)), 4050, what);
    await sam.close();
  }
  store.close();
});

test('what was signed names its key; by another key’s number, another algorithm’s mark or version it is not genuine', async () => {
  const { sam } = newSam();
  await sam.verify();
  const signed = await sam.sign({ ...visit } as never);
  const status = await sam.status();
  const directory = await counter.centreClient.keyDirectory();
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
  const verdict = (bytes: Uint8Array): string => verifySignature(text(bytes), visit, directory).verdict;
  assert.equal(verdict(signed), 'ok');
  assert.equal(parseEnvelope(signed)?.keyNo, status.delegation?.keyNo);
  const genuine = parseEnvelope(signed);
  assert.ok(genuine);
  // The header: magic, version, flags, key number, time. Whatever is changed there is no longer what was signed.
  for (let at = 0; at < 64; at++) {
    const altered = Uint8Array.from(signed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    assert.notEqual(verdict(altered), 'ok', `byte ${at}`);
  }
  const others = directory.entries.filter((one) => one.keyNo !== genuine.keyNo && one.keyNo.length === 16);
  assert.ok(others.length > 0);
  const place = Buffer.from(signed).indexOf(Buffer.from(genuine.keyNo, 'hex'));
  assert.ok(place > 0, 'the key number stands in what was signed');
  for (const { keyNo } of others) {
    const altered = Buffer.from(signed);
    altered.set(Buffer.from(keyNo, 'hex'), place);
    assert.notEqual(verdict(altered), 'ok', keyNo);
  }
  await sam.close();
});

test('a module that was withdrawn signs nothing, and keeps no key', async () => {
  const { sam, files } = newSam();
  await sam.verify();
  assert.equal(files.size, 2);
  const store = openCentreStore(`${counter.folder}/centre/centre.sqlite`);
  const credential = JSON.parse(Buffer.from(files.get(credentialFile) ?? '').toString('utf8')) as { keyNo: string };
  const entry = store.key(credential.keyNo);
  assert.ok(entry);
  store.putKey({ ...entry, revokedAt: 1 });
  assert.notEqual(await codeOf(sam.verify()), 0);
  assert.deepEqual([...files.keys()], [credentialFile]);
  assert.equal(await codeOf(sam.sign(visit as never)), 4050);
  assert.equal(await sam.identifier(visit as never), undefined);
  store.putKey(entry);
  store.close();
  await sam.close();
});
