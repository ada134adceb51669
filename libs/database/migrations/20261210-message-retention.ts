import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds a retention to each channel and an expiry time to each message. The defaults are constants of this migration, so
 * that no table is rewritten; existing messages expire a year from now.
 */
export class Timers1764000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [KEPT, AGREED, SHOWN, INBOX, HEARD]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const KEPT = `
  alter table instance add column longest_retention_days int not null default 365
    check (longest_retention_days between 1 and 365);

  alter table channel
    add column retention text not null default 'longest'
      check (retention in ('longest', 'days30', 'days7', 'days1', 'hours1')),
    add column kept_seconds int not null default 31536000,
    add column shortenings jsonb not null default '[]',
    add column last_expires_at timestamptz;
  update channel set last_expires_at = now() + interval '365 days' where last_message_at is not null;
  create index channel_silent on channel (last_expires_at) where last_message_at is not null;

  alter table message
    add column expires_at timestamptz not null default now() + interval '365 days',
    add column is_answer boolean not null default false,
    add column retention text
      check (retention in ('longest', 'days30', 'days7', 'days1', 'hours1'));
  update message set is_answer = true where reply_to_id is not null;
  create index message_expiry on message (expires_at);

  create table spent_key (
    account_id uuid not null references account on delete cascade,
    -- Made by the sending client, not the id of a row.
    client_key uuid not null,
    spent_on date not null,
    primary key (account_id, client_key));
  create index spent_key_day on spent_key (spent_on);`;

const AGREED = `
  alter table two_person_act add column alliance_id uuid references alliance on delete cascade;
  alter table two_person_act drop constraint two_person_act_approver_check;
  alter table two_person_act add constraint two_person_act_approver_check
    check (approver in ('vet', 'moderate', 'support', 'administer', 'steward', 'ally'));
  alter table two_person_act add constraint two_person_act_ally_check
    check ((approver = 'ally') = (alliance_id is not null));
  create index two_person_act_alliance on two_person_act (alliance_id) where alliance_id is not null;`;

// Subqueries instead of joins, so that a page looks up only its few authors.
const SHOWN = `
  create or replace view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      coalesce(m.membership_id, (select p.id from profile p where p.account_id = m.account_id)) as author_id,
      coalesce((select s.persona_name from membership s where s.id = m.membership_id),
        (select f.text from profile_field f where f.account_id = m.account_id and f.kind = 'name'), '') as author_name,
      m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key, m.reply_to_id, m.reactions, m.pinned_at,
      m.mention_ids, m.mentions_all, m.attachments, m.topic_id, m.expires_at, m.is_answer, m.retention
    from message m;`;

// Queries of this view compare `expires_at` with the clock.
const INBOX = `
  create or replace view inbox_shown as
    select e.account_id, e.message_id, e.channel_id, e.seq, e.kind, e.noticed_at, e.read_at, m.expires_at
    from inbox_entry e
      join message m on m.id = e.message_id and m.deleted_at is null
      join channel_reader r on r.channel_id = e.channel_id and r.account_id = e.account_id
      left join membership author on author.id = m.membership_id
      left join membership mine on mine.group_id = author.group_id and mine.account_id = e.account_id and mine.ended_at is null
    where r.level is distinct from 'none'
      and (author.persona_name is not null or mine.persona_name is not null or not exists (
        select 1 from hidden_pair h where h.account_id = e.account_id and h.other_id = m.account_id))
      and not exists (select 1 from block b where b.blocker_id = e.account_id and b.membership_id = author.id)
      and not exists (select 1 from block b where b.blocker_id = m.account_id and b.membership_id = mine.id);`;

const HEARD = `
  create or replace view heard_message as
    select r.account_id, m.id as message_id, m.channel_id, m.created_at,
      coalesce(r.level, case when c.group_id is null then 'all' else 'mentions' end) as level,
      c.last_message_at as channel_spoken_at,
      m.seq > greatest(r.joined_version, case when m.topic_id is null then r.read_version
          else coalesce(tr.read_version, r.arrived_version) end) and m.deleted_at is null and c.archived_at is null
        and m.account_id is distinct from r.account_id as is_unread, m.expires_at
    from channel_reader r
      join channel c on c.id = r.channel_id
      join message m on m.channel_id = r.channel_id and m.seq > r.joined_version
      left join topic_reader tr on tr.topic_id = m.topic_id and tr.account_id = r.account_id
      left join membership author on author.id = m.membership_id
      left join membership mine on mine.group_id = c.group_id and mine.account_id = r.account_id and mine.ended_at is null
      left join ally y on y.alliance_id = c.alliance_id and y.account_id = r.account_id
    where (mine.id is not null or y.alliance_id is not null)
      and (author.persona_name is not null or mine.persona_name is not null or not exists (
        select 1 from hidden_pair h where h.account_id = r.account_id and h.other_id = m.account_id))
      and not exists (select 1 from block b where b.blocker_id = r.account_id and b.membership_id = author.id)
      and not exists (select 1 from block b where b.blocker_id = m.account_id and b.membership_id = mine.id);`;
