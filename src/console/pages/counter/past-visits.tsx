/** @module What the card shows of past visits, when somebody wants it; and taking a registration back (退掛, 1.39). */

import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Answer,
  ClientFailure,
  type FailureWords,
  type JournalEntry,
  type PublicZone,
} from '../../../client/index.ts';
import { Modal } from '../../modal.tsx';
import { epochOf, rocOf, showTime } from '../../roc.ts';
import { Scroll } from '../../scroll.tsx';
import { control, status, tables, tell, tellFailure } from '../../state.ts';
import { language, t, word } from '../../words.ts';
import { undoProblem, type Visit } from './allows.ts';
import { callOn, read } from './reading.ts';

interface Seen {
  readonly visits: readonly Visit[];
  readonly undone: ReadonlySet<string>;
}

async function look(zone: PublicZone): Promise<Seen> {
  const [answer, journal] = await Promise.all([
    callOn(zone, 'hisGetTreatmentNoNeedHPC'),
    control().get<readonly JournalEntry[]>('/api/v1/journal', { days: '2' }),
  ]);
  return { visits: visitsOf(answer), undone: undoneOf(journal, zone) };
}
const visitsOf = (answer: Answer): Visit[] =>
  ((answer.fields.pBuffer?.visits ?? []) as Visit[]).filter((visit) => visit.visitTime !== '');
const undoneOf = (journal: readonly JournalEntry[], zone: PublicZone): Set<string> =>
  new Set(
    journal
      .filter((entry) => entry.state === 'done')
      .flatMap((entry) => entry.events)
      .filter((event) => event.type === 'undo' && event.personId === zone.personId)
      .map((event) => event.dateTime),
  );

export function PastVisits({ zone, onClose }: { readonly zone: PublicZone | undefined; onClose(): void }) {
  const [seen, setSeen] = useState<Seen | undefined>();
  const [failure, setFailure] = useState<FailureWords | undefined>();
  const [sure, setSure] = useState<Visit | undefined>();
  const [tries, setTries] = useState(0);
  const card = zone?.card;
  useEffect(() => {
    setSeen(undefined);
    setFailure(undefined);
    if (zone === undefined || zone.real) return;
    look(zone).then(setSeen, (error) => {
      if (error instanceof ClientFailure && error.failure) setFailure(error.failure);
      else tellFailure(error);
    });
  }, [card, tries]);
  const undo = async (visit: Visit): Promise<void> => {
    setSure(undefined);
    if (zone === undefined) return;
    try {
      await callOn(zone, 'csUnGetSeqNumber', { pUnTreatDate: visit.visitTime });
      tell({
        level: 'good',
        zh: `已退掛：${zone.name} ${showTime(visit.visitTime, 'zh')}`,
        en: `Undone: ${zone.name} ${showTime(visit.visitTime, 'en')}`,
      });
    } catch (error) {
      tellFailure(error);
    }
    void read(zone);
    onClose();
  };
  return (
    <Modal title={`${t('過去就醫', 'Past visits')}${zone ? ` ${zone.name}` : ''}`} onClose={onClose}>
      {zone === undefined ? (
        <p>{t('請先插入健保卡。', 'Insert a health card first.')}</p>
      ) : zone.real ? (
        <p>
          {t(
            '真的健保卡：就醫紀錄需要健保署自己的安全模組。',
            "A real health card: its visits need NHI's own security module.",
          )}
        </p>
      ) : failure ? (
        <div class="warning" role="alert">
          <p>
            ⚠ {failure.code} {word(failure.why)}
            {failure.todo && <span class="todo">→ {word(failure.todo)}</span>}
          </p>
          <button type="button" class="small" onClick={() => setTries(tries + 1)}>
            {t('再試一次', 'Try again')}
          </button>
        </div>
      ) : seen === undefined ? (
        <p aria-busy="true">{t('讀取卡片…', 'Reading the card ..')}</p>
      ) : sure ? (
        <Sure visit={sure} onYes={() => void undo(sure)} onNo={() => setSure(undefined)} />
      ) : (
        <Visits seen={seen} onUndo={setSure} />
      )}
      {!sure && (
        <div class="actions">
          <button type="button" class="secondary" onClick={onClose}>
            {t('關閉', 'Close')} <kbd>Esc</kbd>
          </button>
        </div>
      )}
    </Modal>
  );
}

function Visits({ seen, onUndo }: { readonly seen: Seen; onUndo(visit: Visit): void }) {
  if (seen.visits.length === 0) return <p>{t('卡片上沒有就醫紀錄。', 'There are no visits on the card.')}</p>;
  const now = status.value?.now ?? 0;
  return (
    <Scroll name={t('過去就醫', 'Past visits')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('時間', 'Time')}</th>
            <th scope="col">{t('類別', 'Category')}</th>
            <th scope="col">{t('序號', 'Number')}</th>
            <th scope="col">{t('院所', 'Institution')}</th>
            <th scope="col">{t('退掛', 'Undo')}</th>
          </tr>
        </thead>
        <tbody>
          {seen.visits.map((visit) => {
            const item = tables.value?.treatItems?.codes[visit.treatItem];
            const at = epochOf(visit.visitTime);
            const problem = undoProblem(visit, {
              hospId: status.value?.sam.identity?.hospId,
              now: rocOf(now),
              online: status.value?.links.centre === true,
              undone: seen.undone.has(visit.visitTime),
              hours: at === undefined ? undefined : (now - at) / 3_600_000,
            });
            return (
              <tr key={visit.visitTime}>
                <td>{showTime(visit.visitTime, language.value)}</td>
                <td>
                  {visit.treatItem} {item && word(item)}
                </td>
                <td>{visit.seqNumber}</td>
                <td>{visit.hospId}</td>
                <td>
                  {problem ? (
                    word(problem)
                  ) : (
                    <button type="button" class="small" onClick={() => onUndo(visit)}>
                      {t('退掛', 'Undo')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Sure({ visit, onYes, onNo }: { readonly visit: Visit; onYes(): void; onNo(): void }) {
  const no = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; what cannot be made again is not one key away.
  useEffect(() => no.current?.focus(), []);
  return (
    <div role="alert">
      <p>
        {t(
          `確定要退掉 ${showTime(visit.visitTime, 'zh')} 這筆掛號嗎？次數與費用會還原，這筆不能再恢復。`,
          `Take back the registration of ${showTime(visit.visitTime, 'en')}? Its count and fees are given back; it cannot be made again.`,
        )}
      </p>
      <div class="actions">
        <button ref={no} type="button" class="secondary" onClick={onNo}>
          {t('不要', 'No')}
        </button>
        <button type="button" onClick={onYes}>
          {t('確定退掛', 'Yes, undo')}
        </button>
      </div>
    </div>
  );
}
