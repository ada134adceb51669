import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A membership that ended says for 30 days under which name its group and its member were known, and may say that its
 * messages are deleted. A new nullable column does not rewrite the table, and is empty, so a constraint needs no check of
 * the rows.
 */
const COLUMNS = `
  alter table membership add column group_name text,
    add column ended_name text,
    add column messages_deleted_at timestamptz,
    add constraint membership_group_name_of_ended check (group_name is null or ended_at is not null) not valid,
    add constraint membership_ended_name_of_ended check (ended_name is null or ended_at is not null) not valid,
    add constraint membership_messages_of_ended check (messages_deleted_at is null or ended_at is not null) not valid;
  create index membership_group_name on membership (ended_at) where group_name is not null;`;

// A trigger, because a membership ends in several statements.
const NAMED = `
  create function keep_names_of_ended() returns trigger language plpgsql as $$
    begin
      new.group_name := (select g.name from "group" g where g.id = new.group_id);
      new.ended_name := (select n.name from membership_name n where n.membership_id = new.id);
      return new;
    end $$;
  update membership m set group_name = g.name from "group" g
    where g.id = m.group_id and m.ended_at > now() - interval '30 days';
  create trigger membership_keeps_names before update of ended_at on membership for each row
    when (old.ended_at is null and new.ended_at is not null) execute function keep_names_of_ended();
  create or replace view membership_name as
    select m.id as membership_id, m.account_id, m.group_id, m.ended_at,
      coalesce(m.ended_name, m.persona_name, f.text, '') as name,
      m.is_listed or m.role = 'steward' as is_shown_to_members
    from membership m left join profile_field f on f.account_id = m.account_id and f.kind = 'name';`;

/**
 * The time at which a group became less private, or a participant entered a coalition, shows who was inside before and
 * reads on. People of a new participant read nothing that was written before.
 */
const OPENED = `
  alter table channel add column opened_at timestamptz;
  create or replace function close_history() returns trigger language plpgsql as $$
    begin
      update channel set opened_version = last_version, opened_at = now() where group_id = new.id;
      return null;
    end $$;
  create function close_history_of_coalition() returns trigger language plpgsql as $$
    begin
      update channel set opened_version = last_version, opened_at = now() where group_id = new.coalition_id;
      return null;
    end $$;
  create trigger participant_closes_history after insert on participant for each row
    execute function close_history_of_coalition();`;

/**
 * A covering index for the few memberships of which a page of messages shows something else than the profile's name. The
 * view repeats its condition word for word, so that the planner uses the index.
 */
const AUTHORS = `
  create index membership_author on membership (id) include (persona_name, ended_at, messages_deleted_at)
    where persona_name is not null or ended_at is not null;
  drop index membership_persona;`;

/** Whether the author of message `m` has not deleted all messages. Lines about the retention of a channel are not theirs alone. */
const IS_KEPT = '(s.messages_deleted_at is null or m.retention is not null)';

/**
 * The author is empty once the membership ended. A former member's messages are shown as deleted from the moment of
 * their choice, before a job empties the rows. `has_more` tells whether a message has one of the rare properties; it reads
 * the table, because each column of the view that hides something costs time in every row.
 */
const SHOWN = `
  create or replace view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      case when s.ended_at is null then
        coalesce(m.membership_id, (select p.id from profile p where p.account_id = m.account_id)) end as author_id,
      case when s.ended_at is null then coalesce(s.persona_name, f.text, '') else '' end as author_name,
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
        s.messages_deleted_at) > 0 or m.mentions_all or m.is_answer or m.mention_ids <> '{}' as has_more
    from message m
      left join membership s on s.id = m.membership_id and (s.persona_name is not null or s.ended_at is not null)
      left join profile_field f on f.account_id = m.account_id and f.kind = 'name';`;

/** Hides the names of former members, and lets them delete their messages. */
export class FormerMembers1796100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, NAMED, OPENED, AUTHORS, SHOWN]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
