/** @module Control itself: sessions, calls, PINs, events, the outbox. Composed by `main/` from its dependencies. */

import { asFailure, Failure, limits, type Say, say } from '../base/index.ts';
import { type Api, apiByName, type RecordSpec } from '../catalogue/index.ts';
import { startOutbox } from '../centre/client/index.ts';
import { decodeRecord } from '../codec/index.ts';
import { moduleAt, type SamStatus, type SecurityModule } from '../sam/index.ts';
import { type Accepted, accept } from './accept.ts';
import { createCards } from './cards.ts';
import type { Dependencies, Ports } from './context.ts';
import { recover, registerException } from './exceptions.ts';
import { written } from './functions/index.ts';
import { failed, meaningOf, notThisRole, notWritten, type Result, unknownFunction, walk } from './kernel.ts';
import { lookAtLink } from './link-look.ts';
import { listedCode } from './listed.ts';
import { logIn } from './log-in.ts';
import { createPins } from './pins.ts';
import { createSeconds } from './seconds.ts';
import { createTrace, redact } from './trace.ts';
import type {
  CallAnswer,
  Caller,
  CallRequest,
  Control,
  ControlEvent,
  ControlStatus,
  FailureReport,
  Session,
  Tap,
  TraceEntry,
} from './types.ts';

export interface ControlOptions extends Omit<Dependencies, 'seconds'> {
  readonly world: string;
  /** Asked anew: the service may come and go. */
  readonly machine: () => Pick<ControlStatus, 'pcsc' | 'watch'>;
  readonly offlineMode: () => 'official' | 'delegated';
  /** Resolves when all of the world is there; left out where it is. */
  readonly whole?: Promise<void> | undefined;
}
const remembered = 1000;

