// Every finding that is declared, made by a recorded machine; and healthy ones on which nothing is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from '../../../test/doctor/cases.ts';
import { folders, machines, patientOf, type System } from '../../../test/doctor/healthy.ts';
import { systemClock } from '../../base/index.ts';
import { checks } from './checks/index.ts';
import { counted, examine, presented } from './examine.ts';
import { checkIds } from './ids.ts';
import type { Finding } from './types.ts';

const found = async (...asked: Parameters<typeof patientOf>): Promise<readonly Finding[]> => {
  const examined = await examine(patientOf(...asked), checks, systemClock);
  assert.deepEqual(
    examined.filter(({ state }) => state === 'late' || state === 'failed').map(({ check }) => check),
    [],
  );
  return examined.flatMap(({ findings }) => findings);
};

for (const system of Object.keys(machines) as System[])
  test(`a healthy machine (${system}): nothing is found`, async () => {
    assert.deepEqual(
      (await found(system)).map(({ id }) => id),
      [],
    );
  });

test('every check has its name in the list that `--help` shows', () => {
  assert.deepEqual(
    checks.map(({ id }) => id),
    [...checkIds],
  );
});

const world = folders.linux;
const shared = { [world]: 0o750, [`${world}/run`]: 0o750, [`${world}/run/discovery.json`]: 0o640 };
const onDisk = async (uid: number, discovery: number) => {
  const files = {
    [world]: { folder: true, mode: 0o750, ...(uid === 1000 ? {} : { notWritable: 'EACCES' }) },
    [`${world}/run`]: { folder: true, mode: 0o750 },
    [`${world}/run/discovery.json`]: { text: '{}', mode: discovery },
  };
  const service = patientOf('linux', { machine: { files }, own: { shared } });
  const patient = { ...service, machine: { ...service.machine, uid } };
  const [examined] = await examine(
    patient,
    checks.filter(({ id }) => id === 'disk'),
    systemClock,
  );
  return examined?.findings ?? [];
};
test('what the service of the machine shows its group is as it is meant, to the service and to a clerk', async () => {
  assert.deepEqual(await onDisk(1000, 0o640), []);
  assert.deepEqual(await onDisk(1001, 0o640), []);
});

test('shown to more than its group, it is shown to the group alone again', async () => {
  const [finding, ...others] = await onDisk(1000, 0o644);
  assert.deepEqual([finding?.id, others], ['disk.modes', []]);
  assert.deepEqual(finding?.fix?.steps, [{ do: 'mode', path: `${world}/run/discovery.json`, mode: 0o640 }]);
});

const reached = new Set<string>();
for (const one of cases) {
  const { finds, title, system = 'linux' } = one;
  test(`${finds.join(', ')}: ${title} (${system})`, async () => {
    const findings = await found(system, one);
    assert.deepEqual(findings.map(({ id }) => id).toSorted(), [...finds].toSorted());
    for (const finding of findings) {
      reached.add(finding.id);
      const words = [finding.what, finding.why, finding.todo];
      for (const { zh, en } of words) {
        assert.match(zh, /\p{Script=Han}/u, finding.id);
        assert.match(en, /[a-z]{3}/i, finding.id);
      }
      const said = JSON.stringify([...words, finding.commands]);
      assert.doesNotMatch(said, /\{\w+\}|undefined|NaN|\[object/, `${finding.id}: a place without its detail`);
    }
  });
}

test('every finding that is declared was made by a case, and every place in its words by a detail', () => {
  const declared = checks.flatMap(({ finds }) => Object.keys(finds));
  assert.deepEqual(
    declared.filter((id) => !reached.has(id)),
    [],
  );
  assert.equal(new Set(declared).size, declared.length, 'an id is declared twice');
  for (const id of declared) assert.match(id, /^[a-z]+\.[a-z-]+$/);
});

test('the user’s own folder is named by a tilde alone, and steps of fixes are not shown', async () => {
  const examined = await examine(
    patientOf('linux', { machine: { files: { '/var/counter/world/origins.json': { text: '', mode: 0o644 } } } }),
    checks,
    systemClock,
  );
  const said = JSON.stringify(presented(examined));
  assert.match(said, /~\/world\/origins\.json/);
  assert.doesNotMatch(said, /"steps"/);
  assert.deepEqual(counted(examined), { problem: 0, warning: 1, note: 0, unknown: 0 });
});

test('a counter that is simulated, or has a dedicated reader, works without PC/SC: what is wrong there is a note', async () => {
  for (const own of [{ simulated: true }, { profile: '3.5' }] as const) {
    const [finding] = await found('linux', {
      own,
      machine: { pcsc: { state: 'answered', rv: 0x8010001d, readers: [] } },
    });
    assert.deepEqual([finding?.id, finding?.severity], ['readers.no-service', 'note']);
  }
});

test('a check that hangs is late, one that breaks has failed, and both say so without holding up the others', async () => {
  const [program] = checks;
  assert.ok(program);
  const never = { ...program, id: 'never', look: () => new Promise<never>(() => undefined) };
  const breaks = { ...program, id: 'breaks', look: () => Promise.reject(new Error('broken')) };
  const order: string[] = [];
  const examined = await examine(patientOf('linux'), [never, breaks, ...checks], systemClock, ({ check }) =>
    order.push(check),
  );
  assert.deepEqual(
    examined.slice(0, 2).map(({ state }) => state),
    ['late', 'failed'],
  );
  assert.equal(order.at(-1), 'never');
  assert.equal(counted(examined).unknown, 2);
});
