/** @module What is inside, for machines: CycloneDX 1.5, made of package-lock.json. */

import { createHash } from 'node:crypto';
import type { Locked } from './npm-packages.ts';

export function sbom(version: string, inside: readonly Locked[]): string {
  const purl = ({ name, version: its }: Locked) => `pkg:npm/${name.replace('@', '%40')}@${its}`;
  const components = inside.map((one) => ({
    type: 'library',
    'bom-ref': purl(one),
    name: one.name,
    version: one.version,
    purl: purl(one),
    hashes: [{ alg: 'SHA-512', content: Buffer.from(one.integrity.slice(7), 'base64').toString('hex') }],
    licenses: [{ license: { id: one.license } }],
  }));
  // The serial number is a digest of what it numbers: the same contents have the same.
  const hex = createHash('sha256')
    .update(JSON.stringify([version, components]))
    .digest('hex');
  const serial = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const own = `pkg:npm/opencshis@${version}`;
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: 'opencshis',
        version,
        purl: own,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((one) => one['bom-ref']) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}
