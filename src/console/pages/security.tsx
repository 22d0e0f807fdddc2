/** @module 安全模組: how it stands, whose it is, what ends when, the last failure; verified and restarted from here. */

import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClientFailure } from '../../client/index.ts';
import { Confirm } from '../confirm.tsx';
import { KnownOrigins } from '../known-origins.tsx';
import { rocOf, showTime } from '../roc.ts';
import { Scroll } from '../scroll.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { control, link, readStatus, status, tell, tellFailure, tellWords } from '../state.ts';
import { language, t, word } from '../words.ts';
import { openPort } from './counter/reading.ts';
import { ends, stateWords } from './security/ends.ts';

interface Entry {
  readonly keyNo: string;
  readonly hospId: string;
  readonly use: 'sam' | 'delegation' | 'root';
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt?: number;
}
interface Directory {
  readonly issuedAt: number;
  readonly entries: readonly Entry[];
}
const directory = signal<Directory | null | undefined>(undefined);
const busy = signal<'verify' | 'restart' | undefined>(undefined);

async function run(what: 'verify' | 'restart'): Promise<void> {
  if (busy.value) return;
  busy.value = what;
  try {
    const slot = status.value?.slots.find((one) => one.role === 'sam') ?? status.value?.slots[0];
    if (slot) await openPort(slot.name);
    const answer =
      what === 'verify' ? await control().call('csVerifySAMDC') : await control().call('csSoftwareReset', { Type: 0 });
    if (answer.failure) tellWords(answer.failure);
    else if (what === 'verify') tell({ level: 'good', zh: '認證成功', en: 'Verified' });
    else tell({ level: 'good', zh: '安全模組已重新啟動', en: 'The security module was restarted' });
  } catch (error) {
    if (error instanceof ClientFailure) tellFailure(error);
    else throw error;
  } finally {
    busy.value = undefined;
    readStatus();
    readDirectory();
  }
}
function readDirectory(): void {
  control()
    .get<Directory | null>('/api/v1/directory')
    .then((found) => {
      directory.value = found;
    })
    .catch(() => undefined);
}

