import 'reflect-metadata';
import { InvalidConfigError } from '#kernel/config.js';
import { auditHeadCommand, auditVerifyCommand } from './audit-chain.js';
import { CommandError, type Command, UsageError } from './command.js';
import { configCheckCommand } from './config-check.js';
import { listDecoysCommand, makeDecoyCommand, removeDecoyCommand } from './decoys.js';
import { demoWorldCommand } from './demo-world.js';
import { endpointsCommand } from './endpoints.js';
import { foundInstanceCommand } from './found-instance.js';
import { policyMatrixCommand } from './policy-matrix.js';
import { migrateCommand } from './migrate-database.js';
import { rebuildDirectoryCommand } from './rebuild-directory.js';
import { rebuildSearchCommand } from './rebuild-search.js';
import { schemaCommand } from './graphql-schema.js';
import { seedCommand } from './seed-database.js';

/** All commands. To add one, create a file in this folder and list it here. */
const COMMANDS: readonly Command[] = [
  foundInstanceCommand,
  configCheckCommand,
  migrateCommand,
  schemaCommand,
  policyMatrixCommand,
  endpointsCommand,
  auditVerifyCommand,
  auditHeadCommand,
  rebuildDirectoryCommand,
  rebuildSearchCommand,
  makeDecoyCommand,
  listDecoysCommand,
  removeDecoyCommand,
  seedCommand,
  demoWorldCommand,
];

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

function usage(): string {
  const width = Math.max(...COMMANDS.map(({ words }) => words.length));
  const lines = COMMANDS.map(({ words, help }) => `  ${words.padEnd(width)}  ${help}`);
  return ['npm run trama -- <command>', ...lines].join('\n');
}

/**
 * Runs the command named by the words. Returns the exit status: 0 for success, 1 for a failure, 2 for an unknown
 * command or wrong arguments.
 */
async function run(words: readonly string[]): Promise<number> {
  const line = `${words.join(' ')} `;
  const command = COMMANDS.find((one) => line.startsWith(`${one.words} `));
  if (!command) return (complain(usage()), 2);
  const args = words.slice(command.words.split(' ').length);
  try {
    await command.run(args, print);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return (complain(`npm run trama -- ${error.message}`), 2);
    if (error instanceof InvalidConfigError || error instanceof CommandError) {
      return (complain(error.message), 1);
    }
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

process.exit(await run(process.argv.slice(2)));
