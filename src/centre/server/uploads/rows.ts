/** @module What the centre knows of each upload, on SQLite: the one place where it becomes *stored*. */

import { say } from '../../../base/index.ts';
import type { UploadReceipt, UploadStatement } from '../../../codec/index.ts';
import { openDatabase } from '../database.ts';

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
  const db = openDatabase(path, version, schema, say({ zh: '上傳資料庫', en: "the uploads' database" }));
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
