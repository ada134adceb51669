import { Module } from '@nestjs/common';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { EmergencyListModule } from '#support/emergency-list/emergency-list.module.js';
import { SupportRequestsModule } from '#support/requests/support-requests.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { VettingModule } from '#vetting/vetting.module.js';
import { JoinPageController } from './join-page.controller.js';
import { JoinPages } from './join-pages.js';
import { MailedLinkPagesController } from './mailed-link-pages.controller.js';
import { PublicPages } from './public-pages.js';
import { SupportPages } from './support-pages.js';
import { SupportReturnPageController } from './support-return-page.controller.js';
import { SetUpPageController } from './set-up-page.controller.js';
import { ApplicationStatusActionsController } from './application-status-actions.controller.js';
import { ApplicationStatusPageController } from './application-status-page.controller.js';
import { ApplicationStatusPages } from './application-status-pages.js';

/**
 * The pages that the server renders for each request. The web app provides their markup, the libraries their behaviour.
 */
@Module({
  imports: [
    ProfilesModule,
    SettingsModule,
    SigninModule,
    EmergencyListModule,
    SupportRequestsModule,
    TaxonomyModule,
    VettingModule,
  ],
  controllers: [
    JoinPageController,
    MailedLinkPagesController,
    SetUpPageController,
    SupportReturnPageController,
    ApplicationStatusActionsController,
    ApplicationStatusPageController,
  ],
  providers: [JoinPages, PublicPages, ApplicationStatusPages, SupportPages],
})
export class PagesModule {}
