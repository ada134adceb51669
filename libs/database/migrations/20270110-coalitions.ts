import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A coalition is a group of another kind, whose participants are groups and organisations. Every right in it is derived
 * from the rows of participants, delegates and grants and from the memberships and affiliations that hold now.
 */
export class Coalitions1796000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [KIND, TABLES, VIEWS, NO_SHARED_GROUP, APPROVERS]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

// The kind never changes. The foreign key keeps the copy in `membership` equal to the kind of the group.
const KIND = `
  alter table "group" add column kind text not null default 'group' check (kind in ('group', 'coalition')),
    add constraint group_access_of_coalition check (kind = 'group' or access = 'invitation'),
    add constraint group_kind unique (id, kind);
  create index group_listed_coalition on "group" (created_at desc, id desc)
    where is_listed and kind = 'coalition';
  alter table membership add column group_kind text not null default 'group',
    add constraint membership_role_in_coalition check (group_kind = 'group' or role <> 'steward'),
    add constraint membership_group_kind foreign key (group_id, group_kind) references "group" (id, kind);
  create index membership_entry on membership (group_id, account_id)
    where group_kind = 'coalition' and ended_at is null;`;

const TABLES = `
  create table participant (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    party_key uuid not null unique default gen_random_uuid(),
    coalition_id uuid not null references "group" on delete cascade,
    group_id uuid references "group" on delete cascade,
    organisation_id uuid references organisation on delete cascade,
    shown_name text check (shown_name <> ''), kind_changed_at timestamptz[] not null default '{}',
    joined_at timestamptz not null, ended_at timestamptz,
    constraint participant_party check (ended_at is not null or num_nonnulls(group_id, organisation_id) = 1));
  create index participant_coalition on participant (coalition_id);
  create index participant_of_group on participant (group_id) where group_id is not null;
  create index participant_of_organisation on participant (organisation_id) where organisation_id is not null;
  create unique index participant_group on participant (group_id, coalition_id) where ended_at is null;
  create unique index participant_organisation on participant (organisation_id, coalition_id)
    where ended_at is null;

  create table delegate (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    participant_id uuid not null references participant on update cascade on delete cascade,
    account_id uuid not null references account on delete cascade,
    membership_id uuid references membership on delete cascade,
    affiliation_id uuid references affiliation on delete cascade,
    is_steward boolean not null default false,
    check (num_nonnulls(membership_id, affiliation_id) = 1),
    unique (participant_id, account_id));
  create unique index delegate_steward on delegate (participant_id) where is_steward;
  create index delegate_account on delegate (account_id);
  create index delegate_membership on delegate (membership_id) where membership_id is not null;
  create index delegate_affiliation on delegate (affiliation_id) where affiliation_id is not null;

  create table coalition_invitation (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    coalition_id uuid not null references "group" on delete cascade,
    maker_id uuid not null references account on delete cascade,
    group_id uuid references "group" on delete cascade,
    organisation_id uuid references organisation on delete cascade,
    token_hash bytea unique,
    approved_at timestamptz,
    expires_at timestamptz not null,
    declined_at timestamptz,
    withdrawn_at timestamptz,
    participant_id uuid references participant on update cascade on delete set null,
    used_at timestamptz,
    used_by_id uuid references account on delete set null,
    check (num_nonnulls(group_id, organisation_id, token_hash) = 1));
  create index coalition_invitation_coalition on coalition_invitation (coalition_id);
  create index coalition_invitation_maker on coalition_invitation (maker_id);
  create index coalition_invitation_group on coalition_invitation (group_id) where group_id is not null;
  create index coalition_invitation_organisation on coalition_invitation (organisation_id)
    where organisation_id is not null;
  create index coalition_invitation_participant on coalition_invitation (participant_id)
    where participant_id is not null;
  create index coalition_invitation_used_by on coalition_invitation (used_by_id) where used_by_id is not null;
  create index coalition_invitation_expires on coalition_invitation (expires_at);

  create table coalition_grant (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    participant_id uuid not null references participant on update cascade on delete cascade,
    account_id uuid not null references account on delete cascade,
    membership_id uuid references membership on delete cascade,
    affiliation_id uuid references affiliation on delete cascade,
    accepted_at timestamptz,
    declined_at timestamptz,
    shown_in_id uuid references membership on delete set null,
    check (num_nonnulls(membership_id, affiliation_id) = 1),
    check (num_nonnulls(accepted_at, declined_at) < 2),
    unique (participant_id, account_id));
  create index coalition_grant_account on coalition_grant (account_id);
  create index coalition_grant_membership on coalition_grant (membership_id) where membership_id is not null;
  create index coalition_grant_affiliation on coalition_grant (affiliation_id)
    where affiliation_id is not null;
  create index coalition_grant_shown_in on coalition_grant (shown_in_id) where shown_in_id is not null;`;

