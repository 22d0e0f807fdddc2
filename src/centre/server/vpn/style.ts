/** @module The looks of the simulated site: light and dark, from 360 pixels up. */

export const styleSheet = `
:root { color-scheme: light dark; --line: #c5ccd3; --soft: #f2f5f7; --go: #0b5f8a; --ink: #14202b; --back: #fff; --warn: #8a4b00; --bad: #a11414; --good: #116b3a; }
@media (prefers-color-scheme: dark) { :root { --line: #44515e; --soft: #1e2830; --go: #6cc0ee; --ink: #e6edf3; --back: #12191f; --warn: #f0b35a; --bad: #ff8f8f; --good: #6fd39b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 0 1rem 3rem; font: 1rem/1.6 system-ui, 'Noto Sans CJK TC', 'Noto Sans TC', sans-serif; color: var(--ink); background: var(--back); overflow-wrap: anywhere; }
.simulated { flex-basis: calc(100% + 2rem); margin: 0 -1rem .4rem; padding: .3rem 1rem; background: repeating-linear-gradient(45deg, #ffe9b0, #ffe9b0 12px, #ffdf8f 12px, #ffdf8f 24px); color: #4a3400; font-weight: 600; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem; border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
h1 { font-size: 1.4rem; line-height: 1.35; margin: 1.4rem 0 .6rem; }
h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
button, a.button { font: inherit; display: inline-block; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--go); border-radius: .4rem; background: transparent; color: var(--go); text-decoration: none; cursor: pointer; }
button.main, a.main { background: var(--go); color: var(--back); font-weight: 600; }
button:disabled { opacity: .6; cursor: default; }
:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
.choices { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
ol, ul { padding-left: 1.4rem; } li { margin: .35rem 0; }
code { background: var(--soft); border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .35rem; box-decoration-break: clone; font: .95em ui-monospace, monospace; }
.note, .warn, .bad, .good { border-left: 4px solid var(--line); background: var(--soft); padding: .6rem .9rem; margin: 1rem 0; }
.note p, .warn p, .bad p, .good p { margin: .2rem 0; }
.warn { border-color: var(--warn); } .bad { border-color: var(--bad); } .good { border-color: var(--good); }
.code { font: 700 2rem/1.2 ui-monospace, monospace; letter-spacing: .15em; font-variant-numeric: tabular-nums; }
.quiet { color: color-mix(in srgb, var(--ink) 78%, var(--back)); }
`;
