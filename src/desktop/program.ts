/** @module How this program is started again by somebody else, written as each system wants its command lines. */

export interface Program {
  readonly node: string;
  /** `bin/opencshis.cjs`. */
  readonly entry: string;
  /** OPENCSHIS_HOME, where it is not the usual place. */
  readonly world?: string;
}

/**
 * `Exec=` of a desktop entry: quoted as an argument, then escaped as a string of the file; `%` marks a field code. Quoted only
 * where it must be: xdg-open by itself, without a desktop that helps it, does not know quotes.
 */
export function desktopExec(program: Program, args: readonly string[], field?: string): string {
  const quoted = (text: string): string =>
    (/^[^\s"'\\><~|&;$*?#()`]+$/.test(text) ? text : `"${text.replaceAll(/["`$\\]/g, '\\$&')}"`)
      .replaceAll('\\', '\\\\')
      .replaceAll('%', '%%');
  const world = program.world === undefined ? [] : ['env', quoted(`OPENCSHIS_HOME=${program.world}`)];
  return [...world, quoted(program.node), quoted(program.entry), ...args, ...(field ? [field] : [])].join(' ');
}

/** A word of a systemd unit: `%` would be replaced; in the arguments of a command `$` too. */
export const unitWord = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
export const unitCommand = ([program = '', ...args]: readonly string[]): string =>
  [unitWord(program), ...args.map((one) => unitWord(one).replaceAll('$', '$$$$'))].join(' ');

/** Arguments as CommandLineToArgvW takes them apart. */
export const windowsCommand = (words: readonly string[]): string =>
  words.map((word) => `"${word.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`).join(' ');

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
