import type { MigrationInterface, QueryRunner } from 'typeorm';

const REMINDERS = `
  alter table support_request add column remind_at timestamptz;
  create index support_request_reminder on support_request (remind_at)
    where remind_at is not null and stage = 'waiting';
  drop index support_request_overdue;
  create index support_request_overdue on support_request (due_at)
    where stage in ('waiting', 'claimed');
  update support_request
    set remind_at = due_at - case priority when 0 then interval '1 hour' else interval '1 day' end
    where stage in ('waiting', 'claimed') and due_at > now();`;

/** Adds the working hours, and the time at which supporters are reminded of a waiting request. */
export class WorkingHours1796760000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table instance add column working_hours jsonb');
    await db.query(REMINDERS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
