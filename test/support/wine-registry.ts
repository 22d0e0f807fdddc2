/** @module An installed Windows program, as Wine writes it into its registry's file. */

/** The text of `system.reg`, with one entry in the 32-bit view. */
export function installedInWine(key: string, values: { readonly [name: string]: string }): string {
  const lines = Object.entries(values).map(([name, value]) => `"${name}"="${written(value)}"`);
  return `WINE REGISTRY Version 2
;; All keys relative to REGISTRY\\\\Machine

#arch=win64

[Software\\\\Wow6432Node\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\${written(key)}] 1795568444
#time=1dd7c78665c30b6
${lines.join('\n')}

[Software\\\\Wow6432Node\\\\Other] 1795568444
"DisplayName"="nothing"
`;
}

const written = (text: string): string =>
  [...text.replaceAll(/[\\"]/g, '\\$&')]
    .map((one) => (one > '~' ? `\\x${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one))
    .join('');
