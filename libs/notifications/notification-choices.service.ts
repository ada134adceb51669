import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MailFrequency, NotificationChoice } from './notification-choice.entity.js';
import type { ChooseNotificationsInput } from './notification-choices.inputs.js';
import { isTimeZone, quietHoursEnd } from './quiet-hours.js';

@Injectable()
export class NotificationChoicesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The choice of an account, or the default. */
  async of(accountId: string): Promise<NotificationChoice> {
    const choices = this.db.repo(NotificationChoice);
    const chosen = await choices.findOneBy({ accountId });
    const house = { mails: MailFrequency.daily, quietFrom: null, quietTo: null, timeZone: null };
    return chosen ?? choices.create({ accountId, ...house });
  }

  async choose(
    { accountId }: Viewer,
    { mails, quietFrom = null, quietTo = null, timeZone = null }: ChooseNotificationsInput,
  ): Promise<NotificationChoice> {
    if ((quietFrom === null) !== (quietTo === null))
      throw new Invalid('input', { quietTo: 'blank' });
    if (quietFrom !== null && quietFrom === quietTo)
      throw new Invalid('input', { quietTo: 'range' });
    if (timeZone !== null && !isTimeZone(timeZone)) {
      throw new Invalid('input', { timeZone: 'malformed' });
    }
    const choice = { accountId, mails, quietFrom, quietTo, timeZone };
    await this.db.repo(NotificationChoice).upsert(choice, ['accountId']);
    return this.of(accountId);
  }

  /** The end of the quiet hours of that time, by default of now; null if there are none then. */
  async quietUntil(accountId: string, at = this.clock.now()): Promise<Date | null> {
    return quietHoursEnd(at, await this.of(accountId));
  }
}
