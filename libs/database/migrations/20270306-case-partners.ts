import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table case_partner (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    account_id uuid not null references account on delete cascade,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    declined_at timestamptz,
    ownership_offered_at timestamptz,
    unique (request_id, account_id),
    check (num_nonnulls(accepted_at, declined_at) <= 1),
    check (ownership_offered_at is null or accepted_at is not null));
  create unique index case_partner_next_owner on case_partner (request_id) where ownership_offered_at is not null;
  create index case_partner_account on case_partner (account_id);
  create index case_partner_expires on case_partner (expires_at) where accepted_at is null;`;

/** People of the partner side read and write the requester's thread, like the requester. */
const READERS = `
  do $$ begin
    execute 'create or replace view case_thread_reader as ' || rtrim(pg_get_viewdef('case_thread_reader'), ';') || '
      union all select p.account_id, c.id, r.closed_at is null
        from case_partner p join support_request r on r.id = p.request_id
        join channel c on c.case_id = r.id and c.thread = ''requester''
        where p.accepted_at is not null and p.account_id <> r.requester_id';
  end $$;`;

/** A conflict of interest with anybody of the partner side is one with the case. */
const TIES = `
  do $$ begin
    execute 'create or replace view case_tie as ' || rtrim(pg_get_viewdef('case_tie'), ';') || '
      union all select p.request_id, t.account_id
        from case_partner p join personal_tie t on t.other_id = p.account_id
        where p.accepted_at is not null
      union all select p.request_id, p.account_id from case_partner p where p.accepted_at is not null';
    execute 'create or replace view tie as ' || rtrim(pg_get_viewdef('tie'), ';') || '
      union all select p.account_id, r.requester_id
        from case_partner p join support_request r on r.id = p.request_id where p.accepted_at is not null
      union all select r.requester_id, p.account_id
        from case_partner p join support_request r on r.id = p.request_id where p.accepted_at is not null
      union all select p.account_id, o.account_id
        from case_partner p join case_partner o on o.request_id = p.request_id and o.account_id <> p.account_id
        where p.accepted_at is not null and o.accepted_at is not null
      union all select a.supporter_id, p.account_id
        from case_assignment a join case_partner p on p.request_id = a.request_id
        where p.accepted_at is not null';
  end $$;`;

/** Adds the partner side of a case. */
export class CasePartners1804291200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [TABLE, READERS, TIES]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
