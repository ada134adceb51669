import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts changes of password and recovery phrase, so that a verified credential can be compared again under the
 * account's lock.
 */
export class CredentialVersions1795881930907 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column credential_version integer not null default 0;
      create function count_credentials() returns trigger language plpgsql as $$
        begin
          new.credential_version := old.credential_version + 1;
          return new;
        end $$;
      create trigger account_counts_credentials before update of password_hash, return_words_hash on account
        for each row when (old.password_hash is distinct from new.password_hash
          or old.return_words_hash is distinct from new.return_words_hash)
        execute function count_credentials();
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
