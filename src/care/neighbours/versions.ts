/** @module Version numbers as installers write them. */

/** 5.1.5.3 is registered as 5.1.53. */
export function versionOf(registered: string): string {
  const [, line, third = '', fourth] = /^(\d+\.\d+)\.(\d)(\d)$/.exec(registered) ?? [];
  return line === undefined ? registered : `${line}.${third}.${fourth}`;
}

/** Below zero where the first is older; number by number, what is missing is 0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
