/** @module The mail of Q12 and the bundle. */

export { bundleOf, type Facts } from './bundle.ts';
export { type Given, type ItemId, items, keepGiven, readGiven, supportFile } from './items.ts';
export { type FilledItem, filledItems, type Mail, mailOf, missing } from './mail.ts';
export { modelOf, readerItems } from './readers.ts';
export { checkBundle, remains } from './scan.ts';
