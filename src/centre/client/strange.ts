/** @module What a centre says that is no answer of a centre. */

import { Failure, say } from '../../base/index.ts';

export const strange = (): Failure =>
  new Failure(9002, {
    kind: 'centre',
    why: say({ zh: '資料中心的回覆不合規格', en: "the data centre's answer is outside its format" }),
  });
