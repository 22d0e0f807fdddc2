/** @module Runs something that may refuse by these classes of error, and by no other. */

type ErrorClass = abstract new (...args: never[]) => Error;

export function onlyThrows<T>(classes: readonly ErrorClass[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (classes.some((one) => error instanceof one)) return undefined;
    throw error;
  }
}

export async function onlyRejects<T>(classes: readonly ErrorClass[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (classes.some((one) => error instanceof one)) return undefined;
    throw error;
  }
}
