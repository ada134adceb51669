import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A picture that somebody wears in a group can be reported, and whoever reports a picture forwards it. */
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
