/** @module journal: what was promised to whom, and what the data centre has of it. No personal data is printed. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import { apiByName } from '../../catalogue/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import type { Cli } from '../context.ts';
import { table } from '../output.ts';
import { withClient } from './life.ts';

interface Entry {
  readonly id: string;
  readonly api: string;
  readonly preparedAt: number;
  readonly state: 'prepared' | 'done' | 'dropped' | 'undecided';
  readonly delivered: boolean;
  readonly sent: boolean;
  readonly refused?: string;
}

const states: { readonly [state in Entry['state']]: Say } = {
  prepared: say({ zh: '待確認', en: 'not decided' }),
  undecided: say({ zh: '不確定，請把卡片放回', en: 'in doubt: put the card back' }),
  dropped: say({ zh: '沒有寫入', en: 'nothing was written' }),
  done: say({ zh: '已寫入', en: 'written' }),
};

export function addJournal(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(program, 'journal', say({ zh: '日誌：寫入與送出的狀態', en: 'the journal: what was written and sent' }))
    .option('--open', d(say({ zh: '只列未送達、不確定或被拒收的', en: 'only what is not sent, in doubt or refused' })))
    .option('--days <n>', d(say({ zh: '往回幾天（預設 7）', en: 'how many days back (7)' })))
    .action(
      cli.run((options: { open?: boolean; days?: string }) =>
        withClient(cli, async (client) => {
          const list = await client.op<Entry[]>('journal', {
            ...(options.days ? { days: Number(options.days) } : {}),
            ...(options.open ? { which: 'open' } : {}),
          });
          if (output.json) return output.value(list);
          if (list.length === 0) return output.line(d(say({ zh: '沒有紀錄', en: 'nothing' })));
          output.line(
            table(
              list.map((entry) => [
                readable(rocDateTimeOf(entry.preparedAt)),
                entry.id.slice(0, 8),
                titleOf(entry.api, d),
                output.style(colours[standingOf(entry)], d(wordsOf(entry))),
              ]),
            ),
          );
        }),
      ),
    );
}

type Standing = 'sent' | 'waiting' | 'open' | 'refused';
const standingOf = (entry: Entry): Standing => {
  if (entry.refused !== undefined) return 'refused';
  if (entry.state === 'prepared' || entry.state === 'undecided') return 'open';
  return entry.sent || entry.state === 'dropped' ? 'sent' : 'waiting';
};
const colours = { sent: 'green', waiting: 'yellow', open: 'red', refused: 'red' } as const;

function wordsOf(entry: Entry): Say {
  const state = states[entry.state];
  switch (standingOf(entry)) {
    case 'refused':
      return say({ zh: `資料中心不收：${entry.refused}`, en: `refused by the data centre: ${entry.refused}` });
    case 'waiting':
      return say({ zh: `${state.zh}，等待送出`, en: `${state.en}, waiting to be sent` });
    case 'open':
      return state;
    case 'sent':
      return entry.state === 'dropped' ? state : say({ zh: `${state.zh}，已送達`, en: `${state.en} and sent` });
  }
}
const titleOf = (name: string, word: (words: Say) => string): string => {
  const api = apiByName(name);
  return api ? `${api.no} ${word(api.title)}` : name;
};
const readable = (time: string): string =>
  `${time.slice(0, 3)}-${time.slice(3, 5)}-${time.slice(5, 7)} ${time.slice(7, 9)}:${time.slice(9, 11)}:${time.slice(11, 13)}`;
