/**
 * @module The local certificate of the web component's face: made here with a key of its own, trusted by its user's
 * browsers because its user said so, renewed before its end, and gone without a trace when it is removed. One file holds
 * all of it, so that a crash leaves the old or the new.
 */

import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Clock, Failure, limits, type Random, type Store, say } from '../base/index.ts';
import { leafCertificate } from '../codec/index.ts';

export const leafFile = 'component/leaf.json';

interface Kept {
  readonly v: 1;
  readonly key: string;
  readonly certificate: string;
  readonly notAfter: number;
  readonly nickname: string;
  /** The NSS database of this user's browsers. */
  readonly database: string;
  /** We made it, and take it away when nothing else is in it. */
  readonly madeDatabase: boolean;
}

/** The certificate that is kept, as the doctor sees it; undefined where there is none. */
export async function leafOf(
  path: string,
): Promise<{ readonly notAfter: number; readonly trusted?: boolean; readonly touches: readonly string[] } | undefined> {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    const touches = [path, ...['cert9.db', 'key4.db', 'pkcs11.txt'].map((name) => join(kept.database, name))];
    if (process.platform !== 'linux') return { notAfter: kept.notAfter, touches };
    const trusted = await isTrusted(kept).catch((error) => {
      // Without the tools nobody knows.
      if (error instanceof Failure) return undefined;
      throw error;
    });
    return { notAfter: kept.notAfter, touches, ...(trusted === undefined ? {} : { trusted }) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return undefined;
  }
}

/** Whether its user's browsers have this very certificate. Fails with -1, kind `no-certutil`, where nobody can tell. */
const isTrusted = ({ database, nickname, certificate }: Kept): Promise<boolean> =>
  certutil(['-L', '-d', `sql:${database}`, '-n', nickname, '-a']).then(
    (said) => said.replaceAll(/\s/g, '').includes(certificate.replaceAll(/\s/g, '')),
    (error) => {
      if (error instanceof Failure && error.kind === 'no-certutil') throw error;
      return false;
    },
  );

export interface LeafKeeper {
  get(): { readonly key: string; readonly certificate: string; readonly notAfter: number } | undefined;
  /** Makes and installs it; asked again, what is missing. Fails with -1: `no-certutil`, `certutil`, `not-here`. */
  install(): Promise<void>;
  remove(): Promise<void>;
  /** Renews what is near its end. */
  renew(): Promise<void>;
  close(): void;
}
/** How often its end is looked at. */
const lookEvery = 3_600_000;

