/** @module What the centre knows of each upload, on SQLite: the one place where it becomes *stored*. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure, say } from '../../../base/index.ts';
import type { UploadReceipt, UploadStatement } from '../../../codec/index.ts';

export interface UploadRow {
  readonly id: string;
  readonly statement: UploadStatement;
  /** The security module's signature over the statement, as it came. */
  readonly signature: string;
  readonly serverRandom: string;
  /** Once it is stored. */
  readonly receipt?: UploadReceipt;
}
export interface UploadRows {
  row(id: string): UploadRow | undefined;
  /** Durable when it returns. */
  put(row: UploadRow, at: number): void;
  remove(id: string): void;
  /** Unfinished ones of an institution, the longest untouched first. */
  unfinished(hospId: string): string[];
  stored(hospId: string): UploadReceipt[];
  close(): void;
}

const version = 1;
const schema = `
create table upload (id text primary key, hosp_id text not null, stored integer not null, touched integer not null, body text not null) strict;
create index upload_hosp on upload (hosp_id, stored, touched);
`;

export function openUploadRows(path: string): UploadRows {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000');
  const found = (db.prepare('pragma user_version').get() as { user_version: number }).user_version;
  if (found > version) {
    db.close();
    throw new Failure(-1, {
      kind: 'newer-format',
      why: say({ zh: '上傳資料庫是較新版本的格式', en: "the uploads' database is of a newer version" }),
      todo: say({ zh: '請改用寫入它的版本', en: 'use the version that wrote it' }),
    });
  }
  if (found === 0) db.exec(`begin immediate; ${schema} pragma user_version = ${version}; commit`);
  const one = db.prepare('select body from upload where id = ?');
  const put = db.prepare('insert or replace into upload values (?, ?, ?, ?, ?)');
  const remove = db.prepare('delete from upload where id = ?');
  const unfinished = db.prepare('select id from upload where hosp_id = ? and stored = 0 order by touched');
  const stored = db.prepare('select body from upload where hosp_id = ? and stored = 1 order by touched');
  return {
    row(id) {
      const found = one.get(id) as { body: string } | undefined;
      return found && (JSON.parse(found.body) as UploadRow);
    },
    put: (row, at) =>
      void put.run(row.id, row.statement.hospId, row.receipt === undefined ? 0 : 1, at, JSON.stringify(row)),
    remove: (id) => void remove.run(id),
    unfinished: (hospId) => (unfinished.all(hospId) as { id: string }[]).map((row) => row.id),
    stored: (hospId) =>
      (stored.all(hospId) as { body: string }[]).flatMap((row) => (JSON.parse(row.body) as UploadRow).receipt ?? []),
    close: () => db.close(),
  };
}