export default function Security() {
  const [asking, setAsking] = useState(false);
  const keyNo = status.value?.sam.delegation?.keyNo;
  useEffect(() => {
    if (link.value === 'open') readDirectory();
  }, [keyNo, link.value]);
  useShortcuts([{ key: 'F9', run: () => void run('verify') }]);
  const now = status.value;
  if (now === undefined) return <h1>{t('安全模組', 'Security module')}</h1>;
  const { sam } = now;
  const time = (epoch: number): string => showTime(rocOf(epoch), language.value);
  return (
    <>
      <h1>{t('安全模組', 'Security module')}</h1>
      <p class={`big ${sam.state === 2 ? 'good' : 'red'}`} role="status">
        {sam.state === 2 ? '✔' : '✘'} {word(stateWords(sam.state))}
        {t('，', ', ')}
        {sam.online ? t('服務連線中', 'its service answers') : t('服務連不上', 'its service does not answer')}
      </p>
      {sam.lastFailure && (
        <p class="doubt">
          <strong>
            ⚠ {time(sam.lastFailure.at)} {sam.lastFailure.code}
          </strong>{' '}
          {sam.lastFailure.meaning && word(sam.lastFailure.meaning)}
          {sam.lastFailure.todo && <span class="todo">→ {word(sam.lastFailure.todo)}</span>}
        </p>
      )}
      <div class="actions left">
        <button
          type="button"
          aria-keyshortcuts="F9"
          aria-busy={busy.value === 'verify'}
          onClick={() => void run('verify')}
        >
          {t('認證（2.1）', 'Verify (2.1)')} <kbd>F9</kbd>
        </button>
        <button type="button" class="secondary" aria-busy={busy.value === 'restart'} onClick={() => setAsking(true)}>
          {sam.kind === 'card' ? t('重置讀卡機', 'Reset the reader') : t('重新啟動', 'Restart')}
        </button>
      </div>
      <h2>{t('身分', 'Identity')}</h2>
      <dl>
        <Fact name={t('種類', 'Kind')}>
          {sam.kind === 'card'
            ? t('安全模組卡（3.5）', 'module card (3.5)')
            : t('雲端安全模組', 'cloud security module')}
        </Fact>
        {sam.identity && (
          <>
            <Fact name={t('院所', 'Institution')}>
              {sam.identity.hospName}（{sam.identity.hospAbbName}）{sam.identity.hospId}
            </Fact>
            <Fact name="SAM ID">{sam.identity.samId}</Fact>
          </>
        )}
        <Fact name={t('離線時', 'Offline')}>
          {sam.offlineMode === 'delegated'
            ? t('以授權金鑰簽章，可以掛號', 'signs by a delegated key: visits can be registered')
            : t(
                '比照官方：不能掛號，用異常登錄與 1.54',
                'as the official software: no registration, exceptions and 1.54',
              )}
        </Fact>
        {now.slots
          .filter((slot) => slot.role === 'sam')
          .map((slot) => (
            <Fact key={slot.name} name={slot.name}>
              {slot.present
                ? t('✔ 有卡片', '✔ a card is in')
                : t('✘ 沒有卡片，請插入安全模組卡', '✘ empty: insert the module card')}
            </Fact>
          ))}
      </dl>
      <h2>{t('期限', 'Ends')}</h2>
      <ul class="allows">
        {ends(sam, now.now).map((end) => (
          <li key={end.name.en} class={end.level}>
            {end.level === 'good' ? '✔' : '⚠'} {word(end.name)}
            {t('：', ': ')}
            {time(end.at)}
            {end.level === 'red' && t('（已過期）', ' (ended)')}
            {end.todo && <span class="todo">→ {word(end.todo)}</span>}
          </li>
        ))}
      </ul>
      <Published hospId={sam.identity?.hospId} time={time} inUse={keyNo} />
      <KnownOrigins />
      {asking && (
        <Confirm
          title={t('重新啟動安全模組？', 'Restart the security module?')}
          yes={t('重新啟動', 'Restart')}
          onYes={() => void run('restart')}
          onClose={() => setAsking(false)}
        >
          <p>
            {t(
              '進行中的簽章會失敗，之後會自動重新認證。',
              'A signature under way fails; it is verified again by itself.',
            )}
          </p>
        </Confirm>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The institution's keys as the centre publishes them, the newest first. */
function Published({
  hospId,
  time,
  inUse,
}: {
  readonly hospId: string | undefined;
  readonly inUse: string | undefined;
  time(epoch: number): string;
}) {
  const found = directory.value;
  if (!found)
    return found === null ? (
      <p class="hint">
        {t('這台電腦還沒有金鑰目錄，連線後會取得。', 'There is no key directory yet; it comes with the network.')}
      </p>
    ) : null;
  const own = found.entries
    .filter((entry) => entry.use !== 'root' && entry.hospId === hospId)
    .sort((one, other) => other.notBefore - one.notBefore)
    .slice(0, 20);
  const now = status.value?.now ?? 0;
  return (
    <>
      <h2>{t('公布的金鑰', 'Published keys')}</h2>
      <p class="hint">{t(`目錄時間 ${time(found.issuedAt)}`, `directory of ${time(found.issuedAt)}`)}</p>
      <Scroll name={t('公布的金鑰', 'Published keys')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('金鑰', 'Key')}</th>
              <th scope="col">{t('用途', 'Use')}</th>
              <th scope="col">{t('起', 'From')}</th>
              <th scope="col">{t('迄', 'Until')}</th>
              <th scope="col">{t('狀態', 'State')}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((entry) => (
              <tr key={entry.keyNo}>
                <td>
                  <code>{entry.keyNo}</code>
                </td>
                <td>{entry.use === 'sam' ? t('安全模組', 'module') : t('簽章授權', 'delegation')}</td>
                <td>{time(entry.notBefore)}</td>
                <td>{time(entry.notAfter)}</td>
                <td>
                  {entry.revokedAt !== undefined
                    ? t('✘ 已廢止', '✘ revoked')
                    : entry.notAfter < now
                      ? t('已結束', 'ended')
                      : entry.keyNo === inUse
                        ? t('✔ 使用中', '✔ in use')
                        : t('有效', 'valid')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
