/** @module OpenAPI 3.1 of the HTTP door, made from the catalogue and the route table. */

import type { Say } from '../../base/index.ts';
import { type Api, about, apis, returnMeaning, routes, tables } from '../../catalogue/index.ts';
import type { Field, Fields, Kind, Param, RecordSpec } from '../../catalogue/schema.ts';
import { tokenHeader } from './guard.ts';

const both = (words: Say): string => `${words.zh} / ${words.en}`;

const isFile = (param: Param): boolean => param.kind === 'fileIn' || param.kind === 'fileOut';

const integer = { type: 'integer', minimum: -32768, maximum: 32767 } as const;

/** What may be given for a parameter, as strictly as a call checks it. */
function paramSchema(param: Param): object {
  const description = both(param.title);
  switch (param.kind) {
    case 'int':
    case 'intOut':
      return { ...integer, description };
    case 'length':
      return { ...integer, minimum: 0, description: `${description}（可省略 / may be left out）` };
    case 'buffer':
      return {
        type: 'string',
        description: `${description}${param.variants ? '：標記決定版面 / a marker in it chooses the layout' : ''}（可省略 / may be left out）`,
      };
    case 'record':
      return {
        description,
        anyOf: [
          { type: 'string', maxLength: (param.maxRead ?? 1) - 1 },
          ...(param.record ? [recordSchema(param.record)] : []),
        ],
      };
    case 'records':
      return {
        type: 'string',
        maxLength: (param.maxRead ?? 1) - 1,
        description: `${description}, ${param.record?.length ?? 0} x ${param.countedBy ?? ''}`,
      };
    default: {
      const most = param.length ?? (param.maxRead ?? 1) - 1;
      const codes = Object.keys(tableNamed(param.table)?.codes ?? {});
      return {
        type: 'string',
        maxLength: most,
        ...(param.kind === 'char' ? { minLength: 1 } : {}),
        ...(codes.length > 0 ? { enum: [...new Set(codes.flatMap((code) => [code, code.trimEnd()]))] } : {}),
        description,
      };
    }
  }
}
const tableNamed = (name: string | undefined): { readonly codes: object } | undefined =>
  name === undefined ? undefined : (tables as { readonly [table: string]: { readonly codes: object } })[name];

