/** @module The frame of every page: who we are, how everything stands, where to go, what has happened, a PIN to type. */

import { computed, effect, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Announcer } from './announcer.tsx';
import { Messages } from './messages.tsx';
import { OriginRequests } from './origin-requests.tsx';
import { pages } from './pages.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { go, linkTo, route } from './route.ts';
import { useShortcuts } from './shortcuts.ts';
import { reasons } from './standing.ts';
import { dismiss, link, messages, openEntries, simulated, status } from './state.ts';
import { language, t, word } from './words.ts';

const shown = signal<{ readonly name: string; readonly Page: ComponentType } | undefined>(undefined);
const visible = computed(() => pages.filter((page) => page.simulated === undefined || simulated.value));

effect(() => {
  const [name = ''] = route.value;
  const asked = pages.find((one) => one.name === name);
  // Nobody knows yet whether this is a simulated world: its page is not loaded before.
  if (asked?.simulated && status.value === undefined) return;
  const page = asked === undefined || (asked.simulated && !simulated.value) ? pages[0] : asked;
  if (page === undefined || shown.peek()?.name === page.name) return undefined;
  // One that comes when another is wanted already is too late.
  let wanted = true;
  void page.load().then(({ default: Page }) => {
    if (wanted) shown.value = { name: page.name, Page };
  });
  return () => {
    wanted = false;
  };
});
effect(() => {
  const page = pages.find((one) => one.name === shown.value?.name);
  const mark = simulated.value ? t('【模擬】', '[SIMULATED] ') : '';
  if (page) document.title = `${mark}${word(page.title)} – OpenCSHIS`;
});
/** Beside its words a pattern around everything, on the screen and on each sheet of paper: no colour has to be seen. */
effect(() => {
  document.documentElement.classList.toggle('simulation', simulated.value);
});

export function Shell() {
  useShortcuts([
    ...visible.value.map((page, index) => ({ key: `Alt+${index + 1}`, run: () => go(page.name) })),
    {
      key: 'Escape',
      run() {
        const newest = messages.value.at(-1);
        if (newest) dismiss(newest.id);
      },
    },
  ]);
  if (link.value === 'none' || link.value === 'refused') return <NoLink />;
  const Page = shown.value?.Page;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('跳到內容', 'Skip to content')}
      </button>
      <header class="top">
        <strong class="name">OpenCSHIS</strong>
        {simulated.value && <strong class="simulated">{t('模擬世界：不是真的', 'SIMULATED, not real')}</strong>}
        <Standing />
        <button
          type="button"
          class="language"
          lang={language.value === 'zh' ? 'en' : 'zh-Hant-TW'}
          onClick={() => {
            language.value = language.value === 'zh' ? 'en' : 'zh';
          }}
        >
          {language.value === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <nav class="pages" aria-label={t('頁面', 'Pages')}>
        <ul>
          {visible.value.map((page, index) => (
            <li key={page.name}>
              <a
                href={linkTo(page.name)}
                aria-current={shown.value?.name === page.name ? 'page' : undefined}
                aria-keyshortcuts={`Alt+${index + 1}`}
                title={`Alt+${index + 1}`}
              >
                {word(page.title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <OriginRequests />
      <Messages />
      <main id="main" tabIndex={-1}>
        {Page ? <Page /> : <p aria-busy="true">{t('載入中…', 'Loading ..')}</p>}
      </main>
      <PinDialog />
      <Announcer />
    </>
  );
}

/** How the links and the security module stand, in words and signs, never by colour alone. */
function Standing() {
  const now = status.value;
  if (link.value === 'lost')
    return (
      <span class="standing bad lost" role="status">
        {t('✘ 控制軟體沒有回應，重新連線中…', '✘ the control software does not answer, trying again ..')}
      </span>
    );
  if (now === undefined) return <span class="standing" role="status" />;
  const sam = now.sam.state === 2;
  return (
    <span class="standing" role="status">
      <span class={sam ? 'good' : 'bad'}>
        {sam ? '✔' : '✘'} {t('安全模組', 'SAM')}
      </span>
      <span class={now.links.centre ? 'good' : 'bad'}>
        {now.links.centre ? '✔' : '✘'} {t('資料中心', 'Centre')}
      </span>
      {reasons(now, openEntries.value).map((reason) => (
        <a key={reason.kind} href={linkTo('day')} class={`waiting ${reason.kind === 'waiting' ? '' : 'bad'}`}>
          {reason.kind === 'waiting' ? '…' : '⚠'} {word(reason.words)}
          {t('：', ': ')}
          {word(reason.todo)}
        </a>
      ))}
    </span>
  );
}

/** In both languages: nobody has chosen one here. */
function NoLink() {
  const refused = link.value === 'refused';
  return (
    <main id="main" class="alone">
      <h1>OpenCSHIS</h1>
      <p lang="zh-Hant-TW">
        {refused ? '這個主控台的連結已經失效。' : '這個網頁需要一次性連結才能使用。'}請在終端機執行：
      </p>
      <p lang="en">
        {refused ? 'The link of this console has ended.' : 'This page needs a one-use link.'} Run in a terminal:
      </p>
      <p>
        <code>opencshis open</code>
      </p>
    </main>
  );
}
