import { type Command, UsageError } from './command.js';
import { fillDatabase } from './seed/fill-database.js';
import { withDatabase } from './with-database.js';

/** Fills an empty database with fictional members and messages, for tests of performance at a given size. */
export const seedCommand: Command = {
  words: 'seed',
  help: 'fills an empty database: --members N --messages N',
  async run(args, print) {
    const size = { members: numberOf(args, 'members'), messages: numberOf(args, 'messages') };
    await withDatabase((url) => fillDatabase(url, size, print));
  },
};

const MOST = 20_000_000;

function numberOf(args: readonly string[], name: string): number {
  const at = args.indexOf(`--${name}`);
  const value = Number(at < 0 ? NaN : args[at + 1]);
  const least = name === 'members' ? 1 : 0;
  if (Number.isInteger(value) && value >= least && value <= MOST) return value;
  throw new UsageError(`seed --members N --messages N: ${name} from ${least} to ${MOST}`);
}
