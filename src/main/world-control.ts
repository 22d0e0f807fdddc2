/** @module The world's switches and cards for the doors. */

import { Failure, isAlive, randomInt, say, systemClock, systemRandom } from '../base/index.ts';
import { encodeRecord, rocDateTimeOf } from '../codec/index.ts';
import type { WorldControl } from '../doors/index.ts';
import type { Bench, DedicatedReader } from '../world/index.ts';
import type { OpenedWorld } from './compose.ts';
import { processesOf } from './home.ts';

/** Seconds. */
const longestCut = 3600;

const wrong = (zh: string, en: string): Failure => new Failure(6018, { kind: 'parameter', why: say({ zh, en }) });

export function worldControl(
  world: OpenedWorld,
  made: {
    readonly bench: Bench;
    readonly devices: readonly DedicatedReader[];
    /** Where readers are behind a line: what was done on the bench has arrived. */
    settled?(): Promise<void>;
  },
  /** Cuts the power of every process for so long; only a supervisor can. */
  cutPower?: (seconds: number) => void,
): WorldControl {
  const { board, clock } = world;
  const { bench } = made;
  const text = (value: unknown, name: string): string => {
    if (typeof value !== 'string' || value.length > 200) throw wrong(`${name} 不正確`, `${name} is not right`);
    return value;
  };
  const maybe = (value: unknown, name: string): string | undefined =>
    value === undefined ? undefined : text(value, name);
  const state = async () => {
    const { links, clockShift, offlineMode, faults, crashAt } = board.get();
    return {
      simulated: true,
      world: world.file.world,
      profile: world.file.profile,
      hospId: world.file.hospId,
      now: rocDateTimeOf(clock.now()),
      links,
      clockShift,
      offlineMode,
      // Each process counts its own strikes; those of cards, readers and the centre's link are this one's.
      faults: faults.map((fault) => ({ ...fault, struck: board.count(fault.id) })),
      crashAt,
      cards: bench.list(),
      faultKinds: world.kit.faultKinds,
      faultPlaces: world.kit.faultPlaces,
      readers: await Promise.all(
        made.devices.map(async ({ name, clock: own, pad }) => ({
          name,
          now: rocDateTimeOf(await own.get()),
          pad: pad.waiting() ?? null,
        })),
      ),
      demoCards: [
        ...world.kit.demoCards,
        ...world.kit.professionalTitles,
        ...(world.file.profile === '3.5' ? world.kit.samTitles : []),
      ].map(({ handle, zh, en }) => ({
        handle,
        zh,
        en,
      })),
    };
  };
  const moved = async <T>(answer: T): Promise<T> => {
    await made.settled?.();
    return answer;
  };
  const listeners = new Set<() => void>();
  let soon = false;
  // A fault that strikes at each command is no reason to tell of it each time.
  const later = (): void => {
    if (soon || listeners.size === 0) return;
    soon = true;
    systemClock.after(50, () => {
      soon = false;
      for (const listener of listeners) listener();
    });
  };
  board.watch(later);
  bench.watch(later);
  return {
    state,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async act(action, body) {
      switch (action) {
        case 'insert':
          return moved({ slot: bench.insert(text(body.card, 'card'), maybe(body.slot, 'slot')) });
        case 'remove':
          return moved({ card: bench.remove(maybe(body.card, 'card')) ?? null });
        case 'new': {
          const handle = text(body.card, 'card');
          const person = maybe(body.person, 'person');
          const kind = maybe(body.kind, 'kind') ?? 'normal';
          const { folder, store, kit } = world;
          const onBench = bench.list().map((one) => one.cardNo);
          if (person === undefined) kit.newCardFor(folder, store, handle, kind, clock, systemRandom);
          else kit.cardOfPerson(folder, store, handle, person, onBench, clock, systemRandom);
          later();
          return { card: handle };
        }
        case 'people':
          return world.kit.findPeople(world.folder, maybe(body.find, 'find') ?? '');
        case 'show':
          return show(world, bench, text(body.card, 'card'));
        case 'edit':
          edit(world, bench, text(body.card, 'card'), text(body.field, 'field'), text(body.value, 'value'));
          return show(world, bench, text(body.card, 'card'));
        case 'network': {
          const up = body.up === true;
          const link = maybe(body.link, 'link');
          if (link !== undefined && link !== 'centre' && link !== 'sam')
            throw wrong('link 是 centre 或 sam', 'link is centre or sam');
          const { links } = board.get();
          board.set({ links: link === undefined ? { centre: up, sam: up } : { ...links, [link]: up } });
          return { links: board.get().links };
        }
        case 'clock':
          if (
            typeof body.shift !== 'number' ||
            !Number.isFinite(body.shift) ||
            Math.abs(body.shift) > 50 * 366 * 86_400_000
          )
            throw wrong('shift 是毫秒數', 'shift is a number of milliseconds');
          board.set({ clockShift: body.shift });
          return { now: rocDateTimeOf(clock.now()) };
        case 'offline':
          if (body.mode !== 'official' && body.mode !== 'delegated')
            throw wrong('mode 是 official 或 delegated', 'mode is official or delegated');
          board.set({ offlineMode: body.mode });
          return { offlineMode: body.mode };
        case 'fault': {
          if (body.name === 'off') {
            const id = maybe(body.id, 'id');
            board.set({ faults: id === undefined ? [] : board.get().faults.filter((one) => one.id !== id) });
            return { faults: board.get().faults };
          }
          const fault = world.kit.faultOf(body);
          if (fault.name === 'kill') return killed(world, fault.options ?? {});
          const id = String(randomInt(systemRandom, 0x7fffffff));
          board.set({ faults: [...board.get().faults, { id, ...fault }] });
          return { faults: board.get().faults };
        }
        case 'pad':
          return pressed(made.devices, maybe(body.reader, 'reader'), maybe(body.digits, 'digits'));
        case 'power': {
          const { seconds } = body;
          if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 1 || seconds > longestCut)
            throw wrong(`seconds 是 1 到 ${longestCut} 的整數`, `seconds is a whole number from 1 to ${longestCut}`);
          if (cutPower === undefined)
            throw wrong('這裡的電源由 opencshis power 切換', 'power is switched by opencshis power here');
          // Later, so that whoever asked is answered before the lights go out.
          systemClock.after(50, () => cutPower(seconds));
          return { seconds };
        }
      }
    },
  };
}

