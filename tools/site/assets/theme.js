/* Before the first paint: the colours that the reader chose, else the system's. */
(() => {
  let chosen;
  try {
    chosen = localStorage.getItem('opencshis-theme');
  } catch {
    // A browser may forbid storage to local files.
  }
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
  document.documentElement.classList.add('script');
})();
