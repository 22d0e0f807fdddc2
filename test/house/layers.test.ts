import assert from 'node:assert/strict';
import test from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { allLayerFaults, importsOf, layerFaults, loadedWith } from './layers.ts';
import { projectFiles } from './sources.ts';

const runtime = Object.keys(packageJson.dependencies);

test('imports follow the layers of the house', () => {
  assert.deepEqual(allLayerFaults(projectFiles(), runtime), []);
});

const cases: readonly [file: string, text: string, fault: RegExp | undefined][] = [
  ['src/codec/a.ts', `import { x } from '../base/index.ts';`, undefined],
  ['src/codec/a.ts', `import { x } from './b.ts';`, undefined],
  ['src/base/a.ts', `import { x } from '../codec/index.ts';`, /base is before codec/],
  ['src/base/a.ts', `import type { X } from '../codec/index.ts';`, /base is before codec/],
  ['src/card/a.ts', `import type { X } from '../reader/types.ts';`, undefined],
  ['src/card/a.ts', `import { x } from '../reader/types.ts';`, /card is before reader/],
  ['src/control/a.ts', `import {\n  x,\n  y,\n} from '../card/files/hc.ts';`, /no face of card/],
  ['src/control/deep/a.ts', `export * from '../../doors/index.ts';`, /control is before doors/],
  ['src/control/a.ts', `const x = await import('../world/index.ts');`, /control is before world/],
  ['src/main/a.ts', `const x = await import('../world/index.ts');`, undefined],
  ['src/main/a.ts', `import type { X } from '../world/index.ts';`, undefined],
  ['src/main/a.ts', `import { x } from '../world/index.ts';`, /loaded when it is used/],
  ['src/client/a.ts', `import type { X } from '../catalogue/index.ts';`, undefined],
  ['src/client/a.ts', `import { x } from '../catalogue/index.ts';`, /types alone/],
  ['src/client/a.ts', `import type { X } from '../base/index.ts';`, /client sees catalogue alone/],
  ['src/client/a.ts', `import fs from 'node:fs';`, /browsers/],
  ['src/cli/a.ts', `import { x } from '../control/index.ts';`, /cli sees/],
  ['src/codec/a.ts', `import fs from 'node:fs';`, /no clock, random source, file system/],
  ['src/catalogue/a.ts', `import 'node:crypto';`, /no clock/],
  ['src/doors/a.ts', `import { WebSocket } from 'ws';`, undefined],
  ['src/doors/a.ts', `import x from 'left-pad';`, /not in dependencies/],
  ['src/doors/a.ts', `import fc from 'fast-check';`, /not in dependencies/],
  ['src/cellar/a.ts', '', /not in the plan/],
  ['src/stray.ts', '', /outside of every room/],
  ['src/base/a.ts', `import { x } from '../../test/run.ts';`, /outside of src/],
  ['src/base/a.ts', `// import { x } from '../cli/index.ts';\n/** import y from '../cli/main.ts' */`, undefined],
];

test('the check itself finds what it is for', () => {
  for (const [file, text, fault] of cases) {
    const found = layerFaults(file, text, runtime).join('\n');
    if (fault) assert.match(found, fault, text);
    else assert.equal(found, '', text);
  }
  assert.equal(allLayerFaults(new Map([['src/base/a.test.ts', `import '../cli/main.ts';`]]), []).length, 0);
  assert.equal(allLayerFaults(new Map([['src/base/a.ts', `import '../cli/main.ts';`]]), []).length, 1);
});

test('every form of import is seen', () => {
  const forms = [`import 'a';`, `import b from 'b';`, `import type { C } from 'c';`, `export { d } from 'd';`];
  const all = importsOf([...forms, `export type { E } from 'e';`, `await import('f');`].join('\n'));
  assert.deepEqual(
    all.map((one) => `${one.from} ${one.kind}`),
    ['a value', 'b value', 'c type', 'd value', 'e type', 'f when used'],
  );
});

test('a command starts with what every command needs: a counter and a doctor are loaded when they are used', () => {
  const loaded = [...loadedWith('src/cli/main.ts', projectFiles())];
  for (const file of ['src/cli/commands/doctor.ts', 'src/catalogue/index.ts']) assert.ok(loaded.includes(file), file);
  const heavy = /^src\/(card|journal|reader|centre|sam|control|world|care|main\/compose\.ts)\b/;
  const light = ['src/care/doctor/ids.ts', 'src/care/support/items.ts'];
  assert.deepEqual(
    loaded.filter((file) => heavy.test(file) && !light.includes(file)),
    [],
  );
});
