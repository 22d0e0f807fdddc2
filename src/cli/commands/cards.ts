/** @module card and reader. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import { connect } from '../../main/daemon.ts';
import { type Cli, usage } from '../context.ts';
import { type Output, table } from '../output.ts';
import { withClient } from './life.ts';

interface WorldState {
  readonly cards: readonly { handle: string; kind: string; cardNo: string; slot?: string; problem?: string }[];
  readonly demoCards: readonly { handle: string; zh: string; en: string }[];
}
interface PublicCard {
  readonly cardNo: string;
  readonly name: string;
  readonly personId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly issueDate: string;
  readonly real: boolean;
  readonly slot: string;
}

export function addCards(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  const card = program
    .command('card')
    .description(d(say({ zh: '測試卡片：建立、插入、取出、讀取', en: 'cards: make, insert, remove, read' })));
  const act = <T>(action: string, body: { [name: string]: unknown }) =>
    withClient(cli, (client) => client.op<T>('world', { action, ...body }), 'world');

  cli.command(card, 'list', say({ zh: '所有測試卡片', en: 'all test cards' })).action(
    cli.run(async () => {
      const state = await withClient(cli, (client) => client.op<WorldState>('worldGet'), 'world');
      if (output.json) return output.value(state.cards);
      const titles = new Map(state.demoCards.map((one) => [one.handle, d(one)]));
      output.line(
        table(
          state.cards.map((one) => [
            one.slot ? output.style('green', '●') : ' ',
            output.style('bold', one.handle),
            one.kind === 'hc'
              ? d(say({ zh: '健保卡', en: 'health card' }))
              : one.kind === 'hpc'
                ? d(say({ zh: '醫事人員卡', en: 'professional' }))
                : one.kind === 'sam'
                  ? d(say({ zh: '安全模組卡', en: 'security module' }))
                  : one.kind,
            titles.get(one.handle) ?? '',
            one.problem ? output.style('red', one.problem) : (one.slot ?? ''),
          ]),
        ),
      );
    }),
  );
  cli
    .command(card, 'new <name>', say({ zh: '建立一張卡片', en: 'make a card' }))
    .option(
      '--kind <kind>',
      d(
        say({
          zh: '狀態（card list 的名稱，如 pin、expired）',
          en: 'its state: a name of card list, such as pin, expired',
        }),
      ),
      'normal',
    )
    .action(
      cli.run(async (name: string, options: { kind: string }) => {
        const made = await act<{ card: string }>('new', { card: name, kind: options.kind });
        if (output.json) output.value(made);
        else
          output.line(
            d(
              say({
                zh: `已建立 ${made.card}。插入：opencshis card insert ${made.card}`,
                en: `${made.card} made. Insert it: opencshis card insert ${made.card}`,
              }),
            ),
          );
      }),
    );
  cli
    .command(card, 'show <name>', say({ zh: '卡片的內容', en: "a card's contents" }))
    .action(cli.run(async (name: string) => showCard(output, await act<CardShown>('show', { card: name }))));
  cli
    .command(card, 'insert <name>', say({ zh: '把卡片放進讀卡機', en: 'put a card in a reader' }))
    .option(
      '--reader <name>',
      d(
        say({
          zh: '哪一台讀卡機；專屬讀卡機可寫卡槽 sam、hpc、hc',
          en: "which reader; sam, hpc or hc: a dedicated reader's slot",
        }),
      ),
    )
    .action(
      cli.run(async (name: string, options: { reader?: string }) => {
        const done = await act<{ slot: string }>('insert', {
          card: name,
          ...(options.reader ? { slot: options.reader } : {}),
        });
        if (output.json) output.value(done);
        else output.line(d(say({ zh: `${name} 在 ${done.slot}`, en: `${name} is in ${done.slot}` })));
      }),
    );
  cli
    .command(
      card,
      'remove [name]',
      say({ zh: '取出卡片（名稱或讀卡機）', en: 'take a card out, by its name or its reader' }),
    )
    .action(
      cli.run(async (name?: string) => {
        const done = await act<{ card: string | null }>('remove', name === undefined ? {} : { card: name });
        if (output.json) return output.value(done);
        output.line(
          done.card === null
            ? d(say({ zh: '讀卡機裡沒有卡片。', en: 'No card was in a reader.' }))
            : d(say({ zh: `已取出 ${done.card}`, en: `${done.card} is out` })),
        );
      }),
    );
  cli
    .command(
      card,
      'edit <name> <field=value>',
      say({
        zh: '改卡片內容，如 validity.available=2、pin=1234、pin=',
        en: 'change a card: validity.available=2, pin=1234, pin=',
      }),
    )
    .action(
      cli.run(async (name: string, pair: string) => {
        const [field = '', ...rest] = pair.split('=');
        if (rest.length === 0) throw usage(say({ zh: '寫成 檔案.欄位=值', en: 'write it as file.field=value' }));
        showCard(output, await act<CardShown>('edit', { card: name, field, value: rest.join('=') }));
      }),
    );
  cli
    .command(
      card,
      'read',
      say({ zh: '讀取卡片的公開資料（真卡也可以）', en: "a card's public zone, also a real card's" }),
    )
    .option('--watch', d(say({ zh: '持續顯示插入的每一張卡片', en: 'show every card as it comes' })))
    .option('--reader <name>', d(say({ zh: '哪一台讀卡機', en: 'which reader' })))
    .action(
      cli.run(async (options: { watch?: boolean; reader?: string }) => {
        if (options.watch) return watchCards(cli);
        const zone = await withClient(cli, (client) =>
          client.op<PublicCard>('card', options.reader ? { slot: options.reader } : {}),
        );
        showPublic(output, zone);
      }),
    );

  const reader = program.command('reader').description(d(say({ zh: '讀卡機', en: 'readers' })));
  cli
    .command(
      reader,
      'pad [digits]',
      say({
        zh: '在專屬讀卡機的按鍵上輸入密碼（模擬世界）；不寫則按取消鍵',
        en: "press a dedicated reader's keys (simulated world); without digits the cancel key",
      }),
    )
    .option('--reader <name>', d(say({ zh: '哪一台讀卡機（名稱，或 0、1）', en: 'which reader: its name, or 0, 1' })))
    .action(
      cli.run(async (digits: string | undefined, options: { reader?: string }) => {
        const done = await act<{ reader: string; pressed: string }>('pad', {
          ...(digits === undefined ? {} : { digits }),
          ...options,
        });
        if (output.json) return output.value(done);
        output.line(
          done.pressed === 'cancel'
            ? d(say({ zh: '按了取消鍵。', en: 'The cancel key was pressed.' }))
            : d(say({ zh: '已輸入，並按了確認鍵。', en: 'Typed, with the return key.' })),
        );
      }),
    );
  cli.command(reader, 'list', say({ zh: '所有讀卡機', en: 'all readers' })).action(
    cli.run(async () => {
      const status = await withClient(cli, (client) =>
        client.op<{
          slots: { name: string; kind: string; role: string; present: boolean; state: string }[];
          pcsc: { available: boolean; why?: Say };
        }>('status'),
      );
      if (output.json) return output.value({ readers: status.slots, pcsc: status.pcsc });
      output.line(
        table(
          status.slots.map((slot) => [
            slot.present ? output.style('green', '●') : '○',
            slot.name,
            slot.kind,
            slot.state !== 'ready'
              ? output.style('red', slot.state)
              : slot.present
                ? d(say({ zh: '有卡片', en: 'a card is in' }))
                : d(say({ zh: '沒有卡片', en: 'no card' })),
          ]),
        ),
      );
      if (status.pcsc.why)
        output.line(
          output.style('dim', `  ${d(say({ zh: '實體讀卡機：', en: 'real readers: ' }))}${d(status.pcsc.why)}`),
        );
    }),
  );
}

interface CardShown {
  readonly handle: string;
  readonly kind: string;
  readonly cardNo: string;
  readonly pinSet: boolean;
  readonly triesLeft: number;
  readonly counter: number;
  readonly files: { readonly [file: string]: { readonly [field: string]: unknown } };
}

function showCard(output: Output, card: CardShown) {
  if (output.json) return output.value(card);
  const { word, style } = output;
  output.line(`${style('bold', card.handle)}  ${card.cardNo}`);
  const pin = card.pinSet
    ? say({ zh: `已設，剩 ${card.triesLeft} 次`, en: `set, ${card.triesLeft} tries left` })
    : say({ zh: '未設', en: 'not set' });
  output.line(
    table([
      [word(say({ zh: '密碼', en: 'PIN' })), word(pin)],
      [word(say({ zh: '交易次數', en: 'transactions' })), String(card.counter)],
    ]),
  );
  for (const [file, fields] of Object.entries(card.files)) {
    const rows = Object.entries(fields).filter(([, value]) => !isBlank(value));
    if (rows.length === 0) continue;
    output.line(style('cyan', `  ${file}`));
    output.line(
      table(
        rows.map(([field, value]) => [field, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
        '    ',
      ),
    );
  }
}
const isBlank = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) &&
    value.every((one) => Object.values(one as object).every((field) => field === '' || field === 0)));

function showPublic(output: Output, zone: PublicCard) {
  if (output.json) return output.value(zone);
  const { word, style } = output;
  output.line(
    `${style('green', '●')} ${zone.slot}${zone.real ? '' : `  ${style('yellow', word(say({ zh: '模擬卡', en: 'simulated card' })))}`}`,
  );
  output.line(
    table([
      [word(say({ zh: '姓名', en: 'name' })), style('bold', zone.name)],
      [word(say({ zh: '身分證號', en: 'id number' })), zone.personId],
      [word(say({ zh: '出生日期', en: 'born' })), dateText(zone.birthDate)],
      [word(say({ zh: '性別', en: 'sex' })), zone.sex],
      [word(say({ zh: '卡片號碼', en: 'card number' })), zone.cardNo],
      [word(say({ zh: '發卡日期', en: 'issued' })), dateText(zone.issueDate)],
    ]),
  );
}
const dateText = (date: string): string => date.replace(/^(.{3})(..)(..)$/, '$1-$2-$3');

async function watchCards(cli: Cli): Promise<void> {
  const { output } = cli;
  const client = await connect(cli.folder, 'operator');
  if (!output.json)
    output.note(output.word(say({ zh: '等待卡片，Ctrl-C 結束', en: 'waiting for cards, Ctrl-C ends' })));
  client.watch((event) => {
    if (event.type !== 'card') return;
    if (output.json) process.stdout.write(`${JSON.stringify(event)}\n`);
    else if (event.change === 'inserted' && event.public) showPublic(output, event.public);
    else if (event.change === 'inserted')
      output.line(
        `${output.style('red', '●')} ${event.slot}  ${output.word(say({ zh: '讀不出公開資料', en: 'its public zone cannot be read' }))}`,
      );
    else if (event.change === 'removed')
      output.line(`○ ${event.slot}  ${output.word(say({ zh: '卡片取出', en: 'card removed' }))}`);
  });
  const first = await client.op<PublicCard>('card').catch(() => undefined);
  if (first) showPublic(output, first);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => {
      client.close();
      resolve();
    });
    client.onClose(resolve);
  });
}
