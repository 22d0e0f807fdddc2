/** @module OpenAPI 3.1 of the HTTP door, made from the catalogue and the route table. */

import { type Api, apis, errorByCode, flatFields, routes } from '../../catalogue/index.ts';
import { tokenHeader } from './guard.ts';

const both = (words: { zh: string; en: string }): string => `${words.zh} / ${words.en}`;

function inputSchema(api: Api) {
  const properties = Object.fromEntries(
    api.params
      .filter((param) => param.direction !== 'out')
      .map((param) => [
        param.name,
        param.kind === 'int' || param.kind === 'length' || param.kind === 'intOut'
          ? { type: 'integer', minimum: -32768, maximum: 32767, description: both(param.title) }
          : {
              type: 'string',
              ...(param.length === undefined ? {} : { maxLength: Math.max(param.length, param.maxRead ?? 0) }),
              description: both(param.title),
            },
      ]),
  );
  const required = api.params
    .filter(
      (param) => param.kind === 'text' || param.kind === 'char' || param.kind === 'int' || param.kind === 'record',
    )
    .map((param) => param.name);
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) };
}

function answerSchema(api: Api) {
  const fields = Object.fromEntries(
    api.params.flatMap((param) =>
      param.record === undefined || param.direction === 'in'
        ? []
        : [
            [
              param.name,
              {
                type: 'object',
                description: `${param.record.length} bytes: ${flatFields(param.record)
                  .slice(0, 40)
                  .map((field) => `${field.name} ${field.from}-${field.to}`)
                  .join(', ')}`,
              },
            ],
          ],
    ),
  );
  return {
    type: 'object',
    required: ['code', 'fields', 'outputs', 'simulated'],
    properties: {
      code: {
        type: 'integer',
        description: api.returns.map((code) => `${code} ${errorByCode(code)?.en ?? ''}`.trim()).join('; '),
      },
      fields: { type: 'object', properties: fields },
      outputs: { type: 'object', description: 'raw buffers, base64; lengths and integers as numbers' },
      notes: { type: 'array', items: { type: 'object' } },
      failure: { $ref: '#/components/schemas/Failure' },
      simulated: { type: 'boolean' },
    },
  };
}

export function openApi(version: string, url: string) {
  const paths: { [path: string]: { [method: string]: unknown } } = {};
  const security = [{ token: [] }];
  const answer = (schema: object) => ({
    '200': { description: 'answer', content: { 'application/json': { schema } } },
    default: {
      description: 'refused or failed',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    },
  });
  for (const api of apis) {
    paths[`/api/v1/call/${api.name}`] = {
      post: {
        operationId: api.name,
        summary: `${api.no} ${both(api.title)}`,
        ...(api.deprecated ? { deprecated: true, description: both(api.deprecated.why) } : {}),
        tags: [api.no.includes('.') ? `${api.no.split('.')[0]}.x` : 'later'],
        security,
        requestBody: { required: true, content: { 'application/json': { schema: inputSchema(api) } } },
        responses: answer(answerSchema(api)),
      },
    };
  }
  for (const route of routes) {
    if (route.name === 'call') continue;
    const path = route.path.replace(/:([a-z]+)/g, '{$1}');
    const parameters = [...route.path.matchAll(/:([a-z]+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const item = paths[path] ?? {};
    item[route.method.toLowerCase()] = {
      operationId: `door_${route.name}`,
      summary: both(route.title),
      tags: ['door'],
      ...(route.roles.length > 0 ? { security } : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(route.body === 'json'
        ? { requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } } }
        : {}),
      responses: answer({}),
    };
    paths[path] = item;
  }
  const say = {
    type: 'object',
    required: ['zh', 'en'],
    properties: { zh: { type: 'string' }, en: { type: 'string' } },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'OpenCSHIS',
      version,
      summary: '健保卡讀卡機控制軟體 / control software for the NHI card',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: tokenHeader } },
      schemas: {
        Failure: {
          type: 'object',
          properties: { code: { type: 'integer' }, meaning: say, why: say, todo: say, kind: { type: 'string' } },
        },
        Refusal: {
          type: 'object',
          properties: { refused: { type: 'boolean' }, failure: { $ref: '#/components/schemas/Failure' } },
        },
      },
    },
  };
}
