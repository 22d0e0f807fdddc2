/** @module The journal: what waits for the centre, what it refused, what is in doubt, and whether it can be read. */

import { join } from 'node:path';
import { say } from '../../../base/index.ts';
import { decodeLines } from '../../../journal/index.ts';
import type { Check, Found } from '../types.ts';

export const journal: Check = {
  id: 'journal',
  area: 'journal',
  title: say({ zh: '日誌', en: 'journal' }),
  finds: {
    'journal.waiting': {
      severity: 'note',
      what: say({ zh: '{count} 筆尚未送到資料中心', en: '{count} are not at the data centre yet' }),
      why: say({ zh: '離線時的就醫留在日誌裡', en: 'what was done offline is kept in the journal' }),
      todo: say({
        zh: '連線後會自動重送，不必做任何事',
        en: 'they are sent by themselves once connected: nothing is to be done',
      }),
      faq: [7],
    },
    'journal.refused': {
      severity: 'warning',
      what: say({ zh: '{count} 筆資料中心不收', en: '{count} were not taken by the data centre' }),
      why: say({ zh: '每一筆的原因在日誌裡', en: 'the journal tells why, one by one' }),
      todo: say({ zh: '請看原因後補正', en: 'see why, and put it right' }),
      commands: ['opencshis journal'],
    },
    'journal.in-doubt': {
      severity: 'warning',
      what: say({ zh: '{count} 筆不確定有沒有寫到卡片', en: 'of {count} it is not known whether the card has them' }),
      why: say({ zh: '卡片在寫入時被取出', en: 'the card was taken out while it was written' }),
      todo: say({
        zh: '請把同一張卡片放回讀卡機，控制軟體會自己查明',
        en: 'put the same card back: the control software finds out by itself',
      }),
      commands: ['opencshis journal'],
    },
    'journal.cut': {
      severity: 'warning',
      what: say({
        zh: '日誌尾端有 {bytes} 位元組受損，已另存',
        en: "{bytes} damaged bytes at the journal's end were kept aside",
      }),
      why: say({
        zh: '停電時可能只寫了一半；完整的部分都在',
        en: 'a power cut leaves half a line; all that is whole is there',
      }),
      todo: say({
        zh: '請檢查磁碟，並保留 journal/cut-* 檔案',
        en: 'look at the disk, and keep the files journal/cut-*',
      }),
    },
    'journal.newer': {
      severity: 'problem',
      what: say({ zh: '日誌是較新的版本寫的', en: 'the journal was written by a newer version' }),
      why: say({ zh: '這個版本讀不懂，也不會動它', en: 'this version cannot read it, and leaves it alone' }),
      todo: say({ zh: '請裝回寫它的版本', en: 'install the version that wrote it' }),
      faq: [8],
    },
    'journal.unreadable': {
      severity: 'problem',
      what: say({ zh: '日誌讀不出來', en: 'the journal cannot be read' }),
      why: say({
        zh: '權限不對，或檔案一開頭就受損',
        en: 'its permissions are wrong, or it is damaged from its beginning',
      }),
      todo: say({
        zh: '請檢查權限與磁碟，或還原備份',
        en: 'look at its permissions and the disk, or restore a backup',
      }),
      commands: ['ls -l {file}', 'opencshis restore FILE'],
    },
  },
  async look({ machine, folder, status }) {
    const file = join(folder, 'journal', 'log');
    const facts = await machine.file(file);
    const found: Found[] = [];
    if (facts !== undefined && facts.size > 0) {
      const bytes = await machine.read(file);
      const read = bytes && decodeLines(bytes);
      if (read?.newer) found.push({ id: 'journal.newer', details: { file } });
      else if (read === undefined || (read.records.length === 0 && bytes?.includes(10)))
        found.push({ id: 'journal.unreadable', details: { file } });
    }
    const counts = (await status())?.journal;
    if (counts === undefined) return found;
    const { waiting, refused, inDoubt, cut } = counts;
    if (waiting > 0) found.push({ id: 'journal.waiting', details: { count: waiting } });
    if (refused > 0) found.push({ id: 'journal.refused', details: { count: refused } });
    if (inDoubt > 0) found.push({ id: 'journal.in-doubt', details: { count: inDoubt } });
    if (cut > 0) found.push({ id: 'journal.cut', details: { bytes: cut } });
    return found;
  },
};