export function leafKeeper(options: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly home: string;
  /** Told when there is another one, or none any more. */
  readonly changed: () => Promise<void>;
}): LeafKeeper {
  const { store, clock, random, home } = options;
  const read = (): Kept | undefined => {
    const bytes = store.read(leafFile);
    return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as Kept);
  };
  const fresh = ({ nickname, database, madeDatabase }: Pick<Kept, 'nickname' | 'database' | 'madeDatabase'>): Kept => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const serial = random.bytes(16);
    serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
    const notAfter = clock.now() + limits.leafLife;
    const der = leafCertificate({
      serial,
      notBefore: clock.now() - limits.clockBehind,
      notAfter,
      name: nickname,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
      sign: (bytes) => sign('sha256', bytes, privateKey),
    });
    return {
      v: 1,
      key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      certificate: new X509Certificate(der).toString(),
      notAfter,
      nickname,
      database,
      madeDatabase,
    };
  };
  const trust = async (kept: Kept): Promise<void> => {
    const database = `sql:${kept.database}`;
    if (!existsSync(join(kept.database, 'cert9.db'))) {
      mkdirSync(kept.database, { recursive: true, mode: 0o700 });
      await certutil(['-N', '-d', database, '--empty-password']);
    }
    await distrust(kept);
    // P: this very certificate is trusted as a server, and nothing that it might have signed.
    await certutil(['-A', '-d', database, '-n', kept.nickname, '-t', 'P,,', '-a'], kept.certificate);
  };
  const distrust = async ({ database, nickname }: Kept): Promise<void> => {
    if (existsSync(join(database, 'cert9.db')))
      await certutil(['-D', '-d', `sql:${database}`, '-n', nickname]).catch((error) => {
        // It was not there.
        if (!(error instanceof Failure) || error.kind !== 'certutil') throw error;
      });
  };
  const write = (kept: Kept): void => store.write(leafFile, Buffer.from(JSON.stringify(kept)));

  /** One after the other: a renewal does not bring back what is just removed. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const renew = inTurn(async () => {
    const kept = read();
    if (kept === undefined || kept.notAfter - clock.now() > limits.leafRenewal) return;
    const next = fresh(kept);
    await trust(next);
    write(next);
    await options.changed();
  });
  let stop = (): void => undefined;
  const look = (): void => {
    // Where the tools are gone the old one serves until its end; its user sees that in the status.
    renew().catch((error) => {
      if (!(error instanceof Failure)) throw error;
    });
    stop = clock.after(lookEvery, look);
  };
  look();

  return {
    get() {
      const kept = read();
      return kept && { key: kept.key, certificate: kept.certificate, notAfter: kept.notAfter };
    },
    install: inTurn(async () => {
      if (process.platform !== 'linux')
        throw new Failure(-1, {
          kind: 'not-here',
          why: say({
            zh: '這個系統上尚不能自動安裝憑證，59001 不需要憑證',
            en: 'no certificate is installed on this system yet; 59001 works without one',
          }),
        });
      const before = read();
      if (before !== undefined && before.notAfter > clock.now()) {
        if (!(await isTrusted(before))) await trust(before);
        return;
      }
      const places = [join(home, '.pki/nssdb'), join(home, '.local/share/pki/nssdb')];
      const found = places.find((place) => existsSync(join(place, 'cert9.db')));
      const made = fresh({
        nickname: before?.nickname ?? `OpenCSHIS localhost ${Buffer.from(random.bytes(4)).toString('hex')}`,
        database: before?.database ?? found ?? places[0] ?? '',
        madeDatabase: before?.madeDatabase ?? found === undefined,
      });
      await trust(made);
      write(made);
      await options.changed();
    }),
    remove: inTurn(async () => {
      const kept = read();
      if (kept === undefined) return;
      await distrust(kept);
      if (kept.madeDatabase && existsSync(kept.database)) {
        const listed = await certutil(['-L', '-d', `sql:${kept.database}`]);
        // Two lines of heading, and one line each.
        if (listed.split('\n').filter((line) => /\S\s+\S*,\S*,\S*\s*$/.test(line)).length <= 1) {
          rmSync(kept.database, { recursive: true });
          const above = dirname(kept.database);
          if (readdirSync(above).length === 0) rmdirSync(above);
        }
      }
      store.remove(leafFile);
      await options.changed();
    }),
    renew,
    close: () => stop(),
  };
}

function certutil(args: readonly string[], input?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'certutil',
      args,
      { timeout: limits.stopWithin, encoding: 'utf8' },
      (cause, stdout, stderr) => {
        if (cause === null) return resolve(stdout);
        reject(cause.code === 'ENOENT' ? noCertutil(cause) : refused(stderr, cause));
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}
const noCertutil = (cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'no-certutil',
    why: say({
      zh: '這台電腦沒有 certutil，無法安裝憑證',
      en: 'there is no certutil here to install a certificate with',
    }),
    todo: say({
      zh: '請安裝 libnss3-tools（apt install libnss3-tools）後再試；59001 不需要憑證',
      en: 'install libnss3-tools (apt install libnss3-tools) and try again; 59001 works without one',
    }),
    cause,
  });
const refused = (stderr: string, cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'certutil',
    why: say({ zh: `certutil 回報：${stderr.trim()}`, en: `certutil says: ${stderr.trim()}` }),
    cause,
  });
