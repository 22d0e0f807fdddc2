/**
 * @module What a counter says of a file before it sends it, and the centre's signed receipt of it.
 * The signature is ECDSA P-256 with SHA-256 (IEEE P1363) by the world's root over `receiptBytes`.
 */

import { createHash, verify } from 'node:crypto';
import { p256Verifier } from './certificate.ts';

export interface UploadStatement {
  readonly v: 1;
  readonly hospId: string;
  readonly samId: string;
  /** 14 western digits. */
  readonly sentAt: string;
  readonly size: number;
  readonly records: number;
  readonly orders: number;
  /** 64 hexadecimal digits: of the whole file. */
  readonly sha256: string;
  readonly simulated: boolean;
}
export interface UploadReceipt extends UploadStatement {
  readonly id: string;
  /** 14 western digits. */
  readonly receivedAt: string;
  /** 16 hexadecimal digits that the centre made for this upload. */
  readonly serverRandom: string;
  /** Of the root that signed. */
  readonly keyNo: string;
  /** Base64 of 64 bytes. */
  readonly signature: string;
}

/** The same file of the same institution is the same upload. 32 hexadecimal digits. */
export const uploadId = (hospId: string, sha256: string): string =>
  createHash('sha256').update(`upload|${hospId}|${sha256}`).digest('hex').slice(0, 32);

/** A root's number in the key directory: the first 8 bytes of its public key's SHA-256. */
export const rootKeyNo = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 16);

/** What is signed. */
export const receiptBytes = (receipt: Omit<UploadReceipt, 'signature'>): Uint8Array =>
  Buffer.from(
    [
      'opencshis-upload-receipt',
      receipt.v,
      receipt.simulated ? 'simulated' : 'live',
      receipt.id,
      receipt.samId,
      receipt.hospId,
      receipt.sentAt,
      receipt.receivedAt,
      receipt.size,
      receipt.records,
      receipt.orders,
      receipt.sha256,
      receipt.serverRandom,
      receipt.keyNo,
    ].join('|'),
  );

const shapes: { readonly [field in keyof UploadReceipt]: RegExp } = {
  v: /^1$/,
  hospId: /^[0-9A-Z]{10}$/,
  samId: /^[0-9A-Za-z]{1,12}$/,
  sentAt: /^\d{14}$/,
  size: /^\d{1,15}$/,
  records: /^\d{1,12}$/,
  orders: /^\d{1,12}$/,
  sha256: /^[0-9a-f]{64}$/,
  simulated: /^(true|false)$/,
  id: /^[0-9a-f]{32}$/,
  receivedAt: /^\d{14}$/,
  serverRandom: /^[0-9a-f]{16}$/,
  keyNo: /^[0-9a-f]{16}$/,
  signature: /^[A-Za-z0-9+/]{86}==$/,
};
const numeric = new Set(['v', 'size', 'records', 'orders']);
const statementFields = ['v', 'hospId', 'samId', 'sentAt', 'size', 'records', 'orders', 'sha256', 'simulated'] as const;

const picked = (value: unknown, fields: readonly string[]): { [field: string]: unknown } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as { readonly [field: string]: unknown };
  const fits = fields.every((field) => {
    const type = numeric.has(field) ? 'number' : field === 'simulated' ? 'boolean' : 'string';
    return typeof given[field] === type && shapes[field as keyof UploadReceipt].test(String(given[field]));
  });
  return fits ? Object.fromEntries(fields.map((field) => [field, given[field]])) : undefined;
};

/** A statement's own fields, or undefined where this is none. */
export const readStatement = (value: unknown): UploadStatement | undefined =>
  picked(value, statementFields) as unknown as UploadStatement | undefined;
/** What a security module signs of a statement: its fields in their own order. */
export const statementBytes = (statement: UploadStatement): Uint8Array =>
  Buffer.from(JSON.stringify(readStatement(statement)));
/** A receipt's own fields, or undefined where this is none; nothing is verified yet. */
export const readReceipt = (value: unknown): UploadReceipt | undefined =>
  picked(value, Object.keys(shapes)) as unknown as UploadReceipt | undefined;

/** Is it genuine, by this root (65 bytes)? */
export const verifyReceipt = (receipt: UploadReceipt, root: Uint8Array): boolean =>
  receipt.keyNo === rootKeyNo(root) &&
  receipt.id === uploadId(receipt.hospId, receipt.sha256) &&
  verify('sha256', receiptBytes(receipt), p256Verifier(root), Buffer.from(receipt.signature, 'base64'));
