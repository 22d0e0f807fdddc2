// NHI's thirteen questions, as somebody takes the steps of our answers who has never seen the program: every command as it is
// printed, on one world, each in the situation that it is meant for. deadline: 240
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type FaqStep, faq } from '../src/catalogue/index.ts';
import { rocDateTimeOf } from '../src/codec/index.ts';
import { readDiscovery } from '../src/main/home.ts';
import { cliFor, type Ran } from '../test/support/cli.ts';
import { newFolder, newWorldFolder, settled } from '../test/support/counter.ts';

const folder = newWorldFolder({});
const home = newFolder();
const cli = cliFor(folder, { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.local') });
const run = (command: string): Promise<Ran> => cli(...command.split(' ').slice(1));

/** What the reader knows: of his patient, of his institution. */
const values: { [name: string]: string } = {
  institution: '3501200000',
  file: join(home, 'day.jsonl'),
  clinic: '診所',
  contact: '王',
  mail: 'a@example.tw',
  telephone: '02-12345678',
  problem: '讀不到',
};
before(async () => {
  mkdirSync(join(home, '.config'), { recursive: true });
  assert.equal((await run('opencshis start')).code, 0);
  const card = JSON.parse((await run('opencshis call 1.1 --json')).stdout);
  values.id = card.fields.personId;
});
after(async () => {
  await run('opencshis stop');
});

async function timeOfWorld(): Promise<string> {
  const { status } = JSON.parse((await run('opencshis status --json')).stdout) as { status: { now: number } };
  return rocDateTimeOf(status.now);
}

async function take({ command, first = [] }: FaqStep): Promise<Ran | undefined> {
  for (const one of first) {
    assert.equal((await run(one)).code, 0, one);
    if (one === 'opencshis power on') await settled(() => readDiscovery(folder) !== undefined);
  }
  if (command === undefined) return undefined;
  const ran = run(command.replace(/<(\w+)>/g, (all, name: string) => values[name] ?? all));
  if (!command.startsWith('opencshis trace record')) return ran;
  // The HIS goes on working until so many calls are recorded.
  let over = false;
  void ran.then(() => {
    over = true;
  });
  while (!over) await run('opencshis register --item 04');
  return ran;
}

/** What a step must show, besides that it is done. */
const shows: { readonly [command: string]: RegExp } = {
  'opencshis --version': /^\d+\.\d+\.\d+/,
  'opencshis explain 1.53': /hisGetSeqNumber256N1/,
  'opencshis register': /identifier +[0-9A-Z]{20}/,
  'opencshis call 1.54 pPatientID=<id> pHospID=<institution>': /visitTime +1\d{12}\n[\s\S]*treatNum +[0-9A-Z]{20}/,
  'opencshis lint <file>': /./,
  'opencshis call 1.51': /5153/,
  'opencshis call 2.2': /3501200000/,
  'opencshis recover --person <id> --time <time>': /[0-9A-Z]{20}/,
  'opencshis open --print': /^http:\/\/127\.0\.0\.1:\d+\/#code=/,
  'opencshis call 1.38': /available/,
  'opencshis support': /診所[\s\S]*02-12345678/,
};

for (const { no, question, steps } of faq)
  test(`Q${no} ${question.en}`, async () => {
    for (const step of steps) {
      if (step.command?.includes('<time>')) values.time ??= await timeOfWorld();
      const ran = await take(step);
      if (ran === undefined) continue;
      const { command = '' } = step;
      // They tell by their exit code what they found here, which is no failure of the step.
      if (!['opencshis doctor', 'opencshis lint <file>', 'opencshis neighbours'].includes(command))
        assert.equal(ran.code, 0, `${command}\n${ran.stdout}${ran.stderr}`);
      assert.match(ran.stdout, shows[command] ?? /./, command);
    }
  });
