/** @module Debian packages that tests use. On Debian, as root, `npm test` installs what is missing; elsewhere they skip. */

export interface DebianPackage {
  readonly name: string;
  readonly why: string;
}

export const debianPackages: readonly DebianPackage[] = [
  { name: 'pcscd', why: 'the PC/SC daemon, started by tests in a namespace of their own' },
  { name: 'libpcsclite1', why: 'the library that the PC/SC binding opens' },
  { name: 'libpcsclite-dev', why: 'the header by which a test makes a driver for a reader with a PIN pad' },
  { name: 'vsmartcard-vpcd', why: 'a virtual reader behind pcscd' },
  { name: 'opensc', why: 'a card tool not written by us, to read our virtual card' },
  { name: 'python3-pyscard', why: 'a second PC/SC client not written by us' },
  { name: 'iproute2', why: 'ip and ss: namespaces, and what listens where' },
  { name: 'gcc', why: 'makes the library that a HIS loads, and C programs that load it' },
  { name: 'libc6-dev', why: 'headers of the C library, for gcc' },
  { name: 'gcc-mingw-w64-i686', why: 'makes the 32-bit library for Windows' },
  { name: 'gcc-mingw-w64-x86-64', why: 'makes the 64-bit library for Windows' },
  { name: 'fp-compiler', why: 'builds the Pascal sample' },
  { name: 'fp-units-rtl', why: 'its run-time units' },
  { name: 'mono-mcs', why: 'builds the C# sample' },
  { name: 'mono-runtime', why: 'runs it' },
  { name: 'libmono-i18n-cjk4.0-cil', why: 'Big5 for it' },
  { name: 'openjdk-17-jdk-headless', why: 'builds and runs the Java sample' },
  { name: 'libjna-java', why: 'how it calls a library' },
  { name: 'golang-go', why: 'builds the Go sample' },
  { name: 'clang-14', why: 'the library under sanitisers, and a fuzzer led by coverage' },
  { name: 'libclang-rt-14-dev', why: 'the run-time side of both' },
  { name: 'procps', why: 'ps and pkill in tests of processes' },
  {
    name: 'debootstrap',
    why: 'builds small Debians of another release or architecture, for the fuzzer and for Windows programs',
  },
  { name: 'dbus', why: 'a session bus for the tray icon' },
  { name: 'python3-dbus', why: 'a small panel on it that was not written by us' },
  { name: 'python3-gi', why: 'the main loop of that panel' },
  { name: 'xdg-utils', why: 'xdg-open and xdg-settings, which hand links to browsers and to our handler' },
  { name: 'file', why: 'xdg-open asks it what a page is, before a browser is given one' },
  { name: 'desktop-file-utils', why: 'desktop-file-validate, for the desktop entries that we write' },
  { name: 'libglib2.0-bin', why: 'gio, the other way in which desktops open links' },
  { name: 'curl', why: 'asks the HTTP door as the documents say' },
  { name: 'git', why: 'tells which files an example touches' },
  { name: 'libnss3-tools', why: 'certutil: installs the local certificate for that browser, and takes it away' },
  { name: 'chromium', why: 'the browser in which the API reference is tried' },
];
