/** @module Our own program: does it run, does it answer, is it the version that is installed? */

import { join } from 'node:path';
import { say } from '../../../base/index.ts';
import type { RunningProcess } from '../../machine.ts';
import type { Own } from '../../own.ts';
import type { Check, Fix, Found, Patient } from '../types.ts';

export const program: Check = {
  id: 'program',
  area: 'program',
  title: say({ zh: '控制軟體', en: 'control software' }),
  finds: {
    'program.no-world': {
      severity: 'note',
      what: say({ zh: '這個資料夾裡還沒有世界', en: 'there is no world in this folder yet' }),
      why: say({
        zh: '還沒有啟動過，或 OPENCSHIS_HOME 指向別處',
        en: 'it was never started, or OPENCSHIS_HOME is another folder',
      }),
      todo: say({ zh: '第一次啟動會建立它', en: 'the first start makes it' }),
      commands: ['opencshis start'],
    },
    'program.not-running': {
      severity: 'problem',
      what: say({ zh: '控制軟體沒有在執行', en: 'the control software is not running' }),
      why: say({
        zh: 'HIS 與瀏覽器都要它先開著；視窗可以縮到系統匣，但不能沒有它',
        en: 'HIS and browsers need it there first; it may be minimised to the tray, not missing',
      }),
      todo: say({
        zh: '請啟動；要每次登入都啟動：opencshis autostart on',
        en: 'start it; at every log-in: opencshis autostart on',
      }),
      commands: ['opencshis start'],
      faq: [6, 9, 10],
    },
    'program.hangs': {
      severity: 'problem',
      what: say({ zh: '控制軟體在執行，但沒有回答', en: 'the control software runs, and does not answer' }),
      why: say({
        zh: '監督程序會在 5 秒內重啟不回答的程序；連它也停住時要由人重啟',
        en: 'the supervisor restarts within 5 s what does not answer; where it stands still itself, somebody else must',
      }),
      todo: say({
        zh: 'opencshis doctor --fix 會重啟我們自己的程序；日誌裡的就醫都在',
        en: "opencshis doctor --fix restarts our own processes; the journal's visits are safe",
      }),
      faq: [6],
    },
    'program.not-ready': {
      severity: 'warning',
      what: say({ zh: '控制軟體啟動中，還不能回答', en: 'the control software is starting, and cannot answer yet' }),
      why: say({
        zh: '有一個程序還沒準備好：{waiting}；原因在紀錄檔裡',
        en: 'one of its processes is not ready: {waiting}; its log says why',
      }),
      todo: say({ zh: '請稍候再試；一直如此請看紀錄檔', en: 'wait and try again; where it stays so, look at the log' }),
      commands: ['tail {log}'],
      faq: [6],
    },
    'program.stale-lock': {
      severity: 'warning',
      what: say({ zh: '上次沒有正常結束，留下了鎖定檔', en: 'it did not end in order, and left its lock behind' }),
      why: say({
        zh: '可能停過電或被強制結束；下次啟動會自己接手，寫好的就醫不會遺失',
        en: 'the power went, or it was killed; the next start takes over by itself, no visit is lost',
      }),
      todo: say({
        zh: '可以直接啟動，或先以 opencshis doctor --fix 清掉',
        en: 'just start it, or clear it by opencshis doctor --fix',
      }),
      commands: ['opencshis start'],
      faq: [6],
    },
    'program.dead-discovery': {
      severity: 'warning',
      what: say({ zh: '探索檔指向已經不在的程序', en: 'the discovery file names a process that is gone' }),
      why: say({
        zh: 'HIS 由它找控制軟體，找到的是空的',
        en: 'HIS programs find the control software by it, and find nobody',
      }),
      todo: say({
        zh: 'opencshis doctor --fix 會移除它，然後請啟動',
        en: 'opencshis doctor --fix removes it; then start',
      }),
      commands: ['opencshis start'],
      faq: [6],
    },
    'program.old-version': {
      severity: 'warning',
      what: say({
        zh: '執行中的是 {running}，磁碟上裝的是 {installed}',
        en: '{running} is running, {installed} is installed on the disk',
      }),
      why: say({
        zh: '升級之後還沒有重新啟動，舊版還佔著位置',
        en: 'it was not restarted after an upgrade: the old one is in the way',
      }),
      todo: say({ zh: '請在沒有人掛號時重新啟動', en: 'restart it when nobody is being registered' }),
      commands: ['opencshis stop', 'opencshis start'],
      faq: [1, 8],
    },
    'program.several': {
      severity: 'note',
      what: say({ zh: '這台電腦同時執行 {count} 個世界', en: '{count} worlds run on this machine' }),
      why: say({
        zh: 'HIS 用的是 OPENCSHIS_HOME 指的那一個；刷卡沒有反應時，常是看錯了世界',
        en: 'a HIS uses the one that OPENCSHIS_HOME names; where cards seem dead, it is often the other one that is looked at',
      }),
      todo: say({ zh: '不需要的請停止', en: 'stop those that are not needed' }),
      commands: ['OPENCSHIS_HOME={other} opencshis stop'],
    },
    'program.old-node': {
      severity: 'note',
      what: say({
        zh: '系統的 Node 是 {found}，控制軟體用的是自己的 {ours}',
        en: "the system's Node is {found}; the control software uses its own, {ours}",
      }),
      why: say({
        zh: '需要 Node 24 以上；由 opencshis 指令啟動時會自動選對',
        en: 'it wants Node 24 or newer; the opencshis command picks the right one',
      }),
      todo: say({
        zh: '以 opencshis 指令啟動，不要用 node 直接執行',
        en: 'start it by the opencshis command, not by node itself',
      }),
    },
    'program.missing-files': {
      severity: 'problem',
      what: say({ zh: '安裝的檔案少了 {count} 個', en: '{count} files of the installation are missing' }),
      why: say({
        zh: '被刪除、被防毒軟體隔離，或安裝沒有完成',
        en: 'deleted, put in quarantine by a virus scanner, or never wholly installed',
      }),
      todo: say({
        zh: '請重新安裝；世界的資料夾不受影響',
        en: "install it again; the world's folder is not touched by that",
      }),
      commands: ['npm install -g opencshis'],
      faq: [1, 8],
    },
    'program.starter-gone': {
      severity: 'warning',
      what: say({
        zh: '自動啟動或連結指向已經不在的程式',
        en: 'what starts us from the desktop names a program that is gone',
      }),
      why: say({
        zh: '{path} 要啟動 {gone}，它已經被移走',
        en: '{path} would start {gone}, which was moved or removed',
      }),
      todo: say({
        zh: 'opencshis doctor --fix 會改成現在這個程式',
        en: 'opencshis doctor --fix makes it start this program',
      }),
      faq: [9, 10],
    },
  },
  async look(patient) {
    const own = await patient.own();
    // At once: each may take as long as it is given.
    const [stands, others, node] = await Promise.all([
      standing(patient, own),
      otherWorlds(patient),
      patient.machine.run('node', ['--version']),
    ]);
    const found: Found[] = [
      ...stands,
      ...own.starters.flatMap(({ id, path, gone, right }): Found[] =>
        gone === undefined
          ? []
          : [{ id: 'program.starter-gone', details: { path, gone }, fix: starterFix(id, path, right) }],
      ),
    ];
    if (own.missing.length > 0)
      found.push({
        id: 'program.missing-files',
        details: { count: own.missing.length, files: own.missing.slice(0, 5) },
      });
    if (others.length > 0)
      found.push({
        id: 'program.several',
        details: { count: others.length + 1, other: others[0] ?? '', folders: others },
      });
    const system = /^v(\d+)\.\S+/.exec(node?.out ?? '');
    if (system !== null && Number(system[1]) < 24)
      found.push({ id: 'program.old-node', details: { found: system[0], ours: own.node } });
    return found;
  },
};

