// The web component's ports as a whole: on loopback alone, never beside another program, gone when switched off.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { test } from 'node:test';
import { loopbackAlone, ownListening, portIn } from '../../../test/support/listening.ts';
import { Failure, systemClock, systemRandom } from '../../base/index.ts';
import { leafCertificate } from '../../codec/index.ts';
import { createOrigins } from '../origins.ts';
import { createComponent } from './index.ts';

const now = systemClock.now();
const notAfter = now + 3_600_000;
function newLeaf() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = leafCertificate({
    serial: systemRandom.bytes(8),
    notBefore: now - 60_000,
    notAfter,
    name: 'OpenCSHIS localhost',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  });
  const certificate = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), certificate, notAfter };
}
const listen = (port: number, host: string) =>
  new Promise<Server | undefined>((resolve) => {
    const one = createServer((socket) => socket.destroy());
    one.once('error', () => resolve(undefined));
    one.listen(port, host, () => resolve(one));
  });
const close = (one: Server) => new Promise((resolve) => one.close(resolve));
const portOf = (one: Server): number => (one.address() as { port: number }).port;

/** Three ports that nobody holds at this moment. */
async function freePorts() {
  const held = await Promise.all([listen(0, '127.0.0.1'), listen(0, '127.0.0.1'), listen(0, '127.0.0.1')]);
  const [http = 0, https = 0, socket = 0] = held.map((one) => (one ? portOf(one) : 0));
  for (const one of held) if (one) await close(one);
  return { http, https, socket };
}
function component(ports: Awaited<ReturnType<typeof freePorts>>) {
  let kept = false;
  const origins = createOrigins(systemClock, systemRandom);
  const leaf = newLeaf();
  const made = createComponent({
    clock: systemClock,
    origins,
    parts: { control: {} as never, random: systemRandom, version: '1' },
    leaf: () => leaf,
    kept: { get: () => kept, set: (on) => (kept = on) },
    ports,
  });
  return { made, isKept: () => kept, keep: () => (kept = true) };
}
const own = (ports: object): string[] | undefined =>
  ownListening()?.filter((one) => Object.values(ports).some((port) => one.endsWith(`:${portIn(port)}`)));

test('switched on it listens on 127.0.0.1 and ::1 alone, at its three ports; switched off at none', async (t) => {
  if (ownListening() === undefined) return t.skip('only Linux shows it in /proc/net');
  const ports = await freePorts();
  const { made, isKept } = component(ports);
  assert.deepEqual(own(ports), [], 'off unless it is switched on');
  await made.switchOn();
  const listening = own(ports) ?? [];
  for (const port of Object.values(ports)) assert.ok(listening.includes(`0100007F:${portIn(port)}`));
  for (const address of listening) assert.match(address, loopbackAlone);
  assert.equal(isKept(), true);
  await made.switchOff();
  assert.deepEqual([own(ports), isKept()], [[], false]);
});

test('whoever holds one of its ports, on IPv4 or IPv6, is not joined: it says so, and opens none', async (t) => {
  for (const which of ['http', 'https', 'socket'] as const)
    for (const host of ['127.0.0.1', '::1']) {
      const ports = await freePorts();
      const squatter = await listen(ports[which], host);
      if (squatter === undefined) {
        t.diagnostic(`${ports[which]} of ${host} cannot be had here`);
        continue;
      }
      const { made, isKept, keep } = component(ports);
      const isClear = (error: unknown) => error instanceof Failure && /component-(port|beside)/.test(error.kind ?? '');
      await assert.rejects(made.switchOn(), isClear, `${which} ${host}`);
      assert.equal(isKept(), false);
      const left = own(ports);
      if (left) assert.equal(left.length, 1, `${which} ${host}: the other's alone`);
      keep();
      await made.resume();
      const status = await made.status();
      assert.deepEqual(status.ports, []);
      assert.ok(status.why?.zh && status.why.en, 'at the next start it says why it does not answer');
      await close(squatter);
      await made.close();
    }
});
