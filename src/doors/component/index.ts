/**
 * @module The web component's local face as a whole: off unless switched on, never beside another program, on loopback
 * alone; 59001 always, 59002 and 7777 where a certificate is installed.
 */

import { type Clock, Failure, type Say, say } from '../../base/index.ts';
import { type Neighbour, neighbours } from '../neighbours.ts';
import type { Origins } from '../origins.ts';
import type { ComponentParts } from './functions.ts';
import { type Face, type Leaf, serveFace } from './server.ts';

export type { ComponentParts } from './functions.ts';
export type { Leaf } from './server.ts';

export interface Component {
  /** Kept in the world's folder, so that it is on again after a restart. Fails with -1, kind `component-beside`. */
  switchOn(): Promise<void>;
  switchOff(): Promise<void>;
  /** At the start of the program: on where it was, and no failure of the program where it cannot be. */
  resume(): Promise<void>;
  status(): Promise<ComponentStatus>;
  /** Another certificate, or none any more. */
  leafChanged(): Promise<void>;
  close(): Promise<void>;
}
export interface ComponentStatus {
  /** Whether it is meant to be on. */
  readonly on: boolean;
  /** Ports that it answers at. */
  readonly ports: readonly number[];
  /** Why it does not answer though it is on. */
  readonly why?: Say;
  /** Whether 59002 and 7777 have a certificate, and its end. */
  readonly certificate?: { readonly notAfter: number };
  readonly neighbours: readonly Neighbour[];
}
export interface ComponentOptions {
  readonly clock: Clock;
  readonly origins: Origins;
  readonly parts: ComponentParts;
  /** The certificate that the user has installed, where there is one. */
  readonly leaf: () => (Leaf & { readonly notAfter: number }) | undefined;
  /** Whether it is on, kept. */
  readonly kept: { get(): boolean; set(on: boolean): void };
  readonly ports?: { readonly http: number; readonly https: number; readonly socket: number };
}
const officialPorts = { http: 59001, https: 59002, socket: 7777 } as const;

export function createComponent(options: ComponentOptions): Component {
  const { clock, kept } = options;
  const ports = options.ports ?? officialPorts;
  let faces: Face[] = [];
  let tls: Face[] = [];
  let why: Say | undefined;
  /** One change after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const own = (): number[] => [...new Set([...faces, ...tls].map((face) => face.port))];

  const open = async (port: number, socket: boolean, leaf?: Leaf): Promise<Face[]> => {
    const face = (host: '127.0.0.1' | '::1', at: number) =>
      serveFace({
        clock,
        origins: options.origins,
        parts: options.parts,
        port: at,
        host,
        socket,
        ...(leaf === undefined ? {} : { leaf }),
      });
    const first = await face('127.0.0.1', port);
    try {
      return [first, await face('::1', first.port)];
    } catch (cause) {
      // A machine without IPv6 is served on IPv4 alone.
      if (['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes((cause as NodeJS.ErrnoException).code ?? '')) return [first];
      await first.close();
      throw cause;
    }
  };
  const close = async (list: readonly Face[]): Promise<void> => {
    await Promise.all(list.map((face) => face.close()));
  };
  const closeAll = async (): Promise<void> => {
    const all = [...faces, ...tls];
    faces = [];
    tls = [];
    await close(all);
  };
  const openTls = async (): Promise<void> => {
    const leaf = options.leaf();
    if (leaf === undefined) return;
    tls = await open(ports.https, false, leaf);
    tls.push(...(await open(ports.socket, true, leaf)));
  };
  const start = async (): Promise<void> => {
    if (faces.length > 0) return;
    const wanted: number[] = Object.values(ports);
    const beside = (await neighbours(clock)).filter((one) => wanted.includes(one.port));
    if (beside.length > 0) throw isBeside(beside);
    try {
      faces = await open(ports.http, false);
      await openTls();
    } catch (cause) {
      await closeAll();
      throw cause instanceof Failure ? cause : cannotListen(cause as NodeJS.ErrnoException);
    }
    why = undefined;
  };

  return {
    switchOn: () =>
      inTurn(async () => {
        await start();
        kept.set(true);
      }),
    switchOff: () =>
      inTurn(async () => {
        await closeAll();
        why = undefined;
        kept.set(false);
      }),
    resume: () =>
      inTurn(async () => {
        if (!kept.get()) return;
        await start().catch((error) => {
          if (!(error instanceof Failure)) throw error;
          why = error.why;
        });
      }),
    async status() {
      const leaf = options.leaf();
      return {
        on: kept.get(),
        ports: own(),
        ...(why === undefined ? {} : { why }),
        ...(leaf === undefined ? {} : { certificate: { notAfter: leaf.notAfter } }),
        neighbours: await neighbours(clock, own()),
      };
    },
    leafChanged: () =>
      inTurn(async () => {
        if (faces.length === 0) return;
        const leaf = options.leaf();
        if (leaf !== undefined && tls.length > 0) {
          for (const face of tls) face.renew(leaf);
          return;
        }
        const before = tls;
        tls = [];
        await close(before);
        await openTls();
      }),
    close: () => inTurn(closeAll),
  };
}

function isBeside(beside: readonly Neighbour[]): Failure {
  const list = (language: 'zh' | 'en'): string =>
    beside
      .map(({ port, name, program }) => `${port} ${name[language]}${program === undefined ? '' : ` [${program}]`}`)
      .join(language === 'zh' ? '、' : ', ');
  return new Failure(-1, {
    kind: 'component-beside',
    why: say({
      zh: `已有其他程式在這些連接埠回應：${list('zh')}`,
      en: `another program answers there: ${list('en')}`,
    }),
    todo: say({
      zh: '兩個元件不可並存。請先停止或解除安裝原有的元件，再開啟這項功能',
      en: 'the two must not run side by side: stop or remove the other one first, then switch this on',
    }),
  });
}
const cannotListen = (cause: NodeJS.ErrnoException): Failure =>
  new Failure(-1, {
    kind: 'component-port',
    why: say({
      zh: `網路服務元件的連接埠無法使用（${cause.code ?? '?'}）`,
      en: `a port of the web component cannot be used (${cause.code ?? '?'})`,
    }),
    cause,
  });
