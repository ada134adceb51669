import type { Database } from '#database/database.js';

/**
 * Stores the send key of a request that its requester deletes, so that a device with a queued copy cannot send it again. The
 * requester is null for a guest, who is deleted too.
 */
export async function spendSendKey(
  db: Database,
  { requesterId, sendKey }: { readonly requesterId: string | null; readonly sendKey: string },
  deletedAt: Date,
): Promise<void> {
  db.assertWriting();
  await db.query(
    'insert into deleted_support_request (requester_id, send_key, deleted_at) values ($1, $2, $3)',
    [requesterId, sendKey, deletedAt],
  );
}

export async function isSendKeySpent(
  db: Database,
  requesterId: string | null,
  sendKey: string,
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from deleted_support_request
     where requester_id is not distinct from $1::uuid and send_key = $2`,
    [requesterId, sendKey],
  );
  return rows.length > 0;
}

/** Deletes the send keys of requests that were deleted before this time. Returns their number. */
export async function forgetSendKeys(db: Database, before: Date): Promise<number> {
  const rows = await db.query(
    'delete from deleted_support_request where deleted_at <= $1 returning 1',
    [before],
  );
  return rows.length;
}
