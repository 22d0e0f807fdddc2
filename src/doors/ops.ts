/** @module What the doors offer besides calls: one table for the native door and for HTTP, each with its checks. */

import { Failure, type Random, say, uuid } from '../base/index.ts';
import { catalogueJson, referenceJson } from '../catalogue/index.ts';
import type { KeyDirectory } from '../centre/client/types.ts';
import type { ItemAnswer, ItemQuestion } from '../control/index.ts';
import type { Caller, Control, Tap, TraceEntry } from '../control/types.ts';
import type { SlotInfo } from '../reader/types.ts';
import { verifySignature } from '../sam/index.ts';
import type { ComponentStatus } from './component/index.ts';
import type { Origins } from './origins.ts';
import { registerWalk } from './register-walk.ts';
import { OpFile, type SupportControl } from './support.ts';
import { type WorldAction, type WorldControl, worldActions } from './world-control.ts';

export interface DoorDependencies {
  readonly control: Control & { trace(): readonly TraceEntry[] };
  readonly world?: WorldControl;
  readonly random: Random;
  /** The web origins that an operator has let in, and those that ask. */
  readonly origins: Origins;
  /** The web component's local face, where this process has one. */
  readonly component?: ComponentControl;
  /** A new one-use code for the console's link. */
  newLink(): string;
  /** Whether a prescription item's signature is genuine: the security module or the centre is asked. */
  verifyItem?(question: ItemQuestion): Promise<ItemAnswer>;
  /** The centre's key directory, fresh where it can be reached, else as it was kept. */
  directory?(): Promise<KeyDirectory | undefined>;
  /** Looks at this machine and at the program on it, where this process can. */
  readonly doctor?: DoctorControl;
  /** The mail and the bundle of a request for help. */
  readonly support?: SupportControl;
  /** Starts a recording of calls; what it makes of them says nothing of people unless real values are asked for. */
  recorder?(options: { readonly withData: boolean }): Promise<Recording>;
  stop?(): void;
}
export const componentActions = ['status', 'on', 'off', 'install', 'remove'] as const;
export interface ComponentControl {
  /** Does it, and says how the face stands then. */
  act(action: (typeof componentActions)[number]): Promise<ComponentStatus>;
}
export const doctorActions = ['mend', 'undo'] as const;
export interface DoctorControl {
  /** What was found by each check: words, details, commands, and what could be mended. Nothing of persons. */
  examine(): Promise<{ readonly examined: readonly object[]; readonly undo?: object }>;
  /** By the fix's id, as the last examination named it. */
  mend(fix: string): Promise<object>;
  undo(): Promise<object>;
}
/** Lines of a trace, made of what control's tap hands over. */
export interface Recording {
  readonly header: unknown;
  readonly lines: { readonly [E in keyof Tap]: (...heard: Parameters<Tap[E]>) => readonly unknown[] };
  end(): void;
}
/** The connection that an operation came by, where the door has one: it is told things later, until it closes. */
export interface Connection {
  tell(event: unknown): void;
  onClose(action: () => void): void;
}
export type Body = { readonly [name: string]: unknown };
type Op = (deps: DoorDependencies, caller: Caller, body: Body, connection?: Connection) => Promise<unknown>;

const text = (body: Body, name: string, optional = false): string => {
  const value = body[name];
  if (typeof value === 'string' && value.length <= 400) return value;
  if (optional && value === undefined) return '';
  throw wrong(name);
};
const wrong = (name: string): Failure =>
  new Failure(6018, {
    kind: 'parameter',
    why: say({ zh: `${name} 缺少或不正確`, en: `${name} is missing or not right` }),
  });
