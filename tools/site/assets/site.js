/* Search, tabs, colours, language. Everything is readable without it. */
(() => {
  const $ = (id) => document.getElementById(id);
  const remember = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name) ?? undefined;
      localStorage.setItem(name, value);
    } catch {
      // A browser may forbid storage to local files.
    }
    return undefined;
  };
  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  /* Colours. */
  const root = document.documentElement;
  const theme = $('theme');
  if (theme) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
    const show = () => theme.setAttribute('aria-pressed', String(isDark()));
    theme.hidden = false;
    show();
    dark.addEventListener('change', show);
    theme.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remember('opencshis-theme', root.dataset.theme);
      show();
    });
  }

  /* The same place in the other language. */
  for (const link of document.querySelectorAll('a.language'))
    link.addEventListener('click', () => {
      link.hash = location.hash;
    });

  /* The place in the sidebar. */
  const current = document.querySelector('.side [aria-current]');
  const side = document.querySelector('.side');
  if (current && side) side.scrollTop = current.offsetTop - side.clientHeight / 3;

  /* Languages of the samples as tabs, the choice kept. */
  for (const tabs of document.querySelectorAll('.tabs')) {
    const panels = [...tabs.querySelectorAll('.panel')];
    const bar = make('div', { className: 'tab-bar' });
    bar.setAttribute('role', 'tablist');
    bar.setAttribute('aria-label', tabs.dataset.label);
    const buttons = panels.map((panel) => {
      const heading = panel.querySelector('h3');
      const button = make('button', {
        type: 'button',
        id: `tab-${panel.dataset.tab}`,
        textContent: heading.textContent,
      });
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      heading.remove();
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      return button;
    });
    const choose = (at) => {
      panels.forEach((panel, index) => {
        panel.hidden = index !== at;
        buttons[index].setAttribute('aria-selected', String(index === at));
        buttons[index].tabIndex = index === at ? 0 : -1;
      });
    };
    buttons.forEach((button, at) => {
      button.addEventListener('click', () => {
        choose(at);
        remember('opencshis-language', panels[at].dataset.tab);
      });
      button.addEventListener('keydown', (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const to =
          event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? buttons.length - 1
              : step && (at + step + buttons.length) % buttons.length;
        if (to === undefined) return;
        event.preventDefault();
        buttons[to].click();
        buttons[to].focus();
      });
    });
    bar.append(...buttons);
    tabs.prepend(bar);
    const kept = remember('opencshis-language');
    choose(
      Math.max(
        0,
        panels.findIndex((panel) => panel.dataset.tab === kept),
      ),
    );
  }

  /* What scrolls sideways can be reached by keyboard; what does not is no stop. */
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries)
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
  });
  for (const one of document.querySelectorAll('.scroll, pre')) scrollers.observe(one);

  /* Search: the index is a script, loaded when somebody wants it, since a page from a file fetches nothing. */
  const input = $('search');
  const list = $('results');
  if (!input || !list) return;
  input.parentElement.hidden = false;
  const { index, home } = document.body.dataset;
  let asked;
  const load = () => {
    asked ??= new Promise((resolve) => {
      document.head.append(make('script', { src: index, onload: resolve }));
    });
    return asked;
  };
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  let rows;
  const score = (row, words) => {
    let sum = 0;
    for (const word of words) {
      const { key, title, name, rest } = row;
      const one =
        key === word || name === word
          ? 100
          : key.startsWith(word)
            ? 60
            : title.startsWith(word) || name.startsWith(word)
              ? 50
              : title.includes(word)
                ? 40
                : name.includes(word)
                  ? 35
                  : rest.includes(word)
                    ? 10
                    : 0;
      if (one === 0) return 0;
      sum += one;
    }
    return sum - row.order / 10000;
  };
  let chosen = -1;
  const options = () => [...list.querySelectorAll('[role=option]')];
  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (at) => {
    const all = options();
    if (all.length === 0) return;
    chosen = (at + all.length) % all.length;
    all.forEach((one, position) => {
      one.setAttribute('aria-selected', String(position === chosen));
    });
    all[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[chosen].id);
  };
  const find = async () => {
    await load();
    rows ??= globalThis.cshisIndex.map(([key, title, name, address, kind, words], order) => ({
      key: fold(key),
      title: fold(title),
      name: fold(name),
      rest: fold(words),
      order,
      shown: { key, title, name, address, kind },
    }));
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    if (words.length === 0) return close();
    const found = rows
      .map((row) => ({ row, sum: score(row, words) }))
      .filter(({ sum }) => sum > 0)
      .sort((one, other) => other.sum - one.sum)
      .slice(0, 12);
    list.replaceChildren(
      ...found.map(({ row: { shown } }, at) => {
        const option = make(
          'li',
          { id: `result-${at}` },
          make('span', { className: 'key', textContent: shown.key }),
          make('span', { className: 'title', textContent: shown.title }),
          make('code', { textContent: shown.name }),
          make('span', { className: 'kind', textContent: shown.kind }),
        );
        option.setAttribute('role', 'option');
        option.dataset.address = `${home}${shown.address}`;
        return option;
      }),
    );
    if (found.length === 0) {
      const none = make('li', { className: 'none', textContent: input.dataset.none });
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      list.replaceChildren(none);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (found.length > 0) mark(0);
  };
  const go = (option) => {
    if (!option?.dataset.address) return;
    close();
    location.href = option.dataset.address;
  };
  input.addEventListener('focus', load);
  input.addEventListener('input', find);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      close();
      input.value = '';
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) find();
      else mark(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      find().then(() => go(options()[Math.max(0, chosen)]));
    }
  });
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    go(event.target.closest('[role=option]'));
  });
  input.addEventListener('blur', close);
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
