import type { Database } from '#database/database.js';

/**
 * Ends the agreement to an interpreter, and withdraws an offer, when the supporter leaves a request or it ends: another
 * supporter may speak other languages. So the requester chooses again.
 */
export async function endInterpretations(
  db: Database,
  requestId: string,
  now: Date,
): Promise<void> {
  db.assertWriting();
  await db.query(
    `delete from interpretation where request_id = $1 and state = 'offered' and agreed_at is null`,
    [requestId],
  );
  await db.query(
    `update interpretation set state = 'ended', ended_at = $2, updated_at = $2
     where request_id = $1 and state in ('offered', 'agreed')`,
    [requestId, now],
  );
  await db.query(
    'update support_request set goes_without_interpreter = false where id = $1 and goes_without_interpreter',
    [requestId],
  );
}

/** Forgets whom the requester of an ended request refused. Former agreements stay: they are conflicts of interest. */
export async function forgetRefusals(db: Database, requestId: string): Promise<void> {
  db.assertWriting();
  await db.query('delete from interpretation where request_id = $1 and agreed_at is null', [
    requestId,
  ]);
}

/** Account ids of the agreed interpreters of a request who have a conflict of interest with it, or are excluded. */
export async function tiedInterpreters(db: Database, requestId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select x.account_id as id from interpretation x
     where x.request_id = $1 and x.state = 'agreed' and exists (
       select 1 from case_tie t where t.request_id = x.request_id and t.account_id = x.account_id)`,
    [requestId],
  );
  return rows.map(({ id }) => id);
}
