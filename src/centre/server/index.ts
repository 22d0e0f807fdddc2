export { type CentreKeys, newCentreKeys, openCentreKeys } from './keys.ts';
export { demoInstitutions, demoPerson } from './people.ts';
export { type CentreRoute, type CentreServer, publishedDirectory, startCentre } from './server.ts';
export { type CardRow, type CentreStore, type Institution, openCentreStore, type Person } from './store.ts';
export { openUploadRows } from './uploads/rows.ts';
export { startVpnSite, type VpnSite } from './vpn/server.ts';