const VIEWS = `
  -- The people of each participant, by the membership or affiliation that holds now. An owner is a steward of the
  -- group or the spokesperson of the organisation. An archived coalition or group has none.
  create view coalition_person as
    select m.account_id, p.coalition_id, p.id as participant_id, m.id as source_id, m.role = 'steward' as is_owner
      from membership m join "group" g on g.id = m.group_id and g.archived_at is null
      join participant p on p.group_id = m.group_id and p.ended_at is null
      join "group" c on c.id = p.coalition_id and c.archived_at is null
      where m.ended_at is null
    union all select f.account_id, p.coalition_id, p.id, f.id, f.is_spokesperson
      from affiliation f join organisation o on o.id = f.organisation_id and o.ended_at is null
      join participant p on p.organisation_id = f.organisation_id and p.ended_at is null
      join "group" c on c.id = p.coalition_id and c.archived_at is null;

  -- The delegates whose membership or affiliation holds. One whose account is no member of Trama now does not act.
  create view coalition_delegate as
    select d.id, c.participant_id, c.coalition_id, c.account_id, c.source_id, d.is_steward,
      a.standing = 'member' as acts
      from delegate d join coalition_person c on c.participant_id = d.participant_id
        and c.account_id = d.account_id and c.source_id = coalesce(d.membership_id, d.affiliation_id)
      join account a on a.id = d.account_id;

  -- The rights of each person of a participant. Where no delegate, or no steward, is named who acts, the owners do.
  create view coalition_role as
    select c.account_id, c.coalition_id, c.participant_id, c.is_owner,
      d.id is not null or (c.is_owner and not exists (
        select 1 from coalition_delegate o where o.participant_id = c.participant_id and o.acts)) as is_delegate,
      coalesce(d.is_steward, false) or (c.is_owner and not exists (
        select 1 from coalition_delegate o
        where o.participant_id = c.participant_id and o.is_steward and o.acts)) as is_steward,
      exists (
        select 1 from coalition_grant g
        where g.participant_id = c.participant_id and g.account_id = c.account_id
          and coalesce(g.membership_id, g.affiliation_id) = c.source_id and g.accepted_at is not null) as has_grant
    from coalition_person c
    left join delegate d on d.participant_id = c.participant_id and d.account_id = c.account_id
      and coalesce(d.membership_id, d.affiliation_id) = c.source_id;

  create view coalition_steward as
    select r.coalition_id, r.participant_id, r.account_id
      from coalition_role r join account a on a.id = r.account_id and a.standing = 'member'
      where r.is_steward;

  -- The accepted grants that let an account take part now.
  create view coalition_access as
    select c.account_id, c.coalition_id, c.participant_id, g.id as grant_id
      from coalition_grant g join coalition_person c on c.participant_id = g.participant_id
        and c.account_id = g.account_id and c.source_id = coalesce(g.membership_id, g.affiliation_id)
      where g.accepted_at is not null;

  -- The stewards of a group, and the coalition stewards who take part in their coalition.
  create view group_steward as
    select group_id, account_id from membership where role = 'steward' and ended_at is null
    union select s.coalition_id, s.account_id
      from coalition_steward s
      join membership e on e.group_id = s.coalition_id and e.account_id = s.account_id and e.ended_at is null
      where exists (
        select 1 from coalition_access x
        where x.coalition_id = s.coalition_id and x.account_id = s.account_id);

  create or replace view steward_hidden as
    select s.group_id, h.other_id as account_id from group_steward s
      join hidden_pair h on h.account_id = s.account_id;

  -- The coalition stewards who may approve an act of their coalition: those who act for no participant together with
  -- the requester, and not for the one that the act is about. A function, because a connection keeps its plan: as a
  -- view it took 0.1 s to plan in every statement about acts, against 1 ms to run.
  create function coalition_act_approvers(act uuid) returns setof uuid language plpgsql stable rows 3 cost 10000
    set plan_cache_mode = force_generic_plan as $$
  begin
    return query select distinct s.account_id
      from two_person_act a join coalition_steward s on s.coalition_id = a.scope_id
      where a.id = act and not exists (
        select 1 from coalition_role r
        join coalition_role b on b.participant_id = r.participant_id and b.account_id = s.account_id
        where r.coalition_id = s.coalition_id and r.account_id = a.requested_by_id
          and (r.is_owner or r.is_delegate) and (b.is_owner or b.is_delegate))
      and not exists (
        select 1 from coalition_role c
        where c.coalition_id = s.coalition_id and c.account_id = s.account_id
          and (c.is_owner or c.is_delegate) and exists (
            select 1 from participant p
            where p.id = c.participant_id and p.party_key::text = split_part(a.subject_key, ':', 1)));
  end $$;
  create view coalition_act_approver as
    select a.id as act_id, f.account_id
      from two_person_act a cross join lateral coalition_act_approvers(a.id) f (account_id);

  -- Who may answer an invitation to a group or an organisation: nobody whom a block or a separation hides from the
  -- account that made it.
  create view coalition_invitation_owner as
    select o.invitation_id, o.account_id from (
    select i.id as invitation_id, i.maker_id, m.account_id from coalition_invitation i
      join "group" g on g.id = i.group_id and g.archived_at is null
      join membership m on m.group_id = g.id and m.role = 'steward' and m.ended_at is null
    union all select i.id, i.maker_id, f.account_id from coalition_invitation i
      join organisation o on o.id = i.organisation_id and o.ended_at is null
      join affiliation f on f.organisation_id = o.id and f.is_spokesperson) o
    where 0 = (
      select count(*) from hidden_pair h where h.account_id = o.account_id and h.other_id = o.maker_id);

  -- The name that a coalition sees: the chosen one, else that of a listed group or of an organisation open to all
  -- members; empty if that no longer holds and none was chosen.
  create view participant_name as
    select p.id as participant_id, p.coalition_id,
      coalesce(p.shown_name, case when g.is_listed then g.name end,
        case when o.audience = 'members' and o.ended_at is null then o.name end, '') as name
      from participant p
      left join "group" g on g.id = p.group_id
      left join organisation o on o.id = p.organisation_id
      where p.ended_at is null;`;

// A coalition is no shared group, so it opens no field of a profile.
const NO_SHARED_GROUP = `
  create or replace view field_open_group as
    select f.id as field_id, m.group_id
    from profile_field f join membership m
      on m.account_id = f.account_id and m.ended_at is null and m.persona_name is null and m.is_listed
    where m.group_kind = 'group' and (not f.is_for_chosen_groups
      or exists (select 1 from chosen_group c where c.field_id = f.id and c.membership_id = m.id));`;

const APPROVERS = `
  alter table two_person_act drop constraint two_person_act_approver_check,
    add constraint two_person_act_approver_check check (
      approver in ('vet', 'moderate', 'support', 'administer', 'steward', 'coalitionSteward', 'ally'));`;
