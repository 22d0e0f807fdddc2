/** @module register, recover, call, verify: what a counter does. */

import type { Command } from 'commander';
import { Failure, type Say, say } from '../../base/index.ts';
import { apiByName, carriesData, resultMeaning } from '../../catalogue/index.ts';
import { register } from '../../main/daemon.ts';
import { type Cli, usage } from '../context.ts';
import { fieldRows, fieldsOf } from '../fields.ts';
import { exits, type Output, table } from '../output.ts';
import { withPinPrompt } from '../pin-prompt.ts';
import { failureOf, withClient } from './life.ts';

export function addCounter(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'register',
      say({
        zh: '掛號：讀卡、取得就醫序號、簽章與就醫識別碼',
        en: 'register: read the card, get number, signature and identifier',
      }),
    )
    .option('--item <code>', d(say({ zh: '就醫類別', en: 'visit category' })), '01')
    .option('--baby <mark>', d(say({ zh: '新生兒就醫註記', en: 'newborn mark' })))
    .option(
      '--after-check <mark>',
      d(say({ zh: '補卡註記：1 正常，2 補卡', en: 'after-check mark: 1 normal, 2 after the fact' })),
    )
    .option('--exception <code>', d(say({ zh: '異常登錄（如 A001）', en: 'exception registration, such as A001' })))
    .option(
      '--person <id>',
      d(
        say({
          zh: '身分證號（異常登錄；省略時讀卡片公開資料）',
          en: "id number for an exception; the card's own where left out",
        }),
      ),
    )
    .option(
      '--time <rocDateTime>',
      d(
        say({
          zh: '就診時間，13 位民國日期時間（停電後補登）',
          en: 'time of the visit, 13 ROC digits, after a power cut',
        }),
      ),
    )
    .action(
      cli.run(async (options: RegisterOptions) => {
        if (options.exception !== undefined) return exception(cli, options);
        const result = await withPinPrompt(cli.folder, output, () =>
          register(cli.folder, {
            treatItem: options.item,
            ...(options.baby === undefined ? {} : { babyTreat: options.baby }),
            ...(options.afterCheck === undefined ? {} : { afterCheck: options.afterCheck }),
          }),
        );
        const done = result.treatNum !== undefined;
        if (!done) process.exitCode = exits.refused;
        if (output.json) return output.value({ ...result, identifier: result.treatNum });
        if (done) showVisit(output, result);
        else if (result.failure) output.fail(failureOf(result.failure));
      }),
    );

  cli
    .command(program, 'recover', say({ zh: '補取就醫識別碼', en: 'recover an identifier by person and time' }))
    .requiredOption('--person <id>', d(say({ zh: '身分證號', en: 'id number' })))
    .requiredOption(
      '--time <rocDateTime>',
      d(say({ zh: '就診或異常登錄的時間，13 位', en: 'time of the visit or the exception, 13 ROC digits' })),
    )
    .action(
      cli.run(async (options: { person: string; time: string }) => {
        const result = await withClient(cli, (client) =>
          client.op<Recovered>('recover', { personId: options.person, dateTime: options.time }),
        );
        showRecovered(output, result);
      }),
    );

  cli
    .command(
      program,
      'call <function> [inputs...]',
      say({ zh: '呼叫任一函式：編號或名稱，key=value', en: 'call any function by number or name, with key=value' }),
    )
    .option('--slot <reader>', d(say({ zh: '哪一台讀卡機', en: 'which reader' })))
    .addHelpText(
      'after',
      d(
        say({
          zh: `
不必給緩衝區與長度。opencshis explain 1.53 列出輸入與回傳。
例：opencshis call 1.1
    opencshis call 1.53 cTreatItem=01 'cBabyTreat= ' cTreatAfterCheck=1`,
          en: `
Buffers and lengths are left out. opencshis explain 1.53 lists inputs and outputs.
For example: opencshis call 1.1
             opencshis call 1.53 cTreatItem=01 'cBabyTreat= ' cTreatAfterCheck=1`,
        }),
      ),
    )
    .action(
      cli.run((name: string, pairs: string[], options: { slot?: string }) =>
        callFunction(cli, name, pairs, options.slot),
      ),
    );

  cli
    .command(
      program,
      'verify [signature]',
      say({ zh: '離線驗證安全簽章，或上傳收據', en: "verify a signature, or an upload's receipt, offline" }),
    )
    .option('--person <id>', d(say({ zh: '身分證號', en: 'id number' })))
    .option('--institution <hospId>', d(say({ zh: '院所代碼', en: 'institution code' })))
    .option('--time <rocDateTime>', d(say({ zh: '就診時間，13 位', en: 'time of the visit, 13 ROC digits' })))
    .option(
      '--item <text>',
      d(
        say({
          zh: '處方簽章（40 碼）：那筆醫令的 61 個字',
          en: "a prescription's signature: its item's 61 characters",
        }),
      ),
    )
    .option('--number <n>', d(say({ zh: '這次就醫的第幾筆醫令', en: "which of the visit's items" })))
    .option('--identifier <treatNum>', d(say({ zh: '就醫識別碼', en: "the visit's identifier" })))
    .option(
      '--receipt <file>',
      d(say({ zh: '上傳收據（JSON 或下載的結果檔）', en: "an upload's receipt: JSON, or a result file" })),
    )
    .option('--directory <file>', d(say({ zh: '金鑰目錄檔', en: 'a key directory file' })))
    .action(cli.run((signature: string | undefined, options: VerifyOptions) => verify(cli, signature, options)));
}

