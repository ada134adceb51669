import { migrate } from '#database/data-source.js';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

/** Runs pending database migrations. The application also does so at every start; this command runs them earlier. */
export const migrateCommand: Command = {
  words: 'migrate',
  help: 'brings the database to this version',
  async run(_args, print) {
    const names = await withDatabase((url) => migrate(url));
    for (const name of names) print(name);
    print(names.length === 0 ? 'The database is up to date' : `${names.length} migrations ran`);
  },
};
