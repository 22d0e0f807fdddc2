/** @module ports: which serial port csOpenCom opens by which number, who uses it, where a reader is. */

import type { Command } from 'commander';
import { type Say, say } from '../../base/index.ts';
import type * as Ports from '../../main/ports.ts';
import { type Cli, usage } from '../context.ts';
import { exits, table } from '../output.ts';

type World = Parameters<typeof Ports.setPort>[0];

export function addPorts(program: Command, cli: Cli): void {
  const { output } = cli;
  const d = output.word;
  const atWorld = async (work: (world: World, ports: typeof Ports) => void | Promise<void>): Promise<void> => {
    const ports = await import('../../main/ports.ts');
    return ports.inWorld(cli.folder, (world) => work(world, ports));
  };
  const list = cli.run(() =>
    atWorld(async (world, { listPorts }) => {
      const { ports, others } = await listPorts(world);
      if (output.json) return output.value({ ports, others });
      const head = ['csOpenCom', 'COM', ...[titles.device, titles.speed, titles.state].map(d)];
      if (ports.length === 0) output.line(d(titles.none));
      else
        output.line(
          table([
            head.map((one) => output.style('bold', one)),
            ...ports.map((port) => [
              String(port.number),
              port.com,
              port.path || d(titles.inside),
              port.speed === undefined ? d(titles.any) : String(port.speed),
              stateOf(port)
                .map(d)
                .join(d(say({ zh: '；', en: '; ' }))),
            ]),
          ]),
        );
      if (others.length === 0) return;
      output.line();
      output.line(d(titles.others));
      output.line(table(others.map((port) => [port.path, stateOf(port).map(d).join(' ')])));
      output.line(d(titles.find));
    }),
  );

  const parent = program
    .command('ports')
    .description(d(say({ zh: '序列埠與 csOpenCom 的號碼（3.5）', en: "serial ports and csOpenCom's numbers (3.5)" })))
    .action(list);
  cli
    .command(parent, 'list', say({ zh: '列出號碼、裝置、誰在使用', en: 'numbers, devices, who uses them' }))
    .action(list);
  cli
    .command(
      parent,
      'set <number> <device>',
      say({
        zh: '給裝置一個號碼（0 是 COM1）；device 為 off 則移除',
        en: 'give a device a number (0 is COM1); off takes it away',
      }),
    )
    .option('--speed <baud>', d(say({ zh: '速率；不給則逐一嘗試', en: 'its speed; else each is tried' })))
    .action(
      cli.run((number: string, device: string, options: { speed?: string }) =>
        atWorld((world, { comOf, setPort }) => {
          if (!/^\d{1,3}$/.test(number))
            throw usage(say({ zh: '號碼是整數，0 是 COM1', en: 'a number is whole; 0 is COM1' }));
          const speed = options.speed === undefined ? undefined : Number(options.speed);
          if (speed !== undefined && !(Number.isInteger(speed) && speed >= 1_200 && speed <= 921_600))
            throw usage(say({ zh: '速率是 1200 到 921600', en: 'a speed is 1200 to 921600' }));
          const row = device === 'off' ? undefined : { path: device, ...(speed === undefined ? {} : { speed }) };
          const ports = setPort(world, Number(number), row);
          if (output.json) return output.value({ ports });
          const com = comOf(Number(number));
          output.line(
            d(
              row === undefined
                ? say({ zh: `${com} 沒有裝置了。`, en: `${com} has no device.` })
                : say({
                    zh: `csOpenCom(${number}) 開啟 ${device}（${com}）。`,
                    en: `csOpenCom(${number}) opens ${device} (${com}).`,
                  }),
            ),
          );
        }),
      ),
    );
  cli
    .command(
      parent,
      'auto [devices...]',
      say({
        zh: '逐一詢問連結埠，找到讀卡機就給號碼；使用中的不打擾',
        en: 'ask each port; a reader that is found gets a number, a port in use is left alone',
      }),
    )
    .action(
      cli.run((devices: string[]) =>
        atWorld(async (world, { findPorts }) => {
          const asked = await findPorts(world, devices, (path) => {
            if (!output.json) output.note(d(say({ zh: `詢問 ${path}…`, en: `asking ${path}…` })));
          });
          const found = asked.filter((one) => one.found);
          if (found.length === 0) process.exitCode = exits.refused;
          if (output.json) return output.value({ asked });
          for (const { path, number, speed, why } of asked)
            output.line(
              d(
                number === undefined || speed === undefined
                  ? say({ zh: `${path}：${why?.zh ?? ''}`, en: `${path}: ${why?.en ?? ''}` })
                  : say({
                      zh: `${path}：專屬讀卡機，${speed} 鮑，csOpenCom(${number})`,
                      en: `${path}: a dedicated reader at ${speed} baud, csOpenCom(${number})`,
                    }),
              ),
            );
          if (found.length === 0) output.line(d(titles.nowhere));
        }),
      ),
    );
}

function stateOf({
  there,
  usedBy,
  simulated,
  reader,
}: Pick<Ports.ListedPort, 'there' | 'usedBy' | 'simulated' | 'reader'>): Say[] {
  const words: Say[] = [];
  if (simulated) words.push(titles.simulated);
  if (!there) words.push(titles.absent);
  if (reader?.ready) words.push(titles.answers);
  else if (reader?.why && there && !usedBy) words.push(reader.why);
  if (usedBy?.own) words.push(titles.own);
  else if (usedBy)
    words.push(
      usedBy.program === undefined
        ? say({ zh: `由程序 ${usedBy.pid} 使用`, en: `in use by process ${usedBy.pid}` })
        : say({
            zh: `由 ${usedBy.program}（程序 ${usedBy.pid}）使用`,
            en: `in use by ${usedBy.program} (process ${usedBy.pid})`,
          }),
    );
  else if (there && !simulated && !reader) words.push(titles.free);
  return words;
}

const titles = {
  device: say({ zh: '裝置', en: 'device' }),
  speed: say({ zh: '速率', en: 'speed' }),
  state: say({ zh: '狀態', en: 'state' }),
  inside: say({ zh: '（程式裡）', en: '(inside the program)' }),
  any: say({ zh: '自動', en: 'any' }),
  none: say({
    zh: '沒有專屬讀卡機：這個世界是晶片讀卡機（5.1）。',
    en: 'No dedicated reader: this world has chip readers (5.1).',
  }),
  others: say({ zh: '這台電腦的其他連結埠：', en: 'Other ports of this machine:' }),
  find: say({ zh: 'opencshis ports auto 找出讀卡機在哪裡。', en: 'opencshis ports auto finds where a reader is.' }),
  nowhere: say({ zh: '沒有找到專屬讀卡機。', en: 'No dedicated reader was found.' }),
  simulated: say({ zh: '模擬', en: 'simulated' }),
  answers: say({ zh: '讀卡機有回應', en: 'the reader answers' }),
  absent: say({ zh: '不存在', en: 'not there' }),
  own: say({ zh: '由這個控制軟體使用', en: 'in use by this control software' }),
  free: say({ zh: '沒有程式使用', en: 'nobody uses it' }),
};
