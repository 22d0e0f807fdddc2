/** @module What the page knows of the control software, kept fresh by its events. */

import { computed, signal } from '@preact/signals';
import {
  type Client,
  ClientFailure,
  createClient,
  type FailureWords,
  type JournalEntry,
  type Link,
  type OriginAsking,
  type PinRequest,
  type PublicZone,
  type ServerEvent,
  type Status,
  type TraceEntry,
  type Words,
} from '../client/index.ts';
import { coalesce } from './coalesce.ts';
import { asking } from './origins.ts';
import { after } from './time-and-chance.ts';

export interface Tokens {
  readonly token: string;
  /** In simulated worlds alone. */
  readonly world?: string;
}

/** `none`: nobody gave this page a link that is still good. */
export const link = signal<Link | 'none' | 'starting'>('starting');
export const status = signal<Status | undefined>(undefined);
/** The public zone of each card that is in, by slot. */
export const cards = signal<{ readonly [slot: string]: PublicZone }>({});
/** Why the card in a slot has no public zone here: another kind of card, or one that does not answer. */
export const cardTroubles = signal<{ readonly [slot: string]: FailureWords }>({});
/** The card that came last, for whoever announces it. */
export const arrived = signal<PublicZone | undefined>(undefined);
/** What is not decided, not at the centre, or refused by it. */
export const openEntries = signal<readonly JournalEntry[]>([]);
/** What somebody has to type, the oldest first. */
export const pins = signal<readonly PinRequest[]>([]);
/** The newest first. */
export const calls = signal<readonly TraceEntry[]>([]);
/** Grows with each event that changes the journal: a page that shows it reads it again. */
export const journalVersion = signal(0);
/** Grows with each change of the simulated world. */
export const worldVersion = signal(0);
export const simulated = computed(() => status.value?.simulated === true);

/** The code tables of the catalogue, as far as a page has asked for them. */
export const tables = signal<Tables | undefined>(undefined);
export interface Tables {
  readonly [table: string]: {
    readonly codes: { readonly [code: string]: Words & { readonly [fact: string]: unknown } };
  };
}
export async function needTables(): Promise<void> {
  if (tables.value !== undefined) return;
  const reference = await control().get<{ tables: readonly (Tables[string] & { name: string })[] }>(
    '/api/v1/reference',
  );
  tables.value = Object.fromEntries(reference.tables.map((table) => [table.name, table]));
}

export interface Message {
  readonly id: number;
  readonly level: 'info' | 'good' | 'warning' | 'red';
  readonly zh: string;
  readonly en: string;
  readonly todo?: { readonly zh: string; readonly en: string };
  /** The return code that it is about: help on it is a click away. */
  readonly code?: number;
}
export const messages = signal<readonly Message[]>([]);
let messageCount = 0;
/** Shown, and read out, until somebody closes it or newer ones take its place. */
export function tell(message: Omit<Message, 'id'>): void {
  messageCount += 1;
  messages.value = [...messages.value.slice(-3), { ...message, id: messageCount }];
}
export function dismiss(id: number): void {
  messages.value = messages.value.filter((message) => message.id !== id);
}
/** A failure in the words that came with it. */
export function tellFailure(error: unknown): void {
  const failure = error instanceof ClientFailure ? error : new ClientFailure(0);
  if (failure.failure) tellWords(failure.failure);
  else tell({ level: 'red', ...failure.why, todo: failure.todo });
}
/** Code, sentence, cause, and what to do. */
export function tellWords({ code, meaning, why, todo }: FailureWords): void {
  const both = (language: 'zh' | 'en', colon: string): string => {
    const sentence = meaning?.[language];
    const told =
      sentence === undefined || sentence === why[language] ? why[language] : `${sentence}${colon}${why[language]}`;
    // Not every failure has a code of NHI's.
    return code === -1 ? told : `${code}${colon}${told}`;
  };
  tell({
    level: 'red',
    zh: both('zh', '：'),
    en: both('en', ': '),
    ...(todo ? { todo } : {}),
    ...(code === -1 ? {} : { code }),
  });
}

let connected: { readonly token: string; readonly operator: Client; readonly world: Client | undefined } | undefined;
/** The control software, as the operator. */
export function control(): Client {
  if (connected === undefined) throw new ClientFailure(0);
  return connected.operator;
}
/** For what the client does not do: a file as the body, and how far it is. */
export function operatorToken(): string {
  return connected?.token ?? '';
}
/** The simulated world; fails in a live installation. */
export function world(): Client {
  if (connected?.world === undefined) throw new ClientFailure(0);
  return connected.world;
}

const mostCalls = 5000;
const changesModule = /^cs(VerifySAMDC|SoftwareReset|ResetFsim)$/;

