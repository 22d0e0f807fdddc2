/** @module The icon on Windows: NotifyIcon, held by the PowerShell that every Windows has. Never run on a real one yet. */

import { windowsProgram } from '../environment.ts';
import type { Helper } from './child.ts';

/** The loop of Windows Forms owns the thread: a timer looks for lines that were read meanwhile. */
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms, System.Drawing
Add-Type -Namespace OpenCshis -Name Native -MemberDefinition '[DllImport("user32.dll")] public static extern bool DestroyIcon(IntPtr handle);'
$plain = New-Object System.Text.UTF8Encoding $false
$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $plain)
$writer = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(), $plain)
$writer.AutoFlush = $true
function Tell($value) { $writer.WriteLine((ConvertTo-Json $value -Compress)) }
$icon = New-Object System.Windows.Forms.NotifyIcon
$icon.ContextMenuStrip = New-Object System.Windows.Forms.ContextMenuStrip
$icon.add_MouseClick({ param($from, $event) if ($event.Button -eq 'Left') { Tell @{ chosen = 'open' } } })
function Show-View($view) {
  $bytes = New-Object System.IO.MemoryStream(, [Convert]::FromBase64String($view.icon))
  $handle = (New-Object System.Drawing.Bitmap $bytes).GetHicon()
  $before = $icon.Icon
  $icon.Icon = [System.Drawing.Icon]::FromHandle($handle)
  if ($before) { [void][OpenCshis.Native]::DestroyIcon($before.Handle) }
  $text = $view.title + [Environment]::NewLine + $view.text
  $icon.Text = $text.Substring(0, [Math]::Min(63, $text.Length))
  $icon.ContextMenuStrip.Items.Clear()
  foreach ($one in $view.items) {
    if ($one.label -eq '') { [void]$icon.ContextMenuStrip.Items.Add((New-Object System.Windows.Forms.ToolStripSeparator)); continue }
    $item = $icon.ContextMenuStrip.Items.Add($one.label.Replace('&', '&&'))
    $item.Enabled = $one.enabled
    $item.Tag = $one.id
    $item.add_Click({ param($from) Tell @{ chosen = [string]$from.Tag } })
  }
  $icon.Visible = $true
}
$script:line = $reader.ReadLineAsync()
$timer = New-Object System.Windows.Forms.Timer
$timer.Interval = 200
$timer.add_Tick({
  while ($script:line.IsCompleted) {
    $text = $script:line.Result
    if ($null -eq $text) { $icon.Visible = $false; [System.Windows.Forms.Application]::Exit(); return }
    Show-View (ConvertFrom-Json $text).show
    $script:line = $reader.ReadLineAsync()
  }
})
$timer.Start()
Tell @{ ready = $true }
[System.Windows.Forms.Application]::Run()
`;

export const windowsHelper: Helper = {
  command: windowsProgram(process.env, String.raw`WindowsPowerShell\v1.0\powershell.exe`),
  args: [
    '-NoProfile',
    '-NonInteractive',
    '-STA',
    '-WindowStyle',
    'Hidden',
    '-EncodedCommand',
    Buffer.from(script, 'utf16le').toString('base64'),
  ],
};
