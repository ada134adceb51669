import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Allows reports about a supporter of a case. The view names the supporters whom each requester knows: a claim begins no
 * participation and names nobody, and a person of the requester's side has no assignment.
 */
export class ReportsFromCases1806364800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table report drop constraint report_subject_name_check,
        add constraint report_subject_name_check check (subject_name in ('Message', 'Profile', 'Membership',
          'Introduction', 'Suggestion', 'Group', 'Application', 'Organisation', 'Supporter'));
      create view known_supporter as
        select p.account_id, r.requester_id
          from participation p join support_request r on r.id = p.case_id
            join case_assignment a on a.request_id = r.id and a.supporter_id = p.account_id;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
