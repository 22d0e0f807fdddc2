/** @module The status on one screen. */

import { type Say, say } from '../base/index.ts';
import type { Status } from '../client/index.ts';
import type { Discovery } from '../main/home.ts';
import { type Output, table } from './output.ts';

/** As much of control's status as is shown. */
export type StatusOp = Pick<Status, 'sam' | 'slots' | 'pcsc' | 'links' | 'journal' | 'offlineMode' | 'watch'>;

/** `site`: where the simulated VPN site answers. */
export function showStatus(output: Output, found: Discovery, status: StatusOp, site?: string): void {
  const { word, style } = output;
  const mark = (good: boolean): string => (good ? style('green', '●') : style('yellow', '○'));
  const { sam, links, journal } = status;
  const samReady = sam.state === 2;
  const online = links.centre && links.sam;
  const samWords = samReady
    ? say({ zh: '已認證', en: 'verified' })
    : sam.delegation?.valid
      ? say({ zh: '未連線，以簽章授權作業', en: 'not connected, works by its delegation' })
      : sam.state === 9
        ? say({ zh: '卡槽裡的不是安全模組卡', en: 'the card in its slot is no security module' })
        : sam.state === 0 && sam.kind === 'card'
          ? say({ zh: '沒有安全模組卡', en: 'no security module card' })
          : say({ zh: '尚未認證（呼叫時自動）', en: 'not verified yet; calls do it by themselves' });
  output.line(
    `${style('bold', `OpenCSHIS ${found.version}`)}  ${found.profile === '5.1' ? word(say({ zh: '晶片讀卡機 5.1', en: 'chip reader 5.1' })) : word(say({ zh: '專屬讀卡機 3.5', en: 'dedicated reader 3.5' }))}${found.simulated ? `  ${style('yellow', word(say({ zh: '模擬世界', en: 'simulated world' })))}` : ''}`,
  );
  const rows: string[][] = [
    [mark(true), word(say({ zh: '控制軟體', en: 'control' })), found.url],
    [
      mark(samReady),
      sam.kind === 'card'
        ? word(say({ zh: '安全模組卡', en: 'security module card' }))
        : word(say({ zh: '安全模組', en: 'security module' })),
      `${word(samWords)}${sam.identity ? `  ${sam.identity.hospAbbName} ${sam.identity.hospId}` : ''}`,
    ],
    [
      mark(online),
      word(say({ zh: '資料中心', en: 'data centre' })),
      word(
        online
          ? say({ zh: '連線中', en: 'connected' })
          : sam.kind === 'card'
            ? say({ zh: '離線', en: 'offline' })
            : say({
                zh: `離線（${status.offlineMode === 'delegated' ? '授權模式' : '官方模式'}）`,
                en: `offline (${status.offlineMode} mode)`,
              }),
      ),
    ],
    ...(site === undefined
      ? []
      : [[mark(true), word(say({ zh: 'VPN 登入網站（模擬）', en: 'VPN log-in site (simulated)' })), site]]),
    ...status.slots.map((slot) => [
      mark(slot.present),
      slot.name,
      word(
        slot.state !== 'ready'
          ? say({ zh: '讀卡機沒有回應', en: 'the reader does not answer' })
          : slot.present
            ? say({ zh: '有卡片', en: 'a card is in' })
            : say({ zh: '沒有卡片', en: 'no card' }),
      ),
    ]),
  ];
  output.line(table(rows));
  if (status.watch?.supervisor === false) output.line(style('red', `    ${word(supervisorSilent)}`));
  if (status.watch) showRestarts(output, status.watch);
  if (!status.pcsc.available && status.pcsc.why)
    output.line(style('dim', `    ${word(say({ zh: '實體讀卡機：', en: 'real readers: ' }))}${word(status.pcsc.why)}`));
  if (journal.waiting > 0)
    output.line(
      `    ${word(say({ zh: `${journal.waiting} 筆尚未送到資料中心（會自動重送）`, en: `${journal.waiting} not at the data centre yet; sent again by themselves` }))}`,
    );
  if (journal.inDoubt > 0)
    output.line(
      style(
        'red',
        `    ${word(say({ zh: `${journal.inDoubt} 筆不確定：請把卡片放回讀卡機`, en: `${journal.inDoubt} in doubt: put the card back` }))}`,
      ),
    );
  if (journal.refused > 0)
    output.line(
      style(
        'red',
        `    ${word(say({ zh: `${journal.refused} 筆資料中心不收：opencshis journal 列出原因`, en: `${journal.refused} not taken by the data centre: opencshis journal tells why` }))}`,
      ),
    );
  if (journal.cut > 0)
    output.line(
      style(
        'yellow',
        `    ${word(say({ zh: `日誌尾端受損 ${journal.cut} 位元組，已另存`, en: `${journal.cut} damaged bytes at the journal's end were kept aside` }))}`,
      ),
    );
}

export const supervisorSilent = say({
  zh: '監督程序沒有回應，沒有人會重新啟動停住的程序。請執行 opencshis start，它會接手',
  en: 'The supervisor does not answer: nobody starts again what hangs. Run opencshis start, which takes over',
});

/** What had to be started again, and why. */
export function showRestarts({ line, word, style }: Output, watch: NonNullable<StatusOp['watch']>): void {
  for (const { name, restarts, hung } of watch.processes)
    if (restarts > 0)
      line(
        style(
          'yellow',
          `    ${word(
            say({
              zh: `${name} 已自動重新啟動 ${restarts} 次（其中 ${hung} 次是沒有回應）`,
              en: `${name} was started again ${restarts} times by itself (${hung} of them as it did not answer)`,
            }),
          )}`,
        ),
      );
}

/** The web component's face, and whom its ports belong to else. */
export interface ComponentOp {
  readonly on: boolean;
  readonly ports: readonly number[];
  readonly why?: Say;
  readonly certificate?: { readonly notAfter: number };
  readonly neighbours: readonly { readonly port: number; readonly name: Say; readonly program?: string }[];
}

/** Programs that would get in the way of a log-in (FAQ Q11). */
export function showNeighbours({ line, word, style }: Output, list: ComponentOp['neighbours']): void {
  if (list.length === 0) return;
  line(
    style(
      'yellow',
      word(
        say({
          zh: '其他讀卡元件正在回應，可能與控制軟體衝突：',
          en: 'other card programs answer, and may be in the way of this one:',
        }),
      ),
    ),
  );
  line(table(list.map(({ port, name, program }) => [`    ${port}`, word(name), program ?? ''])));
}
