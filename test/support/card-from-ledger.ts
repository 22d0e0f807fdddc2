/**
 * @module What a card must hold, byte for byte, if it held `initial` and everything happened to it that the ledger tells:
 * registrations, undoing, and what writing functions recorded. Apart from the layouts it shares nothing with control.
 */

import { type HcFileName, hcRecords } from '../../src/card/index.ts';
import type { RecordSpec } from '../../src/catalogue/index.ts';
import type { LedgerEvent } from '../../src/centre/client/index.ts';
import { decodeRecord, encodeRecord } from '../../src/codec/index.ts';

export type FileBytes = { [file: string]: Buffer };
type Loose = { [name: string]: string | number };

const rings: { readonly [file: string]: { readonly count: number; readonly length: number } } = {
  prescriptions: { count: 60, length: 61 },
  longTerm: { count: 30, length: 44 },
  important: { count: 10, length: 36 },
  prevent: { count: 6, length: 21 },
  pregnant: { count: 11, length: 19 },
  inoculation: { count: 40, length: 35 },
};
const visitLength = 110;
const feeNames = ['outpatientFee', 'outpatientCopay', 'inpatientFee', 'inpatientCopayShort', 'inpatientCopayLong'];

export function cardFromLedger(initial: FileBytes, events: readonly LedgerEvent[], cardNo: string): FileBytes {
  const files: FileBytes = Object.fromEntries(
    Object.keys(hcRecords).map((name) => {
      const bytes = Buffer.alloc(hcRecords[name as HcFileName].length, ' ');
      initial[name]?.copy(bytes);
      return [name, bytes];
    }),
  );
  const get = <T>(name: HcFileName): T => decodeRecord(hcRecords[name] as RecordSpec, bytesOf(name)) as T;
  const put = (name: HcFileName, value: object): void => {
    files[name] = Buffer.from(encodeRecord(hcRecords[name] as RecordSpec, value as never, bytesOf(name)));
  };
  const bytesOf = (name: string): Buffer => files[name] ?? Buffer.alloc(0);
  const addToYear = (year: string, more: Loose): void => {
    const years = get<{ years: Loose[] }>('cumulative').years.filter((one) => one.year !== '');
    let mine = years.find((one) => one.year === year);
    if (mine === undefined) {
      mine = { year };
      years.push(mine);
      years.sort((one, other) => Number(other.year) - Number(one.year));
    }
    for (const [name, value] of Object.entries(more)) mine[name] = Number(mine[name] ?? 0) + Number(value);
    put('cumulative', { years: years.slice(0, 2) });
  };
  const addFees = (time: string, more: readonly number[]): void => {
    const [outpatientFee = 0, outpatientCopay = 0, inpatientFee = 0, inpatientCopayShort = 0, inpatientCopayLong = 0] =
      more;
    addToYear(time.slice(0, 3), {
      outpatientFee,
      outpatientCopay,
      inpatientFee,
      inpatientCopayShort,
      inpatientCopayLong,
      copay: outpatientCopay + inpatientCopayShort + inpatientCopayLong,
      copayShort: outpatientCopay + inpatientCopayShort,
    });
    const totals = get<{ outpatientTotal: number; inpatientTotal: number }>('totals');
    put('totals', {
      outpatientTotal: totals.outpatientTotal + outpatientFee,
      inpatientTotal: totals.inpatientTotal + inpatientFee,
    });
  };
  const visits = (): Loose[] => get<{ visits: Loose[] }>('visits').visits.filter((one) => one.visitTime !== '');
  const numbered = (event: LedgerEvent): boolean => /^0[1-9]$/.test(event.treatItem ?? '');
  const mine = events.filter((event) => event.cardNo === cardNo && event.type !== 'in-doubt');
  for (const event of mine.sort((one, other) => (one.cardCounter ?? 0) - (other.cardCounter ?? 0))) {
    const year = event.dateTime.slice(0, 3);
    const validity = get<{ available: number }>('validity');
    if (event.type === 'visit') {
      put('visits', {
        visits: [
          {
            treatItem: event.treatItem,
            babyTreat: event.babyTreat,
            visitTime: event.dateTime,
            afterCheck: event.afterCheck,
            seqNumber: event.seqNumber,
            hospId: event.hospId,
            treatNum: event.treatNum ?? '',
          },
          ...visits(),
        ].slice(0, 6),
      });
      addToYear(year, { visits: 1 });
      if (numbered(event)) {
        put('validity', { ...validity, available: validity.available - 1 });
        put('lastSeq', { lastSeqNumber: `${year}${event.seqNumber}` });
      }
    } else if (event.type === 'undo') {
      const all = visits();
      const visit = all.find((one) => one.visitTime === event.dateTime);
      if (visit === undefined) throw new TypeError('undone, and not on the card');
      addFees(
        event.dateTime,
        feeNames.map((name) => -Number(visit[name])),
      );
      addToYear(year, { visits: -1 });
      Object.assign(visit, Object.fromEntries(feeNames.map((name) => [name, 0])), { undone: 'Y' });
      put('visits', { visits: all });
      if (numbered(event)) put('validity', { ...validity, available: validity.available + 1 });
      const { lastSeqNumber } = get<{ lastSeqNumber: string }>('lastSeq');
      if (lastSeqNumber === `${year}${visit.seqNumber}`)
        put('lastSeq', { lastSeqNumber: `${year}${String(Number(visit.seqNumber) - 1).padStart(4, '0')}` });
    } else if (event.type === 'care') {
      for (const { file, group, bytes } of event.recorded ?? []) {
        const given = Buffer.from(bytes, 'base64');
        // A file that says the same as before is left as it is, blanks and all.
        if (!group) put(file as HcFileName, decodeRecord(hcRecords[file as HcFileName] as RecordSpec, given));
        else if (file === 'visits') {
          const time = given.subarray(3, 16).toString('latin1');
          const before = visits().find((one) => one.visitTime === time);
          const place = visits().findIndex((one) => one.visitTime === time);
          given.copy(bytesOf('visits'), place * visitLength);
          const after = visits()[place];
          const more = feeNames.map((name) => Number(after?.[name]) - Number(before?.[name]));
          if (more.some((one) => one !== 0)) addFees(time, more);
        } else takeTurn(bytesOf(file), rings[file] ?? { count: 0, length: 1 }, given);
      }
    }
  }
  return files;
}

/** The next place in turn; as long as places are free, the first free one. */
function takeTurn(file: Buffer, ring: { readonly count: number; readonly length: number }, given: Buffer): void {
  const turn = Number(file.subarray(ring.count * ring.length).toString('latin1'));
  const blank = Buffer.alloc(ring.length, ' ');
  const place = (index: number) => file.subarray(index * ring.length, (index + 1) * ring.length);
  let index = turn;
  while (!place(index).equals(blank)) {
    index = (index + 1) % ring.count;
    if (index === turn) break;
  }
  given.copy(place(index));
  file.write(String((index + 1) % ring.count).padStart(2, '0'), ring.count * ring.length, 'latin1');
}
