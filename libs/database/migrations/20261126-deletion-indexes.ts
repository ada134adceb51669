import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds indexes so that deleting an account or a report does not scan whole tables. */
export class Indexes1764000000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index audit_entry_actor on audit_entry (actor_id) where actor_id is not null;
      create index application_question_asker on application_question (asker_id) where asker_id is not null;
      create index report_assignee on report (assignee_id) where assignee_id is not null;
      create index report_reported on report (reported_id);
      create index sanction_orderer on sanction (ordered_by_id) where ordered_by_id is not null;
      create index sanction_report on sanction (report_id) where report_id is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