/** One of: it is not there, it does not answer, it left something behind, it is not the one that is installed. */
async function standing(patient: Patient, own: Own): Promise<readonly Found[]> {
  const { folder } = patient;
  if (!own.world) return [{ id: 'program.no-world', details: { folder } }];
  if (own.supervisor === 'none' || own.supervisor === 'dead') {
    const left: Found[] = [];
    if (own.supervisor === 'dead') {
      const lock = join(folder, 'run', 'lock');
      left.push({ id: 'program.stale-lock', details: { file: lock }, fix: removal('stale-lock', lock) });
    }
    if (own.discovery === 'dead') {
      const discovery = join(folder, 'run', 'discovery.json');
      left.push({
        id: 'program.dead-discovery',
        details: { file: discovery },
        fix: removal('dead-discovery', discovery),
      });
    }
    return [{ id: 'program.not-running', details: { folder } }, ...left];
  }
  const stopped = own.processes.filter(({ life }) => life === 'stopped').map(({ name }) => name);
  if (own.supervisor === 'stopped') stopped.unshift('supervisor');
  const status = stopped.length > 0 ? undefined : await patient.status();
  if (status === undefined) {
    if (stopped.length === 0 && own.discovery === 'none')
      return [
        {
          id: 'program.not-ready',
          details: { waiting: own.processes.map(({ name }) => name), log: join(folder, 'run', 'log.txt') },
        },
      ];
    if (own.discovery === 'foreign') return [];
    return [{ id: 'program.hangs', details: { stopped }, fix: restart }];
  }
  if (own.version !== undefined && own.version !== patient.version)
    return [{ id: 'program.old-version', details: { running: own.version, installed: patient.version } }];
  return [];
}

const removal = (id: string, path: string): Fix => ({
  id,
  title: say({ zh: '移除沒有主人的檔案', en: 'remove a file whose process is gone' }),
  touches: [path],
  needs: 'nothing',
  steps: [{ do: 'remove', path }],
});
const restart: Fix = {
  id: 'restart',
  title: say({ zh: '結束並重新啟動這個世界的程序', en: "end this world's processes and start them anew" }),
  touches: [],
  needs: 'restart',
  steps: [{ do: 'restart' }],
};
const starterFix = (id: string, path: string, right: string): Fix => ({
  id: `starter-${id}`,
  title: say({ zh: '改成啟動現在這個程式', en: 'let it start this program' }),
  touches: [path],
  needs: 'nothing',
  steps: [{ do: 'write', path, text: right }],
});

/** Of this account alone: whose another's are is nobody's business. */
async function otherWorlds({ machine, folder }: Patient): Promise<readonly string[]> {
  const folders = (await machine.processes()).flatMap((one) => worldOf(one) ?? []).filter((one) => one !== folder);
  const facts = await Promise.all(folders.map((one) => machine.file(one)));
  return folders.filter((_one, at) => facts[at]?.uid === machine.uid);
}

/** The folder of a world, by the command line of its supervisor. */
function worldOf({ args = [] }: RunningProcess): string | undefined {
  const at = args.findIndex((word) => /[\\/]main[\\/]background\.(ts|js)$/.test(word));
  return at < 0 ? undefined : args[at + 1];
}