function inputSchema(api: Api) {
  const given = api.params.filter((param) => !isFile(param) && param.direction !== 'out' && param.kind !== 'unused');
  const wanted = new Set<Param['kind']>(['text', 'char', 'int', 'record', 'records']);
  const counts = new Set(api.params.map((param) => param.countedBy));
  const required = given
    .filter((param) => (wanted.has(param.kind) && param.optional !== true) || counts.has(param.name))
    .map((param) => param.name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(given.map((param) => [param.name, paramSchema(param)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

const numeric: ReadonlySet<Kind> = new Set(['money', 'count', 'uint']);
const fieldSchema = (field: Field) => ({
  type: numeric.has(field.kind) ? 'integer' : 'string',
  ...(field.kind === 'bytes' ? { contentEncoding: 'base64' } : {}),
  description: `${both(field.title)} (${field.from}-${field.to})`,
});
const fieldsSchema = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.kind !== 'gap')
      .map(([name, field]) => [name, fieldSchema(field)]),
  );

/** A record as it stands in `fields`; of all the layouts that a marker chooses from, which have the same parts. */
const recordSchema = (spec: RecordSpec) => ({
  type: 'object',
  description: `${both(spec.title)}: ${spec.length} bytes`,
  properties: Object.fromEntries(
    Object.entries(spec.parts).flatMap(([name, part]): [string, object][] => {
      if ('fields' in part)
        return [
          [
            name,
            {
              type: 'array',
              description: `${both(part.title)}: ${part.count} of ${part.length} bytes from ${part.from}`,
              items: { type: 'object', properties: fieldsSchema(part.fields) },
            },
          ],
        ];
      return part.kind === 'gap' ? [] : [[name, fieldSchema(part)]];
    }),
  ),
});

function answerSchema(api: Api) {
  const fields = Object.fromEntries(
    api.params.flatMap((param) =>
      param.record === undefined || param.direction === 'in' ? [] : [[param.name, recordSchema(param.record)]],
    ),
  );
  const outputs = Object.fromEntries(
    api.params
      .filter((param) => param.direction !== 'in')
      .map((param) => [
        param.name,
        param.kind === 'length' || param.kind === 'intOut'
          ? { type: 'integer', description: both(param.title) }
          : { type: 'string', contentEncoding: 'base64', description: both(param.title) },
      ]),
  );
  return {
    type: 'object',
    required: ['code', 'api', 'requestId', 'fields', 'outputs', 'notes', 'simulated'],
    properties: {
      code: {
        type: 'integer',
        description: api.returns.map((code) => `${code} ${both(returnMeaning(api, code))}`).join('; '),
      },
      api: { type: 'string' },
      requestId: {
        type: 'string',
        description: 'from the header X-Request-Id, else ours; asked again: the same answer',
      },
      fields: { type: 'object', properties: fields },
      outputs: {
        type: 'object',
        description: 'raw buffers, base64; lengths and integers as numbers',
        properties: outputs,
      },
      notes: {
        type: 'array',
        items: {
          type: 'object',
          required: ['level', 'text'],
          properties: { level: { enum: ['info', 'warning', 'red'] }, text: { $ref: '#/components/schemas/Say' } },
        },
      },
      failure: { $ref: '#/components/schemas/Failure' },
      deprecated: { $ref: '#/components/schemas/Say' },
      simulated: { type: 'boolean' },
    },
  };
}

/** How a call is asked: JSON; or, where a function takes a file, that file as the body and the rest in the query. */
function asked(api: Api) {
  const file = api.params.find((param) => param.kind === 'fileIn');
  const inputs = inputSchema(api);
  if (file === undefined)
    return { requestBody: { required: true, content: { 'application/json': { schema: inputs } } } };
  const required: readonly string[] = inputs.required ?? [];
  const binary = { schema: { type: 'string', format: 'binary' } };
  return {
    parameters: Object.entries(inputs.properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    requestBody: {
      required: true,
      description: both(file.title),
      content: { 'application/octet-stream': binary, 'application/xml': binary, 'text/xml': binary },
    },
  };
}

/** What it is for, and why not to use it. */
function described(api: Api): object {
  const words = [
    ...(about[api.name] ? [both(about[api.name] as Say)] : []),
    ...(api.deprecated ? [both(api.deprecated.why)] : []),
  ];
  return {
    ...(words.length > 0 ? { description: words.join('\n\n') } : {}),
    ...(api.deprecated ? { deprecated: true } : {}),
  };
}

export function openApi(version: string, url: string) {
  const paths: { [path: string]: { [method: string]: unknown } } = {};
  const security = [{ token: [] }];
  const answer = (schema: object, file = false) => ({
    '200': {
      description: file ? 'the file where the code is 0, else the answer' : 'answer',
      content: {
        ...(file ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : {}),
        'application/json': { schema },
      },
    },
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
        ...described(api),
        tags: [api.no.includes('.') ? `${api.no.split('.')[0]}.x` : 'later'],
        security,
        ...asked(api),
        responses: answer(
          answerSchema(api),
          api.params.some((param) => param.kind === 'fileOut'),
        ),
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
  const words = { $ref: '#/components/schemas/Say' };
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
        Say: say,
        Failure: {
          type: 'object',
          properties: { code: { type: 'integer' }, meaning: words, why: words, todo: words, kind: { type: 'string' } },
        },
        Refusal: {
          type: 'object',
          properties: { refused: { type: 'boolean' }, failure: { $ref: '#/components/schemas/Failure' } },
        },
      },
    },
  };
}
