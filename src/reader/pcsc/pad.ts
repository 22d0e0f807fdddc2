/**
 * @module A PC/SC reader's PIN pad in use. Pads lie: one is claimed that is not there, an entry that ends at once is called
 * "cancelled", one that nobody ended in time as well. What a person cannot have done is not told as his doing.
 */

import { type Clock, limits } from '../../base/index.ts';
import { encodeResponse, padWords } from '../../codec/index.ts';
import { readerFailure } from '../failures.ts';
import type { PadEntry, SlotInfo } from '../types.ts';
import { type Answer, type Handle, type PcscApi, rv } from './api.ts';
import { pcscLimits } from './limits.ts';
import {
  decodeFeatures,
  decodeProperties,
  encodePinCommand,
  type Features,
  feature,
  featureRequest,
  type PadProperties,
} from './pin-pad.ts';
import type { Platform } from './platform.ts';

export interface Pad {
  readonly state: NonNullable<SlotInfo['pad']>;
  readonly features: Features;
}

/** A pad that is not used though its reader claims it: by USB vendor and product, or by the beginning of its name. */
export interface BlockedPad {
  readonly usb?: string;
  readonly name?: string;
  readonly why: string;
}
/** None is known to us by its numbers yet: found out by the first entry, and then named by OPENCSHIS_PINPAD_BLOCK. */
export const blockedPads: readonly BlockedPad[] = [];

export interface PadSettings {
  /** OPENCSHIS_PINPAD=off: PINs are typed at the computer, whatever readers say. */
  readonly off: boolean;
  readonly blocked: readonly BlockedPad[];
}

/** OPENCSHIS_PINPAD, and OPENCSHIS_PINPAD_BLOCK: `0c4b:0504` or beginnings of names, parted by semicolons. */
export function padSettings(env: { readonly [name: string]: string | undefined }): PadSettings {
  const own = (env.OPENCSHIS_PINPAD_BLOCK ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({
      ...(/^[0-9a-f]{4}:[0-9a-f]{4}$/i.test(one) ? { usb: one.toLowerCase() } : { name: one }),
      why: 'OPENCSHIS_PINPAD_BLOCK',
    }));
  return { off: env.OPENCSHIS_PINPAD === 'off', blocked: [...blockedPads, ...own] };
}

export function isBlocked(reader: string, { vendor, product }: PadProperties, list: readonly BlockedPad[]): boolean {
  const four = (value: number): string => value.toString(16).padStart(4, '0');
  const usb = vendor === undefined || product === undefined ? undefined : `${four(vendor)}:${four(product)}`;
  return list.some(
    (one) =>
      (one.usb !== undefined && one.usb === usb) ||
      (one.name !== undefined && reader.toLowerCase().startsWith(one.name.toLowerCase())),
  );
}

/** Drivers that know of no control command at all say so in these ways: a reader without a pad. */
const without: readonly number[] = [0x8010001f, rv.notTransacted, 0x80100004, 0x32, 0x1];

/** What the reader says of its pad; undefined where it has none. Nothing is sent to the card. */
export async function findPad(
  api: PcscApi,
  platform: Platform,
  reader: string,
  card: Handle,
  settings: PadSettings,
): Promise<Pad | undefined> {
  const none: Features = new Map();
  const answer = await api.control(card, platform.controlCode(featureRequest), new Uint8Array(0));
  if (without.includes(answer.rv)) return undefined;
  const features = answer.rv === rv.ok ? decodeFeatures(answer.response) : undefined;
  if (features === undefined) return { state: 'query-failed', features: none };
  if (!features.has(feature.verify)) return undefined;
  if (settings.off) return { state: 'off', features };
  const code = features.get(feature.tlvProperties);
  const told = code === undefined ? undefined : await api.control(card, code, new Uint8Array(0));
  const properties = told?.rv === rv.ok ? decodeProperties(told.response) : {};
  return { state: isBlocked(reader, properties, settings.blocked) ? 'blocked' : 'ready', features };
}

/** The answer of the card, or one of `padWords`; `pad-refused` where the reader did not let anybody type. */
export async function typeOnPad(
  api: PcscApi,
  clock: Clock,
  pad: Pad,
  card: Handle,
  entry: PadEntry,
): Promise<{ readonly response: Uint8Array } | { readonly failed: number }> {
  if (entry.signal?.aborted) return { response: encodeResponse(padWords.cancelled) };
  const code = pad.features.get(entry.twice ? feature.modify : feature.verify);
  if (code === undefined) throw readerFailure('pad-refused');
  const timeout = Math.floor(limits.pinEntry / 1000);
  const began = clock.monotonic();
  entry.shown?.();
  const answer: Answer & { response: Uint8Array } = await api.control(
    card,
    code,
    encodePinCommand({ ...entry, timeout }),
  );
  const took = clock.monotonic() - began;
  const word =
    answer.rv === rv.timeout
      ? padWords.timedOut
      : answer.rv === rv.cancelled
        ? padWords.cancelled
        : answer.rv === rv.ok && answer.response.length >= 2
          ? Buffer.from(answer.response).readUInt16BE(answer.response.length - 2)
          : undefined;
  if (word === padWords.timedOut || word === padWords.cancelled) {
    // Nobody presses a key, and no minute passes, within a moment; and after the minute nobody has pressed one.
    if (took < pcscLimits.padAtOnce) throw readerFailure('pad-refused');
    return { response: encodeResponse(took >= limits.pinEntry ? padWords.timedOut : word) };
  }
  if (word === undefined && answer.rv === rv.ok) throw readerFailure('pad-refused');
  if (word === undefined) {
    if (without.includes(answer.rv)) throw readerFailure('pad-refused');
    return { failed: answer.rv };
  }
  const high = word >> 8;
  // The structure or the command is nothing to this pad: it has none for it.
  if (took < pcscLimits.padAtOnce && (high === 0x6b || high === 0x6d || high === 0x6e || word === padWords.length))
    throw readerFailure('pad-refused');
  return { response: answer.response };
}
