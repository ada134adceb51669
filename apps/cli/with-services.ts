import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { migrate } from '#database/data-source.js';
import { Conflict } from '#kernel/errors.js';
import { ApiModule } from '../api/api.module.js';
import { assertSealKey } from '../api/seal-key-check.js';
import { CommandError } from './command.js';
import { withDatabase } from './with-database.js';

/**
 * Runs `work` with the services of the whole application, which neither listens nor takes jobs. `whyNot` maps reasons
 * of a Conflict to messages for the operator.
 */
export function withServices<T>(
  whyNot: Readonly<Record<string, string>>,
  work: (app: INestApplicationContext, origin: string) => Promise<T>,
): Promise<T> {
  return withDatabase(async (databaseUrl, config) => {
    await migrate(databaseUrl);
    await assertSealKey(databaseUrl, config.sealKeyFile);
    const module = ApiModule.with({ config: { ...config, hasWorker: false }, databaseUrl });
    const quiet = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.createApplicationContext(module, quiet);
    try {
      return await work(app, config.origin);
    } catch (error) {
      const why = error instanceof Conflict && whyNot[error.reason ?? ''];
      throw why ? new CommandError(why) : error;
    } finally {
      await app.close();
    }
  });
}
