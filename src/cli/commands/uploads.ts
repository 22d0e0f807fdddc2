/** @module upload, receipts, download: files to the data centre and what comes of them. */

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Failure, say } from '../../base/index.ts';
import type { UploadReceipt } from '../../codec/index.ts';
import type { Cli } from '../context.ts';
import { type Output, table } from '../output.ts';
import { failureOf, withClient } from './life.ts';

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

export function addUploads(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  cli
    .command(
      program,
      'upload <file>',
      say({ zh: '上傳檔案到資料中心（3.1、3.2）', en: 'upload a file to the data centre (3.1, 3.2)' }),
    )
    .option(
      '--number <n>',
      d(say({ zh: '筆數，與檔案不同時拒絕', en: 'records; refused where the file has another number' })),
    )
    .option('--orders <n>', d(say({ zh: '醫令筆數（3.2）', en: 'orders (3.2)' })))
    .action(
      cli.run((file: string, options: { number?: string; orders?: string }) =>
        withClient(cli, (client) => upload(output, client, file, options)),
      ),
    );
  cli
    .command(program, 'receipts', say({ zh: '上傳收據', en: 'receipts of uploads' }))
    .action(cli.run(() => withClient(cli, (client) => receipts(cli, client))));
  cli
    .command(program, 'download <file>', say({ zh: '下載上傳的結果檔', en: 'download the result file of an upload' }))
    .option('--upload <id>', d(say({ zh: '哪一筆上傳（預設最近一筆）', en: 'which upload (the newest by default)' })))
    .action(
      cli.run((file: string, options: { upload?: string }) =>
        withClient(cli, (client) => download(output, client, file, options.upload)),
      ),
    );
}

async function kept(client: Client): Promise<UploadReceipt[]> {
  const entries = await client.op<{ upload?: UploadReceipt }[]>('journal', { days: 62, which: 'uploads' });
  return entries.flatMap((entry) => entry.upload ?? []);
}

async function upload(
  output: Output,
  client: Client,
  file: string,
  { number, orders }: { number?: string; orders?: string },
): Promise<void> {
  const line = progressLine(output);
  const answer = await client
    .call(
      orders === undefined ? 'csUploadData' : 'csUploadDataPrec',
      {
        pUploadFileName: file,
        ...(number === undefined ? {} : { pNumber: number }),
        ...(orders === undefined ? {} : { pPrecNumber: orders }),
      },
      { onWorking: (why) => line.show(output.word(why)) },
    )
    .finally(line.end);
  if (answer.failure) return output.fail(failureOf(answer.failure));
  const { sentAt, receivedAt } = answer.fields.pBuffer ?? {};
  const receipt = (await kept(client)).findLast((one) => one.sentAt === sentAt && one.receivedAt === receivedAt);
  if (output.json) return output.value({ code: answer.code, receipt, simulated: answer.simulated });
  output.line(
    `${output.style('green', `✔ ${output.word(say({ zh: '資料中心已收到', en: 'received by the data centre' }))}`)}${answer.simulated ? `  ${output.style('yellow', output.word(say({ zh: '模擬', en: 'simulated' })))}` : ''}`,
  );
  if (receipt)
    output.line(table([[output.word(say({ zh: '檔案', en: 'file' })), basename(file)], ...rowsOf(output, receipt)]));
}

const rowsOf = ({ word }: Output, receipt: UploadReceipt): string[][] => [
  [word(say({ zh: '大小', en: 'size' })), String(receipt.size)],
  [word(say({ zh: '筆數', en: 'records' })), String(receipt.records)],
  [word(say({ zh: '醫令筆數', en: 'orders' })), String(receipt.orders)],
  [word(say({ zh: '上傳時間', en: 'sent' })), timeText(receipt.sentAt)],
  [word(say({ zh: '接收時間', en: 'received' })), timeText(receipt.receivedAt)],
  [word(say({ zh: '院所', en: 'institution' })), receipt.hospId],
  [word(say({ zh: '安全模組', en: 'SAM' })), receipt.samId],
  [word(say({ zh: '收據編號', en: 'receipt' })), receipt.id],
];

async function receipts(cli: Cli, client: Client): Promise<void> {
  const { output } = cli;
  const { checkReceipt, directoryAtCounter } = await import('../../main/verify.ts');
  const directory = await directoryAtCounter(cli.folder);
  const all = (await kept(client)).map((receipt) => ({
    ...receipt,
    verdict: checkReceipt(receipt, directory).verdict,
  }));
  if (output.json) return output.value(all);
  if (all.length === 0)
    return output.line(output.word(say({ zh: '還沒有上傳過檔案', en: 'nothing was uploaded yet' })));
  const { word, style } = output;
  output.line(
    table([
      [
        ' ',
        word(say({ zh: '接收時間', en: 'received' })),
        word(say({ zh: '大小', en: 'size' })),
        word(say({ zh: '筆數', en: 'records' })),
        word(say({ zh: '醫令筆數', en: 'orders' })),
        word(say({ zh: '收據編號', en: 'receipt' })),
      ],
      ...all.map((one) => [
        one.verdict === 'ok' ? style('green', '✔') : style('red', '✘'),
        timeText(one.receivedAt),
        String(one.size),
        String(one.records),
        String(one.orders),
        one.id,
      ]),
    ]),
  );
}

async function download(output: Output, client: Client, file: string, id: string | undefined): Promise<void> {
  const all = await kept(client);
  const receipt = id === undefined ? all.at(-1) : all.find((one) => one.id === id);
  if (receipt === undefined)
    throw new Failure(6017, {
      kind: 'no-upload',
      why: say({ zh: '這台電腦沒有這筆上傳的收據', en: 'this computer has no receipt of such an upload' }),
      todo: say({ zh: 'opencshis receipts 列出所有收據', en: 'opencshis receipts lists them all' }),
    });
  const answer = await client.call('csDownloadData', {
    pSAMID: receipt.samId,
    pHospID: receipt.hospId,
    pNumber: String(receipt.records),
    pSendDate: receipt.sentAt,
    pRecvDate: receipt.receivedAt,
    pServerRandom: receipt.serverRandom,
    pDownloadFileName: file,
  });
  if (answer.failure) return output.fail(failureOf(answer.failure));
  const { size } = statSync(file);
  if (output.json)
    return output.value({ code: answer.code, file, size, upload: receipt.id, simulated: answer.simulated });
  output.line(
    `${output.style('green', '✔')} ${file}  ${size} bytes${answer.simulated ? `  ${output.style('yellow', output.word(say({ zh: '模擬', en: 'simulated' })))}` : ''}`,
  );
}

/** One line that is written over, on a terminal alone. */
function progressLine(output: Output) {
  const shown = process.stderr.isTTY && !output.json;
  return {
    show: (text: string): void => void (shown && process.stderr.write(`\r\u001b[K… ${text}`)),
    end: (): void => void (shown && process.stderr.write('\r\u001b[K')),
  };
}

/** 20260131083000 as 2026-01-31 08:30:00. */
const timeText = (time: string): string => time.replace(/^(.{4})(..)(..)(..)(..)(..)$/, '$1-$2-$3 $4:$5:$6');
