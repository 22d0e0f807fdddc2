/** @module Makes a trace's lines from raw calls and events. What it knows of people it forgets when it ends. */

import type { Random } from '../base/index.ts';
import type { Api } from '../catalogue/schema.ts';
import { rocDateTimeOf } from '../codec/index.ts';
import type { ControlEvent, RawCall } from '../control/types.ts';
import { createDisguise, noDisguise } from './disguise.ts';
import { storeValues } from './disguise-call.ts';
import { type TraceCard, type TraceHeader, type TraceLine, traceVersion } from './trace-file.ts';

type Links = TraceHeader['links'];
/** Who is on a card that is in, as control's public zone says it. */
export type SeenCard = Partial<Omit<TraceCard, 'slot'>> & { readonly slot: string };

export interface RecorderOptions {
  readonly random: Random;
  /** Of the world's clock. */
  readonly started: number;
  readonly about: Pick<TraceHeader, 'profile' | 'version' | 'simulated' | 'offlineMode' | 'samVerified'>;
  /** Real values as they are; only a simulated world allows it. */
  readonly withData: boolean;
  readonly cards: readonly SeenCard[];
  /** How the links stand, asked at each call. */
  links(): Links;
  now(): number;
}

export interface Recorder {
  readonly header: TraceHeader;
  call(call: RawCall): TraceLine[];
  event(event: ControlEvent): TraceLine[];
  ended(process: string): TraceLine[];
  /** Throws the key away. */
  end(): void;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { started, withData } = options;
  const disguise = withData ? noDisguise : createDisguise(options.random.bytes(32), started);
  const sessions = numbering();
  const programs = numbering();
  const slots = numbering();
  let links = options.links();
  const since = (at: number): number => Math.round(at - started);
  const card = (seen: SeenCard): TraceCard => ({
    slot: slots(seen.slot),
    ...textsOf(seen, disguise.text),
    ...(seen.birthDate === undefined ? {} : { birthDate: disguise.date(seen.birthDate) }),
    ...(seen.issueDate === undefined ? {} : { issueDate: disguise.date(seen.issueDate) }),
    ...(seen.sex === undefined ? {} : { sex: seen.sex }),
  });
  const network = (at: number): TraceLine[] => {
    const now = options.links();
    if (now.centre === links.centre && now.sam === links.sam) return [];
    links = now;
    return [{ event: 'network', t: since(at), centre: now.centre, sam: now.sam }];
  };
  return {
    header: {
      opencshis: 'trace',
      v: traceVersion,
      ...options.about,
      values: withData ? 'real' : 'replaced',
      started: rocDateTimeOf(disguise.instant(started)),
      links,
      cards: options.cards.map(card),
    },
    call(call) {
      const { api, code } = call;
      return [
        ...network(call.at),
        {
          call: api?.name ?? '?',
          no: api?.no ?? '?',
          t: since(call.at),
          ms: call.ms,
          session: sessions(call.caller.process),
          program: programs(call.caller.program),
          in: storeValues(disguise, api, call.inputs, 'in'),
          code,
          out: storeValues(disguise, api, call.outputs, 'out'),
          lengths: lengthsOf(api, call),
          ...(call.kind !== undefined && /^[a-z-]{1,30}$/.test(call.kind) ? { kind: call.kind } : {}),
        },
      ];
    },
    event(event) {
      const t = since(options.now());
      if (event.type === 'card' && event.change === 'inserted')
        return [
          ...network(options.now()),
          { event: 'card-in', t, card: card({ ...(event.public ?? {}), slot: event.slot }) },
        ];
      if (event.type === 'card' && event.change === 'removed')
        return [...network(options.now()), { event: 'card-out', t, slot: slots(event.slot) }];
      if (event.type === 'pin') return [{ event: 'pin', t, card: event.request.card, purpose: event.request.purpose }];
      if (event.type === 'pin-ended') return [{ event: 'pin-ended', t, how: event.how }];
      return [];
    },
    ended: (process) => [{ event: 'session-ended', t: since(options.now()), session: sessions(process) }],
    end: disguise.forget,
  };
}

/** 1, 2, 3 in the order in which they are first seen: a process, a path, a reader's name say too much. */
function numbering(): (of: string) => number {
  const seen = new Map<string, number>();
  return (of) => {
    const number = seen.get(of) ?? seen.size + 1;
    seen.set(of, number);
    return number;
  };
}

const textsOf = (seen: SeenCard, replace: (value: string) => string): Partial<TraceCard> =>
  Object.fromEntries(
    (['cardNo', 'name', 'personId'] as const).flatMap((name) => {
      const value = seen[name];
      return value === undefined ? [] : [[name, replace(value)]];
    }),
  );

function lengthsOf(api: Api | undefined, call: RawCall): { [param: string]: [number | null, number | null] } {
  const cells = (api?.params ?? []).filter((param) => param.kind === 'length');
  const number = (value: unknown): number | null => {
    const made = typeof value === 'string' && /^-?\d{1,6}$/.test(value) ? Number(value) : value;
    return typeof made === 'number' ? made : null;
  };
  return Object.fromEntries(cells.map(({ name }) => [name, [number(call.inputs[name]), number(call.outputs[name])]]));
}
