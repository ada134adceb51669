import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps conflicts of interest when the requester of a case changes.
 *
 * `support_tie` names who may not support a person: because they know each other, or because they moderated, sanctioned or
 * declined that person. It holds for the requester and for everybody on the partner side. `is_supporter` marks the
 * participation of a supporter, because the same account can have other parts in a case, and a claim gives none.
 */
export class ChangesOfARequester1806537600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view support_tie as
        select account_id, other_id from personal_tie
        union all select m.assignee_id, m.reported_id from matter m
          where m.assignee_id is not null and m.persona_id is null
        union all select e.actor_id, m.reported_id from matter m
          join audit_entry e on e.subject_id = m.id and e.subject_type = 'Matter' and e.action = 'claim'
          where m.persona_id is null and e.actor_id is not null
        union all select o.account_id, s.account_id from sanction s
          left join matter m on m.id = s.matter_id
          cross join lateral unnest(array[s.ordered_by_id, s.approved_by_id]) o (account_id)
          where o.account_id is not null and m.persona_id is null
        union all select o.account_id, d.account_id from decision d
          cross join lateral unnest(d.decider_ids) o (account_id)
          where d.outcome = 'decline';
      create or replace view case_tie as
        select r.id as request_id, t.account_id
          from support_request r join support_tie t on t.other_id = r.requester_id
        union all select x.request_id, s.account_id
          from case_exclusion x join supporter s on s.id = x.supporter_id
        union all select r.id, a.supporter_id
          from support_request r join case_assignment a on a.requester_id = r.requester_id and a.is_for_conduct
            and a.supporter_id is distinct from r.assignee_id
        union all select x.request_id, x.account_id
          from case_recusal x join support_request r on r.id = x.request_id
            and x.account_id is distinct from r.assignee_id
        union all select p.request_id, t.account_id
          from case_partner p join support_tie t on t.other_id = p.account_id
          where p.accepted_at is not null
        union all select p.request_id, p.account_id
          from case_partner p where p.accepted_at is not null;
      alter table participation add column is_supporter boolean not null default false;
      update participation p set is_supporter = true from case_assignment a
        where a.request_id = p.case_id and a.supporter_id = p.account_id and not exists (
          select from case_partner c where c.request_id = p.case_id and c.account_id = p.account_id);
      create or replace view known_supporter as
        select p.account_id, r.requester_id
          from participation p join support_request r on r.id = p.case_id
          where p.is_supporter;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
