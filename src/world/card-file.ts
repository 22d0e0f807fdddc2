/** @module Where a test card lies in the world's folder. */

export const cardFile = (handle: string): string => `cards/${handle}.card`;
export const slotsFile = 'world/slots.json';
