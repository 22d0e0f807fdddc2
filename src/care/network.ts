/** @module Questions to the network, each ended by its deadline, none of them able to hold this process. */

import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Clock, limits } from '../base/index.ts';
import type { Asked, Machine, Reached } from './machine.ts';

/**
 * By a process of its own: the system's resolver (hosts file, VPN) may block for half a minute, and a blocked thread keeps
 * a process from ending.
 */
export async function resolveName(name: string, run: Machine['run']): Promise<readonly string[] | undefined> {
  const bare = name.replace(/^\[|\]$/g, '');
  if (isIP(bare)) return [bare];
  const script =
    'require("node:dns").lookup(process.argv[1], { all: true }, (e, a) => console.log(JSON.stringify(e ? [] : a.map((one) => one.address))))';
  const ran = await run(process.execPath, ['-e', script, name]);
  if (ran?.code !== 0) return undefined;
  const addresses = JSON.parse(ran.out) as string[];
  return addresses.length > 0 ? addresses : undefined;
}

export function reachPort(host: string, port: number, clock: Clock): Promise<Reached> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (reached: Reached): void => {
      stop();
      socket.destroy();
      resolve(reached);
    };
    const stop = clock.after(limits.doctorLayer, () => end('silent'));
    socket.on('connect', () => end('open'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ECONNREFUSED' ? 'refused' : error.code === 'ETIMEDOUT' ? 'silent' : 'unreachable'),
    );
  });
}

export function certificateFault(host: string, port: number, clock: Clock): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }) });
    const end = (fault: string | undefined): void => {
      stop();
      socket.destroy();
      resolve(fault);
    };
    const stop = clock.after(limits.doctorLayer, () => end('silent'));
    socket.on('secureConnect', () => end(undefined));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'unknown'));
    socket.on('end', () => end('ended'));
  });
}

/** Whether its certificate is good is another question. */
export function askUrl(url: string, clock: Clock): Promise<Asked | undefined> {
  return new Promise((resolve) => {
    const end = (asked?: Asked): void => {
      stop();
      request.destroy();
      resolve(asked);
    };
    const request = (url.startsWith('https:') ? httpsGet : httpGet)(
      url,
      { agent: false, rejectUnauthorized: false },
      ({ statusCode: status = 0, headers }) => {
        const [, day, month = '', year, hour, minute, second] =
          /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(headers.date ?? '') ?? [];
        const at = months.indexOf(month);
        end(
          at < 0
            ? { status }
            : { status, date: utc(Number(year), at + 1, Number(day), Number(hour), Number(minute), Number(second)) },
        );
      },
    );
    const stop = clock.after(limits.doctorLayer, () => end());
    request.on('error', () => end());
  });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Milliseconds since 1970: days by the civil calendar, counted from March. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days =
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000;
}
