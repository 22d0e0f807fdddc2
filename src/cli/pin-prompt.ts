/** @module Asks for a PIN at this terminal when control wants one; the digits are not shown. */

import { say } from '../base/index.ts';
import { connect } from '../main/daemon.ts';
import type { Output } from './output.ts';

/** Answers PIN requests while `work` runs. Without a terminal it says where else they may be answered. */
export async function withPinPrompt<T>(folder: string, output: Output, work: () => Promise<T>): Promise<T> {
  const operator = await connect(folder, 'operator');
  let stop: (() => void) | undefined;
  operator.watch((event) => {
    if (event.type === 'pin-ended') stop?.();
    if (event.type !== 'pin') return;
    const { request } = event;
    const card =
      request.card === 'hc'
        ? say({ zh: '健保卡', en: 'health card' })
        : say({ zh: '醫事人員卡', en: 'professional card' });
    const purpose = {
      verify: say({ zh: '密碼', en: 'PIN' }),
      new: say({ zh: '新密碼', en: 'new PIN' }),
      repeat: say({ zh: '再輸入一次新密碼', en: 'new PIN again' }),
    }[request.purpose];
    const left =
      request.left === undefined
        ? ''
        : output.word(say({ zh: `，剩 ${request.left} 次`, en: `, ${request.left} tries left` }));
    if (!process.stdin.isTTY) {
      output.note(
        output.word(
          request.onPad
            ? say({
                zh: `等待在讀卡機的按鍵上輸入${card.zh}${purpose.zh}（模擬：opencshis reader pad 密碼）`,
                en: `waiting for the ${card.en}'s ${purpose.en} on the reader's pad (simulated: opencshis reader pad PIN)`,
              })
            : say({
                zh: `等待輸入${card.zh}${purpose.zh}：請在主控台或以 HTTP 回覆（${request.id}）`,
                en: `waiting for the ${card.en}'s ${purpose.en}: answer it in the console or over HTTP (${request.id})`,
              }),
        ),
      );
      return;
    }
    // On a dedicated reader the operator is the hand on its keys, here.
    const where = request.onPad ? output.word(say({ zh: '讀卡機按鍵 ', en: "reader's pad: " })) : '';
    const question = `${where}${output.word(card)} ${output.word(purpose)} (${request.min}-${request.max}${left}): `;
    const typed = ask(question);
    stop = typed.cancel;
    typed.digits
      .then((digits) =>
        request.onPad
          ? press(folder, digits)
          : operator.op('pin', digits === undefined ? { id: request.id } : { id: request.id, pin: digits }),
      )
      .catch((error) => output.fail(error));
  });
  try {
    return await work();
  } finally {
    stop?.();
    operator.close();
  }
}

/** The keys of a simulated reader's pad; cancelled without digits. */
async function press(folder: string, digits: string | undefined): Promise<void> {
  const hand = await connect(folder, 'world');
  try {
    await hand.op('world', { action: 'pad', ...(digits === undefined ? {} : { digits }) });
  } finally {
    hand.close();
  }
}

function ask(question: string): { digits: Promise<string | undefined>; cancel: () => void } {
  const { stdin } = process;
  let finish = (_digits: string | undefined): void => {};
  const digits = new Promise<string | undefined>((resolve) => {
    let typed = '';
    const listen = (key: Buffer) => {
      for (const one of key.toString('latin1')) {
        if (one === '\r' || one === '\n') return finish(typed === '' ? undefined : typed);
        if (one === '\u0003' || one === '\u001b') return finish(undefined);
        if (one === '\u007f' || one === '\b') typed = typed.slice(0, -1);
        else if (/[0-9]/.test(one)) typed += one;
      }
    };
    finish = (value) => {
      stdin.off('data', listen);
      stdin.setRawMode(false);
      stdin.pause();
      process.stderr.write('\n');
      finish = () => undefined;
      resolve(value);
    };
    // Before the question: what is typed the moment it appears must not be echoed.
    stdin.setRawMode(true);
    process.stderr.write(question);
    stdin.resume();
    stdin.on('data', listen);
  });
  return { digits, cancel: () => finish(undefined) };
}
