import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The conflicts of interest of one case that follow from no other row any more, because the account is deleted. */
const RECUSALS = `
  create table case_recusal (
    request_id uuid not null references support_request on delete cascade,
    account_id uuid not null references account on delete cascade,
    primary key (request_id, account_id));
  create index case_recusal_account on case_recusal (account_id);
  do $$ begin
    execute 'create or replace view case_tie as ' || rtrim(pg_get_viewdef('case_tie'), ';') || '
      union all select x.request_id, x.account_id
        from case_recusal x join support_request r on r.id = x.request_id
          and x.account_id is distinct from r.assignee_id';
  end $$`;

/** The phrase that replaces `hash` when it is first used, or when the person has saved it. */
const PHRASES = `alter table case_phrase add column next_hash bytea unique;`;

/**
 * A guest can have duplicates of its case, and is deleted with the last request. The assignments stay, because they count
 * how much their supporters opened.
 */
const ENDINGS = `
  alter table case_assignment alter column requester_id drop not null;
  create or replace function delete_guest() returns trigger language plpgsql as $$
    begin
      if not exists (select from account where id = old.requester_id and standing = 'guest')
          or exists (select from support_request where requester_id = old.requester_id) then
        return null;
      end if;
      update case_assignment set requester_id = null where requester_id = old.requester_id;
      delete from account where id = old.requester_id;
      return null;
    end $$;`;

/** A device sends the request of a guest again by its key alone, because the guest has no other name. */
const SEND_KEYS = `
  create index support_request_send_key on support_request (send_key);
  alter table deleted_support_request drop constraint deleted_support_request_pkey;
  alter table deleted_support_request alter column requester_id drop not null;
  create unique index deleted_support_request_key on deleted_support_request (requester_id, send_key)
    nulls not distinct;
  create index deleted_support_request_send_key on deleted_support_request (send_key)
    where requester_id is null;`;

/** Keeps the conflicts of interest of a case without an account, and the earlier phrase until the new one is saved. */
export class GuestCases1803947200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [RECUSALS, PHRASES, ENDINGS, SEND_KEYS]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
