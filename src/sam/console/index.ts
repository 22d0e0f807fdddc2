export { type CloudSamOptions, cloudSam } from './cloud-sam.ts';
export { serveSam } from './server.ts';
