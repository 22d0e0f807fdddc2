export * from './compare.ts';
export * from './fit.ts';
export * from './layout.ts';
export * from './lint/index.ts';
export * from './recorder.ts';
export * from './trace-file.ts';
