import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';

/** The queue of every job that sends mail, so that a mail server that does not answer delays no other job. */
export const MAIL_QUEUE = 'mail';

/** SQL of late mails: overdue for a quarter of an hour, or retried for about ten minutes. */
const LATE = `select count(*)::int as late from graphile_worker.jobs
  where queue_name = $1 and attempts < max_attempts
    and (run_at < now() - interval '15 minutes' or attempts >= 6)`;

/** Logs an alarm when mail is late. Late mail does not change the readiness of the node. */
@Injectable()
export class LateMailAlarm {
  private readonly logger = new Logger('Mail');
  private wasLate = false;

  constructor(private readonly db: Database) {}

  /** Logs once when mail becomes late and once when mail is no longer late. */
  @Job({ name: 'mail.late', cron: '* * * * *' })
  async look(): Promise<void> {
    const [row] = await this.db.query<{ late: number }>(LATE, [MAIL_QUEUE]);
    const isLate = row!.late > 0;
    if (isLate === this.wasLate) return;
    this.wasLate = isLate;
    if (isLate) this.logger.error(`the mail queue is late: ${row!.late} wait`);
    else this.logger.warn('the mail queue is no longer late');
  }
}
