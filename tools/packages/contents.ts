/** @module What a release holds, whatever package it goes into: program, Node, libraries, documents, licences. */

import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from './archive.ts';
import { isNode, type Locked, lockedFor, type System, tarballs, unpack } from './npm-packages.ts';
import { sbom } from './sbom.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Of a package in node_modules, what does not run: half of koffi is its source. */
const unused =
  /(^|\/)(test|tests|example|examples|doc|docs|vendor|lib\/native|src\/.*\.(cc|hh|c|h|S|asm))(\/|$)|\.(md|ts|map|markdown)$/i;
const isLicence = (name: string): boolean => /^(licen[cs]e|copying|notice)[^/]*$/i.test(name);

export function releaseOf(
  version: string,
  platform: string,
  system: System,
  keys: readonly string[],
): readonly Entry[] {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const inside = lockedFor(lock, system);
  const files = tarballs(inside);
  const licences: Entry[] = [];
  const modules = inside.flatMap((one) => {
    const all = unpack(files.get(one.name) ?? Buffer.alloc(0));
    const without = isNode(one) && !all.some(({ name }) => isLicence(name));
    const own = (without ? linuxNode(lock) : all).filter(({ name }) => isLicence(name));
    for (const { name, bytes } of own)
      licences.push({ name: `licences/${one.name.replace('/', '+')}-${one.version}/${name}`, bytes });
    if (isNode(one)) return nodeOf(all);
    if (own.length === 0) licences.push(declared(one));
    return all
      .filter(({ name }) => !unused.test(name) || name === 'package.json')
      .map((each) => ({ ...each, name: `node_modules/${one.name}/${each.name}` }));
  });
  return [
    ...ownFiles(system),
    ...modules,
    ...licences,
    { name: 'package.json', bytes: packageJson(version) },
    { name: 'release.json', bytes: Buffer.from(`${JSON.stringify({ version, platform }, null, 2)}\n`) },
    { name: 'sbom.cdx.json', bytes: Buffer.from(sbom(version, inside)) },
    ...keys.map((pem, at) => ({ name: `keys/release-${at + 1}.pem`, bytes: Buffer.from(pem) })),
  ];
}

/** Node's Windows package comes without the text that its Linux one has. */
const linuxNode = (lock: string): readonly Entry[] =>
  [...tarballs(lockedFor(lock, { os: 'linux', cpu: 'x64' }).filter(isNode)).values()].flatMap(unpack);

function nodeOf(files: readonly Entry[]): readonly Entry[] {
  return files.filter(({ name }) => /^bin\/node(\.exe)?$/.test(name)).map((one) => ({ ...one, executable: true }));
}

/** A package without a licence file says it in its package.json, which the SBOM repeats. */
const declared = ({ name, version, license }: Locked): Entry => ({
  name: `licences/${name.replace('/', '+')}-${version}/LICENSE`,
  bytes: Buffer.from(`${name} ${version}: ${license} (SPDX), as its package.json says; it comes without a text.\n`),
});

function ownFiles({ os }: System): readonly Entry[] {
  const native = os === 'win32' ? ['win32', 'win64'] : ['linux-x64'];
  const patterns = [
    'bin/*.cjs',
    'dist/**/*',
    'docs/**/*',
    'scenarios/**/*',
    'native/{include,c,csharp,delphi,vb6,python,java,go,pascal}/**/*',
    'native/README.md',
    ...native.map((name) => `native/build/${name}/*`),
    'README*.md',
    'LICENSE',
  ];
  return patterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root })
      // The release has a list of its own, with Node in it, and all licences in one place.
      .filter((name) => statSync(path.join(root, name)).isFile() && !/^dist.(types.|sbom)/.test(name))
      .map((name) => ({
        name: name.replaceAll(path.sep, '/').replace(/^dist\/licences\//, 'licences/'),
        bytes: readFileSync(path.join(root, name)),
        executable: name.endsWith('.cjs'),
      })),
  );
}

function packageJson(version: string): Uint8Array {
  const { name, license, type, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly [key: string]: unknown;
  };
  return Buffer.from(`${JSON.stringify({ name, version, license, type, dependencies }, null, 2)}\n`);
}