export function createControl(options: ControlOptions): Control & { trace(): readonly TraceEntry[] } {
  const { readers, sam, centre, journal, clock, random, simulated } = options;
  const listeners = new Set<(event: ControlEvent) => void>();
  const taps = new Set<Tap>();
  const trace = createTrace();
  const links = { centre: true, sam: true };
  const tell = (event: ControlEvent): void => {
    if (listeners.size === 0 && taps.size === 0) return;
    for (const listener of [...listeners]) listener(event);
    for (const tap of [...taps]) tap.event(event);
  };
  const journalState = () => {
    const { waiting, inDoubt, refused } = journal.counts();
    return { type: 'journal', waiting, inDoubt, refused } as const;
  };
  const journalChanged = (): void => {
    tell(journalState());
    outbox.wake();
  };
  const linkIs = (up: boolean): void => {
    if (links.centre !== up) tell({ type: 'link', link: 'centre', up });
    links.centre = up;
  };
  const outbox = startOutbox({
    journal,
    centre,
    clock,
    onLink: linkIs,
    onSent: () => tell(journalState()),
    before: () => options.crash?.('control:before-receipt'),
    after: () => options.crash?.('control:after-receipt'),
  });
  const look = lookAtLink({
    centre,
    clock,
    onLink(up) {
      const back = up && !links.centre;
      linkIs(up);
      if (back) outbox.wake();
    },
  });
  const cards = createCards({ readers, sam, journal, clock, crash: options.crash, onJournal: journalChanged });
  const pins = createPins(clock, random, {
    asked: (request) => tell({ type: 'pin', request }),
    ended: (id, how) => tell({ type: 'pin-ended', id, how }),
  });
  const ports = createPorts();
  const deps: Dependencies = { ...options, seconds: createSeconds(journal, clock) };
  const answers = new Map<string, Promise<CallAnswer>>();

  const slotOf = (name: string) => readers.slots().find((slot) => slot.name === name);
  const inserted = (slot: string, insertion: string): void => {
    // An insertion starts the verification and the card's authentication: clients poll 1.15 until it is 2.
    cards
      .publicZone(slot)
      .then(
        (zone) => {
          tell({ type: 'card', change: 'inserted', slot, insertion, public: zone });
          return undefined;
        },
        () => tell({ type: 'card', change: 'inserted', slot, insertion }),
      )
      .then(async () => {
        const module = moduleAt(sam, slotOf(slot)?.device);
        const status = await module.status();
        if (status.state === 1) await module.verify();
        if (slotOf(slot)?.role === 'sam') return tell({ type: 'sam', status: await module.status() });
        const found = await cards.find('hc', { slot });
        if (!found.identified.real) await cards.use(found, async () => undefined);
      })
      .catch((error) => {
        if (!(error instanceof Failure)) throw error;
      });
  };
  const stopWatching = readers.watch((event) => {
    if (event.type === 'inserted') inserted(event.slot, event.insertion);
    if (event.type === 'removed') {
      cards.left(event.insertion);
      pins.cardGone(event.insertion);
      const from = slotOf(event.slot);
      if (from?.role === 'sam') cards.securityGone(from.device);
      tell({ type: 'card', change: 'removed', slot: event.slot, insertion: event.insertion });
    }
    tell({ type: 'slot', slots: readers.slots() });
  });
  // What lay there before: a module that is asked to verify itself before its data centre is there would be remembered as
  // failed by the first calls.
  const lookAround = (): void => {
    for (const slot of readers.slots()) if (slot.insertion !== undefined) inserted(slot.name, slot.insertion);
  };
  if (options.whole === undefined) lookAround();
  else options.whole.then(lookAround);
  if (journal.counts().waiting > 0) outbox.wake();

  const depsFor = (module: SecurityModule): Dependencies => (module === sam ? deps : { ...deps, sam: module });

  /** That run now. */
  let calls = 0;
  const call = async (caller: Caller, request: CallRequest, inHand?: () => void): Promise<CallAnswer> => {
    const api = apiByName(request.name);
    const run = api && written[api.name];
    const began = clock.monotonic();
    const at = clock.now();
    let result: Result;
    let input: ReturnType<typeof accept> | undefined;
    if (api === undefined) {
      result = unknownFunction;
    } else if (!api.roles.includes(caller.role)) {
      result = notThisRole;
    } else if (run === undefined) {
      result = notWritten;
    } else {
      try {
        input = accept(api, request.inputs);
        result = await walk(
          {
            deps: depsFor(moduleAt(sam, ports.device(caller.process))),
            cards,
            pins,
            ports,
            api,
            input,
            caller,
            request,
            working: (why) => request.onWorking?.(why),
          },
          run,
        );
      } catch (error) {
        result = failed(error);
      }
    }
    if (api) result = { ...result, code: listedCode(api, result.code) };
    if (result.intent !== undefined || result.kind === 'in-doubt' || (api?.writes && result.code === 0))
      journalChanged();
    const entry: TraceEntry = {
      at: clock.now(),
      api: api?.name ?? 'unknown',
      code: result.code,
      ms: Math.round(clock.monotonic() - began),
      door: caller.door,
      program: caller.program,
      inputs: redact(api, request.inputs),
      steps: [],
      ...(result.why ? { why: result.why } : {}),
    };
    trace.add(entry);
    tell({ type: 'call', trace: entry });
    const { code, outputs, kind } = result;
    for (const tap of [...taps])
      tap.call({ at, ms: entry.ms, api, inputs: request.inputs, code, outputs, ...(kind ? { kind } : {}), caller });
    return {
      code: result.code,
      api: api?.name ?? request.name.slice(0, 60),
      outputs: result.outputs,
      fields: api && input ? fieldsOf(api, input, result.outputs) : {},
      notes: result.notes,
      ...(isFailure(api?.result, result) ? { failure: report(result) } : {}),
      ...(api?.deprecated ? { deprecated: api.deprecated.why } : {}),
      simulated,
      delivered: deliveredBy(result.intent, inHand),
    };
  };
  /** Made apart from the call: an answer is remembered for long, and keeps no more than it needs. */
  const deliveredBy = (intent: string | undefined, inHand: (() => void) | undefined) => (): void => {
    options.crash?.('control:before-delivered');
    if (intent !== undefined) journal.delivered(intent);
    inHand?.();
  };

  return {
    session(caller): Session {
      return {
        call(request) {
          const key = `${caller.program}\n${caller.process}\n${request.requestId}`;
          const before = answers.get(key);
          if (before) return before;
          const api = apiByName(request.name);
          // A client of the native door acknowledges what it has in hand: what was only read is not kept for it longer.
          const isRead = caller.door === 'native' && api !== undefined && api.reads.length > 0 && !api.writes;
          calls++;
          const answer = call(caller, request, isRead ? () => answers.delete(key) : undefined).finally(() => calls--);
          // One that writes a file of its caller's is done again: the answer alone would leave the file empty.
          if (api?.params.some((param) => param.kind === 'fileOut')) return answer;
          answers.set(key, answer);
          // A call whose file went with its caller came to nothing: the same request id may try again.
          answer.then(
            (one) => one.failure?.kind === 'caller-gone' && answers.delete(key),
            () => answers.delete(key),
          );
          if (answers.size > remembered) answers.delete(answers.keys().next().value ?? '');
          return answer;
        },
        close() {},
      };
    },
    async status() {
      // A module card whose reader does not answer is told of by its slot.
      const { lastFailure: failed, ...status } = await sam
        .status()
        .catch(
          (): SamStatus => ({ state: 0, kind: 'card', online: false, offlineMode: options.offlineMode(), simulated }),
        );
      links.sam = status.online;
      return {
        version: options.version,
        profile: options.profile,
        simulated,
        world: options.world,
        now: clock.now(),
        sam: { ...status, ...(failed ? { lastFailure: { ...failed, ...meaningOf(failed.code) } } : {}) },
        slots: readers.slots(),
        ...options.machine(),
        links: { ...links },
        journal: { ...journal.counts(), cut: journal.opened.cut },
        offlineMode: options.offlineMode(),
        busy: { calls, pins: pins.open().length },
      };
    },
    watch(listener) {
      listeners.add(listener);
      if (listeners.size === 1) look.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) look.stop();
      };
    },
    tap(tap) {
      taps.add(tap);
      return () => taps.delete(tap);
    },
    publicZone: (slot) => cards.publicZone(slot),
    pinRequests: () => pins.open(),
    answerPin: (id, digits) => pins.answer(id, digits),
    async registerException(caller, request) {
      const result = await registerException(deps, caller, request);
      journalChanged();
      return result;
    },
    async recover(caller, request) {
      const result = await recover(deps, caller, request);
      journalChanged();
      return result;
    },
    async logIn(request) {
      const began = clock.monotonic();
      // Another process each time: no PIN holds from one log-in to the next.
      const process = `log-in:${Buffer.from(random.bytes(8)).toString('hex')}`;
      const told = (code: number, why?: Say): void => {
        const entry: TraceEntry = {
          at: clock.now(),
          api: 'log-in',
          code,
          ms: Math.round(clock.monotonic() - began),
          door: 'http',
          program: request.origin,
          inputs: { cards: request.cards },
          steps: [],
          ...(why ? { why } : {}),
        };
        trace.add(entry);
        tell({ type: 'call', trace: entry });
      };
      try {
        const signed = await logIn({ deps, cards, pins, ports, process, request });
        told(0);
        return signed;
      } catch (error) {
        const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
        told(failure.code, failure.why);
        // The page has no registry to look up what helps.
        const { code, why, kind, todo = meaningOf(code).todo } = failure;
        throw new Failure(code, { why, todo, ...(kind ? { kind } : {}), cause: error });
      } finally {
        cards.forget(process);
      }
    },
    journal: ({ days = limits.journalShown, uploads = false, ...look } = {}) =>
      journal.entries({
        ...look,
        since: clock.now() - days * 24 * 3_600_000,
        ...(uploads ? { accept: (entry) => entry.upload !== undefined } : {}),
      }),
    standing: () =>
      journal.live().filter((entry) => entry.refused !== undefined || (entry.state !== 'dropped' && !entry.sent)),
    ended(process) {
      cards.forget(process);
      ports.close(process);
      for (const tap of [...taps]) tap.ended(process);
    },
    trace: () => trace.recent(),
    async close() {
      stopWatching();
      look.stop();
      outbox.stop();
      journal.close();
      await readers.close();
      await sam.close();
      listeners.clear();
      taps.clear();
    },
  };
}

