/** @module native/java/CsHis.java: Java through JNA. The calling convention is chosen when it is loaded. */

import { banner, codeName, codes, constantsOf, type DeclaredParam, functions, heading, layouts } from './model.ts';

const types = { value: 'int', text: 'String', record: 'byte[]', buffer: 'byte[]', cell: 'ShortByReference' } as const;
const paramOf = (param: DeclaredParam): string => `${types[param.passing]} ${param.name}`;

export const javaInterface = (): string => `${banner('CsHis.java', 'Java（JNA）宣告', 'declarations for Java (JNA)')
  .map((line) => `// ${line}`)
  .join('\n')}

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.ShortByReference;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** 文字是 Big5 / text is Big5. */
public interface CsHis extends Library {
    Charset BIG5 = Charset.forName("x-windows-950");

    /** Windows 找 cshis.dll，Linux 找 libcshis.so / cshis.dll on Windows, libcshis.so on Linux. */
    static CsHis load() {
        Map<String, Object> options = new HashMap<>();
        options.put(Library.OPTION_STRING_ENCODING, BIG5.name());
        options.put(Library.OPTION_CALLING_CONVENTION,
                Platform.isWindows() ? Function.ALT_CONVENTION : Function.C_CONVENTION);
        return Native.load("cshis", CsHis.class, options);
    }

    /** 取一個欄位 / one field. */
    static String field(byte[] buffer, int at, int length) {
        return new String(buffer, at, length, BIG5).replaceAll(" +$", "");
    }

${functions
  .map(
    (one) =>
      `    /** ${heading(one)}. */\n${one.deprecated ? '    @Deprecated\n' : ''}    int ${one.name}(${one.params.map(paramOf).join(', ')});`,
  )
  .join('\n\n')}

    /** 回傳碼 / return codes. */
    interface Code {
${codes.map((code) => `        int ${codeName(code)} = ${code.code}; // ${code.zh} / ${code.en}`).join('\n')}
    }

    /** 緩衝區配置：_AT 由 0 起算，群組內由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning. */
    interface Layout {
${layouts
  .map(
    (layout) =>
      `        // ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n${constantsOf(layout, 0)
        .map((one) => `        int ${one.name} = ${one.value};`)
        .join('\n')}`,
  )
  .join('\n')}
    }
}
`;
