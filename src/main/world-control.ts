/** @module The world's switches and cards for the doors. */

import { Failure, isAlive, randomInt, say, systemClock, systemRandom } from '../base/index.ts';
import { type HcFiles, hcFileMap, hcRecords } from '../card/index.ts';
import type { RecordSpec } from '../catalogue/index.ts';
import { decodeRecord, encodeRecord, rocDateTimeOf } from '../codec/index.ts';
import type { WorldControl } from '../doors/index.ts';
import type { Bench, DedicatedReader } from '../world/index.ts';
import type { OpenedWorld } from './compose.ts';
import { processesOf } from './home.ts';

const wrong = (zh: string, en: string): Failure => new Failure(6018, { kind: 'parameter', why: say({ zh, en }) });

export function worldControl(
  world: OpenedWorld,
  made: { readonly bench: Bench; readonly devices: readonly DedicatedReader[] },
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
      faults,
      crashAt,
      cards: bench.list(),
      faultKinds: world.kit.faultKinds,
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
  return {
    state,
    async act(action, body) {
      switch (action) {
        case 'insert':
          return { slot: bench.insert(text(body.card, 'card'), maybe(body.slot, 'slot')) };
        case 'remove':
          return { card: bench.remove(maybe(body.card, 'card')) ?? null };
        case 'new': {
          const handle = text(body.card, 'card');
          world.kit.newCardFor(
            world.folder,
            world.store,
            handle,
            maybe(body.kind, 'kind') ?? 'normal',
            clock,
            systemRandom,
          );
          return { card: handle };
        }
        case 'show':
          return show(bench, text(body.card, 'card'));
        case 'edit':
          edit(bench, text(body.card, 'card'), text(body.field, 'field'), text(body.value, 'value'));
          return show(bench, text(body.card, 'card'));
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
            board.set({ faults: [] });
            return { faults: [] };
          }
          const fault = world.kit.faultOf(body);
          if (fault.name === 'kill') return killed(world, fault.options ?? {});
          const id = String(randomInt(systemRandom, 0x7fffffff));
          board.set({ faults: [...board.get().faults, { id, ...fault }] });
          return { faults: board.get().faults };
        }
        case 'pad':
          return pressed(made.devices, maybe(body.reader, 'reader'), maybe(body.digits, 'digits'));
        case 'power':
          throw wrong('電源由 opencshis power 切換', 'power is switched by opencshis power');
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

function show(bench: Bench, handle: string) {
  const image = bench.show(handle);
  const files =
    image.kind === 'hc'
      ? Object.fromEntries(
          Object.entries(hcFileMap).map(([name, { fid }]) => [
            name,
            decodeRecord(
              hcRecords[name as keyof HcFiles] as RecordSpec,
              Buffer.from(image.files[fid.toString(16)] ?? '', 'base64'),
            ),
          ]),
        )
      : {};
  const small = Object.fromEntries(Object.entries(files).filter(([, value]) => !('data' in value)));
  return {
    handle,
    kind: image.kind,
    cardNo: image.cardNo,
    pinSet: image.pin !== undefined,
    triesLeft: image.tries,
    counter: image.counter,
    ring: image.ring,
    files: small,
  };
}

/** `file.field` of a simple file, such as `validity.available`. */
function edit(bench: Bench, handle: string, field: string, value: string): void {
  const [file = '', name = ''] = field.split('.');
  if (field === 'pin') {
    if (value !== '' && !/^\d{4,6}$/.test(value)) throw wrong('密碼是 4 到 6 位數字', 'a PIN is 4 to 6 digits');
    bench.edit(handle, ({ pin: _pin, ...image }) => ({
      ...image,
      tries: 3,
      ...(value === '' ? {} : { pin: { digits: value } }),
    }));
    return;
  }
  const entry = Object.hasOwn(hcFileMap, file) ? hcFileMap[file as keyof HcFiles] : undefined;
  const spec = entry && hcRecords[file as keyof HcFiles];
  const part = spec && (spec.parts as { readonly [name: string]: object })[name];
  if (entry === undefined || spec === undefined || part === undefined || 'fields' in part)
    throw wrong(`沒有 ${field} 這個欄位`, `there is no field ${field}`);
  bench.edit(handle, (image) => {
    const fid = entry.fid.toString(16);
    const record = decodeRecord(spec as never, Buffer.from(image.files[fid] ?? '', 'base64')) as {
      [name: string]: unknown;
    };
    const numeric = typeof record[name] === 'number';
    const bytes = encodeRecord(spec as never, { ...record, [name]: numeric ? Number(value) : value } as never);
    return { ...image, files: { ...image.files, [fid]: Buffer.from(bytes).toString('base64') } };
  });
}
