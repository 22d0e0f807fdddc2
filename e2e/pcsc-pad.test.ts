// PIN pads of PC/SC readers through a real pcscd, with a driver of our own whose reader is honest or lies. deadline: 200
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { noCompiler } from '../test/support/library.ts';
import { inNamespace } from './pcscd/namespace.ts';

const skip = noCompiler || (existsSync('/usr/include/PCSC/ifdhandler.h') ? false : 'no libpcsclite-dev here');

test('PIN pads', { skip }, (t) => inNamespace(t, 'pad-inside.ts', 7));
