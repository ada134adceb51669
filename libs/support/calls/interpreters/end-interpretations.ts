import type { Database } from '#database/database.js';

/**
 * Ends the agreement to an interpreter, and withdraws an offer, when the supporter leaves a request or it ends: another
 * supporter may speak other languages.
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
}
