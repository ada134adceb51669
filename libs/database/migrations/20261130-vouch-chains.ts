import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores why a vouch was withdrawn, and adds functions for the chain of vouchers and inviters of a member. */
export class VouchChains1764000000123 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [WITHDRAWALS, CHAINS]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const WITHDRAWALS = `
  alter table vouch add column withdrawal_words bytea, add column withdrawal_reason text
    check (withdrawal_reason in ('mistaken', 'conduct', 'pressured', 'other'));

  create or replace function forget_words_about() returns trigger language plpgsql as $$
    begin
      update vouch set relation = null, statement = null, attestations = '{}', withdrawal_reason = null,
        withdrawal_words = null where application_id = old.id;
      update decision set words = null where application_id = old.id;
      return old;
    end $$;`;

/** A former member who applies again was admitted through vouches and invitations from before the new application. */
const CAME_IN = (at: string) =>
  `(a.stage = 'accepted' or (m.member_since is not null and ${at} < a.submitted_at))`;

// Functions instead of a view: each step uses an index, and only one member's chain is computed.
const CHAINS = `
  create function came_through(who uuid) returns setof uuid language sql stable as $$
    select v.voucher_id from application a join account m on m.id = a.account_id
      join vouch v on v.application_id = a.id where a.account_id = who and ${CAME_IN('v.created_at')}
    union select i.inviter_id from application a join account m on m.id = a.account_id
      join invitation i on i.application_id = a.id where a.account_id = who and ${CAME_IN('i.used_at')}
  $$;

  create function let_in(who uuid) returns setof uuid language sql stable as $$
    select a.account_id from vouch v join application a on a.id = v.application_id
      join account m on m.id = a.account_id where v.voucher_id = who and ${CAME_IN('v.created_at')}
    union select a.account_id from invitation i join application a on a.id = i.application_id
      join account m on m.id = a.account_id where i.inviter_id = who and ${CAME_IN('i.used_at')}
  $$;

  create function chain_of(who uuid) returns setof uuid language sql stable as $$
    with recursive
      up (id) as (select came_through(who) union select next.id from up, came_through(up.id) as next (id)),
      down (id) as (select let_in(who) union select next.id from down, let_in(down.id) as next (id))
    select id from up union select id from down
  $$;`;
