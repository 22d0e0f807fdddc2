// Every return code that the section of a writing function lists is reached, and no other is answered.
// deadline: 240
import { reachCodes } from '../../test/support/reach.ts';
import { writingSetups } from '../../test/support/reach-writing.ts';
import { isWriting } from '../../test/support/writing.ts';
import { apis } from '../catalogue/index.ts';
import { written } from './index.ts';

/** `ONLY=hisWriteNewBorn npm test -- ..` tries one function. */
const only = process.env.ONLY;
const functions = apis.filter(
  (api) => Object.hasOwn(written, api.name) && isWriting(api) && (only === undefined || api.name === only),
);
reachCodes(functions, writingSetups, [], () => true, only);
