export { type HttpDoor, type HttpOptions, serveHttp } from './server.ts';
