/**
 * @module The detached signature of a package: what it is, for which system, its digest; by Ed25519 with a release key.
 * What is signed is exactly the lines before `signature`, so that nothing that decides is outside of it.
 */

import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Failure } from '../../base/failure.ts';
import { say } from '../../base/say.ts';

export interface PackageFacts {
  readonly version: string;
  /** `linux-x64-deb`, `win32-x64-zip`. */
  readonly platform: string;
  readonly sha512: string;
}

const head = 'opencshis package 1';
const lines = ({ version, platform, sha512 }: PackageFacts): string =>
  `${head}\nversion ${version}\nplatform ${platform}\nsha512 ${sha512}\n`;
const shape =
  /^opencshis package 1\nversion (\d+\.\d+\.\d+)\nplatform ([a-z0-9-]{3,40})\nsha512 ([0-9a-f]{128})\nsignature ([A-Za-z0-9+/]{86}==)\n$/;

export const sha512Of = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

/** The text of `FILE.sig`. */
export function signPackage(facts: PackageFacts, key: KeyObject): string {
  const text = lines(facts);
  return `${text}signature ${sign(null, Buffer.from(text), key).toString('base64')}\n`;
}

/** What a trusted key says of these bytes; fails with -1 where it says nothing or something else. */
export function verifyPackage(
  bytes: Uint8Array,
  signature: string | undefined,
  trusted: readonly string[],
): PackageFacts {
  if (signature === undefined)
    throw refused(
      'unsigned',
      '這個套件沒有簽章檔（檔名加 .sig）',
      'this package has no signature file (its name with .sig)',
    );
  const found = shape.exec(signature);
  if (!found) throw refused('signature', '簽章檔的格式不正確', 'the signature file is not one');
  const [, version = '', platform = '', sha512 = '', value = ''] = found;
  const facts = { version, platform, sha512 };
  const genuine = trusted.some((pem) => {
    const key = createPublicKey(pem);
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(lines(facts)), key, Buffer.from(value, 'base64'))
    );
  });
  if (!genuine)
    throw refused(
      'signature',
      '簽章不是由本版本信任的發行金鑰所簽',
      'the signature is not by a release key that this version trusts',
    );
  if (sha512Of(bytes) !== sha512)
    throw refused('altered', '套件的內容與簽章不符，已被更動', 'the package is not what was signed: it was altered');
  return facts;
}

const refused = (kind: string, zh: string, en: string): Failure =>
  new Failure(-1, {
    kind,
    why: say({ zh, en }),
    todo: say({
      zh: '請重新下載套件與它的 .sig，兩者放在一起',
      en: 'fetch the package and its .sig again, side by side',
    }),
  });
