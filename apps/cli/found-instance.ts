import {
  DEFAULT_FOUNDING_MODERATOR_COUNT,
  FoundingService,
  type FounderInvitation,
} from '#settings/founding/founding.service.js';
import { type Command, UsageError } from './command.js';
import { withServices } from './with-services.js';

const USAGE = 'found [--moderators N]   N from 3 to 20, 5 unless told · found --renew';
const [FEWEST, MOST] = [3, 20];

/** Creates the first accounts of an instance and prints a single-use link for each. The links are not stored. */
export const foundInstanceCommand: Command = {
  words: 'found',
  help: 'founds the instance on an empty database and prints the set-up links',
  async run(args, print) {
    const plan = planOf(args);
    await withServices(WHY_NOT, async (app, origin) => {
      const foundings = app.get(FoundingService, { strict: false });
      const seats =
        plan === 'renew' ? await foundings.renew() : await foundings.found(plan.moderators);
      for (const line of sheet(seats, origin)) print(line);
    });
  },
};

type Plan = { readonly moderators: number } | 'renew';

function planOf(args: readonly string[]): Plan {
  if (args.length === 0) return { moderators: DEFAULT_FOUNDING_MODERATOR_COUNT };
  if (args.length === 1 && args[0] === '--renew') return 'renew';
  const count = args.length === 2 && args[0] === '--moderators' ? Number(args[1]) : Number.NaN;
  if (!Number.isInteger(count) || count < FEWEST || count > MOST) throw new UsageError(USAGE);
  return { moderators: count };
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'founding.notEmpty': 'There are people in this database already: an instance is founded once.',
  'founding.closed': 'There is no open founding here.',
};

function sheet(seats: readonly FounderInvitation[], origin: string): string[] {
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
