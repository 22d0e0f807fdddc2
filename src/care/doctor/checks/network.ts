/** @module The way to the data centre, layer by layer: the first one that fails is the one that is told. */

import { say } from '../../../base/index.ts';
import type { Machine } from '../../machine.ts';
import type { Check, Found } from '../types.ts';

const offline = [7];
export const network: Check = {
  id: 'network',
  area: 'network',
  title: say({ zh: '到資料中心的網路', en: 'network to the data centre' }),
  finds: {
    'network.name': {
      severity: 'problem',
      what: say({ zh: '找不到 {host} 的位址', en: 'no address was found for {host}' }),
      why: say({
        zh: 'DNS 沒有回答或不認得它；VPN 沒有連上時也會如此',
        en: 'the name server does not answer or does not know it; so it is without the VPN',
      }),
      todo: say({ zh: '請檢查網路線、VPN 與 DNS 設定', en: 'look at cable, VPN and name server' }),
      commands: ['nslookup {host}'],
      faq: offline,
    },
    'network.tcp': {
      severity: 'problem',
      what: say({ zh: '連不到 {host}:{port}（{how}）', en: '{host}:{port} cannot be reached ({how})' }),
      why: say({
        zh: 'silent：防火牆或路由把封包丟掉；refused：對方沒有在執行；unreachable：沒有路由',
        en: 'silent: a firewall or a route drops it; refused: nobody runs there; unreachable: there is no route',
      }),
      todo: say({
        zh: '請確認 VPN 已連上、防火牆允許這個連線',
        en: 'see that the VPN is up and the firewall lets it through',
      }),
      faq: offline,
    },
    'network.tls': {
      severity: 'problem',
      what: say({ zh: '{host} 的憑證不被信任（{fault}）', en: 'the certificate of {host} is not believed ({fault})' }),
      why: say({
        zh: '中間有檢查連線的防火牆、電腦的時鐘錯了，或對方的憑證過期',
        en: 'a firewall looks into the connection, the clock is wrong, or the certificate has ended',
      }),
      todo: say({
        zh: '請先看時鐘；請資訊人員把這個主機排除在連線檢查之外',
        en: 'look at the clock; have this host left out of what the firewall inspects',
      }),
      faq: offline,
    },
    'network.centre': {
      severity: 'problem',
      what: say({
        zh: '資料中心回答了，但不正常（HTTP {status}）',
        en: 'the data centre answers, and not well (HTTP {status})',
      }),
      why: say({
        zh: '對方維護中，或中間的代理伺服器替它回答',
        en: 'it is being maintained, or a proxy answers in its place',
      }),
      todo: say({
        zh: '請稍後再試；離線期間用 1.54 取得就醫識別碼',
        en: 'try later; meanwhile 1.54 gives treatment identifiers',
      }),
      faq: offline,
    },
    'network.cut': {
      severity: 'warning',
      what: say({
        zh: '模擬世界的網路是關閉的：{links}',
        en: 'the network of the simulated world is switched off: {links}',
      }),
      why: say({ zh: '這是練習斷線用的開關', en: 'this is the switch for trying what happens offline' }),
      todo: say({ zh: '要恢復連線請打開', en: 'switch it on again' }),
      commands: ['opencshis network up'],
      faq: offline,
    },
    'network.proxy': {
      severity: 'note',
      what: say({ zh: '環境變數設了代理伺服器：{variables}', en: 'the environment names a proxy: {variables}' }),
      why: say({
        zh: '控制軟體不經過代理伺服器；別的程式連得到而它連不到時，原因常在這裡',
        en: 'the control software uses none; where other programs get through and it does not, this is often why',
      }),
      todo: say({
        zh: '請讓到資料中心的連線不需要代理伺服器',
        en: 'let connections to the data centre through without it',
      }),
    },
  },
  async look({ machine, own, status }) {
    const [{ centre, supervisor }, known] = await Promise.all([own(), status()]);
    const found = [...proxies(machine)];
    // The simulated centre is one of our own processes: where they do not run, that is what is told.
    if (centre !== undefined && (supervisor === 'running' || !isLocal(centre)))
      found.push(...(await layers(machine, centre)));
    const cut = Object.entries(known?.links ?? {}).filter(([, up]) => !up);
    if (found.every(({ id }) => id === 'network.proxy') && cut.length > 0)
      found.push({ id: 'network.cut', details: { links: cut.map(([link]) => link) } });
    return found;
  },
};

const isLocal = (url: string): boolean => new URL(url).hostname === '127.0.0.1';

async function layers(machine: Machine, url: string): Promise<readonly Found[]> {
  const { hostname: host, protocol, port: given } = new URL(url);
  const secure = protocol === 'https:';
  const port = Number(given) || (secure ? 443 : 80);
  if ((await machine.resolve(host)) === undefined) return [{ id: 'network.name', details: { host } }];
  const reached = await machine.reach(host, port);
  if (reached !== 'open')
    return [{ id: 'network.tcp', details: { host, port, how: reached }, commands: reaching(machine, host, port) }];
  const fault = secure ? await machine.tls(host, port) : undefined;
  if (fault !== undefined) return [{ id: 'network.tls', details: { host, fault } }];
  const asked = await machine.ask(`${url.replace(/\/$/, '')}/healthz`);
  return asked?.status === 200 ? [] : [{ id: 'network.centre', details: { status: asked?.status ?? '–' } }];
}

const reaching = ({ platform }: Machine, host: string, port: number): readonly string[] =>
  platform === 'win32'
    ? [`Test-NetConnection ${host} -Port ${port}`]
    : [`curl -v telnet://${host}:${port} --max-time 3`];

function proxies({ env }: Machine): Found[] {
  const variables = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) =>
    env[name] || env[name.toUpperCase()] ? [name.toUpperCase()] : [],
  );
  return variables.length > 0 ? [{ id: 'network.proxy', details: { variables } }] : [];
}
