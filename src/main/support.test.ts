// The mail and the bundle of a counter that was used, over its HTTP door: with canaries in cards, journal, trace and log.
import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { leaks } from '../../test/support/canary.ts';
import { type Doors, openDoors } from '../../test/support/doors.ts';
import { unzipped } from '../../test/support/unzipped.ts';
import { thisMachine } from '../care/index.ts';
import type * as Sdk from '../client/index.ts';
import { encodeBig5 } from '../codec/index.ts';
import type { SupportAnswer, SupportMail } from '../doors/index.ts';
import { composeSupport } from './support.ts';

/** What the SDK and the console believe of it: the compiler holds it to what is made. */
const believed = (made: SupportAnswer): Sdk.SupportAnswer => made;
const believedMail = (made: SupportMail): Sdk.SupportMail => made;

let doors: Doors;
before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  doors = await openDoors();
  const { control, world, folder } = doors;
  Object.assign(doors.deps, {
    support: composeSupport(folder, thisMachine, world.store, {
      status: () => control.status(),
      trace: async () => control.trace(),
      journal: () => control.journal({}),
    }),
  });
});
after(() => doors.close());
const look = async (): Promise<SupportAnswer> => believed((await doors.get('operator', '/api/v1/support')).json);

test('the ten items: what the machine knows is found, the rest is given once and kept, 0600', async () => {
  const { items, missing } = await look();
  assert.equal(items.length, 10);
  const of = (id: string) => items.find((one) => one.id === id);
  assert.match(of('version')?.value ?? '', /^OpenCSHIS \d+\.\d+\.\d+.*5\.1\.5\.3/);
  assert.equal(of('readerKind')?.from, 'found');
  for (const id of ['name', 'contact', 'email', 'phone', 'detail']) assert.ok(missing.includes(id), id);

  const given = { items: { name: '健安診所', contact: '林小姐', email: 'a@b.tw', phone: '02-12345678' } };
  const { status, json } = await doors.post('operator', '/api/v1/support', given);
  assert.equal(status, 200);
  const { mail } = believedMail(json);
  assert.match(mail.body, /健安診所[\s\S]*林小姐/);
  assert.equal((await look()).items.find(({ id }) => id === 'name')?.from, 'given');
  assert.equal(statSync(join(doors.folder, 'support.json')).mode & 0o777, 0o600);
  for (const wrong of [{}, { items: [] }, { items: { name: 'a\nb' } }, { items: { nobody: 'x' } }])
    assert.equal((await doors.post('operator', '/api/v1/support', wrong)).status, 422);
  for (const role of ['program', 'world'] as const)
    assert.equal((await doors.get(role, '/api/v1/support')).status, 403, role);
});

test('the bundle holds nothing of people and no secret, in no encoding, and is exactly what was shown', async () => {
  doors.bench.insert('normal');
  const visit = await doors.post('operator', '/api/v1/register', { treatItem: '01' });
  assert.equal(visit.status, 200, JSON.stringify(visit.json));
  const { name, personId, cardNo, birthDate } = visit.json.patient;
  const hospId = (await look()).items.find(({ id }) => id === 'hospId');
  assert.deepEqual(hospId?.value, (await doors.control.status()).sam.identity?.hospId);
  assert.equal(hospId?.from, 'found');
  const secrets: { readonly [which: string]: string } = {
    name,
    personId,
    cardNo,
    birthDate,
    identifier: visit.json.treatNum,
    signature: visit.json.signature.slice(40, 120),
    logged: '邱淑芬',
    foreign: 'AC01234567',
    phone: '0912345678',
    pin: '739154',
    clinic: '健安診所',
    contact: '林小姐',
    token: doors.tokens.byRole.operator ?? '',
  };
  for (const [which, secret] of Object.entries(secrets)) assert.ok(secret.length > 1, which);
  // A program that names itself and its arguments so, and a log that says too much, in every encoding.
  await doors.post('operator', `/api/v1/call/hisGetBasicData`, { pBuffer: secrets.logged });
  const log = Object.values(secrets).flatMap((secret) => {
    const forms = [Buffer.from(secret), Buffer.from(encodeBig5(secret, 'box'))];
    return forms.flatMap((one) => [one, Buffer.from(one.toString('hex')), Buffer.from(one.toString('base64'))]);
  });
  writeFileSync(
    join(doors.folder, 'run/log.txt'),
    Buffer.concat([
      ...log.flatMap((one) => [Buffer.from('Error: '), one, Buffer.from('\n')]),
      Buffer.from('at sam.ts:1:2\n'),
    ]),
  );

  const { bundle } = await look();
  assert.deepEqual(
    bundle.files.map((one) => one.name),
    ['README.txt', 'versions.json', 'state.json', 'doctor.json', 'trace.json', 'journal.json', 'log.txt'],
  );
  const answered = await fetch(`${doors.http.url}/api/v1/support/bundle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-opencshis-token': doors.tokens.byRole.operator ?? '' },
    body: JSON.stringify({ id: bundle.id }),
  });
  assert.equal(answered.status, 200);
  assert.match(answered.headers.get('content-disposition') ?? '', /opencshis-support\.zip/);
  const members = unzipped(Buffer.from(await answered.arrayBuffer()));
  assert.deepEqual(
    new Map([...members].map(([one, bytes]) => [one, bytes.toString('utf8')])),
    new Map(bundle.files.map((one) => [one.name, one.text])),
  );
  for (const [member, bytes] of members)
    for (const text of [bytes.toString('utf8'), bytes.toString('latin1')])
      assert.deepEqual(leaks(text, secrets), [], member);
  // And it says something.
  const text = (member: string): string => members.get(member)?.toString('utf8') ?? '';
  assert.match(text('trace.json'), /"api": "hisGetSeqNumber256N1"/);
  assert.match(text('journal.json'), /"state": "done"/);
  assert.match(text('state.json'), /"answers": true/);
  assert.match(text('versions.json'), /"opencshis": "\d+\.\d+\.\d+"/);
  assert.match(text('log.txt'), /sam\.ts:1:2/);
  assert.ok(JSON.parse(text('doctor.json')).length > 5);
});

test('a bundle that nobody has seen is not given', async () => {
  for (const id of ['0000000000000000', '', '../x', undefined])
    assert.equal((await doors.post('operator', '/api/v1/support/bundle', { id })).status, 422);
});
