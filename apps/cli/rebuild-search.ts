import { StemmerService } from '#channels/search/stemmer.service.js';
import { MessageIndexService } from '#channels/search/message-index.service.js';
import { createDataSource } from '#database/data-source.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

/** Rebuilds the search index of messages from their texts. It can run at any time, while people post. */
export const rebuildSearchCommand: Command = {
  words: 'rebuild search',
  help: 'makes anew what messages are found by',
  async run(_args, print) {
    const count = await withDatabase(async (url) => {
      const db = new Database(await createDataSource(url, [], 2).initialize());
      const words = new MessageIndexService(db, new StemmerService(db), new Clock());
      return words.rebuild().finally(() => db.onApplicationShutdown());
    });
    print(`${count} messages`);
  },
};
