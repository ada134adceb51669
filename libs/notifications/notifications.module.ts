import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { Database } from '#database/database.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { ModerationModule } from '#moderation/moderation.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { ExportsService } from '#signin/exports.service.js';
import { SigninModule } from '#signin/signin.module.js';
import { WriteToThoseWhoVetWhenSomeoneApplies } from './desk.handlers.js';
import { TellStewardsWhenSomeoneAsksToJoin, TellWhoeverMayJoin } from './groups.handlers.js';
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
import { NewsMailService } from './news-mail.service.js';
import { NoticesService } from './notices.service.js';
import { TellWhoeverIsAskedIntoAnOrganisation } from './organisations.handlers.js';
import { TellTheTwoOfAnAct } from './two-person.handlers.js';
import { Recipients } from './recipients.js';

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
  TellWhoeverMayJoin,
  WriteToThoseWhoVetWhenSomeoneApplies,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    EventsModule,
    MailModule,
    MembersModule,
    ModerationModule,
    RealtimeModule,
    SigninModule,
  ],
  providers: [...HANDLERS, NewsMailService, NoticesService, Recipients],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit() {
    this.exports.register({
      name: 'newsMails',
      covers: ['news_mail.account_id'],
      read: (accountId) =>
        this.db.query('select mailed_at from news_mail where account_id = $1', [accountId]),
    });
  }
}
