/** @module Makes test cards in every state a counter may meet. */

import { generateKeyPairSync } from 'node:crypto';
import type { RecordSpec, RecordValue } from '../catalogue/schema.ts';
import { type CertificateKind, emptyRecord, encodeBig5, encodeRecord, fitBig5 } from '../codec/index.ts';
import { type HcFiles, hcFileMap, hcRecords } from './files/hc.ts';
import { type HpcFiles, hpcFileMap, hpcRecords } from './files/hpc.ts';
import { type SamFiles, samFileMap, samRecords } from './files/sam.ts';
import type { CardImage } from './image.ts';
import { publicBytes } from './mutual-auth.ts';
import type { CardKind } from './types.ts';

/** The world's root as a card maker needs it. */
export interface Issue {
  readonly world: string;
  /** 65 bytes. */
  readonly root: Uint8Array;
  certify(subject: { kind: CertificateKind; subject: string; hospId: string; publicKey: Uint8Array }): Uint8Array;
}

/** Files that differ from an ordinary card's, and a PIN. */
export type CardProfile = { readonly [N in keyof HcFiles]?: Partial<HcFiles[N]> } & {
  readonly pin?: string;
  readonly locked?: boolean;
};

type Person = Pick<HcFiles['basic'], 'cardNo' | 'name' | 'personId' | 'birthDate' | 'sex' | 'issueDate'>;

/** A health card: an ordinary one, changed by `profile`. A character without a Big5 code becomes □. */
export function newHealthCard(person: Person, profile: CardProfile, issue: Issue): CardImage {
  const ordinary: { readonly [N in keyof HcFiles]?: Partial<HcFiles[N]> } = {
    basic: { ...person, name: codable(person.name, 20), cancelMark: '1' },
    validity: { validUntil: '1201231', available: 6 },
    insured: { insurerCode: '01', insuredMark: '3' },
  };
  const files: { [fid: string]: string } = {};
  for (const name of Object.keys(hcRecords) as (keyof HcFiles)[]) {
    const changed = profile[name];
    if (ordinary[name] === undefined && changed === undefined) continue;
    const spec = hcRecords[name] as RecordSpec;
    const value = { ...emptyRecord(spec), ...ordinary[name], ...changed };
    files[hcFileMap[name].fid.toString(16)] = Buffer.from(
      encodeRecord(spec, value as RecordValue<RecordSpec>),
    ).toString('base64');
  }
  return {
    ...blank('hc', person.cardNo, '', issue),
    ...(profile.pin === undefined ? {} : { pin: { digits: profile.pin } }),
    tries: profile.locked ? 0 : 3,
    files,
  };
}

/** A professional card with its PIN. */
export function newProfessionalCard(
  holder: HpcFiles['hpcBasic'],
  pin: string,
  hospId: string,
  issue: Issue,
): CardImage {
  const bytes = encodeRecord(hpcRecords.hpcBasic, { ...holder, name: codable(holder.name, 20) });
  return {
    ...blank('hpc', holder.cardNo, hospId, issue),
    pin: { digits: pin },
    files: { [hpcFileMap.hpcBasic.fid.toString(16)]: Buffer.from(bytes).toString('base64') },
  };
}

/** A security module card; its key is made here and never leaves the image. */
export function newSamCard(holder: SamFiles['samBasic'], issue: Issue): CardImage {
  const bytes = encodeRecord(samRecords.samBasic, {
    ...holder,
    hospName: codable(holder.hospName, 80),
    hospAbbName: codable(holder.hospAbbName, 40),
  });
  return {
    ...blank('sam', holder.samId, holder.hospId, issue),
    files: { [samFileMap.samBasic.fid.toString(16)]: Buffer.from(bytes).toString('base64') },
  };
}

function blank(kind: CardKind, cardNo: string, hospId: string, issue: Issue): CardImage {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = issue.certify({ kind, subject: cardNo, hospId, publicKey: publicBytes(privateKey) });
  return {
    kind,
    cardNo,
    world: issue.world,
    root: Buffer.from(issue.root).toString('base64'),
    certificate: Buffer.from(certificate).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    tries: 3,
    counter: 0,
    ring: [],
    files: {},
  };
}

const codable = (name: string, length: number): string =>
  fitBig5([...name].map((one) => (hasCode(one) ? one : '□')).join(''), length);
function hasCode(character: string): boolean {
  try {
    encodeBig5(character);
    return true;
  } catch {
    return false;
  }
}