/** Reads everything anew: at the start, and whenever the control software came back. */
export async function refresh(): Promise<void> {
  const client = control();
  await Promise.all([
    notOvertaken(
      'card',
      () => client.get<Status>('/api/v1/status'),
      (now) => (status.value = now),
    ),
    notOvertaken(
      'pin',
      () => client.get<readonly PinRequest[]>('/api/v1/pin'),
      (waiting) => (pins.value = waiting),
    ),
    notOvertaken(
      'origin',
      () => client.get<{ readonly asking: readonly OriginAsking[] }>('/api/v1/origins'),
      (origins) => (asking.value = origins.asking),
    ),
  ]);
  cards.value = Object.fromEntries(Object.entries(cards.value).filter(([slot]) => isPresent(slot)));
  cardTroubles.value = Object.fromEntries(Object.entries(cardTroubles.value).filter(([slot]) => isPresent(slot)));
  journalChanged();
  const seen = status.value?.slots ?? [];
  await Promise.all(seen.filter((slot) => slot.present && slot.role !== 'sam').map((slot) => lookAt(slot.name)));
}
/** Questions to a person and moves of cards, heard of by events: how many so far. */
const heard = { pin: 0, origin: 0, card: 0 };
/** An answer that was overtaken by an event is asked for again: else a question would be lost, or stand there for ever. */
async function notOvertaken<T>(
  kind: keyof typeof heard,
  ask: () => Promise<T>,
  take: (found: T) => void,
): Promise<void> {
  for (;;) {
    const before = heard[kind];
    const found = await ask();
    if (heard[kind] === before) return take(found);
  }
}
const isPresent = (slot: string): boolean => status.value !== undefined && isIn(status.value, slot);
const isIn = (now: Status, name: string): boolean => now.slots.some((slot) => slot.name === name && slot.present);

/** The public zone of the card in a slot, or why there is none. */
async function lookAt(slot: string): Promise<void> {
  type Found = { readonly zone: PublicZone } | { readonly trouble: FailureWords } | undefined;
  const ask = async (): Promise<Found> => {
    try {
      return { zone: await control().get<PublicZone>('/api/v1/card', { slot }) };
    } catch (error) {
      // Not answered at all: the connection is made again, and everything is read anew.
      return error instanceof ClientFailure && error.failure ? { trouble: error.failure } : undefined;
    }
  };
  await notOvertaken('card', ask, (found) => {
    if (found === undefined) return;
    const { [slot]: _zone, ...zones } = cards.value;
    const { [slot]: _trouble, ...troubles } = cardTroubles.value;
    cards.value = 'zone' in found ? { ...zones, [slot]: found.zone } : zones;
    cardTroubles.value = 'trouble' in found && isPresent(slot) ? { ...troubles, [slot]: found.trouble } : troubles;
  });
}

const few = 500;
/** However many events come, one question at a time and not more than two a second. */
const readOpen = coalesce(
  async () => {
    openEntries.value = await control().get<readonly JournalEntry[]>('/api/v1/journal', { which: 'open' });
    journalVersion.value += 1;
  },
  (action) => after(few, action),
);
function journalChanged(): void {
  readOpen();
}
/** How everything stands, read again: after what changes it, and now and then, as ends come near by themselves. */
export const readStatus = coalesce(
  async () => {
    status.value = await control().get<Status>('/api/v1/status');
  },
  (action) => after(few, action),
);
const nowAndThen = 30_000;

/** What an event changes; unknown kinds are left alone. */
export function hear(event: ServerEvent): void {
  const now = status.value;
  switch (event.type) {
    case 'slot':
      heard.card += 1;
      if (now) status.value = { ...now, slots: event.slots };
      break;
    case 'world':
      worldVersion.value += 1;
      readStatus();
      break;
    case 'card': {
      heard.card += 1;
      const { [event.slot]: _gone, ...others } = cards.value;
      const { [event.slot]: _trouble, ...troubles } = cardTroubles.value;
      cards.value = event.change !== 'removed' && event.public ? { ...others, [event.slot]: event.public } : others;
      cardTroubles.value = troubles;
      if (event.change === 'removed') break;
      if (event.public) arrived.value = event.public;
      else void lookAt(event.slot);
      break;
    }
    case 'sam':
      if (now) status.value = { ...now, sam: event.status };
      break;
    case 'pin':
      heard.pin += 1;
      pins.value = [...pins.value.filter((one) => one.id !== event.request.id), event.request];
      break;
    case 'pin-ended':
      heard.pin += 1;
      pins.value = pins.value.filter((one) => one.id !== event.id);
      break;
    case 'journal':
      if (now) {
        const { waiting, inDoubt, refused } = event;
        status.value = { ...now, journal: { ...now.journal, waiting, inDoubt, refused } };
      }
      journalChanged();
      break;
    case 'link':
      if (now) status.value = { ...now, links: { ...now.links, [event.link]: event.up } };
      break;
    case 'origin':
      heard.origin += 1;
      asking.value = event.asking;
      break;
    case 'call':
      calls.value = [event.trace, ...calls.value].slice(0, mostCalls);
      // What another window, or a HIS, did to the security module.
      if (changesModule.test(event.trace.api)) readStatus();
      break;
  }
}

/** Begins to listen; what is known is read whenever the connection is there again. */
export function connect(tokens: Tokens): () => void {
  connected = {
    token: tokens.token,
    operator: createClient({ token: tokens.token }),
    world: tokens.world === undefined ? undefined : createClient({ token: tokens.world }),
  };
  const tick = (): void => {
    after(nowAndThen, () => {
      if (link.value === 'open') readStatus();
      tick();
    });
  };
  tick();
  return connected.operator.watch(hear, (now) => {
    link.value = now;
    if (now === 'open') refresh().catch(tellFailure);
  });
}
