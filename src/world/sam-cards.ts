/** @module Security module cards of a 3.5 world: one in each dedicated reader, and two that the data centre refuses. */

import type { Store } from '../base/index.ts';
import { encodeImage, type Issue, newSamCard } from '../card/index.ts';
import type { CentreKeys, CentreStore } from '../centre/server/index.ts';
import { cardFile, slotsFile } from './card-file.ts';
import { slotsOf } from './slots.ts';

export const samTitles = [
  { handle: 'sam', zh: '安全模組卡', en: 'the security module card' },
  { handle: 'sam-withdrawn', zh: '安全模組卡，已停約', en: 'a security module card, withdrawn' },
  {
    handle: 'sam-unknown',
    zh: '安全模組卡，資料中心沒有登記',
    en: 'a security module card that the centre does not know',
  },
] as const;

const samId = (serial: number): string => `SAM${String(serial).padStart(9, '0')}`;
const handleOf = (reader: number): string => (reader === 0 ? 'sam' : `sam-${reader + 1}`);

export function enrolSamCards(
  store: Store,
  centre: CentreStore,
  keys: CentreKeys,
  hospId: string,
  readers: number,
): void {
  const institution = centre.institution(hospId);
  const make = (handle: string, serial: number, directory: CentreStore | undefined): string => {
    let keyNo = '';
    const issue: Issue = {
      world: keys.world,
      root: keys.root,
      certify(subject) {
        const certified = keys.certify(subject, directory);
        keyNo = certified.keyNo;
        return certified.bytes;
      },
    };
    const card = newSamCard(
      {
        samId: samId(serial),
        hospId,
        hospName: institution?.name ?? '',
        hospAbbName: institution?.abbName ?? '',
      },
      issue,
    );
    store.write(cardFile(handle), encodeImage(card));
    return keyNo;
  };
  const inSlot: { [slot: string]: string } = {};
  const samSlots = slotsOf('3.5', readers).filter((slot) => slot.role === 'sam');
  samSlots.forEach((slot, index) => {
    make(handleOf(index), index + 1, centre);
    inSlot[slot.name] = handleOf(index);
  });
  const withdrawn = make('sam-withdrawn', 901, centre);
  const entry = centre.key(withdrawn);
  if (entry) centre.putKey({ ...entry, revokedAt: entry.notBefore });
  make('sam-unknown', 902, undefined);
  store.write(slotsFile, Buffer.from(JSON.stringify(inSlot)));
}
