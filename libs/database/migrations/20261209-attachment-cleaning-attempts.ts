import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the length of an uploaded file, which differs from the stored one, and how often cleaning was started. */
export class AttachmentTries1764000000451 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attachment add column length int, add column tries int not null default 0;
      update attachment set length = bytes where message_id is null and state in ('uploading', 'checking');`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
