/** @module A database file of the centre: opened durable, made where it is new, left alone where it is of a newer format. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure, type Say, say } from '../../base/index.ts';

export function openDatabase(path: string, version: number, schema: string, title: Say): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite makes a new file as the system's mask has it, and the files beside it like this one.
  closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000');
  const found = (db.prepare('pragma user_version').get() as { user_version: number }).user_version;
  if (found > version) {
    db.close();
    throw new Failure(-1, {
      kind: 'newer-format',
      why: say({ zh: `${title.zh}是較新版本的格式`, en: `${title.en} is of a newer version` }),
      todo: say({ zh: '請改用寫入它的版本', en: 'use the version that wrote it' }),
    });
  }
  if (found === 0) db.exec(`begin immediate; ${schema} pragma user_version = ${version}; commit`);
  return db;
}
