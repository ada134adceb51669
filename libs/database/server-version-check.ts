import { Client } from 'pg';

/** The number of PostgreSQL 18.0, the oldest supported version. */
const OLDEST = 180_000;

const SETTINGS = `select current_setting('server_version_num')::int as version,
  current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync,
  current_setting('full_page_writes') as pages`;

interface Settings {
  readonly version: number;
  readonly commit: string;
  readonly fsync: string;
  readonly pages: string;
}

/**
 * Throws if PostgreSQL is too old, or if it commits without waiting for its disk, because an acknowledged message must
 * survive a crash. With `mayLoseData`, for tests, it may run without fsync.
 */
export async function assertSupportedServer(url: string, mayLoseData: boolean): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Settings>(SETTINGS);
    refuse(rows[0]!, mayLoseData);
  } finally {
    await client.end();
  }
}

function refuse({ version, commit, fsync, pages }: Settings, mayLoseData: boolean): void {
  if (version < OLDEST) throw new Error('PostgreSQL: version 18 or newer is needed');
  if (commit === 'off') throw new Error('PostgreSQL: synchronous_commit must be on');
  if (mayLoseData) return;
  if (fsync !== 'on') throw new Error('PostgreSQL: fsync must be on');
  if (pages !== 'on') throw new Error('PostgreSQL: full_page_writes must be on');
}
