/** @module One question of NHI's list: the answer, how it stands on this machine now, what to do step by step. */

import { linkTo } from '../route.ts';
import { status } from '../state.ts';
import { t, word } from '../words.ts';
import { CodeItems } from './code-items.tsx';
import { Command } from './command.tsx';
import { hereAndNow } from './here-and-now.ts';
import { type Book, type FaqEntry, findApi, titleOf } from './types.ts';

/** Values that this machine knows stand in the command, others are named. */
function filled(command: string, known: Book): string {
  const here: { readonly [name: string]: string | undefined } = { institution: status.value?.sam.identity?.hospId };
  return command.replace(/<(\w+)>/g, (all, name: string) => {
    const words = known.faqValues[name];
    return here[name] ?? (words ? `<${word(words)}>` : all);
  });
}

export function Question({ known, entry }: { readonly known: Book; readonly entry: FaqEntry }) {
  const now = status.value && hereAndNow(entry.no, status.value);
  return (
    <>
      <h2>
        Q{entry.no} {word(entry.question)}
      </h2>
      <p>{word(entry.answer)}</p>
      {now && (
        <p class="here-and-now" data-well={now.well}>
          <strong>{t('這台電腦現在：', 'This machine, now: ')}</strong>
          {now.well ? '✔ ' : '! '}
          {word(now.words)}
        </p>
      )}
      <ol>
        {entry.steps.map(({ say, command, page }) => (
          <li key={say.zh}>
            {page ? <a href={linkTo(page)}>{word(say)}</a> : word(say)}
            {command && <Command text={filled(command, known)} />}
          </li>
        ))}
      </ol>
      <ul class="inline">
        {entry.apis.flatMap((no) => {
          const api = findApi(known, no);
          return api
            ? [
                <li key={no}>
                  <a href={linkTo('help', api.no)}>{titleOf(api)}</a>
                </li>,
              ]
            : [];
        })}
        <CodeItems known={known} codes={entry.codes} />
      </ul>
    </>
  );
}
