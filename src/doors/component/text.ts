/** @module The text protocol of the component's socket: a word in, the word, a colon and values out. */

import type { ComponentAnswer, ComponentApi } from './functions.ts';

const commands: { readonly [command: string]: ComponentApi } = {
  GetVersion: 'GetVersion',
  GetBasic: 'GetBasic',
  GetRandom: 'GetRandom',
  H_Sign: 'SignHC',
};

/** A command, with what `H_Sign?Random=` carries; undefined where it is none. */
export function parseText(
  text: string,
): { readonly command: string; readonly api: ComponentApi; readonly random?: string } | undefined {
  const [, command = '', random] = /^([A-Za-z_]{1,20})(?:\?Random=(.{0,200}))?$/.exec(text) ?? [];
  const api = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (api === undefined || (random !== undefined && api !== 'SignHC')) return undefined;
  return { command, api, ...(random === undefined ? {} : { random }) };
}

/** Values by commas in their own order, else the code. */
export const answerText = (command: string, answer: ComponentAnswer): string =>
  `${command}:${'values' in answer ? Object.values(answer.values).join(',') : answer.result}`;