interface VerifyOptions {
  readonly person?: string;
  readonly institution?: string;
  readonly time?: string;
  readonly item?: string;
  readonly number?: string;
  readonly identifier?: string;
  readonly receipt?: string;
  readonly directory?: string;
}
/** A prescription's signature: the running world asks its security module, or the data centre. */
function verifyItem(cli: Cli, signature: string, visit: VisitKey, options: VerifyOptions): Promise<Verdict> {
  const number = options.number === undefined ? undefined : Number(options.number);
  if (number !== undefined && !(number >= 1))
    throw usage(say({ zh: '--number 從 1 起算', en: '--number starts at 1' }));
  return withClient(cli, (client) =>
    client.op<Verdict>('verifyItem', {
      ...visit,
      signature,
      bytes: Buffer.from((options.item ?? '').padEnd(61), 'latin1').toString('base64'),
      ...(options.identifier === undefined ? {} : { treatNum: options.identifier }),
      ...(number === undefined ? {} : { number }),
    }),
  );
}
interface VisitKey {
  readonly personId: string;
  readonly hospId: string;
  readonly dateTime: string;
}
interface Verdict {
  readonly verdict: string;
  readonly words: Say;
  readonly simulated?: boolean;
}
async function verify(cli: Cli, signature: string | undefined, options: VerifyOptions): Promise<void> {
  const { output } = cli;
  const { checkReceipt, directoryAtCounter, receiptIn, verifyAtCounter } = await import('../../main/verify.ts');
  const { person, institution, time } = options;
  let result: Verdict;
  if (options.receipt !== undefined) {
    const receipt = receiptIn(options.receipt);
    result = { ...checkReceipt(receipt, await directoryAtCounter(cli.folder, options.directory)), ...{ receipt } };
  } else if (signature !== undefined && person !== undefined && institution !== undefined && time !== undefined) {
    const visit = { personId: person, hospId: institution, dateTime: time };
    result =
      options.item === undefined
        ? await verifyAtCounter(cli.folder, signature, visit, options.directory)
        : await verifyItem(cli, signature, visit, options);
  } else {
    throw usage(
      say({
        zh: '需要簽章與 --person、--institution、--time，或 --receipt',
        en: 'give the signature with --person, --institution and --time, or --receipt',
      }),
    );
  }
  if (result.verdict !== 'ok') process.exitCode = exits.refused;
  if (output.json) return output.value(result);
  const good = result.verdict === 'ok';
  output.line(output.style(good ? 'green' : 'red', `${good ? '✔' : '✘'} ${output.word(result.words)}`));
  if (result.simulated)
    output.line(
      `  ${output.style('yellow', output.word(say({ zh: '模擬世界的簽章', en: 'a signature of a simulated world' })))}`,
    );
}

