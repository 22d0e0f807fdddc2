/**
 * @module ISO 7816-4 command and response APDUs in the short form (cases 1 to 4), the names of status words, response
 * chaining that cannot be made to run for ever, and lists of the only commands that may be sent.
 */

import { Failure, type Say, say } from '../base/index.ts';

export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** 1 to 255 bytes; none where it is left out or empty. */
  readonly data?: Uint8Array;
  /** Expected length (Le), 1-256; none where it is left out. */
  readonly le?: number;
}

export interface Response {
  readonly data: Uint8Array;
  /** Status word, SW1 and SW2. */
  readonly sw: number;
}

const none = new Uint8Array(0);
/** Longest response: 256 bytes of data and the status word. */
const longestResponse = 258;
/** Most bytes that a chain of responses may add up to. */
const longestChain = 65_536;

/**
 * Bytes of a command: CLA INS P1 P2 [Lc data] [Le], Le 00 for 256.
 *
 * @throws Failure -1, kind `apdu-shape`, when a number is no byte, the data has over 255 bytes, or Le is not 1 to 256
 * @example
 * encodeCommand({ cla: 0, ins: 0xca, p1: 0x11, p2: 0, data: Uint8Array.of(0, 0) }); // Uint8Array.of(0, 0xca, 0x11, 0, 2, 0, 0)
 */
export function encodeCommand(command: Command): Uint8Array {
  const { cla, ins, p1, p2, data = none, le } = command;
  const isHeader = isByte(cla) && isByte(ins) && isByte(p1) && isByte(p2);
  if (!isHeader || data.length > 255 || (le !== undefined && (le < 1 || le > 256 || le % 1 !== 0))) {
    throw new Failure(-1, {
      kind: 'apdu-shape',
      why: say({
        zh: '程式要送出的卡片指令不合規格',
        en: 'a card command was about to be sent that is outside the standard',
      }),
    });
  }
  const behind = data.length > 0 ? 5 + data.length : 4;
  const out = new Uint8Array(le === undefined ? behind : behind + 1);
  out[0] = cla;
  out[1] = ins;
  out[2] = p1;
  out[3] = p2;
  if (data.length > 0) {
    out[4] = data.length;
    out.set(data, 5);
  }
  if (le !== undefined) out[behind] = le & 0xff;
  return out;
}

/**
 * The parts of a short command, or undefined when its lengths do not fit (the extended form is not read).
 *
 * @example
 * decodeCommand(Uint8Array.of(0, 0xb0, 0, 0, 0))?.le; // 256
 */
export function decodeCommand(bytes: Uint8Array): Command | undefined {
  // By index: taking a typed array apart walks its iterator.
  const cla = bytes[0];
  const ins = bytes[1];
  const p1 = bytes[2];
  const p2 = bytes[3];
  const p3 = bytes[4];
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  if (p3 === undefined) return { cla, ins, p1, p2 };
  if (bytes.length === 5) return { cla, ins, p1, p2, le: p3 === 0 ? 256 : p3 };
  if (p3 === 0 || bytes.length < 5 + p3 || bytes.length > 6 + p3) return undefined;
  const data = bytes.slice(5, 5 + p3);
  const last = bytes[5 + p3];
  return last === undefined ? { cla, ins, p1, p2, data } : { cla, ins, p1, p2, data, le: last === 0 ? 256 : last };
}

/**
 * Data and status word of a response.
 *
 * @throws Failure 4000, kind `card-answer`, when it has fewer than 2 or more than 258 bytes
 * @example
 * decodeResponse(Uint8Array.of(0x41, 0x90, 0)).sw; // 0x9000
 */
export function decodeResponse(bytes: Uint8Array): Response {
  if (bytes.length < 2 || bytes.length > longestResponse) throw badAnswer();
  const end = bytes.length - 2;
  return { data: end === 0 ? none : bytes.slice(0, end), sw: (bytes[end] ?? 0) * 256 + (bytes[end + 1] ?? 0) };
}

/**
 * Bytes of a response.
 *
 * @example
 * encodeResponse(0x9000, Uint8Array.of(0x41)); // Uint8Array.of(0x41, 0x90, 0)
 */
export function encodeResponse(status: number, data: Uint8Array = none): Uint8Array {
  const out = new Uint8Array(data.length + 2);
  out.set(data);
  out[data.length] = status >> 8;
  out[data.length + 1] = status;
  return out;
}

/** Status words that this program gives or acts on. */
export const sw = {
  ok: 0x9000,
  wrongLength: 0x6700,
  memoryFailure: 0x6581,
  securityNotSatisfied: 0x6982,
  pinBlocked: 0x6983,
  conditionsNotSatisfied: 0x6985,
  wrongData: 0x6a80,
  fileNotFound: 0x6a82,
  notEnoughMemory: 0x6a84,
  wrongParameters: 0x6b00,
  insNotSupported: 0x6d00,
  claNotSupported: 0x6e00,
  dataNotFound: 0x6a88,
} as const;

/** What a reader's PIN pad answers in place of the card (PC/SC part 10); `different`: the new PIN was typed in two ways. */
export const padWords = { timedOut: 0x6400, cancelled: 0x6401, different: 0x6402, length: 0x6403 } as const;

