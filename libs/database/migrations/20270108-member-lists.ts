import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `membership.is_listed` is the only fact that the policy reads, so a group whose list is for stewards must not have a
 * listed membership. The trigger waits for a change of the list that is not committed yet: the change locks the group.
 */
const LISTS = `
  alter table "group" add column member_list text not null default 'members'
    check (member_list in ('members', 'stewards')),
    add column was_list_closed boolean not null default false;
  alter table membership add column is_listed boolean not null default true;
  create function unlist_where_list_is_for_stewards() returns trigger language plpgsql as $$
    begin
      if new.is_listed and 'stewards' = (
          select g.member_list from "group" g where g.id = new.group_id for key share) then
        new.is_listed := false;
      end if;
      return new;
    end $$;
  create trigger membership_listed before insert or update of is_listed on membership
    for each row execute function unlist_where_list_is_for_stewards();`;

const NAMES = `
  create or replace view membership_name as
    select m.id as membership_id, m.account_id, m.group_id, m.ended_at,
      coalesce(m.persona_name, f.text, '') as name,
      m.is_listed or m.role = 'steward' as is_shown_to_members
    from membership m left join profile_field f on f.account_id = m.account_id and f.kind = 'name';`;

/** A membership that is not listed opens no profile, no organisation and no suggestion to the other members. */
const AUDIENCES = `
  create or replace view field_open_group as
    select f.id as field_id, m.group_id
    from profile_field f join membership m
      on m.account_id = f.account_id and m.ended_at is null and m.persona_name is null and m.is_listed
    where not f.is_for_chosen_groups
      or exists (select 1 from chosen_group c where c.field_id = f.id and c.membership_id = m.id);
  create or replace view organisation_open_group as
    select c.organisation_id, m.group_id
    from organisation_group c
    join membership m on m.id = c.membership_id and m.ended_at is null and m.persona_name is null
      and m.is_listed
    join affiliation f on f.organisation_id = c.organisation_id
      and f.account_id = m.account_id and f.is_spokesperson;
  create or replace view suggestion_open as
    select s.id as suggestion_id from suggestion s
    where s.is_heard
      and 2 = (select count(*) from suggestion_side d
        join membership m on m.id = d.membership_id and m.ended_at is null
          and (m.is_listed or m.role = 'steward')
        join account a on a.id = m.account_id and a.standing = 'member'
        where d.suggestion_id = s.id)
      and not exists (select 1
        from suggestion_side d join membership m on m.id = d.membership_id
        join suggestion_side e on e.suggestion_id = d.suggestion_id and e.id <> d.id
        join membership n on n.id = e.membership_id
        where d.suggestion_id = s.id and (
          exists (select 1 from hidden_pair h where h.account_id = m.account_id and h.other_id = n.account_id)
          or exists (select 1 from ally y where y.account_id = m.account_id and y.other_id = n.account_id)));`;

/** Adds the audience of the member list of a group, and whether a member is shown in it to the other members. */
export class MemberLists1795972000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [LISTS, NAMES, AUDIENCES]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
