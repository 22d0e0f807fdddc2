/** @module Readers that are none: what systems show beside real readers, and what is never asked for a card. As data. */

export interface Ignored {
  /** The beginning of the name, in any case. */
  readonly name: string;
  readonly what: string;
}

export const ignoredReaders: readonly Ignored[] = [
  { name: 'Windows Hello', what: 'Windows Hello for Business: a sign-in key as a card; programs that ask it hang' },
  { name: 'Microsoft Virtual Smart Card', what: 'a card that lives in the TPM' },
  { name: 'Microsoft UICC', what: 'the SIM card of a mobile modem' },
];

/** Names that begin with one of these are left out; `more`: further ones, parted by semicolons (OPENCSHIS_PCSC_IGNORE). */
export function isIgnored(name: string, more: string | undefined): boolean {
  const own = (more ?? '').split(';').map((one) => one.trim());
  const low = name.toLowerCase();
  return [...ignoredReaders.map((one) => one.name), ...own].some(
    (beginning) => beginning !== '' && low.startsWith(beginning.toLowerCase()),
  );
}
