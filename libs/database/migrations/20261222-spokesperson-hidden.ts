import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A block or separation by or of a spokesperson closes an invitation into their organisation, as one of a steward does. */
export class SpokespersonHidden1795898001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(HIDDEN);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Accounts that a block or separation, either way, parts from a spokesperson of the organisation. */
const HIDDEN = `
  create view spokesperson_hidden as
    select a.organisation_id, h.other_id as account_id from affiliation a
      join hidden_pair h on h.account_id = a.account_id
    where a.is_spokesperson;`;
