import type { Database } from '#database/database.js';

/**
 * SQL: whether the group has an active steward: a steward whose account is a member of Trama. Neither probation nor a
 * requested deletion, which can be undone, takes the group from a steward who uses it.
 */
export const hasActiveSteward = (groupId: string): string => `exists (
  select 1 from membership held join account holder on holder.id = held.account_id
  where held.group_id = ${groupId} and held.role = 'steward' and held.ended_at is null
    and holder.standing = 'member')`;

/** SQL: whether the account `a` could become steward of a group at the time `now`. */
export const canBecomeSteward = (now: string): string => `(a.standing = 'member'
  and a.deletion_due_at is null and (a.probation_ends_at is null or a.probation_ends_at <= ${now}))`;

/**
 * Records since when each of these groups has no active steward, and removes the record of a group that has one. Call it in the transaction that changes a steward.
 * Two transactions that each take one of the last two stewards do not see each other; the succession job corrects this.
 */
export async function updateStewardVacancies(
  db: Database,
  groupIds: readonly string[],
  now: Date,
): Promise<void> {
  db.assertWriting();
  if (groupIds.length === 0) return;
  await db.query(
    `with held as (
       select id as group_id from unnest($1::uuid[]) as searched(id) where ${hasActiveSteward('searched.id')}),
     filled as (delete from steward_vacancy where group_id in (select group_id from held))
     insert into steward_vacancy (group_id, since)
     select id, $2 from unnest($1::uuid[]) as vacant(id) where id not in (select group_id from held)
     order by id on conflict do nothing`,
    [groupIds, now],
  );
}

/** The same for the groups of which the account is steward, after its standing changed. */
export async function updateStewardVacanciesOf(
  db: Database,
  accountId: string,
  now: Date,
): Promise<void> {
  const held = await db.query<{ id: string }>(
    `select group_id as id from membership
     where account_id = $1 and role = 'steward' and ended_at is null order by group_id`,
    [accountId],
  );
  const groupIds = held.map(({ id }) => id);
  await updateStewardVacancies(db, groupIds, now);
}
