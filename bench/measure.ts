/** @module Measuring: medians and percentiles of many rounds, ours and a floor in turn, so that both see the same machine. */

export interface Figure {
  readonly name: string;
  /** What is compared with what. */
  readonly what: { readonly zh: string; readonly en: string };
  readonly ours: string;
  readonly floor: string;
  readonly ratio?: number;
  readonly goal: string;
  readonly met?: boolean;
  readonly skipped?: string;
}
export interface Bench {
  readonly name: string;
  run(): Promise<Figure[]>;
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => percentile(values, 0.5);

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
