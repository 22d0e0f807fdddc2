// The web component's local face at its own three ports, with a page that knows nothing of us, in a network of its own.
// deadline: 240
import path from 'node:path';
import { test } from 'node:test';
import { noBrowser } from '../test/support/browser.ts';
import { runInside } from '../test/support/namespace.ts';

test('the web component', (t) =>
  runInside(t, {
    file: path.resolve(import.meta.dirname, 'component/inside.ts'),
    least: 5,
    programs: ['certutil'],
    missing: () => noBrowser || undefined,
  }));
