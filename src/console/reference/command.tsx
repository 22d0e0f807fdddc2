/** @module A command to be typed in a terminal, with a button that copies it. */

import { t } from '../words.ts';
import { Copy } from './copy.tsx';

export const Command = ({ text }: { readonly text: string }) => (
  <p class="command">
    <code>{text}</code> <Copy what={t('指令', 'the command')} text={() => text} />
  </p>
);
