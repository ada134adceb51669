import { In, IsNull, Not } from 'typeorm';
import type { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Supporter } from './supporter.entity.js';

/** Adds supporters who must not read a request, and returns whether one is new. Throws NotFound for an unknown id, so that no exclusion is lost silently. */
export async function addExclusions(
  db: Database,
  requestId: string,
  supporterIds: readonly string[],
): Promise<boolean> {
  db.assertWriting();
  if (!supporterIds.every(isId)) throw new NotFound();
  const ids = [...supporterIds];
  if ((await db.repo(Supporter).countBy({ id: In(ids) })) !== ids.length) throw new NotFound();
  const added = await db.query(
    `insert into case_exclusion (request_id, supporter_id) select $1, unnest($2::uuid[])
     on conflict do nothing returning 1`,
    [requestId, ids],
  );
  return added.length > 0;
}

/** Adds the exclusions of a request to another one, and returns whether one is new. */
export async function copyExclusions(db: Database, from: string, to: string): Promise<boolean> {
  db.assertWriting();
  const added = await db.query(
    `insert into case_exclusion (request_id, supporter_id)
     select $2, supporter_id from case_exclusion where request_id = $1
     on conflict do nothing returning 1`,
    [from, to],
  );
  return added.length > 0;
}

/** Removes exclusions, and returns whether there was one; ids that are not excluded are ignored. */
export async function removeExclusions(
  db: Database,
  requestId: string,
  supporterIds: readonly string[],
): Promise<boolean> {
  db.assertWriting();
  const removed = await db.query(
    'delete from case_exclusion where request_id = $1 and supporter_id::text = any($2) returning 1',
    [requestId, [...supporterIds]],
  );
  return removed.length > 0;
}

/** The excluded supporters of each of these requests, by work name. */
export async function exclusionsOf(
  db: Database,
  requestIds: readonly string[],
): Promise<Map<string, Supporter[]>> {
  const rows = await db.query<{ request_id: string; supporter_id: string }>(
    'select request_id, supporter_id from case_exclusion where request_id = any($1)',
    [[...requestIds]],
  );
  const supporters = await db.repo(Supporter).find({
    where: { id: In(rows.map((row) => row.supporter_id)), workName: Not(IsNull()) },
    order: { workName: 'ASC' },
  });
  const of = (requestId: string) =>
    supporters.filter(({ id }) =>
      rows.some((row) => row.request_id === requestId && row.supporter_id === id),
    );
  return new Map(requestIds.map((id) => [id, of(id)]));
}