const mostEntries = 2000;
/** `open`: not decided, not sent or refused; `uploads`: those with a receipt; all of them where nothing is said. */
async function journalEntries(control: Control, body: Body): ReturnType<Control['journal']> {
  const look = { ...days(body), most: mostEntries };
  switch (body.which) {
    case undefined:
      return control.journal(look);
    case 'open':
      return control.standing().slice(-mostEntries);
    case 'uploads':
      return control.journal({ ...look, uploads: true });
    default:
      throw wrong('which');
  }
}
/** How far to look back; a query has it as text. */
function days(body: Body): { days?: number } {
  if (body.days === undefined) return {};
  const given = Number(body.days);
  if (!(given >= 1 && given <= 3660)) throw wrong('days');
  return { days: given };
}
const requestId = (deps: DoorDependencies, body: Body): string => text(body, 'requestId', true) || uuid(deps.random);

const shownSlot = ({ atr, ...slot }: SlotInfo) => ({
  ...slot,
  ...(atr ? { atr: Buffer.from(atr).toString('hex') } : {}),
});

export const ops: { readonly [name: string]: Op } = {
  async status(deps) {
    const status = await deps.control.status();
    return { ...status, slots: status.slots.map(shownSlot) };
  },
  readers: async (deps) => (await deps.control.status()).slots.map(shownSlot),
  card: (deps, _caller, body) => deps.control.publicZone(text(body, 'slot', true) || undefined),
  pins: async (deps) => deps.control.pinRequests(),
  async pin(deps, _caller, body) {
    const digits = body.pin;
    if (digits !== undefined && (typeof digits !== 'string' || digits === '')) throw wrong('pin');
    const accepted = deps.control.answerPin(
      text(body, 'id'),
      digits === undefined ? undefined : Buffer.from(digits as string, 'latin1'),
    );
    if (!accepted)
      throw new Failure(5109, {
        kind: 'pin-ended',
        why: say({
          zh: '這個密碼要求已結束、長度不符，或要在讀卡機的按鍵上輸入',
          en: "this PIN request has ended, its length does not fit, or it is typed on the reader's pad",
        }),
      });
    return { ok: true };
  },
  /** The newest of what is asked for: a busy counter's days would not fit into one answer. */
  journal: async (deps, _caller, body) =>
    (await journalEntries(deps.control, body)).map(
      ({ answer: _answer, inputs: _inputs, program: _program, ...entry }) => entry,
    ),
  trace: async (deps) => deps.control.trace(),
  record: recordOp,
  register: registerOp,
  exceptions: (deps, caller, body) =>
    deps.control.registerException(caller, {
      requestId: requestId(deps, body),
      code: text(body, 'code'),
      personId: text(body, 'personId'),
      ...(body.treatItem === undefined ? {} : { treatItem: text(body, 'treatItem') }),
      ...(body.babyTreat === undefined ? {} : { babyTreat: text(body, 'babyTreat') }),
      ...(body.statedTime === undefined ? {} : { statedTime: text(body, 'statedTime') }),
    }),
  recover: (deps, caller, body) =>
    deps.control.recover(caller, {
      requestId: requestId(deps, body),
      personId: text(body, 'personId'),
      dateTime: text(body, 'dateTime'),
    }),
  async link(deps, caller) {
    // A code becomes an operator's token: whoever answers PINs gives it, not the program that asks for them.
    if (caller.role !== 'operator') throw notThisRole();
    return { code: deps.newLink() };
  },
  worldGet: (deps) => theWorld(deps).state(),
  world(deps, _caller, body) {
    const action = text(body, 'action');
    if (!worldActions.includes(action as WorldAction)) throw wrong('action');
    return theWorld(deps).act(action as WorldAction, body);
  },
  origins: async (deps) => ({ asking: deps.origins.asking(), known: deps.origins.list() }),
  /** `accept` and `refuse` by the code that the operator sees, `revoke` by the origin. */
  async origin(deps, _caller, body) {
    const { origins } = deps;
    const action = text(body, 'action');
    if (action === 'revoke') {
      const origin = text(body, 'origin');
      if (!origins.revoke(origin)) throw unknownOrigin();
      return { origin };
    }
    if (action !== 'accept' && action !== 'refuse') throw wrong('action');
    const settled = origins[action](text(body, 'code'));
    if (settled === undefined) throw unknownCode();
    return settled;
  },
  async component(deps, _caller, body) {
    const action = componentActions.find((one) => one === body.action);
    if (action === undefined || deps.component === undefined) throw wrong('action');
    return deps.component.act(action);
  },
  doctor: (deps) => theDoctor(deps).examine(),
  async mend(deps, _caller, body) {
    const action = doctorActions.find((one) => one === body.action);
    if (action === undefined) throw wrong('action');
    return action === 'undo' ? theDoctor(deps).undo() : theDoctor(deps).mend(text(body, 'fix'));
  },
  support: (deps) => theSupport(deps).answer(),
  async supportSet(deps, _caller, body) {
    const { items } = body;
    if (typeof items !== 'object' || items === null || Array.isArray(items)) throw wrong('items');
    return theSupport(deps).set(items as Body);
  },
  supportBundle: async (deps, _caller, body) =>
    new OpFile('opencshis-support.zip', await theSupport(deps).bundle(text(body, 'id'))),
  catalogue: async () => catalogueJson(),
  reference: async () => referenceJson(),
  directory: async (deps) => (await deps.directory?.()) ?? null,
  /** Is a visit's signature genuine, and by which key? From the directory: no security module is asked. */
  async verify(deps, _caller, body) {
    const directory = await deps.directory?.();
    if (directory === undefined)
      throw new Failure(-1, {
        kind: 'no-directory',
        why: say({ zh: '這台電腦還沒有金鑰目錄', en: 'there is no key directory on this machine yet' }),
        todo: say({ zh: '請先連線一次', en: 'connect once' }),
      });
    const signature = text(body, 'signature');
    const visit = {
      personId: text(body, 'personId'),
      hospId: text(body, 'hospId'),
      dateTime: text(body, 'dateTime'),
    };
    const result = verifySignature(signature, visit, directory);
    const key = directory.entries.find((entry) => entry.keyNo === result.keyNo);
    return {
      ...result,
      directoryIssuedAt: directory.issuedAt,
      ...(key ? { use: key.use, notAfter: key.notAfter } : {}),
    };
  },
  async verifyItem(deps, _caller, body) {
    const { number } = body;
    if (number !== undefined && typeof number !== 'number') throw wrong('number');
    return deps.verifyItem?.({
      signature: text(body, 'signature'),
      personId: text(body, 'personId'),
      hospId: text(body, 'hospId'),
      dateTime: text(body, 'dateTime'),
      bytes: Buffer.from(text(body, 'bytes'), 'base64'),
      ...(body.treatNum === undefined ? {} : { treatNum: text(body, 'treatNum') }),
      ...(number === undefined ? {} : { number }),
    });
  },
  async stop(deps) {
    deps.stop?.();
    return { ok: deps.stop !== undefined };
  },
};

