/** @module Many wishes, one deed: what is asked for again and again is done once at a time, with a pause in between. */

/** `wait` runs its action after the pause. What fails is left to the next wish: the connection says by itself that it broke. */
export function coalesce(work: () => Promise<void>, wait: (action: () => void) => void): () => void {
  let busy = false;
  let wanted = false;
  const run = (): void => {
    if (busy) {
      wanted = true;
      return;
    }
    busy = true;
    wanted = false;
    work()
      .catch(() => undefined)
      .then(() =>
        wait(() => {
          busy = false;
          if (wanted) run();
        }),
      );
  };
  return run;
}
