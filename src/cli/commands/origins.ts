/** @module origins: which web pages may use the control software; accept, refuse, revoke. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import type { Cli } from '../context.ts';
import { table } from '../output.ts';
import { withClient } from './life.ts';

type Purpose = 'page' | 'vpn' | 'component';
interface Asking {
  readonly origin: string;
  readonly purpose: Purpose;
  readonly code: string;
}
interface Standing {
  readonly asking: readonly Asking[];
  readonly known: readonly {
    readonly origin: string;
    readonly purposes: readonly { readonly purpose: Purpose; readonly used: number }[];
  }[];
}
const purposes: { readonly [P in Purpose]: Say } = {
  page: say({ zh: '讀卡與掛號', en: 'reads cards and registers' }),
  vpn: say({ zh: '以卡片登入', en: 'log-in by cards' }),
  component: say({ zh: '網路服務元件', en: 'the web component' }),
};

export function addOrigins(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  const parent = program
    .command('origins')
    .description(d(say({ zh: '可以使用控制軟體的網站', en: 'web origins that may use the control software' })));
  cli.command(parent, 'list', say({ zh: '列出網站與等待中的要求', en: 'those let in, and those that ask' })).action(
    cli.run(() =>
      withClient(cli, async (client) => {
        const { asking, known } = await client.op<Standing>('origins');
        if (output.json) return output.value({ asking, known });
        if (asking.length + known.length === 0) return output.line(d(say({ zh: '沒有', en: 'none' })));
        output.line(
          table([
            ...asking.map((one) => [
              one.origin,
              d(purposes[one.purpose]),
              d(say({ zh: `要求中，代碼 ${one.code}`, en: `asks, code ${one.code}` })),
            ]),
            ...known.flatMap(({ origin, purposes: list }) =>
              list.map((one) => [
                origin,
                d(purposes[one.purpose]),
                d(say({ zh: `最近使用 ${rocDateTimeOf(one.used)}`, en: `last used ${rocDateTimeOf(one.used)}` })),
              ]),
            ),
          ]),
        );
      }),
    ),
  );
  const settle = (action: 'accept' | 'refuse', title: Say, done: (origin: string) => Say): void => {
    cli.command(parent, `${action} <code>`, title).action(
      cli.run((code: string) =>
        withClient(cli, async (client) => {
          const settled = await client.op<Asking>('origin', { action, code });
          if (output.json) return output.value({ origin: settled.origin, purpose: settled.purpose });
          output.line(d(done(settled.origin)));
        }),
      ),
    );
  };
  settle('accept', say({ zh: '以網頁上的代碼允許', en: 'let a page in, by the code that it shows' }), (origin) =>
    say({ zh: `已允許 ${origin}`, en: `${origin} is let in` }),
  );
  settle('refuse', say({ zh: '拒絕', en: 'refuse it' }), (origin) =>
    say({ zh: `已拒絕 ${origin}`, en: `${origin} is refused` }),
  );
  cli.command(parent, 'revoke <origin>', say({ zh: '撤銷，立即生效', en: 'take it back, at once' })).action(
    cli.run((origin: string) =>
      withClient(cli, async (client) => {
        await client.op('origin', { action: 'revoke', origin });
        if (output.json) return output.value({ revoked: origin });
        output.line(d(say({ zh: `已撤銷 ${origin}`, en: `${origin} is out` })));
      }),
    ),
  );
}
