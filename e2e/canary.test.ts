// No name, id number, card number, PIN, identifier, signature or key in a log, an error, a metric or a trace. deadline: 120
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeBig5 } from '../src/codec/index.ts';
import { connect } from '../src/main/daemon.ts';
import { readDiscovery } from '../src/main/home.ts';
import { leaks } from '../test/support/canary.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder } from '../test/support/counter.ts';

test('the check itself finds a secret in every form', () => {
  const secrets = { name: '羅俊峰', id: 'P276897718' };
  assert.deepEqual(leaks(`..${Buffer.from('羅俊峰').toString('base64')}..`, secrets), ['name']);
  assert.deepEqual(leaks(`..${Buffer.from(encodeBig5('羅俊峰')).toString('hex')}..`, secrets), ['name']);
  assert.deepEqual(leaks('x羅俊峰', secrets), ['name']);
  assert.deepEqual(leaks(`..${Buffer.from('P276897718').toString('hex')}..`, secrets), ['id']);
  assert.deepEqual(leaks(Buffer.from('P276897718').toString('base64'), secrets), ['id']);
  assert.deepEqual(leaks('nothing here', secrets), []);
});

test('a counter that was used, refused and cut off has written none of them down', async () => {
  const folder = newFolder();
  const cli = cliFor(folder);
  const errors: string[] = [];
  const run = async (...args: string[]) => {
    const ran = await cli(...args);
    errors.push(ran.stderr);
    return ran;
  };
  try {
    await run('world', 'new', '--port', '0');
    await run('start');
    const visit = JSON.parse((await run('register', '--json')).stdout) as {
      identifier: string;
      signature: string;
      patient: { name: string; personId: string; cardNo: string };
    };
    const client = await connect(folder, 'operator');
    client.watch((event) => {
      if (event.type === 'pin') void client.op('pin', { id: event.request.id, pin: '739154' }).catch(() => undefined);
    });
    await run('card', 'remove');
    await run('card', 'insert', 'pin');
    errors.push(JSON.stringify((await client.call('csVerifyHCPIN')).failure));
    await run('card', 'remove');
    await run('card', 'insert', 'normal');
    await run('network', 'down');
    await run('call', '1.39', `pUnTreatDate=1150101080000`);
    await run('call', '1.54', `pPatientID=${visit.patient.personId}`, 'pHospID=0401180014');
    await run('register', '--item', '05');
    await run('recover', '--person', visit.patient.personId, '--time', '1150101080000');
    await run('register', '--exception', 'A001', '--person', visit.patient.personId);
    await run(
      'verify',
      visit.signature,
      '--person',
      'A123456789',
      '--institution',
      '3501200000',
      '--time',
      '1150101080000',
    );
    await run('network', 'up');
    const found = readDiscovery(folder);
    const headers = { 'x-opencshis-token': found?.tokens.operator ?? '' };
    const ask = async (path: string, init: RequestInit = {}) =>
      (await fetch(`${found?.url}${path}`, { ...init, headers: { ...headers, ...init.headers } })).text();
    const metrics = await ask('/metrics');
    const bad = await ask(`/api/v1/call/hisGetTreatNumNoICCard`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        pPatientID: visit.patient.personId,
        pHospID: visit.patient.personId,
        extra: visit.patient.name,
      }),
    });
    const trace = JSON.stringify(await client.op('trace'));
    const waits = JSON.stringify(await client.op('status'));
    const { code } = await client.op<{ code: string }>('link');
    const opened = await ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const consoles = Object.entries(JSON.parse(opened) as { [role: string]: unknown }).filter(
      (one): one is [string, string] => typeof one[1] === 'string',
    );
    assert.ok(consoles.length > 0, opened.length > 0 ? 'a console has tokens' : 'no answer');
    client.close();
    const secrets = {
      name: visit.patient.name,
      personId: visit.patient.personId,
      cardNo: visit.patient.cardNo,
      identifier: visit.identifier,
      signature: visit.signature.slice(40, 120),
      pin: '739154',
      code,
      ...Object.fromEntries(consoles.map(([role, token]) => [`console ${role}`, token])),
      ...Object.fromEntries(Object.entries(found?.tokens ?? {}).map(([role, token]) => [`token ${role}`, token ?? ''])),
    };
    const places = {
      'open consoles': readFileSync(join(folder, 'run/consoles.json'), 'utf8'),
      processes: readFileSync(join(folder, 'run/processes.json'), 'utf8'),
      log: readFileSync(join(folder, 'run/log.txt'), 'utf8'),
      errors: errors.join('\n'),
      metrics,
      'an answer to a bad request': bad,
      trace,
      status: waits,
    };
    for (const [place, text] of Object.entries(places)) assert.deepEqual(leaks(text, secrets), [], place);
    assert.ok(trace.length > 500 && metrics.length > 100);
  } finally {
    await cli('stop');
  }
});
