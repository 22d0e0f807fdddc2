/** @module neighbours: other card software on this machine. Installers ask it before they change anything. */

import type { Command } from 'commander';
import { say } from '../../base/index.ts';
import type { Neighbour } from '../../care/index.ts';
import { cardSoftware } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { exits, type Output } from '../output.ts';

export function addNeighbours(program: Command, cli: Cli): void {
  const { output } = cli;
  cli
    .command(
      program,
      'neighbours',
      say({
        zh: '這台電腦上其他的讀卡軟體；要先移除才能安裝的，結束代碼為 1',
        en: 'other card software on this machine; exit code 1 where something must be removed before an installation',
      }),
    )
    .action(
      cli.run(async () => {
        const { findNeighbours, obstacles, portsOfOwn, thisMachine } = await import('../../care/index.ts');
        const { patientHere } = await import('../../main/patient.ts');
        const machine = thisMachine();
        const here = await findNeighbours(machine, portsOfOwn(await patientHere(cli.folder, machine).own()));
        const stopping = obstacles(here);
        if (stopping.length > 0) process.exitCode = exits.refused;
        if (output.json)
          return output.value({
            installable: stopping.length === 0,
            neighbours: here.map((one) => ({ ...one, stops: stopping.includes(one) })),
          });
        if (here.length === 0)
          output.line(output.word(say({ zh: '沒有其他讀卡軟體', en: 'there is no other card software' })));
        for (const one of here) show(output, one, stopping.includes(one));
      }),
    );
}

const signNames = {
  registered: say({ zh: '已安裝的程式', en: 'installed as' }),
  service: say({ zh: '服務', en: 'service' }),
  process: say({ zh: '程序', en: 'process' }),
  file: say({ zh: '檔案', en: 'file' }),
  host: say({ zh: 'hosts 檔', en: 'in the hosts file' }),
  port: say({ zh: '連接埠', en: 'port' }),
} as const;

function show({ line, style, word, language }: Output, one: Neighbour, stops: boolean): void {
  const sign = stops ? style('red', '✘') : one.against.length > 0 ? style('yellow', '!') : 'i';
  line(`${sign} ${word(one.name)}${one.version ? ` ${one.version}` : ''}`);
  for (const { kind, what } of one.signs) line(`    ${word(signNames[kind])}  ${what}`);
  if (one.leftover) line(`    ${word(say({ zh: '解除安裝後的殘留', en: 'left behind by an uninstaller' }))}`);
  const beside = one.against.map((id) => cardSoftware.find((each) => each.id === id)?.name[language] ?? 'OpenCSHIS');
  if (beside.length > 0)
    line(
      `    ${word(say({ zh: '不宜並存：', en: 'not to be beside: ' }))}${beside.join(language === 'zh' ? '、' : ', ')}`,
    );
  if (!stops) return;
  line(
    `  → ${word(
      one.old
        ? say({ zh: '這是舊版，請先解除安裝，再安裝新版', en: 'this is an older version: remove it first' })
        : say({ zh: '請先解除安裝，再安裝控制軟體', en: 'remove it before the control software is installed' }),
    )}`,
  );
  if (one.uninstall) line(`    $ ${one.uninstall}`);
}
