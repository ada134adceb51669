import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY, HOUR } from '#kernel/clock.js';
import { InterpreterNews } from './interpreters/interpreters.events.js';
import { WithdrawInterpreter } from './interpreters/withdraw-interpreter.js';
import { type CallIds, CallSoon } from './calls.events.js';

const BATCH = 100;

/** Reminds both sides and the interpreters of booked calls, and withdraws interpreters. */
@Injectable()
export class CallJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly withdrawals: WithdrawInterpreter,
  ) {}

  /** Cancels calls whose interpreter may not interpret them any more, if a change of facts was not reported. */
  @Job({ name: 'support.withdrawTied', cron: '23 * * * *' })
  async withdrawTied(): Promise<void> {
    await this.withdrawals.withdrawTied();
  }

  /** Reminds of calls a day and an hour before, each once. */
  @Job({ name: 'support.remindOfCalls', cron: '*/5 * * * *' })
  async remind(): Promise<void> {
    await this.remindOf('hour_reminded_at', HOUR);
    await this.remindOf('day_reminded_at', DAY);
  }

  private async remindOf(column: 'day_reminded_at' | 'hour_reminded_at', before: number) {
    await this.db.write(async () => {
      const due = await this.db.query<CallIds & { interpreterId: string | null }>(
        `update introductory_call c set ${column} = $1
         from (select d.id from introductory_call d
           where d.state = 'booked' and d.${column} is null and d.starts_at > $1 and d.starts_at <= $2
           order by d.starts_at, d.id limit ${BATCH} for update skip locked) due, support_request r
         where c.id = due.id and r.id = c.request_id
         returning c.request_id as "requestId", r.requester_id as "requesterId",
           c.supporter_id as "supporterId", c.interpreter_id as "interpreterId"`,
        [this.clock.now(), this.clock.in(before)],
      );
      for (const { interpreterId, ...call } of due) {
        await this.events.record(CallSoon, call);
        if (interpreterId) await this.events.record(InterpreterNews, { interpreterId });
      }
    });
  }
}
