/** @module A registration in one go: open, verify the SAM, 1.1, 1.38, 1.53, by whichever way calls are made. */

import type { CallAnswer, InputValue } from '../control/types.ts';

type Answer = Omit<CallAnswer, 'delivered'>;
export type MakeCall = (name: string, inputs: { readonly [param: string]: InputValue }) => Promise<Answer>;

export interface Registration {
  readonly code: number;
  readonly steps: readonly { readonly name: string; readonly code: number }[];
  /** The fields of 1.1 and 1.38, as far as the walk came. */
  readonly patient: { readonly [field: string]: unknown };
  /** The fields of 1.53. */
  readonly visit?: { readonly [field: string]: unknown };
  readonly treatNum?: string;
  readonly signature?: string;
  readonly notes: Answer['notes'];
  readonly failure?: Answer['failure'];
  readonly simulated: boolean;
}

/** Stops at the first answer without data. A SAM that is verified already is not in the way of a registration offline. */
export async function registerWalk(
  makeCall: MakeCall,
  item: {
    readonly treatItem?: string;
    readonly babyTreat?: string;
    readonly afterCheck?: string;
    readonly port?: number;
  },
): Promise<Registration> {
  const visit = {
    cTreatItem: item.treatItem || '01',
    cBabyTreat: item.babyTreat || ' ',
    cTreatAfterCheck: item.afterCheck || '1',
  };
  const steps: { name: string; code: number }[] = [];
  let patient: { readonly [field: string]: unknown } = {};
  const call = async (name: string, inputs: { readonly [param: string]: InputValue } = {}): Promise<Answer> => {
    const answer = await makeCall(name, inputs);
    steps.push({ name, code: answer.code });
    return answer;
  };
  const opened = await call('csOpenCom', { Comport: item.port ?? 0 });
  if (opened.code !== 0) return ended(opened);
  // 1.53 verifies the SAM by itself and knows best what it can do without; this step shows its own reason.
  await call('csVerifySAMDC');
  for (const name of ['hisGetBasicData', 'hisGetRegisterBasic2']) {
    const answer = await call(name);
    if (answer.fields.pBuffer === undefined) return ended(answer);
    patient = { ...patient, ...answer.fields.pBuffer };
  }
  const registered = await call('hisGetSeqNumber256N1', visit);
  const granted = registered.fields.pBuffer;
  if (granted === undefined) return ended(registered);
  return {
    ...ended(registered),
    visit: granted,
    treatNum: String(granted.treatNum ?? ''),
    signature: String(granted.signature ?? ''),
  };

  function ended(answer: Answer): Registration {
    return {
      code: answer.code,
      steps,
      patient,
      notes: answer.notes,
      ...(answer.failure ? { failure: answer.failure } : {}),
      simulated: answer.simulated,
    };
  }
}