interface RegisterOptions {
  readonly item: string;
  readonly baby?: string;
  readonly afterCheck?: string;
  readonly exception?: string;
  readonly person?: string;
  readonly time?: string;
}
interface Recovered {
  readonly code: number;
  readonly treatNum?: string;
  readonly dateTime?: string;
  readonly how?: string;
  readonly failure?: Parameters<typeof failureOf>[0];
  readonly simulated: boolean;
}

async function exception(cli: Cli, options: RegisterOptions): Promise<void> {
  const result = await withClient(cli, async (client) => {
    const person =
      options.person ??
      (
        await client.op<{ personId: string }>('card').catch((cause) => {
          throw new Failure(6018, {
            kind: 'usage',
            why: say({
              zh: '沒有卡片可讀，請以 --person 指定身分證號',
              en: 'no card to read: name the person by --person',
            }),
            cause,
          });
        })
      ).personId;
    return client.op<Recovered>('exceptions', {
      code: options.exception,
      personId: person,
      treatItem: options.item,
      ...(options.baby === undefined ? {} : { babyTreat: options.baby }),
      ...(options.time === undefined ? {} : { statedTime: options.time }),
    });
  });
  showRecovered(cli.output, result, say({ zh: '異常登錄完成', en: 'exception registered' }));
}

function showRecovered(output: Output, result: Recovered, done: Say = say({ zh: '就醫識別碼', en: 'identifier' })) {
  if (result.failure) process.exitCode = exits.refused;
  if (output.json) return output.value({ ...result, ...(result.treatNum ? { identifier: result.treatNum } : {}) });
  if (result.failure) return output.fail(failureOf(result.failure));
  const how: { readonly [how: string]: Say } = {
    ledger: say({ zh: '由資料中心查得', en: "from the data centre's ledger" }),
    'own-key': say({ zh: '以當日金鑰重算', en: "recomputed by that day's key" }),
    'linked-to-exception': say({ zh: '現在產生，連結到異常登錄', en: 'made now, linked to the exception' }),
  };
  const words = result.how === undefined ? undefined : how[result.how];
  output.line(output.style('green', `✔ ${output.word(done)}`));
  const rows = [
    ...(result.dateTime ? [[output.word(say({ zh: '時間', en: 'time' })), timeText(result.dateTime)]] : []),
    ...(result.treatNum ? [[output.word(say({ zh: '就醫識別碼', en: 'identifier' })), result.treatNum]] : []),
    ...(words ? [[output.word(say({ zh: '來源', en: 'how' })), output.word(words)]] : []),
  ];
  if (rows.length > 0) output.line(table(rows));
}

function showVisit(output: Output, result: Awaited<ReturnType<typeof register>>): void {
  const { word, style } = output;
  const { patient, visit = {} } = result;
  output.line(
    `${style('green', `✔ ${word(say({ zh: '掛號完成', en: 'registered' }))}`)}${result.simulated ? `  ${style('yellow', word(say({ zh: '模擬', en: 'simulated' })))}` : ''}`,
  );
  const rows: string[][] = [
    [word(say({ zh: '姓名', en: 'name' })), `${patient.name}  ${patient.personId}`],
    [word(say({ zh: '就診時間', en: 'time' })), timeText(String(visit.visitTime))],
    [word(say({ zh: '就醫序號', en: 'visit number' })), String(visit.seqNumber || '—')],
    [word(say({ zh: '院所', en: 'institution' })), String(visit.hospId)],
    [word(say({ zh: '就醫識別碼', en: 'identifier' })), style('bold', String(result.treatNum))],
    [
      word(say({ zh: '安全簽章', en: 'signature' })),
      `${String(result.signature).slice(0, 32)}… (${String(result.signature).length})`,
    ],
  ];
  output.line(table(rows));
  for (const note of result.notes) {
    const colour = note.level === 'red' ? 'red' : note.level === 'warning' ? 'yellow' : 'cyan';
    output.line(style(colour, `  ! ${word(note.text)}`));
  }
  if (result.failure && result.notes.length === 0)
    output.line(style('yellow', `  ! ${result.code} ${word(result.failure.meaning)}`));
}

