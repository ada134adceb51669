import { Client } from 'pg';
import { InvalidConfigError } from '#kernel/config.js';
import { Sealer } from '#kernel/sealed-box.js';

/** Boxes of a database that began before its first start stored one. */
const EARLIER_BOX = `
  (select known_as as box from duty where known_as is not null limit 1)
  union all (select answers from application where answers is not null limit 1)
  union all (select key from support_request limit 1)
  union all (select payload from two_person_act limit 1)
  union all (select note from report limit 1)
  union all (select text from ally_note limit 1) limit 1`;

/**
 * Throws InvalidConfigError if the key file is missing or has another key than the one with which this database began,
 * because then nothing that is sealed could be opened. The first start stores a box of its key.
 */
export async function assertSealKey(databaseUrl: string, keyFile: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const isThere = await Sealer.hasKey(keyFile);
    const stored = await boxOf(client);
    const known = stored ?? (await boxOf(client, EARLIER_BOX));
    if (known && !isThere)
      throw refusal('the file is missing, and this database is sealed with its key');
    const sealer = await Sealer.of(keyFile);
    if (known && !sealer.canOpen(known)) throw refusal('this database is sealed with another key');
    if (!stored && !sealer.canOpen(await store(client, sealer.close('seal'))))
      throw refusal('another node began with another key');
  } finally {
    await client.end();
  }
}

async function boxOf(
  client: Client,
  sql = 'select box from seal_check',
): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ box: Buffer }>(sql);
  return rows[0]?.box;
}

/** Returns the stored box, which is that of another node if it started at the same time. */
async function store(client: Client, box: Buffer): Promise<Buffer> {
  await client.query('insert into seal_check (box) values ($1) on conflict do nothing', [box]);
  return (await boxOf(client))!;
}

const refusal = (reason: string) => new InvalidConfigError([`TRAMA_SEAL_KEY_FILE: ${reason}`]);
