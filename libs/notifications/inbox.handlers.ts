import { Injectable } from '@nestjs/common';
import { InboxEntries } from '#channels/inbox-entries.service.js';
import { InboxChanged } from '#channels/channels.events.js';
import { On } from '#events/on.decorator.js';
import { NewsMailService } from './news-mail.service.js';
import { MailRhythm } from './notification-choice.entity.js';
import { NotificationChoices } from './notification-choices.service.js';
import { NoticesService } from './notices.service.js';

interface Changed {
  readonly added: readonly { accountId: string; messageId: string }[];
  readonly goneFrom: readonly string[];
}

/** Whoever is named or answered. During their quiet hours nothing moves; the mail of their choice comes after them. */
@Injectable()
export class TellWhoeverIsNamed {
  constructor(
    private readonly entries: InboxEntries,
    private readonly choices: NotificationChoices,
    private readonly notices: NoticesService,
    private readonly mails: NewsMailService,
  ) {}

  @On(InboxChanged)
  async whenInboxesChange({ added, goneFrom }: Changed): Promise<void> {
    for (const one of await this.entries.heard(added)) await this.tell(one);
    const left = [];
    for (const accountId of goneFrom) {
      if (!(await this.choices.quietUntil(accountId))) left.push(accountId);
    }
    for (const accountId of left) {
      this.notices.refresh([accountId], { subject: 'inbox', id: accountId });
    }
  }

  private async tell({ accountId, messageId: id }: Changed['added'][number]): Promise<void> {
    const told = { of: 'Message', id };
    const isQuiet = await this.choices.quietUntil(accountId);
    if (!isQuiet) await this.notices.tellPages([accountId], told, { subject: 'inbox', id });
    const { mails } = await this.choices.of(accountId);
    if (mails === MailRhythm.each) await this.mails.ask(accountId, told);
  }
}
