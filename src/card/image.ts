/** @module A card image: what a virtual card keeps without power. One JSON line behind its checksum. */

import { crc32 } from 'node:zlib';
import { Failure, say } from '../base/index.ts';
import type { CardKind } from './types.ts';

export const ringSize = 16;
/** How a card of ours tells its kind. */
export const kindBytes = { hc: 1, hpc: 2, sam: 3 } as const;

export interface CardImage {
  kind: CardKind;
  cardNo: string;
  world: string;
  /** The world's root public key, base64 of 65 bytes. */
  root: string;
  /** This card's certificate and private key (PKCS 8, DER), base64. */
  certificate: string;
  privateKey: string;
  /** Absent: no PIN set. */
  pin?: { digits: string };
  /** Tries left; 0 is locked. */
  tries: number;
  /** Counts committed transactions. */
  counter: number;
  /** Transaction ids, newest first, hex. */
  ring: string[];
  /** Files by identifier (hex), base64; a file that is not here is blank. */
  files: { [fid: string]: string };
}

export function encodeImage(image: CardImage): Uint8Array {
  const json = Buffer.from(JSON.stringify({ format: 'opencshis-card', v: 1, ...image }));
  return Buffer.concat([Buffer.from(`${crc32(json).toString(16).padStart(8, '0')} `), json, Buffer.from('\n')]);
}

/** Fails with 4043, kind `card-image-newer` or `card-image-damaged`. */
export function decodeImage(bytes: Uint8Array): CardImage {
  const text = Buffer.from(bytes).toString('utf8').trimEnd();
  const json = text.slice(9);
  if (crc32(json).toString(16).padStart(8, '0') !== text.slice(0, 8) || text[8] !== ' ') throw damaged();
  const { format, v, ...image } = JSON.parse(json) as CardImage & { format: string; v: number };
  if (format !== 'opencshis-card' || typeof v !== 'number') throw damaged();
  if (v !== 1) {
    throw new Failure(4043, {
      kind: 'card-image-newer',
      why: say({ zh: '卡片映像檔是較新版本的格式', en: 'the card image was written by a newer version' }),
      todo: say({ zh: '請改用寫入它的版本', en: 'use the version that wrote it' }),
    });
  }
  return image;
}

const damaged = (): Failure =>
  new Failure(4043, {
    kind: 'card-image-damaged',
    why: say({ zh: '卡片映像檔已損壞', en: 'the card image is damaged' }),
    todo: say({ zh: '請還原備份，或重新製作這張測試卡', en: 'restore a backup, or make this test card anew' }),
  });
