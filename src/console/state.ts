/** @module What the page knows of the control software, kept fresh by its events. */

import { computed, signal } from '@preact/signals';
import {
  type Client,
  ClientFailure,
  createClient,
  type Link,
  type OriginAsking,
  type PinRequest,
  type PublicZone,
  type ServerEvent,
  type Status,
  type TraceEntry,
} from '../client/index.ts';
import { asking } from './origins.ts';

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
/** What somebody has to type, the oldest first. */
export const pins = signal<readonly PinRequest[]>([]);
/** The newest first. */
export const calls = signal<readonly TraceEntry[]>([]);
/** Grows with each event that changes the journal: a page that shows it reads it again. */
export const journalVersion = signal(0);
export const simulated = computed(() => status.value?.simulated === true);

export interface Message {
  readonly id: number;
  readonly level: 'info' | 'good' | 'warning' | 'red';
  readonly zh: string;
  readonly en: string;
  readonly todo?: { readonly zh: string; readonly en: string };
}
export const messages = signal<readonly Message[]>([]);
let messageCount = 0;
/** Shown, and read out, until somebody closes it or another page begins. */
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
  const { code, why, todo } = failure;
  tell({
    level: 'red',
    zh: code === -1 ? why.zh : `${code}：${why.zh}`,
    en: code === -1 ? why.en : `${code}: ${why.en}`,
    ...(todo.zh === '' ? {} : { todo }),
  });
}

let connected: { readonly operator: Client; readonly world: Client | undefined } | undefined;
/** The control software, as the operator. */
export function control(): Client {
  if (connected === undefined) throw new ClientFailure(0);
  return connected.operator;
}
/** The simulated world; fails in a live installation. */
export function world(): Client {
  if (connected?.world === undefined) throw new ClientFailure(0);
  return connected.world;
}

const mostCalls = 500;

/** Reads everything anew: at the start, and whenever the control software came back. */
export async function refresh(): Promise<void> {
  const client = control();
  const [now, waiting, origins] = await Promise.all([
    client.get<Status>('/api/v1/status'),
    client.get<readonly PinRequest[]>('/api/v1/pin'),
    client.get<{ readonly asking: readonly OriginAsking[] }>('/api/v1/origins'),
  ]);
  asking.value = origins.asking;
  status.value = now;
  pins.value = waiting;
  const zones = await Promise.all(
    now.slots
      .filter((slot) => slot.present && slot.role !== 'hpc' && slot.role !== 'sam')
      .map((slot) => client.get<PublicZone>('/api/v1/card', { slot: slot.name }).catch(() => undefined)),
  );
  cards.value = Object.fromEntries(zones.flatMap((zone) => (zone === undefined ? [] : [[zone.slot, zone]])));
  journalVersion.value += 1;
}

/** What an event changes; unknown kinds are left alone. */
export function hear(event: ServerEvent): void {
  const now = status.value;
  switch (event.type) {
    case 'slot':
      if (now) status.value = { ...now, slots: event.slots };
      break;
    case 'card': {
      const { [event.slot]: _gone, ...others } = cards.value;
      cards.value = event.change !== 'removed' && event.public ? { ...others, [event.slot]: event.public } : others;
      break;
    }
    case 'sam':
      if (now) status.value = { ...now, sam: event.status };
      break;
    case 'pin':
      pins.value = [...pins.value.filter((one) => one.id !== event.request.id), event.request];
      break;
    case 'pin-ended':
      pins.value = pins.value.filter((one) => one.id !== event.id);
      break;
    case 'journal':
      if (now) status.value = { ...now, journal: { ...now.journal, waiting: event.waiting, inDoubt: event.inDoubt } };
      journalVersion.value += 1;
      break;
    case 'link':
      if (now) status.value = { ...now, links: { ...now.links, [event.link]: event.up } };
      break;
    case 'origin':
      asking.value = event.asking;
      break;
    case 'call':
      calls.value = [event.trace, ...calls.value].slice(0, mostCalls);
      break;
  }
}

/** Begins to listen; what is known is read whenever the connection is there again. */
export function connect(tokens: Tokens): () => void {
  connected = {
    operator: createClient({ token: tokens.token }),
    world: tokens.world === undefined ? undefined : createClient({ token: tokens.world }),
  };
  return connected.operator.watch(hear, (now) => {
    link.value = now;
    if (now === 'open') refresh().catch(tellFailure);
  });
}
