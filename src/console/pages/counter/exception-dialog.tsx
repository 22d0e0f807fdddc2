/** @module 異常登錄: a visit without a card or without power, with the time that a clerk states; and its identifier (1.54). */

import { useState } from 'preact/hooks';
import type { FailureWords, PublicZone } from '../../../client/index.ts';
import { Modal } from '../../modal.tsx';
import { fieldOf, rocOfField, showTime } from '../../roc.ts';
import { control, status, tables, tell, tellFailure, tellWords } from '../../state.ts';
import { newRequestId } from '../../time-and-chance.ts';
import { t, word } from '../../words.ts';
import { Categories } from './register-form.tsx';

interface Recovered {
  readonly code: number;
  readonly treatNum?: string;
  readonly dateTime?: string;
  readonly failure?: FailureWords;
}

/** What is likely: no network, or a card that is not there. */
const likely = (): string => (status.value?.links.centre === false ? 'A020' : 'B000');

export function ExceptionDialog({ zone, onClose }: { readonly zone: PublicZone | undefined; onClose(): void }) {
  const [person, setPerson] = useState(zone?.personId ?? '');
  const [code, setCode] = useState(likely);
  const [item, setItem] = useState('01');
  const [time, setTime] = useState('');
  const [identifier, setIdentifier] = useState(true);
  const [requestId] = useState(() => newRequestId());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureWords | undefined>();
  const codes = Object.entries(tables.value?.exceptionCodes?.codes ?? {});
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const statedTime = time === '' ? undefined : rocOfField(time);
      const done = await control().post<Recovered>('/api/v1/exceptions', {
        requestId,
        code,
        personId: person.trim().toUpperCase(),
        treatItem: item,
        ...(statedTime === undefined ? {} : { statedTime }),
      });
      if (done.failure) return setFailure(done.failure);
      tell({
        level: 'good',
        zh: `異常登錄完成：${code}，${showTime(done.dateTime ?? '', 'zh')}`,
        en: `Exception registered: ${code}, ${showTime(done.dateTime ?? '', 'en')}`,
      });
      onClose();
      if (identifier) await withoutCard(person.trim().toUpperCase(), done.dateTime ?? '');
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal title={t('異常登錄', 'Exception registration')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {failure && (
          <p class="warning" role="alert">
            ⚠ {failure.code} {word(failure.why)}
            {failure.todo && <span class="todo">→ {word(failure.todo)}</span>}
          </p>
        )}
        <label>
          {t('身分證號', 'Id number')}
          <input
            value={person}
            autofocus
            required
            maxLength={10}
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => setPerson(event.currentTarget.value)}
          />
        </label>
        <label>
          {t('原因', 'Why')}
          <select value={code} onChange={(event) => setCode(event.currentTarget.value)}>
            {codes.map(([one, words]) => (
              <option key={one} value={one}>
                {one} {word(words)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('就醫類別', 'Category')}
          <select value={item} onChange={(event) => setItem(event.currentTarget.value)}>
            <Categories />
          </select>
        </label>
        <label>
          {t('看診時間（停電後補登才填，空白是現在）', 'Time of the visit (after a power cut; empty: now)')}
          <input
            type="datetime-local"
            value={time}
            max={fieldOf(status.value?.now ?? 0)}
            onInput={(event) => setTime(event.currentTarget.value)}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={identifier}
            onChange={(event) => setIdentifier(event.currentTarget.checked)}
          />
          {t('同時取得無卡就醫識別碼（1.54）', 'Also get an identifier without a card (1.54)')}
        </label>
        <div class="actions">
          <button type="button" class="secondary" onClick={onClose}>
            {t('取消', 'Cancel')} <kbd>Esc</kbd>
          </button>
          <button type="submit" aria-busy={busy}>
            {t('登錄', 'Register')} <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Of today's exception by 1.54; of one whose time was stated by recovery, which links it to that very one. */
async function withoutCard(personId: string, dateTime: string): Promise<void> {
  const found = await control().post<Recovered>('/api/v1/recover', { personId, dateTime });
  if (found.failure) tellWords(found.failure);
  else
    tell({
      level: 'good',
      zh: `無卡就醫識別碼：${found.treatNum ?? ''}`,
      en: `Identifier without a card: ${found.treatNum ?? ''}`,
    });
}
