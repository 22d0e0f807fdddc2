/** @module Is this a session over the network, whose readers are those of another computer? Told by the environment. */

import { type Say, say } from '../../base/index.ts';

type Env = { readonly [name: string]: string | undefined };

const signs: readonly { readonly name: string; readonly is: (env: Env) => boolean }[] = [
  // A Citrix session is one of Windows' remote desktop, too.
  { name: 'Citrix', is: (env) => /^ICA-/i.test(env.SESSIONNAME ?? '') },
  { name: 'Windows RDP', is: (env) => /^RDP-/i.test(env.SESSIONNAME ?? '') },
  { name: 'xrdp', is: (env) => Boolean(env.XRDP_SESSION) },
];

/** The kind of session, where it is one over the network. */
export const remoteSession = (env: Env): string | undefined => signs.find((sign) => sign.is(env))?.name;

/** Why there are no readers, where a session over the network may be the reason. */
export function remoteWords(env: Env): Say | undefined {
  const kind = remoteSession(env);
  return kind === undefined
    ? undefined
    : say({
        zh: `這是遠端連線（${kind}）：看到的是另一台電腦的讀卡機，或完全看不到。請在讀卡機所在的電腦執行控制軟體`,
        en: `this is a session over the network (${kind}): it sees another computer's readers, or none. Run the control software where the reader is`,
      });
}
