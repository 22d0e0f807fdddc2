/** @module The form of one function: every parameter by its kind, checked as it is typed. */

import { useState } from 'preact/hooks';
import type { Words } from '../../client/index.ts';
import { t, word } from '../words.ts';
import { big5Bytes } from './big5.ts';
import * as form from './form.ts';
import { type ApiEntry, type Book, findTable, type ParamEntry, type TableEntry } from './types.ts';

export interface CallFormProps {
  readonly book: Book;
  readonly api: ApiEntry;
  readonly values: form.Values;
  readonly busy: boolean;
  /** How much of a file is sent, while it is. */
  readonly progress: number | undefined;
  change(key: string, value: string): void;
  file(file: File | undefined): void;
  submit(): void;
}

export function CallForm({ book, api, values, busy, progress, change, file, submit }: CallFormProps) {
  const [tried, setTried] = useState(false);
  const [touched, touch] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const faults = form.faultsOf(book, api, values);
  const faultAt = (key: string): Words | undefined => (tried || touched.has(key) ? faults[key] : undefined);
  const set = (key: string, value: string): void => {
    touch(new Set([...touched, key]));
    change(key, value);
  };
  const one = (
    key: string,
    label: string,
    name: string,
    most: number | undefined,
    table: TableEntry | undefined,
    optional: boolean,
  ) => (
    <Input
      key={key}
      id={`p-${key}`}
      label={label}
      name={name}
      value={values[key] ?? ''}
      most={most}
      table={table}
      optional={optional}
      fault={faultAt(key)}
      change={(value) => set(key, value)}
    />
  );
  const control = (param: ParamEntry) => {
    const kind = form.controlOf(api, param);
    const title = word(param.title);
    switch (kind) {
      case 'text':
      case 'choice':
        return one(param.name, title, param.name, form.roomOf(param), findTable(book, param.table), param.optional);
      case 'int':
        return one(param.name, title, param.name, undefined, undefined, false);
      case 'marker':
        return <LayoutChoice api={api} param={param} values={values} change={set} />;
      case 'record':
      case 'records': {
        const { most } = form.itemsOf(api, param);
        const count = form.countChosen(param, values);
        return (
          <fieldset>
            <legend>
              {title} <code>{param.name}</code>{' '}
              <small>
                {t(
                  `${form.layoutChosen(api, param, values).length} 位元組`,
                  `${form.layoutChosen(api, param, values).length} bytes`,
                )}
              </small>
            </legend>
            {Object.keys(api.buffers[param.name]?.variants ?? {}).length > 0 && (
              <LayoutChoice api={api} param={param} values={values} change={set} />
            )}
            <div class="record">
              {form
                .fieldsChosen(api, param, values)
                .map((field) =>
                  one(
                    form.fieldKey(param.name, field.name),
                    word(field.title),
                    `${field.from === field.to ? field.from : `${field.from}–${field.to}`} ${field.name}`,
                    field.to - field.from + 1,
                    findTable(book, field.table),
                    true,
                  ),
                )}
            </div>
            {kind === 'records' && (
              <p class="actions">
                <span>{t(`${count} / ${most} 筆`, `${count} of ${most} records`)}</span>
                <button
                  type="button"
                  class="small secondary"
                  disabled={count >= most}
                  onClick={() => change(form.countKey(param.name), String(count + 1))}
                >
                  {t('再加一筆', 'One more')}
                </button>
                <button
                  type="button"
                  class="small secondary"
                  disabled={count <= 1}
                  onClick={() => change(form.countKey(param.name), String(count - 1))}
                >
                  {t('少一筆', 'One less')}
                </button>
              </p>
            )}
          </fieldset>
        );
      }
      case 'fileIn':
        return (
          <label>
            {title} <code>{param.name}</code>
            <input
              type="file"
              aria-invalid={missing ? 'true' : undefined}
              onChange={(event) => {
                setMissing(false);
                file(event.currentTarget.files?.[0]);
              }}
            />
            {missing && <small class="fault">✘ {t('請選擇檔案', 'choose a file')}</small>}
            {progress !== undefined && (
              <progress value={progress} max={1} aria-label={t('已傳送', 'Sent')}>
                {Math.round(progress * 100)}%
              </progress>
            )}
          </label>
        );
      case 'fileOut':
        return (
          <Note
            param={param}
            words={t('回覆就是這個檔案，由瀏覽器下載', 'the answer is this file: the browser downloads it')}
          />
        );
      default: {
        const counted = form.countedOf(api, param.name);
        if (counted !== undefined)
          return (
            <Note
              param={param}
              words={t(
                `${form.countChosen(counted, values)}，依上面的筆數`,
                `${form.countChosen(counted, values)}, as many as there are above`,
              )}
            />
          );
        return <Note param={param} words={word(book.words.params[param.kind] ?? { zh: '', en: '' })} />;
      }
    }
  };
  const wantsFile = api.params.some((param) => param.kind === 'fileIn');
  return (
    <form
      class="call"
      noValidate
      aria-label={t(`呼叫 ${api.name}`, `Call ${api.name}`)}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const chosen = event.currentTarget.querySelector<HTMLInputElement>('input[type=file]')?.files?.length ?? 0;
        setMissing(wantsFile && chosen === 0);
        if (Object.keys(faults).length === 0 && (!wantsFile || chosen > 0)) submit();
        else requestAnimationFrame(() => document.querySelector<HTMLElement>('form.call [aria-invalid=true]')?.focus());
      }}
    >
      {api.params.map((param) => (
        <div key={param.name} class="param" data-param={param.name}>
          {control(param)}
        </div>
      ))}
      <button type="submit" aria-busy={busy} disabled={busy}>
        {t('呼叫', 'Call')} {api.name}
      </button>
      {api.writes && <p class="quiet">{t('這個函式會寫入。', 'This function writes.')}</p>}
    </form>
  );
}

