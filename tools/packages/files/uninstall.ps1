# 移除 / Removes: .\uninstall.ps1 [-Quiet] [-Purge]. 資料會保留，除非 -Purge / the data stays unless -Purge.
param([switch]$Quiet, [switch]$Purge)
$ErrorActionPreference = 'Stop'
function Tell([string]$Text) { if (-not $Quiet) { [Console]::Out.WriteLine($Text) } }
try {
  $target = $PSScriptRoot
  foreach ($undo in @('stop'), @('autostart', 'off'), @('link', 'remove')) { & "$target\opencshis.exe" @undo 2>&1 | Out-Null }
  foreach ($name in 'releases', 'current.txt', 'opencshis.exe', 'csfsim.exe', 'csResetFsim.exe', 'opencshis.cmd') {
    if (Test-Path -LiteralPath "$target\$name") { Remove-Item -Recurse -Force -LiteralPath "$target\$name" }
  }
  if ($Purge -and (Test-Path -LiteralPath "$env:LOCALAPPDATA\OpenCSHIS")) {
    Remove-Item -Recurse -Force -LiteralPath "$env:LOCALAPPDATA\OpenCSHIS"
  }
  Remove-Item -Force -LiteralPath "$target\uninstall.ps1"
  if (-not (Get-ChildItem -Force -LiteralPath $target)) { Remove-Item -Force -LiteralPath $target }
  Tell '已移除 / removed'
  exit 0
} catch {
  [Console]::Error.WriteLine("移除失敗 / not removed: $_")
  exit 1
}
