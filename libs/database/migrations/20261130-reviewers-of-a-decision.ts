import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores with a decision, for two years, the accounts whose reviews counted and the time when the application was
 * submitted.
 */
export class Deciders1764000000180 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table decision add column decider_ids uuid[], add column submitted_at timestamptz;
      update decision d set
        decider_ids = array(select r.reviewer_id from review r
          where r.application_id = d.application_id and r.round = d.round),
        submitted_at = coalesce((select a.submitted_at from application a where a.id = d.application_id), d.decided_at);
      alter table decision alter column decider_ids set not null, alter column submitted_at set not null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
