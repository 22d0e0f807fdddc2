/** @module Begins: the link's one-use code becomes tokens, kept for this tab alone; then the page is drawn. */

import { render } from 'preact';
import { exchangeCode } from '../client/index.ts';
import { followDoubts } from './decided.ts';
import { followRoute, go } from './route.ts';
import { Shell } from './shell.tsx';
import { connect, link, type Tokens } from './state.ts';
import { followLanguage } from './words.ts';
import './style.css';
import './reference/reference.css';

const key = 'tokens';

function kept(): Tokens | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Tokens);
}

async function tokens(): Promise<Tokens | undefined> {
  const code = /^#code=([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (code === undefined) return kept();
  // Out of the address before anything else: it is not to be copied or bookmarked.
  history.replaceState(null, '', location.pathname);
  const made = await exchangeCode(code);
  if (made !== undefined) sessionStorage.setItem(key, JSON.stringify(made));
  return made ?? kept();
}

followLanguage();
followDoubts();
const found = await tokens();
followRoute();
if (found === undefined) link.value = 'none';
else connect(found);
if (location.hash === '') go('counter');
const place = document.getElementById('app');
if (place) render(<Shell />, place);
