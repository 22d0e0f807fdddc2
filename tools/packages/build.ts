/**
 * @module `npm run build:packages`: the .deb and the Windows zip, the same bytes at every run, from `dist/` and
 * package-lock.json. `--out FOLDER` (packages/release), `--only deb|zip`, `--level N` of compression.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sha512Of, signPackage } from '../../src/care/install/signature.ts';
import { version } from '../../src/main/version.ts';
import { releaseOf } from './contents.ts';
import { deb } from './debian.ts';
import { releaseKey, trustedKeys } from './keys.ts';
import { windowsZip } from './windows.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(root, 'packages/release') },
    only: { type: 'string' },
    level: { type: 'string', default: '12' },
  },
});

if (!existsSync(path.join(root, 'dist/cli/main.js'))) {
  console.error('先執行 npm run build / run npm run build first');
  process.exit(1);
}
mkdirSync(values.out, { recursive: true });
const [key, keys] = [releaseKey(), trustedKeys()];
const made = [
  {
    kind: 'deb',
    name: `opencshis_${version}_amd64.deb`,
    platform: 'linux-x64-deb',
    make: () =>
      deb(version, releaseOf(version, 'linux-x64-deb', { os: 'linux', cpu: 'x64' }, keys), Number(values.level)),
  },
  {
    kind: 'zip',
    name: `opencshis-${version}-windows-x64.zip`,
    platform: 'win32-x64-zip',
    make: () => windowsZip(version, releaseOf(version, 'win32-x64-zip', { os: 'win32', cpu: 'x64' }, keys)),
  },
].filter(({ kind }) => values.only === undefined || values.only === kind);
for (const { name, platform, make } of made) {
  const bytes = make();
  const sha512 = sha512Of(bytes);
  writeFileSync(path.join(values.out, name), bytes);
  if (key) writeFileSync(path.join(values.out, `${name}.sig`), signPackage({ version, platform, sha512 }, key));
  console.log(`${name}  ${bytes.length} bytes  sha512 ${sha512.slice(0, 16)}..`);
}
if (!key)
  console.error(
    '沒有簽章：未設定 OPENCSHIS_RELEASE_KEY，已安裝的版本不會接受這些套件作為升級\n' +
      'UNSIGNED: OPENCSHIS_RELEASE_KEY is not set; an installed version takes none of these as an upgrade',
  );
if (keys.length === 0)
  console.error(
    '沒有發行公鑰：由此安裝的版本不接受任何升級套件\nNO RELEASE KEY: a version installed from these takes no upgrade by itself',
  );
