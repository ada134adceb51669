import { createDataSource } from '#database/data-source.js';
import { Database } from '#database/database.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

/** Rebuilds the directory rows from the profile fields. It can run at any time. */
export const rebuildDirectoryCommand: Command = {
  words: 'rebuild directory',
  help: 'makes the rows that the directory searches anew',
  async run(_args, print) {
    const rows = await withDatabase(async (url) => {
      const db = new Database(await createDataSource(url, [], 2).initialize());
      return new DirectoryService(db).rebuild().finally(() => db.onApplicationShutdown());
    });
    print(`${rows} rows`);
  },
};
