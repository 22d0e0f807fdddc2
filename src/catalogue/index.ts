export { apiByName, apis, type Export, exportsOf } from './apis/index.ts';
export { carriesData, errorByCode, errors, type ReachFault, reachFaults } from './errors/index.ts';
export { catalogueJson, cPrototype, flatFields, type JsonField } from './json.ts';
export * as records from './records/index.ts';
export { type Route, type RouteName, routes } from './routes.ts';
export * from './schema.ts';
export * as tables from './tables/index.ts';
