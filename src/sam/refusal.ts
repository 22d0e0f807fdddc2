/** @module What 2.1 answers when the data centre refuses a security module. */

import { Failure, say } from '../base/index.ts';

/** 6006 where it could not authenticate the module, 4051 where it does not accept it (unknown, withdrawn, expired). */
export function refusedByCentre(failure: Failure): Failure {
  const code = failure.code === 9014 || failure.code === 9020 ? 6006 : 4051;
  return new Failure(code, {
    kind: 'sam-refused',
    why: say({
      zh: `資料中心不接受這個安全模組（${failure.code}）`,
      en: `the data centre does not accept this security module (${failure.code})`,
    }),
    cause: failure,
  });
}
