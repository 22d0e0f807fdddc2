/** @module A function called over HTTP: with JSON, with a file as the body, or answered by a file. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, Failure, limits, say, uuid } from '../../base/index.ts';
import { apiByName } from '../../catalogue/index.ts';
import type { Api } from '../../catalogue/schema.ts';
import type { CallAnswer, Caller, InputValue } from '../../control/types.ts';
import type { Body, DoorDependencies } from '../ops.ts';
import { callerOf, type Granted, json, type Reply, refusal } from './reply.ts';
import { openSpool, type Spool, spoolBody } from './spool.ts';

export interface Calls {
  withJson(verdict: Granted, body: Body, request: IncomingMessage, response: ServerResponse): Promise<Reply>;
  /** The body is the file; the other parameters are in the query. */
  withFile(verdict: Granted, request: IncomingMessage, response: ServerResponse): Promise<Reply>;
}

export function createCalls(
  deps: DoorDependencies,
  options: { readonly clock: Clock; readonly spool: string },
  count: (kind: 'calls' | 'refused', key: string) => void,
): Calls {
  let files = 0;

  const withJson: Calls['withJson'] = async (verdict, body, request, response) => {
    const name = verdict.params.name ?? '';
    const api = apiByName(name);
    if (api === undefined) return refusal(404);
    const caller = callerOf(verdict);
    if (!api.roles.includes(caller.role)) return refusal(403);
    const out = api.params.find((param) => param.kind === 'fileOut');
    if (out === undefined) return run(api, body, {}, caller, request, response);
    return spooled(async (spool) => {
      const answer = await run(api, body, { [out.name]: spool.sink }, caller, request, response);
      return answer.code === 0
        ? {
            ...answer,
            type: 'application/octet-stream',
            file: spool,
            headers: { ...answer.headers, 'content-disposition': 'attachment' },
          }
        : answer;
    });
  };

  const withFile: Calls['withFile'] = async (verdict, request, response) => {
    const api = apiByName(verdict.params.name ?? '');
    const param = api?.params.find((one) => one.kind === 'fileIn');
    if (api === undefined || param === undefined) return refusal(404);
    const caller = callerOf(verdict);
    // Nothing is taken in of who may not call it.
    if (!api.roles.includes(caller.role)) return refusal(403);
    return spooled(async (spool) => {
      if (!(await spoolBody(request, spool, options.clock))) {
        count('refused', 'body');
        return refusal(400);
      }
      return run(api, verdict.query, { [param.name]: spool.source }, caller, request, response);
    });
  };

  /** A file of its own for one exchange; it is gone when that is over. */
  const spooled = async (work: (spool: Spool) => Promise<Reply>): Promise<Reply> => {
    if (files >= limits.httpFiles) {
      count('refused', 'files');
      return refusal(503);
    }
    let spool: Spool | undefined = openSpool(options.spool, deps.random);
    files++;
    const end = (): void => {
      if (spool === undefined) return;
      spool.close();
      spool = undefined;
      files--;
    };
    try {
      return { ...(await work(spool)), end };
    } catch (error) {
      end();
      throw error;
    }
  };

  const run = async (
    api: Api,
    body: Body,
    files: { readonly [param: string]: InputValue },
    caller: Caller,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply & { readonly code: number }> => {
    const { card, slot, ...given } = body;
    const inputs = { ...inputsOf(api, given), ...files };
    count('calls', api.name);
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    const wanted = request.headers['x-request-id'];
    const requestId = typeof wanted === 'string' && /^[\w-]{8,80}$/.test(wanted) ? wanted : uuid(deps.random);
    const result: CallAnswer = await deps.control.session(caller).call({
      requestId,
      name: api.name,
      inputs,
      signal: abort.signal,
      ...(typeof card === 'string' ? { insertion: card } : {}),
      ...(typeof slot === 'string' ? { slot } : {}),
    });
    const { delivered, ...rest } = result;
    return {
      ...json({ ...rest, requestId }),
      code: result.code,
      headers: { 'x-request-id': requestId },
      after: delivered,
    };
  };

  return { withJson, withFile };
}

/** Texts and integers by name; fields by name for a record. Anything else that JSON can hold is no value of a call. */
function inputsOf(api: Api, body: Body): { readonly [param: string]: InputValue } {
  for (const [name, value] of Object.entries(body)) {
    const kind = api.params.find((param) => param.name === name)?.kind;
    if (kind === 'fileIn' || kind === 'fileOut') throw pathGiven(name);
    const record = kind === 'record';
    const fits =
      typeof value === 'string' ||
      typeof value === 'number' ||
      (record && typeof value === 'object' && value !== null && !Array.isArray(value));
    if (!fits)
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: `${name.slice(0, 40)} 不正確`, en: `${name.slice(0, 40)} is not right` }),
      });
  }
  return body as { readonly [param: string]: InputValue };
}

const pathGiven = (name: string): Failure =>
  new Failure(6018, {
    kind: 'parameter',
    why: say({
      zh: `${name} 是檔案：內容就是要求或回覆的本體，不是路徑`,
      en: `${name} is a file: the body of the request or of the answer, never a path`,
    }),
  });
