/** @module JSON as the doors write it: bytes are base64 wherever they stand. */

export const doorJson = (value: unknown): string =>
  JSON.stringify(value, function (this: { readonly [key: string]: unknown }, key, shown: unknown) {
    // Not `shown`: a Buffer has words of its own for JSON.
    const own = this[key];
    return own instanceof Uint8Array ? Buffer.from(own).toString('base64') : shown;
  });
