import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the texts of notices and appeals nullable: they are deleted before the decisions of their matter. */
export class MatterEnds1764000000203 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice alter column words drop not null;
      alter table appeal alter column words drop not null;
      create index matter_closed on matter (closed_at) where stage = 'closed';`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
