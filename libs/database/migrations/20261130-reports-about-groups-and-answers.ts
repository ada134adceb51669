import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Allows reports about the texts of groups and the answers of applicants. */
export class MoreToReport1764000000181 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table report drop constraint report_subject_name_check,
        add constraint report_subject_name_check
        check (subject_name in ('Message', 'Profile', 'Introduction', 'Group', 'Application'));`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
