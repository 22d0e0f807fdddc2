export * from './clock.ts';
export * from './crash.ts';
export * from './failure.ts';
export * from './file-store.ts';
export * from './limits.ts';
export * from './lock.ts';
export * from './random.ts';
export * from './say.ts';