/** Which roles may use an op over the native door; HTTP has its own table. */
export const opRoles: { readonly [name: string]: readonly Caller['role'][] } = {
  status: ['program', 'operator', 'world'],
  readers: ['program', 'operator', 'world'],
  card: ['program', 'operator'],
  pins: ['operator'],
  pin: ['operator'],
  journal: ['operator'],
  trace: ['operator'],
  record: ['operator'],
  register: ['program', 'operator'],
  exceptions: ['program', 'operator'],
  recover: ['program', 'operator'],
  link: ['operator'],
  origins: ['operator'],
  origin: ['operator'],
  component: ['operator'],
  doctor: ['operator'],
  support: ['operator'],
  supportSet: ['operator'],
  // Its answer is a file, which HTTP alone gives.
  supportBundle: [],
  mend: ['operator'],
  worldGet: ['world'],
  world: ['world'],
  catalogue: ['program', 'operator'],
  reference: ['program', 'operator'],
  directory: ['program', 'operator'],
  verify: ['program', 'operator'],
  verifyItem: ['program', 'operator'],
  stop: ['operator'],
};

const unknownCode = (): Failure =>
  new Failure(-1, {
    kind: 'origin-code',
    why: say({ zh: '沒有網頁以這個代碼要求連線，或已逾時', en: 'no web page asks with this code, or it has ended' }),
    todo: say({ zh: '請在網頁上重新要求一次', en: 'ask again on the page' }),
  });
