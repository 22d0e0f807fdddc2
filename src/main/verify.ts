/** @module Is this signature genuine? From the directory that the counter keeps, with or without a network. */

import { readFileSync } from 'node:fs';
import { Failure, fileStore, say } from '../base/index.ts';
import type { KeyDirectory } from '../centre/client/index.ts';
import { type VisitKey, verifySignature } from '../sam/index.ts';
import { connect } from './daemon.ts';
import { readKeyDirectory } from './directory.ts';

/** @param file a key directory from elsewhere; else the running world's, else the one its folder keeps */
export async function verifyAtCounter(folder: string, signature: string, visit: VisitKey, file?: string) {
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
  return { ...verifySignature(signature, visit, directory), directoryIssuedAt: directory.issuedAt };
}

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
