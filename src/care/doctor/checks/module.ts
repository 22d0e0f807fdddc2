/** @module The security module: is it there, is it verified, how long are its certificate, delegation and keys good? */

import { join } from 'node:path';
import { limits, say } from '../../../base/index.ts';
import { daysBetween } from '../dates.ts';
import type { Check, Found } from '../types.ts';

export const module: Check = {
  id: 'module',
  area: 'module',
  title: say({ zh: '安全模組', en: 'security module' }),
  finds: {
    'module.missing': {
      severity: 'problem',
      what: say({ zh: '安全模組的檔案不見了', en: "the security module's file is missing" }),
      why: say({
        zh: '沒有它就不能取得就醫識別碼（9200、4050）',
        en: 'without it there is no treatment identifier (9200, 4050)',
      }),
      todo: say({
        zh: '請還原備份；沒有備份要重新申請安全模組',
        en: 'restore a backup; without one the module is enrolled anew',
      }),
      commands: ['opencshis restore FILE'],
    },
    'module.not-verified': {
      severity: 'problem',
      what: say({ zh: '安全模組沒有通過認證（{code}）', en: 'the security module is not verified ({code})' }),
      why: say({ zh: '掛號會得到 4050 或 4061', en: 'a registration answers 4050 or 4061' }),
      todo: say({
        zh: '先看網路與時鐘的檢查，再重置安全模組',
        en: 'look at network and clock first, then reset the module',
      }),
      commands: ['opencshis call csSoftwareReset Type=0'],
      faq: [6, 7],
    },
    'module.no-card': {
      severity: 'problem',
      what: say({ zh: '讀卡機裡沒有安全模組卡', en: 'there is no security module card in the reader' }),
      why: say({ zh: '專屬讀卡機要有安全模組卡才能認證健保卡', en: 'a dedicated reader verifies cards by it' }),
      todo: say({ zh: '請插回安全模組卡', en: 'put the card back into its slot' }),
    },
    'module.certificate-ending': {
      severity: 'warning',
      what: say({ zh: '安全模組的憑證再 {days} 天到期', en: "the security module's certificate ends in {days} days" }),
      why: say({ zh: '到期後不能認證', en: 'after that it cannot be verified' }),
      todo: say({ zh: '請現在申請換發', en: 'ask for a new one now' }),
    },
    'module.certificate-ended': {
      severity: 'problem',
      what: say({ zh: '安全模組的憑證已到期', en: "the security module's certificate has ended" }),
      why: say({
        zh: '到期的憑證不能認證；電腦的時鐘錯了也會如此',
        en: 'it cannot be verified any more; a wrong clock looks the same',
      }),
      todo: say({ zh: '請先看時鐘，再申請換發', en: 'look at the clock, then ask for a new one' }),
    },
    'module.delegation-ending': {
      severity: 'warning',
      what: say({
        zh: '簽章授權再 {hours} 小時到期，還沒有更新',
        en: 'the signing delegation ends in {hours} hours and was not renewed',
      }),
      why: say({
        zh: '它平常在期限過半時更新；到期後離線就不能簽章（4061）',
        en: 'it is renewed at half of its life; once it has ended, nothing is signed offline (4061)',
      }),
      todo: say({ zh: '請恢復與資料中心的連線', en: 'bring the connection to the data centre back' }),
      faq: [7],
    },
    'module.keys-ending': {
      severity: 'warning',
      what: say({
        zh: '離線用的識別碼金鑰再 {days} 天用完',
        en: 'the identifier keys for offline use last {days} more days',
      }),
      why: say({ zh: '用完後離線不能取得就醫識別碼', en: 'after that no identifier is made offline' }),
      todo: say({ zh: '請連線一次，它會自己補滿 60 天', en: 'connect once: it fills up 60 days by itself' }),
      faq: [7],
    },
  },
  async look({ machine, folder, own, status }) {
    const { world, profile } = await own();
    const found: Found[] = [];
    if (world && profile === '5.1' && (await machine.file(join(folder, 'sam', 'credential.json'))) === undefined)
      found.push({ id: 'module.missing', details: { folder } });
    const answered = await status();
    if (answered === undefined || found.length > 0) return found;
    // By the clock that the module itself goes by.
    const { sam, now } = answered;
    const { certificate, delegation, identifierKeysUntil } = sam;
    if (sam.kind === 'card' && (sam.state === 0 || sam.state === 9)) found.push({ id: 'module.no-card' });
    else if (
      sam.state !== 2 &&
      sam.lastFailure !== undefined &&
      !(delegation?.valid && sam.offlineMode === 'delegated')
    )
      found.push({ id: 'module.not-verified', details: { code: sam.lastFailure.code } });
    if (certificate !== undefined) {
      const left = certificate.notAfter - now;
      if (left <= 0) found.push({ id: 'module.certificate-ended' });
      else if (left < limits.doctorBeforeEnd)
        found.push({ id: 'module.certificate-ending', details: { days: Math.floor(left / day) } });
    }
    if (delegation?.valid) {
      const left = delegation.notAfter - now;
      if (left > 0 && left < limits.delegationLife / 4)
        found.push({ id: 'module.delegation-ending', details: { hours: Math.floor(left / 3_600_000) } });
    }
    const days = identifierKeysUntil === undefined ? undefined : daysBetween(now, identifierKeysUntil);
    if (days !== undefined && days * day < limits.doctorKeysLeft)
      found.push({ id: 'module.keys-ending', details: { days: Math.max(0, days) } });
    return found;
  },
};
const day = 24 * 3_600_000;
