import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores the standing before a removal, which an appeal can restore, and until when the removed member can appeal. A
 * party of the matter cannot approve the removal, nor can an account that has a conflict of interest with a party.
 */
export class Removals1764000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account
        add column removed_from text check (removed_from in ('member', 'suspended', 'locked')),
        add check (removed_from is null or standing = 'former');

      create view heard_account as
        with told as (
          select n.id, n.account_id, n.shown_from from notice n
            join sanction s on s.id = n.sanction_id and s.kind = 'removal' and s.lifted_at is null
            join account a on a.id = n.account_id and a.removed_from is not null)
        select account_id, shown_from + interval '20 days' as until from told
        union all
        select told.account_id, null from told
          join appeal p on p.notice_id = told.id and p.decided_at is null;

      create or replace view two_person_tie as
        select a.id as act_id, t.account_id from two_person_act a join tie t on t.other_id = a.about_id
        union all
        select a.id, s.account_id from two_person_act a
          join (select matter_id, account_id from matter_party
                union all select matter_id, account_id from matter_tie) s
            on s.matter_id = case when a.kind = 'removeMember' then a.subject_key::uuid end;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
