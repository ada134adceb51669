import type { Database } from '#database/database.js';

/** Stores that an account has a conflict of interest for a request. It counts while the request is not theirs. */
export async function storeRecusal(
  db: Database,
  requestId: string,
  accountId: string,
): Promise<void> {
  db.assertWriting();
  await db.query(
    'insert into case_recusal (request_id, account_id) values ($1, $2) on conflict do nothing',
    [requestId, accountId],
  );
}

/**
 * Stores who has a conflict of interest for a request, before its requester changes: most follow from rows about the account
 * of the requester. The supporter of a case who ended another one for conduct keeps the case, but not after it left them.
 */
export const freezeRecusals = (db: Database, requestId: string, requesterId: string) =>
  storeTied(db, 'select account_id from case_tie where request_id = $1', [requestId, requesterId]);

/**
 * Stores who may not support the requester of a case, before it gets another one: they wrote the request, and stay on the
 * partner side. Exclusions stay as they are; the new requester can change them.
 */
export const storeRecusalsOf = (db: Database, requestId: string, requesterId: string) =>
  storeTied(db, 'select account_id from support_tie where other_id = $2', [requestId, requesterId]);

/** Stores the accounts that `tied` selects for the request $1 and its requester $2, and who ended a case for conduct. */
async function storeTied(db: Database, tied: string, ids: [string, string]): Promise<void> {
  db.assertWriting();
  // A decision and the audit log also name accounts that were deleted.
  await db.query(
    `insert into case_recusal (request_id, account_id)
     select $1, a.id from account a where a.id in (
       ${tied}
       union select supporter_id from case_assignment where requester_id = $2 and is_for_conduct)
     on conflict do nothing`,
    ids,
  );
}
