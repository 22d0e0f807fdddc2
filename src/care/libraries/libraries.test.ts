import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { madePe } from '../../../test/support/made-pe.ts';
import { type Recorded, recordedMachine } from '../recorded-machine.ts';
import { thisMachine } from '../this-machine.ts';
import {
  findCopies,
  foldersOfProcesses,
  hisPrograms,
  installLibrary,
  keptEnd,
  predict,
  runningConsole,
  searchOrder,
  undoLibrary,
} from './index.ts';

const scratch: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-test-'));
  scratch.push(folder);
  return folder;
};
after(() => {
  for (const one of scratch) rmSync(one, { recursive: true, force: true });
});

const ours = { CompanyName: 'OpenCSHIS', ProductName: 'OpenCSHIS' };
const file = (bytes: Buffer) => ({ base64: bytes.toString('base64') });
const dll = (bits: 32 | 64, strings: { readonly [key: string]: string } = {}, d = 3) =>
  file(madePe({ bits, version: [5, 1, 5, d], strings }));
const exe = (bits: 32 | 64, text: string | Buffer) => file(madePe({ bits, library: false, text }));
const windows = (
  files: Recorded['files'],
  env: { readonly [name: string]: string } = {},
  more: Partial<Recorded> = {},
) =>
  recordedMachine({
    platform: 'win32',
    env: { SystemRoot: 'C:\\WINDOWS', ...env },
    ...(files ? { files } : {}),
    ...more,
  });
const his = 'D:\\HIS';

test('the order of the search: own folder, system by bits, Windows, PATH', () => {
  const machine = windows({}, { Path: 'C:\\WINDOWS\\system32;"C:\\NHI\\LIB"; ;D:\\his\\' });
  assert.deepEqual(searchOrder(machine, his, 32), [
    his,
    'C:\\WINDOWS\\SysWOW64',
    'C:\\WINDOWS\\System',
    'C:\\WINDOWS',
    'C:\\NHI\\LIB',
  ]);
  assert.deepEqual(searchOrder(machine, his, 64), [
    his,
    'C:\\WINDOWS\\System32',
    'C:\\WINDOWS\\System',
    'C:\\WINDOWS',
    'C:\\NHI\\LIB',
  ]);
  const old = windows({}, {}, { arch: 'ia32' });
  assert.equal(searchOrder(old, his, 32)[1], 'C:\\WINDOWS\\System32');
});

test('copies in all their places, with version, bits, maker; the same bytes have the same digest', async () => {
  const machine = windows(
    {
      'C:\\NHI\\LIB\\CSHIS.dll': dll(32),
      'C:\\WINDOWS\\SysWOW64\\CsHis50.dll': dll(32, { CompanyName: '衛生福利部中央健康保險署' }, 1),
      'C:\\WINDOWS\\System32\\cshis.dll': dll(64, ours),
      'D:\\Tools\\CsHis.dll': dll(32),
      [`${his}\\cshis.DLL`]: { text: 'no library' },
    },
    { PATH: 'D:\\Tools' },
  );
  const copies = await findCopies(machine, [his]);
  const shown = Object.fromEntries(
    copies.map(({ path, bits, version, maker }) => [path.toLowerCase(), [bits, version, maker]]),
  );
  assert.deepEqual(shown, {
    'd:\\his\\cshis.dll': [undefined, undefined, 'unknown'],
    'c:\\windows\\system32\\cshis.dll': [64, '5.1.5.3', 'opencshis'],
    'c:\\windows\\syswow64\\cshis50.dll': [32, '5.1.5.1', 'official'],
    'c:\\nhi\\lib\\cshis.dll': [32, '5.1.5.3', 'official'],
    'd:\\tools\\cshis.dll': [32, '5.1.5.3', 'unknown'],
  });
  const digest = (path: string) => copies.find((one) => one.path.toLowerCase() === path)?.digest;
  assert.equal(digest('c:\\nhi\\lib\\cshis.dll'), digest('d:\\tools\\cshis.dll'));
  assert.notEqual(digest('c:\\nhi\\lib\\cshis.dll'), digest('c:\\windows\\system32\\cshis.dll'));
});

