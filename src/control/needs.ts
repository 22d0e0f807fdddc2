/** @module What a function needs, in the catalogue's order, each with the code that its section lists when it is missing. */

import { asFailure, Failure, limits, say } from '../base/index.ts';
import type { Need } from '../catalogue/schema.ts';
import type { SamStatus } from '../sam/types.ts';
import type { Call } from './context.ts';
import { askPin } from './functions/pin.ts';

export async function checkNeeds(call: Call): Promise<void> {
  for (const need of call.api.needs) {
    if (need.profile !== undefined && need.profile !== call.deps.profile) continue;
    try {
      await checkNeed(call, need);
    } catch (error) {
      if (need.whenMissing === 'degrade') continue;
      throw error;
    }
  }
}

async function checkNeed(call: Call, need: Need): Promise<void> {
  const code = need.whenMissing === 'degrade' ? 4014 : need.whenMissing;
  switch (need.need) {
    case 'port':
      if (!call.ports.isOpen(call.caller.process)) {
        throw new Failure(code, {
          kind: 'port-closed',
          why: say({ zh: '尚未開啟讀卡機連結埠', en: 'the port is not open' }),
          todo: say({ zh: '請先呼叫 csOpenCom', en: 'call csOpenCom first' }),
        });
      }
      portThere(call);
      return;
    case 'sam':
      return call.deps.sam.known?.() === 2 ? undefined : ensureSam(call, code);
    case 'hc':
      call.hc = await call.cards.find('hc', {
        slot: call.request.slot,
        insertion: call.request.insertion,
        device: call.ports.device(call.caller.process),
      });
      if (call.hc.identified.real) await call.cards.use(call.hc, async () => undefined);
      return;
    case 'hpc':
      call.hpc = await call.cards.find('hpc', { device: call.ports.device(call.caller.process) });
      return;
    case 'hcPin':
      return ensurePin(call, 'hc', code);
    case 'hpcPin':
      if (call.hpc && !call.cards.state(call.hpc.insertion).pin.has(call.caller.process)) {
        throw new Failure(code, {
          kind: 'hpc-pin',
          why: say({ zh: '醫事人員卡密碼尚未認證', en: "the professional card's PIN is not verified" }),
          todo: say({ zh: '請先呼叫 hpcVerifyHPCPIN', en: 'call hpcVerifyHPCPIN first' }),
        });
      }
      return;
    case 'network':
      await call.deps.centre.ping();
      return;
    case 'samCard':
      return;
  }
}

/** Causes that a section may list themselves: reader, no module card, another card, network, the reader's clock. */
const told: readonly number[] = [4000, 4012, 4032, 4061, 6008];

/** Verifies the security module by itself; a failure is remembered for a moment, so that no caller waits in a row. */
export async function ensureSam(
  call: Pick<Call, 'deps'> & { readonly api: { readonly returns: readonly number[] } },
  whenMissing: number,
): Promise<void> {
  const cause = await verified(call.deps);
  if (cause === undefined) return;
  const code = told.includes(cause.code) && call.api.returns.includes(cause.code) ? cause.code : whenMissing;
  throw new Failure(code, {
    kind: cause.kind ?? 'sam-not-verified',
    why: cause.why,
    ...(cause.todo ? { todo: cause.todo } : {}),
    cause,
  });
}

/** Why the module is not verified, after it was tried; undefined when it is. */
async function verified({ sam, clock }: Pick<Call['deps'], 'sam' | 'clock'>): Promise<Failure | undefined> {
  const unknown = say({ zh: '安全模組認證失敗', en: 'the security module could not be verified' });
  if (sam.known?.() === 2) return undefined;
  let status: SamStatus;
  try {
    status = await sam.status();
  } catch (error) {
    return asFailure(error, 4050, unknown);
  }
  if (status.state === 2) return undefined;
  const remembered =
    status.lastFailure && clock.now() - status.lastFailure.at < limits.samFailureMemory
      ? status.lastFailure.code
      : undefined;
  if (remembered !== undefined) {
    return new Failure(remembered, {
      kind: 'sam-failed-just-now',
      why: say({
        zh: `安全模組剛才認證失敗（${remembered}）`,
        en: `the security module's verification failed a moment ago (${remembered})`,
      }),
    });
  }
  try {
    await sam.verify();
    return undefined;
  } catch (error) {
    const now = await sam.status().catch(() => undefined);
    return now?.state === 2 ? undefined : asFailure(error, 4050, unknown);
  }
}

/** A reader on a line that went away comes back by itself; until then it is not the card that is missing. */
function portThere(call: Call): void {
  const device = call.ports.device(call.caller.process);
  const slot = device === undefined ? undefined : call.deps.readers.slots().find((one) => one.device === device);
  if (slot?.state !== 'gone') return;
  throw new Failure(4000, {
    kind: 'reader-gone',
    why: slot.why ?? say({ zh: '讀卡機已移除', en: 'the reader is gone' }),
    todo: say({ zh: '接回讀卡機後會自己恢復', en: 'it comes back by itself once the reader is connected' }),
  });
}

async function ensurePin(call: Call, card: 'hc', whenMissing: number): Promise<void> {
  const found = call.hc;
  if (found === undefined || call.cards.state(found.insertion).pin.has(call.caller.process)) return;
  const status = await call.cards.use(found, (session) => session.pinStatus());
  if (!status.set) return;
  await askPin(call, card, found, whenMissing, status);
}
