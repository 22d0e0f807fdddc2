// The SDK against the real door: typed calls, one failure class, answers that are asked for again, events that come back.
import assert from 'node:assert/strict';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { asPage } from '../../test/support/as-page.ts';
import { type Doors, openDoors, pageOrigin, until } from '../../test/support/doors.ts';
import {
  type Client,
  ClientFailure,
  checked,
  connect,
  createClient,
  defaultBase,
  type PublicZone,
  pair,
  troubles,
} from './index.ts';

let doors: Doors;
let client: Client;
before(async () => {
  doors = await openDoors();
  client = createClient({ base: doors.http.url, token: doors.tokens.byRole.program });
});
after(() => doors.close());
beforeEach(() => {
  while (doors.bench.remove() !== undefined);
});
const failsAs =
  (kind: string, code = -1) =>
  (error: unknown) => {
    assert.ok(error instanceof ClientFailure, String(error));
    assert.equal(error.kind, kind);
    assert.equal(error.code, code);
    assert.ok(error.why.zh && error.why.en);
    return true;
  };
const cardIn = async (name: string): Promise<PublicZone> => {
  doors.bench.insert(name);
  const read = () => doors.get('program', '/api/v1/card');
  await until('it is read', async () => (await read()).status === 200);
  return (await read()).json;
};

test('functions are called by name, with typed inputs and fields; a code is an answer, and a failure where one wants', async () => {
  await cardIn('normal');
  const answer = checked(await client.call('hisGetBasicData'));
  const name: string | undefined = answer.fields.pBuffer?.name;
  assert.ok(name);
  const zone = await client.card();
  assert.equal(zone.name, name);
  const registered = await client.call('hisGetSeqNumber256N1', {
    cTreatItem: '01',
    cBabyTreat: ' ',
    cTreatAfterCheck: '1',
  });
  assert.equal(registered.fields.pBuffer?.treatNum.length, 20);
  // @ts-expect-error there is no such function
  const wrong = client.call('hisGetNothing');
  await assert.rejects(wrong, failsAs('refused'));
  const bySection: string = '1.1';
  assert.equal((await client.call(bySection)).code, 0);
  doors.bench.remove();
  const missing = await client.call('hisGetBasicData');
  assert.equal(missing.code, 4013);
  assert.throws(() => checked(missing), failsAs(missing.failure?.kind ?? 'code', 4013));
  await assert.rejects(client.card(), (error) => error instanceof ClientFailure && error.code === 4013);
});

test('the whole walk of a registration, bound to the card that was seen', async () => {
  const { card } = await cardIn('normal');
  const walked = await client.forCard(card).register({ treatItem: '01' });
  assert.match(walked.treatNum ?? '', /^[0-9A-Z]{20}$/);
  doors.bench.remove();
  await cardIn('normal');
  const stale = await client.forCard(card).call('hisGetBasicData');
  assert.equal(stale.code, 4000);
  assert.equal(stale.failure?.kind, 'card-changed');
  const again = await client.forCard(card).register();
  assert.equal(again.failure?.kind, 'card-changed');
});

/** Between the SDK and the door: cuts answers off, or is away. */
async function wire() {
  const open = new Set<Socket>();
  let cut = 0;
  let port = 0;
  const hold = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((from) => {
    const to = connectTo(doors.http.port, '127.0.0.1');
    hold(from);
    hold(to);
    // The guard wants the port that it listens on.
    from.on('data', (part) =>
      to.write(
        Buffer.from(part.toString('latin1').replace(`127.0.0.1:${port}`, `127.0.0.1:${doors.http.port}`), 'latin1'),
      ),
    );
    to.on('data', (part) => {
      if (cut > 0) {
        cut--;
        from.destroy();
      } else from.write(part);
    });
    from.on('close', () => to.destroy());
    to.on('close', () => from.destroy());
  });
  const listen = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  const away = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  await listen();
  return {
    base: `http://127.0.0.1:${port}`,
    cutAnswers: (count: number) => {
      cut = count;
    },
    away,
    back: listen,
  };
}

