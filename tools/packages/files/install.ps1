# 安裝 / Installs: .\install.ps1 [-Target FOLDER] [-Quiet] [-Beside].
# 結束代碼 / exit codes: 0 done, 1 failed, 2 a newer version is there, 3 something must be removed first (-Beside: all the same).
param([string]$Target = "$env:ProgramFiles\OpenCSHIS", [switch]$Quiet, [switch]$Beside)
$ErrorActionPreference = 'Stop'
function Tell([string]$Text) { if (-not $Quiet) { [Console]::Out.WriteLine($Text) } }
try {
  $version = (Get-Content -Raw -LiteralPath "$PSScriptRoot\current.txt").Trim()
  $there = if (Test-Path -LiteralPath "$Target\current.txt") { (Get-Content -Raw -LiteralPath "$Target\current.txt").Trim() }
  if ($there -and ([version]$there -gt [version]$version)) {
    [Console]::Error.WriteLine("已安裝較新的 $there；請先執行 uninstall.ps1 / $there is installed and newer: run uninstall.ps1 first")
    exit 2
  }
  # What must be removed first is named, and nothing is changed.
  if (-not $Beside) {
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    $found = & "$PSScriptRoot\opencshis.exe" neighbours --json | ConvertFrom-Json
    if ($found.installable -eq $false) {
      & "$PSScriptRoot\opencshis.exe" neighbours
      exit 3
    }
  }
  $releases = "$Target\releases"
  New-Item -ItemType Directory -Force -Path $releases | Out-Null
  # Whole or not at all: beside first, then by its name.
  $new = "$releases\.new"
  if (Test-Path -LiteralPath $new) { Remove-Item -Recurse -Force -LiteralPath $new }
  Copy-Item -Recurse -LiteralPath "$PSScriptRoot\releases\$version" -Destination $new
  if (Test-Path -LiteralPath "$releases\$version") { Remove-Item -Recurse -Force -LiteralPath "$releases\$version" }
  Move-Item -LiteralPath $new -Destination "$releases\$version"
  foreach ($name in 'opencshis.exe', 'csfsim.exe', 'csResetFsim.exe', 'opencshis.cmd', 'uninstall.ps1') {
    Copy-Item -Force -LiteralPath "$PSScriptRoot\$name" -Destination "$Target\$name"
  }
  Set-Content -NoNewline -Encoding Ascii -LiteralPath "$Target\current.new" -Value $version
  Move-Item -Force -LiteralPath "$Target\current.new" -Destination "$Target\current.txt"
  Tell "OpenCSHIS $version : $Target"
  Tell '登入時啟動 / at log-in: opencshis autostart on'
  exit 0
} catch {
  [Console]::Error.WriteLine("安裝失敗 / not installed: $_")
  exit 1
}
