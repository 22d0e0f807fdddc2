// The doctor on a machine whose PC/SC service, disk, settings and network are at fault for real: in namespaces of its own.
import { test } from 'node:test';
import { inNamespace } from './pcscd/namespace.ts';

test('a machine with faults', (t) => inNamespace(t, '../doctor/inside.ts', 9));
