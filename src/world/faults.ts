/** @module Faults wrap the interfaces: reader, security module, centre. Nothing inside the rooms knows of them. */

import { type Clock, diskFull, Failure, limits, type Store, say, sleep } from '../base/index.ts';
import { hcFileMap, hpcFileMap } from '../card/index.ts';
import type { ReachFault } from '../catalogue/index.ts';
import { uploadSigned } from '../centre/client/authorisation.ts';
import type { HttpPoster } from '../centre/client/index.ts';
import { type Centre, noNetwork } from '../centre/client/index.ts';
import { readerFailure } from '../reader/index.ts';
import type { CardChannel, Device, Readers } from '../reader/types.ts';
import type { SecurityModule } from '../sam/types.ts';
import type { SwitchBoard } from './switch-file.ts';
import type { FaultSwitch } from './switches.ts';

const staged = (code: number, name: ReachFault): Failure =>
  new Failure(code, {
    kind: name,
    why: say({ zh: `模擬世界的故障：${name}`, en: `a fault of the simulated world: ${name}` }),
  });

/** Clock faults strike the module where it carries the time itself (5.1), else the readers' clocks (`faultyReaders`). */
export function faultySam(sam: SecurityModule, board: SwitchBoard, ownClock: boolean): SecurityModule {
  const strike = (name: ReachFault, code: number): void => {
    if (board.strikes(name)) throw staged(code, name);
  };
  return {
    ...sam,
    async verify() {
      strike('sam-refused', 4051);
      strike('sam-external-auth', 6005);
      strike('centre-external-auth', 6006);
      strike('sam-internal-auth', 6007);
      if (ownClock) strike('set-reader-clock', 6008);
      return sam.verify();
    },
    async identity() {
      strike('sam-hospid', 5006);
      return sam.identity();
    },
    async time() {
      if (ownClock) strike('clock-read', 5005);
      return sam.time();
    },
    async readyToSign() {
      strike('no-write-right', 5009);
      return sam.readyToSign();
    },
    mayWrite: async () => !board.strikes('no-write-right') && (await sam.mayWrite?.()) !== false,
    async sign(visit) {
      strike('sam-sign', 5008);
      return sam.sign(visit);
    },
    async authorise(method, path, body) {
      if (method === uploadSigned.method) strike('sam-sign', 5008);
      return sam.authorise(method, path, body);
    },
    async signPrescriptions(visit, items) {
      strike('sam-sign', 5008);
      return sam.signPrescriptions(visit, items);
    },
    identifier: async (visit) => (board.strikes('identifier-key') ? undefined : sam.identifier(visit)),
    ...(sam.at ? { at: (device: string) => faultySam(sam.at?.(device) ?? sam, board, ownClock) } : {}),
  };
}

/** What the centre itself does wrong; a link that is down says so before it. */
export function faultyCentre(centre: Centre, board: SwitchBoard): Centre {
  const strike = (name: ReachFault, code: number): void => {
    if (!board.get().links.centre) throw noNetwork();
    if (board.strikes(name)) throw staged(code, name);
  };
  return {
    ...centre,
    async freshContents(statement) {
      strike('card-auth', 4071);
      return centre.freshContents(statement);
    },
    async authenticateCard(card) {
      strike('card-auth', 4071);
      return centre.authenticateCard(card);
    },
    async beginUpload(statement, signature) {
      strike('upload-signature', 6014);
      return centre.beginUpload(statement, signature);
    },
    async sendPart(id, index, sha256, bytes) {
      strike('upload-transfer', 6015);
      strike('disk-full', 6016);
      return centre.sendPart(id, index, sha256, bytes);
    },
  };
}

/** The way from the counter to the centre, or to the SAM's service (5.1): cut, slow, or broken in the middle. */
export function linkedPoster(poster: HttpPoster, board: SwitchBoard, link: 'sam' | 'centre', clock: Clock): HttpPoster {
  const here = ({ options }: FaultSwitch): boolean => options?.link === undefined || options.link === link;
  const through = async <T>(send: () => Promise<T>): Promise<T> => {
    const slow = board.strikes('network-slow', here);
    // Who asks does not wait for ever: later than its own limit is the same as never.
    if (slow) await sleep(clock, Math.min(Number(slow.options?.ms ?? 1000), limits.centreCall));
    if (!board.get().links[link] || Number(slow?.options?.ms ?? 0) >= limits.centreCall) throw noNetwork();
    const reset = board.strikes('network-reset', here);
    if (reset?.options?.acted === true) await send();
    if (reset) throw noNetwork();
    return send();
  };
  return {
    post: (path, body) => through(() => poster.post(path, body)),
    put: (path, bytes) => through(() => poster.put(path, bytes)),
    get: (path) => through(() => poster.get(path)),
    close: poster.close,
  };
}

