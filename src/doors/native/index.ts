export { type CallerFiles, openCallerFiles } from './caller-files.ts';
export { connectNative, type NativeClient, noDaemon, type RemoteAnswer } from './client.ts';
export { type NativeDoor, serveNative } from './server.ts';
