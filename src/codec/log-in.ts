/**
 * @module What a log-in signs: the text in the place of an id number in the signature envelope, so that it can never pass
 * as a visit. VPNH_Sign and the log-in from a browser differ in the second part: a number there, a word here.
 */

import { createHash } from 'node:crypto';

/** Which cards answer for a log-in from a browser. */
export const logInCards = ['sam+hpc', 'hc', 'component'] as const;
/**
 * `sam+hpc`: the institution, by its security module and a professional card whose PIN was typed. `hc`: a person, by a
 * health card. `component`: the same, as pages ask the web component for it.
 */
export type LogInCards = (typeof logInCards)[number];

export interface LogIn {
  readonly cards: LogInCards;
  /** As the browser named it. */
  readonly origin: string;
  /** The site's own, or for the component what its page hands over (version and random). */
  readonly nonce: string;
  readonly hcCardNo: string;
  readonly hpcCardNo: string;
}

/** A nonce that a log-in takes. */
export const isNonce = (text: string): boolean => /^[A-Za-z0-9+/=_.-]{16,128}$/.test(text);

/**
 * The subject of a browser's log-in: who answers, and one digest over origin and nonce, so that it has the same length
 * (a module card takes it in one command) however long the origin is.
 *
 * @example
 * logInSubject({ cards: 'hc', origin: 'https://a.example', nonce: 'n', hcCardNo: '900000000001', hpcCardNo: '' }).slice(0, 21);
 * // 'VPN:hc:900000000001::'
 */
export const logInSubject = ({ cards, origin, nonce, hcCardNo, hpcCardNo }: LogIn): string =>
  [
    'VPN',
    cards,
    hcCardNo,
    hpcCardNo,
    createHash('sha256').update(`log-in\n${origin}\n${nonce}`).digest('base64url'),
  ].join(':');

/** VPNH_Sign's subject. `cards` and `service` are its numbers. */
export const vpnSubject = (asked: {
  readonly service: number;
  readonly cards: number;
  readonly random: string;
  readonly hcCardNo: string;
  readonly hpcCardNo: string;
}): string => ['VPN', asked.service, asked.cards, asked.random, asked.hcCardNo, asked.hpcCardNo].join(':');
