/** @module native/include/cshis.h: C99, C++, on Windows by the standard calling convention, elsewhere plain C. */

import { banner, codeName, codes, constantsOf, type DeclaredParam, functions, heading, layouts } from './model.ts';

const typeOf = (param: DeclaredParam): string =>
  ({
    value: param.long ? 'long ' : 'int ',
    text: 'const char *',
    record: 'const char *',
    buffer: 'char *',
    cell: 'short *',
  })[param.passing];
const paramsOf = (params: readonly DeclaredParam[]): string =>
  params.length === 0 ? 'void' : params.map((param) => `${typeOf(param)}${param.name}`).join(', ');

export const cHeader = (): string => `/*
${banner('cshis.h', '健保卡讀卡機控制軟體 API', 'the NHI card API')
  .map((line) => ` * ${line}`)
  .join('\n')}
 *
 * 長度一律兩個位元組，進：緩衝區大小，出：寫入的位元組數；回傳碼非 0、5010、5141、5174 時緩衝區與長度都不動。
 * 文字是 Big5，以空白補滿，結尾沒有 NUL。
 * Lengths are two bytes: in, the buffer's size; out, the bytes written. On other codes than 0, 5010, 5141 and 5174
 * neither is touched. Text is Big5, blank-padded, without a NUL at its end.
 */
#ifndef CSHIS_H
#define CSHIS_H

#ifdef _WIN32
#define CSHIS_CALL __stdcall
#else
#define CSHIS_CALL
#endif
#ifndef CSHIS_API
#define CSHIS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* 回傳碼 / return codes */
enum cshis_code {
${codes.map((code, at) => `  CSHIS_${codeName(code)} = ${code.code}${at < codes.length - 1 ? ',' : ''} /* ${code.zh} / ${code.en} */`).join('\n')}
};

/* 函式 / functions */

${functions
  .map((one) => `/* ${heading(one)} */\nCSHIS_API int CSHIS_CALL ${one.name}(${paramsOf(one.params)});`)
  .join('\n\n')}

/* 緩衝區配置：_AT 由 0 起算；群組內的位置由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning */
${layouts
  .map(
    (layout) =>
      `\n/* ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')}) */\n${constantsOf(layout, 0)
        .map((one) => `#define CSHIS_${one.name} ${one.value}`)
        .join('\n')}`,
  )
  .join('\n')}

#ifdef __cplusplus
}
#endif
#endif
`;
