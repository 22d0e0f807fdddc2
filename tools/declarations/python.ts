/** @module native/python/cshis.py: Python by ctypes, no package besides the standard library. */

import { banner, codes, type DeclaredParam, functions, heading, layouts, type Place } from './model.ts';

const typeOf = (param: DeclaredParam): string =>
  ({ value: param.long ? 'c_long' : 'c_int', text: 'c_char_p', record: 'c_char_p', buffer: 'Buffer', cell: 'Cell' })[
    param.passing
  ];
const place = (one: Place): string => `'${one.name}': (${one.at}, ${one.length})`;
const fields = (list: readonly Place[], indent: string): string =>
  list.map((one) => `${indent}${place(one)},  # ${one.zh} / ${one.en}`).join('\n');
const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

export const pythonModule =
  (): string => `"""${banner('cshis.py', 'Python（ctypes）宣告', 'declarations for Python (ctypes)').join('\n')}

文字是 Big5。文字參數給 bytes，緩衝區給 create_string_buffer(長度)，長度給 byref(c_short(長度))。
Text is Big5. Texts are bytes, buffers create_string_buffer(length), lengths byref(c_short(length)).
"""
import ctypes
import os
from ctypes import POINTER, c_char, c_char_p, c_int, c_long, c_short

Buffer = POINTER(c_char)
Cell = POINTER(c_short)

# 函式：參數 / functions: their parameters
FUNCTIONS = {
${functions
  .map((one) => {
    const names = one.params.map((param) => param.name).join(', ');
    return `    # ${heading(one)}\n    '${one.name}': [${one.params.map(typeOf).join(', ')}],${names ? `  # ${names}` : ''}`;
  })
  .join('\n')}
}

# 回傳碼 / return codes
CODES = {
${codes.map((code) => `    ${code.code}: (${quoted(code.zh)}, ${quoted(code.en)}),`).join('\n')}
}

# 欄位：(由 0 起算的位置, 長度) / fields: (place from 0, length)
FIELDS = {
${layouts
  .filter((layout) => layout.fields.length > 0)
  .map(
    (layout) =>
      `    # ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n    '${layout.name}': {\n${fields(layout.fields, '        ')}\n    },`,
  )
  .join('\n')}
}

# 群組：(位置, 組數, 每組長度, 組內欄位) / groups: (place, how many, length of each, fields within one)
GROUPS = {
${layouts
  .flatMap((layout) =>
    layout.groups.map(
      (group) =>
        `    # ${layout.zh}：${group.zh} / ${group.en} (${layout.usedBy.join(', ')})\n    '${layout.name}.${group.name}': (${group.at}, ${group.count}, ${group.step}, {\n${fields(group.fields, '        ')}\n    }),`,
    ),
  )
  .join('\n')}
}

# 緩衝區長度 / buffer lengths
LENGTHS = {
${layouts.map((layout) => `    '${layout.name}': ${layout.length},`).join('\n')}
}


def load(path=None):
    """程式庫；Windows 用 stdcall / the library; by stdcall on Windows."""
    windows = os.name == 'nt'
    name = path or ('CsHis.dll' if windows else 'libcshis.so')
    library = ctypes.WinDLL(name) if windows else ctypes.CDLL(name)
    for function, parameters in FUNCTIONS.items():
        entry = getattr(library, function)
        entry.argtypes = parameters
        entry.restype = c_int
    return library


def decode(layout, buffer):
    """一個緩衝區的欄位，依名稱 / a buffer's fields, by name."""
    raw = bytes(buffer)
    return {name: raw[at:at + length].decode('cp950', 'replace').rstrip(' ')
            for name, (at, length) in FIELDS[layout].items()}
`;
