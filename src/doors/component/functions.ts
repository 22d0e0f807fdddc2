/** @module What the web component's pages may ask, and its answers: the same behind HTTP and WebSocket. */

import { asFailure, Failure, type Random, type Say, say, uuid } from '../../base/index.ts';
import type { Control } from '../../control/types.ts';

export const componentApis = [
  'GetVersion',
  'GetBasic',
  'GetRandom',
  'SignHC',
  'EncryptPwd',
  'GetEncryptBasic',
] as const;
export type ComponentApi = (typeof componentApis)[number];

/** `result` is the component's own code; "0000" is success. Texts come in the order in which the socket writes them. */
export type ComponentAnswer =
  | { readonly result: '0000'; readonly values: { readonly [name: string]: string } }
  | { readonly result: string; readonly why: Say };

export interface ComponentCall {
  readonly origin: string;
  readonly random?: unknown;
  readonly signal?: AbortSignal;
}
export interface ComponentParts {
  readonly control: Pick<Control, 'publicZone' | 'session' | 'logIn'>;
  readonly random: Random;
  readonly version: string;
}
type Run = (parts: ComponentParts, call: ComponentCall) => Promise<{ readonly [name: string]: string }>;

/** A password's encryption, and that of the basic data, are towards keys of NHI: nobody else has them. */
const nhiKeys: Run = async () => {
  throw new Failure(4050, {
    kind: 'nhi-keys',
    why: say({
      zh: '這項功能需要健保署的金鑰，本軟體沒有，也不會假造',
      en: "this needs NHI's own keys, which this program does not have and does not make up",
    }),
  });
};

const runs: { readonly [A in ComponentApi]: Run } = {
  GetVersion: async ({ version }) => ({ version }),
  GetRandom: async ({ random }) => ({ random: Buffer.from(random.bytes(8)).toString('hex').toUpperCase() }),
  async GetBasic({ control, random }, { origin }) {
    const zone = await control.publicZone();
    return {
      card_no: zone.cardNo,
      as_id: zone.personId,
      name: zone.name,
      birthday: zone.birthDate,
      sex: zone.sex,
      card_termination: zone.real ? '' : await cancelMark(control, uuid(random), origin, zone.card),
    };
  },
  async SignHC({ control }, { origin, random, signal }) {
    const nonce = typeof random === 'string' ? random : '';
    const { signature } = await control.logIn({ cards: 'component', origin, nonce, ...(signal ? { signal } : {}) });
    return { sign: signature };
  },
  EncryptPwd: nhiKeys,
  GetEncryptBasic: nhiKeys,
};

/** Behind the security module; a card whose mark cannot be read is shown without one, never with a made-up one. */
async function cancelMark(
  control: ComponentParts['control'],
  requestId: string,
  origin: string,
  insertion: string,
): Promise<string> {
  const session = control.session({ door: 'http', role: 'page', program: origin, process: `component:${origin}` });
  const answer = await session.call({ requestId, name: 'hisGetBasicData', inputs: {}, insertion });
  const mark = answer.fields.pBuffer?.cancelMark;
  return typeof mark === 'string' ? mark : '';
}

export async function answerComponent(
  parts: ComponentParts,
  api: ComponentApi,
  call: ComponentCall,
): Promise<ComponentAnswer> {
  try {
    return { result: '0000', values: await runs[api](parts, call) };
  } catch (error) {
    const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
    return { result: resultOf(failure), why: failure.why };
  }
}

/** The component's codes for ours. */
function resultOf({ code, kind }: Failure): string {
  if (kind === 'real-card' || kind === 'nhi-keys') return '8013';
  return results[code] ?? '8202';
}
const results: { readonly [code: number]: string } = {
  4000: '7002',
  4013: '7004',
  4029: '8003',
  4033: '8001',
  4043: '8001',
  4050: '8201',
  4051: '8201',
  4061: '4061',
  4071: '8004',
  5102: '8005',
  5109: '8006',
  6018: '9001',
};
