import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deletes the recovery phrases of members who have a password and a confirmed address: they were a permanent second
 * credential.
 */
export class EndRecoveryWords1795883100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update account set return_words_hash = null
      where return_words_hash is not null and standing <> 'applicant'
        and password_hash is not null and email_confirmed_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
