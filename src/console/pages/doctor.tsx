/** @module 健檢: what is wrong on this machine, why, what to do; mended with a button where it is the program's own. */

import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import {
  ClientFailure,
  type DoctorAnswer,
  type DoctorCheck,
  type DoctorFinding,
  type Words,
} from '../../client/index.ts';
import { coalesce } from '../coalesce.ts';
import { Confirm } from '../confirm.tsx';
import { Command } from '../reference/command.tsx';
import { rocOf, showTime } from '../roc.ts';
import { linkTo } from '../route.ts';
import { useShortcuts } from '../shortcuts.ts';
import { control, link, tell, tellFailure } from '../state.ts';
import { after, every } from '../time-and-chance.ts';
import { language, say, t, word } from '../words.ts';

const answer = signal<DoctorAnswer | undefined>(undefined);
/** Why the last look brought nothing: what is shown may be old. */
const trouble = signal<ClientFailure | undefined>(undefined);
/** While somebody looks on, it looks again this often: what was mended elsewhere goes, what breaks comes. */
const again = 10_000;
const pause = 500;

const examine = coalesce(
  async () => {
    try {
      answer.value = await control().get<DoctorAnswer>('/api/v1/doctor');
      trouble.value = undefined;
    } catch (error) {
      if (!(error instanceof ClientFailure)) throw error;
      trouble.value = error;
    }
  },
  (action) => after(pause, action),
);

async function act(action: 'mend' | 'undo', body: object, done: Words): Promise<void> {
  try {
    await control().post(`/api/v1/doctor/${action}`, body);
    tell({ level: 'good', ...done });
  } catch (error) {
    tellFailure(error);
  }
  examine();
}

const signs = { problem: '✘', warning: '!', note: 'ⓘ' } as const;
const severities = {
  problem: say('問題', 'Problem'),
  warning: say('注意', 'Warning'),
  note: say('備註', 'Note'),
} as const;

export default function Doctor() {
  const [mending, setMending] = useState<DoctorFinding>();
  useEffect(() => {
    if (link.value !== 'open') return;
    examine();
    return every(again, examine);
  }, [link.value]);
  useShortcuts([{ key: 'F9', run: examine }]);
  const now = answer.value;
  return (
    <>
      <h1>{t('健檢', 'Doctor')}</h1>
      {trouble.value && <NotExamined failure={trouble.value} />}
      {now === undefined ? (
        trouble.value === undefined && <p aria-busy="true">{t('檢查中…', 'Examining ..')}</p>
      ) : (
        <Shown answer={now} mend={setMending} />
      )}
      {mending?.fix && (
        <Confirm
          title={word(mending.fix.title)}
          yes={t('修復', 'Mend')}
          onYes={() => void act('mend', { fix: mending.fix?.id }, say('已修復', 'Mended'))}
          onClose={() => setMending(undefined)}
        >
          <p>{t('只動本程式自己的檔案：', 'It touches files of this program alone:')}</p>
          <ul>
            {mending.fix.touches.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
          <p>{t('之後可以復原。', 'It can be undone afterwards.')}</p>
        </Confirm>
      )}
    </>
  );
}

const NotExamined = ({ failure: { why, todo } }: { readonly failure: ClientFailure }) => (
  <p class="doubt" role="status">
    <strong>
      ⚠ {t('這次沒有檢查成功：', 'It was not examined: ')}
      {word(why)}
    </strong>
    {todo && <span class="todo">→ {word(todo)}</span>}
  </p>
);

function Shown({ answer: { examined, undo }, mend }: { answer: DoctorAnswer; mend(finding: DoctorFinding): void }) {
  const findings = examined.flatMap((one) => one.findings);
  const of = (severity: DoctorFinding['severity']) => findings.filter((one) => one.severity === severity);
  const problems = of('problem').length;
  return (
    <>
      <p class={`big ${problems > 0 ? 'red' : 'good'}`} role="status">
        {problems > 0 ? t(`✘ ${problems} 個問題`, `✘ ${problems} problems`) : t('✔ 沒有問題', '✔ No problems')}
        {of('warning').length > 0 && t(`，${of('warning').length} 項要注意`, `, ${of('warning').length} to be seen to`)}
      </p>
      <div class="actions left">
        <button type="button" aria-keyshortcuts="F9" onClick={examine}>
          {t('重新檢查', 'Examine again')} <kbd>F9</kbd>
        </button>
        {undo && (
          <button type="button" class="secondary" onClick={() => void act('undo', {}, say('已復原', 'Undone'))}>
            {t('復原：', 'Undo: ')}
            {word(undo.title)} {showTime(rocOf(undo.at), language.value)}
          </button>
        )}
      </div>
      {(['problem', 'warning', 'note'] as const).flatMap((severity) =>
        of(severity).map((finding, at) => (
          <Finding key={`${finding.id} ${at}`} finding={finding} mend={() => mend(finding)} />
        )),
      )}
      <h2>{t('檢查了什麼', 'What was examined')}</h2>
      <ul class="allows">
        {examined
          .filter((one) => one.state !== 'not-here')
          .map((one) => (
            <li key={one.check}>
              {states[one.state].sign} {word(one.title)}
              {states[one.state].words && <small> {word(states[one.state].words ?? one.title)}</small>}
            </li>
          ))}
      </ul>
    </>
  );
}

const states: { readonly [S in DoctorCheck['state']]: { readonly sign: string; readonly words?: Words } } = {
  well: { sign: '✔' },
  found: { sign: '!', words: say('見上', 'see above') },
  late: { sign: '?', words: say('沒有在時限內回答', 'did not answer in time') },
  failed: { sign: '?', words: say('無法檢查', 'could not be examined') },
  'not-here': { sign: '' },
};

function Finding({ finding, mend }: { readonly finding: DoctorFinding; mend(): void }) {
  const { id, severity, what, why, todo, commands = [], faq = [], fix, details = {} } = finding;
  return (
    <article class={`finding ${severity}`} data-finding={id}>
      <h2>
        <span aria-hidden="true">{signs[severity]}</span> <span class="unseen">{word(severities[severity])}</span>
        {word(what)}
      </h2>
      <p>{word(why)}</p>
      <p class="todo">→ {word(todo)}</p>
      {commands.map((command) => (
        <Command key={command} text={command} />
      ))}
      {fix?.needs === 'nothing' && (
        <button type="button" onClick={mend}>
          {t('修復…', 'Mend ..')}
        </button>
      )}
      {fix?.needs === 'restart' && (
        <p class="command">
          <code>opencshis doctor --fix</code>{' '}
          <small>{t('（會重新啟動，請在終端機執行）', '(it restarts the program: from a terminal)')}</small>
        </p>
      )}
      {Object.keys(details).length > 0 && (
        <details>
          <summary>{t('細節', 'Details')}</summary>
          <ul>
            {Object.entries(details).map(([name, value]) => (
              <li key={name}>
                {name}: <code>{Array.isArray(value) ? value.join(' ') : String(value)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {faq.length > 0 && (
        <p>
          {t('問答集', "NHI's questions")}{' '}
          {faq.map((no) => (
            <a key={no} href={linkTo('help', `q${no}`)}>
              Q{no}{' '}
            </a>
          ))}
        </p>
      )}
    </article>
  );
}
