/** @module What browsers need to reach this machine's programs: our certificate, and policies. */

import { limits, say } from '../../../base/index.ts';
import { type Machine, textOf } from '../../machine.ts';
import type { Check, Fix, Found } from '../types.ts';

const install = ['opencshis component certificate install'];
export const browser: Check = {
  id: 'browser',
  area: 'session',
  title: say({ zh: '瀏覽器', en: 'browsers' }),
  finds: {
    'browser.leaf-ended': {
      severity: 'problem',
      what: say({ zh: '本機憑證已到期', en: "this machine's certificate has ended" }),
      why: say({
        zh: '網頁經 https（59002、7777）就連不到讀卡機',
        en: 'pages do not reach the reader over https (59002, 7777) any more',
      }),
      todo: say({ zh: 'opencshis doctor --fix 會換一張新的', en: 'opencshis doctor --fix makes a new one' }),
      commands: install,
      faq: [10],
    },
    'browser.leaf-ending': {
      severity: 'warning',
      what: say({
        zh: '本機憑證再 {days} 天到期，沒有自動更新',
        en: "this machine's certificate ends in {days} days and was not renewed",
      }),
      why: say({
        zh: '控制軟體執行時會在到期前 30 天更新；certutil 不在時就不行',
        en: 'it is renewed 30 days before its end while the control software runs; not without certutil',
      }),
      todo: say({
        zh: '請讓控制軟體執行，並確認 certutil 在',
        en: 'let the control software run, and see that certutil is there',
      }),
      commands: ['sudo apt install libnss3-tools'],
      faq: [10],
    },
    'browser.leaf-not-trusted': {
      severity: 'warning',
      what: say({ zh: '瀏覽器不信任本機憑證', en: "the browsers do not trust this machine's certificate" }),
      why: say({
        zh: '它從瀏覽器的憑證庫裡被移除，或從未裝上',
        en: "it was taken out of the browsers' store, or never put there",
      }),
      todo: say({ zh: '請再安裝一次', en: 'install it again' }),
      commands: install,
      faq: [10],
    },
    'browser.policy': {
      severity: 'note',
      what: say({
        zh: '瀏覽器的政策管制網頁連到本機：{places}',
        en: 'browser policies rule which pages reach this machine: {places}',
      }),
      why: say({
        zh: '不在清單上的 HIS 網頁會連不到控制軟體，而且不會有提示',
        en: 'a HIS page that is not listed does not reach the control software, without a prompt',
      }),
      todo: say({
        zh: '請把 HIS 的網址加進 LocalNetworkAccessAllowedForUrls',
        en: "add the HIS's address to LocalNetworkAccessAllowedForUrls",
      }),
      commands: ['chrome://policy'],
      faq: [10],
    },
  },
  async look({ machine, own, now }) {
    const { component } = await own();
    const found: Found[] = [];
    const { leaf } = component;
    if (leaf !== undefined) {
      const left = leaf.notAfter - now();
      if (left <= 0) found.push({ id: 'browser.leaf-ended', fix: renewal(leaf.touches) });
      else if (left < limits.leafRenewal / 2)
        found.push({
          id: 'browser.leaf-ending',
          details: { days: Math.floor(left / 86_400_000) },
          fix: renewal(leaf.touches),
        });
      else if (leaf.trusted === false) found.push({ id: 'browser.leaf-not-trusted', fix: renewal(leaf.touches) });
    }
    const places = await policies(machine);
    if (places.length > 0) found.push({ id: 'browser.policy', details: { places } });
    return found;
  },
};

const renewal = (touches: readonly string[]): Fix => ({
  id: 'leaf',
  title: say({
    zh: '換一張新的本機憑證，裝到使用者的瀏覽器',
    en: "make a new certificate and put it into the user's browsers",
  }),
  touches,
  needs: 'nothing',
  steps: [{ do: 'renew-leaf' }],
});

const ruled = /"?(LocalNetworkAccess\w*ForUrls|InsecurePrivateNetworkRequests\w*)"?/;
async function policies(machine: Machine): Promise<readonly string[]> {
  if (machine.platform === 'win32') {
    const keys = ['Google\\Chrome', 'Microsoft\\Edge'].flatMap((name) =>
      ['LocalNetworkAccessBlockedForUrls', 'LocalNetworkAccessAllowedForUrls'].map(
        (policy) => `HKLM\\SOFTWARE\\Policies\\${name}\\${policy}`,
      ),
    );
    const there = await Promise.all(keys.map(async (key) => ((await machine.registry(key)) ? [key] : [])));
    return there.flat();
  }
  const folders = ['/etc/opt/chrome', '/etc/chromium', '/etc/opt/edge'].map((one) => `${one}/policies/managed`);
  const found = await Promise.all(
    folders.map(async (folder) =>
      Promise.all(
        (await machine.list(folder)).map(async (name) => {
          const file = `${folder}/${name}`;
          return ruled.test((await textOf(machine, file)) ?? '') ? [file] : [];
        }),
      ),
    ),
  );
  return found.flat(2);
}
