// The doctor on worlds in which time has passed, the module cannot be verified, and the journal is not as it should be.
import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { connect, startDetached, stopWorld } from '../src/main/daemon.ts';
import { discoveryFile } from '../src/main/home.ts';
import { cliFor } from '../test/support/cli.ts';
import { doctorFor } from '../test/support/doctor.ts';
import { type RunningWorld, runningWorld } from '../test/support/running-world.ts';

let world: RunningWorld;
/** Of the module's: its time is moved, and what was signed in it stays in the future. */
let aged: RunningWorld;
before(async () => {
  world = await runningWorld();
  aged = await runningWorld('normal', { offlineMode: 'official' });
});
after(async () => {
  await world.stop();
  await aged.stop();
});

const module = async (): Promise<readonly string[]> => (await doctorFor(aged.folder)('module')).ids;
/** The world's time, moved from what it was at the beginning. */
const clock = async (shift: string): Promise<void> => {
  assert.equal((await cliFor(aged.folder)('world', 'clock', shift)).code, 0);
};

test('a module that could never be verified, and one whose delegation, keys and certificate come to their end', async () => {
  await cliFor(aged.folder)('network', 'down');
  await stopWorld(aged.folder);
  rmSync(join(aged.folder, 'sam', 'kept.json'));
  await startDetached(aged.folder);
  const first = await connect(aged.folder, 'program');
  assert.equal((await first.call('csVerifySAMDC')).code, 4061);
  first.close();
  assert.deepEqual(await module(), ['module.not-verified']);
  await cliFor(aged.folder)('network', 'up');
  const client = await connect(aged.folder, 'program');
  // A failure is remembered for some seconds: until then it is not asked again.
  while ((await client.call('csVerifySAMDC')).code !== 0) await new Promise((resolve) => setTimeout(resolve, 200));
  client.close();
  assert.deepEqual(await module(), []);
  await clock('+20h');
  assert.deepEqual(await module(), ['module.delegation-ending']);
  await clock('+55d');
  assert.deepEqual(await module(), ['module.keys-ending']);
  await clock('+3640d');
  assert.ok((await module()).includes('module.certificate-ending'));
  await clock('+3651d');
  assert.ok((await module()).includes('module.certificate-ended'));
  await clock('0');
  assert.deepEqual(await module(), []);
});

test('a card that was taken out while it was written is in doubt until it is back', async () => {
  const switches = await connect(world.folder, 'world');
  await switches.op('world', { action: 'fault', name: 'tear', options: { ins: '8022', acted: true } });
  switches.close();
  const client = await connect(world.folder, 'program');
  const torn = await client.call('hisGetSeqNumber256N1', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' });
  assert.equal(torn.code, 5007, JSON.stringify(torn.failure));
  client.close();
  assert.deepEqual((await doctorFor(world.folder)('journal')).ids, ['journal.in-doubt']);
});

test('a discovery file that others may read is not used: found, mended, used again', async () => {
  const doctor = doctorFor(world.folder);
  chmodSync(join(world.folder, discoveryFile), 0o644);
  assert.deepEqual((await doctor('program', 'disk')).ids, ['disk.modes']);
  assert.deepEqual((await doctor('program', 'disk', '--fix')).ids, []);
  assert.equal((await cliFor(world.folder)('status')).code, 0);
});

test('a damaged end of the journal was kept aside; one of a newer version is left alone', async () => {
  await stopWorld(world.folder);
  const log = join(world.folder, 'journal', 'log');
  appendFileSync(log, 'half a li');
  await startDetached(world.folder);
  assert.ok((await doctorFor(world.folder)('journal')).ids.includes('journal.cut'));
  await stopWorld(world.folder);
  const line = '{"v":2,"t":"done","at":0}';
  writeFileSync(log, `${crc32(line).toString(16).padStart(8, '0')} ${line}\n`);
  assert.deepEqual((await doctorFor(world.folder)('journal')).ids, ['journal.newer']);
});

test('a dedicated reader whose security module card is out', async () => {
  const dedicated = await runningWorld('normal', { profile: '3.5' });
  try {
    const { cards } = await dedicated.state();
    const sam = cards.find((one: { kind: string; slot?: string }) => one.kind === 'sam' && one.slot);
    await dedicated.act('remove', { card: sam.handle });
    assert.deepEqual((await doctorFor(dedicated.folder)('module')).ids, ['module.no-card']);
  } finally {
    await dedicated.stop();
  }
});
