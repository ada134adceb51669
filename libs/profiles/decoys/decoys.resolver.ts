import { Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { AuditService } from '#audit/audit.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DecoyAlarm } from './decoy-alarm.view.js';

const SHOWN_FOR = 30 * DAY;

@Resolver()
export class DecoysResolver {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The alarms of the last thirty days, newest first. */
  @For('administrator')
  @Query(() => [DecoyAlarm])
  decoyAlarms(): Promise<DecoyAlarm[]> {
    return this.audit.last('tripDecoys', this.clock.in(-SHOWN_FOR));
  }
}