const Note = ({ param, words }: { readonly param: ParamEntry; readonly words: string }) => (
  <p class="returned quiet">
    {word(param.title)} <code>{param.name}</code> {words}
  </p>
);

interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly most: number | undefined;
  readonly table: TableEntry | undefined;
  readonly optional: boolean;
  readonly fault: Words | undefined;
  change(value: string): void;
}
function Input({ id, label, name, value, most, table, optional, fault, change }: InputProps) {
  const bytes = big5Bytes(value);
  const shared = {
    id,
    'aria-describedby': `${id}-note`,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
  };
  const codes = Object.entries(table?.codes ?? {});
  return (
    <div class="input">
      <label for={id}>
        {label} <code>{name}</code>
      </label>
      {table ? (
        <select {...shared} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {optional && !('' in table.codes) && <option value="">{t('（空白）', '(blank)')}</option>}
          {codes.map(([code, words]) => (
            <option key={code} value={code}>
              {code === ' ' ? t('空白 ', 'blank ') : `${code} `}
              {word(words)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      <small id={`${id}-note`} class={fault ? 'fault' : 'quiet'}>
        {fault
          ? `✘ ${word(fault)}`
          : most !== undefined && !table
            ? t(`${bytes ?? '?'} / ${most} 位元組`, `${bytes ?? '?'} of ${most} bytes`)
            : ''}
      </small>
    </div>
  );
}

interface LayoutProps {
  readonly api: ApiEntry;
  readonly param: ParamEntry;
  readonly values: form.Values;
  change(key: string, value: string): void;
}
function LayoutChoice({ api, param, values, change }: LayoutProps) {
  const key = form.layoutKey(param.name);
  const buffer = api.buffers[param.name];
  const bytes = (length: number | undefined): string => t(`${length} 位元組`, `${length} bytes`);
  return (
    <label>
      {t('版面', 'Layout')} <code>{param.name}</code>
      <select value={values[key] ?? ''} onChange={(event) => change(key, event.currentTarget.value)}>
        <option value="">
          {t('一般', 'plain')}, {bytes(buffer?.length)}
        </option>
        {Object.entries(buffer?.variants ?? {}).map(([marker, layout]) => (
          <option key={marker} value={marker}>
            {marker}, {bytes(layout.length)}
          </option>
        ))}
      </select>
    </label>
  );
}
