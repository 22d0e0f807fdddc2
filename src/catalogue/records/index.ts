export * from './basic.ts';
export * from './care.ts';
export * from './visits.ts';
