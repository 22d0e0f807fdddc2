/**
 * @module csResetFsim: ends the control software and starts it again, when it answers to nothing any more. It asks
 * nobody: process ids and start times come from the lock and from the list that the supervisor keeps.
 */

import { say } from '../base/index.ts';
import { connect, hasWorld, killWorld, startDetached } from '../main/daemon.ts';
import { homeFolder } from '../main/home.ts';
import { settingsAtStart } from '../main/settings.ts';
import { createOutput, exits, languageOf } from './output.ts';
import type { StatusOp } from './show-status.ts';

const wrongSettings = settingsAtStart();
const args = process.argv.slice(2);
const output = createOutput(languageOf(undefined), args.includes('--json'));
const d = output.word;

if (args.includes('--help') || args.includes('-h')) {
  output.line(
    d(
      say({
        zh: '用法：csResetFsim [--json]\n結束控制軟體並重新啟動，然後報告日誌救回了什麼。',
        en: 'Usage: csResetFsim [--json]\nEnds the control software, starts it again, and reports what the journal brought back.',
      }),
    ),
  );
} else {
  try {
    if (wrongSettings !== undefined) throw wrongSettings;
    await reset();
  } catch (error) {
    output.fail(error);
  }
}

async function reset(): Promise<void> {
  const folder = homeFolder();
  if (!hasWorld(folder)) {
    process.exitCode = exits.notRunning;
    output.note(
      d(say({ zh: '這台電腦沒有設定過控制軟體：opencshis start', en: 'nothing is set up here: opencshis start' })),
    );
    return;
  }
  const ran = await killWorld(folder);
  const found = await startDetached(folder);
  const client = await connect(folder);
  const { journal } = await client.op<StatusOp>('status');
  client.close();
  if (output.json) {
    output.value({ wasRunning: ran, url: found.url, journal });
    return;
  }
  output.line(
    d(
      ran
        ? say({ zh: '已結束並重新啟動控制軟體。', en: 'The control software was ended and started again.' })
        : say({ zh: '控制軟體原本沒有在執行，已啟動。', en: 'The control software was not running; it runs now.' }),
    ),
  );
  output.line(
    d(
      say({
        zh: `日誌：${journal.waiting} 筆待送資料中心，${journal.undelivered} 筆已完成而尚未回覆，${journal.inDoubt} 筆待放回卡片確認。`,
        en: `Journal: ${journal.waiting} to be sent to the centre, ${journal.undelivered} done and not answered yet, ${journal.inDoubt} in doubt until their card is back.`,
      }),
    ),
  );
}
