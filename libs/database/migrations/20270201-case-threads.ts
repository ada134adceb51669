import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A thread is a channel of a case. The checks of large tables are not validated: their new columns are empty, so that no
 * row can violate them.
 */
const CHANNELS = `
  alter table channel add column case_id uuid,
    add column thread text,
    drop constraint channel_check,
    add constraint channel_case_fkey foreign key (case_id) references support_request on delete cascade,
    add constraint channel_thread_check check (thread in ('requester', 'internal')) not valid,
    add constraint channel_place_check check (num_nonnulls(group_id, alliance_id, case_id) = 1
      and (case_id is null or thread is not null)) not valid;
  create unique index channel_thread on channel (case_id, thread) where case_id is not null;`;

/** The rows of a case that its destruction takes along. The key is sealed by the instance's key. */
const PEOPLE = `
  create table case_key (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    case_id uuid not null unique references support_request on delete cascade,
    key bytea not null);
  create table participation (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    case_id uuid not null references support_request on delete cascade,
    account_id uuid references account on delete set null,
    name bytea,
    ended_at timestamptz);
  create unique index participation_once on participation (case_id, account_id)
    where ended_at is null and account_id is not null;
  create index participation_account on participation (account_id) where account_id is not null;
  create table case_thread_cursor (
    channel_id uuid primary key references channel on delete cascade,
    seq int not null);`;

/** The constraint keeps a text in clear out of a thread, whichever statement writes it. */
const MESSAGES = `
  alter table message add column participation_id uuid,
    add constraint message_participation_fkey foreign key (participation_id) references participation
      on delete cascade,
    add constraint message_sealed check (participation_id is null
      or body = '' or body ~ '^sealed:[A-Za-z0-9_-]{50,}$') not valid;
  create index message_participation on message (participation_id) where participation_id is not null;`;

/** Whether the author of message `m` has not deleted all messages. Lines about the retention of a channel are not theirs alone. */
const IS_KEPT = '(s.messages_deleted_at is null or m.retention is not null)';

/** In a thread, the author is a participation, whose name is sealed. The view adds no join. */
const SHOWN = `
  create or replace view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      case when s.ended_at is null then
        coalesce(m.membership_id, m.participation_id,
          (select p.id from profile p where p.account_id = m.account_id)) end as author_id,
      case when s.ended_at is null and m.participation_id is null
        then coalesce(s.persona_name, f.text, '') else '' end as author_name,
      case when ${IS_KEPT} then m.body else '' end as body,
      m.created_at, m.edited_at, case when ${IS_KEPT} then m.deleted_at
        else coalesce(m.deleted_at, s.messages_deleted_at) end as deleted_at, m.client_key,
      case when ${IS_KEPT} then m.reply_to_id end as reply_to_id,
      case when ${IS_KEPT} then m.reactions end as reactions,
      case when ${IS_KEPT} then m.pinned_at end as pinned_at,
      case when ${IS_KEPT} then m.mention_ids else '{}' end as mention_ids,
      m.mentions_all and ${IS_KEPT} as mentions_all,
      case when ${IS_KEPT} then m.attachments end as attachments,
      m.topic_id, m.expires_at, m.is_answer and ${IS_KEPT} as is_answer, m.retention,
      m.membership_id, s.ended_at is not null as has_author_left,
      num_nonnulls(m.edited_at, m.deleted_at, m.pinned_at, m.reply_to_id, m.retention, m.reactions, m.attachments,
        s.messages_deleted_at) > 0 or m.mentions_all or m.is_answer or m.mention_ids <> '{}' as has_more,
      m.participation_id
    from message m
      left join membership s on s.id = m.membership_id and (s.persona_name is not null or s.ended_at is not null)
      left join profile_field f on f.account_id = m.account_id and f.kind = 'name';`;

/**
 * The accounts that read a thread, by the facts that hold now. The requester of the case reads the requester's thread;
 * the supporter of the accepted case reads both threads. A conflict of interest that arises later takes the right away,
 * like the end of the duty. It is a function, so that PostgreSQL plans the large view `case_tie` only for supporters:
 * every request reads this view.
 */
const READERS = `
  create function is_recused(request uuid, account uuid) returns boolean stable language plpgsql as $$
    begin
      return exists (select from case_tie t where t.request_id = request and t.account_id = account);
    end $$;
  create view case_thread_reader as
    select r.requester_id as account_id, c.id as channel_id, r.closed_at is null as may_post
      from support_request r join channel c on c.case_id = r.id and c.thread = 'requester'
    union all
    select r.assignee_id, c.id, true
      from support_request r join channel c on c.case_id = r.id
        join account a on a.id = r.assignee_id and a.standing = 'member'
      where r.stage = 'accepted' and r.assignee_id <> r.requester_id
        and exists (select from duty d where d.account_id = r.assignee_id and d.name = 'support')
        and not is_recused(r.id, r.assignee_id);`;

/** Adds threads of cases: channels whose messages are sealed. */
export class CaseThreads1798000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [CHANNELS, PEOPLE, MESSAGES, SHOWN, READERS]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
