import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A call belongs to the requester of its time: after a case changed hands, the next one reads nothing of it. A requester
 * whose participation began after that of another person of the side took the case over; earlier calls get nobody then.
 */
const SQL = `
  alter table introductory_call add column requester_id uuid references account on delete set null;
  create index introductory_call_requester on introductory_call (requester_id);
  update introductory_call c set requester_id = r.requester_id from support_request r
    where r.id = c.request_id and (c.state = 'booked' or not exists (
      select from participation p
      where p.case_id = r.id and not p.is_supporter and not p.is_outside
        and p.account_id is distinct from r.requester_id
        and p.created_at < coalesce((
          select min(o.created_at) from participation o
          where o.case_id = r.id and o.account_id = r.requester_id and not o.is_supporter), 'infinity')));`;

/** Stores the requester of a call. */
export class RequestersOfCalls1812758400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SQL);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
