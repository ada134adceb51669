import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A guest has no address, password or recovery phrase of an account: only the phrase of the case opens it. */
const ACCOUNTS = `
  alter table account drop constraint account_standing_check,
    add constraint account_standing_check check (standing in
      ('applicant', 'member', 'suspended', 'locked', 'former', 'staff', 'guest')),
    add constraint account_guest_check check (standing <> 'guest'
      or num_nonnulls(email, password_hash, return_words_hash) = 0);`;

const PHRASES = `
  create table case_phrase (
    request_id uuid primary key references support_request on delete cascade,
    hash bytea not null unique,
    created_at timestamptz not null default now());
  alter table instance add column ask_without_account boolean not null default false;`;

/** However a request is destroyed, its guest goes with it. */
const ENDINGS = `
  create function delete_guest() returns trigger language plpgsql as $$
    begin
      delete from account where id = old.requester_id and standing = 'guest';
      return null;
    end $$;
  create trigger delete_guest after delete on support_request for each row execute function delete_guest();`;

/** Adds guests: accounts of one case each, which a recovery phrase opens. */
export class Guests1802649600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [ACCOUNTS, PHRASES, ENDINGS]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
