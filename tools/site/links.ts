/** @module Reads the site's own markup: its tags, and every link and anchor that leads nowhere. */

import path from 'node:path';
import type { Site } from './site.ts';

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '');

/** Every opening tag of a page that our own templates wrote: attributes are quoted, scripts and styles are empty. */
export function tagsOf(page: string): Tag[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, name = '', inside = '']) => ({
      name,
      attributes: new Map(
        [...inside.matchAll(/([a-zA-Z:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]),
      ),
    }),
  );
}

const idsOf = (tags: readonly Tag[]): string[] => tags.flatMap((tag) => tag.attributes.get('id') ?? []);

/** What is wrong with links: files and anchors that are not there, ids that stand twice, addresses outside of the site. */
export function linkFaults(site: Site): string[] {
  const pages = new Map(
    [...site].filter(([name]) => name.endsWith('.html')).map(([name, text]) => [name, tagsOf(text)] as const),
  );
  const anchors = new Map([...pages].map(([name, tags]) => [name, new Set(idsOf(tags))] as const));
  const faults: string[] = [];
  for (const [name, tags] of pages) {
    const ids = idsOf(tags);
    if (new Set(ids).size !== ids.length) faults.push(`${name}: an id stands twice`);
    for (const tag of tags) {
      for (const key of ['aria-labelledby', 'aria-controls', 'for'])
        for (const id of tag.attributes.get(key)?.split(' ') ?? [])
          if (!anchors.get(name)?.has(id)) faults.push(`${name}: ${key} ${id}`);
      for (const key of ['href', 'src']) {
        const address = tag.attributes.get(key);
        if (address === undefined) continue;
        const fault = addressFault(name, address, site, anchors);
        if (fault) faults.push(`${name}: ${address}: ${fault}`);
      }
    }
  }
  for (const [name, text] of site) {
    if (!/^assets\/search-\w+\.js$/.test(name)) continue;
    const lang = name.slice('assets/search-'.length, -'.js'.length);
    const rows = JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1)) as string[][];
    for (const [, , , address = ''] of rows) {
      const fault = addressFault(`${lang}/index.html`, address, site, anchors);
      if (fault) faults.push(`${name}: ${address}: ${fault}`);
    }
  }
  return faults;
}

function addressFault(
  from: string,
  address: string,
  site: Site,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\?/i.test(address)) return 'leads out of the site';
  const [file = '', anchor] = address.split('#');
  const target = file === '' ? from : path.posix.join(path.posix.dirname(from), file);
  if (!site.has(target)) return 'no such file';
  return anchor === undefined || anchors.get(target)?.has(anchor) ? undefined : 'no such anchor';
}
