/** @module The disk of the world's folder: room, and whether this account may write there. */

import { join } from 'node:path';
import { limits, say } from '../../../base/index.ts';
import type { FileFacts, Machine } from '../../machine.ts';
import type { Check, Found, Step } from '../types.ts';

export const disk: Check = {
  id: 'disk',
  area: 'disk',
  title: say({ zh: '磁碟與資料夾', en: 'disk and folder' }),
  finds: {
    'disk.full': {
      severity: 'problem',
      what: say({ zh: '磁碟只剩 {megabytes} MB', en: 'only {megabytes} MB are left on the disk' }),
      why: say({
        zh: '寫不進日誌就不能掛號（6016）',
        en: 'what cannot be written to the journal cannot be registered (6016)',
      }),
      todo: say({ zh: '請在 {folder} 所在的磁碟清出空間', en: 'make room on the disk of {folder}' }),
    },
    'disk.read-only': {
      severity: 'problem',
      what: say({ zh: '磁碟是唯讀的', en: 'the disk is read-only' }),
      why: say({
        zh: '系統發現磁碟有錯時會改成唯讀；寫不進日誌就不能掛號',
        en: 'a system makes a disk read-only when it has found errors on it; without a journal nothing is registered',
      }),
      todo: say({ zh: '請資訊人員檢查磁碟，再重新掛載', en: 'have the disk checked, then mount it again' }),
      commands: ['findmnt -T {folder}', 'dmesg | tail -50'],
    },
    'disk.owner': {
      severity: 'problem',
      what: say({ zh: '資料夾裡有別的帳號的檔案', en: 'files in the folder belong to another account' }),
      why: say({
        zh: '曾經以別的帳號（例如 root）執行過；現在這個帳號讀寫不了它們',
        en: 'the program ran as another account (root, say) once; this one cannot read or write them',
      }),
      todo: say({ zh: '請把擁有者改回目前的帳號', en: 'give them back to this account' }),
      commands: ['sudo chown -R {uid} {folder}'],
    },
    'disk.not-writable': {
      severity: 'problem',
      what: say({ zh: '目前的帳號不能寫入資料夾', en: 'this account may not write to the folder' }),
      why: say({ zh: '寫不進日誌就不能掛號', en: 'without a journal nothing is registered' }),
      todo: say({
        zh: '請改正權限，或以 OPENCSHIS_HOME 指定其他資料夾',
        en: 'mend its permissions, or name another folder by OPENCSHIS_HOME',
      }),
      commands: ['ls -ld {folder}'],
    },
    'disk.modes': {
      severity: 'warning',
      what: say({ zh: '別的帳號讀得到我們的檔案', en: 'other accounts may read our files' }),
      why: say({
        zh: '裡面有金鑰與權杖，只該由擁有者讀寫；探索檔別人讀得到時，程式會拒絕使用它',
        en: 'keys and tokens are in them, for their owner alone; a discovery file that others may read is not used',
      }),
      todo: say({
        zh: 'opencshis doctor --fix 會改回 0700 與 0600',
        en: 'opencshis doctor --fix sets 0700 and 0600 again',
      }),
    },
  },
  async look({ machine, folder, own }) {
    const facts = await machine.file(folder);
    const place = facts === undefined ? machine.home : folder;
    const [room, denied] = await Promise.all([machine.disk(place), machine.notWritable(place)]);
    const found: Found[] = [];
    if (room !== undefined && room.free < limits.doctorDiskFree)
      found.push({
        id: 'disk.full',
        details: { folder, megabytes: Math.floor(room.free / 1024 ** 2), freeBytes: room.free },
      });
    if (denied === 'EROFS') found.push({ id: 'disk.read-only', details: { folder } });
    // Where not even the way to the folder is open to this account, nothing is seen of it.
    if (facts === undefined && denied !== undefined && !['EROFS', 'ENOENT'].includes(denied))
      found.push({ id: 'disk.not-writable', details: { folder } });
    if (facts === undefined || machine.uid < 0) return found;
    const { shared } = await own();
    // The machine's own belongs to its service, whoever looks.
    const owner = shared ? facts.uid : machine.uid;
    const inside = await insideOf(machine, folder);
    const foreign = inside.filter(([, one]) => one.uid !== owner).map(([path]) => path);
    if (foreign.length > 0)
      found.push({ id: 'disk.owner', details: { folder, uid: owner, files: foreign.slice(0, 5) } });
    else if (denied !== undefined && denied !== 'EROFS' && owner === machine.uid)
      found.push({ id: 'disk.not-writable', details: { folder } });
    const modeOf = (path: string, one: FileFacts): number => shared?.[path] ?? (one.folder ? 0o700 : 0o600);
    const open = inside.filter(
      ([path, one]) => one.uid === machine.uid && (one.mode & 0o077 & ~modeOf(path, one)) !== 0,
    );
    if (open.length > 0 && denied === undefined)
      found.push({
        id: 'disk.modes',
        details: { files: open.slice(0, 5).map(([path]) => path), count: open.length },
        fix: {
          id: 'modes',
          title: say({ zh: '把權限改回只有擁有者能讀寫', en: 'let their owner alone read and write them' }),
          touches: open.map(([path]) => path),
          needs: 'nothing',
          steps: open.map(([path, one]): Step => ({ do: 'mode', path, mode: modeOf(path, one) })),
        },
      });
    return found;
  },
};

/** The folder, what stands in it, and what stands in its own folders. */
async function insideOf(machine: Machine, folder: string): Promise<(readonly [string, FileFacts])[]> {
  const known = async (path: string) => [path, await machine.file(path)] as const;
  const top = await Promise.all([
    known(folder),
    ...(await machine.list(folder)).map((name) => known(join(folder, name))),
  ]);
  const deeper = await Promise.all(
    top
      .slice(1)
      .filter(([, facts]) => facts?.folder)
      .map(async ([path]) => Promise.all((await machine.list(path)).map((name) => known(join(path, name))))),
  );
  return [...top, ...deeper.flat()].flatMap(([path, facts]) =>
    // Sockets are named by the system's own mask; who may connect is asked at the door.
    facts === undefined || path.endsWith('.sock') ? [] : [[path, facts] as const],
  );
}
