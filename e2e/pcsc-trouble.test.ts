// What happens to PC/SC over the years: cards and readers that come and go, a service that dies or stands still, a library
// that hangs, a machine that sleeps. With a real pcscd in a namespace of its own. deadline: 240
import { test } from 'node:test';
import { inNamespace } from './pcscd/namespace.ts';

test('PC/SC in trouble', (t) => inNamespace(t, 'trouble-inside.ts', 7));
