import { db } from './journey-setup.js';

/** Returns the last messages of a channel of the group with the slug `one`, from the database. */
export async function latestMessages(channel: string, count: number): Promise<string[]> {
  const { rows } = await db.query<{ body: string }>(
    `select m.body from message m join channel c on c.id = m.channel_id
     join "group" g on g.id = c.group_id where g.slug = 'one' and c.name = $1
     order by m.seq desc limit $2`,
    [channel, count],
  );
  return rows.map(({ body }) => body).reverse();
}
