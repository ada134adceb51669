import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { Database } from '#database/database.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { ModerationModule } from '#moderation/moderation.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { ExportsService } from '#signin/accounts/exports.service.js';
import { SigninModule } from '#signin/signin.module.js';
import { WriteToThoseWhoVetWhenSomeoneApplies } from './desk.handlers.js';
import {
  TellStewardsWhenSomeoneAsksToJoin,
  TellWhoeverMayHold,
  TellWhoeverMayJoin,
} from './groups.handlers.js';
import {
  RefreshWhoeverParts,
  TellTheTwoOfAnIntroduction,
  TellTheTwoOfASuggestion,
} from './introductions.handlers.js';
import {
  TellModeratorsOfMatters,
  TellOthersOfAppeals,
  TellWhoeverANoticeIsFor,
} from './matters.handlers.js';
import { Digests } from './digests.js';
import { GroupNewsService } from './group-news.service.js';
import { TellWhoeverIsNamed } from './inbox.handlers.js';
import { InboxResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';
import { NewsMailService } from './news-mail.service.js';
import { NewsWriter } from './news-writer.js';
import { NoticesService } from './notices.service.js';
import { NotificationChoicesResolver } from './notification-choices.resolver.js';
import { NotificationChoices } from './notification-choices.service.js';
import { TellWhoeverIsAskedIntoAnOrganisation } from './organisations.handlers.js';
import { TellTheTwoOfAnAct } from './two-person.handlers.js';
import { Recipients } from './recipients.js';
import { Unread } from './unread.js';

const HANDLERS = [
  RefreshWhoeverParts,
  TellModeratorsOfMatters,
  TellOthersOfAppeals,
  TellStewardsWhenSomeoneAsksToJoin,
  TellTheTwoOfAnAct,
  TellTheTwoOfAnIntroduction,
  TellTheTwoOfASuggestion,
  TellWhoeverANoticeIsFor,
  TellWhoeverIsAskedIntoAnOrganisation,
  TellWhoeverIsNamed,
  TellWhoeverMayHold,
  TellWhoeverMayJoin,
  WriteToThoseWhoVetWhenSomeoneApplies,
];

const SERVICES = [
  Digests,
  GroupNewsService,
  InboxService,
  NewsMailService,
  NewsWriter,
  NotificationChoices,
  NoticesService,
  Recipients,
  Unread,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    ChannelsModule,
    EventsModule,
    GroupsModule,
    IntroductionsModule,
    MailModule,
    MembersModule,
    ModerationModule,
    RealtimeModule,
    SigninModule,
  ],
  providers: [...HANDLERS, ...SERVICES, InboxResolver, NotificationChoicesResolver],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit() {
    this.exports.rows(
      'notificationChoice',
      ['notification_choice.account_id'],
      'select mails, quiet_from, quiet_to, time_zone from notification_choice where account_id = $1',
    );
    this.exports.register({
      name: 'newsMails',
      covers: ['news_mail.account_id'],
      read: (accountId) =>
        this.db.query('select mailed_at from news_mail where account_id = $1', [accountId]),
    });
  }
}
