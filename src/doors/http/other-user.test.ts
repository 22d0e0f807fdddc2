// What a console's page told to somebody who took the port, as another user of the machine, is of no use to him.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { type Doors, openDoors } from '../../../test/support/doors.ts';
import { userIn } from './peer-user.ts';

let doors: Doors;
before(async () => {
  doors = await openDoors();
});
after(() => doors.close());

/** Asks as another account of the system; the status. */
function asOther(uid: number, host: string, path: string, token: string): Promise<number> {
  const script = `
    const [, host, port, path, token] = process.argv;
    require('node:http').get({ host, port, path, agent: false, headers: { host: '127.0.0.1:' + port, 'x-opencshis-token': token } },
      (answer) => { console.log(answer.statusCode); answer.resume(); }).on('error', (error) => console.log(error.code));`;
  return new Promise((resolve) => {
    const child = spawn('/proc/self/exe', ['-e', script, host, String(doors.http.port), path, token], {
      cwd: '/',
      uid,
      gid: uid,
      env: {},
    });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.on('error', () => resolve(Number.NaN));
    child.on('close', () => resolve(Number(said)));
  });
}

test('a console’s token is good for its own user alone', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('only the administrator can be another user');
  const { token } = (await doors.post('none', '/api/v1/session', { code: doors.tokens.newCode() })).json as {
    token: string;
  };
  const own = await doors.ask('GET', '/api/v1/journal', { headers: { 'x-opencshis-token': token } });
  assert.equal(own.status, 200);
  for (const path of ['/api/v1/journal', '/api/v1/status', '/api/v1/pin'])
    assert.equal(await asOther(65_534, '127.0.0.1', path, token), 403, path);
  assert.equal(await asOther(65_534, '127.0.0.1', '/healthz', ''), 401);
  assert.match((await doors.get('program', '/metrics')).text, /opencshis_refused_total\{reason="user"\} 3/);
});

test('the system’s table says whose a connection is, on IPv4, IPv6 and one by way of the other', () => {
  const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const line = (from: string, to: string, uid: number) =>
    `   1: ${from} ${to} 01 00000000:00000000 00:00000000 00000000 ${String(uid).padStart(5)}        0 5 1 0 20 4 30 10 -1`;
  const table = [
    head,
    line('0100007F:5223', '0100007F:C001', 1000),
    line('0100007F:C001', '0100007F:5223', 1001),
    line('0200007F:C001', '0100007F:5223', 1002),
    line('0000000000000000FFFF00000100007F:C002', '0000000000000000FFFF00000100007F:5223', 1003),
  ].join('\n');
  const mapped = '0000000000000000FFFF00000100007F';
  const from = (port: string) => [`0100007F:${port}`, `${mapped}:${port}`];
  assert.equal(userIn(table, from('C001'), from('5223')), 1001);
  assert.equal(userIn(table, from('C002'), from('5223')), 1003);
  assert.equal(userIn(table, from('C003'), from('5223')), undefined);
  assert.equal(userIn('', from('C001'), from('5223')), undefined);
});