/** The disk on which the counter keeps its journal. */
export function faultyStore(store: Store, board: SwitchBoard): Store {
  const strike = (name: string): void => {
    if (board.strikes('counter-disk-full')) throw diskFull(name);
  };
  return {
    ...store,
    write(name, bytes) {
      strike(name);
      store.write(name, bytes);
    },
    append(name, bytes) {
      strike(name);
      store.append(name, bytes);
    },
  };
}

/** Faults by the file that cannot be read. */
const fileFaults: { readonly [fid: number]: ReachFault } = {
  [hcFileMap.prescriptions.fid]: 'read-prescriptions',
  [hcFileMap.longTerm.fid]: 'read-long-term',
  [hcFileMap.important.fid]: 'read-important',
  [hcFileMap.allergy.fid]: 'read-allergy',
  [hpcFileMap.hpcBasic.fid]: 'read-hpc',
};

/** Reader faults, and the card's own: each is declared in `fault-kinds.ts`, with what it takes. */
export function faultyReaders(
  readers: Readers,
  board: SwitchBoard,
  clock: Clock,
  tear: (slot: string) => void,
): Readers {
  /** APDUs that were sent since each fault that counts them was switched on. */
  const sent = new Map<string, number>();
  const roleOf = (slot: string) => readers.slots().find((one) => one.name === slot)?.role;
  const wrap = (channel: CardChannel): CardChannel => ({
    ...channel,
    transmit(command) {
      const { faults } = board.get();
      return faults.length === 0 ? channel.transmit(command) : struck(channel, faults, command);
    },
  });
  const struck = async (
    channel: CardChannel,
    faults: readonly FaultSwitch[],
    command: Uint8Array,
  ): Promise<Uint8Array> => {
    const ins = (command[0] ?? 0) * 256 + (command[1] ?? 0);
    if (board.strikes('reader-timeout')) throw readerFailure('reader-timeout');
    const late = board.strikes('reader-late');
    if (late) await sleep(clock, Number(late.options?.ms ?? 1000));
    const file = ins === 0x80b0 ? fileFaults[(command[2] ?? 0) * 256 + (command[3] ?? 0)] : undefined;
    const reading = (ins === 0x80b0 || ins === 0x80ca) && roleOf(channel.slot) !== 'sam';
    const spared = file === 'read-hpc' && faults.some((one) => one.name === 'card-rights' && one.options?.of === 'hc');
    if (reading && !spared && board.strikes('card-rights')) return Uint8Array.of(0x69, 0x82);
    if (file !== undefined && board.strikes(file)) return Uint8Array.of(0x6f, 0x00);
    if ((ins === 0x24 || ins === 0x8026) && board.strikes('write-visit')) return Uint8Array.of(0x65, 0x81);
    if (ins === 0x8022 && (board.strikes('write-visit') || board.strikes('update-contents')))
      return Uint8Array.of(0x65, 0x81);
    for (const fault of faults) {
      const happens = atCommand[fault.name];
      if (happens === undefined || !meant(fault, channel.slot, ins)) continue;
      const count = (sent.get(fault.id) ?? 0) - Number(fault.options?.at ?? 0);
      sent.set(fault.id, (sent.get(fault.id) ?? 0) + 1);
      if (count < 0 || count >= (fault.times ?? 1)) continue;
      board.struck(fault.id);
      return happens(channel, command, fault.options ?? {});
    }
    return channel.transmit(command);
  };
  /** What happens at the n-th command. */
  const atCommand: {
    readonly [name: string]: (
      channel: CardChannel,
      command: Uint8Array,
      options: NonNullable<FaultSwitch['options']>,
    ) => Promise<Uint8Array>;
  } = {
    async tear(channel, command, { acted }) {
      if (acted === true) await channel.transmit(command);
      tear(channel.slot);
      throw readerFailure('card-gone');
    },
    async 'answer-lost'(channel, command) {
      await channel.transmit(command);
      throw readerFailure('reader-timeout');
    },
    async 'wrong-sw'(channel, command, { acted, sw = '6f00' }) {
      if (acted === true) await channel.transmit(command);
      return Buffer.from(String(sw), 'hex');
    },
  };
  /** Is this a command that the fault counts? */
  const meant = ({ options = {} }: FaultSwitch, slot: string, ins: number): boolean =>
    (options.role === undefined || options.role === roleOf(slot)) &&
    (options.slot === undefined || options.slot === slot) &&
    (options.ins === undefined || Number.parseInt(String(options.ins), 16) === ins);
  const timed = (clock: NonNullable<Device['clock']>): NonNullable<Device['clock']> => ({
    async get() {
      if (board.strikes('clock-read')) throw staged(5005, 'clock-read');
      return clock.get();
    },
    async set(now) {
      if (board.strikes('set-reader-clock')) throw staged(6008, 'set-reader-clock');
      return clock.set(now);
    },
  });
  return {
    ...readers,
    device(name) {
      const device = readers.device(name);
      return device?.clock === undefined ? device : { ...device, clock: timed(device.clock) };
    },
    exclusive: (slot, work, options) => readers.exclusive(slot, (channel) => work(wrap(channel)), options),
  };
}
