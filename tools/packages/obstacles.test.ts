import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findNeighbours, obstacles } from '../../src/care/neighbours/index.ts';
import { recordedMachine } from '../../src/care/recorded-machine.ts';
import { newFolder } from '../../test/support/counter.ts';
import { installedInWine } from '../../test/support/wine-registry.ts';
import { has } from '../native/compilers.ts';
import { obstaclesScript } from './obstacles.ts';

const nhi = '衛生福利部中央健康保險署';
const cases: readonly (readonly [DisplayName: string, DisplayVersion: string, Publisher: string])[] = [
  ['健保卡讀卡機控制軟體(PCSC)', '5.1.51', nhi],
  ['健保卡讀卡機控制軟體(PCSC)', '5.1.53', nhi],
  ['健保卡讀卡機控制軟體(PCSC)', '5.1.5.2', nhi],
  ['健保卡讀卡機控制軟體(PCSC)', '4.9', nhi],
  ['健保卡讀卡機控制軟體(PCSC)', '', nhi],
  ['健保卡讀卡機控制軟體(PCSC)', '5.1.10.1', nhi],
  ['PCSC Driver Package', '4.2.8', 'ACS'],
  ['讀卡機控制軟體', '3.4.0.1', ''],
  ['讀卡機控制軟體', '3.5.3', ''],
  ['健保讀卡控制', '', ''],
  ['idc 憑證元件', '1.0', "it's"],
  ['NHIICC', '2.5.4', nhi],
  ['a "quoted" \\ name', '1', ''],
];

test('before it is unpacked the .deb says of each what `opencshis neighbours` says', {
  skip: has('perl') ? false : 'perl is not installed',
}, async () => {
  const prefix = newFolder();
  const script = join(newFolder(), 'obstacles.pl');
  writeFileSync(script, obstaclesScript());
  const stopped: string[] = [];
  for (const file of ['system.reg', 'user.reg'])
    for (const [DisplayName, DisplayVersion, Publisher] of cases) {
      const text = installedInWine(`${DisplayName}'s`, { DisplayName, DisplayVersion, Publisher });
      for (const one of ['system.reg', 'user.reg']) writeFileSync(join(prefix, one), one === file ? text : '');
      const files = { [`${prefix}/${file}`]: { text } };
      const machine = recordedMachine({ platform: 'linux', env: { WINEPREFIX: prefix }, files });
      const [stops] = obstacles(await findNeighbours(machine));
      const ran = spawnSync('perl', [script], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: '/nowhere', WINEPREFIX: prefix },
      });
      const said = `${DisplayName} ${DisplayVersion}: ${ran.stderr}`;
      assert.equal(ran.status, stops ? 3 : 0, said);
      if (!stops) {
        assert.equal(ran.stderr, '');
        continue;
      }
      stopped.push(DisplayVersion);
      for (const part of [stops.name.zh, stops.name.en, stops.version ?? '', stops.uninstall ?? ''])
        assert.ok(ran.stderr.includes(part), `${part} in ${said}`);
    }
  const expected = ['5.1.51', '5.1.5.2', '4.9', '3.4.0.1', '', '1.0'];
  assert.deepEqual(stopped, [...expected, ...expected]);
});
