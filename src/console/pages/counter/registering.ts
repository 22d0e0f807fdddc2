/**
 * @module One registration: asked for by one key, with a request id of its own, so that an answer that was lost on its way
 * (the control software stopped) is asked for again and never becomes a second visit.
 */

import { signal } from '@preact/signals';
import { ClientFailure, type FailureWords, type Note, type PublicZone, type Status } from '../../../client/index.ts';
import { cards, control, link, status, tell, tellFailure, tellWords } from '../../state.ts';
import { newRequestId } from '../../time-and-chance.ts';
import { read } from './reading.ts';

export interface Granted {
  readonly visitTime: string;
  readonly seqNumber: string;
  readonly hospId: string;
  readonly signature: string;
  readonly sameDay: string;
  readonly treatNum: string;
}
interface Registration {
  readonly code: number;
  readonly visit?: Granted;
  readonly notes: readonly Note[];
  readonly failure?: FailureWords;
}
export interface Verdict {
  readonly verdict: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly keyNo?: string;
  readonly use?: string;
}
/** The registration that was made last, with whom it was for. */
export interface Done {
  readonly zone: PublicZone;
  readonly visit: Granted;
  readonly treatItem: string;
  readonly standing?: { readonly offline: boolean; readonly verdict: Verdict };
}
export interface Item {
  readonly treatItem: string;
  readonly babyTreat: string;
  readonly afterCheck: string;
}
interface Asked {
  readonly requestId: string;
  readonly zone: PublicZone;
  readonly item: Item;
}
export const last = signal<Done | undefined>(undefined);
export const busy = signal(false);
/** Sent, and not answered: the control software went away in between. */
export const unanswered = signal<Asked | undefined>(undefined);

export async function register(zone: PublicZone, item: Item): Promise<void> {
  if (busy.value) return;
  await ask({ requestId: newRequestId(), zone, item });
}

/** The same question again, when the control software is back and the same card is in. */
export async function askAgain(): Promise<void> {
  const asked = unanswered.value;
  if (asked === undefined || busy.peek() || link.value !== 'open') return;
  const seen = Object.values(cards.value).find((zone) => zone.cardNo === asked.zone.cardNo);
  if (seen === undefined) return;
  busy.value = true;
  // What was seen before it went away it knows by another name now.
  const here = await control()
    .get<PublicZone>('/api/v1/card', { slot: seen.slot })
    .catch(() => undefined);
  busy.value = false;
  if (here?.cardNo === asked.zone.cardNo) await ask({ ...asked, zone: here });
}

async function ask(asked: Asked): Promise<void> {
  const { requestId, zone, item } = asked;
  busy.value = true;
  try {
    const done = await control().post<Registration>('/api/v1/register', { requestId, card: zone.card, ...item });
    unanswered.value = undefined;
    for (const { level, text } of done.notes) tell({ level, ...text });
    if (done.visit === undefined) {
      if (done.failure) tellWords(done.failure);
      return;
    }
    // A message whose words are said by its notes already is not said twice.
    if (done.failure && done.notes.length === 0) tellWords(done.failure);
    last.value = { zone, visit: done.visit, treatItem: item.treatItem };
    tell({
      level: 'good',
      zh: `掛號完成：${zone.name}，就醫識別碼 ${done.visit.treatNum || '（尚無）'}`,
      en: `Registered: ${zone.name}, identifier ${done.visit.treatNum || '(none yet)'}`,
    });
    void verify(last.value);
  } catch (error) {
    const lost = error instanceof ClientFailure && error.status === 0;
    unanswered.value = lost ? asked : undefined;
    if (!lost) tellFailure(error);
  } finally {
    busy.value = false;
    const here = cards.value[zone.slot];
    if (here?.card === zone.card) void read(here);
  }
}

async function verify(done: Done): Promise<void> {
  const { zone, visit } = done;
  const asked = control()
    .post<Verdict>('/api/v1/verify', {
      signature: visit.signature,
      personId: zone.personId,
      hospId: visit.hospId,
      dateTime: visit.visitTime,
    })
    .catch((error) => (error instanceof ClientFailure && error.failure ? asVerdict(error.failure) : undefined));
  // Whether its service answered when it signed, the module has just heard.
  const [verdict, now] = await Promise.all([
    asked,
    control()
      .get<Status>('/api/v1/status')
      .catch(() => undefined),
  ]);
  if (now) status.value = now;
  if (verdict && last.value === done)
    last.value = { ...done, standing: { verdict, offline: now?.sam.online === false } };
}
const asVerdict = ({ why }: FailureWords): Verdict => ({ verdict: 'unknown', words: why });
