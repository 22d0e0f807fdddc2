/** @module The few things of a browser that the SDK looks at; in Node they are not there. */

interface Browser {
  readonly location?: { readonly origin: string; readonly protocol: string; readonly hostname: string };
  readonly isSecureContext?: boolean;
  readonly top?: unknown;
  readonly self?: unknown;
  readonly navigator?: {
    readonly userAgent?: string;
    readonly permissions?: { query(asked: { readonly name: string }): Promise<{ readonly state: string }> };
  };
  readonly localStorage?: Storage;
}
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
export const browser = globalThis as unknown as Browser;

/** Where a page keeps things; a frame may be refused even the look at it. */
export function storage(): Storage | undefined {
  try {
    return browser.localStorage;
  } catch {
    return undefined;
  }
}

/** The page's own origin; a program in Node has none. */
export const here = (): string => browser.location?.origin ?? '';

/** Chrome's name for the permission to reach this machine, newest first, and how it stands. */
export async function loopbackPermission(): Promise<string | undefined> {
  for (const name of ['loopback-network', 'local-network-access']) {
    const found = await browser.navigator?.permissions?.query({ name }).catch(() => undefined);
    if (found !== undefined) return found.state;
  }
  return undefined;
}

/** Says to Chrome where a request goes, where Chrome knows the word. */
export const addressSpace: object = (() => {
  const wish = { targetAddressSpace: 'loopback' };
  try {
    void new Request('http://127.0.0.1/', wish as RequestInit);
    return wish;
  } catch {
    return {};
  }
})();

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
