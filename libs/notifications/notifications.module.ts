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
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { SigninModule } from '#signin/signin.module.js';
import { SupportRequestsModule } from '#support/requests/support-requests.module.js';
import { VettingMailHandlers } from './vetting-mail.handlers.js';
import { CoalitionInvitationHandlers } from './coalitions.handlers.js';
import {
  AgreementsHandlers,
  JoinRequestHandlers,
  GroupRoleHandlers,
  GroupJoiningHandlers,
  SuccessionHandlers,
} from './groups.handlers.js';
import {
  AllianceEndHandlers,
  IntroductionHandlers,
  SuggestionHandlers,
} from './introductions.handlers.js';
import { MatterHandlers, AppealHandlers, ModerationNoticeHandlers } from './matters.handlers.js';
import { MailDigestsService } from './mail-digests.service.js';
import { GroupInboxItemsService } from './group-inbox-items.service.js';
import { InboxHandlers } from './inbox.handlers.js';
import { InboxResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';
import { NewsMailService } from './news-mail.service.js';
import { NewsMailSender } from './news-mail-sender.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationChoicesResolver } from './notification-choices.resolver.js';
import { NotificationChoicesService } from './notification-choices.service.js';
import { OrganisationInvitationHandlers } from './organisations.handlers.js';
import { AnswerMailTimes } from './answer-mail-times.js';
import { SupportRequestHandlers } from './support.handlers.js';
import { TwoPersonActHandlers } from './two-person-acts.handlers.js';
import { NotificationRecipients } from './notification-recipients.js';
import { UnreadItems } from './unread-items.js';

const HANDLERS = [
  AllianceEndHandlers,
  MatterHandlers,
  AppealHandlers,
  CoalitionInvitationHandlers,
  JoinRequestHandlers,
  TwoPersonActHandlers,
  IntroductionHandlers,
  SuggestionHandlers,
  ModerationNoticeHandlers,
  OrganisationInvitationHandlers,
  InboxHandlers,
  GroupRoleHandlers,
  SuccessionHandlers,
  GroupJoiningHandlers,
  AgreementsHandlers,
  VettingMailHandlers,
  SupportRequestHandlers,
];

const SERVICES = [
  MailDigestsService,
  GroupInboxItemsService,
  InboxService,
  NewsMailService,
  NewsMailSender,
  NotificationChoicesService,
  NotificationsService,
  NotificationRecipients,
  AnswerMailTimes,
  UnreadItems,
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
    SupportRequestsModule,
  ],
  providers: [...HANDLERS, ...SERVICES, InboxResolver, NotificationChoicesResolver],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: DataExportService,
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
        this.db.query('select mailed_at, urgent_mailed_at from news_mail where account_id = $1', [
          accountId,
        ]),
    });
  }
}
