import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `acceptable_at` is stored when the offer is made, because the time of the mail to the requester is known then only. An
 * ended offer stays for some days, so that the same supporter cannot be asked again at once, however it ended.
 */
const OFFERS = `
  alter table supporter_offer add column acceptable_at timestamptz,
    add column ended_at timestamptz, add column told_at timestamptz;
  update supporter_offer o set acceptable_at = coalesce(o.agreed_at,
      o.created_at + case when r.priority = 0 then interval '1 hour' else interval '1 day' end)
    from support_request r where r.id = o.request_id;
  alter table supporter_offer alter column acceptable_at set not null;
  drop index supporter_offer_lead;
  create unique index supporter_offer_lead on supporter_offer (request_id) where takes_over and ended_at is null;
  create index supporter_offer_untold on supporter_offer (acceptable_at) where ended_at is null and told_at is null;`;

/** Stores from when on an offer to a supporter can be accepted, and when it ended. */
export class OfferEndings1804204800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OFFERS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
