/** @module Is this signature genuine? From the directory that the counter keeps, with or without a network. */

import { readFileSync } from 'node:fs';
import { Failure, fileStore, say } from '../base/index.ts';
import type { KeyDirectory } from '../centre/client/index.ts';
import { readReceipt, type UploadReceipt, verifyReceipt } from '../codec/index.ts';
import { type VisitKey, verifySignature } from '../sam/index.ts';
import { connect } from './daemon.ts';
import { readKeyDirectory } from './directory.ts';

/** @param file a key directory from elsewhere; else the running world's, else the one its folder keeps */
export async function verifyAtCounter(folder: string, signature: string, visit: VisitKey, file?: string) {
  const directory = await directoryAtCounter(folder, file);
  return { ...verifySignature(signature, visit, directory), directoryIssuedAt: directory.issuedAt };
}

/** The key directory of a file, of the running world, or of its folder; fails where there is none. */
export async function directoryAtCounter(folder: string, file?: string): Promise<KeyDirectory> {
  const directory = file === undefined ? await currentDirectory(folder) : parse(file);
  if (directory === undefined)
    throw new Failure(-1, {
      kind: 'no-directory',
      why: say({ zh: '這台電腦還沒有金鑰目錄', en: 'there is no key directory on this machine yet' }),
      todo: say({
        zh: '請先連線啟動一次，或以 --directory 指定檔案',
        en: 'start once while connected, or name a file by --directory',
      }),
    });
  return directory;
}

const receiptWords = {
  ok: say({ zh: '收據正確，由資料中心簽章', en: 'the receipt is genuine, signed by the data centre' }),
  altered: say({ zh: '收據被更改過', en: 'the receipt was altered' }),
  'unknown-key': say({
    zh: '收據不是這個資料中心的，或金鑰目錄太舊',
    en: "the receipt is another centre's, or the directory is too old",
  }),
} as const;

/** Is this receipt of an upload genuine? `directory` as `directoryAtCounter` gave it. */
export function checkReceipt(receipt: UploadReceipt, directory: KeyDirectory) {
  const root = directory.entries.find((entry) => entry.use === 'root' && entry.keyNo === receipt.keyNo);
  const verdict =
    root === undefined || root.simulated !== receipt.simulated
      ? 'unknown-key'
      : verifyReceipt(receipt, Buffer.from(root.publicKey, 'base64'))
        ? 'ok'
        : 'altered';
  return { verdict, words: receiptWords[verdict], simulated: receipt.simulated } as const;
}

/** The receipt in a file: its JSON, JSON that holds it as `receipt`, or a result file that csDownloadData wrote. */
export function receiptIn(file: string): UploadReceipt {
  try {
    const text = readFileSync(file).toString('latin1');
    const json = text.startsWith('{') ? text : (/^\{.*\}\s*$/m.exec(text)?.[0] ?? '');
    const value = JSON.parse(json) as { receipt?: unknown };
    const receipt = readReceipt(value) ?? readReceipt(value.receipt);
    if (receipt) return receipt;
  } catch (cause) {
    throw noReceipt(cause);
  }
  throw noReceipt();
}
const noReceipt = (cause?: unknown): Failure =>
  new Failure(-1, {
    kind: 'no-receipt',
    why: say({ zh: '這個檔案裡沒有上傳收據', en: 'there is no receipt of an upload in this file' }),
    ...(cause === undefined ? {} : { cause }),
  });

async function currentDirectory(folder: string): Promise<KeyDirectory | undefined> {
  const running = await connect(folder, 'operator').catch(() => undefined);
  if (running) {
    try {
      return await running.op<KeyDirectory | undefined>('directory');
    } finally {
      running.close();
    }
  }
  const store = fileStore(folder);
  try {
    return readKeyDirectory(store);
  } finally {
    store.close();
  }
}

function parse(file: string): KeyDirectory {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as KeyDirectory;
    if (Array.isArray(value.entries)) return value;
  } catch (cause) {
    throw notOne(cause);
  }
  throw notOne();
}
const notOne = (cause?: unknown): Failure =>
  new Failure(-1, {
    kind: 'no-directory',
    why: say({ zh: '這個檔案不是金鑰目錄', en: 'this file is no key directory' }),
    ...(cause === undefined ? {} : { cause }),
  });
