// Real readers through a real pcscd: started in a namespace of its own, with vpcd's virtual slots and our card behind
// them. The machine's own pcscd is never touched. deadline: 240
import { test } from 'node:test';
import { inNamespace } from './pcscd/namespace.ts';

test('PC/SC', (t) => inNamespace(t, 'inside.ts', 6));
test('the library beside another program', (t) => inNamespace(t, 'side-by-side.ts', 2));
