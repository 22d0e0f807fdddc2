/** @module Times (in milliseconds), counts and sizes of the serial line. */

export const serialLimits = Object.freeze({
  /** Speeds that are tried, the likeliest first. */
  speeds: [115_200, 57_600, 38_400, 19_200, 9_600] as readonly number[],
  /** How long an answer, or a request for more time, may take beyond the bytes' own time on the line. */
  answer: 700,
  /** How often one message is sent before the line counts as lost. */
  tries: 4,
  /** How long the first question at a speed waits, and how often it is asked. */
  hello: 250,
  hellos: 2,
  /** A frame whose rest has not come after this long was cut. */
  gap: 120,
  /** Bad frames that are asked for again, a message. */
  naks: 3,
  /** The most data of one message; longer commands and answers go in several. */
  block: 512,
  /** The most bytes of a command or an answer that is put together of several. */
  whole: 65_546,
  /** While nothing else is said: are the cards and the reader still there? */
  look: 1_000,
  /** Until a port is tried again: one that is not there, and one that does not answer or is in use. */
  absent: 250,
  retry: 1_000,
  /** How long a start waits for the readers that are connected. */
  first: 3_000,
  /** How often a device that works asks for more time. */
  extension: 300,
  /** Between the deadline of a PIN on the pad and that of its card transaction. */
  padSlack: 5_000,
});
