import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names the participation by which the side of a case knows and reports a supporter. The id of the supporter stands in the
 * list of all supporters beside their present work name, and would link it to the name of that time.
 */
const SQL = `
  create or replace view known_supporter as
    select s.account_id, r.requester_id, s.id as participation_id
      from participation s join support_request r on r.id = s.case_id
      where s.is_supporter and s.account_id is not null
    union all
    select s.account_id, p.account_id, s.id
      from participation s join participation p on p.case_id = s.case_id and p.account_id <> s.account_id
      where s.is_supporter and not p.is_supporter and not p.is_outside
        and s.created_at <= coalesce(p.ended_at, 'infinity') and p.created_at <= coalesce(s.ended_at, 'infinity');`;

/** Lets the side of a case report a supporter by their participation. */
export class SupportersKnownByPart1812931300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SQL);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
