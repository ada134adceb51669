import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a file is as it comes in, which what is kept of it is not; and how often it was begun to be made safe. */
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
