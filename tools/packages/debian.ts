/**
 * @module The .deb. Its payload is /opt/opencshis/package; the maintainer scripts make /opt/opencshis/releases/VERSION of
 * it by hard links, whole or not at all, and turn the link `current` to it. What runs is never what dpkg writes.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { ar, type Entry, sortedByName, tar } from './archive.ts';
import { obstaclesScript } from './obstacles.ts';

const files = path.join(import.meta.dirname, 'files');
const text = (name: string): Buffer => readFileSync(path.join(files, name));

/** Root's own folder is left as it was: no cache of compiled code there. */
const starter = (script: string): Buffer =>
  Buffer.from(
    `#!/bin/sh\n[ "$(id -u)" != 0 ] || export NODE_DISABLE_COMPILE_CACHE=1\nexec /opt/opencshis/current/bin/node /opt/opencshis/current/bin/${script} "$@"\n`,
  );

/** What lies in the system besides the payload. */
const system = (): readonly Entry[] => [
  { name: 'usr/bin/opencshis', bytes: starter('opencshis.cjs'), executable: true },
  { name: 'usr/bin/csResetFsim', bytes: starter('csresetfsim.cjs'), executable: true },
  { name: 'usr/bin/csfsim', bytes: text('csfsim'), executable: true },
  { name: 'usr/lib/opencshis/trial', bytes: text('trial'), executable: true },
  { name: 'usr/lib/systemd/system/opencshis.service', bytes: text('opencshis.service') },
  { name: 'usr/lib/sysusers.d/opencshis.conf', bytes: text('sysusers.conf') },
  { name: 'usr/share/polkit-1/rules.d/50-opencshis.rules', bytes: text('pcscd.rules') },
  { name: 'usr/share/applications/opencshis.desktop', bytes: text('opencshis.desktop') },
  { name: 'usr/share/bash-completion/completions/opencshis', bytes: text('completion.bash') },
  { name: 'usr/share/doc/opencshis/copyright', bytes: text('copyright') },
];

export function deb(version: string, release: readonly Entry[], level = 12): Buffer {
  const all = [...system(), ...release.map((one) => ({ ...one, name: `opt/opencshis/package/${one.name}` }))];
  const size = Math.ceil(all.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024);
  const control = `Package: opencshis
Version: ${version}
Architecture: amd64
Maintainer: OpenCSHIS <opencshis@users.noreply.github.com>
Installed-Size: ${size}
Depends: libc6 (>= 2.28), libstdc++6 (>= 8)
Recommends: pcscd, libpcsclite1
Section: misc
Priority: optional
Homepage: https://github.com/opencshis/opencshis
Description: control software for Taiwan's NHI card (健保卡讀卡機控制軟體)
 Open control software for Taiwan's NHI smart card, with the library that a
 HIS loads, a console, and a simulated world. It brings the Node.js that it
 was tested with.
`;
  const sums = sortedByName(all)
    .map(({ name, bytes }) => `${createHash('md5').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
  const script = (name: string): Entry => ({
    name,
    bytes: Buffer.from(
      text(name)
        .toString('utf8')
        .replaceAll('@VERSION@', version)
        .replace('@OBSTACLES@', () => obstaclesScript().trimEnd()),
    ),
    executable: true,
  });
  const head = [
    { name: 'control', bytes: Buffer.from(control) },
    { name: 'md5sums', bytes: Buffer.from(sums) },
    ...['preinst', 'postinst', 'prerm', 'postrm'].map(script),
  ];
  const packed = (entries: readonly Entry[]): Buffer =>
    // Nobody owns /opt in Debian: a package that named it would take it along when it goes.
    zstdCompressSync(tar(entries, ['opt']), { params: { [constants.ZSTD_c_compressionLevel]: level } });
  return ar([
    { name: 'debian-binary', bytes: Buffer.from('2.0\n') },
    { name: 'control.tar.zst', bytes: packed(head) },
    { name: 'data.tar.zst', bytes: packed(all) },
  ]);
}
