/** @module 1.31, 1.32, 1.52: ports and resets. */

import { Failure, say } from '../../base/index.ts';
import type { Call, PlainFunction } from '../context.ts';
import { refuse } from '../decide.ts';

/** 1.31. In 3.5 the number names a dedicated reader; in 5.1 any number opens the chip readers that there are. */
export const openCom: PlainFunction = {
  kind: 'plain',
  async run(call) {
    const number = call.input.int('Comport');
    const slots = call.deps.readers.slots();
    const devices = [...new Set(slots.flatMap((slot) => (slot.device === undefined ? [] : [slot.device])))];
    const numbered = slots.find((slot) => slot.port === number);
    // Readers without a line of their own are counted among the numbers that the table does not give.
    const inside = devices.filter((name) => !slots.some((slot) => slot.device === name && slot.port !== undefined));
    const device = call.deps.profile === '3.5' ? (numbered?.device ?? inside[number]) : undefined;
    if (call.deps.profile === '3.5' && numbered?.state === 'gone')
      return {
        code: -1,
        why: numbered.why ?? say({ zh: '讀卡機已移除', en: 'the reader is gone' }),
        todo: say({
          zh: '請檢查讀卡機與連結埠（opencshis ports）',
          en: 'look at the reader and its port (opencshis ports)',
        }),
      };
    if (number < 0 || slots.length === 0 || (call.deps.profile === '3.5' && device === undefined)) {
      return {
        code: -1,
        why: say({
          zh: `連結埠 ${number}（COM${number + 1}）沒有讀卡機`,
          en: `there is no reader at port ${number} (COM${number + 1})`,
        }),
        todo: say({ zh: '請接上讀卡機，或換一個埠號', en: 'connect a reader, or use another number' }),
      };
    }
    call.ports.open(call.caller.process, device);
    return { code: 0 };
  },
};

/** 1.32. Closing touches neither the security module nor any PIN. */
export const closeCom: PlainFunction = {
  kind: 'plain',
  async run(call) {
    return call.ports.close(call.caller.process) || call.deps.profile === '5.1'
      ? { code: 0 }
      : { code: -1, why: say({ zh: '連結埠沒有開啟', en: 'the port was not open' }) };
  },
};

/** 1.52: 0 the cloud SAM's console (5.1) or the reader (3.5), 1 SAM, 2 professional card, 3 health card. */
export const softwareReset: PlainFunction = {
  kind: 'plain',
  async run(call) {
    switch (call.input.int('Type')) {
      case 0:
        return resetAll(call);
      case 1:
        await call.deps.sam.reset();
        call.cards.securityGone(call.ports.device(call.caller.process));
        return { code: 0 };
      case 2:
        return resetCard(call, 'hpc');
      case 3:
        return resetCard(call, 'hc');
      default:
        return refuse(6018, say({ zh: '重置項目只有 0、1、2、3', en: 'the type is 0, 1, 2 or 3' }));
    }
  },
};

async function resetAll(call: Call) {
  const device = call.ports.device(call.caller.process);
  call.cards.securityGone(device);
  if (device === undefined) {
    if (call.deps.restartSam === undefined) await call.deps.sam.reset();
    else await call.deps.restartSam();
    // Initialised again, as the official one does; without a network the next call tries by itself.
    await call.deps.sam.verify().catch((error) => {
      if (!(error instanceof Failure)) throw error;
    });
    return { code: 0 };
  }
  // The module lost its power with the rest: the next call that needs it verifies it again, or 2.1.
  await call.deps.readers.device(device)?.reset?.();
  for (const slot of call.deps.readers.slots()) {
    if (slot.device !== device || !slot.present) continue;
    await call.deps.readers.reset(slot.name);
    if (slot.insertion !== undefined) call.cards.state(slot.insertion).blocked = false;
  }
  return { code: 0 };
}

async function resetCard(call: Call, kind: 'hc' | 'hpc') {
  const found = await call.cards.find(kind, { device: call.ports.device(call.caller.process) });
  await call.deps.readers.reset(found.slot);
  call.cards.wasReset(found.insertion);
  // What 1.40 left out, and a hand would do by taking the card out.
  call.cards.state(found.insertion).blocked = false;
  return { code: 0 };
}
