import { startEmbedded } from '#database/embedded.js';
import { type Config, readConfig } from '#kernel/config.js';

/** Gives the configured database to `work`: DATABASE_URL's, or the embedded one, which ends afterwards if nobody uses it. */
export async function withDatabase<T>(
  work: (databaseUrl: string, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  if (config.databaseUrl) return work(config.databaseUrl, config);
  const embedded = await startEmbedded(config.dataDir);
  try {
    return await work(embedded.url, config);
  } finally {
    await embedded.stop();
  }
}