/** Ends a process of this world, as if it had crashed: now, or at a random moment. The supervisor starts it again. */
function killed(world: OpenedWorld, options: { readonly [name: string]: unknown }) {
  const name = String(options.process);
  const holder = processesOf(world.folder)[name];
  if (holder === undefined) throw wrong(`這個世界沒有 ${name} 這個程序`, `there is no process ${name} in this world`);
  const within = Number(options.within ?? 0);
  const after = within === 0 ? 0 : randomInt(systemRandom, within);
  // Later, so that whoever asked is still answered when this process itself is the one.
  systemClock.after(Math.max(after, 10), () => {
    if (isAlive(holder)) process.kill(holder.pid, 'SIGKILL');
  });
  return { process: name, after };
}

/** The keys of a pad: digits and return, or cancel where there are none. Without a name the pad that waits. */
function pressed(devices: readonly DedicatedReader[], reader: string | undefined, digits: string | undefined) {
  const device =
    reader === undefined
      ? (devices.find(({ pad }) => pad.waiting()) ?? devices[0])
      : devices.find(({ name }, index) => name === reader || String(index) === reader);
  if (device === undefined) throw wrong('沒有這台專屬讀卡機', 'there is no such dedicated reader');
  const { pad, name } = device;
  const waits = pad.waiting();
  if (waits === undefined) throw wrong('讀卡機沒有在等密碼', 'the reader waits for no PIN');
  if (digits !== undefined && !pad.type(digits))
    throw wrong(`密碼是 ${waits.min} 到 ${waits.max} 位數字`, `a PIN is ${waits.min} to ${waits.max} digits`);
  if (digits === undefined) pad.cancel();
  return { reader: name, pressed: digits === undefined ? 'cancel' : 'digits' };
}

function show({ kit }: OpenedWorld, bench: Bench, handle: string) {
  const image = bench.show(handle);
  const files = kit.filesOf(image).filter(({ value }) => !('data' in value));
  return {
    handle,
    kind: image.kind,
    cardNo: image.cardNo,
    pinSet: image.pin !== undefined,
    triesLeft: image.tries,
    counter: image.counter,
    ring: image.ring,
    files: Object.fromEntries(files.map(({ name, value }) => [name, value])),
    /** Titles of files and of their fields; those that `edit` takes, with the bytes that they have. */
    titles: files.map(({ name, spec }) => ({
      file: name,
      title: spec.title,
      parts: Object.entries(spec.parts).map(([part, { title, ...field }]) => ({
        part,
        title,
        ...('fields' in field
          ? { fields: Object.entries(field.fields).map(([one, each]) => ({ part: one, title: each.title })) }
          : { kind: field.kind, length: field.to - field.from + 1 }),
      })),
    })),
  };
}

/** `file.field` of a simple file, such as `validity.available`. */
function edit({ kit }: OpenedWorld, bench: Bench, handle: string, field: string, value: string): void {
  const [name = '', part = ''] = field.split('.');
  if (field === 'pin') {
    if (value !== '' && !/^\d{4,6}$/.test(value)) throw wrong('密碼是 4 到 6 位數字', 'a PIN is 4 to 6 digits');
    bench.edit(handle, ({ pin: _pin, ...image }) => ({
      ...image,
      tries: 3,
      ...(value === '' ? {} : { pin: { digits: value } }),
    }));
    return;
  }
  bench.edit(handle, (image) => {
    const file = kit.filesOf(image).find((one) => one.name === name);
    const place = file && Object.hasOwn(file.spec.parts, part) ? file.spec.parts[part] : undefined;
    if (file === undefined || place === undefined || 'fields' in place)
      throw wrong(`沒有 ${field} 這個欄位`, `there is no field ${field}`);
    const numeric = typeof file.value[part] === 'number';
    const bytes = encodeRecord(file.spec, { ...file.value, [part]: numeric ? Number(value) : value } as never);
    return { ...image, files: { ...image.files, [file.fid]: Buffer.from(bytes).toString('base64') } };
  });
}
