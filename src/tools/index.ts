export * from './compare.ts';
export * from './fit.ts';
export * from './layout.ts';
export * from './recorder.ts';
export * from './trace-file.ts';
