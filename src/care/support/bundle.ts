/** @module The bundle: what happened and how the machine stands, made of allowed fields alone. */

import type { TraceEntry } from '../../control/types.ts';
import type { JournalEntry } from '../../journal/types.ts';
import type { Examined, Finding, Status } from '../doctor/types.ts';
import type { Neighbour } from '../neighbours/index.ts';
import type { Own } from '../own.ts';
import type { ZipEntry } from '../zip.ts';
import { apiName, lineText, minuteOf, number, oneOf, pathText, removed, versionText } from './allowed.ts';
import { modelOf } from './readers.ts';
import { readme } from './readme.ts';
import { harmless } from './scan.ts';

/** What the bundle is made from; whoever gathers it need not redact. */
export interface Facts {
  readonly at: number;
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  readonly arch: string;
  /** Of the system's kernel. */
  readonly release: string;
  readonly own: Own;
  readonly status?: Status & { readonly pcsc?: { readonly available: boolean }; readonly offlineMode?: string };
  readonly examined: readonly Examined[];
  readonly neighbours: readonly Neighbour[];
  readonly trace: readonly TraceEntry[];
  readonly journal: readonly Omit<JournalEntry, 'answer' | 'inputs' | 'program'>[];
  /** The end of the log. */
  readonly log: string;
  /** Folders of the world: how many files, and how much. */
  readonly folders: readonly { readonly name: string; readonly files: number; readonly bytes: number }[];
}
const mostEntries = 300;
const mostLines = 300;

export function bundleOf(facts: Facts): readonly ZipEntry[] {
  const json = (name: string, value: unknown): ZipEntry => ({
    name,
    bytes: Buffer.from(
      `${JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? harmless(one) : one), 1)}\n`,
    ),
  });
  return [
    { name: 'README.txt', bytes: Buffer.from(readme) },
    json('versions.json', versions(facts)),
    json('state.json', state(facts)),
    json('doctor.json', facts.examined.map(examined)),
    json('trace.json', facts.trace.slice(-mostEntries).map(call)),
    json('journal.json', facts.journal.slice(-mostEntries).map(visit)),
    {
      name: 'log.txt',
      bytes: Buffer.from(
        facts.log.split('\n').filter(Boolean).slice(-mostLines).map(lineText).map(harmless).join('\n'),
      ),
    },
  ];
}

const versions = ({ at, version, node, platform, arch, release, neighbours }: Facts) => ({
  made: minuteOf(at),
  opencshis: versionText(version),
  node: versionText(node),
  platform: oneOf(platform, ['win32', 'linux', 'darwin']),
  arch: oneOf(arch, ['x64', 'arm64', 'ia32', 'arm']),
  release: versionText(/^\d+(\.\d+){1,2}/.exec(release)?.[0]),
  neighbours: neighbours.map((one) => ({
    id: one.id,
    version: versionText(one.version),
    running: one.running,
    old: one.old,
    against: one.against,
    signs: [...new Set(one.signs.map(({ kind }) => kind))],
  })),
});

const lives = ['running', 'stopped', 'dead', 'none', 'foreign'] as const;
function state({ own, status, folders }: Facts) {
  return {
    world: own.world,
    profile: own.profile,
    simulated: own.simulated,
    supervisor: oneOf(own.supervisor, lives),
    discovery: oneOf(own.discovery, lives),
    processes: own.processes.map(({ name, life }) => ({
      name: oneOf(name, ['supervisor', 'control', 'sam', 'centre', 'tray']),
      life: oneOf(life, lives),
    })),
    httpPort: number(own.httpPort),
    missing: own.missing.length,
    starters: own.starters.map(({ id, gone }) => ({
      id: oneOf(id, ['autostart', 'service', 'link']),
      gone: gone !== undefined,
    })),
    component: { on: own.component.on, certificate: own.component.leaf !== undefined },
    ...(status === undefined ? { answers: false } : { answers: true, ...answering(status) }),
    folders: folders.map(({ name, files, bytes }) => ({
      name: oneOf(name, ['.', 'cards', 'journal', 'sam', 'centre', 'component', 'run', 'world', 'doctor']),
      files: number(files),
      kilobytes: number(bytes / 1024),
    })),
  };
}

function answering({ sam, slots, links, journal, pcsc, offlineMode }: NonNullable<Facts['status']>) {
  return {
    offlineMode: oneOf(offlineMode ?? '', ['official', 'delegated']),
    sam: {
      kind: oneOf(sam.kind, ['card', 'cloud']),
      state: number(sam.state),
      online: sam.online,
      delegation: sam.delegation?.valid ?? false,
      certificateEnds: sam.certificate ? minuteOf(sam.certificate.notAfter) : undefined,
      lastFailure: sam.lastFailure && { code: number(sam.lastFailure.code), at: minuteOf(sam.lastFailure.at) },
    },
    links: { centre: links.centre, sam: links.sam },
    journal: {
      waiting: number(journal.waiting),
      inDoubt: number(journal.inDoubt),
      undelivered: number(journal.undelivered),
      refused: number(journal.refused),
      cut: number(journal.cut),
    },
    pcsc: pcsc?.available,
    slots: slots.map(({ name, kind, state: at }) => ({
      kind: oneOf(kind, ['virtual', 'pcsc', 'serial']),
      state: oneOf(at, ['ready', 'hanging', 'gone']),
      ...(kind === 'pcsc' ? modelOf(name) : {}),
    })),
  };
}

const examined = ({ check, state: at, took, findings }: Examined) => ({
  check: /^[a-z-]{1,30}$/.test(check) ? check : removed,
  state: oneOf(at, ['well', 'found', 'late', 'failed', 'not-here']),
  took: number(took),
  findings: findings.map(finding),
});

const finding = ({ id, severity, details = {}, faq }: Finding) => ({
  id,
  severity,
  ...(faq ? { faq } : {}),
  details: Object.fromEntries(
    Object.entries(details)
      // The words of both languages say the same; one that is no ASCII cannot stand here.
      .filter(([name]) => /^[a-zA-Z]{1,20}$/.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(detail) : detail(value)]),
  ),
});
function detail(value: unknown): string | number | boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return removed;
  if (versionText(value) !== removed) return value;
  return /[\\/]/.test(value) ? pathText(value) : lineText(value);
}

const doors = ['native', 'http', 'cli', 'in-process', 'component', 'v6', 'console'] as const;
const call = ({ at, api, code, ms, door, inputs, steps, why }: TraceEntry) => ({
  at: minuteOf(at),
  api: apiName(api),
  code: number(code),
  ms: number(ms),
  door: oneOf(door, doors),
  // `<kind length>` as the recorder wrote it; values are left out.
  inputs: Object.values(inputs).map((value) => /^<[A-Za-z]{1,20} \d{1,5}>$/.exec(value)?.[0] ?? removed),
  steps: steps.slice(0, 40).map(lineText),
  ...(why ? { why: lineText(why.en) } : {}),
});

const visit = (one: Facts['journal'][number]) => ({
  at: minuteOf(one.preparedAt),
  api: apiName(one.api),
  state: oneOf(one.state, ['prepared', 'done', 'dropped', 'undecided']),
  delivered: one.delivered,
  sent: one.sent,
  ...(one.refused ? { refused: lineText(one.refused) } : {}),
});