async function callFunction(cli: Cli, name: string, pairs: string[], slot?: string): Promise<void> {
  const { output } = cli;
  const api = apiByName(name);
  if (api === undefined)
    throw usage(
      say({ zh: `沒有 ${name} 這個函式`, en: `there is no function ${name}` }),
      say({ zh: 'opencshis catalogue 列出所有函式', en: 'opencshis catalogue lists them all' }),
    );
  const inputs: { [name: string]: string | number } = {};
  for (const pair of pairs) {
    const [key = '', ...rest] = pair.split('=');
    const param = api.params.find((one) => one.name.toLowerCase() === key.toLowerCase());
    if (param === undefined || rest.length === 0)
      throw usage(
        say({ zh: `${pair} 不是這個函式的輸入`, en: `${pair} is no input of this function` }),
        say({ zh: `輸入：${inputNames(api)}`, en: `inputs: ${inputNames(api)}` }),
      );
    const value = rest.join('=');
    inputs[param.name] =
      param.kind === 'int' || param.kind === 'intOut' || param.kind === 'length' ? Number(value) : value;
  }
  const answer = await withPinPrompt(cli.folder, output, () =>
    withClient(cli, (client) =>
      client.call(api.name, inputs, {
        ...(slot === undefined ? {} : { slot }),
        onWorking: (why) => {
          if (process.stderr.isTTY && !output.json) output.note(output.style('dim', `… ${output.word(why)}`));
        },
      }),
    ),
  );
  const value = api.result === 'value' && answer.failure === undefined;
  if (!value && !carriesData(answer.code)) process.exitCode = exits.refused;
  const first = api.params.find((one) => one.kind === 'buffer' && answer.outputs[one.name] instanceof Uint8Array);
  const buffer = [answer.outputs[first?.name ?? ''], ...Object.values(answer.outputs)].find(
    (one): one is Uint8Array => one instanceof Uint8Array,
  );
  const fields = fieldsOf(answer.fields);
  if (output.json) {
    return output.value({
      code: answer.code,
      fields,
      buffer: buffer === undefined ? null : Buffer.from(buffer).toString('base64'),
      outputs: Object.fromEntries(
        Object.entries(answer.outputs).map(([param, one]) => [
          param,
          one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one,
        ]),
      ),
      ...(answer.failure ? { failure: answer.failure } : {}),
      notes: answer.notes,
      ...(answer.deprecated ? { deprecated: answer.deprecated } : {}),
      simulated: answer.simulated,
    });
  }
  if (answer.deprecated) output.note(output.style('yellow', `! ${output.word(answer.deprecated)}`));
  if (!value && answer.failure && !carriesData(answer.code)) {
    const todo =
      answer.failure.kind === 'parameter'
        ? say({ zh: `opencshis explain ${api.no} 列出輸入`, en: `opencshis explain ${api.no} lists the inputs` })
        : answer.failure.todo;
    return output.fail(failureOf({ ...answer.failure, todo }));
  }
  const title = api.no === api.name ? api.name : `${api.no} ${api.name}`;
  const result = value ? resultMeaning(api, answer.code, inputs) : undefined;
  output.line(`${output.style('bold', title)}  ${answer.code}${result ? `  ${output.word(result)}` : ''}`);
  const rows = fieldRows(fields, output);
  const plain = Object.entries(answer.outputs)
    .filter(([param]) => answer.fields[param] === undefined)
    .map(([param, one]) => [param, one instanceof Uint8Array ? latin(one) : String(one)]);
  if (rows.length + plain.length > 0) output.line(table([...rows, ...plain]));
  if (answer.failure) output.line(output.style('yellow', `  ! ${answer.code} ${output.word(answer.failure.meaning)}`));
}

const inputNames = (api: NonNullable<ReturnType<typeof apiByName>>): string =>
  api.params
    .filter((param) => param.direction !== 'out' && param.kind !== 'length' && param.kind !== 'unused')
    .map((param) => param.name)
    .join(', ') || '-';
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replaceAll(String.fromCharCode(0), '');

/** 1150131083000 as 115-01-31 08:30:00. */
const timeText = (time: string): string => time.replace(/^(.{3})(..)(..)(..)(..)(..)$/, '$1-$2-$3 $4:$5:$6');
