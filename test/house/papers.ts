/** @module Checks of what is written for people: a README a room, two front pages alike, long files with a reason. */

import type { Sources } from './sources.ts';

const lineCount = (text: string) => text.trimEnd().split('\n').length;

/** Every room says what it is, in at most 30 lines. */
export function roomFaults(files: Sources): string[] {
  const rooms = new Set([...files.keys()].flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []));
  return [...rooms].flatMap((room) => {
    const readme = files.get(`src/${room}/README.md`);
    if (readme === undefined) return [`src/${room}: no README.md`];
    return lineCount(readme) > 30 ? [`src/${room}/README.md: ${lineCount(readme)} lines, at most 30`] : [];
  });
}

/** The levels of a page's headings and the commands in its code blocks: what both languages have in common. */
function skeleton(text: string): { headings: string; commands: string } {
  // Of a transcript the commands count; what they print is in the reader's language.
  const blocks = [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)].map(([, kind, block = '']) =>
    kind === 'console' ? block.replaceAll(/^(?!\$ ).*\n/gm, '') : block,
  );
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  const headings = [...prose.matchAll(/^(#+) /gm)].map(([, marks]) => marks).join(' ');
  const withoutNotes = blocks.join('').replaceAll(/\s*(#|\/\/) .*$/gm, '');
  return { headings, commands: withoutNotes.replaceAll(/[^\x20-\x7e\n]+/g, '…').trim() };
}

export function twinFaults(english: string, chinese: string): string[] {
  const [en, zh] = [skeleton(english), skeleton(chinese)];
  return [
    ...(en.headings === zh.headings ? [] : [`headings differ:\n  ${en.headings}\n  ${zh.headings}`]),
    ...(en.commands === zh.commands ? [] : ['the code blocks differ besides notes and Chinese words']),
  ];
}

/** A source file of more than 400 lines says at its top why it is long (or that it is generated). */
export function longFaults(files: Sources): string[] {
  return [...files]
    .filter(([file]) => /\.(ts|tsx|cjs|js|c|h|sh|css)$/.test(file))
    .filter(([, text]) => lineCount(text) > 400)
    .filter(([, text]) => !/\b(long|generated)\b/i.test(text.split('\n').slice(0, 15).join('\n')))
    .map(([file, text]) => `${file}: ${lineCount(text)} lines, and no sentence at the top on why it is long`);
}
