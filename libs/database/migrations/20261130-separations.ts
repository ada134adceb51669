import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A separation becomes a sanction of a matter, with notices to both members. A group with one of them is closed to the
 * other.
 */
export class Separations1764000000162 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unique index separation_active on separation (low_id, high_id) where ended_at is null;
      alter table sanction add column separation_id uuid references separation on delete set null;
      create index sanction_separation on sanction (separation_id) where separation_id is not null;
      alter table notice add column groups_left bytea;

      create view parted_group as
        select s.low_id as account_id, m.group_id from separation s
          join membership m on m.account_id = s.high_id and m.ended_at is null where s.ended_at is null
        union all select s.high_id, m.group_id from separation s
          join membership m on m.account_id = s.low_id and m.ended_at is null where s.ended_at is null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
