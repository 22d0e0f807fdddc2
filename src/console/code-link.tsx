/** @module A return code that leads to what it means and what to do: for messages and wherever a code shows. */

import { linkTo } from './route.ts';
import { t } from './words.ts';

export function CodeLink({ code }: { readonly code: number }) {
  return (
    <a class="code" href={linkTo('help', String(code))} title={t(`${code} 的說明`, `Help on ${code}`)}>
      {code}
    </a>
  );
}
