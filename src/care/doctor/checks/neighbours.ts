/** @module Other card software on the machine: what may not be together, what is too old, what an uninstaller left behind. */

import { say } from '../../../base/index.ts';
import { cardSoftware } from '../../../catalogue/index.ts';
import { findNeighbours, type Neighbour, obstacles, portsOfOwn } from '../../neighbours/index.ts';
import type { Check, Details, Found } from '../types.ts';

const samFolder = 'C:\\NHI\\SAM\\COMX1';

export const neighbours: Check = {
  id: 'neighbours',
  area: 'neighbours',
  title: say({ zh: '其他讀卡軟體', en: 'other card software' }),
  finds: {
    'neighbours.old': {
      severity: 'problem',
      what: say({ zh: '舊版還在：{name} {version}', en: 'an older version is here: {nameEn} {version}' }),
      why: say({
        zh: '新舊版並存時，HIS 載入哪一份函式庫、由哪一個主控台回答，都說不準',
        en: 'with two versions nobody can say which library a HIS loads, and which console answers',
      }),
      todo: say({ zh: '請先解除安裝舊版，再安裝新版', en: 'remove the older version first, then install the new one' }),
      faq: [8],
    },
    'neighbours.conflict': {
      severity: 'problem',
      what: say({ zh: '{name} 與 {against} 不可並存', en: '{nameEn} may not be beside {againstEn}' }),
      why: say({
        zh: '登入網站時會跳出選擇 COM PORT 或下載元件的訊息，或讀不到卡片',
        en: 'web sites ask for a COM port or for a download at log-in, or the card cannot be read',
      }),
      todo: say({ zh: '只留一種：解除安裝 {name}', en: 'keep one of them: remove {nameEn}' }),
      faq: [10, 11],
    },
    'neighbours.beside': {
      severity: 'warning',
      what: say({
        zh: '{name} {version} 也裝在這台電腦上',
        en: '{nameEn} {version} is on this machine as well',
      }),
      why: say({
        zh: '兩套控制軟體同時執行會搶同一台讀卡機，HIS 也可能載入另一套的函式庫',
        en: 'two control softwares that run take the reader from each other, and a HIS may load the other one’s library',
      }),
      todo: say({
        zh: '一次只執行一套；opencshis libraries 列出哪個 HIS 會載入哪一份',
        en: 'run one at a time; opencshis libraries lists which HIS would load which copy',
      }),
      faq: [8, 11],
    },
    'neighbours.leftover': {
      severity: 'note',
      what: say({ zh: '{name} 解除安裝後的殘留：{signs}', en: 'left behind by {nameEn}: {signs}' }),
      why: say({
        zh: '程式已不在，但這些設定還會影響瀏覽器或安裝',
        en: 'the program has gone; these may still mislead a browser or an installer',
      }),
      todo: say({ zh: '確定不用之後，請資訊人員刪除', en: 'have them deleted when nobody needs them' }),
      faq: [8],
    },
    'neighbours.module-file': {
      severity: 'note',
      what: say({ zh: '安全模組檔還在：{path}', en: 'a security module file is still here: {path}' }),
      why: say({
        zh: '官方控制軟體已不在；這個檔只能在原來的電腦上使用',
        en: 'the official control software has gone; the file is good on this machine alone',
      }),
      todo: say({ zh: '要裝回官方軟體前不要刪除', en: 'keep it as long as the official software may come back' }),
      faq: [8],
    },
    'neighbours.here': {
      severity: 'note',
      what: say({ zh: '{name} {version} 也在這台電腦上', en: '{nameEn} {version} is on this machine, too' }),
      why: say({ zh: '與控制軟體不衝突', en: 'it is not in the way of the control software' }),
      todo: say({ zh: '不需要處理', en: 'nothing is to be done' }),
      faq: [11],
    },
  },
  async look({ machine, own }) {
    const here = await findNeighbours(machine, portsOfOwn(await own()));
    const blocking = obstacles(here);
    const found = here.map((one): Found => {
      const commands = one.uninstall ? { commands: [one.uninstall] } : {};
      if (one.leftover) return { id: 'neighbours.leftover', details: detailsOf(one) };
      if (one.old) return { id: 'neighbours.old', details: detailsOf(one), ...commands };
      if (blocking.includes(one) || one.against.some((id) => id !== 'opencshis'))
        return { id: 'neighbours.conflict', details: detailsOf(one), ...commands };
      return one.against.length > 0
        ? { id: 'neighbours.beside', details: detailsOf(one), ...commands }
        : { id: 'neighbours.here', details: detailsOf(one) };
    });
    if (machine.platform !== 'win32' || here.some(({ id, leftover }) => id === 'cloud' && !leftover)) return found;
    const file = (await machine.list(samFolder)).find((name) => /\.SAM$/i.test(name));
    // Its name holds the module's number.
    return file === undefined
      ? found
      : [...found, { id: 'neighbours.module-file', details: { path: `${samFolder}\\*.SAM` } }];
  },
};

function detailsOf({ id, name, version = '', signs, against }: Neighbour): Details {
  const names = against.map((each) => cardSoftware.find((one) => one.id === each)?.name ?? { zh: each, en: each });
  return {
    software: id,
    name: name.zh,
    nameEn: name.en,
    version,
    signs: signs.map(({ kind, what }) => `${kind} ${what}`),
    against: names.map(({ zh }) => zh),
    againstEn: names.map(({ en }) => en),
  };
}
