export * from './marks.ts';
export * from './treat-items.ts';
