import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handClock } from '../../../test/support/doors.ts';
import { Failure } from '../../base/index.ts';
import { type PcscApi, rv } from './api.ts';
import { isIgnored } from './ignored.ts';
import { pcscLimits } from './limits.ts';
import { findPad, isBlocked, type Pad, padSettings, typeOnPad } from './pad.ts';
import { encodeFeatures } from './pin-pad.ts';
import { platforms } from './platform.ts';
import { remoteSession, remoteWords } from './remote-session.ts';
import { watchStillness } from './stillness.ts';

const features = new Map([
  [6, 0x42000006],
  [7, 0x42000007],
  [0x12, 0x42000012],
]);
type Control = PcscApi['control'];
const apiWith = (control: Control) => ({ control }) as unknown as PcscApi;
const says =
  (result: number, hex = ''): Control =>
  async () => ({ rv: result, response: Buffer.from(hex, 'hex') });
const list = Buffer.from(encodeFeatures(features)).toString('hex');
const look = (control: Control, env = {}) =>
  findPad(apiWith(control), platforms.linux, 'Acme PinPad 00 00', 1, padSettings(env)).then((pad) => pad?.state);

test('a reader says what it can do, says that it has none, or cannot say', async () => {
  assert.equal(await look(says(rv.ok, list)), 'ready');
  assert.equal(await look(says(rv.ok)), undefined);
  assert.equal(await look(says(0x8010001f)), undefined);
  assert.equal(await look(says(rv.commError)), 'query-failed');
  assert.equal(await look(says(rv.ok, 'ffff')), 'query-failed');
});

test('a pad is switched off by a setting, and left out by its USB numbers or its name', async () => {
  const usb: Control = async (_card, code) => ({
    rv: rv.ok,
    response: Buffer.from(code === 0x42000012 ? '0b024b0c0c020405' : list, 'hex'),
  });
  assert.equal(await look(usb, { OPENCSHIS_PINPAD: 'off' }), 'off');
  assert.equal(await look(usb, { OPENCSHIS_PINPAD_BLOCK: 'Other; 0C4B:0504' }), 'blocked');
  assert.equal(await look(usb, { OPENCSHIS_PINPAD_BLOCK: 'acme' }), 'blocked');
  assert.equal(await look(usb, { OPENCSHIS_PINPAD_BLOCK: '0c4b:0505' }), 'ready');
  assert.equal(isBlocked('Acme', {}, [{ usb: '0000:0000', why: '' }]), false);
});

/** One entry that the reader ends after `ms` by `answer`: what is made of it. */
async function entry(ms: number, ...answer: Parameters<typeof says>): Promise<string> {
  const { clock, pass } = handClock();
  const pad: Pad = { state: 'ready', features };
  const control: Control = async (...args) => {
    pass(ms);
    return says(...answer)(...args);
  };
  const asked = { command: Buffer.from('00200001', 'hex'), prompt: 'PIN', min: 4, max: 6, twice: false };
  try {
    const typed = await typeOnPad(apiWith(control), clock, pad, 1, asked);
    return 'failed' in typed ? 'failed' : Buffer.from(typed.response).toString('hex');
  } catch (error) {
    assert.ok(error instanceof Failure && error.code === 4000);
    return error.kind ?? '';
  }
}
test('honest pads are believed', async () => {
  assert.equal(await entry(4000, rv.ok, '9000'), '9000');
  assert.equal(await entry(10, rv.ok, '9000'), '9000');
  assert.equal(await entry(4000, rv.ok, '63c2'), '63c2');
  assert.equal(await entry(4000, rv.ok, '6401'), '6401');
  assert.equal(await entry(60_000, rv.ok, '6400'), '6400');
  assert.equal(await entry(4000, rv.removedCard), 'failed');
});
test('what no person can have done is not told as his doing', async () => {
  // The dialogue closes at once and says "cancelled", or "time-out", by a status word or by an error.
  for (const [result, word] of [
    [rv.ok, '6401'],
    [rv.ok, '6400'],
    [rv.cancelled, ''],
    [rv.timeout, ''],
  ] as const)
    assert.equal(await entry(5, result, word), 'pad-refused');
  // The time-out is called "cancelled"; a time-out and a cancellation come as errors.
  assert.equal(await entry(60_100, rv.ok, '6401'), '6400');
  assert.equal(await entry(60_100, rv.cancelled), '6400');
  assert.equal(await entry(9000, rv.cancelled), '6401');
  // A pad that is claimed and not there.
  for (const [result, word] of [
    [0x8010001f, ''],
    [rv.notTransacted, ''],
    [rv.ok, ''],
    [rv.ok, '6d00'],
    [rv.ok, '6b80'],
  ] as const)
    assert.equal(await entry(1, result, word), 'pad-refused');
});

test('readers that are none are left out by the beginning of their names', () => {
  assert.equal(isIgnored('Windows Hello for Business 1', undefined), true);
  assert.equal(isIgnored('windows hello 2', ''), true);
  assert.equal(isIgnored('ACS ACR39U', ''), false);
  assert.equal(isIgnored('ACS ACR39U', 'Gemalto; acs'), true);
  assert.equal(isIgnored('ACS ACR39U', ' ; ;'), false);
});

test('a session over the network is known by its environment', () => {
  assert.equal(remoteSession({ SESSIONNAME: 'Console' }), undefined);
  assert.equal(remoteSession({ SESSIONNAME: 'RDP-Tcp#3' }), 'Windows RDP');
  assert.equal(remoteSession({ SESSIONNAME: 'ICA-tcp#1' }), 'Citrix');
  assert.equal(remoteSession({ XRDP_SESSION: '1' }), 'xrdp');
  assert.match(remoteWords({ SESSIONNAME: 'RDP-Tcp#3' })?.zh ?? '', /Windows RDP/);
});

test('a sleep is seen by the time since the start, once, and a clock that is set is none', () => {
  const { clock, pass } = handClock();
  let asleep = 0;
  let woke = 0;
  const stop = watchStillness(
    clock,
    () => clock.monotonic() + asleep,
    () => {
      woke += 1;
    },
  );
  pass(60 * pcscLimits.beat);
  assert.equal(woke, 0);
  asleep = 6 * 3_600_000;
  pass(10 * pcscLimits.beat);
  assert.equal(woke, 1);
  stop();
  asleep *= 2;
  pass(10 * pcscLimits.beat);
  assert.equal(woke, 1);
});
