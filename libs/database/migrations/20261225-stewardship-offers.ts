import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores until when a member can accept a stewardship offer; null without an offer. */
export class StewardOffers1795918006750 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table membership add column steward_offer_ends_at timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