/** ISO 7816-4, tables 5 and 6. */
const names: { readonly [status: number]: Say } = {
  36864: say({ zh: '正常', en: 'done' }),
  25217: say({ zh: '部分資料可能毀損', en: 'part of the data may be corrupted' }),
  25218: say({ zh: '已到檔案結尾', en: 'end of file reached' }),
  25219: say({ zh: '所選的檔案已停用', en: 'the selected file is deactivated' }),
  25344: say({ zh: '驗證失敗', en: 'verification failed' }),
  25985: say({ zh: '寫入記憶體失敗', en: 'memory failure' }),
  26368: say({ zh: '長度不正確', en: 'wrong length' }),
  26753: say({ zh: '不支援邏輯通道', en: 'logical channel not supported' }),
  26754: say({ zh: '不支援安全訊息', en: 'secure messaging not supported' }),
  27009: say({ zh: '檔案結構不符', en: 'command does not fit the file structure' }),
  27010: say({ zh: '權限不足', en: 'security status not satisfied' }),
  27011: say({ zh: '密碼已鎖住', en: 'authentication method blocked' }),
  27012: say({ zh: '參考資料不可用', en: 'reference data not usable' }),
  27013: say({ zh: '使用條件不符', en: 'conditions of use not satisfied' }),
  27014: say({ zh: '目前不允許這個指令', en: 'command not allowed' }),
  27264: say({ zh: '資料內容不正確', en: 'wrong data' }),
  27265: say({ zh: '不支援這個功能', en: 'function not supported' }),
  27266: say({ zh: '找不到檔案或應用程式', en: 'file or application not found' }),
  27267: say({ zh: '找不到紀錄', en: 'record not found' }),
  27268: say({ zh: '空間不足', en: 'not enough memory' }),
  27270: say({ zh: '參數 P1、P2 不正確', en: 'wrong P1 or P2' }),
  27272: say({ zh: '找不到資料', en: 'data not found' }),
  27392: say({ zh: '參數不正確', en: 'wrong parameters' }),
  27904: say({ zh: '不支援這個指令', en: 'instruction not supported' }),
  28160: say({ zh: '不支援這個類別', en: 'class not supported' }),
  28416: say({ zh: '卡片無法說明的錯誤', en: 'no precise diagnosis' }),
};

/**
 * What a status word means.
 *
 * @example
 * statusWordName(0x6a82).en; // 'file or application not found'
 */
export function statusWordName(status: number): Say {
  const low = status & 0xff;
  if (status >> 8 === 0x61) return say({ zh: '還有資料可讀', en: 'more data is available' });
  if (status >> 8 === 0x6c) return say({ zh: `長度應為 ${low}`, en: `the length to ask for is ${low}` });
  if (status >> 4 === 0x63c) return say({ zh: `還可試 ${low & 15} 次`, en: `${low & 15} tries left` });
  return names[status] ?? say({ zh: '其他狀態', en: 'another status' });
}

/**
 * Sends a command and follows 61xx (GET RESPONSE) and 6Cxx (again with the right Le), at most `limit` times in all and
 * for at most 64 KiB, so that a card that never ends is a typed failure.
 *
 * @throws Failure 4000, kind `card-answer`: a chain that does not end, an answer of under 2 or over 258 bytes, or one
 *   longer than was asked for
 */
export async function exchange(
  transmit: (command: Uint8Array) => Promise<Uint8Array>,
  command: Command,
  limit: number,
): Promise<Response> {
  let current = command;
  let response = answerTo(current, await transmit(encodeCommand(current)));
  // Nearly all commands are answered at once.
  if (response.sw >> 8 !== 0x61 && response.sw >> 8 !== 0x6c) return response;
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let turn = 0; ; turn++) {
    const kind = response.sw >> 8;
    if (kind !== 0x61 && kind !== 0x6c) break;
    const le = response.sw & 0xff || 256;
    if (kind === 0x61) {
      parts.push(response.data);
      size += response.data.length;
      current = { cla: command.cla & 0x03, ins: 0xc0, p1: 0, p2: 0, le };
    } else {
      current = { ...current, le };
    }
    if (turn >= limit || size > longestChain) throw badAnswer();
    response = answerTo(current, await transmit(encodeCommand(current)));
  }
  if (parts.length === 0) return response;
  return { data: new Uint8Array(Buffer.concat([...parts, response.data])), sw: response.sw };
}

function answerTo(command: Command, bytes: Uint8Array): Response {
  const response = decodeResponse(bytes);
  if (response.data.length > (command.le ?? 256)) throw badAnswer();
  return response;
}

/** One command that may be sent: its header, and either its very data or how many bytes of data it has. */
export interface CommandRule {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array | { readonly from: number; readonly to: number };
}

/**
 * Is this command on the list? Bytes that are no short command are on none.
 *
 * @example
 * isAllowed([{ cla: 0, ins: 0xc0, p1: 0, p2: 0, data: { from: 0, to: 0 } }], Uint8Array.of(0, 0xc0, 0, 0, 16)); // true
 */
export function isAllowed(rules: readonly CommandRule[], bytes: Uint8Array): boolean {
  const command = decodeCommand(bytes);
  if (command === undefined) return false;
  const data = command.data ?? new Uint8Array(0);
  return rules.some(
    (rule) =>
      rule.cla === command.cla &&
      rule.ins === command.ins &&
      rule.p1 === command.p1 &&
      rule.p2 === command.p2 &&
      (rule.data instanceof Uint8Array
        ? Buffer.compare(rule.data, data) === 0
        : data.length >= rule.data.from && data.length <= rule.data.to),
  );
}

const isByte = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 0xff;

const badAnswer = (): Failure =>
  new Failure(4000, {
    kind: 'card-answer',
    why: say({ zh: '卡片的回應不合規格', en: 'the card answered outside the standard' }),
    todo: say({ zh: '請取出卡片、擦拭晶片後重新插入', en: 'take the card out, wipe its chip, put it back' }),
  });
