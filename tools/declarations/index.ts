/** @module Every language's declarations: where each stands, and the bytes that belong there. */

import { cHeader } from './c.ts';
import { csharpClass } from './csharp.ts';
import { goPackage } from './go.ts';
import { javaInterface } from './java.ts';
import { nodeModule } from './node.ts';
import { pascalUnit } from './pascal.ts';
import { pythonModule } from './python.ts';
import { vb6Module } from './vb6.ts';

export interface DeclarationFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}
const text = (file: string, content: string): DeclarationFile => ({ file, bytes: Buffer.from(content, 'utf8') });

export const declarationFiles = (): readonly DeclarationFile[] => [
  text('native/include/cshis.h', cHeader()),
  { file: 'native/vb6/CsHis.bas', bytes: vb6Module() },
  text('native/pascal/cshis.pas', pascalUnit()),
  text('native/csharp/CsHis.cs', csharpClass()),
  text('native/java/CsHis.java', javaInterface()),
  text('native/python/cshis.py', pythonModule()),
  text('native/go/cshis.go', goPackage()),
  text('native/node/cshis.mjs', nodeModule()),
];
