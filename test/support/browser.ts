/** @module The console in a real Chromium, as people use it; what the browser complains of is a failure. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Doors } from './doors.ts';

const executablePath = '/usr/bin/chromium';
/** For `test(name, { skip })`. */
export const noBrowser = existsSync(executablePath)
  ? false
  : `no ${executablePath}: the pages are not looked at in a browser`;

export const launch = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

/** A page that listens for complaints: of scripts, of the policy, and requests to anywhere but `own`. */
export async function quietPage(browser: Browser, own: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW', ...options });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) noise.push(request.url());
  });
  return { page, context, noise };
}

/** The console of a counter, opened by a link as its operator has one. */
export async function openConsole(browser: Browser, at: Doors, options: BrowserContextOptions = {}) {
  const opened = await quietPage(browser, at.http.url, options);
  await opened.page.goto(`${at.http.url}/#code=${at.tokens.newCode()}`);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

const axe = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
  }[];
}

/** Fails with what axe finds on the page as it stands, and where the page is wider than its window. */
export async function isAccessible(page: Page, where: string): Promise<void> {
  // Into an isolated world by the debugger: the page's policy lets no other script in.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(`${axe()};0`);
  const { violations } = (await run('axe.run(document)')) as Found;
  assert.deepEqual(
    violations.map(({ id, nodes }) => [
      id,
      ...nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
    ]),
    [],
    where,
  );
  assert.equal(
    await run('document.documentElement.scrollWidth > innerWidth'),
    false,
    `${where}: wider than the window`,
  );
  await session.detach();
}