test('the folders of what runs, on Windows by PowerShell', async () => {
  const out = 'C:\\HIS\\vb.exe\r\n\r\nC:\\his\\other.exe\r\nD:\\健保\\x.exe\r\nno path\r\n';
  const machine = windows(
    {},
    {},
    {
      programs: { 'powershell -NoProfile -NonInteractive -Command (Get-Process).Path': { out } },
      processes: [{ pid: 1, name: 'vb' }],
    },
  );
  assert.deepEqual(await foldersOfProcesses(machine), ['C:\\HIS', 'D:\\健保']);
  assert.ok((await foldersOfProcesses(thisMachine())).length > 0);
});

test('which HIS would load which: by its folder, its bits, its names; and error 193 where the bits differ', async () => {
  const files = {
    [`${his}\\vb.exe`]: exe(32, 'xx cshis.dll xx'),
    [`${his}\\net.exe`]: exe(64, Buffer.from('CsHis50.dll', 'utf16le')),
    [`${his}\\setup.exe`]: exe(32, 'nothing'),
    [`${his}\\readme.txt`]: { text: 'cshis.dll' },
    [`${his}\\broken.exe`]: { text: 'MZ cshis.dll' },
    'C:\\WINDOWS\\SysWOW64\\CsHis.dll': dll(32, { ProductName: 'NHI CSHIS' }),
    'C:\\WINDOWS\\System32\\CsHis50.dll': dll(64, ours),
  };
  const machine = windows(files);
  const look = async (at: typeof machine, running?: 'opencshis' | 'official') => {
    const copies = await findCopies(at, [his]);
    return (await hisPrograms(at, his)).map((one) => predict(at, one, copies, running));
  };
  const [net, vb, ...rest] = (await look(machine, 'opencshis')).sort((one, other) =>
    one.path.localeCompare(other.path),
  );
  assert.deepEqual(rest, []);
  assert.deepEqual([vb?.names, vb?.bits], [['CsHis.dll'], 32]);
  assert.deepEqual(
    vb?.loads.map(({ copy, error, belongs }) => [copy?.path, error, belongs]),
    [['C:\\WINDOWS\\SysWOW64\\CsHis.dll', undefined, false]],
  );
  assert.deepEqual(
    net?.loads.map(({ copy, belongs }) => [copy?.path, belongs]),
    [['C:\\WINDOWS\\System32\\CsHis50.dll', true]],
  );
  // A copy of other bits in its own folder is in the way of the right one.
  const [, inTheWay] = await look(windows({ ...files, [`${his}\\CsHis.dll`]: dll(64, ours) }));
  const seen = [inTheWay, ...(await look(windows({ ...files, [`${his}\\CsHis.dll`]: dll(64, ours) })))].find(
    (one) => one?.bits === 32,
  );
  assert.deepEqual(
    seen?.loads.map(({ copy, error }) => [copy?.path, error]),
    [[`${his}\\CsHis.dll`, 193]],
  );
  const [alone] = await look(windows({ [`${his}\\java.exe`]: exe(64, '') }));
  assert.deepEqual(
    alone?.loads.map(({ name, error }) => [name, error]),
    [['CsHis.dll', 126]],
  );
  assert.deepEqual(
    [runningConsole(true, false), runningConsole(false, true), runningConsole(true, true)],
    ['opencshis', 'official', undefined],
  );
});

test('a real folder of Linux: our library is known by where it looks for a world', async () => {
  const folder = newFolder();
  const elf = Buffer.concat([
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]),
    Buffer.alloc(100),
    Buffer.from('OPENCSHIS_HOME'),
  ]);
  const name = process.platform === 'darwin' ? 'libcshis.dylib' : 'libcshis.so';
  writeFileSync(join(folder, name), elf);
  const found = (await findCopies(thisMachine(), [folder])).find(({ path }) => path === join(folder, name));
  assert.deepEqual([found?.bits, found?.maker, found?.size], [64, 'opencshis', elf.length]);
});

