/** @module Faults wrap the interfaces: reader, security module, centre. Nothing inside the rooms knows of them. */

import { type Clock, Failure, say, sleep } from '../base/index.ts';
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

export function faultyCentre(centre: Centre, board: SwitchBoard): Centre {
  const linked =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!board.get().links.centre) throw noNetwork();
      return call(...args);
    };
  return {
    ping: linked(centre.ping),
    eligibility: linked(centre.eligibility),
    freshContents: linked(async (statement) => {
      if (board.strikes('card-auth')) throw staged(4071, 'card-auth');
      return centre.freshContents(statement);
    }),
    authenticateCard: linked(async (card) => {
      if (board.strikes('card-auth')) throw staged(4071, 'card-auth');
      return centre.authenticateCard(card);
    }),
    mayUndo: linked(centre.mayUndo),
    treatNum: linked(centre.treatNum),
    verifyItem: linked(centre.verifyItem),
    submit: linked(centre.submit),
    keyDirectory: linked(centre.keyDirectory),
    beginUpload: linked(async (statement, signature) => {
      if (board.strikes('upload-signature')) throw staged(6014, 'upload-signature');
      return centre.beginUpload(statement, signature);
    }),
    sendPart: linked(async (id, index, sha256, bytes) => {
      if (board.strikes('upload-transfer')) throw staged(6015, 'upload-transfer');
      if (board.strikes('disk-full')) throw staged(6016, 'disk-full');
      return centre.sendPart(id, index, sha256, bytes);
    }),
    finishUpload: linked(centre.finishUpload),
    download: linked(centre.download),
    mayUnlock: linked(centre.mayUnlock),
  };
}

/** The way from the counter to the SAM's service (5.1), or of a SAM card to the centre (3.5). */
export const linkedPoster = (poster: HttpPoster, board: SwitchBoard, link: 'sam' | 'centre'): HttpPoster => ({
  post: async (path, body) => (board.get().links[link] ? poster.post(path, body) : Promise.reject(noNetwork())),
  put: async (path, bytes) => (board.get().links[link] ? poster.put(path, bytes) : Promise.reject(noNetwork())),
  get: async (path) => (board.get().links[link] ? poster.get(path) : Promise.reject(noNetwork())),
  close: poster.close,
});

/** Faults by the file that cannot be read. */
const fileFaults: { readonly [fid: number]: ReachFault } = {
  [hcFileMap.prescriptions.fid]: 'read-prescriptions',
  [hcFileMap.longTerm.fid]: 'read-long-term',
  [hcFileMap.important.fid]: 'read-important',
  [hcFileMap.allergy.fid]: 'read-allergy',
  [hpcFileMap.hpcBasic.fid]: 'read-hpc',
};

/**
 * Reader faults: `reader-timeout`, `card-rights` (a read answers 6982; `of` hc: of a health card alone), `read-..` (reading
 * that file answers 6F00), `write-visit` and `update-contents` (a commit answers 6581), `tear` (`at`: the n-th APDU from
 * now, from 0; `acted`: after the card acted; only of slots with this `role`, of this `slot`, with class and instruction `ins` in hex), `reader-late` (milliseconds); of a
 * dedicated reader's clock `clock-read` (5005), `set-reader-clock` (6008).
 */
export function faultyReaders(
  readers: Readers,
  board: SwitchBoard,
  clock: Clock,
  tear: (slot: string) => void,
): Readers {
  /** APDUs that were sent since each `tear` was switched on. */
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
    const fault = faults.find((one) => one.name === 'tear');
    if (fault && meant(fault, channel.slot, ins)) {
      const count = sent.get(fault.id) ?? 0;
      sent.set(fault.id, count + 1);
      if (count === Number(fault.options?.at ?? 0) && board.strikes('tear')) {
        if (fault.options?.acted === true) await channel.transmit(command);
        tear(channel.slot);
        throw readerFailure('card-gone');
      }
    }
    return channel.transmit(command);
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
