/** @module What is on a card, file by file; a field of a card that is in no reader is written anew. */

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ClientFailure, type Words } from '../../../client/index.ts';
import { Scroll } from '../../scroll.tsx';
import { tellFailure, world } from '../../state.ts';
import { say, t, word } from '../../words.ts';
import { stateOf } from './drawn-card.tsx';
import { cardCalled, opened, reload } from './model.ts';
import type { CardInside } from './types.ts';

export function Inside() {
  return opened.value === undefined ? null : <Looking key={opened.value} handle={opened.value} />;
}

function Looking({ handle }: { readonly handle: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [inside, show] = useState<CardInside>();
  const card = cardCalled(handle);
  useEffect(() => dialog.current?.showModal(), []);
  // Written by a reader, or taken out of it: both are read again.
  useEffect(() => {
    world().post<CardInside>('/api/v1/world/show', { card: handle }).then(show, tellFailure);
  }, [card]);
  const close = (): void => {
    opened.value = undefined;
  };
  const closed = card?.slot !== undefined;
  return (
    <dialog ref={dialog} class="inside" aria-labelledby="inside-title" onClose={close}>
      <div class="inside-body">
        <header>
          <h2 id="inside-title">{t(`卡片 ${handle} 的內容`, `What is on ${handle}`)}</h2>
          <button type="button" class="secondary" onClick={close}>
            {t('關閉', 'Close')} <kbd>Esc</kbd>
          </button>
        </header>
        {card && (
          <p>
            {card.name} {card.cardNo} {stateOf(card)}
          </p>
        )}
        {closed && (
          <p class="why">{t('卡片在讀卡機裡：要修改請先抽出。', 'It is in a reader: take it out to change it.')}</p>
        )}
        {inside === undefined ? (
          <p aria-busy="true">{t('讀取中…', 'Reading ..')}</p>
        ) : (
          <>
            <p>
              {t(
                `寫入過 ${inside.counter} 次，密碼${inside.pinSet ? `已設，還可試 ${inside.triesLeft} 次` : '未設'}`,
                `written ${inside.counter} times, ${inside.pinSet ? `PIN set, ${inside.triesLeft} tries left` : 'no PIN'}`,
              )}
            </p>
            {inside.kind !== 'sam' && (
              <Field
                handle={handle}
                field="pin"
                title={say('密碼（空白：不設）', 'PIN (empty: none)')}
                value=""
                closed={closed}
                done={show}
              />
            )}
            {inside.titles.map((file, index) => (
              <details key={file.file} open={index === 0}>
                <summary>{word(file.title)}</summary>
                {file.parts.map((part) => {
                  const value = inside.files[file.file]?.[part.part];
                  return part.fields === undefined ? (
                    <Field
                      key={`${part.part} ${String(value)}`}
                      handle={handle}
                      field={`${file.file}.${part.part}`}
                      title={part.title}
                      value={String(value ?? '')}
                      closed={closed}
                      done={show}
                    />
                  ) : (
                    <Groups key={part.part} title={part.title} fields={part.fields} rows={value} />
                  );
                })}
              </details>
            ))}
          </>
        )}
      </div>
    </dialog>
  );
}

interface FieldProps {
  readonly handle: string;
  readonly field: string;
  readonly title: Words;
  readonly value: string;
  readonly closed: boolean;
  readonly done: (inside: CardInside) => void;
}
function Field({ handle, field, title, value, closed, done }: FieldProps) {
  const id = useId();
  const [text, type] = useState(value);
  const [wrong, complain] = useState<Words>();
  const write = async (): Promise<void> => {
    try {
      done(await world().post<CardInside>('/api/v1/world/edit', { card: handle, field, value: text }));
      complain(undefined);
      void reload();
    } catch (error) {
      if (error instanceof ClientFailure && error.failure) complain(error.failure.why);
      else tellFailure(error);
    }
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <label for={id}>{word(title)}</label>
      <input
        id={id}
        name={field}
        value={text}
        disabled={closed}
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="submit" class="secondary" disabled={closed || (text === value && field !== 'pin')}>
        {t('寫入', 'Write')}
        <span class="unseen"> {word(title)}</span>
      </button>
      {wrong && (
        <p id={`${id}-wrong`} class="wrong" role="alert">
          ✘ {word(wrong)}
        </p>
      )}
    </form>
  );
}

interface GroupsProps {
  readonly title: Words;
  readonly fields: readonly { readonly part: string; readonly title: Words }[];
  readonly rows: unknown;
}
/** Repeated groups, those with something in them. */
function Groups({ title, fields, rows }: GroupsProps) {
  const filled = (Array.isArray(rows) ? (rows as { readonly [part: string]: unknown }[]) : []).filter((row) =>
    Object.values(row).some((value) => value !== '' && value !== 0),
  );
  if (filled.length === 0) return <p>{t(`${title.zh}：空白`, `${title.en}: blank`)}</p>;
  return (
    <Scroll kind="scrolls" name={word(title)}>
      <table>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.part} scope="col">
                {word(field.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((row, index) => (
            <tr key={index}>
              {fields.map((field) => (
                <td key={field.part}>{String(row[field.part] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
