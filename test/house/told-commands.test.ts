// A command that the program tells people to type is one that it has.
import assert from 'node:assert/strict';
import test from 'node:test';
import { checks } from '../../src/care/index.ts';
import { faq } from '../../src/catalogue/index.ts';
import { cliFor } from '../support/cli.ts';
import { newFolder } from '../support/counter.ts';

const cli = cliFor(newFolder());
const told = [
  ...faq.flatMap(({ steps }) => steps.flatMap(({ command = '', first = [] }) => [command, ...first])),
  ...checks.flatMap(({ finds }) => Object.values(finds).flatMap(({ commands = [] }) => commands)),
]
  .filter((command) => /^opencshis [a-z]/.test(command))
  .map((command) => command.split(' ').slice(1, 3));

/** The first words of a help's list of commands. */
async function commandsOf(...args: string[]): Promise<ReadonlySet<string>> {
  const [, list = ''] = (await cli(...args, '--help', '--lang', 'en')).stdout.split('Commands:\n');
  return new Set([...list.matchAll(/^ {2}([a-z]\S*)/gm)].map(([, name = '']) => name));
}

test('every command in an answer or a finding is there, with its subcommand', async () => {
  const first = await commandsOf();
  const second = new Map<string, ReadonlySet<string>>();
  for (const [name = ''] of told) if (!second.has(name) && first.has(name)) second.set(name, await commandsOf(name));
  assert.ok(told.length > 20);
  assert.deepEqual(
    told.filter(([name = '', sub]) => {
      const subs = second.get(name);
      return subs === undefined || (subs.size > 0 && sub !== undefined && /^[a-z]/.test(sub) && !subs.has(sub));
    }),
    [],
  );
});
