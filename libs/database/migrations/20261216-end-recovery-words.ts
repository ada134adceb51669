import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recovery words of members who have a password and a confirmed address were a second key for ever. */
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
