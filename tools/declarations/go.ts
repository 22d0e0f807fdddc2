/** @module native/go/cshis.go: Go through cgo and the C header. */

import { banner, codeName, codes, constantsOf, type DeclaredParam, functions, heading, layouts } from './model.ts';

const types = { value: 'int', text: 'string', record: '[]byte', buffer: '[]byte', cell: '*int16' } as const;
const exported = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** Go's own names are camel case: pBuffer stays, CardType becomes cardType. */
const local = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
const paramOf = (param: DeclaredParam): string => `${local(param.name)} ${types[param.passing]}`;
const given = (param: DeclaredParam): string => {
  const name = local(param.name);
  if (param.passing === 'value') return `C.${param.long ? 'long' : 'int'}(${name})`;
  if (param.passing === 'text') return `textOf(&kept, ${name})`;
  return param.passing === 'cell' ? `(*C.short)(${name})` : `bytesOf(${name})`;
};
const functionOf = (one: (typeof functions)[number]): string => {
  const call = `C.${one.name}(${one.params.map(given).join(', ')})`;
  const body = one.params.some((param) => param.passing === 'text')
    ? `\tvar kept keeper\n\tdefer kept.free()\n\treturn int(${call})`
    : `\treturn int(${call})`;
  return `// ${exported(one.name)} ${heading(one)}\nfunc ${exported(one.name)}(${one.params.map(paramOf).join(', ')}) int {\n${body}\n}`;
};
const constant = (name: string, value: number): string => `const ${name} = ${value}`;

export const goPackage = (): string => `${banner('cshis.go', 'Go（cgo）宣告', 'declarations for Go (cgo)')
  .map((line) => `// ${line}`)
  .join('\n')}

// Package cshis 呼叫健保卡讀卡機控制軟體；文字是 Big5 / calls the NHI card library; text is Big5.
//
// 以 CGO_LDFLAGS=-L<程式庫的資料夾> 告訴連結器程式庫在哪裡 / CGO_LDFLAGS=-L<folder> tells the linker where the library is.
package cshis

/*
#cgo CFLAGS: -I\${SRCDIR}/../include
#cgo LDFLAGS: -lcshis
#include <stdlib.h>
#include "cshis.h"
*/
import "C"

import (
	"strings"
	"unsafe"
)

type keeper []unsafe.Pointer

func (kept keeper) free() {
	for _, one := range kept {
		C.free(one)
	}
}

func textOf(kept *keeper, text string) *C.char {
	copied := C.CString(text)
	*kept = append(*kept, unsafe.Pointer(copied))
	return copied
}

func bytesOf(bytes []byte) *C.char {
	if len(bytes) == 0 {
		return nil
	}
	return (*C.char)(unsafe.Pointer(&bytes[0]))
}

// Field 一個欄位的 Big5 位元組，去掉尾端空白 / a field's bytes of Big5, without the blanks at its end
func Field(buffer []byte, at, length int) string {
	return strings.TrimRight(string(buffer[at:at+length]), " ")
}

${functions.map(functionOf).join('\n\n')}

// 回傳碼 / return codes

${codes
  .map(
    (code) =>
      `${constant(codeName(code) === 'FAILED' ? 'Failed' : codeName(code), code.code).padEnd(18)} // ${code.zh} / ${code.en}`,
  )
  .join('\n')}

// 緩衝區配置：At 由 0 起算，群組內由該組起點起算 / layouts: At counts from 0, within a group from its beginning

${layouts
  .map(
    (layout) =>
      `// ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n${constantsOf(layout, 0)
        .map((one) => constant(camel(one.name), one.value))
        .join('\n')}`,
  )
  .join('\n\n')}
`;