function createPorts(): Ports {
  const open = new Map<string, string | undefined>();
  return {
    open: (process, device) => void open.set(process, device),
    close: (process) => open.delete(process),
    isOpen: (process) => open.has(process),
    device: (process) => open.get(process),
  };
}

/** What the buffers of an answer say, by their layouts; decoded when somebody looks: most programs take the bytes alone. */
function fieldsOf(api: Api, input: Accepted, outputs: Result['outputs']): CallAnswer['fields'] {
  const fields: CallAnswer['fields'] = {};
  for (const { kind, name } of api.params) {
    const bytes = outputs[name];
    if (kind === 'buffer' && bytes instanceof Uint8Array) whenAsked(fields, name, input.layout(name), bytes);
  }
  return fields;
}
function whenAsked(target: object, name: string, layout: RecordSpec, bytes: Uint8Array): void {
  let made: object | undefined;
  const get = (): object => {
    made ??= decodeRecord(layout, bytes);
    return made;
  };
  Object.defineProperty(target, name, { get, enumerable: true });
}

/** A value (a state, a version) is no failure; 5010 and its like are messages. */
const isFailure = (kind: 'value' | undefined, result: Result): boolean =>
  kind === 'value' ? result.why !== undefined : result.code !== 0;

function report(result: Result): FailureReport {
  const { meaning, todo } = meaningOf(result.code);
  return {
    code: result.code,
    meaning,
    why: result.why ?? meaning,
    todo: result.todo ?? todo,
    ...(result.kind ? { kind: result.kind } : {}),
  };
}
