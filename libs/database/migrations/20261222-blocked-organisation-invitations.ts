import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A block or separation between a spokesperson and an invited account closes the invitation to the organisation, as for
 * stewards.
 */
export class SpokespersonHidden1795898001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(HIDDEN);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Accounts separated from a spokesperson by a block or a separation, in either direction. */
const HIDDEN = `
  create view spokesperson_hidden as
    select a.organisation_id, h.other_id as account_id from affiliation a
      join hidden_pair h on h.account_id = a.account_id
    where a.is_spokesperson;`;
