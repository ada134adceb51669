import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * PostgreSQL prepares all parts of a statement before it runs, so the views over coalitions and cases cost each request
 * even where the viewer has none. A function starts its statement only when it is called (ADR 55).
 */
const FUNCTIONS = `
  create function coalition_roles_of(viewer uuid) returns json stable language plpgsql as $$
    begin
      if not exists (select from membership m join participant p on p.group_id = m.group_id
          where m.account_id = viewer and m.ended_at is null)
        and not exists (select from affiliation f join participant p on p.organisation_id = f.organisation_id
          where f.account_id = viewer)
      then return '[]';
      end if;
      return (select coalesce(json_agg(json_build_object('coalition_id', c.coalition_id,
          'participant_id', c.participant_id, 'is_owner', c.is_owner, 'is_delegate', c.is_delegate,
          'is_steward', c.is_steward, 'has_grant', c.has_grant)), '[]')
        from coalition_role c where c.account_id = viewer);
    end $$;
  create function threads_of(viewer uuid) returns json stable language plpgsql as $$
    begin
      if not exists (select from support_request r where r.requester_id = viewer)
        and not exists (select from support_request r where r.assignee_id = viewer)
        and not exists (select from case_supporter s where s.account_id = viewer)
        and not exists (select from case_partner p where p.account_id = viewer)
        and not exists (select from case_helper h where h.account_id = viewer)
      then return '[]';
      end if;
      return (select coalesce(json_agg(json_build_object('id', t.channel_id, 'may_post', t.may_post)), '[]')
        from case_thread_reader t where t.account_id = viewer);
    end $$;
  create function is_hidden_from_steward(viewer uuid, of_group uuid) returns boolean stable language plpgsql as $$
    begin
      return exists (select from steward_hidden h where h.group_id = of_group and h.account_id = viewer);
    end $$;`;

/** Adds functions for the facts that few viewers have. */
export class FactsOfFewViewers1809043200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FUNCTIONS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
