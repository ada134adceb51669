import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AttachmentsModule } from '#attachments/attachments.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import {
  ContentAuthorRegistryService,
  BlockableContentType,
} from '#introductions/content-author-registry.service.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MembersModule } from '#members/members.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { LongerRetentionRequests } from './message-retention/longer-retention-requests.js';
import { AttachmentsDataExport } from './messages/attachments.data-export.js';
import { AttachmentFilesController } from './messages/attachment-files.controller.js';
import { BlockedAuthorsResolver } from './messages/blocked-authors.resolver.js';
import { Channel } from './channel.entity.js';
import { ChannelNotificationsResolver } from './inbox/channel-notifications.resolver.js';
import { ChannelPeopleService } from './channel-people.service.js';
import { ChannelTopicsResolver } from './topics/channel-topics.resolver.js';
import { ChannelsDataExport } from './channels.data-export.js';
import { ChannelsHandlers } from './channels.handlers.js';
import { CHANNEL_TABLE, MESSAGE_TABLE, TOPIC_TABLE } from './channels.subjects.js';
import { ChannelsResolver } from './channels.resolver.js';
import { ChannelsService } from './channels.service.js';
import { ConversationsResolver } from './conversations/conversations.resolver.js';
import { ConversationsService } from './conversations/conversations.service.js';
import { ExposuresResolver } from './exposure/exposures.resolver.js';
import { ExposuresService } from './exposure/exposures.service.js';
import { FormerMemberMessages } from './messages/former-member-messages.js';
import { MessageErasureService } from './messages/message-erasure.service.js';
import { DeletedMessagesService } from './messages/deleted-messages.service.js';
import { MessageRevisionsService } from './messages/message-revisions.service.js';
import { RemoteMessageDelivery } from './delivery/remote-message-delivery.js';
import { ArchivedGroups } from './archived-groups.data-classes.js';
import { ExpiredMessages } from './message-retention/expired-messages.data-classes.js';
import { FormerAlliesService } from './conversations/former-allies.service.js';
import { GroupChannelsResolver } from './group-channels.resolver.js';
import { MessageHistoryService } from './delivery/message-history.service.js';
import { InboxEntriesService } from './inbox/inbox-entries.service.js';
import { InboxJobs } from './inbox/inbox.jobs.js';
import { LongerRetentionActKinds } from './message-retention/longer-retention-act-kinds.js';
import { NotificationLevelsService } from './inbox/notification-levels.service.js';
import { MessageBroadcaster } from './delivery/message-broadcaster.js';
import { MessageAttachmentsService } from './messages/message-attachments.service.js';
import { MessageAuthorsService } from './messages/message-authors.service.js';
import { MessageChangesService } from './messages/message-changes.service.js';
import { MessageContextService } from './messages/message-context.service.js';
import { MessageSearchResolver } from './search/message-search.resolver.js';
import { MessageSearchService } from './search/message-search.service.js';
import { Message } from './messages/message.entity.js';
import { MessageActionsResolver } from './messages/message-actions.resolver.js';
import { MessagesResolver } from './messages/messages.resolver.js';
import { MessageDeletionService } from './messages/message-deletion.service.js';
import { MessagesService } from './messages/messages.service.js';
import { PinnedMessagesService } from './messages/pinned-messages.service.js';
import { PostMessage } from './posting/post-message.js';
import { PostedMessages } from './posting/posted-messages.js';
import { PostingAllowance } from './posting/posting-allowance.js';
import { ConversationArchivingService } from './conversations/conversation-archiving.service.js';
import { ReactionsService } from './messages/reactions.service.js';
import { ReadMarksService } from './inbox/read-marks.service.js';
import { ReadingPositionsService } from './inbox/reading-positions.service.js';
import { RetentionRecords } from './message-retention/retention-records.js';
import { MessageRetentionJobs } from './message-retention/message-retention.jobs.js';
import { MessageRetentionResolver } from './message-retention/message-retention.resolver.js';
import { MessageRetentionService } from './message-retention/message-retention.service.js';
import { MessageIndexModule } from './search/message-index.module.js';
import { SealedMessagesService } from './sealed/sealed-messages.service.js';
import { ThreadsService } from './sealed/threads.service.js';
import { ThreadCallbacksService } from './sealed/thread-callbacks.service.js';
import { Topic } from './topics/topic.entity.js';
import { TopicReadingPositionsService } from './topics/topic-reading-positions.service.js';
import { TopicsResolver } from './topics/topics.resolver.js';
import { TopicsService } from './topics/topics.service.js';

const SERVICES = [
  LongerRetentionRequests,
  ChannelPeopleService,
  ChannelsService,
  ConversationsService,
  DeletedMessagesService,
  ExposuresService,
  MessageRevisionsService,
  FormerAlliesService,
  MessageHistoryService,
  InboxEntriesService,
  NotificationLevelsService,
  MessageAttachmentsService,
  MessageAuthorsService,
  MessageChangesService,
  MessageContextService,
  MessageDeletionService,
  MessageSearchService,
  MessagesService,
  PinnedMessagesService,
  PostMessage,
  PostingAllowance,
  ConversationArchivingService,
  ReactionsService,
  ReadMarksService,
  ReadingPositionsService,
  SealedMessagesService,
  ThreadCallbacksService,
  ThreadsService,
  TopicReadingPositionsService,
  MessageRetentionService,
  TopicsService,
];
const DOORS = [
  ExposuresResolver,
  BlockedAuthorsResolver,
  ChannelNotificationsResolver,
  ChannelTopicsResolver,
  ChannelsResolver,
  ConversationsResolver,
  GroupChannelsResolver,
  MessageActionsResolver,
  MessageSearchResolver,
  MessagesResolver,
  MessageRetentionResolver,
  TopicsResolver,
];
const BEHIND = [
  AttachmentsDataExport,
  ChannelsDataExport,
  ChannelsHandlers,
  FormerMemberMessages,
  MessageErasureService,
  RemoteMessageDelivery,
  ArchivedGroups,
  ExpiredMessages,
  InboxJobs,
  LongerRetentionActKinds,
  MessageBroadcaster,
  PostedMessages,
  RetentionRecords,
  MessageRetentionJobs,
];

@Module({
  imports: [
    AccessModule,
    AttachmentsModule,
    AuditModule,
    EventsModule,
    FilesModule,
    GroupsModule,
    IntroductionsModule,
    MembersModule,
    RealtimeModule,
    RetentionModule,
    SettingsModule,
    SigninModule,
    MessageIndexModule,
  ],
  controllers: [AttachmentFilesController],
  providers: [...SERVICES, ...DOORS, ...BEHIND],
  exports: SERVICES,
})
export class ChannelsModule {
  constructor(
    subjects: PolicySubjects,
    realtime: RealtimeService,
    authors: ContentAuthorRegistryService,
    messageAuthors: MessageAuthorsService,
    elsewhere: RemoteMessageDelivery,
    sealed: SealedMessagesService,
  ) {
    authors.register(BlockableContentType.Message, (row, viewer) =>
      messageAuthors.authorOf(row, viewer),
    );
    realtime.watchable('channel', 'Channel', 'watch', async (id, viewer) => {
      await sealed.beforeRead(viewer, id);
      await elsewhere.begin(id);
    });
    subjects.register('Channel', Channel, CHANNEL_TABLE);
    subjects.register('Topic', Topic, TOPIC_TABLE);
    subjects.register('Message', Message, MESSAGE_TABLE);
  }
}
