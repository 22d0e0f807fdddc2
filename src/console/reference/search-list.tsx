/** @module A search and what it found, by keyboard alone: `/` goes to it, the arrows through it, Enter opens. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t, word } from '../words.ts';
import { type Entry, searchIn } from './search.ts';

const most = 150;
const typing = 'input, textarea, select, [contenteditable]';

interface Props {
  readonly entries: readonly Entry[];
  readonly label: string;
  readonly current: string;
  /** What is listed while nothing is searched. */
  readonly all?: boolean;
  hrefOf(entry: Entry): string;
}

export function SearchList({ entries, label, current, all = false, hrefOf }: Props) {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const search = useMemo(() => searchIn(entries), [entries]);
  const found = useMemo(() => (query === '' && !all ? [] : search(query)), [search, query, all]);
  useEffect(() => {
    const slash = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element | null)?.closest(typing) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);
  const links = (): HTMLElement[] => [...(list.current?.querySelectorAll('a') ?? [])];
  const arrows = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = links().indexOf(document.activeElement as HTMLElement) + by;
    if (at < 0) input.current?.focus();
    else links()[at]?.focus();
  };
  const shown = found.slice(0, most);
  return (
    <search class="find" aria-label={label} onKeyDown={arrows}>
      <label>
        {label} <kbd>/</kbd>
        <input
          ref={input}
          type="search"
          value={query}
          aria-keyshortcuts="/"
          placeholder={t('編號、名稱或文字', 'number, name or words')}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') links()[0]?.click();
          }}
        />
      </label>
      <p class="quiet" role="status">
        {query !== '' &&
          (found.length === 0 ? t('找不到', 'nothing found') : t(`找到 ${found.length} 項`, `${found.length} found`))}
      </p>
      {shown.length > 0 && (
        <ul ref={list}>
          {shown.map((entry) => (
            <li key={`${entry.kind} ${entry.at}`}>
              <a href={hrefOf(entry)} aria-current={entry.at === current ? 'true' : undefined}>
                {entry.label !== '' && <span class={entry.deprecated ? 'label old' : 'label'}>{entry.label}</span>}{' '}
                {word(entry.title)}
                {entry.deprecated && <span class="old-mark"> {t('（已停用）', '(deprecated)')}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      {found.length > most && (
        <p class="quiet">{t('還有更多，請再輸入幾個字', 'there are more: type a little more')}</p>
      )}
    </search>
  );
}
