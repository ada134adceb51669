import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account that was locked when it was removed cannot appeal, because a person who stole its password could sign in.
 */
export class RemovedMembers1764000000220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view heard_account as
        with told as (
          select n.id, n.account_id, n.shown_from from notice n
            join sanction s on s.id = n.sanction_id and s.kind = 'removal' and s.lifted_at is null
            join account a on a.id = n.account_id and a.removed_from in ('member', 'suspended'))
        select account_id, shown_from + interval '20 days' as until from told
        union all
        select told.account_id, null from told
          join appeal p on p.notice_id = told.id and p.decided_at is null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
