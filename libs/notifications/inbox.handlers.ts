import { Injectable } from '@nestjs/common';
import { InboxEntriesService } from '#channels/inbox/inbox-entries.service.js';
import { InboxChanged } from '#channels/channels.events.js';
import { On } from '#events/on.decorator.js';
import { MailDigestsService } from './mail-digests.service.js';
import { MailFrequency } from './notification-choice.entity.js';
import { NotificationChoicesService } from './notification-choices.service.js';
import { NotificationsService } from './notifications.service.js';

interface Entry {
  readonly accountId: string;
  readonly messageId: string;
}
interface Changed {
  readonly added: readonly Entry[];
  /** Deleted entries. Events that an earlier version stored do not have this field. */
  readonly gone?: readonly Entry[];
}

/**
 * Notifies members who are mentioned or replied to. During quiet hours open pages get no notice; the mail that the
 * member chose follows later.
 */
@Injectable()
export class InboxHandlers {
  constructor(
    private readonly entries: InboxEntriesService,
    private readonly choices: NotificationChoicesService,
    private readonly notices: NotificationsService,
    private readonly digests: MailDigestsService,
  ) {}

  @On(InboxChanged, { id: 'TellWhoeverIsNamed.whenInboxesChange' })
  async whenInboxesChange({ added, gone = [] }: Changed): Promise<void> {
    for (const one of await this.entries.heard(added)) await this.tell(one);
    for (const { accountId, channelId: id } of await this.entries.missed(gone)) {
      if (await this.choices.quietUntil(accountId)) continue;
      const told = { of: 'Channel', id, action: 'watch' };
      await this.notices.tellPages([accountId], told, { subject: 'inbox', id });
    }
  }

  private async tell({ accountId, messageId: id }: Entry): Promise<void> {
    const told = { of: 'Message', id };
    const isQuiet = await this.choices.quietUntil(accountId);
    if (!isQuiet) await this.notices.tellPages([accountId], told, { subject: 'inbox', id });
    const { mails } = await this.choices.of(accountId);
    if (mails === MailFrequency.each) await this.digests.soon(accountId);
  }
}
