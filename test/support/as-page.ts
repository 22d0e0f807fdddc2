/** @module The SDK in Node as in a browser's page: with the page's place, and its Origin said to whom it asks. */

export function asPage<T>(origin: string, work: () => Promise<T>): Promise<T> {
  const place = globalThis as { location?: unknown };
  const { fetch } = globalThis;
  const { protocol, hostname } = new URL(origin);
  place.location = { origin, protocol, hostname };
  globalThis.fetch = (input, options) =>
    fetch(input, { ...options, headers: { ...(options?.headers as Record<string, string>), origin } });
  return work().finally(() => {
    globalThis.fetch = fetch;
    delete place.location;
  });
}