const unknownOrigin = (): Failure =>
  new Failure(-1, { kind: 'origin', why: say({ zh: '沒有允許過這個網站', en: 'this origin was not let in' }) });

export const notThisRole = (): Failure =>
  new Failure(4029, {
    kind: 'role',
    why: say({ zh: '這個身分不能做這項作業', en: 'this role may not do that' }),
    todo: say({ zh: '請以操作者的身分執行', en: 'do it as the operator' }),
  });
const theWorld = (deps: DoorDependencies): WorldControl => {
  if (deps.world === undefined)
    throw new Failure(-1, { kind: 'live', why: say({ zh: '這不是模擬世界', en: 'this is not a simulated world' }) });
  return deps.world;
};

const theDoctor = (deps: DoorDependencies): DoctorControl => {
  if (deps.doctor === undefined) throw wrong('doctor');
  return deps.doctor;
};

const theSupport = (deps: DoorDependencies): SupportControl => {
  if (deps.support === undefined) throw wrong('support');
  return deps.support;
};

/** The walk over a session of this process; *delivered* is the door's to say, when its client has the answer. */
async function registerOp(deps: DoorDependencies, caller: Caller, body: Body) {
  const session = deps.control.session(caller);
  const id = requestId(deps, body);
  let delivered = (): void => {};
  const result = await registerWalk(
    async (name, inputs) => {
      const answer = await session.call({
        requestId: `${id}/${name}`,
        name,
        inputs,
        ...(body.card === undefined ? {} : { insertion: text(body, 'card') }),
      });
      delivered = answer.delivered;
      return answer;
    },
    {
      treatItem: text(body, 'treatItem', true),
      babyTreat: text(body, 'babyTreat', true),
      afterCheck: text(body, 'afterCheck', true),
      port: await portOf(deps, text(body, 'card', true)),
    },
  );
  return withDelivery(result, () => delivered());
}

/** The port of the dedicated reader (3.5) that holds the card; any number opens the chip readers. */
async function portOf(deps: DoorDependencies, insertion: string): Promise<number> {
  const { slots } = await deps.control.status();
  const devices = [...new Set(slots.map((slot) => slot.device))];
  const device = slots.find((slot) => slot.insertion === insertion)?.device;
  return device === undefined ? 0 : devices.indexOf(device);
}

/** A recording lives as long as the connection that asked for it, and reaches nobody else. */
async function recordOp(deps: DoorDependencies, _caller: Caller, body: Body, connection?: Connection) {
  if (deps.recorder === undefined || connection === undefined) throw wrong('record');
  const { header, lines, end } = await deps.recorder({ withData: body.withData === true });
  const tell = (made: readonly unknown[]): void => {
    for (const line of made) connection.tell({ type: 'trace', line });
  };
  const stop = deps.control.tap({
    call: (call) => tell(lines.call(call)),
    event: (event) => tell(lines.event(event)),
    ended: (process) => tell(lines.ended(process)),
  });
  connection.onClose(() => {
    stop();
    end();
  });
  return header;
}

const deliveries = new WeakMap<object, () => void>();
const withDelivery = <T extends object>(result: T, delivered: () => void): T => {
  deliveries.set(result, delivered);
  return result;
};
/** What the door does once an op's result has reached its client. */
export const deliveryOf = (result: unknown): (() => void) | undefined =>
  typeof result === 'object' && result !== null ? deliveries.get(result) : undefined;
