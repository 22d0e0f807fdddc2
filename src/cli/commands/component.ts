/** @module component: the local face of the citizens' web component; its certificate; who else answers at its ports. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import { rocDateTimeOf } from '../../codec/index.ts';
import type { Cli } from '../context.ts';
import type { Output } from '../output.ts';
import { type ComponentOp, showNeighbours } from '../show-status.ts';
import { withClient } from './life.ts';

export function addComponent(program: Command, cli: Cli): void {
  const { output } = cli;
  const act = (action: string): Promise<ComponentOp> =>
    withClient(cli, (client) => client.op<ComponentOp>('component', { action }));
  const one = (parent: Command, name: string, action: string, title: Say, certificateAlone = false): void => {
    cli.command(parent, name, title).action(
      cli.run(async () => {
        const status = await act(action);
        if (output.json) return output.value(certificateAlone ? { certificate: status.certificate ?? null } : status);
        if (!certificateAlone) showFace(output, status);
        showCertificate(output, status);
        if (!certificateAlone) showNeighbours(output, status.neighbours);
      }),
    );
  };
  const parent = program.command('component').description(
    output.word(
      say({
        zh: '健保卡網路服務元件的相容介面（59001、59002、7777），預設關閉',
        en: "the local face of the citizens' web component (59001, 59002, 7777); off by default",
      }),
    ),
  );
  one(parent, 'status', 'status', say({ zh: '狀態', en: 'how it stands' }));
  one(parent, 'on', 'on', say({ zh: '開啟', en: 'switch it on' }));
  one(parent, 'off', 'off', say({ zh: '關閉', en: 'switch it off' }));
  const certificate = parent.command('certificate').description(
    output.word(
      say({
        zh: '本機憑證：59002 與 7777 需要',
        en: "this machine's certificate, for 59002 and 7777",
      }),
    ),
  );
  const words: readonly (readonly [string, string, Say])[] = [
    [
      'install',
      'install',
      say({ zh: '產生並安裝到使用者的瀏覽器', en: "make it, and install it for the user's browsers" }),
    ],
    ['remove', 'remove', say({ zh: '移除，不留下任何東西', en: 'remove it; nothing stays' })],
    ['status', 'status', say({ zh: '狀態', en: 'how it stands' })],
  ];
  for (const [name, action, title] of words) one(certificate, name, action, title, true);
}

function showFace({ line, word, style }: Output, status: ComponentOp): void {
  if (!status.on) line(word(say({ zh: '網路服務元件介面：關閉', en: "the web component's face is off" })));
  else if (status.ports.length > 0)
    line(
      `${style('green', '●')} ${word(say({ zh: '網路服務元件介面：開啟', en: "the web component's face is on" }))}  ${status.ports.join(' ')}`,
    );
  else
    line(
      `${style('red', '○')} ${word(say({ zh: '已開啟，但無法運作：', en: 'it is on, and does not work: ' }))}${status.why ? word(status.why) : ''}`,
    );
}

function showCertificate({ line, word }: Output, { certificate }: ComponentOp): void {
  line(
    word(
      certificate === undefined
        ? say({
            zh: '沒有本機憑證，只有 59001（opencshis component certificate install）',
            en: 'no certificate on this machine: 59001 alone (opencshis component certificate install)',
          })
        : say({
            zh: `本機憑證有效至 ${rocDateTimeOf(certificate.notAfter)}，到期前自動更新`,
            en: `the certificate is good until ${rocDateTimeOf(certificate.notAfter)}, and renewed before`,
          }),
    ),
  );
}
