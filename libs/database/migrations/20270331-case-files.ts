import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file of a thread. The checks are not validated: no row has the new columns, so that none can violate them. A sent
 * file stays without its account when that is deleted, like its message.
 */
const FILES = `
  alter table attachment add column channel_id uuid,
    add column sealed bytea,
    alter column account_id drop not null,
    add constraint attachment_channel_fkey foreign key (channel_id) references channel on delete cascade,
    add constraint attachment_account_check check (account_id is not null
      or channel_id is not null and message_id is not null) not valid,
    add constraint attachment_sealed check (case when channel_id is null then sealed is null
      else sealed is not null and name = '' and type = '' and text = '' and removed = '{}' and described_by_id is null
        and num_nonnulls(width, height, seconds) = 0 end) not valid;
  create index attachment_channel on attachment (channel_id) where channel_id is not null;`;

/** The constraint keeps files in clear out of a thread, whichever statement writes them. */
const MESSAGES = `
  alter table message add constraint message_files_sealed check (participation_id is null or attachments is null
    or not attachments @? '$[*].name') not valid;`;

/** Adds files to threads of cases. Everything about them is sealed with the key of the case, except kind and size. */
export class CaseFiles1806451200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [FILES, MESSAGES]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
