import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The deadline of a member who has to consent stands in their membership, so that a later version cannot shorten it. A
 * version has a time of publication, unless it is the text that a group had before agreements had versions; that one got
 * the time of the founding. A join request keeps when the requester consented; of earlier ones nobody knows it.
 */
export class AgreementsDeadlines1795971500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agreements_version add column published_at timestamptz;
      update agreements_version v set published_at = v.created_at from "group" g
        where g.id = v.group_id and (v.number > 1 or v.created_at <> g.created_at);
      alter table join_request add column agreements_consented_at timestamptz;
      alter table membership add column agreements_due_at timestamptz;
      update membership m set agreements_due_at = v.ends
        from (select m.id, min(v.grace_ends_at) as ends from membership m
          join agreements_version v on v.group_id = m.group_id and v.number > m.agreements_version
          where m.ended_at is null group by m.id) v
        where v.id = m.id and v.ends is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
