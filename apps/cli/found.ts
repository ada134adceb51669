import { NestFactory } from '@nestjs/core';
import { migrate } from '#database/data-source.js';
import type { Config } from '#kernel/config.js';
import { Conflict } from '#kernel/errors.js';
import { DEFAULT_MODERATORS, FoundingService, type Seat } from '#settings/founding.service.js';
import { ApiModule } from '../api/api.module.js';
import { CannotBeDone, type Command, UsageError } from './command.js';
import { withDatabase } from './with-database.js';

const USAGE = 'found [--moderators N]   N from 3 to 20, 5 unless told · found --renew';
const [FEWEST, MOST] = [3, 20];

/** Makes the first people of an instance: a single-use link for each seat, printed once and kept nowhere. */
export const foundCommand: Command = {
  words: 'found',
  help: 'founds the instance on an empty database and prints the set-up links',
  async run(args, print) {
    const plan = planOf(args);
    await withDatabase(async (databaseUrl, config) => {
      await migrate(databaseUrl);
      const seats = await make(plan, databaseUrl, config);
      for (const line of sheet(seats, config.origin)) print(line);
    });
  },
};

type Plan = { readonly moderators: number } | 'renew';

function planOf(args: readonly string[]): Plan {
  if (args.length === 0) return { moderators: DEFAULT_MODERATORS };
  if (args.length === 1 && args[0] === '--renew') return 'renew';
  const count = args.length === 2 && args[0] === '--moderators' ? Number(args[1]) : Number.NaN;
  if (!Number.isInteger(count) || count < FEWEST || count > MOST) throw new UsageError(USAGE);
  return { moderators: count };
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'founding.notEmpty': 'There are people in this database already: an instance is founded once.',
  'founding.closed': 'There is no open founding here.',
};

async function make(plan: Plan, databaseUrl: string, config: Config): Promise<Seat[]> {
  const module = ApiModule.with({ config: { ...config, hasWorker: false }, databaseUrl });
  const app = await NestFactory.createApplicationContext(module, {
    logger: false,
    abortOnError: false,
  });
  try {
    const foundings = app.get(FoundingService, { strict: false });
    return plan === 'renew' ? await foundings.renew() : await foundings.found(plan.moderators);
  } catch (error) {
    const why = error instanceof Conflict && WHY_NOT[error.reason ?? ''];
    throw why ? new CannotBeDone(why) : error;
  } finally {
    await app.close();
  }
}

function sheet(seats: readonly Seat[], origin: string): string[] {
  const lines = seats.map(
    ({ role, token }) => `  ${role.padEnd(14)} ${origin}/es/set-up?t=${token}`,
  );
  return [
    'One link for each of the first people. Each works once, for 72 hours; hand it over in person or',
    'through a channel that you trust. The page speaks Spanish, Portuguese and English.',
    '',
    ...lines,
    '',
    'An administrator closes the founding on /app/admin once at least three moderators are in;',
    'then people can apply. Links that ran out are made anew by: npm run trama -- found --renew',
  ];
}
