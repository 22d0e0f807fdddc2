/** @module What a call answered: the code and what it means, notes, lengths, fields, bytes, a file. */

import { useEffect, useMemo } from 'preact/hooks';
import { CodeLink } from '../code-link.tsx';
import { linkTo } from '../route.ts';
import { t, word } from '../words.ts';
import { Copy } from './copy.tsx';
import type { Inputs } from './form.ts';
import { buffersOf } from './ruler.ts';
import { RulerView } from './ruler.tsx';
import type { Sent } from './send.ts';
import { type ApiEntry, type Book, findCode, isGood, meaningOf } from './types.ts';

interface Props {
  readonly book: Book;
  readonly api: ApiEntry;
  readonly inputs: Inputs;
  readonly marker: string;
  readonly sent: Sent;
}

export function CallResult({ book, api, inputs, marker, sent }: Props) {
  const { answer, ms, file } = sent;
  const buffers = useMemo(() => buffersOf(api, answer.outputs, marker), [api, answer, marker]);
  const shown = new Set(buffers.map((one) => one.param));
  const others = Object.entries(answer.outputs).filter(([name]) => !shown.has(name));
  const good = isGood(book, api, answer.code);
  const entry = findCode(book, answer.code);
  const todo = answer.failure?.todo ?? entry?.todo;
  return (
    <section class="result" aria-label={t('回覆', 'Answer')}>
      <div role="status">
        <p class={good ? 'answer good' : 'answer bad'} data-code={answer.code}>
          <span aria-hidden="true">{good ? '✔' : '✘'}</span> <CodeLink code={answer.code} />{' '}
          <strong>{word(meaningOf(book, api, answer.code, inputs))}</strong>{' '}
          <small>{t(`${ms.toFixed(1)} 毫秒`, `${ms.toFixed(1)} ms`)}</small>
        </p>
        {answer.deprecated && <p class="deprecated">⚠ {word(answer.deprecated)}</p>}
        {answer.failure && <p>{word(answer.failure.why)}</p>}
        {!good && entry && (
          <p>
            {t('可能的原因：', 'Likely cause: ')}
            {word(entry.cause)}
          </p>
        )}
        {!good && todo && (
          <p>
            → {t('怎麼處理：', 'What to do: ')}
            {word(todo)}
          </p>
        )}
        {answer.notes.map((note) => (
          <p key={note.text.en} class={`note ${note.level}`}>
            {note.level === 'info' ? 'ℹ' : '⚠'} {word(note.text)}
          </p>
        ))}
      </div>
      {others.length > 0 && (
        <p class="others">
          {others.map(([name, value]) => (
            <span key={name} data-output={name}>
              <code>{name}</code> = {typeof value === 'number' ? value : atob(value)}{' '}
            </span>
          ))}
        </p>
      )}
      {file && <Download file={file} />}
      {buffers.map((buffer) => (
        <RulerView
          key={`${answer.requestId} ${buffer.param}`}
          book={book}
          buffer={buffer}
          decoded={answer.fields[buffer.param]}
        />
      ))}
      <p class="actions">
        <Copy what={t('回覆（JSON）', 'the answer (JSON)')} text={() => JSON.stringify(answer, null, 2)} />
        <a href={linkTo('trace')}>{t('呼叫紀錄', 'Trace')}</a>
      </p>
    </section>
  );
}

function Download({ file }: { readonly file: Blob }) {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <p>
      <a href={url} download="download.zip">
        {t(`下載檔案（${file.size} 位元組）`, `Download the file (${file.size} bytes)`)}
      </a>
    </p>
  );
}
