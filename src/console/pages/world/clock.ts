/** @module The world's clock on the page: ROC digits, and what a date field of a browser holds, as minutes that go on. */

const day = 86_400_000;

/** Days since 1970 of a date of the Gregorian calendar, by counting from March. */
function dayNumber(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1;
  const fromMarch = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + fromMarch - 719_468;
}

/** Milliseconds of Taiwan's wall clock, as if it were UTC, for 13 ROC digits. */
export function wallOfRoc(digits: string): number {
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  const time = (part(7, 9) * 60 + part(9, 11)) * 60 + part(11, 13);
  return dayNumber(part(0, 3) + 1911, part(3, 5), part(5, 7)) * day + time * 1000;
}

/** The same for `2026-11-25T10:30`; undefined where it is no such text. */
export function wallOfField(text: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (found === null) return undefined;
  const [year, month, date, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return dayNumber(year, month, date) * day + ((hour * 60 + minute) * 60 + second) * 1000;
}

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
/** `2026-11-25T10:30:00` of a wall clock. */
export function fieldOfWall(wall: number): string {
  const one = Object.fromEntries(parts.formatToParts(wall).map(({ type, value }) => [type, value]));
  return `${one.year?.padStart(4, '0')}-${one.month}-${one.day}T${one.hour}:${one.minute}:${one.second}`;
}

/** How far the world's clock is from the true one, in the largest units that say it: `+2d 3h`, empty for none. */
export function shiftInUnits(shift: number): readonly { readonly count: number; readonly unit: 'd' | 'h' | 'm' }[] {
  let minutes = Math.round(Math.abs(shift) / 60_000);
  const units = [];
  for (const [unit, size] of [
    ['d', 1440],
    ['h', 60],
    ['m', 1],
  ] as const) {
    const count = Math.floor(minutes / size);
    minutes -= count * size;
    if (count > 0) units.push({ count, unit });
  }
  return units;
}
