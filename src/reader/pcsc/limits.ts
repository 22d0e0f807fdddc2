/** @module Times (in milliseconds) and counts of the PC/SC readers. */

export const pcscLimits = Object.freeze({
  /** One wait for a change; readers are listed again after each, as a change may be missed. */
  wait: 5_000,
  /** The same where the platform does not tell of readers that come and go. */
  waitWithoutPnp: 1_000,
  /** Until the service is tried again. */
  retry: 1_000,
  /** Until the library is tried again where there is none. */
  retryLibrary: 30_000,
  /** How long a start waits for the first list of readers. */
  firstList: 3_000,
  /** How often a transaction is begun, where another program resets the card or cuts its power each time. */
  begins: 8,
  /** Threads of the process that holds the library: every reader may have one call that hangs. */
  threads: 64,
});
