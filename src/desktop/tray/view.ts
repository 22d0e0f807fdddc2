/** @module What the icon shows, from what the control software says of itself. Pure. */

import { type Say, say } from '../../base/say.ts';
import type { TrayItem, TrayState, TrayView } from './types.ts';

/** As much of control's status as is looked at. */
export interface TrayStatus {
  readonly version: string;
  readonly profile: '3.5' | '5.1';
  readonly simulated: boolean;
  readonly sam: {
    readonly state: number;
    readonly kind: 'card' | 'cloud';
    readonly online: boolean;
    readonly delegation?: { readonly valid: boolean };
    readonly lastFailure?: { readonly code: number };
  };
  readonly slots: readonly { readonly name: string; readonly state: string }[];
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  readonly journal: { readonly waiting: number; readonly inDoubt: number; readonly refused: number };
}

export interface TrayFacts {
  /** Undefined while the control software does not answer. */
  readonly status: TrayStatus | undefined;
  /** When it was first seen offline, milliseconds since 1970. */
  readonly offlineSince?: number | undefined;
  /** The security module is being restarted. */
  readonly restarting?: boolean;
}

/** Chinese first, English beside it: the icon has no language of its own. */
const both = (words: Say): string => `${words.zh} ${words.en}`;

export const isOffline = (status: TrayStatus): boolean => !(status.links.centre && status.links.sam);

/** What a person has to look at; each with a sentence. */
export function attentionOf(status: TrayStatus): Say[] {
  const { sam, slots, journal } = status;
  const reasons: Say[] = [];
  if (journal.inDoubt > 0)
    reasons.push(
      say({
        zh: `${journal.inDoubt} 筆不確定：請把卡片放回讀卡機`,
        en: `${journal.inDoubt} in doubt: put the card back`,
      }),
    );
  if (journal.refused > 0)
    reasons.push(
      say({ zh: `${journal.refused} 筆資料中心不收`, en: `${journal.refused} not taken by the data centre` }),
    );
  const silent = slots.filter((slot) => slot.state !== 'ready');
  if (silent.length > 0)
    reasons.push(say({ zh: `${silent.length} 台讀卡機沒有回應`, en: `readers that do not answer: ${silent.length}` }));
  if (sam.kind === 'card' && sam.state === 0)
    reasons.push(say({ zh: '沒有安全模組卡', en: 'no security module card' }));
  else if (sam.state === 9)
    reasons.push(say({ zh: '卡槽裡的不是安全模組卡', en: 'the card in the slot is no security module' }));
  // Without a network it works by its delegation, or tells so by being offline.
  else if (sam.state !== 2 && sam.online && sam.lastFailure !== undefined && !sam.delegation?.valid)
    reasons.push(
      say({
        zh: `安全模組認證失敗（${sam.lastFailure.code}）`,
        en: `security module not verified (${sam.lastFailure.code})`,
      }),
    );
  return reasons;
}

/** Local hours and minutes. */
const timeOfDay = (at: number): string =>
  new Intl.DateTimeFormat('zh-TW', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

export function viewOf({ status, offlineSince, restarting }: TrayFacts): TrayView {
  const attention = status === undefined ? [] : attentionOf(status);
  const offline = status !== undefined && isOffline(status);
  const state: TrayState =
    status === undefined ? 'stopped' : attention.length > 0 ? 'attention' : offline ? 'offline' : 'good';
  const since = offline && offlineSince !== undefined ? timeOfDay(offlineSince) : undefined;
  const lines = since !== undefined && state === 'offline' ? [] : [stateWords[state]];
  lines.push(...attention);
  if (since !== undefined) lines.push(say({ zh: `離線，自 ${since} 起`, en: `Offline since ${since}` }));
  if (status !== undefined && status.journal.waiting > 0)
    lines.push(
      say({
        zh: `${status.journal.waiting} 筆尚未送到資料中心`,
        en: `${status.journal.waiting} not at the data centre yet`,
      }),
    );
  const about =
    status === undefined
      ? []
      : [
          say({
            zh: `OpenCSHIS ${status.version}（${status.profile}）${status.simulated ? '模擬世界' : ''}`,
            en: status.simulated ? 'simulated' : '',
          }),
        ];
  const running = status !== undefined;
  const item = (id: string, words: Say, enabled: boolean): TrayItem => ({ id, label: both(words).trim(), enabled });
  const separator = (id: string): TrayItem => ({ id, label: '', enabled: false });
  return {
    state,
    title: 'OpenCSHIS 健保卡控制軟體',
    text: [...lines, ...about].map((words) => both(words).trim()).join('\n'),
    items: [
      item('open', say({ zh: '開啟主控台', en: 'Open the console' }), running),
      item(
        'restart',
        restarting
          ? say({ zh: '正在重新啟動安全模組…', en: 'Restarting the security module ..' })
          : say({ zh: '重新啟動安全模組', en: 'Restart the security module' }),
        running && !restarting,
      ),
      separator('above'),
      ...[...lines, ...about].map((words, at) => item(`line-${at}`, words, false)),
      separator('below'),
      item('quit', say({ zh: '結束', en: 'Quit' }), true),
    ],
  };
}

const stateWords: { readonly [S in TrayState]: Say } = {
  good: say({ zh: '正常', en: 'Working' }),
  offline: say({ zh: '離線', en: 'Offline' }),
  attention: say({ zh: '需要處理', en: 'Needs attention' }),
  stopped: say({ zh: '控制軟體沒有回應', en: 'The control software does not answer' }),
};
