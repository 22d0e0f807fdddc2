/**
 * @module Is this the signature of this prescription item (1.48, 1.49)? Twenty bytes hold no public-key signature, so that
 * whoever holds the institution's key is asked: the own security module, else the data centre.
 */

import { Failure, type Say, say } from '../base/index.ts';
import type { Centre } from '../centre/client/index.ts';
import { highestItem, prescriptionItemLength, readPrescriptionSignature } from '../codec/index.ts';
import type { SecurityModule, VisitKey } from '../sam/types.ts';

export interface ItemQuestion extends VisitKey {
  /** 40 hex digits. */
  readonly signature: string;
  /** The item's 61 bytes. */
  readonly bytes: Uint8Array;
  /** Which of the visit's items it is; all are tried where it is left out. */
  readonly number?: number;
  /** The visit's identifier; found by the module or the centre where it is left out. */
  readonly treatNum?: string;
}
export type ItemVerdict = 'ok' | 'malformed' | 'altered' | 'unknown-visit' | 'offline';
export interface ItemAnswer {
  readonly verdict: ItemVerdict;
  readonly words: Say;
  readonly number?: number;
  readonly asked?: 'sam' | 'centre';
}

const words: { readonly [V in ItemVerdict]: Say } = {
  ok: say({ zh: '處方簽章正確', en: "the item's signature is genuine" }),
  malformed: say({
    zh: '這不是處方簽章（40 碼十六進位與 61 位元組的醫令）',
    en: 'this is no signature of an item: 40 hex digits and an item of 61 bytes',
  }),
  altered: say({
    zh: '簽章與這筆醫令、這位民眾或這次就醫不符',
    en: 'the signature does not fit this item, this person or this visit',
  }),
  'unknown-visit': say({ zh: '查不到這次就醫的識別碼', en: "the visit's identifier is not known" }),
  offline: say({
    zh: '目前離線：這個簽章要由資料中心驗證',
    en: 'offline: only the data centre can check this signature',
  }),
};
const told = (verdict: ItemVerdict, more: Omit<ItemAnswer, 'verdict' | 'words'> = {}): ItemAnswer => ({
  verdict,
  words: words[verdict],
  ...more,
});

export async function verifyItem(
  { sam, centre }: { readonly sam: SecurityModule; readonly centre: Centre },
  question: ItemQuestion,
): Promise<ItemAnswer> {
  const read = readPrescriptionSignature(question.signature);
  const { number, bytes } = question;
  if (read === undefined || bytes.length !== prescriptionItemLength) return told('malformed');
  if (number !== undefined && !(number >= 1 && number <= highestItem)) return told('malformed');
  const visit = { personId: question.personId, hospId: question.hospId, dateTime: question.dateTime };
  try {
    const own = await sam.identity().then(
      ({ hospId }) => hospId === visit.hospId,
      () => false,
    );
    const treatNum =
      question.treatNum ?? (own ? await sam.identifier(visit) : undefined) ?? (await centre.treatNum(visit));
    if (treatNum === undefined) return told('unknown-visit');
    const numbers = number === undefined ? Array.from({ length: highestItem }, (_, index) => index + 1) : [number];
    if (own) {
      const signed = await sam.signPrescriptions(
        { ...visit, treatNum },
        numbers.map((number) => ({ number, bytes })),
      );
      const found = signed.findIndex((one) => Buffer.compare(one, read.bytes) === 0);
      if (found >= 0) return told('ok', { number: numbers[found] ?? 0, asked: 'sam' });
      // A key of an earlier day is the centre's to know.
      const keyNo = ((signed[0]?.[0] ?? 0) << 8) + (signed[0]?.[1] ?? 0);
      if (keyNo === read.keyNo) return told('altered', { asked: 'sam' });
    }
    const found = await centre.verifyItem({
      signature: Buffer.from(read.bytes).toString('hex'),
      hospId: visit.hospId,
      personId: visit.personId,
      treatNum,
      bytes: Buffer.from(bytes).toString('base64'),
      ...(number === undefined ? {} : { number }),
    });
    return found === undefined ? told('altered', { asked: 'centre' }) : told('ok', { number: found, asked: 'centre' });
  } catch (error) {
    if (error instanceof Failure && error.code === 4061) return told('offline');
    throw error;
  }
}
