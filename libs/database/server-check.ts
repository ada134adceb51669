import { Client } from 'pg';

/** The first of version 18. */
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
 * An acknowledged message must survive a crash of the machine: throws for a server that commits without waiting for its
 * disk, and for one that is too old. With `mayLoseData`, which is for tests, it may do without flushes.
 */
export async function assertServer(url: string, mayLoseData: boolean): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Settings>(SETTINGS);
    const problem = problemOf(rows[0]!, mayLoseData);
    if (problem) throw new Error(`PostgreSQL: ${problem}`);
  } finally {
    await client.end();
  }
}

function problemOf({ version, commit, fsync, pages }: Settings, mayLoseData: boolean) {
  if (version < OLDEST) return 'version 18 or newer is needed';
  if (commit === 'off') return 'synchronous_commit must be on';
  if (mayLoseData) return undefined;
  if (fsync !== 'on') return 'fsync must be on';
  return pages === 'on' ? undefined : 'full_page_writes must be on';
}
