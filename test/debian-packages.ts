/** @module Debian packages that tests use. On Debian, as root, `npm test` installs what is missing; elsewhere they skip. */

export interface DebianPackage {
  readonly name: string;
  readonly why: string;
}

export const debianPackages: readonly DebianPackage[] = [
  { name: 'pcscd', why: 'the PC/SC daemon, started by tests in a namespace of their own' },
  { name: 'libpcsclite1', why: 'the library that the PC/SC binding opens' },
  { name: 'vsmartcard-vpcd', why: 'a virtual reader behind pcscd' },
  { name: 'opensc', why: 'a card tool not written by us, to read our virtual card' },
  { name: 'python3-pyscard', why: 'a second PC/SC client not written by us' },
  { name: 'iproute2', why: 'ip and ss: namespaces, and what listens where' },
  { name: 'procps', why: 'ps and pkill in tests of processes' },
  {
    name: 'debootstrap',
    why: 'builds small Debians of another release or architecture, for the fuzzer and for Windows programs',
  },
];
