/** @module What Windows shows of the library: version and manifest. */

export function resourceScript(version: string, bits: 32 | 64): string {
  const numbers = [...version.split('.').map((one) => Number.parseInt(one, 10) || 0), 0, 0, 0].slice(0, 4).join(',');
  const manifest = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
<assemblyIdentity type="win32" name="OpenCSHIS.CsHis" version="${numbers.replaceAll(',', '.')}" processorArchitecture="${bits === 32 ? 'x86' : 'amd64'}"/>
<trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
<requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges></security></trustInfo>
</assembly>`;
  const lines = manifest.split('\n').map((line) => `  "${line.replaceAll('"', '""')}\\n"`);
  return `#include <winver.h>
VS_VERSION_INFO VERSIONINFO
FILEVERSION ${numbers}
PRODUCTVERSION ${numbers}
FILEOS VOS_NT_WINDOWS32
FILETYPE VFT_DLL
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040404B0"
    BEGIN
      VALUE "CompanyName", "OpenCSHIS"
      VALUE "FileDescription", "OpenCSHIS: open control software for the NHI smart card (library of a HIS)"
      VALUE "FileVersion", "${version}"
      VALUE "InternalName", "CsHis"
      VALUE "LegalCopyright", "MIT"
      VALUE "OriginalFilename", "CsHis.dll"
      VALUE "ProductName", "OpenCSHIS"
      VALUE "ProductVersion", "${version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x0404, 0x04B0
  END
END
2 24
BEGIN
${lines.join('\n')}
END
`;
}
