import { startEmbeddedPostgres } from '#database/embedded-postgres.js';
import { type Config, readConfig } from '#kernel/config.js';

/**
 * Runs `work` with the configured database: `DATABASE_URL`, or the embedded one, which is stopped afterwards if no
 * other process uses it.
 */
export async function withDatabase<T>(
  work: (databaseUrl: string, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  if (config.databaseUrl) return work(config.databaseUrl, config);
  const embedded = await startEmbeddedPostgres(config.dataDir);
  try {
    return await work(embedded.url, config);
  } finally {
    await embedded.stop();
  }
}
