export { type AnyFiles, identify, openCard, readFree, readPublic, suspend } from './client.ts';
export { type CardProfile, type Issue, newHealthCard, newProfessionalCard } from './factory.ts';
export { type Access, type HcFileName, type HcFiles, hcFileMap, hcRecords } from './files/hc.ts';
export { type HpcFiles, hpcFileMap, hpcRecords } from './files/hpc.ts';
export { type CardImage, decodeImage, encodeImage } from './image.ts';
export { cardAuthenticate, moduleAuthenticate, privateKeyOf, publicBytes } from './mutual-auth.ts';
export type * from './types.ts';
export { ownAid, virtualCard } from './virtual/applet.ts';
