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
  /** How long the service may take for an answer that needs no reader, beyond what it was told to wait. */
  service: 5_000,
  /** How often the process with the library is asked whether it is alive, and how often it may be silent to that. */
  beat: 1_000,
  hostBeats: 4,
  /** More time than this between two beats: the machine slept. */
  still: 5_000,
  /** A call into a reader that has not come back after this long is given up with the library's process. */
  hang: 15_000,
  /** An entry on a PIN pad that ends sooner than this was ended by the reader, not by a person. */
  padAtOnce: 300,
  /** Threads of the process that holds the library: every reader may have one call that hangs. */
  threads: 64,
});