const official = madePe({ version: [5, 1, 5, 1], strings: { CompanyName: 'NHI' } });
const own = madePe({ version: [0, 1, 0, 0], strings: ours });
const source = (): string => {
  const path = join(newFolder(), 'CsHis.dll');
  writeFileSync(path, own);
  return path;
};
const name = 'CsHis.dll';

test('ours goes into an empty folder, twice is once, and is taken away again', () => {
  const [folder, from] = [newFolder(), source()];
  assert.equal(installLibrary(from, folder, name).did, 'installed');
  assert.equal(installLibrary(from, folder, name).did, 'same');
  assert.deepEqual(readFileSync(join(folder, name)), own);
  assert.equal(undoLibrary(folder, name).did, 'removed');
  assert.deepEqual(readdirSync(folder), []);
  assert.equal(undoLibrary(folder, name).did, 'nothing');
});

test('another one is not touched unless told to; then it is kept beside, and comes back byte for byte', () => {
  const [folder, from] = [newFolder(), source()];
  writeFileSync(join(folder, name), official);
  assert.throws(() => installLibrary(from, folder, name), { kind: 'library-there' });
  assert.deepEqual(readdirSync(folder), [name]);
  assert.deepEqual(readFileSync(join(folder, name)), official);
  assert.equal(undoLibrary(folder, name).did, 'nothing');
  assert.deepEqual(readFileSync(join(folder, name)), official);
  const done = installLibrary(from, folder, name, true);
  assert.deepEqual([done.did, done.kept], ['replaced', join(folder, `${name}${keptEnd}`)]);
  assert.deepEqual(readFileSync(join(folder, name)), own);
  // A newer one of ours takes the place of ours; what is kept stays.
  const newer = join(newFolder(), name);
  writeFileSync(newer, madePe({ version: [0, 2, 0, 0], strings: ours }));
  assert.equal(installLibrary(newer, folder, name).did, 'installed');
  assert.equal(undoLibrary(folder, name).did, 'put-back');
  assert.deepEqual(readdirSync(folder), [name]);
  assert.deepEqual(readFileSync(join(folder, name)), official);
});

test('killed between its steps: undone or done again, with the file from before', () => {
  const [folder, from] = [newFolder(), source()];
  // The old one is aside, the new one has not come.
  writeFileSync(join(folder, `${name}${keptEnd}`), official);
  writeFileSync(join(folder, `${name}.opencshis-new`), own.subarray(0, 100));
  assert.equal(undoLibrary(folder, name).did, 'put-back');
  assert.deepEqual(readdirSync(folder), [name]);
  writeFileSync(join(folder, `${name}${keptEnd}`), official);
  rmSync(join(folder, name));
  assert.equal(installLibrary(from, folder, name).did, 'installed');
  assert.equal(undoLibrary(folder, name).did, 'put-back');
  assert.deepEqual(readFileSync(join(folder, name)), official);
});

test('what somebody else has put there since is left alone, and what is kept is never written over', () => {
  const [folder, from] = [newFolder(), source()];
  writeFileSync(join(folder, name), official);
  installLibrary(from, folder, name, true);
  const other = madePe({ version: [9, 9, 9, 9] });
  writeFileSync(join(folder, name), other);
  assert.throws(() => undoLibrary(folder, name), { kind: 'library-changed' });
  assert.throws(() => installLibrary(from, folder, name, true), { kind: 'library-kept' });
  assert.deepEqual(readFileSync(join(folder, name)), other);
  assert.deepEqual(readFileSync(join(folder, `${name}${keptEnd}`)), official);
});

test('a folder that is not there, and an installation without libraries, say so', () => {
  const folder = newFolder();
  assert.throws(() => installLibrary(join(folder, 'none.dll'), folder, name), { kind: 'no-library' });
  writeFileSync(join(folder, 'other.dll'), official);
  assert.throws(() => installLibrary(join(folder, 'other.dll'), folder, name), { kind: 'library-not-ours' });
  assert.throws(() => installLibrary(source(), join(folder, 'nowhere'), name), { kind: 'library-not-written' });
});
