/** @module Room on the disk of the world's folder. */

import { limits, say } from '../../../base/index.ts';
import type { Check } from '../types.ts';

export const disk: Check = {
  id: 'disk',
  area: 'disk',
  title: say({ zh: '磁碟空間', en: 'room on the disk' }),
  async look({ machine, folder }) {
    const room = await machine.disk(folder);
    if (room === undefined || room.free >= limits.doctorDiskFree) return [];
    const free = Math.floor(room.free / 1024 ** 2);
    return [
      {
        id: 'disk.full',
        severity: 'problem',
        what: say({ zh: `磁碟只剩 ${free} MB`, en: `only ${free} MB are left on the disk` }),
        why: say({
          zh: '寫不進日誌就不能掛號（6016）',
          en: 'what cannot be written to the journal cannot be registered (6016)',
        }),
        todo: say({ zh: '請清出空間', en: 'make room' }),
        details: { folder, freeBytes: room.free },
      },
    ];
  },
};
