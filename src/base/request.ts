/** @module What every guard looks at first: raw headers, who is at the other end, whether a proxy stands between. */

/** Values of a header as they came; `rawHeaders` has names and values one after the other. */
export const valuesOf = (rawHeaders: readonly string[], name: string): string[] =>
  rawHeaders.flatMap((value, index) =>
    index % 2 === 0 && value.toLowerCase() === name ? [rawHeaders[index + 1] ?? ''] : [],
  );

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
export const isLoopback = (peer: string): boolean => loopback.has(peer);

const proxies = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];
/** Nothing that went through a proxy was meant for this machine's own programs. */
export const wentThroughProxy = (rawHeaders: readonly string[]): boolean =>
  proxies.some((name) => valuesOf(rawHeaders, name).length > 0);
