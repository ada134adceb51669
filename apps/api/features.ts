import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { AttachmentsModule } from '#attachments/attachments.module.js';
import { CoalitionsModule } from '#coalitions/coalitions.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { FilesModule } from '#files/files.module.js';
import { EventsModule } from '#events/events.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { ModerationModule } from '#moderation/moderation.module.js';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { OrganisationsModule } from '#organisations/organisations.module.js';
import { DecoysModule } from '#profiles/decoys/decoys.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { SavedSearchesModule } from '#profiles/saved-searches/saved-searches.module.js';
import { WorkMapsModule } from '#profiles/work-map/work-maps.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { EmergencyListModule } from '#support/emergency-list/emergency-list.module.js';
import { SupportCallsModule } from '#support/calls/calls.module.js';
import { SupportTemplatesModule } from '#support/templates/support-templates.module.js';
import { SupportRequestsModule } from '#support/requests/support-requests.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { ReopeningsModule } from '#vetting/reopenings/reopenings.module.js';
import { VettingModule } from '#vetting/vetting.module.js';

/** Every feature module, in the order of the libraries. API and worker run the same modules. */
export const featureModules = [
  EventsModule,
  MailModule,
  FilesModule,
  MembersModule,
  AccessModule,
  RealtimeModule,
  AuditModule,
  SettingsModule,
  RetentionModule,
  SigninModule,
  TaxonomyModule,
  ProfilesModule,
  DecoysModule,
  SavedSearchesModule,
  WorkMapsModule,
  VettingModule,
  ReopeningsModule,
  IntroductionsModule,
  GroupsModule,
  OrganisationsModule,
  AttachmentsModule,
  ChannelsModule,
  CoalitionsModule,
  EmergencyListModule,
  SupportTemplatesModule,
  SupportCallsModule,
  SupportRequestsModule,
  ModerationModule,
  NotificationsModule,
];
