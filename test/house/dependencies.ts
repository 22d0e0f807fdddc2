/** @module Every package has one line of reason in docs/dependencies.md, an exact version and a licence that we may pass on. */

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >;
}

const licences = new Set(['MIT', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0']);

/** What tests may use besides, as it is never passed on and never linked with. */
const inTests = new Set(['MPL-2.0']);

/** `A OR B` needs one of them, `A AND B` both. */
export function isAllowed(licence: string | undefined): boolean {
  const bare = (licence ?? '').replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => licences.has(one.trim())));
}

export function dependencyFaults(manifest: Manifest, lock: Lock, page: string): string[] {
  const direct = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
  const rows = [...page.matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|\n]*)\|$/gm)];
  const described = new Map(rows.map(([, name = '', licence = '', why = '']) => [name, { licence, why }]));
  const faults: string[] = [];
  for (const [name, version] of Object.entries(direct)) {
    const locked = lock.packages[`node_modules/${name}`];
    const row = described.get(name);
    if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${name}: ${version} is not an exact version`);
    if (locked?.version !== version) faults.push(`${name}: ${version}, but the lock has ${locked?.version}`);
    if (!row || row.why.trim().length < 10) faults.push(`${name}: no line of reason in docs/dependencies.md`);
    else if (row.licence.trim() !== locked?.license) faults.push(`${name}: its licence is ${locked?.license}`);
  }
  for (const name of described.keys()) {
    if (!(name in direct)) faults.push(`${name}: described in docs/dependencies.md, but not in package.json`);
  }
  for (const [where, { license, dev }] of Object.entries(lock.packages)) {
    if (where !== '' && !isAllowed(license) && !(dev && inTests.has(license ?? '')))
      faults.push(`${where}: licence ${license}`);
  }
  return faults;
}
