import { writeFile } from 'node:fs/promises';
import { readConfig } from '#kernel/config.js';
import { ApiModule } from '../api/api.module.js';
import { type Command, UsageError } from './command.js';
import { moduleClassesOf } from './endpoints/module-classes.js';
import { endpointsOf, formatEndpoints } from './endpoints/endpoints.js';

/** Writes the list of endpoints with their audiences. Needs no database. */
export const endpointsCommand: Command = {
  words: 'doors',
  help: 'writes every endpoint and its audience to a file',
  async run([file]) {
    if (!file) throw new UsageError('doors <file>');
    const api = ApiModule.with({ config: readConfig({}), databaseUrl: 'postgres://127.0.0.1' });
    await writeFile(file, formatEndpoints(endpointsOf(moduleClassesOf([api]))));
  },
};
