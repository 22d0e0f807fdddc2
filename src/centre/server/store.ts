/** @module What the data centre keeps, on SQLite: durable when it answers, idempotent by event id. */

import { say } from '../../base/index.ts';
import type { FreshContents, KeyDirectoryEntry, LedgerEvent } from '../client/types.ts';
import { openDatabase } from './database.ts';

export interface Institution {
  readonly hospId: string;
  readonly name: string;
  /** Abbreviated name; a card restricted to it carries its first 14 bytes. */
  readonly abbName: string;
  readonly test: boolean;
}

export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  /** 0 insured, else the reason (9083 to 9092). */
  readonly insured: number;
  readonly insuredMark: string;
  readonly illnesses: FreshContents['illnesses'];
  readonly dentalMark: string;
  readonly rareMark: string;
  readonly oilMark: string;
  readonly designated: string;
  readonly pinEnabled: boolean;
}

export interface CardRow {
  readonly cardNo: string;
  readonly personId: string;
  readonly kind: 'hc' | 'hpc';
  /** 1 in use, 2 cancelled. */
  readonly state: string;
  readonly validUntil: string;
  /** Highest write counter that the ledger heard of. */
  readonly counter: number;
}

export interface CentreStore {
  institution(hospId: string): Institution | undefined;
  putInstitution(institution: Institution): void;
  person(personId: string): Person | undefined;
  putPerson(person: Person): void;
  people(limit: number): Person[];
  /** Those whose name or number has this in it, and how many there are. */
  findPeople(text: string, limit: number): { readonly people: Person[]; readonly of: number };
  card(cardNo: string): CardRow | undefined;
  cardsOf(personId: string): CardRow[];
  putCard(card: CardRow): void;
  keys(): KeyDirectoryEntry[];
  key(keyNo: string): KeyDirectoryEntry | undefined;
  putKey(entry: KeyDirectoryEntry): void;
  /** Stores events in one transaction; an id that is known is left as it is. */
  addEvents(
    events: readonly LedgerEvent[],
    decide: (event: LedgerEvent, known: LedgerEvent | undefined) => Stored,
  ): Stored[];
  event(id: string): LedgerEvent | undefined;
  eventsOf(personId: string): LedgerEvent[];
  count(): number;
  /** Many writes as one, for making a world. */
  transaction(work: () => void): void;
  close(): void;
}
export interface Stored {
  readonly result: 'stored' | 'known' | 'refused';
  readonly code?: number;
  readonly why?: string;
}

const version = 1;
const schema = `
create table institution (hosp_id text primary key, body text not null) strict;
create table person (person_id text primary key, body text not null) strict;
create table card (card_no text primary key, person_id text not null, body text not null) strict;
create index card_person on card (person_id);
create table key (key_no text primary key, body text not null) strict;
create table ledger (n integer primary key, id text not null unique, person_id text not null, date_time text not null, treat_num text, body text not null) strict;
create index ledger_person on ledger (person_id, date_time);
`;

export function openCentreStore(path: string): CentreStore {
  const db = openDatabase(path, version, schema, say({ zh: '資料中心的資料庫', en: "the data centre's database" }));

  const get = <T>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: string[]): T | undefined => {
      const row = statement.get(...values) as { body: string } | undefined;
      return row && (JSON.parse(row.body) as T);
    };
  };
  const all = <T>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: (string | number)[]): T[] =>
      (statement.all(...values) as { body: string }[]).map((row) => JSON.parse(row.body) as T);
  };
  const put = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: (string | null)[]) => void statement.run(...values);
  };
  const institution = get<Institution>('select body from institution where hosp_id = ?');
  const person = get<Person>('select body from person where person_id = ?');
  const card = get<CardRow>('select body from card where card_no = ?');
  const key = get<KeyDirectoryEntry>('select body from key where key_no = ?');
  const event = get<LedgerEvent>('select body from ledger where id = ?');
  const putInstitution = put('insert or replace into institution values (?, ?)');
  const putPerson = put('insert or replace into person values (?, ?)');
  const putCard = put('insert or replace into card values (?, ?, ?)');
  const putKey = put('insert or replace into key values (?, ?)');
  const putEvent = put('insert into ledger (id, person_id, date_time, treat_num, body) values (?, ?, ?, ?, ?)');
  const eventsOf = all<LedgerEvent>('select body from ledger where person_id = ? order by n');
  const people = all<Person>('select body from person order by rowid limit ?');
  const like = "where instr(person_id, ?1) or instr(json_extract(body, '$.name'), ?1)";
  const found = all<Person>(`select body from person ${like} order by rowid limit ?2`);
  const howMany = db.prepare(`select count(*) as n from person ${like}`);
  const cardsOf = all<CardRow>('select body from card where person_id = ?');
  const keys = all<KeyDirectoryEntry>('select body from key');

  return {
    institution,
    putInstitution: (one) => putInstitution(one.hospId, JSON.stringify(one)),
    person,
    putPerson: (one) => putPerson(one.personId, JSON.stringify(one)),
    people: (limit) => people(limit),
    findPeople: (text, limit) => ({
      people: found(text, limit),
      of: (howMany.get(text) as { n: number }).n,
    }),
    card,
    cardsOf: (personId) => cardsOf(personId),
    putCard: (one) => putCard(one.cardNo, one.personId, JSON.stringify(one)),
    keys: () => keys(),
    key,
    putKey: (one) => putKey(one.keyNo, JSON.stringify(one)),
    addEvents(events, decide) {
      db.exec('begin immediate');
      try {
        const out = events.map((one) => {
          const stored = decide(one, event(one.id));
          if (stored.result === 'stored') {
            putEvent(one.id, one.personId, one.dateTime, one.treatNum ?? null, JSON.stringify(one));
            const row = one.cardNo === undefined ? undefined : card(one.cardNo);
            if (row && (one.cardCounter ?? 0) > row.counter)
              putCard(row.cardNo, row.personId, JSON.stringify({ ...row, counter: one.cardCounter }));
          }
          return stored;
        });
        db.exec('commit');
        return out;
      } catch (cause) {
        db.exec('rollback');
        throw cause;
      }
    },
    event,
    eventsOf: (personId) => eventsOf(personId),
    count: () => (db.prepare('select count(*) as n from ledger').get() as { n: number }).n,
    transaction(work) {
      db.exec('begin immediate');
      try {
        work();
        db.exec('commit');
      } catch (cause) {
        db.exec('rollback');
        throw cause;
      }
    },
    close: () => db.close(),
  };
}
