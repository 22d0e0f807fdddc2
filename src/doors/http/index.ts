export type { Asset, Assets } from './assets.ts';
export { type HttpDoor, type HttpOptions, serveHttp } from './server.ts';
