/** @module The one class of failures: an NHI code or a trouble on the way, with a reason and what to do, in two languages. */

import { browser, here, loopbackPermission } from './browser.ts';
import type { FailureWords, Words } from './types.ts';

/** Starts the control software where it is installed, or brings its console to the front. */
export const openLink = 'opencshis:open';

const say = (zh: string, en: string): Words => ({ zh, en });

/** What can go wrong before the control software answers. A `kind` of a failure is one of these, or the control software's. */
export const troubles = {
  'not-running': [
    say('控制軟體沒有回應', 'the control software does not answer'),
    say(
      `請開啟控制軟體（${openLink}，或 opencshis start）。若已開啟，這個網頁可能已被撤銷：請重新要求連線`,
      `start the control software (${openLink}, or opencshis start); if it runs, this page may have been taken back: ask to be let in again`,
    ),
  ],
  'permission-denied': [
    say('瀏覽器不允許這個網頁連線到本機', 'the browser does not let this page reach this machine'),
    say(
      '請按網址列左邊的網站資訊，把「本機裝置上的應用程式」改為允許，再重新整理',
      'open the site information at the left of the address bar, allow "apps on this device", and reload',
    ),
  ],
  'permission-dismissed': [
    say('還沒有回答瀏覽器「連線到本機」的詢問', "the browser's question about reaching this machine was not answered"),
    say(
      '請再試一次並按允許；關掉三次之後，要在網址列左邊的網站資訊改為允許',
      'try again and allow it; after three dismissals, allow it in the site information at the left of the address bar',
    ),
  ],
  iframe: [
    say(
      '這個網頁嵌在別的網頁裡，沒有得到連線到本機的許可',
      'this page is a frame without the right to reach this machine',
    ),
    say(
      '請在外層網頁的 iframe 加上 allow="loopback-network"',
      'the outer page needs allow="loopback-network" at the iframe',
    ),
  ],
  'insecure-context': [
    say('這個網頁不是以加密連線開啟', 'this page was not opened by an encrypted connection'),
    say(
      '請改用 https 網址（開發時可用 http://localhost）',
      'use its https address (http://localhost while developing)',
    ),
  ],
  safari: [
    say('Safari 不讓 https 網頁連線到本機', 'Safari lets no https page reach this machine'),
    say('請改用 Chrome、Edge 或 Firefox', 'use Chrome, Edge or Firefox'),
  ],
  'not-paired': [
    say('這個網頁還沒有和控制軟體連線過', 'this page was not let in by the control software yet'),
    say('請要求連線（pair），並在主控台核對代碼', 'ask to be let in (pair), and compare the code in the console'),
  ],
  impostor: [
    say('回應的不是這個網頁認識的控制軟體', 'what answers is not the control software that this page knows'),
    say(
      '什麼都沒有送出。請確認沒有其他程式佔用連接埠；若重裝過控制軟體，請重新要求連線',
      'nothing was sent to it; see that no other program holds the port, and ask to be let in again after a new installation',
    ),
  ],
  'pairing-refused': [
    say('主控台拒絕了這個網頁', 'the console refused this page'),
    say('十分鐘後才能再要求', 'it may ask again in ten minutes'),
  ],
  'pairing-ended': [
    say('沒有人在主控台核對代碼，要求已結束', 'nobody compared the code in the console, the request has ended'),
    say('請再要求一次', 'ask again'),
  ],
  timeout: [
    say('控制軟體沒有在時間內回答', 'the control software did not answer in time'),
    say(
      '請看主控台是否在等密碼或網路；同一個要求編號再問一次會得到同一個答案',
      'see whether the console waits for a PIN or the network; the same request id, asked again, gets the same answer',
    ),
  ],
  aborted: [say('已取消', 'cancelled'), say('需要時再試一次', 'try again when it is wanted')],
  refused: [
    say('要求被拒絕', 'refused'),
    say('這個權杖不能做這件事，或已失效', 'this token may not do that, or has ended'),
  ],
} as const satisfies { readonly [kind: string]: readonly [why: Words, todo: Words] };
export type Trouble = keyof typeof troubles;

/** Why a request has no answer: refused, failed with words, or nobody there (`status` 0). */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure';
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  /** NHI return code; -1 where NHI has none. */
  readonly code: number;
  /** For programs: a trouble, or the control software's own word (`card-changed`, `in-doubt`). */
  readonly kind: string;
  readonly why: Words;
  readonly todo: Words;
  /** As the control software said it. */
  readonly failure: FailureWords | undefined;
  /** For a link on the page, where the control software does not answer. */
  readonly open: string | undefined;
  constructor(status: number, failure?: FailureWords, trouble: Trouble = status === 0 ? 'not-running' : 'refused') {
    const [why, todo] = troubles[trouble];
    super(failure?.why.en ?? why.en);
    this.status = status;
    this.code = failure?.code ?? -1;
    this.kind = failure?.kind ?? (failure === undefined ? trouble : 'code');
    this.why = failure?.why ?? why;
    this.todo = failure?.todo ?? (failure === undefined ? todo : say('', ''));
    this.failure = failure;
    this.open = this.kind === 'not-running' ? openLink : undefined;
  }
}
export const trouble = (kind: Trouble): ClientFailure => new ClientFailure(0, undefined, kind);

/** Why nothing came back at all, as far as a page can know. */
export async function whyUnreachable(base: string): Promise<Trouble> {
  const { isSecureContext, top, self, navigator, location } = browser;
  if (location === undefined || new URL(base || here()).origin === here()) return 'not-running';
  if (isSecureContext === false) return 'insecure-context';
  // From this machine to this machine no permission is asked for, whatever its state.
  if (/^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname)) return 'not-running';
  const state = await loopbackPermission();
  if (state === 'denied') return top === self ? 'permission-denied' : 'iframe';
  if (state === 'prompt') return 'permission-dismissed';
  const safari = /^((?!chrom|android).)*safari/i.test(navigator?.userAgent ?? '');
  return safari && location.protocol === 'https:' ? 'safari' : 'not-running';
}
