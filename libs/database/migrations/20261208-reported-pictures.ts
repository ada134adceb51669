import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Allows reports about pictures shown in a group; a report contains a copy of the picture. */
export class ReportedPictures1764000000350 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table report add column picture bytea,
        drop constraint report_subject_name_check,
        add constraint report_subject_name_check check (subject_name in ('Message', 'Profile', 'Membership',
          'Introduction', 'Suggestion', 'Group', 'Application', 'Organisation'));`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
