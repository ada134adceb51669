import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates links with which the owner of a mail address stops a change of it. */
export class KeptAddresses1795883100002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mail_link drop constraint mail_link_purpose_check;
      alter table mail_link add constraint mail_link_purpose_check check (purpose in
        ('set-up', 'confirm-address', 'change-address', 'keep-address', 'reset-password'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