test('an answer that broke off is asked for again, and the visit is made once', async () => {
  await cardIn('normal');
  const line = await wire();
  const over = createClient({ base: line.base, token: doors.tokens.byRole.program });
  await over.status();
  const before = (await doors.control.journal()).length;
  line.cutAnswers(2);
  const answer = await over.call('hisGetSeqNumber256N1', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' });
  assert.equal(answer.fields.pBuffer?.treatNum.length, 20);
  assert.equal((await doors.control.journal()).length, before + 1, 'one visit');
  line.cutAnswers(1);
  const walked = await over.register();
  assert.match(walked.treatNum ?? '', /^[0-9A-Z]{20}$/);
  assert.equal((await doors.control.journal()).length, before + 2);
  line.away();
});

test('events come back by themselves; a token that ended says so', async () => {
  const line = await wire();
  const over = createClient({ base: line.base, token: doors.tokens.byRole.program });
  const links: string[] = [];
  const kinds = new Set<string>();
  const stop = over.watch(
    (event) => kinds.add(event.type),
    (link) => links.push(link),
  );
  await until('it is open', () => links.includes('open'));
  line.away();
  await until('it is lost', () => links.includes('lost'));
  await line.back();
  await until('it is open again', () => links.at(-1) === 'open');
  doors.bench.insert('normal');
  await until('the card is heard', () => kinds.has('card'));
  stop();
  line.away();
  const nobody: string[] = [];
  const end = createClient({ base: doors.http.url, token: '0'.repeat(64) }).watch(
    () => undefined,
    (link) => nobody.push(link),
  );
  await until('it is refused', () => nobody.includes('refused'));
  end();
});

test('nobody there, too late, and called off are three failures, each with what to do', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
  const { port } = silent.address() as AddressInfo;
  const waiting = createClient({ base: `http://127.0.0.1:${port}`, token: 'x' });
  await assert.rejects(waiting.call('csGetVersion', {}, { timeout: 50 }), failsAs('timeout'));
  const abort = new AbortController();
  const called = waiting.call('csGetVersion', {}, { signal: abort.signal });
  abort.abort();
  await assert.rejects(called, failsAs('aborted'));
  await assert.rejects(waiting.call('csGetVersion', {}, { signal: abort.signal }), failsAs('aborted'));
  silent.close();
  const nobody = createClient({ base: 'http://127.0.0.1:9', token: 'x' });
  await assert.rejects(
    nobody.status(),
    (error) => failsAs('not-running')(error) && error instanceof ClientFailure && error.open === 'opencshis:open',
  );
  for (const [why, todo] of Object.values(troubles)) for (const words of [why, todo]) assert.ok(words.zh && words.en);
});

test('files go and come as bytes', async () => {
  const answer = await client.call(
    'csUploadData' as string,
    { pFileSize: '1', pNumber: '1' },
    { file: new TextEncoder().encode('<RECS><REC/></RECS>') },
  );
  assert.equal(answer.api, 'csUploadData');
});

test('whoever took the port hears no token, whatever he answers', async () => {
  const heard: string[] = [];
  for (const body of ['{}', '{"signature":"AAAA"}', '{"refused":true}', '[]', '<html>']) {
    const squatter = createHttp((request, response) => {
      heard.push(JSON.stringify(request.rawHeaders));
      request.on('data', (part) => heard.push(String(part)));
      response.writeHead(body === '{"refused":true}' ? 403 : 200, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', () => resolve()));
    const base = `http://127.0.0.1:${(squatter.address() as AddressInfo).port}`;
    // The key is the genuine one, of another program.
    const paired = { base, token: 'the-secret-token', identity: Buffer.alloc(65, 4).toString('base64url') };
    await assert.rejects(
      connect(paired),
      (error) => error instanceof ClientFailure && ['impostor', 'not-running'].includes(error.kind),
    );
    if (body !== '<html>') await assert.rejects(createClient(paired).register(), failsAs('impostor'));
    const links: string[] = [];
    const stop = createClient(paired).watch(
      () => undefined,
      (link) => links.push(link),
    );
    await until('it gives up for now', () => links.includes('lost'));
    stop();
    squatter.close();
    squatter.closeAllConnections();
  }
  assert.ok(heard.length > 10);
  assert.ok(!heard.join('').includes('the-secret-token'));
});

test('a page pairs, is known by the proof, and is nobody once it was taken back', () =>
  asPage(pageOrigin, async () => {
    const base = doors.http.url;
    let shown = '';
    const asked = pair({ base, show: (code) => (shown = code) });
    await until('both show the code', () => shown !== '' && doors.origins.asking().some((one) => one.code === shown));
    assert.equal((await doors.post('operator', '/api/v1/origins/accept', { code: shown })).status, 200);
    const paired = await asked;
    const page = await connect(paired);
    assert.equal((await page.status()).simulated, true);
    await cardIn('normal');
    assert.match((await page.register()).treatNum ?? '', /^[0-9A-Z]{20}$/);
    for (const path of ['/api/v1/journal', '/api/v1/trace', '/api/v1/pin', '/api/v1/origins', '/api/v1/world'])
      await assert.rejects(page.get(path), ClientFailure, path);
    await assert.rejects(page.call('csUnGetSeqNumber', { pUnTreatDate: '0' } as never), failsAs('refused'));

    const refused = pair({ base, show: (code) => void doors.post('operator', '/api/v1/origins/refuse', { code }) });
    await assert.rejects(refused, failsAs('pairing-refused'));
    await assert.rejects(pair({ base, show: () => undefined }), failsAs('pairing-busy'));

    doors.origins.revoke(pageOrigin);
    await assert.rejects(page.status(), ClientFailure);
    await assert.rejects(connect(undefined), failsAs('not-paired'));
  }));

test('the SDK looks where the control software listens by default', async () => {
  const { defaultWorld } = await import('../main/daemon.ts');
  assert.equal(defaultBase, `http://127.0.0.1:${defaultWorld.httpPort}`);
});
